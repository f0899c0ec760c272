"""The first run, in at most four steps: language; what to begin with; names; keys. Also: one more circle."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui import text
from learningcircles_ui.pages.before.first_draft import KEYS, Field, FirstDraft
from learningcircles_ui.pages.before.first_dropped import dropped
from learningcircles_ui.pages.before.first_keys import FirstKeys
from learningcircles_ui.pages.before.first_names import FirstNames
from learningcircles_ui.pages.before.get_back import GetBack
from learningcircles_ui.pages.share.laptop_name import proposes
from learningcircles_ui.parts.dropped import Dropped
from learningcircles_ui.parts.headings import button, card, soft, title
from learningcircles_ui.parts.layouts import scrolled
from learningcircles_ui.parts.progress import Steps, to_the_end
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.ticks import Radio, words_begin
from learningcircles_ui.parts.wrong import Wrong
from learningcircles_ui.settings import LANGUAGES, Settings, choice_not_kept, speak
from learningcircles_ui.starting import Beginning, Starter
from learningcircles_ui.tasks import Aside
from learningcircles_ui.theme import GAP, GAP_L, larger

translate = QCoreApplication.translate
_WIDE, _HIGH = 620, 560
_NAMES, _BACK = 2, 4
"""The step that asks for names, and the page that stands there for who gets a circle back."""
_WIDEST = 720
"""Pixels at the usual size of text that lines are long at most: in a window as wide as the screen nobody reads them."""


class FirstRun(QWidget):
    """`ready` carries the file of the circle to open, the passphrase for it, if any, and whether to make its sheet now.

    Where the laptop has circles already it can be left: `left` is emitted then, and nothing has been begun. `refused`:
    what was under way has failed, or was cancelled.
    """

    ready = Signal(object, str, bool)
    left = Signal()
    refused = Signal()
    _at_last = Signal()

    def __init__(self, starter: Starter, settings: Settings, aside: Aside, *, begin: str = "") -> None:
        super().__init__()
        self.starter = starter
        self._settings = settings
        self.aside = aside
        self.resize(_WIDE, _HIGH)
        self.what = begin or "new"
        self._leaves = bool(starter.home.circles())
        self._first = 2 if begin else int(self._leaves)
        self._steps = QStackedWidget(self)
        middle = QWidget(self)
        middle.setMaximumWidth(larger(_WIDEST))
        across = QHBoxLayout(self)
        across.setContentsMargins(GAP_L * 2, GAP_L * 2, GAP_L * 2, GAP_L)
        across.addStretch(1)
        across.addWidget(middle, 1_000)
        across.addStretch(1)
        outer = QVBoxLayout(middle)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addWidget(self._steps, 1)
        self.wrong = Wrong(outer, self)
        self._stopping = False
        self._draft = FirstDraft(starter.home, self.wrong.tell, lambda: self.what, self)
        self.what = begin or self._draft.way() or self.what
        self.moment = soft("", self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.starter.told = Steps(self.bar).told
        self.starter.last = self._at_last.emit
        self._at_last.connect(partial(_to_the_end, self))
        self.bar.hide()
        self.moment.hide()
        outer.addWidget(self.moment)
        outer.addWidget(self.bar)
        self._foot(outer)
        self._build()
        Dropped(self, partial(dropped, self))
        self.go(self._first)

    def go(self, step: int) -> None:
        """Show a step (0 to 3)."""
        self.wrong.tell("")
        self._draft.went_on()
        self._choices[self.what].setChecked(True)  # what was brought may have chosen otherwise
        self._steps.setCurrentIndex(_BACK if step == _NAMES and self.what == "back" else step)
        self.names.ask(joins=self.what == "join")
        self.keys.offer_sheet(self.what == "new")  # who joins or comes back has no list of laptops to lose
        self.keys.tell_backup(self.what == "back" and self.again_back.is_sealed())
        self.back.setVisible(step > self._first or self._leaves)
        self.back.setText(self.tr("Back") if step > self._first else self.tr("Cancel"))
        self.back.setAccessibleName(self.back.text())
        last = step == 3 or (step == 1 and self.what == "sample")
        self.on.setText(self.tr("Begin") if last else self.tr("Continue"))
        self.setWindowTitle(_titled(self.what if step >= _NAMES else ""))
        _begin_here(self, self._steps)

    @property
    def under_way(self) -> bool:
        """Whether a circle is being made: its answer is told here."""
        return not self.on.isEnabled()

    def step(self) -> int:
        """Return the step in view."""
        shown = self._steps.currentIndex()
        return _NAMES if shown == _BACK else shown

    def forward(self) -> None:
        """Go on, or begin."""
        step = self.step()
        if step == 0:  # kept though nobody pressed it: the system may speak another one tomorrow
            self._settings.choose("language", self._settings.language)
        if step == 1 and self.what == "sample":
            self._begin(Beginning("sample"))
        elif step == 3:
            self._last()
        elif step != _NAMES:
            self.go(step + 1)
        elif self._named():
            _leave_names(self)

    def go_back(self) -> None:
        """Go one step back; from the first one, back to the circle that was open."""
        if not self.on.isEnabled():
            if self.back.isEnabled():  # the network is let go of, and nothing has begun
                self._stopping = True
                self.back.setEnabled(False)
                self.starter.stop()
            return
        if self.step() > self._first:
            self.go(self.step() - 1)
        elif self._leaves and self._draft.may_go():
            self._draft.forget()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from wherever the focus is, or presses the button that has it; Escape goes back."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
        elif self.on.isEnabled() and not _next_line(self, focus):
            self.forward()

    def _foot(self, outer: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.back = button(self.tr("Back"), self.go_back, parent=self)
        self.on = button(self.tr("Continue"), self.forward, kind="main", parent=self)
        self.on.setDefault(True)
        self.on.setAutoDefault(True)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.on)
        QWidget.setTabOrder(self.on, self.back)  # whoever has chosen goes on
        outer.addLayout(row)

    def _build(self) -> None:
        self.wrong.tell("")  # it may stand in a step that goes
        before = self.findChild(FirstKeys)
        asks = before is not None and before.ask.isChecked()
        self.moment.setText(self.tr("One moment…"))
        self.bar.setAccessibleName(self.moment.text())
        while (gone := self._steps.widget(0)) is not None:
            self._steps.removeWidget(gone)
            gone.deleteLater()
        self.names = FirstNames(self.wrong.tell, self.aside, self)
        self.keys = FirstKeys(text.told(self.starter.home.keys.shown), self.wrong.tell, self)
        self.again_back = GetBack(self.wrong.tell, self.aside, self)
        for step in (self._languages(), self._beginnings(), self.names, self.keys, self.again_back):
            page = QWidget(self)
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(step)
            column.addStretch(1)
            self._steps.addWidget(scrolled(page, self))
        back = {f"back {name}": field for name, field in self.again_back.fields().items()}
        keys = {f"{KEYS}{name}": field for name, field in self.keys.fields().items()}
        fields: dict[str, Field] = {**self.names.fields(), **back, **keys}
        self._draft.show(fields, frozenset({"invitation", "back words", "back passphrase", *keys}))
        self.keys.ask.setChecked(asks)

    def _step(self) -> tuple[QWidget, QVBoxLayout]:
        step = QWidget(self)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        return step, column

    def _languages(self) -> QWidget:
        step, column = self._step()
        column.addWidget(title(self.tr("Welcome to Learning Circles"), self))
        column.addWidget(soft(self.tr("Which language would you like to use? It can be changed at any time."), self))
        group = QButtonGroup(self)
        for code, name in LANGUAGES.items():
            choice = _radio(self, column, name, "")
            choice.setChecked(code == self._settings.language)
            choice.clicked.connect(lambda _, language=code: self._speak(language))
            group.addButton(choice)
        return step

    def _beginnings(self) -> QWidget:
        step, column = self._step()
        column.addWidget(title(self.tr("How would you like to begin?"), self))
        group = QButtonGroup(self)
        self._choices: dict[str, Radio] = {}
        choices = [
            ("new", self.tr("Begin a new circle"), self.tr("This laptop runs it. Others can join later.")),
            ("join", self.tr("Join a circle"), self.tr("You have an invitation from somebody who is in it.")),
            ("back", self.tr("Get a circle back"), self.tr("You have its recovery sheet, or a backup.")),
        ]
        if self.starter.sample is not None:
            words = self.tr("A circle made up for trying things out. Nothing you do there matters.")
            choices.append(("sample", self.tr("Look at the sample"), words))
        for what, words, detail in choices:
            choice = _radio(self, column, words, detail)
            choice.setChecked(what == self.what)
            choice.clicked.connect(lambda _, kind=what: self._choose(kind))
            self._choices[what] = choice
            group.addButton(choice)
        return step

    def _choose(self, what: str) -> None:
        self.what = what
        self.on.setText(self.tr("Begin") if what == "sample" else self.tr("Continue"))

    def _speak(self, language: str) -> None:
        error = self._settings.choose("language", language)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            speak(app, language)
        self._build()
        self.go(0)
        QTimer.singleShot(
            0, self, partial(_begin_here, self, self._steps)
        )  # an arrow gives it to the choice that has just gone
        if error is not None:
            self.wrong.tell(choice_not_kept(error))

    def _named(self) -> bool:
        if self.what == "back" and (no_file := self.again_back.wrong_file()) is not None:
            self.wrong.tell(text.sentence(no_file), self.again_back.file)
            return False
        empty = self.again_back.missing() if self.what == "back" else self.names.missing()
        if empty is not None:
            words = self.tr("Please fill in “{label}”.").format(label=empty.accessibleName())
            self.wrong.tell(words, empty)
            return False
        return _words_sound(self) if self.what == "back" else self.names.sound()

    def _last(self) -> None:
        passphrase = self.keys.chosen()
        if passphrase is not None:
            self._begin(self._beginning(passphrase))

    def _beginning(self, passphrase: str) -> Beginning:
        back = self.again_back
        if self.what == "back":
            file, who, device = back.held_in(), back.person.text(), back.device.text()
            words, hub, gone = back.secret(), back.hub.text(), bool(file) and back.hub_gone.isChecked()
            return Beginning("back", "", "", file, who, device, passphrase, words, hub, gone)
        names = self.names
        bundle, invitation = names.bundle.text().strip(), names.invitation.text()
        return Beginning(
            self.what, names.circle.text(), invitation, bundle, names.person.text(), names.device.text(), passphrase
        )

    def _begin(self, beginning: Beginning) -> None:
        self._stopping = False
        self.starter.renew()
        self.bar.setRange(0, 0)
        self.moment.setText(self.tr("One moment…"))
        _wait(self, self.tr("It is being made"))
        self.back.setEnabled(beginning.what in ("join", "back"))
        self.back.setText(self.tr("Cancel") if self.back.isEnabled() else self.back.text())
        begin = partial(self.starter.begin, beginning)
        done = partial(self._done, beginning.passphrase)
        self.aside.run(begin, done, self._refused, self.starter.stop)

    def _done(self, passphrase: str, path: Path) -> None:
        self.on.setEnabled(True)
        self._draft.forget()
        self.ready.emit(path, passphrase, self.what == "new" and self.keys.sheet.isChecked())

    def _refused(self, error: CircleError) -> None:
        _wait(self)
        self.go(self.step())
        if self._stopping:
            self.wrong.tell(self.tr("Cancelled. Nothing was begun."))
        elif (field := _at_fault(self, error)) is not None:
            self.go(_NAMES)
            self.wrong.tell(text.sentence(error), field)
        else:
            if isinstance(error, InvalidValue) and error.field != "passphrase":
                self.go(2)
            at = self.keys.passphrase if isinstance(error, InvalidValue) and error.field == "passphrase" else None
            self.wrong.tell(text.sentence(error), at)
        self.refused.emit()


def _titled(what: str) -> str:
    """Return the window's title: what it does, once that is chosen."""
    words = {
        "new": translate("FirstRun", "Begin a new circle"),
        "join": translate("FirstRun", "Join a circle"),
        "back": translate("FirstRun", "Get a circle back"),
    }
    return " — ".join(part for part in (words.get(what, ""), "Learning Circles") if part)


