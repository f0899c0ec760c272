"""What happens to a circle, told once to everything on screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from learningcircles.circle.changes import Changes


class Signals(QObject):
    """The window's signals.

    `changed` carries the `Changes` of a write; an empty one says that another program or the sharing wrote, so
    that anything may have changed (see `touches`). `said` carries a sentence and the action that Undo beside it
    takes back (b"": none), `also` words and what to call for one more button beside the sentence just said, `dropped`
    what was done last where that is no action of the circle, with what to call to undo it (None: it is
    undone), `failed` a CircleError, `shared` the state of sharing.
    `asked` carries the name of a page with words to search, or with
    (what to begin, id); or a kind of record with its id. `left`: remove this circle from this laptop.
    `again`: make the window anew; `passphrase`: the circle has another one from now on, or none. `elsewhere`
    carries another circle's CircleFile with a kind of record and its id to show there, a page's name and None,
    or "" and None. `share`: share now, with everybody who can be reached. `sharing` carries the Sharing
    whenever it has changed, `offer` whether the circle is to be offered to laptops on the same network. `typed`
    carries which form, and whether words stand in it that are not saved yet.
    """

    changed = Signal(object)
    said = Signal(str, object)
    also = Signal(str, object)
    dropped = Signal(str, object)
    failed = Signal(object)
    shared = Signal(object)
    asked = Signal(str, object)
    left = Signal()
    again = Signal()
    elsewhere = Signal(object, str, object)
    passphrase = Signal()
    share = Signal()
    sharing = Signal(object)
    offer = Signal(bool)
    typed = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: object = None
        """What `shared` carried last, for a page that is made later than that was told; None before anything was."""
        self.shared.connect(self._note)

    def _note(self, state: object) -> None:
        self.state = state


def touches(changes: Changes, *entities: str) -> bool:
    """Return whether a page that shows these kinds of record has to look again."""
    return not changes.touched or any(name in entities for name, _ in changes.touched)
