"""Erasures without a place: whoever asked for them was shut out, or may run the circle no more, before they got one.

They erase nothing, also once their makers may run the circle again (`rules.has_run_since`). They are kept and carried
all the same, so that an organizer hears that somebody was to be erased, and does it anew. Once those people are erased
nobody needs them. Whoever has the keys of such a laptop can make as many as they like, so few are kept: of one laptop
about one and the same people one, and of all laptops in turn, so that none crowds out another's. Of a laptop's
identities the one goes first that the list keeps first, then the lowest hash: what a copy asked for that the list may
let go of would be lost with it, and nobody would have what another one had asked for alike.

While its maker may run the circle again such an erasure is told to nobody: a hub of the first program judges by the
right of now, and would place it. So those are chosen by themselves: they crowd out none that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from learningcircles.errors import CircleError
from learningcircles.trust import rules
from learningcircles.trust.entry import Body, Entry, Placed
from learningcircles.trust.members import ORGANIZER, Device, Ledger, first_of, forerunners
from learningcircles.trust.redact import read_redaction

PER_LAPTOP = 8
MOST = 32
MOST_PEOPLE = 64
"""More records than anybody is merged of: each is looked up whenever it is told of."""


def fallen(state: Ledger, proposals: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the erasures among proposals that fell away, those that others are told of and the others, each by hash;
    `state` holds whoever was set aside, too.
    """
    of: dict[bool, dict[bytes, dict[frozenset[bytes], Entry]]] = {True: {}, False: {}}
    for entry, body, by in _by_known_makers(state, proposals):
        with suppress(CircleError):
            people = read_redaction(body, 0).people
            if people <= state.redactions.people.keys() or len(people) > MOST_PEOPLE:
                continue
            kept = of[by.revoked or by.right != ORGANIZER].setdefault(first_of(state.devices, by.id), {})
            if people not in kept and len(kept) < PER_LAPTOP and _ran_it(state, entry, body, by):
                kept[people] = entry
    return _in_turn(of[True]), _in_turn(of[False])


def _by_known_makers(state: Ledger, proposals: Iterable[Entry]) -> list[tuple[Entry, Body, Device]]:
    """Return what of these erases and has no place, with its maker, in the order in which the list keeps these."""
    kept = {name: place for place, name in enumerate(state.devices)}
    found: list[tuple[Entry, Body, Device]] = []
    for entry in proposals:
        with suppress(CircleError):
            body = entry.read()
            erases = body.kind == "redact" and body.circle == state.circle and entry.hash not in state.entries
            if erases and body.author in kept:
                found.append((entry, body, state.devices[body.author]))
    return sorted(found, key=lambda row: (kept[row[1].author], row[0].hash))


def _in_turn(of: Mapping[bytes, Mapping[frozenset[bytes], Entry]]) -> list[Entry]:
    turns = [(turn, entry.hash, entry) for kept in of.values() for turn, entry in enumerate(kept.values())]
    found = [entry for _, _, entry in sorted(turns, key=lambda row: row[:2])[:MOST]]
    return sorted(found, key=lambda entry: entry.hash)


def _ran_it(state: Ledger, entry: Entry, body: Body, device: Device) -> bool:
    """Return whether a laptop made this that might run the circle once, and may no more, or might not for a while.

    Only who had a place in the list ever ran it, be it under a former identity: not who came by a cancelled sheet or a
    refused invitation.
    """
    if not device.revoked and rules.has_run_since(state, body):
        return False
    if all(state.devices[name].provisional for name in forerunners(state.devices, device.id) & state.devices.keys()):
        return False
    return any(grant.right == ORGANIZER for grant in device.grants) and entry.signed_by(device.sign)


def erasures_in(items: Iterable[Placed]) -> Iterator[tuple[bytes, frozenset[bytes]]]:
    """Yield (who made it, whom it erases) of the erasures among placed entries, in their order."""
    for item in items:
        with suppress(CircleError):
            body = item.entry.read()
            if body.kind == "redact":
                yield body.author, read_redaction(body, 0).people
