"""The pane beside the table: one person at a glance; Edit turns it into a form that saves by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.consents import holds
from learningcircles.entities.learning import LEARNING
from learningcircles.entities.people import CONSENT, MEMBER, PURPOSES
from learningcircles_ui import text
from learningcircles_ui.pages.people.consents_form import Consents
from learningcircles_ui.pages.people.farewell import EraseMember, LeaveMember, MergeMember, TakeAway
from learningcircles_ui.pages.people.member_forms import ALL_FIELDS
from learningcircles_ui.pages.people.rows import Person, expiring, read_person, under_age
from learningcircles_ui.pages.records.back_again import bring_back, is_back
from learningcircles_ui.pages.records.record_pane import RecordPane
from learningcircles_ui.parts.allowed import allow, runs_not
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button, evenly
from learningcircles_ui.parts.held_menu import HeldMenu
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.pills import Pill, tone_of
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.parts.topic_editor import topics_of
from learningcircles_ui.print.sheets import print_cards, print_learned, print_statement
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S, larger

_LEARNED = 4
"""So many of what a member learned stand in the pane."""


class MemberPane(RecordPane[Person]):
    """A member."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, "member", read_person, parent)
        self._away = TakeAway(shell, self)
        self._foot(self.column)
        self.show_record(None)

    def made_form(self, parent: QWidget) -> Form:
        """Return the form that changes them."""
        topics = topics_of(MEMBER.field("topics"), self.shell.tasks, self)
        return Form(MEMBER, ALL_FIELDS, parent, editors={"topics": topics})

    def show_record(self, id_: bytes | None) -> None:
        """Show a member, or nothing."""
        if id_ != self._id:
            self._tell_unsaved()
        self._menu.of(id_)
        super().show_record(id_)

    def _tell_unsaved(self) -> None:
        """What could not be kept is named when one goes on to somebody else."""
        if self.shown is None or not self._edit.isChecked():
            return
        for label, sentence in self.form.unsaved():
            name = str(self.shown.record.get("name", ""))
            words = self.tr("{field} of {name} was not changed. {sentence}")
            self.shell.signals.said.emit(words.format(field=label, name=name, sentence=sentence), b"")

    def offer(self, menu: QMenu) -> None:
        """Add to a menu what can be done with the member shown."""
        id_, person, writes = self._id, self.shown, self.shell.may_write
        if id_ is not None and person is not None and person.record.id == id_ and person.record.deleted:
            back = partial(self._with, self._bring_back, id_)
            menu.addAction(icon("restore"), self._restore.text(), back).setEnabled(writes)
        elif id_ is not None:
            menu.addAction(icon("edit"), self.tr("Edit"), partial(self.edit, id_)).setEnabled(writes)
            record = partial(self._begin, "exchanges", "record", id_)
            menu.addAction(icon("heart-handshake"), self._exchange.text(), record).setEnabled(writes)
        menu.addSeparator()
        self._menu.offer_in(menu)

    def _foot(self, outer: QVBoxLayout) -> None:
        self._buttons = QWidget(self)
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(0, GAP_S, 0, 0)
        column.setSpacing(GAP_S)
        record = partial(self._of_shown, partial(self._begin, "exchanges", "record"))
        self._exchange = button(self.tr("Record an exchange"), record, icon_name="heart-handshake")
        column.addWidget(self._exchange)
        self._more = button(self.tr("More"), icon_name="dots")
        self._menu = self._made_menu()
        self._more.setMenu(self._menu)
        back = partial(self._of_shown, partial(self._with, self._bring_back))
        self._restore = button(self.tr("Restore"), back, icon_name="restore", kind="main")
        column.addWidget(evenly(self._edit, self._more, self._restore, parent=self))
        outer.addWidget(self._buttons)

    def _made_menu(self) -> HeldMenu:
        menu = HeldMenu(self)
        of = partial(partial, self._with)
        menu.add("certificate", self.tr("What they agreed to…"), of(self._consents))
        self._note = menu.add("book", self.tr("Note what they learned…"), partial(self._begin, "learning", "note"))
        history = menu.add("history", self.tr("History…"), of(self._history))
        self.papers = [
            menu.add("clock", self.tr("Statement of hours…"), partial(print_statement, self.shell, parent=self)),
            menu.add("book", self.tr("Learning record…"), partial(print_learned, self.shell, parent=self)),
            menu.add("id-badge-2", self.tr("Member card…"), lambda id_: print_cards(self.shell, [id_], self)),
        ]
        self.card = self.papers[-1]
        menu.add("file-export", self.tr("Everything held on them…"), of(lambda person: self._away.ask(person.record)))
        menu.addSeparator()
        self._merge = menu.add("friends", self.tr("Merge with…"), of(partial(self._ask, MergeMember)))
        self._part = menu.add("user-off", self.tr("Take apart"), of(self._take_apart))
        self._farewell = menu.add("logout", self.tr("Leaves the circle…"), of(partial(self._ask, LeaveMember)))
        self._erase = menu.add("x", self.tr("Erase for good…"), of(partial(self._ask, EraseMember)), "danger")
        shared = [*self.papers, history]
        self.deeds = [each for each in menu.actions() if not each.isSeparator() and each not in shared]
        """What else is done with a member and with nothing else, so that its name tells of whom it speaks."""
        self._remove = menu.add("trash", self.tr("Remove"), self.removed.emit, "danger")
        self.shared = [history, self._remove]
        """What is done with other records by the same name: found of who is chosen, while this page is in view."""
        return menu

    def _ask(self, dialog: type[LeaveMember | EraseMember | MergeMember], person: Person) -> None:
        dialog(self.shell, person.record.id, str(person.record.get("name", "")), self).open()

    def _take_apart(self, person: Person) -> None:
        if person.others:
            other = person.others[-1].id
            self.shell.do(lambda verbs: verbs.merging.part(other), say=self.tr("Taken apart"))

    def show_read(self, person: Person | None) -> None:
        """Show who was read, or what to do where nobody is chosen."""
        self._buttons.setVisible(person is not None)
        if person is None:
            self._stack.glance.nothing(self.tr("Choose somebody to see their details."))
            return
        gone = person.record.deleted
        for each, seen in ((self._exchange, not gone), (self._edit, not gone), (self._restore, gone)):
            each.setVisible(seen)
            allow(each, self.shell.may_write)
        for action in (self._note, self._remove, self._merge, self._farewell):
            allow(action, self.shell.may_write, now=not gone)
        allow(self._erase, self.shell.may_run, why=runs_not)
        self._part.setVisible(bool(person.others))
        allow(self._part, self.shell.may_write)
        self._fill(person)

    def _fill(self, person: Person) -> None:
        record, glance = person.record, self._stack.glance
        since = self.tr("member since {month}").format(month=text.month(record["joined"])) if record["joined"] else ""
        place = str(record.get("place", ""))
        glance.begin(str(record.get("name", "")), place, since if place else since[:1].upper() + since[1:])
        glance.put(_row_of(_pills(self, person)))
        glance.section(self.tr("Offers"), text.listed([*dict.fromkeys([*person.offers, *record.get("topics", [])])]))
        glance.section(self.tr("Wants to learn"), text.listed(person.wants))
        glance.section(self.tr("Has learned"), "\n".join(self._what_was_learned(person)))
        glance.section(self.tr("Hour balance"), self._balance(person))
        if person.meetup is not None:
            glance.section(self.tr("Next meetup"), f"{person.meetup['title']}, {text.moment(person.meetup['start'])}")
        glance.section(self.tr("Contact"), "\n".join(_contact(record)))
        glance.section(self.tr("Age"), text.band(record["birth_year"]) if record["birth_year"] else "")
        glance.section(self.tr("Agreed to"), "\n".join(_agreed(person)))
        glance.section(self.tr("Languages"), ", ".join(map(text.language_name, record.get("languages", []))))
        for name_ in ("access_needs", "guardian", "emergency_contact", "notes"):
            field = MEMBER.field(name_)
            assert field is not None
            glance.section(text.field_label(field), shown(field, record[name_]))
        glance.section(self.tr("Merged with"), "\n".join(_merged(person)))
        if record["number"]:
            glance.section(self.tr("Member number"), str(record["number"]))
        glance.end()

    def _balance(self, person: Person) -> str:
        parts = self.tr("{balance}  ({given} given, {received} received)")
        if person.brought:
            parts = self.tr("{balance}  ({given} given, {received} received, {brought} at the beginning)")
        return parts.format(
            brought=text.hours(person.brought, signed=True),
            balance=text.hours(person.minutes, signed=True),
            given=text.hours(person.given),
            received=text.hours(person.received),
        )

    def _what_was_learned(self, person: Person) -> Iterator[str]:
        for row in person.learned[:_LEARNED]:
            kind = text.choice_label(LEARNING.field("kind"), row["kind"])
            parts = (str(row.get("topic", "")), kind, text.month(row["on"]))
            yield "  ·  ".join(part for part in parts if part)
        more = len(person.learned) - _LEARNED
        if more > 0:
            yield self.tr("and %n more", "", more)

    def _begin(self, page: str, what: str, member: bytes) -> None:
        self.shell.signals.asked.emit(page, (what, member))

    def _history(self, person: Person) -> None:
        self.open_history(person, person.record.get("name", ""))

    def _consents(self, person: Person) -> None:
        Consents(self.shell, person.record, person.consents, self).open()

    def _bring_back(self, person: Person) -> None:
        member, name = person.record.id, str(person.record.get("name", ""))
        said = self.shell.signals.said.emit
        self.shell.do(
            lambda verbs: bring_back(verbs, "member", member),
            then=lambda back: said(is_back(name, back[1]), back[0].action),
        )


