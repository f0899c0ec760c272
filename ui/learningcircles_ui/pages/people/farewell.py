"""A member leaves, is erased, is merged, or takes away all that is held on them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.dossier import Dossier, dossier, standing_in, write_json
from learningcircles.circle.facets import Verbs
from learningcircles.circle.leaving import Outlook
from learningcircles.entities.declare import Field, Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError, InvalidValue, Refused
from learningcircles.laptop.copies import EXPORT, Copy, note_copy
from learningcircles.laptop.daily import erase
from learningcircles.laptop.erasing import Erased
from learningcircles.laptop.foreseeing import Foreseen, Reworded, foresee
from learningcircles.laptop.remaining import Remaining
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.pages.people.hours_twice import asking, merging
from learningcircles_ui.pages.people.leads import Leads, read_both
from learningcircles_ui.pages.people.same_person import merged_words, with_words
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.files import ask_to_save
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.progress import CANCELLED, LateProgress
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.shell import Shell

_SHOWN = 8
"""Changes of others that are written out one by one."""


class LeaveMember(Dialog):
    """Shows what somebody leaves behind, and settles it as one action."""

    def __init__(self, shell: Shell, member: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("{name} leaves the circle").format(name=name), self.tr("They leave"), parent)
        self._shell, self._member = shell, member
        self.told = plain("", self)
        self.body.addWidget(self.told)
        self.keep = Tick(self.tr("Leave the hours where they are"), self)
        self.anonymise = Tick(self.tr("Take the details off as well (anonymise)"), self)
        host = Field("heir", "Host", Kind.REFERENCE, refers_to="member")
        self._heir = PickerEditor(host, shell.tasks, self, beside=member)
        self._heir_label = soft(self.tr("Who hosts their meetups from now on (may stay empty)"), self)
        for each in (self.keep, self.anonymise, self._heir_label, self._heir):
            self.body.addWidget(each)
        self.body.addWidget(soft(self.tr("This is one step, and can be undone as one."), self))
        self.on_submit = partial(self._heir.when_settled, self._leave)
        shell.tasks.mutate(lambda verbs: verbs.leaving.outlook(member), self._show, self.refused)
        self.fit()

    def _show(self, seen: Outlook) -> None:
        self.told.setText("\n".join(self.lines(seen)))
        self.keep.setVisible(bool(seen.minutes))
        for each in (self._heir, self._heir_label):
            each.setVisible(bool(seen.duties))
        self.fit()

    def lines(self, seen: Outlook) -> list[str]:
        """Return what will be settled, a line each."""
        hours = text.hours(abs(seen.minutes))
        told = [
            self.tr("{hours} are given to the circle’s pot.").format(hours=hours) if seen.minutes > 0 else "",
            self.tr("They owe {hours}: the circle’s pot takes that over.").format(hours=hours)
            if seen.minutes < 0
            else "",
            self.tr("%n answer(s) to coming meetups are taken back.", "", len(seen.answers)) if seen.answers else "",
            self.tr("%n open listing(s) are withdrawn.", "", len(seen.listings)) if seen.listings else "",
            self.tr("%n meetup(s) need another host.", "", len(seen.duties)) if seen.duties else "",
            self.tr("%n consent(s) end today.", "", len(seen.consents)) if seen.consents else "",
            self.tr("%n exchange(s) nobody has confirmed are declined.", "", len(seen.waiting)) if seen.waiting else "",
        ]
        return [line for line in told if line] or [self.tr("There is nothing to settle.")]

    def _leave(self) -> None:
        try:
            heir = self._heir.value() if not self._heir.isHidden() else None
        except InvalidValue as error:
            self.refused(error)
            return
        settle, anonymise, member = not self.keep.isChecked(), self.anonymise.isChecked(), self._member
        self.done_button.setEnabled(False)
        self._shell.do(
            lambda verbs: verbs.leaving.leave(member, settle=settle, hand_to=heir, anonymise=anonymise),
            say=self.tr("They have left the circle"),
            then=lambda _: self.accept(),
            failed=self.refused,
        )


def _go_on(gone: threading.Event, *_: int) -> None:
    """End what is looked for where nobody waits for it any more: whatever is to be written waits behind it."""
    if gone.is_set():
        raise Refused(CANCELLED, "Cancelled. Nothing was changed.")


class EraseMember(Dialog):
    """Asks once, since it cannot be undone; tells which copies people must destroy themselves."""

    def __init__(self, shell: Shell, member: bytes, name: str, parent: QWidget | None = None) -> None:
        title = self.tr("Erase everything about {name}?").format(name=name)
        super().__init__(title, self.tr("Erase"), parent, danger=True)
        self._shell, self._member = shell, member
        told = self.tr(
            "Name, contact, notes, consents and listings go from this laptop, from the hub and from every other laptop"
            " as soon as it shares, also out of the history. Hours and attendance stay as figures without a name."
            " This cannot be undone."
        )
        self.body.addWidget(soft(told, self))
        self.others = plain(self.tr("Looking for what else speaks of {name}…").format(name=name), self)
        self.body.addWidget(self.others)
        self.sure = Tick(self.tr("Yes, erase {name} for good").format(name=name), self)
        self.body.addWidget(self.sure)
        self.list = plain("", self)
        self.body.addWidget(self.list)
        self.done_button.setEnabled(False)
        self.sure.toggled.connect(self.done_button.setEnabled)
        self.on_submit = self._erase
        gone = threading.Event()
        self.finished.connect(lambda _: gone.set())
        shell.tasks.mutate(lambda verbs: foresee(verbs, member, partial(_go_on, gone)), self._show, self._not_shown)
        self.fit()

    def _show(self, seen: Foreseen) -> None:
        self.others.setText("\n".join(self.lines(seen)))
        self.fit()

    def lines(self, seen: Foreseen) -> list[str]:
        """Return what changes in what is written of others, a line each, and what stays there."""
        rows = seen.reworded
        told = [self.tr("This changes in what is written of others:")] if rows or seen.exchanges else []
        told += [self._line(row) for row in rows[:_SHOWN]]
        if len(rows) > _SHOWN:
            told.append(self.tr("and %n more", "", len(rows) - _SHOWN))
        if seen.exchanges:
            told.append(
                self.tr(
                    "%n exchange(s) with others stay, but their notes go, and who confirmed them.", "", seen.exchanges
                )
            )
        told += [self.tr("“{words}” stays: somebody else has it too.").format(words=words) for words in seen.shared]
        told = told or [self.tr("Nothing changes in what is written of others.")]
        if seen.drafts:
            told.append(
                self.tr(
                    "%n form(s) that are begun and not finished are dropped: finish what you need first.",
                    "", seen.drafts,
                )
            )  # fmt: skip
        return told + (self._left_lines(seen.left) if seen.left else [])

    def _left_lines(self, left: Sequence[Remaining]) -> list[str]:
        told = [self.tr("This stays as it is, and perhaps tells of them. Please reword it where it does:")]
        told += [self._line(Reworded(*each[:4], None, each.text)) for each in left[:_SHOWN]]
        return told + ([self.tr("and %n more", "", len(left) - _SHOWN)] if len(left) > _SHOWN else [])

    def _line(self, row: Reworded) -> str:
        kind = ENTITIES[row.entity]
        field = kind.field(row.field)
        label = text.field_label(field) if field is not None else row.field
        after = text.listed(row.after) if isinstance(row.after, list) else row.after
        if isinstance(after, dict):
            after = text.listed(after.values())
        where = f"{text.kind_label(kind)} “{row.title}”" if row.title else text.kind_label(kind)
        return f"{where}, {label}: {after or self.tr('taken out')}"

    def _not_shown(self, error: CircleError) -> None:
        if error.code != CANCELLED:  # else nobody is there any more
            self.refused(error)

    def refused(self, error: CircleError) -> None:
        """Tell a refusal; the tick alone allows to erase."""
        super().refused(error)
        self.sure.setEnabled(True)
        self.done_button.setEnabled(self.sure.isChecked())

    def _erase(self) -> None:
        member, home = self._member, self._shell.home
        for each in (self.sure, self.done_button):
            each.setEnabled(False)
        progress = LateProgress(self.tr("Erasing"), self, stops=False)

        def work(verbs: Verbs) -> tuple[Erased, bool]:
            return erase(home, verbs, member, progress.told), bool(verbs.circle.roster.hub)

        progress.run(lambda done, failed: self._shell.tasks.mutate(work, done, failed), self._erased, self.refused)

    def _erased(self, answer: tuple[Erased, bool]) -> None:
        done, has_hub = answer
        self._shell.signals.changed.emit(Changes(frozenset({("member", self._member)}), label="Erase"))
        self.sure.hide()
        self.done_button.hide()
        self.leave_button.setText(self.tr("Close"))
        later = (
            self.tr("It is done as soon as this laptop has shared with the hub.")
            if has_hub
            else self.tr(
                "It is done as soon as this laptop has shared, by a stick or beside it, with the laptop that keeps the"
                " list of laptops."
            )
        )
        lines = [self.tr("Erased. Other laptops follow when they share.") if done.done else later]
        late = self.tr("Some words go only once {laptop} has shared the rest of an earlier erasure, or is shut out.")
        lines += [late.format(laptop=name) for name in done.waits]
        if done.copies:
            lines.append(self.tr("Please destroy these copies as well:"))
            lines += map(copy_line, done.copies)
        self.list.setText("\n".join(lines))
        self.fit()


class MergeMember(Dialog):
    """Asks who is the same person, and once that is known whose values lead."""

    def __init__(self, shell: Shell, member: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who is the same person as {name}?").format(name=name), self.tr("Merge"), parent)
        self._shell, self._member, self._name = shell, member, name
        who = Field("other", "Member", Kind.REFERENCE, refers_to="member")
        self.other = PickerEditor(who, shell.tasks, self, beside=member)
        self.body.addWidget(self.other)
        self.leads = Leads(self)
        self.leads.below(self.body)
        self._asked: bytes | None = None
        self._says = ""
        self.other.finished.connect(self._ask_who_leads)
        self.on_submit = partial(self.other.when_settled, self._merge)
        self.fit()

    def _ask_who_leads(self) -> None:
        other = self.other.typed()
        if other == self._asked:
            return
        self._asked = other if isinstance(other, bytes) else None
        self._says = ""
        self.leads.forget()
        if self._asked is not None:
            read = partial(read_both, one=self._member, other=self._asked)
            self._shell.tasks.query(read, partial(self._show_both, self._asked), self.refused, key="who leads")

    def _show_both(self, asked: bytes, read: tuple[list[Record], bytes]) -> None:
        both, proposed = read
        if asked == self._asked:
            self._says = merged_words(both)
            self.leads.show_both(with_words(both), proposed)

    def _merge(self) -> None:
        try:
            other = self.other.value()
        except InvalidValue as error:
            self.refused(error)
            return
        member, chosen = self._member, self.leads.value() if other == self._asked else None
        if isinstance(other, bytes):
            self.done_button.setEnabled(False)
            said = self._says if other == self._asked else ""
            said = said or text.labelled(self.tr("Merged"), f"{self._name}  –  {self.other.words()}")
            self._shell.do(
                merging(member, other, chosen),
                say=said,
                then=self._merged,
                failed=self.refused,
            )

    def _merged(self, merged: tuple[Changes, int]) -> None:
        self.accept()
        asking(self._shell, self._member, self.window().parentWidget() or self)(merged)


class TakeAway(QWidget):
    """Writes all that is held on a member into a file that they can take away."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.hide()

    def ask(self, member: Record) -> None:
        """Ask where to, as PDF or JSON."""
        suggested = self.tr("Held on member {number}").format(number=member.get("number", "")).strip() + ".pdf"
        kinds = self.tr("PDF (*.pdf);;For programs (*.json)")
        title = self.tr("Everything held on this person")
        ask_to_save(self.window(), title, suggested, kinds, lambda path: self.write(member.id, path))

    def write(self, member: bytes, file: Path) -> None:
        """Write it."""

        def gather(verbs: Verbs) -> Dossier:
            held = dossier(verbs, member)
            note_copy(verbs.circle, EXPORT, str(file.absolute()), about=standing_in(held))
            return held

        self._shell.tasks.mutate(gather, lambda held: self._write(held, file), self._shell.signals.failed.emit)

    def _write(self, held: Dossier, file: Path) -> None:
        try:
            if file.suffix.lower() == ".json":
                write_json(held, file)
            else:
                drawn = lazy("learningcircles_ui.print.dossier")  # who looks at a member prints nothing yet
                page = lazy("learningcircles_ui.print.preview").chosen_paper(self._shell)
                paper = lazy("learningcircles_ui.print.paper").Paper(file, page, drawn.title_of(held))
                drawn.draw_dossier(paper, held)
                paper.finish()
        except CircleError as error:
            self._shell.signals.failed.emit(error)
            return
        self._shell.signals.said.emit(self.tr("It is written. Whoever has the file can read it."), b"")


def copy_line(copy: Copy) -> str:
    """Return what a copy is, where it was put and when."""
    return text.labelled(_copy_words(copy.kind), f"{copy.where} ({text.instant(copy.at)})")


def _copy_words(kind: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "backup": translate("Farewell", "Backup"),
        "bundle": translate("Farewell", "Stick"),
        "export": translate("Farewell", "Export"),
        "print": translate("Farewell", "Print"),
    }
    return words.get(kind, kind)
