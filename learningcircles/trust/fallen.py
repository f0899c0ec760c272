"""Erasures without a place: whoever asked for them was shut out, or may run the circle no more, before they got one.

They erase nothing. They are kept and carried all the same, so that an organizer hears that somebody was to be erased,
and does it anew. Once those people are erased nobody needs them. Whoever has the keys of such a laptop can make as many
as they like, so few are kept: of one laptop about one and the same people one, the lowest hash first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress

from learningcircles.errors import CircleError
from learningcircles.trust.entry import Body, Entry
from learningcircles.trust.members import ORGANIZER, Ledger
from learningcircles.trust.redact import read_redaction

PER_LAPTOP = 8
MOST = 32
MOST_PEOPLE = 64
"""More records than anybody is merged of: each is looked up whenever it is told of."""


def fallen(state: Ledger, proposals: Iterable[Entry]) -> list[Entry]:
    """Return the erasures among proposals that fell away, by hash; `state` holds whoever was set aside, too."""
    found: list[Entry] = []
    told: set[tuple[bytes, frozenset[bytes]]] = set()
    made: Counter[bytes] = Counter()
    for entry in sorted(proposals, key=lambda entry: entry.hash):
        with suppress(CircleError):
            body = entry.read()
            if body.kind != "redact" or body.circle != state.circle or entry.hash in state.entries:
                continue
            people = read_redaction(body, 0).people
            if people <= state.redactions.people.keys() or len(people) > MOST_PEOPLE or (body.author, people) in told:
                continue
            if made[body.author] < PER_LAPTOP and len(found) < MOST and _ran_it(state, entry, body):
                found.append(entry)
                told.add((body.author, people))
                made[body.author] += 1
    return found


def _ran_it(state: Ledger, entry: Entry, body: Body) -> bool:
    """Return whether a laptop made this that might run the circle once, and may no more."""
    device = state.devices.get(body.author)
    if device is None or not (device.revoked or device.right != ORGANIZER):
        return False
    return any(grant.right == ORGANIZER for grant in device.grants) and entry.signed_by(device.sign)
