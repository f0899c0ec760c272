"""What a laptop that was shut out notes of whom it has looked for, and in which segments."""

from __future__ import annotations

from pathlib import Path

from laptops import laptops

from learningcircles.storage.looked import Looked

AMINA, BEA = b"a" * 16, b"b" * 16
FIRST, SECOND = b"1" * 32, b"2" * 32


def test_what_came_after_a_pass_was_looked_through_for_nobody_of_that_pass(tmp_path: Path) -> None:
    circle = laptops(tmp_path, 1)[0]
    Looked(circle.connection).note([AMINA], [FIRST])
    looked = Looked(circle.connection)
    assert looked.people == looked.whom(FIRST) == {AMINA} and looked.whom(SECOND) == frozenset()
    looked.note([BEA], [FIRST, SECOND])
    for read in (looked, Looked(circle.connection)):
        assert read.whom(FIRST) == {AMINA, BEA} and read.whom(SECOND) == {BEA}


def test_what_went_and_came_again_was_looked_through_from_then_on(tmp_path: Path) -> None:
    circle = laptops(tmp_path, 1)[0]
    looked = Looked(circle.connection)
    looked.note([AMINA], [FIRST])
    looked.note([BEA], [])
    assert looked.whom(FIRST) == frozenset()
    looked.note([BEA], [FIRST])
    assert looked.whom(FIRST) == {BEA}
    looked.forget()
    assert looked.people == looked.whom(FIRST) == frozenset()
