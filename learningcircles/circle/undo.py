"""Undo and redo: an action's inverse, written as an action of its own, so that it is shared like anything else.

A field is restored only while it still carries what the action wrote; what somebody has changed since stays,
and is named. The minutes of an exchange follow its record; other entries of the ledger are reversed, and settled
again by redo. Undo goes back through this laptop's
own actions, newest first, also after a restart; a new action leaves nothing to redo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from learningcircles import ids
from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.deeds import Deeds
from learningcircles.circle.desk import Desk
from learningcircles.circle.following import follow_these
from learningcircles.circle.records import Told
from learningcircles.circle.undo_hours import Restoring, UndoHours
from learningcircles.circle.undo_together import Together
from learningcircles.circle.undo_words import Staying
from learningcircles.errors import NotFound, Refused
from learningcircles.journal.operations import DELETED, EntryOp, Operation
from learningcircles.phrase import Phrase, Phrases
from learningcircles.storage import undo_stack
from learningcircles.storage.journal import whole
from learningcircles.storage.rows import UPKEEP
from learningcircles.storage.undo_stack import Act, PastWrite, depth, root

PER_CHANGESET = 50
"""Records and entries of one changeset of an inverse: well below 1,000 operations and 192 KiB."""

_NOTHING = "Nothing was undone. {kept}"

NAMELESS = "An earlier change"
"""What an action is called whose label went with somebody who was erased."""

ERASED_TO = "erased_to_tick"
"""Where this laptop keeps the highest tick of its own before its last erasure."""

_ERASED_AS = "erased_as"
"""Where it keeps under which identity that was: undo goes back to none that it had before."""

_PASSED = "undo_passed"
"""Where this laptop keeps the actions that undo has stepped past: ids of 16 bytes, one after the other."""


def nobody(done: int, whole: int) -> None:
    """Nobody is told how far it is."""


def _part(told: Told, place: int, parts: int) -> Told:
    """Return what tells how far one of several parts is, as a part of the whole."""
    return lambda done, whole: told(place * whole + done, parts * whole)


class Undone(NamedTuple):
    """What came of an undo or redo: `verb` is "Undone" or "Done again", `kept` says what others changed since."""

    changes: Changes
    verb: str
    deed: Phrase
    kept: Phrases

    @property
    def sentence(self) -> str:
        """All of it in English."""
        return " ".join([f"{self.verb}: {str(self.deed).removesuffix('.')}.", *map(str, self.kept)])


class Undo:
    """The verbs of taking back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._hours = UndoHours(desk)
        self._deeds = Deeds(desk)
        self._staying = Staying(desk)
        self._together = Together(desk.circle)

    def undo(self, told: Told = nobody) -> Undone:
        """Take back this laptop's last action; raises Refused when there is none.

        `told` hears (steps done, steps); what it raises stops it, and nothing is taken back then.
        Of one all of which others have changed since nothing is taken back either, and the next undo steps past it.
        """
        act = self._next(redo=False)
        if act is None and self.erased:
            raise Refused("erasure_stays", "The last action was an erasure. It cannot be undone.")
        if act is None and _is_renewed(self._desk.circle):
            raise Refused(
                "renewed",
                "There is nothing to undo since this laptop got a new identity. Correct what came before by hand.",
            )
        if act is None:
            raise Refused("nothing_to_undo", "There is nothing to undo.")
        try:
            return self._take_all_back(act, "Undo: ", "Undone", told)
        except Refused as error:
            if error.code != "changed_since":
                raise
            self._step_past(act)
            if self._next(redo=False) is None:
                raise
            raise Refused(
                "changed_since", "Nothing was undone. {kept} The next undo goes on with what came before.",
                kept=error.params["kept"],
            ) from error  # fmt: skip

    def redo(self, told: Told = nobody) -> Undone:
        """Do again what was undone last; raises Refused when there is nothing, or something new was done since.

        `told` as in `undo`.
        """
        act = self._next(redo=True)
        if act is None:
            raise Refused("nothing_to_redo", "There is nothing to redo.")
        return self._take_all_back(act, "", "Done again", told)

    def undo_action(self, action: bytes, taken: dict[bytes, bytes] | None = None, told: Told = nobody) -> Undone:
        """Take back one action, whatever was done since; to take back an undo is to do it again.

        `taken`: which took back which (`undo_stack.pairs`), where many are taken back one after another. `told` as in
        `undo`. Raises NotFound for an unknown one, Refused for one undone.
        """
        rows = self._desk.circle.journal.of_action(action)
        if not rows:
            raise NotFound("no_action", "There is no such action in this circle's history.")
        taken = undo_stack.pairs(self._desk.circle.connection) if taken is None else taken
        label = whole(self._desk.circle.journal, rows[0]).label or ""
        if label != _bare(label):
            taken.update(self._undone_by_others(action))
        if action in taken.values():
            raise Refused("undone_already", "This has been undone already.")
        act = Act(action, label, rows[0].tick)
        if depth(action, taken) % 2 == 1:
            return self._take_back(act, _bare(act.label), "Done again", taken, told=told)
        return self._take_back(act, f"Undo: {_bare(act.label)}", "Undone", taken, told=told)

    def deed(self, action: bytes) -> Phrase | None:
        """Return what an action, or the one that it took back, did; None for an unknown one."""
        rows = self._desk.circle.journal.of_action(action)
        label = whole(self._desk.circle.journal, rows[0]).label if rows else None
        return self._deed(Act(action, label or "", rows[0].tick)) if rows else None

    def next_undo(self) -> Phrase | None:
        """Return what `undo` would take back, or None."""
        act = self._next(redo=False)
        return self._deed(act) if act else None

    def next_redo(self) -> Phrase | None:
        """Return what `redo` would do again, or None."""
        act = self._next(redo=True)
        return self._deed(act) if act else None

    def never_offer(self, action: bytes) -> None:
        """Leave an action out of undo: founding and joining are not taken back by a key. See also `Circle.change`."""
        with self._desk.circle.transaction():
            undo_stack.add_pair(self._desk.circle.connection, action, action)

    @property
    def erased(self) -> bool:
        """Whether this laptop has erased somebody, by its present identity: undo goes back no further than that."""
        meta, me = self._desk.circle.meta, self._desk.circle.secrets.device.id
        return meta.number(ERASED_TO) > 0 and (meta.data(_ERASED_AS) or me) == me

    def end_here(self) -> None:
        """Take back nothing that was done until now: what is erased does not come back."""
        circle = self._desk.circle
        newest = next(undo_stack.own_actions(circle.journal, circle.writer.device), None)
        with circle.transaction():
            circle.meta.put(ERASED_TO, newest.tick if newest else 1)
            circle.meta.put(_ERASED_AS, circle.secrets.device.id)

    def _step_past(self, act: Act) -> None:
        circle = self._desk.circle
        acts = self._together.acts(act, undo_stack.pairs(circle.connection))
        with circle.transaction():
            circle.meta.put(_PASSED, b"".join([circle.meta.data(_PASSED), *(each.action for each in acts)]))

    def _next(self, *, redo: bool) -> Act | None:
        circle = self._desk.circle
        taken = undo_stack.pairs(circle.connection)
        gone = set(taken.values())
        acts = undo_stack.own_actions(circle.journal, circle.writer.device)
        end = circle.meta.number(ERASED_TO)
        packed = circle.meta.data(_PASSED)
        passed = {packed[at : at + 16] for at in range(0, len(packed), 16)} if not redo else set()
        for act in acts:
            if act.tick <= end:
                return None
            undoing = depth(act.action, taken) % 2 == 1
            if redo and act.action not in taken:
                return None  # a new action clears what could be redone
            # What has lost its name with somebody erased cannot be named, and nobody takes back what they cannot know.
            if act.action in gone | passed or undoing != redo or _bare(act.label) == NAMELESS:
                continue
            if not (redo and self._together.is_left_out(act.action, taken)):
                return act
        return None

    def _deed(self, act: Act, taken: Mapping[bytes, bytes] | None = None) -> Phrase:
        """Tell an action; of an undo, or its redo, what was done at first."""
        taken = undo_stack.pairs(self._desk.circle.connection) if taken is None else taken
        told = self._together.deed(act.action, taken)
        return told or self._deeds.of(root(act.action, taken), _bare(act.label))

    def _take_all_back(self, act: Act, before: str, verb: str, told: Told) -> Undone:
        """Take back an action with those that are one deed with it; what others have changed of them since stays."""
        circle = self._desk.circle
        taken = undo_stack.pairs(circle.connection)
        deed, changes, kept = self._deed(act, taken), Changes(), list[Phrase]()
        done = 0
        with circle.together():  # all of it or nothing
            known = dict(taken)
            acts = self._together.acts(act, taken)
            for by in taken.keys() - known.keys():
                undo_stack.add_pair(circle.connection, taken[by], by)  # it may have been another laptop that did
            for place, each in enumerate(acts):
                words, way = before + _bare(each.label), _part(told, place, len(acts))
                undone = unless_changed(partial(self._take_back, each, words, verb, taken, deed, told=way))
                if isinstance(undone, Undone):
                    done, changes = done + 1, changes | undone.changes
                    undone = undone.kept
                kept += undone
        said = Phrases({str(each): each for each in kept}.values())
        if not done:
            raise Refused("changed_since", _NOTHING, kept=said)
        return Undone(changes, verb, deed, said)

    def _take_back(
        self, act: Act, label: str, verb: str, taken: dict[bytes, bytes], deed: Phrase | None = None, *, told: Told
    ) -> Undone:
        circle, action = self._desk.circle, act.action
        deed = deed or self._deed(act, taken)  # before it is gone
        found = undo_stack.operations(circle.journal, action)
        ops = [op for _, op in found]
        restoring, kept = self._restoring(action, ops, taken, _part(told, 0, 3))
        entries, corrected = self._hours.entries(action, ops, restoring)
        kept += corrected
        entries += self._hours.following(found, restoring, _part(told, 1, 3))
        if not restoring and not entries:
            raise Refused("changed_since", _NOTHING, kept=Phrases(kept))
        with circle.group(label, action=ids.undo(action)) as by:  # whoever undoes: others can derive that it was undone
            changes = self._write(restoring, entries, label, self._author(action, taken), _part(told, 2, 3))
            undo_stack.add_pair(circle.connection, action, by)
        taken[by] = action
        changes |= self._balances(entries)
        changes |= follow_these(self._desk, _turned(ops, restoring))
        kept += self._staying.still_one(ops)
        return Undone(changes, verb, deed, Phrases(kept))

    def _undone_by_others(self, action: bytes) -> dict[bytes, bytes]:
        """Return which took back which, whoever did it, of all that was done to the records of an undo."""
        circle = self._desk.circle
        past = undo_stack.Past(circle.connection, circle.journal)
        ops = [op for _, op in undo_stack.operations(circle.journal, action) if not isinstance(op, EntryOp)]
        records = [past.writes(*name) for name in dict.fromkeys((op.entity, op.id) for op in ops)]
        done = {write.action for writes in records for held in writes.values() for write in held}
        return {by: each for each in done if (by := ids.undo(each)) in done}

    def _author(self, action: bytes, taken: Mapping[bytes, bytes]) -> bytes | None:
        """Who takes an action back; what is done again is done by who did it at first, whoever presses the key."""
        rows = self._desk.circle.journal.of_action(root(action, taken)) if depth(action, taken) % 2 == 1 else ()
        return whole(self._desk.circle.journal, rows[0]).author if rows else self._desk.person

    def _write(
        self, restoring: Restoring, entries: Sequence[EntryOp], label: str, author: bytes | None, told: Told
    ) -> Changes:
        changes = Changes(label=label)
        steps, legs = list(restoring.items()), list(entries)
        for begin in range(0, most := max(len(steps), len(legs)), PER_CHANGESET):
            told(begin, most)
            with self._desk.circle.change(label, author=author) as change:
                for (entity, id_), registers in steps[begin : begin + PER_CHANGESET]:
                    _restore(change, entity, id_, registers)
                for entry in legs[begin : begin + PER_CHANGESET]:
                    change.entry(entry)
            changes |= change.changes
        return changes

    def _balances(self, entries: Sequence[EntryOp]) -> Changes:
        """The members whose balance has moved, so that screens show it."""
        if not entries:
            return Changes()
        members = self._hours.members({account for entry in entries for account, _ in entry.legs})
        return Changes(frozenset(("member", member) for member in members.values()))

    def _restoring(
        self, action: bytes, ops: Sequence[Operation], taken: Mapping[bytes, bytes], told: Told
    ) -> tuple[Restoring, list[Phrase]]:
        """Return what to write back, and sentences for what stays as others left it."""
        circle = self._desk.circle
        restoring: Restoring = {}
        kept: list[Phrase] = []
        past = undo_stack.Past(circle.connection, circle.journal)
        targets = dict.fromkeys((op.entity, op.id) for op in ops if not isinstance(op, EntryOp))
        for place, (entity, id_) in enumerate(targets):
            told(place, len(targets))
            writes = past.writes(entity, id_)
            writes = _as_one_word(action, writes) if entity == "member_link" else writes
            writes = _unfollowed(id_, action, writes) if entity == "request" else writes
            back, changed = _before(action, writes, taken)
            if back:
                restoring[entity, id_] = back
            kept += self._staying.changed(entity, id_, changed)
        return restoring, list({str(each): each for each in kept}.values())


