"""Letters by which somebody was asked for in the hall, and nobody was meant for certain: what is typed next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.storage.search import words_of
from learningcircles_ui.parts.who import called_so


class Asked(NamedTuple):
    """The letters, and the shown names of those who are called so; where nobody is, the letters are marked."""

    letters: str
    names: Sequence[str]

    def begun_anew(self, letters: str) -> str | None:
        """Return what the next name is, of somebody who has read no question; None where the first one goes on.

        A blank goes on with it: of surnames no more than letters are shown, so that what follows may be one.
        """
        if not self.letters:
            return None
        if not self.names:
            return letters if len(letters) == 1 else None
        behind = letters.removeprefix(self.letters)
        if behind == letters or not behind.strip() or behind[0].isspace() or self.letters[-1].isspace():
            return None
        goes_on = called_so(letters, self.names) or any(_surname(letters, name) for name in self.names)
        return None if goes_on else behind


NOBODY = Asked("", ())


def _surname(letters: str, name: str) -> bool:
    """Return whether the first name is typed, and letters of a surname that begins as the one that is shown."""
    first, *last = words_of(letters)
    shown, *begun = words_of(name)
    return first == shown and bool(last and begun) and last[0].startswith(begun[0])
