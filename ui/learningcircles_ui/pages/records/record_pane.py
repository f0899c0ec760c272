"""The pane beside a list of records: one of them at a glance, and its form, which saves by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles_ui.pages.records.history import HistoryDialog
from learningcircles_ui.parts.details import Pane
from learningcircles_ui.parts.edited import Edited
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.shell import Shell


class HasRecord(Protocol):
    """A record, and what else its pane shows."""

    @property
    def record(self) -> Record:
        """Return the record."""
        ...


Shown = TypeVar("Shown", bound=HasRecord)


class RecordPane(Pane, Generic[Shown]):
    """`removed` asks to remove the record shown; `left`: editing is over, the keyboard goes back to the list.

    Whoever derives from it makes its form (`made_form`) and fills the pane (`show_read`).
    """

    removed = Signal(object)
    left = Signal()

    def __init__(
        self, shell: Shell, kind: str, read: Callable[[Reader, bytes], Shown | None], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details"))
        self.shell = shell
        self.shown: Shown | None = None
        self._kind, self._read = kind, read
        self._id: bytes | None = None
        self._stack = Edited(shell, kind, self.made_form, self.look, self)
        self.form = self._stack.form
        self._stack.left.connect(self.left)
        self._edit, self.drafting = self._stack.turn, self._stack.drafting
        self.hold(self._stack)

    def made_form(self, parent: QWidget) -> Form:
        """Return the form that changes a record, made on `parent` within this pane."""
        raise NotImplementedError

    def show_record(self, id_: bytes | None) -> None:
        """Show a record, or nothing."""
        self._stack.turn_to(id_)
        self._id = id_
        self.look()

    def look(self) -> None:
        """Read the record shown again."""
        wanted, read = self._id, self._read
        if wanted is None:
            self._take(None)
        else:
            self.shell.tasks.query(lambda reader: read(reader, wanted), self._take, key=f"{self._kind} shown")

    def edit(self, id_: bytes | None = None) -> None:
        """Begin to edit a record, or the one shown."""
        if id_ is not None and id_ != self._id:
            self.shell.signals.asked.emit(self._kind, id_)
        if self._id is not None:
            self._stack.begin()

    def show_read(self, shown: Shown | None) -> None:
        """Show what was read, or what to do where nothing is chosen."""
        raise NotImplementedError

    def _take(self, shown: Shown | None) -> None:
        if shown is not None and shown.record.id != self._id:
            return
        self.shown = shown
        self.show_read(shown)
        if shown is not None:
            self._stack.show_record(shown.record)

    def _of_shown(self, work: Callable[[bytes], object]) -> None:
        """Do something with the record shown."""
        if self._id is not None:
            work(self._id)

    def _with(self, work: Callable[[Shown], object], id_: bytes) -> None:
        """Do something with a record, which need not be the one shown by now, nor shown yet."""
        if self.shown is not None and self.shown.record.id == id_:
            work(self.shown)
            return

        def take(read: Shown | None) -> None:
            if read is not None:
                work(read)

        read = self._read
        self.shell.tasks.query(lambda reader: read(reader, id_), take, key="meant")

    def open_history(self, shown: Shown, called: object) -> None:
        """Show what became of a record, which is called so."""
        HistoryDialog(self.shell, self._kind, shown.record.id, str(called), self).open()
