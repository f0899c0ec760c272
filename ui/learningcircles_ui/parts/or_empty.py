"""A table, or what stands in its place while it has no row: one thing to do, or why nothing was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import RecordsModel

_TABLE, _NOTHING, _UNFOUND, _FILTERED = range(4)


class Filters(NamedTuple):
    """What a page narrows its list by beside words: how it is called, empty where it lets everything through; and what
    takes it off.
    """

    told: Callable[[], str]
    off: Callable[[], object]


class OrEmpty(QStackedWidget):
    """`unfound`: what is said where something is searched or filtered, if not that nothing was found.

    A filter that lets nothing through is named, and can be taken off there.
    """

    def __init__(
        self,
        table: Table,
        model: RecordsModel[Any],
        nothing: EmptyState,
        parent: QWidget,
        filters: Filters | None = None,
        unfound: str = "",
    ) -> None:
        super().__init__(parent)
        self._table, self._model, self._filters = table, model, filters
        if filters is not None:
            table.narrowed = filters.told
        self._heading = heading = unfound or self.tr("Nothing found")
        self.unfound = EmptyState("search", heading, self.tr("Try fewer letters."))
        self.filtered = EmptyState(
            "filter", heading, "", take_off(), lambda: filters.off() if filters else None, icon="x"
        )
        for each in (table, nothing, self.unfound, self.filtered):
            self.addWidget(each)
        model.counted.connect(self._counted)

    def say_elsewhere(self, where: str) -> None:
        """Say where the words of a search were found in place of this list; empty where they were not."""
        self.unfound.heading.setText(self.tr("Nothing here") if where else self._heading)
        self.unfound.sentence.setText(where or self.tr("Try fewer letters."))

    def _counted(self, number: int) -> None:
        by = self._filters.told() if self._filters else ""
        if by:
            self.filtered.sentence.setText(only(by))
        searched = bool(self._model.question.text)
        took_off = self.filtered.isAncestorOf(self.window().focusWidget() or self)
        self.setCurrentIndex(_TABLE if number else _FILTERED if by else _UNFOUND if searched else _NOTHING)
        if took_off and not by:
            self._table.setFocus()  # else the keyboard would go to whatever comes next


def only(by: str) -> str:
    """Return the sentence that names a filter."""
    return QCoreApplication.translate("Filters", "The filter shows only: {filter}").format(filter=by)


def take_off() -> str:
    """Return the words of what takes a filter off."""
    return QCoreApplication.translate("Filters", "Take the filter off")
