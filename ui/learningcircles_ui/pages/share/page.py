"""Share: the hub, the laptop beside this one, the stick, and the laptops of this circle."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.trust.invitation import read_hub_code
from learningcircles_sync.outcome import ShareState
from learningcircles_ui import text
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.records.lists import AtHand, offer_at_hand
from learningcircles_ui.pages.share.add_laptop import AddLaptop
from learningcircles_ui.pages.share.aside import Aside
from learningcircles_ui.pages.share.hub_words import how_it_stands, keep_room
from learningcircles_ui.pages.share.laptop_dialogs import LaptopDialog
from learningcircles_ui.pages.share.leave_circle import LeaveCircle
from learningcircles_ui.pages.share.rows import LaptopRow, LaptopsModel, laptops
from learningcircles_ui.pages.share.shut_out import ShutOut
from learningcircles_ui.pages.share.stick_way import WAY_HIGH, StickWay, way_card
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import beside, button, card, flowing, labelled, plain, soft
from learningcircles_ui.parts.layouts import below_each_other
from learningcircles_ui.parts.marked import marked_row
from learningcircles_ui.parts.pills import widest_pill
from learningcircles_ui.parts.steady import Steady
from learningcircles_ui.parts.sync_bar import beside_sentence
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.turning import Turning
from learningcircles_ui.sharing import Sharing
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP, larger

_LAPTOPS_HIGH = 160


class SharePage(Page):
    """Three pictures, hub, laptop beside this one and stick, above the circle's laptops."""

    name = "share"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        if shell.may_run:
            words = self.tr("Add a laptop")
            self.command(words, self._add_laptop, icon_name="device-laptop")
            self.header.add(button(words, self._add_laptop, icon_name="plus", kind="main", parent=self))
        hub, near = self._hub_card(), self._beside_card()
        self.stick = StickWay(self)  # made after them: Tab goes through the cards as they stand
        self.stick.written.connect(self.activate)
        ways = (hub, near, self.stick.card)
        laptops_card = self._laptops_card()
        self._leave = button(self.tr("Remove this circle from this laptop…"), self._leave_circle, kind="danger")
        self.aside = Aside(shell, self)
        self._lay_out(ways, laptops_card, beside(self.aside, self._leave, parent=self))
        self.command_of(self._join, "world")
        self.command_of(self._leave, "logout")
        self.command_of(self.aside.invitations, "mail")
        shell.signals.shared.connect(self._shared)
        shell.signals.sharing.connect(self._show_near)

    def _lay_out(self, ways: Sequence[QWidget], laptops_card: QWidget, foot: QWidget) -> None:
        """The three ways beside each other over the laptops; with large text or in little room all below each other,
        where the buttons around them would leave no room to read them: then these scroll as well.
        """

        def below() -> QWidget:
            buttons = flowing(self._look, self._shut, parent=turning)
            laptops = ((laptops_card, larger(_LAPTOPS_HIGH)), (buttons, 0), (foot, 0))
            return below_each_other(turning, *((way, 0) for way in ways), *laptops)

        def abreast() -> QWidget:
            for made in (self._look, self._shut):
                self.header.add(made)
            around = QWidget(turning)
            column, row = QVBoxLayout(around), QHBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            for each in (column, row):
                each.setSpacing(GAP)
            for way in ways:
                way.setMinimumHeight(WAY_HIGH)
                row.addWidget(way, 1)
            laptops_card.setMinimumHeight(0)
            column.addLayout(row)
            column.addWidget(laptops_card, 1)
            column.addWidget(foot)
            return around

        turning = Turning(self)
        turning.hold([*ways, laptops_card, self._look, self._shut, foot], abreast, below)
        self.column.addWidget(turning, 1)

    def activate(self) -> None:
        """Read how sharing stands, and the laptops."""
        self.shell.tasks.share(lambda engine: engine.state(), self._state, asks=False)
        self.shell.tasks.mutate(laptops, self._model.show)
        self.aside.look()

    def changed(self, changes: Changes) -> None:
        """Read again: what waits has changed."""
        self.activate()

    def _hub_card(self) -> QWidget:
        frame, column = way_card(self, "server", self.tr("The regional hub"))
        self._hub = plain("", frame)
        self._waits, self._problem = Steady("soft", frame), Steady("wrong", frame)
        for label in (self._hub, self._waits, self._problem):
            column.addWidget(label)
        column.addStretch(1)
        self._now = button(self.tr("Share now"), self._share_now, icon_name="refresh", kind="main", parent=frame)
        self._join = button(self.tr("Join a hub…"), self.join_hub, icon_name="world", parent=frame)
        self._join.setVisible(self.shell.may_run)
        column.addWidget(flowing(self._now, self._join, parent=frame))
        return frame

    def _beside_card(self) -> QWidget:
        frame, column = way_card(self, "devices", self.tr("A laptop beside me"))
        column.addWidget(
            plain(
                self.tr("On the same Wi-Fi or cable, laptops of this circle find each other. No internet is needed."),
                frame,
            )
        )
        self._near = soft("", frame)
        column.addWidget(self._near)
        column.addStretch(1)
        words = self.tr("Share with it")
        self._with_it = button(words, self.shell.signals.share.emit, icon_name="refresh", parent=frame)
        column.addWidget(flowing(self._with_it, parent=frame))
        return frame

    def _show_near(self, sharing: Sharing) -> None:
        self._near.setText(beside_sentence(sharing))
        self._with_it.setEnabled(sharing.beside > 0 and not sharing.under_way)

    def _laptops_card(self) -> QWidget:
        frame, column = card(self, margin=1)
        self._model = LaptopsModel(self)
        self._table = Table(self.tr("The circle’s laptops"), frame)
        self._table.setModel(self._model)
        self._table.widths(300, max(260, widest_pill([self._model.most()])), 200)
        self._table.remembers(self.shell.remember, "laptops")
        offer_at_hand(self.shell, self._table, self._at_hand)
        self._table.chosen.connect(lambda _: self._offer())
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        column.addWidget(self._table)
        self._look = button(self.tr("Name and rights…"), self._laptop, icon_name="edit", parent=self)
        self._look.setEnabled(False)
        self._shut = button(self.tr("Shut this laptop out…"), self._shut_out, icon_name="hand-stop", parent=self)
        self._shut.setEnabled(False)
        self._shut.setVisible(self.shell.may_run)
        return frame

    def _at_hand(self) -> AtHand:
        return self._model.at_hand(self._table.accessibleName(), self._table.wanted_columns())

    def _shared(self, state: ShareState) -> None:
        """Who was beside this one was heard of, though nothing may have changed."""
        self._state(state)
        if self.isVisible():
            self.shell.tasks.mutate(laptops, self._model.show)

    def _state(self, state: ShareState) -> None:
        joined, takes_part = state.hub is not None, not state.told_out
        alone = self.tr("This circle has no hub yet. Ask a hub’s steward for a code.")
        several = self.tr(
            "This laptop knows of no hub. If another laptop has brought the circle to one, share with that laptop"
            " first. Otherwise ask a hub’s steward for a code."
        )
        self.aside.tell_out(state.told_out)
        self._hub.setText(state.hub or (several if state.laptops > 1 else alone))
        now_ms, shared_ms = self.shell.surroundings.now_ms(), state.last_shared_ms
        self._waits.setText(how_it_stands(state, state.waiting, text.ago(shared_ms, now_ms) if shared_ms else ""))
        self._problem.setText(text.sentence(state.problem) if state.problem and joined and takes_part else "")
        keep_room(self._waits, self._problem, state)
        self._now.setVisible(joined and takes_part)
        # A hub that is at another address now is followed by every laptop, whatever it may do.
        self._join.setText(self.tr("Another hub or address…") if joined else self.tr("Join a hub…"))
        self._join.setAccessibleName(self._join.text())
        self._join.setVisible(takes_part and (self.shell.may_run or joined))

    def _share_now(self) -> None:
        # Disabled, the button would hand the keyboard on to whatever comes next, such as a toast's Undo.
        self.setFocus()
        self._now.setEnabled(False)

        def shared(answer: tuple[object, ShareState]) -> None:
            self._now.setEnabled(True)
            self.shell.signals.shared.emit(answer[1])
            self.shell.signals.changed.emit(Changes())

        self.shell.tasks.share(lambda engine: (engine.share(), engine.state()), shared, self._failed)

    def _failed(self, error: object) -> None:
        self._now.setEnabled(True)
        self.shell.signals.failed.emit(error)

    def join_hub(self, code: str = "") -> None:
        """Ask for a steward's code, or show the one that somebody brought."""
        dialog = JoinHub(self.shell, self)
        dialog.line.setText(code)
        dialog.open()

    def _add_laptop(self) -> None:
        dialog = AddLaptop(self.shell, self)
        dialog.finished.connect(self.activate)
        dialog.open()

    def _row(self) -> LaptopRow | None:
        """Return the laptop that is marked: the buttons stand far from the list, and what they mean is to be seen."""
        row = marked_row(self._table)
        return self._model.rows[row] if row >= 0 else None

    def _offer(self) -> None:
        row = self._row()
        shut = row is not None and not (row.here or row.revoked or row.with_here)
        look = row is not None and (self.shell.may_run or (row.here and self.shell.may_write))
        for made, enabled in ((self._shut, shut), (self._look, look)):
            if made.hasFocus() and not enabled:
                self._table.setFocus()  # a button that goes grey would give the keyboard to whatever comes next
            made.setEnabled(enabled)

    def _laptop(self) -> None:
        row = self._row()
        if row is not None:
            keeper = next((each for each in self._model.rows if each.keeps_list), None)
            dialog = LaptopDialog(self.shell, row, keeper, self)
            dialog.finished.connect(self.activate)
            dialog.open()

    def _shut_out(self) -> None:
        row = self._row()
        if row is None:
            return
        dialog = ShutOut(self.shell, row, self)
        dialog.accepted.connect(self.activate)
        dialog.finished.connect(lambda _: self._table.setFocus())
        dialog.open()

    def _leave_circle(self) -> None:
        LeaveCircle(self.shell, self).open()


