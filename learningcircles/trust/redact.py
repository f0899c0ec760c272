"""What placed `redact` entries say: whose data is erased, from which segments, and where the rest is restated.

    fields = {"people": [id…], "gone": [id…], "erase": [[space, device, seq, header hash]…],
              "restated": [[space, seq, header hash]…], "seen": [[space, device, seq]…],
              "words": [[words, mark, short]…], "again": [entry hash…]}

`people` are tombstones and `gone` their records: operations on either never count. Payloads of the segments in
`erase` are dropped by everybody who holds those in `restated`, segments of the entry's author that say again what
the erased ones said of others, with original device, seq, place, stamps and `saw`. `again`, left out where it is empty,
names erasures on lists that lost, which the entry asks for once more (see `known`), with others where their people are
too many for one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from learningcircles.journal.caps import MAX_SEQ
from learningcircles.journal.marks import MARK_BYTES, WordMark
from learningcircles.trust.entry import Body, damaged

MOST_AGAIN = 100
"""So many erasures one entry asks for again: 34 bytes each, well below its 64 KiB with all else that it names."""
Name = tuple[int, bytes, int]
"""(space, device id, seq) of a segment."""


class Redaction(NamedTuple):
    """One placed entry. `erase` and `restated` map segments to their header hashes.

    `position` of one on a list that lost is the last one that this list shares with the one that counts. `entry`: the
    entry's hash; `again`: those of the entries that it asks for once more.
    """

    position: int
    people: frozenset[bytes]
    gone: frozenset[bytes]
    erase: dict[Name, bytes]
    restated: dict[Name, bytes]
    seen: dict[tuple[int, bytes], int]
    words: tuple[WordMark, ...]
    base: bytes
    entry: bytes = b""
    again: frozenset[bytes] = frozenset()

    def covers(self, name: Name) -> bool:
        """Return whether its author had looked through a segment."""
        return name[2] <= self.seen.get(name[:2], 0)

    def says_again(self, other: Redaction) -> bool:
        """Return whether this one erases what the other one says instead of what it erases."""
        return any(self.erase.get(name) == hash_ for name, hash_ in other.restated.items())


@dataclass(slots=True)
class Redactions:
    """All redactions of a roster, and what each receiver asks of them."""

    entries: list[Redaction] = field(default_factory=list)
    people: dict[bytes, int] = field(default_factory=dict)
    """Tombstones, with the position from which on laptops know of them."""
    gone: set[bytes] = field(default_factory=set)
    """Ids on which nothing counts, people's own among them."""
    heard: dict[bytes, int] = field(default_factory=dict)
    """Hashes of the entries that erase somebody, with the position that each has on the list that counts."""
    asked: dict[bytes, list[tuple[int, frozenset[bytes]]]] = field(default_factory=dict)
    """Hashes of entries that are asked for again: where, and whom the entry that asks erases."""
    _naming: dict[Name, list[Redaction]] = field(default_factory=dict)
    _restating: set[tuple[Name, bytes]] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def copy(self) -> Redactions:
        """Return one that can grow on its own."""
        naming = {name: list(entries) for name, entries in self._naming.items()}
        asked = {entry: list(places) for entry, places in self.asked.items()}
        kept = list(self.entries), dict(self.people), set(self.gone), dict(self.heard), asked
        return Redactions(*kept, naming, set(self._restating))

    def add(self, redaction: Redaction, *, lost: bool = False) -> None:
        """Take one more; `lost`: it stands on a list that does not count."""
        self.entries.append(redaction)
        if not lost:
            self.heard.setdefault(redaction.entry, redaction.position)
        for entry in () if lost else redaction.again:
            self.asked.setdefault(entry, []).append((redaction.position, redaction.people))
        self.gone |= redaction.people | redaction.gone
        for person in redaction.people:
            self.people.setdefault(person, redaction.position)
        for name in redaction.erase:
            self._naming.setdefault(name, []).append(redaction)
        self._restating |= set(redaction.restated.items())

    def told_from(self, redaction: Redaction) -> int | None:
        """Return the position from which on the list that counts tells of an erasure; None where it does not.

        Of one on a list that lost it is that of the entry with which all of its people are erased by entries that ask
        for it again: else nobody who knows of these would know of them.
        """
        if redaction.entry in self.heard:
            return self.heard[redaction.entry]
        left = set(redaction.people)
        for position, people in sorted(self.asked.get(redaction.entry, ()), key=lambda row: _age(row[0])):
            left -= people
            if not left:
                return position
        return None

    def hashes(self, name: Name) -> list[bytes]:
        """Return the header hashes of the segments of a name that are erased: two branches may each have one."""
        return sorted({each.erase[name] for each in self._naming.get(name, ())})

    def naming(self, name: Name, header_hash: bytes) -> list[Redaction]:
        """Return the redactions that erase this segment, in the order in which they count.

        The newest first, but none before one that erases what it says instead: that one was made knowing it, and says
        it again, wherever the list has placed the two. One on a list that lost stands where that parts: whoever wrote
        later on the list that counts may know of it, and it knows of nothing later.
        """
        left = [each for each in reversed(self._naming.get(name, [])) if each.erase[name] == header_hash]
        left.sort(key=_place, reverse=True)  # of two at one position the one that was added later stays ahead
        found: list[Redaction] = []
        while left:
            free = (each for each in left if not any(other.says_again(each) for other in left if other is not each))
            found.append(next(free, left[0]))
            left.remove(found[-1])
        return found

    def restates(self, name: Name, header_hash: bytes) -> bool:
        """Return whether a redaction calls this segment a restatement."""
        return (name, header_hash) in self._restating

    def concern(self, name: Name) -> bool:
        """Return whether a segment of this name is erased, or restates others."""
        return name in self._naming or any(held == name for held, _ in self._restating)


