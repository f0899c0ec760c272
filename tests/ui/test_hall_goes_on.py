"""What the next hall makes of what another one has left: nothing goes that is not known to be written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.begun import unwritten_in
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.hall.rows import read_present
from tests.ui.late import ask, writing_held
from tests.ui.test_hall_kept import Next, begun, hall_of, kept, started
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_lock import hold, lock_and_unlock, locking
from tests.ui.test_hall_refused import full_disk
from tests.ui.test_hall_waiting import asking, slowly, write

__all__ = ["asking", "hall", "locking", "slowly", "started"]
Settle = Callable[[Desktop], None]


def half_chosen(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    """Mia B. gave Tom 1:30: not recorded yet, and the program ends."""
    hall.go("swap")
    settle(desktop)
    for letters in ("mia b", "tom"):
        type_in(hall.swap.people, letters)
    hall.swap.lengths.line.setText("1:30")
    hall.drafts.keep()
    settle(desktop)


def record(other: Verbs, **fields: object) -> None:
    """Record an exchange of the same two at the desk."""
    ids = {row["name"]: row.id for row in other.reader.list("member")}
    other.swaps.add({"provider": ids["Mia Berg"], "receiver": ids["Tom Ek"], **fields})


@pytest.mark.parametrize("fields", [{"minutes": 30}, {"minutes": 90, "on": "2026-01-20"}])
def test_half_an_exchange_outlives_another_one_of_the_same_two(
    desktop: Desktop,
    other: Verbs,
    hall: Hall,
    started: Next,
    settle: Settle,
    qtbot: QtBot,
    fields: dict[str, object],
) -> None:
    half_chosen(hall, desktop, settle)
    again = started()
    record(other, **fields)
    made = hall_of(again, settle, qtbot)
    assert len(kept(other)) == 1 and made.swap.lengths.line.text() == "1:30"
    assert "Recorded" not in made.sentence.text(), "what was recorded elsewhere is not shown before strangers"


def test_who_waits_is_named_though_they_are_read_while_the_question_is_open(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    write("Tom⏎")
    settle(desktop)
    qtbot.waitUntil(lambda: kept(other) == ["Tom"])
    again = started()
    with writing_held(again):  # a long list comes in
        made = again.enter_hall()
        made.ask_to_leave()
    settle(again)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall) and made.guest.waiting.names() == "Tom"
    assert "Tom" in " ".join(each.text() for each in asked.findChildren(QLabel) if each.isVisible())


def test_a_lock_takes_no_half_that_was_left_on_today(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    half = {"step": "guest", "name": "Half-typed", "meetup": b"", "came": False}
    ask(house, settle, lambda verbs: verbs.drafts.keep_draft("hall beside 0a0b0c", half))
    locking.go("first")
    settle(house)
    made = lock_and_unlock(house, hold(house), settle, qtbot)
    made.drafts.keep()
    settle(house)
    drafts = ask(house, settle, lambda verbs: [verbs.drafts.draft(name) for name, _ in verbs.drafts.drafts()])
    assert made.step is made.first and [each.values["name"] for each in drafts] == ["Half-typed"]


def test_what_is_begun_over_a_lock_is_kept_once_and_goes_once_it_is_recorded(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    locking.go("swap")
    settle(house)
    type_in(locking.swap.people, "zo")
    locking.drafts.keep()
    settle(house)
    made = lock_and_unlock(house, hold(house), settle, qtbot)
    made.drafts.keep()
    settle(house)
    assert len(ask(house, settle, lambda verbs: verbs.drafts.drafts())) == 1
    type_in(made.swap.people, "mi")
    made.swap.record()
    settle(house)
    made.drafts.keep()
    settle(house)
    assert ask(house, settle, lambda verbs: (len(verbs.drafts.drafts()), verbs.reader.count("swap"))) == (0, 1)


def taken_back(hall: Hall, desktop: Desktop, other: Verbs, settle: Settle) -> bytes:
    """Mia is noted by a slip, and taken back on a full disk; return the meetup."""
    hall.go("came")
    settle(desktop)
    type_in(hall.came.people, "mia b")
    settle(desktop)
    (meetup,) = other.reader.ids("meetup")
    (tile,) = (each for each in read_present(other.reader, meetup) if each.here)
    with full_disk():
        hall.came.people.chosen.emit(tile)
        settle(desktop)
    hall.shell.drafts.try_again()
    settle(desktop)
    return meetup


def test_a_taking_back_that_waits_is_not_told_as_somebody_who_is_to_come(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    meetup = taken_back(hall, desktop, other, settle)
    assert unwritten_in(hall).names == "Mia B. (not here)"
    again = started()
    assert begun(again) == ["Mia B. (not here)"]
    made = hall_of(again, settle, qtbot)
    assert "Mia B. (not here)" in made.sentence.text()
    made.go("came")
    made.came.refused.again.click()
    settle(again)
    assert not any(each.here for each in read_present(other.reader, meetup))


def test_a_mark_that_somebody_has_noted_since_waits_no_more(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    meetup = taken_back(hall, desktop, other, settle)
    again = started()
    (mia,) = (row.id for row in other.reader.list("member") if row["name"] == "Mia Berg")
    other.meetups.attend(meetup, member=mia, state="absent")
    made = hall_of(again, settle, qtbot)
    assert made.came.names() == "" and not made.drafts.lost()
    qtbot.waitUntil(lambda: kept(other) == [])
