"""What is being typed into a form, kept twice a second in the circle's file: over a crash, a lock, an empty battery.

A form that was left half-written offers it the next time. What is typed is always kept under a name of its own, beside
all that was left before: whatever is answered, and whatever becomes of this form, nothing else is lost with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog, chain_of
from learningcircles_ui.parts.draft_names import beside, whose, words_of
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.given import Given
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.thrown import bring_up, throw_away, translate
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S
from learningcircles_ui.unkept import DraftKeeper, Erased, Named, erased_since

OFTEN_MS = 400
_TICKS = "ticks"
_TOKEN_BYTES = 6


class Left(NamedTuple):
    """What a form was left with, and of which fields it was given to be written and not answered yet."""

    values: dict[str, Any]
    given: set[str]


class Drafting(QObject):
    """Keeps one form's draft. `into` takes the line that offers what was begun; `ticks` belong to the form as well.

    Whoever closes the window over an open form calls `keep` before: the draft outlives it. `erased`: the form spoke of
    somebody who was erased meanwhile, so what stood in it is gone. `spares` takes out of a form that holds words about
    several people what may speak of these, who are erased, and returns what is said of that.
    """

    erased = Signal()

    def __init__(
        self, shell: Shell, form: Form, into: QVBoxLayout, parent: QWidget, ticks: Mapping[str, Tick] | None = None
    ) -> None:
        super().__init__(parent)
        self._shell, self._form, self._into, self._parent = shell, form, into, parent
        self._ticks = _Ticks(ticks or {})
        self.bar: QFrame | None = None
        self._slot = ""
        self._offered: list[Named] = []
        """What was left unfinished, the one that is offered now first."""
        self._last: dict[str, Any] | None = None
        self.spares: Callable[[Erased], str] | None = None
        self._erased = Erased()
        """Who was erased before what stands in the form was typed, as far as is known."""
        self._since: int | None = None
        """How many erasures were known as words were spared, until these are kept anew."""
        self._is_unspared = False
        """Somebody was erased of whom what stands here may speak, and is not spared yet: until then it is not kept."""
        self.called: Callable[[], str] = parent.windowTitle
        """Returns what the draft is called where it is thrown away."""
        self._left: dict[str, Left] = {}
        """What was kept of forms that were left, by its own name."""
        self._is_typed = False
        self._asked: object = None
        """What is asked for what was kept before; None once the form has been left, or has ended."""
        self._often = QTimer(self)
        self._often.setInterval(OFTEN_MS)
        self._often.timeout.connect(self.keep)
        shell.signals.changed.connect(self._look)
        shell.drafts.erased.connect(self._gone)

    def begin(self, name: str) -> None:
        """Keep what is typed from now on under a name, and offer what was kept of it before, the newest first."""
        self._slot, self._last = self._same_again(name)
        self._offered = []
        self._often.start()
        self._ask()

    def resume(self) -> None:
        """Go on with what is asked for by now, where it is this form's: what is typed here stays kept beside it."""
        if self._often.isActive() and any(whose(name) == whose(self._slot) for name in self._shell.resuming):
            self._ask()

    def _ask(self) -> None:
        asked, name = object(), whose(self._slot)
        self._asked = asked
        held = partial(_held, self._shell.drafts, name)
        self._shell.tasks.mutate(held, lambda held: self._told(asked, held), _no_draft)

    def _same_again(self, name: str) -> tuple[str, dict[str, Any] | None]:
        """Return under which name a draft is kept, and what is kept there: where the form shows still what it was left
        with, that very draft goes on.
        """
        now = _typed(self._form, self._ticks)
        again = [slot for slot, left in self._left.items() if whose(slot) == name and now and left.values == now]
        if again:
            del self._left[again[0]]
            self._keep_as(again[0], now)  # it may have been thrown away elsewhere
            return again[0], now
        return fresh(self._shell, name), None

    def begun(self) -> str:
        """Return under which name something is kept that is being typed now; empty where nothing is."""
        return self._slot if self._often.isActive() and _typed(self._form, self._ticks) else ""

    def keep(self, *, closing: bool = False) -> None:
        """Keep what is typed now, if anything is. `closing`: what is being written is told to nobody here any more."""
        if not self._often.isActive():
            return
        if self._is_unspared and not closing:
            _ask_erased(self)
            return
        since, self._since = self._since, None
        now = _typed(self._form, self._ticks)
        self._tell_typed(bool(now))
        if not (now or self._last) or (now == self._last and not closing):
            return
        slot, self._last = self._slot, now
        self._keep_as(slot, now, _being_written(self._form, now, closing=closing), since)

    def _look(self) -> None:
        """Others may have erased somebody whom the form speaks of."""
        if self._often.isActive() and self._last:
            self._shell.drafts.look(self._slot)

    def _gone(self, slot: str) -> None:
        """Where an erasure has taken what was kept of the form, it goes from the form as well."""
        if slot != self._slot or not self._often.isActive():
            return
        self._slot, self._last = fresh(self._shell, whose(slot)), None
        if self.spares is not None:
            self._is_unspared, self._since = True, self._erased.erasures
            _ask_erased(self)
            return
        self._ticks.show({})
        self._form.show_draft({})
        self._shell.signals.said.emit(
            self.tr("Somebody was erased whom the open form spoke of: what stood in it is gone with them."), b""
        )
        self.erased.emit()

    def leave(self, *, closing: bool = False) -> None:
        """Go elsewhere: what is not finished stays kept, and what is on its way only until it is `written`.

        `closing`: the window goes with the form in it. Nobody who closes that form now gives anything up.
        """
        self.keep(closing=closing)
        if self._often.isActive() and self._last:
            self._left[self._slot] = _left(self._form, self._last)
        self._stop()

    def written(self, name: str, field: str) -> None:
        """What was on its way when the form was left is written: it is no draft any more."""
        for slot, left in list(self._left.items()):
            if whose(slot) != name or field not in left.given:
                continue
            left.given.discard(field)
            del left.values[field]
            if not left.values:
                del self._left[slot]
            self._keep_as(slot, dict(left.values))

    def end(self, *, given_up: bool = False) -> None:
        """It is written, or given up, which is said and can be had back: forget what was kept of it.

        What was offered and not taken up stays.
        """
        if given_up:
            self.keep()  # the last letters, too, come back
        kept = self._often.isActive()
        self._stop()
        if not (kept and self._last):
            return
        if given_up:
            words = text.labelled(self.called(), words_of(self._slot, self._last))
            back = partial(bring_up, self._shell, self._slot)
            throw_away(self._shell, self._slot, words, back)
        else:
            self._keep_as(self._slot, {})

    def _stop(self) -> None:
        self._asked = None
        self._often.stop()
        self.bar = _removed(self.bar)
        self._tell_typed(False)

    def go_on(self) -> None:
        """Put what is offered back into the form, and nothing else: what was typed meanwhile stays kept by itself."""
        if not self._offered or self._is_unspared:
            return
        self.keep()
        if self._last:
            self._left[self._slot] = _left(self._form, self._last)
        (self._slot, draft), self._offered = self._offered[0], []
        self._last = dict(draft.values)
        self.bar = _removed(self.bar)
        self._ticks.show(draft.values.get(_TICKS, {}))
        self._form.show_draft(draft.values)

    def throw_away(self) -> None:
        """Forget what is offered, which is said and can be had back; offer what was left before it, if anything was."""
        if self._offered:
            slot, draft = self._offered.pop(0)
            words = text.labelled(self.called(), words_of(slot, draft.values))
            throw_away(self._shell, slot, words, partial(_here_again, self, slot), partial(_thrown, self))
        if self._offered:
            self._offer()[0].setFocus()
        else:
            self.bar = _removed(self.bar)
            _focus_first(self)

    def offer_next(self) -> None:
        """Offer another of several; after the oldest the newest again."""
        self._offered = [*self._offered[1:], *self._offered[:1]]
        self._offer()[-1].setFocus()

    def _tell_typed(self, typed: bool) -> None:
        if typed != self._is_typed:
            self._is_typed = typed
            self._shell.signals.typed.emit(str(id(self)), typed)

    def _told(self, asked: object, held: Sequence[Named]) -> None:
        if asked is not self._asked:
            return  # the form shows something else by now, or nothing any more
        # It was open when the circle was locked, or is the very one that was pressed on Today.
        resuming = {name for name in self._shell.resuming if whose(name) == whose(self._slot)}
        self._shell.resuming.difference_update(resuming)  # what is not there any more would be gone on with much later
        others = [each for each in held if each[0] != self._slot]
        wanted = [each for each in others if each[0] in resuming]
        self._offered = [*wanted, *(each for each in others if each not in wanted)]
        if wanted:
            self.go_on()
        elif self._offered:
            self._offer()

    def _offer(self) -> Sequence[QPushButton]:
        """Show the line about the first of what is offered; return what it can be answered with."""
        draft, several = self._offered[0][1], len(self._offered) > 1
        begun = self.tr("You had begun this on {when}: {words}")
        words = begun.format(when=text.instant(draft.at), words=words_of(self._offered[0][0], draft.values))
        bar, column = _card(self, words)
        announce(bar, words)
        if several:
            column.addWidget(soft(self.tr("One of %n that are begun and not finished.", "", len(self._offered)), bar))
        answers = [
            button(self.tr("Go on with it"), self.go_on, kind="main", parent=bar),
            button(self.tr("Throw it away"), self.throw_away, parent=bar),
        ]
        if several:
            answers.append(button(self.tr("Show another"), self.offer_next, parent=bar))
        _show_card(self, column, answers)
        return answers

    def _keep_as(
        self, slot: str, values: Mapping[str, Any], written: Mapping[str, Given] | None = None, since: int | None = None
    ) -> None:
        """Keep what stands in a form under a name, but what is `written` by then; where nothing does, forget it."""

        def left() -> dict[str, Any]:
            done = {name for name, given in (written or {}).items() if given.written}
            return {name: value for name, value in values.items() if name not in done}

        self._shell.drafts.keep(slot, left, since)


