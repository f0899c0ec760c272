"""On screen: printing the recovery sheet, backups, and getting a circle back on a new laptop."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop import backup, copies, daily, sheets
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.keeping import Keeping
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.pages.before.trouble import Trouble
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.settings.safety import Safety, WriteBackup
from learningcircles_ui.pages.share.new_sheet import SheetPreview
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.running import leave
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.late import Opened, closed, saved_as_pdf

Settle = Callable[[Desktop], None]


def safety_of(window: Window) -> Safety:
    window.show_page("settings")
    page = window.findChild(SettingsPage)
    assert page is not None
    return page.safety


def nag(window: Window) -> str:
    window.show_page("today")
    page = window.findChild(TodayPage)
    assert page is not None
    return page.line.words.text() if page.line.words.isVisibleTo(page) else ""


def first_run(desktop: Desktop) -> FirstRun:
    first = desktop.begin("back")
    assert first.step() == 2
    return first


def opened_on(qapp: QApplication, qtbot: QtBot, settle: Settle, folder: Path, fill: Callable[[FirstRun], None]) -> Home:
    """Go through the first run on a new laptop; return its home once the window is there."""
    home = home_in(folder)
    desktop = Desktop(qapp, home)
    first = first_run(desktop)
    fill(first)
    first.forward()
    qtbot.waitUntil(lambda: first.step() == 3)
    first.forward()
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    desktop.close()
    desktop.aside.close()
    return home


def test_today_says_one_line_until_the_sheet_is_printed(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    settle(desktop)
    assert "recovery sheet" in nag(window)
    today = window.findChild(TodayPage)
    assert today is not None
    safety = safety_of(window)
    settle(desktop)
    assert "no recovery sheet yet" in safety.told.text() and safety.print.isEnabled()
    safety.make()
    settle(desktop)
    preview = window.findChild(PrintPreview)
    assert preview is not None
    preview.reject()
    assert preview.isVisible() and "neither printed nor saved" in preview._wrong.text()
    preview.reject()
    safety.look()
    settle(desktop)
    assert closed(preview) and "no recovery sheet yet" in safety.told.text()
    window.sharing.look()
    settle(desktop)
    assert "recovery sheet" in nag(window), "what nobody holds opens nothing"
    window.show_page("today")
    today.line.lead.click()
    settle(desktop)
    preview = window.findChildren(PrintPreview)[-1]
    assert preview.isVisible(), "Today opens the sheet itself"
    assert saved_as_pdf(desktop, settle, preview, tmp_path / "sheet.pdf")
    preview._note(str(tmp_path / "sheet.pdf"))
    settle(desktop)
    assert not copies.copies(other.circle), "whoever erases a member is not to destroy the one way back"
    preview.reject()
    window.show_page("settings")
    settle(desktop)
    assert "There is a recovery sheet" in safety.told.text() and closed(preview)
    assert "recovery sheet" not in nag(window)


def test_what_was_shown_and_given_up_opens_nothing(
    desktop: Desktop, window: Window, settle: Settle, tmp_path: Path
) -> None:
    """Whoever has looked over somebody's shoulder could open the circle with it otherwise."""
    circle = desktop.tasks._opened.circle
    safety = safety_of(window)
    for given_up in (True, False):
        safety.make()
        settle(desktop)
        preview = window.findChildren(SheetPreview)[-1]
        assert circle.rosters.load().state.recovery is None and not sheets.opens_file(circle)
        if given_up:
            preview.reject()
            assert "open nothing" in preview._wrong.text()
        else:
            assert saved_as_pdf(desktop, settle, preview, tmp_path / "sheet.pdf")
        preview.reject()
        settle(desktop)
    keys = preview._sheet.sign.public, preview._sheet.receive.public
    assert circle.rosters.load().state.recovery == keys and sheets.opens_file(circle)
    assert not sheets.is_unkept(circle)


def test_a_sheet_that_could_not_be_saved_says_that_its_words_open_the_circle(
    desktop: Desktop, window: Window, settle: Settle, tmp_path: Path
) -> None:
    safety = safety_of(window)
    safety.make()
    settle(desktop)
    preview = window.findChildren(SheetPreview)[-1]
    preview.write(tmp_path / "nowhere" / "sheet.pdf", lambda: None)
    settle(desktop)
    assert preview._wrong.text() and preview.done_button.isEnabled()
    preview.reject()
    assert "could open the circle" in preview._wrong.text()
    preview.reject()
    safety.look()
    settle(desktop)
    assert "nobody has it" in safety.told.text()


def test_a_second_sheet_is_made_only_after_a_question(
    desktop: Desktop, window: Window, settle: Settle, tmp_path: Path
) -> None:
    safety = safety_of(window)
    safety.make()
    settle(desktop)
    preview = window.findChild(PrintPreview)
    assert preview is not None and saved_as_pdf(desktop, settle, preview, tmp_path / "sheet.pdf")
    preview.reject()
    settle(desktop)
    first = desktop.tasks._opened.circle.rosters.load().state.recovery
    safety.make()
    settle(desktop)
    assert desktop.tasks._opened.circle.rosters.load().state.recovery == first


