"""What every screen of the hall is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from learningcircles_ui.hall.large import large_font
from learningcircles_ui.hall.rows import Tile
from learningcircles_ui.hall.tiles import WholeRows
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.words import leading
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP


class Desk(Protocol):
    """What a screen is given: the circle, and the way to write. `said` is told with Undo, in the hall's own words.

    What is told as `wrong` was not written down, or not all of it. `again`: it was refused before, and who was
    named since counts more.
    """

    shell: Shell

    def do(
        self, work: Callable[[Any], Any], said: str | Callable[[Any], str], then: Callable[[], None] | None = None,
        *, of: object = None, failed: Callable[[], None] | None = None, again: bool = False, wrong: bool = False,
    ) -> None: ...  # fmt: skip

    def tell(self, said: str, *, wrong: bool = False) -> None: ...


class Steps(QStackedWidget):
    """Screens of which one is in view: as high as that one must be, and no higher for the sake of another one."""

    def heightForWidth(self, width: int) -> int:
        """Qt would take the highest of all, and as high as it would like to be."""
        step = self.currentWidget()
        layout = step.layout() if step is not None else None
        return layout.totalMinimumHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def ends_within(self, room: int) -> int:
        """Return where so many pixels of it are to end: above a row of tiles that would be cut.

        Anything else goes on below: nothing but its upper half says that it is there.
        """
        for each in self.findChildren(WholeRows):
            top = each.mapTo(self, QPoint()).y()
            for begins, ends in each.rows() if each.isVisibleTo(self) else ():
                if top + begins < room < top + ends:
                    return top + begins
        return room


class Step(QWidget):
    """A screen. `asks` carries its question; `done` leads to the first screen."""

    asks = Signal(str)
    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    def begin(self) -> None:
        """Begin anew."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """Have the keyboard go on here."""
        raise NotImplementedError

    def look(self) -> None:
        """Something was written: read again."""

    def begun(self) -> Any:
        """Return what has been begun here, in plain values, for another hall to go on with."""
        return None

    def go_on(self, begun: Any) -> None:
        """Go on with what was begun; called after `begin`."""

    def kept(self) -> dict[str, Any]:
        """Return what a draft keeps of what has been begun here (see `HallDrafts`); nothing where nothing has."""
        return {}

    def take_up(self, kept: Mapping[str, Any], people: Sequence[Tile]) -> None:
        """Go on with what a draft has kept; called after `begin`. `people`: who may be chosen."""

    def back(self) -> bool:
        """Go one question back; return whether there was one."""
        return False

    def words(self, text: str) -> QLabel:
        """Return a quiet line in the hall's size."""
        label = soft(text, self)
        label.setFont(large_font(0.85))
        return leading(label)
