"""What the hall answers counts as it is when somebody answers: after an Undo, a refusal, or a name that waits since."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.meetups import Meetups
from learningcircles.circle.undo import Undo
from learningcircles.errors import Refused
from learningcircles.laptop.founding import found
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.interrupts import ends, is_ending
from learningcircles_ui.parts.dialogs import Dialog
from tests.ui.late import ask, writing_held
from tests.ui.locking import WORDS, page
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_lock import hold, locking, noted
from tests.ui.test_hall_refused import full_disk

__all__ = ["hall", "locking"]
Settle = Callable[[Desktop], None]
posix = pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")


def refuse(*args: object, **words: object) -> None:
    raise Refused("busy", "Another program holds the file.")


def here(other: Verbs) -> list[str]:
    return [row["state"] for row in other.reader.list("attendance") if row["state"] != "absent"]


def leaving() -> LeaveHall:
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)
    return asked


def told(dialog: Dialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


@pytest.mark.usefixtures("at_who_came")
def test_an_undo_that_is_refused_can_be_asked_for_again(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(hall.came.people, "tom")
    settle(desktop)
    with monkeypatch.context() as patch:
        patch.setattr(Undo, "undo_action", refuse)
        hall.undo_button.click()
        settle(desktop)
    assert hall.sentence.text() == "It could not be undone. Please tell an organizer." and here(other)
    hall.undo_button.click()
    settle(desktop)
    assert hall.sentence.text() == "Undone." and not here(other) and not hall.undo_button.isVisible()


def asked_about(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    """Ask whether a guest is Tom, the member."""
    hall.came.guest.emit()
    settle(desktop)
    hall.guest.name.setText("Tom")
    hall.guest.sign_up()
    settle(desktop)
    assert hall.guest.waiting.questions


@pytest.mark.usefixtures("at_who_came")
def test_a_member_whose_coming_was_undone_since_is_written_down(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    type_in(hall.came.people, "tom")
    settle(desktop)
    asked_about(hall, desktop, settle)
    hall.undo()
    settle(desktop)
    assert not here(other)
    hall.guest.waiting.questions[0].them.click()
    settle(desktop)
    assert here(other) == ["attended"] and hall.sentence.text() == "Tom is here."


@pytest.mark.usefixtures("at_who_came")
def test_a_member_who_came_since_is_here_already(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    asked_about(hall, desktop, settle)
    (tom,) = (row.id for row in other.reader.list("member") if row["name"] == "Tom Ek")
    (meetup,) = other.reader.ids("meetup")
    other.meetups.attend(meetup, member=tom)
    hall.guest.waiting.questions[0].them.click()
    settle(desktop)
    assert hall.sentence.text() == "Tom is here already." and not hall.undo_button.isVisible()
    assert here(other) == ["attended"] and not hall.guest.waiting.names()


@posix
def test_who_is_refused_while_the_passphrase_is_tried_is_asked_about(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    locking.go("came")
    settle(house)
    held = hold(house)
    with full_disk():
        type_in(locking.came.people, "mia")
        locking.ask_to_leave()
        asked = leaving()
        asked.passphrase.setText(WORDS)
        asked.submit()
        held.set()
        settle(house)
        assert asked.isVisible() and "Not written down yet: Mia." in told(asked), "nobody has read that before"
        asked.submit()
        settle(house)
    qtbot.waitUntil(lambda: house.hall is None)
    assert noted(house, settle) == []


@pytest.mark.usefixtures("at_exchanges")
def test_leaving_names_an_exchange_that_is_half_chosen(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    type_in(hall.swap.people, "mia b")
    hall.ask_to_leave()
    assert "Not written down yet: Mia B. → ?. Whoever leaves" in told(leaving())
    leaving().reject()
    type_in(hall.swap.people, "tom")
    hall.ask_to_leave()
    assert "Not written down yet: Mia B. → Tom. Whoever leaves" in told(leaving())
    leaving().reject()
    with writing_held(desktop):
        hall.swap.lengths.line.setText("1:30")
        hall.swap.record()
        hall.ask_to_leave()
        assert "Mia B." not in told(leaving()), "it is being written"
        leaving().reject()
    settle(desktop)
    assert len(other.reader.list("swap")) == 1


@pytest.mark.usefixtures("at_guests")
def test_what_is_tried_again_and_refused_takes_no_room_from_who_was_named_since(
    hall: Hall, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Meetups, "attend", refuse)
        patch.setattr(Meetups, "rsvp", refuse)
        hall.guest.name.setText("Uno")
        hall.guest.sign_up()
        settle(desktop)
        assert hall.guest.waiting.names() == "Uno"
        with writing_held(desktop):
            hall.guest.waiting.again.click()
            hall.do(lambda verbs: verbs.records.add("member", {"name": "Nina"}), "Nina is here.", of=3)
        settle(desktop)
    assert hall.sentence.text() == "Nina is here."


@posix
@pytest.mark.usefixtures("at_who_came")
def test_a_question_over_the_hall_comes_back_where_a_signal_ends_nothing(
    hall: Hall, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    dialog = Dialog("Which day is it?", "Write", hall, danger=True)
    with full_disk():
        type_in(hall.came.people, "tom")
        settle(desktop)
        dialog.open()
        ends(True)
        qapp.closeAllWindows()
        assert not is_ending() and hall.isVisible() and dialog.isVisible()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Dialog) and asked is not dialog
        asked.reject()
    dialog.reject()


@posix
def test_who_waits_in_a_hall_that_is_locked_waits_there_though_another_circle_is_opened(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    assert house.window is not None
    circle = house.window.shell.file.path
    with closing(found(house.home, "Garden", "Pilar", "Blue")):
        pass
    locking.go("came")
    settle(house)
    with full_disk():
        type_in(locking.came.people, "mia")
        settle(house)
    house.lockup.lock()
    qtbot.waitUntil(lambda: house.window is None)
    page(house).other.emit("Garden")
    settle(house)
    house.open(circle, WORDS)
    again = house.enter_hall()
    assert again is not None
    settle(house)
    assert again.came.names() == "Mia"
    assert len(ask(house, settle, lambda verbs: verbs.drafts.drafts())) == 1
