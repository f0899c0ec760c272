"""What Review reads: what two laptops wrote apart, with names in place of ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.circle.changes import NotedItem, Record, ReviewItem
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles_ui import text

_CALLED: Mapping[str, tuple[str, ...]] = {
    "attendance": ("person", "name", "meetup"),
    "rsvp": ("person", "name", "meetup"),
    "consent": ("member", "purpose"),
    "learning": ("member", "topic"),
    "member_link": ("one", "other"),
    "swap_link": ("one", "other"),
    "!charter": (),
    "!settings": (),
}
"""Kinds of record that have no name of their own → the fields that tell one from another."""
_SHOWN_AT: Mapping[str, tuple[str, str]] = {
    "consent": ("member", "member"),
    "attendance": ("meetup", "meetup"),
    "rsvp": ("meetup", "meetup"),
    "member_link": ("member", "one"),
    "swap_link": ("swap", "one"),
}
"""Kinds of record that are shown with another one → its kind, and the field that names it."""
_SAYS: Mapping[str, tuple[str, ...]] = {"attendance": ("state", "headcount"), "rsvp": ("answer",)}
"""Kinds of record that are told by what they say, not by what they are."""
_PAGES: Mapping[str, str] = {"!charter": "community", "!settings": "settings", "device": "share"}


class Question(NamedTuple):
    """Something two laptops changed apart from each other, with names in place of ids.

    `kept_by` and `other_by` say who, and on which laptop. `leads_to`: where it is shown, as a kind of record and its
    id, or a page and no words. `noted`: what others noted about what was removed: ("Amina", "Came").
    """

    item: ReviewItem
    title: str
    kept_by: str
    other_by: str
    names: Mapping[bytes, str]
    other_laptop: str = ""
    leads_to: tuple[str, bytes | str] = ("", "")
    noted: Sequence[tuple[str, str]] = ()


def read_question(reader: Reader, item: ReviewItem) -> Question:
    """Return one of them as people are told of it; on the reader's thread."""
    record = reader.find_one(item.entity, item.record)
    kept_by, other_by = _who(reader, item.kept_who, item.kept_by), _who(reader, item.other_who, item.other_by)
    if item.noted:
        other_by = "; ".join(dict.fromkeys(_who(reader, each.who, each.by) for each in item.noted))
    return Question(
        item,
        _called(reader, record) if record is not None else "",
        kept_by,
        other_by,
        _names(reader, item),
        _laptop(reader, item.other_by),
        _leads_to(item, record),
        [said for each in item.noted if (said := _noted(reader, each, item.record))[0]],
    )


def _called(reader: Reader, record: Record, but: Collection[bytes] = ()) -> str:
    """Return what tells a record from others of its kind: its name, or those whom it is about, without `but`."""
    kind = ENTITIES[record.entity]
    if record.entity == "swap":
        sides = [record[side] for side in ("provider", "receiver")]
        pair = names_of(reader, "member", sides)
        return _told_apart(" → ".join(pair.get(each, "") for each in sides), record["topic"], text.day(record["on"]))
    if record.entity == "meetup":
        return _told_apart(str(record["title"] or ""), text.day(str((record["start"] or {}).get("at", ""))[:10]))
    parts: list[str] = []
    for name in _CALLED.get(record.entity, ("name", "title", "topic")):
        field, value = kind.field(name), record[name]
        if field is None or value in (None, "", *but):
            continue
        if isinstance(value, bytes):
            found = reader.find_one(field.refers_to, value)
            parts.append(_called(reader, found) if found is not None else "")
        else:
            parts.append(text.choice_label(field, value) if field.kind is Kind.CHOICE else str(value))
        if record.entity not in _CALLED:
            break
    return ", ".join(filter(None, parts)) or text.kind_label(kind)


def _told_apart(words: str, *by: str | None) -> str:
    """Return what many are called alike, with what tells one from another."""
    which = ", ".join(each for each in by if each)
    return f"{words} ({which})" if which else words


def _noted(reader: Reader, each: NotedItem, about: bytes) -> tuple[str, str]:
    """Return what was noted about a record: who or what it is, and what is said of it, or of which kind it is."""
    record, kind = reader.find_one(each.entity, each.record), ENTITIES[each.entity]
    if record is None:
        return "", ""
    for field in (kind.field(name) for name in _SAYS.get(each.entity, ())):
        value = record[field.name] if field is not None else None
        if field is not None and field.kind is Kind.CHOICE and value:
            return _called(reader, record, [about]), text.choice_label(field, value)
        if field is not None and value is not None:
            return text.number(value), text.field_label(field)
    return _called(reader, record, [about]), text.kind_label(kind)


def _leads_to(item: ReviewItem, record: Record | None) -> tuple[str, bytes | str]:
    if item.entity in _PAGES:
        return _PAGES[item.entity], ""
    kind, name = _SHOWN_AT.get(item.entity, (item.entity, ""))
    where = record[name] if record is not None and name else item.record
    return (kind, where) if isinstance(where, bytes) else ("", "")


def _names(reader: Reader, item: ReviewItem) -> dict[bytes, str]:
    """Return what the records are called that the two values name."""
    field = ENTITIES[item.entity].field(item.field) if item.entity in ENTITIES else None
    kind = field.refers_to if field is not None and field.refers_to in ENTITIES else "member"
    return names_of(reader, kind, [item.kept, item.other])


def _who(reader: Reader, member: bytes | None, device: bytes) -> str:
    found = reader.find_one("member", member) if member else None
    name, laptop = str(found.get("name", "")) if found else "", _laptop(reader, device)
    return ", ".join(part for part in (name, laptop) if part)


def _laptop(reader: Reader, device: bytes) -> str:
    found = reader.find_one("device", device)
    return str(found.get("name", "")) if found else ""


def names_of(reader: Reader, kind: str, ids: Sequence[Any]) -> dict[bytes, str]:
    """Return id → name of those of these values that are ids."""
    return reader.names(kind, [id_ for id_ in dict.fromkeys(ids) if isinstance(id_, bytes)])
