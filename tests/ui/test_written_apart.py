"""What two laptops wrote apart and nobody is asked about: a quiet line on Today, and a list where it is settled."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.errors import Unreadable
from learningcircles.laptop import rights
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.pages.today.review_rows import read_question
from learningcircles_ui.pages.today.review_words import may_take_other, question_sentence
from learningcircles_ui.pages.today.written_apart import WrittenApart
from learningcircles_ui.parts.blocks import BLOCK
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
NOTE = "Has a dog that is afraid of men with hats.\nNeeds a chair with arms.\n\nRing twice: the bell is quiet."


class Pair:
    """Pilar's laptop and Tomás's; `meet` carries a stick there and back. Who is asked for later writes later."""

    def __init__(self, home: Home, here: Verbs, there: Engine, folder: Path) -> None:
        self._folder = folder
        self._pilar, self._red = Engine(home, here, real()), there

    @property
    def here(self) -> Verbs:
        """Pilar's, at a later ms than whatever was written before."""
        return _later(self._pilar.verbs)

    @property
    def there(self) -> Verbs:
        """Tomás's, as `here`."""
        return _later(self._red.verbs)

    def meet(self) -> None:
        for giver, taker in ((self._pilar, self._red), (self._red, self._pilar)):
            giver.write_bundle(self._folder / "carried")
            taker.read_bundle(self._folder / "carried")


def _later(verbs: Verbs) -> Verbs:
    """Return them once the clock has moved on: of two that write within one ms, the laptops' ids say who was first."""
    now_ms = real().now_ms
    begun = now_ms()
    while now_ms() == begun:
        pass
    return verbs


@pytest.fixture
def pair(home: Home, other: Verbs, red: Engine, tmp_path: Path) -> Pair:
    return Pair(home, other, red, tmp_path)


@pytest.fixture
def amina(pair: Pair) -> bytes:
    """A member of whom two laptops wrote two notes, two neighbourhoods, and a language that came and went."""
    (id_,) = add_people(pair.here, ["Amina Adeyemi"])
    pair.here.records.edit("member", id_, add={"languages": ["pl"]})
    pair.meet()
    pair.here.records.edit("member", id_, {"notes": NOTE, "place": "North"}, drop={"languages": ["pl"]})
    pair.there.records.edit("member", id_, {"notes": "Deaf on one ear.", "place": "South"}, drop={"languages": ["pl"]})
    pair.there.records.edit("member", id_, add={"languages": ["pl"]})
    pair.meet()
    return id_


def today(desktop: Desktop, settle: Settle) -> TodayPage:
    window = desktop.open()
    window.show_page("today")
    settle(desktop)
    page = window.page
    assert isinstance(page, TodayPage)
    return page


def lines(page: TodayPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and "at once" in each.text()]


def opened(page: TodayPage, desktop: Desktop, settle: Settle) -> WrittenApart:
    show = next(each for each in page.findChildren(QPushButton) if each.text() == "Show" and each.isVisible())
    show.click()
    settle(desktop)
    (dialog,) = (each for each in page.window().findChildren(WrittenApart) if each.isVisible())
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning, dialog.model)
    return dialog


