"""Who means to come to a meetup: read by name, and saved as a file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.reader import Reader
from learningcircles.circle.untold import latest
from learningcircles.entities.gathering import ANSWERS, RSVP
from learningcircles.lazy import lazy
from learningcircles.papers.subjects import on_coming
from learningcircles.storage.collate import by_letters
from learningcircles_ui import text
from learningcircles_ui.pages.records.lists import AtHand
from learningcircles_ui.parts.namesakes import names_apart
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate


def read_answers(reader: Reader, meetup: bytes) -> dict[str, list[str]]:
    """Return answer → the names of those who gave it last, by their letters; those of one name are told apart."""
    answers: dict[str, list[str]] = {}
    given = latest(reader, reader.list("rsvp", where={"meetup": meetup}))
    names = names_apart(reader, reader.many("member", [who for who, row in given.items() if row["person"]]))
    for who, row in given.items():
        name = names.get(who) or str(row.get("name", ""))
        answers.setdefault(str(row.get("answer", "")), []).append(name)
    return {code: sorted(held, key=by_letters) for code, held in answers.items()}


def read_coming(reader: Reader, meetup: bytes) -> AtHand:
    """Read who has answered as rows: those who come first."""
    answers, field = read_answers(reader, meetup), RSVP.field("answer")
    rows = [[name, text.choice_label(field, code)] for code in ANSWERS for name in answers.get(code, ())]
    called = str(reader.get("meetup", meetup).get("title", ""))
    title = translate("Coming", "Who means to come to {title}").format(title=called)
    titles = [translate("AttendanceModel", "Name"), translate("AttendanceModel", "Said")]
    return AtHand(title, titles, rows, partial(on_coming, meetup=meetup))


def save_coming(shell: Shell, meetup: bytes, parent: QWidget) -> None:
    """Ask for a file, and write who means to come."""

    def ask(held: AtHand) -> None:
        if held.rows:
            lazy("learningcircles_ui.pages.records.list_files").ask_where_to(shell, parent, held)
        else:
            shell.signals.said.emit(translate("Coming", "Nobody has said yet whether they come."), b"")

    shell.tasks.query(partial(read_coming, meetup=meetup), ask, shell.signals.failed.emit, key="coming")
