"""Hours that were said to be the same, and are not, where those who brought them in are two people after all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cache

from learningcircles import ids
from learningcircles.storage import settlements
from learningcircles.storage.journal import Journal
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.settlements import Settlement

_Held = dict[bytes, dict[int, list[Settlement]]]
"""member → minutes → opening balances of so many."""


def not_the_same(journal: Journal, mine: Collection[bytes], theirs: Collection[bytes]) -> list[Settlement]:
    """Return the opening balances of these records that were taken back as the same as what theirs still have.

    As many as one of theirs has more than the record that lost them. Nothing of what stands in another one of mine:
    that is whose it was the same as. Of several of mine that lost as many one gets them: those stay one person.
    """
    stand = _held(journal, {*mine, *theirs}, taken_back=False)
    gone = _held(journal, mine, taken_back=True)
    found: list[Settlement] = []
    for minutes in sorted({each for lost in gone.values() for each in lost}):
        record = max(sorted(gone), key=lambda each: len(gone[each][minutes]))
        if any(stand[each][minutes] for each in mine if each != record):
            continue
        most = max((len(stand[each][minutes]) for each in theirs), default=0)
        found += gone[record][minutes][: max(0, most - len(stand[record][minutes]))]
    return found


def _held(journal: Journal, members: Collection[bytes], *, taken_back: bool) -> _Held:
    held: _Held = defaultdict(lambda: defaultdict(list))
    origins = cache(lambda: _origins(journal))
    for each in members:
        account = ids.account(each)
        if taken_back:
            rows = settlements.undone(journal, account, origins)
        else:
            rows = settlements.brought_in(journal.connection, account)
        for row in rows:
            held[each][dict(row.legs).get(account, 0)].append(row)
    return held


def _origins(journal: Journal) -> dict[bytes, bytes]:
    """Return action by which one may have been taken in → that one, of all that is kept here and does not count."""
    kept = ((each.header.device, item.action) for each in kept_segments(journal) for item in each.changesets or ())
    return {ids.taken_in(device, action): action for device, action in kept}
