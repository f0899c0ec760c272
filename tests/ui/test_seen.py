"""What is on screen is readable and the focus is seen: measured on pictures of every page, in both palettes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from operator import ne

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Unreachable
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.headings import card
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.shapes import STYLE_SHEET
from learningcircles_ui.parts.table import Table
from learningcircles_ui.theme import DARK, LIGHT, Theme, Tokens
from learningcircles_ui.window import Window
from tests.ui.pixels import rows_of
from tests.ui.test_audit import fill
from tests.ui.test_parts import contrast
from tests.ui.walked import controls

Settle = Callable[[Desktop], None]
READABLE, SEEN = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for what is to be seen."""
GROUNDS = ("ground", "side", "surface", "raised")
RULE = re.compile(r"([^{}]+)\{\{(.*?)\}\}", re.DOTALL)


def inks_and_grounds() -> Iterator[tuple[str, str, str]]:
    """Yield (selector, ink, ground) for every colour of text in the style sheet; without a ground of its own: each."""
    for selector, body in RULE.findall(STYLE_SHEET):
        ink = re.search(r"(?<![-\w])color: \{(\w+)\}", body)
        ground = re.search(r"background: \{(\w+)\}", body)
        if ink and ":disabled" not in selector and "toast" not in selector:
            plain = selector.strip().splitlines()[-1]
            yield from ((plain, ink[1], each) for each in ([ground[1]] if ground else _grounds_of(plain)))
        chosen = re.search(r"selection-background-color: \{(\w+)\}; selection-color: \{(\w+)\}", body)
        if chosen:
            yield selector.strip(), chosen[2], chosen[1]


def _grounds_of(selector: str) -> tuple[str, ...]:
    return ("accent",) if 'kind="main"' in selector else GROUNDS


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_the_style_sheet_is_readable(tokens: Tokens) -> None:
    pairs = set(inks_and_grounds())
    assert len({pair[1:] for pair in pairs}) > 15
    weak = {pair: contrast(tokens.colour(pair[1]), tokens.colour(pair[2])) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in weak.items() if value < READABLE} == {}
    rings = [("accent", ground) for ground in (*GROUNDS, "hover")] + [("danger", "surface"), ("on_accent", "accent")]
    weak = {("ring", *pair): contrast(tokens.colour(pair[0]), tokens.colour(pair[1])) for pair in rings}
    assert {pair: round(value, 2) for pair, value in weak.items() if value < SEEN} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_field_is_seen_before_anything_stands_in_it(qapp: QApplication, qtbot: QtBot, theme: str) -> None:
    """The line at its foot: 3:1 against what is inside and outside, on a page and on a card (WCAG 1.4.11)."""
    themed = Theme(qapp)
    themed.choose(theme)
    page = QWidget()
    qtbot.addWidget(page)
    on_page = QVBoxLayout(page)
    frame, on_card = card(page)
    on_page.addWidget(frame)
    fields: list[QWidget] = []
    for column in (on_page, on_card):
        fields += [QLineEdit(), QPlainTextEdit(), Choice(), SearchField("Search names")]
        for each in fields[-4:]:
            column.addWidget(each)
    fields[0].setProperty("placeholderText", "Search names")
    page.resize(400, 700)
    page.show()
    qtbot.waitExposed(page)
    picture = page.grab().toImage()
    for each in fields:
        where = each.mapTo(page, each.rect().center())
        foot = [each.mapTo(page, QPoint(0, each.height())).y() + step for step in (-4, -1, 3)]
        inside, line, outside = (picture.pixelColor(where.x(), y) for y in foot)
        assert min(contrast(line, inside), contrast(line, outside)) >= SEEN, (type(each).__name__, line.name())
    empty = QRect(fields[0].mapTo(page, QPoint(0, 0)), fields[0].size()).adjusted(4, 4, -4, -4)
    assert told(picture, empty) >= READABLE
    themed.choose("light")


def told(image: QImage, area: QRect) -> float:
    """The contrast between an area's commonest colour and the one that stands out most from it."""
    seen = area.intersected(image.rect()).adjusted(0, 0, -1, -1)
    colours = Counter[int]()
    for row in rows_of(image, seen) if not seen.isEmpty() else []:
        colours.update(row)
    if len(colours) < 2:
        return 21.0
    ground = QColor(colours.most_common(1)[0][0])
    return max(contrast(QColor(each), ground) for each in colours)


