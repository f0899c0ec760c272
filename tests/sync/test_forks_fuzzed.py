"""Logs that copies of a disk have forked, rights that are taken, people who are erased, by the copies too, and of whom
others' notes speak, heard of in any order and in pages of any size: in the end all laptops and the hub hold the same,
and what had counted counts; nobody who had not been erased is lost, and no word of who was is left.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import pytest
from disks import started
from erasing import hub_region, hub_sayings, sayings
from forks import waiting
from sticks import ask_beside, carry
from sync_region import Region, add_member, hashes, me, name_set

from learningcircles.errors import CircleError
from learningcircles.journal.segment import Header, header_hash
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.counts import named_ends
from learningcircles.trust.members import forerunners
from learningcircles_sync import answer, session, stick
from learningcircles_sync.engine import Engine
from learningcircles_sync.pages import digest_of
from learningcircles_sync.preparing import HEARD_LATELY_MS

PAGES = (1, 1, 700, 512 * 1024)
STEPS = 30


class Forked:
    """Two organizers, a laptop that records, and one whose disk was copied; what happens is drawn from a seed."""

    def __init__(self, region: Region, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.region, self.folder = region, folder
        self.pilar = region.found()
        self.chidi, amina = region.laptop(self.pilar, "Chidi"), region.laptop(self.pilar, "Amina")
        bo = region.laptop(self.pilar, "Bo", "recorder")
        self.people, self.old = [self.pilar, self.chidi, bo], me(amina)
        self.begin()
        for engine in (*self.people, amina):
            engine.share()
        disk = shutil.copytree(amina.home.folder, folder / "disk")
        copies = [started(region, shutil.copytree(disk, folder / f"disk {n}"), 9 * seed + n) for n in range(50, 52)]
        self.makers = [amina, *copies]
        self.written = self.changed = 0
        self.erased: set[str] = set()
        self.counted: dict[tuple[tuple[int, bytes], ...], set[str]] = {}
        """What counted where an end was named, by all ends that the list named then."""

    def begin(self) -> None:
        """Let be what is to be before the disk is copied."""

    @property
    def acts(self) -> list[Callable[[], None]]:
        """What may happen, as often as it does."""
        others = [self.spread] * 6 + [self.meet] * 4 + [self.share] * 2
        return [self.write] * 6 + others + [self.erase, self.change] * 2

    def go(self) -> None:
        """Let much happen; what a laptop refuses does not."""
        acts = self.acts
        for _ in range(STEPS):
            self.region.clock.ms += self.random.randrange(5_000)
            with suppress(CircleError):
                self.random.choice(acts)()

    def write(self) -> None:
        self.written += 1
        engine = self.random.choice(self.makers)
        add_member(engine, f"Z{self.written:03}x{self.makers.index(engine)}")
        Exchange(engine.circle).close_tail()

    def spread(self) -> None:
        carry(self.random.choice(self.makers), self.random.choice(self.people), self.folder)

    def meet(self) -> None:
        one, other = self.random.sample(self.people, 2)
        self.random.choice([self.by_stick, self.beside])(one, other)

    def share(self) -> None:
        self.random.choice([*self.people, self.makers[0]]).share()

    def by_stick(self, one: Engine, other: Engine) -> None:
        carry(one, other, self.folder)

    def by_hub(self, one: Engine, other: Engine) -> None:
        one.share()

    def beside(self, one: Engine, other: Engine) -> None:
        ask_beside(self.region, one, other)
        other.circle.follow()

    def erase(self) -> None:
        by = self.random.choice([self.pilar, self.chidi])
        rows = sorted((str(row["name"]), row.id) for row in by.circle.reader.list("member"))
        name, id_ = self.random.choice([row for row in rows if row[0].startswith("Z")] or rows)
        if len(self.erased) < 2 and name.startswith("Z"):
            self.erased.add(name)
            erase(by.verbs, id_)

    def change(self) -> None:
        if self.changed == 4:
            return
        self.changed += 1
        by = self.random.choice([self.pilar, self.chidi])
        if self.random.random() < 0.4:  # else it may hold another branch than the hub
            by.share()
        known, held_to = self.ends(by), Exchange(by.circle).heads_of(self.old).get(1)
        counted = name_set(by) - {"None"}  # somebody of a branch that does not count, of whom a later word does
        if self.random.random() < 0.3:
            rights.revoke(by.circle, self.old)
        else:
            held = by.circle.roster.devices[self.old].right
            rights.change_right(by.circle, self.old, "recorder" if held == "reader" else "reader")
        by.share()
        ends = self.ends(by)
        if ends[1:] == known and ends[:1] == (held_to,):  # else another one has ended it meanwhile
            self.counted[ends] = counted

    def ends(self, engine: Engine) -> tuple[tuple[int, bytes], ...]:
        return tuple(named_ends(engine.circle.roster.devices[self.old], 1))

    def settle(self, way: Callable[[Engine, Engine], None]) -> None:
        """Let everybody meet everybody, in one way alone, and then share."""
        for one in self.people * 2:
            for other in self.people:
                if other is not one:
                    way(one, other)
        for engine in self.people * 3:
            engine.share()

    def check(self) -> None:
        """All hold the same and have nothing to tell each other any more."""
        assert len({hashes(engine)["private"] for engine in self.people}) == 1
        held = digest_of(self.region.store.read(self.pilar.circle.id, lambda room: room.heads()))
        for engine in self.people:
            assert Exchange(engine.circle).digest() == held, "the hub holds the same branches"
            assert check(engine.circle) == [] and not engine.share().obstacles
            assert not self.erased & name_set(engine)
            assert self.counted.get(self.ends(engine), set()) - self.erased <= name_set(engine)
            outcome = engine.share()
            assert (outcome.requests, outcome.sent, outcome.received) == (1, 0, 0)
        roster = self.pilar.circle.roster
        if roster.devices[self.old].revoked:
            assert waiting(self.pilar) == waiting(self.chidi), "organizers are offered what does not count"


class Speaking(Forked):
    """Notes speak of other people, and the copies erase somebody too, each without knowing of the others."""

    def begin(self) -> None:
        self.ids: dict[str, bytes] = {}
        self.keeps_rights, self.apart = self.random.random() < 0.7, self.random.random() < 0.6
        for number in range(900, 906):
            self.add(self.pilar, number)

    def add(self, engine: Engine, number: int) -> None:
        known = sorted(self.ids.keys() & name_set(engine))
        notes = f"Lodges with {self.random.choice(known)} now" if known and self.random.random() < 0.6 else ""
        name = f"Zed{number:03} Quux{number:03}"
        self.ids[name] = add_member(engine, name, notes=notes)

    @property
    def acts(self) -> list[Callable[[], None]]:
        """Little is spread before somebody else is erased elsewhere."""
        meet = [self.share] if self.apart else [self.spread, self.meet, self.share] * 2
        return [self.write] * 8 + [self.erase] * 4 + meet + ([] if self.keeps_rights else [self.change] * 2)

    @property
    def busy(self) -> list[Engine]:
        """Who writes and erases."""
        return self.makers[:2] if self.apart else [*self.makers, *self.people[:2]]

    def write(self) -> None:
        self.written += 1
        engine = self.random.choice(self.busy)
        self.add(engine, self.written)
        if self.random.random() < 0.5:
            Exchange(engine.circle).close_tail()

    def erase(self) -> None:
        if len(self.erased) == 4:
            return
        by = self.random.choice(self.busy)
        known = sorted(self.ids.keys() & name_set(by))
        if known:
            name = self.random.choice(known)
            erase(by.verbs, self.ids[name])
            self.erased.add(name)

    def settle(self, way: Callable[[Engine, Engine], None]) -> None:
        makers = self.random.sample(self.makers, 3)
        for engine in [*makers, *self.people] * 4:
            with suppress(CircleError):  # whoever was shut out is told so
                engine.share()
        super().settle(way)

    def check(self) -> None:
        people = self.pilar.circle.roster.state.redactions.people
        self.erased = {name for name, id_ in self.ids.items() if id_ in people}  # not by who was shut out before that
        super().check()
        texts = {me(engine): "\n".join(sayings(engine.circle)) for engine in self.people}
        texts[b"hub"] = "\n".join(hub_sayings(self.region, self.pilar))
        assert [(where.hex()[:4], name) for where, text in texts.items() for name in self.erased if name in text] == []
        for engine in self.makers:
            self.look_at_who_is_out(engine)
        if self.keeps_rights:
            lost = self.ids.keys() - self.erased - name_set(self.pilar)
            assert lost == set(), "somebody is lost who was not erased"

    def look_at_who_is_out(self, engine: Engine) -> None:
        """Who was shut out and hears of the list shows nobody whom it erases.

        Of what it had closed itself, and no entry names, it has the payload still: nobody else may.
        """
        devices, circle = self.pilar.circle.roster.devices, engine.circle
        if me(engine) not in devices or not devices[me(engine)].revoked:
            return
        self.region.clock.ms += HEARD_LATELY_MS
        for _ in range(2):
            with suppress(CircleError):  # it is told so
                engine.share()
        assert circle.shut_out and check(circle) == []
        own, naming = forerunners(devices, me(engine)), self.pilar.circle.roster.state.redactions.naming
        rows = circle.connection.execute("SELECT header FROM segment UNION ALL SELECT header FROM aside").fetchall()
        closed = [(Header.parse(packed), header_hash(packed)) for (packed,) in rows]
        closed = [(each, hash_) for each, hash_ in closed if each.device in own]
        kept = {hash_ for each, hash_ in closed if not naming((each.space, each.device, each.seq), hash_)}
        shown = [f"{row['name']} {row['notes']}" for row in circle.reader.list("member")]
        assert [(name, at) for at in (*shown, *sayings(circle, kept)) for name in self.erased if name in at] == []


class ShuttingOut(Speaking):
    """One whose disk was copied is shut out more often; those who take part give it and its copies their sticks."""

    def begin(self) -> None:
        super().begin()
        self.keeps_rights = False

    @property
    def acts(self) -> list[Callable[[], None]]:
        return [*super().acts, *[self.shut_out, self.old_stick] * 3]

    def shut_out(self) -> None:
        if self.written > 4:
            rights.revoke(self.pilar.circle, self.old)
            self.pilar.share()

    def old_stick(self) -> None:
        carry(self.random.choice(self.people), self.random.choice(self.makers), self.folder)


@contextmanager
def pages_of(size: int) -> Iterator[None]:
    """Let a page hold so many bytes, in requests, in answers and on a stick."""
    with pytest.MonkeyPatch.context() as patch:
        for where in (answer, session, stick):
            patch.setattr(where, "PAGE_BYTES", size)
        patch.setattr(answer, "LEAST_BYTES", min(size, answer.LEAST_BYTES))
        yield


def test_pages_of_one_parcel_hold_one_in_requests_as_well(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    pilar.share()
    for number in range(5):
        add_member(pilar, f"Z{number}")
        Exchange(pilar.circle).close_tail()
    with pages_of(1):
        assert pilar.share().requests >= 5


def run(folder: Path, seed: int, kind: type[Forked] = Forked) -> None:
    """Let all of it happen once, always the same of one seed."""
    folder.mkdir()
    for region in hub_region(folder):
        forked = kind(region, folder, seed)
        with pages_of(forked.random.choice(PAGES)):
            forked.go()
            forked.settle(forked.random.choice([forked.by_stick, forked.beside, forked.by_hub]))
            forked.check()
        for engine in (*forked.people, *forked.makers):
            engine.circle.close()


@pytest.mark.parametrize("seed", [4, 7, 103])
def test_all_hold_the_same_in_the_end_and_what_had_counted_counts(tmp_path: Path, seed: int) -> None:
    run(tmp_path / "region", seed)


@pytest.mark.parametrize("seed", [5, 29])
def test_nobody_is_lost_and_no_word_is_left_where_copies_erase_apart(tmp_path: Path, seed: int) -> None:
    run(tmp_path / "region", seed, Speaking)


@pytest.mark.parametrize("seed", [0, 11])
def test_who_is_shut_out_shows_nobody_who_was_erased(tmp_path: Path, seed: int) -> None:
    run(tmp_path / "region", seed, ShuttingOut)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_all_hold_the_same_in_the_end_for_minutes(tmp_path: Path) -> None:
    began, seed = monotonic(), random.SystemRandom().randrange(10**6)
    while monotonic() - began < 300:
        seed += 1
        print(seed, end=" ", flush=True)
        run(tmp_path / str(seed), seed, [Forked, Speaking, ShuttingOut][seed % 3])
        shutil.rmtree(tmp_path / str(seed))