class _Ticks:
    """What can be ticked beside a form, and how it stood as the form was begun."""

    def __init__(self, ticks: Mapping[str, Tick]) -> None:
        self._ticks = ticks
        self._as_begun = {name: tick.isChecked() for name, tick in ticks.items()}

    def changed(self) -> dict[str, bool]:
        """Return what stands otherwise by now."""
        now = {name: tick.isChecked() for name, tick in self._ticks.items()}
        return {name: is_on for name, is_on in now.items() if is_on != self._as_begun[name]}

    def show(self, changed: Mapping[str, bool]) -> None:
        """Show what `changed` returned."""
        for name, tick in self._ticks.items():
            tick.setChecked(bool(changed.get(name, self._as_begun[name])))


def _typed(form: Form, ticks: _Ticks) -> dict[str, Any]:
    ticked: dict[str, Any] = ticks.changed()
    return form.draft() | ({_TICKS: ticked} if ticked else {})


def spare_by(drafting: Drafting, spares: Callable[[Erased], str]) -> None:
    """Spare of a form that has just begun what speaks of nobody who is erased (see `Drafting`)."""
    drafting.spares = spares
    drafting._shell.tasks.mutate(erased_since, partial(_know, drafting), _no_draft)


def _know(drafting: Drafting, erased: Erased) -> None:
    """Nobody of these is meant by what is typed from now on."""
    drafting._erased = erased