def _merged(person: Person) -> Iterator[str]:
    """Yield who else this is, and what stands otherwise in their records than is shown: another laptop may have noted
    it while the two were merged here, and nothing of it is to be out of sight.
    """
    if person.others:
        yield text.listed(other.get("name", "") for other in person.others)
    asked = [field for field in MEMBER.fields if field.asks_review and field.name not in ("name", "status")]
    for other in person.others:
        apart = [each for each in asked if other[each.name] and other[each.name] != person.record[each.name]]
        told = [text.labelled(text.field_label(each), shown(each, other[each.name])) for each in apart]
        if told:
            yield text.labelled(str(other.get("name", "")), "  ·  ".join(told))


def _pills(pane: MemberPane, person: Person) -> Sequence[Pill]:
    translate = QCoreApplication.translate
    record = person.record
    status = str(record.get("status") or "active")
    pills = [Pill(text.choice_label(MEMBER.field("status"), status), tone_of(status), pane)]
    if record.deleted:
        pills = [Pill(translate("MemberPane", "Removed"), "bad", pane)]
    days = expiring(person.consents)
    if days is not None:
        words = (
            translate("MemberPane", "Consent expires in %n day(s)", "", days)
            if days >= 0
            else translate("MemberPane", "Consent has ended")
        )
        pills.append(Pill(words, "warn", pane))
    if under_age(record["birth_year"]):
        missing = not (record["guardian"] and record["emergency_contact"])
        words = (
            translate("MemberPane", "Under 18: note guardian and emergency contact")
            if missing
            else translate("MemberPane", "Under 18")
        )
        pills.append(Pill(words, "warn" if missing else "info", pane))
    return pills


