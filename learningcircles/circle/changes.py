"""What a write returns, and what a read returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Changes:
    """What one action touched; `|` merges. Screens refresh what they show of it."""

    touched: frozenset[tuple[str, bytes]] = frozenset()
    action: bytes = b""
    label: str = ""

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.touched | other.touched, self.action or other.action, self.label or other.label)

    def __bool__(self) -> bool:
        return bool(self.touched)

    def of(self, entity: str) -> frozenset[bytes]:
        """Return the ids touched of one kind of record."""
        return frozenset(id_ for name, id_ in self.touched if name == entity)


@dataclass(frozen=True, slots=True)
class Record:
    """One record as people see it. Sets are sorted lists; `unreadable` names fields whose value makes no sense here."""

    entity: str
    id: bytes
    fields: Mapping[str, Any]
    deleted: bool = False
    unreadable: frozenset[str] = field(default=frozenset())

    def __getitem__(self, name: str) -> Any:
        return self.fields.get(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field's value, or `default` where it is empty."""
        value = self.fields.get(name)
        return default if value is None else value


def filled(record: Record, others: Sequence[Record]) -> Record:
    """Return a member with what is empty there filled from others who are the same person, and sets together."""
    fields = dict(record.fields)
    for other in others:
        for name, value in other.fields.items():
            held = fields.get(name)
            if isinstance(held, list) or isinstance(value, list):
                fields[name] = sorted({*(held or []), *(value or [])})
            elif held in (None, ""):
                fields[name] = value
    return Record(record.entity, record.id, fields, record.deleted, record.unreadable) if others else record


class Hit(NamedTuple):
    """A search result."""

    entity: str
    id: bytes
    title: str
    detail: str


class HistoryLine(NamedTuple):
    """One change of one field. `at` is ms since 1970 by the writing laptop's clock."""

    at: int
    author: bytes | None
    device: bytes
    label: str
    field: str
    before: Any
    after: Any
    action: bytes


class NotedItem(NamedTuple):
    """A record that was written about a removed one apart from the removal: by whom (device, member), when (ms)."""

    entity: str
    record: bytes
    by: bytes
    at: int
    who: bytes | None


class ReviewItem(NamedTuple):
    """A value that lost to another one written apart from it.

    `kept_by` and `other_by` are device ids, `kept_who` and `other_who` the members who wrote, as they said;
    `kept_at` and `other_at` are ms since 1970 by the writing laptops' clocks. `noted`: what was noted about a record
    apart from its removal, in records of its own (who came to a meetup), the newest last.
    """

    id: str
    entity: str
    record: bytes
    field: str
    kept: Any
    other: Any
    kept_by: bytes
    other_by: bytes
    other_at: int
    kept_at: int = 0
    kept_who: bytes | None = None
    other_who: bytes | None = None
    noted: tuple[NotedItem, ...] = ()


class LedgerLine(NamedTuple):
    """One line of an hour account."""

    settlement: bytes
    kind: str
    source: bytes
    minutes: int
    date: str
    others: tuple[bytes, ...]


class Subject(NamedTuple):
    """A topic: how many people offer it, ask for it, and have learned it, by kind (see `entities.learning`)."""

    name: str
    offers: int
    asks: int
    learned: Mapping[str, int]


class CatalogueItem(NamedTuple):
    """What another circle has published."""

    circle: bytes
    circle_name: str
    id: bytes
    body: Mapping[str, Any]
