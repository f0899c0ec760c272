"""Reading what people type, writing numbers as their language does, and colours that can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from learningcircles.entities.declare import Field, Kind
from learningcircles.entities.people import MEMBER, PLACE
from learningcircles.entities.validate import check_bounds
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.intake import convert
from learningcircles_ui import text
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.reading import read_day, read_minutes
from learningcircles_ui.parts.shown import day_shown
from learningcircles_ui.settings import speak
from learningcircles_ui.theme import DARK, LIGHT, OWN_FONTS, Theme, Tokens


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("1:30", 90), ("1h30", 90), ("1h", 60), ("2", 120), ("1.5", 90), ("1,5 h", 90), ("90 min", 90), ("45 min", 45),
        ("0:05", 5), ("4", 240), ("soon", None), ("", None), ("-1", None),
        ("25:61", None), ("1h60", None), ("0:59", 59),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_type_them(words: str, minutes: int | None) -> None:
    assert read_minutes(words) == minutes


def test_a_day_that_is_shown_reads_back_as_the_same_day_wherever_one_is() -> None:
    before = QLocale()
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    assert {"es_PR", "es_PA"} <= {each.name() for each in every}
    days = ("2027-03-05", "2026-11-05", "2027-12-01", "2027-09-30")
    spoken = (QLocale.Language.English, QLocale.Language.French, QLocale.Language.Spanish)
    try:
        for each in every:
            if each.language() in spoken and each.script() == QLocale.Script.LatinScript:
                QLocale.setDefault(each)
                assert [read_day(day_shown(day)) for day in days] == list(days), each.name()
    finally:
        QLocale.setDefault(before)


def test_hours_that_are_shown_read_back_as_the_same_minutes_wherever_one_is() -> None:
    before = QLocale()
    every = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
    balance = Field("balance", "Balance", Kind.MINUTES)
    spoken = (QLocale.Language.English, QLocale.Language.French, QLocale.Language.Spanish)
    try:
        for each in every:
            if each.language() in spoken and each.script() == QLocale.Script.LatinScript:
                QLocale.setDefault(each)
                for minutes in (0, 1, 20, -45, 60, 75_015, -75_000, 999_999):
                    shown = text.hours(minutes, signed=True)
                    assert convert.balance(balance, shown, hours=True) == minutes, (each.name(), shown)
        assert all(read_minutes(text.hours(minutes)) == minutes for minutes in range(1_441))
    finally:
        QLocale.setDefault(before)


def test_dates_are_read_in_several_forms() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        assert read_day("2026-11-20") == read_day("20/11/2026") == read_day("20.11.2026") == "2026-11-20"
        assert read_day("somewhen") == "somewhen"
        assert text.hours(546, signed=True) == "+9 h 6 min"
        assert text.hours(-60) == "\u22121 h" and text.hours(-15) == "\u221215 min"
        assert [text.hours(each) for each in (0, 20, 120, 75_015)] == ["0 h", "20 min", "2 h", "1250 h 15 min"]
        assert text.length(90) == "1\u00a0h\u00a030\u00a0min" and text.length(None) == ""
    finally:
        QLocale.setDefault(before)


def test_figures_keep_their_order_from_right_to_left(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert text.hours(546, signed=True).startswith("\u2066+9") and text.hours(546).endswith("\u2069")
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_language_that_is_written_the_other_way_does_not_turn_its_line(qapp: QApplication) -> None:
    assert text.language_name("sd") == "\u2068سنڌي\u2069" and text.language_name("pt") == "Portuguese"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert text.language_name("sd") == "سنڌي" and text.language_name("pt") == "\u2068Portuguese\u2069"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_time_passes_in_words(qapp: QApplication) -> None:
    speak(qapp, "en")
    hour = 3_600_000
    now = 1_700_000_000_000
    assert text.ago(now, now) == text.ago(now + hour, now) == "just now"
    assert text.ago(now - 12 * 60_000, now).startswith("12 minutes")
    assert text.ago(now - 3 * hour, now).startswith("3 hours")
    assert text.ago(now - 49 * hour, now).startswith("2 days")


def test_errors_become_sentences_without_field_names() -> None:
    error = InvalidValue("required", "{label} is needed ({field}).", field="name", label="Name")
    assert text.sentence(error) == "Name is needed."
    lost = NotFound("no_circle", "There is no circle file {path} on this laptop.", path="x.circle")
    assert text.sentence(lost) == "There is no circle file x.circle on this laptop."


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_years_are_written_without_a_mark_for_thousands(qapp: QApplication, language: str) -> None:
    speak(qapp, language)
    field, room = MEMBER.field("birth_year"), PLACE.field("capacity")
    assert field is not None and room is not None
    with pytest.raises(InvalidValue) as year:
        check_bounds(field, 1234)
    with pytest.raises(InvalidValue) as people:
        check_bounds(room, 200_000)
    said = text.sentence(year.value), text.sentence(people.value)
    speak(qapp, "en")
    assert all(figures in said[0] for figures in ("1234", "1890", "2100"))
    assert "200000" not in said[1]


def contrast(ink: QColor, ground: QColor) -> float:
    """WCAG 2.2, 1.4.3."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(ink), light(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_every_ground(tokens: Tokens) -> None:
    pairs = [(ink, on) for ink in ("text", "soft") for on in ("ground", "side", "surface", "raised", "hover")]
    pairs += [("text", "accent_soft"), ("accent", "accent_soft"), ("accent", "surface"), ("accent", "ground")]
    pairs += [("on_accent", "accent"), ("warn", "warn_soft"), ("info", "info_soft"), ("danger", "danger_soft")]
    pairs += [("danger", "ground"), ("danger", "raised"), ("surface", "text")]
    weak = {pair: contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in weak.items() if value < 4.5} == {}


