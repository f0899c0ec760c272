"""The foot of Share: open invitations, work that was set aside, and what a laptop is told that was shut out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.circle.rescue import Bundle
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.share.rescue_words import bundle_name
from learningcircles_ui.parts.flow import Flow
from learningcircles_ui.parts.headings import button, plain
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP

if TYPE_CHECKING:
    from learningcircles_sync.outcome import BundleOutcome


class _Standing(NamedTuple):
    """What was set aside here, and whether some was left out."""

    bundles: list[Bundle]
    left_out: bool


def _standing(verbs: Verbs) -> _Standing:
    return _Standing(verbs.rescue.bundles(), bool(verbs.rescue.bundles(left_out=True)))


def dialogs() -> ModuleType:
    """Return the dialogs on such work, loaded when one is asked for: with them comes all that papers are drawn by."""
    return lazy("learningcircles_ui.pages.share.rescue_dialogs")


class Aside(QWidget):
    """`look` reads what was set aside; `tell_out` says why this laptop takes part no more."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.told = plain("", self)
        self.told.setProperty("kind", "wrong")
        self.told.hide()
        column.addWidget(self.told)
        self.save = button(
            self.tr("Save what was not shared…"),
            partial(ask_to_save_unshared, shell, self),
            icon_name="download",
            parent=self,
        )
        self.kept = button(self.tr("Look at what is kept…"), partial(look_at_kept, shell, self), parent=self)
        self.left_out = button(self.tr("Work that was left out…"), self._left_out, kind="link", parent=self)
        for each in (self.save, self.kept, self.left_out):
            each.hide()
        self.invitations = button(self.tr("Open invitations…"), self._invitations, kind="link", parent=self)
        self.invitations.setVisible(shell.may_run)
        row = QWidget(self)
        self._row = Flow(row)
        for each in (self.save, self.kept, self.invitations, self.left_out):
            self._row.add(each)
        self._bundles: list[QWidget] = []
        column.addWidget(row)

    def look(self) -> None:
        """Read what was set aside."""
        self._shell.tasks.mutate(_standing, self._show)

    def tell_out(self, told: str) -> None:
        """Say why this laptop takes part no more, by a template of the core's, and offer what it wrote; "": it does."""
        self.told.setText(text.told(told) if told else "")
        for each in (self.told, self.save, self.kept):
            each.setVisible(bool(told))

    def _show(self, standing: _Standing) -> None:
        self.left_out.setVisible(standing.left_out and self._shell.may_run)
        for shown in self._bundles:
            shown.hide()
            shown.deleteLater()
        self._bundles = []
        for bundle in standing.bundles if self._shell.may_run else ():
            words = self.tr("Set aside from {name}…").format(name=bundle_name(bundle))
            self._bundles.append(button(words, partial(self._rescue, bundle), kind="link", parent=self))
            self._row.add(self._bundles[-1])

    def _invitations(self) -> None:
        lazy("learningcircles_ui.pages.share.laptop_dialogs").InvitationsDialog(self._shell, self).open()

    def _left_out(self) -> None:
        dialog = dialogs().LeftOutDialog(self._shell, self)
        dialog.finished.connect(self.look)
        dialog.open()

    def _rescue(self, bundle: Bundle) -> None:
        dialog = dialogs().RescueDialog(self._shell, bundle, self)
        dialog.finished.connect(self.look)
        dialog.open()


def look_at_kept(shell: Shell, parent: QWidget) -> None:
    """Show what is kept here of this laptop's work, and offer to save it for an organizer."""
    dialogs().KeptHere(shell, partial(ask_to_save_unshared, shell, parent), parent).open()


def ask_to_save_unshared(shell: Shell, parent: QWidget) -> None:
    """Ask where to save this laptop's work for an organizer."""
    title = QCoreApplication.translate("Aside", "Save what was not shared")
    kinds = QCoreApplication.translate("Aside", "Sticks (*.bundle)")
    lazy("learningcircles_ui.parts.files").ask_to_save(
        parent, title, f"{shell.file.name}.bundle", kinds, partial(save_unshared, shell, over=parent)
    )


def save_unshared(shell: Shell, path: Path, over: QWidget) -> None:
    """Save this laptop's work for an organizer."""

    def saved(done: BundleOutcome) -> None:
        said = QCoreApplication.translate("Aside", "It is saved. Give the file to an organizer.")
        shell.signals.said.emit(said, b"")

    title = QCoreApplication.translate("SharePage", "Writing {file}").format(file=path.name)
    write = lazy("learningcircles_ui.parts.progress").share_long
    write(shell, title, over, lambda engine, told: engine.write_bundle(path, told), saved)
