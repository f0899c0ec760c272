"""All that waits for an answer on Today and of which it shows the first few: in a list, with both answers below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.errors import CircleError, NotFound
from learningcircles_ui import text
from learningcircles_ui.pages.today.cards import letter_detail, letter_words
from learningcircles_ui.pages.today.every import Told
from learningcircles_ui.pages.today.every_answered import Answered
from learningcircles_ui.pages.today.review_rows import Question
from learningcircles_ui.pages.today.review_words import heading, in_short, may_take_other, question_sentence, take_words
from learningcircles_ui.pages.today.rows import Written, read_letters, read_questions
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate


class EveryQuestion(Answered[Question]):
    """What two laptops changed at once: what stands may stay, or the other value stands instead."""

    def __init__(self, shell: Shell, questions: Sequence[Question], parent: QWidget) -> None:
        super().__init__(shell, translate("TodayCards", "Fine"), "", questions, len(questions), parent)

    def counted(self, pairs: Sequence[Question], count: int) -> str:
        """Return how many there are."""
        return text.grouped(translate("TodayCards", "%n thing(s) changed on two laptops at once", "", count), count)

    def told(self, pair: Question) -> Told:
        """Return what was changed, both values, and the whole of it in a sentence."""
        return Told(heading(pair), in_short(pair), question_sentence(pair))

    def choose(self, pair: Question) -> None:
        """Offer the other value by its name."""
        self.other_button.setText(take_words(pair))
        self.other_button.setAccessibleName(take_words(pair))
        allow(self.other_button, self._shell.may_write, now=may_take_other(pair))

    def say_done(self, pair: Question) -> None:
        """What stands may stay."""
        self._settle(pair, "kept")

    def say_other(self, pair: Question) -> None:
        """The other value is to stand."""
        self._settle(pair, "other")

    def _settle(self, question: Question, take: str) -> None:
        said = translate("TodayCards", "Settled. The other laptops follow once they share.")
        self.say(question, lambda verbs: verbs.review.resolve(question.item.id, take), said)

    def settled_meanwhile(self, error: CircleError) -> bool:
        """Return whether another laptop, or another window, has answered it."""
        return error.code == "no_review"


class EveryLetter(Answered[Written]):
    """What people wrote on the hub's pages."""

    def __init__(self, shell: Shell, letters: Sequence[Written], parent: QWidget) -> None:
        yes, no = translate("TodayCards", "Accept"), translate("TodayCards", "Decline")
        super().__init__(shell, yes, no, letters, len(letters), parent)

    def counted(self, pairs: Sequence[Written], count: int) -> str:
        """Return how many there are."""
        return text.grouped(translate("TodayCards", "%n answer(s) from outside", "", count), count)

    def told(self, pair: Written) -> Told:
        """Return who wants what, and what they wrote."""
        words, detail = letter_words(pair), letter_detail(pair)
        return Told(words, " ".join(detail.split()), "\n".join(filter(None, (words, detail))))

    def say_done(self, pair: Written) -> None:
        """They are expected."""
        self.say(pair, lambda verbs: verbs.inbox.accept(pair.signup.id), translate("TodayCards", "Accepted"))

    def say_other(self, pair: Written) -> None:
        """They are not."""
        self.say(pair, lambda verbs: verbs.inbox.decline(pair.signup.id), translate("TodayCards", "Declined"))

    def settled_meanwhile(self, error: CircleError) -> bool:
        """Return whether it is gone."""
        return isinstance(error, NotFound)


def show_questions(shell: Shell, parent: QWidget) -> None:
    """Show all that two laptops changed at once; nothing where all is settled meanwhile."""

    def show(found: Sequence[Question]) -> None:
        if found:
            EveryQuestion(shell, found, parent).open()

    shell.tasks.query_long(read_questions, show, key="every question")


def show_letters(shell: Shell, parent: QWidget) -> None:
    """Show all that people wrote from outside; nothing where all is answered meanwhile."""

    def show(found: Sequence[Written]) -> None:
        if found:
            EveryLetter(shell, found, parent).open()

    shell.tasks.query_long(read_letters, show, key="every letter")
