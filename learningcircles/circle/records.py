"""Adding, editing, removing and restoring records of any kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from learningcircles import ids as ids_of
from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.consents import check_said
from learningcircles.circle.desk import Desk
from learningcircles.circle.matching import Matching
from learningcircles.circle.meetups import check_length, check_name, nobody
from learningcircles.circle.merging import linked
from learningcircles.circle.people import People, check_born, check_joined
from learningcircles.circle.removed import removed
from learningcircles.circle.swaps import MONEY_FIELDS, Swaps, check_minutes
from learningcircles.circle.untold import known
from learningcircles.entities.declare import Entity, Space
from learningcircles.entities.learning import INFORMAL
from learningcircles.entities.registry import entity as declared
from learningcircles.entities.validate import elements
from learningcircles.errors import InvalidValue, NotFound, Refused
from learningcircles.journal.operations import DELETED
from learningcircles.storage.subjects import same

Told = Callable[[int, int], None]
"""Hears how far long work is: (done, whole)."""
PER_CHANGESET = 100
"""Records of an import in one changeset: well below 1,000 operations and 192 KiB."""

_NAMING = ("name", "title", "topic")
PRESENCES = ("rsvp", "attendance")
BEGINS_AS = {
    "offer": ("state", "open"),
    "request": ("state", "open"),
    "meetup": ("state", "planned"),
    "learning": ("kind", INFORMAL),
}
"""Kind of record → (field, its value where none is given)."""

Elements = Mapping[str, Iterable[str]]


class Records:
    """Generic verbs. Swaps go through their own rules, since they move minutes."""

    def __init__(self, desk: Desk, people: People, swaps: Swaps) -> None:
        self._desk = desk
        self._people = people
        self._swaps = swaps

    def add(self, entity: str, fields: Mapping[str, Any], *, author: bytes | None = None) -> tuple[bytes, Changes]:
        """Add a record; returns its id. Raises InvalidValue or NotFound that name the field."""
        kind = declared(entity)
        check_people_keep(kind)
        if kind.name == "swap":
            return self._swaps.add(fields, author=author)
        plain = f"Add {kind.label.lower()}"
        with self._desk.circle.change(plain, author=author or self._desk.person) as change:
            id_, written = self._add_one(change, kind, fields, True, None)
            if change.label == plain and (title := _title(kind, written)):
                change.label = f"Add {title}"  # undo says what it takes back
        return id_, change.changes

    def add_many(
        self,
        entity: str,
        records: Sequence[Mapping[str, Any]],
        *,
        label: str,
        author: bytes | None = None,
        joined: bool = False,
    ) -> tuple[list[bytes], Changes]:
        """Add records as one action, all or nothing. `joined`: members without a date joined today.

        Raises InvalidValue or NotFound; the sentence of a bad record among several tells its number.
        """
        kind = declared(entity)
        check_people_keep(kind)
        ids: list[bytes] = []
        changes = Changes(label=label)
        with self._desk.circle.group(label):
            if kind.name == "swap":
                return self._add_swaps(records, author)
            for begin in range(0, len(records), PER_CHANGESET):
                with self._desk.circle.change(label, author=author or self._desk.person) as change:
                    for number, fields in enumerate(records[begin : begin + PER_CHANGESET], begin + 1):
                        place = number if len(records) > 1 else None
                        ids.append(self._add_one(change, kind, fields, joined, place)[0])
                changes |= change.changes
        return ids, changes

    def edit(
        self,
        entity: str,
        id_: bytes,
        fields: Mapping[str, Any] | None = None,
        *,
        add: Elements | None = None,
        drop: Elements | None = None,
        author: bytes | None = None,
    ) -> Changes:
        """Set fields, add to and drop from set fields. Only what differs from what stands there is written.

        A member's status goes the way of `People.set_status`, as one action with the rest. Raises NotFound for an
        unknown or removed record, InvalidValue that names the field, also for a status that cannot follow.
        """
        kind = declared(entity)
        if kind.space is Space.CATALOGUE:
            raise _kept_by_program(kind)
        record = self._present(kind, id_)
        cleaned = self._checked(kind, fields or {}, partial=True, but=id_)
        if kind.name == "swap" and MONEY_FIELDS & cleaned.keys():
            return self._swaps.correct(record, cleaned, author=author)
        added = self._desk.topics.spelled(kind, _elements(kind, add), but=id_)
        elements = added, _held(record, _elements(kind, drop))
        if kind.name == "member" and "status" in cleaned:
            return self._edit_status(kind, record, cleaned, elements, author)
        return self._write_edit(kind, record, cleaned, elements, author)

    def remove(self, entity: str, id_: bytes, *, author: bytes | None = None) -> Changes:
        """Remove a record; it can be restored. Removing a confirmed swap gives the minutes back; the request for which
        one was proposed is open again, until it is restored.

        A member goes with whoever is shown under them: else one of those would come up in their place.
        """
        kind = declared(entity)
        check_people_keep(kind)
        record = self._present(kind, id_)
        with self._desk.circle.change(_label("Remove", kind, record), author=author or self._desk.person) as change:
            self._remove_one(change, kind, record, Matching(self._desk.reader))
        return change.changes

    def remove_many(
        self, entity: str, ids: Iterable[bytes], *, author: bytes | None = None, told: Told | None = None
    ) -> tuple[int, Changes]:
        """Remove records as one action, by the rules of `remove`; those that are removed already are passed over.

        Returns how many were removed. `told` hears (records removed, records); what it raises stops it, and nothing is
        removed then. Raises NotFound for an unknown record, and where all were removed before.
        """
        kind = declared(entity)
        check_people_keep(kind)
        present = [record for each in dict.fromkeys(ids) if not (record := self._desk.reader.get(entity, each)).deleted]
        if not present:
            raise NotFound("removed", "This {kind} was removed. Restore it first.", kind=kind.label.lower())
        if len(present) == 1:
            return 1, self.remove(entity, present[0].id, author=author)
        label = f"Remove {len(present)} {kind.plural.lower()}"
        changes, matching = Changes(label=label), Matching(self._desk.reader)
        with self._desk.circle.group(label):
            for begin in range(0, len(present), PER_CHANGESET):
                with self._desk.circle.change(label, author=author or self._desk.person) as change:
                    for record in present[begin : begin + PER_CHANGESET]:
                        self._remove_one(change, kind, record, matching)
                changes |= change.changes
                if told is not None:
                    told(begin + PER_CHANGESET, len(present))
        return len(present), changes

    def restore(self, entity: str, id_: bytes, *, author: bytes | None = None) -> Changes:
        """Bring a removed record back; a confirmed swap moves its minutes again, and a request that was opened by
        the removal of one that waits is matched again.

        With a member come those who are one with them, where all of them were removed.
        """
        kind = declared(entity)
        record = self._desk.reader.get(kind.name, id_)
        with self._desk.circle.change(_label("Restore", kind, record), author=author or self._desk.person) as change:
            if record.deleted:
                every = self._one_with(kind, id_)
                for each in every:
                    if each.id == id_ or all(one.deleted for one in every):
                        change.restore(kind.name, each.id)
                if kind.name == "swap":
                    self._swaps.settle(change, record.id, record.fields)
                    _turn_request(change, Matching(self._desk.reader), record, deleted=False)
        return change.changes

    def _remove_one(self, change: Change, kind: Entity, record: Record, matching: Matching) -> None:
        for each in self._one_with(kind, record.id):
            if not each.deleted:
                change.delete(kind.name, each.id)
        if kind.name == "swap":
            self._swaps.settle(change, record.id, record.fields, deleted=True)
            _turn_request(change, matching, record, deleted=True)

    def _one_with(self, kind: Entity, id_: bytes) -> list[Record]:
        """Return a record with those who are the same person, as they are alone."""
        reader = self._desk.reader
        return reader.alone_all(kind.name, linked(reader, id_) if kind.name == "member" else [id_])

    def _add_one(
        self, change: Change, kind: Entity, fields: Mapping[str, Any], joined: bool, place: int | None
    ) -> tuple[bytes, dict[str, Any]]:
        try:
            cleaned = self._checked(kind, fields, partial=False)
            derived = _derived_id(kind, cleaned)
        except (InvalidValue, NotFound) as error:
            if place is not None:
                error.args = (f"Record {place}: {error}",)
            raise
        if kind.name == "member":
            cleaned = self._people.completed(cleaned, joined=joined)
        if kind.name == "topic":
            self._check_new_topic(str(cleaned["name"]), place)
        if kind.name == "rsvp":
            cleaned |= known(self._desk.reader, cleaned["meetup"])
        if kind.name in BEGINS_AS:
            name, first = BEGINS_AS[kind.name]
            cleaned[name] = cleaned.get(name) or first
        id_ = derived or change.new_id()
        write = change.set if derived is None else change.note
        write(kind.name, id_, {name: value for name, value in cleaned.items() if value not in (None, [])})
        return id_, cleaned

    def _add_swaps(self, records: Sequence[Mapping[str, Any]], author: bytes | None) -> tuple[list[bytes], Changes]:
        ids: list[bytes] = []
        changes = Changes()
        for place, fields in enumerate(records, 1):
            try:
                id_, added = self._swaps.add(fields, author=author)
            except (InvalidValue, NotFound) as error:
                error.args = (f"Record {place}: {error}",)
                raise
            ids.append(id_)
            changes |= added
        return ids, changes

    def _check_new_topic(self, name: str, place: int | None) -> None:
        if any(title == name for _, title in self._desk.reader.titles("topic")):
            error = InvalidValue("topic_exists", "There is a topic called {name} already.", field="name", name=name)
            if place is not None:
                error.args = (f"Record {place}: {error}",)
            raise error

    def _checked(
        self, kind: Entity, fields: Mapping[str, Any], *, partial: bool, but: bytes | None = None
    ) -> dict[str, Any]:
        if kind.name == "meetup":
            check_length(fields.get("minutes"))
        if kind.name == "swap" and "minutes" in fields:
            check_minutes(fields["minutes"])
        if kind.name == "member" and fields.get("birth_year"):  # before the field's own bounds, which are wider
            check_born(fields["birth_year"], self._desk.today())
        cleaned = self._desk.checked(kind, fields, partial=partial, but=but)
        if kind.name == "consent":
            before = None if but is None else self._desk.reader.get(kind.name, but)["given"]
            check_said(cleaned, today := self._desk.today())
            if cleaned.get("given", before) != before and not cleaned.get("on"):
                cleaned["on"] = today  # only who writes knows which day it is there
        if kind.name == "member":
            check_born(cleaned.get("birth_year"), self._desk.today())
            check_joined(cleaned.get("joined"), self._desk.today())
        return cleaned

    def _present(self, kind: Entity, id_: bytes) -> Record:
        record = self._desk.reader.get(kind.name, id_)
        if record.deleted:
            raise removed(self._desk.reader, record)
        return record

    def _edit_status(
        self,
        kind: Entity,
        record: Record,
        cleaned: dict[str, Any],
        elements: tuple[dict[str, list[str]], dict[str, list[str]]],
        author: bytes | None,
    ) -> Changes:
        status = cleaned.pop("status") or "active"
        if not cleaned and not any(elements):
            return self._people.set_status(record.id, status, author=author)
        with self._desk.circle.group(_label("Change", kind, record)):
            changes = self._write_edit(kind, record, cleaned, elements, author)
            return changes | self._people.set_status(record.id, status, author=author)

    def _write_edit(
        self,
        kind: Entity,
        record: Record,
        cleaned: Mapping[str, Any],
        elements: tuple[dict[str, list[str]], dict[str, list[str]]],
        author: bytes | None,
    ) -> Changes:
        label = _label("Change", kind, record)
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            plain = {name: value for name, value in cleaned.items() if not isinstance(value, list)}
            if differing := {name: value for name, value in plain.items() if record[name] != value}:
                knows = known(self._desk.reader, record["meetup"]) if "answer" in differing else {}
                change.set(kind.name, record.id, {**differing, **knows})
            for name in cleaned.keys() - plain.keys():
                _replace(change, kind, record, name, cleaned[name])
            for name, words in elements[0].items():
                change.add(kind.name, record.id, name, words)
            for name, words in elements[1].items():
                change.drop(kind.name, record.id, name, words)
            if kind.name == "member":
                self._empty_others(change, record.id, cleaned, elements[1])
        return change.changes

    def _empty_others(
        self, change: Change, member: bytes, cleaned: Mapping[str, Any], dropped: Mapping[str, list[str]]
    ) -> None:
        """What is taken off a member goes from those too who are shown under them, or it would show through."""
        for other in self._desk.reader.groups([member]).get(member, ()):
            record = self._desk.reader.alone("member", other)
            if record is None:
                continue
            emptied = [name for name, value in cleaned.items() if value is None and record[name] is not None]
            if emptied:
                change.set("member", other, dict.fromkeys(emptied))
            wanted = {n: set(record.get(n, [])) - set(v) for n, v in cleaned.items() if isinstance(v, list)}
            for name, words in [*wanted.items(), *((n, set(record.get(n, [])) & set(w)) for n, w in dropped.items())]:
                if words:
                    change.drop("member", other, name, words)


def _turn_request(change: Change, matching: Matching, swap: Record, *, deleted: bool) -> None:
    if (asked := matching.turned(swap, {DELETED: deleted})) is not None:
        asked.write(change)


def _replace(change: Change, kind: Entity, record: Record, name: str, wanted: list[str]) -> None:
    """A whole set as a person typed it: what is new is added, what is missing dropped, the rest not written."""
    held = set(record.get(name, []))
    if new := set(wanted) - held:
        change.add(kind.name, record.id, name, new)
    if gone := held - set(wanted):
        change.drop(kind.name, record.id, name, gone)


def _elements(kind: Entity, wanted: Elements | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, words in (wanted or {}).items():
        field = kind.field(name)
        if field is None or not field.many:
            raise InvalidValue("not_a_set", "{kind} has no list called {field}.", field=name, kind=kind.label)
        found[name] = elements(field, words)
    return found


def _held(record: Record, dropped: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return what is to be dropped as the record holds it, where case, accents and spaces alone differ."""
    spelled = {name: {same(word): word for word in record.get(name, [])} for name in dropped}
    return {
        name: [word if word in record.get(name, []) else spelled[name].get(same(word), word) for word in words]
        for name, words in dropped.items()
    }


