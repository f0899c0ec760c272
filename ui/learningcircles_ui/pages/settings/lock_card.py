"""Settings, “Passphrase and lock”: who may open the circle on this laptop, and when it closes by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.founding import is_locked
from learningcircles.laptop.keystore import check_passphrase
from learningcircles.laptop.lock import lock, relock
from learningcircles_ui import text
from learningcircles_ui.pages.share.no_sheet import NoSheet
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import beside, button, flowing, labelled, plain, soft, subtitle
from learningcircles_ui.parts.progress import LateProgress
from learningcircles_ui.parts.secret import hide_letters
from learningcircles_ui.parts.wrong import Wrong, mark
from learningcircles_ui.settings import LOCKS
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP, larger


class LockCard(QWidget):
    """What is chosen works at once, another passphrase too."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(subtitle(self.tr("Passphrase and lock"), self))
        self._told = plain("", self)
        column.addWidget(self._told)
        column.addWidget(self._after())
        self.change = button("", lambda: Passphrase(shell, self).open(), icon_name="key", parent=self)
        self.take_off = button(
            self.tr("Take the passphrase off…"), lambda: Passphrase(shell, self, off=True).open(), parent=self
        )
        column.addWidget(flowing(self.change, self.take_off, parent=self))
        shell.signals.passphrase.connect(self._show)
        shell.signals.passphrase.connect(self.look)  # what was read before that, and not told yet, is no longer so
        self._show()

    def look(self) -> None:
        """Look whether there is one by now: another program may have set it."""
        home, file = self._shell.home, self._shell.file
        self._shell.tasks.query(lambda _: is_locked(home, file), self._found, lambda _: None, key="locked")

    def _found(self, locked: bool) -> None:
        if locked != self._shell.has_passphrase:
            self._shell.tasks.has_passphrase = locked
            self._shell.signals.passphrase.emit()

    def event(self, event: QEvent) -> bool:
        """Look when somebody comes back to the window while this is in view."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().event(event)

    def _show(self) -> None:
        """Show whether there is one."""
        has = self._shell.has_passphrase
        self._told.setText(
            self.tr("This circle opens with a passphrase on this laptop. While it is locked, nothing is shared.")
            if has
            else self.tr("Whoever uses your account on this laptop can open this circle. A passphrase changes that.")
        )
        words = self.tr("Change the passphrase…") if has else self.tr("Set a passphrase…")
        self.change.setText(words)
        self.change.setAccessibleName(words)
        self.after.setEnabled(has)
        if self.window().focusWidget() is self.take_off and not has:
            self.change.setFocus()  # a button that goes would give the keyboard to whatever comes next
        self.take_off.setVisible(has)

    def _after(self) -> QWidget:
        label = plain(self.tr("Lock when nobody uses it"), self)
        self.after = Choice(self)
        self.after.setAccessibleName(label.text())
        self.after.setMinimumWidth(larger(260))
        for minutes in LOCKS:
            words = self.tr("After %n minute(s)", "", minutes) if minutes else self.tr("Never")
            self.after.addItem(words, minutes)
        self.after.setCurrentIndex(self.after.findData(self._shell.settings.lock_after))
        self.after.currentIndexChanged.connect(lambda _: self._choose(int(self.after.currentData())))
        label.setBuddy(self.after)
        return beside(label, self.after, parent=self)

    def _choose(self, minutes: int) -> None:
        self._shell.choose("lock_after", minutes)


class Passphrase(Dialog):
    """Sets or changes the passphrase; takes it `off`."""

    def __init__(self, shell: Shell, parent: QWidget | None = None, *, off: bool = False) -> None:
        self._has = has = shell.has_passphrase
        title = self.tr("Change the passphrase") if has else self.tr("Set a passphrase")
        does = self.tr("Take it off") if off else self.tr("Use it from now on")
        super().__init__(self.tr("Take the passphrase off") if off else title, does, parent)
        self._shell, self._off = shell, off
        self.now = self._line(self.tr("Current passphrase"))
        self.new = self._line(self.tr("Passphrase (at least 8 letters)"))
        self.again = self._line(self.tr("The same once more"))
        hide_letters(self.now, self.new, self.again)
        self.now.setVisible(has)
        self.now.property("label").setVisible(has)
        for line in (self.new, self.again) if off else ():
            line.hide()
            line.property("label").hide()
        told = self.tr("Whoever uses your account on this laptop can open this circle then, and it no longer locks.")
        forgotten = self.tr(
            "Nobody can restore a forgotten passphrase: only the recovery sheet opens the circle again."
        )
        self.body.addWidget(soft(told if off else forgotten, self))
        if not off:
            self.no_sheet = NoSheet(shell, self)
            self.no_sheet.looked.connect(self.fit)
            self.body.addWidget(self.no_sheet)
        self.beside = Wrong(self.body, self)
        self._blame(None)
        self.on_submit = self._use
        self.dirty = self.touched
        (self.now if has else self.new).setFocus()
        self.fit()

    def _line(self, words: str) -> QLineEdit:
        line = labelled(self.body, words, self)
        line.textEdited.connect(lambda _: self._blame(None))
        return line

    def _blame(self, line: QLineEdit | None, sentence: str = "") -> None:
        """Say what is wrong below the field that is meant, and mark it; without one take it back."""
        for each in (self.now, self.new, self.again):
            mark(each, each is line)
        self.beside.tell(sentence, line)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field that is still empty."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._goes_on():
            return
        super().keyPressEvent(event)

    def _goes_on(self) -> bool:
        lines = [line for line in (self.now, self.new, self.again) if not line.isHidden()]
        focus = self.focusWidget()
        at = lines.index(focus) if focus in lines else len(lines)
        if at + 1 >= len(lines) or not lines[at].text() or lines[at + 1].text():
            return False
        if focus is not self.new or self._long_enough():
            self._blame(None)
            lines[at + 1].setFocus()
        return True

    def _long_enough(self) -> bool:
        try:
            check_passphrase(self.new.text())
        except CircleError as error:
            self._blame(self.new, text.sentence(error))
            return False
        return True

    def _use(self) -> None:
        old, new, has = self.now.text(), self.new.text(), self._has
        if not self._off and not self._long_enough():
            return
        if new != self.again.text():
            self._blame(self.again, self.tr("The two passphrases are not the same."))
            return
        self.done_button.setEnabled(False)
        home, file, given = self._shell.home, self._shell.file, self._shell.surroundings
        work = partial(relock, home, file, old, new, given) if has else partial(lock, home, file, new, given)
        # It takes a second to make a key of a passphrase; on the circle’s thread the window stays awake.
        LateProgress(self.windowTitle(), self, stops=False).run(
            lambda done, failed: self._shell.tasks.mutate(lambda _: work(), done, failed),
            lambda _: self._done(new),
            self.refused,
        )

    def refused(self, error: CircleError) -> None:
        """Tell at the current passphrase that it is not the one."""
        if error.code != "wrong_passphrase":
            super().refused(error)
            return
        self.done_button.setEnabled(True)
        self._blame(self.now, text.sentence(error))

    def _done(self, passphrase: str) -> None:
        self._shell.tasks.use_passphrase(passphrase)
        self._shell.signals.passphrase.emit()
        self.accept()
        if self._off:
            said = self.tr("The passphrase is taken off.")
        elif self._has:
            said = self.tr("The passphrase is changed: the new one opens this circle from now on.")
        else:
            said = self.tr("The passphrase is set: it opens this circle from now on.")
        self._shell.signals.said.emit(said, b"")
