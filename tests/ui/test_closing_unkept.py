"""Whatever closes over words that are in no file asks before: they would go with the program."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Timer
from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.drafts import Drafts
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.storage.connect import damaged
from learningcircles_ui.app import Desktop
from learningcircles_ui.interrupts import Interrupts, ends, is_ending
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of
from tests.ui.full import ALONE, ASKED, asked, foot, room, typed, words
from tests.ui.hands import Hands
from tests.ui.late import PATIENCE, Settle, gone
from tests.ui.locking import page, unlock
from tests.ui.test_drafts_left import begun, drafts, edited, top_form

_ = (room, typed)


@pytest.fixture
def by_signal() -> Iterator[Callable[[bool], None]]:
    """Note whether the program ends, as a signal does; no test after this one is to end."""
    yield ends
    ends(False)


def test_another_circle_and_back_keeps_it(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    with closing(found(desktop.home, "Garden", "Pilar", "Blue")) as made:
        garden = made.path
    desktop.settings.choose("every_circle", "yes")
    away = desktop.open(garden)
    settle(desktop)
    offered = [label.text() for label in away.page.findChildren(QLabel) if label.text().endswith(": ana@")]
    assert offered == ["Changes to a member: Ana Ruiz: ana@"]
    assert foot(away).startswith("All changes saved")
    away.close()
    told = words(asked(away))
    assert told[0].startswith("What you typed in ") and told[0].endswith("not kept. The disk is full."), told
    assert told[1] == "As soon as that circle is open, and it can be kept, it is."
    asked(away).reject()
    assert away.isVisible()
    room()
    back = desktop.open(window.shell.file.path)
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: foot(back).startswith("All changes saved"))


def test_closing_is_asked_about_and_done_once_there_is_room(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    assert not window.close() and window.isVisible()
    assert words(asked(window)) == [
        ALONE, "What would be lost: ana@.", "As soon as it can be kept it is, and the window closes by itself.",
    ]  # fmt: skip
    assert not window.close(), "it is asked once"
    asked(window).reject()
    settle(desktop)
    assert window.isVisible() and foot(window) == ALONE
    window.close()
    room()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert drafts(other) == [{"email": "ana@"}]


def test_a_program_that_is_ended_asks_each_time(
    typed: bytes, window: Window, desktop: Desktop, qapp: QApplication, settle: Settle
) -> None:
    interrupts = Interrupts(qapp)
    try:
        for _ in range(3):
            signal.raise_signal(signal.SIGTERM)
            qapp.closeAllWindows()  # as `quit` does where the program's own loop runs
            settle(desktop)
            assert window.isVisible() and words(asked(window))[0] == ALONE
        asked(window).reject()
        form = begun(window, desktop, settle)
        form.close()
        assert form.isVisible(), "its own button asks, as ever"
        form.reject()
        assert not window.close()
        asked(window).reject()
        settle(desktop)
    finally:
        interrupts.close()


def test_closing_may_lose_it(typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    window.close()
    asked(window).done_button.click()
    assert not window.isVisible()
    settle(desktop)
    assert drafts(other) == []


def test_where_nothing_is_typed_the_window_is_gone_before_a_long_write_ends(
    window: Window, desktop: Desktop, settle: Settle
) -> None:
    done: list[bool] = []
    seen: list[bool] = []
    hold = Event()
    desktop.tasks.mutate(lambda verbs: done.append(hold.wait(PATIENCE)))
    window.closed.connect(lambda: seen.append(bool(done)))
    window.close()
    hold.set()
    assert seen == [False] and not window.isVisible()
    settle(desktop)


def test_the_last_letters_are_tried_before_it_closes(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    form = begun(window, desktop, settle)
    event = QCloseEvent()
    window.closeEvent(event)  # before anything was tried: nobody knows yet that the disk is full
    assert not event.isAccepted() and words(asked(window))[0] == ALONE
    assert QApplication.activeModalWidget() is asked(window) and form.isVisible()
    room()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert drafts(other) == [{"name": "Dora Ek"}]


def test_the_lock_keeps_it(house: Desktop, settle: Settle, qtbot: QtBot, room: Callable[[], None]) -> None:
    window = house.window
    assert window is not None
    begun(window, house, settle)
    qtbot.waitUntil(lambda: house.window is not None and foot(house.window) == ALONE)
    del window
    house.lockup.lock()
    qtbot.waitUntil(lambda: house.window is None)
    locked = page(house)
    assert not locked.close() and locked.isVisible()
    (question,) = [each for each in locked.findChildren(Dialog) if each.isVisible()]
    question.reject()
    locked.activateWindow()
    unlock(house, Hands(qtbot), qtbot)
    again = house.window
    assert again is not None
    qtbot.waitUntil(lambda: bool([each for each in again.findChildren(AddMember) if each.isVisible()]))
    settle(house)
    assert line_of(top_form(again, AddMember).form, "name").text() == "Dora Ek" and foot(again) == ALONE
    room()
    qtbot.waitUntil(lambda: foot(again).startswith("What you are typing is kept here"))


def test_the_question_names_every_circle_and_does_nothing_by_itself(
    typed: bytes, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    with closing(found(desktop.home, "Garden", "Pilar", "Blue")) as made:
        garden = made.path
    left = window.shell.file.called
    away = desktop.open(garden)
    begun(away, desktop, settle)
    qtbot.waitUntil(lambda: foot(away) == ALONE)
    away.close()
    assert words(asked(away))[0] == f"{ALONE} What you typed in {left} is in this program alone, and not kept."
    assert asked(away).focusWidget() is asked(away).leave_button


def test_what_was_left_and_waits_to_be_kept_is_asked_about(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    """It stands in the queue behind something long: nobody knows yet that it will be refused."""
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    window.watch()
    window.activateWindow()
    settle(desktop)
    window.show_page("people")
    line = edited(window, ana, "email", desktop, settle, qtbot)
    hold = Event()
    desktop.tasks.mutate(lambda verbs: hold.wait(PATIENCE))
    qtbot.keyClicks(line, "ana@")
    shown = window.page
    assert isinstance(shown, PeoplePage)
    shown.show_record("member", bo)
    qtbot.waitUntil(lambda: shown.pane._stack._of == bo)
    Timer(0.2, hold.set).start()
    assert not window.close() and words(asked(window))[0] == ALONE
    settle(desktop)


def test_a_file_that_is_damaged_meanwhile_takes_no_words_along(
    typed: bytes, window: Window, desktop: Desktop, qtbot: QtBot
) -> None:
    window.damaged.emit(damaged(window.shell.file.path))
    qtbot.waitUntil(lambda: desktop.window is None)
    front = desktop.front
    assert front is not None and not front.close() and front.isVisible()
    (question,) = [each for each in front.findChildren(Dialog) if each.windowTitle() == ASKED]
    question.done_button.click()
    assert not front.isVisible()


def test_words_of_a_circle_whose_file_is_away_are_asked_about(
    typed: bytes, window: Window, desktop: Desktop, tmp_path: Path
) -> None:
    """Its disk was taken out, which may be why nothing is kept: with what is in the program it would be gone."""
    path, called = window.shell.file.path, window.shell.file.called
    with closing(found(desktop.home, "Garden", "Pilar", "Blue")) as made:
        garden = made.path
    for each in (desktop.home.folder, path):  # all of this laptop's circles, or this one alone
        each.rename(tmp_path / "away")
        assert not window.close() and words(asked(window))[1] == "What would be lost: ana@."
        asked(window).reject()
        if each is not path:
            (tmp_path / "away").rename(each)
    away = desktop.open(garden)
    assert not away.close()
    assert words(asked(away))[0].startswith(f"What you typed in {called} is in this program alone")
    asked(away).done_button.click()
    (tmp_path / "away").rename(path)
    assert not away.isVisible()


@pytest.mark.parametrize("ending", [False, True], ids=["by its button", "by a signal"])
def test_once_what_is_here_is_kept_it_is_asked_about_the_rest(
    typed: bytes, window: Window, desktop: Desktop, qapp: QApplication, settle: Settle, qtbot: QtBot,
    room: Callable[[], None], by_signal: Callable[[bool], None], ending: bool,
) -> None:  # fmt: skip
    with closing(found(desktop.home, "Garden", "Pilar", "Blue")) as made:
        garden = made.path
    left = window.shell.file.called
    away = desktop.open(garden)
    begun(away, desktop, settle)
    qtbot.waitUntil(lambda: foot(away) == ALONE)
    by_signal(ending)
    away.close()
    first = asked(away)
    assert words(first)[-1] == "As soon as it can be kept it is, and then you are asked about the rest."
    room()
    qtbot.waitUntil(lambda: not away.shell.drafts.left())
    settle(desktop)
    assert words(asked(away)) == [
        f"What you typed in {left} is in this program alone, and not kept. The disk is full.",
        "As soon as that circle is open, and it can be kept, it is.",
    ]  # fmt: skip
    asked(away).done_button.click()
    settle(desktop)
    assert not away.isVisible() and is_ending() == ending


def test_what_was_answered_ends_no_program_later(
    typed: bytes, window: Window, settle: Settle, desktop: Desktop, by_signal: Callable[[bool], None]
) -> None:
    by_signal(True)
    window.close()
    assert not is_ending(), "not while it is asked"
    asked(window).reject()
    window.close()
    asked(window).done_button.click()
    settle(desktop)
    assert not window.isVisible() and not is_ending(), "that was answered: its own button ends no more than it"


@pytest.mark.parametrize("answer", ["lose it", "room"])
def test_a_question_that_is_asked_already_goes_on_ending_the_program(
    typed: bytes, window: Window, settle: Settle, desktop: Desktop, qtbot: QtBot, room: Callable[[], None],
    by_signal: Callable[[bool], None], answer: str,
) -> None:  # fmt: skip
    by_signal(True)
    window.close()
    window.close()  # by its own button
    if answer == "room":
        room()
        qtbot.waitUntil(lambda: not window.isVisible())
    else:
        asked(window).done_button.click()
    settle(desktop)
    assert not window.isVisible() and is_ending()


def test_the_hall_and_a_form_are_there_again_where_the_program_goes_on(
    typed: bytes, window: Window, desktop: Desktop, qapp: QApplication, settle: Settle
) -> None:
    form = begun(window, desktop, settle)
    interrupts = Interrupts(qapp)
    try:
        signal.raise_signal(signal.SIGTERM)
        qapp.closeAllWindows()
        assert form.isVisible() and words(asked(window))[0] == ALONE
        asked(window).reject()
        hall = desktop.enter_hall()
        assert hall is not None
        signal.raise_signal(signal.SIGTERM)
        qapp.closeAllWindows()
        settle(desktop)
        (question,) = [each for each in hall.findChildren(Dialog) if each.isVisible()]
        assert hall.isVisible() and not window.isVisible(), "what is private is not shown by that"
        assert words(question)[0] == ALONE and len(words(question)) == 2, "nor named"
        question.done_button.click()
        assert not hall.isVisible() and not window.isVisible()
    finally:
        interrupts.close()


def test_a_question_that_goes_with_what_it_stands_over_is_asked_again(
    typed: bytes, window: Window, qapp: QApplication
) -> None:
    over = QDialog(window)
    over.open()
    window.close()
    assert asked(window).parentWidget() is over
    over.deleteLater()
    gone(qapp)
    window.close()
    assert asked(window).parentWidget() is window


def test_the_lock_says_whether_what_was_begun_is_kept(
    house: Desktop, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = house.window
    assert window is not None
    begun(window, house, settle)
    go, inside, keep = Event(), Event(), Drafts.keep_draft

    def slow(self: Drafts, *given: Any) -> bool:
        inside.set()
        go.wait(PATIENCE)
        return keep(self, *given)

    monkeypatch.setattr(Drafts, "keep_draft", slow)
    del window
    qtbot.waitUntil(inside.is_set)
    house.lockup.lock()
    said = [label.text() for label in page(house).findChildren(QLabel)]
    go.set()
    qtbot.waitUntil(lambda: house.window is None)
    assert any("What you had begun is kept." in each for each in said), said


def test_what_was_begun_in_the_hall_is_kept_behind_the_lock(house: Desktop, settle: Settle, qtbot: QtBot) -> None:
    hall = house.enter_hall()
    assert hall is not None
    settle(house)
    hall.go("guest")
    hall.guest.name.setText("Quin")
    del hall
    house.lockup.lock()
    qtbot.waitUntil(lambda: house.window is None)
    unlock(house, Hands(qtbot), qtbot)
    settle(house)
    again = house.hall
    assert again is not None and again.guest.name.text() == "Quin"
    del again
    house.lockup.lock()
    qtbot.waitUntil(lambda: house.window is None)
    assert page(house).close(), "nothing would be lost"
