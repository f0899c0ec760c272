"""What is being typed into a form, kept twice a second in the circle's file: over a crash, a lock, an empty battery.

A form that was left half-written offers it the next time. Until that is answered, what is typed meanwhile is kept
beside it, so that nothing is lost either way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.storage.drafts import Draft
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import BESIDE, glance
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button, plain
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S

OFTEN_MS = 400
_TICKS = "ticks"


class Drafting(QObject):
    """Keeps one form's draft. `into` takes the line that offers what was begun; `ticks` belong to the form as well.

    Whoever closes the window over an open form calls `keep` before: the draft outlives it.
    """

    def __init__(
        self, shell: Shell, form: Form, into: QVBoxLayout, parent: QWidget, ticks: Mapping[str, Tick] | None = None
    ) -> None:
        super().__init__(parent)
        self._shell, self._form, self._into, self._parent = shell, form, into, parent
        self._ticks = dict(ticks or {})
        self._as_begun = {name: tick.isChecked() for name, tick in self._ticks.items()}
        self.bar: QFrame | None = None
        self._name = self._slot = ""
        self._offered: tuple[str, Mapping[str, Any]] | None = None
        self._last: dict[str, Any] | None = None
        self._asked: object = None
        """What is asked for what was kept before; None once the form has been left, or has ended."""
        self._often = QTimer(self)
        self._often.setInterval(OFTEN_MS)
        self._often.timeout.connect(self.keep)

    def begin(self, name: str) -> None:
        """Keep what is typed from now on under a name, and offer what was kept there before."""
        self._name, self._slot, self._last = name, name, None
        asked = self._asked = object()
        self._shell.tasks.mutate(lambda verbs: _held(verbs, name), lambda held: self._told(asked, held), self._no_draft)

    def begun(self) -> str:
        """Return under which name something is kept that is being typed now; empty where nothing is."""
        return self._slot if self._often.isActive() and self._typed() else ""

    def keep(self) -> None:
        """Keep what is typed now, if anything is."""
        if not self._often.isActive():
            return
        now = self._typed()
        if now == self._last or not (now or self._last):
            return
        slot, self._last = self._slot, now
        if now:
            self._shell.tasks.mutate(lambda verbs: verbs.drafts.keep_draft(slot, now), None, self._no_draft)
        else:
            self._drop(slot)

    def leave(self) -> None:
        """Go elsewhere: what is not finished stays kept."""
        self.keep()
        self._stop()

    def end(self) -> None:
        """It is written, or thrown away: forget what was kept of it. What was offered and not answered stays."""
        kept = self._often.isActive()  # nothing is before what was kept has been read: that stays, unanswered
        self._stop()
        if kept:
            self._drop(self._slot)

    def _stop(self) -> None:
        self._asked = None
        self._often.stop()
        self._close_bar()

    def go_on(self) -> None:
        """Put what was begun back into the form."""
        if self._offered is None:
            return
        (self._slot, values), self._offered = self._offered, None
        self._last = dict(values)
        self._close_bar()
        for name, ticked in values.get(_TICKS, {}).items():
            if name in self._ticks:
                self._ticks[name].setChecked(bool(ticked))
        self._form.show_draft(values)

    def throw_away(self) -> None:
        """Forget what was begun, and begin anew."""
        if self._offered is not None:
            slot, self._offered = self._offered[0], None
            self._drop(slot)
        self._close_bar()
        self._form.focus_first()

    def _typed(self) -> dict[str, Any]:
        now = {name: tick.isChecked() for name, tick in self._ticks.items()}
        ticked: dict[str, Any] = {name: is_on for name, is_on in now.items() if is_on != self._as_begun[name]}
        return self._form.draft() | ({_TICKS: ticked} if ticked else {})

    def _told(self, asked: object, held: tuple[str, Draft] | None) -> None:
        if asked is not self._asked:
            return  # the form shows something else by now, or nothing any more
        name = self._name
        if held is not None:
            self._offered = (held[0], held[1].values)
            self._slot = name if held[0] != name else name + BESIDE
            self._offer(held[1])
            if held[0] in self._shell.resuming:  # it was open when the circle was locked
                self._shell.resuming.discard(held[0])
                self.go_on()
        self._often.start()

    def _offer(self, draft: Draft) -> None:
        self._close_bar()
        self.bar = bar = QFrame(self._parent)
        bar.setProperty("kind", "card")
        column = QVBoxLayout(bar)
        column.setContentsMargins(12, 8, 12, 8)
        begun = self.tr("You had begun this on {when}: {words}")
        words = begun.format(when=text.instant(draft.at), words=glance(draft.values))
        column.addWidget(plain(words, bar))
        row = QHBoxLayout()
        row.setSpacing(GAP_S)
        on = button(self.tr("Go on with it"), self.go_on, kind="main", parent=bar)
        away = button(self.tr("Throw it away"), self.throw_away, parent=bar)
        row.addWidget(on)
        row.addWidget(away)
        row.addStretch(1)
        column.addLayout(row)
        self._into.insertWidget(0, bar)
        bar.show()
        # Between what lies before the first field and that field: putting the field behind the bar would take it out of
        # its place among the others.
        for line in list(self._form.lines.values())[:1]:
            before = line.editor.stops()[0].previousInFocusChain()
            assert before is not None, "a chain is a ring"
            QWidget.setTabOrder(before, on)
        QWidget.setTabOrder(on, away)
        if isinstance(self._parent, Dialog):
            self._parent.fit()

    def _close_bar(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _drop(self, slot: str) -> None:
        self._shell.tasks.mutate(lambda verbs: verbs.drafts.drop_draft(slot), None, self._no_draft)

    def _no_draft(self, error: object) -> None:
        """A disk that is full is told of when something is written; a form goes on without its draft."""


def drafted(shell: Shell, dialog: Dialog, form: Form, name: str, ticks: Mapping[str, Tick] | None = None) -> Drafting:
    """Keep what is typed into a dialog's form until the dialog is done, or its words are thrown away."""
    drafting = Drafting(shell, form, dialog.body, dialog, ticks)
    dialog.finished.connect(lambda _: drafting.end())
    if shell.may_write:
        drafting.begin(name)
    return drafting


def _held(verbs: Verbs, name: str) -> tuple[str, Draft] | None:
    for each in (name, name + BESIDE):
        draft = verbs.drafts.draft(each)
        if draft is not None:
            return each, draft
    return None
