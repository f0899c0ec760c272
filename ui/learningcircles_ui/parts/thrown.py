"""What somebody had begun and throws away: it is said, and as long as nothing else was done it can be had back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.parts.draft_names import asked_for, form_of
from learningcircles_ui.shell import Shell
from learningcircles_ui.unkept import Since

translate = QCoreApplication.translate


def throw_away(
    shell: Shell,
    name: str,
    words: str,
    back: Callable[[], object],
    gone: Callable[[str, Callable[[], None]], object] | None = None,
) -> None:
    """Forget a draft by its name, say so in `words`, and offer Undo, which puts it back and calls `back` then.

    Nothing is said of one that is not kept any more: it was thrown away elsewhere, or a press before this one did.
    Where the draft cannot be forgotten it stays kept, and that is said. `gone` is called once it is forgotten, with
    what is said, and with what puts it back.
    """

    def dropped(found: Since | None) -> None:
        shell.drafts.dropped()
        if found is not None:
            put_back = partial(_put_back, shell, name, found, words, back)
            said = _offer(shell, words, put_back)
            if gone is not None:
                gone(said, put_back)

    def refused(error: CircleError) -> None:
        said = translate("Thrown", "Not thrown away, and still on Today: {words}. {sentence}")
        shell.signals.said.emit(said.format(words=words, sentence=text.sentence(error)), b"")

    shell.tasks.mutate(lambda verbs: shell.drafts.drop(verbs, name), dropped, refused)


def bring_up(shell: Shell, name: str) -> None:
    """Bring the form of a draft up with what stood in it: nobody is asked again whether to go on."""
    shell.resuming.clear()  # of two that are wanted the last one counts
    shell.resuming.add(name)
    shell.signals.asked.emit(*asked_for(*form_of(name)))


def _offer(shell: Shell, words: str, put_back: Callable[[], None]) -> str:
    said = translate("Thrown", "Thrown away: {words}").format(words=words)
    shell.signals.said.emit(said, b"")
    shell.signals.also.emit(translate("Thrown", "Undo"), put_back)
    shell.signals.dropped.emit(said, put_back)
    return said


def _put_back(shell: Shell, name: str, found: Since, words: str, back: Callable[[], object]) -> None:
    def again() -> None:
        here = translate("Thrown", "Here again: {words}")
        shell.signals.said.emit(here.format(words=words), b"")
        back()

    shell.signals.dropped.emit("", None)
    shell.drafts.put_back(name, found, again)
