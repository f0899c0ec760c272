"""Forms that are begun and not finished, where somebody is erased: those about them go, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import LATER, MAIL, NAME, PHONE, hub_region, share
from sync_region import Region, add_member

from learningcircles.laptop.erasing import erase
from learningcircles.laptop.foreseeing import foresee
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.engine import Engine

OTHERS = {
    "member": {"name": "Four", "topics": ["bread"], "phone": "0612 999 999"},
    "member beside 00112233": {"name": "Grace Bo"},
    "exchange": {"notes": "Good evening, we met at the amina school", "minutes": "30"},
    "meetup": {"title": "Open day", "start": {"at": "2030-05-04T11:00"}},
}
THEIRS = {
    "member beside 1": {"name": NAME},
    "member beside 2": {"name": "amina adeyemi"},
    "member beside 3": {"name": "Amina A"},
    "request": {"title": "A lift for Mrs Adeyemi"},
    "offer": {"notes": "Call 06 12-34 56.78 at nine"},
    "offer beside 1": {"notes": f"write to {MAIL.upper()}"},
    "offer beside 2": {"notes": "Ask Mina for the key"},
    "offer beside 3": {"texts": ["Rua Quinze 15"]},
}


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def begin(engine: Engine, member: bytes, swap: bytes) -> dict[str, object]:
    """Begin all of these forms; returns those that are about the member."""
    ids = {"exchange beside 1": {"provider": member}, f"member {member.hex()}": {}, f"exchange {swap.hex()}": {}}
    for name, values in (OTHERS | THEIRS | ids).items():
        engine.verbs.drafts.keep_draft(name, values)
    return THEIRS | ids


def begun(engine: Engine) -> set[str]:
    return {name for name, _ in engine.verbs.drafts.drafts()}


def test_the_forms_about_who_is_erased_go_on_every_laptop_and_no_others(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo", "recorder")
    amina = add_member(
        first, NAME, phone=PHONE, email=MAIL, address={"text": "Rua Quinze 15"}, address_as="Mina", topics=["bread"]
    )
    grace = add_member(first, "Grace Bo")
    swap, _ = first.verbs.swaps.record(amina, grace, 30, "bread")
    share(first, second)
    theirs = [begin(engine, amina, swap) for engine in (first, second)]
    assert foresee(first.verbs, amina).drafts == len(theirs[0])
    erase(first.verbs, amina)
    share(first, second)
    assert begun(first) == begun(second) == OTHERS.keys()
    erase(first.verbs, grace)
    share(first, second)
    assert begun(first) == begun(second) == OTHERS.keys() - {"member beside 00112233"}


def test_a_part_of_the_name_that_somebody_else_has_too_is_theirs(region: Region) -> None:
    """The beginning of the whole name is not: nobody else's is that."""
    first = region.found()
    amina = add_member(first, NAME)
    for name in ("Tunde Adeyemi", "Amina Ruiz"):
        add_member(first, name)
    for draft, name in (("offer", "Tunde Adeyemi's lift"), ("request", "Mrs Adeyemi's bread"), ("member", "Amina R")):
        first.verbs.drafts.keep_draft(draft, {"notes": name})
    first.verbs.drafts.keep_draft("member beside 1", {"name": "Amina A"})
    erase(first.verbs, amina)
    share(first)
    assert begun(first) == {"offer", "request", "member"}


def test_what_only_others_knew_is_looked_for_in_forms_too(region: Region) -> None:
    first = region.found()
    away = region.laptop(first, "Yan")
    amina = add_member(first, NAME)
    share(first, away)
    away.verbs.drafts.keep_draft("offer", {"notes": f"Call {LATER[0]} at nine"})
    away.verbs.drafts.keep_draft("request", {"notes": "Call +33 698 999 999 at nine"})
    first.verbs.records.edit("member", amina, {"phone": LATER[0]})
    erase(first.verbs, amina)
    share(first)
    Exchange(away.circle).receive_roster(first.circle.roster.placed, [])  # before the records
    assert begun(away) == {"request"}


def test_a_laptop_that_never_knew_who_is_erased_drops_all_as_soon_as_it_is_brought_something_of_them(
    region: Region, tmp_path: Path
) -> None:
    first = region.found()
    away, cy = region.laptop(first, "Yan"), region.laptop(first, "Cy")
    share(first, away)
    amina = add_member(first, NAME)
    share(first, cy)
    cy.write_bundle(tmp_path / "stick")
    away.verbs.drafts.keep_draft("member", {"name": "Four"})
    erase(first.verbs, amina)
    share(first)
    Exchange(away.circle).receive_roster(first.circle.roster.placed, [])
    assert begun(away) == {"member"}
    away.read_bundle(tmp_path / "stick")
    assert begun(away) == set()


def test_a_name_that_is_typed_without_its_accents_is_theirs_unless_somebody_else_is_called_so(region: Region) -> None:
    first = region.found()
    zoe = add_member(first, "Zoé Ñandú", address_as="Søs")
    for name in ("Zoe Ruiz", "Zoé Ferrand"):
        add_member(first, name)
    texts = ("ask Zoe Nandu for the key", "Nandu's lift", "ask Zoé Ñandú", "Zoe N", "Zoe's bread", "a nandu", "Sos")
    for number, text in enumerate(texts):
        first.verbs.drafts.keep_draft(f"offer beside {number}", {"notes": text})
    first.verbs.drafts.keep_draft("offer", {"notes": "at the zoo they feed a nandu"})
    erase(first.verbs, zoe)
    share(first)
    assert begun(first) == {"offer", "offer beside 4"}


def test_what_stood_in_memory_alone_while_somebody_was_erased_is_kept_no_more(region: Region, tmp_path: Path) -> None:
    """Nobody knows what they were called any more: so also where a laptop heard of it later, or never knew them."""
    first = region.found()
    away, cy = region.laptop(first, "Yan"), region.laptop(first, "Cy")
    amina = add_member(first, NAME)
    share(first, away)
    laptops = [first.verbs.drafts, away.verbs.drafts]
    before = [each.erasures() for each in laptops]
    erase(first.verbs, amina)
    share(first, away)
    told = [each.erasures() for each in laptops]
    assert not any(
        each.keep_draft("offer", {"notes": NAME}, since=at) for each, at in zip(laptops, before, strict=True)
    )
    assert all(each.keep_draft("offer", {"notes": NAME}, since=at) for each, at in zip(laptops, told, strict=True))
    grace = add_member(first, "Grace Bo")
    share(first, cy)
    cy.write_bundle(tmp_path / "stick")
    erase(first.verbs, grace)
    share(first)
    Exchange(away.circle).receive_roster(first.circle.roster.placed, [])
    since = away.verbs.drafts.erasures()
    away.read_bundle(tmp_path / "stick")
    assert not away.verbs.drafts.keep_draft("member", {"name": "Grace"}, since=since)