def test_a_quiet_line_leads_to_what_nobody_is_asked_about(
    pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    page = today(desktop, settle)
    assert page.news is not None and page.news.question_count == 0
    qtbot.waitUntil(lambda: lines(page) == ["3 things were written on two laptops at once"])
    assert any("Nothing waits for you" in each.text() for each in page.findChildren(QLabel)), "it asks for nothing"
    dialog = opened(page, desktop, settle)
    first = [str(dialog.model.index(row).data()) for row in range(3)]
    assert sorted(first) == ["Amina Adeyemi: Languages", "Amina Adeyemi: Neighbourhood", "Amina Adeyemi: Notes"]
    told = {each.item.field: question_sentence(each) for each in dialog.model.read()}
    assert told["place"].startswith("Two laptops changed Amina Adeyemi: Neighbourhood. Kept “South” (Tomás, Red, ")
    assert "The other is “North” (Pilar Ortega, Pilar’s laptop, " in told["place"]
    spoken = "Amina Adeyemi: Languages: Polish was added on one laptop (Tomás, Red, "
    assert told["languages/pl"].startswith(spoken) and told["languages/pl"].endswith("Now it is there.")
    assert "taken out on another (Pilar Ortega, Pilar’s laptop, " in told["languages/pl"]
    dialog.reject()


def test_a_long_text_is_read_whole_taken_and_taken_back_by_keyboard(
    pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == 3)
    dialog = opened(page, desktop, settle)
    assert QApplication.focusWidget() in (dialog.list, None) and dialog.focusWidget() is dialog.list
    row = next(row for row in range(3) if "Notes" in str(dialog.model.index(row).data()))
    for _ in range(row):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    kept, other = dialog.told.values
    assert (kept.toPlainText(), other.toPlainText()) == ("Deaf on one ear.", NOTE) and other.isVisible()
    assert other.who.text().startswith("The other (Pilar Ortega, Pilar’s laptop, ")
    assert dialog.take.text() == "Use Has a dog that is afrai… instead"
    for stop in (kept, other, dialog.take):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is stop
    qtbot.keyClick(dialog.take, Qt.Key.Key_Return)
    settle(desktop)
    assert pair.here.reader.get("member", amina)["notes"] == NOTE
    assert dialog.model.rowCount() == 2 and dialog.focusWidget() is dialog.take, "the next one is a key away"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(desktop)
    assert pair.here.reader.get("member", amina)["notes"] == "Deaf on one ear."
    question = dialog.question()
    assert question is not None and question.item.field == "notes", "it is looked at again"
    dialog.reject()


def test_the_line_goes_on_both_laptops_once_all_are_settled(
    pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == 3)
    dialog = opened(page, desktop, settle)
    dialog.all.click()
    assert dialog.told.sentence.text() == "3 chosen" and dialog.take.text() == "Use the other of each instead"
    dialog.fine.click()
    settle(desktop)
    qtbot.waitUntil(lambda: not page.window().findChildren(WrittenApart))
    qtbot.waitUntil(lambda: lines(page) == [])
    pair.meet()
    assert list(pair.there.reader.others()) == []
    assert pair.here.reader.get("member", amina)["place"] == "South"
    window = desktop.window
    assert window is not None
    window.undo_redo.undo.trigger()
    settle(desktop)
    qtbot.waitUntil(lambda: lines(page) == ["3 things were written on two laptops at once"])


def test_beside_what_is_asked_it_tells_of_the_others_and_takes_all_of_one_laptop(
    pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    for side, phone in ((pair.here, "0111"), (pair.there, "0222")):
        side.records.edit("member", amina, {"phone": phone})
    pair.meet()
    page = today(desktop, settle)
    whole = ["1 thing changed on two laptops at once", "3 other things were written on two laptops at once"]
    qtbot.waitUntil(lambda: lines(page) == whole)
    dialog = opened(page, desktop, settle)
    words = "Take everything of Pilar’s laptop"
    next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()
    settle(desktop)
    member = pair.here.reader.get("member", amina)
    assert (member["notes"], member["place"], member["languages"], member["phone"]) == (NOTE, "North", [], "0222")
    qtbot.waitUntil(lambda: lines(page) == whole[:1])


def test_it_leads_to_whom_it_is_about(pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == 3)
    dialog = opened(page, desktop, settle)
    assert dialog.there.text() == "Show the person"
    dialog.there.click()
    settle(desktop)
    window = desktop.window
    assert isinstance(window, Window)
    people = window.page
    assert isinstance(people, PeoplePage)
    qtbot.waitUntil(lambda: people.pane.shown is not None and people.pane.shown.record.id == amina)


def test_a_long_list_is_read_as_it_comes_into_view(pair: Pair, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    count = 2 * BLOCK + 7
    people = add_people(pair.here, [f"Person {number:03}" for number in range(count)])
    pair.meet()
    for side, place in ((pair.here, "North"), (pair.there, "South")):
        with side.circle.together():
            for member in people:
                side.records.edit("member", member, {"place": place})
    pair.meet()
    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == count)
    dialog = opened(page, desktop, settle)
    assert dialog.model.rowCount() == count and len(dialog.model.read()) < count
    dialog.list.scrollToBottom()
    qtbot.waitUntil(lambda: str(dialog.model.index(count - 1).data()) == "Person 000: Neighbourhood")
    dialog.reject()


def test_a_laptop_that_may_only_look_sees_them_and_settles_nothing(
    pair: Pair, amina: bytes, qapp: QApplication, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    rights.change_right(pair.here.circle, pair.there.circle.secrets.device.id, "reader")
    pair.meet()
    looks = Desktop(qapp, Home(tmp_path / "two", FileKeystore(tmp_path / "two" / "keys")))
    page = today(looks, settle)
    qtbot.waitUntil(lambda: page.apart.count == 3)
    dialog = opened(page, looks, settle)
    assert not dialog.take.isEnabled() and not dialog.fine.isEnabled() and dialog.there.isEnabled()
    dialog.reject()
    looks.close()
    looks.aside.close()


def test_nothing_is_counted_where_nothing_can_be_there(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    add_people(other, ["Amina"])
    page = today(desktop, settle)
    assert page.apart.count == 0 and desktop.tasks is not None and "long" not in desktop.tasks._late


def test_every_kind_is_told_in_words(pair: Pair, qapp: QApplication, red: Engine) -> None:
    """No ids, no codes, and of whom it is."""
    here, there = pair.here, pair.there
    ana, bo = add_people(here, ["Ana Ruiz", "Bo Ek"])
    tea = here.meetups.plan("Tea", "2030-05-04T11:00", 60)[0]
    swap = here.swaps.record(ana, bo, 60, "Bread", on="2026-06-01")[0]
    made = {
        "consent": here.records.add("consent", {"member": ana, "purpose": "name_in_print", "given": True})[0],
        "offer": here.records.add("offer", {"member": ana, "title": "Bread", "notes": "Oats"})[0],
        "learning": here.records.add("learning", {"member": ana, "topic": "Bread"})[0],
        "topic": here.records.add("topic", {"name": "Sourdough"})[0],
        "place": here.records.add("place", {"name": "Hall"})[0],
    }
    parents = [here.records.add("topic", {"name": name})[0] for name in ("Baking", "Cooking")]
    pair.meet()
    for side, at in ((here, 0), (there, 1)):
        edit = side.records.edit
        edit("consent", made["consent"], {"until": ("2030-01-01", "2031-01-01")[at]})
        edit("offer", made["offer"], {"reach": (3, 5)[at], "member": (bo, "")[at], "notes": ("Rye", "")[at]})
        edit("learning", made["learning"], {"minutes": (60, 90)[at], "field": ("0811", "0812")[at]})
        edit("topic", made["topic"], {"parent": parents[at]})
        edit("place", made["place"], {"capacity": (10, 20)[at]})
        edit("device", there.circle.secrets.device.id, {"name": ("Crimson", "Scarlet")[at]})
        edit("swap", swap, {"notes": ("At hers", "At his")[at]})
        edit("member", ana, {"sector": ("civic", "education")[at]})
        side.meetups.rsvp(tea, bo, ("yes", "no")[at])
    here.merging.different(ana, bo)
    there.merging.merge(ana, bo)
    pair.meet()
    questions = [read_question(here.reader, item) for item in here.review.others()]
    told = "\n".join(question_sentence(each) for each in questions)
    for words in (
        "Ana Ruiz, Name me in print: Until", "“1 January 2031”", ": The same. Kept “",
        "Bread: Who may see it", "“The circles of the region”", "Bread: Member",
        "“nothing”", "Ana Ruiz, Bread: Time", "“1 h 30 min”", "Sourdough: Part of", "“Baking”", "Hall: Room for",
        "Ana Ruiz → Bo Ek (Bread, 1 June 2026): Notes", "Bo Ek, Tea (4 May 2030): Answer", "“Different”",
        "Scarlet: Name", "Ana Ruiz: Sector", "“Education”",
    ):  # fmt: skip
        assert words in told, told
    assert re.search(r"[0-9a-f]{8}|None|True|False|_|\bb'", told) is None, told
    assert all(each.title and each.leads_to[0] for each in questions)
    link = next(each for each in questions if each.item.entity == "member_link")
    assert not may_take_other(link) and "Ana Ruiz" in link.title and "Bo Ek" in link.title


def test_what_it_is_called_is_read_again(
    pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == 3)
    dialog = opened(page, desktop, settle)
    assert desktop.window is not None
    desktop.window.shell.do(lambda verbs: verbs.records.edit("member", amina, {"name": "Amina Brandt"}))
    qtbot.waitUntil(lambda: all("Brandt" in str(dialog.model.index(row).data()) for row in range(3)))
    dialog._take_all(bytes(16))
    settle(desktop)
    assert dialog._wrong.text() == "There is nothing left to review of that laptop.", "in words, without its id"
    dialog.reject()


def test_where_it_cannot_be_read_once_more_can_be_settled_later(
    pair: Pair, amina: bytes, desktop: Desktop, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: Reader) -> list[str]:
        raise Unreadable("damaged", "It cannot be read.")

    page = today(desktop, settle)
    qtbot.waitUntil(lambda: page.apart.count == 3)
    dialog = opened(page, desktop, settle)
    with monkeypatch.context() as context:
        context.setattr(Reader, "others", damaged)
        dialog.fine.click()
        settle(desktop)
    assert "cannot be read" in dialog._wrong.text() and not dialog._waits
    dialog.reject()


def test_what_was_noted_at_a_meetup_that_was_removed_meanwhile_is_asked_about(
    pair: Pair, desktop: Desktop, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina, bo = add_people(pair.here, ["Amina Adeyemi", "Bo Lind"])
    tea = pair.here.meetups.plan("Tea", "2026-11-20T18:00")[0]
    pair.meet()
    pair.here.records.remove("meetup", tea)
    pair.there.meetups.attend(tea, member=amina)
    pair.there.meetups.rsvp(tea, bo, "maybe")
    pair.there.meetups.headcount(tea, 12)
    for name in ("Lea", "Max", "Zoé"):
        pair.there.meetups.attend(tea, guest_name=name)
    pair.meet()
    page = today(desktop, settle)
    assert page.news is not None and page.news.question_count == 1
    (question,) = page.news.questions
    sentence = question_sentence(question)
    assert sentence.startswith("Tea (20 November 2026) was removed (Pilar Ortega, Pilar’s laptop, ")
    noted = ["Amina Adeyemi – Came", "Bo Lind – Maybe", "12 – People without a name", "Lea – Came", "2 more"]
    assert f". Somebody who did not know of that has noted: {', '.join(noted)} (Tomás, Red, " in sentence
    assert sentence.endswith("). Now it is removed.") and question.leads_to == ("meetup", tea)

    def found(wanted: str) -> list[QPushButton]:
        buttons = page.window().findChildren(QPushButton)
        return [each for each in buttons if each.text() == wanted and each.isVisible()]

    def press(wanted: str) -> None:
        qtbot.waitUntil(lambda: bool(found(wanted)), timeout=10_000)
        found(wanted)[0].click()
        settle(desktop)

    press("Leave it removed")
    assert page.news.question_count == 0
    press("Undo")
    qtbot.waitUntil(lambda: page.news is not None and page.news.question_count == 1)
    with monkeypatch.context() as patch:
        patch.setattr(QApplication, "doubleClickInterval", lambda: 0)  # nobody waits here between two presses
        press("Bring it back")
    pair.meet()
    for side in (pair.here, pair.there):
        assert side.review.items() == [] and not side.reader.get("meetup", tea).deleted
        assert len(side.meetups.present(tea)[0]) == 4


def test_what_was_noted_of_a_removed_member_is_told_by_what_it_is(pair: Pair) -> None:
    amina, bo = add_people(pair.here, ["Amina Adeyemi", "Bo Lind"])
    tea = pair.here.meetups.plan("Tea", "2026-11-20T18:00")[0]
    pair.meet()
    pair.here.records.remove("member", amina)
    pair.there.records.add("offer", {"member": amina, "title": "Bread"})
    pair.there.swaps.record(amina, bo, 60, "Bread", "2026-11-20")
    pair.there.meetups.attend(tea, member=amina, state="no_show")
    pair.there.records.add("consent", {"member": amina, "purpose": "name_in_print", "given": True})
    pair.there.records.edit("meetup", tea, {"host": amina})
    pair.meet()
    (item,) = pair.here.review.items()
    assert list(read_question(pair.here.reader, item).noted) == [
        ("Bread", "Offer"),
        ("Amina Adeyemi → Bo Lind (Bread, 20 November 2026)", "Exchange"),
        ("Tea (20 November 2026)", "Did not come"),
        ("Name me in print", "Consent"),
        ("Tea (20 November 2026)", "Meetup"),
    ]
