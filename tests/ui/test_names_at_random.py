"""Only who is marked in view, or begins so alone, is taken: any names, any letters, in haste or not."""

from __future__ import annotations

from contextlib import nullcontext

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.storage.spelling import plain_letters
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.pickers import PickerEditor
from tests.ui.conftest import add_people
from tests.ui.test_no_guess import Key, Settle, giver

__all__ = ["giver"]

PARTS = st.sampled_from(
    ["ana", "Anna", "Zoë", "zo", "Zoe", "Zöe", "Bo", "Bob", "Li", "Lina", "O’Lin", "Mar", "Maria", "Marie"]
)
PLAIN = PARTS.map(lambda part: plain_letters(part).replace("’", ""))
NAMES = st.lists(st.lists(PARTS, min_size=1, max_size=2).map(" ".join), min_size=1, max_size=7)


def parts_of(name: str) -> list[str]:
    """Return the words of a name as they are spelt, told otherwise than the program does."""
    return f"{name.replace('’', ' ')} {name.replace('’', '')}".casefold().split()


def begun(typed: str, name: str) -> bool:
    """Return whether each typed word begins a word of a name, accents or not."""
    parts = [plain_letters(part) for part in parts_of(name)]
    return all(any(part.startswith(word) for part in parts) for word in plain_letters(typed).split())


def spelt(typed: str, names: dict[bytes, str]) -> list[bytes]:
    """Return who is spelt as the plain letters that are typed, or would be without accents."""
    words = typed.casefold().split()
    so = [
        parts
        for parts in map(parts_of, names.values())
        if all(any(part.startswith(word) for part in parts) for word in words)
    ]
    same = {word: {plain_letters(part) for parts in so for part in parts if part.startswith(word)} for word in words}
    plain = {id_: {plain_letters(part) for part in parts_of(name)} for id_, name in names.items()}
    return [id_ for id_, parts in plain.items() if all(parts & same[word] for word in words)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=NAMES,
    typed=st.one_of(PLAIN, PLAIN.map(lambda part: part[:2]), st.text("abilmnoz", min_size=1, max_size=4)),
    key=st.sampled_from([Key.Key_Tab, Key.Key_Return]), haste=st.booleans(), down=st.booleans(),
)  # fmt: skip
def test_only_who_is_marked_in_view_or_begins_so_alone_is_taken(
    giver: PickerEditor, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot,
    names: list[str], typed: str, key: Key, haste: bool, down: bool,
) -> None:  # fmt: skip
    other.records.remove_many("member", other.reader.ids("member"))
    people = dict(zip(add_people(other, names), names, strict=True))
    giver.show_value(None)
    giver.control.setFocus()
    marked = None
    with nullcontext() if haste else qtbot.waitSignal(giver._suggestions.found):
        QTest.keyClicks(giver.control, typed)
    if not haste:
        if down:
            QTest.keyClick(giver.control, Key.Key_Down)
        hit = giver._model.hit(giver._frame.marked())
        marked = hit.id if hit else None
    QTest.keyClick(giver.control, key)
    settle(desktop)
    alone = [id_ for id_, name in people.items() if begun(typed, name)]
    whole = [id_ for id_ in alone if plain_letters(people[id_].replace("’", "")) == plain_letters(typed)]
    exact = spelt(typed, {id_: people[id_] for id_ in alone})
    certain = next((each[0] for each in (alone, whole, exact) if len(each) == 1), None)
    assert giver._id == (marked if not haste and (down or marked) else certain)
    assert haste or down or marked == certain
