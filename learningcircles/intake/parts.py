"""Values that stand in several columns: a name in up to five, an address in four and perhaps once more as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from learningcircles.intake.plain import folded

NAME_PARTS = ("first", "middle", "last", "second", "used")
"""In the order in which a name is said."""


def joined(parts: Mapping[str, str]) -> str:
    """Return the whole name of its parts: "Jane Quincy O'Hara", "Ana Ruiz Gómez".

    The whole name beside them (under "") stands for them where they are not all there and it holds those that are.
    A name in use that holds the family name ("Petit-Grand") stands for it, and none is said twice.
    """
    said = {part: text for part, text in parts.items() if part}
    whole, all_there = parts.get(""), "first" in said and ("last" in said or "used" in said)
    if whole and not all_there and all(within(text, whole) for text in said.values()):
        return whole
    if within(said.get("middle"), said.get("first")):
        del said["middle"]
    if within(said.get("last"), said.get("used")):
        said = {part: text for part, text in said.items() if part not in ("last", "second")}
    elif within(said.get("used"), said.get("last")):
        del said["used"]
    return " ".join(said[part] for part in NAME_PARTS if part in said)


def address(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of an address; a whole one beside them that only repeats the street is left out."""
    held = {part or "text": text for part, text in parts.items()}
    if within(held.get("street"), held.get("text")):
        del held["text"]
    return held


def within(part: str | None, whole: str | None) -> bool:
    """Return whether a whole holds a part, word by word."""
    return bool(part and whole) and f" {folded(part or '')} " in f" {folded(whole or '')} "
