"""Adding a member, and noting what they agreed to."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError
from learningcircles_ui.pages.people.rows import under_age
from learningcircles_ui.parts.dialogs import Dialog
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
        self.on_submit = partial(self.form.when_settled, self._add)
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, "member", {"agreed": self._consent})
        self.form.focus_first()
        self.fit()

    def _for_minors(self) -> None:
        """Ask for guardian and emergency contact where somebody is under 18, and only there."""
        year = self.form.edit("birth_year").control
        if isinstance(year, QLineEdit):
            year.textChanged.connect(lambda _: self._look_at_age())
        self._young = False
        self._look_at_age()

    def _look_at_age(self) -> None:
        born = str(self.form.edit("birth_year").typed())
        young = born.isdecimal() and under_age(int(born))
        words = self.tr("Under 18: please note their guardian and whom to call in an emergency.")
        if young or self._young:
            self.form.lines["birth_year"].note(words if young else "")
        self._young = young
        for name in ("guardian", "emergency_contact"):
            line = self.form.lines[name]
            line.setVisible(young or bool(line.editor.typed()))

    def _add(self) -> None:
        fields = self.form.values() if self.done_button.isEnabled() else None
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
