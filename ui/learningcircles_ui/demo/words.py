"""What the sample circles say, in another language than the English that they are written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SAID = frozenset(
    {
        "objective",
        "project",
        "agreements",
        "address",
        "place",
        "title",
        "topic",
        "topics",
        "notes",
        "source",
        "with_whom",
    }
)
"""The fields whose words are translated."""
_AS_THEY_ARE = frozenset({"topic", "topics", "source"})
"""Those that stand within a sentence: the others begin with a capital letter."""


class SampleWords:
    """`words`: English → the other language; "{}" in both stands for words that are themselves translated, or a name.

    Empty words change nothing.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = {english.casefold(): other for english, other in words.items() if "{}" not in english}
        self._forms = [(_form(english), other) for english, other in words.items() if "{}" in english]

    def circle(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return a sample circle in the other language."""
        told: dict[str, Any] = {name: self._value(name, value) for name, value in data.items()}
        for row in told["places"]:
            row["name"] = self._value("place", row["name"])
        return told

    def said(self, english: str) -> str:
        """Return words in the other language; what it does not know stays."""
        known = self._words.get(english.casefold())
        if known is not None:
            return known
        for form, other in self._forms:
            if met := form.fullmatch(english):
                return other.format(self.said(met[1]))
        return english

    def _value(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._value(name, each) for each in value]
        if isinstance(value, Mapping):
            return {key: self._value(key, each) for key, each in value.items()}
        if name not in SAID or not isinstance(value, str):
            return value
        said = self.said(value)
        return said if name in _AS_THEY_ARE else said[:1].upper() + said[1:]


def _form(english: str) -> re.Pattern[str]:
    before, after = map(re.escape, english.split("{}"))
    return re.compile(f"{before}(.+){after}")
