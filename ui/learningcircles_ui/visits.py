"""Being where one was: a page that was left for something that is not done, the record that came back by undo, and what
was being edited when the window was made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.reader import Reader
from learningcircles_ui.page_stack import PageStack
from learningcircles_ui.pages.base import Page
from learningcircles_ui.parts.made import made_within
from learningcircles_ui.shell import Shell

_FEW = 20
"""Of more records than this, none is the one that came back."""


class _Left(NamedTuple):
    """Which page something was asked on, from which page, and what had the keyboard there."""

    there: str
    before: str
    focus: QWidget | None


class InHand(NamedTuple):
    """What is being edited: on which page which kind of record, with its id; and the names of what is half-written."""

    edits: Mapping[str, tuple[str, bytes]]
    begun: frozenset[str]


class Visits:
    """`visit` brings a page into view for something that is asked there, `ended` says whether that was done."""

    def __init__(self, window: QMainWindow, page: Callable[[], Page], show: Callable[[str], None]) -> None:
        self._window, self._page, self._show = window, page, show
        self._left: _Left | None = None

    def visit(self, name: str) -> None:
        """Bring a page into view, and come back from it if what is asked there is left undone."""
        left = _Left(name, self._page().name, self._window.focusWidget())
        self._show(name)
        self._left = left if left.there != left.before else None

    def forget(self) -> None:
        """Somebody went to another page by themselves."""
        self._left = None

    def ended(self, page: Page, done: bool) -> None:
        """Where what was asked for was left undone, be where it was asked from."""
        left, self._left = self._left, None
        if done or left is None or left.there != page.name or self._page() is not page:
            return
        self._show(left.before)
        if left.focus is not None and isValid(left.focus) and self._page().isAncestorOf(left.focus):
            left.focus.setFocus()


def choose_again(shell: Shell, page: Page, homes: Mapping[str, str], changes: Changes) -> None:
    """Choose what came back by undo or redo, where it is seen on this page, of several meetups the first one; `homes`:
    kind of record → page.
    """
    turned = {"request"} if changes.of("swap") else set()  # with its exchange: that one is what came back
    mine = [(kind, id_) for kind, id_ in changes.touched if homes.get(kind) == page.name and kind not in turned]

    def there(reader: Reader) -> tuple[str, bytes] | None:
        found = [(kind, id_, reader.find_one(kind, id_)) for kind, id_ in mine]
        seen = [(_begins(record), kind, id_) for kind, id_, record in found if record and not record.deleted]
        return min(seen, key=lambda each: each[0])[1:] if seen else None

    def choose(found: tuple[str, bytes] | None) -> None:
        if found is not None:
            page.choose(*found)

    if len(mine) <= _FEW:
        shell.tasks.query(there, choose)


def in_hand(pages: Iterable[Page]) -> InHand:
    """Return what is being edited on these pages."""
    edits: dict[str, tuple[str, bytes]] = {}
    begun: set[str] = set()
    for page in pages:
        for each in made_within(page, "edited", "Edited"):
            edits |= {page.name: each.edits} if each.edits is not None else {}
        begun |= {each.begun() for each in made_within(page, "drafts", "Drafting")}
    return InHand(edits, frozenset(begun - {""}))


def take_up(stack: PageStack, shell: Shell, held: InHand) -> None:
    """Go on with what was being edited in a window that this one takes the place of, each as its page is seen."""
    shell.resuming.update(held.begun)
    left = dict(held.edits)

    def seen(_: object = None) -> None:
        page = stack.page
        edited = left.pop(page.name, None)
        if edited is not None:
            page.show_record(*edited)
            for each in made_within(page, "edited", "Edited"):
                each.begin()

    stack.currentChanged.connect(seen)
    seen()


def _begins(record: Record) -> str:
    """Return when a meetup begins; other records have no order of their own."""
    start = record.get("start")
    return str(start.get("at", "")) if isinstance(start, dict) else ""
