"""What is closed is gone: dialogs with what they held, questions that nobody hears, drawings that nobody sees."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.entities.exchange import SWAP
from learningcircles.errors import CircleError, Refused
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.importing.preview import show_preview
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.late import PATIENCE, Settle, ask, gone, reading_held, writing_held


def left(window: Window, app: QApplication) -> list[str]:
    """Return the kinds of dialog that are there, seen or not."""
    gone(app)
    return [type(each).__name__ for each in window.findChildren(QDialog)]


@pytest.mark.parametrize("submits", [False, True])
def test_a_form_that_is_closed_is_gone(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, submits: bool
) -> None:
    for _ in range(2):
        for form in (
            AddMember(window.shell, window), SwapForm(window.shell, window), LearnedForm(window.shell, window),
            MeetupForm(window.shell, window), ListingForm(window.shell, window, "offer"),
        ):  # fmt: skip
            form.open()
            settle(desktop)
            form.accept() if submits else form.reject()
        settle(desktop)
    assert left(window, qapp) == []


def test_a_closed_form_hears_what_it_had_asked(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    """Closed between its button and the answer: the list shows who was added all the same."""
    told: list[object] = []
    window.shell.signals.changed.connect(told.append)
    form = AddMember(window.shell, window)
    form.open()
    settle(desktop)
    form.form.edit("name").control.setText("Dora")
    with writing_held(desktop):
        form.submit()
        form.done(QDialog.DialogCode.Rejected)
        gone(qapp)
        assert isValid(form)
    settle(desktop)
    assert left(window, qapp) == [] and told
    assert [row["name"] for row in other.reader.list("member", text="Dora")] == ["Dora"]


def test_a_field_of_topics_that_has_gone_hears_nothing(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    """As where the hall goes while topics are read: its fields are deleted before the answer."""
    holder = QWidget(window)
    editor = TopicEditor(SWAP.field("topic"), desktop.tasks, holder)
    with reading_held(desktop):
        editor._read_topics()
        holder.deleteLater()
        gone(qapp)
        assert not isValid(editor)
    settle(desktop)


def test_a_form_whose_answer_comes_while_a_menu_is_open_goes_after_it(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    """The menu of a calendar runs a loop of its own: what it was pressed on is not deleted in there."""
    form = AddMember(window.shell, window)
    form.open()
    settle(desktop)
    menu = QMenu(form)
    menu.addAction("December")
    there: list[bool] = []

    def answered() -> None:
        form.accept()
        QTimer.singleShot(0, lambda: there.append(isValid(form)))
        QTimer.singleShot(0, menu.close)

    QTimer.singleShot(0, answered)
    menu.exec()
    assert there == [True] and isValid(form)
    qtbot.waitUntil(lambda: left(window, qapp) == [])


def test_a_form_that_was_thrown_away_before_its_draft_was_read_keeps_none(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    form = AddMember(window.shell, window)
    with writing_held(desktop):
        form.open()
        form.form.edit("name").control.setText("Dora")
        form.reject()
        form.reject()
        desktop.tasks.query(lambda reader: None)  # the form is not deleted yet: it waits for what it has asked
    drafting = form.drafting
    ask(desktop, settle, lambda verbs: None)
    assert not isValid(drafting) or not drafting._often.isActive()
    assert ask(desktop, settle, lambda verbs: verbs.drafts.drafts()) == []


def test_a_draft_that_was_not_read_yet_outlives_the_form(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    window = desktop.open()
    settle(desktop)
    with writing_held(desktop):
        form = AddMember(window.shell, window)
        form.open()
        form.reject()
    held = ask(desktop, settle, lambda verbs: verbs.drafts.draft("member"))
    assert held is not None and held.values == {"name": "Amina"}


def test_a_preview_that_is_closed_is_gone_with_its_pages(
    people: PeoplePage, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    window = desktop.window
    for _ in range(2):
        window.lists.print_()
        settle(desktop)
        shown = next(each for each in window.findChildren(PrintPreview) if each.isVisible())
        assert shown.pictures
        shown.reject()
    settle(desktop)
    assert left(window, qapp) == []


def endless(page: Paper) -> None:
    """Draw until somebody says that it is enough."""
    while True:
        page.text("Page", 0, 0, 80, 8)
        page.next_page()


def test_a_preview_is_drawn_beside_the_window_and_given_up_when_it_is_closed(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    preview = PrintPreview(window.shell, "Long", endless, window)
    preview.open()
    assert not preview._under_way.isHidden() and not preview.pictures, "the window goes on meanwhile"
    preview.reject()
    settle(desktop)
    assert left(window, qapp) == []


def test_what_is_written_while_the_circle_is_closed_is_neither_left_nor_opened(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, tmp_path: Path
) -> None:
    preview = PrintPreview(window.shell, "Long", lambda page: None, window)
    settle(desktop)
    preview._draw = endless
    opened: list[bool] = []
    file = tmp_path / "long.pdf"
    preview.write(file, lambda: opened.append(True))
    desktop.close()
    gone(qapp)
    assert not file.exists() and not opened


def test_a_file_that_could_not_be_written_is_told_of_whoever_closed_the_preview(
    desktop: Desktop, window: Window, settle: Settle, tmp_path: Path
) -> None:
    told: list[CircleError] = []
    window.shell.signals.failed.connect(told.append)
    drawn = threading.Event()
    preview = PrintPreview(window.shell, "Short", lambda page: None, window)
    preview.open()
    settle(desktop)
    preview._draw = lambda page: drawn.wait(PATIENCE)
    preview.write(tmp_path / "no folder" / "short.pdf", lambda: None)
    preview.reject()
    drawn.set()
    settle(desktop)
    assert [each.code for each in told] == ["no_folder"]


def test_printing_into_a_file_that_is_cancelled_leaves_the_file_as_it_was(
    desktop: Desktop, window: Window, settle: Settle, tmp_path: Path
) -> None:
    preview = PrintPreview(window.shell, "Long", lambda page: None, window)
    preview.open()
    settle(desktop)
    preview._draw = endless
    file = tmp_path / "Members.pdf"
    file.write_text("an older one")
    preview.submit()
    asked = preview.findChild(QPrintDialog)
    asked.printer().setOutputFileName(str(file))
    asked.accepted.emit(asked.printer())
    asked.reject()
    preview.findChild(Progress).reject()
    settle(desktop)
    assert file.read_text() == "an older one" and [each.name for each in tmp_path.glob("*.pdf*")] == ["Members.pdf"]


def counts_long(reader: Reader) -> object:
    """Ask what takes minutes."""
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
    return reader._connection.execute(f"{numbers} SELECT sum(i) FROM n").fetchone()


@pytest.mark.parametrize("long", [False, True])
def test_closing_waits_for_no_question(desktop: Desktop, window: Window, settle: Settle, long: bool) -> None:
    tasks, begun, heard = desktop.tasks, threading.Event(), []

    def counts(reader: Reader) -> object:
        begun.set()
        return counts_long(reader)

    asks = tasks.query_long if long else tasks.query
    for _ in range(3):
        asks(counts, heard.append, heard.append)
    assert begun.wait(PATIENCE)
    desktop.close()  # of a thread that went on the test would hang here
    assert heard == []
    assert not any(each._thread.is_alive() for each in tasks._workers())


def test_closing_waits_for_no_question_to_another_circle(desktop: Desktop, window: Window, home: Home) -> None:
    for name in ("Second", "Third"):
        found(home, name, "Pilar", "Laptop").close()
    begun = threading.Event()

    def counts(verbs: Verbs) -> object:
        begun.set()
        return counts_long(verbs.reader)

    desktop.tasks.elsewhere(counts, lambda _: None, key="look")
    assert begun.wait(PATIENCE)
    tasks = desktop.tasks
    desktop.close()
    assert not any(each._thread.is_alive() for each in tasks._workers())


def test_closing_waits_for_what_writes(desktop: Desktop, window: Window, other: Verbs, settle: Settle) -> None:
    with writing_held(desktop):
        for name in ("Ana", "Bo"):
            desktop.tasks.mutate(lambda verbs, name=name: verbs.records.add("member", {"name": name}))
    desktop.close()
    assert {"Ana", "Bo"} <= {row["name"] for row in other.reader.list("member")}


def test_what_writes_a_file_of_a_list_is_waited_for(desktop: Desktop, window: Window) -> None:
    done: list[int] = []
    hold = threading.Event()
    desktop.tasks.query_long(lambda reader: hold.wait(PATIENCE), finishes=True)
    desktop.tasks.query_long(lambda reader: done.append(reader.count("member")), finishes=True)
    hold.set()
    desktop.close()
    assert done == [1]


def test_closing_waits_for_no_list_that_is_looked_at(desktop: Desktop, window: Window) -> None:
    """What goes through a file asks the circle nothing, and would be heard of in half a minute."""
    begun, ended = threading.Event(), list[str]()
    progress = Progress("Reading", window)

    def read(reader: Reader) -> None:
        begun.set()
        try:
            while True:
                progress.told(0, 1)
        except CircleError as error:
            ended.append(error.code)

    desktop.tasks.query_long(read, stop=progress.stop)
    assert begun.wait(PATIENCE)
    desktop.close()  # of a thread that went on the test would hang here
    assert ended == ["cancelled"]


def test_closing_stops_the_reading_of_a_list_that_was_opened(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    people = "".join(f"Ana Ruiz {number};0123 {number:06}\n" for number in range(20_000))
    (tmp_path / "list.csv").write_text(f"Name;Phone\n{people}", "utf-8")
    show_preview(window.shell, tmp_path / "list.csv", window)
    qtbot.waitUntil(lambda: desktop.tasks._late["long"]._running is not None)
    progress = window.findChild(Progress)
    assert progress is not None
    desktop.close()
    with pytest.raises(Refused):
        progress.told(0, 1)


NUMBERS = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c{most}) SELECT count(held(n)) FROM c"


@pytest.mark.parametrize("closes", [False, True])
def test_what_stops_a_search_stops_no_file(desktop: Desktop, window: Window, settle: Settle, closes: bool) -> None:
    """It reads on from a circle of before another laptop was let in, as a search may, too."""
    tasks, opened = desktop.tasks, desktop.tasks._opened
    written, begun, searches, stopped = list[int](), *(threading.Event() for _ in range(3))

    def held(number: int) -> int:
        begun.set()
        return int(stopped.wait(PATIENCE))

    def write(reader: Reader) -> None:
        reader._connection.create_function("held", 1, held)
        written.append(reader._connection.execute(NUMBERS.format(most=" WHERE n < 1000")).fetchone()[0])

    def search(reader: Reader) -> None:
        reader._connection.create_function("held", 1, lambda number: searches.set())
        try:
            reader._connection.execute(NUMBERS.format(most="")).fetchone()
        finally:
            stopped.set()

    tasks.query_long(write, finishes=True)
    assert begun.wait(PATIENCE)
    opened.read_anew()
    tasks.query(search, key="search")
    assert searches.wait(PATIENCE)
    if closes:
        desktop.close()
    else:
        tasks.query(lambda reader: None, key="search")
        settle(desktop)
    assert written == [1000]


def test_a_short_question_does_not_wait_for_a_long_one(desktop: Desktop, window: Window, settle: Settle) -> None:
    told: list[int] = []
    hold = threading.Event()
    desktop.tasks.query_long(lambda reader: hold.wait(PATIENCE))
    desktop.tasks.query(lambda reader: reader.count("member"), lambda count: (told.append(count), hold.set()))
    settle(desktop)
    assert told == [1]


def test_progress_is_gone_with_its_answer(desktop: Desktop, window: Window, settle: Settle, qapp: QApplication) -> None:
    progress = Progress("Reading", window)
    answers: list[object] = []

    def work(reader: Reader) -> None:
        progress.told(1, 2)
        raise Refused("no", "No.")

    progress.run(lambda then, failed: desktop.tasks.query(work, then, failed), answers.append, answers.append)
    with reading_held(desktop):
        pass
    settle(desktop)
    assert len(answers) == 1 and left(window, qapp) == []
    assert not window.findChildren(Dialog)
