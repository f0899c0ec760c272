"""The dialogs that stand behind a menu or come by themselves, each with something in it where the circle has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from learningcircles.circle.changes import Record, ReviewItem
from learningcircles.circle.dossier import Dossier, dossier
from learningcircles.circle.reader import Reader
from learningcircles.circle.rescue import Bundle
from learningcircles.circle.untold import Who
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError, Day, Refused
from learningcircles.intake.doubles import Pair
from learningcircles.intake.mapping import guess
from learningcircles.intake.table import read_table
from learningcircles.laptop.identity import passphrase_changed
from learningcircles.storage.connect import full_disk
from learningcircles.storage.drafts import Draft
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.pages.exchanges.find_someone import FindSomeone, read_wish
from learningcircles_ui.pages.exchanges.rows import SwapRow
from learningcircles_ui.pages.exchanges.same_exchange import EveryTwin
from learningcircles_ui.pages.exchanges.swap_removal import RemoveConfirmed, RemoveSeveral
from learningcircles_ui.pages.find import OthersItem
from learningcircles_ui.pages.importing.columns import ImportColumns
from learningcircles_ui.pages.meetups.no_meetup import NoMeetupToday
from learningcircles_ui.pages.people.consents_form import Consents
from learningcircles_ui.pages.people.farewell import EraseMember, LeaveMember, MergeMember
from learningcircles_ui.pages.people.hours_twice import HoursTwice
from learningcircles_ui.pages.people.same_person import EveryPair, compare
from learningcircles_ui.pages.settings.others_work import OthersWork
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.pages.share.laptop_dialogs import InvitationsDialog, LaptopDialog
from learningcircles_ui.pages.share.rescue_dialogs import KeptHere, LeftOutDialog, RescueDialog
from learningcircles_ui.pages.share.rows import laptops
from learningcircles_ui.pages.share.shut_out import ShutOut
from learningcircles_ui.pages.today.consents import EndingConsents, read_ending
from learningcircles_ui.pages.today.double_rows import Twins
from learningcircles_ui.pages.today.every_waiting import EveryLetter, EveryQuestion
from learningcircles_ui.pages.today.review_rows import Question
from learningcircles_ui.pages.today.rows import Written, read_questions
from learningcircles_ui.pages.today.untold import EveryUntold, ToTell
from learningcircles_ui.pages.today.written_apart import WrittenApart
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.passphrase_anew import AskAnew
from learningcircles_ui.print import sheets
from learningcircles_ui.print.directory import Directory, draw_directory, read_directory
from learningcircles_ui.print.dossier import draw_dossier, title_of
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.screens.settled import Scene, settle
from learningcircles_ui.window import Window

T = TypeVar("T")
_NOBODY = bytes(16)


def dialogs(desktop: Desktop, window: Window, folder: Path) -> Iterator[Scene]:
    """Yield them; `folder` holds the file that an import is shown with."""
    shell = window.shell
    people = _read(desktop, lambda reader: reader.list("member", order="name"))
    member = people[len(people) // 2]
    for name, of in (("leaves", LeaveMember), ("erase", EraseMember), ("merge", MergeMember)):
        yield Scene(name, partial(_opened, of, shell, member.id, str(member["name"]), window))
    yield Scene("merge with somebody", partial(_merging, window, member, people[0]))
    yield from _twice(desktop, window, member, people[0])
    held = _read(desktop, lambda reader: reader.list("consent", where={"member": member.id}))
    yield Scene("agreed to", partial(_opened, Consents, shell, member, held, window))
    ending = _read(desktop, read_ending)
    yield Scene("consents that end", partial(_opened, EndingConsents, shell, ending, window))
    asked = _read(desktop, lambda reader: [read_wish(reader, id_) for id_ in reader.ids("request")])
    yield Scene("find someone", partial(_opened, FindSomeone, shell, asked[0], window))
    meetups = _read(desktop, lambda reader: reader.list("meetup"))
    yield Scene("no meetup today", partial(_opened, NoMeetupToday, shell, meetups[0], window))
    places = _read(desktop, lambda reader: reader.list("place"))
    yield Scene("a place", partial(_opened, PlaceForm, shell, window, places[0] if places else None))
    yield Scene("keys", window.show_shortcuts)
    yield Scene("libraries", partial(_opened, OthersWork, window))
    yield Scene("columns", partial(_columns, window, folder))
    yield Scene("in progress", partial(_progress, window, folder))
    yield from _laptops(desktop, window)
    yield from _of_others(desktop, window)
    yield Scene("a new recovery sheet", partial(_sheet, window))
    yield Scene("write a backup", partial(_opened, WriteBackup, shell, window))
    meetup = _read(desktop, lambda reader: [each.id for each in reader.list("meetup")])[-1]
    for name, sheet, id_ in (
        ("sign-in sheet", sheets.print_sign_in_sheet, meetup),
        ("poster", sheets.print_poster, meetup),
        ("statement", sheets.print_statement, member.id),
        ("learning record", sheets.print_learned, member.id),
    ):
        yield Scene(name, partial(sheet, shell, id_, window))
    yield Scene("member card", partial(sheets.print_cards, shell, [member.id], window))
    yield Scene("everything held", partial(_held, window, member.id))
    yield Scene("a directory", partial(_directory, window))
    yield Scene("sectors", partial(_sectors, window))
    yield Scene("noticeboard", partial(sheets.print_noticeboard, shell, window))
    yield from _come_by_themselves(window)
    yield from _every_waiting(desktop, window, member)
    yield Scene("leave the hall", partial(_opened, LeaveHall, shell, window))
    yield Scene("ask for a passphrase", partial(_opened, AskPassphrase, shell.file.name, "", window))
    yield Scene("another passphrase", partial(_opened, AskAnew, shell, window, passphrase_changed()))


def _every_waiting(desktop: Desktop, window: Window, member: Record) -> Iterator[Scene]:
    """Yield all that waits of which Today shows the first few."""
    apart = _read(desktop, lambda reader: list(reader.others()))
    yield Scene("written apart", partial(_opened, WrittenApart, window.shell, apart, window))
    name = str(member["name"])
    item = ReviewItem("", "member", member.id, "phone", "+33 6 12 34 56 78", "+33 6 87 65 43 21", b"", b"", 0)
    questions = _read(desktop, read_questions) or [Question(item, name, name, name, {})]
    yield Scene("all that was changed at once", partial(_opened, EveryQuestion, window.shell, questions, window))
    fields = {"kind": "offer", "name": "Zoë", "contact": "zoe@example.org", "words": "I bring cake, and a friend too."}
    letters = [Written(Record("signup", bytes(16), fields), "Bread baking")]
    told = _read(desktop, lambda reader: _to_tell(reader, reader.list("meetup", limit=1)[0]))
    yield Scene("all who are to be told", partial(_opened, EveryUntold, window.shell, told, window))
    yield Scene("all answers from outside", partial(_opened, EveryLetter, window.shell, letters, window))


def _to_tell(reader: Reader, meetup: Record) -> list[ToTell]:
    """Return some members as if they were to be told that a meetup is called off."""
    off = Record("meetup", meetup.id, {**meetup.fields, "state": "cancelled"})
    people = reader.list("member", limit=3)
    reached = ((row, tuple((str(row[name]),) for name in ("phone", "email") if row[name])) for row in people)
    return [ToTell(off, ("state",), "off", Who(row.id, row.id, str(row["name"]), ways)) for row, ways in reached]


def _twice(desktop: Desktop, window: Window, member: Record, person: Record) -> Iterator[Scene]:
    """Yield what is asked about who and what is here twice."""
    shell = window.shell
    pair = Pair(member, person, "name")
    yield Scene("one person or two", partial(compare, shell, pair, window))
    yield Scene("all who are here twice", partial(_opened, EveryPair, shell, [pair], 1, window))
    (swap,) = _read(desktop, lambda reader: reader.list("swap", limit=1))
    twins = Twins(swap, swap, str(member["name"]), str(person["name"]))
    yield Scene("exchanges that are here twice", partial(_opened, EveryTwin, shell, [twins], 1, window))
    yield Scene("the same hours", partial(_opened, HoursTwice, shell, member.id, 90, window))
    row = SwapRow(swap, str(member["name"]), str(person["name"]))
    balances = {each.id: 90 for each in (member, person)}
    yield Scene("remove an exchange", partial(_opened, RemoveConfirmed, row, balances, _nothing, _nothing, window))
    yield Scene("remove exchanges", partial(_opened, RemoveSeveral, 3, [swap, swap], _nothing, window))


def _laptops(desktop: Desktop, window: Window) -> Iterator[Scene]:
    shell = window.shell
    rows = _shared(desktop, laptops)
    other = next((row for row in rows if not row.here and not row.is_over), None)
    row = other or rows[0]
    yield Scene("a laptop", partial(_opened, LaptopDialog, shell, row, rows[0], window))
    yield Scene("shut a laptop out", partial(_opened, ShutOut, shell, row, window))
    yield Scene("open invitations", partial(_opened, InvitationsDialog, shell, window))
    waiting = _shared(desktop, lambda verbs: verbs.rescue.bundles())
    bundle = waiting[0] if waiting else Bundle(_NOBODY, "Lent laptop", True, 0, {}, 0, None, None)
    yield Scene("set aside", partial(_opened, RescueDialog, shell, bundle, window))
    yield Scene("left out", partial(_opened, LeftOutDialog, shell, window))
    yield Scene("kept here", partial(_opened, KeptHere, shell, _nothing, window))


def _of_others(desktop: Desktop, window: Window) -> Iterator[Scene]:
    for item in _read(desktop, lambda reader: reader.catalogue("", today=text.today()))[:1]:
        title = str(item.body.get("title") or item.circle_name)
        yield Scene("of another circle", partial(_opened, OthersItem, title, item.circle_name, item, window))


def _opened(kind: Callable[..., Any], *what: object) -> None:
    kind(*what).open()


def _merging(window: Window, member: Record, other: Record) -> None:
    asks = MergeMember(window.shell, member.id, str(member["name"]), window)
    asks.open()
    asks.other.pick(other.id, str(other["name"]))
    asks.other.finished.emit()


def _columns(window: Window, folder: Path) -> None:
    entity = declared("member")
    ImportColumns(entity, guess(entity, read_table(folder / "members.csv")), window).open()


def _progress(window: Window, folder: Path) -> None:
    shown = Progress("members.csv", window)
    shown.bar.setRange(0, 3)
    shown.bar.setValue(1)
    shown.open()


def _sheet(window: Window) -> None:
    window.show_page("settings")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    page.safety.make()


def _come_by_themselves(window: Window) -> Iterator[Scene]:
    yield Scene("closed over what is not kept", partial(_closed, window))
    yield Scene("clock is off", partial(window.shell.tasks.doubtful.emit, _clock_off(), _nothing, _nothing))


def _closed(window: Window) -> None:
    circle, unkept = window.shell.file.circle_id, window.shell.drafts.unkept
    unkept.put(circle, "member", Draft({"name": "Dora Ek"}, 0), full_disk(window.shell.file.path))
    window.closing.asks()
    unkept.forget(circle)


def _sectors(window: Window) -> None:
    page = window.pages["community"]
    assert isinstance(page, CommunityPage)
    page.sectors.print_()


def _held(window: Window, member: bytes) -> None:
    def show(held: Dossier) -> None:
        PrintPreview(window.shell, title_of(held), lambda page: draw_dossier(page, held), window).open()

    window.shell.tasks.mutate(lambda verbs: dossier(verbs, member), show)


def _directory(window: Window) -> None:
    def show(held: Directory) -> None:
        PrintPreview(window.shell, held.title, lambda page: draw_directory(page, *held), window).open()

    window.shell.tasks.query(lambda reader: read_directory(reader, "member"), show)


def _clock_off() -> CircleError:
    sentence = (
        "The hub at {hub} says that today is {theirs}, and this laptop's clock says {ours}. If the laptop is wrong,"
        " set its clock right before you write."
    )
    days = {"theirs": Day("2056-11-26"), "ours": Day("2026-11-26")}
    return Refused("clock_doubtful", sentence, hub="https://hub.example.org", **days)


def _nothing() -> None:
    """Nobody waits for an answer."""


def _read(desktop: Desktop, work: Callable[[Any], list[T]]) -> list[T]:
    found: list[T] = []
    assert desktop.tasks is not None
    desktop.tasks.query(work, found.extend)
    settle(desktop)
    return found


def _shared(desktop: Desktop, work: Callable[[Any], list[T]]) -> list[T]:
    found: list[T] = []
    assert desktop.tasks is not None
    desktop.tasks.mutate(work, found.extend)
    settle(desktop)
    return found
