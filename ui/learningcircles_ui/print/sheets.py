"""What can be printed, each by one call: it is read in the background and shown in the preview.

What draws is loaded then: every list offers something to print, and few print anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy
from learningcircles.papers.account import cards, statement
from learningcircles.papers.learned import learned
from learningcircles.papers.noticeboard import Noticeboard, leads, noticeboard
from learningcircles.papers.poster import poster
from learningcircles.papers.signin import sign_in_sheet
from learningcircles.papers.subjects import (
    on_cards,
    on_learned,
    on_noticeboard,
    on_poster,
    on_sign_in,
    on_statement,
)
from learningcircles_ui import text
from learningcircles_ui.shell import Shell

if TYPE_CHECKING:
    from learningcircles_sync.outcome import ShareState

translate = QCoreApplication.translate
T = TypeVar("T")


def print_sign_in_sheet(shell: Shell, meetup: bytes, parent: QWidget) -> None:
    """Show a meetup's sign-in sheet."""
    title = translate("Sheets", "Sign-in sheet")
    _show(shell, title, lambda reader: sign_in_sheet(reader, meetup), "sign_in.draw_sign_in", parent,
          partial(on_sign_in, meetup=meetup))  # fmt: skip


def print_cards(shell: Shell, members: Sequence[bytes], parent: QWidget) -> None:
    """Show the cards of these members, in their order."""
    title = translate("Sheets", "Member cards")
    _show(shell, title, lambda reader: cards(reader, members), "account.draw_cards", parent,
          partial(on_cards, members=members))  # fmt: skip


def print_statement(shell: Shell, member: bytes, parent: QWidget) -> None:
    """Show the statement of somebody's hours."""
    title = translate("Sheets", "Statement of hours")
    _show(shell, title, lambda reader: statement(reader, member), "account.draw_statement", parent,
          partial(on_statement, member=member))  # fmt: skip


def print_learned(shell: Shell, member: bytes, parent: QWidget) -> None:
    """Show what somebody has learned."""
    title = translate("Sheets", "Learning record")
    _show(shell, title, lambda reader: learned(reader, member), "learned.draw_learned", parent,
          partial(on_learned, member=member))  # fmt: skip


def print_poster(shell: Shell, meetup: bytes, parent: QWidget) -> None:
    """Show a meetup's poster."""
    title, today = translate("Sheets", "Poster"), text.today()

    def show(state: ShareState) -> None:
        _show(
            shell,
            title,
            lambda r: poster(r, meetup, today, state.web_page),
            "poster.draw_poster",
            parent,
            partial(on_poster, meetup=meetup),
            _warning(state),
        )

    shell.tasks.share(lambda engine: engine.state(), show, shell.signals.failed.emit)


def print_noticeboard(shell: Shell, parent: QWidget) -> None:
    """Show the sheet of offers and requests."""
    title, now = translate("Sheets", "Noticeboard sheet"), text.now().isoformat(timespec="minutes")

    def show(state: ShareState) -> None:
        page = state.web_page
        warning = _warning(state)

        def noted(board: Noticeboard) -> str:
            return warning or ("" if leads(board) else _leads_nowhere())

        _show(shell, title, lambda r: noticeboard(r, now, page), "noticeboard.draw_noticeboard", parent,
              partial(on_noticeboard, now=now), noted)  # fmt: skip

    shell.tasks.share(lambda engine: engine.state(), show, shell.signals.failed.emit)


def _leads_nowhere() -> str:
    return translate(
        "Sheets",
        "The strips will not say where to ask: no meetup with a place is to come, and the circle has no page on the"
        " web. Plan a meetup first, and it stands on every strip.",
    )


def _warning(state: ShareState) -> str:
    if not state.hub or state.web_page:
        return ""
    return translate(
        "Sheets",
        "No address on the web is printed: a telephone that opened the hub’s page would show a warning. The hub’s"
        " steward can change that.",
    )


def _show(
    shell: Shell, title: str, read: Callable[[Reader], T], drawn_by: str, parent: QWidget,
    on: Callable[[Reader], Collection[bytes]], note: str | Callable[[T], str] = "",
) -> None:  # fmt: skip
    """`drawn_by`: a module of this package, and what in it draws what was read onto a Paper. `on`: see `subjects`."""

    def preview(found: tuple[T, Collection[bytes]]) -> None:
        data, about = found
        module, name = drawn_by.split(".")
        draw = getattr(lazy(f"learningcircles_ui.print.{module}"), name)
        told = note if isinstance(note, str) else note(data)
        made = lazy("learningcircles_ui.print.preview").PrintPreview
        made(shell, title, lambda page: draw(page, data), parent, note=told, about=about).open()

    shell.tasks.query(lambda reader: (read(reader), on(reader)), preview, shell.signals.failed.emit, key="sheet")