def _derived_id(kind: Entity, fields: Mapping[str, Any]) -> bytes | None:
    """The id of an answer or a presence, which is one per meetup and person, whoever writes it down."""
    if kind.name not in PRESENCES:
        return None
    meetup, person = fields["meetup"], fields.get("person")
    if kind.name == "attendance" and fields.get("headcount") is not None and person is None:
        return ids_of.attendance(meetup, meetup)
    if person is None and not fields.get("name"):
        raise nobody()
    if person is None:
        check_name(str(fields["name"]))
    derive = ids_of.rsvp if kind.name == "rsvp" else ids_of.attendance
    return derive(meetup, person) if person is not None else None


def check_people_keep(kind: Entity) -> None:
    """Refuse to add or remove what there is one of, or what the program keeps by itself."""
    if kind.single:
        raise Refused("only_one", "A circle has one {kind}: change what stands in it.", kind=kind.label.lower())
    if not kind.listed:
        raise _kept_by_program(kind)


def _kept_by_program(kind: Entity) -> Refused:
    return Refused("kept_by_program", "{kind}: this is kept by the program.", kind=kind.plural)


def _title(kind: Entity, written: Mapping[str, Any]) -> str:
    """Return by which words people know a new record; empty where its kind has none."""
    title = written.get(kind.title) if kind.title in _NAMING else None
    return title if isinstance(title, str) else ""


def _label(verb: str, kind: Entity, record: Record) -> str:
    title = record.get(kind.title, "")
    return f"{verb} {title if isinstance(title, str) and title else kind.label.lower()}"
