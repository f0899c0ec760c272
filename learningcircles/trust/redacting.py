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

REDACTED_AT_ONCE = 300
"""People, words, records and segments that one entry names: together below its 64 KiB, with what it has looked through
in the logs of as many laptops as a circle may have.
"""


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
    """Erase people: as many entries as their lists need (see `redact`).

    Where people or words are more than one entry names, those that erase segments name the first of them alone: whoever
    reads one of these entries has the others.
    """
    rows = [[*name, hash_] for name, hash_ in sorted(erase.items())]
    stands = [[space, seq, hash_] for (space, _, seq), hash_ in sorted(restated.items())]
    looked = [[*log, seq] for log, seq in sorted(seen.items())]
    whole: dict[str, list[Any]] = {"people": sorted(people), "words": [list(row) for row in words]}
    parted: dict[str, list[Any]] = {"gone": sorted(gone), "erase": rows}
    parted |= {name: whole.pop(name) for name in list(whole) if len(whole[name]) > REDACTED_AT_ONCE}
    entries = []
    for begin in range(0, max(1, *map(len, parted.values())), REDACTED_AT_ONCE):
        fields: dict[str, Any] = whole | {name: row[begin : begin + REDACTED_AT_ONCE] for name, row in parted.items()}
        fields |= {"restated": stands, "seen": looked}
        fields |= {"again": sorted(again)} if again else {}
        entries.append(propose(roster, "redact", keys.id, keys.sign, fields, surroundings))
    return entries
