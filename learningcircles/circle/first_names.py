"""The first name in a name: of a guest no more than that is ever written down."""

from __future__ import annotations

import re

_NO_NAME = re.compile(r"\d{4}|.@")
"""What stands where a name should: a telephone number, an address. A sign before a name makes it no address."""
_TELEPHONE = re.compile(r"\d{4}")
HIDDEN = "…"
"""What stands for a name that is none."""


def first_name(name: str) -> str:
    """Return the first name alone."""
    return first_and_last(name)[0]


def first_and_last(name: str) -> tuple[str, str]:
    """Return the first name and the surname; "Ortega, Pilar" is read from behind."""
    words = _in_order(name)
    if not words or _NO_NAME.search(words[0]):
        return HIDDEN, ""
    return words[0], words[-1] if len(words) > 1 else ""


def is_name(name: str) -> bool:
    """Return whether a first name has a letter, as every name does; or is a telephone number, which is hidden."""
    first = next(iter(_in_order(name)), "")
    return any(map(str.isalpha, first)) or bool(_TELEPHONE.search(first))


def _in_order(name: str) -> list[str]:
    last, comma, first = name.partition(",")
    return f"{first} {last}".split() if comma else name.split()
