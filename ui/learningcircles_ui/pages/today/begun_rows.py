"""What somebody had begun to write and not finished, as Today reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.listings import OPEN
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.drafts import Draft
from learningcircles_ui.parts.draft_names import ASKS, CONSENT, EVENING, PROPOSAL, UNTOLD, form_of, words_of
from learningcircles_ui.parts.namesakes import MEMBER, names_apart
from learningcircles_ui.unkept import among

_KINDS = {CONSENT: "member", EVENING: "meetup", PROPOSAL: "request"}
"""Forms that are about a record of another name."""
_LONGEST = 120
"""Letters of what tells a draft: there may be everybody of an evening in it."""


class Begun(NamedTuple):
    """One draft by its name: whose form, of which record (empty: a new one), its first words, when it was kept (ms).

    `of`: what the record is called.
    """

    name: str
    form: str
    record: bytes
    words: str
    at: int
    of: str = ""


def read_begun(reader: Reader, unkept: Mapping[str, Draft] | None = None) -> list[Begun]:
    """Return what was begun, newest first; nothing of a record that is removed, until it is there again, nor of whom to
    propose for a request that is not open.

    `unkept`: what is in no file yet.
    """
    found = []
    for name, draft in among(reader.drafts(), unkept or {}):
        form, record = form_of(name)
        kind = _KINDS.get(form, form)
        held = reader.find_one(kind, record) if record and kind in ENTITIES else None
        gone = kind in ENTITIES and bool(record) and (held is None or held.deleted)
        answered = form == PROPOSAL and held is not None and (held["state"] or OPEN) != OPEN
        if form in ASKS and not gone and not answered:
            of = _called(reader, kind, held) if held is not None else ""
            words = _first(words_of(name, draft.values))
            found.append(Begun(name, form, record, words if words != UNTOLD else "", draft.at, of))
    return found


def _first(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _called(reader: Reader, kind: str, held: Record) -> str:
    if kind == MEMBER:
        return names_apart(reader, [held])[held.id]
    return str(held.get("name") or held.get("title") or held.get("topic") or "")
