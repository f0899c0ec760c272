"""What was given to be written, for whoever goes on after the lock: the answer is heard by nobody then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


class Given:
    """`item` says in plain values what is written.

    `written` is set on the circle's thread, which the lock waits for: what is not written by then was refused.
    """

    def __init__(self, item: Any) -> None:
        self.item = item
        self.written = False

    def writes(self, work: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """Return the work that notes that it is done."""

        def done(verbs: Any) -> Any:
            answer = work(verbs)
            self.written = True
            return answer

        return done


def besides(given: Sequence[Given], items: Sequence[Any]) -> Sequence[Any]:
    """Return those of the items that are not being written; two may look the same."""
    return [each for each in items if all(each is not one.item for one in given)]
