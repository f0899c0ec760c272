"""Members by their number, as it stands on cards and lists: 2-17. The search index holds no numbers."""

from __future__ import annotations

import re

from learningcircles.storage.connect import Connection

HAVING = (
    "SELECT coalesce(s.n, e.n) FROM e_member e JOIN record r ON r.n = e.n LEFT JOIN merged m ON m.member = r.id"
    " LEFT JOIN record s ON s.id = m.shown AND s.entity = 'member'"
    " WHERE e._deleted = 0 AND (e.number = ? OR e.former_number = ?)"
)
"""The numbers of the records of members who have a member number, or had it: it goes in twice."""
_NUMBER = re.compile(r"\s*(\d{1,9})\s?[-\u2010-\u2014]\s?(\d{1,9})\s*")


def number_in(text: str) -> str:
    """Return the member number that somebody typed, whatever dash it has; empty where it is something else."""
    found = _NUMBER.fullmatch(text)
    return f"{found[1]}-{found[2]}" if found else ""


def numbered(connection: Connection, text: str) -> list[int]:
    """Return the record numbers of the members who have, or had, what was typed as their member number.

    For who is shown under another one it is that one.
    """
    number = number_in(text)
    return [row[0] for row in connection.execute(HAVING, (number, number))] if number else []
