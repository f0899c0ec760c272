"""Who could help with the requests that Today shows: proposed once those are in view, since it looks through much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy
from learningcircles_ui.shell import Shell

Helpers = tuple[str, int]
"""The name of who is likeliest to help, and how many others could."""


def in_words(helpers: Helpers | None) -> str:
    """Return who could help; empty where nobody is known."""
    if helpers is None:
        return ""
    name, others = helpers
    translate = QCoreApplication.translate
    more = translate("TodayCards", "{name} and %n more could help", "", others)
    return (more if others else translate("TodayCards", "{name} could help")).format(name=name)


class Helping(QObject):
    """`found`: request → who could help; `changed` says that it is otherwise than it was."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.found: dict[bytes, Helpers] = {}

    def read(self, requests: Sequence[bytes]) -> None:
        """Look for somebody for each of these; where there is none, no thread is begun for it."""
        if not requests:
            self._know({})
            return
        self._shell.tasks.query_long(partial(_helpers, requests=requests), self._know, key="helping")

    def _know(self, found: dict[bytes, Helpers]) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit()


def _helpers(reader: Reader, requests: Sequence[bytes]) -> dict[bytes, Helpers]:
    read_wish = lazy("learningcircles_ui.pages.exchanges.find_someone").read_wish
    wishes = ((each, read_wish(reader, each)) for each in requests)
    return {
        each: (str(wish.helpers[0].member.get("name", "")), len(wish.helpers) - 1)
        for each, wish in wishes
        if wish is not None and wish.helpers
    }
