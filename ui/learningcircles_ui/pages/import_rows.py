"""The rows of an import's preview: what would be added, and what is wrong with the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from learningcircles.circle.changes import Record
from learningcircles.circle.people import hints
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as entity_named
from learningcircles.intake.preview import Preview, Row
from learningcircles_ui import text
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.editors import shown

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """Doubtful rows first, and of these what a corrected list says anew of people who are here.

    A tick says which rows are taken; blocked ones cannot be.

    Of a file that hardly is a list nothing is ticked: somebody looks first.
    """

    def __init__(
        self, preview: Preview, parent: QObject | None = None, *, names: Mapping[bytes, str] | None = None
    ) -> None:
        super().__init__(parent)
        self._names = names or {}
        self._kind = preview.kind
        self._title = entity_named(preview.kind).title
        self._fields = [field.name for field in entity_named(preview.kind).fields]
        self.rows: list[Row] = [*sorted(preview.doubtful, key=lambda row: not row.differs), *preview.good]
        self._taken = set() if preview.unlike else {row.number for row in preview.good}

    @property
    def taken(self) -> set[int]:
        """The numbers of the rows that are ticked."""
        return set(self._taken)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One a row of the file."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Row, name, what was read, what is wrong."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Row"), self.tr("Name"), self.tr("Also read"), self.tr("Look at this"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows that can become a member can be ticked."""
        held = super().flags(index)
        if index.column() == 0 and index.isValid() and not self.rows[index.row()].blocked:
            held |= Qt.ItemFlag.ItemIsUserCheckable
        return held

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and not row.blocked:
            return Qt.CheckState.Checked if row.number in self._taken else Qt.CheckState.Unchecked
        if role == Role.ID:
            return row.number
        if role == Role.SOFT:
            return index.column() == 2
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row, index.column())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self.rows[index.row()].blocked:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, places: Collection[int], taken: bool) -> None:
        """Take rows, or leave them out; those that cannot be taken stay."""
        numbers = {self.rows[place].number for place in places if not self.rows[place].blocked}
        self._taken = self._taken | numbers if taken else self._taken - numbers
        first, last = self.index(min(places), 0), self.index(max(places), 0)
        self.dataChanged.emit(first, last, [Qt.ItemDataRole.CheckStateRole])

    def doubts(self, place: int) -> str:
        """Return all that is to be looked at in a row; empty where nothing is."""
        return self._doubts(self.rows[place]) if 0 <= place < len(self.rows) else ""

    def _words(self, row: Row, column: int) -> str:
        if column == 0:
            return text.number(row.number)
        if column == 1:
            return self._shown(self._title, row.fields.get(self._title, ""))
        if column == 2:
            # In the fields' own order, not the columns': when something begins is seen before its notes.
            held = ((name, row.fields.get(name)) for name in self._fields if name != self._title)
            rest = [self._shown(name, value) for name, value in held if value]
            return " · ".join([*rest, *row.more, *([text.hours(row.opening, signed=True)] if row.opening else [])])
        return self._doubts(row)

    def _doubts(self, row: Row) -> str:
        told = [text.sentence(problem.error) for problem in row.problems]
        if row.changes is not None:
            told.append(self._here(row))
        elif row.duplicate_of is not None:
            told.append(self._alike(self._names.get(row.duplicate_of, "")))
        if row.duplicate_row is not None:
            told.append(self.tr("Looks like row {number}.").format(number=text.number(row.duplicate_row)))
        if self._kind == "member" and hints(row.fields, text.today()):
            told.append(self.tr("Under 18: please note a parent or guardian, and an emergency contact."))
        return " ".join(told)

    def _here(self, row: Row) -> str:
        name = self._names.get(row.duplicate_of or b"", "")
        if not row.differs:
            return self.tr("This is {name}, who is here already; nothing is new.").format(name=name)
        kind = entity_named(self._kind)
        new = {*(row.changes or {}), *(["notes"] if row.noting else [])}
        fields = [text.field_label(field) for field in kind.fields if field.name in new]
        return self.tr("This is {name}. New: {fields}.").format(name=name, fields=text.listed(fields))

    def _alike(self, called: str) -> str:
        if not called:
            return self.tr("Looks like one that is here already.")
        words = self.tr("Looks like {name}, who is here already.")
        if self._kind != "member":
            words = self.tr("Looks like “{name}”, which is here already.")
        return words.format(name=called)

    def _shown(self, name: str, value: Any) -> str:
        if isinstance(value, bytes):
            return self._names.get(value, "…")
        if isinstance(value, dict) and "at" in value:
            return text.moment(value, year=True)
        field = entity_named(self._kind).field(name)
        return shown(field, value) if field is not None else str(value)


def names_in(reader: Reader, preview: Preview) -> dict[bytes, str]:
    """Return what the members are called that the rows point at, and the records that they look like.

    On the reader's thread.
    """
    ids = {value for row in preview.rows for value in row.fields.values() if isinstance(value, bytes)}
    names = {record.id: str(record.get("name", "")) for record in reader.many("member", list(ids))}
    title = entity_named(preview.kind).title
    alike = {row.duplicate_of for row in preview.rows if row.duplicate_of is not None}
    return names | {record.id: _called(record, title) for record in reader.many(preview.kind, list(alike))}


def _called(record: Record, title: str) -> str:
    number = str(record["number"] or "") if record.entity == "member" else ""
    return f"{record.get(title, '')} ({number})" if number else str(record.get(title, ""))
