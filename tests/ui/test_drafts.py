"""What is half-written outlives a killed program, a closed window, a second thought; nothing lies in the clear."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.learning.pane import LearningPane
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.consents_form import Consents
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.member_pane import MemberPane
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.draft_names import whose
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import kept, line_of, opened, type_into
from tests.ui.late import closed, reading_held

Settle = Callable[[Desktop], None]
KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles_ui.app import Desktop
from learningcircles_ui.application import application
from learningcircles_ui.pages.people.member_forms import AddMember
app = application()
home = Path(sys.argv[1])
desktop = Desktop(app, Home(home, FileKeystore(home / "keys")))
window = desktop.open()
dialog = AddMember(window.shell, window)
dialog.open()
QTest.keyClicks(dialog.form.edit("name").control, "Zoe Half-written")
QTest.keyClicks(dialog.form.edit("birth_year").control, "19")
dialog._consent.setChecked(True)

def kept(drafts):
    if any(each.values.get("birth_year") == "19" and "ticks" in each.values for each in drafts):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

def look():
    desktop.tasks.mutate(lambda verbs: [verbs.drafts.draft(name) for name, _ in verbs.drafts.drafts()], kept)

timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
app.exec()
"""


def names(verbs: Verbs) -> set[str]:
    """Return of which forms and records something is kept."""
    return {whose(name) for name, _ in verbs.drafts.drafts()}


def edit(page: PeoplePage | LearningPage, desktop: Desktop, settle: Settle, entity: str, id_: bytes) -> None:
    page.show_record(entity, id_)
    settle(desktop)
    page.pane.edit()
    settle(desktop)


def offered(form: AddMember | SwapForm | MeetupForm | ListingForm | LearnedForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: form.drafting.bar is not None)


def test_a_killed_program_had_kept_the_form(
    home: Home, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(home.folder)], env={**os.environ}, timeout=60, check=False)
    assert done.returncode == (signal.SIGTERM if os.name == "nt" else -signal.SIGKILL)
    files = [each for each in Path(home.folder).rglob("*") if each.is_file()]
    assert not [each for each in files if b"Half-written" in each.read_bytes()], "only the sealed file holds it"

    window = desktop.open()
    settle(desktop)
    today = window.pages["today"]
    assert isinstance(today, TodayPage) and today.unfinished.begun[0].words == "Zoe Half-written"
    on = next(each for each in today.findChildren(QPushButton) if each.text() == "Go on")
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    form = window.findChild(AddMember)
    assert form is not None
    year = form.form.edit("birth_year").control
    assert isinstance(year, QLineEdit)
    qtbot.waitUntil(lambda: year.text() == "19")
    assert form.form.lines["birth_year"].sentence
    year.setText("1990")
    form.submit()
    settle(desktop)
    added = next(row for row in other.reader.list("member") if row["name"] == "Zoe Half-written")
    assert other.reader.list("consent", where={"member": added.id}), "the tick was kept as well"
    assert names(other) == set()


