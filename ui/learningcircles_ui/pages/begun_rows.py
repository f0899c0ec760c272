"""What somebody had begun to write and not finished, as Today reads it."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import ENTITIES
from learningcircles_ui.parts.draft_names import ASKS, form_of, glance


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


def read_begun(reader: Reader) -> list[Begun]:
    """Return what was begun, newest first."""
    found = []
    for name, draft in reader.drafts():
        form, record = form_of(name)
        if form in ASKS:
            found.append(Begun(name, form, record, glance(draft.values), draft.at, _called(reader, form, record)))
    return found


def _called(reader: Reader, form: str, record: bytes) -> str:
    held = reader.find_one(form, record) if record and form in ENTITIES else None
    return str(held.get("name") or held.get("title") or held.get("topic") or "") if held else ""
