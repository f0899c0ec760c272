"""Finding the member that a cell names: by id, member number, e-mail or name."""

from __future__ import annotations

from itertools import chain

from learningcircles.circle.reader import Reader
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.intake.gatherings import Gatherings
from learningcircles.intake.plain import spellings


class People:
    """The circle's members by everything that a list may call them; read once, when first asked.

    `gatherings`: its meetups likewise.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._names: dict[str, set[bytes]] | None = None
        self.gatherings = Gatherings(reader)

    def id_of(self, text: str) -> bytes:
        """Return the member's id; raises NotFound, or InvalidValue where two members share the name."""
        names = self._load()
        found = next((names[key] for key in (*_keys(text), *_turned(text)) if key in names), set())
        if len(found) > 1:
            raise InvalidValue("two_members", "Two members are called {name}: give the number or e-mail.", name=text)
        if not found:
            raise NotFound("no_member", "There is no member called {name}.", name=text)
        return next(iter(found))

    def is_only(self, text: str) -> bool:
        """Return whether at most one member is called this."""
        names = self._load()
        return len(next((names[key] for key in _keys(text) if key in names), ())) < 2

    def _load(self) -> dict[str, set[bytes]]:
        if self._names is None:
            self._names = {}
            for record in chain.from_iterable(self._reader.pages("member")):
                for text in (record.get("name"), record.get("email"), record.get("number"), record.id.hex()):
                    for key in _keys(text) if isinstance(text, str) and text else ():
                        self._names.setdefault(key, set()).add(record.id)
        return self._names


def _keys(text: str) -> list[str]:
    return [text.strip().casefold()] if "@" in text or "-" in text else spellings(text)


def _turned(text: str) -> list[str]:
    """ "Adeyemi, Amina" is Amina Adeyemi."""
    last, comma, first = text.partition(",")
    return spellings(f"{first} {last}") if comma else []
