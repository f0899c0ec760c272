"""No words are shown that nobody can translate: what a widget is given to show comes from `tr`, or from a record."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import learningcircles_ui

_SHOWS = {
    "setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setPlainText", "setHtml", "setLabelText", "setInformativeText",
    "setPrefix", "setSuffix", "setSpecialValueText", "setTabText", "setTabToolTip", "setHeaderLabels", "setLabel",
    "addItem", "addItems", "insertItem", "setItemText", "addAction", "addMenu", "addTab", "addSection", "addButton",
    "addRow", "setStringList", "showMessage", "showText", "QLabel", "QPushButton", "QToolButton", "QCheckBox",
    "QRadioButton", "QGroupBox", "QAction", "QMenu", "QMessageBox", "QDockWidget", "QTableWidgetItem", "QStandardItem",
    "Table", "Dialog", "Progress", "EmptyState", "SearchField", "Fitting", "Words", "Radio", "Tick", "Column",
    "button", "heading", "card_heading", "soft", "made_action", "action", "headed", "section", "literal", "labelled",
}  # fmt: skip
"""What shows its words, of Qt and of the program's own parts."""
_SECOND = {"insertItem": slice(1, 2), "EmptyState": slice(1, 4)}
_FIRST = {"button", "made_action", "action", "Column", "Table", "Dialog", "addItem"}
"""Of these not every text is shown: an icon's name, a key, what a choice is stored as."""
_NAMED = {"tip", "title", "heading", "label", "words", "say", "note", "text"}
"""What is shown where it is given by name."""
_SIGNALS = {"said"}
_NAMES = {"Learning Circles", "learningcircles://hub/…", "UTF-8", "Windows (1252)", "A4", "Letter"}
"""The same in every language."""


def bare_words(source: str) -> list[str]:
    """Return the words of a module that are shown as they stand there."""
    return [words for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) for words in _shown(node)]


def _shown(call: ast.Call) -> Iterator[str]:
    name = _called(call)
    emits = name == "emit" and isinstance(call.func, ast.Attribute) and _attribute(call.func.value) in _SIGNALS
    if name not in _SHOWS and not emits:
        return
    only_first = slice(1) if name in _FIRST or emits else slice(None)
    given = call.args[_SECOND.get(name, only_first)]
    for each in (*given, *(key.value for key in call.keywords if key.arg in _NAMED)):
        yield from _literals(each)


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield what of an expression is written there and has letters."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if any(letter.isalpha() for letter in node.value) and node.value.strip(" —") not in _NAMES:
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _literals(part) if isinstance(part, ast.Constant) else ()
    elif isinstance(node, ast.BinOp):
        yield from (*_literals(node.left), *_literals(node.right))
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (words for each in node.values for words in _literals(each))
    elif isinstance(node, ast.List | ast.Tuple):
        yield from (words for each in node.elts for words in _literals(each))
    elif isinstance(node, ast.Call) and _called(node) == "format" and isinstance(node.func, ast.Attribute):
        yield from _literals(node.func.value)


def _called(call: ast.Call) -> str:
    return _attribute(call.func)


def _attribute(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_what_is_shown_can_be_translated() -> None:
    folder = Path(learningcircles_ui.__file__).parent
    found = {
        str(path.relative_to(folder)): words
        for path in sorted(folder.rglob("*.py"))
        if path.relative_to(folder).parts[0] not in ("cli", "screens", "demo")
        and (words := bare_words(path.read_text("utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "shown",
    [
        'label.setText("Hello")', 'QLabel("Hello", self)', 'button("", do, icon_name="plus", tip="Hello")',
        'menu.addAction(f"Hello {name}")', 'self.field.setPlaceholderText("Hello " + name)',
        'QPushButton("Hello" if new else "", self)', 'shell.signals.said.emit("Hello {name}".format(name=name), b"")',
        'combo.addItem("Hello", "code")', 'soft(name or "Hello", self)', 'box.addItems(["Hello", name])',
    ],
)  # fmt: skip
def test_words_that_nobody_translated_are_found(shown: str) -> None:
    assert [each.strip() for each in bare_words(shown)] in (["Hello"], ["Hello {name}"])


@pytest.mark.parametrize(
    "shown",
    [
        'label.setText(self.tr("Hello"))', 'label.setText("")', 'combo.addItem(self.tr("All"), "all")',
        'button("", do, icon_name="plus", tip=translate("Page", "Add"))', 'label.setText("  ·  ".join(parts))',
        'self.setProperty("kind", "card")', 'label.setText(self.tr("Hello {name}").format(name=name))',
    ],
)  # fmt: skip
def test_what_is_translated_or_no_word_is_left_alone(shown: str) -> None:
    assert bare_words(shown) == []
