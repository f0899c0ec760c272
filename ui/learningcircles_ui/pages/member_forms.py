"""Adding a member, and noting what they agreed to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.entities.people import PURPOSES
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.people_rows import under_age
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import CONSENT, draft_of
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.parts.topic_editor import topics_of
from learningcircles_ui.shell import Shell

FIRST_FIELDS = ("name", "phone", "email", "place", "topics", "languages", "birth_year", "guardian",
                "emergency_contact", "notes")  # fmt: skip
ALL_FIELDS = (
    "name", "address_as", "phone", "email", "preferred_contact", "address", "place", "topics", "languages",
    "birth_year", "guardian", "emergency_contact", "access_needs", "sector", "joined", "status", "notes",
)  # fmt: skip


class AddMember(Dialog):
    """A new member: a name is enough. What is left out can be written into the details later."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(self.tr("Add a member"), self.tr("Add member"), parent)
        self._shell = shell
        self.added: bytes | None = None
        member = declared("member")
        topics = topics_of(member.field("topics"), shell.tasks, self)
        self.form = Form(member, FIRST_FIELDS, self, editors={"topics": topics})
        self._for_minors()
        self.body.addWidget(self.form)
        self._consent = Tick(self.tr("They agreed that the circle keeps these details"), self)
        self._consent.setAccessibleName(self._consent.text())
        self.body.addWidget(self._consent)
        self.body.addWidget(soft(self.tr("Several skills or languages: put commas between them."), self))
        self.on_submit = self._add
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, "member", {"agreed": self._consent})
        self.form.focus_first()
        self.fit()

    def _for_minors(self) -> None:
        """Ask for guardian and emergency contact where somebody is under 18, and only there."""
        year = self.form.edit("birth_year").control
        if isinstance(year, QLineEdit):
            year.textChanged.connect(lambda _: self._look_at_age())
        self._look_at_age()

    def _look_at_age(self) -> None:
        born = str(self.form.edit("birth_year").typed())
        young = born.isdecimal() and under_age(int(born))
        words = self.tr("Under 18: please note their guardian and whom to call in an emergency.")
        self.form.lines["birth_year"].note(words if young else "")
        for name in ("guardian", "emergency_contact"):
            line = self.form.lines[name]
            line.setVisible(young or bool(line.editor.typed()))

    def _add(self) -> None:
        fields = self.form.values()
        if fields is None:
            return
        agreed = self._consent.isChecked()
        self.done_button.setEnabled(False)

        def work(verbs: Verbs) -> tuple[object, ...]:
            return add_member(verbs, fields, agreed)

        said = self.tr("{name} added").format(name=fields["name"])
        self._shell.do(work, say=said, then=self._done, failed=self._refused)

    def _done(self, answer: tuple[bytes, object]) -> None:
        self.added = answer[0]
        self.accept()

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def add_member(verbs: Verbs, fields: dict[str, object], agreed: bool) -> tuple[object, ...]:
    """Add a member, with their consent to keeping the details, as one action."""
    with verbs.circle.group(f"Add {fields['name']}"):
        member, changes = verbs.records.add("member", fields)
        if agreed:
            consent = {"member": member, "purpose": "keep_details", "given": True, "how": "spoken"}
            _, more = verbs.records.add("consent", {**consent, "on": verbs.desk.today()})
            changes |= more
    return member, changes


class Consents(Dialog):
    """What a member agreed to, purpose by purpose. Taking a tick away withdraws; nothing is deleted.

    `held` are the member's consents, the newest last: it decides.
    """

    def __init__(self, shell: Shell, member: Record, held: Sequence[Record], parent: QWidget) -> None:
        name = str(member.get("name", ""))
        super().__init__(self.tr("What {name} agreed to").format(name=name), self.tr("Keep this"), parent)
        self._shell = shell
        self._member = member.id
        newest = {str(row["purpose"]): row for row in held if isinstance(row["given"], bool)}
        self._held = {code for code, row in newest.items() if _stands(row)}
        self._rows = [row for row in held if _stands(row)]
        self._ticks: dict[str, Tick] = {}
        purpose = declared("consent").field("purpose")
        for code in PURPOSES:
            tick = Tick(text.choice_label(purpose, code), self)
            tick.setAccessibleName(tick.text())
            tick.setChecked(code in self._held)
            self._ticks[code] = tick
            self.body.addWidget(tick)
        told = self.tr("Without “Publish my listing” a listing is shown without a name.")
        self.body.addWidget(soft(told, self))
        self.form = Form(declared("consent"), ("how", "until"), self)
        self.body.addWidget(self.form)
        self.on_submit = self._keep
        self.drafting = drafted(shell, self, self.form, draft_of(CONSENT, member.id), self._ticks)
        self.dirty = lambda: bool(self.drafting.begun())
        next(iter(self._ticks.values())).setFocus()
        self.fit()

    def _keep(self) -> None:
        how = self.form.values()
        if how is None:
            return
        wanted = {code for code, tick in self._ticks.items() if tick.isChecked()}
        given = [code for code in PURPOSES if code in wanted and code not in self._held]
        withdrawn = [row.id for row in self._rows if row["purpose"] not in wanted]
        if not given and not withdrawn:
            self.accept()
            return
        member = self._member

        def work(verbs: Verbs) -> object:
            return _write(verbs, member, given, withdrawn, how)

        self._shell.do(work, say=self.tr("Consents kept"), then=lambda _: self.accept(), failed=self.refused)


def _stands(consent: Record) -> bool:
    return bool(consent["given"] is True and not consent["withdrawn"])


def _write(
    verbs: Verbs, member: bytes, given: Sequence[str], withdrawn: Sequence[bytes], how: dict[str, object]
) -> object:
    today = verbs.desk.today()
    fields = [{"member": member, "purpose": code, "given": True, "on": today, **how} for code in given]
    with verbs.circle.group("Consents"):
        _, changes = verbs.records.add_many("consent", fields, label="Consents")
        for row in withdrawn:
            changes |= verbs.records.edit("consent", row, {"withdrawn": today})
    return changes
