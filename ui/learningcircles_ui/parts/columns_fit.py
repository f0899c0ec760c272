"""How much room each column of a table gets, and which ones step aside where there is none for all."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import ceil
from typing import Any

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from learningcircles_ui.parts.fitting import Need, fitted
from learningcircles_ui.parts.pills import pill_width
from learningcircles_ui.parts.table_model import Column, RecordsModel
from learningcircles_ui.theme import larger

_MEASURED, _STEP = 40, 8
"""So many first rows tell how wide columns need to be, looked at anew where there are so many more."""
_FRUGAL = ((False, False), (False, True), (True, True))
"""What may be cut, if nothing else helps: very long names, which the details show, and then titles."""
_AROUND, _INSIDE, _CELL, _ICON = 28, 22, 24, 28
"""Pixels that a title needs beside its words; a cell at least, and so that nothing touches; its icon."""
_MOST, _NAME, _TITLE, _LEAST = 460, 170, 120, 44
"""Pixels at the usual size of text: the most that a column needs; the least of a name, a title, any other text."""
_USUAL = 0.8
"""So many of a column's cells are shown whole before another column shows its longest ones."""
_USEFUL, _REST = 150, 110
"""Where most cells of a text are cut and it has less than so many, other columns step aside; where somebody has chosen
the widths, and the column that takes the rest has less than that."""


def columns_in_order(header: QHeaderView, also: Set[int] = frozenset()) -> list[int]:
    """Return the columns in view as they stand, and of the hidden ones those that are named."""
    places = (header.logicalIndex(place) for place in range(header.count()))
    return [column for column in places if column in also or not header.isSectionHidden(column)]


