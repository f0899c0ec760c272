"""What a laptop is to write again of its own goes into its log at once, and out with the same share."""

from __future__ import annotations

from catalogue_place import Place
from disks import cloned, copied, rivals
from forks import brought_up, winner
from sync_region import add_member, me, name_set
from test_erasing_disks import winning_clone

from learningcircles.laptop.succession import succeed
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.rescue import losing_segments
from learningcircles_sync.session import Session


def test_what_loses_of_a_former_log_within_a_share_goes_out_with_it(place: Place) -> None:
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    engine, clones = cloned(region, pilar, 49), rivals(region, pilar)
    add_member(pilar, "Ana")
    place.share(pilar, amina)
    add_member(engine, "Zoe")
    place.share(engine)
    assert me(engine) != me(pilar) and "Ana" in name_set(engine)
    winner(clones, amina, folder)
    place.share(amina)
    assert engine.share().waiting == 0, "Ana is in its own log now, and with the hub"
    amina.share()
    assert "Ana" in name_set(amina) and check(amina.circle) == check(engine.circle) == []
    assert engine.share().requests == amina.share().requests == 1


def test_a_copy_that_the_second_conversation_of_a_share_finds_is_mended_at_once(place: Place) -> None:
    first, second = (Session(Exchange(place.pilar.circle), None) for _ in range(2))
    second.restored = True
    first.add(second)
    assert first.restored


def test_what_was_said_instead_is_written_again_also_where_another_log_changes_its_branch(place: Place) -> None:
    """Its header came in an earlier part, what is said instead comes with a branch of somebody else's that wins."""
    region, pilar = place.region, place.pilar
    bo = region.laptop(pilar, "Bo")
    disk = copied(bo, place.folder.path / "disk")
    add_member(bo, "By Bo")
    place.share(bo, pilar)
    amina, restored = brought_up(place)
    place.share(amina)
    other = winning_clone(region, disk, pilar)
    assert succeed(restored.circle)
    exchange = Exchange(restored.circle)
    exchange.receive_roster(amina.circle.roster.placed, [])
    exchange.receive(losing_segments(amina.circle.journal), lost=True)
    assert "Ana" not in name_set(restored), "what is said instead is not here yet"
    of_amina = Exchange(amina.circle).after(exchange.have(), 10**9)
    branch = Exchange(other.circle).after({(1, me(bo)): 0}, 10**9)
    exchange.receive([*of_amina, *branch])
    assert "By the clone" in name_set(restored), "the branch has not won"
    assert {"Ana", "Ben"} <= name_set(restored) and check(restored.circle) == []
