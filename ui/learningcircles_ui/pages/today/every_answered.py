"""A list of all that waits, with two answers below: each is given once, and the next one waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles_ui.pages.today.every import Every
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.headings import button, plain
from learningcircles_ui.shell import Shell

Pair = TypeVar("Pair")


class Answered(Every[Pair]):
    """`done_button` and `other_button` answer; what is chosen stands below the list in whole words.

    The keyboard is in the list, and Enter there is no answer.
    """

    def __init__(self, shell: Shell, done: str, other: str, pairs: Sequence[Pair], count: int, parent: QWidget) -> None:
        super().__init__(shell, done, pairs, count, parent, keys=False)
        self.under_way = False
        """Whether an answer is given that is not told yet."""
        self.sentence = plain("", self)
        self.body.insertWidget(1, self.sentence)
        self.other_button = button(other, lambda: self._answer(self.say_other), parent=self)
        self.near(self.other_button)
        self.done_button.setDefault(False)
        for each in (self.other_button, self.done_button):
            each.setAutoDefault(False)
        self.on_submit = lambda: self._answer(self.say_done)
        self.show_chosen()
        self.fit()
        self.list.setFocus()

    def say_done(self, pair: Pair) -> None:
        """Give the one answer."""
        raise NotImplementedError

    def say_other(self, pair: Pair) -> None:
        """Give the other answer."""
        raise NotImplementedError

    def choose(self, pair: Pair) -> None:
        """It is chosen: what its answers are called may be another now."""

    def settled_meanwhile(self, error: CircleError) -> bool:
        """Return whether an error says that there is nothing to answer any more."""
        return False

    def say(self, pair: Pair, work: Callable[[Verbs], Any], said: str) -> None:
        """Give an answer; until it is told what became of it there is no other: a second click would reach the next."""

        def then(_: object) -> None:
            self.under_way = False
            self.answered(pair)
            self.show_chosen()

        def failed(error: CircleError) -> None:
            if self.settled_meanwhile(error):
                self.toast.show_sentence(QCoreApplication.translate("sentences", "This is settled already."))
                then(error)
                return
            self.under_way = False
            self.show_chosen()
            self.refused(error)

        self.under_way = True
        self._may_answer(now=False)
        self._shell.do(work, say=said, then=then, failed=failed)

    def renew(self, pairs: Sequence[Pair], row: int) -> None:
        """Show these in place of what was shown, with one of them chosen."""
        self.model.renew(pairs)
        self.list.choose(row)
        self.show_chosen()

    def _answer(self, say: Callable[[Pair], None]) -> None:
        pair = self.current()
        if pair is not None:
            say(pair)

    def show_chosen(self) -> None:
        """Say in whole words what is chosen; no answer is given while another one is under way."""
        pair = self.current()
        self.sentence.setText(self.told(pair).words if pair is not None else "")
        self._may_answer(now=pair is not None and not self.under_way)
        if pair is not None:
            self.choose(pair)

    def _may_answer(self, *, now: bool) -> None:
        for each in (self.other_button, self.done_button):
            allow(each, self._shell.may_write, now=now)
