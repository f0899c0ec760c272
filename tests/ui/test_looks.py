"""What is seen of words: all of them where there is room, their beginning where there is not, and no sign of keys."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from importlib.resources import files

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.meetups.day_chips import MONTH, WEEK, laid_out
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import beside, button, plain
from learningcircles_ui.parts.ticks import Radio
from learningcircles_ui.theme import DARK, LIGHT, Theme
from tests.ui.conftest import add_people

LONG = "Donaudampfschifffahrtsgesellschaftskapitän " * 4


def test_an_ampersand_is_seen_in_a_radio_button(qtbot: QtBot) -> None:
    doubled, plain = Radio("Tea & cake"), Radio("Tea  cake")
    for each in (doubled, plain):
        qtbot.addWidget(each)
    sign = doubled.fontMetrics().horizontalAdvance("Tea & cake") - doubled.fontMetrics().horizontalAdvance("Tea  cake")
    assert doubled.sizeHint().width() == plain.sizeHint().width() + sign


def test_what_a_menu_would_undo_is_named_as_far_as_it_has_room(desktop: Desktop, other: Verbs, qtbot: QtBot) -> None:
    desktop.theme.choose("light", 200)
    window = desktop.open()
    add_people(other, ["Amina " + LONG])
    window.undo_redo.look(Changes())
    qtbot.waitUntil(lambda: "Amina" in window.undo_redo.undo.text())
    edit = next(each.menu() for each in window.menu.actions() if each.text() == "&Edit")
    assert isinstance(edit, QMenu) and edit.sizeHint().width() <= 1280


def test_balances_fit_the_screen_at_any_size_of_text(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.theme.choose("light", 200)
    window = desktop.open()
    asked = OpeningBalances(window.shell, window)
    qtbot.addWidget(asked)
    assert asked.height() <= asked.screen().availableGeometry().height()


def test_titles_of_pages_stand_in_one_line(desktop: Desktop, settle: Callable[[Desktop], None]) -> None:
    window = desktop.open()
    window.resize(1280, 800)
    window.show()
    places = set()
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        title = window.page.header.title
        places.add(title.mapTo(window, title.rect().center()).y())
    assert len(places) == 1


def test_no_line_ends_after_a_lone_letter(qtbot: QtBot) -> None:
    told = plain("Two laptops changed Amina: E-mail.")
    qtbot.addWidget(told)
    assert "E\u2011mail" in QLabel.text(told), "what is drawn"
    assert told.text() == "Two laptops changed Amina: E-mail." == told.accessibleName()
    told.setSelection(0, len(told.text()))
    assert told.selectedText() == told.text()


def test_no_line_begins_with_a_dot_between_two_parts(qtbot: QtBot) -> None:
    told = plain("Rosa Delgado  \u00b7  26 November  \u00b7  20 min")
    qtbot.addWidget(told)
    assert QLabel.text(told).count("\u00a0\u00a0\u00b7  ") == 2, "what is drawn"
    told.setSelection(0, len(told.text()))
    assert told.selectedText() == told.text() == "Rosa Delgado  \u00b7  26 November  \u00b7  20 min"


def test_long_sentences_have_all_the_width_and_their_buttons_below(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp).choose("light", 100)
    for words, below in (("Is Zoë the same person as Zoë?", False), ("Two laptops changed a place. " * 6, True)):
        told, pressed = plain(words), button("Use Spanish café instead")
        held = beside(told, pressed)
        qtbot.addWidget(held)
        held.resize(480, held.heightForWidth(480))
        held.show()
        qtbot.waitExposed(held)
        assert (pressed.y() > told.y() + told.height() / 2) is below
        assert (told.width() == 480) is below


def test_the_longest_word_makes_no_dialog_wider_than_the_screen(qtbot: QtBot) -> None:
    made = Radio("Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft: can cook")
    qtbot.addWidget(made)
    whole = made.fontMetrics().horizontalAdvance(made.text())
    assert made.minimumSizeHint().width() < whole / 3
    assert made.heightForWidth(whole // 2) > made.heightForWidth(2 * whole)


def test_of_what_is_longer_than_its_field_the_beginning_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    form = Form(entity("member"), ("name", "email"))
    qtbot.addWidget(form)
    form.show_values({"name": LONG})
    line = form.edit("name").control
    assert isinstance(line, QLineEdit) and line.cursorPosition() == 0 < len(line.text())
    form.focus_first()
    assert line.cursorPosition() == len(line.text()), "whoever types goes on where it ends"


def test_what_menus_draw_is_seen_in_both_themes_and_grows_with_the_text(qapp: QApplication) -> None:
    for tokens, name in ((LIGHT, "light"), (DARK, "dark")):
        for way in ("left", "right"):
            file = files("learningcircles_resources") / "icons" / f"turn-{way}-{name}.svg"
            assert f'stroke="{tokens.soft}"' in file.read_text("utf-8")
        tick = files("learningcircles_resources") / "icons" / f"tick-{name}.svg"
        assert f'stroke="{tokens.text}"' in tick.read_text("utf-8")
    theme, wide = Theme(qapp), []
    for size in (100, 200):
        theme.choose("light", size)
        menu = QMenu()
        menu.addMenu("New").addAction("A member")
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        picture, area = menu.grab().toImage(), menu.actionGeometry(menu.actions()[0])
        end = [
            x for x in range(area.center().x() + 20, area.right() - 4) if _dark(picture, x, area.top(), area.bottom())
        ]
        wide.append(end[-1] - end[0])
    theme.choose("light", 100)
    assert wide[0] >= 3 and wide[1] >= 1.6 * wide[0]


def _dark(picture: QImage, x: int, top: int, bottom: int) -> bool:
    return any(picture.pixelColor(x, y).lightness() < 180 for y in range(top + 4, bottom - 4))


def test_a_week_has_the_lines_of_a_long_title(other: Verbs, qapp: QApplication) -> None:
    Theme(qapp).choose("light", 100)
    today = datetime.date.today()
    for title in ("Yoga", "Bread baking, and what becomes of the bread of yesterday"):
        other.meetups.plan(title, f"{today}T11:00", 60)
    rows, font = other.reader.list("meetup", order="title"), QGuiApplication.font()
    long, short = laid_out(rows, QRect(0, 0, 146, 600), font, WEEK).chips
    assert len(long.lines) == 4 and not long.lines[-1].endswith("…") and len(short.lines) == 2
    assert short.box.height() < long.box.height() and long.box.bottom() <= short.box.top()
    tight = laid_out(rows, QRect(0, 0, 146, 120), font, WEEK)
    assert [len(chip.lines) for chip in tight.chips] == [2, 2] and tight.chips[-1].box.bottom() <= 120
    assert len(laid_out(rows, QRect(0, 0, 146, 110), font, MONTH).chips[0].lines) == 3
