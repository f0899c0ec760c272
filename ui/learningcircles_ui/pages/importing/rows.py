"""The rows of an import's preview: what would be added, and what is wrong with the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from learningcircles.circle.changes import Record
from learningcircles.circle.people import hints
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as entity_named
from learningcircles.intake.rows import Preview, Row, State
from learningcircles_ui import text
from learningcircles_ui.pages.importing.said import TONES, asked_of, gone_of, other_of, said_of, same_again, state_label
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.shown import shown

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


_FIRST = (State.CHANGED, State.SHORTER)
_LAST = (State.KNOWN, State.NEW)
"""What wants no look."""
_STATE = 2
_NAMED = 3
"""How many are named of those that a row may mean."""

_OTHER_IDS = 1 << 30
"""What the ids of lines begin at that mean a row the other way; no file has as many rows."""


class Line(NamedTuple):
    """A line of the preview: a row of the file, or (`less`) what a row no longer says, which has a tick of its own.

    `state`: what an import makes of it. `id` tells it from the others. `other`: the row meant the other way, where only
    a person can tell (`Row.otherwise`). `paired`: one of two such lines, of which one can be ticked. `rivals`: the ids
    of those that cannot be ticked with it: a row means one that is here, or another person. `unmeant`: see `Row`.
    """

    row: Row
    state: State
    id: int
    takeable: bool = True
    less: bool = False
    other: bool = False
    paired: bool = False
    rivals: tuple[int, ...] = ()
    unmeant: bool = False


class Lines(NamedTuple):
    """All that a preview shows, made on the reader's thread: going through every row takes long.

    `names`: what the ids in it are called. `counts`: how many rows are of each state. `good`: the ids of lines that are
    fine, `openings`: of those that bring hours along. `doubts`: whether anything is to be looked at. `same`: whether
    some row is, or may be, one that is here, `all_here`: whether each is, with nothing wrong.
    """

    lines: Sequence[Line]
    names: Mapping[bytes, str]
    counts: Mapping[State, int]
    good: frozenset[int]
    openings: frozenset[int]
    doubts: bool
    same: bool
    all_here: bool


class Ticked(NamedTuple):
    """Which lines are ticked, as it stands: to be gone through on another thread."""

    lines: Sequence[Line]
    ids: frozenset[int]

    @property
    def taken(self) -> set[int]:
        """The numbers of the rows that are ticked, one way or the other."""
        return {line.row.number for line in self.lines if line.id in self.ids and not line.less}

    @property
    def less(self) -> set[int]:
        """The numbers of the rows of which is ticked that what they no longer say goes."""
        return {-id_ for id_ in self.ids if id_ < 0}

    def chosen(self) -> list[Row]:
        """Return the rows of which anything is ticked, each as it is meant."""
        return list({line.row.number: line.row for line in self.lines if line.id in self.ids}.values())


class PreviewModel(QAbstractTableModel):
    """What a corrected list says of people who are here first, then whatever wants a look, and the rest.

    A tick says which rows are taken. What somebody's row no longer says is a line of its own below it, and unticked.

    Of a file that hardly is a list nothing is ticked: somebody looks first.
    """

    def __init__(self, kind: str, seen: Lines, parent: QObject | None = None, *, unlike: bool = False) -> None:
        super().__init__(parent)
        self._names = seen.names
        self._entity = entity_named(kind)
        self._seen = seen
        self.lines = seen.lines
        self._ticked = set() if unlike else set(seen.good)

    @property
    def ticked(self) -> Ticked:
        """What is ticked now."""
        return Ticked(self.lines, frozenset(self._ticked))

    @property
    def taken(self) -> set[int]:
        """The numbers of the rows that are ticked, one way or the other."""
        return self.ticked.taken

    @property
    def less(self) -> set[int]:
        """The numbers of the rows of which is ticked that what they no longer say goes."""
        return self.ticked.less

    def count(self) -> tuple[int, int]:
        """Return how many rows are ticked, and how many of them bring hours along."""
        again = [id_ for id_ in self._ticked if id_ < 0 and (-id_ in self._ticked or -id_ + _OTHER_IDS in self._ticked)]
        return len(self._ticked) - len(again), len(self._ticked & self._seen.openings)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One a row of the file, one more where it says less than is here as well, and one where it may mean two."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Row, name, state, what was read, what is wrong."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = self.tr("Row"), self.tr("Name"), self.tr("State"), self.tr("Also read"), self.tr("Look at this")
        return titles[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Rows that can become a member can be ticked."""
        held = super().flags(index)
        if index.column() == 0 and index.isValid() and self.lines[index.row()].takeable:
            held |= Qt.ItemFlag.ItemIsUserCheckable
        return held

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and line.takeable:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if role == Role.ID:
            return line.id
        if role == Role.SOFT:
            return index.column() == _STATE + 1
        if role == Role.TONE:
            return TONES[line.state] if index.column() == _STATE else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(line, index.column())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.lines[index.row()].takeable:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def together(self, place: int, marked: Iterable[int]) -> set[int]:
        """Return which marked lines are turned with one: none that takes away with one that adds, or the other way.

        A row that may not be meant is turned by itself alone.
        """
        line = self.lines[place]
        alike = {each for each in marked if self.lines[each].less == line.less and not self.lines[each].unmeant}
        return {place} if line.unmeant else alike | {place}

    def tick(self, places: Collection[int], taken: bool, first: int | None = None) -> None:
        """Take lines or leave them out; those that cannot be taken stay.

        Of a row meant both ways one line is taken: `first`, where that is one of the two, else whichever stands first.
        """
        lines = [line for line in map(self.lines.__getitem__, _with_first(places, first)) if line.takeable]
        if taken:
            rivals: set[int] = set()
            for line in lines:
                if line.id not in rivals:
                    self._ticked.add(line.id)
                    rivals.update(line.rivals)
            self._ticked -= rivals
        else:
            self._ticked.difference_update([line.id for line in lines])
        top, bottom = self.index(max(min(places) - 2, 0), 0), self.index(min(max(places) + 2, len(self.lines) - 1), 0)
        self.dataChanged.emit(top, bottom, [Qt.ItemDataRole.CheckStateRole])

    def is_ticked(self, place: int) -> bool:
        """Return whether a line is taken."""
        return self.lines[place].id in self._ticked

    def doubts(self, place: int) -> str:
        """Return all that is to be looked at in a line; empty where nothing is."""
        return self._doubts(self.lines[place]) if 0 <= place < len(self.lines) else ""

    def _words(self, line: Line, column: int) -> str:
        row = line.row
        if column == 0:
            return text.number(row.number)
        if column == 1:
            return self._shown(self._entity.title, row.fields.get(self._entity.title, ""))
        if column == _STATE:
            return state_label(line.state)
        if column > _STATE + 1:
            return self._doubts(line)
        if line.less:
            return ""
        # In the fields' own order, not the columns': when something begins is seen before its notes.
        held = ((each.name, row.fields.get(each.name)) for each in self._entity.fields)
        rest = [self._shown(name, value) for name, value in held if value and name != self._entity.title]
        return " · ".join([*rest, *row.more, *([text.hours(row.opening, signed=True)] if row.opening else [])])

    def _doubts(self, line: Line) -> str:
        row, name = line.row, self._names.get(line.row.duplicate_of or b"", "")
        told = [text.sentence(problem.error) for problem in row.problems]
        if line.less:
            alone = told if row.state is State.SHORTER else []  # else its other line says them
            return " ".join([*alone, gone_of(row.gone, self._entity, name, self._shown)])
        if line.other and row.here is not None:
            told.insert(0, asked_of(row.here, self._entity, name, self._shown))
        elif row.here is not None:
            told.append(said_of(row.here, self._entity, name, self._shown))
        elif row.duplicate_of is not None and line.paired and name:
            told.insert(0, other_of(self._entity, name))
        elif row.duplicate_of is not None:
            told.append(self._alike(row))
            told += [same_again(self._entity)] if line.takeable else []
        if row.duplicate_row is not None:
            told.append(self.tr("Looks like row {number}.").format(number=text.number(row.duplicate_row)))
        if _is_young(self._entity.name, row, text.today()):
            told.append(self.tr("Under 18: please note a parent or guardian, and an emergency contact."))
        return " ".join(told)

    def _alike(self, row: Row) -> str:
        alike = [each for each in (row.duplicate_of, *row.alike) if each is not None]
        named, rest = text.listed(self._names.get(each, "…") for each in alike[:_NAMED]), len(alike) - _NAMED
        if not self._names.get(alike[0]):
            return self.tr("Looks like one that is here already.")
        if rest > 0:
            words = self.tr("Looks like one of {names} and %n more, who are here already.", "", rest)
            return words.format(names=named)
        if len(alike) > 1:
            return self.tr("Looks like one of {names}, who are here already.").format(names=named)
        words = self.tr("Looks like {name}, who is here already.")
        if self._entity.name != "member":
            words = self.tr("Looks like “{name}”, which is here already.")
        return words.format(name=named)

    def _shown(self, name: str, value: Any) -> str:
        if isinstance(value, bytes):
            return self._names.get(value, "…")
        if isinstance(value, dict) and "at" in value:
            return text.moment(value, year=True)
        field = self._entity.field(name)
        return shown(field, value) if field is not None else str(value)


