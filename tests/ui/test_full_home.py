"""A laptop whose disk is full: a circle opens and can be read; one that leaves is forgotten by the window too."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop import daily
from learningcircles.laptop.files import cannot_write
from learningcircles.laptop.home import Home
from learningcircles_sync.newer import note_version
from learningcircles_ui import text
from learningcircles_ui.app import LAST, Desktop
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.remember import Remember
from learningcircles_ui.remembered import FILE
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.test_hall_refused import full_disk

Settle = Callable[[Desktop], None]


def test_a_circle_opens_where_the_laptops_choices_cannot_be_written(
    desktop: Desktop, home: Home, settle: Settle
) -> None:
    (home.folder / "laptop.json.new").mkdir()  # what is written beside first finds no place, as on a full disk
    window = desktop.open()
    settle(desktop)
    assert window.isVisible() and window.page.name == "today"
    assert window.shell.file.circle_id == home.find().circle_id
    assert LAST not in home.settings
    desktop.start()
    settle(desktop)
    assert desktop.window is not None and desktop.window.isVisible()


def test_a_circle_that_leaves_is_forgotten_by_the_window(
    qtbot: QtBot, desktop: Desktop, window: Window, home: Home
) -> None:
    held = window.shell.file
    Remember(home.folder, held.circle_id).put_text("filter", "active")
    window.shell.signals.left.emit()
    qtbot.waitUntil(lambda: not home.circles() and desktop.window is None, timeout=20_000)
    qtbot.wait(0)
    assert not Remember(home.folder, held.circle_id).text("filter")
    for path in (home.folder / "window.ini", home.folder / "laptop.json"):
        assert held.circle_id.hex() not in path.read_text("utf-8"), path


def test_what_is_remembered_already_is_not_written_again(tmp_path: Path) -> None:
    """Lists say so with every key of a search, and each time the file would be written through to the disk."""
    file, remember = tmp_path / FILE, Remember(tmp_path, bytes(16))
    written = []
    for value in ("active", "active", "left", "left"):
        remember.put_text("filter", value)
        QSettings(str(file), QSettings.Format.IniFormat).sync()
        assert remember.text("filter") == value
        written.append((file.stat().st_ino, file.stat().st_mtime_ns))
    assert written[0] == written[1] != written[2] == written[3]


def test_a_circle_is_called_by_its_new_name_where_that_cannot_be_kept(
    other: Verbs, desktop: Desktop, window: Window, home: Home, settle: Settle
) -> None:
    (home.folder / "laptop.json.new").mkdir()  # as above
    other.records.edit("charter", other.circle.id, {"name": "Old Port"})
    window.watch()
    settle(desktop)
    assert window.windowTitle() == "Old Port — Learning Circles" and window.sidebar.switcher.text() == "Old Port"


@pytest.mark.parametrize(("label", "value"), [("Colours", "dark"), ("Size of text", 115), ("Language", "fr")])
def test_a_choice_that_cannot_be_kept_counts_until_the_end_and_says_so(
    desktop: Desktop, window: Window, home: Home, settle: Settle, qtbot: QtBot, label: str, value: object
) -> None:
    window.show_page("settings")
    settle(desktop)
    (home.folder / "laptop.json.new").mkdir()  # as above
    choice = next(each for each in window.page.findChildren(Choice) if each.accessibleName() == label)
    choice.setCurrentIndex(choice.findData(value))
    anew = label != "Colours"
    qtbot.waitUntil(lambda: desktop.window is not None and (desktop.window is not window) is anew)
    settle(desktop)
    now = desktop.window
    assert now is not None and now.toast.isVisible()
    told = "jusqu’à la fermeture" if value == "fr" else "What you chose counts until the program is closed."
    assert told in now.toast.label.text()
    held = desktop.settings
    assert value in (held.theme, held.text_size, held.language)
    desktop.theme.choose("light", 100)
    speak(QApplication.instance(), "en")


def _choice(window: Window, label: str) -> Choice:
    return next(each for each in window.page.findChildren(Choice) if each.accessibleName() == label)


@pytest.mark.parametrize("chance", ["another choice", "something written", "the end"])
def test_a_choice_that_could_not_be_kept_is_with_the_next_chance(
    desktop: Desktop, window: Window, other: Verbs, home: Home, settle: Settle, chance: str
) -> None:
    window.show_page("settings")
    window.watch()
    settle(desktop)
    in_the_way = home.folder / "laptop.json.new"
    in_the_way.mkdir()  # as above
    colours, shares = (_choice(window, label) for label in ("Colours", "Share by itself"))
    colours.setCurrentIndex(colours.findData("dark"))
    shares.setCurrentIndex(shares.findData("asked"))
    assert "theme" not in home.settings and "shares" not in home.settings
    in_the_way.rmdir()
    if chance == "another choice":
        page = window.page
        assert isinstance(page, SettingsPage)
        page.lock.after.setCurrentIndex(0)
    elif chance == "something written":
        other.records.add("member", {"name": "Ana"})
        window.watch()
        settle(desktop)
    else:
        desktop.close()
    assert home.settings["theme"] == "dark" and home.settings["shares"] == "asked"
    assert LAST in home.settings, "which was kept before the disk was full"
    assert not desktop.settings.refused
    desktop.theme.choose("light", 100)


def test_the_circle_that_was_open_last_is_not_tried_again(desktop: Desktop, home: Home, settle: Settle) -> None:
    """It may have left this laptop by then."""
    in_the_way = home.folder / "laptop.json.new"
    in_the_way.mkdir()  # as above
    desktop.open()
    settle(desktop)
    in_the_way.rmdir()
    desktop.settings.choose("shares", "asked")
    assert home.settings["shares"] == "asked" and LAST not in home.settings


@pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")
def test_who_may_see_figures_is_shown_as_it_is_where_it_could_not_be_changed(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    window.show_page("settings")
    settle(desktop)
    figures = _choice(window, "Who may see monthly figures")
    with full_disk():
        figures.setCurrentIndex(figures.findData(3))
        figures.activated.emit(figures.currentIndex())
        settle(desktop)
    assert "Nothing was changed" in window.toast.label.text() and figures.currentData() == 0
    figures.setCurrentIndex(figures.findData(3))
    figures.activated.emit(figures.currentIndex())
    settle(desktop)
    settings = other.reader.get("!settings", other.circle.id)
    assert settings["figures"] == figures.currentData() == 3 and window.toast.label.text() == "Settings changed"


@pytest.mark.parametrize(
    ("language", "why"),
    [("en", "no room is left on the disk"), ("fr", "plus de place sur le disque"), ("es", "no queda espacio")],
)
def test_a_full_disk_is_told_of_in_the_language_of_the_program(
    qapp: QApplication, tmp_path: Path, language: str, why: str
) -> None:
    speak(qapp, language)
    told = text.sentence(cannot_write(tmp_path, OSError(errno.ENOSPC, "No space left on device")))
    speak(qapp, "en")
    assert why in told and "space left" not in told, told


def test_every_other_choice_that_cannot_be_kept_says_so(
    desktop: Desktop, window: Window, home: Home, settle: Settle, tmp_path: Path
) -> None:
    settings, today = window.pages["settings"], window.pages["today"]
    assert isinstance(settings, SettingsPage) and isinstance(today, TodayPage)
    window.show_page("settings")
    settle(desktop)
    note_version(home, "9.9.0")
    today._shared(object())
    (home.folder / "laptop.json.new").mkdir()  # as above
    near = next(e for e in settings.findChildren(Choice) if e.accessibleName() == "Laptops beside this one")
    shares = next(e for e in settings.findChildren(Choice) if e.accessibleName() == "Share by itself")
    for choose in (
        today.every.toggle,
        today.line.put_away.click,
        lambda: settings.lock.after.setCurrentIndex(0),
        lambda: near.setCurrentIndex(1),
        lambda: shares.setCurrentIndex(0),
    ):
        window.toast.hide()
        choose()
        assert "until the program is closed" in window.toast.label.text() and window.toast.isVisible()
    today._shared(object())
    assert not today.line.newer, "it was put away"
    before = daily.folder_of(home)
    settings.safety.put_into(tmp_path)
    settle(desktop)
    assert daily.folder_of(home) == before and "until the program" not in window.toast.label.text()


def test_a_language_that_cannot_be_kept_is_spoken_in_the_first_run(desktop: Desktop, tmp_path: Path) -> None:
    begun = desktop.begin()
    desktop.home.folder.mkdir(exist_ok=True)
    (desktop.home.folder / "laptop.json.new").mkdir()  # as above
    begun._speak("fr")
    assert "jusqu’à la fermeture" in begun.wrong.text()
    speak(QApplication.instance(), "en")
