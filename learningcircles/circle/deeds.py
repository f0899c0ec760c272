"""What an action did, in words: a verb and the names of what it was done to.

It is told from the operations, so that it is the same for what an older version wrote, and can be told in any language.
The label that is kept with an action tells only what the operations do not: an import, a farewell, a merge.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.swaps import MONEY_FIELDS
from learningcircles.entities.people import STATUS_LABELS, STATUSES
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.operations import DELETED, EntryOp, Operation, SetOp
from learningcircles.phrase import Phrase, whole
from learningcircles.storage import undo_stack

_RECORD_DEEDS = {
    "add": "Add {name}",
    "change": "Change {name}",
    "field": "Change the {label} of {name}",
    "remove": "Remove {name}",
    "restore": "Restore {name}",
    "status": "Change the status of {name} to {label}",
}
_MEETUP_DEEDS = {"add": "Plan {name}", "cancelled": "Call off {name}", "planned": "Plan {name} again"}
_SWAP_DEEDS = {
    "add": "Record exchange {name}",
    "change": "Change exchange {name}",
    "field": "Change the {label} of exchange {name}",
    "remove": "Remove exchange {name}",
    "restore": "Restore exchange {name}",
    "confirmed": "Confirm exchange {name}",
    "declined": "Decline exchange {name}",
    "disputed": "Dispute exchange {name}",
    "reversed": "Reverse exchange {name}",
    "proposed": "Reverse exchange {name}",  # as it was called before
}
_RSVP_DEEDS = {
    "yes": "Sign {person} up for {meetup}",
    "change": "Note the answer of {person} for {meetup}",
    "remove": "Remove the answer of {person} for {meetup}",
    "restore": "Restore the answer of {person} for {meetup}",
    "many": "Note who means to come to {meetup}",
    "told": "Note that {person} was told about {meetup}",
    "many told": "Note who was told about {meetup}",
}
_ATTENDANCE_DEEDS = {
    "attended": "Note that {person} came to {meetup}",
    "change": "Note that {person} did not come to {meetup}",
    "headcount": "Count who came to {meetup}",
    "remove": "No longer note {person} for {meetup}",
    "restore": "Note {person} for {meetup} again",
    "many": "Note who came to {meetup}",
}
_LEARNING_DEEDS = {
    "add": "Note that {person} learned {name}",
    "change": "Change that {person} learned {name}",
    "field": "Change that {person} learned {name} ({label})",
    "remove": "Remove that {person} learned {name}",
    "restore": "Restore that {person} learned {name}",
}
_CONSENT_DEEDS = {
    "change": "Note what {person} agrees to",
    "remove": "Remove what {person} agreed to",
    "restore": "Restore what {person} agreed to",
}
_CHARTER_DEEDS = {"change": "Change the charter", "field": "Change the charter ({label})"}
_SETTINGS_DEEDS = {"change": "Change the settings", "field": "Change the settings ({label})"}
_LAPTOP_DEEDS = {"change": "Rename laptop {name}"}
_LEFT_OUT_DEEDS = {
    "change": "Leave out what {name} wrote",
    "restore": "Leave out what {name} wrote",
    "remove": "Bring back what {name} wrote",
}
_SIGNUP_DEEDS = {"change": "Answer {name}"}
_MEMBER_LINK_DEEDS = {
    "same": "Say that {one} and {other} are one person",
    "different": "Say that {one} and {other} are two people",
}
_SWAP_LINK_DEEDS = {"same": "Keep one of two exchanges {name}", "different": "Keep both exchanges {name}"}
_BY_LINK = {"member_link": _MEMBER_LINK_DEEDS, "swap_link": _SWAP_LINK_DEEDS}
_BY_KIND = {
    "meetup": _RECORD_DEEDS | _MEETUP_DEEDS,
    "swap": _SWAP_DEEDS,
    "rsvp": _RSVP_DEEDS,
    "attendance": _ATTENDANCE_DEEDS,
    "learning": _LEARNING_DEEDS,
    "consent": _CONSENT_DEEDS,
    "!charter": _CHARTER_DEEDS,
    "!settings": _SETTINGS_DEEDS,
    "device": _LAPTOP_DEEDS,
    "!left_out": _LEFT_OUT_DEEDS,
    "signup": _SIGNUP_DEEDS,
}
_ONLY_TOLD_DEEDS = ("Import {name}", "Merge {name}", "Farewell {name}", "Propose {name}")
"""Labels that tell more than their operations."""
_MANY_DEEDS = ("Remove {count} {label}",)
"""What was done to several records of one kind at once: `label` is its plural."""
_AND = " and "
_MERGE_DEEDS = ("Merge {one} and {other}",)
_LABEL_DEEDS = (
    "Add {name}", "Change {name}", "Remove {name}", "Restore {name}", "Plan {name}", "Answer {name}", "Status {name}",
    "Exchange {name}", "Learned {name}", "Headcount {name}", "Cancel {name}",
)  # fmt: skip
"""Labels whose operations tell more, where those are still there and are about one thing."""
_BARE_DEEDS = {
    "Two different members": "Say that two members are two people",
    "Separate members": "Say that merged members are several people",
    "Two different exchanges": "Keep both exchanges",
    "The same exchange": "Keep one of two exchanges",
    "The same hours": "Count the same hours once",
    "Review": "Answer a question",
    "Consents": "Note what members agree to",
    "Opening balances": "Take in opening balances",
    "Match": "Match a request",
}
"""What labels without a name in them mean, where nothing else tells it."""
_PLURALS = {kind.plural.lower(): kind.plural for kind in ENTITIES.values()}
_KINDS = {words.lower() for kind in ENTITIES.values() for words in (kind.label, kind.plural)}
_STATUSES = dict(zip(STATUSES, STATUS_LABELS, strict=True))
_PRESENCES = {"rsvp": "answer", "attendance": "state"}


class Deeds:
    """Tells actions of the journal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, action: bytes, label: str) -> Phrase:
        """Return what an action did; `label` is what is kept with it."""
        told = of_label(label)
        if told.template in (*_ONLY_TOLD_DEEDS, *_MERGE_DEEDS):
            return told
        circle = self._desk.circle
        ops = [op for _, op in undo_stack.operations(circle.journal, action) if not isinstance(op, EntryOp)]
        written = _with_its_request(_written(ops))
        if told.template in _MANY_DEEDS and len(written) != 1:  # else one thing is called "3 meetups"
            return told
        kinds = {entity for entity, _ in written}
        if kinds & _BY_LINK.keys():
            return self._of_links(written) or told
        if len(kinds) != 1 or not kinds <= ENTITIES.keys():
            return told
        kind = kinds.pop()
        if kind in _PRESENCES and len(written) > 1:
            which = "many told" if all(each.keys() == {"told"} for each in written.values()) else "many"
            return self._of_many(kind, which, [id_ for _, id_ in written]) or told
        (entity, id_), registers = next(iter(written.items()))
        alone = len(written) == 1 or all(each.keys() == {DELETED} for each in written.values())
        record = self._desk.reader.find_one(entity, id_) if alone else None
        return self._of_one(record, self._verb(action, record, registers), registers) or told if record else told

    def _of_one(self, record: Record, verb: str, registers: Mapping[str, Any]) -> Phrase | None:
        entity, deeds = record.entity, _BY_KIND.get(record.entity, _RECORD_DEEDS)
        names, verb = self._names(entity, record), verb if verb in deeds else "change"
        if verb == "status":
            names["label"] = _STATUSES[registers["status"]]
        elif verb == "change" and "field" in deeds and (label := _only_field(entity, registers)):
            verb, names["label"] = "field", label
        template = deeds.get(verb, "")
        known = all(names.get(name) for name in ("name", "person", "meetup") if f"{{{name}}}" in template)
        return Phrase(template, names) if template and known else None

    def _of_links(self, written: Mapping[tuple[str, bytes], Mapping[str, Any]]) -> Phrase | None:
        """Return what was said of two records that are linked; of more than two the label tells it."""
        links = [(*key, registers.get("verdict")) for key, registers in written.items() if key[0] in _BY_LINK]
        entity, id_, verdict = links[0]
        link = self._desk.reader.find_one(entity, id_) if len(links) == 1 else None
        template = _BY_LINK[entity].get(str(verdict))
        if link is None or template is None:
            return None
        one, other = (self._desk.reader.find_one(entity.partition("_")[0], link[side]) for side in ("one", "other"))
        if one is None or other is None:
            return None
        if entity == "swap_link":
            return Phrase(template, {"name": self._between(one)})
        first, second = sorted((_titled(one), _titled(other)))
        return Phrase(template, {"one": first, "other": second}) if first and second else None

    def _of_many(self, entity: str, which: str, ids: Sequence[bytes]) -> Phrase | None:
        meetups = {record["meetup"] for record in self._desk.reader.many(entity, ids)}
        title = self._title("meetup", meetups.pop()) if len(meetups) == 1 else ""
        return Phrase(_BY_KIND[entity][which], {"meetup": title}) if title else None

    def _verb(self, action: bytes, record: Record | None, registers: Mapping[str, Any]) -> str:
        entity = record.entity if record is not None else ""
        if entity in _PRESENCES and registers.keys() & {_PRESENCES[entity], "headcount"}:
            return str(registers.get(_PRESENCES[entity]) or "headcount")
        if entity == "rsvp" and registers.keys() == {"told"}:
            return "told"
        if registers.get(DELETED) is True or (DELETED in registers and not self._began(action, record)):
            return "remove" if registers[DELETED] is True else "restore"
        if self._began(action, record):
            return "add"
        if entity in ("swap", "meetup") and "state" in registers and not registers.keys() & MONEY_FIELDS:
            return str(registers["state"])
        alone = entity == "member" and registers.keys() <= {"status", "number"}
        return "status" if alone and registers.get("status") in _STATUSES else "change"

    def _began(self, action: bytes, record: Record | None) -> bool:
        """Return whether a record began with this action."""
        if record is None:
            return False
        past = undo_stack.Past(self._desk.circle.connection, self._desk.circle.journal)
        writes = [each for held in past.writes(record.entity, record.id).values() for each in held]
        return bool(writes) and min(writes, key=lambda write: write.order).action == action

    def _names(self, entity: str, record: Record) -> dict[str, str]:
        person = record.get("person") or record.get("member")
        return {
            "name": self._between(record) if entity == "swap" else _titled(record),
            "person": self._title("member", person) if isinstance(person, bytes) else str(record.get("name", "")),
            "meetup": self._title("meetup", record["meetup"]) if entity in _PRESENCES else "",
        }

    def _between(self, swap: Record) -> str:
        return " → ".join(self._title("member", swap[side]) or "…" for side in ("provider", "receiver"))

    def _title(self, entity: str, id_: bytes | None) -> str:
        record = self._desk.reader.find_one(entity, id_) if id_ else None
        return _titled(record) if record is not None else ""


