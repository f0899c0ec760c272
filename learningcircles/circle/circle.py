"""One circle on this laptop, and the one place where anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes
from learningcircles.circle.opened import Mark, Opened, Secrets
from learningcircles.entities.registry import declarations
from learningcircles.errors import CircleError, NotAllowed, Refused
from learningcircles.journal.changeset import Changeset, check
from learningcircles.journal.operations import EntryOp, Operation
from learningcircles.storage import undo_stack
from learningcircles.storage.connect import (
    DatabaseError,
    begin,
    end,
    part,
    plain_error,
    unhurried,
)
from learningcircles.storage.heads import heads_of
from learningcircles.storage.logs import Logs
from learningcircles.storage.merged import GATHERED, RULE, gather
from learningcircles.storage.tail import Tail
from learningcircles.storage.writer import in_portions
from learningcircles.surroundings import Surroundings
from learningcircles.trust.counts import may_hold
from learningcircles.trust.members import ORGANIZER, READER

_FOLDED_AT_ONCE = 500


class Circle(Opened):
    """The writing view of a circle; used by one thread at a time. Programs call it through its verbs."""

    def __init__(self, path: Path, secrets: Secrets, surroundings: Surroundings, mark: Mark, *, create: bool = False):
        super().__init__(path, secrets, surroundings, mark, create=create)
        self.before_close: list[Callable[[Change], None]] = []
        """Called with each change when its block has ended: more operations may be added to it then."""
        self.before_first_write: Callable[[Circle], None] | None = None
        """Called before anything is written by hand, until it has let one through; it raises what it objects to."""
        self.asks_each_time = False
        """Whether it is called before everything that is written: a window stays open while its clock may jump."""
        self._group: bytes | None = None
        self._label = ""
        self._together = False
        self._saved = 0
        self.begun = 0
        """How many transactions have been begun through this object."""
        self.given_up = 0
        """How many of them left everything as it was."""

    def adopt(self) -> None:
        """Move what an older version could not read to where this version keeps it; once per version."""
        known = declarations()
        if self.meta.data("declarations") != known:
            with self.transaction():
                self.fold.adopt()
                self.meta.put("declarations", known)

        if self.meta.number(GATHERED) != RULE:
            with self.transaction():
                gather(self.connection)
                self.meta.put(GATHERED, RULE)

    @contextmanager
    def change(self, label: str, *, author: bytes | None = None, own: bool = False) -> Iterator[Change]:
        """Gather one action and write it when the block ends; an error in the block changes nothing.

        `own`: the program writes it by itself, so undo takes back what the person did last, not this. Within a
        `group`, each change is a changeset of its own under the group's action.
        """
        if self._group is not None:
            change = Change(self._label or label, self._group, author, self.surroundings)
            yield change
            self._write(change)
            return
        self._ask_first()
        with self.transaction():
            change = Change(label, self.surroundings.random(16), author, self.surroundings)
            yield change
            self._write(change)
            if own:
                undo_stack.add_pair(self.connection, change.action, change.action)

    @contextmanager
    def group(self, label: str, *, action: bytes | None = None) -> Iterator[bytes]:
        """Many changes as one action: one transaction, all or nothing, undone as one. Yields the action's id.

        `action` gives it an id that others can derive as well.
        """
        if self._group is not None:
            yield self._group
            return
        self._ask_first()
        with self.transaction():
            self._group, self._label = action or self.surroundings.random(16), label
            try:
                yield self._group
            finally:
                self._group, self._label = None, ""

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several actions in one transaction; each stays an action of its own, and is durable when the block ends.

        An error that leaves the block takes all of them back, and within a group, or another such block, no more than
        them. `written` tells whether one of them was half-done.
        """
        if self._together or self._group is not None:
            with self._part():
                yield
            return
        with self.transaction():
            self._together = True
            try:
                yield
            finally:
                self._together = False

    @property
    def written(self) -> int:
        """A number that grows with everything that is written through this object, durable or not yet."""
        return int(self._db.total_changes) + self.writer.written + self.meta.written - self._saved

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._db.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """The only place that begins and commits. Raises a plain error when the disk or the file refuses."""
        if self.refusal is not None:
            raise self.refusal
        if self._together:
            yield
            return
        with self._transaction(keep=True):
            yield

    @contextmanager
    def hint(self) -> Iterator[None]:
        """A transaction that a power cut may undo, with nothing that came after it left, since it keeps only what the
        next share learns again.
        """
        with unhurried(self._db), self.transaction():
            yield

    @contextmanager
    def given_up_transaction(self) -> Iterator[None]:
        """A transaction that leaves everything as it was: for trying something out."""
        with self._transaction(keep=False):
            yield
        self._forget()

    @contextmanager
    def _part(self) -> Iterator[None]:
        """A part of the open transaction, which an error takes back alone: memory holds nothing of what was before."""
        before = self.written
        self.settle()
        full = self.writer.full()
        self.writer.save()
        self.writer.begin(full)
        try:
            with part(self._db):  # it saves what is to be found by search, too
                self._saved += self.written - before  # all of it had been written before
                yield
        except BaseException:
            self._forget()
            self.writer.begin(full)
            raise

    @contextmanager
    def _transaction(self, *, keep: bool) -> Iterator[None]:
        with self.turns.one(), self._in_turn(keep=keep):
            yield

    @contextmanager
    def _in_turn(self, *, keep: bool) -> Iterator[None]:
        try:
            begin(self._db)
        except DatabaseError as error:
            raise plain_error(error, self.path) from error
        self.begun += 1
        self.writer.begin()
        try:
            self._in_use.check()
            self._journal.follow()
            self.follow()
            yield
            self.settle()
            closed = self._close_full()
            self.writer.save()
            end(self._db, keep=keep)
        except BaseException as error:
            self._roll_back()
            if isinstance(error, DatabaseError):
                raise plain_error(error, self.path) from error
            raise
        if closed and keep:
            # Nothing leaves before the mark is raised; where that fails now, whoever shares will say so.
            with suppress(OSError, CircleError):
                self.mark.write(heads_of(self._db, self._journal.numbers, self.secrets.device.id))

    def _close_full(self) -> int:
        """Close segments that are full, so that the open tail stays short whatever is loaded; return how many."""
        full = self.writer.full()
        if not full or self.shut_out or not self._never_did_more():
            return 0
        logs = Logs(self._db, self._journal.numbers)
        tail = Tail(self._journal, logs, self.meta, self.secrets.device, self.surroundings)
        marks = self.mark.read()
        behind = [s for s in full if tail.is_behind(s, marks.get(s, (0, b""))) or tail.may_stand(s)]
        fit = [s for s in full if tail.knows_last(s) and s not in behind]
        return sum(len(tail.close(space, below=full[space])) for space in fit)

    def _never_did_more(self) -> bool:
        """Return whether all that is open counts: this laptop's right has never been taken down."""
        found = self.roster.devices[self.secrets.device.id]
        return found.right == ORGANIZER or len(found.grants) == 1

    def _ask_first(self) -> None:
        ask = self.before_first_write
        if ask is not None:
            ask(self)
            if not self.asks_each_time:
                self.before_first_write = None

    def _write(self, change: Change) -> None:
        for add_more in self.before_close:
            add_more(change)
        now = self.surroundings.now_ms()
        portions = [(space, part) for space, ops in change.taken() for part in in_portions(ops)]
        for _, portion in portions:
            self._check_right(portion.ops)
            check(Changeset(0, change.author, change.action, change.label, {}, tuple(portion.ops)))
        for space, portion in portions:
            self.writer.write(
                space, portion, now_ms=now, author=change.author, action=change.action, label=change.label
            )
        touched = {(op.entity, op.id) for _, portion in portions for op in portion.ops if not isinstance(op, EntryOp)}
        change.changes = Changes(frozenset(touched - change.unseen), change.action, change.label)
        if self.fold.pending > _FOLDED_AT_ONCE:
            self.settle()

    def _check_right(self, ops: Sequence[Operation]) -> None:
        if self.shut_out:
            raise NotAllowed("shut_out", "This laptop no longer takes part in this circle.")
        grant = self.roster.devices[self.secrets.device.id].grants[-1]
        if grant.right == READER:
            raise NotAllowed("only_looks", "This laptop may only look at this circle.")
        gone = self.roster.state.redactions.gone
        if gone and any(getattr(op, "id", b"") in gone for op in ops):
            raise Refused("erased", "This belonged to somebody who was erased. It cannot be written again.")
        if not all(may_hold(grant, op) for op in ops):
            raise NotAllowed("organizers_only", "Only an organizer's laptop may change this.")

    def _roll_back(self) -> None:
        try:
            if self._db.in_transaction:
                end(self._db, keep=False)
        except DatabaseError as error:
            raise plain_error(error, self.path) from error
        finally:
            self._forget()

    def _forget(self) -> None:
        """Forget what memory holds of a transaction that was given up."""
        self.fold.drop()
        self.writer.forget()
        self._journal.numbers.forget()
        self._journal.forget_opened()
        self.reader.forget()
        self.given_up += 1
