"""A new laptop on a line that breaks: what has come is kept and used, and the next share goes on from there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from sync_region import URL, Region, add_member, hashes, invite_to
from test_http import Server

from learningcircles.errors import Unreachable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.joining import is_arriving
from learningcircles.laptop.sheets import new_sheet
from learningcircles.surroundings import Surroundings
from learningcircles.trust.invitation import Invitation
from learningcircles_sync import talking
from learningcircles_sync.engine import Engine
from learningcircles_sync.http import HttpTransport
from learningcircles_sync.joining import join_from_hub
from learningcircles_sync.line import Transport
from learningcircles_sync.protocol import FIRST_BYTES
from learningcircles_sync.recovering import recover_from_hub

PARCELS, IN_EACH = 16, 20


class Cut(Server):
    """A hub behind a line that breaks once `left` bytes of answers have come down: nothing comes through after that."""

    left = 1 << 40

    def let_through(self, raw: bytes) -> bytes:
        passed = raw[: max(self.left, 0)]
        self.left -= len(passed)
        return passed


class Large(NamedTuple):
    """A circle that takes several pages, and the laptop that founded it."""

    region: Region
    pilar: Engine


@dataclass
class Late:
    """A laptop that joins late. Each attempt opens the circle anew, as a program does after one that was killed."""

    large: Large
    server: Cut
    invitation: Invitation
    home: Home
    world: Surroundings

    def attempt(self, bytes_down: int) -> None:
        """Join, or go on, over a line that breaks after so many bytes."""
        self.server.left = bytes_down
        if not self.home.circles():
            who = (self.home, self.invitation, "Zoë", "Late laptop", self.world)
            join_from_hub(*who, self._transports).close()
        with self.engine() as engine:
            engine.share()

    @contextmanager
    def engine(self) -> Iterator[Engine]:
        """Open the circle for a while."""
        with closing(open_circle(self.home, surroundings=self.world)) as circle:
            engine = self.large.region.engine(self.home, circle, self.world)
            engine._transports = self._transports
            yield engine

    def _transports(self, url: str, fingerprint: bytes | None) -> Transport:
        return HttpTransport(self.server.url)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Large:
    """The last thing in the circle is a member with the name of who joins late."""
    region = Region(tmp_path_factory.mktemp("region"))
    pilar = region.found()
    random = pilar.circle.surroundings.random
    for number in range(PARCELS):
        with pilar.circle.together():
            for each in range(IN_EACH):
                add_member(pilar, f"Member {number}-{each}", notes=random(900).hex())
        pilar.share()
    add_member(pilar, "Zoë")
    pilar.share()
    return Large(region, pilar)


@pytest.fixture
def late(large: Large) -> Iterator[Late]:
    invitation = invite_to(large.pilar)
    large.pilar.share()
    with Cut(region=large.region) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield Late(large, server, invitation, *large.region.home())
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("bytes_down", [90_000, 150_000, 260_000])
def test_every_attempt_brings_more_of_the_circle(large: Large, late: Late, bytes_down: int) -> None:
    came, laptops = [0], len(large.pilar.circle.roster.devices)
    while (broke := _attempted(late, bytes_down)) is not None and len(came) < PARCELS:
        assert broke.code == "rest_to_come" and "broke in the middle" in str(broke)
        with late.engine() as engine:
            coming = engine.state().coming
            assert coming is not None and came[-1] < coming[0] < coming[1]
            assert f"{coming[0]} of {coming[1]}" in str(broke)
            assert len(engine.verbs.reader.list("member")) >= IN_EACH, "what has come is there to be used"
        came.append(coming[0])
    assert broke is None and len(came) > 1, "the line did break, and all is here in the end"
    late.attempt(1 << 40)
    large.pilar.share()
    with late.engine() as engine:
        assert hashes(engine) == hashes(large.pilar) and engine.state().coming is None
        assert not is_arriving(engine.circle)
        assert [row["name"] for row in engine.verbs.reader.list("member", text="Zoë")] == ["Zoë"], "no second one"
        assert engine.verbs.desk.person == engine.verbs.reader.list("member", text="Zoë")[0].id
        assert len(engine.circle.roster.devices) == laptops + 1, "the invitation has served once"


def _attempted(late: Late, bytes_down: int) -> Unreachable | None:
    try:
        late.attempt(bytes_down)
    except Unreachable as error:
        return error
    return None


def test_what_is_written_while_the_rest_comes_reaches_the_others(large: Large, late: Late) -> None:
    with pytest.raises(Unreachable):
        late.attempt(90_000)
    with late.engine() as engine:
        id_ = add_member(engine, "Written meanwhile")
    with pytest.raises(Unreachable):
        late.attempt(90_000)
    late.attempt(1 << 40)
    large.pilar.share()
    assert large.pilar.verbs.reader.find_one("member", id_) is not None
    with late.engine() as engine:
        assert hashes(engine) == hashes(large.pilar)
    numbers = [row["number"] for row in large.pilar.verbs.reader.list("member") if row.get("number")]
    assert len(numbers) == len(set(numbers)), "a laptop that knows half of the circle gives nobody another one's number"


def test_a_stick_that_brings_the_rest_ends_the_arriving(large: Large, late: Late, tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        late.attempt(90_000)
    large.pilar.write_bundle(tmp_path / "rest.bundle")
    with late.engine() as engine:
        assert is_arriving(engine.circle)
        engine.read_bundle(tmp_path / "rest.bundle")
        assert not is_arriving(engine.circle) and engine.state().coming is None
        assert engine.verbs.desk.person is not None


def test_a_circle_that_is_got_back_by_its_sheet_comes_as_well_bit_by_bit(large: Large, late: Late) -> None:
    sheet = new_sheet(large.pilar.circle).sheet
    large.pilar.share()
    late.server.left = 90_000
    who = (late.home, sheet._replace(hub=URL), "Zoë", "Late laptop", late.world)
    with closing(recover_from_hub(*who, late._transports, lambda url: None)) as circle:
        assert is_arriving(circle)
    broke = _attempted(late, 90_000)
    assert broke is not None and broke.code == "rest_to_come"
    late.attempt(1 << 40)
    large.pilar.share()
    with late.engine() as engine:
        assert hashes(engine) == hashes(large.pilar) and not is_arriving(engine.circle)


def test_a_line_that_breaks_before_the_list_of_laptops_is_here_leaves_nothing(late: Late) -> None:
    with pytest.raises(Unreachable, match="not in the circle yet") as caught:
        late.attempt(FIRST_BYTES // 2)
    assert caught.value.code == "not_joined_yet" and late.home.circles() == []
    assert not list(late.home.folder.glob("*.circle*"))
    late.attempt(1 << 40)
    assert len(late.home.circles()) == 1


def test_who_gives_much_is_told_how_much_has_gone_page_by_page(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talking, "PAGE_BYTES", 10_000)
    pilar = region.found()
    for part in range(PARCELS):
        rows = [{"name": pilar.circle.surroundings.random(24).hex()} for _ in range(200)]
        pilar.verbs.records.add_many("member", rows, label=f"Part {part}")
    told, came = list[tuple[int, int]](), list[tuple[int, int]]()
    pilar.talking.told, pilar.talking.gives = (lambda *at: came.append(at)), (lambda *at: told.append(at))
    pilar.share()
    assert len(told) > 2 and told == sorted(told) and all(given < whole for given, whole in told) and not came
    told.clear()
    pilar.share()
    assert told == []


def test_progress_is_told_page_by_page(large: Large, late: Late) -> None:
    told: list[tuple[int, int]] = []
    with pytest.raises(Unreachable):
        late.attempt(90_000)
    late.server.left = 1 << 40
    with late.engine() as engine:
        engine.talking.told = lambda come, whole: told.append((come, whole))
        engine.share()
    assert len(told) > 1 and told == sorted(told) and all(0 < come < whole for come, whole in told)
