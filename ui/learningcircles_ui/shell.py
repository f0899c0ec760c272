"""What every page is given: the circle in use and the ways to read, write, tell and remember."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.surroundings import Surroundings
from learningcircles_ui.remember import Remember
from learningcircles_ui.settings import Settings, choice_not_kept
from learningcircles_ui.signals import Signals
from learningcircles_ui.tasks import Tasks
from learningcircles_ui.theme import Theme
from learningcircles_ui.unkept import DraftKeeper


@dataclass(frozen=True)
class Shell:
    """One circle on screen."""

    home: Home
    file: CircleFile
    right: str
    tasks: Tasks
    signals: Signals
    drafts: DraftKeeper
    theme: Theme
    settings: Settings
    remember: Remember
    surroundings: Surroundings
    older: str = ""
    """A sentence where this file is an older copy of what this laptop has shared, or its list of circles was bad."""
    resuming: set[str] = field(default_factory=set)
    """Drafts whose form was open when the circle was locked: it is filled again without asking."""
    under_way: set[str] = field(default_factory=set)
    """What is being made that opens a window once it is there: whoever asks for it twice gets it once."""

    @property
    def has_passphrase(self) -> bool:
        """Return whether the circle opens with a passphrase: then it can be locked."""
        return self.tasks.has_passphrase

    @property
    def may_write(self) -> bool:
        """Return whether this laptop may record."""
        return self.right != "reader"

    @property
    def may_run(self) -> bool:
        """Return whether this laptop may run the circle."""
        return self.right == "organizer"

    def choose(self, name: str, value: str | int) -> None:
        """Keep a choice of this laptop; where it cannot be kept, that is told, and it counts all the same."""
        self.settings.choose(name, value)
        self.tell_refused(name)

    def tell_refused(self, name: str) -> None:
        """Tell that a choice could not be kept, if that is so."""
        if (why := self.settings.refused.get(name)) is not None:
            self.signals.said.emit(choice_not_kept(why), b"")

    def keep(self, work: Callable[[], object]) -> None:
        """Keep something else of this laptop by `work`; where that is refused it is told as in `choose`."""
        try:
            work()
        except CircleError as error:
            self.signals.said.emit(choice_not_kept(error), b"")

    def do(
        self,
        work: Callable[[Any], Any],
        *,
        say: str | Callable[[Any], str] = "",
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
    ) -> None:
        """Call a verb on the circle's thread; everything that shows what it touched looks again.

        `work(verbs)` returns `Changes`, or a tuple that holds one. `say`, or what it makes of the answer, is told in
        a toast with Undo. Without `failed` a refusal is told in a sentence.
        """

        def done(result: Any) -> None:
            changes = changes_in(result)
            if changes is not None:
                self.signals.changed.emit(changes)
            said = say if isinstance(say, str) else say(result)
            if said:
                self.signals.said.emit(said, changes.action if changes is not None else b"")
            if then is not None:
                then(result)

        self.tasks.mutate(work, done, failed or self.signals.failed.emit)


def changes_in(result: Any) -> Changes | None:
    """Return the `Changes` of a verb's answer."""
    if isinstance(result, Changes):
        return result
    if isinstance(result, tuple):
        return next((part for part in result if isinstance(part, Changes)), None)
    return None
