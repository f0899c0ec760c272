"""People by the beginnings of their names' words: who is called nearly the same, in a circle of any size."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from learningcircles.codec import decode_own, encode
from learningcircles.lazy import lazy

LEAST_LIKENESS = 92
"""How alike (0–100) two names are that are asked about."""
CROWD = 1_000
"""Of more people than this with one beginning in their names, only those are compared whose names go on or end alike: a
hundred thousand share few first names, and to compare everybody takes minutes.
"""
_EDGE = 2
"""Letters at which a name goes on or ends alike: a slip of the pen leaves one of the two as it is."""

Place = tuple[bytes | None, int | None]
Key = TypeVar("Key", int, str)


class Person(NamedTuple):
    """Where somebody stands, and what is compared. `name`: words without accents, in the order of the alphabet."""

    place: Place
    name: str
    year: Any
    email: Any
    phone: Any

    @property
    def whole(self) -> bool:
        """Whether e-mail and telephone are known: somebody else who is whole must share one of them to be the same."""
        return bool(self.email and self.phone)


class People:
    """People who were met, by number; a circle may have very many, so each is kept in as few objects as can be."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._rest: list[bytes] = []
        self._where: list[bytes | int | None] = []

    def put(self, person: Person) -> int:
        """Keep somebody; return their number."""
        id_, row = person.place
        self.names.append(person.name)
        self._rest.append(encode([person.year, person.email, person.phone]))
        self._where.append(row if id_ is None else id_)
        return len(self.names) - 1

    def person(self, at: int) -> Person:
        """Return somebody."""
        where = self._where[at]
        place: Place = (where, None) if isinstance(where, bytes) else (None, where)
        return Person(place, self.names[at], *decode_own(self._rest[at]))


class Index(Generic[Key]):
    """Numbers of people by what they share; whoever shares it with nobody takes no list of their own."""

    def __init__(self) -> None:
        self._held: dict[Key, int | array[int]] = {}

    def put(self, key: Key, at: int) -> None:
        """Add somebody who has this."""
        held = self._held.get(key)
        if held is None:
            self._held[key] = at
        elif isinstance(held, int):
            self._held[key] = array("I", (held, at))
        else:
            held.append(at)

    def get(self, key: Key | None) -> Sequence[int]:
        """Return who has this, in the order in which they came."""
        held = None if key is None else self._held.get(key)
        return () if held is None else (held,) if isinstance(held, int) else held


class Names:
    """People by the beginnings of their names' words. The names of one beginning are gathered when first asked for."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._blocks: Index[str] = Index()
        self._gathered: dict[str, list[str]] = {}
        self._edged: dict[str, int] = {}

    def put(self, blocks: Iterable[str], at: int) -> None:
        """Add somebody."""
        for block in blocks:
            self._blocks.put(block, at)

    def like(self, block: str, name: str) -> list[Person]:
        """Return whose name shares this beginning of a word and is nearly this one."""
        whose = self._blocks.get(block)
        if len(whose) <= CROWD:
            return [self._people.person(at) for at in self._alike(block, name)]
        for at in whose[self._edged.get(block, 0) :]:
            self.put(_edges(block, self._people.names[at]), at)
        self._edged[block] = len(whose)
        near = {at for edge in _edges(block, name) for at in self._alike(edge, name)}
        return [self._people.person(at) for at in sorted(near)]

    def _alike(self, key: str, name: str) -> list[int]:
        whose = self._blocks.get(key)
        if not whose:
            return []
        names = self._gathered.setdefault(key, [])
        names += (self._people.names[at] for at in whose[len(names) :])
        if not any(may_be_alike(name, other) for other in names):
            return []
        fuzzy = lazy("learningcircles.fuzzy")
        found = fuzzy.process.extract(name, names, scorer=fuzzy.fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=None)
        return [whose[at] for _, _, at in found]


def _edges(block: str, name: str) -> set[str]:
    """Return how the other words of a name with this beginning begin and end; of a single word how it goes on.

    No beginning of a word has a line break, so none is taken for one of these.
    """
    words = name.split()
    own = next((word for word in words if word.startswith(block)), "")
    if own:
        words.remove(own)
    rest = " ".join(words) or own.removeprefix(block)
    return {f"{block}\n{rest[:_EDGE]}", f"{block}\n\n{rest[-_EDGE:]}"}


def may_be_alike(one: str, other: str) -> bool:
    """Return whether two names may be so: each letter that one has more than the other takes its share."""
    together = len(one) + len(other)
    return abs(len(one) - len(other)) * 100 <= (100 - LEAST_LIKENESS) * together


def blocks_of(name: str) -> list[str]:
    """Only names that share the beginning of a word are compared: ten thousand rows stay a second's work."""
    return sorted({word[:4] for word in name.split() if len(word) > 1} or ({name} if name else set()))
