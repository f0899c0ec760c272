"""Making the entries that erase people; what they say is in `redact`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry
from learningcircles.trust.make import DeviceKeys, propose
from learningcircles.trust.redact import Name
from learningcircles.trust.roster import Roster

REDACTED_AT_ONCE = 500
"""Segments and records that one entry names: well below its 64 KiB."""


def redact(
    roster: Roster,
    keys: DeviceKeys,
    people: Iterable[bytes],
    gone: Sequence[bytes],
    erase: Mapping[Name, bytes],
    restated: Mapping[Name, bytes],
    surroundings: Surroundings,
) -> list[Entry]:
    """Erase people: as many entries as their lists need. `restated` are segments of this laptop's own logs."""
    rows = [[*name, hash_] for name, hash_ in sorted(erase.items())]
    again = [[space, seq, hash_] for (space, _, seq), hash_ in sorted(restated.items())]
    entries = []
    for begin in range(0, max(len(rows), len(gone), 1), REDACTED_AT_ONCE):
        part = slice(begin, begin + REDACTED_AT_ONCE)
        fields = {"people": sorted(people), "gone": sorted(gone)[part], "erase": rows[part], "restated": again}
        entries.append(propose(roster, "redact", keys.id, keys.sign, fields, surroundings))
    return entries
