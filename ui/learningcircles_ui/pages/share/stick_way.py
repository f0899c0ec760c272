"""The stick on the page Share: writing one, reading one, and what is told of either."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles_sync.outcome import BundleOutcome
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.parts.files import ask_to_open, ask_to_save
from learningcircles_ui.parts.headings import button, card, flowing, plain, soft, subtitle
from learningcircles_ui.parts.icons import pixmap
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.progress import Told, share_long
from learningcircles_ui.theme import larger

if TYPE_CHECKING:
    from learningcircles_sync.engine import Engine

translate = QCoreApplication.translate
_PICTURE = 44
WAY_HIGH = 210
"""Pixels that the card of a way has at least beside others."""


class _Stick(NamedTuple):
    """What a stick brought, and of which laptops it brought work that does not count."""

    done: BundleOutcome
    aside: list[str]


def _read_stick(engine: Engine, path: Path, told: Told) -> _Stick:
    waiting = engine.verbs.rescue.bundles
    before = {bundle.device: bundle for bundle in waiting()}
    done = engine.read_bundle(path, told)
    return _Stick(done, [text.laptop(each.name, each.device) for each in waiting() if before.get(each.device) != each])


class StickWay(QObject):
    """`card` is what is seen; `written`: a stick was written."""

    written = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._shell = page, page.shell
        self.card, column = way_card(page, "usb", translate("SharePage", "A USB stick"))
        told = (
            translate("SharePage", "Without a network: write the circle onto a stick, and read it on another laptop."),
            translate("SharePage", "A stick shows no more than the hub sees. Anybody’s laptop may carry it."),
        )
        column.addWidget(plain(told[0], self.card))
        column.addWidget(soft(told[1], self.card))
        column.addStretch(1)
        write = page.command(translate("SharePage", "Write a stick…"), self._write, icon_name="upload")
        read = page.command(translate("SharePage", "Read a stick…"), self._read, icon_name="download")
        buttons = (
            button(seen(write.text()), write.trigger, icon_name="upload", parent=self.card),
            button(seen(read.text()), read.trigger, icon_name="download", parent=self.card),
        )
        column.addWidget(flowing(*buttons, parent=self.card))

    def write_to(self, path: Path) -> None:
        """Write the circle into a bundle."""
        title = translate("SharePage", "Writing {file}").format(file=path.name)
        share_long(self._shell, title, self._page, lambda engine, told: engine.write_bundle(path, told), self._told)

    def read_from(self, path: Path) -> None:
        """Take in what a bundle brings."""
        title = translate("SharePage", "Reading {file}").format(file=path.name)
        share_long(self._shell, title, self._page, lambda engine, told: _read_stick(engine, path, told), self._taken)

    def _write(self) -> None:
        suggested, kinds = f"{self._shell.file.name}.bundle", translate("SharePage", "Sticks (*.bundle)")
        ask_to_save(self._page, translate("SharePage", "Write a stick"), suggested, kinds, self.write_to)

    def _told(self, done: BundleOutcome) -> None:
        said = translate("SharePage", "The stick is written. You can take it out.")
        self._shell.signals.said.emit(" ".join([said, *map(text.phrase, done.phrases)]), b"")
        self.written.emit()

    def _read(self) -> None:
        kinds = translate("SharePage", "Sticks (*.bundle)")
        ask_to_open(self._page, translate("SharePage", "Read a stick"), kinds, self.read_from)

    def _taken(self, stick: _Stick) -> None:
        told = [text.phrase(each) for each in stick.done.phrases]
        if stick.aside:
            words = translate(
                "SharePage", "Work of {names} does not count, and was set aside until an organizer takes it in."
            )
            told.insert(0, words.format(names=", ".join(stick.aside)))
        if stick.done.of:
            told.insert(0, _stopped(stick.done))
        elif stick.done.new and (stick.done.changes.touched or not stick.aside):
            told.insert(0, translate("SharePage", "What the stick brought is here now."))
        said = " ".join(told) or translate("SharePage", "The stick held nothing new.")
        self._shell.signals.said.emit(said, b"")
        self._shell.signals.changed.emit(Changes())


def _stopped(done: BundleOutcome) -> str:
    words = translate(
        "SharePage",
        "Stopped. {come} of {whole} parcels came in, and stay. The rest comes when the stick is read again.",
    )
    return words.format(come=text.number(done.segments), whole=text.number(done.of))


def way_card(parent: QWidget, icon_name: str, heading: str) -> tuple[QWidget, QVBoxLayout]:
    """Return the card of a way to share, with its picture, and its column."""
    frame, column = card(parent, margin=13)  # two buttons beside each other need it
    frame.setMinimumHeight(WAY_HIGH)
    picture = plain("", frame)
    picture.setPixmap(pixmap(icon_name, "accent", larger(_PICTURE), parent.devicePixelRatioF()))
    picture.setAccessibleName(heading)
    column.addWidget(picture)
    column.addWidget(subtitle(heading, frame))
    return frame, column