def again_in(fields: dict[str, Any]) -> frozenset[bytes]:
    """Return the hashes of the entries that one asks for again.

    What is none is left out, and what is beyond the `MOST_AGAIN` lowest: programs that do not know of it place such an
    entry, and everybody follows the list.
    """
    rows = fields.get("again")
    named = {row for row in rows if isinstance(row, bytes) and len(row) == 32} if isinstance(rows, list) else set()
    return frozenset(sorted(named)[:MOST_AGAIN])


def _place(redaction: Redaction) -> tuple[bool, int]:
    """Return what sorts redactions by age; those that wait (see `StandsFor`) are the newest, by falling numbers."""
    return _age(redaction.position)


def _age(position: int) -> tuple[bool, int]:
    return position < 0, abs(position)


def read_redaction(body: Body, position: int, entry: bytes = b"") -> Redaction:
    """Return what a `redact` entry, of this hash, says; raises Unreadable."""
    fields = body.fields
    erase = {_name(row[:3]): _hash(row[3]) for row in _rows(fields, "erase", 4)}
    restated = {_name([row[0], body.author, row[1]]): _hash(row[2]) for row in _rows(fields, "restated", 3)}
    seen = {_name(row)[:2]: _name(row)[2] for row in _rows(fields, "seen", 3)}
    words = tuple(_mark(row) for row in _rows(fields, "words", 3))
    people, gone = _ids(fields, "people"), _ids(fields, "gone")
    return Redaction(position, people, gone, erase, restated, seen, words, body.base, entry, again_in(fields))


def _rows(fields: dict[str, Any], name: str, size: int) -> list[list[Any]]:
    rows = fields.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == size for row in rows):
        raise damaged()
    return rows


def _name(row: list[Any]) -> Name:
    space, device, seq = row
    if type(space) is not int or type(seq) is not int or not isinstance(device, bytes) or len(device) != 16:
        raise damaged()
    if not 0 <= space <= 2 or not 0 <= seq <= MAX_SEQ:
        raise damaged()
    return space, device, seq


def _mark(row: list[Any]) -> WordMark:
    words, digest, short = row
    if type(words) is not int or not isinstance(digest, bytes) or len(digest) != MARK_BYTES or type(short) is not bool:
        raise damaged()
    return WordMark(words, digest, short)


def _hash(value: Any) -> bytes:
    if not isinstance(value, bytes) or len(value) != 32:
        raise damaged()
    return value


def _ids(fields: dict[str, Any], name: str) -> frozenset[bytes]:
    ids = fields.get(name) or []
    if not isinstance(ids, list) or not all(isinstance(id_, bytes) and len(id_) == 16 for id_ in ids):
        raise damaged()
    return frozenset(ids)
