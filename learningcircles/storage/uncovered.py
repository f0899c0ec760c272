"""Published items that had been overwritten by a laptop whose work no longer counts.

Their payloads may be gone from the hub, and from laptops that joined since: whoever held the newer write could drop
the older one, and then the newer one ceased to count. So what stands has to be written once more.
"""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.crypto.hashing import hashing
from learningcircles.entities.declare import Space
from learningcircles.journal.operations import SetOp
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Journal
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.standing import standing


class Uncovered(NamedTuple):
    """The items, and a name of what no longer counts, empty where all does: it is another one when there is more."""

    items: frozenset[bytes]
    name: bytes


def uncovered_items(connection: Connection, journal: Journal) -> Uncovered:
    """Return what stands again since segments of the catalogue were set aside."""
    assert journal.roster is not None
    if not any(each.cut or any(grant.last for grant in each.grants) for each in journal.roster.devices.values()):
        return Uncovered(frozenset(), b"")  # nobody was shut out, nor had anything taken away
    name = hashing()
    covered: dict[bytes, int] = {}
    for kept in kept_segments(journal, space=Space.CATALOGUE):
        name.update(kept.header.device + kept.header.seq.to_bytes(8, "big") + kept.header.payload_hash)
        for changeset in kept.changesets or ():
            for op in changeset.ops:
                if isinstance(op, SetOp) and op.entity == "item" and "body" in op.fields:
                    stamp = op.own.get("body", changeset.tick)
                    covered[op.id] = max(stamp, covered.get(op.id, 0))
    items = frozenset(id_ for id_, stamp in covered.items() if _stamp_of(connection, id_) < stamp)
    return Uncovered(items, name.finalize()[:16] if covered else b"")


def _stamp_of(connection: Connection, id_: bytes) -> int:
    found = connection.execute("SELECT n FROM record WHERE id=? AND entity='item'", (id_,)).fetchone()
    body = standing(connection, "item", id_, found[0]).get("body") if found else None
    return body.stamp if body is not None else 0
