"""Restored and copied laptops, with their real folders: each goes on under a new identity, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to

from learningcircles.errors import NotAllowed, Refused
from learningcircles.laptop import identity
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.leaving import last_of
from learningcircles.laptop.rights import change_right, revoke
from learningcircles.laptop.succession import is_older_copy, mend, succeed
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine

DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def region(tmp_path: Path) -> Region:
    return Region(tmp_path)


def me(engine: Engine) -> bytes:
    return engine.circle.secrets.device.id


def names(engine: Engine) -> set[str]:
    return {str(row["name"]) for row in engine.circle.reader.list("member")}


def copied(engine: Engine, folder: Path) -> Path:
    """Copy a laptop's whole folder, as a backup program or a cloned disk would."""
    engine.circle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(engine.home.folder, folder)
    return folder


def opened(region: Region, folder: Path, seed: int = 77) -> Engine:
    home, world = Home.default({"LEARNINGCIRCLES_HOME": str(folder)}), seeded(seed, region.clock)
    return region.engine(home, open_circle(home, surroundings=world), world)


def settle(engines: list[Engine]) -> None:
    """Share until a further share moves nothing, and check that all agree and every table is its journal's fold."""
    for _ in range(3):
        for engine in engines:
            last = engine.share()
    assert (last.sent, last.received, last.waiting) == (0, 0, 0)
    assert len({str(hashes(engine)) for engine in engines}) == 1
    assert all(check(engine.circle) == [] for engine in engines)


