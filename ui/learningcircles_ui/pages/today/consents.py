"""Whose consents have ended, or will within a month: their names, each leading to the person to be asked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.pages.today.every import Every, Told
from learningcircles_ui.pages.today.rows import ending
from learningcircles_ui.parts.namesakes import names_apart
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate


class Ending(NamedTuple):
    """A member, the first day (2026-11-20) on which a consent of theirs ends, and what for, as codes."""

    member: bytes
    name: str
    until: str
    purposes: tuple[str, ...]


class EndingConsents(Every[Ending]):
    """All of the people, soonest first; Enter, two clicks or the button shows the one who is chosen."""

    def __init__(self, shell: Shell, found: Sequence[Ending], parent: QWidget) -> None:
        super().__init__(shell, translate("EndingConsents", "Show this person"), found, len(found), parent)
        self.on_submit = self._open
        self.list.doubleClicked.connect(lambda _: self.submit())
        self.list.setFocus()

    def counted(self, pairs: Sequence[Ending], count: int) -> str:
        """Return how many people there are."""
        words = translate("EndingConsents", "Consents of %n people have ended, or will within a month", "", count)
        return text.grouped(words, count)

    def told(self, pair: Ending) -> Told:
        """Return who it is, when it ends and what it is for."""
        purpose = declared("consent").field("purpose")
        what = text.listed(text.choice_label(purpose, code) for code in pair.purposes)
        ended = text.in_days(pair.until) < 0
        said = translate("EndingConsents", "ended {day}") if ended else "{day}"
        detail = "  ·  ".join((said.format(day=text.day(pair.until)), what))
        return Told(pair.name, detail, f"{pair.name}, {detail}")

    def _open(self) -> None:
        chosen = self.current()
        if chosen is not None:
            self.accept()
            self._shell.signals.asked.emit("member", chosen.member)


def read_ending(reader: Reader) -> list[Ending]:
    """Return the people whose consents have ended, or will within a month, soonest first; on the reader's thread."""
    found: dict[bytes, Ending] = {}
    for row in ending(reader):
        member = reader.find_one("member", row["member"]) if row["member"] else None
        if member is not None:
            held = found.setdefault(member.id, Ending(member.id, str(member.get("name", "")), str(row["until"]), ()))
            found[member.id] = held._replace(purposes=(*held.purposes, str(row["purpose"])))
    names = names_apart(reader, reader.many("member", list(found)))
    return [each._replace(name=names.get(each.member, each.name)) for each in found.values()]


def show_ending(shell: Shell, parent: QWidget) -> None:
    """Name those whose consents have ended, or will within a month."""

    def show(found: list[Ending]) -> None:
        if found:
            EndingConsents(shell, found, parent.window()).open()

    shell.tasks.query_long(read_ending, show, key="ending")