def _agreed(person: Person) -> list[str]:
    """What they agreed to and still holds, each with its last day where it has one; the newest word decides."""
    newest = {str(row["purpose"]): row for row in person.consents if isinstance(row["given"], bool)}
    purpose, until = CONSENT.field("purpose"), QCoreApplication.translate("MemberPane", "{purpose}, until {day}")
    told = []
    for code in PURPOSES:
        row = newest.get(code)
        if row is not None and holds(row, text.today()):
            words = text.choice_label(purpose, code)
            told.append(until.format(purpose=words, day=text.day(row["until"])) if row["until"] else words)
    return told


def _contact(record: Record) -> list[str]:
    names = ("email", "phone", "address")
    return [shown(field, record[name]) for name in names if (field := MEMBER.field(name)) and record[name]]


def _row_of(widgets: Sequence[Pill]) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 3, 0, 3)
    column.setSpacing(4)
    row = QHBoxLayout()
    row.setSpacing(6)
    used = 0
    for widget in widgets:
        widget.wrap_at(larger(230))
        if used and used + widget.sizeHint().width() > 250:
            row.addStretch(1)
            column.addLayout(row)
            row, used = QHBoxLayout(), 0
            row.setSpacing(6)
        row.addWidget(widget)
        used += widget.sizeHint().width()
    row.addStretch(1)
    column.addLayout(row)
    return held
