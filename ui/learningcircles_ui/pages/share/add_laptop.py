"""“Add a laptop”: what it may do, and then the invitation as a picture and as text."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles.laptop.inviting import Invited
from learningcircles_sync import doors
from learningcircles_ui import text
from learningcircles_ui.parts.copied import copy
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, soft
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.qr import QrCode
from learningcircles_ui.parts.ticks import Radio
from learningcircles_ui.print.invitation import by_stick, draw_invitation, grouped
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.shell import Shell


class AddLaptop(Dialog):
    """Asks for the new laptop's right, makes the invitation and shows it."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add a laptop"), self.tr("Make the invitation"), parent, width=520)
        self._shell = shell
        self._choices: dict[str, Radio] = {}
        self._asks = soft(self.tr("What may the new laptop do?"), self)
        self.body.addWidget(self._asks)
        for right, words in (
            ("recorder", self.tr("Record exchanges, people and meetups")),
            ("organizer", self.tr("Run the circle, and invite others")),
            ("reader", self.tr("Only look")),
        ):
            choice = Radio(words, self)
            self._choices[right] = choice
            self.body.addWidget(choice)
        self._choices["recorder"].setChecked(True)
        self.on_submit = self._make
        self.fit()

    def right(self) -> str:
        """Return the right that is chosen."""
        return next(name for name, choice in self._choices.items() if choice.isChecked())

    def _make(self) -> None:
        self.done_button.setEnabled(False)
        right = self.right()
        self._shell.tasks.share(lambda engine: doors.invite(engine, right), self._show, self.refused)

    def _show(self, made: Invited) -> None:
        for asked in (self._asks, *self._choices.values()):
            asked.hide()
        words = made.invitation.text()
        picture = QrCode(words, self.tr("The invitation as a QR code"), self)
        beside = QHBoxLayout()
        beside.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line = QPlainTextEdit(grouped(words), self)
        line.setReadOnly(True)
        line.setTabChangesFocus(True)
        line.setAccessibleName(self.tr("The invitation as text"))
        sentence = self._sentence(made)
        column = QVBoxLayout()
        column.addWidget(line, 1)
        self.copying = button(self.tr("Copy"), lambda: self._copy(words), icon_name="copy")
        column.addWidget(self.copying)
        column.addWidget(button(self.tr("Print…"), lambda: self._print(made, sentence), icon_name="printer"))
        beside.addLayout(column, 1)
        self.body.addLayout(beside)
        self.body.addWidget(soft(sentence, self))
        if not made.invitation.hub:
            self.body.addWidget(soft(by_stick(), self))
        self.done_button.hide()
        self.leave_button.setText(self.tr("Done"))
        # The sizes of what was just added are known once the event loop has laid it out.
        QTimer.singleShot(0, self.fit)

    def _copy(self, words: str) -> None:
        copy(words)
        self.copying.setText(self.tr("Copied"))
        self.copying.setAccessibleName(self.copying.text())
        self.copying.setIcon(icon("check", "accent", gap=4))

    def _print(self, made: Invited, sentence: str) -> None:
        circle, words, has_hub = self._shell.file.called, made.invitation.text(), bool(made.invitation.hub)
        title = self.tr("Invitation to {circle}").format(circle=circle)

        def draw(page: Paper) -> None:
            draw_invitation(page, circle, words, sentence, has_hub=has_hub)

        PrintPreview(self._shell, title, draw, self, about=()).open()  # it names nobody

    def _sentence(self, made: Invited) -> str:
        if not made.clocks_differ:
            return self._until(made)
        differ = self.tr(
            "That day is by the hub’s clock, which is more than a day away from this laptop’s: set right whichever of"
            " them is wrong, cancel this one among the open invitations, and add a laptop anew."
        )
        return f"{self._until(made)} {differ}"

    def _until(self, made: Invited) -> str:
        if made.works_now:
            return self.tr(
                "It serves one laptop, until {day}. Whoever holds it can join: send it to that person alone."
            ).format(day=text.instant(made.expires))
        once = self.tr("It works until {day}, once this laptop has shared with the hub.")
        if not made.by_hub:
            once = self.tr(
                "It works until {day}, once this laptop has shared, by a stick or beside it, with the laptop that keeps"
                " the list of laptops."
            )
        return once.format(day=text.instant(made.expires))
