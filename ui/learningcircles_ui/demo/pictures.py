"""Without a display: the same desktop offscreen, what happens in it told in sentences, and pictures of its pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles_ui.app import Desktop
from learningcircles_ui.application import application
from learningcircles_ui.demo.region import Region

SETTLE_MS = 700
"""Pages read in the background; so long they are given to fill before a picture is taken."""


def show(region: Region, circle: str, tell: Callable[[str], None]) -> int:
    """Open the desktop offscreen, walk through its pages, and leave a picture of each. Returns the exit code."""
    qInstallMessageHandler(_heard)
    desktop = Desktop(application(), region.second.home)
    window = desktop.open(region.second.circle(circle))
    window.resize(1280, 800)
    folder = region.folder / "pictures"
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(window.pages, 1):
        window.show_page(name)
        _settle()
        window.grab().save(str(folder / f"{number} {name}.png"))
    desktop.close()
    with closing(open_circle(region.second.home, circle)) as opened:
        for sentence in _story(Verbs(opened), circle):
            tell(sentence)
    tell(f"While this ran, learners without the app could see what the circles publish at {region.url}.")
    tell(f"Pictures of the desktop's pages are in {folder}. With a display, the same command opens it.")
    return 0


def _story(verbs: Verbs, circle: str) -> Iterator[str]:
    """What the second laptop has, all of it come through the hub."""
    reader = verbs.reader
    count = reader.count
    listed = f"{count('offer')} offers, {count('request')} requests and {count('meetup')} meetups"
    yield f"The desktop opened on {circle}: {count('member')} people, {listed}."
    for swap in reader.list("swap", where={"state": "confirmed"}, order="on", descending=True, limit=1):
        names = [str(person.get("name", "")) for person in reader.many("member", [swap["provider"], swap["receiver"]])]
        yield f"{names[0]} last taught {names[-1]} {swap['topic']}, on {swap['on']}."
    waiting = count("swap", where={"state": "proposed"})
    yield f"Exchanges that wait for somebody's word: {waiting}."
    others = reader.catalogue(today=verbs.desk.today())
    names = sorted({item.circle_name for item in others})
    yield f"Find also shows {len(others)} offers, requests and meetups of {' and '.join(names)}, without a network too."


def _heard(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Pass on what Qt says, but for what it says of every window that is on no screen."""
    if "does not support propagateSizeHints" not in words:
        print(words, file=sys.stderr)


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
