"""How like a column's title is to a word that stands for a field, and whether what stands below it bears that out.

A title may say more than the word: "Telephone (home)", "Phone 1 - Value", "Nom de l'adhérent" hold what they say. But
"Phone type", "Member type" and "Company name" hold something else, so a title that merely holds a word counts only
where all the rest of it is known to change nothing: small words, whose or which, or other words for the same field.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.errors import InvalidValue
from learningcircles.fuzzy import fuzz
from learningcircles.intake.convert import chosen_of
from learningcircles.intake.plain import folded
from learningcircles.intake.words import ASIDES, HALVES, SMALL_WORDS, WHICH_WORDS, WORK_WORDS

LEAST_SCORE = 84
"""Below this likeness (0–100) a column is left out rather than guessed wrongly; people can still choose it."""
EXACT, HELD, FAINT = 101.0, 88.0, 60.0
LONGEST_TITLE = 200
"""Letters: a longer cell is no title, whatever it says."""
_SURE_CELLS = 3
"""So many cells that all say otherwise are believed more than the very word above them."""
_ALIKE = 70
"""No word of a title may be less like the one that it stands for."""
_LEAST_PART = 0.5
"""A title of half the letters, small words and all, is no spelling mistake."""
_SHORT = 4
"""Letters: shorter words are like one another by chance."""
_COLUMNS = "   "
"""What sets titles apart in a list whose columns are of blanks, as mails and old programs have them."""
_CELLS = 8192
"""So many cells of a workbook are held against all kinds of records, one after the other."""
_ASIDE = re.compile(r"\s[(\[](.*?)[)\]]")

_SMALL = frozenset(folded(word) for word in SMALL_WORDS.split())
_WORK = frozenset(folded(word) for word in WORK_WORDS.split(","))
_WHICH = frozenset(folded(word) for word in WHICH_WORDS.split(","))
_BESIDE = frozenset(folded(word) for word in ASIDES.split())


@dataclass(frozen=True, slots=True)
class Words:
    """A title or what is looked for, folded; taken apart once, since every cell may be held against hundreds.

    `parts`: without the small ones; `solid`: without blanks.
    """

    text: str
    parts: tuple[str, ...]
    solid: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stands for a target: its words, and those that change nothing beside them.

    `loose`: an aside in brackets may say how or when as well ("Born (DD/MM/YYYY)"), but beside a name, where it says
    whose. One that says whose ("Phone (mother)"), or anything that is not known, makes something else of any title.
    """

    words: tuple[Words, ...]
    neutral: frozenset[str]
    loose: bool = False
    texts: frozenset[str] = field(init=False)
    beginning: Mapping[str, Sequence[Words]] = field(init=False)
    """By the first of all their words."""
    alike: Mapping[str | int, Sequence[Words]] = field(init=False)
    """By how they are written without blanks, and by how many words they have, without the small ones."""

    def __post_init__(self) -> None:
        beginning, alike = defaultdict[str, list[Words]](list), defaultdict[str | int, list[Words]](list)
        for word in self.words:
            beginning[word.text.partition(" ")[0]].append(word)
            for key in (word.solid, len(word.parts)):
                alike[key].append(word)
        for name, value in (("beginning", dict(beginning)), ("alike", dict(alike))):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "texts", frozenset(word.text for word in self.words))


def wanted(entity: Entity, target: str, words: Iterable[str], also: Iterable[str], titles: Iterable[str]) -> Wanted:
    """Return what is wanted of a title for `target`.

    `also`: the words of the field's other parts; `titles`: those for what such records are called ("Member phone").
    """
    name = target.partition(":")[0]
    listed = [each for each in dict.fromkeys(folded(word) for word in words) if each]
    single = frozenset(word for word in map(folded, titles) if " " not in word)
    if name == entity.title:
        own = {part for word in listed for part in word.split()} if ":" in target else set()
        return Wanted(tuple(map(_apart, listed)), _SMALL | single | own)
    apart = frozenset(part for word in (*listed, *map(folded, also)) for part in word.split())
    return Wanted(tuple(map(_apart, listed)), _SMALL | _WHICH | single | apart, loose=True)


def likeness(cell: str, want: Wanted) -> float:
    """Return how like a title is to what is wanted: 0, HELD, LEAST_SCORE to 100, or EXACT."""
    title, bare, aside = _title(cell)
    if not title.text or title.text in want.texts:
        return EXACT if title.text else 0.0
    nothing = all(word in want.neutral or word in _BESIDE or word[0].isdigit() for word in aside)
    outside = bare if want.loose and nothing else ""
    begun = (want.beginning.get(part, ()) for part in {*title.text.split(), *outside.split()})
    held = {word for words in begun for word in words if _is_held(title.text, outside, word, want.neutral)}
    near = (*want.alike.get(title.solid, ()), *want.alike.get(len(title.parts), ()))
    misspelt = max((_misspelt(title, word) for word in near if word not in held), default=0.0)
    return max(misspelt, HELD) if held else misspelt  # a little less sure than a spelling mistake in the whole


