"""Somebody for a request: who offers it or can do it, chosen and proposed to who asks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.listings import in_force
from learningcircles.circle.reader import Reader
from learningcircles.circle.wished import wished
from learningcircles.entities.exchange import SWAP
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.people.rows import HERE
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import PROPOSAL, draft_of, found_for, whose
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.namesakes import tells_apart
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.ticks import Radio
from learningcircles_ui.parts.timed_editors import DateEditor
from learningcircles_ui.shell import Shell

_MOST = 8
_ONE_HOUR, _A_WEEK = 60, 7


class Helper(NamedTuple):
    """Somebody who may help, and by what: a title that they offer, or a topic that they can teach.

    `aside` alone tells them from others of that name.
    """

    member: Record
    offers: str = ""
    knows: str = ""
    aside: str = ""


class Wish(NamedTuple):
    """A request, who asks, and who may help; those who offer it come first."""

    request: Record
    asker: str
    helpers: Sequence[Helper]


class FindSomeone(Dialog):
    """`choices` has a button for each helper, and the last one for somebody else, who is then named."""

    def __init__(self, shell: Shell, wish: Wish, parent: QWidget) -> None:
        super().__init__(found_for(str(wish.request.get("title", ""))), self.tr("Propose"), parent)
        self._shell, self._wish = shell, wish
        asks = self.tr("{name} asks for it. Who could help?").format(name=wish.asker)
        nobody = self.tr("{name} asks for it. Nobody in the circle offers it yet.").format(name=wish.asker)
        self.body.addWidget(soft(asks if wish.helpers else nobody, self))
        self.choices = [self._choice(each) for each in wish.helpers]
        self.choices.append(Radio(self.tr("Somebody else"), self))
        self.body.addWidget(self.choices[-1])
        self.choices[-1].setVisible(bool(wish.helpers))  # alone it is no choice, and Qt would let it be unmade
        self.choices[0].setChecked(True)
        day = SWAP.field("on")
        assert day is not None
        self.other = _Giver(shell, wish, self.choices, self)
        editors = {"provider": self.other, "on": DateEditor(replace(day, leans=1), self)}
        self.form = Form(SWAP, ("provider", "minutes", "on"), self, editors=editors)
        self.body.addWidget(self.form)
        self.body.addWidget(
            soft(self.tr("Until then the request is matched; on that day Today asks whether it took place."), self)
        )
        on = datetime.date.fromisoformat(text.today()) + datetime.timedelta(days=_A_WEEK)
        self.form.show_values({"minutes": _ONE_HOUR, "on": on.isoformat()})
        self.on_submit = lambda: self.form.when_settled(self._propose)
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, draft_of(PROPOSAL, wish.request.id))
        self._show_other()
        for choice in self.choices:
            choice.toggled.connect(lambda _: self._show_other())
        self.choices[0 if wish.helpers else -1].setFocus()
        self.fit()

    def _choice(self, helper: Helper) -> Radio:
        why = self.tr("offers “{title}”").format(title=helper.offers) if helper.offers else ""
        why = why or self.tr("can help with {topic}").format(topic=helper.knows)
        reached = str(helper.member["phone"] or helper.member["email"] or "")
        aside = helper.aside if helper.aside != reached else ""
        detail = "  ·  ".join(part for part in (why, text.as_written(reached), aside) if part)
        words = self.tr("{name}: {detail}").format(name=helper.member.get("name", ""), detail=detail)
        made = Radio(words, self)
        made.setAccessibleName(words)
        self.body.addWidget(made)
        return made

    def _show_other(self) -> None:
        other = self.choices[-1].isChecked()
        self.form.lines["provider"].setVisible(other)
        if other:
            self.fit()
            self.other.setFocus()

    def _propose(self) -> None:
        fields = self.form.values()
        if fields is None:
            return
        self.done_button.setEnabled(False)
        request = self._wish.request.id
        said = self.tr("{name} is proposed to {asker}").format(name=self.other.called(), asker=self._wish.asker)
        self._shell.do(
            lambda verbs: verbs.swaps.propose(request, fields["provider"], fields["minutes"], fields["on"]),
            say=said, then=lambda _: self.accept(), failed=self._refused,
        )  # fmt: skip

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


class _Giver(PickerEditor):
    """Who is to help: one of the `choices`, or, where the last of these is chosen, whom its field names."""

    def __init__(self, shell: Shell, wish: Wish, choices: Sequence[Radio], parent: QWidget) -> None:
        giver = SWAP.field("provider")
        assert giver is not None
        self._helpers, self._choices = wish.helpers, choices
        super().__init__(replace(giver, label="Member"), shell.tasks, parent)
        self.leave_out = lambda: wish.request["member"]

    def _helper(self) -> Record | None:
        pairs = zip(self._helpers, self._choices, strict=False)
        return next((each.member for each, choice in pairs if choice.isChecked()), None)

    def called(self) -> str:
        """Return the name of who is to help, as far as it stands there."""
        helper = self._helper()
        return self.words() if helper is None else str(helper.get("name", ""))

    def typed(self) -> Any:
        """Return the id, or the words where nobody was chosen."""
        helper = self._helper()
        return super().typed() if helper is None else helper.id

    def value(self) -> Any:
        """Return the id; raises InvalidValue where the words name nobody."""
        helper = self._helper()
        return super().value() if helper is None else helper.id

    def raw(self) -> Any:
        """Return the id, where somebody was chosen, and their name, or the words."""
        helper = self._helper()
        return super().raw() if helper is None else {"id": helper.id, "words": self.called()}

    def show_raw(self, raw: Any) -> None:
        """Show who was chosen: whoever is no more among those who may help stands in the field."""
        ids = [each.member.id for each in self._helpers]
        place = ids.index(raw["id"]) if raw["id"] in ids else -1
        self._choices[place].setChecked(True)
        if place < 0:
            super().show_raw(raw)


def find_someone(shell: Shell, request: bytes, parent: QWidget) -> None:
    """Show who may help with a request, to propose one of them."""

    def show(wish: Wish | None) -> None:
        if wish is not None:
            FindSomeone(shell, wish, parent).open()
        else:  # what was begun for it cannot be gone on with here: it is not to come later, unasked
            gone = draft_of(PROPOSAL, request)
            shell.resuming.difference_update([each for each in shell.resuming if whose(each) == gone])

    shell.tasks.query(lambda reader: read_wish(reader, request), show, key="wish")


def read_wish(reader: Reader, request: bytes) -> Wish | None:
    """Return a request with who may help, or None where it is gone; on the reader's thread."""
    record = reader.find_one("request", request)
    if record is None or record.deleted:
        return None
    asker = reader.shown_as(record["member"]) if record["member"] else b""
    found: dict[bytes, Helper] = {}
    for words in _sought(record):
        for helper in (*_offering(reader, words), *_knowing(reader, words)):
            if helper.member.id != asker:
                found.setdefault(helper.member.id, helper)
        if found:
            break
    helpers = sorted(found.values(), key=lambda helper: not helper.offers)[:_MOST]
    told = tells_apart(reader, [each.member for each in helpers])
    helpers = [each._replace(aside=told[each.member.id]) for each in helpers]
    return Wish(record, reader.names("member", [asker]).get(asker, "…"), helpers)


