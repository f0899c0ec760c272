"""What is photographed: every page, and every dialog that a page opens, as a person would open it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from learningcircles import errors
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.locked import Locked
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.importing.preview import show_preview
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.meetups.rows import list_meetups
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.history import HistoryDialog
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.pages.share.add_laptop import AddLaptop
from learningcircles_ui.pages.share.leave_circle import LeaveCircle
from learningcircles_ui.pages.share.page import JoinHub
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.layouts import reveal
from learningcircles_ui.parts.table_model import Question
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.screens.dialogs import dialogs
from learningcircles_ui.screens.neighbours import FIRST
from learningcircles_ui.screens.settled import Scene, settle
from learningcircles_ui.window import Window

UNTIDY = """\
Prénom;Nom;Téléphone;Courriel;Né en;Solde (h)
Amina;Adeyemi;0612345678;amina@example.org;1984;2:30
Zoë;O’Neill;0698765432;;1990;-1,5
;;0600000000;nobody@example.org;;
Luc;Petit;0611111111;luc(at)example.org;1884;abc
"""
SCRIPT = """\
#!/bin/bash
# deploy
set -e
name
for each in one two; do
  echo "$each"
done
"""


def pages(window: Window) -> Iterator[Scene]:
    """Yield the pages alone, each as it is first seen."""
    for name in window.pages:
        yield Scene(name, partial(_meetups, window, "month") if name == "meetups" else partial(window.show_page, name))
    yield Scene("a week", partial(_meetups, window, "week"))
    yield Scene("meetups listed", partial(_meetups, window, "list"))


def scenes(desktop: Desktop, window: Window, folder: Path, also: Iterable[Scene] = ()) -> Iterator[Scene]:
    """Yield every scene; `folder` takes the file that an import is shown with, `also` comes before the dialogs."""
    shell = window.shell
    yield from pages(window)
    yield Scene("every circle", partial(_every_circle, window, True))
    yield Scene("a circle around", partial(_around, window))
    yield Scene("a person", partial(_a_person, window))
    yield Scene("a person edited", partial(_edit_person, window))
    yield Scene("a meetup listed", lambda: window.open_record("meetup", _any(desktop, "meetup")))
    yield Scene("a meetup", partial(_a_meetup, desktop, window))
    yield Scene("find", partial(_find, window, "por"))
    yield Scene("add a member", lambda: AddMember(shell, window).open())
    yield Scene("note what was learned", lambda: LearnedForm(shell, window).open())
    yield Scene("record an exchange", lambda: SwapForm(shell, window).open())
    yield Scene("the same again", partial(_same_again, window))
    yield Scene("add an offer", lambda: ListingForm(shell, window, "offer").open())
    yield Scene("plan a meetup", lambda: MeetupForm(shell, window).open())
    yield Scene("who came", lambda: Attendance(shell, _any(desktop, "meetup"), window).open())
    yield Scene("who came, a guest", partial(_a_guest, desktop, window))
    yield Scene("history", lambda: HistoryDialog(shell, "member", _any(desktop, "member"), "Mariam", window).open())
    yield Scene("import", partial(_import, window, folder))
    yield Scene("import of no list", partial(_import, window, folder, "deploy.txt", SCRIPT))
    yield Scene("a form with mistakes", partial(_mistaken, window))
    yield Scene("recently removed", window.lists.show_removed)
    yield Scene("a list on paper", partial(_on_paper, window))
    yield Scene("add a laptop", lambda: AddLaptop(shell, window).open())
    yield Scene("an invitation", partial(_invited, desktop, window))
    yield Scene("an invitation on paper", partial(_invited, desktop, window, True))
    yield Scene("join a hub", lambda: JoinHub(shell, window).open())
    yield Scene("opening balances", lambda: OpeningBalances(shell, window).open())
    yield Scene("remove this circle", lambda: LeaveCircle(shell, window).open())
    yield from also
    yield from dialogs(desktop, window, folder)
    yield from _halls(desktop)
    yield Scene("first run", partial(_first_run, desktop))
    yield Scene("first run, languages", partial(_first_run, desktop, 0))
    yield Scene("first run, names", partial(_first_run, desktop, 2))
    yield Scene("first run, join", partial(_first_run, desktop, 2, "join"))
    yield Scene("first run, recovery sheet", partial(_first_run, desktop, 2, "back"))
    yield Scene("first run, keys", partial(_first_run, desktop, 3))
    yield Scene("trouble", partial(desktop.trouble, _no_key()))
    yield Scene("set a passphrase", lambda: Passphrase(shell, window).open())
    yield Scene("locked", partial(_locked, desktop, window))


def _every_circle(window: Window, every: bool) -> None:
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    window.show_page("today")
    page.every.setChecked(every)


def _around(window: Window) -> None:
    _every_circle(window, False)
    page = window.pages["community"]
    assert isinstance(page, CommunityPage)
    window.show_page("community")
    page.around.table.go_to(0)
    page.around.open()


def _a_person(window: Window) -> None:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    page.table.go_to(3)
    reveal(page.pane)


def _on_paper(window: Window) -> None:
    window.show_page("people")
    window.lists.print_()


def _edit_person(window: Window) -> None:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.edit()


def _meetups(window: Window, view: str) -> None:
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    window.show_page("meetups")
    page.head.look_as(view)


def _a_meetup(desktop: Desktop, window: Window) -> None:
    """The next one, beside its day."""
    _meetups(window, "month")
    ahead: list[bytes] = []
    assert desktop.tasks is not None
    desktop.tasks.query(lambda reader: list_meetups(reader, Question(), 1), ahead.extend)
    settle(desktop)
    window.open_record("meetup", ahead[0])


def _find(window: Window, words: str) -> None:
    window.show_page("today")
    window.open_find()
    window.finder.field.edit.setText(words)


def _same_again(window: Window) -> None:
    window.show_page("exchanges")
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    page.again()


def _a_guest(desktop: Desktop, window: Window) -> None:
    evening = Attendance(window.shell, _any(desktop, "meetup"), window)
    evening.open()
    settle(desktop)
    evening.left.show_names(["ana", "jo"])
    evening.letters.edit.setText("Amna")


def _halls(desktop: Desktop) -> Iterator[Scene]:
    for name in ("first", "swap", "came", "guest"):
        yield Scene(f"hall, {name}", partial(_hall, desktop, name))
    yield Scene("hall, how long", partial(_how_long, desktop))
    yield Scene("hall, still to say who", partial(_left_in_hall, desktop))


def _hall(desktop: Desktop, name: str) -> None:
    begins = desktop.hall is None
    hall = desktop.enter_hall()
    assert hall is not None
    if begins:
        settle(desktop)  # until it knows of today's meetups
        start = f"{text.today()}T18:00"
        if not any(each.today for each in hall.came.meetups.offered):  # of a look before this one
            hall.shell.do(lambda verbs: verbs.meetups.plan("Repair café", start, 120))
            settle(desktop)
        hall.go("came")
        settle(desktop)
        for place in (4, 9, 15):
            tile = hall.came.people.model.tiles[place]
            if not tile.here:
                hall.came.people.chosen.emit(tile)
                settle(desktop)
    hall.showNormal()
    settle(desktop)
    hall.resize(1280, 800)
    settle(desktop)
    hall.go(name)


def _left_in_hall(desktop: Desktop) -> None:
    _hall(desktop, "came")
    assert desktop.hall is not None
    for name in ("ma", "Oskar"):
        desktop.hall.came.people.left.emit(name)


def _how_long(desktop: Desktop) -> None:
    hall = desktop.hall
    assert hall is not None
    hall.go("swap")
    settle(desktop)
    for place in (3, 5):
        hall.swap.people.chosen.emit(hall.swap.people.model.tiles[place])


def _locked(desktop: Desktop, window: Window) -> None:
    why = QCoreApplication.translate("Lockup", "Nobody used it for %n minute(s).", "", 15)
    desktop.bring_up(Locked(desktop.home, window.shell.file, why))


def _first_run(desktop: Desktop, step: int | None = None, what: str = "") -> None:
    if desktop.hall is not None:
        desktop.hall.leave()
    first = desktop.begin(what)
    if step is not None:
        first.go(step)


def _no_key() -> errors.CircleError:
    return errors.Locked("no_key", "This laptop has no key for {name}.", name=FIRST)


def _import(window: Window, folder: Path, name: str = "members.csv", words: str = UNTIDY) -> None:
    window.finder.close_again()
    table = folder / name
    table.write_text(words, "utf-8")
    show_preview(window.shell, table, window)


def _mistaken(window: Window) -> None:
    form = AddMember(window.shell, window)
    form.open()
    for name, words in (("phone", "abc"), ("email", "amina(at)example.org"), ("birth_year", "1584")):
        form.form.lines[name].editor.show_raw(words)
    form.submit()


def _invited(desktop: Desktop, window: Window, printed: bool = False) -> None:
    asked = AddLaptop(window.shell, window)
    asked.open()
    asked.submit()
    settle(desktop)
    words = QCoreApplication.translate("AddLaptop", "Print…")
    if printed:
        next(each for each in asked.findChildren(QPushButton) if each.text() == words).click()
        asked.findChildren(PrintPreview)[-1].finished.connect(asked.reject)


def _any(desktop: Desktop, entity: str) -> bytes:
    """Return some record of a kind: the one that stands in the middle of the list."""
    found: list[bytes] = []
    assert desktop.tasks is not None
    desktop.tasks.query(lambda reader: [row.id for row in reader.list(entity)], found.extend)
    settle(desktop)
    return found[len(found) // 2]
