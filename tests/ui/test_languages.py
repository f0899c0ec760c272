"""Languages stand by name wherever people read or type them; codes are what is stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.entities.people import MEMBER
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.history import HistoryDialog
from learningcircles_ui.parts.editors import LanguagesEditor
from learningcircles_ui.window import Window


@pytest.fixture
def editor(qtbot: QtBot) -> LanguagesEditor:
    field = MEMBER.field("languages")
    assert field is not None
    made = LanguagesEditor(field)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Portuguese, français and es", ["es", "fr", "pt"]),
        ("Türkçe; alemán", ["de", "tr"]),
        ("english, Klingon", ["Klingon", "en"]),
    ],
)
def test_names_in_any_of_our_languages_are_codes(editor: LanguagesEditor, typed: str, codes: list[str]) -> None:
    assert isinstance(editor.control, QLineEdit)
    editor.control.setText(typed)
    assert editor.value() == codes


def test_what_is_shown_is_read_back_as_it_was_stored(editor: LanguagesEditor) -> None:
    assert isinstance(editor.control, QLineEdit)
    codes = ["ar", "en", "en-GB", "es", "fa", "mooré", "pt-BR", "yo", "zh"]
    editor.show_value(codes)
    assert "English" in editor.control.text() and "American" not in editor.control.text()
    assert "español, " in editor.control.text() and "português (Brasil)" in editor.control.text()
    assert editor.value() == codes


def test_history_names_them(
    desktop: Desktop, other: Verbs, window: Window, settle: Callable[[Desktop], None], qtbot: QtBot
) -> None:
    member, _ = other.records.add("member", {"name": "Amina", "languages": ["pt"]})
    dialog = HistoryDialog(window.shell, "member", member, "Amina", window)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(desktop)
    said = [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]
    assert "Languages: português added" in said
    assert text.language_name("en") == "English"
