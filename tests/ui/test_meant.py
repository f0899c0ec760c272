"""Topics, days and lengths as people type them into the real forms: proposed, understood, or asked back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.storage import subjects
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.parts.timed_editors import LengthEditor
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened, type_into
from tests.ui.hands import CTRL, Hands, Key

Settle = Callable[[Desktop], None]


@pytest.fixture
def taught(other: Verbs, desktop: Desktop, settle: Settle) -> Window:
    """A window on a circle that repairs bicycles and bakes."""
    add_people(other, ["Zoë Lindqvist", "Bo Ek"], topics=["bicycle repair", "bread baking"])
    window = desktop.open()
    settle(desktop)
    return window


def proposed(topic: TopicEditor) -> list[str]:
    rows = topic.proposals.view.model()
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def test_six_keys_note_a_moment_under_the_topic_that_is_there(
    taught: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    taught.activateWindow()
    hands.press(Key.Key_L, held=CTRL)
    hands.type("zo")
    hands.press(Key.Key_Return)
    settle(desktop)
    hands.type("BIC")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("learning") == 1)
    assert other.reader.list("learning")[0]["topic"] == "bicycle repair" and hands.beside == 3
    settle(desktop)
    taught.activateWindow()
    hands = Hands(qtbot)
    hands.press(Key.Key_L, held=CTRL)
    hands.type("zo")
    hands.press(Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert isinstance(form, LearnedForm)
    qtbot.waitUntil(lambda: list(form.what.usual) == ["bicycle repair"])
    hands.press(Key.Key_Down, Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("learning") == 2)
    assert {record["topic"] for record in other.reader.list("learning")} == {"bicycle repair"}
    assert hands.keys == 6, "who, and what they learn anyhow"
    settle(desktop)


def test_a_new_topic_is_made_by_saying_so(
    taught: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(SwapForm(taught.shell, taught), desktop, settle)
    people = {name: id_ for id_, name in other.reader.titles("member")}
    form.giver.pick(people["Zoë Lindqvist"], "Zoë Lindqvist")
    form.taker.pick(people["Bo Ek"], "Bo Ek")
    line = type_into(form.form, "topic", "bread", qtbot)
    assert proposed(form.what) == ["bread baking", "New topic: bread"]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: other.reader.count("swap") == 1)
    assert other.reader.list("swap")[0]["topic"] == "bread"
    settle(desktop)


def test_leaving_the_field_takes_what_is_marked_and_what_is_there_is_no_new_topic(
    taught: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(ListingForm(taught.shell, taught, "request"), desktop, settle)
    line = type_into(form.form, "topic", "bycicle", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "bycicle", "nothing was marked"
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "bycicle")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "bicycle repair", "a slip of the finger is offered"
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Bread  Baking")
    topic = form.form.edit("topic")
    assert isinstance(topic, TopicEditor)
    assert proposed(topic) == ["bread baking"], "nothing new in other capitals"
    line_of(form.form, "title").setText("Loaves")
    qtbot.keyClick(line, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: other.reader.count("request") == 1)
    assert other.reader.list("request")[0]["topic"] == "bread baking"
    settle(desktop)


def test_skills_are_chosen_one_after_the_other(
    taught: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(AddMember(taught.shell, taught), desktop, settle)
    line_of(form.form, "name").setText("Ana")
    line = type_into(form.form, "topics", "bre, glass blowing, bic", qtbot)
    assert line.text() == "bread baking, glass blowing, bic"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "bread baking, glass blowing, bicycle repair, " and form.isVisible()
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("member") == 4)
    ana = next(row for row in other.reader.list("member") if row["name"] == "Ana")
    assert ana["topics"] == ["bicycle repair", "bread baking", "glass blowing"]
    settle(desktop)


def test_enter_takes_a_skill_and_stays_for_the_next_one(
    taught: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(AddMember(taught.shell, taught), desktop, settle)
    line = line_of(form.form, "topics")
    line.setFocus()
    for word in ("knitting", "bicy", "yoga"):
        qtbot.keyClicks(line, word)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert line.hasFocus()
    assert form.form.edit("topics").value() == ["bicycle repair", "knitting", "yoga"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    languages = line_of(form.form, "languages")
    assert languages.hasFocus() and line.text() == "knitting, bicycle repair, yoga"
    qtbot.keyClicks(languages, "Spanish, sewingyoga")
    qtbot.keyClick(languages, Qt.Key.Key_Tab)
    said = form.form.lines["languages"]
    assert said._note.isVisibleTo(form) and "Is “sewingyoga” a language?" in said._note.text() and not said.sentence
    assert form.form.edit("languages").value() == ["es", "sewingyoga"]
    languages.setFocus()
    for _ in "sewingyoga":
        qtbot.keyClick(languages, Qt.Key.Key_Backspace)
    qtbot.keyClicks(languages, "guarani")
    qtbot.keyClick(languages, Qt.Key.Key_Backspace)
    assert not said._note.isVisibleTo(form), "nobody is asked before the word is whole"
    form.dirty = lambda: False
    form.reject()
    settle(desktop)


def test_a_year_of_birth_that_is_hardly_meant_is_asked_about_beside_the_field(
    taught: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(AddMember(taught.shell, taught), desktop, settle)
    line, said = line_of(form.form, "birth_year"), form.form.lines["birth_year"]

    def told(words: str) -> str:
        line.setFocus()
        line.clear()
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Tab)
        return said.sentence or (said._note.text() if said._note.isVisibleTo(form) else "")

    year = int(text.today()[:4])
    assert told("1890") == f"Born in 1890 means {year - 1890} years of age: is that the right year?"
    assert form.form.edit("birth_year").value() == 1890 and not said.sentence
    assert told(str(year + 4)) == f"{year + 4} lies ahead: nobody was born in it yet."
    assert told("1984") == ""
    assert "guardian" in told(str(year - 9)), "it stands there still when the field is left"
    form.dirty = lambda: False
    form.reject()
    settle(desktop)


def test_a_new_skill_stays_new_when_another_is_added(
    other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Bo Ek"], topics=["Gospel singing", "Piano"])
    window = desktop.open()
    settle(desktop)
    form = opened(AddMember(window.shell, window), desktop, settle)
    line_of(form.form, "name").setText("Ana")
    line, topics = line_of(form.form, "topics"), form.form.edit("topics")
    assert isinstance(topics, TopicEditor)
    line.setFocus()
    qtbot.keyClicks(line, "Go")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClicks(line, ", Pia")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    for _ in ", ":
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, "s")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not topics.proposals.isVisible(), "it is what stood there"
    qtbot.keyClick(line, Qt.Key.Key_Home)
    line_of(form.form, "name").setFocus()
    assert line.text() == "Go, Piano"
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("member") == 3)
    ana = next(row for row in other.reader.list("member") if row["name"] == "Ana")
    assert ana["topics"] == ["Go", "Piano"]
    settle(desktop)


def test_a_field_that_has_long_stood_there_knows_the_topics_of_now(
    taught: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(ListingForm(taught.shell, taught, "request"), desktop, settle)
    add_people(other, ["Ana"], topics=["bread"])
    line = line_of(form.form, "topic")
    line.setFocus()
    settle(desktop)
    qtbot.keyClicks(line, "bread")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "bread", "not what was the nearest when the field was made"
    form.dirty = lambda: False
    form.reject()
    settle(desktop)


def test_a_page_waits_for_no_topics_before_somebody_may_type_one(
    taught: Window, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sequence[str]] = []
    names = subjects.names
    monkeypatch.setattr(subjects, "names", lambda db: asked.append(found := names(db)) or found)
    taught.show_page("people")
    settle(desktop)
    assert taught.pages["people"].table.model().rowCount() and not asked
    taught.pages["people"].pane.edit()
    settle(desktop)
    assert asked[0] == ["bicycle repair", "bread baking"]


def test_twenty_is_asked_back_with_a_button_for_each(
    taught: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(LearnedForm(taught.shell, taught), desktop, settle)
    form.who.pick(other.reader.ids("member")[0], "Somebody")
    form.what.show_value("chess")
    line, length = line_of(form.form, "minutes"), form.form.edit("minutes")
    assert isinstance(length, LengthEditor)
    line.setFocus()
    qtbot.keyClicks(line, "20")
    form.submit()
    assert form.form.lines["minutes"].sentence == "20 minutes or 20 hours?" and other.reader.count("learning") == 0
    assert [each.text() for each in length.answers] == ["20 minutes", "20 hours"]
    assert all(each.isVisible() for each in length.answers)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert length.answers[0].hasFocus()
    qtbot.keyClick(length.answers[0], Qt.Key.Key_Return)
    assert line.text() == "20 min" and form.form.lines["minutes"].sentence == "" and line.hasFocus()
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("learning") == 1)
    assert other.reader.list("learning")[0]["minutes"] == 20
    settle(desktop)


def test_what_is_understood_stands_beside_the_field(
    taught: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    form = opened(SwapForm(taught.shell, taught), desktop, settle)
    for name, words, told in (
        ("minutes", "20", "20\u00a0min"),
        ("minutes", "2", "2\u00a0h"),
        ("minutes", "1:30", ""),
    ):
        line = line_of(form.form, name)
        line.selectAll()
        qtbot.keyClicks(line, words)
        assert form.form.lines[name]._note.text() == told
    line = line_of(form.form, "on")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "yesterday")
    day = datetime.date.fromisoformat(form.form.edit("on").typed())
    assert (datetime.date.today() - day).days in (1, 2)
    note = form.form.lines["on"]._note
    assert str(day.year) in note.text() and note.isVisible()
    qtbot.waitUntil(lambda: not note.visibleRegion().isEmpty())  # brought into view where the form scrolls
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == f"{day.day} {day:%b} {day.year}", "and is written out where one leaves it"
    form.dirty = lambda: False
    form.reject()


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(before)


def test_a_meetup_leans_to_what_comes_and_an_offer_ends_then(
    taught: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, french: None
) -> None:
    meetup = opened(MeetupForm(taught.shell, taught), desktop, settle)
    day = meetup.form.edit("start").stops()[0]
    assert isinstance(day, QLineEdit)
    today = datetime.date.today()
    for words, offset in (("demain", 1), ("aujourd'hui", 0)):
        day.setText("")
        qtbot.keyClicks(day, words)
        at = meetup.form.edit("start").typed()["at"]
        assert (datetime.date.fromisoformat(at[:10]) - today).days == offset
    day.setText("")
    yesterday = today - datetime.timedelta(days=1)
    qtbot.keyClicks(day, f"{yesterday.day}/{yesterday.month}")
    begins = datetime.date.fromisoformat(meetup.form.edit("start").typed()["at"][:10])
    assert begins > today and str(begins.year) in meetup.form.lines["start"]._note.text()
    meetup.dirty = lambda: False
    meetup.reject()
    offer = opened(ListingForm(taught.shell, taught, "offer"), desktop, settle)
    qtbot.keyClicks(line_of(offer.form, "expires"), "vendredi")
    assert 0 <= (datetime.date.fromisoformat(offer.form.edit("expires").typed()) - today).days < 7
    offer.dirty = lambda: False
    offer.reject()