def test_going_on_with_a_change_opens_the_form_of_whom_it_names(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (amina,) = add_people(other, ["Amina"])
    other.drafts.keep_draft(f"member {amina.hex()}", {"phone": "0601"})
    window = desktop.open()
    settle(desktop)
    today = window.pages["today"]
    on = next(each for each in today.findChildren(QPushButton) if each.text() == "Go on")
    assert on.accessibleName() == "Go on with: Changes to a member: Amina: 0601"
    on.click()
    settle(desktop)
    people = window.pages["people"]
    assert isinstance(people, PeoplePage)
    qtbot.waitUntil(lambda: people.pane.form.edit("phone").typed() == "0601")
    assert people.pane.form.isVisible()


def test_what_is_typed_before_the_answer_is_kept_beside(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    form = AddMember(window.shell, window)
    form.open()
    offered(form, qtbot)
    qtbot.keyClicks(form.form.edit("name").control, "Bo")
    qtbot.waitUntil(lambda: kept(other, "member") == [{"name": "Bo"}, {"name": "Amina"}])
    form.submit()
    settle(desktop)
    assert kept(other, "member") == [{"name": "Amina"}]


def test_who_goes_on_does_so_in_the_first_empty_field(
    desktop: Desktop, window: Window, other: Verbs, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    form = AddMember(window.shell, window)
    form.open()
    offered(form, qtbot)
    form.drafting.go_on()
    second = list(form.form.lines)[1]
    assert form.form.edit("name").typed() == "Amina"
    assert form.focusWidget() is form.form.edit(second).stops()[0]


def round_by_tab(form: AddMember, qtbot: QtBot) -> list[str]:
    """Return the fields in the order in which Tab comes to them, from the first one until it comes round."""
    by_widget = {line.editor.stops()[0]: name for name, line in form.form.lines.items()}
    first = form.form.edit("name").control
    first.setFocus()
    order = ["name"]
    for _ in range(200):
        here = form.focusWidget()
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        now = form.focusWidget()
        if now is first:
            return order
        if now in by_widget:
            order.append(by_widget[now])
    raise AssertionError(f"Tab does not come round: {order}")


def seen(form: AddMember) -> list[str]:
    return [name for name, line in form.form.lines.items() if line.isVisible()]


@pytest.mark.parametrize("answer", ["no offer", "none", "go on", "throw away"])
def test_an_offer_of_what_was_begun_leaves_the_order_of_the_fields(
    answer: str, desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    if answer == "no offer":
        form = AddMember(window.shell, window)
        form.open()
        settle(desktop)
        assert round_by_tab(form, qtbot) == seen(form)
        return
    other.drafts.keep_draft("member", {"name": "Amina", "phone": "abc"})
    form = AddMember(window.shell, window)
    form.open()
    offered(form, qtbot)
    bar = form.drafting.bar
    assert bar is not None
    on, away = bar.findChildren(QPushButton)
    if answer == "none":
        on.setFocus()
        qtbot.keyClick(on, Qt.Key.Key_Tab)
        assert away.hasFocus()
        qtbot.keyClick(away, Qt.Key.Key_Tab)
        assert form.focusWidget() is form.form.lines["name"].editor.stops()[0]
    else:
        (on if answer == "go on" else away).click()
        settle(desktop)
    assert round_by_tab(form, qtbot) == seen(form)


def test_an_answer_throws_away_or_goes_on(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    form = AddMember(window.shell, window)
    form.open()
    offered(form, qtbot)
    form.drafting.throw_away()
    settle(desktop)
    bar = form.drafting.bar
    assert names(other) == set() and bar is not None and form.focusWidget() is not None
    assert [each.text() for each in bar.findChildren(QPushButton)] == ["Undo"]
    qtbot.keyClicks(form.form.edit("name").control, "Bo")
    qtbot.waitUntil(lambda: len(names(other)) == 1)
    for _ in range(2):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    settle(desktop)
    assert closed(form) and names(other) == set(), "thrown away by whoever typed it"


def test_an_emptied_form_and_an_untouched_one_leave_nothing(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(SwapForm(window.shell, window), desktop, settle)
    line = line_of(form.form, "topic")
    qtbot.keyClicks(line, "Bread")
    qtbot.waitUntil(lambda: names(other) == {"swap"})
    line.setText("")
    qtbot.waitUntil(lambda: names(other) == set())


def test_every_kind_of_field_comes_back_to_the_letter(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (bo,) = add_people(other, ["Bo Ek"])
    raws = {
        "swap": {"provider": {"id": bo, "words": "Bo Ek"}, "receiver": {"id": None, "words": "Nobo"},
                 "minutes": "1:", "topic": "Bread ", "on": "30 Feb"},
        "meetup": {"title": "Open", "start": {"words": "3 D", "time": "6 p", "rest": {}}, "minutes": "x",
                   "notes": "a\n b", "reach": 5},
        "offer": {"title": "Bread", "languages": "fr, ", "notes": "two\nlines", "reach": 3},
        "learning": {"member": {"id": bo, "words": "Bo Ek"}, "topic": "Bread", "kind": "formal"},
    }  # fmt: skip
    makes: dict[str, Callable[[], SwapForm | MeetupForm | ListingForm | LearnedForm]] = {
        "swap": lambda: SwapForm(window.shell, window),
        "meetup": lambda: MeetupForm(window.shell, window),
        "offer": lambda: ListingForm(window.shell, window, "offer"),
        "learning": lambda: LearnedForm(window.shell, window),
    }
    for name, make in makes.items():
        other.drafts.keep_draft(name, raws[name])
        form = make()
        form.open()
        offered(form, qtbot)
        form.drafting.go_on()
        settle(desktop)
        shown = {field: form.form.edit(field).raw() for field in raws[name]}
        assert shown == raws[name], name
        held = other.drafts.draft(name)
        assert held is not None and held.values == raws[name], "nothing was lost on the way"
        form.hide()


def test_a_topic_of_a_draft_is_not_taken_as_new_because_the_topics_come_late(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("swap", {"topic": "Bread "})
    with reading_held(desktop):
        form = SwapForm(window.shell, window)
        form.open()
        offered(form, qtbot)
        form.drafting.go_on()
        form.form.edit("minutes").setFocus()
    settle(desktop)
    assert form.form.edit("topic").raw() == "Bread "


def test_a_look_at_another_window_takes_no_topic_as_new(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    form = SwapForm(window.shell, window)
    form.open()
    line = form.form.edit("topic").control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    settle(desktop)
    qtbot.keyClicks(line, "Brea")
    for reason, taken in ((Qt.FocusReason.ActiveWindowFocusReason, False), (Qt.FocusReason.TabFocusReason, True)):
        QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert (form.form.edit("topic").raw() == {"words": "Brea", "new": True}) == taken


def test_a_wrong_text_in_the_details_waits_to_be_mended(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    edits = partial(edit, page, desktop, settle, "member")
    texts = "amina(at)example", "amina@example.org"
    a_wrong_text_waits(page.pane, edits, (amina, bo), "email", texts, "phone", qtbot, other)
    qtbot.waitUntil(lambda: other.reader.get("member", amina)["email"] == "amina@example.org")


def a_wrong_text_waits(
    pane: MemberPane | LearningPane, edits: Callable[[bytes], None], ids: tuple[bytes, bytes], name: str,
    texts: tuple[str, str], then: str, qtbot: QtBot, other: Verbs,
) -> None:  # fmt: skip
    """Type what is wrong into a field of the first record; it is there again after the second one was seen.

    `texts`: what is wrong, and what is not; `then`: the field after those that are typed in.
    """
    (first, second), (wrong, right), form = ids, texts, pane.form
    edits(first)
    line = type_into(form, name, wrong, qtbot)
    place = type_into(form, "place", "Old Port", qtbot)
    form.edit(then).setFocus()
    entity = "member" if isinstance(pane, MemberPane) else "learning"
    qtbot.waitUntil(lambda: other.reader.get(entity, first)["place"] == "Old Port")
    assert line.text() == wrong, "saving another field leaves it"
    draft = f"{entity} {first.hex()}"
    qtbot.waitUntil(lambda: names(other) == {draft})
    assert kept(other, draft) == [{name: wrong}]

    edits(second)
    assert line.text() == "" and pane.drafting.bar is None
    edits(first)
    qtbot.waitUntil(lambda: pane.drafting.bar is not None)
    pane.drafting.go_on()
    assert line.text() == wrong and form.lines[name].sentence
    line.setText(right)
    place.setFocus()
    form.edit(then).setFocus()
    qtbot.waitUntil(lambda: names(other) == set())


def test_a_window_that_is_closed_over_a_form_keeps_it(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(ListingForm(window.shell, window, "request"), desktop, settle)
    title = line_of(form.form, "title")
    title.setText("Bikes")
    desktop.close()
    assert kept(other, "request") == [{"title": "Bikes"}]


def test_a_long_sentence_of_the_charter_is_kept_while_it_is_typed(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.open()
    window.show_page("community")
    settle(desktop)
    page = window.pages["community"]
    assert isinstance(page, CommunityPage) and page.charter.form is not None and page.charter.drafting is not None
    objective = page.charter.form.edit("objective").control
    objective.setFocus()
    qtbot.keyClicks(objective, "Everybody teaches")
    qtbot.waitUntil(lambda: names(other) == {"charter"})
    page.charter.form.edit("project").setFocus()
    settle(desktop)
    assert other.reader.get("charter", other.circle.id)["objective"] == "Everybody teaches"
    qtbot.waitUntil(lambda: names(other) == set())


def test_what_was_learned_is_mended_later_where_its_text_is_wrong(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (amina,) = add_people(other, ["Amina"])
    first, _ = other.learning.note(amina, "chess")
    second, _ = other.learning.note(amina, "bread")
    window = desktop.open()
    window.show_page("learning")
    settle(desktop)
    page = window.pages["learning"]
    assert isinstance(page, LearningPage)
    edits = partial(edit, page, desktop, settle, "learning")
    a_wrong_text_waits(page.pane, edits, (first, second), "minutes", ("25:61", "1:01"), "notes", qtbot, other)


def test_what_somebody_agreed_to_is_kept_and_today_leads_back(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (amina,) = add_people(other, ["Amina"])
    other.records.add("consent", {"member": amina, "purpose": "keep_details", "given": True})
    window = desktop.open()
    settle(desktop)
    dialog = opened(
        Consents(window.shell, other.reader.get("member", amina), other.reader.list("consent"), window), desktop, settle
    )
    assert names(other) == set(), "what stood there is no draft"
    dialog._ticks["name_in_print"].setChecked(True)
    dialog._ticks["keep_details"].setChecked(False)
    qtbot.waitUntil(lambda: names(other) == {f"consent {amina.hex()}"})
    desktop.close()
    window = desktop.open()
    settle(desktop)
    today = window.pages["today"]
    assert isinstance(today, TodayPage)
    on = next(each for each in today.findChildren(QPushButton) if each.text() == "Go on")
    qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    settle(desktop)
    again = window.findChild(Consents)
    assert again is not None
    qtbot.waitUntil(lambda: {name for name, tick in again._ticks.items() if tick.isChecked()} == {"name_in_print"})
    again.submit()
    settle(desktop)
    held = {row["purpose"]: row["withdrawn"] for row in other.reader.list("consent")}
    assert held["name_in_print"] is None and held["keep_details"] == other.desk.today() and names(other) == set()


def test_tab_comes_to_what_was_begun_of_the_charter_before_its_fields(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("charter", {"objective": "Everybody teaches"})
    window = desktop.open()
    window.activateWindow()
    window.show_page("community")
    settle(desktop)
    page = window.pages["community"]
    assert isinstance(page, CommunityPage) and page.charter.drafting is not None and page.charter.form is not None
    drafting = page.charter.drafting
    qtbot.waitUntil(lambda: drafting.bar is not None)
    bar = drafting.bar
    assert bar is not None
    on, away = bar.findChildren(QPushButton)
    page.setFocus()
    for wanted in (on, away, page.charter.form.edit("name").control):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert wanted.hasFocus()
