"""What was removed on another laptop while it is worked on: it is named, never its id, and can be brought back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError, NotFound
from learningcircles.laptop.home import Home
from learningcircles_sync.engine import Engine
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened
from tests.ui.test_written_apart import Pair

Settle = Callable[[Desktop], None]
HEX = re.compile(r"[0-9a-f]{8}")


@pytest.fixture
def pair(home: Home, other: Verbs, red: Engine, tmp_path: Path) -> Pair:
    return Pair(home, other, red, tmp_path)


@pytest.fixture
def cafe(pair: Pair) -> bytes:
    add_people(pair.here, ["Ana Ruiz", "Bo Ek"], status="active")
    id_, _ = pair.here.meetups.plan("Repair café", f"{pair.here.desk.today()}T18:00", 120)
    pair.meet()
    return id_


def removed_there(pair: Pair, entity: str, id_: bytes) -> None:
    pair.there.records.remove(entity, id_)
    pair.meet()


@pytest.mark.parametrize("heard", [True, False], ids=["heard of", "pressed first"])
def test_who_came_tells_that_the_meetup_was_removed_and_brings_it_back(
    pair: Pair, cafe: bytes, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, heard: bool
) -> None:
    evening = Attendance(window.shell, cafe, window)
    evening.open()
    settle(desktop)
    evening.mark(next(each for each in evening.model.rows if each.name == "Ana Ruiz"), "attended")
    settle(desktop)
    removed_there(pair, "meetup", cafe)
    evening.guest.setText("Nina")
    if heard:
        window.watch()
    else:
        evening.mark(next(each for each in evening.model.rows if each.name == "Bo Ek"), "attended")
    settle(desktop)
    assert evening._wrong.text() == "“Repair café” was removed on Red. Restore it first."
    assert evening.restore.isVisible() and evening.guest.text() == "Nina"
    evening.done_button.click()
    settle(desktop)
    assert evening.isVisible() and "Nina" in evening.notes._said.text(), "what could not be noted is not gone with it"
    evening.restore.click()
    settle(desktop)
    assert not evening.restore.isVisible() and not evening._wrong.isVisible()
    assert "Repair café is back" in evening._sum.text() and "1 person came to Repair café" in evening._sum.text()
    evening.done_button.click()
    settle(desktop)
    came = pair.here.reader.list("attendance", where={"meetup": cafe, "state": "attended"})
    noted = sorted(str(each.get("name", "") or "") for each in came)
    assert noted == (["", "Nina"] if heard else ["", "", "Nina"]), "who was refused is noted once that can be"


def test_a_form_names_whoever_was_removed_and_keeps_what_was_typed(
    pair: Pair, cafe: bytes, window: Window, desktop: Desktop, settle: Settle
) -> None:
    ids = {str(each["name"]): each.id for each in pair.here.reader.list("member")}
    form = opened(SwapForm(window.shell, window), desktop, settle)
    form.giver.pick(ids["Ana Ruiz"], "Ana Ruiz")
    form.taker.pick(ids["Bo Ek"], "Bo Ek")
    line_of(form.form, "topic").setText("Bread")
    removed_there(pair, "member", ids["Ana Ruiz"])
    form.submit()
    settle(desktop)
    said = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    assert any("“Ana Ruiz” was removed on Red. Restore it first." in each for each in said), said
    assert not any(HEX.search(each) for each in said)
    assert form.isVisible() and line_of(form.form, "topic").text() == "Bread"
    pair.here.records.restore("member", ids["Ana Ruiz"])
    form.submit()
    settle(desktop)
    assert pair.here.reader.count("swap") == 1


def test_what_is_pressed_for_a_removed_record_offers_to_bring_it_back(
    pair: Pair, cafe: bytes, window: Window, desktop: Desktop, settle: Settle
) -> None:
    removed_there(pair, "meetup", cafe)
    window.shell.do(lambda verbs: verbs.meetups.cancel(cafe))
    settle(desktop)
    assert window.toast.label.text() == "“Repair café” was removed on Red. Restore it first."
    assert window.toast.more.isVisible() and window.toast.more.text() == "Restore"
    window.toast.more.click()
    settle(desktop)
    assert window.toast.label.text() == "Repair café is back" and window.toast.action
    assert not pair.here.reader.get("meetup", cafe).deleted


def test_no_sentence_of_the_window_shows_an_id(other: Verbs) -> None:
    nobody = bytes(range(16))
    works: list[Callable[[], object]] = [
        lambda: other.meetups.attend(nobody, guest_name="Nina"),
        lambda: other.meetups.attend(other.meetups.plan("Tea", "2030-05-04T11:00", 60)[0], member=nobody),
        lambda: other.swaps.record(nobody, nobody[::-1], 60, "Bread"),
        lambda: other.records.edit("member", nobody, {"phone": "0123"}),
        lambda: other.records.add("offer", {"title": "Bread", "member": nobody}),
        lambda: other.inbox.accept(nobody),
        lambda: other.review.resolve(nobody.hex(), "kept"),
        lambda: other.merging.merge(nobody, nobody[::-1]),
    ]
    for work in works:
        with pytest.raises(CircleError) as caught:
            work()
        assert isinstance(caught.value, NotFound) and nobody.hex()[:8] in str(caught.value), "a terminal echoes it"
        assert not HEX.search(text.sentence(caught.value)) and text.sentence(caught.value).endswith(".")
