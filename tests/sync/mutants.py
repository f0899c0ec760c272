"""Programs that are wrong in one way each, which the state machine must tell from the right one.

Each replaces a true function of the program by one with the fault, while a `patch` lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from learningcircles.crypto.sign import SigningKey
from learningcircles.journal import segment as segment_module
from learningcircles.journal.changeset import encode_payload
from learningcircles.journal.operations import EntryOp
from learningcircles.journal.segment import Draft, Header, Segment
from learningcircles.storage import fold as fold_module
from learningcircles.storage import tail as tail_module
from learningcircles.storage.contest import Contests, Write
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.journal import ChangesetRow
from learningcircles.storage.ledger import LedgerTables
from learningcircles.storage.logs import Log, Logs
from learningcircles.storage.receive import Outcome, Receiver
from learningcircles.storage.refold import Refold
from learningcircles.storage.rows import Mark, Register
from learningcircles.storage.tail import SPACES
from learningcircles.storage.writer import Writer
from learningcircles.trust import rules
from learningcircles.trust.entry import Body, Entry, damaged
from learningcircles.trust.members import Ledger
from tests.storage.reference import opened

Patch = pytest.MonkeyPatch


Mutant = Callable[[Patch], None]
"""Puts one fault in."""


def no_bump_per_field(patch: Patch) -> None:
    """A field whose stamp is ahead is written with the tick as it is: who has seen a value cannot overwrite it."""
    patch.setattr(Writer, "_stamp", lambda self, op, tick: op)


def no_tie_break(patch: Patch) -> None:
    """Of two writes with one stamp the one that arrives last wins."""
    patch.setattr(fold_module, "order_of", lambda register, numbers: (register.stamp,))


def entries_count_twice(patch: Patch) -> None:
    """The same settlement from two laptops moves its minutes twice."""
    add = LedgerTables.add

    def twice(self: LedgerTables, op: EntryOp, at: ChangesetRow) -> None:
        sql = "SELECT counts FROM settlement WHERE id=?"
        held = self._connection.execute(sql, (op.settlement,)).fetchone()
        add(self, op, at)
        if held is not None:
            self._move(op.settlement, [list(leg) for leg in op.legs], 1)

    patch.setattr(LedgerTables, "add", twice)


def a_segment_is_dropped(patch: Patch) -> None:
    """The third segment of a log that arrives is noted as held, and thrown away."""
    take = Receiver.take

    def drop(self: Receiver, header: Header, segment: Any) -> Outcome:
        outcome = take(self, header, segment)
        if outcome is Outcome.NEW and header.seq == 3:
            self._logs.set_state(header, "dropped")
        return outcome

    patch.setattr(Receiver, "take", drop)


def review_by_stamps(patch: Patch) -> None:
    """What a laptop had seen is guessed from stamps, not from `saw`."""

    def newer(self: Contests, space: int, winner: Register, at: ChangesetRow) -> bool:
        return winner.stamp > at.tick

    def seen(held: Mark, at: ChangesetRow, saw: Mapping[int, int]) -> bool:
        return held[0] < at.tick

    patch.setattr(Contests, "surely_saw", newer)
    patch.setattr(fold_module, "_seen", seen)
    patch.setattr(Write, "saw_write", lambda self, other: self.order >= other.order)


def segments_are_cut_again(patch: Patch) -> None:
    """A segment whose receipt was not confirmed is opened and closed again with what was written since."""
    close = Exchange.close_tail

    def close_again(self: Exchange) -> int:
        with self.circle.transaction():
            for space in SPACES:
                _open_last(self, space)
        return close(self)

    patch.setattr(Exchange, "close_tail", close_again)


def _open_last(exchange: Exchange, space: int) -> None:
    circle, logs = exchange.circle, Logs(exchange._db, exchange._numbers)
    me = circle.secrets.device.id
    device, peer = exchange._numbers.of(me), f"hub {circle.roster.sequencer.hex()}"
    log = logs.get(space, device)
    header = logs.header(space, device, log.stored)
    if header is None or log.stored <= exchange.peer_have(peer).get((space, me), 0) or not exchange._tail.read(space):
        return
    sql = "SELECT n, place FROM changeset WHERE space=? AND device=? AND seq=?"
    segment = circle.journal.segment(space, device, log.stored)
    assert segment is not None
    held = opened(circle, segment)
    for n, place in circle.connection.execute(sql, (space, device, log.stored)).fetchall():
        circle.connection.execute("INSERT INTO tail VALUES (?, ?)", (n, encode_payload([held[place]])))
    circle.connection.execute("UPDATE changeset SET seq=? WHERE device=? AND seq>?", (log.stored, device, log.stored))
    circle.connection.execute("DELETE FROM segment WHERE space=? AND device=? AND seq=?", (space, device, log.stored))
    logs.put(space, device, Log(log.stored - 1, log.stored - 1, header.prev_hash))
    circle.journal.forget_opened()


def arrival_decides(patch: Patch) -> None:
    """What has been folded goes on counting, and what did not count never does, whatever the roster says later."""
    patch.setattr(Refold, "rejudge", lambda self, before: False)


def nonces_are_used_again(patch: Patch) -> None:
    """Every segment is sealed with the same nonce."""
    close = segment_module.close_payload

    def close_with_zeros(
        draft: Draft, plain: bytes, stamp: int, sign: SigningKey, key: bytes | None, random: Any
    ) -> Segment:
        return close(draft, plain, stamp, sign, key, bytes)

    for module in (segment_module, tail_module):
        patch.setattr(module, "close_payload", close_with_zeros)


def joiners_wait_for_their_place(patch: Patch) -> None:
    """An `add` by invitation does nothing before it is placed."""
    join = rules.join_provisionally

    def wait(state: Ledger, entry: Entry, body: Body) -> None:
        if body.kind == "add":
            raise damaged()
        join(state, entry, body)

    patch.setattr(rules, "join_provisionally", wait)


def the_erased_come_back(patch: Patch) -> None:
    """What laptops wrote of an erased person because they did not know yet is folded as it stands."""
    patch.setattr(Refold, "_without_gone", lambda self, item, known, source: item)


SPINE: tuple[Mutant, ...] = (
    no_bump_per_field,
    no_tie_break,
    entries_count_twice,
    a_segment_is_dropped,
    review_by_stamps,
    segments_are_cut_again,
)
"""Found by laptops that only share."""
TRUST: tuple[Mutant, ...] = (
    arrival_decides,
    nonces_are_used_again,
    joiners_wait_for_their_place,
    the_erased_come_back,
)
"""Found where laptops come and go, and people are erased."""
