"""An exchange that is written slowly in the hall: what becomes of it is no matter of the next one, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.swaps import Swaps
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.begun import unwritten_in
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.interrupts import ends
from learningcircles_ui.tasks import finish_writing
from tests.ui.late import ask, writing_held
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_lock import back_in, hold, lock_and_unlock, locking

__all__ = ["hall", "locking"]
Settle = Callable[[Desktop], None]


@contextmanager
def refusing() -> Iterator[None]:
    """Let no exchange be written, though drafts are."""

    def refuse(*args: object, **words: object) -> None:
        raise Refused("busy", "Another program holds the file.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Swaps, "add", refuse)
        yield


def choose(hall: Hall, desktop: Desktop, settle: Settle, giver: str, length: str) -> None:
    """Say of the exchange in view that somebody gave Tom so much."""
    settle(desktop)
    for letters in (giver, "tom"):
        type_in(hall.swap.people, letters)
    hall.swap.lengths.line.setText(length)


@pytest.fixture
def chosen(hall: Hall, desktop: Desktop, settle: Settle) -> None:
    """An exchange of 1 h 30 min, of Mia B. and Tom, is in view, and to be recorded."""
    hall.go("swap")
    choose(hall, desktop, settle, "mia b", "1:30")


def begin_another(hall: Hall) -> None:
    for _ in range(3):
        hall.back()
    assert hall.step is hall.first
    hall.go("swap")


def lengths(other: Verbs) -> tuple[list[int], list[str]]:
    """Return the minutes of what is written, and the lengths of what waits on Today."""
    kept = [other.drafts.draft(name) for name, _ in other.drafts.drafts()]
    told = [str(each.values.get("minutes", each.values.get("length"))) for each in kept if each is not None]
    return sorted(row["minutes"] for row in other.reader.list("swap")), sorted(told)


@pytest.mark.usefixtures("chosen")
def test_one_that_is_refused_once_another_is_begun_waits_though_that_one_is_written(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with refusing():
        with writing_held(desktop):
            hall.swap.record()
            begin_another(hall)
        settle(desktop)
    choose(hall, desktop, settle, "mia o", "0:30")
    hall.swap.record()
    settle(desktop)
    assert lengths(other) == ([30], ["1 h 30 min"])


@pytest.mark.usefixtures("chosen")
def test_two_that_are_written_slowly_are_both_written(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with writing_held(desktop):
        hall.swap.record()
        begin_another(hall)
        for letters in ("mia o", "tom"):
            type_in(hall.swap.people, letters)
        hall.swap.lengths.line.setText("0:30")
        hall.swap.record()
        hall.swap.record()
    settle(desktop)
    assert lengths(other) == ([30, 90], []) and hall.step is hall.first


@pytest.mark.parametrize("backs", [2, 3])
@pytest.mark.usefixtures("chosen")
def test_nobody_is_taken_out_of_the_next_one_by_what_became_of_the_one_before(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, backs: int
) -> None:
    with writing_held(desktop):
        hall.swap.record()
        for _ in range(backs):
            hall.back()
        if backs > 2:
            hall.go("swap")
        type_in(hall.swap.people, "tom")
    settle(desktop)
    assert hall.step is hall.swap and hall.swap.giver is not None and hall.swap.giver.name == "Tom"
    assert lengths(other)[0] == [90] and hall.sentence.text().startswith("Recorded: Mia B. gave Tom 1 h 30 min")


@pytest.mark.usefixtures("chosen")
def test_nobody_is_taken_out_of_another_screen(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    with writing_held(desktop):
        hall.swap.record()
        hall.go("came")
    settle(desktop)
    assert hall.step is hall.came and lengths(other)[0] == [90]


@pytest.mark.usefixtures("chosen")
def test_one_that_was_refused_and_is_written_once_another_is_begun_waits_no_more(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with refusing():
        hall.swap.record()
        settle(desktop)
    assert lengths(other) == ([], ["1 h 30 min"])
    with writing_held(desktop):
        hall.swap.record()
        begin_another(hall)
    settle(desktop)
    assert lengths(other) == ([90], [])


@pytest.mark.usefixtures("chosen")
def test_what_is_changed_while_it_is_written_is_not_lost_unsaid(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with writing_held(desktop):
        hall.swap.record()
        hall.swap.record()
        assert not hall.sentence.text(), "two touches count as one"
        hall.swap.lengths.line.setText("2:30")
        hall.swap.record()
        assert hall.sentence.text() == "Not changed: it is being written down as it was just now."
    settle(desktop)
    assert lengths(other) == ([90], []) and hall.sentence.text().startswith("Recorded: Mia B. gave Tom 1 h 30 min")


@pytest.mark.parametrize("gone_on", [True, False])
@pytest.mark.usefixtures("chosen")
def test_a_signal_takes_none_that_is_refused_then(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, gone_on: bool
) -> None:
    with refusing():
        hall.swap.record()
        if gone_on:
            begin_another(hall)
        ends(True)
        hall.close()
        ends(False)
        desktop.close()
    assert lengths(other) == ([], ["1 h 30 min" if gone_on else "1:30"])


def test_one_that_was_refused_and_is_written_at_the_lock_waits_no_more(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    locking.go("swap")
    settle(house)
    for name in ("zo", "mi"):
        type_in(locking.swap.people, name)
    with refusing():
        locking.swap.record()
        settle(house)
    held = hold(house)
    locking.swap.record()
    house.lockup.lock()
    held.set()
    assert house.tasks is not None
    finish_writing(house.tasks)
    house.lockup._close(house.lockup.page)  # before anybody is told that it is written
    hall = back_in(house, settle, qtbot)
    assert hall.step is hall.first
    assert ask(house, settle, lambda verbs: (verbs.reader.count("swap"), len(verbs.drafts.drafts()))) == (1, 0)


def test_what_was_refused_is_not_kept_anew_after_a_lock(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    """It may have been taken up on Today meanwhile, or somebody of it erased: there it would stand again."""
    locking.go("swap")
    settle(house)
    for name in ("zo", "mi"):
        type_in(locking.swap.people, name)
    with refusing():
        locking.swap.record()
        settle(house)
    begin_another(locking)
    locking.drafts.keep()

    def kept_at(verbs: Verbs) -> list[tuple[str, int]]:
        return [(name, draft.at) for name, draft in verbs.reader.drafts()]

    before = ask(house, settle, kept_at)
    made = lock_and_unlock(house, hold(house), settle, qtbot)
    made.drafts.keep()
    assert len(before) == 1 and ask(house, settle, kept_at) == before and made.swap.recording.names()


@pytest.mark.usefixtures("chosen")
def test_another_one_begun_by_going_back_from_a_refused_one_leaves_that_on_today(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with refusing():
        hall.swap.record()
        settle(desktop)
    hall.back()
    hall.back()
    assert hall.question.text() == "Who gave their time?"
    choose(hall, desktop, settle, "mia o", "0:30")
    hall.drafts.keep()
    settle(desktop)
    assert unwritten_in(hall).names == "Mia O. → Tom" and lengths(other) == ([], ["0:30", "1 h 30 min"])
    hall.swap.record()
    settle(desktop)
    assert lengths(other) == ([30], ["1 h 30 min"])
    assert unwritten_in(hall).exchanges == "Mia B. → Tom"


@pytest.mark.usefixtures("chosen")
def test_what_is_corrected_once_it_was_refused_is_kept_and_written_once(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with refusing():
        hall.swap.record()
        settle(desktop)
    hall.swap.lengths.line.setText("2:30")
    hall.drafts.keep()
    settle(desktop)
    assert lengths(other) == ([], ["2 h 30 min"])
    hall.swap.lengths.line.setText("a lot")
    hall.drafts.keep()
    settle(desktop)
    assert lengths(other) == ([], ["a lot"]), "as typed, for whoever is told of it"
    hall.swap.lengths.line.setText("2:00")
    hall.swap.record()
    settle(desktop)
    assert lengths(other) == ([120], []) and unwritten_in(hall).exchanges == ""


def whose(other: Verbs) -> tuple[list[str], list[str]]:
    """Return who received what is written, and who received what stands on Today."""
    names = {row.id: str(row["name"]) for row in other.reader.list("member")}
    kept = [str(draft.values["receiver"]["words"]) for _, draft in other.reader.drafts()]
    return [names[row["receiver"]] for row in other.reader.list("swap")], kept


@pytest.mark.usefixtures("chosen")
def test_a_refused_one_stays_on_today_though_somebody_else_received_the_next(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """It was overwritten by that one, and gone once that was written."""
    with refusing():
        hall.swap.record()
        settle(desktop)
    hall.back()
    type_in(hall.swap.people, "christian")
    settle(desktop)
    hall.drafts.keep()
    hall.swap.record()
    settle(desktop)
    hall.drafts.keep()
    settle(desktop)
    (received,), kept = whose(other)
    assert received.startswith("Christian") and kept == ["Tom"] and unwritten_in(hall).exchanges == "Mia B. → Tom"


@pytest.mark.usefixtures("chosen")
def test_nobody_is_taken_out_of_the_next_one_that_somebody_else_received(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with writing_held(desktop):
        hall.swap.record()
        hall.back()
        type_in(hall.swap.people, "christian")
    settle(desktop)
    assert hall.step is hall.swap and hall.swap.who.text() == "Mia B. → Christian"
    hall.swap.record()
    settle(desktop)
    assert len(whose(other)[0]) == 2 and hall.step is hall.first


@pytest.mark.usefixtures("chosen")
def test_the_same_one_is_gone_on_with_where_the_same_two_are_chosen_again(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with refusing():
        hall.swap.record()
        settle(desktop)
    hall.back()
    type_in(hall.swap.people, "tom")
    hall.swap.record()
    settle(desktop)
    assert lengths(other) == ([90], []) and unwritten_in(hall).exchanges == ""


@pytest.mark.usefixtures("chosen")
def test_a_refused_one_is_kept_again_only_once_it_is_changed(
    hall: Hall, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    with refusing():
        hall.swap.record()
        settle(desktop)
    hall.drafts._often.stop()
    hall.drafts.keep()
    kept, keep = [], hall.shell.drafts.keep

    def heard(name: str, values: Callable[[], Mapping[str, Any]]) -> None:
        kept.append(name)
        keep(name, values)

    monkeypatch.setattr(hall.shell.drafts, "keep", heard)
    hall.drafts.keep()
    hall.drafts.keep()
    assert kept == []
    hall.swap.lengths.line.setText("2:30")
    hall.drafts.keep()
    assert kept == [hall.swap.recording.slot]
