"""Fast capture, counted: what a volunteer with a paper sheet types, on the real window, key by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import suggest, usual
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.attendance_rows import Presence, meant
from learningcircles_ui.pages.meetups.no_meetup import NoMeetupToday
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened
from tests.ui.hands import CTRL, SHIFT, Hands, Key
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


@pytest.fixture
def hands(qtbot: QtBot, window: Window) -> Hands:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Hands(qtbot)


def swaps(other: Verbs) -> list[tuple[str, str, int, str]]:
    """Every exchange: from, to, minutes, topic."""
    names = {row.id: str(row["name"]) for row in other.reader.list("member")}
    return [
        (names[row["provider"]], names[row["receiver"]], row["minutes"], str(row["topic"] or ""))
        for row in other.reader.list("swap")
    ]


def test_an_hour_given_takes_four_keys_beside_the_names(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands
) -> None:
    add_people(other, ["Zoë Lindqvist", "Łukasz Brzęk"])
    hands.press(Key.Key_E, held=CTRL)
    hands.type("zo")
    hands.press(Key.Key_Return)
    hands.type("lu")
    hands.press(Key.Key_Return, Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 1)
    assert swaps(other) == [("Zoë Lindqvist", "Łukasz Brzęk", 60, "")]
    assert hands.beside == 4
    settle(desktop)


def test_a_swap_with_length_and_topic_takes_eight_keys_beside_the_names(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands
) -> None:
    zoe, luc, mia = add_people(other, ["Zoë Lindqvist", "Łukasz Brzęk", "Mia Okafor"])
    other.swaps.record(zoe, mia, 30, "Bicycle repair", "2026-11-02")
    hands.press(Key.Key_E, held=CTRL)
    hands.type("zo")
    hands.press(Key.Key_Return)
    hands.type("lu")
    hands.press(Key.Key_Return)
    settle(desktop)  # a person sees the list; the test need not be faster than it
    hands.write("2")
    hands.press(Key.Key_Tab)
    hands.write("bi")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 2)
    assert swaps(other)[-1] == ("Zoë Lindqvist", "Łukasz Brzęk", 120, "Bicycle repair")
    assert hands.beside == 8
    settle(desktop)


def test_letters_out_of_order_or_mistyped_find_the_person(other: Verbs) -> None:
    names = ["Zoë Lindqvist", "Łukasz Brzęk", "Siobhán O’Neill", "Pilar Vega", "Miguel Ángel Núñez"]
    add_people(other, names, place="Zottegem")
    for typed, name in (
        ("zoe", "Zoë Lindqvist"),
        ("lind", "Zoë Lindqvist"),
        ("lindqivst", "Zoë Lindqvist"),
        ("luksz", "Łukasz Brzęk"),
        ("brzek lu", "Łukasz Brzęk"),
        ("sioban", "Siobhán O’Neill"),
        ("oniell", "Siobhán O’Neill"),
        ("z", "Zoë Lindqvist"),
        ("nunez", "Miguel Ángel Núñez"),
        ("m n", "Miguel Ángel Núñez"),
    ):
        assert suggest(other.reader, "member", typed)[0].title == name, typed
    assert suggest(other.reader, "member", "xylophone") == []
    assert len(suggest(other.reader, "member", "zot")) == 5, "a neighbourhood finds its people, after the names"


def test_the_name_that_is_spelt_as_typed_comes_first(other: Verbs) -> None:
    add_people(other, ["Zoë Lindqvist", "Zoé Test", "Zoe Abel"])
    for typed, name in (("Zoé", "Zoé Test"), ("zoë", "Zoë Lindqvist"), ("ZOE", "Zoe Abel"), ("zoe\u0301", "Zoé Test")):
        assert suggest(other.reader, "member", typed)[0].title == name, typed


def test_who_has_left_comes_last_and_nobody_gives_to_themselves(other: Verbs) -> None:
    ana, anaïs = add_people(other, ["Ana Bo", "Anaïs Bo"])
    other.records.edit("member", ana, {"status": "left"})
    assert [hit.id for hit in suggest(other.reader, "member", "ana")] == [anaïs, ana]
    assert [hit.id for hit in suggest(other.reader, "member", "ana", but=anaïs)] == [ana]


def test_what_two_people_usually_exchange(other: Verbs) -> None:
    zoe, mia = add_people(other, ["Zoë", "Mia"], topics=["Yoga"])
    assert usual(other.reader, zoe, mia) == (None, ["Yoga"])
    for day, minutes, topic in ((1, 45, "Bread"), (2, 90, "Sourdough"), (3, 90, "Bread")):
        other.swaps.record(zoe, mia, minutes, topic, f"2026-11-0{day}")
    assert usual(other.reader, zoe, mia) == (90, ["Bread", "Sourdough", "Yoga"])
    assert usual(other.reader, mia, zoe).minutes == 90, "what was never given this way is guessed from the other"


def test_the_usual_length_is_recorded_however_fast_one_types(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands, window: Window
) -> None:
    zoe, mia = add_people(other, ["Zoë Lindqvist", "Mia Okafor"])
    other.swaps.record(zoe, mia, 90, "Bread", "2026-11-02")
    hands.press(Key.Key_E, held=CTRL)
    hands.type("zo")
    hands.press(Key.Key_Return)
    hands.type("mi")
    hands.press(Key.Key_Return, Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 2)
    settle(desktop)
    assert swaps(other)[-1] == ("Zoë Lindqvist", "Mia Okafor", 90, "")
    assert window.toast.label.text() == "Recorded: Zoë Lindqvist gave Mia Okafor 1 h 30 min"


def test_the_same_again_takes_two_keys(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands, window: Window
) -> None:
    zoe, mia = add_people(other, ["Zoë Lindqvist", "Mia Okafor"])
    other.swaps.record(zoe, mia, 45, "Bread", "2026-11-02")
    hands.press(Key.Key_E, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SwapForm))
    settle(desktop)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 2)
    settle(desktop)
    assert swaps(other) == [("Zoë Lindqvist", "Mia Okafor", 45, "Bread")] * 2
    assert other.reader.list("swap")[-1]["on"] == other.desk.today()
    assert hands.keys == 2
    window.undo_redo.take_back()
    qtbot.waitUntil(lambda: other.reader.count("swap") == 1)
    settle(desktop)


def test_the_same_again_from_the_toast_and_from_a_rows_menu(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, window: Window
) -> None:
    zoe, mia, bo = add_people(other, ["Zoë Lindqvist", "Mia Okafor", "Bo Berg"])
    other.swaps.record(zoe, mia, 45, "Bread", "2026-11-02")
    other.swaps.record(bo, mia, 30, "Chess", "2026-11-01")
    window.show_page("exchanges")
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    qtbot.waitUntil(lambda: page.swaps.model.rowCount() == 2)
    settle(desktop)
    page.swaps.table.go_to(0)
    settle(desktop)
    menu = page.swaps.menu()
    assert [each.text() for each in menu.actions()[:3]] == ["Dispute", "Reverse", "Same again…"]
    menu.actions()[2].trigger()
    menu.deleteLater()
    for expected in (3, 4):
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SwapForm))
        form = QApplication.activeModalWidget()
        assert isinstance(form, SwapForm)
        settle(desktop)
        form.submit()
        qtbot.waitUntil(lambda expected=expected: other.reader.count("swap") == expected)
        settle(desktop)
        assert swaps(other)[-1] == ("Zoë Lindqvist", "Mia Okafor", 45, "Bread")
        assert window.toast.more.text() == "Same again"
        if expected == 3:
            window.toast.more.click()


TWELVE = (
    "Amina Adeyemi", "Björn Dahl", "Chloé Martin", "Dmitri Orlov", "Édouard Petit", "Fatma Yıldız", "Giulia Rossi",
    "Håkon Berg", "Ines Duarte", "Łukasz Brzęk", "Ngozi Eze", "Siobhán O’Neill",
)  # fmt: skip


def opened_by_keys(hands: Hands, qtbot: QtBot, rows: int) -> Attendance:
    """The window of who came, opened from the keyboard, once it shows so many rows."""
    hands.press(Key.Key_M, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Attendance))
    evening = QApplication.activeModalWidget()
    assert isinstance(evening, Attendance)
    qtbot.waitUntil(lambda: evening.model.rowCount() == rows)
    return evening


def test_a_whole_evening_takes_one_key_beside_each_name(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands, window: Window
) -> None:
    add_people(other, [*TWELVE, "Wiktor Nowak", "Xavier Blanc"])
    meetup, _ = other.records.add(
        "meetup", {"title": "Repair café", "start": f"{other.desk.today()}T18:00", "minutes": 120}
    )
    window.watch()
    settle(desktop)
    evening = opened_by_keys(hands, qtbot, rows=15)
    for letters in ("am", "bj", "ch", "dm", "ed", "fa", "ha", "in", "lu", "ng", "si"):
        hands.type(letters)
        hands.press(Key.Key_Return)
    hands.type("gulia")  # a slip: she stands below the guest of that name
    hands.press(Key.Key_Down, Key.Key_Return)
    for guest in ("Tom", "Wilhelmina"):
        hands.type(guest)
        hands.press(Key.Key_Return)
    hands.write("7")
    hands.press(Key.Key_Return, Key.Key_Return)
    settle(desktop)
    assert closed(evening)
    named, counted = other.meetups.present(meetup)
    people = {row.id: str(row["name"]) for row in other.reader.list("member")}
    came = [people.get(row["person"], row["name"]) for row in named]
    assert (sorted(came), counted) == (sorted([*TWELVE, "Tom", "Wilhelmina"]), 7)
    beside = "to open it, one a person and guest and for the slip, a digit and Enter, Enter to end"
    assert hands.beside == 1 + 12 + 1 + 2 + 2 + 1, beside


def test_a_mark_is_undone_and_done_again_where_it_was_made(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands, window: Window
) -> None:
    add_people(other, ["Zoë Lindqvist", "Mia Okafor"])
    meetup, _ = other.records.add(
        "meetup", {"title": "Repair café", "start": f"{other.desk.today()}T18:00", "minutes": 120}
    )
    window.watch()
    settle(desktop)
    evening = opened_by_keys(hands, qtbot, rows=3)
    for letters in ("zo", "mi"):
        hands.type(letters)
        hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: evening.model.came() == 2)
    settle(desktop)
    assert "Mia" in evening.undo_button.toolTip() and evening.undo_button.isEnabled()
    hands.type("zz")
    hands.press(Key.Key_Z, held=CTRL)
    settle(desktop)
    assert evening.letters.text() == "" and evening.model.came() == 2, "letters that are being typed are undone first"
    hands.press(Key.Key_Z, held=CTRL)
    qtbot.waitUntil(lambda: evening.model.came() == 1)
    settle(desktop)
    assert "Undone: " in evening._sum.text() and "Mia" in evening._sum.text()
    evening.guest.setFocus()
    hands.press(Key.Key_Z, held=CTRL)
    qtbot.waitUntil(lambda: evening.model.came() == 0)
    settle(desktop)
    evening.count.setFocus()
    hands.press(Key.Key_Z, held=CTRL | SHIFT)
    qtbot.waitUntil(lambda: evening.model.came() == 1)
    settle(desktop)
    named, _ = other.meetups.present(meetup)
    assert [row["state"] for row in named].count("attended") == 1
    evening.letters.setFocus()
    hands.press(Key.Key_Return)
    assert closed(evening)


def test_letters_in_the_attendance_field(qtbot: QtBot) -> None:
    names = ("Ana Bo", "Susana Ek", "Ann Li")
    people = [Presence(name.encode(), name.encode(), name, "", "") for name in names]
    here = people[0]._replace(state="attended")
    assert [row.name for row in meant(people, "an")] == ["Ana Bo", "Ann Li", "Susana Ek"]
    assert [row.name for row in meant([here, *people[1:]], "an")] == ["Ana Bo", "Ann Li", "Susana Ek"]
    assert [(row.name, row.new) for row in meant(people, "+Ana")] == [("Ana", "guest")]
    assert [(row.name, row.new) for row in meant(people, "Sussana")] == [("Sussana", "guest"), ("Susana Ek", "")]
    assert [(row.name, row.new) for row in meant(people, "12")] == [("12", "count")]
    assert meant(people, "+") == [] and meant(people, "") == people
    mateo = Presence(b"m", b"m", "Mateo O’Brien", "", "")
    assert meant([*people, mateo], "mateo ob") == meant([*people, mateo], "obrien") == [mateo]


def test_of_several_who_may_have_come_none_is_written_down_unasked(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands, window: Window
) -> None:
    add_people(other, ["Ana Ruiz", "Anabel Soto", "Bo Ek"])
    meetup, _ = other.records.add(
        "meetup", {"title": "Repair café", "start": f"{other.desk.today()}T18:00", "minutes": 120}
    )
    window.watch()
    settle(desktop)
    evening = opened_by_keys(hands, qtbot, rows=4)
    hands.type("ana")
    hands.press(Key.Key_Return)
    settle(desktop)
    assert evening._sum.text().endswith("More than one may be meant: Ana Ruiz, Anabel Soto. Choose with the Down key.")
    assert evening.letters.text() == "ana" and other.reader.count("attendance") == 0
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    settle(desktop)
    named, _ = other.meetups.present(meetup)
    people = {row.id: str(row["name"]) for row in other.reader.list("member")}
    assert [people[row["person"]] for row in named] == ["Anabel Soto"]
    evening.accept()


def test_two_of_one_name_are_told_apart_in_who_came(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, hands: Hands, window: Window
) -> None:
    """As in the form for exchanges: by telephone, neighbourhood and number; also for who listens."""
    (north,) = add_people(other, ["Twin Silva"], place="North", phone="0111")
    (south,) = add_people(other, ["Twin Silva"], place="South", phone="0222")
    add_people(other, ["Bo Ek"], phone="0333")
    start = f"{other.desk.today()}T18:00"
    meetup, _ = other.records.add("meetup", {"title": "Repair café", "start": start, "minutes": 120})
    window.watch()
    settle(desktop)
    evening = opened_by_keys(hands, qtbot, rows=4)
    hands.type("twin")
    settle(desktop)
    model, table = evening.model, evening.table
    cells = [model.index(row, 0) for row in range(2)]
    number = str(other.reader.get("member", north).get("number", ""))
    assert cells[0].data(Role.SECOND) == f"0111 · North · no. {number}", number
    assert str(cells[1].data(Role.SECOND)).startswith("0222 · South")
    assert cells[0].data(Qt.ItemDataRole.AccessibleTextRole) == f"Twin Silva, {cells[0].data(Role.SECOND)}"
    assert all(table.rowHeight(row) >= table.sizeHintForRow(row) for row in range(2)), "both lines have room"
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    settle(desktop)
    named, _ = other.meetups.present(meetup)
    assert [row["person"] for row in named] == [south]
    lonely = next(row for row in range(model.rowCount()) if model.rows[row].name == "Bo Ek")
    assert not model.index(lonely, 0).data(Role.SECOND), "nobody else is called so"
    evening.accept()


def test_without_a_meetup_today_the_latest_one_is_offered_and_planning_one(
    desktop: Desktop, other: Verbs, settle: Settle, hands: Hands, window: Window, qapp: QApplication
) -> None:
    def asked() -> NoMeetupToday:
        settle(desktop)
        dialog = qapp.activeModalWidget()
        assert isinstance(dialog, NoMeetupToday)
        return dialog

    hands.press(Key.Key_M, held=CTRL | SHIFT)
    first = asked()
    assert first.done_button.text() == "Plan a meetup" and not first.plan.isVisible()
    first.reject()
    for title, start in (
        ("Long ago", "2024-05-04T11:00"),
        ("Bikes", "2025-05-04T11:00"),
        ("Ahead", "2190-05-04T11:00"),
    ):
        other.meetups.plan(title, start, 60)
    off, _ = other.meetups.plan("Off", "2025-06-04T11:00", 60)
    other.meetups.cancel(off)
    window.shell.signals.asked.emit("meetups", ("attend", None))
    second = asked()
    assert any("“Bikes”" in label.text() for label in second.findChildren(QLabel)) and second.plan.isVisible()
    hands.press(Key.Key_Return)
    settle(desktop)
    evening = qapp.activeModalWidget()
    assert isinstance(evening, Attendance) and any("Bikes" in label.text() for label in evening.findChildren(QLabel))
    evening.reject()


def test_a_day_to_come_is_told_as_soon_as_its_field_is_left(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(SwapForm(window.shell, window), desktop, settle)
    line = form.form.edit("on").control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, "1 Jan 2099")
    form.form.edit("minutes").setFocus()
    assert "still to come" in form.form.lines["on"].sentence
    form.dirty = lambda: False
    form.reject()
    settle(desktop)
