"""One name for one topic: what differs from a topic in use by case, accents or spaces alone is that topic.

"Bread Baking" typed beside "bread baking" would be a second topic that nobody finds. Every way to write goes through
here: forms, the command line, imports. Another spelling is taken where nothing else uses the one that stands.
"""

from __future__ import annotations

from typing import Any

from learningcircles.circle.circle import Circle
from learningcircles.entities.declare import Entity
from learningcircles.storage.subjects import same


class Topics:
    """The topics in use, read when a word is not among those known, and anybody can have written since.

    What was added through here is known without reading: among 100,000 records it would take half a second each time.
    """

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._known: dict[str, str] = {}
        self._read_at = (-1, -1)
        self._given_up = 0
        self._adding = self._added = 0
        """The transaction that adds now, and how many have only added since the topics were read."""

    def spelled(self, entity: Entity, fields: dict[str, Any], *, but: bytes | None = None) -> dict[str, Any]:
        """Return checked fields with topics spelled as the circle spells them. `but`: the record that is changed."""
        found = dict(fields)
        if but is None and self._circle.is_writing and self._adding != self._circle.begun:
            self._adding = self._circle.begun
            self._added += 1
        for field in entity.topics:
            if value := fields.get(field.name):
                several = isinstance(value, list)
                found[field.name] = self._several(value, but) if several else self.name(value, but=but)
        return found

    def name(self, words: str, *, but: bytes | None = None) -> str:
        """Return the name of the topic that is meant; the words themselves, one space apart, where it is new."""
        self._forget_what_was_given_up()
        wanted, key = " ".join(words.split()), same(words)
        if self._known.get(key) != wanted:
            self._follow()
        held = self._known.get(key, wanted)
        if held != wanted and but is not None and not self._circle.reader.names_topic_elsewhere(held, but):
            held = wanted
        self._known[key] = held
        return held

    def _several(self, words: list[str], but: bytes | None) -> list[str]:
        return sorted({self.name(each, but=but) for each in words})

    def _forget_what_was_given_up(self) -> None:
        """A spelling that a refused action brought in is nobody's."""
        if self._given_up != self._circle.given_up:
            self._given_up = self._circle.given_up
            self._known, self._read_at = {}, (-1, -1)

    def _follow(self) -> None:
        """Read the topics anew if anybody can have written since they were read."""
        reader = self._circle.reader
        begun, version = self._circle.begun, reader.data_version()
        if (begun - self._added, version) != self._read_at:
            self._known = {same(name): name for name in reader.topics()}
            self._added = 0
            self._read_at = (begun, version)