def _turned(ops: Sequence[Operation], restoring: Restoring) -> list[bytes]:
    """Return the exchanges that an action turned, where any of them is written back, or a request that it turned."""
    if not any(entity in ("swap", "request") for entity, _ in restoring):
        return []
    return list(dict.fromkeys(op.id for op in ops if not isinstance(op, EntryOp) and op.entity == "swap"))


def _as_one_word(action: bytes, writes: dict[str, list[PastWrite]]) -> dict[str, list[PastWrite]]:
    """Return what was said of two members with all who merged them as one, where nobody has ever said anything else.

    Who takes back that they are the same parts them, though somebody else had merged them, too, apart.
    """
    said = writes.get("verdict", ())
    alike = {write.action for write in said}
    if action not in alike or len({write.value for write in said}) > 1:
        return writes
    return {
        name: [write._replace(action=action) if write.action in alike else write for write in held]
        for name, held in writes.items()
    }


def _unfollowed(request: bytes, action: bytes, writes: dict[str, list[PastWrite]]) -> dict[str, list[PastWrite]]:
    """Return the writes without those that brought a request to what its exchanges say after an action: that is
    nobody's change. What laptops had said so before it is what it changed.
    """
    own = ids.following(request)
    found: dict[str, list[PastWrite]] = {}
    for name, held in writes.items():
        first = next((place for place, write in enumerate(held) if write.action == action), 0)
        found[name] = held[:first] + [write for write in held[first:] if write.action != own]
    return {name: held for name, held in found.items() if held}


