"""Dialogs on work that does not count: what one laptop wrote, what this one keeps, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.asked_erasures import AskedErasure, unheard_erasures
from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.rescue import Bundle, Line, TakenIn
from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError
from learningcircles.journal.operations import DELETED
from learningcircles_ui import text
from learningcircles_ui.pages.people.farewell import EraseMember
from learningcircles_ui.pages.share.rescue_words import bundle_name, erasure_words, person_words
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.flow import Flow
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.progress import LateProgress
from learningcircles_ui.parts.rows_dialog import RowsDialog
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then

LINES_SHOWN = 200


def lines_words(lines: Sequence[Line]) -> str:
    """Return what such work says, oldest first: of what and when, and below it a value a line; how many there are that
    are too many to be shown.
    """
    told = []
    for (title, when), values in groupby(lines[:LINES_SHOWN], _about):
        told.append("\n".join((f"{title} · {when}", *map(_line_words, values))))
    if len(lines) > LINES_SHOWN:
        more = QCoreApplication.translate("RescueDialog", "… and {count} more")
        told.append(more.format(count=text.number(len(lines) - LINES_SHOWN)))
    return "\n\n".join(told)


def _about(line: Line) -> tuple[str, str]:
    return line.title or text.action(line.label), text.instant(line.at_ms)


def _line_words(line: Line) -> str:
    newer = QCoreApplication.translate("RescueDialog", "changed since, stays as it is")
    return f"{_value_words(line)} · {newer}" if line.newer else _value_words(line)


def _value_words(line: Line) -> str:
    translate = QCoreApplication.translate
    if line.field == DELETED:
        return translate("RescueDialog", "removed") if line.value is True else translate("RescueDialog", "restored")
    name, _, element = line.field.partition("/")
    kind = ENTITIES.get(line.entity)
    field = kind.field(name) if kind else None
    if field is None:
        return text.labelled(name, element or str(line.value or ""))
    if element:
        value = text.language_name(element) if field.kind is Kind.LANGUAGE else element
    else:
        value = line.said if isinstance(line.value, bytes) else shown(field, line.value)
    return text.labelled(text.field_label(field), value)


class RescueDialog(Dialog):
    """What a laptop wrote that no longer counts; an organizer takes it in, or leaves it out."""

    def __init__(self, shell: Shell, bundle: Bundle, parent: QWidget | None = None) -> None:
        title = self.tr("Set aside from {name}").format(name=bundle_name(bundle))
        super().__init__(title, self.tr("Take it in"), parent, width=640)
        self._shell, self._bundle = shell, bundle
        self._looked, self._seen = False, False
        told = self.tr(
            "This laptop was shut out, came too late, or goes on from an older copy of its disk. What it wrote does not"
            " count until you take it in."
        )
        self.body.addWidget(soft(told, self))
        erased = self.tr("This circle has erased somebody: look whether any of this still speaks of them.")
        self.erased = soft(erased, self)
        self.erased.hide()
        self.body.addWidget(self.erased)
        if bundle.erasures:
            self.body.addWidget(plain(erasure_words(bundle), self))
            again = QWidget(self)
            flow = Flow(again)
            for row in bundle.erasures:
                flow.add(self._erase_button(row))
            self.body.addWidget(again)
        self.lines = plain(self.tr("One moment…"), self)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)
        self.leave_out = button(self.tr("Leave it out"), self._leave_out, parent=self)
        self.leave_out.setToolTip(self.tr("Nobody is asked about it any more. It is kept, and can be brought back."))
        self.near(self.leave_out)
        for each in (self.done_button, self.leave_out):
            each.setEnabled(False)
        self.on_submit = self._take
        shell.tasks.mutate(
            lambda verbs: (verbs.rescue.look(bundle.device), verbs.rescue.has_erased()), self._show, self._cannot_show
        )
        self.fit()

    def _show(self, looked: tuple[list[Line], bool]) -> None:
        lines, erased = looked
        self.lines.setText(lines_words(lines))
        self.erased.setVisible(erased)
        self._looked, self._seen = True, bool(lines)
        self.done_button.setVisible(self._seen)
        self._light()
        self.fit()

    def _cannot_show(self, error: CircleError) -> None:
        self.lines.hide()
        self._light()
        self.wrong(text.sentence(error))

    def _erase_button(self, row: AskedErasure) -> QWidget:
        words = self.tr("Erase {name} again…").format(name=person_words(row))
        return button(words, partial(self._erase, row), parent=self)

    def _erase(self, row: AskedErasure) -> None:
        """It is asked and told as every erasure is; what is set aside is looked at anew after it."""
        dialog = EraseMember(self._shell, row.member, person_words(row), self)
        dialog.finished.connect(self.reject)
        dialog.open()

    def refused(self, error: CircleError) -> None:
        """Tell it; both can be tried again."""
        super().refused(error)
        self._light()

    def _light(self) -> None:
        """Nobody takes in what could not be looked at; what nobody can read here may still be left out."""
        known = self._looked or self._bundle.sealed > 0 or bool(self._bundle.erasures)
        self.done_button.setEnabled(self._shell.may_run and self._seen)
        self.leave_out.setEnabled(self._shell.may_run and known)

    def _wait(self) -> None:
        """One of the two is under way: not the other one as well."""
        self.done_button.setEnabled(False)
        self.leave_out.setEnabled(False)

    def _take(self) -> None:
        self._wait()
        device = self._bundle.device
        title = self.tr("Taking in what {name} wrote").format(name=bundle_name(self._bundle))
        progress = LateProgress(title, self)

        def start(done: Then, failed: Then) -> None:
            self._shell.tasks.mutate(lambda verbs: verbs.rescue.take_in(device, progress.told), done, failed)

        progress.run(start, self._taken, self.refused)

    def _taken(self, done: TakenIn) -> None:
        self._shell.signals.changed.emit(done.changes)
        if done.rest:
            words = self.tr("Stopped. {count} of {whole} changes are taken in, and stay. The rest is still set aside.")
            count, whole = text.number(done.actions), text.number(done.actions + done.rest)
            self._shell.signals.said.emit(words.format(count=count, whole=whole), b"")
        self.accept()

    def _leave_out(self) -> None:
        self._wait()
        device = self._bundle.device
        said = self.tr("What {name} wrote is left out.").format(name=bundle_name(self._bundle))
        self._shell.do(
            lambda verbs: verbs.rescue.leave_out(device), say=said, then=lambda _: self.accept(), failed=self.refused
        )


class _Kept(NamedTuple):
    """What a laptop keeps of its own work, whom it had erased in vain, and how many with nobody hearing of it."""

    lines: list[Line]
    erasures: list[AskedErasure]
    unheard: int


def _read_kept(verbs: Verbs) -> _Kept:
    rescue = verbs.rescue
    return _Kept(rescue.own(), rescue.own_erasures(), len(unheard_erasures(verbs.circle)))


class KeptHere(Dialog):
    """What a laptop that takes no part any more keeps of its own work: to be looked at, and saved for an organizer."""

    def __init__(self, shell: Shell, save: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What this laptop keeps"), self.tr("Save what was not shared…"), parent, width=640)
        told = self.tr("It was written on this laptop and does not count. An organizer who gets it can take it in.")
        self.body.addWidget(soft(told, self))
        self.lines = plain(self.tr("One moment…"), self)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)
        self.leave_button.setText(self.tr("Close"))
        self._save = save
        self.on_submit = self._saves
        shell.tasks.mutate(_read_kept, self._show, self.refused)
        self.fit()

    def _show(self, kept: _Kept) -> None:
        lines, erasures, unheard = kept
        told = self.tr("This laptop had erased {people}. That does not count: ask an organizer to erase them again.")
        people = text.listed(person_words(row) for row in erasures)
        alone = self.tr(
            "This laptop had erased %n member(s), and was shut out before the others heard of it. Ask an organizer to"
            " erase them again, or save what was not shared and give one that file: reading it erases them there, too.",
            "",
            unheard,
        )
        rows = [*([told.format(people=people)] if erasures else []), *([alone] if unheard else []), lines_words(lines)]
        self.lines.setText("\n".join(filter(None, rows)))
        if not (lines or erasures or unheard):
            self.lines.setText(self.tr("Everything that this laptop wrote has been shared, and counts."))
        self.fit()

    def _saves(self) -> None:
        self.accept()
        self._save()


class LeftOutDialog(RowsDialog):
    """Whose work was left out, each with a way to offer it again."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Work that was left out"), self.tr("Nothing is left out."), parent)
        self._shell = shell
        self._read()

    def _read(self) -> None:
        self._shell.tasks.mutate(lambda verbs: verbs.rescue.bundles(left_out=True), self._show)

    def _show(self, found: list[Bundle]) -> None:
        self.show_rows([self._line(each) for each in found])

    def _line(self, bundle: Bundle) -> QWidget:
        words = self.tr("{name}: %n change(s)", "", bundle.actions + bundle.sealed + len(bundle.erasures)).format(
            name=bundle_name(bundle)
        )
        again = partial(self._bring_back, bundle.device)
        return self.row(words, button(self.tr("Bring it back"), again, parent=self))

    def _bring_back(self, device: bytes) -> None:
        self._shell.do(lambda verbs: verbs.rescue.bring_back(device), then=self._brought, failed=self.refused)

    def _brought(self, _: Changes) -> None:
        self._read()
