"""Members who are one person: links are unordered, so whoever is linked, directly or not, is shown under the lowest id
that was not removed; under the lowest of all where all of them were.

The table `merged` (member → the one it is shown under) follows from the links that say "same" and from who was removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from learningcircles.storage.connect import Connection

SHOWN = "NOT EXISTS (SELECT 1 FROM merged m JOIN record l ON l.id = m.member WHERE l.n = e.n)"
"""Leaves out members (as `e`) who are shown under another one."""
BALANCE = (
    "(coalesce((SELECT minutes FROM balance b WHERE b.account = account_of(r.id)), 0)"
    " + coalesce((SELECT sum(b.minutes) FROM merged m JOIN balance b ON b.account = account_of(m.member)"
    " WHERE m.shown = r.id), 0))"
)
"""The minutes of a member (as `r`) with those of everybody shown under them."""
GATHERED, RULE = "merged_rule", 2
"""Fact of a file: by which rule it was last gathered whole. The first did not look at who was removed."""
_IS_HERE = "SELECT 1 FROM record r JOIN e_member e ON e.n = r.n WHERE r.id=? AND r.entity='member' AND e._deleted=0"


def gather(connection: Connection) -> None:
    """Make the table anew from the links."""
    pairs = connection.execute("SELECT one, other FROM e_member_link WHERE verdict='same' AND _deleted=0").fetchall()
    lowest = components((bytes(one), bytes(other)) for one, other in pairs if one and other)
    here = {id_ for id_ in lowest if connection.execute(_IS_HERE, (id_,)).fetchone() is not None}
    shown: dict[bytes, bytes] = {}
    for member in sorted(lowest, key=lambda id_: (id_ not in here, id_)):
        shown.setdefault(lowest[member], member)
    connection.execute("DELETE FROM merged")
    rows = [(member, shown[low]) for member, low in lowest.items() if member != shown[low]]
    connection.executemany("INSERT INTO merged VALUES (?, ?)", rows)


def components(pairs: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return id → the lowest id that it is linked with, over any number of links."""
    root: dict[bytes, bytes] = {}

    def find(id_: bytes) -> bytes:
        while root.setdefault(id_, id_) != id_:
            id_ = root[id_]
        return id_

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    return {id_: find(id_) for id_ in root}


def shown_as(connection: Connection, member: bytes) -> bytes:
    """Return the member under whom this one is shown: themselves, where they are not linked."""
    row = connection.execute("SELECT shown FROM merged WHERE member=?", (member,)).fetchone()
    return bytes(row[0]) if row else member


def groups(connection: Connection, members: Sequence[bytes]) -> Mapping[bytes, list[bytes]]:
    """Return member → the others shown under them, lowest first; only for those who have some."""
    if connection.execute("SELECT 1 FROM merged LIMIT 1").fetchone() is None:
        return {}
    found: dict[bytes, list[bytes]] = {}
    for member in members:
        rows = connection.execute("SELECT member FROM merged WHERE shown=? ORDER BY member", (member,)).fetchall()
        if rows:
            found[member] = [bytes(row[0]) for row in rows]
    return found
