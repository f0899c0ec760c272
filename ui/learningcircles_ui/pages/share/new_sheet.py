"""Showing a recovery sheet to be printed or saved. Its words are kept nowhere else, so it says so.

They are the circle's only once somebody prints or saves them: what was shown and given up opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError
from learningcircles.laptop.sheets import NewSheet, draw_sheet, is_unkept, note_kept, sheet_state, waits_for
from learningcircles.trust.recovery import Sheet
from learningcircles_sync import doors
from learningcircles_sync.engine import Engine
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.print.recovery_sheet import draw_recovery_sheet
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then

translate = QCoreApplication.translate
_SHEET = "sheet"


def standing(circle: Circle) -> str:
    """Return how the circle's sheet stands: none, waits, unkept or in force."""
    return "unkept" if is_unkept(circle) else sheet_state(circle.rosters.load())


def ask_for_sheet(
    shell: Shell,
    parent: QWidget,
    then: Callable[[], None] = lambda: None,
    failed: Callable[[CircleError], None] | None = None,
) -> None:
    """Show a new sheet; where there is one already, only once somebody has said that the old one may go.

    Pressed twice, it is shown once: of two the one that is printed last would open, and the first one not any more.
    """
    if _SHEET in shell.under_way:
        return
    shell.under_way.add(_SHEET)

    def ask(state: str) -> None:
        shell.under_way.discard(_SHEET)
        if state in ("none", "unkept"):
            offer_sheet(shell, parent, then, failed)
            return
        title, does = translate("Safety", "Print a new recovery sheet?"), translate("Safety", "Make a new one")
        dialog = Dialog(title, does, parent)
        told = translate(
            "Safety",
            "Once the new one is printed or saved, the sheet from before opens nothing any more. Tear it up then.",
        )
        dialog.body.addWidget(soft(told, dialog))
        dialog.accepted.connect(lambda: offer_sheet(shell, parent, then, failed))
        dialog.rejected.connect(then)
        dialog.fit()
        dialog.open()

    shell.tasks.mutate(lambda verbs: standing(verbs.circle), ask, _refusing(shell, failed))


def offer_sheet(
    shell: Shell,
    parent: QWidget,
    then: Callable[[], None] = lambda: None,
    failed: Callable[[CircleError], None] | None = None,
) -> None:
    """Show a sheet. `then` is called once it is shown, and again when it was printed or saved."""
    if _SHEET in shell.under_way:
        return
    shell.under_way.add(_SHEET)

    def shown(sheet: Sheet) -> None:
        shell.under_way.discard(_SHEET)
        preview = SheetPreview(shell, sheet, parent)
        preview.in_force.connect(then)
        preview.open()
        then()

    shell.tasks.mutate(lambda verbs: draw_sheet(verbs.circle), shown, _refusing(shell, failed))


def _refusing(shell: Shell, failed: Callable[[CircleError], None] | None) -> Callable[[CircleError], None]:
    """Return what tells a refusal, and lets somebody try again."""

    def refused(error: CircleError) -> None:
        shell.under_way.discard(_SHEET)
        (failed or shell.signals.failed.emit)(error)

    return refused


class SheetPreview(PrintPreview):
    """A sheet as it will be. It becomes the circle's before it is printed or saved, never after: a paper that opens
    nothing would be trusted. `in_force`: it is printed or saved.
    """

    in_force = Signal()

    def __init__(self, shell: Shell, sheet: Sheet, parent: QWidget) -> None:
        name = (shell.home.by_id(shell.file.circle_id) or shell.file).called
        note = translate(
            "Safety",
            "Print it now, or save it on a stick: its words are kept nowhere else. Until then they open nothing.",
        )
        title = translate("Safety", "Recovery sheet")
        super().__init__(shell, title, lambda page: draw_recovery_sheet(page, sheet, name), parent, note=note,
                         about=())  # fmt: skip
        self._circles, self._sheet = shell, sheet
        self.is_secret = True
        self._is_made = self._is_kept = False
        self.before = self._make
        self.kept.connect(self._keep)
        self.dirty = lambda: not self._is_kept
        self.unsaved = translate(
            "Safety",
            "The sheet is neither printed nor saved. Close this once more to give it up: its words then open"
            " nothing, and Today reminds you to make another one.",
        )

    def _make(self, go: Callable[[], None], refused: Then) -> None:
        """Make it the circle's, once."""
        if self._is_made:
            go()
            return
        self.unsaved = translate(
            "Safety",
            "The sheet is neither printed nor saved. Close this once more to give it up; whoever has seen its words"
            " could open the circle with them until you make another one. Today reminds you.",
        )

        def made(_: NewSheet) -> None:
            self._is_made = True
            self._under_way.hide()
            go()

        def not_made(error: CircleError) -> None:
            self._under_way.hide()
            refused(error)

        self._under_way.show()  # a hub may take its time
        self._circles.tasks.share(partial(doors.new_sheet, sheet=self._sheet), made, not_made)

    def _keep(self) -> None:
        self._is_kept = True
        self._circles.tasks.share(_now_kept, self._told)

    def _told(self, waits: str) -> None:
        self._circles.signals.changed.emit(Changes())  # Today asks for it no more
        if waits:
            self._circles.signals.said.emit(text.told(waits), b"")
        self.in_force.emit()


def _now_kept(engine: Engine) -> str:
    """Note that somebody has it; return what it still waits for, if anything."""
    note_kept(engine.circle, kept=True)
    roster = engine.circle.roster
    return waits_for(roster) if sheet_state(roster) == "waits" else ""
