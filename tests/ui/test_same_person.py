"""Members who are probably here twice: what tells them apart, both beside each other, and all of them reachable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.facets import Verbs
from learningcircles.intake.doubles import Pair
from learningcircles.surroundings import real
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.same_exchange import EveryTwin
from learningcircles_ui.pages.people.farewell import MergeMember
from learningcircles_ui.pages.people.hours_twice import HoursTwice
from learningcircles_ui.pages.people.same_person import EveryPair, SamePerson, compare, question, reasons, with_words
from learningcircles_ui.pages.today.double_looking import Looking
from learningcircles_ui.pages.today.double_rows import Doubles, DoubleSearch, Twins, read_doubles
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed, gone, shown_of, submit_by_keys

Settle = Callable[[Desktop], None]


def test_the_sentence_says_what_tells_two_people_apart() -> None:
    one = Record("member", b"1", {"name": "Zoe Smith", "number": "0012", "place": "North", "phone": "0111"})
    other = Record(
        "member", b"2", {"name": "Zo\u00eb Smith", "number": "0877", "place": "North", "email": "z@example.org"}
    )
    pair = Pair(one, other, "name")
    assert question(pair) == (
        "Is Zoe Smith (0111, no. 0012) the same person as Zo\u00eb Smith (z@example.org, no. 0877)?"
    )
    assert reasons(pair) == "the same name  \u00b7  in both: North"
    nearly = pair._replace(other=Record("member", b"2", {"name": "Zoe Smyth"}))
    assert reasons(nearly) == "nearly the same name"


def _today(window: Window) -> TodayPage:
    window.show_page("today")
    page = window.page
    assert isinstance(page, TodayPage)
    return page


def _visible(window: Window, words: str) -> QPushButton:
    shown = (each for each in window.findChildren(QPushButton) if each.isVisible() and each.text().startswith(words))
    return next(shown)


def test_all_pairs_are_reachable_and_nobody_is_joined_unseen(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    names = [f"{first} Okonkwo" for first in ("Ada", "Bola", "Chidi", "Dayo", "Emeka", "Femi")]
    rows = [{"name": name, "place": place} for name in names for place in ("North", "South")]
    other.records.add_many("member", rows, label="Add people")
    window.show_page("people")
    page = _today(window)
    qtbot.waitUntil(lambda: page.looking.doubles.people_count == 6, timeout=10_000)
    settle(desktop)
    assert not [each for each in page.findChildren(QPushButton) if each.text() == "Same"]
    assert any("(North, no. " in question(pair) for pair in page.looking.doubles.people)
    _visible(window, "Show all 6").click()
    every = next(each for each in window.findChildren(EveryPair) if each.isVisible())
    assert every.model.rowCount() == 6
    every.submit()
    settle(desktop)
    beside = next(each for each in window.findChildren(SamePerson) if each.isVisible())
    one, two = beside._one, beside._other
    QApplication.processEvents()
    assert beside.focusWidget() not in (beside.done_button, beside.different_button)
    beside.different_button.click()
    settle(desktop)
    assert other.reader.shown_as(one) != other.reader.shown_as(two)
    assert every.isVisible() and every.model.rowCount() == 5
    qtbot.waitUntil(lambda: page.looking.doubles.people_count == 5, timeout=10_000)


def test_it_is_asked_whose_name_and_number_stay_and_the_older_record_is_proposed(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    for chosen in (0, 1):
        ids = add_people(other, ["\u0141ukasz Nowak"])
        made = real().now_ms()
        qtbot.waitUntil(lambda made=made: real().now_ms() > made + 1)  # of what was made at once there is no older one
        ids += add_people(other, ["Lukasz Nowak"])
        other.records.edit("member", ids[1], {"email": "l@example.org", "notes": "Repairs"})
        before = other.reader.alone_all("member", ids)
        compare(window.shell, Pair(*before, "name"), window)
        settle(desktop)
        (beside,) = shown_of(window, SamePerson)
        assert [(each.text(), each.isChecked()) for each in beside.leads.choices] == [
            (f"{row['name']}, no. {row['number']}", row.id == ids[0]) for row in before
        ]
        beside.leads.choices[chosen].click()
        beside.submit()
        settle(desktop)
        shown = other.reader.get("member", other.reader.shown_as(ids[0]))
        assert (shown["name"], shown["number"], shown["email"], shown["notes"]) == (
            before[chosen]["name"], before[chosen]["number"], "l@example.org", "Repairs",
        )  # fmt: skip
        assert other.reader.alone_all("member", ids) == before
        other.undo.undo()
        for each in ids:
            other.records.remove("member", each)


@pytest.mark.parametrize("chosen", [None, 0, 1])
def test_who_is_chosen_as_the_same_person_can_be_the_one_whose_name_stays(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, chosen: int | None
) -> None:
    old, member, third = (add_people(other, [name])[0] for name in ("Ana Ruiz", "Anna Ruis", "Bo Ek"))
    dialog = MergeMember(window.shell, member, "Anna Ruis", window)
    dialog.open()
    settle(desktop)
    assert dialog.leads.value() is None and not dialog.leads.choices[0].isVisible()
    for each in (third, old):
        dialog.other.pick(each, "picked")
        if chosen is not None:
            dialog.other.finished.emit()
            settle(desktop)
            assert dialog.leads.choices[1].isVisible()
    if chosen is not None:
        names = [each.text().partition(",")[0] for each in dialog.leads.choices]
        assert names == ["Anna Ruis", "Ana Ruiz"] and dialog.leads.value() == old, "the older one is proposed"
        dialog.leads.choices[chosen].click()
    dialog.submit()
    settle(desktop)
    told = "Anna Ruis  –  picked" if chosen is None else "Anna Ruis  –  Ana Ruiz"
    assert window.toast.label.text() == f"Merged: {told}"
    assert closed(dialog) and other.reader.shown_as(member) == (member if chosen == 0 else old)


def test_two_of_one_name_are_told_apart_by_what_else_is_known() -> None:
    one, two = (Record("member", id_, {"name": "Ana", "place": place}) for id_, place in ((b"1", "North"), (b"2", "")))
    assert [words for _, words in with_words([one, two])] == ["Ana (North)", "Ana"]


def test_hours_are_asked_for_after_the_last_pair(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qapp: QApplication
) -> None:
    """The list of pairs closes then, and takes nothing with it."""
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwoo"])
    other.swaps.opening_balances({ids[0]: 90, ids[1]: 90})
    every = EveryPair(window.shell, [Pair(*other.reader.many("member", ids), "name")], 1, window)
    assert every.list.minimumHeight() < 120, "it stood empty but for one row"
    every.open()
    every.submit()
    settle(desktop)
    (beside,) = shown_of(window, SamePerson)
    beside.submit()
    settle(desktop)
    gone(qapp)
    (asks,) = shown_of(window, HoursTwice)
    asks.submit()
    settle(desktop)
    assert other.reader.balance(other.reader.shown_as(ids[0])) == 90


def every_of(window: Window, other: Verbs, ids: list[bytes], *pairs: tuple[int, int]) -> EveryPair:
    """Show the list of pairs, as it was found."""
    held = other.reader.many("member", ids)
    made = EveryPair(window.shell, [Pair(held[one], held[two], "name") for one, two in pairs], len(pairs), window)
    made.open()
    return made


def test_a_pair_of_which_one_was_removed_meanwhile_is_settled(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwoo"])
    every = every_of(window, other, ids, (0, 1))
    other.records.remove("member", ids[0])
    every.submit()
    settle(desktop)
    assert not shown_of(window, SamePerson) and closed(every)
    assert window.toast.label.text() == "One of the two has been removed meanwhile."


def test_what_became_of_a_pair_is_told_where_the_list_stands(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwoo", "Ada Okonkw"])
    every = every_of(window, other, ids, (0, 1), (1, 2))
    other.records.remove("member", ids[0])
    every.submit()
    settle(desktop)
    said = [each.text() for each in every.findChildren(QLabel) if each.isVisible()]
    assert "One of the two has been removed meanwhile." in said and every.model.rowCount() == 1
    every.reject()


def test_pairs_of_three_are_compared_as_who_they_are_by_now(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwoo", "Ada Okonkw"])
    every = every_of(window, other, ids, (0, 1), (1, 2), (0, 2))
    for _ in range(2):
        every.submit()
        settle(desktop)
        (beside,) = shown_of(window, SamePerson)
        assert {beside._one, beside._other} == {
            other.reader.shown_as(beside._one),
            other.reader.shown_as(beside._other),
        }
        beside.submit()
        settle(desktop)
    every.submit()
    settle(desktop)
    assert closed(every) and window.toast.label.text() == "They are one person already."


def test_enter_leads_to_a_person_and_joins_nobody(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    one, two = other.records.add_many(
        "member", [{"name": "Amina Adeyemi"}, {"name": "Amina Adeyemy"}], label="Add people"
    )[0]
    window.show_page("people")
    page = _today(window)
    qtbot.waitUntil(lambda: page.looking.doubles.people_count == 1, timeout=10_000)
    settle(desktop)
    _visible(window, "Look at both").click()
    settle(desktop)
    beside = next(each for each in window.findChildren(SamePerson) if each.isVisible())
    QTest.keyClick(beside, Qt.Key.Key_Return)
    settle(desktop)
    assert closed(beside) and window.page.name == "people"
    assert other.reader.shown_as(one) != other.reader.shown_as(two)


def test_exchanges_that_are_here_twice_are_all_reachable(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Looking, "begin", lambda looking: None)
    one, two = other.records.add_many("member", [{"name": "Ada Hall"}, {"name": "Bo Ek"}], label="Add people")[0]
    ids = [other.swaps.record(one, two, 60, f"Bread {number}")[0] for number in range(14)]
    swaps = [other.reader.get("swap", id_) for id_ in ids]
    page = _today(window)
    settle(desktop)
    twins = [Twins(first, second, "Ada Hall", "Bo Ek") for first, second in zip(swaps[::2], swaps[1::2], strict=True)]
    page.looking.doubles = Doubles(twins, len(twins))
    page._cards.resting.changed.emit()
    settle(desktop)
    same = [each for each in page.findChildren(QPushButton) if each.text() == "Same" and each.isVisible()]
    assert len(same) == 5
    _visible(window, "Show all 7").click()
    (every,) = shown_of(window, EveryTwin)
    assert every.model.rowCount() == 7
    assert "Bread 0" in str(every.model.index(0).data(Role.SECOND))
    QTest.keyClick(every.list, Qt.Key.Key_Return)
    submit_by_keys(every)
    settle(desktop)
    assert every.model.rowCount() == 7, "no Enter too many joins anything"
    every.done_button.click()
    every.done_button.click()
    settle(desktop)
    assert every.model.rowCount() == 6 and other.reader.count("swap") == 13
    every.other_button.click()
    settle(desktop)
    assert every.model.rowCount() == 5 and other.reader.count("swap") == 13
    assert other.reader.get("swap", ids[2]) and every.current() == twins[2]
    for _ in range(5):
        every.other_button.click()
        settle(desktop)
    assert closed(every)


def test_a_shared_telephone_stands_before_names_that_are_alike(other: Verbs) -> None:
    rows = [
        {"name": "Ada Hall"},
        {"name": "Ada Hal"},
        {"name": "Bo Ek", "phone": "0611223344"},
        {"name": "Zoe", "phone": "0611223344"},
    ]
    other.records.add_many("member", rows, label="Add people")
    whys = [pair.why for pair in read_doubles(other.reader).people]
    assert whys == ["phone", "name"]


def test_ctrl_enter_that_led_here_joins_nobody_unseen(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    ids, _ = other.records.add_many("member", [{"name": "Bo Ek"}, {"name": "Bo Eck"}], label="Add people")
    every = EveryPair(window.shell, [Pair(*other.reader.many("member", ids), "name")], 1, window)
    every.open()
    every.submit()
    settle(desktop)
    submit_by_keys(shown_of(window, SamePerson)[0])
    settle(desktop)
    assert shown_of(window, SamePerson) and other.reader.shown_as(ids[0]) != other.reader.shown_as(ids[1])


def test_ctrl_enter_held_down_submits_once(window: Window) -> None:
    dialog = EveryPair(window.shell, [], 0, window)
    assert not any(each.autoRepeat() for each in dialog.findChildren(QShortcut))


def test_an_answer_is_taken_back_in_the_list_itself(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwoo", "Ada Okonkw"])
    every = every_of(window, other, ids, (0, 1), (1, 2))
    every.submit()
    settle(desktop)
    (beside,) = shown_of(window, SamePerson)
    beside.submit()
    settle(desktop)
    assert other.reader.shown_as(ids[0]) == other.reader.shown_as(ids[1]) and every.model.rowCount() == 1
    assert every.toast.isVisible() and every.toast.label.text() == "Merged: Ada Okonkwo  –  Ada Okonkwoo"
    every.toast._undo.click()
    settle(desktop)
    assert other.reader.shown_as(ids[0]) != other.reader.shown_as(ids[1])
    assert every.model.rowCount() == 2 and every.list.currentIndex().row() == 0
    every.reject()


def test_undo_of_an_answer_brings_back_its_own_pair(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs
) -> None:
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwoo", "Ida Lund", "Ida Lundd", "Bo Ek", "Bo Ekk"])
    every = every_of(window, other, ids, (0, 1), (2, 3), (4, 5))
    pairs = list(every.model.pairs)
    window.shell.signals.said.emit("Both stay", b"first")
    every.answered(pairs[0])
    every.answered(pairs[1])  # one of the two is gone meanwhile: there is no action of its own
    assert every._answers == {b"first": (0, pairs[0])}
    every.reject()


def test_nothing_that_is_written_ends_a_search_that_is_under_way_and_it_is_looked_at_after_it(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    add_people(other, ["Ada Okonkwo", "Ada Okonkwo"])
    window.show_page("today")
    page = _today(window)
    settle(desktop)
    for count, (changes, name) in enumerate(
        ((Changes(), "Ida Lund"), (Changes(frozenset({("member", b"m" * 16)})), "Bo Ek")), start=2
    ):
        page.looking.due = True
        page.looking.go_on(search := DoubleSearch())
        add_people(other, [name, name])
        page.changed(changes)
        assert page.looking.search is search, "an evening that is recorded would never let it end"
        settle(desktop)
        qtbot.waitUntil(lambda: page.looking.search is None and not page.looking.due, timeout=10_000)
        assert page.looking.doubles.people_count == count


def test_what_is_answered_is_gone_at_once_however_long_a_search_takes(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    ids = add_people(other, ["Ada Okonkwo", "Ada Okonkwo", "Bo Ek", "Bo Ek"])
    page = _today(window)
    qtbot.waitUntil(lambda: page.looking.doubles.people_count == 2, timeout=10_000)
    settle(desktop)
    page.looking.search = under_way = DoubleSearch()
    window.shell.do(lambda verbs: verbs.merging.different(ids[0], ids[1]))
    settle(desktop)
    assert page.looking.search is under_way and page.looking.doubles.people_count == 1
    assert [{pair.one.id, pair.other.id} for pair in page.looking.doubles.people] == [set(ids[2:])]


def test_people_are_looked_for_again_only_where_something_tells_of_them(other: Verbs) -> None:
    one, two, *_ = add_people(other, ["Ada Okonkwo", "Bo Ek", "Ida Lund", "Ida Lund"])
    before = read_doubles(other.reader)
    other.swaps.record(one, two, 60, "Bread")
    found = DoubleSearch(before).step(other.reader)
    assert found is not None and found.people == before.people and found.as_of != before.as_of
    add_people(other, ["Bo Ek"])
    assert DoubleSearch(found).step(other.reader) is None
