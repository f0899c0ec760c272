"""What loses of others' logs is brought to the hub whole: all pages, all branches, and again where the hub lost it."""

from __future__ import annotations

import pytest
from catalogue_place import Place
from disks import rivals
from forks import only_small_pages, winner
from sticks import carry
from sync_region import add_member, me, name_set

from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import aside as hub_aside


def aside(place: Place) -> int:
    """How many segments the hub keeps that lost."""
    with place.store.snapshot() as connection:
        return int(connection.execute("SELECT count(*) FROM aside").fetchone()[0])


def brings(place: Place, lost: list[str], *branches: str) -> tuple[Engine, Engine]:
    """Return a laptop that was given several branches of one log by stick, and the last of those who wrote one.

    The one with the members `lost` loses; the hub has none of them yet.
    """
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    copies = [rivals(region, pilar, start) for start in (50, 300)]
    for name in lost:
        add_member(pilar, name)
        carry(pilar, amina, folder)
    engine = pilar
    for name, clones in zip(branches, copies, strict=False):
        engine = winner(clones, amina, folder, lambda each, name=name: add_member(each, name))
        assert name in name_set(amina)
    return amina, engine


def test_a_branch_longer_than_a_page_is_brought_whole(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = ["Ana", "Ben", "Cleo", "Dee"]
    amina, restored = brings(place, lost, "Zoe")
    only_small_pages(monkeypatch)
    place.share(amina)
    assert aside(place) == len(lost)
    place.share(restored, amina)
    assert {*lost, "Zoe"} <= name_set(restored) and check(restored.circle) == []


def test_each_of_several_branches_of_a_log_is_brought(place: Place) -> None:
    amina, last = brings(place, ["Ana", "Ben"], "Yan", "Zoe")
    place.share(amina, last, amina)
    assert {"Ana", "Ben", "Yan", "Zoe"} <= name_set(last) and check(last.circle) == []
    assert {"Ana", "Ben", "Yan", "Zoe"} <= name_set(amina) and amina.verbs.rescue.bundles() == []


def test_a_hub_that_lost_what_it_was_brought_is_brought_it_again(place: Place) -> None:
    """It was restored from a backup that held all logs, so that nothing else shows it."""
    amina, restored = brings(place, ["Ana", "Ben"], "Zoe")
    place.share(amina)
    kept = aside(place)
    assert kept >= 2, "and what each clone wrote whose branch has not won"
    place.store.write_room(place.pilar.circle.id, lambda room: room.aside.clear({}))
    assert aside(place) == 0
    place.share(amina)
    assert aside(place) == kept
    assert amina.share().requests == 1, "once"
    place.share(restored)
    assert {"Ana", "Ben", "Zoe"} <= name_set(restored) and check(restored.circle) == []


def test_a_hub_keeps_no_more_of_a_branch_that_it_drops(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 2)
    pilar = place.pilar
    amina, _ = brings(place, ["Ana", "Ben", "Cleo"], "Zoe")
    pilar.share()
    place.share(amina)
    with place.store.snapshot() as connection:
        kept = [seq for (seq,) in connection.execute("SELECT seq FROM aside ORDER BY seq")]
        (first,) = connection.execute(
            "SELECT max(seq) FROM segment WHERE device=? AND space=1", (me(pilar),)
        ).fetchone()
    assert kept == [first, first + 1], "those that the others follow"