def texts(window: Window) -> Iterator[tuple[str, QRect]]:
    """Yield the words that stand in the window and where: labels, buttons, fields, the cells of tables."""
    for each in window.findChildren(QWidget):
        if not each.isVisible() or not each.isEnabled() or each.visibleRegion().isEmpty():
            continue
        words = each.text() if isinstance(each, QLabel | QAbstractButton | QLineEdit) else ""
        if words.strip():
            # Its frame is not its words.
            inside = (
                each.rect().adjusted(4, 4, -4, -4) if isinstance(each, QAbstractButton | QLineEdit) else each.rect()
            )
            clear = each.visibleRegion().boundingRect().intersected(inside)
            yield words, QRect(each.mapTo(window, clear.topLeft()), clear.size())
        if isinstance(each, QTableView):
            yield from _cells(window, each)


def _cells(window: Window, table: QTableView) -> Iterator[tuple[str, QRect]]:
    model, shown = table.model(), table.viewport().rect()
    for row in range(min(model.rowCount(), 4)):
        for column in range(model.columnCount()):
            area = table.visualRect(model.index(row, column)).adjusted(2, 2, -2, -2)
            words = str(model.index(row, column).data() or "")
            if words and shown.contains(area):
                yield words, QRect(table.viewport().mapTo(window, area.topLeft()), area.size())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_words_on_every_page_are_readable(desktop: Desktop, other: Verbs, settle: Settle, theme: str) -> None:
    fill(other)
    window = desktop.open()
    desktop.theme.choose(theme)
    weak = {}
    looked = 0
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        picture = window.grab().toImage()
        for words, area in texts(window):
            looked += 1
            found = told(picture, area)
            if found < READABLE:
                weak[name, words] = round(found, 2)
    desktop.theme.choose("light")
    assert looked > 120 and weak == {}


def test_the_focus_is_seen_on_every_control(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    fill(other)
    window = desktop.open()
    window.activateWindow()
    unseen = []
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        reachable = [
            each
            for each in controls(window)
            if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
        ]
        for control in reachable:
            brought_into_view(control)
            home = window.sidebar.menu_button if control is not window.sidebar.menu_button else reachable[-1]
            home.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            before = around(window, control)
            control.setFocus(Qt.FocusReason.TabFocusReason)
            qapp.processEvents()
            if differing(before, around(window, control)) < 24:
                unseen.append((name, type(control).__name__, control.accessibleName()))
    assert not unseen, "\n".join(map(str, unseen))


def brought_into_view(control: QWidget) -> None:
    """As Tab does."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(control)
        above = above.parentWidget()


def around(window: Window, control: QWidget) -> QImage:
    """A picture of a control and of what frames it."""
    area = QRect(control.mapTo(window, QPoint(0, 0)), control.size()).adjusted(-14, -14, 14, 14)
    return window.grab(area.intersected(window.rect())).toImage()


def differing(one: QImage, other: QImage) -> int:
    """How many pixels differ."""
    return sum(sum(map(ne, row, beside)) for row, beside in zip(rows_of(one), rows_of(other), strict=False))


def test_no_colour_says_what_no_word_says(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    fill(other)
    window = desktop.open()
    toned = 0
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        for table in window.page.findChildren(Table):
            model = table.model()
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    if index.data(Role.TONE):
                        toned += 1
                        assert str(index.data() or "").strip(), (name, row, column)
    assert toned > 5


def test_the_bar_keeps_its_height_while_it_is_shared(desktop: Desktop, settle: Settle, qapp: QApplication) -> None:
    """What is told then is shorter: the page above must not jump by a line and back."""
    window = desktop.open()
    window.resize(760, 700)
    settle(desktop)
    state = window.sharing
    state.hub = "https://hub.example"
    state.problem = Unreachable("no_answer", "The hub at {url} does not answer, " + "nor will it soon, " * 5, url="x")

    def high(*, under_way: bool) -> int:
        state.under_way = under_way
        window.bar.tell()
        for _ in range(3):
            qapp.processEvents()
        return window.bar.height()

    before = high(under_way=False)
    assert before > 40, "two lines"
    assert high(under_way=True) == high(under_way=True) == before
    state.problem = None
    assert high(under_way=False) < before


def test_the_foot_of_the_window_turns_with_the_way_one_reads(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    """The sentence stood beside its cloud no more, but ran against the next one."""
    cloud, sentence = window.bar._cloud, window.bar.sentence

    def gap() -> int:
        seen = sentence.grab().toImage()
        ground = seen.pixel(0, 0)
        inked = [x for x in range(seen.width()) if any(seen.pixel(x, y) != ground for y in range(seen.height()))]
        left = sentence.x() + inked[0] - (cloud.x() + cloud.width())
        return left if left > 0 else cloud.x() - (sentence.x() + inked[-1])

    assert 0 < gap() < 20
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        qapp.processEvents()
        assert 0 < gap() < 20
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
