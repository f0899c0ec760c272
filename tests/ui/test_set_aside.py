"""Share and Today: work set aside, erasures that do not count, and what one is told that was shut out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.rescue import Bundle
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.home import Home
from learningcircles.laptop.sheet_uses import unanswered
from learningcircles.laptop.sheets import new_sheet
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_sync.recovering import recover_from_bundle
from learningcircles_ui.app import Desktop
from learningcircles_ui.cli.wording import bundle_line
from learningcircles_ui.pages.people.farewell import EraseMember
from learningcircles_ui.pages.share.aside import save_unshared
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.pages.share.rescue_dialogs import KeptHere, LeftOutDialog, RescueDialog
from learningcircles_ui.pages.share.shut_out import ShutOut
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.dialogs import Dialog
from tests.ui.conftest import home_in
from tests.ui.two_laptops import second, share_page, shut_out_here

Settle = Callable[[Desktop], None]


def test_work_set_aside_is_looked_at_and_taken_in(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    there, _ = red.verbs.records.add("member", {"name": "On paper", "languages": ["pt"]})
    known = other.reader.list("member")[0]
    red.verbs.swaps.record(known.id, there, minutes=60, topic="bread")
    red.verbs.meetups.attend(red.verbs.meetups.plan("Tea", "2026-11-20T18:00")[0], member=there)
    rights.revoke(other.circle, red.circle.secrets.device.id)
    erase(other, other.records.add("member", {"name": "Zebulon Quixworth"})[0])
    red.write_bundle(tmp_path / "rescue")
    window, page = share_page(desktop, settle)
    page.stick.read_from(tmp_path / "rescue")
    settle(desktop)
    assert window.toast.label.text() == "Work of Red does not count, and was set aside until an organizer takes it in."
    (link,) = links(page)
    link.click()
    settle(desktop)
    dialog = page.aside.findChild(RescueDialog)
    assert isinstance(dialog, RescueDialog)
    assert "On paper" in dialog.lines.text() and dialog.erased.isVisible()
    assert f": {known['name']}" in dialog.lines.text() and "b'" not in dialog.lines.text()
    assert "State" in dialog.lines.text() and "restored" not in dialog.lines.text(), "nothing was ever removed"
    heads = [each.split("\n")[0] for each in dialog.lines.text().split("\n\n")]
    assert len(heads) == len({*heads}) and sum("On paper" in each for each in heads) == 1, "each is named once"
    dialog.leave_out.click()
    settle(desktop)
    assert window.toast.label.text() == "What Red wrote is left out."
    qtbot.waitUntil(lambda: not links(page) and page.aside.left_out.isVisible())
    page.aside.left_out.click()
    settle(desktop)
    again = page.aside.findChild(LeftOutDialog)
    assert isinstance(again, LeftOutDialog) and again.none.isHidden()
    again.rows[0].findChildren(QPushButton)[0].click()
    qtbot.waitUntil(lambda: not again.rows and again.none.isVisible())
    again.done_button.click()
    qtbot.waitUntil(lambda: bool(links(page)) and page.aside.left_out.isHidden())
    links(page)[0].click()
    settle(desktop)
    next(each for each in page.aside.findChildren(RescueDialog) if each.isVisible()).done_button.click()
    settle(desktop)
    assert [row["name"] for row in other.reader.list("member") if row["name"] == "On paper"]


def links(page: SharePage) -> list[QPushButton]:
    """Return the links to work that was set aside."""
    return [each for each in page.aside.findChildren(QPushButton) if each.isVisible() and "aside from" in each.text()]


def test_a_laptop_that_was_shut_out_is_told_so_and_saves_its_work(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, tmp_path: Path
) -> None:
    shut_out_here(red, other, home, tmp_path)
    _, page = share_page(desktop, settle)
    assert "Nothing is lost" in page.aside.told.text() and not page.aside.told.isHidden()
    page.aside.kept.click()
    settle(desktop)
    dialog = page.findChild(KeptHere)
    assert isinstance(dialog, KeptHere) and "Not shared" in dialog.lines.text()
    dialog.done_button.click()
    asked = page.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog), "it is saved from there, too"
    asked.reject()
    save_unshared(page.shell, tmp_path / "rescue", page)
    settle(desktop)
    red.read_bundle(tmp_path / "rescue")
    (bundle,) = red.verbs.rescue.bundles()
    red.verbs.rescue.take_in(bundle.device)
    assert [row for row in red.circle.reader.list("member") if row["name"] == "Not shared"]


def test_a_laptop_is_told_of_its_erasure_that_nobody_had_heard_of_and_the_reader_of_its_file_too(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    amina, _ = other.records.add("member", {"name": "Amina"})
    shut_out_here(red, other, home, tmp_path, before=lambda: erase(other, amina))
    assert "Amina" in {row["name"] for row in red.circle.reader.list("member")}
    _, page = share_page(desktop, settle)
    page.aside.kept.click()
    settle(desktop)
    dialog = page.findChild(KeptHere)
    assert isinstance(dialog, KeptHere)
    assert "had erased 1 member, and was shut out before the others heard of it" in dialog.lines.text()
    save_unshared(page.shell, tmp_path / "rescue", page)
    settle(desktop)
    assert red.read_bundle(tmp_path / "rescue").as_json()["erased"] == 1
    assert "Amina" not in {row["name"] for row in red.circle.reader.list("member")}


def test_a_stick_and_a_share_tell_how_many_others_have_erased(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    rights.change_right(other.circle, red.circle.secrets.device.id, "organizer")
    added = [other.records.add("member", {"name": name})[0] for name in ("Amina", "Zora")]
    Engine(home, other, real()).write_bundle(tmp_path / "stick")
    red.read_bundle(tmp_path / "stick")
    for member in added:
        erase(red.verbs, member)
    red.write_bundle(tmp_path / "back")
    window, page = share_page(desktop, settle)
    page.stick.read_from(tmp_path / "back")
    settle(desktop)
    qtbot.waitUntil(lambda: "Red has erased 2 members, who are gone from this laptop now" in window.toast.label.text())


def test_today_and_the_foot_tell_a_laptop_that_was_shut_out_without_any_network(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    shut_out_here(red, other, home, tmp_path)
    window = desktop.open()
    settle(desktop)
    qtbot.waitUntil(lambda: "takes no part" in window.bar.sentence.text())
    assert "kept here" in window.bar.waiting.text() and window.bar.share.isHidden()
    page = window.page
    assert isinstance(page, TodayPage)

    def labels() -> list[str]:
        return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]

    def lit() -> set[str]:
        return {each.text() for each in page.findChildren(QPushButton) if each.isVisible() and each.isEnabled()}

    qtbot.waitUntil(lambda: any("Nothing is lost" in words for words in labels()))
    assert "Nothing waits for you" not in labels()
    qtbot.waitUntil(lambda: lit() == {"Save what was not shared…", "Look at what is kept…"})
    next(each for each in page.findChildren(QPushButton) if each.text().startswith("Save")).click()
    asked = page.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog) and asked.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    asked.reject()


def test_work_set_aside_is_told_on_today_and_taken_in_from_there(
    red: Engine, other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    red.verbs.records.add("member", {"name": "On paper"})
    window = desktop.open()
    settle(desktop)
    assert isinstance(window.page, TodayPage)

    def looks() -> list[QPushButton]:
        return [each for each in window.page.findChildren(QPushButton) if each.text() == "Look at it…"]

    assert not looks()
    rights.revoke(other.circle, red.circle.secrets.device.id)
    red.write_bundle(tmp_path / "rescue")
    Engine(home, other, real()).read_bundle(tmp_path / "rescue")
    window.page.activate()
    settle(desktop)
    qtbot.waitUntil(lambda: bool(looks()))
    assert any("Set aside from Red" in label.text() for label in window.page.findChildren(QLabel))
    looks()[0].click()
    settle(desktop)
    dialog = window.page.findChild(RescueDialog)
    assert isinstance(dialog, RescueDialog)
    dialog.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: not looks())
    assert [row["name"] for row in other.reader.list("member") if row["name"] == "On paper"]


def test_an_erasure_that_does_not_count_is_told_on_today_and_done_anew(
    other: Verbs, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    red, mine = second(home, other, tmp_path, "organizer"), Engine(home, other, real())
    zebulon = other.records.add("member", {"name": "Zebulon Quixworth"})[0]
    mine.write_bundle(tmp_path / "stick")
    red.read_bundle(tmp_path / "stick")
    erase(red.verbs, zebulon)
    window = desktop.open()
    settle(desktop)
    rights.revoke(other.circle, red.circle.secrets.device.id)
    red.write_bundle(tmp_path / "rescue")
    mine.read_bundle(tmp_path / "rescue")
    window.page.activate()
    settle(desktop)

    def pressed(words: str) -> list[QPushButton]:
        return [each for each in window.findChildren(QPushButton) if each.text() == words and each.isVisible()]

    qtbot.waitUntil(lambda: bool(pressed("Look at it…")))
    said = [label.text() for label in window.page.findChildren(QLabel)]
    assert any("Red had erased Zebulon Quixworth. That does not count" in each for each in said)
    pressed("Look at it…")[0].click()
    settle(desktop)
    dialog = window.page.findChild(RescueDialog)
    assert isinstance(dialog, RescueDialog) and dialog.leave_out.isEnabled()
    pressed("Erase Zebulon Quixworth again…")[0].click()
    settle(desktop)
    asks = window.page.findChild(EraseMember)
    assert isinstance(asks, EraseMember) and other.reader.find_one("member", zebulon) is not None
    asks.sure.setChecked(True)
    asks.done_button.click()
    settle(desktop)
    qtbot.waitUntil(lambda: other.reader.find_one("member", zebulon) is None)
    asks.accept()
    qtbot.waitUntil(lambda: not pressed("Look at it…"))


def test_where_there_may_be_more_copies_of_a_laptop_than_are_kept_it_is_told(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open()
    settle(desktop)
    assert isinstance(window.page, TodayPage)
    bundle = Bundle(b"x" * 16, "Red", True, 2, {"member": 2}, 0, 0, 0)
    said = "Only so many copies of one laptop are kept: if there are more, what they wrote is not here"
    for each in (bundle, bundle._replace(crowded=True)):
        shown = window.page._aside_cards.aside([each], lambda: None)
        assert any(said in label.text() for label in shown.findChildren(QLabel)) is each.crowded
        assert (said in bundle_line(each)) is each.crowded


def test_today_tells_of_a_laptop_that_came_by_the_recovery_sheet_until_somebody_answers(
    desktop: Desktop, other: Verbs, home: Home, settle: Settle, tmp_path: Path
) -> None:
    """Whoever finds the sheet in a drawer is in, and runs the circle: nobody may miss it."""
    sheet, pilar = new_sheet(other.circle).sheet, Engine(home, other, real())
    pilar.write_bundle(tmp_path / "stick")
    found = recover_from_bundle(home_in(tmp_path / "carla"), sheet, "Carla", "Carla’s", tmp_path / "stick", real())
    carla = Engine(home_in(tmp_path / "carla"), Verbs(found), real())
    carla.write_bundle(tmp_path / "back")
    assert not unanswered(found), "who came by it needs not be told"
    pilar.read_bundle(tmp_path / "back")
    window = desktop.open()
    settle(desktop)

    def shown() -> list[QPushButton]:
        window.show_page("today")
        settle(desktop)
        page = window.page
        return [each for each in page.findChildren(QPushButton) if "“Carla’s” runs the" in each.accessibleName()]

    assert [each.text() for each in shown()] == ["It was one of us", "Shut it out…", "New sheet…"]
    for at, kind in ((1, ShutOut), (2, Dialog)):
        shown()[at].click()
        settle(desktop)
        (asked,) = [each for each in window.findChildren(kind) if each.isVisible()]
        asked.reject()
        settle(desktop)
    window.show_page("share")
    settle(desktop)
    share = window.page
    assert isinstance(share, SharePage)
    assert "Carla’s, by the recovery sheet" in [
        share._model.index(row, 0).data() for row in range(share._model.rowCount())
    ]
    shown()[0].click()
    settle(desktop)
    assert not shown() and not unanswered(other.circle)
    rights.revoke(other.circle, found.secrets.device.id)
    assert not unanswered(other.circle), "answered is answered"
    found.close()


def test_a_shut_out_laptop_leaves_the_question_of_the_sheet_until_there_is_a_new_one(
    other: Verbs, home: Home, tmp_path: Path
) -> None:
    sheet, pilar = new_sheet(other.circle).sheet, Engine(home, other, real())
    pilar.write_bundle(tmp_path / "stick")
    found = recover_from_bundle(home_in(tmp_path / "carla"), sheet, "Carla", "Carla’s", tmp_path / "stick", real())
    carla = Engine(home_in(tmp_path / "carla"), Verbs(found), real())
    carla.write_bundle(tmp_path / "back")
    pilar.read_bundle(tmp_path / "back")
    assert [(use.shut_out, use.opens) for use in unanswered(other.circle)] == [(False, True)]
    rights.revoke(other.circle, found.secrets.device.id)
    assert [(use.shut_out, use.opens) for use in unanswered(other.circle)] == [(True, True)]
    new_sheet(other.circle)
    assert not unanswered(other.circle)
    found.close()
