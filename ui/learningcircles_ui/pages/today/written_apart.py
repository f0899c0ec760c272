"""All that two laptops wrote apart and that nobody is asked about: looked at, settled one by one or several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.circle.undo import Undone
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.today.apart_model import ApartModel
from learningcircles_ui.pages.today.review_rows import Question
from learningcircles_ui.pages.today.review_words import both, heading, may_take_other, question_sentence, take_words
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.flow import Flow
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import button, flowing, plain, soft
from learningcircles_ui.parts.lines_list import LinesList
from learningcircles_ui.parts.telling import Telling
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S, is_large, larger

translate = QCoreApplication.translate
_LONG = 60
"""Letters from which on a value is shown in a field of its own, where it can be read to its end."""
_LINES, _LINES_LARGE = 5, 3
_LAPTOPS = 3


class WrittenApart(Telling):
    """The list, newest first, and below it what is chosen there, with what can be done about it."""

    def __init__(self, shell: Shell, ids: Sequence[str], parent: QWidget) -> None:
        super().__init__(self.tr("Written on two laptops at once"), translate("EveryPair", "Close"), parent, width=680)
        self._shell, self._haste, self._waits = shell, Haste(), False
        self._settled: list[bytes] = []
        self._returns = False
        """Whether what comes into the list next was taken back here, and is looked at again."""
        self.leave_button.hide()
        told = self.tr("One of the two stands, and the other is kept here. Nothing has to be done.")
        self.body.addWidget(soft(told, self))
        self.model = ApartModel(shell.tasks, ids, self)
        self.list = LinesList(self.model, self.windowTitle(), self, reads=self.model)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(min(larger(200), 210))
        self.body.addWidget(self.list, 1)
        self.told = _Told(self)
        self.body.addWidget(self.told)
        self.take = button("", lambda: self._settle("other"), parent=self)
        self.fine = button(translate("TodayCards", "Fine"), lambda: self._settle("kept"), parent=self)
        self.there = button("", self._go_there, kind="link", parent=self)
        for each in (self.take, self.fine, self.there):
            self.near(each)
        self.all = button(self.tr("Choose all"), self.list.selectAll, kind="link", parent=self)
        self._laptops = flowing(self.all, parent=self)
        self._of_laptops: dict[bytes, QWidget] = {}
        self.body.addWidget(self._laptops)
        self.toast.undo.connect(self._take_back)
        self.body.addWidget(self.toast, 0, Qt.AlignmentFlag.AlignLeading)
        shell.signals.changed.connect(self._read)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.model.blocks.arrived.connect(lambda *_: self._show())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)
        self._choose(0)
        self.fit()
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes from what is chosen to what can be done about it, and then on."""
        super().showEvent(event)
        stops = (self.list, *self.told.values, self.take, self.fine, self.there, self.done_button)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def chosen(self) -> list[str]:
        """Return the ids of what is chosen, in the order of the list."""
        return [self.model.ids[row] for row in self.list.marked()]

    def question(self) -> Question | None:
        """Return the one that is chosen; None where it is none, or several, or has not been read yet."""
        return self.model.question(self.list.only())

    def _choose(self, row: int) -> None:
        self.list.choose(row)
        self._show()

    def _show(self) -> None:
        question, count = self.question(), len(self.list.selectedIndexes())
        self.told.tell(question, count)
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))  # it may be lower now
        words = take_words(question) if question is not None else self.tr("Use the other of each instead")
        self.take.setText(words)
        self.take.setAccessibleName(words)
        takes = count > 1 or (question is not None and may_take_other(question))
        allow(self.take, self._shell.may_write, now=takes)
        allow(self.fine, self._shell.may_write, now=count > 0)
        person = question is not None and question.leads_to[0] == "member"
        self.there.setText(self.tr("Show the person") if person else self.tr("Show the record"))
        self.there.setAccessibleName(self.there.text())
        self.there.setEnabled(question is not None and bool(question.leads_to[0]))
        self._offer_laptops()

    def _offer_laptops(self) -> None:
        """Offer all of one laptop, of the laptops whose values do not stand."""
        row = self._laptops.layout()
        assert isinstance(row, Flow)
        for question in self.model.read():
            device, name = question.item.other_by, question.other_laptop or translate("DoubleCards", "the other laptop")
            if device not in self._of_laptops and len(self._of_laptops) < _LAPTOPS:
                words = translate("DoubleCards", "Take everything of {laptop}").format(laptop=name)
                made = button(words, partial(self._take_all, device), kind="link", parent=self._laptops)
                row.add(made)
                self._of_laptops[device] = made
        self._laptops.setVisible(self._shell.may_write and self.model.rowCount() > 1)

    def _none_left(self) -> None:
        """All laptops that are offered have nothing left, or may have: others of whom more is read take their place."""
        for each in self._of_laptops.values():
            each.hide()
            each.deleteLater()
        self._of_laptops.clear()

    def _settle(self, take: str) -> None:
        ids = self.chosen()
        if ids:
            self._say(lambda verbs: verbs.review.resolve_others(ids, take))

    def _take_all(self, device: bytes) -> None:
        self._say(lambda verbs: verbs.review.take_all(device, others=True))

    def _say(self, work: Callable[[Verbs], Changes]) -> None:
        """Do it once: the next line moves up, and a double click must not reach that one."""
        if self._waits or self._haste.again():
            return

        def failed(error: CircleError) -> None:
            self._waits = False
            self.refused(error)
            self._read()

        self._waits = True
        self.wrong("")
        said = translate("TodayCards", "Settled. The other laptops follow once they share.")
        self._shell.do(work, say=said, then=lambda changes: self._settled.append(changes.action), failed=failed)

    def _read(self, *_: object) -> None:
        """Read anew which there are; with the last one this goes."""
        self._shell.tasks.query_long(Reader.others, self._show_ids, self._unread, key="written apart")

    def _unread(self, error: CircleError) -> None:
        self._waits = False
        self.refused(error)

    def _show_ids(self, ids: Sequence[str]) -> None:
        self._waits = False
        if not ids:
            self.accept()
            return
        if list(ids) == self.model.ids:
            self.model.blocks.read_again()  # what they are called, or what stands, may be another by now
            return
        row, known, chosen = self.list.currentIndex().row(), set(self.model.ids), set(self.chosen())
        if self._returns:
            chosen = {each for each in ids if each not in known}
            self._returns = False
        self.model.show_ids(ids)
        self._none_left()
        stay = [at for at, each in enumerate(ids) if each in chosen]
        self._choose(stay[0] if stay else row)
        for at in stay[1:]:
            self.list.selectionModel().select(self.model.index(at), QItemSelectionModel.SelectionFlag.Select)

    def _go_there(self) -> None:
        question = self.question()
        if question is not None:
            self.accept()
            self._shell.signals.asked.emit(*question.leads_to)

    def _undo(self) -> None:
        if self._settled:
            self._take_back(self._settled[-1])

    def _take_back(self, action: bytes) -> None:
        def back(undone: Undone) -> None:
            self._settled = [each for each in self._settled if each != action]
            self._shell.signals.said.emit(text.undone(undone), b"")

        self._returns = True
        self._shell.do(lambda verbs: verbs.undo.undo_action(action), then=back, failed=self.refused)