def _ask_erased(drafting: Drafting) -> None:
    """Ask who is erased, to spare the others. Where that cannot be told it is asked again."""
    ask = partial(erased_since, before=drafting._erased.people)
    drafting._shell.tasks.mutate(ask, partial(_spare, drafting), _no_draft)


def _spare(drafting: Drafting, erased: Erased) -> None:
    """Take out of a form what may speak of people who are erased; where nothing is left, it goes as others do.

    What is left is in no file until it is kept anew: who is erased before that is not looked for in it. What was given
    to be kept before it was spared, by somebody who closes it, is refused under a name that is the form's no more.
    """
    if isValid(drafting) and drafting.spares is not None and drafting._is_unspared:
        drafting._slot, drafting._last = fresh(drafting._shell, whose(drafting._slot)), None
        drafting._erased, drafting._since, drafting._is_unspared = erased, erased.erasures, False
        drafting._shell.signals.said.emit(drafting.spares(erased), b"")
        if not _typed(drafting._form, drafting._ticks):
            drafting.erased.emit()


def fresh(shell: Shell, name: str) -> str:
    """Return a name of its own for what is typed into a form of this name."""
    return beside(name, shell.surroundings.random(_TOKEN_BYTES).hex())


def _card(drafting: Drafting, words: str) -> tuple[QFrame, QVBoxLayout]:
    """Begin a line over the form, in place of the one that was there."""
    drafting.bar = _removed(drafting.bar)
    drafting.bar = bar = QFrame(drafting._parent)
    bar.setProperty("kind", "card")
    column = QVBoxLayout(bar)
    column.setContentsMargins(12, 8, 12, 8)
    column.addWidget(plain(words, bar))
    return bar, column


