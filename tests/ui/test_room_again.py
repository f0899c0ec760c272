"""What a full disk refused is written by itself once there is room, where nobody has typed on or left it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learningcircles.circle.drafts import Drafts
from learningcircles.circle.facets import Verbs
from learningcircles.circle.records import Records
from learningcircles.errors import Refused
from learningcircles_ui import unkept
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.charter_card import CharterCard
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.forms import Form, is_otherwise
from learningcircles_ui.window import Window
from tests.ui.filled import line_of, opened
from tests.ui.late import Settle, front, id_of
from tests.ui.test_drafts_left import begun, drafts
from tests.ui.test_unkept import foot

AGAIN_MS = 100
FULL = "The disk is full."


@pytest.fixture
def make_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A disk without room for anything, until this is called."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", FULL)

    monkeypatch.setattr(unkept, "AGAIN_MS", AGAIN_MS)
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep_draft", refuse)
        full.setattr(Records, "edit", refuse)
        full.setattr(Records, "add", refuse)
        yield full.undo


@pytest.fixture
def told(people: PeoplePage) -> list[object]:
    """What is told beyond the field."""
    told: list[object] = []
    people.shell.signals.failed.connect(told.append)
    return told


@pytest.fixture
def bo(people: PeoplePage, desktop: Desktop, settle: Settle) -> Form:
    """The form of Bo, opened."""
    people.show_record("member", id_of(people, "Bo Ek"))
    settle(desktop)
    people.pane.edit()
    settle(desktop)
    return people.pane.form


def refuse_phone(form: Form, desktop: Desktop, settle: Settle) -> None:
    """Type a number that cannot be saved, and go on to the next field."""
    line = line_of(form, "phone")
    line.setFocus()
    QTest.keyClicks(line, "0612")
    form.edit("email").setFocus()
    settle(desktop)
    assert form.lines["phone"].sentence == FULL


def test_a_member_is_saved_and_the_sentence_goes(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None], told: list[object],
) -> None:  # fmt: skip
    id_, window = id_of(people, "Bo Ek"), desktop.window
    assert window is not None
    refuse_phone(bo, desktop, settle)
    qtbot.waitUntil(lambda: not foot(window).startswith("What you are typing is kept"))
    QTest.keyClicks(line_of(bo, "email"), "bo@")
    people.pane.form.edit("name").setFocus()
    wrong = bo.lines["email"].sentence
    assert wrong and wrong != FULL
    make_room()
    qtbot.waitUntil(lambda: other.reader.get("member", id_)["phone"] == "0612")
    qtbot.waitUntil(lambda: bo.lines["phone"].sentence == "")
    assert bo.lines["email"].sentence == wrong, "it has another reason"
    settle(desktop)
    assert bo.draft() == {"email": "bo@"}
    assert len(told) == 1, "while it is tried again nothing more is told"


def test_the_charter_is_saved_though_its_page_is_out_of_sight(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, make_room: Callable[[], None]
) -> None:
    window.show_page("community")
    settle(desktop)
    card = window.page.findChild(CharterCard)
    assert isinstance(card, CharterCard) and card.form is not None
    project = card.form.edit("project").control
    project.setFocus()
    qtbot.keyClicks(project, "A repair evening")
    card.form.edit("name").setFocus()
    settle(desktop)
    assert card.form.lines["project"].sentence == FULL
    window.show_page("people")
    make_room()
    qtbot.waitUntil(lambda: other.reader.get("charter", other.circle.id)["project"] == "A repair evening")
    qtbot.waitUntil(lambda: foot(window).startswith("All changes saved"))
    qtbot.waitUntil(lambda: card.form.lines["project"].sentence == "" and drafts(other) == [])


def test_it_is_tried_though_its_draft_had_room(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_room()
    with monkeypatch.context() as full:
        full.setattr(Records, "edit", _refuse)
        refuse_phone(bo, desktop, settle)
        qtbot.waitUntil(lambda: drafts(other) == [{"phone": "0612"}])
    qtbot.waitUntil(lambda: other.reader.get("member", id_of(people, "Bo Ek"))["phone"] == "0612")
    qtbot.waitUntil(lambda: bo.lines["phone"].sentence == "")


def test_what_is_typed_on_waits_until_its_edit_ends(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None],
) -> None:  # fmt: skip
    id_ = id_of(people, "Bo Ek")
    refuse_phone(bo, desktop, settle)
    line = line_of(bo, "phone")
    line.setFocus()
    QTest.keyClicks(line, "34")
    make_room()
    qtbot.waitUntil(lambda: drafts(other) == [{"phone": "061234"}])
    settle(desktop)
    assert other.reader.get("member", id_)["phone"] is None
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(desktop)
    assert other.reader.get("member", id_)["phone"] == "061234" and bo.lines["phone"].sentence == ""


def test_what_was_left_waits_until_it_is_gone_on_with(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None],
) -> None:  # fmt: skip
    id_ = id_of(people, "Bo Ek")
    refuse_phone(bo, desktop, settle)
    QTest.keyClick(line_of(bo, "email"), Qt.Key.Key_Escape)
    assert not bo.isVisible()
    make_room()
    qtbot.waitUntil(lambda: drafts(other) == [{"phone": "0612"}])
    settle(desktop)
    assert other.reader.get("member", id_)["phone"] is None, "it was told that it is kept, and offered on Today"
    people.pane.edit()
    qtbot.waitUntil(lambda: other.reader.get("member", id_)["phone"] == "0612")
    qtbot.waitUntil(lambda: drafts(other) == [])


def test_what_was_written_elsewhere_meanwhile_is_written_over_by_nobody_but_whoever_reads_that(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None],
) -> None:  # fmt: skip
    id_, window = id_of(people, "Bo Ek"), desktop.window
    assert window is not None
    refuse_phone(bo, desktop, settle)
    window.shell.drafts._again.stop()  # it is not tried before all of this has happened
    make_room()
    other.records.edit("member", id_, {"phone": "0999"})
    window.watch()
    settle(desktop)
    assert is_otherwise(bo, "phone")
    with qtbot.waitSignal(window.shell.drafts.room):
        window.shell.drafts.try_again()  # what was typed is kept
        settle(desktop)
        window.shell.drafts.try_again()
    settle(desktop)
    assert other.reader.get("member", id_)["phone"] == "0999" and bo.draft() == {"phone": "0612"}
    line = line_of(bo, "phone")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(desktop)
    assert other.reader.get("member", id_)["phone"] == "0612" and not is_otherwise(bo, "phone")


def test_whoever_types_on_is_told_of_it_again(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None], told: list[object], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_room()
    shell, line = people.shell, line_of(bo, "phone")
    with monkeypatch.context() as full:
        full.setattr(Records, "edit", _refuse)
        refuse_phone(bo, desktop, settle)
        for typed, times in (("34", 2), ("56", 3)):
            with qtbot.waitSignal(shell.drafts.room):
                shell.drafts.try_again()
            settle(desktop)
            assert len(told) == times - 1, "nobody did anything"
            line.setFocus()
            QTest.keyClicks(line, typed)
            QTest.keyClick(line, Qt.Key.Key_Return)
            settle(desktop)
            assert len(told) == times
    qtbot.waitUntil(lambda: other.reader.get("member", id_of(people, "Bo Ek"))["phone"] == "06123456")


def test_what_says_by_now_what_stands_there_is_told_of_when_it_is_typed_on(
    bo: Form, people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    make_room: Callable[[], None], told: list[object], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_room()
    id_, window, line = id_of(people, "Bo Ek"), desktop.window, line_of(bo, "phone")
    assert window is not None
    with monkeypatch.context() as full:
        full.setattr(Records, "edit", _refuse)
        refuse_phone(bo, desktop, settle)
    window.shell.drafts._again.stop()
    other.records.edit("member", id_, {"phone": "0612"})
    window.watch()
    settle(desktop)
    with qtbot.waitSignal(window.shell.drafts.room):
        window.shell.drafts.try_again()
    settle(desktop)
    with monkeypatch.context() as full:
        full.setattr(Records, "edit", _refuse)
        line.setFocus()
        QTest.keyClicks(line, "34")
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle(desktop)
    assert len(told) == 2


def test_a_dialog_saves_it_and_says_no_more_that_it_could_not(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, make_room: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    make_room()
    place, _ = other.records.add("place", {"name": "Hall"})
    dialog = opened(PlaceForm(window.shell, window, other.reader.get("place", place)), desktop, settle)
    with monkeypatch.context() as full:
        full.setattr(Records, "edit", _refuse)
        dialog.form.edit("name").control.setText("Great hall")
        dialog.submit()
        settle(desktop)
        assert dialog.isVisible() and dialog._wrong.text() == FULL
    qtbot.waitUntil(lambda: other.reader.get("place", place)["name"] == "Great hall")
    qtbot.waitUntil(lambda: dialog._wrong.text() == "")
    assert dialog.form.lines["name"].sentence == "" and dialog.isVisible(), "Done is pressed once more"


def test_a_refusal_that_is_about_no_field_selects_none(
    window: Window, desktop: Desktop, settle: Settle, make_room: Callable[[], None]
) -> None:
    form = begun(window, desktop, settle)
    line = line_of(form.form, "name")
    line.end(False)
    settle(desktop)
    front(form)
    form.done_button.setFocus()
    QTest.mouseClick(form.done_button, Qt.MouseButton.LeftButton)
    settle(desktop)
    assert isinstance(form, AddMember) and form._wrong.text() == FULL
    assert line.selectedText() == ""
    assert form.done_button.hasFocus(), "it is pressed again once there is room"


def _refuse(*args: Any, **kwargs: Any) -> None:
    raise Refused("disk_full", FULL)