def _before(
    action: bytes, writes: dict[str, list[PastWrite]], taken: Mapping[bytes, bytes]
) -> tuple[dict[str, object], list[tuple[str, PastWrite]]]:
    """Return (register → value to restore, registers that somebody has changed since with that change)."""
    stacks = {register: _by_hand(register, action, _standing(action, held, taken)) for register, held in writes.items()}
    if _made(action, writes):
        later = [(register, held[-1]) for register, held in stacks.items() if held and held[-1].action != action]
        # What others have added to a new record would go with it, so then it stays whole.
        return ({}, later) if later else ({DELETED: True}, [])
    back: dict[str, object] = {}
    changed: list[tuple[str, PastWrite]] = []
    for register, held in stacks.items():
        mine = [place for place, write in enumerate(held) if write.action == action]
        if mine and mine[-1] == len(held) - 1:
            back[register] = held[mine[0] - 1].value if mine[0] else _nothing(register, writes)
        elif mine:
            changed.append((register, held[-1]))
    return back, changed


def _made(action: bytes, writes: dict[str, list[PastWrite]]) -> bool:
    """Return whether the record began with this action."""
    return _maker(writes) == action


def _maker(writes: Mapping[str, Sequence[PastWrite]]) -> bytes | None:
    first = min((held[0] for held in writes.values()), key=lambda write: write.order, default=None)
    return first.action if first is not None else None


