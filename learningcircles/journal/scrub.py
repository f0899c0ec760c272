"""Taking a person out of changesets: what speaks of them, and what is left of it for the others.

What is left keeps its stamps; texts lose the person's words, which a mark replaces, so that whoever holds the
original can tell whether anything else was changed (`same_but`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from learningcircles import ids
from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.marks import Marks
from learningcircles.journal.operations import ElementsOp, EntryOp, Operation, SetOp

MARK = "…"
Find = Callable[[str], Sequence[tuple[int, int]]]
"""Text → (begin, end) of what is taken out."""
_OWN_KINDS = (Kind.PHONE, Kind.EMAIL, Kind.ADDRESS, Kind.CHOICE, Kind.DATE, Kind.LOCAL_TIME)
"""A household's telephone is another person's too, and stays theirs."""
TELLING = frozenset({"name", "address_as", "phone", "email", "address"})
"""Fields of a member whose values are looked for in what is written of others."""
_SWAP_TEXTS = frozenset({"notes", "source"})


@dataclass(frozen=True)
class Scrub:
    """Who is taken out: people's ids, the ids of their records, exchanges they took part in, and their words.

    `words` are looked for everywhere, `short` ones (a first name) only where the changeset speaks of the person;
    `marks` stand for words that nobody knows any more.
    """

    people: frozenset[bytes]
    gone: frozenset[bytes] = frozenset()
    swaps: frozenset[bytes] = frozenset()
    words: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    marks: tuple[Marks, ...] = ()

    def speaks(self, changeset: Changeset) -> bool:
        """Return whether a changeset says anything of these people."""
        return self.names(changeset.ops) or self._has_words(changeset)

    def names(self, ops: Iterable[Operation]) -> bool:
        """Return whether operations name these people, their records or their accounts by id."""
        accounts = {ids.account(person) for person in self.people}
        return any(self._names(op, accounts) for op in ops)

    def without(self, changeset: Changeset) -> Changeset | None:
        """Return what a changeset says of others; None where nothing is left."""
        if not self.speaks(changeset):
            return changeset
        find = self._finder(self.names(changeset.ops))
        kept = [left for op in changeset.ops if (left := self._left(op, find)) is not None]
        return changeset._replace(label="", ops=tuple(kept)) if kept else None

    def _names(self, op: Operation, accounts: set[bytes]) -> bool:
        if isinstance(op, EntryOp):
            return any(account in accounts for account, _ in op.legs)
        if op.id in self.gone or op.id in self.people:
            return True
        return isinstance(op, SetOp) and (op.id in self.swaps or any(v in self.people for v in _ids_in(op.fields)))

    def _finder(self, short: bool) -> Find:
        """Return what finds the person's words in a text; `short` ones too where the person is named by id."""
        pattern = _pattern(self.words + (self.short if short else ()))

        def find(text: str) -> list[tuple[int, int]]:
            spans = [found.span() for found in pattern.finditer(text)] if pattern is not None else []
            return sorted({*spans, *(span for marks in self.marks for span in marks.spans(text, short=short))})

        return find

    def _has_words(self, changeset: Changeset) -> bool:
        if not self.words and not self.marks:
            return False
        find, texts = self._finder(False), [changeset.label]
        for op in changeset.ops:
            if isinstance(op, SetOp):
                texts += _texts(_free(op))
            elif isinstance(op, ElementsOp):
                texts += op.elements
        return any(find(text) for text in texts)

    def _left(self, op: Operation, find: Find) -> Operation | None:
        if isinstance(op, EntryOp):
            return op
        if op.id in self.gone or op.id in self.people:
            return None
        if isinstance(op, ElementsOp):
            words = [each for each in op.elements if not find(each)]
            return op._replace(elements=words, own={e: s for e, s in op.own.items() if e in words}) if words else None
        free = _free(op)
        fields = {name: _marked(value, find) if name in free else value for name, value in op.fields.items()}
        if op.id in self.swaps:
            fields = {name: value for name, value in fields.items() if name not in _SWAP_TEXTS}
        return op._replace(fields=fields, own={n: s for n, s in op.own.items() if n in fields}) if fields else None


