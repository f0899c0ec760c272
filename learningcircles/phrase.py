"""Words with names in them: an English template, which the desktop tells in the language that is set now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_DAY_MS = 24 * 3_600_000
_UNITS = (
    (60_000, "minute", 60),
    (3_600_000, "hour", 24),
    (_DAY_MS, "day", 60),
    (365.25 / 12 * _DAY_MS, "month", 24),
    (365.25 * _DAY_MS, "year", float("inf")),
)
"""How long a unit is, in ms, what it is called, and that fewer of them are said."""


def fill(template: str, names: Mapping[str, object]) -> str:
    """Return a sentence with names in it; one that ends with a full stop itself ("Amina A.") brings the only one."""
    told = template.format(**names)
    for value in {str(each) for each in names.values()}:
        if value.endswith("."):
            told = re.sub(rf"({re.escape(value)})\.(?=\s|$)", r"\1", told)
    return told


def in_hours(minutes: int) -> str:
    """Return minutes as people say them: "20 min", "2 h", "1 h 30 min", "-15 min"; nothing at all is "0 h".

    The only way in which lengths and balances are told; no thousands are parted, so that each reads back as the same.
    """
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours} h"] * bool(hours or not rest) + [f"{rest} min"] * bool(rest)
    return ("-" if minutes < 0 else "") + " ".join(parts)


def roughly(ms: int, *, least: bool = False) -> tuple[int, str]:
    """Return about how long that is, as people say it: a number of minutes, hours, days, months or years.

    Up to 59 minutes, 23 hours, 59 days, 23 months. `least`: no more than it is.
    """
    counts = ((int(ms // size) if least else round(ms / size), unit, fewer) for size, unit, fewer in _UNITS)
    return next((number, unit) for number, unit, fewer in counts if number < fewer)


class Phrase(NamedTuple):
    """`template` is English, such as "Remove {name}"; `names` fill it, and are told as they are.

    A name called `label` is a field's label, and translated too: in lower case. One called `whole` is all there is: it
    is translated where the program knows it, else told as it is.
    """

    template: str
    names: Mapping[str, str] = {}

    def __str__(self) -> str:
        """Return the words in English."""
        lower = {name: value.lower() if name == "label" else value for name, value in self.names.items()}
        return fill(self.template, lower)


class Phrases(tuple[Phrase, ...]):
    """Sentences that follow each other."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the sentences in English."""
        return " ".join(map(str, self))


def whole(words: str) -> Phrase:
    """Return words that are all there is."""
    return Phrase("{whole}", {"whole": words})