def _next_line(run: FirstRun, focus: QWidget | None) -> bool:
    """Go on to the next line that has to be filled in, or holds what nobody has typed; return whether there is one."""
    if run.step() == 3:
        return run.keys.goes_on(focus)
    if run.step() != _NAMES or not isinstance(focus, QLineEdit) or not focus.text().strip():
        return False
    proposed = proposes(focus)
    if proposed is not None:  # what is typed next goes there: without a look the step would have gone
        proposed.setFocus()
        proposed.selectAll()
        return True
    empty = run.again_back.missing() if run.what == "back" else run.names.missing()
    if empty is None or empty is focus:
        return False
    empty.setFocus()
    return True


def _words_sound(run: FirstRun) -> bool:
    """Return whether the words can be a sheet's; what is wrong with them is told at once, not at the end."""
    amiss = run.again_back.amiss()
    if amiss is not None:
        run.wrong.tell(text.sentence(amiss), run.again_back.words)
    return amiss is None


def _at_fault(run: FirstRun, error: CircleError) -> QWidget | None:
    """Return which field of the step before holds why a backup did not come back, if any does."""
    back = run.what == "back" and run.again_back.is_backup() and error.code != "short_passphrase"
    return run.again_back.at_fault(error) if back else None


def _wait(run: FirstRun, words: str = "") -> None:
    """Let nobody go on or back while something is made or tried, which `words` name; without words, it is done."""
    waiting = bool(words)
    for each in (run.on, run.back):
        each.setEnabled(not waiting)
    run.keys.use(waiting)
    for shown in (run.moment, run.bar):
        shown.setVisible(waiting)
    if waiting:
        run.bar.setAccessibleName(words)
        run.wrong.tell("")


