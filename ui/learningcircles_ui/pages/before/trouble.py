"""What stands there when a circle cannot be opened: the sentence, what else there is to do, and what mending did."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError
from learningcircles.laptop.backup import Restored
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.salvaging import Salvaged
from learningcircles.laptop.ways_back import WaysBack, ways_back
from learningcircles.storage.entered_again import Missing
from learningcircles_ui import text
from learningcircles_ui.parts.dropped import Dropped
from learningcircles_ui.parts.headings import button, plain, title
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.wrong import Wrong
from learningcircles_ui.theme import GAP, GAP_L, larger

DAMAGED, NOT_SAVED = "damaged_file", "not_saved"
GONE = "file_gone"
_AGAIN = ("read_only", "busy", "disk_full", GONE)
"""What may be put right outside the program."""
_BACK = ("no_key", NOT_SAVED, "wrong_key", DAMAGED)
"""What a backup or the recovery sheet brings back."""


class Ways(NamedTuple):
    """What can be done: open a circle's file, begin with one, mend the one that is damaged, try again.

    Where nothing in a damaged file can be saved: fetch the circle again from its hub, from a stick, or from the backup
    in a file. Write a problem report.
    """

    opened: Callable[[Path], None]
    begin: Callable[[str], object]
    mend: Callable[[Path], None]
    again: Callable[[], None]
    from_hub: Callable[[Path], None]
    from_stick: Callable[[Path], None]
    from_backup: Callable[[Path, Path], None]
    report: Callable[[], None]


class Small(QWidget):
    """A window of its own with a heading and what stands below it; it scrolls where the text is large."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setWindowTitle("Learning Circles")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget(area)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        self.column.setSpacing(GAP)
        area.setWidget(inside)
        area.setAccessibleName(heading)  # Tab stops there: the arrow keys scroll what is longer than the window
        outer.addWidget(area)
        heading_ = title(heading, self)
        heading_.setWordWrap(True)
        self.column.addWidget(heading_)
        room = self.screen().availableGeometry()
        self.resize(min(larger(560), room.width() - 40), min(larger(380), room.height() - 40))


class Trouble(Small):
    """Why a circle does not open, what puts that right, and the other circles of this laptop."""

    def __init__(self, error: CircleError, home: Home, path: Path | None, ways: Ways) -> None:
        """`path`: of the circle that does not open, where it is known."""
        super().__init__(_heading())
        damaged = error.code == DAMAGED and path is not None
        held = next((each for each in home.circles() if each.path == path), None)
        name = held.called if held is not None else path.stem if path is not None else ""
        self.column.addWidget(plain(self._said(error, name, damaged=damaged), self))
        if damaged and path is not None:
            words = self.tr("Mend this file")
            self.mend = button(words, partial(ways.mend, path), icon_name="refresh", kind="main", parent=self)
            self.column.addWidget(self.mend)
        if error.code in _AGAIN:
            words = self.tr("Try again")
            self.column.addWidget(button(words, ways.again, icon_name="refresh", kind="main", parent=self))
        if error.code == NOT_SAVED and held is not None:
            self._elsewhere(held, ways_back(home, held), ways)
        if error.code in _BACK:
            words = self.tr("Open it with the recovery sheet…")
            if error.code != "no_key":
                words = self.tr("Get it back from a backup…")
            kind = "plain" if damaged or error.code == NOT_SAVED else "main"
            self.column.addWidget(button(words, partial(ways.begin, "back"), icon_name="key", kind=kind, parent=self))
        for circle in home.circles():
            if circle.path != path or error.code not in (DAMAGED, NOT_SAVED):
                self.column.addWidget(self._open(circle, ways))
        words = self.tr("Begin or join another circle")
        self.column.addWidget(button(words, partial(ways.begin, ""), icon_name="plus", parent=self))
        words = self.tr("Make a problem report…")
        self.report = button(words, ways.report, icon_name="file-text", parent=self)
        self.column.addWidget(self.report)
        self.told = plain("", self)
        self.told.hide()
        self.column.addWidget(self.told)
        self.wrong = Wrong(self.column, self)
        self.wrong.hide()
        self.column.addStretch(1)
        Dropped(self, lambda _: self.wrong.tell(self.tr("Files can be dropped here once a circle is open.")))

    def tell(self, words: str) -> None:
        """Say below the buttons what was done."""
        self.wrong.tell("")
        self.told.setText(words)
        self.told.show()
        announce(self, words)

    def _elsewhere(self, held: CircleFile, known: WaysBack, ways: Ways) -> None:
        """Offer what brings the circle back from elsewhere: the hub first, which has the most."""
        words = self.tr(
            "The circle can come back from elsewhere. The damaged file is kept beside it; what this laptop had not"
            " shared is only in that."
        )
        self.column.addWidget(plain(words, self))
        offers: list[tuple[str, Callable[[], None], str]] = []
        if known.hub:
            offers.append((self.tr("Fetch it again from its hub"), partial(ways.from_hub, held.path), "download"))
        for date, file in known.backups[:1]:
            words = self.tr("Take the backup of {day}").format(day=text.day(date.isoformat()))
            offers.append((words, partial(ways.from_backup, held.path, file), "archive"))
        words = self.tr("Take it from a stick of another laptop…")
        offers.append((words, partial(ways.from_stick, held.path), "usb"))
        for place, (words, clicked, icon) in enumerate(offers):
            kind = "plain" if place else "main"
            self.column.addWidget(button(words, clicked, icon_name=icon, kind=kind, parent=self))

    def _said(self, error: CircleError, name: str, *, damaged: bool) -> str:
        """Say what stands in the way without naming commands: buttons below do that."""
        if error.code == "no_key" and name:
            return self.tr("This laptop has no key for {name}. The recovery sheet or a backup brings it back.").format(
                name=name
            )
        if not damaged:
            return text.sentence(error)
        return self.tr(
            "The file of {name} is damaged. Mending takes over what can be read, and keeps the damaged file beside it."
        ).format(name=name)

    def _open(self, circle: CircleFile, ways: Ways) -> QWidget:
        words = self.tr("Open {name}").format(name=circle.called)
        return button(words, partial(ways.opened, circle.path), icon_name="users", parent=self)


