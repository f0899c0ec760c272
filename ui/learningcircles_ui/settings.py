"""This laptop's choices for the desktop: language, theme, text size. Kept with the home's other settings."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles_ui import text
from learningcircles_ui.place import spoken_here

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}
"""Each by its own name, which no other language translates."""
THEMES = ("auto", "light", "dark")
SHARES = ("always", "unmetered", "asked")
"""When a circle is shared by itself: always, not where a connection costs by volume, or on the button alone."""
LOCKS = (0, 5, 15, 60)
"""Minutes without a key or a click after which a circle with a passphrase is locked; 0 is never."""
TEXT_SIZES = (90, 100, 115, 130, 150, 175, 200)

QT_LACKS = (
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Double Sided Printing"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Off"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Long side binding"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Short side binding"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Pages"),
    QT_TRANSLATE_NOOP(
        "QPrintSettingsOutput",
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen."
        " E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
    ),
)
"""What Qt's own dialogs say, and its catalogues leave in English: ours, which is asked first, has it."""


class Settings:
    """Reads and writes the choices; what is kept wrongly counts as not chosen."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._held = home.settings
        self.refused: dict[str, CircleError] = {}
        """Why a choice is not kept on disk, by its name: it is tried again, see `try_again`."""

    @property
    def language(self) -> str:
        """Return the chosen language, or the system's where we speak it, or English."""
        chosen = self._held.get("language")
        if chosen in LANGUAGES:
            return str(chosen)
        system = QLocale.system().name()[:2]
        return system if system in LANGUAGES else "en"

    @property
    def theme(self) -> str:
        """Return auto, light or dark."""
        chosen = self._held.get("theme")
        return str(chosen) if chosen in THEMES else "auto"

    @property
    def text_size(self) -> int:
        """Return the size of text in percent."""
        chosen = self._held.get("text_size")
        return int(chosen) if chosen in TEXT_SIZES else 100

    @property
    def lock_after(self) -> int:
        """Return after how many minutes without a key or a click to lock; 0 is never."""
        chosen = self._held.get("lock_after")
        return int(chosen) if chosen in LOCKS else 15

    @property
    def shares(self) -> str:
        """Return always, unmetered or asked."""
        chosen = self._held.get("shares")
        return str(chosen) if chosen in SHARES else "unmetered"

    @property
    def beside(self) -> bool:
        """Return whether circles are offered to the circle's laptops on the same network."""
        return self._held.get("beside") != "no"

    def text(self, name: str) -> str:
        """Return any other choice that is a text; empty at first."""
        return str(self._held.get(name, ""))

    def choose(self, name: str, value: str | int) -> CircleError | None:
        """Keep a choice on disk, and those before it that could not be. Returns why it could not be itself: it counts
        until the program ends.
        """
        self._held[name] = value
        why = self._keep(name)
        if why is None:
            self.try_again()
        return why

    def try_again(self) -> None:
        """Keep what could not be kept on disk, if that can be by now: something else was, or the program ends."""
        for name in [*self.refused]:
            if self._keep(name) is not None:
                return

    def forget(self, name: str) -> None:
        """Try a choice that could not be kept no more."""
        self.refused.pop(name, None)

    def _keep(self, name: str) -> CircleError | None:
        try:
            self._home.set_setting(name, self._held[name])
        except CircleError as error:
            self.refused[name] = error
            return error
        self.refused.pop(name, None)
        return None


def choice_not_kept(error: CircleError) -> str:
    """Return what is told of a choice that could not be kept."""
    told = QCoreApplication.translate("Settings", "What you chose counts until the program is closed.")
    return f"{text.sentence(error)} {told}"


def speak(app: QApplication, language: str) -> None:
    """Use a language everywhere: our texts, Qt's own, numbers, dates and the direction of reading."""
    for old in app.findChildren(QTranslator):
        QCoreApplication.removeTranslator(old)
        old.deleteLater()
    own = files("learningcircles_resources") / "translations" / f"{language}.qm"
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    for data in (qt, own):  # the last one is asked first
        translator = QTranslator(app)
        if data.is_file() and translator.load(str(data)):
            QCoreApplication.installTranslator(translator)
    locale = spoken_here(language)
    QLocale.setDefault(locale)
    text.forget_written()
    rtl = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
