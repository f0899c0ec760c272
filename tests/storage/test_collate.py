"""Names stand in a list as people look for them: Émilie between Elena and Fatou, not after Zoë."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.storage.collate import compare

NAMES = ["zoe", "Zoë", "Öznur", "Ñuño", "Émilie", "Elena", "Fatou", "Åsa", "anna", "Łukasz"]


def test_accents_and_case_do_not_matter(tmp_path: Path) -> None:
    home = Home(tmp_path, FileKeystore(tmp_path / "keys"))
    with closing(found(home, "Quay", "Bo", "Laptop")) as circle:
        Verbs(circle).records.add_many("member", [{"name": name} for name in NAMES], label="Add people")
    with closing(open_circle(home)) as circle:
        rows = circle.reader.list("member", order="name")
        down = circle.reader.list("member", order="name", descending=True)
    shown = [row["name"] for row in rows]
    assert shown == ["anna", "Åsa", "Bo", "Elena", "Émilie", "Fatou", "Łukasz", "Ñuño", "Öznur", "Zoë", "zoe"]
    assert [row["name"] for row in down] == shown[::-1]


@given(st.text(), st.text(), st.text())
def test_it_is_an_order(one: str, two: str, three: str) -> None:
    assert compare(one, two) == -compare(two, one)
    assert (compare(one, two) == 0) == (one == two)
    if compare(one, two) <= 0 and compare(two, three) <= 0:
        assert compare(one, three) <= 0