def lines_of(preview: Preview, names: Mapping[bytes, str], today: str) -> Lines:
    """Return the lines of a preview, in the order in which they are shown. On the reader's thread."""
    states = [(row.state, row) for row in preview.rows]
    lines = [line for state, row in sorted(states, key=lambda each: _order(*each)) for line in _lines(row, state)]
    counts = Counter(state for state, _ in states)
    return Lines(
        lines,
        names,
        counts,
        good=frozenset(row.number for state, row in states if state is State.NEW),
        openings=frozenset(line.id for line in lines if line.row.opening and line.row.here is None),
        doubts=counts[State.NEW] < len(states) or any(_is_young(preview.kind, row, today) for _, row in states),
        same=any(row.here or row.otherwise for _, row in states),
        all_here=all(row.duplicate_of and row.otherwise is None and not row.problems for _, row in states),
    )


def _with_first(places: Collection[int], first: int | None) -> list[int]:
    ordered = sorted(places)
    return ordered if first is None or first not in ordered else [first, *[each for each in ordered if each != first]]


def _order(state: State, row: Row) -> int:
    return 0 if state in _FIRST and not row.is_unmeant else 2 + _LAST.index(state) if state in _LAST else 1


def _lines(row: Row, state: State) -> list[Line]:
    """Return the lines of a row: where nothing is new of somebody, the one of what is gone alone.

    Of one that may mean two, whoever is here comes first.
    """
    paired, unmeant = row.otherwise is not None, row.is_unmeant
    line = Line(row, state, row.number, state.takeable, paired=paired, unmeant=unmeant)
    whole = [] if state is State.SHORTER else [line]
    if row.otherwise is not None:
        takeable, id_ = row.otherwise.state.takeable, row.number + _OTHER_IDS
        whole.append(
            Line(
                row.otherwise, State.DOUBTFUL, id_, takeable, other=True, paired=True, unmeant=row.otherwise.is_unmeant
            )
        )
        whole.sort(key=lambda line: line.row.here is None)
    if row.gone:
        whole.append(Line(row, State.SHORTER, -row.number, less=True, unmeant=unmeant))
    return [line._replace(rivals=_rivals(line, whole)) for line in whole] if paired else whole


def _rivals(line: Line, lines: Iterable[Line]) -> tuple[int, ...]:
    return tuple(each.id for each in lines if (each.row.here is None) != (line.row.here is None))


def _is_young(kind: str, row: Row, today: str) -> bool:
    return kind == "member" and bool(hints(row.fields, today))


def names_in(reader: Reader, preview: Preview) -> dict[bytes, str]:
    """Return what the members are called that the rows point at, and the records that they look like.

    On the reader's thread.
    """
    ids = {value for row in preview.rows for value in row.fields.values() if isinstance(value, bytes)}
    names = {record.id: str(record.get("name", "")) for record in reader.many("member", list(ids))}
    title = entity_named(preview.kind).title
    alike = {id_ for row in preview.rows for id_ in (row.duplicate_of, *row.alike[: _NAMED - 1]) if id_ is not None}
    return names | {record.id: _called(record, title) for record in reader.many(preview.kind, list(alike))}


def _called(record: Record, title: str) -> str:
    number = str(record["number"] or "") if record.entity == "member" else ""
    return f"{record.get(title, '')} ({number})" if number else str(record.get(title, ""))
