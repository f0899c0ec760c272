"""Several forms of one kind that were begun and not finished stay side by side, and none takes another's place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.window import Window
from tests.ui.filled import kept, line_of
from tests.ui.hands import CTRL, SHIFT, Hands, Key
from tests.ui.late import closed
from tests.ui.locking import page, unlock

Settle = Callable[[Desktop], None]


def add_form(window: Window, qtbot: QtBot) -> AddMember:
    """Return an empty form whose line about what was begun is there."""
    form = AddMember(window.shell, window)
    form.open()
    qtbot.waitUntil(lambda: form.drafting.bar is not None)
    return form


def offer_of(form: AddMember) -> tuple[str, list[QPushButton]]:
    """Return what the line about what was begun says, and what it can be answered with."""
    bar = form.drafting.bar
    assert bar is not None
    return " ".join(each.text() for each in bar.findChildren(QLabel)), bar.findChildren(QPushButton)


def test_any_number_of_one_form_is_kept_side_by_side(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    for name in ("Bo", "Carla", "Dora"):
        form = add_form(window, qtbot)
        qtbot.keyClicks(form.form.edit("name").control, name)
        qtbot.waitUntil(lambda name=name: {"name": name} in kept(other, "member"))
        form.drafting.leave()
        form.hide()
    everybody = [{"name": name} for name in ("Dora", "Carla", "Bo", "Amina")]
    assert kept(other, "member") == everybody

    empty = add_form(window, qtbot)
    empty.reject()
    settle(desktop)
    assert closed(empty) and kept(other, "member") == everybody, "an empty form forgets nobody else's"


def test_what_was_begun_is_gone_through_from_the_newest_on(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    def newest(own: str, name: str) -> bool:
        other.drafts.keep_draft(own, {"name": name})  # until the clock has ticked: what is of one moment has no order
        return kept(other, "member")[0] == {"name": name}

    for own, name in (("member", "Amina"), ("member beside", "Bo"), ("member beside 0c", "Carla")):
        qtbot.waitUntil(partial(newest, own, name))
    form = add_form(window, qtbot)
    words, (_, _, another) = offer_of(form)
    assert "Carla" in words and "One of 3" in words
    another.click()
    words, (_, away, another) = offer_of(form)
    assert "Bo" in words and form.focusWidget() is another
    away.click()
    words, (on, *_) = offer_of(form)
    assert "Amina" in words and "One of 2" in words and form.focusWidget() is on
    on.click()
    assert line_of(form.form, "name").text() == "Amina" and form.drafting.bar is None
    line_of(form.form, "name").setText("Amina Ali")
    form.submit()
    settle(desktop)
    assert kept(other, "member") == [{"name": "Carla"}]


def test_what_was_typed_before_going_on_with_something_older_stays_kept(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    form = add_form(window, qtbot)
    line_of(form.form, "name").setText("Bo")
    form.drafting.go_on()
    assert line_of(form.form, "name").text() == "Amina"
    settle(desktop)
    assert kept(other, "member") == [{"name": "Bo"}, {"name": "Amina"}]


def test_going_on_puts_what_was_begun_into_the_form_and_mixes_it_with_nothing(
    window: Window, other: Verbs, qtbot: QtBot
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    form = add_form(window, qtbot)
    qtbot.keyClicks(form.form.edit("phone").control, "0612345678")
    form.drafting.go_on()
    assert form.form.draft() == {"name": "Amina"}
    qtbot.waitUntil(lambda: {"phone": "0612345678"} in kept(other, "member"))


def test_today_goes_on_with_the_very_one_that_is_pressed(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    people = [f"Begun {number}" for number in range(7)]
    for number, name in enumerate(people):
        other.drafts.keep_draft(f"member beside {number:02x}", {"name": name})
    window = desktop.open()
    settle(desktop)
    today = window.pages["today"]
    next(each for each in today.findChildren(QPushButton) if each.text() == "Show 2 more").click()
    qtbot.waitUntil(lambda: len([b for b in today.findChildren(QPushButton) if b.text() == "Go on"]) == len(people))
    pressed = [each for each in today.findChildren(QPushButton) if each.text() == "Go on"]
    next(each for each in pressed if "Begun 2" in each.accessibleName()).click()
    form = window.findChild(AddMember)
    assert form is not None
    qtbot.waitUntil(lambda: line_of(form.form, "name").text() == "Begun 2")
    for _ in range(2):
        form.reject()
    settle(desktop)
    left = {str(values["name"]) for values in kept(other, "member")}
    assert left == {*people} - {"Begun 2"}, "thrown away is the one that stood there"


def test_the_lock_brings_back_the_form_that_was_open_whatever_older_ones_there_are(
    house: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    assert house.tasks is not None
    for name in ("member", "member beside 0c"):
        house.tasks.mutate(lambda verbs, name=name: verbs.drafts.keep_draft(name, {"name": "Older"}))
    settle(house)
    hands = Hands(qtbot)
    hands.press(Key.Key_A, held=CTRL | SHIFT)
    settle(house)
    hands.write("Seventh")
    hands.press(Key.Key_Tab)
    hands.write("05")
    hands.press(Key.Key_Q, held=CTRL | SHIFT)  # over the form, at once: before it was kept for the first time
    qtbot.waitUntil(lambda: house.lockup.page is not None)
    assert page(house).isVisible()
    unlock(house, hands, qtbot)
    settle(house)
    assert house.window is not None
    again = house.window.findChild(AddMember)
    assert again is not None
    qtbot.waitUntil(lambda: line_of(again.form, "name").text() == "Seventh")
    shown: list[list[str]] = []
    assert house.tasks is not None
    house.tasks.query(lambda reader: [str(draft.values["name"]) for _, draft in reader.drafts()], shown.append)
    settle(house)
    assert sorted(shown[0]) == ["Older", "Older", "Seventh"]
