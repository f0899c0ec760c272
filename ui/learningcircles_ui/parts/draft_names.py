"""Which form a draft's name means, and what a draft is about; light, since Today asks for it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles_ui import text

_BESIDE = " beside"
"""Stands between whose form it is and what makes the name its own: any number of one form are kept side by side."""
_TELLING = ("name", "title", "provider", "member", "topic")
"""The fields by which one knows best what a draft is about."""
UNTOLD = "…"
"""Stands for a draft in which nobody can read what it is about, as ticks alone."""
OPENING = "opening"
"""The draft of the opening balances, which is no form over one record."""
CONSENT = "consent"
"""The draft of what a member agrees to: a form of many records, named by the member."""
EVENING = "evening"
"""The draft of “Who came?”, named by its meetup."""
PROPOSAL = "proposal"
"""The draft of who is to be proposed for a request, which names it."""
CHARTER = "charter"
"""The draft of the circle's charter, which is written in place."""
MARK, GUEST, COUNT, MORE = "mark", "guest", "count", "more"
"""What can be noted in “Who came?”: of somebody, of a guest, of how many without a name, or how many more of them."""
LEFT = "left"
"""The names in “Who came?” of which it is still to be said who is meant."""
HALL = "hall"
"""The drafts of the hall mode: each name that waits there by itself, and what is half typed or half chosen."""
SOUGHT = "sought"
"""Marks a name that was looked for in the hall among those who may have come, and left there for the next one."""
PERSON = "person"
"""Who was touched in the hall among those who came; no other draft of a name has it."""
ASKS = {
    "member": ("people", "add"), "offer": ("exchanges", "offer"), "request": ("exchanges", "request"),
    "swap": ("exchanges", "record"), "meetup": ("meetups", "plan"), "learning": ("learning", "note"),
    "place": ("community", "place"), CHARTER: ("community", CHARTER), OPENING: ("exchanges", OPENING),
    CONSENT: ("people", CONSENT), EVENING: ("meetups", "attend"), PROPOSAL: ("exchanges", PROPOSAL),
    HALL: (HALL, HALL),
}  # fmt: skip
"""Which page begins a form anew, and by which word; the hall mode is a screen of its own."""


def asked_for(form: str, record: bytes) -> tuple[str, object]:
    """Return what the window is asked for (see `Signals.asked`) to bring this form up again."""
    if record and form not in (CONSENT, EVENING, PROPOSAL):
        return form, record
    page, what = ASKS[form]
    return page, (what, record or None)


def glance(values: Mapping[str, Any]) -> str:
    """Return the first words of a draft, to know it again."""
    giver, taker = (_chosen(values.get(each)) for each in ("provider", "receiver"))
    if giver and (taker or "step" in values):  # the hall's half of an exchange is known for one by the arrow
        return f"{giver} → {taker or '?'}"
    told = [values[name] for name in _TELLING if name in values]
    for raw in [*told, *values.values()]:
        words = raw.get("words", "") if isinstance(raw, Mapping) else raw
        if isinstance(words, str) and words.strip():
            return words.strip()[:60]
    return UNTOLD


def _in_words(form: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what stands in a form as it is seen there: of a choice what its code means."""
    entity = ENTITIES.get(form)
    fields = {each.name: each for each in entity.fields if each.kind is Kind.CHOICE} if entity is not None else {}
    return {name: text.choice_label(fields[name], raw) if name in fields else raw for name, raw in values.items()}


def _chosen(raw: Any) -> str:
    return str(raw.get("words", "")).strip() if isinstance(raw, Mapping) else ""


def words_of(name: str, values: Mapping[str, Any]) -> str:
    """Return by what one knows the draft of this name again, in the language of now; empty where nothing is left."""
    form = form_of(name)[0]
    if form == HALL and PERSON in values:
        return of_mark(values)
    if form != EVENING:
        return glance(_in_words(form, values)) if values else ""
    groups = [each["notes"] for each in values.values() if isinstance(each, Mapping)]
    told = [_noted(note) for notes in groups for note in notes]
    told += [*values.get(LEFT, ()), *(str(values[each]) for each in ("guest", "letters") if each in values)]
    count = str(values.get(COUNT, ""))
    return text.listed([*told, *([_without_names(int(count))] if count.isdecimal() else [])])


def of_mark(values: Mapping[str, Any]) -> str:
    """Return of whom a mark of the hall is, and that it takes them back, where it does."""
    name = str(values["name"])
    return QCoreApplication.translate("HallMark", "{name} (not here)").format(name=name) if values["here"] else name


def came_to(title: str) -> str:
    """Return what notes are called of who came to a meetup of this title."""
    if not title:
        return QCoreApplication.translate("Attendance", "Who came")
    return QCoreApplication.translate("Attendance", "Who came to {title}").format(title=title)


def agreed(name: str) -> str:
    """Return what it is called what a member of this name agrees to."""
    return QCoreApplication.translate("Consents", "What {name} agreed to").format(name=name)


def found_for(title: str) -> str:
    """Return what it is called to look for somebody for a request of this title."""
    return QCoreApplication.translate("FindSomeone", "Find someone for “{title}”").format(title=title)


def _noted(note: Sequence[Any]) -> str:
    """Return of whom a note of “Who came?” is."""
    if note[0] == COUNT:
        return _without_names(int(note[1]))
    if note[0] == MORE:
        return more_without_names(int(note[1]))
    return str(note[3] if note[0] == MARK else note[1])


def more_without_names(people: int) -> str:
    """Say how many came without a name besides those who are counted."""
    return QCoreApplication.translate("Attendance", "%n more people without a name", "", people)


def _without_names(people: int) -> str:
    return QCoreApplication.translate("Attendance", "%n people without a name", "", people)


def draft_of(form: str, record: bytes) -> str:
    """Return the name of the draft of a form that changes a record."""
    return f"{form} {record.hex()}"


def beside(name: str, token: str) -> str:
    """Return a name of its own for what is typed now into the form of this name; `token`: hexadecimal digits."""
    return f"{name}{_BESIDE} {token}"


def whose(name: str) -> str:
    """Return the name of the form, and of its record, that a draft's own name begins with."""
    return name.partition(_BESIDE)[0]


def form_of(name: str) -> tuple[str, bytes]:
    """Return which form a draft's name means, and the id of the record that it changes; empty for a new one."""
    form, _, record = whose(name).partition(" ")
    try:
        return form, bytes.fromhex(record)
    except ValueError:
        return form, b""
