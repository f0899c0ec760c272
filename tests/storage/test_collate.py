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
from learningcircles.storage.collate import SORT_KEY, sort_key

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


@given(st.text(), st.text())
def test_different_names_are_kept_apart(one: str, two: str) -> None:
    assert (sort_key(one) == sort_key(two)) == (one == two)


def test_an_index_answers(tmp_path: Path) -> None:
    home = Home(tmp_path, FileKeystore(tmp_path / "keys"))
    with closing(found(home, "Quay", "Bo", "Laptop")) as circle:
        sql = f'EXPLAIN QUERY PLAN SELECT n FROM e_member ORDER BY {SORT_KEY}("name"), n LIMIT 64'
        plan = " ".join(row[-1] for row in circle.connection.execute(sql))
    assert "e_member_name_sorted" in plan and "TEMP B-TREE" not in plan