def of_label(label: str) -> Phrase:
    """Return what a label alone tells; what is none of the program's own stands for itself."""
    verb, _, name = label.partition(" ")
    template = f"{verb} {{name}}"
    if verb == "Merge" and name.count(_AND) == 1:  # else nobody knows which "and" is whose
        one, other = name.split(_AND)
        return Phrase(_MERGE_DEEDS[0], {"one": one, "other": other})
    count, _, plural = name.partition(" ")
    if verb == "Remove" and count.isdecimal() and plural in _PLURALS:
        return Phrase(_MANY_DEEDS[0], {"count": count, "label": _PLURALS[plural]})
    if name and name not in _KINDS and template in (*_ONLY_TOLD_DEEDS, *_LABEL_DEEDS):
        return Phrase(template, {"name": name})
    return whole(_BARE_DEEDS.get(label, label))


def _written(ops: Collection[Operation]) -> dict[tuple[str, bytes], dict[str, Any]]:
    """Return what was last written to each record: register → value; a set field stands under its own name."""
    found: dict[tuple[str, bytes], dict[str, Any]] = {}
    for op in ops:
        if isinstance(op, EntryOp):
            continue
        registers = op.fields if isinstance(op, SetOp) else {op.field: op.elements}
        found.setdefault((op.entity, op.id), {}).update(registers)
    return found


def _with_its_request(written: dict[tuple[str, bytes], dict[str, Any]]) -> dict[tuple[str, bytes], dict[str, Any]]:
    """Return what was written without the request that one exchange turned: who turned it spoke of the exchange."""
    if sum(entity == "swap" for entity, _ in written) != 1:
        return written
    return {
        key: registers for key, registers in written.items() if key[0] != "request" or registers.keys() != {"state"}
    }


def _only_field(entity: str, registers: Collection[str]) -> str:
    """Return what the one field is called that was written; empty where there are several, or it is none we know."""
    labels = [each.label for each in ENTITIES[entity].fields if each.name in registers]
    return labels[0] if len(labels) == len(registers) == 1 else ""


def _titled(record: Record) -> str:
    title = record.get(ENTITIES[record.entity].title, "")
    return title if isinstance(title, str) else ""
