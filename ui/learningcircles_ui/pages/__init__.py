"""The pages of the window, in the order of the menu. A page whose records do not exist yet is not here.

A page is loaded and built on the first visit: what menu, shortcuts and the page's own heading need before stands
here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from learningcircles.lazy import lazy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from learningcircles_ui.pages.base import Page
    from learningcircles_ui.shell import Shell


class PageKind(NamedTuple):
    """A page that may not be built yet. `icon` is a Tabler name, `words` its name on screen in English.

    Its folder of this package has that name; `made_by` is the class in its `page`, and the context that `words` are
    translated in.
    """

    name: str
    icon: str
    words: object  # text; so says the type of Qt's mark for translators
    made_by: str

    def title(self) -> str:
        """Return the page's name on screen."""
        return QCoreApplication.translate(self.made_by, str(self.words))

    def build(self, shell: Shell, parent: QWidget) -> Page:
        """Load the page's module and build the page."""
        made: Page = getattr(lazy(f"{__name__}.{self.name}.page"), self.made_by)(shell, parent)
        return made


PAGES = (
    PageKind("today", "home", QT_TRANSLATE_NOOP("TodayPage", "Today"), "TodayPage"),
    PageKind("people", "users", QT_TRANSLATE_NOOP("PeoplePage", "People"), "PeoplePage"),
    PageKind("exchanges", "arrows-exchange", QT_TRANSLATE_NOOP("ExchangesPage", "Exchanges"), "ExchangesPage"),
    PageKind("meetups", "calendar-event", QT_TRANSLATE_NOOP("MeetupsPage", "Meetups"), "MeetupsPage"),
    PageKind("learning", "book", QT_TRANSLATE_NOOP("LearningPage", "Learning"), "LearningPage"),
    PageKind(
        "community",
        "building-community",
        QT_TRANSLATE_NOOP("CommunityPage", "Community"),
        "CommunityPage",
    ),
    PageKind("share", "share", QT_TRANSLATE_NOOP("SharePage", "Share"), "SharePage"),
    PageKind("settings", "settings", QT_TRANSLATE_NOOP("SettingsPage", "Settings"), "SettingsPage"),
)


def kind_of(name: str) -> PageKind:
    """Return the kind of page that has this name."""
    return next(kind for kind in PAGES if kind.name == name)
