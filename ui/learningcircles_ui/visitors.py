"""What comes to the door: an invitation, a hub's code, a recovery sheet, a stick's file, a list, a circle's file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.home import SUFFIX, Home, is_file_of
from learningcircles.lazy import lazy
from learningcircles.storage.connect import is_copy, may_be_circle
from learningcircles.trust.recovery import RECOVER
from learningcircles_ui.parts.wrong import Wrong
from learningcircles_ui.pictured import read_aside
from learningcircles_ui.rights import said as right_told
from learningcircles_ui.text import as_written, sentence

if TYPE_CHECKING:
    from learningcircles_ui.pages.before.first_run import FirstRun
    from learningcircles_ui.pages.share.page import SharePage
    from learningcircles_ui.tasks import Aside
    from learningcircles_ui.window import Window

translate = QCoreApplication.translate
JOIN, HUB = "learningcircles://join/", "learningcircles://hub/"
CODES = (JOIN, HUB, RECOVER)
"""How the codes begin that the program itself prints."""
BUNDLE = ".bundle"
BACKUP = ".backup"
"""How the program's own backups end: a circle is got back from one."""
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
"""How the files of lists end."""
RECORDS = (".vcf", ".vcard", ".ics", ".ical", ".json")
"""How address books, calendars and exported records end."""
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".svg")
"""How pictures of a code end: an invitation's, a hub's, or a recovery sheet's."""
PAPERS = (".pdf",)
"""How papers with a code end: an invitation or a recovery sheet as it is printed, or a scan of it."""
_HOMES = {".ics": "meetups", ".ical": "meetups"}


class House(Protocol):
    """What is asked of the desktop."""

    window: Window | None
    front: QWidget | None
    home: Home
    aside: Aside

    def receive(self, what: str) -> None: ...

    def start(self, path: Path | None = None) -> None: ...

    def begin(self, what: str = "") -> FirstRun: ...


def opens(what: str) -> bool:
    """Return whether this is something that the desktop can open."""
    return what.startswith(CODES) or what.lower().endswith((BUNDLE, SUFFIX, BACKUP, *TABLES, *RECORDS))


def pictured(what: str) -> bool:
    """Return whether this is a picture, perhaps of a code."""
    return what.lower().endswith(PICTURES)


def may_open(what: str) -> bool:
    """Return whether a file may hold something that the desktop can open: a picture may be of a code."""
    return opens(what) or what.lower().endswith((*PICTURES, *PAPERS))


def nothing_that_opens() -> str:
    """Return what is said of a file, `{name}`, that the desktop cannot open."""
    return translate("Visitors", "{name} is nothing that Learning Circles can open.")


def belongs(what: str) -> bool:
    """Return whether what somebody brings goes into the circle on screen, and is no circle or invitation itself."""
    return not what.startswith((JOIN, RECOVER)) and not what.lower().endswith((SUFFIX, BACKUP))


class Waiting:
    """What is brought while nothing can be opened, with the circle that was on screen: nothing is lost or mixed up."""

    def __init__(self) -> None:
        self._held: list[tuple[str, bytes | None]] = []

    def add(self, what: str, circle: bytes | None) -> None:
        """Keep something; the same thing once."""
        if what and (what, circle) not in self._held:
            self._held.append((what, circle))

    def take(self, circle: bytes | None) -> str | None:
        """Return what can be opened now, where this circle is on screen: another circle first, then in order."""
        fits = [each for each in self._held if not belongs(each[0]) or each[1] == circle]
        for each in sorted(fits, key=lambda each: belongs(each[0])):
            self._held.remove(each)
            return each[0]
        return None


def _invited(line: QLineEdit, invitation: str) -> None:
    """Show an invitation that came from outside: nobody typed it, so nobody is told that it would be lost."""
    line.setText(invitation)
    if not line.property("heard"):  # it may come again and again
        line.setProperty("heard", True)
        line.textEdited.connect(lambda words: line.setProperty("own", bool(words)))
    line.setProperty("own", False)


def receive(house: House, what: str) -> None:
    """Open what somebody brings: an address, or a file by its path or file: address. A picture is read aside first."""
    if what.startswith("file:"):
        what = QUrl(what).toLocalFile()
    if what.lower().endswith((*PICTURES, *PAPERS)) and not what.startswith(CODES):
        _look_into(house, Path(what))
        return
    if what.startswith(JOIN):
        _invited(house.begin("join").names.invitation, what)
    elif what.startswith(RECOVER):
        house.begin("back").again_back.words.setPlainText(what)
    elif what and opens(what):
        _received(house, what)
    elif what:
        _say(house, nothing_that_opens().format(name=as_written(Path(what).name)))
    _seen(house, joining=not what or not belongs(what) and not what.lower().endswith(SUFFIX))


