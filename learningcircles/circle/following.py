"""Requests that two laptops turned apart, brought to what their exchanges say together.

A merge itself writes nothing, and how a request stands is a register like any other: one of those who wrote it has the
last word. Its exchanges may say something else by then. What they say together follows from the journal alone, so every
laptop that may write says the same, once it has what the others have, and nothing more after that.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from learningcircles import ids
from learningcircles.circle.believing import may_write
from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.desk import Desk
from learningcircles.circle.matching import Turned, turned_apart
from learningcircles.circle.merging import linked
from learningcircles.circle.reader import Reader
from learningcircles.codec import decode, encode
from learningcircles.journal.operations import SetOp
from learningcircles.storage import since, undo_stack
from learningcircles.storage.journal import remembered
from learningcircles.trust.members import READER

LABEL = "Request follows its exchanges"
_LOOKED = "requests_looked"
_KINDS = {"request": "member", "swap": "receiver"}
"""What says how a request stands → who asks."""
_LINKS = ("member_link", "swap_link")
"""What says whose requests somebody's are, and which exchange stands for another one."""
_OFTEN = 3
"""So often a laptop says the same of a request while nobody writes anything else from which that follows."""
_FEW = 64
"""So many changesets are soon looked at again: nothing need be noted for them."""


def follow(desk: Desk) -> Changes:
    """Bring what has come to what it says together; for sharing. Does nothing on a laptop that may not write."""
    circle, changes = desk.circle, Changes(label=LABEL)
    if circle.shut_out or circle.right == READER:
        return changes
    turned, looked = remembered(circle.journal, "followed", lambda: _apart(desk))
    if turned and not may_write(circle):
        return changes  # once the clock is believed
    changes |= _bring(circle, turned)
    _note(circle, looked, far=bool(turned))
    return changes


def follow_these(desk: Desk, swaps: Sequence[bytes]) -> Changes:
    """Bring the requests of whom these exchanges are with to what these say now: what undo writes back it takes from
    the request's own past, and others may have turned it since.
    """
    receivers = {swap["receiver"] for swap in desk.reader.many("swap", swaps) if swap["receiver"]}
    return _bring(desk.circle, turned_apart(desk.reader, receivers))


def _bring(circle: Circle, turned: Sequence[Turned]) -> Changes:
    changes = Changes(label=LABEL)
    if turned:
        with circle.together():
            for each in turned:
                changes |= _write(circle, each)
    return changes


def _apart(desk: Desk) -> tuple[list[Turned], since.Moment]:
    """Return what stands otherwise than it is to, and up to when that was looked for."""
    now = since.moment(desk.circle.connection)
    gone = desk.circle.roster.state.redactions.gone
    apart = turned_apart(desk.reader, _asking(desk, _looked(desk.circle)))
    return [each for each in apart if each.request.id not in gone and not _is_said(desk, each)], now


def _is_said(desk: Desk, turned: Turned) -> bool:
    """Return whether this laptop has said that often enough since anybody wrote what it follows from.

    Another one may say otherwise since it does not have, or cannot read, what a third one wrote, and each would answer
    the other for ever. Once is too few: whoever said otherwise may never hear of it to say so themselves.
    """
    circle, own = desk.circle, ids.following(turned.request.id)
    mine = [row for row in circle.journal.of_action(own) if row.device == circle.writer.device][-_OFTEN:]
    said = [op.fields.get("state") for row in mine for op in circle.journal.body(row).ops if isinstance(op, SetOp)]
    if said != [turned.state] * _OFTEN:
        return False
    people = linked(desk.reader, turned.request["member"])
    swaps = desk.reader.list("swap", where={"receiver": people}, deleted=True)
    follows = [("request", turned.request.id), *(("swap", each.id) for each in swaps)]
    return since.last_written(circle.connection, follows, own) < mine[0].n


def _note(circle: Circle, now: since.Moment, *, far: bool) -> None:
    """Note up to when everything was looked at, so that a program that starts need not begin anew."""
    before = _looked(circle)
    if before != now and (far or before is None or not 0 <= now.newest - before.newest <= _FEW):
        with circle.hint():
            circle.meta.put(_LOOKED, encode(list(now)))


def _write(circle: Circle, turned: Turned) -> Changes:
    own = ids.following(turned.request.id)
    with circle.group(LABEL, action=own) as action:
        if action != own:
            return Changes()  # within somebody's action: the next share says it
        with circle.change(LABEL) as change:
            turned.write(change)
        undo_stack.add_pair(circle.connection, action, action)  # nobody did it, so nobody takes it back
    return change.changes


def _asking(desk: Desk, before: since.Moment | None) -> Collection[bytes]:
    """Return who asks for something of which anything was written since; all who ever did, where that is not known."""
    reader, journal = desk.reader, desk.circle.journal
    written = None if before is None else since.records_since(journal, before, (*_KINDS, *_LINKS))
    if written is None:
        return {each for each in reader.tally("request", "member") if isinstance(each, bytes)}
    found = {kind: [id_ for entity, id_ in written if entity == kind] for kind in (*_KINDS, *_LINKS)}
    found["swap"] += _sides(reader, "swap_link", found)
    asking: set[bytes | None] = set(_sides(reader, "member_link", found))
    for kind, who in _KINDS.items():
        asking |= {each[who] for each in reader.many(kind, found[kind])}
    return {each for each in asking if each}


def _sides(reader: Reader, kind: str, found: Mapping[str, Sequence[bytes]]) -> list[bytes]:
    return [link[side] for link in reader.many(kind, found[kind]) for side in ("one", "other") if link[side]]


def _looked(circle: Circle) -> since.Moment | None:
    packed = circle.meta.data(_LOOKED)
    return since.Moment(*decode(packed)) if packed else None
