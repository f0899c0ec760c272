"""People of one name of whom nothing else is known: their numbers tell them apart, to be chosen from and in files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.find_someone import read_wish
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.list_files import save_list
from learningcircles_ui.pages.today.begun_rows import read_begun
from learningcircles_ui.pages.today.consents import read_ending
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.draft_names import CONSENT, draft_of
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import CTRL, Hands, Key
from tests.ui.test_drafts_left import top_form

Settle = Callable[[Desktop], None]


@pytest.fixture
def pauls(other: Verbs, window: Window, desktop: Desktop, settle: Settle) -> Sequence[str]:
    """Return the numbers of three of one name, beside whom there are others."""
    ids = add_people(other, ["Paul Smith", "Paul Smith", "paul smith", "Paula Smith"])
    other.records.edit("member", ids[2], {"phone": "0711 22"})
    window.watch()
    settle(desktop)
    return [str(other.reader.get("member", each)["number"]) for each in ids[:3]]


@pytest.fixture
def hands(window: Window, qtbot: QtBot) -> Hands:
    """Hands on the window’s keyboard."""
    window.activateWindow()
    return Hands(qtbot)


@pytest.fixture
def save(window: Window, desktop: Desktop, settle: Settle, tmp_path: Path) -> Callable[[str], Path]:
    """Return what saves the list of people as a file of this kind."""

    def save(form: str) -> Path:
        window.watch()
        window.show_page("people")
        settle(desktop)
        assert isinstance(window.page, PeoplePage)
        listed = window.lists.listed()
        assert listed is not None
        save_list(listed, tmp_path / f"a.{form}")
        settle(desktop)
        return tmp_path / f"a.{form}"

    return save


def test_who_is_offered_is_told_apart(
    pauls: Sequence[str], hands: Hands, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    hands.press(Key.Key_E, held=CTRL)
    hands.type("smith")
    settle(desktop)
    form = top_form(window, SwapForm)
    model = form.giver._model
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    cells = [model.index(row) for row in range(4)]
    told = {str(each.data(Role.SECOND)) for each in cells if each.data() != "Paula Smith"}
    assert told == {f"no. {pauls[0]}", f"no. {pauls[1]}", f"no. {pauls[2]} · 0711 22"}
    heard = {str(each.data(Qt.ItemDataRole.AccessibleTextRole)) for each in cells}
    assert f"Paul Smith, no. {pauls[0]}" in heard and "Paula Smith" in heard, "nobody else is called so"


def test_who_is_found_is_told_apart(
    pauls: Sequence[str], hands: Hands, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    hands.press(Key.Key_K, held=CTRL)
    hands.type("paul smith")
    settle(desktop)
    model = window.finder.model
    qtbot.waitUntil(lambda: model.rowCount() >= 4)
    told = {str(model.index(row).data(Role.SECOND)) for row in range(4)}
    assert {f"Member  ·  no. {number}" for number in pauls[:2]} < told and "Member" in told


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_tells_them_apart_and_brings_nothing_new_back(
    pauls: Sequence[str], language: str, form: str, save: Callable[[str], Path], desktop: Desktop, other: Verbs
) -> None:
    speak(desktop._app, language)
    try:
        file = save(form)
    finally:
        speak(desktop._app, "en")
    if form == "csv":
        rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
        assert {row[1] for row in rows[1:] if row[0].casefold() == "paul smith"} == set(pauls)
    seen = preview(other.reader, "member", file, today=other.desk.today())
    assert {row.state for row in seen.rows} == {State.KNOWN}


def test_a_file_of_people_who_are_all_called_otherwise_tells_no_numbers(
    other: Verbs, save: Callable[[str], Path]
) -> None:
    add_people(other, ["Ana Ruiz", "Bo Ek"])
    assert "number" not in save("csv").read_text("utf-8-sig").splitlines()[0]


def test_opening_balances_tell_them_apart(
    pauls: Sequence[str], window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    dialog = OpeningBalances(window.shell, window)
    dialog.open()
    settle(desktop)
    told = {each.text() for each in dialog.findChildren(QLabel)}
    wanted = {f"Paul Smith (no. {number})" for number in pauls[:2]} | {f"paul smith (0711 22 · no. {pauls[2]})"}
    assert wanted | {"Paula Smith"} <= told
    named = next(line for line in dialog.lines.values() if pauls[1] in line.accessibleName())
    qtbot.keyClicks(named, "abc")
    dialog.submit()
    assert dialog._wrong.text().startswith(f"Paul Smith (no. {pauls[1]}): ")
    dialog.done(0)
    settle(desktop)


def test_who_is_to_be_asked_or_could_help_or_is_written_about_is_told_apart(pauls: Sequence[str], other: Verbs) -> None:
    one, two = sorted(
        (each.id for each in other.reader.list("member") if str(each["number"]) in pauls[:2]),
        key=lambda id_: pauls.index(str(other.reader.get("member", id_)["number"])),
    )
    for each in (one, two):
        consent = {"member": each, "purpose": "keep_details", "given": True, "until": text.today()}
        other.records.add("consent", consent)
        other.records.edit("member", each, {}, add={"topics": ["guitar"]})
        other.drafts.keep_draft(draft_of(CONSENT, each), {"ticks": {"keep_details": True}})
    names = [f"Paul Smith (no. {number})" for number in pauls[:2]]
    assert sorted(each.name for each in read_ending(other.reader)) == sorted(names)
    assert sorted(each.of for each in read_begun(other.reader)) == sorted(names)
    request, _ = other.records.add("request", {"title": "Guitar", "member": two})
    other.records.edit("request", request, {"member": other.reader.ids("member", where={"name": "Paula Smith"})[0]})
    wish = read_wish(other.reader, request)
    assert wish is not None
    assert sorted(each.aside for each in wish.helpers) == sorted(f"no. {number}" for number in pauls[:2])
