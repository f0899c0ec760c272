"""Letters by which somebody was asked for, and nobody was meant for certain: what is typed next, without looking up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.storage.search import words_of
from learningcircles_ui.parts.who import called_so


class Asked(NamedTuple):
    """The letters, and the names that go on with them; where there is none, the letters are marked.

    `short`: no more is shown of surnames than their first letters, as in the hall.
    """

    letters: str
    names: Sequence[str]
    short: bool = False

    def typed(self, letters: str) -> tuple[Asked, str | None]:
        """Return what is asked about still, with these letters in the field, and the next name where that stands there.

        Letters that are gone from the field, by whatever way, are asked about no more: those of another name that
        begins as they do would be taken for them.
        """
        anew = self._begun_anew(letters)
        return self if anew is None and letters.startswith(self.letters) else NOBODY, anew

    def _begun_anew(self, letters: str) -> str | None:
        """Return what the next name is, of somebody who has read no question; None where the first one goes on.

        A blank goes on with it where names are short, since a surname may follow of which nobody can see more.
        """
        if not self.letters:
            return None
        if not self.names:
            return letters if len(letters) == 1 else None
        behind = letters.removeprefix(self.letters)
        if behind == letters or not behind.strip() or (self.short and _is_behind_a_blank(self.letters, behind)):
            return None
        goes_on = called_so(letters, self.names) or (self.short and any(_surname(letters, name) for name in self.names))
        return None if goes_on else behind.strip()


NOBODY = Asked("", ())


def _is_behind_a_blank(letters: str, behind: str) -> bool:
    return behind[0].isspace() or letters[-1].isspace()


def _surname(letters: str, name: str) -> bool:
    """Return whether the first name is typed, and letters of a surname that begins as the one that is shown."""
    first, *last = words_of(letters)
    shown, *begun = words_of(name)
    return first == shown and bool(last and begun) and last[0].startswith(begun[0])