def _standing(action: bytes, held: Sequence[PastWrite], taken: Mapping[bytes, bytes]) -> list[PastWrite]:
    """Return the writes to a register without those that were taken back, except the action's own.

    Several laptops may have taken an action back apart, by one name: that is one undo. What was done again stands in
    the place of what it does again, also of what somebody else had done of that apart.
    """
    stack: list[PastWrite] = []
    undo: bytes | None = None
    for write in held:
        target = taken.get(write.action)
        own = write.action == action or target in (None, action, write.action)
        if not own and write.action == undo:
            continue
        undo = None
        if not own and stack and stack[-1].action == target:
            while stack and stack[-1].action == target:
                stack.pop()
            undo = write.action
            continue
        if target is not None and depth(write.action, taken) % 2 == 0:
            stack = [each for each in stack if not _is_done_again(each.action, write.action, taken)]
        stack.append(write)
    return stack


def _by_hand(register: str, action: bytes, held: list[PastWrite]) -> list[PastWrite]:
    """Return the writes without what laptops did by themselves after an action: that is nobody's change."""
    while register in UPKEEP and held and held[-1].action != action and held[-1].author is None:
        held = held[:-1]
    return held


def _is_done_again(action: bytes, by: bytes, taken: Mapping[bytes, bytes]) -> bool:
    return action != by and depth(action, taken) % 2 == 0 and root(action, taken) == root(by, taken)


