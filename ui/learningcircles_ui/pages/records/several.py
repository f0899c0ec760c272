"""Several rows of a list at once: they are removed together, as one action with one Undo; members have cards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.exchanges.rows import and_the_request
from learningcircles_ui.pages.exchanges.swap_removal import ask_about_confirmed
from learningcircles_ui.parts.allowed import allow, only_looks
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.progress import Progress, tell_cancelled
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then

_LONG = 500
"""From so many rows on it may take longer than a moment, and can be cancelled."""


def offer_several(shell: Shell, table: Table, kind: str) -> None:
    """Let the marked rows of a list, records of one kind, be removed by Delete and by their menu; print their cards."""
    remove = partial(_remove, shell, kind, table)
    table.several_deleted.connect(remove)

    def offer(menu: Menu, ids: Sequence[bytes]) -> None:
        many = len(ids)
        words = QCoreApplication.translate("Several", "Remove the %n marked rows", "", many)
        each = menu.offer(text.grouped(words, many), partial(remove, ids), "trash", "danger")
        allow(each, shell.may_write)
        if kind == "member":
            menu.addSeparator()
            words = QCoreApplication.translate("Several", "%n member cards…", "", many)
            menu.offer(text.grouped(words, many), partial(_print_cards, shell, ids, table), "id-badge-2")

    table.several_menu = offer


def _print_cards(shell: Shell, ids: Sequence[bytes], within: QWidget) -> None:
    lazy("learningcircles_ui.print.sheets").print_cards(shell, ids, within)


def _remove(shell: Shell, kind: str, within: QWidget, ids: Sequence[bytes]) -> None:
    if not shell.may_write:
        shell.signals.said.emit(only_looks(), b"")
    elif kind == "swap":
        ask_about_confirmed(shell, within.window(), ids, partial(_remove_all, shell, kind, within, ids))
    else:
        _remove_all(shell, kind, within, ids)


def _remove_all(shell: Shell, kind: str, within: QWidget, ids: Sequence[bytes]) -> None:
    def told(answer: tuple[int, Changes]) -> None:
        many, changes = answer
        said = text.grouped(_removed(kind, many), many)
        shell.signals.said.emit(and_the_request(said, "remove", changes) if kind == "swap" else said, changes.action)

    def failed(error: CircleError) -> None:
        if error.code != "removed":  # Delete twice: the first one has done it, and its toast is not to be covered
            tell_cancelled(shell)(error)

    if len(ids) < _LONG:
        shell.do(lambda verbs: verbs.records.remove_many(kind, ids), then=told, failed=failed)
        return
    words = QCoreApplication.translate("Several", "Remove the %n marked rows", "", len(ids))
    progress = Progress(text.grouped(words, len(ids)), within.window())

    def start(done: Then, failed_: Then) -> None:
        shell.tasks.mutate(lambda verbs: verbs.records.remove_many(kind, ids, told=progress.told), done, failed_)

    def removed(answer: tuple[int, Changes]) -> None:
        shell.signals.changed.emit(answer[1])
        told(answer)

    progress.run(start, removed, failed)


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
