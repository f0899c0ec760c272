"""Whoever types a name that is nobody's has named nobody: who may be meant is asked, however fast one types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import is_slip
from learningcircles.errors import InvalidValue
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.attendance_rows import Presence, meant
from learningcircles_ui.pages.swap_form import SwapForm
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened

Settle = Callable[[Desktop], None]
Key = Qt.Key
PEOPLE = ["Florence Simon", "Marta Serrano", "Emeka Obi", "Maria Ruiz", "Giulia Rossi", "Habiba Touré"]


@pytest.mark.parametrize(
    ("typed", "name", "slips"),
    [
        ("gulia", "Giulia Rossi", True), ("soib", "Siobhán O’Neill", True), ("mrata", "Marta Serrano", True),
        ("sussana", "Susana Ek", True), ("marta ser", "Marta Serrano", True), ("giulia rosi", "Giulia Rossi", True),
        ("marie", "Maria Ruiz", False), ("tim", "Tom Ek", False), ("omar", "Marta Serrano", False),
        ("noa", "Nora Ek", False), ("anne", "Anna Li", False), ("ann", "Antoine Baron", False), ("", "Anna", False),
    ],
)  # fmt: skip
def test_a_slip_of_the_finger_makes_no_other_name(typed: str, name: str, slips: bool) -> None:
    assert is_slip(typed, name) is slips


def test_a_guest_is_not_written_down_for_a_member_of_nearly_that_name() -> None:
    people = [Presence(name.encode(), name.encode(), name, "", "") for name in PEOPLE]
    firsts = {typed: meant(people, typed)[0] for typed in ("Tim", "Omar", "Marie", "bob", "gulia")}
    assert {typed: (row.new, row.name) for typed, row in firsts.items()} == {
        "Tim": ("guest", "Tim"), "Omar": ("guest", "Omar"), "Marie": ("guest", "Marie"), "bob": ("guest", "bob"),
        "gulia": ("", "Giulia Rossi"),
    }  # fmt: skip
    assert [row.name for row in meant(people, "Marie")] == ["Marie", "Maria Ruiz"], "she may be chosen all the same"


@pytest.fixture
def giver(other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> PickerEditor:
    add_people(other, [*PEOPLE, "Zoë O’Brien", "Zoë O’Brien", "Maria Lopez", "Mario Lopez"])
    form = opened(SwapForm(window.shell, window), desktop, settle)
    edit = form.form.edit("provider")
    assert isinstance(edit, PickerEditor) and isinstance(edit.control, QLineEdit)
    form.activateWindow()
    edit.control.setFocus()
    qtbot.waitUntil(edit.control.hasFocus)
    return edit


def said(edit: PickerEditor) -> str:
    with pytest.raises(InvalidValue) as refused:
        edit.value()
    return str(refused.value)


@pytest.mark.parametrize("haste", [True, False])
@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_a_name_that_is_nobody_s_chooses_nobody(
    giver: PickerEditor, desktop: Desktop, settle: Settle, qtbot: QtBot, key: Key, haste: bool
) -> None:
    QTest.keyClicks(giver.control, "marie")
    if not haste:
        qtbot.waitUntil(giver._frame.isVisible)
    QTest.keyClick(giver.control, key)
    settle(desktop)
    assert said(giver).startswith("Nobody is called so. If Mari")
    giver.control.setFocus()
    qtbot.waitUntil(giver._frame.isVisible)
    QTest.keyClick(giver.control, Key.Key_Down)
    QTest.keyClick(giver.control, Key.Key_Return)
    assert giver.words().startswith("Mari") and giver.value()


@pytest.mark.parametrize("haste", [True, False])
def test_of_two_people_of_one_name_none_is_taken_unasked(
    giver: PickerEditor, desktop: Desktop, settle: Settle, qtbot: QtBot, haste: bool
) -> None:
    QTest.keyClicks(giver.control, "zoe")
    if not haste:
        qtbot.waitUntil(giver._frame.isVisible)
    QTest.keyClick(giver.control, Key.Key_Tab)
    settle(desktop)
    assert said(giver) == "More than one is called Zoë O’Brien. Choose with the Down key."


def test_of_two_people_of_one_family_name_none_is_taken_unasked(
    giver: PickerEditor, desktop: Desktop, settle: Settle
) -> None:
    for typed, taken in (("lopez", ""), ("maria l", "Maria Lopez"), ("mari", "Maria Ruiz")):
        giver.show_value(None)
        QTest.keyClicks(giver.control, typed)
        QTest.keyClick(giver.control, Key.Key_Tab)
        settle(desktop)
        assert giver.words() == (taken or typed) and bool(giver._id) is bool(taken)
        giver.control.setFocus()


def test_a_slip_of_the_finger_is_taken_as_fast_as_a_name(giver: PickerEditor, desktop: Desktop, settle: Settle) -> None:
    QTest.keyClicks(giver.control, "gulia")
    QTest.keyClick(giver.control, Key.Key_Tab)
    settle(desktop)
    assert giver.words() == "Giulia Rossi" and giver.value()
