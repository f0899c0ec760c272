"""What was given to be written, for whoever keeps what is not: after a lock or a crash nobody hears the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Given:
    """`item` says in plain values what is written. It is equal to itself alone: of what looks the same, as two taps on
    one name do, each is answered by itself.

    `written` is set on the circle's thread: whoever keeps a draft there knows whether it is still to be written.
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
