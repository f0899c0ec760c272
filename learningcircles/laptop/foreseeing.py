"""What an erasure would change in what is written of others, shown before it is done.

Only what stands in the records now is shown. Words that stood there once go out of the history in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.merging import linked
from learningcircles.entities.declare import Entity, Kind, Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.scrub import SWAP_TEXTS, Scrub
from learningcircles.journal.telling import Telling, key_of, phone_line, telling
from learningcircles.laptop.gathered import nobody
from learningcircles.laptop.remaining import Remaining, Traces
from learningcircles.storage.copy import Told
from learningcircles.storage.draft_mentions import DraftMentions
from learningcircles.storage.drafts import FILTER
from learningcircles.storage.erase import ALONE, others_words, said_of


class Reworded(NamedTuple):
    """One field of somebody else's record that would read otherwise; `after` is None where nothing is left."""

    entity: str
    id: bytes
    title: str
    field: str
    before: Any
    after: Any


class Foreseen(NamedTuple):
    """What an erasure would do to others' records: new wordings, exchanges that lose notes and source, words that stay
    since somebody else has them too, and fields that still hold a part of the name or the number noted otherwise."""

    name: str
    reworded: Sequence[Reworded]
    exchanges: int
    shared: Sequence[str]
    left: Sequence[Remaining]
    drafts: int
    """Forms that are begun and not finished here and speak of them, or name their records."""


_AT_ONCE = 500
"""Records that are looked at between two looks whether somebody still wants to know."""


def foresee(verbs: Verbs, member: bytes, told: Told = nobody) -> Foreseen:
    """Return what erasing a member, with everybody they were merged with, would change of others. Raises NotFound.

    `told` hears how many records were looked at of how many, of each kind, and may raise a CircleError to end it.
    """
    name = str(verbs.reader.get("member", member)["name"] or "")
    people = frozenset(linked(verbs.reader, member))
    told(0, 1)
    scrub, own = scrub_for(verbs, people)
    kinds = [kind for kind in ENTITIES.values() if kind.space is not Space.CATALOGUE]
    reworded: list[Reworded] = []
    left: list[Remaining] = []
    traces = _traces(verbs, people)
    for kind in kinds:
        records = list(_of_others(verbs, kind, scrub))
        for at, record in enumerate(records):
            if at % _AT_ONCE == 0:
                told(at, len(records))
            changed = _changed(kind, record, scrub)
            reworded += changed
            left += traces.left_in(kind, record, _after(kind, record, changed, scrub))
    shared = [word for word in (*own.words, *own.short) if word not in (*scrub.words, *scrub.short)]
    return Foreseen(name, reworded, len(scrub.swaps), shared, left, _drafts(verbs, people, scrub))


def _drafts(verbs: Verbs, people: frozenset[bytes], scrub: Scrub) -> int:
    circle = verbs.circle
    names = DraftMentions(circle.connection, circle.journal, people, scrub).names()
    return sum(not name.startswith(FILTER) for name in names)  # a filter goes as well: nobody has to finish it before


def scrub_for(verbs: Verbs, people: frozenset[bytes]) -> tuple[Scrub, Telling]:
    """Return how to take people out of everything that is held here, and all their words, shared ones too."""
    circle = verbs.circle
    own = telling(said_of(circle.connection, circle.journal, people))
    others = list(others_words(circle.connection, people))
    found = Scrub(people, swaps=swaps_of(verbs, people)).calling(own, others)
    shared = {phone_line(value) for field, value in others if field == "phone"}
    gone = records_of(verbs, people) | _signups_of(verbs, own, found, shared)
    return replace(found, gone=gone, about=_about(verbs, found) if found.short else frozenset()), own


def records_of(verbs: Verbs, people: Iterable[bytes]) -> frozenset[bytes]:
    """Return the ids of the records that are these people's alone."""
    return _naming(verbs, ALONE, people)


def swaps_of(verbs: Verbs, people: Iterable[bytes]) -> frozenset[bytes]:
    """Return the exchanges that they took part in."""
    return _naming(verbs, (("swap", "provider"), ("swap", "receiver")), people)


