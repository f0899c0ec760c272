"""The hall mode tells nothing private: no text of it holds a whole name, a contact or a secret topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.first_names import first_name
from learningcircles.laptop.founding import open_circle
from learningcircles_ui.app import Desktop
from learningcircles_ui.demo.sample import sample_circle
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.names import short_names
from tests.ui.conftest import add_people, home_in
from tests.ui.hands import Hands, Key

Settle = Callable[[Desktop], None]


def texts(widget: QWidget) -> Iterator[str]:
    """Every text of a window, in view or not: labels, buttons, fields, hints, names for screen readers, lists."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())
        if isinstance(each, QLabel | QAbstractButton | QLineEdit):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from (str(text) for row in range(each.model().rowCount()) for text in cells(each, row))


def cells(view: QAbstractItemView, row: int) -> Iterator[object]:
    roles = [int(role) for role in Qt.ItemDataRole if int(role) < 0x100] + [0x101 + more for more in range(8)]
    yield from (value for role in roles if (value := view.model().index(row, 0).data(role)) is not None)


def private(verbs: Verbs) -> set[str]:
    """Every string that a hall must not see: whole names, surnames, and all that is kept on people."""
    strings: set[str] = set()
    members = verbs.reader.list("member")
    firsts = {str(row["name"]).split()[0] for row in members}
    for row in members:
        words = str(row["name"]).split()
        strings |= {" ".join(words[: n + 1]) for n in range(1, len(words))} | set(words[1:])
        kept = [value for name, value in row.fields.items() if name not in ("name", "status", "sector")]
        flat = [part for value in kept for part in (value if isinstance(value, list) else [value])]
        strings |= {str(value) for value in flat if value}
    for kind in ("offer", "request", "consent", "place"):
        for row in verbs.reader.list(kind):
            strings |= {str(row[name]) for name in ("title", "topic", "notes", "address") if row[name]}
    strings |= {str(row["topic"]) for row in verbs.reader.list("swap") if row["topic"]}
    return {each for each in strings if each not in firsts and len(each) > 1}


def told(hall: Hall, strings: set[str]) -> set[tuple[str, str]]:
    """What is told of these. The circle's own name above every question is no secret: it stands on its posters."""
    shown = {text for text in texts(hall) if text != hall.above.text()}
    assert hall.above.text().startswith(f"{hall.shell.file.called} · ")
    return {(text, each) for text in shown for each in strings if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text)}


def test_no_private_string_of_the_sample_circle_is_in_any_text(
    tmp_path: Path, qapp: QApplication, settle: Settle, qtbot: QtBot
) -> None:
    home = home_in(tmp_path / "sample")
    sample_circle(home)
    circle = open_circle(home, home.circles()[0].path)
    verbs = Verbs(circle)
    desktop = Desktop(qapp, home)
    verbs.records.add("meetup", {"title": "Secret talk", "start": f"{verbs.desk.today()}T17:00", "reach": 0})
    meetup, _ = verbs.records.add("meetup", {"title": "Open evening", "start": f"{verbs.desk.today()}T18:00"})
    verbs.records.add("attendance", {"meetup": meetup, "name": "Nina Petrova", "state": "attended"})
    desktop.open(home.circles()[0].path)
    hall = desktop.enter_hall()
    assert hall is not None
    settle(desktop)
    strings = private(verbs) | {"Secret talk", "Petrova", "Harbour’s laptop"}
    assert len(strings) > 100
    assert told(hall, strings) == set()
    for name in ("came", "guest", "swap"):
        hall.go(name)
        settle(desktop)
        assert told(hall, strings) == set(), name
    assert hall.swap.people.model.rowCount() > 20, "the people are there"
    for letters in ("a", "m"):
        hall.swap.people.letters.setText(letters)
        hall.swap.people._take(0)
        assert told(hall, strings) == set()
    hall.swap.record()
    settle(desktop)
    assert hall.sentence.text().startswith("Recorded: ") and told(hall, strings) == set()
    hall.undo()
    settle(desktop)
    assert told(hall, strings) == set()
    for button in hall.findChildren(QPushButton):
        assert not button.isVisible() or button.height() >= 48, button.text()
    desktop.close()
    desktop.aside.close()
    circle.close()


def test_topics_are_proposed_that_are_nobodys_secret(
    desktop: Desktop, other: Verbs, hall: Hall, settle: Settle, qtbot: QtBot
) -> None:
    zoe, mia, bo = add_people(other, ["Zoë Okoye", "Mia Ek", "Bo Ek"], topics=["Breastfeeding"])
    other.records.add("offer", {"member": zoe, "title": "Bicycles", "topic": "Bicycle repair", "reach": 1})
    other.records.add("offer", {"member": zoe, "title": "Bills", "topic": "Bills and debts", "reach": 0})
    other.records.add("request", {"member": mia, "title": "Bread", "topic": "Bread with Okoye", "reach": 3})
    other.swaps.record(zoe, mia, 60, "Bereavement", "2026-11-20")
    add_people(other, [f"Person {number}" for number in range(5)], topics=["Bread baking"])
    hall.swap.people.letters.setFocus()
    hall.go("swap")
    settle(desktop)
    hall.swap.people._take(0)
    hall.swap.people._take(0)
    hall.swap.topic.control.setFocus()
    settle(desktop)
    hands = Hands(qtbot)
    hands.write("b")
    settle(desktop)
    shown = hall.swap.topic.proposals.view.model()
    said = [shown.index(row, 0).data() for row in range(shown.rowCount())]
    assert said == ["Bicycle repair", "Bread baking", "New topic: b"]
    hands.write("i")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 2)
    settle(desktop)
    assert {str(row["topic"]) for row in other.reader.list("swap")} == {"Bereavement", "Bicycle repair"}


