"""What the next hall takes up of what another one has left: each by itself, whatever has become of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall import kept as hall_drafts
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.rows import Tile, read_present
from learningcircles_ui.parts.draft_names import PERSON
from tests.ui.late import meetup_today
from tests.ui.test_hall_kept import hall_of, kept, started
from tests.ui.test_hall_keys import hall
from tests.ui.test_hall_waiting import asking, button, guests, seen, write

__all__ = ["asking", "hall", "started"]
Settle = Callable[[Desktop], None]
Next = Callable[[], Desktop]


def leave_mark(other: Verbs, meetup: bytes, name: str, *, here: bool = False) -> None:
    """Let a mark be kept that could not be written. `here`: it takes somebody back."""
    id_ = next(row.id for row in other.reader.list("member") if row["name"] == name)
    told: dict[str, Any] = {"name": name, "meetup": meetup, PERSON: id_, "member": id_, "here": here}
    other.drafts.keep_draft(f"hall beside {(meetup + id_).hex()}", told)


def test_a_mark_of_a_meetup_that_was_removed_holds_up_nobody(
    asking: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    """Of all that was kept nothing was taken up: who waited, half an exchange, other marks."""
    (meetup,), gone = other.reader.ids("meetup"), meetup_today(other)
    write("Tom⏎")
    settle(desktop)
    qtbot.waitUntil(lambda: kept(other) == ["Tom"])
    leave_mark(other, gone, "Mia Berg")
    leave_mark(other, meetup, "Mia Oduya")
    other.records.remove("meetup", gone)
    made = hall_of(started(), settle, qtbot)
    assert made.guest.waiting.names() == "Tom" and sorted(made.came.names().split(", ")) == ["Mia Berg", "Mia Oduya"]


def test_who_came_to_a_meetup_is_read_once_for_all_of_its_marks(
    hall: Hall, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each reads every member, on the thread that writes."""
    read: list[bytes] = []

    def heard(reader: Reader, meetup: bytes) -> Sequence[Tile]:
        read.append(meetup)
        return read_present(reader, meetup)

    (meetup,), second = other.reader.ids("meetup"), meetup_today(other)
    for name in ("Mia Berg", "Mia Oduya", "Tom Ek"):
        leave_mark(other, meetup, name)
    leave_mark(other, second, "Tom Ek")
    monkeypatch.setattr(hall_drafts, "read_present", heard)
    made = hall_of(started(), settle, qtbot)
    assert sorted(read) == sorted([meetup, second]) and made.came.names().count(",") == 3


@pytest.mark.parametrize("here", [False, True])
def test_a_mark_that_somebody_has_noted_since_waits_no_more(
    hall: Hall, other: Verbs, started: Next, settle: Settle, qtbot: QtBot, here: bool
) -> None:
    (meetup,) = other.reader.ids("meetup")
    ids = {str(row["name"]): row.id for row in other.reader.list("member")}
    other.meetups.attend(meetup, member=ids["Tom Ek"])
    for name in ("Tom Ek", "Mia Berg"):
        leave_mark(other, meetup, name, here=here)
    made = hall_of(started(), settle, qtbot)
    left = "Tom Ek" if here else "Mia Berg"
    assert [each.name for each in made.came.unwritten.items] == [left]


def test_somebody_else_who_may_have_been_written_before_the_kill_is_asked_about(
    hall: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    """They were a guest beside the member of that name, and would be counted twice."""
    (meetup,) = other.reader.ids("meetup")
    other.meetups.attend(meetup, guest_name="Tom")
    told = {"name": "Tom", "meetup": meetup, "title": "Bread", "here": True, "settled": False, "place": 1}
    other.drafts.keep_draft("hall beside aa", told)
    again = started()
    made = hall_of(again, settle, qtbot)
    made.go("guest")
    settle(again)
    button(made, "Somebody else").click()
    settle(again)
    assert guests(other) == ["Tom"] and "A guest called Tom is written down for Bread already." in seen(made)
