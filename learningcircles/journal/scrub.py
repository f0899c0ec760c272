"""Taking a person out of changesets: what speaks of them, and what is left of it for the others.

What is left keeps its stamps; texts lose the person's words, which a mark replaces, so that whoever holds the
original can tell whether anything else was changed (`same_but`). Which words are the person's: `telling`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from learningcircles import ids
from learningcircles.entities.declare import Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.marks import Marks
from learningcircles.journal.operations import ElementsOp, EntryOp, Operation, SetOp
from learningcircles.journal.telling import (
    TELLING,
    Telling,
    is_common,
    outside,
    pattern_of,
    telling,
    texts_of,
    without_others,
)

MARK = "…"
_LETTER = re.compile(r"\w")
Find = Callable[[str], Sequence[tuple[int, int]]]
"""Text → (begin, end) of what is taken out."""
_OWN_KINDS = (Kind.PHONE, Kind.EMAIL, Kind.ADDRESS, Kind.CHOICE, Kind.DATE, Kind.LOCAL_TIME)
"""A household's telephone is another person's too, and stays theirs."""
_OWN_FIELDS = frozenset({"name", "address_as"})
"""What another member is called, and how they wish to be spoken to."""
SWAP_TEXTS = frozenset({"notes", "source"})
"""What an exchange with the person loses whole."""


@dataclass(frozen=True)
class Scrub:
    """Who is taken out: people's ids, the ids of their records, exchanges they took part in, and their words.

    `words` are looked for everywhere, `short` ones (a name of one word) only in operations on records that name the
    person by id, which are `about` them; `spared` are longer words of other people, which stay whole; `marks` stand
    for words that nobody knows any more.
    """

    people: frozenset[bytes]
    gone: frozenset[bytes] = frozenset()
    swaps: frozenset[bytes] = frozenset()
    words: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    marks: tuple[Marks, ...] = ()
    about: frozenset[bytes] = frozenset()
    spared: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.gone or self.swaps or self.words or self.marks)

    def speaks(self, changeset: Changeset) -> bool:
        """Return whether a changeset says anything of these people."""
        return self.names(changeset.ops) or self._has_words(changeset)

    def names(self, ops: Iterable[Operation]) -> bool:
        """Return whether operations name these people, their records or their accounts by id."""
        return any(self._names(op) for op in ops)

    def tells(self, op: Operation) -> bool:
        """Return whether an operation says anything of these people."""
        return self._names(op) or any(map(self._find(op), written(op)))

    def without(self, changeset: Changeset) -> Changeset | None:
        """Return what a changeset says of others; None where nothing is left."""
        if not self.speaks(changeset):
            return changeset
        kept = [left for op in changeset.ops if (left := self._left(op)) is not None]
        return changeset._replace(label="", ops=tuple(kept)) if kept else None

    def changed(self, entity: str, id_: bytes, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the fields of a record of somebody else that would read otherwise; a list is a set's elements."""
        plain = SetOp(entity, id_, {n: v for n, v in fields.items() if not isinstance(v, list)}, {})
        find, left = self._find(plain), self._left(plain)
        kept = left.fields if isinstance(left, SetOp) else {}
        after = {n: kept.get(n) for n, value in plain.fields.items() if kept.get(n) != value}
        elements = {n: [each for each in v if not find(each)] for n, v in fields.items() if isinstance(v, list)}
        return after | {n: left_over for n, left_over in elements.items() if left_over != fields[n]}

    @property
    def unmarked(self) -> tuple[str, ...]:
        """The words for them that no mark stands for: whoever erased them did not know these."""
        return tuple(word for word in self.words if not any(self._is_whole(word, marks) for marks in self.marks))

    def _is_whole(self, word: str, marks: Marks) -> bool:
        rests = (word[:begin] + word[end:] for begin, end in marks.spans(word, short=True))
        return any(_LETTER.search(rest) is None for rest in rests)

    def calling(self, own: Telling, others: Iterable[tuple[str, Any]]) -> Scrub:
        """Return this with a person's words, without those that others have too, which are spared of marks as well."""
        theirs = list(others)
        found, spared = without_others(own, theirs)
        return replace(self, words=found.words, short=found.short, spared=spared).sparing(theirs)

    def sparing(self, others: Iterable[tuple[str, Any]]) -> Scrub:
        """Return this with what other people have and marks would take for the person's.

        Older versions marked towns as well, and a longer name may begin with a marked one.
        """
        held = {text for field, text in texts_of(others) if self.marks and self._is_marked(field, text)}
        return replace(self, spared=tuple(sorted({*self.spared, *held}, key=lambda text: (-len(text), text))))

    def _is_marked(self, field: str, text: str) -> bool:
        spans = [span for marks in self.marks for span in marks.spans(text, short=True)]
        return bool(spans) and (field != "place" or (0, len(text)) in spans)

    def _names(self, op: Operation) -> bool:
        if isinstance(op, EntryOp):
            return any(account in self._accounts for account, _ in op.legs)
        if op.id in self.gone or op.id in self.people:
            return True
        return isinstance(op, SetOp) and (op.id in self.swaps or any(v in self.people for v in _ids_in(op.fields)))

    @cached_property
    def _accounts(self) -> frozenset[bytes]:
        return frozenset(ids.account(person) for person in self.people)

    @cached_property
    def _finders(self) -> tuple[Find, Find]:
        """What finds the person's words anywhere, and in records that name them by id."""
        return self._finder(short=False), self._finder(short=True)

    def _find(self, op: Operation) -> Find:
        is_about = (not isinstance(op, EntryOp) and op.id in self.about) or self._names(op)
        return self._finders[is_about]

    def _finder(self, *, short: bool) -> Find:
        """Return what finds the person's words in a text; with `short` ones where a record names them by id."""
        words, spared = pattern_of(self.words), pattern_of(self.spared)
        names = pattern_of(self.short) if short else None

        def find(text: str) -> list[tuple[int, int]]:
            spans = {found.span() for found in words.finditer(text)} if words is not None else set()
            if names is not None:
                spans |= {found.span() for found in names.finditer(text) if not is_common(found.group())}
            spans |= {span for marks in self.marks for span in marks.spans(text, short=short)}
            kept = [found.span() for found in spared.finditer(text)] if spans and spared is not None else []
            return outside(sorted(spans), kept)

        return find

    def _has_words(self, changeset: Changeset) -> bool:
        if not self.words and not self.marks and not (self.short and self.about):
            return False
        finds = [(op, self._find(op)) for op in changeset.ops]
        return any(find(text) for op, find in finds for text in (changeset.label, *written(op)))

    def _left(self, op: Operation) -> Operation | None:
        if isinstance(op, EntryOp):
            return op
        if op.id in self.gone or op.id in self.people:
            return None
        find = self._find(op)
        if isinstance(op, ElementsOp):
            words = [each for each in op.elements if not find(each)]
            return op._replace(elements=words, own={e: s for e, s in op.own.items() if e in words}) if words else None
        free = _free(op)
        fields = {name: _marked(value, find) if name in free else value for name, value in op.fields.items()}
        if op.id in self.swaps:
            fields = {name: value for name, value in fields.items() if name not in SWAP_TEXTS}
        return op._replace(fields=fields, own={n: s for n, s in op.own.items() if n in fields}) if fields else None


