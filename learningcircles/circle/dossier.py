"""Everything that a circle holds on one member, for them to take away (GDPR, articles 15 and 20)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from learningcircles.circle.changes import HistoryLine, LedgerLine, Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.merging import hours_of, linked
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.telling import PLAIN, telling
from learningcircles.laptop.files import write_whole
from learningcircles.storage.search import known_by, words_of


class Dossier(NamedTuple):
    """What is held. `records` maps kinds to records, the member's own first; `names` ids to what they are called.

    `mentions` are other records whose texts hold the member's name, telephone or e-mail.
    """

    name: str
    circle: str
    on: str
    minutes: int
    records: Mapping[str, Sequence[Record]]
    mentions: Sequence[Record]
    hours: Sequence[LedgerLine]
    history: Sequence[HistoryLine]
    names: Mapping[bytes, str]

    @property
    def size(self) -> int:
        """How many records there are."""
        return sum(len(rows) for rows in self.records.values()) + len(self.mentions)


def dossier(verbs: Verbs, member: bytes) -> Dossier:
    """Gather everything on a member and whoever they were merged with, removed records too. Raises NotFound."""
    reader = verbs.reader
    record = reader.get("member", member)
    people = linked(reader, member)
    records = {"member": [row for each in people if (row := reader.alone("member", each)) is not None]}
    for kind in ENTITIES.values():
        fields = [field.name for field in kind.fields if field.kind is Kind.REFERENCE and field.refers_to == "member"]
        found = {row.id: row for name in fields for row in reader.list(kind.name, where={name: people}, deleted=True)}
        if kind.name == "member_link":  # of whom they were parted from it tells nothing
            found = {id_: row for id_, row in found.items() if {row["one"], row["other"]} <= set(people)}
        if found:
            records[kind.name] = list(found.values())
    history = [line for each in people for line in reader.history("member", each)]
    known = {row.id for rows in records.values() for row in rows}
    charter = reader.find_one("!charter", verbs.circle.id)
    said = [(name, row.get(name)) for row in records["member"] for name in PLAIN]
    mentions = _mentions(reader, said, known)
    every = [*(row for rows in records.values() for row in rows), *mentions]
    return Dossier(
        str(record.get("name", "")),
        str(charter.get("name", "")) if charter else "",
        verbs.desk.today(),
        reader.balance(people[0]),
        records,
        mentions,
        hours_of(reader, people),
        sorted(history, key=lambda line: line.at),
        _names(reader, every, history),
    )


def standing_in(held: Dossier) -> set[bytes]:
    """Return the ids of all records of which a dossier tells: whoever is erased later may be in it."""
    rows = (*(row for rows in held.records.values() for row in rows), *held.mentions)
    return {*(row.id for row in rows), *held.names}


def as_json(held: Dossier) -> dict[str, Any]:
    """Return a dossier as a JSON document; ids are hex, times ms since 1970."""
    return {
        "name": held.name,
        "circle": held.circle,
        "on": held.on,
        "minutes": held.minutes,
        "records": {kind: [_record(row) for row in rows] for kind, rows in held.records.items()},
        "mentions": [{"entity": row.entity, **_record(row)} for row in held.mentions],
        "hours": [
            {"kind": line.kind, "minutes": line.minutes, "date": line.date, "source": line.source.hex()}
            for line in held.hours
        ],
        "history": [
            {
                "at": line.at,
                "author": held.names.get(line.author or b""),
                "device": held.names.get(line.device, line.device.hex()),
                "label": line.label,
                "field": line.field,
                "before": plain(line.before),
                "after": plain(line.after),
            }
            for line in held.history
        ],
        "names": {id_.hex(): name for id_, name in held.names.items()},
    }


def write_json(held: Dossier, file: Path) -> None:
    """Write a dossier; raises Refused where the file cannot be written."""
    data = json.dumps(as_json(held), ensure_ascii=False, indent=1) + "\n"
    write_whole(file, data.encode())


def plain(value: Any) -> Any:
    """Return a stored value as JSON has it."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def _record(row: Record) -> dict[str, Any]:
    return {"id": row.id.hex(), **plain(row.fields), "deleted": row.deleted}


def _mentions(reader: Reader, said: Sequence[tuple[str, Any]], known: set[bytes]) -> list[Record]:
    words = telling(said).words
    hits = {(hit.entity, hit.id) for word in words for hit in reader.find(word, limit=1000)}
    records = [reader.get(entity, id_) for entity, id_ in sorted(hits) if id_ not in known]
    return [each for row in records if (each := row if row.entity != "member" else _of_another(row, words)) is not None]


def _of_another(member: Record, words: Sequence[str]) -> Record | None:
    """Return what another member's record says of somebody: not who has their name or telephone too, nor all the rest.

    None where it is only called so, or reached so.
    """
    texts = {name: value for name, value in member.fields.items() if isinstance(value, str) and name not in PLAIN}
    told = {name: value for name, value in texts.items() if any(_holds(value, word) for word in words)}
    return Record(member.entity, member.id, {"name": member["name"], **told}, member.deleted) if told else None


def _holds(text: str, word: str) -> bool:
    """Return whether a text would be found by these words."""
    return all(any(part.startswith(each) for part in known_by(text)) for each in words_of(word))


def _names(reader: Reader, records: Sequence[Record], history: Sequence[HistoryLine]) -> dict[bytes, str]:
    """What other members, meetups and laptops are called that records and history name by id."""
    wanted: set[tuple[str, bytes]] = {("member", line.author) for line in history if line.author}
    wanted |= {("device", line.device) for line in history}
    for row in records:
        for field in ENTITIES[row.entity].fields:
            if field.kind is Kind.REFERENCE and isinstance(row[field.name], bytes):
                wanted.add((field.refers_to, row[field.name]))
    named = ((id_, ENTITIES[kind], reader.find_one(kind, id_)) for kind, id_ in sorted(wanted))
    return {id_: str(record.get(kind.title) or "") for id_, kind, record in named if record is not None}
