"""Whom letters typed in the hall mean, in a list of thousands too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.closeness import cut
from learningcircles.circle.facets import Verbs
from learningcircles_ui.hall import meant
from learningcircles_ui.hall.choose import Meetups
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.rows import HallMeetup, Tile, read_people, recognised
from learningcircles_ui.pages.meetups.attendance_rows import Presence
from tests.ui.conftest import add_people

NAMES = ["Ana", "Anaïs L.", "Bo A.", "Łukasz", "Seán O'B.", "Zoé"]
WHOLE = ["Ana Ruiz", "Anaïs Le Goff", "Bo Ananda", "Łukasz Żółć", "Seán O'Brien", "Zoé Petit"]


def tiles() -> list[Tile]:
    return [
        Tile(name, Presence(whole.encode(), whole.encode(), "", "", ""), whole=recognised(whole))
        for name, whole in zip(NAMES, WHOLE, strict=True)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("an", ["Ana", "Anaïs L."]), ("a", ["Ana", "Anaïs L.", "Bo A."]), ("lu", ["Łukasz"]), ("Łukasz ż", []),
        ("sean o'b", ["Seán O'B."]), ("sean ob", ["Seán O'B."]), ("O'Brien, Sean", []), ("sean o'brien", ["Seán O'B."]),
        ("lukazs", ["Łukasz"]), ("zoe petit", ["Zoé"]), ("xx", []),
        ("lukasz zolc", ["Łukasz"]), ("!!", []),
    ],
)  # fmt: skip
def test_letter_by_letter_the_same_are_found_as_at_once(typed: str, found: list[str]) -> None:
    here = Meant(tiles())
    for at in range(len(typed)):
        here.by(typed[:at])
    assert [tile.name for tile in here.by(typed)] == [tile.name for tile in Meant(tiles()).by(typed)] == found
    assert [tile.name for tile in here.by("zo")] == ["Zoé"], "other letters look among all again"


def test_each_name_is_cut_once_however_much_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    monkeypatch.setattr(meant, "cut", lambda name: (counted.append(name), cut(name))[1])
    here = Meant(tiles())
    for at in range(1, 12):
        here.by("Seán O'Brien"[:at])
    assert counted == NAMES


def test_names_stand_in_the_order_of_people(other: Verbs) -> None:
    add_people(other, ["Zoé", "Łukasz", "Jürgen", "Mara"])
    assert [tile.name for tile in read_people(other.reader)] == ["Jürgen", "Łukasz", "Mara", "Pilar", "Zoé"]


def test_signs_alone_are_nobody_s_whole_name() -> None:
    smile = Tile("☺", Presence(b"2", b"2", "", "", ""), whole=recognised("☺"))
    assert recognised("!!") == recognised("☺") == 0 and smile not in Meant([*tiles(), smile]).by("!!")


def test_a_member_whose_name_cannot_be_read_stands_in_nobody_s_way() -> None:
    """Their tile has no words; whoever typed one in the hall met a fault."""
    nameless = Tile("", Presence(b"2", b"2", "", "", ""))
    here = Meant([nameless, *tiles()])
    assert here.certain("ana") == tiles()[0] and nameless not in here.several("ana")


def test_no_other_meetup_is_chosen_in_place_of_one_that_went(qtbot: QtBot) -> None:
    """Whoever stands there would be written down for the other one."""
    holder = QWidget()
    qtbot.addWidget(holder)
    meetups = Meetups(holder)
    one, two = (HallMeetup(name.encode(), name, "18:00", True, True, True) for name in "AB")
    meetups.offer([])
    meetups.offer([one])
    assert meetups.chosen == one
    meetups.offer([])
    meetups.offer([two])
    assert meetups.chosen is None
    meetups.choose(None)
    assert meetups.chosen == two, "the step begins anew"
