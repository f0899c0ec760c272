"""Several rows of a list at once: they are removed together, as one action with one Undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Changes
from learningcircles_ui import text
from learningcircles_ui.parts.allowed import allow, only_looks
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell


def offer_several(shell: Shell, table: Table, kind: str) -> None:
    """Let the marked rows of a list, records of one kind, be removed by Delete and by their menu."""
    remove = partial(_remove, shell, kind)
    table.several_deleted.connect(remove)

    def offer(menu: Menu, ids: Sequence[bytes]) -> None:
        many = len(ids)
        words = QCoreApplication.translate("Several", "Remove the %n marked rows", "", many)
        each = menu.addAction(icon("trash", "danger"), text.grouped(words, many), partial(remove, ids))
        allow(each, shell.may_write)

    table.several_menu = offer


def _remove(shell: Shell, kind: str, ids: Sequence[bytes]) -> None:
    if not shell.may_write:
        shell.signals.said.emit(only_looks(), b"")
        return

    def told(answer: tuple[int, Changes]) -> None:
        many, changes = answer
        shell.signals.said.emit(text.grouped(_removed(kind, many), many), changes.action)

    shell.do(lambda verbs: verbs.records.remove_many(kind, ids), then=told)


def _removed(kind: str, many: int) -> str:
    translate = QCoreApplication.translate
    return {
        "member": translate("Several", "%n members removed", "", many),
        "offer": translate("Several", "%n offers removed", "", many),
        "request": translate("Several", "%n requests removed", "", many),
        "swap": translate("Several", "%n exchanges removed", "", many),
        "meetup": translate("Several", "%n meetups removed", "", many),
        "learning": translate("Several", "%n learning records removed", "", many),
        "place": translate("Several", "%n places removed", "", many),
    }[kind]