@pytest.mark.usefixtures("at_exchanges")
def test_letters_that_nobody_s_name_begins_with_are_answered(hall: Hall) -> None:
    people = hall.swap.people

    def told() -> str:
        return " ".join(each.text() for each in people.findChildren(QLabel) if each.isVisible())

    assert not told()
    people.letters.setText("xyzzy")
    assert people.model.rowCount() == 0 and told().startswith("Nobody is found so")
    people.letters.clear()
    assert people.model.rowCount() and not told()


def test_a_whole_name_finds_its_bearer_and_is_shown_nowhere(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Seán O'Brien", "Zoe"], status="active")
    hall.go("swap")
    settle(desktop)
    people = hall.swap.people
    for typed in ("sean o'brien", "SEAN OBRIEN", "Seán O’Brien"):
        people.letters.setText(typed)
        assert [tile.name for tile in people.model.tiles] == ["Seán"], typed
    people.letters.setText("obrien")
    assert not people.model.tiles, "a surname alone is not answered: strangers would learn of it"
    people.letters.setText("zoe")
    assert [tile.name for tile in people.model.tiles] == ["Zoe", "Zoë L."] and "Brien" not in str(
        people.model._meant._tiles
    )


def test_names_tell_people_apart_and_no_more() -> None:
    def shown(*names: str) -> list[str]:
        made = short_names([(bytes([place]), name) for place, name in enumerate(names)], numbers)
        return [each.shown for each in made.values()]

    numbers: dict[bytes, str] = {}
    assert shown("Zoë Lindqvist", "Mia Okafor") == ["Zoë", "Mia"]
    assert shown("Ana Silva", "Ana Costa", "Ána Petit") == ["Ana S.", "Ana C.", "Ána P."]
    assert shown("Ana Silva", "Ana Souza", "Ana Costa") == ["Ana Si.", "Ana So.", "Ana C."]
    assert shown("Ana Silva", "Ana Silgado", "Ana Li", "Ana Lo") == [
        "Ana S. (1)",
        "Ana S. (2)",
        "Ana L. (1)",
        "Ana L. (2)",
    ]
    assert shown("Ana Ruiz", "Ana Ruiz") == ["Ana (1)", "Ana (2)"]
    assert shown("Ana Rosa", "Ana Roca", "Bo Ek") == ["Ana (1)", "Ana (2)", "Bo"], "Ros. hides nothing of Rosa"
    assert shown("Seán O'Brien", "Sean Silva") == ["Seán O.", "Sean S."]
    assert shown("Seán O'Brien", "Sean OBrien") == ["Seán O'B.", "Sean OB."]
    assert shown("Ana O’", "Ana ’’") == ["Ana O.", "Ana ’."]
    assert shown("राम किरण", "राम Silva") == ["राम कि.", "राम S."]
    assert shown("Ana Li", "Ana") == ["Ana L.", "Ana"]
    assert shown("Min 김", "Min 박", "Min Lee", "Min D.") == ["Min (1)", "Min (2)", "Min L.", "Min D."]
    assert shown("राम की", "राम Silva") == ["राम", "राम S."], "one letter with its sign is all of it"
    assert shown("Ortega, Pilar", "0612345678", "x@y.org") == ["Pilar", "… (1)", "… (2)"]
    assert shown("@ana Silva", "Mia") == ["@ana", "Mia"]
    assert first_name("Nina Petrova") == "Nina"
    numbers |= {bytes([place]): f"1-{place}" for place in range(3)}
    assert shown("Ana Ruiz", "Ana Ruiz", "Ana Ruiz", "Ana Ruiz") == [
        "Ana (no. 1-0)", "Ana (no. 1-1)", "Ana (no. 1-2)", "Ana",
    ]  # fmt: skip
    assert shown("Ana Ruiz", "Ana Ruiz", "Ana Silva") == ["Ana R. (no. 1-0)", "Ana R. (no. 1-1)", "Ana S."]


def test_people_of_one_name_are_told_apart_by_the_number_on_their_cards(
    hall: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    many = add_people(other, ["Ana Ruiz"] * 3, phone="0123456789", status="active")
    numbers = [str(other.reader.get("member", id_)["number"]) for id_ in many]
    wanted = [f"Ana (no. {number})" for number in sorted(numbers)]
    for name in ("came", "swap"):
        hall.go(name)
        settle(desktop)
        people = hall.came.people if name == "came" else hall.swap.people
        people.letters.setText("ana")
        assert [tile.name for tile in people.model.tiles] == wanted
        assert "0123456789" not in str(people.model._meant._tiles)
        people.letters.setText(f"ana {numbers[1]}")
        assert [tile.name for tile in people.model.tiles] == [f"Ana (no. {numbers[1]})"] and people.model.marks == 0
        people.letters.setText("no")
        assert not people.model.tiles, "that is no part of a name"