class Mended(Small):
    """What was brought over of a damaged file, what comes from elsewhere, and where the damaged one lies."""

    def __init__(self, name: str, saved: Salvaged, opened: Callable[[], None]) -> None:
        super().__init__(QCoreApplication.translate("Mended", "{name} is mended").format(name=name))
        for sentence in self._sentences(saved):
            self.column.addWidget(plain(sentence, self))
        words = self.tr("Open {name}").format(name=name)
        self.open = button(words, opened, icon_name="users", kind="main", parent=self)
        self.column.addWidget(self.open)
        self.column.addStretch(1)
        self.open.setFocus()

    def _sentences(self, saved: Salvaged) -> list[str]:
        found = [self._brought(saved)]
        if saved.how == "whole":
            found.append(self.tr("Everything that was in it has been brought over."))
        if saved.how == "again":
            found.append(
                self.tr(
                    "All that its lists showed has been brought over; of some of it nobody knows any more who had"
                    " entered it, and what it said before."
                )
            )
        if saved.how == "alone" or (saved.gaps and not saved.alone):
            found.append(self._missing(saved.alone))
        if saved.lost:
            found.append(
                self.tr("Some of what this laptop had not shared yet could not be read: look through what came last.")
            )
        found += [self._counted(each) for each in saved.missing]
        if saved.untold:
            found.append(self.tr("%n change(s) that nobody else has could not be read.", "", saved.untold))
        if saved.untold is None:
            found.append(self.tr("How many changes that were, nobody can tell."))
        return [*found, self.tr("The damaged file is kept beside it: {file}").format(file=saved.aside.name)]

    def _counted(self, missing: Missing) -> str:
        words = self.tr("{gone} of {of} could not be read").format(
            gone=text.number(missing.gone), of=text.number(missing.of)
        )
        return text.labelled(text.kind_label(ENTITIES[missing.entity], plural=True), words)

    def _missing(self, alone: bool) -> str:
        if alone:
            return self.tr("Some of it could not be read. No other laptop and no hub has that: it may be in a backup.")
        return self.tr("Some of it could not be read. It comes back by sharing with the hub or another laptop.")

    def _brought(self, saved: Salvaged) -> str:
        words = self.tr("Members: {members} · Exchanges: {swaps} · Meetups: {meetups}")
        return words.format(members=saved.counts["member"], swaps=saved.counts["swap"], meetups=saved.counts["meetup"])


class Fetched(Small):
    """The circle came back from elsewhere: what that means, and where the damaged file lies."""

    def __init__(self, name: str, back: Restored, opened: Callable[[], None]) -> None:
        super().__init__(QCoreApplication.translate("Fetched", "{name} is here again").format(name=name))
        words = self.tr(
            "Sharing brings what is still missing. In the list of laptops this one stands under a new name, since"
            " nobody knows how far the old one had come."
        )
        self.column.addWidget(plain(words, self))
        if back.unsure:
            words = self.tr(
                "The list of laptops in the damaged file cannot be read as a whole: who was erased, or shut out, after"
                " the backup was made may be there again. Look, and do it again where it is so."
            )
            self.column.addWidget(plain(words, self))
        if back.set_aside is not None:
            words = self.tr("The damaged file is kept beside it: {file}").format(file=back.set_aside.name)
            self.column.addWidget(plain(words, self))
        words = self.tr("Open {name}").format(name=name)
        self.open = button(words, opened, icon_name="users", kind="main", parent=self)
        self.column.addWidget(self.open)
        self.column.addStretch(1)
        self.open.setFocus()


def _heading() -> str:
    return QCoreApplication.translate("Trouble", "This circle could not be opened")
