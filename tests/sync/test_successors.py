"""Restored and copied laptops, with their real folders: each goes on under a new identity, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from disks import copied, opened
from sync_region import Region, add_member, hashes, invite_to, me, name_set

from learningcircles.circle.create import open_circle
from learningcircles.laptop import identity, succession
from learningcircles.laptop.succession import is_older_copy, mend, succeed
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles_sync.engine import Engine
from learningcircles_sync.preparing import HEARD_LATELY_MS

DAY_MS = 24 * 3600 * 1000


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
    assert name_set(pilar) >= {"Before"} | {f"{who} {n}" for who in ("Amina's", "Twin's") for n in range(3)}
    named = {str(row["name"]) for row in pilar.circle.reader.list("device")}
    assert {"Amina's laptop", "Amina's laptop (2)"} <= named


def test_one_that_could_not_be_named_as_it_went_on_is_named_as_it_is_opened_next(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program begins to write just after it has its new identity."""
    amina = region.laptop(region.found(), "Amina")
    circle = opened(region, copied(amina, tmp_path / "twin")).circle
    other = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
    become = succession.become

    def meanwhile(*given: Any) -> None:
        become(*given)
        other.connection.execute("BEGIN IMMEDIATE")

    monkeypatch.setattr(succession, "become", meanwhile)
    circle.connection.execute("PRAGMA busy_timeout = 0")
    assert succeed(circle)
    other.connection.execute("ROLLBACK")
    other.close()
    assert circle.reader.find_one("device", circle.secrets.device.id) is None, "or this shows nothing"
    assert mend(circle) == ""
    assert circle.reader.get("device", circle.secrets.device.id)["name"] == "Amina's laptop (2)"


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
    assert name_set(again) >= {"Not shared when the copy was made", "After the restore"}
    region.reachable = True
    settle([again, pilar])
    assert name_set(pilar) >= {"Not shared when the copy was made", "Since", "After the restore"}
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
    assert "After the restore" in name_set(pilar)
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


def test_a_folder_from_a_backup_hears_of_its_log_before_it_goes_on_in_it(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(amina, "Waits in the copy")
    folder = copied(amina, tmp_path / "copy")
    add_member(amina, "Since")
    amina.share()
    amina.circle.close()
    region.clock.ms += HEARD_LATELY_MS
    again = opened(region, folder)
    add_member(again, "After the restore")
    before = me(again)
    assert again.share().sentences and me(again) != before
    settle([pilar, again])
    logs = Logs(again.circle.connection, again.circle.journal.numbers)
    assert list(logs.headers_aside()) == [], "its log has one branch only"
    assert {"Waits in the copy", "Since", "After the restore"} <= name_set(pilar)


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
    assert "Since" in name_set(again)
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
    assert name_set(pilar) >= {f"{who} {number}" for who in ("One", "Two", "Pilar") for number in range(3)}
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
        assert {f"Shared after the copy {number}", f"After the restore {number}"} <= name_set(again)
        pilar.share()
        assert name_set(again) <= name_set(pilar)


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
    assert name_set(pilar) >= {"Opened before", "Written by the other program"}


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
    assert name_set(pilar) >= {"Kept", "Afterwards"}


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
