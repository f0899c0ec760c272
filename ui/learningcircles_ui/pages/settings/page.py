"""Settings: language, text size, theme; sharing and safety of the circle; what this program is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles import __version__
from learningcircles.circle.changes import Changes
from learningcircles.circle.reader import Reader
from learningcircles.errors import CircleError
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.settings.lock_card import LockCard
from learningcircles_ui.pages.settings.safety import Safety
from learningcircles_ui.parts.allowed import allow, runs_not
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.headings import beside, button, card, flowing, plain, soft, subtitle
from learningcircles_ui.parts.layouts import scrolled
from learningcircles_ui.parts.two_columns import TwoColumns
from learningcircles_ui.settings import LANGUAGES, SHARES, TEXT_SIZES, THEMES
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import GAP, larger


class SettingsPage(Page):
    """Each choice works at once; there is nothing to save."""

    name = "settings"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        inside = TwoColumns(self)
        self.column.addWidget(scrolled(inside, self), 1)
        self._column = inside.begin()
        self._looks()
        self._sharing()
        self._lock()
        self._column = inside.begin()
        self._circle()
        self._safety()
        self._about()
        for each in (self.safety.print, self.safety.write):
            self.command_of(each)
        self.command_of(self.lock.change, also_called=self.tr("lock password"))

    def activate(self) -> None:
        """Read the settings, and how safe the circle is."""
        for box, now in (
            (self._languages, self.shell.settings.language),
            (self.text_size, self.shell.settings.text_size),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(now))
        self.lock.look()
        self.safety.look()
        self._read_figures()

    def changed(self, changes: Changes) -> None:
        """Read the settings again."""
        if touches(changes, "!settings"):
            self.activate()

    def _looks(self) -> None:
        column = self._card(self.tr("On this laptop"))
        settings = self.shell.settings
        self._languages = languages = self._choice(column, self.tr("Language"), LANGUAGES, settings.language)
        languages.currentIndexChanged.connect(lambda _: self._speak(languages.currentData()))
        themes = dict(zip(THEMES, (self.tr("As the system"), self.tr("Light"), self.tr("Dark")), strict=True))
        theme = self._choice(column, self.tr("Colours"), themes, settings.theme)
        theme.currentIndexChanged.connect(lambda _: self._look("theme", theme.currentData()))
        sizes = {size: text.as_written(QLocale().toString(size) + " %") for size in TEXT_SIZES}
        self.text_size = self._choice(column, self.tr("Size of text"), sizes, settings.text_size)
        self.text_size.currentIndexChanged.connect(lambda _: self._look("text_size", self.text_size.currentData()))

    def _sharing(self) -> None:
        column = self._card(self.tr("Sharing"))
        told = (
            self.tr("Always"), self.tr("Not over mobile data"), self.tr("When I press the button")
        )  # fmt: skip
        shares = self._choice(
            column, self.tr("Share by itself"), dict(zip(SHARES, told, strict=True)), self.shell.settings.shares
        )
        shares.currentIndexChanged.connect(lambda _: self.shell.choose("shares", shares.currentData()))
        near = {"yes": self.tr("Find them and share"), "no": self.tr("Do not look for them")}
        beside = self._choice(
            column, self.tr("Laptops beside this one"), near, "yes" if self.shell.settings.beside else "no"
        )
        beside.currentIndexChanged.connect(lambda _: self._near(str(beside.currentData())))

    def _near(self, chosen: str) -> None:
        self.shell.choose("beside", chosen)
        self.shell.signals.offer.emit(chosen == "yes")

    def _circle(self) -> None:
        column = self._card(self.tr("What others see"))
        rings = {0: self.tr("Nobody"), 3: self.tr("The region’s circles"), 5: self.tr("Everybody, on the web")}
        self._figures = self._choice(column, self.tr("Who may see monthly figures"), rings, 0)
        allow(self._figures, self.shell.may_run, why=runs_not)
        self._figures.activated.connect(lambda _: self._show_figures_to(int(self._figures.currentData())))
        if not self.shell.may_run:
            column.addWidget(soft(self.tr("Only a laptop that may run the circle can change this."), self))

    def _lock(self) -> None:
        frame, column = card(self)
        self.lock = LockCard(self.shell, frame)
        column.addWidget(self.lock)
        self._column.addWidget(frame)

    def _safety(self) -> None:
        frame, column = card(self)
        self.safety = Safety(self.shell, frame)
        column.addWidget(self.safety)
        self._column.addWidget(frame)

    def _about(self) -> None:
        column = self._card(self.tr("About"))
        column.addWidget(plain(self.tr("Learning Circles {version}").format(version=__version__), self))
        self._keys = soft("", self)
        column.addWidget(self._keys)
        self.shell.signals.passphrase.connect(self._show_keys)
        self._show_keys()
        none = self.tr(
            "Learning Circles has been given no licence so far: whoever wants to pass it on or change it asks its"
            " makers. What it is made with stands under licences of its own."
        )
        column.addWidget(soft(none, self))
        others = button(self.tr("Libraries and licences…"), self._show_others, parent=self)
        column.addWidget(flowing(others, parent=self))
        self.command_of(others, "info-circle", also_called=self.tr("about program licenses"))

    def _show_others(self) -> None:
        lazy("learningcircles_ui.pages.settings.others_work").OthersWork(self).open()

    def _show_keys(self) -> None:
        sealed = self.tr(
            "The keys are sealed with your passphrase: without it, only a recovery sheet opens the circle."
        )
        self._keys.setText(sealed if self.shell.has_passphrase else text.told(self.shell.home.keys.shown))

    def _card(self, heading: str) -> QVBoxLayout:
        frame, column = card(self)
        column.setSpacing(GAP)
        column.addWidget(subtitle(heading, frame))
        self._column.addWidget(frame)
        return column

    def _choice(self, column: QVBoxLayout, label: str, choices: dict[str, str] | dict[int, str], now: object) -> Choice:
        box = Choice(self)
        box.setAccessibleName(label)
        for value, words in choices.items():
            box.addItem(words, value)
        box.setCurrentIndex(box.findData(now))
        box.setMinimumWidth(larger(260))
        name = plain(label, self)
        name.setBuddy(box)
        column.addWidget(beside(name, box, parent=self))
        self.command(label, box.setFocus, icon_name="settings", also_called=" ".join(choices.values()))
        return box

    def _speak(self, language: str) -> None:
        self.shell.choose("language", language)
        self.shell.signals.again.emit()

    def _look(self, name: str, value: str | int) -> None:
        self.shell.choose(name, value)
        if name == "text_size":
            self.shell.signals.again.emit()
        else:
            self.shell.theme.choose(self.shell.settings.theme, self.shell.settings.text_size)

    def _read_figures(self) -> None:
        self.shell.tasks.query(_figures, self._show_figures, key="figures")

    def _show_figures(self, reach: int) -> None:
        at = max((n for n in range(self._figures.count()) if self._figures.itemData(n) <= reach), default=0)
        self._figures.setCurrentIndex(at)

    def _show_figures_to(self, reach: int) -> None:
        self.shell.do(
            lambda verbs: verbs.records.edit("settings", verbs.circle.id, {"figures": reach}),
            say=self.tr("Settings changed"),
            failed=self._not_changed,
        )

    def _not_changed(self, error: CircleError) -> None:
        """Tell why, and show what counts as before."""
        self.shell.signals.failed.emit(error)
        self._read_figures()


def _figures(reader: Reader) -> int:
    found = reader.find_one("!settings", reader.circle)
    return int(found.get("figures", 0)) if found else 0
