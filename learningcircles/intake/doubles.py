"""Members who are probably here twice: all of them are looked at, in steps, and a person is asked about each pair."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import chain, pairwise
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles.intake.duplicates import Known, mail_key, names_of, persons_of, phone_key
from learningcircles.intake.namesakes import blocks_of
from learningcircles.journal.operations import DELETED
from learningcircles.storage.since import Fields

_COMPARED = ("name", "email", "phone", "birth_year")
TOLD_BY: Fields = {"member": (*_COMPARED, "status", DELETED), "member_link": ()}
"""What is written where others may be here twice from then on, or fewer."""
MOST = 2_000
"""Pairs that a search ends with: more are settled by nobody, and each of them holds two records."""
_BATCH = 100
_ERASED = "anonymised"
_FEW = 4
_ID = 16
_PARTS = 64
"""What is sorted at once is a part of all keys: sorting lets no other thread have a turn."""
_Both = tuple[bytes, bytes]
"""Two members' ids, the lower one first."""


class Pair(NamedTuple):
    """Two members who are probably one person, and why: "email", "phone" or "name"."""

    one: Record
    other: Record
    why: str


def pairs(reader: Reader) -> list[Pair]:
    """Return the members who are probably here twice and of whom nobody has said anything yet, `MOST` at most."""
    search = Search()
    while (found := search.step(reader)) is None:
        pass
    return found


class Search:
    """Looks for pairs in steps of some milliseconds: whoever waits for the same reader gets a turn in between.

    Where most have e-mail and telephone, it is first seen who shares anything with anybody; these few are compared.
    It ends with the first `MOST`: where all have one of few names and nothing else is known, nearly everybody is alike.
    `more`: whether it ended so.
    """

    def __init__(self) -> None:
        self.more = False
        self._ids: bytes | None = None
        """Of those who are still to be looked at, one after the other."""
        self._at = 0
        self._sharing: _Sharing | None = None
        self._known: Known | None = None
        self._settled: Collection[_Both] = ()
        self._met: list[tuple[_Both, str]] = []

    def step(self, reader: Reader) -> list[Pair] | None:
        """Look at some members more; return the pairs once all have been looked at, None before."""
        if self._ids is None:
            self._ids = reader.packed_ids("member")
            return None
        if self._known is None:
            near = _sought_by_name(reader, len(self._ids) // _ID)
            self._settled, self._sharing = _settled(reader), None if near is None else _Sharing(near)
            self._known = Known(reader, declared("member"), (), near)
        for at, record in self._next(reader, self._ids):
            if self._sharing is not None:
                self._sharing.put(at, record)
            elif not self.more:
                self._meet(record, self._known)
        ended = self._at * _ID >= len(self._ids)
        if ended and self._sharing is not None:
            self._ids, self._at, self._sharing = b"".join(_at(self._ids, at) for at in self._sharing.places()), 0, None
            return None
        return _unsettled(reader, self._met) if self.more or ended else None

    def _next(self, reader: Reader, ids: bytes) -> Iterator[tuple[int, Record]]:
        """Yield some of these members with their places, each with what is compared alone."""
        part = {_at(ids, at): at for at in range(self._at, min(self._at + _BATCH, len(ids) // _ID))}
        self._at += _BATCH
        for record in reader.many("member", list(part)):
            if record["status"] != _ERASED:
                yield part[record.id], Record(record.entity, record.id, {name: record[name] for name in _COMPARED})

    def _meet(self, record: Record, known: Known) -> None:
        for other, why in known.meet(record):
            pair = (other, record.id) if other < record.id else (record.id, other)
            if pair in self._settled:
                continue
            if len(self._met) == MOST:
                self.more = True
                return
            self._met.append((pair, why))


class _Sharing:
    """Members by their places: who shares e-mail or telephone with anybody, or is looked for by name.

    `near`: beginnings of the names of all who are looked for by name.
    """

    def __init__(self, near: Set[str]) -> None:
        self._near = near
        self._keys = [array("q") for _ in range(_PARTS)]
        self._whose = [array("I") for _ in range(_PARTS)]
        self._named: set[int] = set()

    def put(self, at: int, record: Record) -> None:
        """Note a member: of very many little is kept but numbers, eight bytes each."""
        first, *others = persons_of(record.fields, (record.id, None))
        for key in (mail_key(first), phone_key(first)):
            if key is not None:
                self._keys[key % _PARTS].append(key)
                self._whose[key % _PARTS].append(at)
        begun = (blocks_of(each.name) for each in (first, *others))
        if not first.whole or not all(self._near.isdisjoint(blocks) for blocks in begun):
            self._named.add(at)

    def places(self) -> list[int]:
        """Return the places of those who are to be compared, in their order."""
        found = set(self._named)
        for keys, whose in zip(self._keys, self._whose, strict=True):
            twice = {one for one, other in pairwise(sorted(keys)) if one == other}
            found.update(at for key, at in zip(keys, whose, strict=True) if key in twice)
        return sorted(found)


def still_open(reader: Reader, pairs: Iterable[Pair]) -> list[Pair]:
    """Return those of these pairs of whom nobody has said anything meanwhile, as they are by now."""
    return _unsettled(reader, [((pair.one.id, pair.other.id), pair.why) for pair in pairs])


def _settled(reader: Reader) -> set[_Both]:
    return {(link["one"], link["other"]) for link in reader.list("member_link")}


def _unsettled(reader: Reader, met: Sequence[tuple[_Both, str]]) -> list[Pair]:
    """Return the pairs that are a question by now: a search takes a while, and people go on answering and removing."""
    settled = _settled(reader)
    asked = [(both, why) for both, why in met if both not in settled]
    wanted = list({id_ for both, _ in asked for id_ in both})
    here = {
        record.id: record
        for record in reader.many("member", wanted)
        if not record.deleted and record["status"] != _ERASED and reader.shown_as(record.id) == record.id
    }
    return [Pair(here[one], here[other], why) for (one, other), why in asked if one in here and other in here]


def _at(ids: bytes, place: int) -> bytes:
    return ids[place * _ID : (place + 1) * _ID]


def _sought_by_name(reader: Reader, members: int) -> Set[str] | None:
    """Return the beginnings of the names of all who are looked for by name; None where these are not few."""
    if any(reader.count("member", where={field: None}) * _FEW > members for field in ("email", "phone")):
        return None
    some = {id_ for field in ("email", "phone") for id_ in reader.ids("member", where={field: None})}
    if len(some) * _FEW > members:
        return None
    names = chain.from_iterable(names_of(record.fields) for record in reader.many("member", list(some)))
    return {block for name in names for block in blocks_of(name)}
