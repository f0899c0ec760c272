"""Who is meant, for certain or nearly, among the names of one circle; `nearly` is loaded when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from learningcircles.entities.registry import entity as declared
from learningcircles.lazy import lazy
from learningcircles.storage import query
from learningcircles.storage.connect import Connection, data_version

if TYPE_CHECKING:
    from learningcircles.circle.nearly import Nearly


class NearNames:
    """`connection()`: with everything folded into the tables that was written so far."""

    def __init__(self, connection: Callable[[], Connection]) -> None:
        self._connection = connection
        self._held: dict[str, tuple[Nearly, tuple[int, int]]] = {}

    def ids(self, entity: str, typed: Sequence[str], limit: int) -> list[bytes]:
        """Return those whose name or title nearly begins with these words, the fewest wrong letters first."""
        numbers = self.learn(entity).nearest(typed)
        return query.shown_of(self._connection(), declared(entity), numbers, limit)

    def only(self, entity: str, words: str, *, never: bytes | None = None) -> bytes | None:
        """Return the one record that words mean for certain (see `Nearly.only`); None where people are asked.

        `never`: a record that is not meant, whatever it is called.
        """
        kind = declared(entity)

        def two(numbers: Sequence[int]) -> list[bytes]:
            shown = query.shown_of(self._connection(), kind, numbers, 2 if never is None else 3)
            return [each for each in shown if each != never][:2]

        return self.learn(entity).only(words, two)

    def learn(self, entity: str) -> Nearly:
        """Get ready for `ids` and `only`; what is known already is not read again until something is written."""
        connection = self._connection()
        version = data_version(connection), connection.total_changes
        names, known = self._held.get(entity) or (lazy("learningcircles.circle.nearly").Nearly(), (-1, -1))
        if known != version:
            names.learn(query.plain_titles(connection, declared(entity)))
            self._held[entity] = names, version
        return names

    def forget(self) -> None:
        """Forget all names: those of what was given up count as no change that a file or a connection would tell of."""
        self._held.clear()