def _to_the_end(run: FirstRun) -> None:
    """Nothing is heard any more of whoever would cancel: say so."""
    run.back.setEnabled(False)
    run.moment.setText(to_the_end())
    announce(run.moment, run.moment.text())


def _leave_names(run: FirstRun) -> None:
    """Go on to the keys; from a backup once it is known to open with what was typed here."""
    back = run.again_back
    if run.what != "back" or not back.is_backup():
        run.go(_NAMES + 1)
        return

    def tried(error: CircleError | None) -> None:
        if not isValid(run):
            return
        _wait(run)
        if error is None:
            run.go(_NAMES + 1)
        else:
            run.wrong.tell(text.sentence(error), back.at_fault(error))

    _wait(run, translate("FirstRun", "Trying what opens the backup"))
    run.aside.run(partial(run.starter.try_backup, Path(back.held_in()), back.secret()), tried, tried)


class _Pick(QObject):
    """A click anywhere on a card chooses what stands on it."""

    def __init__(self, choice: Radio, frame: QWidget) -> None:
        super().__init__(frame)
        self._choice = choice
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the words on the card leave to it."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._choice.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choice.click()
        return True


def _radio(step: QWidget, column: QVBoxLayout, words: str, detail: str) -> Radio:
    frame, inside = card(step, margin=14)
    choice = Radio(words, frame)
    choice.setAccessibleName(words)
    choice.setAccessibleDescription(detail)
    inside.addWidget(choice)
    if detail:
        label = soft(detail, frame)
        label.setIndent(words_begin())
        inside.addWidget(label)
    _Pick(choice, frame)
    column.addWidget(frame)
    return choice


def _begin_here(first: FirstRun, steps: QWidget) -> None:
    """Give the keyboard to what comes first in the step in view."""
    lines = [line for line in steps.findChildren(QLineEdit) if line.isVisibleTo(first)]
    chosen = [each for each in steps.findChildren(Radio) if each.isVisibleTo(first) and each.isChecked()]
    words = first.again_back.words
    here = [*([words] if words.isVisibleTo(first) else []), *lines[:1], *chosen, first.on]
    here[0].setFocus()