class Fit:
    """The room of one table's columns. `base`: the widths to begin with; `own`: somebody has chosen the widths.

    `chosen` are the columns that somebody has ticked, which stay; `busy`: what is resized just now nobody has resized.
    """

    def __init__(self, table: QTableView, stretch: int) -> None:
        self._table, self._header, self._stretch = table, table.horizontalHeader(), stretch
        self.base = {column: self._header.sectionSize(column) for column in range(self._header.count())}
        self.own = self.busy = False
        self.chosen: set[int] = set()
        self._aside: set[int] = set()
        self._empty: set[int] = set()
        self._widths: dict[int, int] = {}
        """How wide a column was that has stepped aside: a hidden one tells nothing."""
        self._room: object = None
        self._length: object = None

    def fit(self) -> None:
        """Give each column the room that its cells need, unless somebody has chosen the widths.

        Not with every list that comes: columns that jump while one types or sorts are worse than a cut cell. Who steps
        aside stays aside while somebody searches, unless something stands there now, or the list is sorted by it. But a
        number that is cut reads as another one, and a name is what a list is read by. And a few rows tell little:
        whatever comes to them counts. Nor do words stay cut beside a column that holds nothing.
        """
        model = self._table.model()
        if self.busy or not isinstance(model, RecordsModel):
            return
        known = _known(model)
        empty = {at for at in self.wanted() if not any(model.column(at).text(row) for row in known)}
        wide = self._table.viewport().width()
        room, length = (wide, self.wanted()), _length(model, known)
        back = bool(self._aside & (self._empty - empty | _sorted_by(model))) or self._cuts(model, known, empty)
        if not known or not back and (room, length) == (self._room, self._length):
            return
        anew = back or room != self._room or not model.question.text
        self._room, self._length, self.busy = room, length, True
        try:
            if anew:
                self._empty = empty
                self._make_room(model, known, wide)
            if self.own:
                self.spread()
            else:
                self._share_out(model, known, wide)
        finally:
            self.busy = False

    def _cuts(self, model: RecordsModel[Any], known: Sequence[Any], empty: Set[int]) -> bool:
        """Return whether a number that has come since has too little room; while nobody searches also a name.

        And then any words, while a column that holds nothing has room to give.
        """
        metrics, named = QFontMetrics(self._table.font()), not model.question.text
        words = named and not self.own and any(self._gives(model, at) for at in empty - {0})
        whole = [at for at in self.shown() if model.column(at).right or (named and at == 0) or words]
        rows = known if not self.own else ()  # else somebody has chosen that
        most = larger(_MOST)
        return any(
            min(metrics.horizontalAdvance(text) + _INSIDE, most) > self._header.sectionSize(at)
            for at in whole
            if model.column(at).tone is None
            for text in {model.column(at).text(row) for row in rows}
        )

    def _gives(self, model: RecordsModel[Any], column: int) -> bool:
        """Return whether a column that holds nothing could step aside, or has more room than its title needs."""
        if self._header.isSectionHidden(column):
            return False
        if model.column(column).spared and column not in self.chosen | _sorted_by(model):
            return True
        title = QFontMetrics(self._header.font()).horizontalAdvance(model.column(column).title) + _AROUND
        return self._header.sectionSize(column) > title + _INSIDE

    def _share_out(self, model: RecordsModel[Any], known: Sequence[Any], room: int) -> None:
        """Give the columns in view their widths."""
        shown = self.shown()
        tries = [self._needs(model, shown, known, *frugal) for frugal in _FRUGAL]
        needs = next((each for each in tries if sum(need.least for need in each) <= room), tries[-1])
        widths = fitted(needs, room)
        self.spread(fits=sum(widths) <= room)
        for column, width in zip(shown, widths, strict=True):
            self._header.resizeSection(column, width)

    def _make_room(self, model: RecordsModel[Any], known: Sequence[Any], room: int) -> None:
        """Let columns step aside where there is no room for all of use.

        Empty ones make way for any that is cut, the others where text would become too short to tell anything.
        """
        wanted = self.wanted()
        shown, stay = list(wanted), self.chosen | _sorted_by(model)
        can = [each for each in shown if model.column(each).spared and each not in stay]
        for column in sorted(can, key=lambda each: (each not in self._empty, -model.column(each).spared)):
            needs = self._needs(model, shown, known, *_FRUGAL[0])
            enough = sum(need.whole if column in self._empty else _use(need) for need in needs)
            if enough <= room or len(shown) == 1:
                break
            shown.remove(column)
        # Where not even the titles can be read, whatever else stands there is of no use: the details show it.
        rest = [each for each in shown[1:] if each not in stay]
        for column in sorted(rest, key=lambda each: (model.column(each).right, -shown.index(each))):
            if sum(self._titled(model, each, need) for each, need in self._least(model, shown, known)) <= room:
                break
            shown.remove(column)
        self._aside = set(wanted) - set(shown)
        for column in wanted:
            self._widths[column] = self.width(column)
            self._header.setSectionHidden(column, column in self._aside)
        self.stay_in_view()

    def _least(self, model: RecordsModel[Any], shown: Sequence[int], known: Sequence[Any]) -> list[tuple[int, Need]]:
        return list(zip(shown, self._needs(model, shown, known, *_FRUGAL[-1]), strict=True))

    def _titled(self, model: RecordsModel[Any], column: int, need: Need) -> int:
        """Return what a column needs at least for its title to be read; the first one shows names by themselves."""
        title = QFontMetrics(self._header.font()).horizontalAdvance(model.column(column).title) + _AROUND
        return need.least if column == self.shown()[0] else max(need.least, title)

    def stay_in_view(self) -> None:
        """Take the current cell out of a column that is hidden: arrow keys lead nowhere from there."""
        at, shown = self._table.currentIndex(), self.shown()
        if at.isValid() and at.column() not in shown:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self._table.selectionModel().setCurrentIndex(at.siblingAtColumn(shown[0]), keep)

    def _needs(self, model: RecordsModel[Any], shown: Sequence[int], known: Sequence[Any], *frugal: bool) -> list[Need]:
        font = self._table.font()
        if self.own:
            wide = self.wide(list(shown))
            own = [larger(_REST) if at == wide else self.width(at) for at in shown]
            return [Need(each, each, grows=False) for each in own]
        return [_need(self._header, font, self.base[at], at, model.column(at), known, *frugal) for at in shown]

    def wide(self, shown: list[int]) -> int:
        """The column that takes what is left; the last one where that is hidden."""
        return self._stretch if self._stretch in shown else shown[-1]

    def spread(self, *, fits: bool = True) -> None:
        """Let one column take what is left, where anything is."""
        wide = self.wide(self.shown()) if fits else -1
        for column in range(self._header.count()):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.Interactive
            self._header.setSectionResizeMode(column, mode)

    def width(self, column: int) -> int:
        """Return a column's width in pixels: of one that has stepped aside, what it was before."""
        return self._header.sectionSize(column) or self._widths.get(column, self.base[column])

    def shown(self) -> list[int]:
        """Return the columns in view, in their order."""
        return columns_in_order(self._header)

    def wanted(self) -> list[int]:
        """Return the columns in their order, with those that have stepped aside: what is saved and printed."""
        return columns_in_order(self._header, self._aside)

    def turn(self, column: int, shown: bool) -> None:
        """Show a column, or hide it, because somebody wants that."""
        self.busy = True  # hiding is told as resizing, which nobody has done
        self._header.setSectionHidden(column, not shown)
        self.busy = False
        self._aside.discard(column)
        (self.chosen.add if shown else self.chosen.discard)(column)
        self.stay_in_view()
        self.spread()
        self.fit()

    def forget(self) -> None:
        """Know nothing of what somebody has chosen, and of who stepped aside."""
        self.own, self._room, self._aside, self.chosen = False, None, set(), set()
        self._widths = {}

    def contents(self, column: int) -> int:
        """Return the pixels in which nothing of a column is cut, as far as its first rows tell."""
        model = self._table.model()
        if not isinstance(model, RecordsModel) or not (known := _known(model)):
            return self.width(column)
        base, font, shown = self.base[column], self._table.font(), model.column(column)
        return _need(self._header, font, base, column, shown, known, *_FRUGAL[0]).whole

    def whole(self) -> int:
        """Return the pixels in which none of what the first rows hold is cut; 0 where there are none."""
        model = self._table.model()
        if not isinstance(model, RecordsModel) or not (known := _known(model)):
            return 0
        return sum(need.whole for need in self._needs(model, self.wanted(), known, *_FRUGAL[0]))


