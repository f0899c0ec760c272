"""The pages of a window, each built when it is first asked for: what nobody visits costs neither time nor memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from learningcircles_ui.pages import PageKind
from learningcircles_ui.pages.base import Page

_UNTOUCHED = Qt.WidgetAttribute.WA_TransparentForMouseEvents
_PATIENCE_MS = 1_500
"""How long the page before is seen at most while the next one reads what it shows."""


class PageStack(QStackedWidget):
    """Shows one page. `pages` holds them all by name, in the order of the menu; `build` makes one.

    What is seen is the page before for as long as the one in view does not know what to show: never an empty one, nor
    what was true earlier. It is a picture by then: a click on it is none on what will stand there.
    """

    def __init__(
        self, kinds: Sequence[PageKind], build: Callable[[PageKind], Page], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kinds = kinds
        self.pages = Pages(kinds, lambda kind: self._add(build(kind)))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._paint)

    @property
    def page(self) -> Page:
        """Return the page in view."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, name: str) -> Page:
        """Bring a page into view, with its actions alone."""
        page = self.pages[name]
        if self.isVisible() and page is not self.currentWidget():
            waits = not page.knows
            self._paint()
            self.setUpdatesEnabled(not waits)
            page.setAttribute(_UNTOUCHED, waits)
            if waits:
                self._patience.start()
        self.setCurrentWidget(page)
        for other in self.pages.built():
            _allow(other, other is page)
        return page

    def _paint(self) -> None:
        self._patience.stop()
        self.setUpdatesEnabled(True)
        for page in self.pages.built():
            page.setAttribute(_UNTOUCHED, False)

    def _add(self, page: Page) -> Page:
        self.addWidget(page)
        page.known.connect(lambda: self._paint() if page is self.currentWidget() else None)
        _allow(page, self.currentWidget() is page)
        return page


class Pages(Mapping[str, Page]):
    """Pages by name: looking one up builds it."""

    def __init__(self, kinds: Sequence[PageKind], build: Callable[[PageKind], Page]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}
        self._build = build
        self._built: dict[str, Page] = {}

    def built(self) -> Sequence[Page]:
        """Return the pages that have been asked for."""
        return list(self._built.values())

    def __getitem__(self, name: str) -> Page:
        if name not in self._built:
            self._built[name] = self._build(self._kinds[name])
        return self._built[name]

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


def _allow(page: Page, allowed: bool) -> None:
    for action in page.actions():
        action.setEnabled(allowed)
