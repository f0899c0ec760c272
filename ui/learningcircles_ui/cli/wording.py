"""Records, fields and values in plain words, for what people read: who, which laptop, which field, what stood there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from learningcircles.circle.changes import HistoryLine, NotedItem, Record, ReviewItem
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Field
from learningcircles.entities.registry import ENTITIES
from learningcircles.phrase import in_hours
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import BY_HAND, cell, counted, local_time, short

if TYPE_CHECKING:
    from learningcircles.circle.asked_erasures import AskedErasure
    from learningcircles.circle.circle import Circle
    from learningcircles.circle.rescue import Bundle
    from learningcircles.laptop.erasing import Erased

DELETED = "#deleted"
SOMEBODY = "somebody"
"""Whom nobody here can name: most often a member who was erased."""
_TELLING = {
    "attendance": ("meetup", "person", "name", "state", "headcount"),
    "rsvp": ("meetup", "person", "name", "answer"),
    "swap": (),
}
"""What tells what was noted in a record of a kind; of the other kinds their title does."""


class Wording:
    """Looks names up in the circle that is open."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._laptops = {record.id: str(record.get("name", "")) for record in self._reader.list("device")}

    def laptop(self, device: bytes) -> str:
        """Return what a laptop is called."""
        return self._laptops.get(device) or f"laptop {short(device)}"

    def person(self, member: bytes | None) -> str:
        """Return who a member is, or nothing."""
        record = self._reader.find_one("member", member) if member else None
        return str(record.get("name", "")) if record else ""

    def by(self, member: bytes | None, device: bytes, at_ms: int) -> str:
        """Return who wrote something where and when: "Pilar on Blue laptop, 2026-11-20 18:05"."""
        who = self.person(member)
        return f"{who} on {self.laptop(device)}, {local_time(at_ms)}" if who else self._where(device, at_ms)

    def _where(self, device: bytes, at_ms: int) -> str:
        return f"{self.laptop(device)}, {local_time(at_ms)}"

    def record(self, entity: str, id_: bytes) -> str:
        """Return what a record is called, after what it is where it has no name: "Amina", "exchange Amina → Bo"."""
        kind = ENTITIES[entity]
        record = self._reader.find_one(entity, id_)
        title = record.get(kind.title, "") if record else ""
        if record is not None and entity == "swap":
            between = " → ".join(self.person(record[side]) or SOMEBODY for side in ("provider", "receiver"))
            return f"exchange {between}" + (f" on {record['on']}" if record["on"] else "")
        if record is None and entity == "member":
            return SOMEBODY
        return str(title) if title else f"{kind.label.lower()} {short(id_)}"

    def field(self, entity: str, register: str) -> str:
        """Return a field's label; of a list field with the element: "languages: fr"."""
        name, slash, element = register.partition("/")
        if register == DELETED:
            return "whole record"
        declared = _field(entity, name)
        label = declared.label.lower() if declared else name.replace("_", " ")
        return f"{label}: {element}" if slash else label

    def value(self, entity: str, register: str, value: Any, *, ids: bool = False) -> str:
        """Return a value as people say it; with `ids` a record that it names with the beginning of its id."""
        name, slash, _ = register.partition("/")
        if register == DELETED:
            return "removed" if value is True else "kept"
        if slash:
            return "there" if value is True else "not there"
        if value in (None, ""):
            return "nothing"
        if isinstance(value, bytes):
            named = self._named(_field(entity, name), value)
            return f"{named} ({short(value)})" if ids and named not in (short(value), SOMEBODY) else named
        declared = _field(entity, name)
        if name == "minutes" and isinstance(value, int):
            return in_hours(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if declared is not None and value in declared.choices and declared.choice_labels:
            return declared.choice_labels[declared.choices.index(value)].lower()
        return cell(value)

    def noted(self, each: NotedItem, about: bytes) -> str:
        """Return what was noted about a record: "attendance Amina, came (Jo on Red laptop, 2026-11-20 18:05)"."""
        kind, record = ENTITIES[each.entity], self._reader.find_one(each.entity, each.record)
        what = self.record(kind.name, each.record) if kind.name == "swap" else kind.label.lower()
        names = _TELLING.get(kind.name, (kind.title,))
        held = {name: record[name] for name in names} if record is not None else {}
        told = [self.value(kind.name, name, value) for name, value in held.items() if value not in (None, "", about)]
        return f"{' '.join([what, ', '.join(told)]).strip()} ({self.by(each.who, each.by, each.at)})"

    def _named(self, declared: Field | None, id_: bytes) -> str:
        kinds = [declared.refers_to] if declared is not None and declared.refers_to in ENTITIES else []
        found = (self.record(kind, id_) for kind in kinds if self._reader.find_one(kind, id_) is not None)
        if kinds == ["member"]:
            return next(found, SOMEBODY)
        return next(found, short(id_))


def review_lines(reader: Reader, items: Iterable[ReviewItem]) -> Iterator[str]:
    """Yield each question as a sentence, with the id that settles it."""
    words = Wording(reader)
    asked = reader.hours_in_question()
    ids = sorted(item.id for item in reader.review(every=True))
    former = lazy("learningcircles.storage.member_numbers").FORMER
    for item in items:
        what = f"{_short(item.id, ids)}  {words.record(item.entity, item.record)}"
        kept, other = (words.value(item.entity, item.field, each) for each in (item.kept, item.other))
        if item.field == former:
            yield (
                f"{what} now has the member number {item.kept}: another member was given {item.other} before."
                f" A card that shows {item.other} is no longer right; --take kept says that this is known."
            )
            continue
        by = words.by(item.kept_who, item.kept_by, item.kept_at)
        if item.noted:
            told = "; ".join(words.noted(each, item.record) for each in item.noted)
            yield (
                f"{what} was removed ({by}). Without knowing of that others noted: {told}."
                " --take other brings it back, --take kept leaves it removed"
            )
            continue
        other_by = words.by(item.other_who, item.other_by, item.other_at)
        field = words.field(item.entity, item.field)
        if "/" in item.field:
            added, gone = (by, other_by) if item.kept is True else (other_by, by)
            now = "there" if item.kept is True else "not there"
            yield f"{what}, {field} was added ({added}) and taken out ({gone}); now {now}"
            continue
        counts = f"; {in_hours(asked[item.record])} counted until this is settled" if item.record in asked else ""
        yield f"{what}, {field}: kept {kept} ({by}); other {other} ({other_by}){counts}"


def twin_lines(reader: Reader, pairs: Iterable[tuple[Record, Record]]) -> Iterator[str]:
    """Yield two exchanges that are probably one as a sentence, with the ids that tell which they are."""
    words = Wording(reader)
    for one, other in pairs:
        lengths = in_hours(one["minutes"]), in_hours(other["minutes"])
        both = f"{lengths[0]} in both" if lengths[0] == lengths[1] else " or ".join(lengths)
        yield f"{short(one.id)} {short(other.id)}  {words.record('swap', one.id)}, {both}"


def _short(id_: str, ids: Sequence[str]) -> str:
    """Return an id without the field's name at its end, where that is enough to name it; `ids` are sorted."""
    beginning = id_.rpartition("-")[0]
    first = bisect_left(ids, beginning)
    return beginning if sum(each.startswith(beginning) for each in ids[first : first + 2]) == 1 else id_


def history_row(words: Wording, entity: str, line: HistoryLine) -> dict[str, Any]:
    """Return a line of history in words, by its columns."""
    return {
        "at": local_time(line.at),
        "who": words.person(line.author) or None,
        "laptop": words.laptop(line.device),
        "label": line.label,
        "field": words.field(entity, line.field),
        "before": words.value(entity, line.field, line.before),
        "after": words.value(entity, line.field, line.after),
    }


def bundle_line(bundle: Bundle) -> str:
    """Return whose work is kept, and how much of what: "2f9c11aa  Red laptop: 3 changes (2 members), last …"."""
    known = [(ENTITIES.get(kind), kind, count) for kind, count in bundle.records.items()]
    what = ", ".join(
        counted(count, kind.label.lower(), kind.plural.lower()) if kind else counted(count, name, name)
        for kind, name, count in known
    )
    told = [counted(bundle.actions, "change", "changes") + (f" ({what})" if what else "")] if bundle.actions else []
    if bundle.sealed:
        told.append(f"{counted(bundle.sealed, 'parcel', 'parcels')} that cannot be read on this laptop")
    if bundle.erasures:
        told.append(f"had erased {_people(bundle.erasures)}, which does not count (rescue show tells more)")
    last = f", last at {local_time(bundle.last_ms)} by its own clock" if bundle.last_ms else ""
    name = bundle.name or "a laptop without a name"
    crowded = ". Only so many copies of one laptop are kept: if there are more, what they wrote is not here"
    return f"{short(bundle.device)}  {name}: {' and '.join(told)}{last}{crowded if bundle.crowded else ''}"


UNCOUNTED = (
    "because its right to run the circle was taken away. If it was meant, erase them again; if the laptop was lost or"
    " stolen, leave it out"
)


def erasure_lines(rows: Sequence[AskedErasure], me: bytes = b"") -> list[str]:
    """Return what is told of people whom a laptop had erased in vain, `me` where that is this one: a line, or none."""
    if not rows:
        return []
    if any(row.device == me for row in rows):
        return [f"This laptop had erased {_people(rows)}. That does not count: ask an organizer to erase them again."]
    return [f"That laptop had erased {_people(rows)}. That does not count, {UNCOUNTED}."]


def unheard_lines(rows: Sequence[AskedErasure]) -> list[str]:
    """Return what is told of people whom this laptop had erased without those hearing of it who shut it out."""
    if not rows:
        return []
    whom = "them" if len(rows) > 1 else "that member"
    return [
        f"This laptop had erased {counted(len(rows), 'member', 'members')}, and was shut out before the others heard of"
        f" it. Ask an organizer to erase {whom} again, or give one what rescue save FILE saves: reading it erases"
        f" {whom} there, too."
    ]


def _people(rows: Sequence[AskedErasure]) -> str:
    return ", ".join(row.name or f"somebody ({short(row.member)})" for row in rows)


def copy_kind(kind: str) -> str:
    """Return what a kind of copy is called in sentences."""
    return "stick" if kind == "bundle" else kind


def erased_lines(circle: Circle, done: Sequence[Erased]) -> list[str]:
    """Return what is told once somebody was erased: whether it is done, and which copies are to be destroyed."""
    by = " with the hub" if circle.roster.hub else BY_HAND
    when = "Erased." if all(each.done for each in done) else f"It is done once this laptop has shared{by}."
    lines = [f"{when} The other laptops follow when they share."]
    late = dict.fromkeys(name for each in done for name in each.waits)
    lines += [
        f"Some words go only once {name} has shared the rest of an earlier erasure, or is shut out." for name in late
    ]
    copies = dict.fromkeys(copy for each in done for copy in each.copies)
    return lines + [f"Destroy this {copy_kind(copy.kind)} as well: {copy.where}" for copy in copies]


def rescue_row(words: Wording, line: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line of what was set aside in words, by its columns."""
    entity, register = str(line["entity"]), str(line["field"])
    return {
        "at": local_time(line["at_ms"]),
        "since": "*" if line["newer"] else " ",
        "who": words.person(line["author"]) or None,
        "label": line["label"]
        or (ENTITIES[entity].label if entity in ENTITIES else None),  # it goes with whoever is erased
        "title": line["title"] or words.record(entity, line["record"]),
        "field": words.field(entity, register),
        "value": line["said"] or words.value(entity, register, line["value"]),
        "now": words.value(entity, register, line["now"]),
    }


def _field(entity: str, name: str) -> Field | None:
    kind = ENTITIES.get(entity)
    return kind.field(name) if kind else None
