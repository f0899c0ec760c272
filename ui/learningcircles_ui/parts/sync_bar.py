"""The bar at the foot: what is saved, when it was shared, what waits. One sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.parts.allowed import only_looks
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.layouts import keep_room
from learningcircles_ui.parts.one_line import OneLine
from learningcircles_ui.parts.toasts import Toast
from learningcircles_ui.parts.words import leading
from learningcircles_ui.sharing import CHOICE, METERED, Sharing
from learningcircles_ui.theme import is_large, larger

_AGAIN_MS = 20_000
_LEAST_HIGH = 30
"""Pixels."""


class SyncBar(QFrame):
    """`asked` is emitted when somebody wants to see more: the Share page."""

    asked = Signal()

    def __init__(self, sharing: Sharing, parent: QWidget | None = None, *, writes: bool = True) -> None:
        super().__init__(parent)
        self._writes = writes
        self._typed: set[str] = set()
        self._unkept: CircleError | None = None
        self.setProperty("kind", "bar")
        self._sharing = sharing
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(8)
        self._cloud = QLabel(self)
        self.toast = Toast(parent or self)
        self.toast.seen.connect(self._make_room)
        self.toast.installEventFilter(self)
        self.sentence, self.waiting = OneLine(self), OneLine(self)
        leading(self.sentence)
        leading(self.waiting)
        self.share = button(self.tr("Share now"), sharing.now, kind="link")
        for each in (self._cloud, self.sentence, self.waiting):  # or the page would grow while a toast is seen
            keep_room(each, room=True)
        row.addWidget(self._cloud)
        row.addWidget(self.sentence, 1)
        row.addStretch(0)
        row.addWidget(self.waiting)
        row.addWidget(self.share)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # "12 minutes ago" grows older by itself.
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self.tell)
        self._timer.start()
        sharing.changed.connect(self.tell)
        self.tell()

    def note_typed(self, form: str, typed: bool) -> None:
        """Words stand in a form that are not saved yet, or none any more."""
        if typed:
            self._typed.add(form)
        else:
            self._typed.discard(form)
        self.tell()

    def note_unkept(self, why: CircleError | None) -> None:
        """Words could not be kept, or all are by now."""
        self._unkept = why
        self.tell()

    def tell(self) -> None:
        """Say how things stand."""
        state = self._sharing
        amiss = state.problem is not None or bool(state.told_out) or self._unkept is not None
        cloud = icon(_cloud(state), "warn" if amiss else "accent")
        self._cloud.setPixmap(cloud.pixmap(QSize(larger(17), larger(17))))
        if self._unkept is not None:
            self.sentence.tell(unkept_sentence(self._unkept), *_short_unkept(self._unkept))
        else:
            told = saved_sentence(state, writes=self._writes, typed=bool(self._typed))
            self.sentence.tell(told, *_shorter(state, writes=self._writes, typed=bool(self._typed)))
        few = text.grouped(QCoreApplication.translate("SyncBar", "%n unshared", "", state.waiting), state.waiting)
        self.waiting.tell(waiting_sentence(state), few)
        self.waiting.setVisible(bool(self.waiting.text()) and self.toast.isHidden())
        reachable = (state.hub is not None or state.beside > 0) and not state.told_out
        if state.under_way and self.share.hasFocus():
            self.window().setFocus()
        self.share.setEnabled(not state.under_way and reachable)
        self.share.setVisible(reachable)
        # While it is shared the words are shorter, and the page above is not to jump by a line for that moment.
        least = max(_LEAST_HIGH, self.minimumSizeHint().height() if is_large() else 0)
        self.setMinimumHeight(self.height() if state.under_way and self.isVisible() else least)

    def _make_room(self, toast: bool) -> None:
        """What has just been done is told in place of how things stand, and moves nothing."""
        for told in (self._cloud, self.sentence):
            told.setVisible(not toast)
        self.waiting.setVisible(not toast and bool(self.waiting.text()))
        self._place_toast()

    def _place_toast(self) -> None:
        """In the bar; what has more lines than that lies over the page's foot: no button moves under the pointer."""
        over = self.toast.parentWidget()
        if over is None or self.toast.isHidden():
            return
        area = QRect(self.mapTo(over, QPoint()), self.size()).adjusted(8, 1, -8, -1)
        if not self.share.isHidden():
            taken = self.share.width() + 8
            area = area.adjusted(taken, 0, 0, 0) if self.isRightToLeft() else area.adjusted(0, 0, -taken, 0)
        wide = min(self.toast.sizeHint().width(), area.width())
        place = QRect(0, 0, wide, max(self.toast.heightForWidth(wide), self.toast.minimumSizeHint().height()))
        place.moveCenter(area.center())
        if place.height() > area.height():
            place.moveBottom(area.bottom())
        self.toast.setGeometry(place)
        self.toast.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The toast keeps its place."""
        super().resizeEvent(event)
        self._place_toast()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The toast comes along."""
        super().moveEvent(event)
        self._place_toast()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the toast the room that its words need by now."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_toast()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cloud"):
            self.tell()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the bar opens Share."""
        self.asked.emit()


def saved_sentence(state: Sharing, *, writes: bool = True, typed: bool = False) -> str:
    """Return what is saved, and when and with whom it was last shared. `writes`: this laptop does more than look;
    `typed`: words stand in a form that are not saved yet.
    """
    translate = QCoreApplication.translate
    saved = _saved(state, writes=writes, typed=typed)
    if state.told_out:
        return saved
    if state.under_way and state.coming.given is not None:
        return f"{saved} {_giving(*state.coming.given)}"
    if state.under_way and state.coming.parcels is not None:
        return f"{saved} {_fetching(*state.coming.parcels)}"
    if state.under_way:
        return f"{saved} {translate('SyncBar', 'Sharing…')}"
    if not state.known:
        return saved  # nothing is said of a hub before it is known whether there is one
    if state.hub is None and not state.beside:
        return " ".join((saved, translate("SyncBar", "This circle has no hub yet."), _last_shared(state))).rstrip()
    if state.paused == METERED:
        return f"{saved} {translate('SyncBar', 'Sharing waits: mobile data may cost money.')}"
    if state.paused == CHOICE:
        return f"{saved} {translate('SyncBar', 'It is shared when you press the button.')}"
    if state.hub is None:
        return f"{saved} {beside_sentence(state)}"
    if state.problem is not None:
        return " ".join((saved, text.sentence(state.problem), _last_shared(state))).rstrip()
    if state.last_shared_ms is None:
        return f"{saved} {translate('SyncBar', 'Not shared yet.')}"
    when = text.ago(state.last_shared_ms, state.now_ms())
    return f"{saved} {translate('SyncBar', 'Shared with the regional hub {when}.').format(when=when)}"


def unkept_sentence(why: CircleError) -> str:
    """Return that what is being typed is nowhere but in the window, and why."""
    told = QCoreApplication.translate("SyncBar", "What you typed is in this window alone, and not kept.")
    return f"{told} {text.sentence(why)}"


def _saved(state: Sharing, *, writes: bool, typed: bool) -> str:
    translate = QCoreApplication.translate
    if state.told_out:
        return translate(
            "SyncBar", "This laptop takes no part in the circle. What it wrote and had not shared is kept here."
        )
    if not writes:
        return only_looks()
    if typed:
        return translate("SyncBar", "What you are typing is kept here, and not saved yet.")
    return translate("SyncBar", "All changes saved on this laptop.")


def _shorter(state: Sharing, *, writes: bool, typed: bool) -> Sequence[str]:
    """Return what matters most, in fewer and fewer words, where there is no room for the whole sentence."""
    translate = QCoreApplication.translate
    if state.told_out:
        told = translate("SyncBar", "This laptop takes no part in the circle."), translate("SyncBar", "Takes no part")
    elif state.problem is not None and not state.under_way:
        told = text.sentence(state.problem), translate("SyncBar", "Not shared")
    elif not writes:
        told = only_looks(), translate("SyncBar", "May only look")
    elif typed:
        told = translate("SyncBar", "Kept here, not saved yet"), translate("SyncBar", "Not saved yet")
    else:
        told = _saved(state, writes=writes, typed=typed), translate("SyncBar", "All saved")
    return told


def _short_unkept(why: CircleError) -> Sequence[str]:
    translate = QCoreApplication.translate
    full, other = translate("SyncBar", "Not kept: the disk is full"), translate("SyncBar", "What you typed is not kept")
    return full if why.code in ("disk_full", "cannot_write") else other, translate("SyncBar", "Not kept")


def _fetching(come: int, whole: int) -> str:
    percent = text.number(come * 100 // max(whole, 1))
    words = QCoreApplication.translate("SyncBar", "Fetching what the circle wrote: {percent} %")
    return words.format(percent=percent)


def _giving(given: int, whole: int) -> str:
    percent = text.number(given * 100 // max(whole, 1))
    words = QCoreApplication.translate("SyncBar", "Sharing what is new here: {percent} %")
    return words.format(percent=percent)


def _last_shared(state: Sharing) -> str:
    """Return when a hub, a laptop or a stick's receipt last answered, or nothing."""
    if state.last_shared_ms is None:
        return ""
    when = text.ago(state.last_shared_ms, state.now_ms())
    return QCoreApplication.translate("SyncBar", "Last shared {when}.").format(when=when)


