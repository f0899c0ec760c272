"""What undo does to minutes: those of an exchange follow its record, other entries of the ledger are reversed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from learningcircles import ids
from learningcircles.circle.desk import Desk
from learningcircles.circle.hours import reversal_of, settled_again, settling
from learningcircles.circle.records import Told
from learningcircles.circle.swaps import MOVES_MINUTES
from learningcircles.journal.operations import DELETED, EntryOp, Operation
from learningcircles.phrase import Phrase
from learningcircles.storage import settlements, undo_stack
from learningcircles.storage.contest import writes_of
from learningcircles.storage.given_back import GONE, LEAVING
from learningcircles.storage.journal import ChangesetRow

Target = tuple[str, bytes]
Restoring = dict[Target, dict[str, object]]
"""record → register → the value that undo writes back."""
_LEFT_SENTENCES = ("Another laptop has noted the same leaving: the hours stay where they are.",)
_CORRECTED_SENTENCES = ("Its hours have been corrected since.",)


class UndoHours:
    """Finds the entries that take an action's minutes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def entries(
        self, action: bytes, ops: Sequence[Operation], restoring: Restoring
    ) -> tuple[list[EntryOp], list[Phrase]]:
        """Return what takes minutes of no exchange back, and sentences for those that stay as they are."""
        found: list[EntryOp] = []
        kept: list[Phrase] = []
        swaps = {op.id for op in ops if not isinstance(op, EntryOp) and op.entity == "swap"}
        of_source: dict[bytes, list[EntryOp]] = {}
        for op in ops:
            if isinstance(op, EntryOp) and op.source not in swaps:
                of_source.setdefault(op.source, []).append(op)
        for source, mine in of_source.items():
            back = self._inverse(source, mine)
            if back and self._left_by_others(action, mine, restoring):
                kept.append(Phrase(_LEFT_SENTENCES[0]))
                continue
            found += back or []
            kept += [] if back is not None else [Phrase(_CORRECTED_SENTENCES[0])]
        return found, kept

    def _left_by_others(self, action: bytes, mine: Sequence[EntryOp], restoring: Restoring) -> bool:
        """Return whether an action settled what a member leaves behind, who has left by another laptop's word as well.

        Two laptops that note one leaving write the same settlement: its reversal would take back both.
        """
        circle = self._desk.circle
        settled = {op.settlement for op in mine if op.kind == LEAVING and op.reverses is None}
        accounts = {account for op in mine if op.settlement in settled for account, _ in op.legs}
        taken = undo_stack.pairs(circle.connection)
        past = undo_stack.Past(circle.connection, circle.journal)
        for member in self.members(accounts).values():
            writes = past.writes("member", member).get("status", [])
            others = {write.action for write in writes if write.value in GONE} - {action, *taken, *taken.values()}
            said = [op for other in others for _, op in undo_stack.operations(circle.journal, other)]
            alike = any(isinstance(op, EntryOp) and op.settlement in settled for op in said)
            if alike and restoring.get(("member", member), {}).get("status", writes[-1].value) in GONE:
                return True
        return False

    def members(self, accounts: Collection[bytes]) -> dict[bytes, bytes]:
        """Return account → member."""
        members = self._desk.reader.ids("member", deleted=True) if accounts else []
        return {account: member for member in members if (account := ids.account(member)) in accounts}

    def following(
        self, found: Sequence[tuple[ChangesetRow, Operation]], restoring: Restoring, told: Told
    ) -> list[EntryOp]:
        """Return what brings the minutes of exchanges to what stood before, or to what their records will say.

        An answer in review may have begun where record and ledger differed: what is asked again must be as it was.
        `told` hears (exchanges gone through, exchanges).
        """
        circle, today = self._desk.circle, self._desk.today()
        swaps = {id_: registers for (entity, id_), registers in restoring.items() if entity == "swap"}
        of_swap: dict[bytes, list[tuple[ChangesetRow, Operation]]] = {id_: [] for id_ in swaps}
        for at, op in found:
            of_swap.get(op.source if isinstance(op, EntryOp) else op.id, []).append((at, op))
        entries: list[EntryOp] = []
        for place, record in enumerate(self._desk.reader.many("swap", list(swaps))):
            told(place, len(swaps))
            registers = swaps[record.id]
            before = self._moved_before(record.id, of_swap[record.id], registers)
            if before is None:
                after = {**record.fields, **registers}
                deleted = after.get(DELETED, record.deleted) is True
                before = settling(circle.connection, record.id, after, deleted=deleted, date=today)
            entries += before
        return entries

    def _moved_before(
        self, swap: bytes, found: Sequence[tuple[ChangesetRow, Operation]], registers: Mapping[str, object]
    ) -> list[EntryOp] | None:
        """Return what takes the minutes of an exchange to what they were before an action; None if that has changed.

        `found`: what the action did to this exchange.
        """
        ops = [(row, op) for row, op in found if not isinstance(op, EntryOp)]
        written = {name for _, op in ops for name, _, _ in writes_of(op, 0)}
        if not written & MOVES_MINUTES <= registers.keys():
            return None
        mine = [op for _, op in found if isinstance(op, EntryOp)]
        if mine:
            return self._inverse(swap, mine)
        rows = settlements.of_source(self._desk.circle.connection, swap)
        return None if any(row.stamp > at.tick for row in rows for at, _ in ops) else []

    def _inverse(self, source: bytes, mine: Sequence[EntryOp]) -> list[EntryOp] | None:
        """Go from what the action left standing for a source to what stood before it; None if that has changed."""
        rows = {row.id: row for row in settlements.of_source(self._desk.circle.connection, source)}
        reversals = {row.reverses for row in rows.values() if row.reverses is not None}
        standing = [row for row in rows.values() if row.reverses is None and row.counts and row.id not in reversals]
        left = [rows[op.settlement] for op in mine if op.reverses is None and op.settlement in rows]
        before = [rows[op.reverses] for op in mine if op.reverses is not None and op.reverses in rows]
        # Undo and redo settle anew in later rounds: the same legs are the same state.
        if [sorted(row.legs) for row in standing] != [sorted(row.legs) for row in left]:
            return None
        back = [reversal_of(row, self._desk.today()) for row in standing]
        return back + [settled_again(row, settlements.next_round(rows.values())) for row in before[-1:]]
