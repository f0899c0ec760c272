"""Which forms that are begun and not finished speak of somebody who is erased.

Unfinished words are nobody's but this laptop's, and are shown nowhere before they go: so a part of the name is enough,
where nobody else has it, and the beginning of a name that somebody was about to write.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Set
from typing import Any

from learningcircles.journal.scrub import Scrub
from learningcircles.journal.telling import (
    FORMER,
    TELLING,
    is_common,
    key_of,
    line_pattern,
    pattern_of,
    phone_lines,
    telling,
    texts_of,
)
from learningcircles.storage.connect import Connection
from learningcircles.storage.drafts import Draft, Drafts
from learningcircles.storage.erase import UNSURE_DRAFTS, called_by_name, others_words
from learningcircles.storage.journal import Journal
from learningcircles.storage.meta import Meta
from learningcircles.storage.past import history
from learningcircles.storage.spelling import without_accents

_ALIAS = "address_as"
_LEAST_LETTERS = 3
_AS_A_NAME = 3
"""Words of what may be a name alone: there "rose" is one, in a longer text it is a flower."""


class DraftMentions:
    """Knows these people as the tables, as they stand, tell of them; `scrub` names their records and exchanges."""

    def __init__(self, connection: Connection, journal: Journal, people: Set[bytes], scrub: Scrub) -> None:
        self._db = connection
        lines = [line for each in people for line in history(connection, journal, "member", each, gaps=True)]
        said = [(line.field, line.after) for line in lines if isinstance(line.after, str)]
        names = {text for field, text in said if field == "name" and not text.startswith(FORMER)}
        aliases = {text for field, text in said if field == _ALIAS and text}
        theirs = {text for field, text in texts_of(others_words(connection, people)) if field == "name"}
        own = telling((line.field, line.after) for line in lines if line.field in TELLING)
        phones = {each for field, text in said if field == "phone" for each in phone_lines(text)}
        self._ids = people | scrub.gone | scrub.swaps if people else frozenset[bytes]()
        whole = {*own.words, *own.short, *aliases}
        # An unfinished word mostly has no accents yet.
        self._called = [_Called(whole, names, aliases, theirs, spelt) for spelt in (str, without_accents)]
        self._phones = line_pattern(sorted(phones, key=len, reverse=True))
        self._marks = scrub.marks

    def drop(self) -> None:
        """Forget the drafts that speak of them, in the caller's transaction."""
        Drafts(self._db).erase(self.names())

    def names(self) -> list[str]:
        """Return under which names drafts are kept that speak of them."""
        held = Drafts(self._db)
        return [name for name, _ in held.names() if (draft := held.read(name)) is not None and self._in(name, draft)]

    def _in(self, name: str, draft: Draft) -> bool:
        if any(each.hex() in name for each in self._ids) or points_at(draft.values, self._ids):
            return True
        return any(self._speaks(value) for value in _values(draft.values) if isinstance(value, str))

    def _speaks(self, text: str) -> bool:
        if self._phones is not None and self._phones.search(text):
            return True
        return any(each.in_(text) for each in self._called) or any(
            True for marks in self._marks for _ in marks.spans(text, short=False)
        )


class _Called:
    """Finds what people are called, as `spelt` writes it, and the texts.

    `whole`: what tells of them as a whole; `theirs`: what others are called, of which no part is theirs alone.
    """

    def __init__(
        self,
        whole: Iterable[str],
        names: Iterable[str],
        aliases: Iterable[str],
        theirs: Iterable[str],
        spelt: Callable[[str], str],
    ) -> None:
        self._spelt = spelt
        taken = {part for text in theirs for part in key_of(spelt(text)).split()}
        parts = {spelt(part) for text in (*names, *aliases) for part in text.split() if len(part) >= _LEAST_LETTERS}
        self._whole = pattern_of(sorted(map(spelt, whole), key=len, reverse=True))
        self._parts = pattern_of(sorted((p for p in parts if key_of(p) not in taken), key=len, reverse=True))
        self._begun = {begun for text in names if (begun := _begun(key_of(spelt(text))))}

    def in_(self, text: str) -> bool:
        """Return whether a text speaks of them."""
        text = self._spelt(text)
        if self._whole is not None and self._whole.search(text):
            return True
        parts = self._parts.findall(text) if self._parts is not None else []
        if any(not is_common(part) or len(text.split()) <= _AS_A_NAME for part in parts):
            return True
        return any(f" {each}" in f" {key_of(text)}" for each in self._begun)


def points_at(values: object, ids: Collection[bytes]) -> bool:
    """Return whether one of these records is chosen in what stands in a form."""
    return any(isinstance(value, bytes) and value in ids for value in _values(values))


def drop_drafts_about(journal: Journal, people: Set[bytes], scrub: Scrub) -> None:
    """Drop the drafts that speak of who is erased now, in the caller's transaction, before the tables forget them.

    Where these know somebody by no name, all may go later (see `erase.drop_unsure_drafts`).
    """
    DraftMentions(journal.connection, journal, people, scrub).drop()
    if people:
        Drafts(journal.connection).note_erasure()
    if people - called_by_name(journal, people):
        Meta(journal.connection).put(UNSURE_DRAFTS, 1)


def _begun(name: str) -> str:
    """Return how somebody's name begins when it is half typed: "giulia r" of Giulia Rossi."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[0]}" if rest else ""


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (each for item in value.values() for each in _values(item))
    elif isinstance(value, list | tuple):
        yield from (each for item in value for each in _values(item))
    else:
        yield value
    if isinstance(value, str) and len(value) == 32:  # an id as it is typed
        yield from _as_id(value)


def _as_id(text: str) -> Iterable[bytes]:
    try:
        return [bytes.fromhex(text)]
    except ValueError:
        return []
