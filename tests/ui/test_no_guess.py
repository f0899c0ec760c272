"""Whoever types a name that is nobody's has named nobody: who may be meant is asked, however fast one types."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import meant
from learningcircles.errors import InvalidValue
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.rows import Tile, recognised
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.attendance_rows import AttendanceModel, Presence
from learningcircles_ui.pages.meetups.attendance_rows import meant as meant_here
from learningcircles_ui.pages.meetups.meetup_pane import read_details
from learningcircles_ui.pages.meetups.somebody_answers import SomebodyAnswers
from learningcircles_ui.pages.people.farewell import LeaveMember, MergeMember
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened
from tests.ui.hands import CTRL
from tests.ui.late import reading_held

Settle = Callable[[Desktop], None]
Key = Qt.Key
PEOPLE = ["Florence Simon", "Marta Serrano", "Emeka Obi", "Maria Ruiz", "Giulia Rossi", "Habiba Touré"]


OTHERS = [
    ("Christina", "Christian Bauer"), ("Marina", "Maria Ruiz"), ("Dina", "Diana Ross"), ("Anna", "Ana Ruiz"),
    ("Elisa", "Elsa Ek"), ("Martina", "Marina Lo"), ("Lisa", "Luisa Ek"), ("Arno", "Aron Li"),
    ("gulia", "Giulia Rossi"),
    ("marie", "Maria Ruiz"), ("tim", "Tom Ek"), ("zo", "Enzo Ek"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "name"), OTHERS)
def test_another_name_is_nobody_s_for_certain(other: Verbs, typed: str, name: str) -> None:
    add_people(other, [name, "Bo Berg"])
    assert meant(other.reader, "member", typed).certain is None
    people = [Presence(name.encode(), name.encode(), name, "", "") for name in (name, "Bo Berg")]
    first = meant_here(people, typed)[0]
    assert (first.new, first.name) == ("guest", typed), "and comes as a guest"
    tiles = [Tile(row.name, row, whole=recognised(row.name)) for row in people]
    assert Meant(tiles).certain(typed) is None


def is_meant_everywhere(other: Verbs, names: list[str], typed: str, name: str, *, in_hall: str | None = None) -> None:
    """In the list, in “Who came?” and in the hall; empty: nobody is for certain. `in_hall`: who there, if not they."""
    ids = dict(zip(names, add_people(other, names), strict=True))
    found = meant(other.reader, "member", typed)
    assert found.certain == ids.get(name) and (not name or found.hits[0].title == name)
    people = [Presence(ids[name], ids[name], name, "", "") for name in names]
    here = AttendanceModel()
    here.show_people(people)
    here.narrow(typed)
    assert (here.rows[0].name if here.marks == 0 and not here.rows[0].new else "") == name
    tile = Meant([Tile(row.name, row, whole=recognised(row.name)) for row in people]).certain(typed)
    assert (tile.name if tile else "") == (name if in_hall is None else in_hall)


def test_in_the_hall_a_whole_name_of_one_word_is_asked_about_where_others_have_it_as_their_first(
    other: Verbs,
) -> None:
    """No surnames are seen there, and few are typed: “zoe” may be any of them."""
    is_meant_everywhere(other, ["Zoé", "Zoë Lind", "Li Wu"], "zoe", "Zoé", in_hall="")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ana", ""), ("ana r", "Ana Ruiz"), ("ruiz", "Ana Ruiz"), ("soto", "Anabel Soto"), ("zoé", "Zoé"),
        ("zoe l", "Zoë Lind"), ("li", ""), ("lind", "Zoë Lind"), ("obr", "Seán O’Brien"), ("", ""), ("!", ""),
    ],
)  # fmt: skip
def test_one_rule_says_who_is_meant_for_certain(other: Verbs, typed: str, name: str) -> None:
    """Whose words alone begin so, or whose whole name it is: in the list, in "Who came?" and in the hall."""
    names = ["Ana Ruiz", "Anabel Soto", "Ana Gomez", "Zoé", "Zoë Lind", "Li Wu", "Seán O’Brien"]
    is_meant_everywhere(other, names, typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("amina a", "Amina Adeyemi"), ("a amina", "Amina Adeyemi"), ("amina", ""), ("amina am", ""),
        ("omar o", "Omar O’Brien"), ("omar ob", "Omar O’Brien"), ("o b", "Omar O’Brien"), ("omar o b", "Omar O’Brien"),
        ("ana a", "Ana Ana Pere"), ("ana ana p", "Ana Ana Pere"), ("zoé z", "Zoé Zidane"), ("zoe z", ""),
    ],
)  # fmt: skip
def test_each_typed_word_begins_another_one_of_the_name(other: Verbs, typed: str, name: str) -> None:
    names = [
        "Amina Adeyemi", "Amina Silva", "Omar O’Brien", "Omar Smyth", "Ana Ana Pere", "Ana Ruiz", "Zoé Zidane",
        "Zoé Lind", "Zoë Żak",
    ]  # fmt: skip
    is_meant_everywhere(other, names, typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("zo", "Zoé Martin"), ("ZO", "Zoé Martin"), ("żó", "Żółć Nowak"), ("zol", "Żółć Nowak"), ("zoe", "Zoé Martin"),
        ("lop", ""), ("lopez", ""), ("lóp", "Mario López"), ("ma lópez", "Mario López"), ("maria lo", "Maria Lopez"),
        ("jo", "John Ek"), ("jör", "Jörg Ek"), ("jôr", "Jörg Ek"), ("rene", ""), ("rené", "René Ott"),
    ],
)  # fmt: skip
def test_who_is_spelt_as_typed_is_meant_before_whom_other_accents_would_make_it(
    other: Verbs, typed: str, name: str
) -> None:
    """But not before a name that is the same but for accents: few type those."""
    names = [
        "Zoé Martin", "Żółć Nowak", "Maria Lopez", "Mario López", "John Ek", "Jörg Ek",
        "Rene Abt", "René Ott",
    ]  # fmt: skip
    ids = dict(zip(names, add_people(other, names), strict=True))
    found = meant(other.reader, "member", typed)
    assert found.certain == ids.get(name) and (not name or found.hits[0].title == name)
    if typed == "zo":
        assert [hit.title for hit in found.hits] == ["Zoé Martin", "Żółć Nowak"], "who may be meant besides is offered"
    people = [Presence(ids[name], ids[name], name, "", "") for name in names]
    here = AttendanceModel()
    here.show_people(people)
    here.narrow(typed)
    assert (here.rows[0].name if here.marks == 0 and not here.rows[0].new else "") == name
    tile = Meant([Tile(row.name, row, whole=recognised(row.name)) for row in people]).certain(typed)
    assert (tile.name if tile else "") == name


@pytest.mark.parametrize("haste", [True, False])
def test_enter_takes_who_is_spelt_as_typed(
    giver: PickerEditor, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, haste: bool
) -> None:
    add_people(other, ["Xoé Martin", "Xółć Nowak"])
    QTest.keyClicks(giver.control, "xo")
    if not haste:
        qtbot.waitUntil(giver._frame.isVisible)
        assert giver._frame.marked() == 0 and giver._frame.view.currentIndex().data() == "Xoé Martin"
        assert giver._model.rowCount() == 2
    QTest.keyClick(giver.control, Key.Key_Return)
    settle(desktop)
    assert giver.words() == "Xoé Martin" and giver.value()


def test_a_guest_is_not_written_down_for_a_member_of_nearly_that_name() -> None:
    people = [Presence(name.encode(), name.encode(), name, "", "") for name in PEOPLE]
    assert [row.name for row in meant_here(people, "Marie")] == ["Marie", "Maria Ruiz"], (
        "she may be chosen all the same"
    )
    assert [row.name for row in meant_here(people, "abiba")] == ["abiba", "Habiba Touré"]


@pytest.fixture
def giver(other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> PickerEditor:
    add_people(other, [*PEOPLE, "Zoë O’Brien", "Zoë O’Brien", "Maria Lopez", "Mario Lopez"])
    form = opened(SwapForm(window.shell, window), desktop, settle)
    edit = form.form.edit("provider")
    assert isinstance(edit, PickerEditor) and isinstance(edit.control, QLineEdit)
    form.activateWindow()
    edit.control.setFocus()
    qtbot.waitUntil(edit.control.hasFocus)
    return edit


def said(edit: PickerEditor) -> str:
    with pytest.raises(InvalidValue) as refused:
        edit.value()
    return str(refused.value)


@pytest.mark.parametrize("haste", [True, False])
@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("marie", "Nobody is called so. If Mari"), ("gulia", "Nobody is called so. If Giulia Rossi is meant"),
        ("mraia", "Nobody is called so. If Maria"), ("zoe", "More than one is called Zoë O’Brien. Choose with"),
        ("lopez", "More than one may be meant: Mari"), ("mar", "Many may be meant: Mar"),
    ],
)  # fmt: skip
def test_whoever_is_not_meant_for_certain_is_asked_about(
    giver: PickerEditor, desktop: Desktop, settle: Settle, qtbot: QtBot, key: Key, haste: bool, typed: str, told: str
) -> None:
    QTest.keyClicks(giver.control, typed)
    if not haste:
        qtbot.waitUntil(giver._frame.isVisible)
        assert giver._frame.marked() == -1
    QTest.keyClick(giver.control, key)
    settle(desktop)
    assert giver.words() == typed and said(giver).startswith(told)
    assert not giver._frame.isVisible(), "the list would cover what is said below the field"
    if key == Key.Key_Return:
        assert giver.control.hasFocus(), "the keyboard stays where the choice is asked for"
        form = giver.window()
        assert isinstance(form, SwapForm) and not form.form.lines["receiver"].sentence, "nobody has left that one"
    giver.control.setFocus()
    QTest.keyClick(giver.control, Key.Key_Down)
    assert giver._frame.marked() == 0, "at once"
    first = giver._frame.view.currentIndex().data()
    QTest.keyClick(giver.control, Key.Key_Return)
    assert giver.words() == first and giver.value()


@pytest.mark.parametrize("after", ["typed", "gone on"])
def test_whoever_is_busy_elsewhere_is_not_called_back(
    giver: PickerEditor, desktop: Desktop, settle: Settle, after: str
) -> None:
    form = giver.window()
    assert isinstance(form, SwapForm)
    with reading_held(desktop):
        QTest.keyClicks(giver.control, "mar")
        QTest.keyClick(giver.control, Key.Key_Return)
        assert giver.waiting() and form.taker.control.hasFocus()
        if after == "typed":
            QTest.keyClicks(form.taker.control, "fl")
        else:
            QTest.keyClick(form.taker.control, Key.Key_Tab)
        there = form.focusWidget()
    settle(desktop)
    assert form.focusWidget() is there is not giver.control and said(giver).startswith("Many may be meant")


def test_down_marks_the_first_of_a_list_that_is_not_there_yet(
    giver: PickerEditor, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    QTest.keyClicks(giver.control, "mar")
    QTest.keyClick(giver.control, Key.Key_Down)
    qtbot.waitUntil(giver._frame.isVisible)
    assert giver._frame.marked() == 0
    QTest.keyClicks(giver.control, "i")
    qtbot.waitUntil(giver._frame.answers)
    assert giver._frame.marked() == -1, "other letters ask anew"
    settle(desktop)


def test_down_offers_nobody_who_was_chosen_beside_since(
    giver: PickerEditor, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    form = giver.window()
    assert isinstance(form, SwapForm)
    QTest.keyClicks(giver.control, "zoe")
    QTest.keyClick(giver.control, Key.Key_Return)
    settle(desktop)
    one, two = (hit.id for hit in giver.meant.hits)
    form.taker.pick(one, "Zoë O’Brien")
    QTest.keyClick(giver.control, Key.Key_Down)
    QTest.keyClick(giver.control, Key.Key_Return)
    assert giver.value() == two


@pytest.mark.parametrize(("typed", "stays"), [("Zoltan", False), ("zoe", True)])
def test_only_a_guest_s_name_is_gone_on_from(
    window: Window, other: Verbs, desktop: Desktop, settle: Settle, typed: str, stays: bool
) -> None:
    add_people(other, ["Zoë O’Brien", "Zoë O’Brien"])
    meetup, _ = other.meetups.plan("Baking", f"{other.desk.today()}T18:00")
    answers = SomebodyAnswers(window.shell, window)
    answers.show()
    answers.about(meetup)
    answers.person.control.setFocus()
    QTest.keyClicks(answers.person.control, typed)
    QTest.keyClick(answers.person.control, Key.Key_Return)
    settle(desktop)
    assert (window.focusWidget() is answers.person.control) is stays
    assert (window.focusWidget() is answers.answer) is not stays


def test_of_two_people_of_one_family_name_none_is_taken_unasked(
    giver: PickerEditor, desktop: Desktop, settle: Settle
) -> None:
    for typed, taken in (("lopez", ""), ("maria l", "Maria Lopez"), ("mari", ""), ("maria ruiz", "Maria Ruiz")):
        giver.show_value(None)
        QTest.keyClicks(giver.control, typed)
        QTest.keyClick(giver.control, Key.Key_Tab)
        settle(desktop)
        assert giver.words() == (taken or typed) and bool(giver._id) is bool(taken)
        giver.control.setFocus()


def test_escape_refuses_whom_the_list_marks(
    giver: PickerEditor, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    QTest.keyClicks(giver.control, "flo")
    qtbot.waitUntil(giver._frame.isVisible)
    assert giver._frame.marked() == 0
    QTest.keyClick(giver.control, Key.Key_Escape)
    QTest.keyClick(giver.control, Key.Key_Tab)
    settle(desktop)
    assert giver._id is None and giver.words() == "flo"
    giver.control.setFocus()
    QTest.keyClicks(giver.control, "r")
    QTest.keyClick(giver.control, Key.Key_Tab)
    settle(desktop)
    assert giver.words() == "Florence Simon", "until other words are typed"


def test_down_opens_again_what_escape_has_closed(giver: PickerEditor, qtbot: QtBot) -> None:
    QTest.keyClicks(giver.control, "flo")
    qtbot.waitUntil(giver._frame.isVisible)
    QTest.keyClick(giver.control, Key.Key_Escape)
    assert not giver._frame.isVisible()
    QTest.keyClick(giver.control, Key.Key_Down)
    qtbot.waitUntil(giver._frame.isVisible)


@pytest.mark.parametrize("down", [True, False])
def test_whoever_comes_back_before_the_answer_gets_it_all_the_same(
    giver: PickerEditor, desktop: Desktop, settle: Settle, qtbot: QtBot, down: bool
) -> None:
    with reading_held(desktop):
        QTest.keyClicks(giver.control, "flo")
        QTest.keyClick(giver.control, Key.Key_Tab)
        assert giver.waiting()
        giver.control.setFocus()
        qtbot.waitUntil(giver.control.hasFocus)
        if down:
            QTest.keyClick(giver.control, Key.Key_Down)
        assert not giver._suggestions._wait.isActive()
    settle(desktop)
    assert not giver.waiting() and giver.words() == "Florence Simon"


@pytest.mark.parametrize(
    ("typed", "title", "told"),
    [
        ("zoe o'brien", "Who is zoe o'brien?", "More than one is called Zoë O’Brien. Choose with the Down key."),
        ("mari", "Who is mari?", "More than one may be meant: Mari"),
        ("xyz", "xyz is no member", "Nobody in the circle"),
    ],
)  # fmt: skip
def test_whoever_answers_is_called_no_guest_where_members_are_called_so(
    giver: PickerEditor, window: Window, other: Verbs, desktop: Desktop, settle: Settle, typed: str, title: str,
    told: str, qtbot: QtBot,
) -> None:  # fmt: skip
    meetup, _ = other.meetups.plan("Baking", f"{other.desk.today()}T18:00")
    answers = SomebodyAnswers(window.shell, window)
    answers.show()
    answers.about(meetup)
    QTest.keyClicks(answers.person.control, typed)
    answers.ask()
    settle(desktop)
    (asked,) = answers.findChildren(Dialog)
    words = [label.text() for label in asked.findChildren(QLabel)]
    assert asked.windowTitle() == title and any(each.startswith(told) for each in words)
    asked.reject()
    assert answers.person.words() == typed and not other.reader.count("rsvp")


def test_of_several_of_one_name_it_is_said_which_has_answered(
    window: Window, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    people = [{"name": "Marie Martin", "phone": phone} for phone in ("0711", "0722")]
    (one, two), _ = other.records.add_many("member", people, label="Add people")
    meetup, _ = other.meetups.plan("Baking", f"{other.desk.today()}T18:00")
    answers = SomebodyAnswers(window.shell, window)
    for who, name, said in ((two, "Marie Martin", "Marie Martin (0722): Yes"), (None, "Zoë", "Zoë: Yes")):
        answers.about(meetup)
        answers.person.show_raw({"id": who, "words": name})
        answers._noting = meetup
        answers._note()
        if who is None:
            (asked,) = answers.findChildren(Dialog)
            asked.accept()
        settle(desktop)
        assert window.toast.label.text() == said
    details = read_details(other.reader, meetup)
    assert details is not None and details.answers == {"yes": ["Marie Martin (0722)", "Zoë"]}
    other.records.remove("member", one)
    details = read_details(other.reader, meetup)
    assert details is not None and "Marie Martin" in details.answers["yes"]


@pytest.mark.parametrize("by_key", [True, False])
@pytest.mark.parametrize("haste", [True, False])
def test_what_the_list_marks_is_recorded_at_once(
    giver: PickerEditor, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, haste: bool, by_key: bool
) -> None:
    form = giver.window()
    assert isinstance(form, SwapForm)
    people = {name: id_ for id_, name in other.reader.titles("member")}
    form.taker.pick(people["Emeka Obi"], "Emeka Obi")
    QTest.keyClicks(giver.control, "flo")
    if not haste:
        qtbot.waitUntil(giver._frame.isVisible)
    if by_key:
        QTest.keyClick(giver.control, Key.Key_Return, CTRL)
    else:
        form.submit()
    qtbot.waitUntil(lambda: other.reader.count("swap") == 1)
    assert other.reader.list("swap")[0]["provider"] == people["Florence Simon"]
    settle(desktop)


def test_whoever_types_on_has_not_recorded(giver: PickerEditor, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    form = giver.window()
    assert isinstance(form, SwapForm)
    people = {name: id_ for id_, name in other.reader.titles("member")}
    form.taker.pick(people["Emeka Obi"], "Emeka Obi")
    QTest.keyClicks(giver.control, "flo")
    form.submit()
    QTest.keyClicks(giver.control, "r")
    settle(desktop)
    QTest.keyClick(giver.control, Key.Key_Tab)
    settle(desktop)
    assert giver.words() == "Florence Simon" and other.reader.count("swap") == 0


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([], "Nobody can exchange time with themselves (receiver)."),
        (["Ana Gomez"], "If Ana Gomez is meant, choose with the Down key."),
        (
            ["Ana Gomez", "Ana Lopez", "Ana Pere", "Ana Quo"],
            "Many may be meant: Ana Gomez, Ana Lopez, Ana Pere and others. Choose with the Down key.",
        ),
        (["Ana Gomez", "Ana Lopez"], "More than one may be meant: Ana Gomez, Ana Lopez. Choose with the Down key."),
    ],
)
def test_whoever_gave_is_told_apart_from_those_who_may_be_meant(
    giver: PickerEditor, other: Verbs, desktop: Desktop, settle: Settle, others: list[str], told: str
) -> None:
    form = giver.window()
    assert isinstance(form, SwapForm)
    ids = add_people(other, ["Ana Ruiz", *others])
    giver.pick(ids[0], "Ana Ruiz")
    form.taker.control.setFocus()
    QTest.keyClicks(form.taker.control, "ana")
    QTest.keyClick(form.taker.control, Key.Key_Tab)
    settle(desktop)
    assert form.taker._id is None and said(form.taker) == told


@pytest.mark.parametrize("typed", ["ana", "ana ruiz"])
@pytest.mark.parametrize("makes", [MergeMember, LeaveMember])
def test_beside_somebody_the_other_of_their_name_is_meant(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, makes: type[MergeMember | LeaveMember], typed: str,
    qtbot: QtBot,
) -> None:  # fmt: skip
    ana, namesake, _ = add_people(other, ["Ana Ruiz", "Ana Ruiz", "Bo Ek"])
    dialog = opened(makes(window.shell, ana, "Ana Ruiz", window), desktop, settle)
    picker = dialog.other if isinstance(dialog, MergeMember) else dialog._heir
    picker.show()
    dialog.activateWindow()
    picker.control.setFocus()
    qtbot.waitUntil(picker.control.hasFocus)
    QTest.keyClicks(picker.control, typed)
    qtbot.waitUntil(lambda: [hit.id for hit in picker._model._hits] == [namesake])
    QTest.keyClick(picker.control, Key.Key_Tab)
    settle(desktop)
    assert picker.value() == namesake
    assert meant(other.reader, "member", typed, but=ana).certain is None, "who may be written down is asked"
