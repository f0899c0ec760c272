"""Somebody who is no member answers: that is asked about, since a slip of the pen looks just the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.first_names import first_name
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain
from learningcircles_ui.parts.who import called_so, may_be

translate = QCoreApplication.translate


def ask_about_guest(
    name: str, members: Sequence[str], parent: QWidget, then: Callable[[], None], again: Callable[[], None]
) -> None:
    """Ask whether somebody of this name answers as a guest; `then` is called where that is so, else `again`.

    `members`: the names of those who may be meant, likeliest first. Enter says no: who goes on typing names, each with
    its Enter, has not read the question.
    """
    title = translate("GuestAnswers", "{name} is no member")
    told = [translate("GuestAnswers", "Nobody in the circle is called so. Is the answer a guest’s?")]
    if called_so(name, members):
        title = translate("GuestAnswers", "Who is {name}?")
        told = [text.sentence(may_be(name, members)), translate("GuestAnswers", "Or is it a guest’s answer?")]
    title, first = title.format(name=text.as_written(name)), first_name(name)
    if first != name.strip():
        only = translate("Guest", "Only “{name}” is written down: guests are noted by first names alone.")
        told.append(only.format(name=first))
    dialog = Dialog(title, translate("GuestAnswers", "Note as a guest"), parent, danger=True)
    for each in told:
        dialog.body.addWidget(plain(each, dialog))
    dialog.accepted.connect(then)
    dialog.rejected.connect(again)
    dialog.fit()
    dialog.open()