class _Told(QWidget):
    """What is chosen: a sentence with both values in it, or both one above the other where they are long."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        self.sentence = plain("", self)
        column.addWidget(self.sentence)
        self.values = (_Value(self), _Value(self))
        for each in self.values:
            column.addWidget(each.who)
            column.addWidget(each)

    def tell(self, question: Question | None, count: int) -> None:
        """Tell of the one that is chosen, or how many are."""
        if question is None:
            self.sentence.setText(self.tr("%n chosen", "", count) if count > 1 else "")
            for value in self.values:
                value.show_it(now=False)
            return
        found = both(question)
        long = any(len(words) > _LONG or "\n" in words for _, words in found)
        self.sentence.setText(heading(question) if long else question_sentence(question))
        for value, (who, words) in zip(self.values, found, strict=True):
            value.tell(who, words)
            value.show_it(now=long)


class _Value(QPlainTextEdit):
    """A long value, to be read and copied; `who` says whose it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.who: QLabel = soft("", parent)
        self.who.setBuddy(self)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * (_LINES_LARGE if is_large() else _LINES) + 18)

    def show_it(self, *, now: bool) -> None:
        """Be seen, or not."""
        self.who.setVisible(now)
        self.setVisible(now)

    def tell(self, who: str, words: str) -> None:
        """Take it."""
        self.who.setText(who)
        self.setAccessibleName(who)
        if self.toPlainText() != words:
            self.setPlainText(words)


def show_written_apart(shell: Shell, parent: QWidget) -> None:
    """Show all of them; nothing where all are settled meanwhile."""

    def show(ids: Sequence[str]) -> None:
        if ids:
            WrittenApart(shell, ids, parent.window()).open()

    shell.tasks.query_long(Reader.others, show, key="written apart")