def _nothing(register: str, writes: Mapping[str, Sequence[PastWrite]]) -> object:
    """Return what a register holds where nothing stands in it before an action.

    Where the record was made with the word that it is there, that word was taken back, and the record with it.
    """
    if register == DELETED:
        return _maker(writes) in {write.action for write in writes[DELETED]}
    return False if "/" in register else None


def _restore(change: Change, entity: str, id_: bytes, registers: dict[str, object]) -> None:
    plain = {name: value for name, value in registers.items() if "/" not in name}
    if plain:
        change.set(entity, id_, plain)
    elements: dict[tuple[str, bool], list[str]] = {}
    for name, value in registers.items():
        field, slash, element = name.partition("/")
        if slash:
            elements.setdefault((field, value is True), []).append(element)
    for (field, adds), words in elements.items():
        (change.add if adds else change.drop)(entity, id_, field, words)


def unless_changed(take_back: Callable[[], Undone]) -> Undone | Phrases:
    """Return what came of taking an action back, or what is said where others have changed all of it since.

    Whatever else keeps it from being taken back is raised.
    """
    try:
        return take_back()
    except Refused as error:
        if error.code != "changed_since":
            raise
        said = error.params.get("kept")
        return said if isinstance(said, Phrases) else Phrases(())


def _bare(label: str) -> str:
    return label.removeprefix("Undo: ") or NAMELESS


def _is_renewed(circle: Circle) -> bool:
    here = circle.roster.devices.get(circle.secrets.device.id)
    return here is not None and here.succeeds is not None
