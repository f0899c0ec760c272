"""Several people in one line: whom it names, and where it may be one name all the same."""

from __future__ import annotations

import pytest

from learningcircles.circle.several_names import is_unclear, is_whole, may_be_one, more_people, people_named


@pytest.mark.parametrize(("typed", "named"), [
    ("Bob, Tim", "Bob|Tim"), ("Bob and Tim", "Bob|Tim"), ("Bob & Tim", "Bob|Tim"), ("Bob et Léa", "Bob|Léa"),
    ("Bob y Tim", "Bob|Tim"), ("Ana e Inés", "Ana|Inés"), ("Bob/Tim", "Bob|Tim"), ("Bob; Tim", "Bob|Tim"),
    ("Bob, Tim and Ana Lo", "Bob|Tim|Ana Lo"), ("BOB Y TIM", "BOB|TIM"), ("Bob + 2", "Bob|+2"), ("Bob, 3", "Bob|+3"),
    ("+Ana, Bob", "+Ana|+Bob"), ("Ana", "Ana"), ("Bob,", "Bob,"), ("+2", "+2"), ("12", "12"), ("Mia E Lo", "Mia E Lo"),
    ("Andy Yves Etta", "Andy Yves Etta"), ("", ""),
])  # fmt: skip
def test_people_are_named_one_after_the_other(typed: str, named: str) -> None:
    assert "|".join(people_named(typed)) == named


@pytest.mark.parametrize(("typed", "one", "unclear"), [
    ("Bob, Tim", True, False), ("Garcia Lopez, Maria", True, True), ("Bob Ek, Tim Lo", True, False),
    ("José Ortega y Gasset", True, True), ("José y Ana Ruiz", False, False), ("Bob and Tim", False, False),
    ("Bob; Tim", False, False), ("Bob, Tim, Ana", False, False), ("Bob, 2", False, False), ("Bob", False, False),
])  # fmt: skip
def test_a_line_of_two_names_may_be_one_name(typed: str, one: bool, unclear: bool) -> None:
    assert (may_be_one(typed), is_unclear(typed, lambda _: False)) == (one, unclear)


def test_whose_longer_part_is_a_member_s_name_is_of_two() -> None:
    assert not is_unclear("Ana Maria, Tim", lambda name: name == "Ana Maria")


@pytest.mark.parametrize(("typed", "name", "whole"), [
    ("Ortega, Pilar", "Pilar Ortega", True), ("ortega, pi", "Pilar Maria Ortega", True),
    ("Bob, Tim", "Bobby Timms", False), ("Bob, Tim", "Tim Ek", False), ("Bob/Tim", "Tim Bobson", False),
    ("José Ortega y Gasset", "José Ortega y Gasset", True), ("Ana & Bob", "Ana & Bob Ruiz", True),
])  # fmt: skip
def test_such_a_line_may_be_one_member(typed: str, name: str, whole: bool) -> None:
    assert is_whole(typed, name) == whole


def test_a_number_behind_a_plus_is_of_people_without_a_name() -> None:
    assert [more_people(typed) for typed in ("+2", "+ 12", "2", "+Ana", "")] == [2, 12, None, None, None]