@lru_cache(maxsize=_CELLS)
def _title(cell: str) -> tuple[Words, str, tuple[str, ...]]:
    """Return a title, and what it says outside of brackets and in them where it has any."""
    asides = _ASIDE.findall(cell)
    bare = folded(_ASIDE.sub("", cell)) if asides else ""
    return _apart(folded_title(cell)), bare, tuple(folded(" ".join(asides)).split())


def _apart(text: str) -> Words:
    parts = tuple(part for part in text.split() if part not in _SMALL)
    return Words(text, parts, text.replace(" ", ""))


def faint(cell: str, want: Wanted, entity: Entity, target: str) -> bool:
    """Return whether a title at least holds a word, whatever else it says: enough where a needed field lacks one.

    A person's name needs the word itself: "Volunteer name" may be it where nothing better is there, "Member type" not.
    """
    title = f" {folded_title(cell)} "
    person = entity.name == "member" and target == "name"
    listed = HALVES if person else [word.text for word in want.words]
    return any(f" {word} " in title for word in listed if len(word) >= _SHORT or person)


def is_at_work(cell: str) -> bool:
    """Return whether a title speaks of somebody's work: of a street here and a town at home no address is made."""
    return not _WORK.isdisjoint(folded_title(cell).split())


@lru_cache(maxsize=_CELLS)
def folded_title(cell: str) -> str:
    """Return a title as it is compared; empty for what is too long to be one, or several with blanks between them."""
    return folded(cell) if len(cell) <= LONGEST_TITLE and _COLUMNS not in cell else ""


def bears_out(entity: Entity, target: str, score: float, cells: Collection[str]) -> bool:
    """Return whether what stands below a title can be what it is taken for: a telephone has figures, an e-mail an @.

    One cell that fits is enough. The very word is believed unless several cells all say otherwise.
    """
    held = entity.field(target.partition(":")[0])
    fits = None if held is None else _test(entity, held, exact=score >= EXACT)
    if fits is None or not cells or (score >= EXACT and len(cells) < _SURE_CELLS):
        return True
    return any(map(fits, cells))


def _test(entity: Entity, field: Field, *, exact: bool) -> Callable[[str], bool] | None:
    if field.kind is Kind.PHONE:
        return _has_figures
    if field.kind is Kind.EMAIL:
        return lambda cell: "@" in cell
    if field.name == entity.title and entity.name == "member":
        return lambda cell: any(letter.isalpha() for letter in cell)
    if exact:  # a row whose day or status does not read is told of
        return None
    if field.kind in (Kind.DATE, Kind.LOCAL_TIME, Kind.INTEGER, Kind.MINUTES):
        return _has_figures
    return (lambda cell: _is_choice(field, cell)) if field.kind is Kind.CHOICE else None


def _has_figures(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell)


def _is_choice(field: Field, cell: str) -> bool:
    try:
        return bool(chosen_of(field, cell))
    except InvalidValue:
        return False


def _is_held(title: str, outside: str, word: Words, neutral: frozenset[str]) -> bool:
    """Return whether a title holds a word, or what stands outside of its brackets does."""
    return _holds(title, word, neutral) or (outside != "" and (outside == word.text or _holds(outside, word, neutral)))


def _holds(title: str, word: Words, neutral: frozenset[str]) -> bool:
    before, found, after = f" {title} ".partition(f" {word.text} ")
    if not found or len(word.text) < _SHORT - 1 or not word.parts:
        return False
    return all(part in neutral or part.isdigit() for part in (*before.split(), *after.split()))


def _misspelt(title: Words, word: Words) -> float:
    """Return how like all of a title is to a word, each of its words to one of the other's; 0 where one has more."""
    shorter, longer = sorted((len(title.text), len(word.text)))
    if shorter < _SHORT:
        return 0.0
    if title.solid == word.solid:
        return EXACT - 1
    if not title.parts or len(title.parts) != len(word.parts) or shorter < longer * _LEAST_PART:
        return 0.0
    whole = fuzz.token_sort_ratio(" ".join(title.parts), " ".join(word.parts), score_cutoff=LEAST_SCORE)
    if whole and any(max(fuzz.ratio(part, other) for other in word.parts) < _ALIKE for part in title.parts):
        return 0.0
    return whole