def beside_sentence(state: Sharing) -> str:
    """Return which laptops of the circle are beside this one."""
    if not state.beside:
        return QCoreApplication.translate("SyncBar", "No laptop of this circle is beside this one now.")
    names = ", ".join(name for name in state.met if name)
    if names:
        return QCoreApplication.translate("SyncBar", "Shared with {names}, beside this one.").format(names=names)
    return QCoreApplication.translate("SyncBar", "%n laptop(s) of this circle beside this one.", "", state.beside)


def waiting_sentence(state: Sharing) -> str:
    """Return how many changes wait, or nothing."""
    return text.grouped(_waiting(state), state.waiting) if state.waiting > 0 else ""


def _waiting(state: Sharing) -> str:
    if state.told_out:
        return QCoreApplication.translate("SyncBar", "%n change(s) kept here", "", state.waiting)
    if state.hub is None:
        return QCoreApplication.translate("SyncBar", "%n change(s) on this laptop alone so far", "", state.waiting)
    if state.problem is not None:
        return QCoreApplication.translate("SyncBar", "%n change(s) wait for a connection", "", state.waiting)
    return QCoreApplication.translate("SyncBar", "%n change(s) waiting to be shared", "", state.waiting)


def _cloud(state: Sharing) -> str:
    if state.problem is not None or state.told_out:
        return "cloud-off"
    return "cloud-up" if state.waiting or state.under_way else "cloud-check"
