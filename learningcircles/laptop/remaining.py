"""What an erasure leaves in what is written of others: a part of the person's name, their telephone otherwise noted.

Nobody but an organizer can tell whom "Zebulon" means: nothing of this is taken out, it is only said where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.entities.declare import Entity
from learningcircles.journal.operations import SetOp
from learningcircles.journal.scrub import written
from learningcircles.journal.telling import FORMER, is_common, key_of, line_pattern, pattern_of, phone_lines, texts_of

_LEAST_LETTERS = 3
"""Shorter parts of a name ("de", "Li") stand in too many texts."""


class Remaining(NamedTuple):
    """A field of somebody else's record that still holds `words` of the person; `text` is what it reads afterwards."""

    entity: str
    id: bytes
    title: str
    field: str
    words: Sequence[str]
    text: Any


class Traces:
    """The parts of a person's names and their telephone lines, without those that others in the circle have too."""

    def __init__(self, said: Iterable[tuple[str, Any]], others: Iterable[tuple[str, Any]]) -> None:
        """`said`, `others`: (field, value) pairs of what they, and all others, are called, reached by and live in."""
        own = [(field, value) for field, value in said if isinstance(value, str)]
        theirs = list(texts_of(others))
        taken = {part for field, text in theirs if field in ("name", "place") for part in key_of(text).split()}
        names = (value for field, value in own if field == "name" and not value.startswith(FORMER))
        parts = {part for name in names for part in name.split() if len(part) >= _LEAST_LETTERS}
        lines = {line for field, value in own if field == "phone" for line in phone_lines(value)}
        lines -= {line for field, text in theirs if field == "phone" for line in phone_lines(text)}
        self._names = pattern_of(sorted((part for part in parts if key_of(part) not in taken), key=len, reverse=True))
        self._lines = line_pattern(sorted(lines, key=len, reverse=True))

    def left_in(self, kind: Entity, record: Record, fields: Mapping[str, Any]) -> Iterator[Remaining]:
        """Yield the fields of a record, as they will read, in which some of it stands."""
        for name, value in fields.items():
            texts = value if isinstance(value, list) else written(SetOp(kind.name, record.id, {name: value}, {}))
            words = list(dict.fromkeys(word for text in texts for word in self._words(text)))
            if words:
                yield Remaining(kind.name, record.id, str(record.get(kind.title) or ""), name, words, value)

    def _words(self, text: str) -> list[str]:
        names = self._names.finditer(text) if self._names is not None else ()
        numbers: Iterable[re.Match[str]] = self._lines.finditer(text) if self._lines is not None else ()
        found = [name.group() for name in names if not is_common(name.group())]
        return found + [number.group().strip() for number in numbers]