def test_two_copies_of_one_laptop_end_as_two_laptops(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Before")
    amina.share()
    twin = opened(region, copied(amina, tmp_path / "twin"))
    said: list[str] = []
    for number in range(3):
        add_member(amina, f"Amina's {number}")
        add_member(twin, f"Twin's {number}")
        said += [*amina.share().sentences, *twin.share().sentences]
    settle([amina, twin, pilar])
    assert me(amina) != me(twin), "no two laptops write under one identity"
    assert any("new identity" in sentence for sentence in said)
    assert names(pilar) >= {"Before"} | {f"{who} {n}" for who in ("Amina's", "Twin's") for n in range(3)}
    named = {str(row["name"]) for row in pilar.circle.reader.list("device")}
    assert {"Amina's laptop", "Amina's laptop (2)"} <= named


def test_an_older_file_beside_its_mark_is_noticed_without_a_network(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Not shared when the copy was made")
    older = copied(amina, tmp_path / "copy") / amina.circle.path.name
    phone = add_member(amina, "Since")
    amina.share()
    pilar.share()
    pilar.verbs.records.edit("member", phone, {"notes": "newer"})
    pilar.share()
    amina.circle.close()
    shutil.copy(older, amina.circle.path)
    region.reachable = False
    again = opened(region, amina.home.folder)
    assert is_older_copy(again.circle)
    before = me(again)
    assert "new identity" in mend(again.circle)
    assert me(again) != before and mend(again.circle) == ""
    add_member(again, "After the restore")
    assert names(again) >= {"Not shared when the copy was made", "After the restore"}
    region.reachable = True
    settle([again, pilar])
    assert names(pilar) >= {"Not shared when the copy was made", "Since", "After the restore"}
    assert pilar.circle.reader.get("member", phone)["notes"] == "newer"
    reopened = opened(region, amina.home.folder)
    assert me(reopened) == me(again), "the new identity is kept"


def test_a_whole_folder_from_a_backup_is_noticed_by_the_hub(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    member = add_member(amina, "Before", notes="old")
    amina.verbs.records.edit("member", member, {"notes": "waits in the copy"})
    folder = copied(amina, tmp_path / "copy")
    amina.share()
    pilar.share()
    pilar.verbs.records.edit("member", member, {"notes": "Pilar's"})
    pilar.share()
    amina.circle.close()
    again = opened(region, folder)
    assert not is_older_copy(again.circle), "the mark is as old as the file"
    add_member(again, "After the restore")
    outcome = again.share()
    assert outcome.waiting == 0 and any("new identity" in sentence for sentence in outcome.sentences)
    settle([again, pilar])
    assert pilar.circle.reader.get("member", member)["notes"] == "Pilar's", "what is written again is as old as it was"
    assert "After the restore" in names(pilar)
    assert again.circle.roster.devices[me(again)].succeeds == me(amina)


def test_who_hears_that_others_have_more_of_its_log_writes_no_more_in_it(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    folder = copied(amina, tmp_path / "copy")
    add_member(amina, "Since")
    for engine in (amina, pilar):
        engine.share()
    held = Exchange(pilar.circle).heads_of(me(amina))
    region.clock.ms += 2 * DAY_MS  # what is to be published waits until the hub has told its time
    again = opened(region, folder)
    again.verbs.records.add("offer", {"title": "Kiln", "reach": 3})
    assert again.share().sentences
    settle([pilar, again])
    assert Exchange(pilar.circle).heads_of(me(amina)) == held
    assert Exchange(pilar.circle).heads_of(me(again)).keys() == {1, 2}, "it publishes in its new one"


def test_a_restored_laptop_that_keeps_the_list_still_keeps_it(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    copy = copied(pilar, tmp_path / "copy") / pilar.circle.path.name
    add_member(pilar, "Since")
    pilar.write_bundle(tmp_path / "stick")
    pilar.circle.close()
    shutil.copy(copy, pilar.circle.path)
    again = opened(region, pilar.home.folder)
    assert mend(again.circle)
    assert again.circle.roster.sequencer == again.circle.secrets.device.sign.public
    again.read_bundle(tmp_path / "stick")
    assert "Since" in names(again)
    again.write_bundle(tmp_path / "stick2")
    assert check(again.circle) == []


def test_a_stick_tells_a_copied_laptop_too(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar)
    pilar.write_bundle(tmp_path / "stick")
    amina = region.join(invitation, "Amina", tmp_path / "stick")
    twin = opened(region, copied(amina, tmp_path / "twin"))
    said: list[str] = []
    for number in range(3):
        for engine, who in ((amina, "One"), (twin, "Two"), (pilar, "Pilar")):
            add_member(engine, f"{who} {number}")
            said += engine.read_bundle(tmp_path / "stick").sentences
            engine.write_bundle(tmp_path / "stick")
    assert any("new identity" in sentence for sentence in said)
    for engine in (amina, twin, pilar, amina, twin):
        engine.read_bundle(tmp_path / "stick")
        engine.write_bundle(tmp_path / "stick")
    assert me(amina) != me(twin)
    assert names(pilar) >= {f"{who} {number}" for who in ("One", "Two", "Pilar") for number in range(3)}
    assert hashes(amina) == hashes(twin) == hashes(pilar)
    assert all(check(engine.circle) == [] for engine in (amina, twin, pilar))


def test_what_was_shared_before_a_restore_stays_whichever_branch_has_the_lower_hash(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found()
    for number in range(6):
        amina = region.laptop(pilar, f"Amina {number}")
        folder = copied(amina, tmp_path / f"copy {number}")
        add_member(amina, f"Shared after the copy {number}")
        amina.share()
        amina.circle.close()
        again = opened(region, folder, 200 + number)
        add_member(again, f"After the restore {number}")
        assert again.share().waiting == 0
        assert {f"Shared after the copy {number}", f"After the restore {number}"} <= names(again)
        pilar.share()
        assert names(again) <= names(pilar)


def test_members_added_under_an_identity_that_never_had_its_place_get_their_number(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar, "recorder")
    pilar.write_bundle(tmp_path / "stick")
    bo = region.join(invitation, "Bo", tmp_path / "stick")
    add_member(bo, "Before")
    bo.write_bundle(tmp_path / "lost")
    assert succeed(bo.circle)
    for engine in (bo, pilar, bo):
        engine.write_bundle(tmp_path / "stick")
        for other in (pilar, bo):
            other.read_bundle(tmp_path / "stick")
    add_member(bo, "After")
    bo.write_bundle(tmp_path / "stick")
    pilar.read_bundle(tmp_path / "stick")
    numbers = {str(row["name"]): row["number"] for row in pilar.circle.reader.list("member")}
    assert numbers.keys() == {"Pilar", "Bo", "Before", "After"} and None not in numbers.values(), numbers
    assert len(set(numbers.values())) == 4
    assert check(pilar.circle) == []


def test_a_program_that_has_the_file_open_follows(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    other = opened(region, amina.home.folder, 78)
    add_member(other, "Opened before")
    assert succeed(amina.circle)
    add_member(other, "Written by the other program")
    assert me(other) == me(amina)
    settle([amina, pilar])
    assert names(pilar) >= {"Opened before", "Written by the other program"}


@pytest.mark.parametrize("after", ["prepare", "transaction", "settle"])
def test_a_power_cut_at_any_moment_leaves_keys_that_fit(
    region: Region, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Kept")
    old = me(amina)
    real = {"prepare": identity.Identity.prepare, "settle": identity.Identity.settle}

    def cut(self: identity.Identity, secrets: object) -> object:
        if after == "transaction":
            raise PowerCut
        real["prepare" if after == "prepare" else "settle"](self, secrets)
        raise PowerCut

    monkeypatch.setattr(identity.Identity, "prepare" if after == "prepare" else "settle", cut)
    with pytest.raises(PowerCut):
        succeed(amina.circle)
    monkeypatch.undo()
    amina.circle.close()
    again = opened(region, amina.home.folder)
    assert (me(again) == old) == (after == "prepare")
    add_member(again, "Afterwards")
    settle([again, pilar])
    assert names(pilar) >= {"Kept", "Afterwards"}


def test_what_a_restored_laptop_had_shared_after_the_copy_is_not_written_twice(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Not shared when the copy was made")
    folder = copied(amina, tmp_path / "copy")
    add_member(amina, "Since")
    amina.share()
    amina.circle.close()
    again = opened(region, folder)
    add_member(again, "Restored")
    again.share()
    settle([again, pilar])
    written = pilar.circle.connection.execute("SELECT count(*), count(DISTINCT tick) FROM changeset WHERE space=1")
    whole, different = written.fetchone()
    assert whole == different


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
    assert "Under the new identity" not in names(pilar)
    assert check(pilar.circle) == []


def test_of_a_laptop_that_was_shut_out_the_branch_that_lost_is_kept_as_well(tmp_path: Path) -> None:
    first: set[bool] = set()
    for number in range(20):  # which branch counts is a matter of hashes
        region = Region(tmp_path / str(number))
        region.folder.mkdir()
        pilar = region.found()
        amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
        bo.share()
        twin = opened(region, copied(amina, region.folder / "twin"), 77 + number)
        add_member(amina, "Amina's")
        amina.share()
        pilar.share()
        add_member(twin, "Twin's")
        twin.write_bundle(region.folder / "stick")
        bo.read_bundle(region.folder / "stick")
        revoke(pilar.circle, me(amina), None)
        for engine in (bo, pilar, bo):
            engine.share()
        before = names(pilar)
        for engine in (pilar, bo):
            for bundle in engine.verbs.rescue.bundles():
                engine.verbs.rescue.take_in(bundle.device)
            settle([pilar, bo])
        assert {"Amina's", "Twin's"} <= names(pilar)
        assert [engine.verbs.rescue.bundles() for engine in (pilar, bo)] == [[], []]
        first.add("Amina's" in before)
        if len(first) == 2:
            return
    raise AssertionError("always the same branch counts")


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
        assert names(engine) >= {"Since", "After the restore"}
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
    """Only one successor of a laptop that was shut out is kept in the list; the other one learns of it all the same."""
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
    assert "Under the new key" in names(again)
    assert again.circle.roster.state.is_run
    chidi = region.laptop(again, "Chidi")
    add_member(chidi, "From Chidi")
    for engine in (chidi, again, bo):
        engine.share()
    assert {"Under the new key", "From Chidi"} <= names(chidi) & names(bo)
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
    assert "Under the new key" in names(pilar) and pilar.circle.roster.state.is_run
    chidi = region.laptop(pilar, "Chidi")
    settle([pilar, chidi])
    assert "Under the new key" in names(chidi)


@pytest.mark.parametrize("right", ["reader", "recorder"])
def test_who_went_on_and_has_nothing_to_say_asks_once_a_share(region: Region, right: str) -> None:
    pilar = region.found()
    jo = region.laptop(pilar, "Jo", right)
    for engine in (jo, pilar, jo):
        engine.share()
    assert succeed(jo.circle)
    for engine in (jo, pilar, jo, pilar):
        engine.share()
    assert [jo.share().requests for _ in range(3)] == [1, 1, 1]
