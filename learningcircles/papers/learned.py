"""What a member has learned, for a sheet of paper that they take along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.merging import linked
from learningcircles.circle.reader import Reader
from learningcircles.papers.account import Card, cards


class Learned(NamedTuple):
    """Whose it is, and the learning records, oldest first; those without a day come last."""

    card: Card
    records: Sequence[Record]


def learned(reader: Reader, member: bytes) -> Learned:
    """Return what a member has learned, with what whoever they were merged with has. Raises NotFound."""
    reader.get("member", member)
    found = reader.list("learning", where={"member": linked(reader, member)})
    return Learned(cards(reader, [member])[0], sorted(found, key=lambda record: str(record["on"] or "9999")))
