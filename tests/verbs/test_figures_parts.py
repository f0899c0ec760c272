"""Numbers of people in parts, for paper: none under 5 can be read or computed, and the total stays true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from learningcircles.circle.figures import LEAST, parts_for_paper


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12)))
def test_nothing_small_can_be_read_or_computed(cells: dict[str, int]) -> None:
    parts = parts_for_paper(cells)
    assert sum(parts.shown.values()) + parts.rest == sum(cells.values())
    assert not [name for name, number in parts.shown.items() if 0 < number < LEAST]
    big = sum(number >= LEAST for number in cells.values())
    if parts.joined and big:
        assert len(parts.joined) > 1 and parts.rest >= LEAST
    assert parts.shown.keys() | set(parts.joined) == cells.keys()


def test_the_smallest_of_the_others_goes_with_a_single_small_one() -> None:
    parts = parts_for_paper({"civic": 9, "public": 2, "education": 7, "": 0})
    assert parts.joined == ("public", "education") and parts.rest == 9
    assert parts.shown == {"civic": 9, "": 0}
    assert parts_for_paper({"civic": 9, "public": 5}).joined == ()
