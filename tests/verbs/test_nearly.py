"""Who is nearly meant: the same people as measuring every name one by one would tell, whatever is written meanwhile."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.circle.typeahead import slips, suggest
from learningcircles.entities.registry import entity as declared
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.storage.search import words_of

PARTS = ("ana", "Zoë", "bé", "lou", "ليلى", "Ñu", "ö", "kemi", "4", "Łu", "ss", "o’", "rik", "мария", "李")
LETTERS = "abekmznouiłé4ليм"
ODD = ("zzzz", "ssssss", "ana", "an", "a k", "lou lou", "4", "44444", "ليلي", "qx qx", "-", "lo ana kemi", "абв")


@pytest.fixture(scope="module")
def verbs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verbs]:
    folder = tmp_path_factory.mktemp("nearly")
    with closing(found(Home(folder, FileKeystore(folder / "keys")), "Quay", "Bo", "Laptop")) as circle:
        chance = random.Random(5)
        names = [" ".join("".join(chance.choices(PARTS, k=3)) for _ in range(2)) for _ in range(150)]
        made = Verbs(circle)
        made.records.add_many("member", [{"name": name} for name in names], label="Add people")
        made.records.add_many("offer", [{"title": name} for name in names[::5]], label="Add offers")
        yield made


def _slipped(chance: random.Random, word: str) -> str:
    """Return a word with one or two letters wrong, missing, doubled or swapped."""
    letters = list(word)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(max(len(letters), 1))
        what = chance.randrange(4)
        if what == 0:
            letters[at : at + 1] = [chance.choice(LETTERS)]
        elif what == 1:
            letters[at : at + 2] = reversed(letters[at : at + 2])
        else:
            letters[at : at + 1] = letters[at : at + 1] * 2 if what == 2 else []
    return "".join(letters)


def _typed(reader: Reader, kind: str) -> list[str]:
    chance = random.Random(9)
    words = [word for _, title in reader.titles(kind) for word in words_of(title)]
    some = [_slipped(chance, word[: chance.randint(3, 9)]) for word in chance.choices(words, k=25)]
    return [*some, *(f"{one} {other}" for one, other in zip(some[::3], some[1::3], strict=False)), *ODD]


def _one_by_one(reader: Reader, kind: str, typed: str) -> list[bytes]:
    """Whoever is shown under somebody else is met by their own name, too."""
    shown = set(reader.ids(kind))
    rows = ((row.id, str(row.get(declared(kind).title, ""))) for row in reader.alone_all(kind, _every(reader, kind)))
    counted = [(slips(typed, title), reader.shown_as(id_)) for id_, title in rows]
    met = sorted(((c, i) for c, i in counted if c is not None and i in shown), key=lambda pair: pair[0])
    return list(dict.fromkeys(id_ for _, id_ in met))


def _every(reader: Reader, kind: str) -> list[bytes]:
    """Return all records in the order in which they came, those too who are shown under others."""
    return list(reader.ids(kind, deleted=True))


def _check(reader: Reader, kind: str) -> int:
    met = 0
    for typed in _typed(reader, kind):
        expected = _one_by_one(reader, kind, typed)
        for limit in (7, 400):
            assert reader.near.ids(kind, words_of(typed), limit) == expected[:limit], typed
        met += bool(expected)
    return met


@pytest.mark.parametrize("kind", ["member", "offer", "place"])
def test_all_who_are_nearly_meant_are_found_in_the_same_order(verbs: Verbs, kind: str) -> None:
    if kind == "place":
        verbs.records.add_many("place", [{"name": "Old Mill"}, {"name": "Quay 4"}], label="Add places")
    assert _check(verbs.reader, kind) > 5


def test_what_is_written_counts_at_once(verbs: Verbs) -> None:
    with closing(verbs.circle.open_reader()) as reader:
        _check(reader, "member")
        ids = reader.ids("member")
        verbs.records.add("member", {"name": "Adékemi Vančura"})
        verbs.records.edit("member", ids[3], {"name": "Bartholomew Xu"})
        verbs.records.remove("member", ids[5])
        verbs.merging.merge(ids[7], ids[8])
        for each in (reader, verbs.reader):
            assert [hit.title for hit in suggest(each, "member", "bartolomev")] == ["Bartholomew Xu"]
            assert [hit.title for hit in suggest(each, "member", "vancrua")] == ["Adékemi Vančura"]
            assert _check(each, "member")


def test_what_was_given_up_is_nobody(verbs: Verbs, tmp_path: Path) -> None:
    with pytest.raises(LookupError), verbs.circle.group("Some that fails"):
        verbs.records.add("member", {"name": "Ghost"})
        assert suggest(verbs.reader, "member", "ghsot")
        raise LookupError
    assert not suggest(verbs.reader, "member", "ghsot")
