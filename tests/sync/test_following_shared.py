"""Requests that two laptops turned apart, by each way of sharing: open again with the share that tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sticks import ask_beside, carry
from sync_region import Region, add_member, hashes, invite_to, me
from test_clocks import shift

from learningcircles.circle.believing import ASKS_MS, check_clock
from learningcircles.circle.listings import in_force
from learningcircles.laptop import rights
from learningcircles.laptop.joining import is_arriving
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.engine import Engine

DAY = "2027-02-20"


@pytest.fixture
def pilar(region: Region) -> Engine:
    return region.found()


@pytest.fixture
def amina(region: Region, pilar: Engine) -> Engine:
    invitation = invite_to(pilar, "organizer")
    pilar.share()
    engine = region.join(invitation, "Amina")
    for each in (engine, pilar, engine):
        each.share()
    return engine


def asked(engine: Engine) -> bytes:
    """Return a request that anybody may see, which is shown on the hub while it is open."""
    fields = {"title": "Guitar", "member": engine.verbs.records.add("member", {"name": "Bo"})[0], "reach": 3}
    return engine.verbs.records.add("request", fields)[0]


def turned_apart(request: bytes, *engines: Engine) -> None:
    """Let each laptop propose somebody, and decline that without knowing what the other one declines."""
    helper, _ = engines[0].verbs.records.add("member", {"name": "Chika"})
    for engine in (*engines, *engines):
        engine.share()
    swaps = [each.verbs.swaps.propose(request, helper, 60, DAY)[0] for each in engines]
    for engine in (*engines, *engines):
        engine.share()
    for engine, swap in zip(engines, swaps, strict=True):
        engine.verbs.swaps.decline(swap)


def states(request: bytes, *engines: Engine) -> list[object]:
    """Return how it stands on each laptop."""
    return [each.verbs.reader.get("request", request)["state"] for each in engines]


def unanswered(engine: Engine) -> list[object]:
    """Return what Today counts as unanswered."""
    where = in_force("2027-02-01")
    return [row["title"] for row in engine.verbs.reader.list("request", where={**where, "state": "open"})]


def test_the_share_that_tells_opens_it_and_says_so(region: Region, pilar: Engine, amina: Engine) -> None:
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    amina.share()
    outcome = pilar.share()
    assert states(request, pilar) == ["open"] and ("request", request) in outcome.changes.touched
    amina.share()
    assert states(request, pilar, amina) == ["open", "open"]
    assert unanswered(pilar) == unanswered(amina) == ["Guitar"]
    for engine in (pilar, amina):
        assert engine.share().sent == 0, "nothing more to say"
    assert hashes(pilar) == hashes(amina)


def test_what_is_open_again_is_shown_on_the_hub_with_the_same_share(pilar: Engine, amina: Engine) -> None:
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    assert pilar.verbs.reader.get("item", request)["body"] is None, "it was matched"
    amina.share()
    outcome = pilar.share()
    assert pilar.verbs.reader.get("item", request)["body"]["title"] == "Guitar" and outcome.waiting == 0
    assert pilar.share().sent == amina.share().sent == 0


def test_a_stick_opens_it_too_and_comes_to_an_end(region: Region, pilar: Engine, amina: Engine, tmp_path: Path) -> None:
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    pilar.write_bundle(tmp_path / "stick")
    outcome = amina.read_bundle(tmp_path / "stick")
    assert states(request, amina) == ["open"] and ("request", request) in outcome.changes.touched
    carry(amina, pilar, tmp_path)
    carry(pilar, amina, tmp_path)
    assert states(request, pilar, amina) == ["open", "open"]
    amina.write_bundle(tmp_path / "stick")
    assert pilar.read_bundle(tmp_path / "stick").new == 0


def test_two_laptops_beside_each_other(region: Region, pilar: Engine, amina: Engine) -> None:
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    ask_beside(region, pilar, amina)
    assert states(request, pilar, amina) == ["open", "open"]


def test_what_a_laptop_that_is_shut_out_said_by_itself_is_no_work_to_take_in(
    region: Region, pilar: Engine, amina: Engine, tmp_path: Path
) -> None:
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    carry(pilar, amina, tmp_path)
    assert states(request, amina) == ["open"]
    rights.revoke(pilar.circle, me(amina))
    carry(pilar, amina, tmp_path)
    (bundle,) = amina.verbs.rescue.bundles()
    assert (bundle.actions, bundle.records) == (1, {"swap": 1}), "the exchange that it declined"


def hand_over(giver: Engine, taker: Engine) -> None:
    """Let what one has written come to another one, who has not said yet what follows from it."""
    source, target = Exchange(giver.circle), Exchange(taker.circle)
    source.close_tail()
    assert not target.receive(source.after(target.have(), 10**9)).rejected


def test_a_laptop_whose_clock_is_in_doubt_says_nothing_by_itself_until_it_is_believed(
    region: Region, pilar: Engine, amina: Engine
) -> None:
    off = [0]
    amina = shift(region, amina, lambda: off[0])
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    off[0] = 3 * 365 * ASKS_MS
    amina.circle.before_first_write = check_clock
    amina.share()
    hand_over(pilar, amina)
    assert not amina.preparing.follow() and states(request, amina) == ["matched"]
    off[0] = 0
    amina.share()
    assert states(request, amina) == ["open"]


def test_a_laptop_that_is_still_to_get_the_rest_says_nothing(region: Region, pilar: Engine, amina: Engine) -> None:
    request = asked(pilar)
    invitation = invite_to(pilar)
    turned_apart(request, pilar, amina)
    for parcel in range(4):  # more than what a laptop that joins gets at first
        with pilar.circle.together():
            for place in range(40):
                add_member(pilar, f"Member {parcel}-{place}", notes=pilar.circle.surroundings.random(900).hex())
        pilar.share()
    kim = region.join(invitation, "Kim")
    hand_over(amina, kim)
    assert is_arriving(kim.circle) and not kim.preparing.follow() and states(request, kim) == ["matched"]
    kim.share()
    assert not is_arriving(kim.circle) and states(request, kim) == ["open"]


def test_what_is_open_again_is_not_shown_by_a_date_that_nobody_has_told_today(
    region: Region, pilar: Engine, amina: Engine
) -> None:
    request = asked(pilar)
    turned_apart(request, pilar, amina)
    hand_over(amina, pilar)
    region.clock.ms += 2 * ASKS_MS
    pilar.preparing.run()
    assert states(request, pilar) == ["open"] and pilar.verbs.reader.get("item", request)["body"] is None
    pilar.share()
    assert pilar.verbs.reader.get("item", request)["body"]["title"] == "Guitar"
