"""A member whose record is not here, but a number that another laptop wrote for them by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from sticks import carry
from sync_region import Region, add_member, hashes, invite_to, me

from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Space
from learningcircles.intake.export import export
from learningcircles.journal.operations import SetOp
from learningcircles.laptop import rights
from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine


def numbered_apart(region: Region, folder: Path) -> tuple[Engine, Engine, bytes]:
    """Return two organizers who shut a laptop out while they were apart, and whom one of them had numbered before."""
    pilar = region.found()
    chidi = region.laptop(pilar, "Chidi")
    invitation = invite_to(pilar, "recorder")
    pilar.share()
    pilar.write_bundle(folder / "stick")
    bo = region.join(invitation, "Bo", folder / "stick")
    carry(bo, pilar, folder)
    for engine in (pilar, chidi):
        engine.share()
    late = add_member(bo, "Later", phone="0123", topics=["bread"])
    assert bo.circle.reader.get("member", late)["number"] is None, "it does not know its place"
    carry(bo, pilar, folder)
    region.reachable = False
    for organizer in (chidi, pilar):
        rights.revoke(organizer.circle, me(bo))
    pilar.verbs.people.give_numbers(all_=True)
    assert pilar.circle.reader.get("member", late)["number"]
    return pilar, chidi, late


def meet(region: Region, *engines: Engine) -> None:
    region.reachable = True
    for engine in engines * 3:
        engine.share()
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    assert [check(engine.circle) for engine in engines] == [[] for _ in engines]


def listed(reader: Reader, **more: bool) -> set[bytes]:
    """Return who stands in any list of members; each of them is counted alike."""
    found = [row.id for row in reader.list("member", **more)]
    assert len(found) == reader.count("member", **more) == len(reader.ids("member", **more))
    assert sorted(found) == sorted(reader.ids("member", order="name", **more))
    assert sorted(found) == sorted(row.id for page in reader.pages("member", **more) for row in page)
    return set(found)


@pytest.mark.parametrize("first", [0, 1])
def test_who_has_a_number_and_nothing_else_stands_in_no_list(region: Region, tmp_path: Path, first: int) -> None:
    pilar, chidi, late = numbered_apart(region, tmp_path)
    both = (pilar, chidi) if first == 0 else (chidi, pilar)
    meet(region, *both)
    for engine in both:
        reader = engine.circle.reader
        assert [line.field for line in reader.history("member", late)] == ["number"]
        assert late not in listed(reader) | listed(reader, deleted=True)
        assert None not in {row["name"] for row in reader.list("member", order="balance")}
        assert sum(reader.tally("member", "number").values()) == reader.count("member")
        assert engine.verbs.review.items() == [], "nobody is told of the number of somebody whom nobody sees"
        assert export(reader, "member", "csv", tmp_path / "members.csv") == reader.count("member")
    given = pilar.circle.reader.get("member", late)["number"]
    chidi.verbs.rescue.take_in(next(each.device for each in chidi.verbs.rescue.bundles() if each.records))
    meet(region, *both)
    assert [late in listed(engine.circle.reader) for engine in both] == [True, True]
    record = pilar.circle.reader.get("member", late)
    assert [record[field] for field in ("name", "phone", "topics", "number")] == ["Later", "0123", ["bread"], given]


@pytest.mark.parametrize("wrote", ["note", "cleared", "of a later version", "swap", "attended", "same"])
def test_whom_a_person_has_written_of_is_shown_though_their_record_is_not_here(
    region: Region, tmp_path: Path, wrote: str
) -> None:
    pilar, chidi, late = numbered_apart(region, tmp_path)
    verbs, today = pilar.verbs, "2026-11-20"
    kept = add_member(pilar, "Kept")
    if wrote == "note":
        verbs.records.edit("member", late, {"notes": "Has the key"})
    elif wrote == "cleared":
        verbs.records.edit("member", late, {"phone": None})
    elif wrote == "of a later version":
        with pilar.circle.change("Shoes") as change:
            change.put(Space.PRIVATE, SetOp("member", late, {"shoes": 40}, {}))
    elif wrote == "swap":
        verbs.swaps.record(provider=late, receiver=kept, minutes=60, topic="bread", on=today)
    elif wrote == "attended":
        verbs.meetups.attend(verbs.meetups.plan("Evening", f"{today}T18:00", 60)[0], member=late)
    else:
        verbs.merging.merge(late, kept)
    meet(region, pilar, chidi)
    for engine in (pilar, chidi):
        reader = engine.circle.reader
        assert (late in listed(reader)) == (wrote != "same" or late < kept)
        assert reader.balance(kept) == (-60 if wrote == "swap" else 0)
        assert sum(reader.balances(reader.ids("member")).values()) == 0
    chidi.verbs.rescue.take_in(next(each.device for each in chidi.verbs.rescue.bundles() if each.records))
    meet(region, pilar, chidi)
    record = chidi.circle.reader.alone("member", late)
    assert record is not None and record["name"] == "Later"