def words_of(values: Iterable[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (words, short ones) of what a person was called and reached by, longest first."""
    found = {" ".join(text.split()) for value in values for text in _texts(value)}
    telling = {text for text in found if " " in text or "@" in text or sum(map(str.isdigit, text)) >= 6}
    short = {text for text in found - telling if len(text) > 2}
    return tuple(sorted(telling, key=lambda t: (-len(t), t))), tuple(sorted(short, key=lambda t: (-len(t), t)))


def scrub_of(
    people: frozenset[bytes], gone: frozenset[bytes], marks: tuple[Marks, ...], changesets: Sequence[Changeset]
) -> Scrub:
    """Return how to take people out of these changesets, with the words for them that stand in them."""
    said = [op for changeset in changesets for op in changeset.ops if isinstance(op, SetOp) and op.id in people]
    words, short = words_of(value for op in said for name, value in op.fields.items() if name in TELLING)
    return Scrub(people, gone, frozenset(), words, short, marks)


def same_but(original: Changeset | None, restated: Changeset) -> bool:
    """Return whether a restatement says nothing that its original did not, apart from what was taken out."""
    if original is None or original[:3] != restated[:3] or original.saw != restated.saw:
        return False
    if restated.label not in ("", original.label):
        return False
    left = list(original.ops)
    for op in restated.ops:
        place = next((n for n, held in enumerate(left) if _same_op(held, op)), None)
        if place is None:
            return False
        del left[: place + 1]
    return True


def _same_op(held: Operation, op: Operation) -> bool:
    if isinstance(held, SetOp) and isinstance(op, SetOp):
        same = held[:2] == op[:2] and all(name in held.fields for name in op.fields)
        return same and all(_fits(held.fields[name], value) for name, value in op.fields.items())
    if isinstance(held, ElementsOp) and isinstance(op, ElementsOp):
        return held[:4] == op[:4] and set(op.elements) <= set(held.elements)
    return held == op


def _fits(held: Any, value: Any) -> bool:
    if isinstance(held, str) and isinstance(value, str) and MARK in value:
        return re.fullmatch(".*".join(map(re.escape, value.split(MARK))), held, re.DOTALL) is not None
    if isinstance(held, dict) and isinstance(value, dict):
        return held.keys() == value.keys() and all(_fits(held[key], value[key]) for key in held)
    return bool(held == value)


def _free(op: SetOp) -> dict[str, Any]:
    """The fields in which people write freely: not another member's own name and ways to be reached."""
    kind = ENTITIES.get(op.entity)
    return {name: value for name, value in op.fields.items() if not _is_own(kind and kind.field(name), op.entity, name)}


def _is_own(field: Any, entity: str, name: str) -> bool:
    return (entity == "member" and name == "name") or (field is not None and field.kind in _OWN_KINDS)


def _marked(value: Any, find: Find) -> Any:
    if isinstance(value, str):
        return _without_spans(value, find(value))
    if isinstance(value, dict):
        return {key: _marked(part, find) for key, part in value.items()}
    return value


def _without_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept, at = "", 0
    for begin, end in spans:
        if begin >= at:
            kept += text[at:begin] + MARK
        at = max(at, end)
    return kept + text[at:]


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    parts = [r"\s+".join(map(re.escape, word.split())) for word in words]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)", re.IGNORECASE) if parts else None


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [text for part in value.values() for text in _texts(part)] if isinstance(value, dict) else []


def _ids_in(value: Any) -> list[bytes]:
    if isinstance(value, bytes):
        return [value]
    return [id_ for part in value.values() for id_ in _ids_in(part)] if isinstance(value, dict) else []