def _about(verbs: Verbs, scrub: Scrub) -> frozenset[bytes]:
    """Return the records with a name of one word that have ever named its bearer by id."""
    found: set[bytes] = set()
    for kind in ENTITIES.values():
        named = [field.name for field in kind.fields if field.refers_to == "member"]
        records = _records(verbs, kind) if named else ()
        nearby = replace(scrub, about=frozenset(record.id for record in records))
        for record in records:
            if nearby.changed(kind.name, record.id, _written(kind, record)):
                lines = verbs.reader.history(kind.name, record.id)
                if any(line.field in named and _is_one_of(scrub.people, line.after) for line in lines):
                    found.add(record.id)
    return frozenset(found)


def _is_one_of(people: frozenset[bytes], value: object) -> bool:
    """Return whether a value names one of them; a laptop of another version may have written one of another kind."""
    return isinstance(value, bytes) and value in people


def _naming(verbs: Verbs, fields: Iterable[tuple[str, str]], people: Iterable[bytes]) -> frozenset[bytes]:
    wanted = sorted(people)
    return frozenset(
        record for entity, field in fields for record in verbs.reader.ids(entity, where={field: wanted}, deleted=True)
    )


def _signups_of(verbs: Verbs, own: Telling, scrub: Scrub, shared: Set[str]) -> frozenset[bytes]:
    """What they wrote from outside, by the contact that they gave; by name as well, where others share the contact.

    `shared`: the telephone lines of others.
    """
    alone = {way for word in scrub.words for way in _reached(word)} - shared
    theirs = {way for word in own.words for way in _reached(word)}
    names = {key_of(word) for word in (*own.words, *own.short)}
    found = set()
    for row in verbs.reader.list("signup", deleted=True):
        ways = _reached(row["contact"])
        if ways & alone or (ways & theirs and _key(row["name"]) in names):
            found.add(row.id)
    return frozenset(found)


_NUMBER = re.compile(r"\d(?:[\s().\-–]*\d)*")
_ADDRESS = re.compile(r"[^\s<>,;]+@[^\s<>,;]+")


def _reached(contact: object) -> Set[str]:
    """Return the ways that lead to somebody, as two writings of one have them in common: +33 6 12 34 56 78 is 06 12 …

    In a contact with more words than a number, each number and each address of it, and the whole.
    """
    if not isinstance(contact, str):
        return frozenset()
    numbers = [found.group() for each in (contact, contact.replace("/", " ")) for found in _NUMBER.finditer(each)]
    numbers += contact.split()
    addresses = [found.group() for found in _ADDRESS.finditer(contact)]
    return {phone_line(each) for each in numbers} | {_key(each) for each in (contact, *addresses)} - {""}


def _key(value: object) -> str:
    return key_of(value) if isinstance(value, str) else ""


def _traces(verbs: Verbs, people: frozenset[bytes]) -> Traces:
    circle = verbs.circle
    return Traces(said_of(circle.connection, circle.journal, people), others_words(circle.connection, people))


def _of_others(verbs: Verbs, kind: Entity, scrub: Scrub) -> Iterator[Record]:
    return (record for record in _records(verbs, kind) if record.id not in scrub.people | scrub.gone)


def _after(kind: Entity, record: Record, changed: Iterable[Reworded], scrub: Scrub) -> dict[str, Any]:
    """Return what will be written in a record."""
    taken = SWAP_TEXTS if record.id in scrub.swaps else ()
    fields = _written(kind, record) | {each.field: each.after for each in changed}
    return {name: value for name, value in fields.items() if name not in taken and value}


def _records(verbs: Verbs, kind: Entity) -> Sequence[Record]:
    return verbs.reader.alone_all(kind.name, verbs.reader.ids(kind.name, deleted=True))


def _changed(kind: Entity, record: Record, scrub: Scrub) -> list[Reworded]:
    written = _written(kind, record)
    after = scrub.changed(kind.name, record.id, written)
    if record.id in scrub.swaps:
        after = {name: value for name, value in after.items() if name not in SWAP_TEXTS}
    title = str(record.get(kind.title) or "")
    return [Reworded(kind.name, record.id, title, name, written[name], value) for name, value in after.items()]


def _written(kind: Entity, record: Record) -> dict[str, Any]:
    fields = ((name, value, kind.field(name)) for name, value in record.fields.items() if value)
    return {name: value for name, value, field in fields if field is not None and field.kind is not Kind.REFERENCE}
