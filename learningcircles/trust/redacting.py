"""Making the entries that erase people; what they say is in `redact`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from learningcircles.journal.marks import WordMark
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
    seen: Mapping[tuple[int, bytes], int],
    words: Sequence[WordMark],
    surroundings: Surroundings,
    again: Sequence[bytes] = (),
) -> list[Entry]:
    """Erase people: as many entries as their lists need (see `redact`)."""
    rows = [[*name, hash_] for name, hash_ in sorted(erase.items())]
    stands = [[space, seq, hash_] for (space, _, seq), hash_ in sorted(restated.items())]
    looked = [[*log, seq] for log, seq in sorted(seen.items())]
    entries = []
    for begin in range(0, max(len(rows), len(gone), 1), REDACTED_AT_ONCE):
        part = slice(begin, begin + REDACTED_AT_ONCE)
        fields: dict[str, Any] = {
            "people": sorted(people),
            "gone": sorted(gone)[part],
            "erase": rows[part],
            "restated": stands,
        }
        fields |= {"seen": looked, "words": [list(row) for row in words]}
        fields |= {"again": sorted(again)} if again else {}
        entries.append(propose(roster, "redact", keys.id, keys.sign, fields, surroundings))
    return entries
