"""Recently removed: records of every kind that were taken away, newest first, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.pages.records.back_again import Back, are_back, bring_back, is_back
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.lines_list import LinesList
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

KINDS = ("member", "offer", "request", "swap", "meetup", "learning", "place", "topic")
_MOST = 500
"""So many of a kind are shown, those that one action took away together counted as one."""
_LOOKED_THROUGH = 20_000
"""So many of a kind are looked at for that."""
_NONE_HIGH = 260
"""Pixels, at the usual size of text, of what stands there where nothing was removed."""
_TOGETHER = 4
"""From so many on what one action took away is one line: an import that was undone is brought back as a whole."""
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Removed(NamedTuple):
    """One removed record: what it was called, who removed it and when (ms since 1970)."""

    record: Record
    title: str
    who: str
    at: int
    action: bytes = b""
    together: frozenset[bytes] = frozenset()
    """Those that one action took away, `record` among them, where they are one line."""

    @property
    def many(self) -> int:
        """Return how many it is."""
        return len(self.together) or 1


class RemovedModel(QAbstractListModel):
    """What was removed; `narrow` leaves those whose words begin as typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: Sequence[Removed] = ()
        self.rows: Sequence[Removed] = ()

    def show_rows(self, rows: Sequence[Removed]) -> None:
        """Show these."""
        self._every = rows
        self.narrow("")

    def narrow(self, words: str) -> None:
        """Show only those of which these words begin some."""
        self.beginResetModel()
        self.rows = [row for row in self._every if not words.strip() or closeness(words, row.title) < ELSEWHERE]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a line says."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        kind = declared(row.record.entity)
        many = f"{text.number(row.many)} {text.kind_label(kind, plural=True).lower()}"
        told = (text.kind_label(kind) if row.many == 1 else many, text.instant(row.at), row.who)
        below = "  ·  ".join(part for part in told if part)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {below}"
        return below if role == Role.SECOND else None


class RecentlyRemoved(Dialog):
    """Enter, or the button, brings the chosen one back."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(self.tr("Recently removed"), self.tr("Restore"), parent, width=560)
        self._shell = shell
        self.model = RemovedModel(self)
        self.field = SearchField(self.tr("Search what was removed"), self)
        self.field.typed.connect(self._narrow)
        self.list = LinesList(self.model, self.windowTitle(), self)
        self.list.setMinimumHeight(340)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._name_button())
        self.list.doubleClicked.connect(lambda _: self.submit())
        self.none = EmptyState(
            "restore",
            self.tr("Nothing was removed."),
            self.tr("What is removed from a list can be brought back here."),
            parent=self,
        )
        self.none.setMinimumHeight(larger(_NONE_HIGH))
        self.none.hide()
        for widget in (self.field, self.none, self.list):
            self.body.addWidget(widget)
        self.leave_button.setText(self.tr("Close"))
        self.done_button.setEnabled(False)
        self.on_submit = self._restore
        self.field.down.connect(self.list.setFocus)
        self.field.setFocus()
        self._look()
        self.fit()

    def _look(self) -> None:
        self._shell.tasks.query(read_removed, self._show, self.refused)

    def _show(self, rows: Sequence[Removed]) -> None:
        self.model.show_rows(rows)
        self.none.setVisible(not rows)
        for each in (self.field, self.list, self.done_button):
            each.setVisible(bool(rows))
        self._narrow(self.field.text())

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self.list.choose(0)
        self._name_button()

    def _name_button(self) -> None:
        """What several are marked for is to be copied: none of them is meant more than the others."""
        at = self.list.only()
        allow(self.done_button, self._shell.may_write, now=at >= 0)
        one = at < 0 or self.model.rows[at].many == 1
        self.done_button.setText(self.tr("Restore") if one else self.tr("Restore all of them"))

    def _restore(self) -> None:
        row = self.list.only()
        if not self.done_button.isEnabled() or not 0 <= row < len(self.model.rows):
            return
        chosen = self.model.rows[row]
        record = chosen.record
        self.done_button.setEnabled(False)
        if chosen.many > 1:
            self._shell.do(
                partial(_all_back, chosen=chosen),
                then=lambda back: self._came(back[0], are_back(back, chosen.together)), failed=self.refused,
            )  # fmt: skip
            return
        self._shell.do(
            lambda verbs: bring_back(verbs, record.entity, record.id),
            then=lambda back: self._came(back[0], is_back(chosen.title, back[1])), failed=self.refused,
        )  # fmt: skip

    def _came(self, changes: Changes, words: str) -> None:
        self._shell.signals.said.emit(words, changes.action)
        self._look()


def _all_back(verbs: Verbs, chosen: Removed) -> Back:
    """Bring back what one action took away together; what else it did, to other kinds too, stays done."""
    kind, reader = declared(chosen.record.entity), verbs.reader
    alone = reader.removed_by(chosen.action) == chosen.together
    if alone and reader.only_removed(chosen.action):  # with the hours that an import had brought, if that was undone
        undone = verbs.undo.undo_action(chosen.action)
        return Back(undone.changes, kept=undone.kept)
    changes, without = Changes(), 0
    with verbs.circle.group("Bring back what was removed"):
        for id_ in chosen.together:
            each, minutes = bring_back(verbs, kind.name, id_)
            changes, without = changes | each, without + (minutes != 0)
    return Back(changes, without)


def read_removed(reader: Reader) -> list[Removed]:
    """Return what was removed, the newest first; on the reader's thread."""
    names: dict[bytes, str] = {}
    found = [row for kind in KINDS for row in _of_kind(reader, names, kind)]
    return sorted(found, key=lambda row: -row.at)


def _of_kind(reader: Reader, names: dict[bytes, str], kind: str) -> list[Removed]:
    gone = reader.removed(kind, _LOOKED_THROUGH)
    waiting, found = set(gone), list[Removed]()
    for id_ in gone:
        if id_ not in waiting or len(found) == _MOST:
            continue
        waiting.discard(id_)
        record = reader.many(kind, [id_])[0]
        last = next((line for line in reversed(reader.history(kind, id_)) if line.field == "#deleted"), None)
        who = _name(reader, names, last.author) if last and last.author else ""
        together = reader.removed_by(last.action) & (waiting | {id_}) if last else set()
        if last and len(together) >= _TOGETHER:
            waiting -= together
            found.append(Removed(record, text.action(last.label), who, last.at, last.action, frozenset(together)))
        else:
            found.append(Removed(record, _title(reader, names, record), who, last.at if last else 0))
    return found


def _title(reader: Reader, names: dict[bytes, str], record: Record) -> str:
    if record.entity == "swap":
        sides = [_name(reader, names, record[side]) for side in ("provider", "receiver") if record[side]]
        return "  ·  ".join(part for part in (" → ".join(sides), str(record["topic"] or "")) if part)
    return str(record.get(declared(record.entity).title, "")) or text.kind_label(declared(record.entity))


def _name(reader: Reader, names: dict[bytes, str], member: bytes) -> str:
    if member not in names:
        found = reader.find_one("member", member)
        names[member] = str(found.get("name", "")) if found else ""
    return names[member]
