"""Logs that a copy of a disk has forked: whose branch wins, and what is left of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from catalogue_place import Place
from disks import cloned, rivals
from erasing import NAME, PHONE, sayings
from sticks import agree, carry, joined
from sync_region import Region, add_member, me, name_set

from learningcircles.journal.segment import Header, header_hash
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.succession import succeed
from learningcircles.storage.exchange import Exchange
from learningcircles_sync import answer, session
from learningcircles_sync.engine import Engine


def winner(
    restored: Iterable[Engine], amina: Engine, folder: Path, write: Callable[[Engine], object] | None = None
) -> Engine:
    """The first of the restored laptops whose branch, written now and carried to Amina, wins over the one she holds."""
    for engine in restored:
        if write is None:
            add_member(engine, "Zoe")
        else:
            write(engine)
        Exchange(engine.circle).close_tail()
        if parted_at(engine, amina, me(engine)) < parted_at(amina, engine, me(engine)):
            carry(engine, amina, folder)
            return engine
        engine.circle.close()
    raise AssertionError("no branch wins")


def parted_at(one: Engine, other: Engine, device: bytes) -> bytes:
    """The hash of the first header of a log that one laptop holds, and the other one does not."""
    theirs = set(log_hashes(other, device))
    return next(hash_ for hash_ in log_hashes(one, device) if hash_ not in theirs)


def log_hashes(engine: Engine, device: bytes) -> list[bytes]:
    headers = [segment.header for segment in Exchange(engine.circle).after({}, 10**9)]
    return [header_hash(each) for each in headers if Header.parse(each)[2:4] == (1, device)]


def only_small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each segment fill a page of its own."""
    monkeypatch.setattr(answer, "PAGE_BYTES", 1)
    monkeypatch.setattr(answer, "LEAST_BYTES", 1)
    monkeypatch.setattr(session, "PAGE_BYTES", 1)


def brought_up(place: Place, before: str = "") -> tuple[Engine, Engine]:
    """Return an organizer who holds what lost of a restored disk's log, where it speaks of two people, and the latter.

    The branch that counts has no place for one of the two: neither the restored laptop nor the hub knows of her.
    `before`: a member whom another segment holds, from which that one goes on.
    """
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    gone = add_member(pilar, "Gone Away", phone="+33 699 123 456")
    place.share(pilar, amina)
    restored = rivals(region, pilar)
    if before:
        add_member(pilar, before)
        carry(pilar, amina, folder)
    pilar.verbs.records.edit("member", gone, {"place": "Hill"})
    ana = add_member(pilar, "Ana", notes="Neighbour of Gone Away. Likes chess.")
    pilar.verbs.swaps.record(ana, add_member(pilar, "Ben"), 45, "Chess", notes="Gone Away knows")
    carry(pilar, amina, folder)
    engine = winner(restored, amina, folder)
    assert "Ana" not in name_set(amina)
    erase(amina.verbs, gone)
    place.share(amina)  # the hub keeps the list
    return amina, engine


def holds(engine: Engine) -> list[str]:
    """The erased one's words that a laptop can still open."""
    return [text for text in sayings(engine.circle) if "Gone" in text or "699 123" in text]


def thief(copies: Iterator[Engine], holder: Engine, *, wins: bool) -> Engine:
    """The first copy whose branch has the lower hash, or the higher one, than the one that an organizer holds."""
    for engine in copies:
        add_member(engine, "Zoe")
        Exchange(engine.circle).close_tail()
        if (parted_at(engine, holder, me(engine)) < parted_at(holder, engine, me(engine))) == wins:
            return engine
        engine.circle.close()
    raise AssertionError("no such branch")


def forked(region: Region, folder: Path, *, wins: bool, erased: bool = False) -> tuple[Engine, Engine, Engine, Engine]:
    """Return two organizers, a laptop that shared twice, and a copy of its disk as it was before that.

    `erased`: somebody had been before.
    """
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    if erased:
        erase(pilar.verbs, add_member(pilar, "Quentin Farley"))
        for engine in (pilar, amina):
            engine.share()
    chidi.share()
    copies = rivals(region, amina)
    for name in ("Ana", "Ana's sister"):
        add_member(amina, name)
        amina.share()
    pilar.share()
    return pilar, chidi, amina, thief(copies, pilar, wins=wins)


def fork_of(copy: Engine, original: Engine) -> int:
    theirs = dict(enumerate(log_hashes(copy, me(original)), 1))
    return next(n for n, hash_ in enumerate(log_hashes(original, me(original)), 1) if theirs.get(n) != hash_)


def waiting(engine: Engine) -> set[str]:
    """What is called that waits for an organizer."""
    rescue = engine.verbs.rescue
    return {line.title for bundle in rescue.bundles() for line in rescue.look(bundle.device)}


def clones_of_one_shut_out(region: Region, folder: Path, pilar: Engine, count: int) -> tuple[bytes, list[Engine]]:
    """Return a laptop that was shut out, and copies of its disk, each of which wrote something else; none is shared."""
    thief_ = region.laptop(pilar, "Thief")
    copies = [cloned(region, thief_, 60 + number) for number in range(count)]
    add_member(thief_, "By the thief")
    thief_.share()
    for number, copy in enumerate(copies):
        add_member(copy, f"Copy {number}")
        Exchange(copy.circle).close_tail()
    pilar.share()
    rights.revoke(pilar.circle, me(thief_))
    return me(thief_), copies


def named_by_copies_of_one_shut_out(region: Region, folder: Path, many: int) -> tuple[Engine, Engine]:
    """Return two organizers: copies of a laptop that one shuts out name somebody whom that organizer erases.

    The copies go on under new identities and come by stick afterwards.
    """
    pilar = region.found(admitted=False)
    bo, dana = joined(region, pilar, "Bo", folder), joined(region, pilar, "Dana", folder, "recorder")
    amina = add_member(pilar, NAME, phone=PHONE)
    for taker in (bo, dana):
        carry(pilar, taker, folder)
    copies = [cloned(region, dana, seed) for seed in range(50, 50 + many)]
    for number, copy in enumerate(copies):
        add_member(copy, f"Of copy {number}", notes=f"Lodges with {NAME}, call {PHONE}")
    rights.revoke(bo.circle, me(dana))
    erase(bo.verbs, amina)
    for copy in copies:
        assert succeed(copy.circle)
        carry(copy, bo, folder)
    agree(folder, pilar, bo)
    return pilar, bo