def _seen(house: House, *, joining: bool) -> None:
    """Bring to the front where it was opened."""
    front = house.front if joining or house.window is None else house.window
    if front is not None:
        _to_the_front(front)


def _look_into(house: House, path: Path) -> None:
    """Open the address that a picture's code says; where it says none, that is told."""

    def refused(words: str) -> None:
        _say(house, words)
        _seen(house, joining=True)

    # By the door again: it may have been closed meanwhile.
    take_code(house.aside, house.aside, path, house.receive, refused)


def take_code(
    aside: Aside, asks: QObject, path: Path, then: Callable[[str], None], refused: Callable[[str], None]
) -> None:
    """Read a picture or paper aside: call `then` with its code, if it is one of ours, or `refused` with why."""
    why = nothing_that_opens().format(name=as_written(path.name))

    def told(code: str) -> None:
        if code.startswith(CODES):
            then(code)
        else:
            refused(why)

    def failed(error: CircleError) -> None:
        refused(sentence(error) if error.code == "no_code" else why)

    read_aside(aside, asks, path, told, failed)


def needs_circle() -> str:
    """Return what is said of a hub's code where no circle is open."""
    return translate("Visitors", "This is a hub’s code. Begin or open a circle first, then bring it again.")


def _say(house: House, words: str) -> None:
    """Say something where somebody sees it: in the window, or on the page that stands there without one."""
    wrong = getattr(house.front, "wrong", None)
    if isinstance(wrong, Wrong):
        wrong.tell(words)
    elif house.window is not None:
        house.window.shell.signals.said.emit(words, b"")


def _to_the_front(widget: QWidget) -> None:
    widget.setWindowState(widget.windowState() & ~Qt.WindowState.WindowMinimized)
    widget.raise_()
    widget.activateWindow()


def _received(house: House, what: str) -> None:
    path = Path(what)
    if path.suffix.lower() == SUFFIX:
        _switch(house, path)
    elif path.suffix.lower() == BACKUP:
        house.begin("back").again_back.file.setText(what)
    elif house.window is None:
        _without_circle(house, path, what)
    elif path.suffix.lower() in (*TABLES, *RECORDS) and not house.window.shell.may_write:
        house.window.shell.signals.said.emit(right_told("reader"), b"")
    elif path.suffix.lower() in (*TABLES, *RECORDS):
        house.window.show_page(_HOMES.get(path.suffix.lower(), "people"))
        lazy("learningcircles_ui.pages.importing.preview").show_preview(house.window.shell, path, house.window)
    else:
        house.window.show_page("share")
        page = cast("SharePage", house.window.pages["share"])
        if what.startswith(HUB):
            page.join_hub(what)
        else:
            page.stick.read_from(path)


def _without_circle(house: House, path: Path, what: str) -> None:
    """A stick is for joining; anything else goes into a circle, and there is none yet."""
    if path.suffix.lower() == BUNDLE:
        house.begin("join").names.bundle.setText(what)
    elif what.startswith(HUB):
        _say(house, needs_circle())
    else:
        words = translate("Visitors", "{name} goes into a circle. Begin or open one first, then bring it again.")
        _say(house, words.format(name=as_written(path.name)))


def _switch(house: House, path: Path) -> None:
    """A circle of this laptop is opened; another laptop's file cannot be, and the sentence says what to do."""
    held = next((file for file in house.home.circles() if is_file_of(file, path)), None)
    if held is not None:
        shown = house.window.shell.file.circle_id if house.window is not None else None
        if held.circle_id != shown:  # what is being written in a circle that is open stays
            house.start(held.path)
    elif house.window is not None:
        house.window.shell.signals.said.emit(_why_not(house.home, path).format(name=path.name), b"")


def _why_not(home: Home, path: Path) -> str:
    if not path.exists():
        return translate("Visitors", "There is no file {name}.")
    if not may_be_circle(path):
        return translate("Visitors", "{name} is not a circle.")
    own = next((each for each in home.circles() if is_copy(path, each.path)), None)
    if own is not None:
        told = translate(
            "Visitors",
            "{name} is a copy of {circle}, which is on this laptop already: go on with that one. What was taken out of"
            " it since then is under “Recently removed”.",
        )
        return told.replace("{circle}", own.called)
    return translate(
        "Visitors",
        "{name} belongs to another laptop and opens only there. Ask for an invitation, or restore a backup.",
    )