class JoinHub(Dialog):
    """Asks for a steward's code."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Join a hub"), self.tr("Join"), parent, width=520)
        self._shell = shell
        told = self.tr(
            "The hub keeps what this circle writes in sealed form and cannot read it. Only what the circle chooses to"
            " publish, such as an offer for everybody, can be read there."
        )
        self.body.addWidget(soft(told, self))
        self.line = labelled(self.body, self.tr("The code that the hub’s steward gave you"), self)
        self.line.setPlaceholderText("learningcircles://hub/…")
        self.dirty = self.touched
        self.on_submit = self._join
        self._now: str | None = None
        self._known = ""
        self.fit()
        shell.tasks.share(lambda engine: engine.state(), self._stands, asks=False)

    def _stands(self, state: ShareState) -> None:
        self._now = state.hub

    def _moves(self) -> bool:
        """Ask before the circle leaves the hub that it has; a second press means it."""
        code = self.line.text()
        if self._now is None or self._known == code or read_hub_code(code).url == self._now:
            return False
        self._known = code
        self.wrong(
            self.tr(
                "This circle shares through {hub} now. With this code it moves to {other}, and leaves the first one."
                " Press again if that is meant."
            ).format(hub=self._now, other=read_hub_code(code).url)
        )
        return True

    def _join(self) -> None:
        try:
            if self._moves():
                return
        except CircleError as error:
            self.refused(error)
            return
        self.done_button.setEnabled(False)
        code = self.line.text()
        self._shell.tasks.share(lambda engine: (engine.admit(code), engine.state()), self._joined, self.refused)

    def _joined(self, answer: tuple[object, ShareState]) -> None:
        self._shell.signals.shared.emit(answer[1])
        if self._now is None and answer[1].laptops > 1:
            self._shell.signals.said.emit(
                self.tr("The other laptops hear of the hub when they share with this one, by a stick or beside it."),
                b"",
            )
        self.accept()
