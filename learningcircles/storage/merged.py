"""Members who are one person: whoever is linked, directly or not, is shown as one of them, whose values come first.

Links are unordered, and those of older versions say nothing else: then it is the lowest id that was not removed, or the
lowest of all where all of them were. A link may say whose values lead. Of a group with such a link those who were not
removed come first, then those who were not anonymised, then whom the link leads that was last said to lead (as of any
two writes: the higher stamp, then the device id), then the link before it, and then the lowest id.

The table `merged` (member → the one it is shown under) follows from the links that say "same" and from who was removed
or anonymised: it is the same on every laptop that knows the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from learningcircles.storage.connect import Connection
from learningcircles.storage.rows import mark_of

SHOWN = "NOT EXISTS (SELECT 1 FROM merged m JOIN record l ON l.id = m.member WHERE l.n = e.n)"
"""Leaves out members (as `e`) who are shown under another one."""
BALANCE = (
    "(coalesce((SELECT minutes FROM balance b WHERE b.account = account_of(r.id)), 0)"
    " + coalesce((SELECT sum(b.minutes) FROM merged m JOIN balance b ON b.account = account_of(m.member)"
    " WHERE m.shown = r.id), 0))"
)
"""The minutes of a member (as `r`) with those of everybody shown under them."""
_UNDER = (
    "FROM merged m CROSS JOIN record h ON h.id = m.member AND h.entity = 'member'"
    " CROSS JOIN record s ON s.id = m.shown AND s.entity = 'member'"
)
FOUND = "SELECT rowid FROM search WHERE search MATCH ?"
FOUND_MEMBERS = f"{FOUND} UNION SELECT s.n {_UNDER} WHERE h.n IN ({FOUND})"
"""The numbers of the records that hold words, and of those under whom such a member is shown: the words go in twice."""
GATHERED, RULE = "merged_rule", 3
"""Fact of a file: by which rule it was last gathered whole. The first did not look at who was removed, the second not
at who leads."""
ANONYMISED = "anonymised"
_LINKS = """
SELECT e.one, e.other, e.leads, e._stamps, r.id FROM e_member_link e JOIN record r ON r.n = e.n
WHERE e.verdict = 'same' AND e._deleted = 0 AND e.one <> x'' AND e.other <> x''
"""
_STANDING = "SELECT e._deleted, e.status FROM record r JOIN e_member e ON e.n = r.n WHERE r.id=? AND r.entity='member'"


def gather(connection: Connection) -> None:
    """Make the table anew from the links."""
    links = connection.execute(_LINKS).fetchall()
    lowest = components((bytes(one), bytes(other)) for one, other, *_ in links)
    led = _leaders(connection, links, lowest)

    def rank(member: bytes) -> tuple[bool, bool, int, bytes]:
        gone, status = connection.execute(_STANDING, (member,)).fetchone() or (True, None)
        leaders = led.get(lowest[member])
        if leaders is None:
            return bool(gone), False, 0, member
        return bool(gone), status == ANONYMISED, leaders.get(member, len(leaders)), member

    shown: dict[bytes, bytes] = {}
    for member in sorted(lowest, key=rank):
        shown.setdefault(lowest[member], member)
    connection.execute("DELETE FROM merged")
    rows = [(member, shown[low]) for member, low in lowest.items() if member != shown[low]]
    connection.executemany("INSERT INTO merged VALUES (?, ?)", rows)


def _leaders(
    connection: Connection, links: Iterable[Sequence[Any]], lowest: Mapping[bytes, bytes]
) -> dict[bytes, dict[bytes, int]]:
    """Return of each group (by its lowest id) in which somebody leads: member → place, 0 for who was said last."""
    devices: dict[int, bytes] = {}
    said: list[tuple[int, bytes, int, bytes, bytes, bytes]] = []
    for one, _, leads, stamps, link in links:
        if leads is not None:
            devices = devices or dict(connection.execute("SELECT n, id FROM device_number").fetchall())
            stamp, device, seq = mark_of(stamps, "leads")
            said.append((stamp, devices[device], seq, link, lowest[one], leads))
    found: dict[bytes, dict[bytes, int]] = {}
    for *_, low, leads in sorted(said, reverse=True):
        places = found.setdefault(low, {})
        places.setdefault(leads, len(places))
    return found


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


def shown_each(connection: Connection, members: Sequence[bytes]) -> dict[bytes, bytes]:
    """Return member → under whom they are shown, of those of these who are shown under another one."""
    if connection.execute("SELECT 1 FROM merged LIMIT 1").fetchone() is None:
        return {}
    return {member: shown for member in members if (shown := shown_as(connection, member)) != member}


def groups(connection: Connection, members: Sequence[bytes] | None = None) -> Mapping[bytes, list[bytes]]:
    """Return member → the others shown under them, lowest first; only for those who have some. None asks for all."""
    if members is None:
        members = [bytes(row[0]) for row in connection.execute("SELECT DISTINCT shown FROM merged ORDER BY shown")]
    if connection.execute("SELECT 1 FROM merged LIMIT 1").fetchone() is None:
        return {}
    found: dict[bytes, list[bytes]] = {}
    for member in members:
        rows = connection.execute("SELECT member FROM merged WHERE shown=? ORDER BY member", (member,)).fetchall()
        if rows:
            found[member] = [bytes(row[0]) for row in rows]
    return found


def under(connection: Connection) -> dict[int, int]:
    """Return the numbers of the members who are shown under another one, each with the number of that one."""
    return dict(connection.execute(f"SELECT h.n, s.n {_UNDER}").fetchall())