def scrub_of(
    people: frozenset[bytes],
    gone: frozenset[bytes],
    marks: tuple[Marks, ...],
    changesets: Sequence[Changeset],
    others: Iterable[tuple[str, Any]] = (),
    also: Iterable[str] = (),
) -> Scrub:
    """Return how to take people out of these changesets, with the words for them that stand in them.

    `others` is what other people are called, reached by and live in (see `without_others`): it is spared, of `also`,
    words for them that stand there no more, as of the rest.
    """
    said = [op for changeset in changesets for op in changeset.ops if isinstance(op, SetOp) and op.id in people]
    pairs = ((name, value) for op in said for name, value in op.fields.items() if name in TELLING)
    return Scrub(people, gone, marks=marks).calling(telling(pairs).plus(also), others)


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
    return (entity == "member" and name in _OWN_FIELDS) or (field is not None and field.kind in _OWN_KINDS)


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


def written(op: Operation) -> list[str]:
    """The texts of an operation in which somebody else's words may stand."""
    if isinstance(op, SetOp):
        return _texts(_free(op))
    return list(op.elements) if isinstance(op, ElementsOp) else []


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [text for part in value.values() for text in _texts(part)] if isinstance(value, dict) else []


def _ids_in(value: Any) -> list[bytes]:
    if isinstance(value, bytes):
        return [value]
    return [id_ for part in value.values() for id_ in _ids_in(part)] if isinstance(value, dict) else []
