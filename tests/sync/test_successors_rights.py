"""What restored and copied laptops may do that were shut out, may do less, or alone run the circle."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from disks import copied, opened
from sticks import carry, joined
from sync_region import Region, add_member, hashes, me, name_set
from test_successors import settle

from learningcircles.errors import NotAllowed, Refused
from learningcircles.laptop import backup
from learningcircles.laptop.leaving import last_of
from learningcircles.laptop.rights import change_right, revoke
from learningcircles.laptop.succession import mend, succeed
from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine


def test_a_restored_laptop_that_had_been_shut_out_is_told_so_under_its_new_identity(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    folder = copied(amina, tmp_path / "copy")
    add_member(amina, "Since")
    amina.share()
    pilar.share()
    revoke(pilar.circle, me(amina))
    pilar.share()
    again = opened(region, folder)
    assert succeed(again.circle)
    add_member(again, "Under the new identity")
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        again.share()
    assert again.circle.shut_out
    again.write_bundle(tmp_path / "stick")
    assert not pilar.read_bundle(tmp_path / "stick").obstacles, "its work is kept aside, and is not called unknown"
    assert "Under the new identity" not in name_set(pilar)
    assert check(pilar.circle) == []


def test_a_backup_gives_no_right_back_that_was_taken(region: Region, tmp_path: Path) -> None:
    """The laptop has heard that it only looks, and is then put back to before that."""
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    for engine in (pilar, bo):
        engine.share()
    backup.backup(bo.home, bo.circle, tmp_path / "old.backup")
    change_right(pilar.circle, me(bo), "reader")
    pilar.share()
    bo.share()
    assert bo.circle.right == "reader"
    bo.circle.close()
    backup.restore(bo.home, tmp_path / "old.backup", replace=True, surroundings=bo.circle.surroundings)
    again = opened(region, bo.home.folder)
    assert again.circle.right == "reader"
    with pytest.raises(NotAllowed):
        add_member(again, "Late")


@pytest.mark.parametrize("number", range(2))
def test_of_a_laptop_that_was_shut_out_the_branch_that_lost_is_kept_as_well(
    region: Region, tmp_path: Path, number: int
) -> None:
    """It is the copy's, whatever the hashes: the list names the end of the other one."""
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    bo.share()
    twin = opened(region, copied(amina, region.folder / "twin"), 77 + number)
    add_member(amina, "Amina's", notes=str(number))
    amina.share()
    pilar.share()
    add_member(twin, "Twin's")
    twin.write_bundle(region.folder / "stick")
    bo.read_bundle(region.folder / "stick")
    revoke(pilar.circle, me(amina), None)
    for engine in (bo, pilar, bo):
        engine.share()
    assert "Amina's" in name_set(pilar) and "Twin's" not in name_set(pilar)
    for engine in (pilar, bo):
        for bundle in engine.verbs.rescue.bundles():
            engine.verbs.rescue.take_in(bundle.device)
        settle([pilar, bo])
    assert {"Amina's", "Twin's"} <= name_set(pilar)
    assert [engine.verbs.rescue.bundles() for engine in (pilar, bo)] == [[], []]


