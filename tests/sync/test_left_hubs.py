"""Two laptops, apart, each bring the circle to a hub of their own: who follows the one that loses hears of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import Struct
from sticks import ask_beside, joined
from sync_region import add_member, hashes, name_set
from test_two_moves import ONE, TWO, Crossroads, move

from learningcircles.circle.circle import Circle
from learningcircles.errors import Broken, Locked, Refused, Unreachable
from learningcircles.laptop.locking import SyncLock
from learningcircles.storage.left_hubs import LOOKS_FOR_MS, OFTEN_MS, LeftHub, left_hubs
from learningcircles_sync import leaving_hubs
from learningcircles_sync.engine import Engine
from learningcircles_sync.line import Line
from learningcircles_sync.serve import Answer, Receiver


class Silent(Receiver):
    """A hub that does not answer, and counts who asks."""

    def __init__(self) -> None:
        self.asked = 0

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        self.asked += 1
        raise Unreachable("no_answer", "The hub does not answer.")


class Refusing(Receiver):
    """A hub that gives every laptop one refusal, signed as its answers are."""

    def __init__(self, hub: Receiver, code: str) -> None:
        super().__init__(hub._store, hub._identity, hub._now_ms)
        self._code = code

    def _answer(self, method: str, path: str, request: bytes) -> Struct:
        raise Refused(self._code, "Not now.")


def apart(region: Crossroads, folder: Path) -> tuple[Engine, Engine, Engine]:
    """Return whose hub counts once they meet, whose does not, and a laptop that follows the latter."""
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", folder), joined(region, pilar, "Bo", folder, "recorder")
    ask_beside(region, amina, pilar)
    for engine, url in ((pilar, ONE), (amina, TWO)):
        region.open(url)
        move(engine, url)
    ask_beside(region, bo, amina)
    add_member(bo, "By Bo")
    bo.share()
    assert bo.circle.roster.hub == TWO
    return pilar, amina, bo


def test_who_follows_the_hub_that_loses_hears_of_it_there(tmp_path: Path) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, bo = apart(region, tmp_path)
    ask_beside(region, amina, pilar)
    assert amina.circle.roster.hub == ONE, "of the two lists this one counts"
    amina.share()
    bo.share()
    assert bo.circle.roster.hub == ONE, "it asks nobody else than the hub whose list has lost"
    for engine in (bo, pilar, amina):
        engine.share()
        assert "By Bo" in name_set(engine) and left_hubs(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in (bo, pilar, amina)}) == 1
    region.others[TWO] = silent = Silent()
    for engine in (bo, pilar, amina):
        engine.share()
    assert silent.asked == 0, "it is told once"


def test_a_hub_that_was_left_is_looked_for_by_time_and_not_by_shares(tmp_path: Path) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, bo = apart(region, tmp_path)
    there, region.others[TWO] = region.others[TWO], (silent := Silent())
    ask_beside(region, amina, pilar)
    for _ in range(7):  # an edit each, within a minute
        assert amina.share().waiting == 0, "what it says is of no matter to the share"
    assert silent.asked == 7
    region.clock.ms += OFTEN_MS
    amina.share()
    asked = silent.asked
    amina.share()
    assert silent.asked == asked, "one that is silent for long would hold up every share"
    region.clock.ms += OFTEN_MS
    region.others[TWO] = there
    amina.share()
    bo.share()
    assert bo.circle.roster.hub == ONE and left_hubs(amina.circle) == []
    assert pilar.circle.roster.hub == ONE


def test_others_may_share_while_a_hub_that_was_left_is_silent(tmp_path: Path) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, _ = apart(region, tmp_path)
    circle = amina.circle
    locked: list[bool] = []

    class Slow(Silent):
        def answer(self, method: str, path: str, body: bytes) -> Answer:
            try:
                with SyncLock(circle.path):
                    locked.append(False)
            except Locked:
                locked.append(True)
            return super().answer(method, path, body)

    region.others[TWO] = Slow()
    ask_beside(region, amina, pilar)
    amina.share()
    assert locked == [False] and left_hubs(circle)


def test_a_hub_that_was_left_and_is_gone_is_given_up_in_the_end(tmp_path: Path) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, _ = apart(region, tmp_path)
    region.others[TWO] = silent = Silent()
    ask_beside(region, amina, pilar)
    amina.share()
    region.clock.ms += LOOKS_FOR_MS
    amina.share()
    assert silent.asked == 2 and left_hubs(amina.circle) == []


@pytest.mark.parametrize(("code", "ends"), [("busy", False), ("circle_unknown", True)])
def test_only_a_hub_that_serves_nobody_there_is_not_asked_again(tmp_path: Path, code: str, *, ends: bool) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, bo = apart(region, tmp_path)
    there, region.others[TWO] = region.others[TWO], Refusing(region.others[TWO], code)
    ask_beside(region, amina, pilar)
    assert amina.share().waiting == 0
    region.others[TWO] = there
    amina.share()
    bo.share()
    assert bo.circle.roster.hub == (TWO if ends else ONE)


@pytest.mark.parametrize("error", [Refused("disk_full", "Full."), Locked("busy", "Busy.")])
def test_a_share_is_done_though_it_cannot_be_noted_what_came_of_that_hub(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Refused
) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, _ = apart(region, tmp_path)
    ask_beside(region, amina, pilar)
    region.others[TWO] = Silent()

    def refuses(circle: Circle, hub: LeftHub) -> None:
        raise error

    monkeypatch.setattr(leaving_hubs, "note_in_vain", refuses)
    add_member(amina, "By Amina")
    assert amina.share().waiting == 0 and left_hubs(amina.circle)


def test_a_bug_of_ours_is_not_hidden_where_a_hub_that_was_left_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, _ = apart(region, tmp_path)
    ask_beside(region, amina, pilar)

    def breaks(line: Line) -> None:
        raise Broken("no_such_state", "This cannot be.")

    monkeypatch.setattr(amina.talking, "tell", breaks)
    with pytest.raises(Broken):
        amina.share()


def test_a_file_that_is_busy_does_not_keep_a_hub_that_was_left_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    region = Crossroads(tmp_path)
    pilar, amina, _ = apart(region, tmp_path)
    ask_beside(region, amina, pilar)

    def busy(line: Line) -> None:
        raise Locked("busy", "Another program is using this circle at the moment. Try again.")

    monkeypatch.setattr(amina.talking, "tell", busy)
    amina.share()
    assert [hub.asked_ms > 0 for hub in left_hubs(amina.circle)] == [True], "it was asked in vain"
