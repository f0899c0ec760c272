"""The windows that stand before a circle's own one close by the same keys as that one, and lose no words unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from learningcircles.errors import Refused
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_draft import BEGUN
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.pages.before.trouble import Trouble
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.hands import CTRL, Hands, Key
from tests.ui.late import closed, front
from tests.ui.locking import page

Settle = Callable[[Desktop], None]
TOLD = "Not all that you typed is kept. Closed once more, the rest is thrown away."
NOT_SET = "The passphrase is not set: nothing has begun yet. Close this once more to throw it away."
CLOSES = pytest.mark.parametrize("key", [Key.Key_Q, Key.Key_W])


@pytest.fixture
def hands(qtbot: Any) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def newcomer(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """A laptop without a circle."""
    made = Desktop(qapp, home_in(tmp_path / "new"))
    yield made
    made.close()
    made.aside.close()
    qapp.processEvents()


def begun(desktop: Desktop, what: str = "") -> FirstRun:
    first = desktop.begin(what)
    front(first)
    return first


@CLOSES
def test_the_first_run_closes_and_keeps_the_names(key: Key, newcomer: Desktop, hands: Hands) -> None:
    first = begun(newcomer, "new")
    hands.write("Harbour")
    hands.press(key, held=CTRL)
    assert not first.isVisible()
    assert newcomer.home.settings.get(BEGUN) == {"circle": "Harbour"}


@pytest.mark.parametrize("what", ["join", "back"])
def test_a_killed_program_begins_again_where_it_was_chosen_to(newcomer: Desktop, qapp: QApplication, what: str) -> None:
    first = begun(newcomer, what)
    first.names.person.setText("Ana Silva")
    first._draft.keep()
    again = Desktop(qapp, home_in(newcomer.home.folder))
    again.start()
    assert isinstance(front := again.front, FirstRun)
    front.go(1)
    assert front._choices[what].isChecked() and front.names.person.text() == "Ana Silva"
    front.forward()
    assert front.windowTitle().startswith("Join" if what == "join" else "Get")
    front._draft.forget()
    again.close()


@CLOSES
def test_what_lets_somebody_in_is_kept_nowhere_and_asked_about(key: Key, newcomer: Desktop, hands: Hands) -> None:
    first = begun(newcomer, "join")
    first.names.invitation.setFocus()
    hands.write("learningcircles")
    hands.press(key, held=CTRL)
    assert first.isVisible() and first.wrong.text() == TOLD
    hands.write("x")
    assert first.wrong.text() == ""
    hands.press(key, held=CTRL)
    assert first.isVisible() and first.wrong.text() == TOLD, "whoever types on is asked again"
    hands.press(key, held=CTRL)
    assert not first.isVisible()


def test_its_own_button_asks_as_well(newcomer: Desktop, hands: Hands) -> None:
    first = begun(newcomer, "join")
    first.names.invitation.setFocus()
    hands.write("learningcircles")
    assert not first.close() and first.wrong.text() == TOLD
    assert first.close()


def test_names_that_met_a_full_disk_are_asked_about(
    newcomer: Desktop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = begun(newcomer, "new")

    def refuse(*args: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(Home, "set_setting", refuse)
        hands.write("Harbour")
        hands.press(Key.Key_W, held=CTRL)
        assert first.isVisible() and first.wrong.text() == TOLD
    hands.press(Key.Key_W, held=CTRL)
    assert not first.isVisible()
    assert newcomer.home.settings.get(BEGUN) == {"circle": "Harbour"}, "there is room by now"


def test_over_a_circle_one_key_closes_the_first_run_and_the_other_the_window_too(
    desktop: Desktop, window: Window, hands: Hands
) -> None:
    first = begun(desktop, "new")
    hands.press(Key.Key_W, held=CTRL)
    assert not first.isVisible() and window.isVisible()
    first = begun(desktop, "join")
    first.names.invitation.setFocus()
    hands.write("learningcircles")
    hands.press(Key.Key_Q, held=CTRL)
    assert first.isVisible() and window.isVisible(), "what is kept nowhere is asked about first"
    hands.press(Key.Key_Q, held=CTRL)
    assert not first.isVisible() and not window.isVisible()


@CLOSES
def test_a_first_run_that_is_come_back_to_while_it_makes_a_circle_closes_by_the_same_keys(
    key: Key, desktop: Desktop, window: Window, hands: Hands
) -> None:
    first = begun(desktop, "new")
    first.on.setEnabled(False)  # as it stands for as long as a circle is being made
    for _ in range(2):
        desktop.bring_up(window)
        assert desktop.begin() is first
    front(first)
    hands.press(key, held=CTRL)
    assert not first.isVisible()


@CLOSES
def test_the_lock_closes(key: Key, house: Desktop, hands: Hands) -> None:
    house.lockup.lock()
    locked = page(house)
    front(locked)
    hands.press(key, held=CTRL)
    assert not locked.isVisible()


@CLOSES
def test_what_tells_of_a_circle_that_does_not_open_closes(key: Key, desktop: Desktop, home: Home, hands: Hands) -> None:
    home.find().path.write_bytes(b"")
    desktop.start()
    shown = desktop.front
    assert isinstance(shown, Trouble)
    front(shown)
    hands.press(key, held=CTRL)
    assert not shown.isVisible()


def at_the_keys(desktop: Desktop, what: str = "new") -> FirstRun:
    """Return the first run at its last step, with a passphrase asked for."""
    first = begun(desktop, what)
    first.names.circle.setText("Harbour")
    first.go(3)
    first.keys.ask.click()
    return first


@CLOSES
@pytest.mark.parametrize("typed", ["corr", "correct horse"])
def test_nobody_closes_over_a_passphrase_in_the_belief_that_it_is_set(
    key: Key, typed: str, newcomer: Desktop, hands: Hands
) -> None:
    first = at_the_keys(newcomer)
    first.keys.passphrase.setFocus()
    hands.write(typed)
    hands.press(key, held=CTRL)
    assert first.isVisible() and first.wrong.text() == NOT_SET
    first.keys.again.setFocus()
    hands.write("c")
    assert first.wrong.text() == "", "whoever types on is asked again"
    assert not first.close() and first.wrong.text() == NOT_SET, "its own button asks as well"
    hands.press(key, held=CTRL)
    assert not first.isVisible()
    kept = newcomer.home.settings.get(BEGUN)
    assert isinstance(kept, dict) and kept["circle"] == "Harbour" and typed not in kept.values()


def test_escape_goes_back_over_a_passphrase_and_it_is_there_again(newcomer: Desktop, hands: Hands) -> None:
    first = at_the_keys(newcomer)
    first.keys.passphrase.setFocus()
    hands.write("correct")
    hands.press(Key.Key_Escape)
    assert first.isVisible() and first.step() == 2
    assert not first.close() and first.wrong.text() == NOT_SET, "from every step"
    first.go(3)
    assert first.keys.passphrase.text() == "correct" and first.keys.ask.isChecked()
    assert not first.close()
    assert first.close()


def test_over_a_circle_escape_asks_about_a_passphrase_where_it_leaves(
    desktop: Desktop, window: Window, hands: Hands
) -> None:
    first = at_the_keys(desktop)
    first.names.circle.clear()
    first.keys.passphrase.setFocus()
    hands.write("correct")
    hands.press(Key.Key_Escape)
    assert first.step() == first._first
    hands.press(Key.Key_Escape)
    assert first.isVisible() and first.wrong.text().startswith("What you typed is not saved.")
    hands.press(Key.Key_Escape)
    assert closed(first) and window.isVisible()


def test_a_passphrase_that_is_not_asked_for_any_more_asks_nothing(newcomer: Desktop, hands: Hands) -> None:
    first = at_the_keys(newcomer)
    first.keys.passphrase.setFocus()
    hands.write("correct")
    first.keys.ask.click()
    assert first.close()


def test_a_passphrase_that_is_being_set_is_not_lost(newcomer: Desktop) -> None:
    first = at_the_keys(newcomer)
    first.keys.passphrase.setText("correct horse")
    first.keys.again.setText("correct horse")
    first.forward()
    assert first.under_way and first.close()


def test_with_an_invitation_it_is_told_of_both_at_once(newcomer: Desktop, hands: Hands) -> None:
    first = at_the_keys(newcomer, "join")
    first.names.invitation.setText("learningcircles")
    first.keys.passphrase.setText("correct")
    assert not first.close() and first.wrong.text() == TOLD
    assert first.close()


def test_a_passphrase_is_asked_for_still_after_another_language_was_chosen(newcomer: Desktop, hands: Hands) -> None:
    first = at_the_keys(newcomer)
    first.keys.passphrase.setText("correct horse")
    first.keys.again.setText("correct horse")
    first.go(0)
    first._speak("en")
    assert first.keys.ask.isChecked() and first.keys.chosen() == "correct horse"
    assert not first.close()
    assert first.close()
