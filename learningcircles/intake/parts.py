"""Values that stand in several columns: a name in up to five, an address in four and perhaps once more as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from learningcircles.intake.plain import folded

NAME_PARTS = ("first", "middle", "last", "second", "used")
"""In the order in which a name is said."""


def joined(parts: Mapping[str, str]) -> str:
    """Return the whole name of its parts: "Jane Quincy O'Hara", "Ana Ruiz Gómez".

    A name in use that holds the family name ("Petit-Grand") stands for it, and none is said twice.
    """
    said = dict(parts)
    if _within(said.get("middle"), said.get("first")):
        del said["middle"]
    if _within(said.get("last"), said.get("used")):
        said = {part: text for part, text in said.items() if part not in ("last", "second")}
    elif _within(said.get("used"), said.get("last")):
        del said["used"]
    return " ".join(said[part] for part in NAME_PARTS if part in said)


def address(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of an address; a whole one beside them that only repeats the street is left out."""
    held = {part or "text": text for part, text in parts.items()}
    if _within(held.get("street"), held.get("text")):
        del held["text"]
    return held


def _within(part: str | None, whole: str | None) -> bool:
    return bool(part and whole) and f" {folded(part or '')} " in f" {folded(whole or '')} "
