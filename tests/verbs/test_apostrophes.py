"""A name with an apostrophe is found by what stands before it, behind it, and around it as one word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import ELSEWHERE, closeness, slips, suggest
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore

MATEO, NDIAYE, DARC = "Mateo O'Brien", "Awa N’Diaye", "d'Arc Jeanne"
MEANT = (
    ("ob", MATEO),
    ("mateo ob", MATEO),
    ("o b", MATEO),
    ("o'br", MATEO),
    ("O’Brien", MATEO),
    ("obrien", MATEO),
    ("brien mat", MATEO),
    ("obrein", MATEO),
    ("n diaye", NDIAYE),
    ("nd", NDIAYE),
    ("ndiaye awa", NDIAYE),
    ("d arc", DARC),
    ("darc", DARC),
    ("da", DARC),
)


@pytest.fixture(scope="module")
def verbs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verbs]:
    folder = tmp_path_factory.mktemp("apostrophes")
    with closing(found(Home(folder, FileKeystore(folder / "keys")), "Quay", "Bo", "Laptop")) as circle:
        made = Verbs(circle)
        names = [MATEO, NDIAYE, DARC, "Olga Brandt", "Naomi Dias", "Dario Arcas"]
        made.records.add_many("member", [{"name": name} for name in names], label="Add people")
        yield made


@pytest.mark.parametrize(("typed", "name"), MEANT)
def test_pickers_and_lists_and_find_know_whom_one_means(verbs: Verbs, typed: str, name: str) -> None:
    assert name in [hit.title for hit in suggest(verbs.reader, "member", typed)]
    if typed == "obrein":  # a slip is forgiven where one of a few is chosen
        return
    assert name in [hit.title for hit in verbs.reader.find(typed)]
    for order in ("", "name"):
        for limit in (5, None):
            shown = verbs.reader.ids("member", text=typed, order=order, limit=limit)
            assert name in [str(row["name"]) for row in verbs.reader.many("member", shown)]


def test_what_begins_a_name_comes_first_however_it_is_cut(verbs: Verbs) -> None:
    assert closeness("da", DARC) == closeness("d a", DARC) == 0
    assert closeness("ob", MATEO) == 1 and closeness("mateo ob", MATEO) == closeness("mateo o b", MATEO) == 0
    assert closeness("bo", MATEO) == ELSEWHERE
    assert closeness("brien b", MATEO) == closeness("mateo m", MATEO) == ELSEWHERE, "a word is met once"
    assert closeness("m m", "Mina Silva Mo") == 1
    assert slips("obrein", MATEO) == 1 and slips("xy", MATEO) is None


def test_a_title_that_begins_so_is_found_however_many_others_hold_the_letters(verbs: Verbs) -> None:
    assert [hit.title for hit in verbs.reader.named_from("member", "da", limit=5)] == ["Dario Arcas", DARC]
    assert [hit.title for hit in verbs.reader.named_from("member", "d", limit=5)] == [DARC, "Dario Arcas"]
