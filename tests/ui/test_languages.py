"""Languages stand by name wherever people read or type them; codes are what is stored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.entities.people import MEMBER
from learningcircles.intake.convert import language
from learningcircles.intake.words import LANGUAGES
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.language_names import language_named
from learningcircles_ui.pages.records.history import HistoryDialog
from learningcircles_ui.parts.editors import LanguagesEditor
from learningcircles_ui.settings import speak
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
    assert "Spanish, " in editor.control.text() and "Portuguese (Brazil)" in editor.control.text()
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
    assert "Languages: Portuguese added" in said
    assert text.language_name("en") == "English"


@pytest.mark.parametrize(
    ("spoken", "typed", "shown"),
    [("en", "German, klingon", "German, klingon"), ("fr", "German", "allemand"), ("es", "Deutsch", "alemán")],
)
def test_a_language_is_called_as_this_program_calls_it(
    qapp: QApplication, editor: LanguagesEditor, spoken: str, typed: str, shown: str
) -> None:
    speak(qapp, spoken)
    try:
        assert isinstance(editor.control, QLineEdit)
        editor.control.setText(typed)
        editor.show_value(editor.value())
        assert editor.control.text() == shown
    finally:
        speak(qapp, "en")


def test_every_name_of_a_language_is_read_back() -> None:
    assert not {code for code in LANGUAGES if not language_named(code, "en")}
    for spoken in ("en", "fr", "es"):
        names = {code: language_named(code, spoken) for code in LANGUAGES}
        assert {code: language(name) for code, name in names.items()} == {code: code for code in LANGUAGES}
