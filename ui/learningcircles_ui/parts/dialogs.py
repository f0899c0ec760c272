"""A dialog with a form: Enter does it, Escape leaves, what is wrong stands beside its field.

Enter on a button presses that button and no other. What cannot be taken back is never what Enter does from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.interrupts import is_ending
from learningcircles_ui.keys import CLOSE_KEYS, close_as_button
from learningcircles_ui.parts.dropped import drops_as_window
from learningcircles_ui.parts.first_focus import FirstFocus
from learningcircles_ui.parts.flow import Flow
from learningcircles_ui.parts.headings import button, flowing, plain, subtitle
from learningcircles_ui.parts.layouts import on_screen, scrolled
from learningcircles_ui.parts.words import Button
from learningcircles_ui.theme import GAP, GAP_L, larger
from learningcircles_ui.worker import busy_worker

_LOOKS_AGAIN_MS = 50
_ENDED = "ended"
"""The property of a form that was closed since the program was to end."""


class Dialog(QDialog):
    """`body` is the column for what the dialog asks; `done_button` does it.

    `danger`: it cannot be taken back, so the focus is on Cancel, and only the button itself does it.
    `keys`: Ctrl+Enter does it, too.
    """

    comes_first = False
    """Whether a list that is brought waits until this is finished, even where nothing was typed."""
    stays_kept = False
    """Whether what stands here stays kept when the window below closes."""
    goes_by_itself = False
    """Whether it is left only once what it stops has stopped; the window below closes then, where that was asked."""

    def __init__(
        self, title: str, action: str, parent: QWidget | None = None,
        *, width: int = 460, danger: bool = False, keys: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.danger, self._by_keys = danger, keys and not danger
        self.setWindowTitle(title)
        self.setMinimumWidth(min(larger(width), self.screen().availableGeometry().width() - 40))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        outer.setSpacing(GAP)
        self._heading = subtitle(title, self)
        self.windowTitleChanged.connect(self._heading.setText)
        outer.addWidget(self._heading)
        inside = QWidget(self)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 2, 0, 2)
        self.body.setSpacing(GAP)
        self._rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._inside, self._area = inside, scrolled(inside, self)
        outer.addWidget(self._area, 1)
        self._wrong = _nothing_wrong(self)
        outer.addWidget(self._wrong)
        self.leave_button = button(self.tr("Cancel"), self.reject, parent=self)
        kind = "danger" if danger else "main"
        self.done_button = button(action, self.submit, kind=kind, parent=self, made_as=_Done)
        self._foot = flowing(self.leave_button, self.done_button, far=True, parent=self)
        outer.addWidget(self._foot)
        if danger:  # after they have got their place: a widget that moves elsewhere loses the focus
            self.leave_button.setFocus()
        else:
            self.done_button.setDefault(True)
        self._listen_for_keys()
        self.on_submit: Callable[[], None] = self.accept
        self.dirty: Callable[[], bool] = lambda: False
        self.leaves_later: Callable[[], bool] = lambda: False
        """Asked before leaving: whether the dialog leaves by itself, once something that is under way is done."""
        self.unsaved = self.tr("What you typed is not saved. Close this once more to throw it away.")
        self._warned_of: list[object] | None = None
        self._begun: list[object] | None = None
        self._blamed: list[object] = []
        self._fitted = 0
        inside.installEventFilter(self)
        self.finished.connect(self._vanish)
        drops_as_window(self)

    def _listen_for_keys(self) -> None:
        for each in ("Ctrl+Return", "Ctrl+Enter") if self._by_keys else ():
            made = QShortcut(QKeySequence(each), self)
            made.setAutoRepeat(False)  # held down, it would do what the next dialog is for as well
            made.activated.connect(self.submit)
        QShortcut(QKeySequence(CLOSE_KEYS), self, partial(_close_below, self)).setAutoRepeat(False)
        for each in close_as_button():
            QShortcut(QKeySequence(each), self, self.close).setAutoRepeat(False)

    def _vanish(self) -> None:
        """Be gone, with all that it held, once no answer is on its way: until then whoever asked is told.

        An answer may also come while a menu, or a dialog over this one, runs a loop of its own: what was pressed for
        that may be in here, and is not to go before that loop has ended.
        """
        busy = busy_worker()
        if busy is not None:
            busy.quiet.connect(self._vanish, Qt.ConnectionType.SingleShotConnection)
        elif QApplication.activePopupWidget() is not None or any(map(QDialog.isVisible, self.findChildren(QDialog))):
            QTimer.singleShot(_LOOKS_AGAIN_MS, self, self._vanish)
        else:
            self.deleteLater()

    def exec(self) -> int:
        """Ask in a loop of its own; it is gone once the one who asked has read the answer."""
        self.finished.disconnect(self._vanish)
        answer = super().exec()
        self._vanish()
        return answer

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through what is asked first, then to the buttons; what Enter would leave has no ring by chance."""
        if not event.spontaneous():  # its buttons are in sight, whatever size it was made for
            over = self.parentWidget() or self  # where it will stand: it is moved there only now
            self.resize(on_screen(over.window(), self.width(), self.height()))
        super().showEvent(event)
        if self._begun is None:
            self._begun = _contents(self)
        asked = [each for each in chain_of(self) if self._inside.isAncestorOf(each)]
        for before, after in pairwise([*asked, self.leave_button, self.done_button]):
            self.setTabOrder(before, after)
        if not self.danger and self.focusWidget() in (None, self, self.leave_button):
            seen = [each for each in asked if each.isVisibleTo(self) and each.isEnabled()]
            (seen[0] if seen else self.done_button).setFocus()
        if not self.isActiveWindow():
            FirstFocus(self)

    def open(self) -> None:
        """Show it; what was asked for before the hall mode began, and is answered only now, waits until it is left."""
        parent = self.parentWidget()
        over = parent.window() if parent is not None else None
        if over is not None and over.property("behind_hall"):
            _Waits(self, over)  # not ended instead: whoever ends it gives up the draft in it, or a sheet just made
            return
        super().open()

    def touched(self) -> bool:
        """Return whether anything stands here otherwise than when it was shown; what `dirty` may be."""
        return self._begun is not None and _contents(self) != self._begun

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what it asks, where nobody has given it another size: a sentence pushes nothing out of view."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside and self._fitted == self.height():
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Where the system ends the program nothing is asked any more, and what was begun in here stays kept."""
        if is_ending():
            self.setProperty(_ENDED, True)
            event.accept()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        """Leave; what somebody typed is thrown away only when they say so twice."""
        if self.leaves_later():
            return
        shown = [*_contents(self), self.unsaved]
        if self.dirty() and shown != self._warned_of:
            self._warned_of = shown  # whoever types on is asked again, and whoever would lose something else
            self.wrong(self.unsaved)
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus; from elsewhere Enter does what the dialog is for, if that is safe."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if not self._by_keys and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return
            if isinstance(focus, QPushButton):
                focus.click()
                return
            if self.danger:
                return
        super().keyPressEvent(event)

    def near(self, control: QWidget) -> None:
        """Add a button at the near end of the row below: it is about the whole, and not what one came for."""
        row = self._foot.layout()
        assert isinstance(row, Flow)
        row.add(control)

    def submit(self) -> None:
        """Do what the dialog is for, where its button allows it: keys reach this, too."""
        if not self.done_button.isEnabled():
            return
        self.wrong("")
        self.on_submit()

    def wrong(self, sentence: str, *, notice: bool = False) -> None:
        """Say what is wrong where no field is to blame; it goes as soon as somebody types on.

        `notice`: nothing is wrong, and nobody need be alarmed.
        """
        self._wrong.setProperty("kind", "" if notice else "wrong")
        self._wrong.style().polish(self._wrong)
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            self._blamed = _contents(self)
            _heed(self, self._typed_on)
            QTimer.singleShot(0, self, self._grow)

    def _typed_on(self) -> None:
        if not self._wrong.isHidden() and _contents(self) != self._blamed:
            self.wrong("")

    def refused(self, error: CircleError) -> None:
        """Tell a refusal that belongs to no field of a form."""
        self.done_button.setEnabled(True)
        self.wrong(text.sentence(error))

    def fit(self) -> None:
        """Take the height of the content, as far as the screen has it; what is over stays empty below it."""
        self.body.removeItem(self._rest)
        if not self.body.expandingDirections() & Qt.Orientation.Vertical:
            self.body.addItem(self._rest)
        layout = self.layout()
        assert layout is not None
        for part in self._inside.findChildren(QWidget):
            column = part.layout()
            if column is not None:  # words that were set just now are not yet counted in what holds them
                column.invalidate()
                part.updateGeometry()
        layout.activate()
        wide = max(self.minimumWidth(), layout.totalMinimumSize().width())
        self.setMinimumWidth(wide)
        self.resize(max(wide, self.width()), self._high(wide))
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """What grows where it stands must not grow beyond the screen's lower edge."""
        self._fitted = self.height()
        over = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if self.isVisible() and over > 0:
            self.move(self.x(), max(self.screen().availableGeometry().top(), self.y() - over))

    def _high(self, wide: int) -> int:
        """Return the height that the content needs at a width, as far as the screen has it."""
        layout, held = self.layout(), self._inside.layout()
        assert layout is not None
        inner = wide - 2 * GAP_L
        wanted = held.heightForWidth(inner) if held is not None and held.hasHeightForWidth() else 0
        wanted = max(wanted, 0 if wanted else self._inside.sizeHint().height())
        around = layout.totalSizeHint().height() - self._area.sizeHint().height()
        for words in (self._heading, self._wrong):
            around += max(0, words.heightForWidth(inner) - words.sizeHint().height()) if not words.isHidden() else 0
        return min(wanted + around + GAP, self.screen().availableGeometry().height() - 80)

    def _grow(self) -> None:
        """Make room for what has come, and keep the field in view that somebody is typing in."""
        if not self.isVisible():
            return
        if self._fitted == self.height():
            self.resize(self.width(), max(self.height(), self._high(self.minimumWidth())))
            self._stay_on_screen()
        focus = self.focusWidget()
        if focus is not None and self._inside.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus, 0, GAP_L)


