"""What is seen of words: all of them where there is room, their beginning where there is not, and no sign of keys."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles_ui.pages.day_chips import MONTH, WEEK, laid_out
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.ticks import Radio
from learningcircles_ui.theme import Theme

LONG = "Donaudampfschifffahrtsgesellschaftskapitän " * 4


def test_a_doubled_ampersand_is_one_in_a_radio_button(qtbot: QtBot) -> None:
    doubled, plain = Radio("Tea && cake"), Radio("Tea  cake")
    for each in (doubled, plain):
        qtbot.addWidget(each)
    sign = doubled.fontMetrics().horizontalAdvance("Tea & cake") - doubled.fontMetrics().horizontalAdvance("Tea  cake")
    assert doubled.sizeHint().width() == plain.sizeHint().width() + sign


def test_of_what_is_longer_than_its_field_the_beginning_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    form = Form(entity("member"), ("name", "email"))
    qtbot.addWidget(form)
    form.show_values({"name": LONG})
    line = form.edit("name").control
    assert isinstance(line, QLineEdit) and line.cursorPosition() == 0 < len(line.text())


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
