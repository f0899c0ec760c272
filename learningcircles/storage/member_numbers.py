"""Which member numbers are given, and which of them to several people by laptops that did not know of each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Journal, Past, remembered
from learningcircles.storage.numbered_alone import STANDS
from learningcircles.storage.standing import standing

FORMER = "former_number"
"""The field that tells of a number that somebody else has: empty once people know."""

_TWICE = "SELECT number FROM e_member WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1"
_WITH = "SELECT r.id, r.n FROM e_member e JOIN record r ON r.n = e.n WHERE e.number = ?"
_GIVEN = """
SELECT EXISTS (SELECT 1 FROM e_member WHERE number = ?1) OR EXISTS (SELECT 1 FROM e_member WHERE former_number = ?1)
"""
_CHANGED = f"""
SELECT r.id, r.n, e.number, e.former_number FROM e_member e JOIN record r ON r.n = e.n
WHERE e.former_number > '' AND NOT e._deleted AND {STANDS} ORDER BY r.n
"""


class Holder(NamedTuple):
    """A member with a number, and by whom and when it was given to them."""

    number: str
    member: bytes
    stamp: int
    device: bytes


class Renumbered(NamedTuple):
    """A member whose number another one had as well; `record` is the row's number."""

    member: bytes
    record: int
    number: str
    former: str


def is_given(connection: Connection, number: str) -> bool:
    """Return whether some member, removed or not, has a number, or had it until it turned out to be another's."""
    return bool(connection.execute(_GIVEN, (number,)).fetchone()[0])


def given_twice(journal: Journal) -> list[Holder]:
    """Return all members whose number somebody else has as well, removed ones included: they may be restored.

    Once all were looked at it is enough to look at the numbers that were written since.
    """
    connection = journal.connection

    def find() -> set[str]:
        return {number for (number,) in connection.execute(_TWICE)}

    def since(before: set[str], pasts: Sequence[Past]) -> set[str]:
        written = (op.fields.get("number") for past in pasts for op in past.ops if _is_of_member(op))
        among = before | {number for number in written if isinstance(number, str)}
        return {number for number in among if len(connection.execute(_WITH, (number,)).fetchall()) > 1}

    twice: set[str] = remembered(journal, "given twice", find, since)
    return [holder for number in sorted(twice) for holder in _holders(journal, number)]


def _is_of_member(op: object) -> bool:
    return isinstance(op, SetOp) and op.entity == "member"


def _holders(journal: Journal, number: str) -> Iterator[Holder]:
    for id_, record in journal.connection.execute(_WITH, (number,)).fetchall():
        register = standing(journal.connection, "member", id_, record)["number"]
        yield Holder(number, bytes(id_), register.stamp, journal.numbers.id_of(register.device))


def renumbered(connection: Connection) -> list[Renumbered]:
    """Return the members whose number had to change, and nobody has said yet that they know."""
    rows = connection.execute(_CHANGED).fetchall()
    return [Renumbered(bytes(id_), record, number, former) for id_, record, number, former in rows]


def is_named_elsewhere(connection: Connection, heads: Collection[bytes], own: Collection[bytes]) -> bool:
    """Return whether a laptop that is none of `own` has shared a segment that names one of these roster heads."""
    rows = connection.execute(
        "SELECT d.id, s.header FROM segment s JOIN device_number d ON d.n = s.device ORDER BY s.n DESC"
    )
    return any(device not in own and Header.parse(header).roster_head in heads for device, header in rows)
