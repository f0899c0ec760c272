"""Values that stand in several columns: a name in up to five, an address in four and perhaps once more as a whole.

And names of which one cell holds both parts, the family name first: "Adeyemi, Amina".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from learningcircles.intake.headings import headings
from learningcircles.intake.likeness import folded_title
from learningcircles.intake.plain import folded

NAME_PARTS = ("first", "middle", "last", "second", "used")
"""In the order in which a name is said."""
_BEHIND = frozenset({
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "dr", "drs", "prof", "mba", "msc", "bsc", "llm", "llb",
    "obe", "mbe", "cbe", "cpa", "dds",
})  # fmt: skip
"""What stands behind a comma and is no first name, without dots and blanks."""
_SEVERAL = 2
_LAST, _FIRST = ("last", "family"), ("first", "given")


def joined(parts: Mapping[str, str]) -> str:
    """Return the whole name of its parts: "Jane Quincy O'Hara", "Ana Ruiz Gómez".

    The whole name beside them (under "") stands for them where it holds them all and says more, as "Cy van der Berg"
    does beside "Cy" and "Berg". A name in use that holds the family name ("Petit-Grand") stands for it, and none is
    said twice.
    """
    said = {part: text for part, text in parts.items() if part}
    whole = parts.get("", "")
    if all(within(text, whole) for text in said.values()) and _says_more(whole, said.values()):
        return turned(whole) if within(said.get("first"), whole.partition(",")[2]) else whole
    if within(said.get("middle"), said.get("first")):
        del said["middle"]
    if within(said.get("last"), said.get("used")):
        said = {part: text for part, text in said.items() if part not in ("last", "second")}
    elif within(said.get("used"), said.get("last")):
        del said["used"]
    return " ".join(said[part] for part in NAME_PARTS if part in said)


def address(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of an address: a whole one beside them only where it says more, and then no street it holds."""
    held = {part or "text": text for part, text in parts.items()}
    apart = [text for part, text in held.items() if part != "text"]
    if apart and not _says_more(held.get("text", ""), apart):
        held.pop("text", None)
    elif within(held.get("street"), held.get("text")):
        del held["street"]
    return held


def _says_more(whole: str, parts: Iterable[str]) -> bool:
    """Return whether a whole has words that its parts have not."""
    return bool(Counter(folded(whole).split()) - Counter(folded(" ".join(parts)).split()))


def turned(name: str) -> str:
    """Return "Amina Adeyemi" for "Adeyemi, Amina"; a name with no comma, with several or a title behind it stays."""
    last, comma, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}" if comma and last and _is_first(first) else name


def is_family_first(title: str) -> bool:
    """Return whether the title of a column of whole names says that family names come first: "Nachname, Vorname"."""
    words = headings().get("member", {})
    last = (*_LAST, *map(folded, words.get("name:last", ())))
    first = (*_FIRST, *map(folded, words.get("name:first", ())))
    said = folded_title(title)
    behind = said.endswith(tuple(f" {word}" for word in (*first, "first name"))) and not said.startswith(first)
    return behind or said.startswith(tuple(f"{word} " for word in last))


def may_be_turned(cells: Iterable[str]) -> bool:
    """Return whether nearly all cells may be names with the family name first.

    That alone turns none: "Ana Ruiz, Lyon" looks just like "Ruiz Gómez, Ana".
    """
    filled = [cell for cell in cells if cell]
    so = sum(turned(cell) != cell for cell in filled)
    return so >= _SEVERAL and so * 10 >= len(filled) * 9


def _is_first(words: str) -> bool:
    return bool(words) and "," not in words and folded(words).replace(" ", "") not in _BEHIND


def within(part: str | None, whole: str | None) -> bool:
    """Return whether a whole holds a part, word by word."""
    return bool(part and whole) and f" {folded(part or '')} " in f" {folded(whole or '')} "
