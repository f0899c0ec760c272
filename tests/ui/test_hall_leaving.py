"""What the question at leaving the hall names: all that would go with it, or stays on Today, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles.storage.drafts import Drafts
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.interrupts import ends, is_ending
from learningcircles_ui.parts.dialogs import Dialog
from tests.ui.full import ALONE, room
from tests.ui.late import ask, closed
from tests.ui.test_evening_refused import refuse
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_lock import hold, lock_and_unlock, locking
from tests.ui.test_hall_recording import chosen, refusing

__all__ = ["chosen", "hall", "locking", "room"]
Settle = Callable[[Desktop], None]


def told(hall: Hall) -> str:
    """Return what is said of whoever is not written down where somebody wants to leave."""
    hall.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)
    said = [label.text() for label in asked._told if label.isVisible()]
    asked.reject()
    return " ".join(said)


GIVES_UP = "Not written down yet: {}. Whoever leaves the hall mode now gives them up."


@pytest.mark.parametrize("screen", ["came", "guest", "swap"])
def test_half_typed_letters_are_named_by_no_more_than_a_first_name(
    hall: Hall, desktop: Desktop, settle: Settle, screen: str
) -> None:
    hall.go(screen)
    settle(desktop)
    assert told(hall) == ""
    field = hall.guest.name if screen == "guest" else getattr(hall, screen).people.letters
    field.setText("Zora Neale")
    assert told(hall) == GIVES_UP.format("Zora")
    hall.go("first")
    assert told(hall) == "", "whoever goes to another screen leaves them behind"


@pytest.mark.usefixtures("at_exchanges")
def test_half_typed_letters_of_who_received_stand_with_who_gave(hall: Hall) -> None:
    type_in(hall.swap.people, "mia b")
    assert told(hall) == GIVES_UP.format("Mia B. → ?")
    hall.swap.people.letters.setText("Tom Sa")
    assert told(hall) == GIVES_UP.format("Mia B. → Tom")


@pytest.fixture
def locked_again(house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot) -> Iterator[Hall]:
    """The hall after a lock, before which an exchange was refused, as every one is."""
    locking.go("swap")
    settle(house)
    for name in ("zo", "mi"):
        type_in(locking.swap.people, name)
    with refusing():
        locking.swap.record()
        settle(house)
        locking.go("first")
        yield lock_and_unlock(house, hold(house), settle, qtbot)


@pytest.fixture
def kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no room for drafts either."""
    monkeypatch.setattr(Drafts, "keep", refuse)


def test_an_exchange_that_was_refused_before_a_lock_is_said_to_stand_on_today_until_it_is_written(
    house: Desktop, locked_again: Hall, settle: Settle
) -> None:
    (words,) = locked_again.swap.recording.names()
    assert told(locked_again) == f"Not written down yet, and kept on Today: {words}."
    assert ask(house, settle, lambda verbs: len(verbs.drafts.drafts())) == 1, "it stands there"


@pytest.mark.usefixtures("kept_nowhere")
def test_an_exchange_that_was_refused_before_a_lock_and_is_in_no_file_is_named_where_it_would_be_lost(
    locked_again: Hall,
) -> None:
    ends(True)
    locked_again.close()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, Dialog) and asked.windowTitle() == "Close, and lose what you typed?"
    lost = next(each.text() for each in asked.findChildren(QLabel) if "would be lost" in each.text())
    assert "→ Mi" in lost
    asked.reject()
    ends(False)


def test_what_is_asked_as_the_program_ends_needs_no_answer_once_all_of_it_is_kept(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    hall.go("guest")
    hall.guest.name.setText("Uno Ruiz")
    try:
        ends(True)
        hall.close()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Dialog) and hall.isVisible() and not is_ending()
        told = [each.text() for each in asked.findChildren(QLabel)]
        assert ALONE in told and "What would be lost: Uno." in told
        assert "As soon as it can be kept it is, and the window closes by itself." in told
        room()
        qtbot.waitUntil(lambda: not hall.isVisible())
        assert closed(asked) and is_ending(), "as it was to end"
    finally:
        ends(False)
    settle(desktop)
    assert [draft.values["name"] for _, draft in other.reader.drafts()] == ["Uno Ruiz"]


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("in_view", [True, False])
def test_an_exchange_that_went_with_somebody_who_was_erased_is_named_no_more(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, in_view: bool
) -> None:
    with refusing():
        hall.swap.record()
        settle(desktop)
    if not in_view:
        hall.go("first")
    assert told(hall) == "Not written down yet, and kept on Today: Mia B. → Tom."
    assert hall.swap.recording.refused
    gone = next(each.id for each in other.reader.list("member") if str(each["name"]).startswith("Tom"))
    erase(other, gone)
    assert desktop.window is not None
    desktop.window.watch()
    settle(desktop)
    assert told(hall) == "" and hall.step is hall.first
    hall.drafts.keep()
    settle(desktop)
    assert not hall.swap.recording.refused and other.drafts.drafts() == []