def test_the_previewed_sheet_is_saved_as_a_page(
    desktop: Desktop, window: Window, settle: Settle, tmp_path: Path
) -> None:
    safety = safety_of(window)
    safety.make()
    settle(desktop)
    preview = window.findChild(PrintPreview)
    assert preview is not None
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    try:
        preview._save_to(tmp_path / "sheet.pdf")
        settle(desktop)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert not opened.urls, "what shows it may remember its words"
    assert window.toast.label.text().startswith(f"sheet.pdf is in {tmp_path}. ")
    assert (tmp_path / "sheet.pdf").stat().st_size > 1000


def test_the_sheet_names_the_circle_as_it_is_called_and_not_its_file(
    qapp: QApplication, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    home, name = home_in(tmp_path / "laptop"), "Fête & <b>O'Brien</b> 2025/26"
    found(home, name, "Pilar Ortega", "Pilar’s laptop").close()
    desktop = Desktop(qapp, home)
    window = desktop.open()
    safety_of(window).make()
    settle(desktop)
    preview = window.findChild(PrintPreview)
    assert preview is not None and saved_as_pdf(desktop, settle, preview, tmp_path / "sheet.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    assert f"Recovery sheet of {name}" in " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    preview.reject()
    desktop.close()


def test_backups_are_made_daily_and_on_demand(
    desktop: Desktop, window: Window, settle: Settle, home: Home, tmp_path: Path
) -> None:
    assert desktop.window is not None
    keeping = desktop.window.findChild(Keeping)
    assert keeping is not None
    keeping.back_up()
    settle(desktop)
    (first,) = daily.backups_of(home, home.circles()[0].circle_id).values()
    assert first.parent == home.folder / "backups"
    safety = safety_of(window)
    settle(desktop)
    assert str(first.parent) in safety.backups.text() and "The last one" in safety.backups.text()
    safety.put_into(tmp_path / "elsewhere")
    settle(desktop)
    assert list((tmp_path / "elsewhere").glob("*.backup"))
    dialog = WriteBackup(safety._shell, window)
    dialog.open()
    for typed, again, said in (("a b c d e", "a b c d f", "not the same"), ("abc", "abc", "at least 8 letters")):
        dialog.passphrase.setText(typed)
        dialog.again.setText(again)
        dialog.submit()
        assert said in dialog._wrong.text() and not window.findChildren(QFileDialog), "said before a file is asked for"
    dialog.passphrase.setText("correct horse battery")
    dialog.write(tmp_path / "mine.backup")
    settle(desktop)
    other = home_in(tmp_path / "two")
    assert backup.restore(other, tmp_path / "mine.backup", "correct horse battery").renewed


def test_the_days_backup_is_made_by_who_leaves_at_once(qapp: QApplication, home: Home) -> None:
    kept = []
    for _ in range(2):
        desktop = Desktop(qapp, home)
        desktop.open()
        leave(desktop)
        (file,) = daily.backups_of(home, home.circles()[0].circle_id).values()
        kept.append(file.stat().st_mtime_ns)
    assert kept[0] == kept[1], "one a day"


@pytest.mark.parametrize("way", ["stick", "backup", "passphrase"])
def test_a_circle_comes_back_on_a_new_laptop(
    qapp: QApplication, qtbot: QtBot, settle: Settle, home: Home, tmp_path: Path, way: str
) -> None:
    circle = open_circle(home)
    sheet = sheets.new_sheet(circle).sheet
    Verbs(circle).records.add("member", {"name": "Amina"})
    file = tmp_path / {"stick": "circle.bundle", "backup": "circle.backup", "passphrase": "CIRCLE.BACKUP"}[way]
    if way == "stick":
        Engine(home, Verbs(circle), real()).write_bundle(file)
    else:
        backup.backup(home, circle, file, "correct horse battery" if way == "passphrase" else "")
    circle.close()
    shutil.rmtree(home.folder)

    def fill(first: FirstRun) -> None:
        back = first.again_back
        back.file.setText(str(file))
        assert back.passphrase.isVisibleTo(back) is (way != "stick")
        if way == "passphrase":
            back.passphrase.setText("correct horse battery")
        else:
            back.words.setPlainText(" ".join(sheet.words))
        if way == "stick":
            first.forward()
            assert "Please fill in “Your name”" in first.wrong.text()
            back.person.setText("Pilar Ortega")
            back.device.setText("Green")

    new = opened_on(qapp, qtbot, settle, tmp_path / "new", fill)
    again = open_circle(new)
    assert {row["name"] for row in again.reader.list("member")} == {"Amina", "Pilar Ortega"}
    assert again.right == "organizer"
    again.close()


def test_a_word_that_is_none_is_named_on_the_page(desktop: Desktop, qtbot: QtBot) -> None:
    first = first_run(desktop)
    back = first.again_back
    back.words.setPlainText("bicicle " * 24)
    back.hub.setText("https://hub.example")
    back.person.setText("Pilar")
    back.device.setText("Green")
    first.forward()
    first.forward()
    qtbot.waitUntil(lambda: "Word 1" in first.wrong.text(), timeout=5_000)
    assert first.step() == 2


def test_lost_keys_come_back_with_the_sheet(
    desktop: Desktop, qtbot: QtBot, settle: Settle, home: Home, tmp_path: Path
) -> None:
    circle = open_circle(home)
    sheet = sheets.new_sheet(circle).sheet
    circle.close()
    shutil.rmtree(home.folder / "keys")
    desktop.start()
    assert isinstance(desktop.front, Trouble)
    first = first_run(desktop)
    first.again_back.words.setPlainText(" ".join(sheet.words))
    first.again_back.person.setText("Pilar")
    first.forward()
    first.forward()
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
