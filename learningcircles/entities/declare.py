"""What a declaration of a kind of record says.

An entity is declared once, here, and gets storage, command-line verbs, history, undo, merge, import,
export, search and forms' validation from that. Labels are English source text; the desktop translates
them in the context "fields".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years in which a day may lie that somebody writes: what is outside was meant otherwise."""


class Space(IntEnum):
    """Which log a record lives in (FORMATS, Segment)."""

    ORGANIZERS = 0
    PRIVATE = 1
    CATALOGUE = 2


class Kind(Enum):
    """How a field's value is written, checked and shown."""

    # There is one of each: as a key it is looked up with every field that is written, and Enum hashes by its name.
    __hash__ = object.__hash__

    TEXT = "text"  # one line
    NOTE = "note"  # several lines
    INTEGER = "integer"
    BOOL = "bool"
    MINUTES = "minutes"
    DATE = "date"  # "2026-11-20"
    LOCAL_TIME = "local time"  # {"at": "2026-11-20T18:00", "zone": IANA name, "rule": RFC 5545 text or absent}
    INSTANT = "instant"  # ms since 1970
    CHOICE = "choice"  # one English code out of `choices`; unknown ones are kept
    REFERENCE = "reference"  # a 16-byte id of a record of `refers_to`
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"  # BCP 47
    ADDRESS = "address"  # compound: street, postcode, city, country (ISO 3166)
    FIELD_CODE = "field code"  # ISCED-F 2013
    MONEY = "money"  # {"amount": minor units, "currency": ISO 4217}
    COMPOUND = "compound"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `many` makes it a set (a register per element). `least`/`most` bound numbers."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    refers_to: str = ""
    least: int | None = None
    most: int | None = None
    search: bool = False
    asks_review: bool = False  # concurrent changes are put to a person: names, contact, time, place, hours
    private: bool = True  # may never leave the circle in the clear
    settable: bool = True  # False: only verbs set it (state, number)
    mark: bool = False  # the program's own: it stands in no list, file or paper that people read
    topic: bool = False  # names topics: what differs from one in use by case, accents or spaces alone is that one
    leans: int = 0  # a date without its year, or a bare weekday: -1 the latest one past, +1 the next to come, 0 nearest
    help: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One kind of record. `title` is the field whose value names a record to a person."""

    name: str
    label: str
    plural: str
    fields: tuple[Field, ...]
    title: str = "name"
    space: Space = Space.PRIVATE
    organizers_only: bool = False
    listed: bool = True  # offered to `list`, import and export; otherwise people neither add nor remove one
    single: bool = False  # one per circle, under the circle's own id; there even while nothing is written in it
    required: list[Field] = field(default_factory=list, init=False, repr=False, compare=False)
    references: list[Field] = field(default_factory=list, init=False, repr=False, compare=False)
    topics: list[Field] = field(default_factory=list, init=False, repr=False, compare=False)
    kept: list[Field] = field(default_factory=list, init=False, repr=False, compare=False)
    read: list[Field] = field(default_factory=list, init=False, repr=False, compare=False)
    _by_name: dict[str, Field] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_name.update((each.name, each) for each in self.fields)
        self.required.extend(each for each in self.fields if each.required)
        self.references.extend(each for each in self.fields if each.kind is Kind.REFERENCE)
        self.topics.extend(each for each in self.fields if each.topic)
        self.kept.extend(each for each in self.fields if not each.settable)
        self.read.extend(each for each in self.fields if not each.mark)

    def field(self, name: str) -> Field | None:
        """Return the field of that name, or None."""
        return self._by_name.get(name)