def _sought(request: Record) -> list[str]:
    """Return what to look for: the topic, else the title, else any word of that which says what it is about."""
    topic, title = str(request["topic"] or ""), str(request["title"] or "")
    return [each for each in (topic, title, *wished(title)) if each.strip()]


def _offering(reader: Reader, words: str) -> list[Helper]:
    offers = reader.list("offer", where=in_force(text.today()), text=words, limit=_MOST * 2)
    people = _here(reader, [reader.shown_as(offer["member"]) for offer in offers if offer["member"]])
    return [
        Helper(people[shown], offers=str(offer["title"] or ""))
        for offer in offers
        if offer["member"] and (shown := reader.shown_as(offer["member"])) in people
    ]


def _knowing(reader: Reader, words: str) -> list[Helper]:
    """Return those among whose topics it is, not those in whose notes the words stand."""
    found = []
    for member in reader.list("member", where={"status": [*HERE, None]}, text=words, limit=_MOST * 4):
        known = next((topic for topic in member.get("topics", []) if closeness(words, topic) < ELSEWHERE), "")
        found += [Helper(member, knows=known)] if known else []
    return found


def _here(reader: Reader, ids: Sequence[bytes]) -> dict[bytes, Record]:
    people = reader.many("member", list(dict.fromkeys(ids)))
    return {each.id: each for each in people if not each.deleted and each.get("status", "active") in HERE}
