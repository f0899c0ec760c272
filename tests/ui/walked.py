"""What a walk through every page and every dialog looks at beside what is cut: names, Tab, models."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

import learningcircles_ui
from learningcircles_ui.pages.find import Find
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.sidebar import MenuItem
from learningcircles_ui.parts.timed_editors import DateEditor

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
_MOST = 400
T = TypeVar("T")


def controls(front: QWidget) -> Iterator[QWidget]:
    """Yield what can be used of what is in view."""
    for each in front.findChildren(QWidget):
        if isinstance(each, CONTROLS) and each.isVisible() and not each.objectName().startswith("qt_"):
            yield each


def named(control: QWidget) -> bool:
    """Return whether a screen reader has something to say of it."""
    words = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
    return bool(words.strip())


def told(control: QWidget) -> str:
    """Return which one it is."""
    words = control.text() if isinstance(control, QAbstractButton) else ""
    return f"{type(control).__name__} {control.accessibleName() or words}"


def _by_another_key(control: QWidget) -> bool:
    """Return whether Tab may pass it by: the keyboard does the same from what is beside it."""
    if isinstance(control, QHeaderView):
        return True  # the menu of the list, and Ctrl+Shift+B, sort it
    held = control.parentWidget()
    while held is not None:
        if isinstance(held, SearchField):
            return isinstance(control, QAbstractButton)  # Escape empties the line
        if isinstance(held, DateEditor):
            return control is held.pick  # the Down key opens the days
        if isinstance(held, Find):
            return isinstance(control, QAbstractItemView)  # the arrows of the line walk through it
        held = held.parentWidget()
    return False


def walk_round(front: QWidget, app: QApplication) -> list[QWidget]:
    """Press Tab until it comes round; return what had the keyboard, one after the other."""
    reached: list[QWidget] = []
    for _ in range(_MOST):
        focused = app.focusWidget() or front.focusWidget()
        if focused is None or focused in reached:
            break
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return reached


def missed_by_tab(front: QWidget, app: QApplication) -> list[str]:
    """Walk round with Tab; return what of it can be used, and is not reached.

    Of a menu's lines, and of buttons of which one is chosen, one is enough: the arrows walk among them.
    """
    front = next((each for each in front.findChildren(Find) if each.isVisible()), front)  # it covers all else
    wanted = {
        each
        for each in controls(front)
        if each.isEnabled() and each.focusProxy() is None and each.window() is front.window()
        and not _by_another_key(each)
    }  # fmt: skip
    reached = set(walk_round(front, app))
    walked = {_group(each) for each in reached} - {None}
    left = {each for each in wanted - reached if each.isVisible() and _group(each) not in walked}
    return sorted(map(told, left))


def _group(control: QWidget) -> object:
    """Return among what the arrows walk, or None."""
    if isinstance(control, MenuItem):
        return control.parentWidget()
    if not isinstance(control, QAbstractButton) or not control.isCheckable():
        return None
    group = control.group()
    if group is not None:
        return group if group.exclusive() else None
    return control.parentWidget() if control.autoExclusive() else None


class Watched:
    """Has Qt watch each model that is met; `kinds` are the classes of those that were met with rows."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self._watched: dict[int, tuple[QAbstractItemModel, QAbstractItemModelTester]] = {}

    def watch(self, front: QWidget) -> None:
        """Watch the models of what is in front."""
        warn = QAbstractItemModelTester.FailureReportingMode.Warning
        for view in front.findChildren(QAbstractItemView):
            model = view.model()
            if not isinstance(model, QAbstractItemModel):
                continue
            if id(model) not in self._watched:
                self._watched[id(model)] = model, QAbstractItemModelTester(model, warn, model)
            if model.rowCount():
                self.kinds |= {each.__name__ for each in type(model).__mro__}


def every(of: type[T]) -> set[type[T]]:
    """Return the classes of the program that are derived from one, and from which none is."""
    for module in pkgutil.walk_packages(learningcircles_ui.__path__, "learningcircles_ui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds, found = [of], set[type[T]]()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        ours = kind.__module__.startswith("learningcircles_ui")
        found |= {kind} if ours and not kind.__subclasses__() else set()
    return found
