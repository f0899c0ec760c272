"""The words of the program's language, the order and the week of the region, and every day that is written is read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from learningcircles.intake.days import day_meant
from learningcircles_ui import text
from learningcircles_ui.parts.reading import read_day
from learningcircles_ui.parts.shown import day_shown
from learningcircles_ui.place import first_weekday, spoken_here
from learningcircles_ui.settings import LANGUAGES, speak

TODAY = datetime.date(2026, 11, 27)
DAYS = [TODAY + datetime.timedelta(days=13 * number) for number in range(-14, 15)]
"""Every month and every day of the week, on both sides of the twelfth."""


def everywhere() -> list[QLocale]:
    return QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = QLocale()
    yield
    monkeypatch.undo()
    speak(qapp, "en")
    QLocale.setDefault(before)


def stand(monkeypatch: pytest.MonkeyPatch, days: str, language: str = "en_US") -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    monkeypatch.setenv("LC_TIME", f"{days}.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)


def test_every_day_that_is_written_is_read_whatever_region_the_language_is_spoken_in(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {day.month for day in DAYS} == set(range(1, 13)) and {day.weekday() for day in DAYS} == set(range(7))
    regions = {each.name() for each in everywhere() if each.language() != QLocale.Language.C}
    assert {"pl_PL", "fi_FI", "ar_EG", "en_US", "zh_TW"} <= regions
    unread: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for language in LANGUAGES:
        speak(qapp, language)
        for region in regions:
            stand(monkeypatch, region)
            QLocale.setDefault(spoken_here(language))
            shown = tuple(day_shown(day.isoformat()) for day in DAYS)
            forms = shown + tuple(text.weekday(day.isoformat()) for day in DAYS)
            if forms in seen:
                continue
            seen.add(forms)
            unread += [f"{language} {region}: {each}" for each in unread_of(shown)]
    assert unread == []
    assert len(seen) > 5


def unread_of(shown: tuple[str, ...]) -> Iterator[str]:
    for day, field in zip(DAYS, shown, strict=True):
        iso = day.isoformat()
        if read_day(field) != iso:
            yield field
        for words in (text.day(iso), text.weekday(iso), f"{text.weekday(iso)} {day.year}"):
            if day_meant(words, day) != day:
                yield words


def test_a_field_reads_the_day_that_it_wrote_in_every_language_there_is() -> None:
    for each in everywhere():
        QLocale.setDefault(each)
        shown = [day_shown(day.isoformat()) for day in DAYS]
        assert [read_day(words) for words in shown] == [day.isoformat() for day in DAYS], each.name()


@pytest.mark.parametrize(
    ("language", "system", "days", "weekday", "day", "clock", "first"),
    [
        ("en", "en_US", "pl_PL", "Friday 27 November", "27 November 2026", "19:00", Qt.DayOfWeek.Monday),
        ("en", "en_US", "de_DE", "Friday 27 November", "27 November 2026", "19:00", Qt.DayOfWeek.Monday),
        ("es", "es_ES", "en_US", "viernes 27 de noviembre", "27 de noviembre de 2026", "7:00", Qt.DayOfWeek.Sunday),
        ("fr", "fr_FR", "en_US", "vendredi 27 novembre", "27 novembre 2026", "7:00", Qt.DayOfWeek.Sunday),
        ("en", "en_US", "en_US", "Friday, November 27", "November 27, 2026", "7:00", Qt.DayOfWeek.Sunday),
        ("en", "pl_PL", "pl_PL", "Friday 27 November", "27 November 2026", "19:00", Qt.DayOfWeek.Monday),
    ],
)
def test_no_day_is_written_in_two_languages(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, language: str, system: str, days: str, weekday: str, day: str,
    clock: str, first: Qt.DayOfWeek,
) -> None:  # fmt: skip
    stand(monkeypatch, days, system)
    speak(qapp, language)
    assert (text.weekday("2026-11-27"), text.day("2026-11-27")) == (weekday, day)
    assert text.clock("2026-11-27T19:00").startswith(clock)
    assert first_weekday() == first


@pytest.mark.parametrize(
    ("language", "system", "days", "shown"),
    [
        ("en", "en_US", "de_DE", "1,234,567"),
        ("en", "en_US", "de_CH", "1,234,567"),
        ("fr", "fr_FR", "en_US", "1\u202f234\u202f567"),
        ("es", "es_MX", "es_MX", "1,234,567"),
        ("es", "es_ES", "pl_PL", "1.234.567"),
    ],
)
def test_figures_are_those_of_the_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, language: str, system: str, days: str, shown: str
) -> None:
    stand(monkeypatch, days, system)
    speak(qapp, language)
    assert text.number(1_234_567) == shown
    stand(monkeypatch, "da_DK")
    speak(qapp, "en")
    assert text.clock("2026-11-27T19:00") == "19:00"
