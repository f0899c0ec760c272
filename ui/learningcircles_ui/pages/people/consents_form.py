"""What a member agreed to, purpose by purpose, each until a day of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.consents import holds
from learningcircles.circle.facets import Verbs
from learningcircles.entities.people import CONSENT, PURPOSES
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import CONSENT as AGREED
from learningcircles_ui.parts.draft_names import agreed, draft_of
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import beside, soft
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.parts.timed_editors import DateEditor
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import is_large, larger

_WIDE, _DAY_WIDE = 540, 140


class _Said(NamedTuple):
    """What is to be written: yeses with their last days, consents to change, consents that are taken back."""

    given: Sequence[tuple[str, str | None]]
    changed: Mapping[bytes, Mapping[str, Any]]
    withdrawn: Sequence[bytes]


class Consents(Dialog):
    """Taking a tick away withdraws; nothing is deleted. What has ended is not ticked: they must be asked again.

    `held` are the member's consents, the newest last: it decides.
    """

    def __init__(self, shell: Shell, member: Record, held: Sequence[Record], parent: QWidget) -> None:
        name = str(member.get("name", ""))
        super().__init__(agreed(name), self.tr("Note it"), parent, width=_WIDE)
        self._shell, self._member, self._name = shell, member.id, name
        self._newest = {str(row["purpose"]): row for row in held if isinstance(row["given"], bool)}
        self._held = {code: row for code, row in self._newest.items() if holds(row, text.today())}
        self._rows = [row for row in held if row["given"] is True and not row["withdrawn"]]
        self._ticks: dict[str, Tick] = {}
        self.form = Form(CONSENT, ("how",), self)
        self.body.addWidget(soft(self.tr("In the words of {name}, as on a form to sign:").format(name=name), self))
        for code in PURPOSES:
            self.body.addWidget(self._line(code))
        told = self.tr("Without “Publish my listing” a listing is shown without a name.")
        self.body.addWidget(soft(told, self))
        self.form.lines["how"].note(self.tr("How they say yes now; what they had agreed to before stays as it was."))
        self.body.addWidget(self.form)
        lines = ([tick, *self._until(code).stops()] for code, tick in self._ticks.items())
        for before, after in pairwise(chain(*lines, self.form.edit("how").stops())):
            self.setTabOrder(before, after)
        self.on_submit = self._keep
        self.drafting = drafted(shell, self, self.form, draft_of(AGREED, member.id), self._ticks)
        self.dirty = lambda: bool(self.drafting.begun())
        next(iter(self._ticks.values())).setFocus()
        self.fit()
        QTimer.singleShot(0, self, self.fit)  # how high its lines are is known once they have been laid out

    def _line(self, code: str) -> QWidget:
        """One purpose: its tick, what was said of it before, and until when it holds."""
        words, row = text.choice_label(CONSENT.field("purpose"), code), self._held.get(code)
        until = CONSENT.field("until")
        assert until is not None
        told = QWidget(self)
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        tick = self._ticks[code] = Tick(words, told)
        tick.setAccessibleName(words)
        tick.setChecked(row is not None)
        column.addWidget(tick)
        column.addWidget(soft(self._before(code), told))
        editor = DateEditor(replace(until, name=_until_of(code)), self)
        editor.show_value(row["until"] if row is not None else None)  # before the form takes it for what was typed
        line = self.form.add(editor)
        line.setFixedWidth(max(larger(_DAY_WIDE), editor.whole()))
        editor.control.setAccessibleName(self.tr("Until when: {purpose}").format(purpose=words))
        stood = editor.raw()

        def allow(on: bool) -> None:
            nonlocal stood
            line.setEnabled(on)
            if isinstance(editor.control, QLineEdit):
                editor.control.setPlaceholderText(self.tr("no end") if on else "")
            if on and not editor.typed():
                editor.show_raw(stood)  # a tick that was taken away by a slip takes no day with it
            elif not on:
                stood = editor.raw()
                editor.show_value(None)

        allow(tick.isChecked())
        tick.toggled.connect(allow)
        if is_large():
            return beside(told, line, parent=self)
        both = QWidget(self)
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(told, 1)
        across.addWidget(line)
        return both

    def _before(self, code: str) -> str:
        row = self._newest.get(code)
        if row is None:
            return self.tr("not asked yet")
        if row["withdrawn"] or row["given"] is not True:
            on = row["withdrawn"] or row["on"]
            return self.tr("no, since {day}").format(day=text.day(on)) if on else self.tr("no")
        if code not in self._held:
            return self.tr("ended on {day}").format(day=text.day(row["until"]))
        how = text.choice_label(CONSENT.field("how"), row["how"])
        since = self.tr("since {day}").format(day=text.day(row["on"])) if row["on"] else self.tr("agreed")
        return "  ·  ".join(part for part in (since, how) if part)

    def _until(self, code: str) -> DateEditor:
        editor = self.form.edit(_until_of(code))
        assert isinstance(editor, DateEditor)
        return editor

    def _keep(self) -> None:
        values = self.form.values()
        if values is None:
            return
        said = self._said(values)
        if not any(said):
            self.accept()
            return
        member, how = self._member, values.get("how")
        self.done_button.setEnabled(False)
        done = self.tr("Noted what {name} agreed to").format(name=self._name)
        self._shell.do(
            lambda verbs: _write(verbs, member, said, how), say=done, then=lambda _: self.accept(), failed=self.refused
        )

    def _said(self, values: Mapping[str, Any]) -> _Said:
        wanted = {code: values.get(_until_of(code)) for code, tick in self._ticks.items() if tick.isChecked()}
        given = [(code, until) for code, until in wanted.items() if code not in self._held]
        changed: dict[bytes, Mapping[str, Any]] = {}
        for code, row in self._held.items():
            if code in wanted and wanted[code] != row["until"]:
                longer = wanted[code] is None or (row["until"] is not None and wanted[code] > row["until"])
                anew = {"on": text.today()} | ({"how": values["how"]} if "how" in values else {}) if longer else {}
                changed[row.id] = {"until": wanted[code], **anew}
        gone = self._held.keys() - wanted.keys()
        return _Said(given, changed, [row.id for row in self._rows if row["purpose"] in gone])


def _until_of(code: str) -> str:
    return f"until_{code}"


def _write(verbs: Verbs, member: bytes, said: _Said, how: str | None) -> object:
    today = verbs.desk.today()
    told = {"member": member, "given": True, "on": today} | ({"how": how} if how else {})
    fields = [told | {"purpose": code} | ({"until": until} if until else {}) for code, until in said.given]
    with verbs.circle.group("Consents"):
        _, changes = verbs.records.add_many("consent", fields, label="Consents")
        for row, values in said.changed.items():
            changes |= verbs.records.edit("consent", row, values)
        for row in said.withdrawn:
            changes |= verbs.records.edit("consent", row, {"withdrawn": today})
    return changes
