"""What a member agreed to has a last day of its own, purpose by purpose."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QStyleOptionFrame

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.consents_form import Consents
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def agreed(verbs: Verbs, member: bytes) -> dict[str, tuple[str | None, str | None, str | None, bool]]:
    rows = verbs.reader.list("consent", where={"member": member})
    return {row["purpose"]: (row["on"], row["until"], row["how"], bool(row["withdrawn"])) for row in rows}


def opened(window: Window, verbs: Verbs, member: bytes) -> Consents:
    held = verbs.reader.list("consent", where={"member": member})
    dialog = Consents(window.shell, verbs.reader.get("member", member), held, window)
    dialog.open()
    return dialog


def type_until(dialog: Consents, code: str, day: str) -> None:
    line = dialog.form.edit(f"until_{code}").control
    assert isinstance(line, QLineEdit) and line.isEnabled()
    line.setText(day)


def test_each_purpose_has_its_own_last_day(desktop: Desktop, window: Window, other: Verbs, settle: Settle) -> None:
    (amina,) = add_people(other, ["Amina"])
    today = datetime.date.fromisoformat(other.desk.today())
    before, soon, later = ((today + datetime.timedelta(days=days)).isoformat() for days in (-90, 5, 300))
    yes = {"member": amina, "given": True, "on": before, "how": "paper"}
    other.records.add("consent", {**yes, "purpose": "keep_details", "until": soon})
    other.records.add("consent", {**yes, "purpose": "name_in_print", "until": later})
    other.records.add("consent", {**yes, "purpose": "publish_listing", "until": "2020-01-01", "on": "2019-01-01"})
    dialog = opened(window, other, amina)
    assert not dialog.form.dirty(), "nobody has typed anything yet"
    ticked = {code for code, tick in dialog._ticks.items() if tick.isChecked()}
    assert ticked == {"keep_details", "name_in_print"}, "what has ended is to be asked again"
    shown = dialog.form.edit("until_keep_details").typed(), dialog.form.edit("until_name_in_print").typed()
    assert shown == (soon, later) and not dialog.form.edit("until_show_to_members").isEnabled()
    assert {"not asked yet", "ended on 1 January 2020"} <= {label.text() for label in dialog.findChildren(QLabel)}
    type_until(dialog, "keep_details", later)
    type_until(dialog, "name_in_print", soon)
    dialog._ticks["show_to_members"].setChecked(True)
    type_until(dialog, "show_to_members", soon)
    dialog.form.edit("how").show_value("spoken")
    dialog.submit()
    settle(desktop)
    now = today.isoformat()
    assert closed(dialog) and agreed(other, amina) == {
        "keep_details": (now, later, "spoken", False),
        "name_in_print": (before, soon, "paper", False),
        "show_to_members": (now, soon, "spoken", False),
        "publish_listing": ("2019-01-01", "2020-01-01", "paper", False),
    }
    other.undo.undo()
    assert agreed(other, amina)["keep_details"][1] == soon, "all of it is one action"


def test_a_day_that_is_none_is_told_beside_its_purpose(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    (amina,) = add_people(other, ["Amina"])
    dialog = opened(window, other, amina)
    dialog._ticks["keep_details"].setChecked(True)
    type_until(dialog, "keep_details", "someday")
    dialog.submit()
    assert "someday" not in agreed(other, amina) and dialog.form.lines["until_keep_details"].sentence
    dialog._ticks["keep_details"].setChecked(False)
    dialog.submit()
    settle(desktop)
    assert agreed(other, amina) == {} and closed(dialog)


@pytest.mark.parametrize("language", ["en_GB", "fr", "es", "de"])
def test_a_last_day_is_shown_whole(window: Window, other: Verbs, language: str) -> None:
    (amina,) = add_people(other, ["Amina"])
    other.records.add("consent", {"member": amina, "given": True, "purpose": "keep_details", "until": "2028-09-28"})
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        dialog = opened(window, other, amina)
    finally:
        QLocale.setDefault(before)
    line = dialog.form.edit("until_keep_details").control
    assert isinstance(line, QLineEdit) and "28" in line.text()
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    words = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    assert line.fontMetrics().horizontalAdvance(line.text()) + 2 * 2 < words.width(), "2 pixels on each side are Qt's"
    dialog.reject()


def test_details_tell_age_and_what_still_holds(desktop: Desktop, window: Window, other: Verbs, settle: Settle) -> None:
    (amina,) = add_people(other, ["Amina"], birth_year=datetime.date.today().year - 45)
    yes = {"member": amina, "given": True, "on": other.desk.today()}
    other.records.add("consent", {**yes, "purpose": "keep_details", "until": "2099-12-31"})
    other.records.add("consent", {**yes, "purpose": "name_in_print", "until": "2020-01-01", "on": "2019-01-01"})
    window.watch()
    window.open_record("member", amina)
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    told = [label.text() for label in page.pane.findChildren(QLabel) if label.isVisibleTo(page)]
    assert told[told.index("AGE") + 1] == "40 to 49"
    assert told[told.index("AGREED TO") + 1] == "Keep my details, until 31 December 2099"
