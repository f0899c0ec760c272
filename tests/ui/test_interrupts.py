"""Ctrl+C ends the desktop as its own button does."""

from __future__ import annotations

import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.interrupts import ENDS, Interrupts
from learningcircles_ui.pages.people.member_forms import AddMember
from tests.ui.late import Settle


@pytest.mark.parametrize("number", ENDS)
def test_a_signal_ends_the_application_and_nothing_is_raised(qapp: QApplication, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    interrupts = Interrupts(qapp)
    QTimer.singleShot(0, lambda: signal.raise_signal(number))
    too_late = QTimer(interrupts, singleShot=True, interval=20_000)
    too_late.timeout.connect(lambda: qapp.exit(1))
    too_late.start()
    try:
        assert qapp.exec() == 0
    finally:
        too_late.stop()
        interrupts.close()
    assert signal.getsignal(number) == before


def test_a_system_that_shuts_down_is_not_held_up_by_a_form_and_what_was_typed_stays_kept(
    qapp: QApplication, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    window = desktop.open()
    dialog = AddMember(window.shell, window)
    dialog.open()
    settle(desktop)
    dialog.form.edit("name").show_raw("Amina")
    assert dialog.dirty()
    interrupts = Interrupts(qapp)
    try:
        signal.raise_signal(signal.SIGTERM)
        assert dialog.close() and window.close()
    finally:
        interrupts.close()
    settle(desktop)
    assert [draft.values for _, draft in other.reader.drafts()] == [{"name": "Amina"}]


def test_a_system_that_shuts_down_is_not_held_up_by_the_hall(qapp: QApplication, desktop: Desktop) -> None:
    desktop.open()
    hall = desktop.enter_hall()
    assert hall is not None and not hall.close(), "its own button asks"
    leaving = hall.findChild(LeaveHall)
    assert leaving is not None
    leaving.reject()
    interrupts = Interrupts(qapp)
    try:
        signal.raise_signal(signal.SIGTERM)
        assert hall.close()
    finally:
        interrupts.close()