def test_a_successor_of_a_laptop_that_may_do_less_by_now_judges_its_own_work_as_all_do(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    older = copied(amina, tmp_path / "copy") / amina.circle.path.name
    add_member(amina, "Since")
    amina.share()
    pilar.share()
    change_right(pilar.circle, me(amina), "recorder")
    pilar.share()
    amina.circle.close()
    shutil.copy(older, amina.circle.path)
    again = opened(region, amina.home.folder)
    assert "new identity" in mend(again.circle)
    assert again.circle.right == "organizer", "it has not heard yet"
    again.verbs.records.edit("!charter", again.circle.id, {"objective": "Bread for all"})
    add_member(again, "After the restore")
    settle_private([again, pilar])
    assert again.circle.right == "recorder"
    for engine in (again, pilar):
        assert name_set(engine) >= {"Since", "After the restore"}
        assert engine.circle.reader.get("!charter", engine.circle.id).get("objective") != "Bread for all"
        assert [bundle.device for bundle in engine.verbs.rescue.bundles()] == [me(again)]


def test_the_only_organizer_does_not_step_down_because_a_former_identity_may_run_the_circle(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    former = me(pilar)
    assert succeed(pilar.circle)
    with pytest.raises(Refused, match="only organizer"):
        revoke(pilar.circle, me(pilar))
    settle_private([pilar, amina])
    for right in ("recorder", "reader"):
        with pytest.raises(Refused, match="only organizer"):
            change_right(pilar.circle, me(pilar), right)
    assert pilar.circle.roster.devices[former].right == pilar.circle.right == "organizer"
    assert pilar.circle.roster.state.is_run
    change_right(pilar.circle, me(amina), "organizer")
    settle([pilar, amina])
    change_right(pilar.circle, me(pilar), "recorder")
    settle_private([pilar, amina])
    assert (pilar.circle.right, amina.circle.right) == ("recorder", "organizer")


def test_what_a_laptop_that_was_restored_twice_has_lost_is_no_other_laptop(region: Region, tmp_path: Path) -> None:
    """Her first new identity stands in the list as an organizer's, and nobody holds it any more."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    copies = {seed: copied(pilar, tmp_path / str(seed)) for seed in (95, 96)}
    add_member(pilar, "Not in the backup")
    pilar.share()
    for seed, folder in copies.items():
        pilar = opened(region, folder, seed)
        assert "new identity" in " ".join(pilar.share().sentences)
        settle_private([pilar, amina])
    devices = pilar.circle.roster.devices
    assert [each.right for each in devices.values() if each.succeeds] == ["organizer"] * 2
    for work in (lambda: revoke(pilar.circle, me(pilar)), lambda: change_right(pilar.circle, me(pilar), "reader")):
        with pytest.raises(Refused, match="only organizer"):
            work()
    assert last_of(pilar.circle).what == "organizer" and not pilar.state().safe
    change_right(pilar.circle, me(amina), "organizer")
    settle([pilar, amina])
    assert last_of(pilar.circle).what == "" and pilar.state().safe
    change_right(pilar.circle, me(pilar), "reader")
    settle_private([pilar, amina])
    assert (pilar.circle.right, amina.circle.right) == ("reader", "organizer")


@pytest.mark.parametrize("how", ["lowered", "shut out"])
def test_a_founder_whose_copied_disk_goes_on_elsewhere_can_shut_the_copy_out(
    region: Region, tmp_path: Path, how: str
) -> None:
    pilar = region.found()
    thief = opened(region, copied(pilar, tmp_path / "copy"))
    assert succeed(thief.circle)
    thief.share()
    pilar.share()
    assert pilar.circle.roster.devices[me(thief)].succeeds == me(pilar)
    if how == "lowered":
        change_right(pilar.circle, me(thief), "recorder")
    else:
        revoke(pilar.circle, me(thief))
    outcome = pilar.share()
    copy = pilar.circle.roster.devices[me(thief)]
    assert (copy.revoked, copy.right) == ((False, "recorder") if how == "lowered" else (True, "organizer"))
    assert not outcome.sentences and pilar.circle.right == "organizer" and not pilar.circle.shut_out


def settle_private(engines: list[Engine]) -> None:
    """Like `settle`, where not all may open the organizers' space."""
    for _ in range(3):
        for engine in engines:
            engine.share()
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    assert all(check(engine.circle) == [] for engine in engines)


def test_two_copies_of_a_laptop_that_was_shut_out_are_both_told_so(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    copies = [opened(region, copied(amina, tmp_path / str(seed)), seed) for seed in (95, 96)]
    revoke(pilar.circle, me(amina))
    for copy in copies:
        assert succeed(copy.circle)
    pilar.share()
    for copy in copies:
        with pytest.raises(NotAllowed, match="taken this laptop out"):
            copy.share()
        assert copy.circle.shut_out


def test_the_only_organizer_is_restored_and_still_has_the_keys_that_it_made_since(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    bo = region.laptop(pilar, "Bo", "recorder")
    for engine in (pilar, amina):
        engine.share()
    folder = copied(pilar, tmp_path / "copy")
    revoke(pilar.circle, me(amina))
    pilar.share()
    bo.share()
    add_member(bo, "Under the new key")
    bo.share()
    again = opened(region, folder)
    assert succeed(again.circle)
    for _ in range(2):
        for engine in (again, bo):
            engine.share()
    assert "Under the new key" in name_set(again)
    assert again.circle.roster.state.is_run
    chidi = region.laptop(again, "Chidi")
    add_member(chidi, "From Chidi")
    for engine in (chidi, again, bo):
        engine.share()
    assert {"Under the new key", "From Chidi"} <= name_set(chidi) & name_set(bo)
    settle([again, chidi])


def test_the_only_organizer_whose_file_alone_is_restored_twice_still_has_the_keys_that_it_made_since(
    region: Region, tmp_path: Path
) -> None:
    """They are sealed to the identity that it had then, which neither the older file knows nor the keys beside it."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    bo = region.laptop(pilar, "Bo", "recorder")
    older = copied(pilar, tmp_path / "copy") / pilar.circle.path.relative_to(pilar.home.folder)
    add_member(pilar, "Since")
    revoke(pilar.circle, me(amina))
    for engine in (pilar, bo):
        engine.share()
    add_member(bo, "Under the new key")
    bo.share()
    for seed in (95, 96):
        pilar.circle.close()
        shutil.copy(older, pilar.circle.path)
        pilar = opened(region, pilar.home.folder, seed)
        mend(pilar.circle)
    assert [each.succeeds is None for each in pilar.circle.roster.devices.values()].count(False) == 1
    settle_private([pilar, bo])
    assert "Under the new key" in name_set(pilar) and pilar.circle.roster.state.is_run
    chidi = region.laptop(pilar, "Chidi")
    settle([pilar, chidi])
    assert "Under the new key" in name_set(chidi)


def test_shutting_a_laptop_out_by_what_it_was_takes_over_the_list_that_it_keeps_as_what_it_is(
    region: Region, tmp_path: Path
) -> None:
    """Else that would wait for whoever is shut out with it, and so would everything after it."""
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    former = me(pilar)
    again = opened(region, copied(pilar, tmp_path / "copy"))
    assert succeed(again.circle)
    carry(again, amina, tmp_path)
    assert amina.circle.roster.sequencer == again.circle.secrets.device.sign.public
    assert revoke(amina.circle, former), "it holds already"
    roster = amina.circle.roster
    assert roster.sequencer == amina.circle.secrets.device.sign.public and not roster.proposals
    assert roster.devices[former].revoked and roster.devices[me(again)].revoked
    carry(amina, again, tmp_path)
    assert again.circle.shut_out and check(amina.circle) == []
