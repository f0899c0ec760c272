"""What the cards of Today are made of: a list under its heading, and lines with what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.laptop.home import CircleFile
from learningcircles_ui import text
from learningcircles_ui.pages.records.resting import Resting
from learningcircles_ui.pages.today.elsewhere import There
from learningcircles_ui.pages.today.rows import News
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import beside, button, card, flowing, plain, rule, scaled, soft, subtitle
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

Row = TypeVar("Row")


class TodayLines(QWidget):
    """Makes lists and lines. It is never seen itself: the page takes what it makes.

    With `every_circle` each row names its circle; what stands in one of `there` is gone to, not acted on from here.
    """

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self._haste = Haste()
        self.resting = Resting(self)
        self.there: Sequence[There] = ()
        self.helpers: Mapping[bytes, tuple[str, int]] = {}
        """Request → who is likeliest to help, and how many others could."""
        self.every_circle = False
        self.hide()

    def tr(self, words: str, /, comment: str | None = None, n: int = -1) -> str:
        """Translate in the context of the class that wrote the words.

        Qt's own looks no further than the first class of the line, once it has filled in a number there.
        """
        kinds = type(self).__mro__
        shown = (QCoreApplication.translate(kind.__name__, words, comment, n) for kind in kinds)
        untouched = words.replace("%n", str(n))
        return next((each for each in shown if each != untouched), untouched if n >= 0 else words)

    def count(self, news: News, number: Callable[[News], int]) -> int:
        """Return how many of something there are, here and elsewhere."""
        return number(news) + sum(number(each.news) for each in self.there)

    def _rows(
        self, news: News, rows: Callable[[News], Sequence[Row]], made: Callable[[Row, There | None], QWidget]
    ) -> list[QWidget]:
        """Return a line for each row, those of this circle first."""
        elsewhere = [made(row, there) for there in self.there for row in rows(there.news)]
        return [*(made(row, None) for row in rows(news)), *elsewhere]

    def _list(self, icon_name: str, heading: str, items: Sequence[QWidget], foot: QWidget | None = None) -> QWidget:
        frame, column = card(self)
        row = QHBoxLayout()
        picture = QLabel(frame)
        picture.setPixmap(icon(icon_name, "accent").pixmap(larger(20), larger(20)))
        name = subtitle(heading, frame)
        scaled(name, 0.9, name.font().weight())
        row.addWidget(picture)
        row.addWidget(name, 1)
        column.addLayout(row)
        for place, item in enumerate(items):
            if place:
                column.addWidget(rule(frame))
            column.addWidget(item)
        if foot is not None:
            column.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeading)
        return frame

    def _item(
        self,
        words: str,
        detail: str,
        buttons: Sequence[QWidget],
        there: There | None = None,
        record: tuple[str, bytes | None] = ("", None),
        *,
        about: bytes | str | None = None,
        looks: bool = False,
    ) -> QWidget:
        """Return a line. `looks`: its buttons only show something, which every laptop may."""
        file = there.file if there is not None else self.shell.file
        if self.every_circle:
            detail = "  ·  ".join(part for part in (file.called, detail) if part)
        if there is not None:
            return self._line(words, detail, [self._go(file, words, *record)])
        for each in buttons:
            allow(each, looks or self.shell.may_write, now=about not in self.resting)
        return self._line(words, detail, buttons)

    def _go(self, file: CircleFile, words: str, entity: str, id_: bytes | None) -> QWidget:
        made = button(self.tr("Go there"), lambda: self.shell.signals.elsewhere.emit(file, entity, id_))
        made.setAccessibleName(self.tr("Go to {circle}: {what}").format(circle=file.called, what=words))
        return made

    def _line(self, words: str, detail: str, buttons: Sequence[QWidget]) -> QWidget:
        told = QWidget(self)
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(plain(words, told))
        if detail:
            lines.addWidget(soft(detail, told))
        item = beside(told, flowing(*buttons), parent=self)
        item.setContentsMargins(0, 4, 0, 4)
        return item

    def _more(
        self,
        news: News,
        of: Callable[[News], tuple[int, int]],
        show: Callable[[], object] | None = None,
        page: str = "",
    ) -> QWidget | None:
        """Return what shows all of a card's, a button a circle that has more than it shows; None for none.

        `of` returns how many a circle has, and how many of them it shows. `show` shows all of this one's, where no page
        does; `page`: which one does, that of Today itself where none is named.
        """
        counts = [(of(each.news), each.file) for each in self.there]
        return self._all_of(of(news), counts, show or (lambda: self.shell.signals.asked.emit(page, "")), page)

    def _all_of(
        self,
        here: tuple[int, int],
        there: Sequence[tuple[tuple[int, int], CircleFile]],
        show: Callable[[], object],
        page: str = "",
    ) -> QWidget | None:
        """Return the buttons of `_more`, where it is known how many each circle has and shows."""
        buttons = []
        if here[0] > here[1]:
            buttons.append(button(self.tr("Show all {count}").format(count=text.number(here[0])), show, kind="link"))
        for (count, shown), file in there:
            if count > shown:
                told = self.tr("Show all {count} of {circle}")
                words = told.format(count=text.number(count), circle=file.called)
                go = partial(self.shell.signals.elsewhere.emit, file, page, None)
                buttons.append(button(words, go, kind="link"))
        return flowing(*buttons, parent=self) if buttons else None

    def _verb(
        self,
        work: Callable[[Verbs], object],
        said: str | Callable[[Any], str],
        then: Callable[[Any], None] | None = None,
        *,
        about: bytes | str | None = None,
    ) -> None:
        """Do it once: the next row moves up under the pointer, and a double click must not reach that one.

        The row that it is `about` rests until it is shown what became of it.
        """
        if self._haste.again() or about in self.resting:
            return
        if about is None:
            self.shell.do(work, say=said, then=then)
            return

        def refused(error: CircleError) -> None:
            self.resting.refused(about)
            self.shell.signals.failed.emit(error)

        self.resting.begin(about)
        self.shell.do(work, say=said, then=lambda _: self.resting.written(about), failed=refused)

    def _ask(self, page: str, what: str) -> None:
        self.shell.signals.asked.emit(page, (what, None))