def test_icons_take_the_colour_of_the_theme_and_stay_sharp(qapp: QApplication, qtbot: QtBot) -> None:
    drawn = icon("users", "accent").pixmap(20, 20).toImage()
    inked = [drawn.pixelColor(x, y) for x in range(20) for y in range(20) if drawn.pixelColor(x, y).alpha() > 250]
    assert inked and all(abs(colour.hue() - LIGHT.colour("accent").hue()) < 12 for colour in inked)
    assert icon("users").pixmap(icon("users").actualSize(drawn.size()), 2.0).width() == 40


class OwnFonts(QObject):
    """Does what Qt does on Windows and macOS: with every palette, tables get a font of the system's own again."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            for kind in OWN_FONTS:
                QApplication.setFont(QFont("DejaVu Serif", 8), kind)
        return False


def test_a_system_with_fonts_of_its_own_changes_neither_typeface_nor_size(qapp: QApplication) -> None:
    theme, system = Theme(qapp), OwnFonts()
    qapp.installEventFilter(system)
    for look, size, pixels in (("dark", 200, 26), ("light", 100, 13)):
        theme.choose(look, size)
        table, box = QTableView(), QMessageBox()
        for widget in (table, table.horizontalHeader(), box):
            widget.ensurePolished()
            assert (widget.font().family(), widget.font().pixelSize()) == ("Inter", pixels)
    qapp.removeEventFilter(system)


def test_days_are_written_as_their_country_does() -> None:
    before = QLocale()
    told: dict[str, tuple[str, str, str]] = {}
    try:
        for name in ("fr_FR", "en_US", "en_GB", "es_ES"):
            QLocale.setDefault(QLocale(name))
            told[name] = text.day("2027-03-01"), text.weekday("2027-03-01"), text.day("2027-03-11")
    finally:
        QLocale.setDefault(before)
    assert told == {
        "fr_FR": ("1er mars 2027", "lundi 1er mars", "11 mars 2027"),
        "en_US": ("March 1, 2027", "Monday, March 1", "March 11, 2027"),
        "en_GB": ("1 March 2027", "Monday 1 March", "11 March 2027"),
        "es_ES": ("1 de marzo de 2027", "lunes 1 de marzo", "11 de marzo de 2027"),
    }


def test_two_who_were_made_one_are_named_in_the_language_that_is_set(qapp: QApplication) -> None:
    speak(qapp, "fr")
    try:
        assert text.action("Merge Jean & Fils and Jean & Fils") == "Réunir Jean & Fils et Jean & Fils"
        assert text.action("Merge Tom and Jerry and Bo") == "Réunir Tom and Jerry and Bo"
    finally:
        speak(qapp, "en")


def test_a_button_that_says_something_else_is_called_so(qapp: QApplication) -> None:
    leave, other = button("Cancel"), button("Cancel")
    other.setAccessibleName("Cancel the import")
    for each in (leave, other):
        each.setText("Close")
    assert (leave.accessibleName(), other.accessibleName()) == ("Close", "Cancel the import")