def _known(model: RecordsModel[Any]) -> list[Any]:
    return [row for at in range(min(_MEASURED, model.rowCount())) if (row := model.row(at)) is not None]


def _length(model: RecordsModel[Any], known: Sequence[Any]) -> object:
    """Return what is the same as long as the widths may stay: of a few rows how long their cells are."""
    if len(known) >= _STEP or model.question.text:
        return len(known) // _STEP
    longest = [max(len(model.column(at).text(row)) for row in known) for at in range(model.columnCount()) if known]
    return len(known), longest


def _sorted_by(model: RecordsModel[Any]) -> set[int]:
    order = model.question.order
    return {at for at in range(model.columnCount()) if order and model.column(at).order == order}


def _use(need: Need) -> int:
    usual = need.whole if need.most is None else min(need.whole, need.most)
    return max(need.least, min(usual, larger(_USEFUL))) if need.grows else need.least


def _need(
    header: QHeaderView, font: QFont, base: int, at: int, column: Column[Any], rows: Sequence[Any], *frugal: bool
) -> Need:
    """Return what a column needs. `frugal`: whether its title may be cut, and whether the first column may."""
    cuts, cuts_names = frugal
    every, metrics = [column.text(row) for row in rows], QFontMetrics(font)
    texts = set(every)
    if column.tone is not None:
        seen = max((ceil(pill_width(each, font)) for each in texts if each), default=0)
        return Need(base, min(base, seen + _INSIDE), grows=False)
    wide = {each: metrics.horizontalAdvance(each) for each in texts}
    cells = max(wide.values())
    title = QFontMetrics(header.font()).horizontalAdvance(column.title) + _AROUND
    if column.right:
        least = max(larger(_LEAST) if cuts else title, cells + _INSIDE)
        return Need(max(title, cells + _CELL), least, grows=False)
    whole = max(title, cells + _CELL + (larger(_ICON) if column.icon else 0))
    whole = min(whole, larger(_MOST))
    if column.never_cut:
        return Need(whole, whole, grows=False)
    least = larger(_TITLE if column.strong else _LEAST) if cells else header.minimumSectionSize()
    if at == 0:
        return Need(whole, min(whole, larger(_NAME)) if cuts_names else whole)
    usual = sorted(wide[each] for each in every)[int(len(every) * _USUAL)] + _CELL
    if column.member is not None:  # half a name is nobody's
        least = title = max(title, min(usual, larger(_NAME)))
    return Need(whole, min(whole, least) if cuts or column.strong else title, most=usual)