class _Done(Button):
    """While it is at work the keyboard is nowhere, and comes back to it where that was refused.

    Qt would put it into the first field by itself, and select all that stands there: the next key would write over it.
    """

    _had_keyboard = False

    def setEnabled(self, on: bool) -> None:
        """Let it be pressed, or not."""
        window = self.window()
        gives = not on and window.focusWidget() is self
        if gives:
            window.setFocus()
        super().setEnabled(on)
        if on and self._had_keyboard and window.focusWidget() in (None, window):
            self.setFocus()
        self._had_keyboard = not on and (gives or self._had_keyboard)


class _Waits(QObject):
    """Opens a dialog once the window that it stands over is seen again; it goes with its window otherwise."""

    def __init__(self, dialog: Dialog, over: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._dialog, self._dialog.open)
        return False


def _nothing_wrong(dialog: QWidget) -> QLabel:
    """Return the place of a sentence on what is wrong, hidden until there is something."""
    made = plain("", dialog)
    made.setProperty("kind", "wrong")
    made.hide()
    return made


def first_to_finish() -> Dialog | None:
    """Return a dialog in view that is to be finished before a list is opened over it."""
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, Dialog) and each.isVisible())
    return next((each for each in shown if each.comes_first or each.danger or each.dirty()), None)


def reopen() -> None:
    """Show the forms again that a program has closed which was to end, and has not."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, Dialog) and each.property(_ENDED):
            each.setProperty(_ENDED, False)
            each.open()


def _close_below(dialog: Dialog) -> None:
    """Close the window that dialogs stand over, which would take no key meanwhile.

    What is kept is closed with it, and offered again. Another dialog is left first, as by Escape: it may want to be
    asked twice.
    """
    focus, parent = dialog.focusWidget(), dialog.parentWidget()
    if dialog.stays_kept and focus is not None:
        focus.clearFocus()  # what is typed is ended, as by leaving its field
    elif not dialog.stays_kept:
        dialog.reject()
        if dialog.isVisible():
            if dialog.goes_by_itself:
                single = Qt.ConnectionType.SingleShotConnection
                dialog.finished.connect(partial(_close_below_that, dialog.parentWidget()), single)
            return
    _close_below_that(parent)


def _close_below_that(parent: QWidget | None, *_: object) -> None:
    """Close the window that a dialog stood over, with every dialog between them."""
    over = parent.window() if parent is not None else None
    if isinstance(over, Dialog):
        _close_below(over)
    elif isinstance(over, QMainWindow):
        QTimer.singleShot(0, over, over.close)  # once a loop that has waited for the dialog's answer has ended


def _contents(dialog: QWidget) -> list[object]:
    """What stands in all fields of a dialog."""
    return [
        *(line.text() for line in dialog.findChildren(QLineEdit)),
        *(note.toPlainText() for note in dialog.findChildren(QPlainTextEdit)),
        *(choice.currentText() for choice in dialog.findChildren(QComboBox)),
        *(tick.isChecked() for tick in dialog.findChildren(QAbstractButton)),
    ]


def _heed(dialog: QWidget, then: Callable[[], None]) -> None:
    """Call `then` whenever something else stands in a field of a dialog; each field is heeded once."""
    for each in dialog.findChildren(QWidget):
        if each.property("heeded"):
            continue
        if isinstance(each, QLineEdit | QPlainTextEdit):
            each.textChanged.connect(then)
        elif isinstance(each, QComboBox):
            each.currentIndexChanged.connect(then)
        elif isinstance(each, QAbstractButton):
            each.toggled.connect(then)
        else:
            continue
        each.setProperty("heeded", True)


def chain_of(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window that Tab stops at, in the order of now."""
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
            yield each
        each = each.nextInFocusChain()