def _show_card(drafting: Drafting, column: QVBoxLayout, answers: Sequence[QPushButton]) -> None:
    """Show a line over the form with what it can be answered with; by Tab, too, it comes before all that is asked."""
    bar, first = drafting.bar, _first_stop(drafting)
    assert bar is not None
    row = QHBoxLayout()
    row.setSpacing(GAP_S)
    for each in answers:
        row.addWidget(each)
    row.addStretch(1)
    column.addLayout(row)
    drafting._into.insertWidget(0, bar)
    bar.show()
    # Between what lies before the first field and that field: putting the field behind the bar would take it out of
    # its place among the others.
    if first is not None:
        QWidget.setTabOrder(_before(first), answers[0])
    for one, following in pairwise(answers):
        QWidget.setTabOrder(one, following)
    if isinstance(drafting._parent, Dialog):
        drafting._parent.fit()


def _first_stop(drafting: Drafting) -> QWidget | None:
    """Return what Tab comes to first of what is asked: in a dialog there may be choices before the form."""
    if isinstance(drafting._parent, Dialog):
        inside = drafting._into.parentWidget()
        assert inside is not None, "a dialog has its column from the first"
        for each in chain_of(drafting._parent):
            in_line = drafting.bar is not None and drafting.bar.isAncestorOf(each)
            # The line that was there before is hidden, and not gone yet.
            if inside.isAncestorOf(each) and not in_line and each.isVisibleTo(inside):
                return each
    lines = list(drafting._form.lines.values())
    return lines[0].editor.stops()[0] if lines else None


def _focus_first(drafting: Drafting) -> None:
    """Put the keyboard where what is asked begins."""
    first = _first_stop(drafting)
    if first is None or drafting._form.isAncestorOf(first):
        drafting._form.focus_first()
    else:
        first.setFocus()


def _here_again(drafting: Drafting, slot: str) -> None:
    """Offer what was thrown away and had back: its form may be open still."""
    if isValid(drafting) and drafting._often.isActive() and whose(slot) == whose(drafting._slot):
        drafting._ask()
    else:
        bring_up(drafting._shell, slot)


def _thrown(drafting: Drafting, said: str, put_back: Callable[[], None]) -> None:
    """Let it be had back in a dialog as well: the foot of the window lies below it, and cannot be pressed."""
    is_open = isValid(drafting) and drafting._often.isActive() and isinstance(drafting._parent, Dialog)
    if is_open and drafting.bar is None:
        bar, column = _card(drafting, said)
        _show_card(drafting, column, [button(translate("Thrown", "Undo"), put_back, parent=bar)])


def _removed(bar: QFrame | None) -> QFrame | None:
    """Take a line away that offered something; return what is there instead: none."""
    if bar is not None:
        bar.hide()
        bar.deleteLater()
    return None


def _left(form: Form, values: dict[str, Any]) -> Left:
    """Return what a form is left with. What was typed into a field after what was given of it stays kept with it."""
    given = form.given
    return Left(values, {each for each in values if each in given and form.edit(each).typed() == given[each]})


def _being_written(form: Form, values: Mapping[str, Any], *, closing: bool) -> dict[str, Given]:
    """Return of the fields that are given to be written, and not typed on since, what knows once they are.

    What stands in no field is not typed on, and is no draft from then on, whether or not anybody is told of it.
    """
    names = (_left(form, dict(values)).given if closing else set()) | (values.keys() - form.lines.keys())
    return {name: given for name, given in form.under_way.items() if name in names}


def _no_draft(error: object) -> None:
    """A disk that is full is told of when something is written; a form goes on without its draft."""


def drafted(shell: Shell, dialog: Dialog, form: Form, name: str, ticks: Mapping[str, Tick] | None = None) -> Drafting:
    """Keep what is typed into a dialog's form until the dialog is done, or its words are thrown away."""
    drafting = Drafting(shell, form, dialog.body, dialog, ticks)
    drafting.erased.connect(lambda: dialog.done(QDialog.DialogCode.Rejected.value))
    dialog.accepted.connect(drafting.end)
    dialog.rejected.connect(lambda: drafting.end(given_up=dialog.dirty()))
    dialog.stays_kept = shell.may_write
    if shell.may_write:
        drafting.begin(name)
    return drafting


def _held(drafts: DraftKeeper, name: str, verbs: Verbs) -> Sequence[Named]:
    """Return all that is kept of one form, newest first."""
    return [each for each in drafts.held(verbs) if whose(each[0]) == name]


def _before(stop: QWidget) -> QWidget:
    """Return what has the keyboard before a field does: Tab knows nothing of what never has it."""
    each = stop.previousInFocusChain()
    while each is not None and (each.focusPolicy() == Qt.FocusPolicy.NoFocus or each.focusProxy() is not None):
        each = each.previousInFocusChain()
    assert each is not None, "a chain is a ring"
    return each
