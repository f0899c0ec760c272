"""Finding the meetup that a cell names: by title and day, as an export writes it, by its title alone, or by its id."""

from __future__ import annotations

from itertools import chain

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.intake.plain import folded


class Gatherings:
    """The circle's meetups by everything that a list may call them; read once, when first asked."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._names: dict[str, set[bytes]] | None = None

    def id_of(self, text: str) -> bytes:
        """Return the meetup's id; raises NotFound, or InvalidValue where several are called so."""
        found = self._load().get(folded(text), set())
        if len(found) > 1:
            raise InvalidValue(
                "two_meetups", "Several meetups are called {name}: write the day behind it, such as 2026-11-28.",
                name=text,
            )  # fmt: skip
        if not found:
            raise NotFound("no_meetup", "There is no meetup called {name}.", name=text)
        return next(iter(found))

    def name_of(self, record: Record) -> str:
        """Return what `id_of` understands: title and day, with the time where there were two that day, else the id."""
        wanted = (f"{name}, {at}" for name, at in _named(record))
        known = self._load()
        return next((name for name in wanted if known.get(folded(name)) == {record.id}), record.id.hex())

    def _load(self) -> dict[str, set[bytes]]:
        if self._names is None:
            self._names = {}
            for record in chain.from_iterable(self._reader.pages("meetup")):
                called = [f"{name} {at}" for name, at in _named(record)]
                for text in (str(record.get("title", "")), *called, record.id.hex()):
                    self._names.setdefault(folded(text), set()).add(record.id)
        return self._names


def _named(record: Record) -> list[tuple[str, str]]:
    """Return (title, day) and (title, day and time)."""
    title, at = str(record.get("title", "")), str((record.get("start") or {}).get("at", ""))
    return [(title, at[:10]), (title, at.replace("T", " "))]
