"""What this laptop may not do is grey and says why: where one points at it, in Find, where its keys are pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

_WHY, _TIP = "why_not", "own_tip"


def only_looks() -> str:
    """Return why a laptop that may only look writes nothing."""
    return QCoreApplication.translate("Allowed", "This laptop may look at everything and change nothing.")


def runs_not() -> str:
    """Return why a laptop that may record does not do what runs the circle."""
    return QCoreApplication.translate("Allowed", "Only a laptop that may run the circle can do this.")


def allow(what: QWidget | QAction, allowed: bool, *, now: bool = True, why: Callable[[], str] = only_looks) -> None:
    """Let something be used where this laptop is `allowed` to, and it can be done `now`; else it says why not."""
    what.setEnabled(allowed and now)
    if allowed:
        if why_not(what):  # it was not, earlier
            what.setProperty(_WHY, "")
            what.setToolTip(str(what.property(_TIP) or ""))
        return
    if not why_not(what):
        what.setProperty(_TIP, "" if isinstance(what, QAction) else what.toolTip())  # an action's own are its words
    what.setProperty(_WHY, why())
    what.setToolTip(why())
    menu = what.parent()
    if isinstance(what, QAction) and isinstance(menu, QMenu):
        menu.setToolTipsVisible(True)


def why_not(what: QWidget | QAction) -> str:
    """Return why this laptop may not do something; empty where it may."""
    return str(what.property(_WHY) or "")


def answer_keys(action: QAction, here: QWidget, tell: Callable[[str], object]) -> None:
    """Let the keys of what may not be done tell why nothing happens, and the menus that it stands in."""
    if why_not(action):
        for menu in action.associatedObjects():
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(True)
        for keys in action.shortcuts():
            QShortcut(keys, here).activated.connect(lambda: tell(why_not(action)))
