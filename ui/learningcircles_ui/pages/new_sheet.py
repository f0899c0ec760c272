"""Making the recovery sheet and showing it to be printed or saved. Its words are kept nowhere else, so it says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError
from learningcircles.laptop.sheets import NewSheet, is_unkept, note_kept, sheet_state
from learningcircles_sync import doors
from learningcircles_sync.engine import Engine
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.print.recovery_sheet import draw_recovery_sheet
from learningcircles_ui.shell import Shell

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
    """Make a sheet and show it; where there is one already, only once somebody has said that the old one may go.

    Pressed twice, it is made once: the second would open, and the first one not any more.
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
        told = translate("Safety", "The sheet that was printed before opens nothing any more from then on. Tear it up.")
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
    """Make a sheet and show it. `then` is called once it is shown, and again when it was printed or saved."""
    if _SHEET in shell.under_way:
        return
    shell.under_way.add(_SHEET)

    def shown(made: NewSheet) -> None:
        shell.under_way.discard(_SHEET)
        preview = _preview(shell, parent, made)
        preview.kept.connect(lambda: shell.tasks.share(_now_kept, lambda _: told()))
        preview.open()
        then()

    def told() -> None:
        shell.signals.changed.emit(Changes())  # Today asks for it no more
        then()

    shell.tasks.share(doors.new_sheet, shown, _refusing(shell, failed))


def _refusing(shell: Shell, failed: Callable[[CircleError], None] | None) -> Callable[[CircleError], None]:
    """Return what tells a refusal, and lets somebody try again."""

    def refused(error: CircleError) -> None:
        shell.under_way.discard(_SHEET)
        (failed or shell.signals.failed.emit)(error)

    return refused


def _preview(shell: Shell, parent: QWidget, made: NewSheet) -> PrintPreview:
    note = translate("Safety", "Print it now, or save it on a stick: its words are kept nowhere else.")
    if not made.works_now:
        note += " " + translate("Safety", "It works once this laptop has shared with the hub.")
    title, name = translate("Safety", "Recovery sheet"), (shell.home.by_id(shell.file.circle_id) or shell.file).called
    preview = PrintPreview(shell, title, lambda page: draw_recovery_sheet(page, made.sheet, name), parent, note=note)
    kept: list[bool] = []
    preview.kept.connect(lambda: kept.append(True))
    preview.dirty = lambda: not kept
    preview.unsaved = translate(
        "Safety",
        "The sheet is neither printed nor saved, and its words are kept nowhere. Once more Close or Escape gives it up;"
        " Today reminds you to make another one.",
    )
    return preview


def _now_kept(engine: Engine) -> None:
    note_kept(engine.circle, kept=True)
