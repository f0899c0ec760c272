"""What Today says in a line leads to where it is done: to the people to ask again, to the recovery sheet."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_sync.outcome import ShareState
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.member_pane import MemberPane
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.aside import Unfinished
from learningcircles_ui.pages.today.consents import EndingConsents
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.layouts import Scrolled
from learningcircles_ui.parts.pills import Pill, pill_width
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def today_page(window: Window) -> TodayPage:
    window.show_page("today")
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return page


def test_records_are_on_one_laptop_alone_only_while_there_is_no_other(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    """In a circle without a hub, which shares by sticks or beside."""
    add_people(other, ["Anna Hall"])
    window = desktop.open()
    page = today_page(window)
    settle(desktop)
    alone = ShareState(0, 0, None, None, None)
    window.shell.signals.shared.emit(alone)
    assert page.line.lead.isVisible() and page.line.lead.text() == "Show how"
    page.line.lead.click()
    assert window.page is window.pages["share"]
    window.show_page("today")
    window.shell.signals.shared.emit(replace(alone, laptops=2))
    assert not page.line.lead.isVisible()


def test_no_consent_is_asked_again_that_was_renewed_or_whose_member_is_gone(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    gone, renewed, stays, long_ago = add_people(other, ["Gone", "Renewed", "Stays", "Long ago"])
    today = other.desk.today()
    until = (datetime.date.fromisoformat(today) + datetime.timedelta(days=9)).isoformat()
    for member in (gone, renewed, stays):
        other.records.add("consent", {"member": member, "purpose": "keep_details", "given": True, "on": "2026-01-01",
                                      "until": until})  # fmt: skip
    past = (datetime.date.fromisoformat(today) - datetime.timedelta(days=200)).isoformat()
    other.records.add("consent", {"member": long_ago, "purpose": "keep_details", "given": True, "on": "2024-01-01",
                                  "until": past})  # fmt: skip
    other.records.add("consent", {"member": renewed, "purpose": "keep_details", "given": True, "on": today})
    other.records.remove("member", gone)
    window = desktop.open()
    settle(desktop)
    assert today_page(window).news.consents == 1


def test_consents_that_end_lead_to_the_people_soonest_first(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    anna, bo, _ = add_people(other, ["Anna Hall", "Bo & Co", "Later"])
    day = datetime.date.fromisoformat(other.desk.today())
    (left,) = add_people(other, ["Left long ago"])
    for member, days in ((anna, 20), (bo, 3), (bo, -9), (left, -9)):
        until = (day + datetime.timedelta(days=days)).isoformat()
        other.records.add("consent", {"member": member, "purpose": "keep_details", "given": True, "on": day.isoformat(),
                                      "until": until})  # fmt: skip
    other.people.set_status(left, "left")
    window = desktop.open()
    page = today_page(window)
    settle(desktop)
    look = next(each for each in page.findChildren(QPushButton) if each.text() == "Show who they are")
    assert "recovery sheet" in page.line.words.text(), "what would lose the circle is told all the same"
    look.click()
    settle(desktop)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EndingConsents)
    assert [each.name for each in dialog.model.pairs] == ["Bo & Co", "Anna Hall"]
    assert dialog.windowTitle().startswith("Consents of 2 people have ended")
    said = dialog.model.index(0).data(Role.SECOND)
    assert said.endswith("  ·  Keep my details") and dialog.focusWidget() is dialog.list
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(desktop)
    people = window.pages["people"]
    assert isinstance(people, PeoplePage) and window.page is people and closed(dialog)
    assert people.pane.shown is not None and people.pane.shown.record.id == anna


def test_consents_that_end_are_all_in_the_list(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    people = add_people(other, [f"P {number:03}" for number in range(130)])
    until = (datetime.date.fromisoformat(other.desk.today()) + datetime.timedelta(days=9)).isoformat()
    consent = {"purpose": "keep_details", "given": True, "on": "2026-01-01", "until": until}
    other.records.add_many("consent", [{"member": member, **consent} for member in people], label="Add consents")
    window = desktop.open()
    settle(desktop)
    page = today_page(window)
    told = [each.text() for each in page.findChildren(QLabel)]
    assert "130 consents have ended, or will within a month" in told
    next(each for each in page.findChildren(QPushButton) if each.text() == "Show who they are").click()
    settle(desktop)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EndingConsents) and dialog.model.rowCount() == 130
    assert "130 people" in dialog.windowTitle() and not any(
        "more" in each.text() for each in dialog.findChildren(QLabel)
    )
    dialog.list.setCurrentIndex(dialog.model.index(129))
    dialog.submit()
    settle(desktop)
    assert isinstance(window.page, PeoplePage) and window.page.pane.shown is not None
    assert window.page.pane.shown.record.id in people


def test_today_has_a_scroll_bar_only_where_there_is_more_than_is_seen(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    """A sentence that takes three lines in a narrow window is not as high in a wide one."""
    zoe, mia = add_people(other, ["Zoë Lindqvist", "Mia Okafor"])
    for number in range(6):
        topic = f"how one mends what others would throw away, part {number}"
        other.swaps.record(zoe, mia, 60, topic, proposed=True)
    window = desktop.open()
    window.resize(1280, 1000)
    window.show()
    page = today_page(window)
    settle(desktop)
    QApplication.processEvents()
    area = page.findChild(Scrolled)
    assert isinstance(area, Scrolled)
    inside = area.widget()
    assert inside.heightForWidth(inside.width()) <= area.viewport().height()
    assert area.verticalScrollBar().maximum() == 0 and not area._bar.isVisible()
    window.resize(1280, 600)
    settle(desktop)
    assert area.verticalScrollBar().maximum() == inside.heightForWidth(inside.width()) - area.viewport().height() > 0


def test_the_line_on_the_recovery_sheet_leads_to_the_sheet(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open()
    page = today_page(window)
    settle(desktop)
    page.line.safe = False
    page.line.tell(page.news)
    assert "recovery sheet" in page.line.words.text() and page.line.lead.isVisible()
    page.line.lead.click()
    settle(desktop)
    assert page.findChild(PrintPreview) is not None


def test_a_sheet_that_does_not_say_where_the_hub_is_is_to_be_printed_anew(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open()
    page = today_page(window)
    settle(desktop)
    joined = ShareState(0, 0, 1, "https://hub.example", None, sheet_names_hub=False)
    window.shell.signals.shared.emit(joined)
    assert page.line.words.text().startswith("The recovery sheet does not say where the circle’s hub is now")
    assert page.line.lead.isVisible() and page.line.lead.text() == "Print the recovery sheet…"
    page.line.lead.click()
    settle(desktop)
    assert isinstance(QApplication.activeModalWidget(), PrintPreview)
    QApplication.activeModalWidget().done(0)
    window.shell.signals.shared.emit(replace(joined, sheet_names_hub=True))
    assert not page.line.lead.isVisible()


def test_guardian_and_emergency_contact_are_asked_for_under_18_only(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.open()
    dialog = AddMember(window.shell, window)
    qtbot.addWidget(dialog)
    dialog.show()
    lines = dialog.form.lines
    young = int(other.desk.today()[:4]) - 12
    assert not lines["guardian"].isVisible() and not lines["emergency_contact"].isVisible()
    qtbot.keyClicks(lines["name"].editor.control, "Kim")
    qtbot.keyClicks(lines["birth_year"].editor.control, str(young))
    assert lines["guardian"].isVisible() and lines["emergency_contact"].isVisible()
    qtbot.keyClicks(lines["guardian"].editor.control, "Sol")
    dialog.submit()
    settle(desktop)
    record = other.reader.list("member", text="Kim")[0]
    assert (record["guardian"], record["birth_year"]) == ("Sol", young)


def test_a_long_pill_wraps_instead_of_being_cut_off(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (kim,) = add_people(other, ["Kim"], birth_year=int(other.desk.today()[:4]) - 12)
    window = desktop.open()
    window.open_record("member", kim)
    settle(desktop)
    pane = window.findChild(MemberPane)
    assert pane is not None
    (pill,) = [each for each in pane.findChildren(Pill) if each.text().startswith("Under 18")]
    one_line = Pill("Under 18", "warn", pane)
    assert pill.width() < pill_width(pill.text(), pill.font()) and pill.height() > one_line.sizeHint().height()
    assert pill.mapTo(pane, pill.rect().bottomRight()).x() < pane.width()
    one_line.deleteLater()


def test_own_work_that_waits_for_an_organizer_is_told(desktop: Desktop, settle: Settle) -> None:
    page = today_page(desktop.open())
    settle(desktop)
    assert page.news is not None
    page.unfinished = Unfinished([], [], 2)
    page._show(page.news)
    assert "2 changes of this laptop do not count" in {each.text() for each in page.findChildren(QLabel)}
    assert "Look at what is kept…" in {each.text() for each in page.findChildren(QPushButton)}


def test_nothing_waits_is_not_said_beside_what_does(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    """A consent that ends, or something begun, is something."""
    anna, _ = add_people(other, ["Anna Hall", "Bo Ek"])
    window = desktop.open()
    page = today_page(window)
    settle(desktop)

    def told() -> str:
        return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))

    assert "Nothing waits for you" in told()
    until = datetime.date.fromisoformat(other.desk.today()) + datetime.timedelta(days=3)
    consent = {"member": anna, "purpose": "keep_details", "given": True, "on": "2026-01-01", "until": until.isoformat()}
    other.records.add("consent", consent)
    window.watch()
    settle(desktop)
    assert "1 consent has ended, or will" in told() and "Nothing waits for you" not in told()
    other.records.remove("member", anna)
    other.drafts.keep_draft("member", {"name": "Bo"})
    page.activate()
    settle(desktop)
    assert "begun and not finished" in told() and "Nothing waits for you" not in told()


def test_the_advice_stays_where_the_window_is_made_anew_on_another_page(desktop: Desktop, settle: Settle) -> None:
    """Another language, another size of text: Today is made when it is first seen, after sharing has told its state."""
    window = desktop.open()
    settle(desktop)
    desktop._again(window.shell.file.path, "")
    again = desktop.window
    assert again is not None and again is not window
    settle(desktop)
    page = today_page(again)
    settle(desktop)
    assert "recovery sheet" in page.line.words.text() and page.line.lead.isVisible()


def test_tab_goes_through_an_empty_today_as_it_is_read(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open()
    page = today_page(window)
    settle(desktop)
    page.activate()
    settle(desktop)
    found: list[str] = []
    at = page.nextInFocusChain()
    while at is not page:
        if isinstance(at, QPushButton) and page.isAncestorOf(at) and at.isVisibleTo(page):
            found.append(at.text())
        at = at.nextInFocusChain()
    assert found[-1] == "Plan a meetup" and "Add member" in found, found
