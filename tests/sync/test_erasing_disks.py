"""The right to erasure where disks were cloned or restored: logs with two branches, and work that comes back."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import copied, rivals, switched_on
from erasing import NAME, PHONE, WORDS, amina_lives, hub_region, hub_traces, redactions, sayings, share, state, traces
from forks import winner
from sticks import carry, joined
from sync_region import Region, add_member, me, name_set

from learningcircles.errors import Refused
from learningcircles.journal.segment import Header, header_hash
from learningcircles.laptop.backup import backup, restore
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.rights import revoke
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.restate import restating_in
from learningcircles.trust.make import propose
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def head(engine: Engine, device: bytes) -> bytes:
    """Return the hash of the last header in a laptop's private log."""
    return Exchange(engine.circle).heads_of(device)[1][1]


def winning_clone(region: Region, disk: Path, against: Engine) -> Engine:
    """Start the clone of a disk, and let it write a branch that counts instead of what `against` has written since."""
    logs = Logs(against.circle.connection, against.circle.journal.numbers)
    for seed in range(500, 2000):
        clone = switched_on(region, Path(shutil.copytree(disk, disk.with_name(f"clone {seed}"))), seed)
        device = clone.circle.secrets.device.id
        fork = Exchange(clone.circle).heads_of(device)[1][0] + 1
        add_member(clone, "By the clone")
        Exchange(clone.circle).close_tail()
        there = logs.header(1, logs.numbers.of(device), fork)
        mine = Logs(clone.circle.connection, clone.circle.journal.numbers)
        here = mine.header(1, mine.numbers.of(device), fork)
        assert here is not None and there is not None
        if header_hash(here.encode()) < header_hash(there.encode()):
            return clone
        clone.circle.close()
    raise AssertionError("no branch wins")


def check_all(region: Region, *engines: Engine) -> None:
    """All agree, nothing is there twice, and nobody's words of who was erased are left."""
    for engine in engines:
        rows = engine.circle.connection.execute("SELECT device, space, action, tick FROM changeset").fetchall()
        assert not [name for name, times in Counter(rows).items() if times > 1], "something was written twice"
        assert check(engine.circle) == []
        assert traces(engine) == []
    assert hub_traces(region, engines[0]) == []
    assert len({str(state(engine)) for engine in engines}) == 1


@pytest.mark.parametrize("gone", ["nobody", "the eraser"])
def test_what_was_said_instead_on_a_branch_that_lost_is_said_again(region: Region, tmp_path: Path, gone: str) -> None:
    first = region.found()
    second, third = region.laptop(first, "Jo"), region.laptop(first, "Bo", "recorder")
    marek = add_member(first, "Marek Kowalczyk")
    amina = amina_lives(first, marek)
    share(first, second, third)
    disk = copied(first, tmp_path / "disk")
    device = first.circle.secrets.device.id
    erase(first.verbs, amina)
    share(first, third)  # the hub and a third laptop have dropped what was erased
    clone = winning_clone(region, disk, first)
    clone.write_bundle(tmp_path / "stick")
    second.read_bundle(tmp_path / "stick")
    second.share()
    assert head(third, device) != head(second, device), "the logs have no two branches"
    there = [second, third]
    if gone == "nobody":
        there += [first, clone]
    else:
        revoke(second.circle, device)
    late = region.laptop(second, "Late")
    share(*there, late)
    share(*there, late)
    check_all(region, *there, late)
    assert late.verbs.reader.get("member", marek)["name"] == "Marek Kowalczyk"
    assert late.verbs.reader.get("member", marek)["notes"] == "Neighbour of …, call …. Likes chess."
    before = redactions(second)
    share(*there, late)
    assert redactions(second) == before, "nothing to erase again"


def test_what_was_said_instead_of_a_branch_that_loses_then_is_written_again(region: Region, tmp_path: Path) -> None:
    """Its maker has dropped what it had written itself: what another one has said in its place is all that is left."""
    first = region.found()
    second = region.laptop(first, "Jo")
    amina = add_member(first, NAME, phone=PHONE)
    share(first, second)
    disk = copied(first, tmp_path / "disk")
    marek = add_member(first, "Marek Kowalczyk", notes=f"Neighbour of {NAME}")
    share(first, second)
    erase(second.verbs, amina)
    share(second, first)
    clone = winning_clone(region, disk, first)
    clone.write_bundle(tmp_path / "stick")
    second.read_bundle(tmp_path / "stick")
    share(second, first, clone)
    check_all(region, first, second, clone)
    assert second.verbs.reader.get("member", marek)["notes"] == "Neighbour of …"
    assert second.verbs.rescue.bundles() == []


def test_what_was_said_instead_and_comes_on_a_branch_that_lost_counts_at_once(region: Region, tmp_path: Path) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    marek, amina = add_member(first, "Marek Kowalczyk"), add_member(first, NAME, phone=PHONE)
    first.verbs.records.edit("member", marek, {"notes": f"Neighbour of {NAME}"})
    share(first, second)
    disk = copied(first, tmp_path / "disk")
    erase(first.verbs, amina)
    first.share()
    clone = winning_clone(region, disk, first)
    for giver in (clone, first):
        giver.write_bundle(tmp_path / "stick")
        second.read_bundle(tmp_path / "stick")
    assert redactions(second) == 1
    assert check(second.circle) == []
    assert traces(second) == []
    assert second.verbs.reader.get("member", marek)["notes"] == "Neighbour of …"


def test_what_two_branches_of_one_log_said_of_others_is_said_again_apart(region: Region, tmp_path: Path) -> None:
    """What was said instead of the branch that lost is to be said again, and the branch that counts for the first time:
    both hold the same, of segments of one name.
    """
    first = region.found()
    second = region.laptop(first, "Jo")
    marek, friend, amina = (add_member(first, name) for name in ("Marek Kowalczyk", "Bia Lopes", NAME))
    share(first, second)
    for member in (marek, friend, amina):
        second.verbs.records.edit("member", member, {"notes": "Likes chess."})
    disk = copied(second, tmp_path / "disk")
    share(second, first)
    device = second.circle.secrets.device.id
    lost = head(first, device)
    erase(first.verbs, friend)
    first.share()
    clone = winning_clone(region, disk, first)
    clone.write_bundle(tmp_path / "stick")
    first.read_bundle(tmp_path / "stick")
    assert head(first, device) != lost, "the log has no two branches"
    erase(first.verbs, amina)
    for _ in range(2):
        share(first, second, clone)
    check_all(region, first, second, clone)
    assert all(each.verbs.reader.get("member", marek)["notes"] == "Likes chess." for each in (first, second, clone))


def written_of_others(engine: Engine, marek: bytes, friend: bytes) -> None:
    """Write of others in the same breath as of her; nothing has left yet."""
    engine.verbs.records.edit("member", marek, {"place": "Old Port", "notes": f"Moved in with {NAME}"})
    engine.verbs.swaps.record(marek, friend, 45, "Chess", notes=f"{PHONE} knows")
    engine.verbs.records.edit("member", friend, {"place": "Hill"})


@pytest.mark.parametrize("file_alone", [False, True])
def test_a_restored_laptop_does_not_write_again_what_was_said_instead(
    region: Region, tmp_path: Path, file_alone: bool
) -> None:
    first = region.found()
    other = region.laptop(first, "Bo", "recorder")
    marek, friend = add_member(first, "Marek Kowalczyk"), add_member(first, "Zoë")
    amina = amina_lives(first, marek)
    share(first, other)
    written_of_others(other, marek, friend)
    disk = copied(other, tmp_path / "disk")
    share(other, first)
    erase(first.verbs, amina)
    share(first, other, first)
    other.circle.close()
    if file_alone:
        for ending in ("-wal", "-shm"):
            other.circle.path.with_name(other.circle.path.name + ending).unlink(missing_ok=True)
        shutil.copy(disk / other.circle.path.name, other.circle.path)
    else:
        shutil.rmtree(other.home.folder)
        shutil.copytree(disk, other.home.folder)
    again = switched_on(region, other.home.folder, 700)
    again.verbs.records.edit("member", friend, {"notes": "Written since"})
    share(again, first)
    share(again, first)
    check_all(region, again, first)
    assert first.verbs.reader.get("member", marek)["place"] == "Old Port"
    assert first.verbs.reader.get("member", friend)["notes"] == "Written since"
    assert first.verbs.reader.balance(friend) == -45
    if not file_alone:  # it knew at once that it was older, and wrote under a new identity before it had heard of them
        actions = again.circle.connection.execute("SELECT space, action, tick FROM changeset").fetchall()
        assert len(actions) == len(set(actions))


def test_a_restored_laptop_waits_for_what_was_said_instead(region: Region, tmp_path: Path) -> None:
    """The line breaks after its own log has come back, and before that of who erased has."""
    first = region.found()
    other = region.laptop(first, "Bo", "recorder")
    marek, friend = add_member(first, "Marek Kowalczyk"), add_member(first, "Zoë")
    amina = amina_lives(first, marek)
    share(first, other)
    written_of_others(other, marek, friend)
    disk = copied(other, tmp_path / "disk")
    share(other, first)
    erase(first.verbs, amina)
    share(first, other, first)
    other.circle.close()
    again = switched_on(region, disk, 700)
    device = other.circle.secrets.device.id
    exchange = Exchange(again.circle)
    exchange.receive_roster(first.circle.roster.placed, [])
    mine = [each for each in Exchange(first.circle).after({}, 10**9) if Header.parse(each.header).device == device]
    assert [each for each in mine if each.payload is None]
    exchange.receive(mine)
    exchange.close_tail()
    again.verbs.records.edit("member", friend, {"notes": "Written since"})
    Exchange(again.circle).close_tail()
    share(again, first)
    share(again, first)
    check_all(region, again, first)
    assert first.verbs.reader.get("member", friend)["notes"] == "Written since"


def test_a_laptop_that_was_restored_erases_nobody_before_it_has_shared(region: Region, tmp_path: Path) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    amina = amina_lives(first, add_member(first, "Marek"))
    share(first, second)
    disk = copied(first, tmp_path / "disk")
    add_member(first, "Since")
    share(first, second)
    first.circle.close()
    for ending in ("-wal", "-shm"):
        first.circle.path.with_name(first.circle.path.name + ending).unlink(missing_ok=True)
    shutil.copy(disk / first.circle.path.name, first.circle.path)
    again = switched_on(region, first.home.folder, 800)
    with pytest.raises(Refused, match="Share once, then this can be done"):
        erase(again.verbs, amina)
    assert again.verbs.reader.get("member", amina)["name"] == NAME, "nothing is half-done"
    again.share()
    erase(again.verbs, amina)
    share(again, second)
    share(again, second)
    check_all(region, again, second)


@pytest.mark.parametrize("alone", [True, False])
def test_a_restored_laptop_that_reaches_nobody_can_still_erase(tmp_path: Path, *, alone: bool) -> None:
    """Where nobody else has the circle, at once; else once it has written a stick for them."""
    region = Region(tmp_path)
    first = region.found(admitted=False)
    if not alone:
        joined(region, first, "Jo", tmp_path)
    gone = add_member(first, NAME)
    disk = copied(first, tmp_path / "disk")
    add_member(first, "Since")
    Exchange(first.circle).close_tail()
    first.circle.close()
    shutil.copy(disk / first.circle.path.name, first.circle.path)
    again = switched_on(region, first.home.folder, 800)
    assert again.circle.secrets.device.id != first.circle.secrets.device.id
    if not alone:
        with pytest.raises(Refused, match="Share once"):
            erase(again.verbs, gone)
        again.write_bundle(tmp_path / "stick")
    assert erase(again.verbs, gone).done
    assert check(again.circle) == [] and traces(again) == []


def test_another_program_on_the_same_file_shows_the_branch_that_counts(region: Region, tmp_path: Path) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    share(first, second)
    disk = copied(first, tmp_path / "disk")
    device = first.circle.secrets.device.id
    mine = add_member(first, "By the original")
    share(first, second)
    window = switched_on(region, second.home.folder, 600)
    assert [line.after for line in window.verbs.reader.history("member", mine) if line.field == "name"]
    clone = winning_clone(region, disk, first)
    segments = Exchange(clone.circle).after({}, 10**9)
    Exchange(second.circle).receive([each for each in segments if Header.parse(each.header).device == device])
    (other,) = second.verbs.reader.list("member", where={"name": "By the clone"})
    names = [line.after for line in window.verbs.reader.history("member", other.id) if line.field == "name"]
    assert names == ["By the clone"]


def test_a_backup_of_another_branch_is_brought_what_was_said_again_on_the_one_that_counts(
    region: Region, tmp_path: Path
) -> None:
    """Nobody who was erased waits in it for the next share."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    gone = amina_lives(pilar, add_member(pilar, "Marek"))
    share(pilar, amina)
    clones = rivals(region, pilar)
    add_member(pilar, "Ana")
    carry(pilar, amina, tmp_path)
    backup(amina.home, amina.circle, tmp_path / "old.backup")
    restored = winner(clones, amina, tmp_path)
    erase(restored.verbs, gone)
    restored.share()
    amina.share()
    amina.circle.close()
    done = restore(amina.home, tmp_path / "old.backup", replace=True)
    assert done.erased and not done.unsure
    again = region.engine(
        amina.home, open_circle(amina.home, done.circle.path, amina._surroundings), amina._surroundings
    )
    assert [word for text in sayings(again.circle) for word in WORDS if word in text] == []
    share(again, restored)
    assert check(again.circle) == [] and "Zoe" in name_set(again)


def test_of_a_log_that_is_the_same_in_a_file_nothing_is_brought(region: Region) -> None:
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    gone = amina_lives(pilar, add_member(pilar, "Marek"))
    erase(pilar.verbs, gone)
    share(pilar, bo)
    here, redactions = bo.circle, bo.circle.roster.state.redactions
    logs = Logs(here.connection, here.journal.numbers)
    assert redactions.entries and pilar.circle.path.exists()
    assert list(restating_in(pilar.circle.path, pilar.circle.secrets.file_key, redactions, logs)) == []


@pytest.mark.parametrize("more", [0, 1, 4])
def test_a_backup_of_a_longer_branch_that_lost_gets_what_was_said_again(
    region: Region, tmp_path: Path, more: int
) -> None:
    """The file that it replaces holds fewer parcels of that laptop's log, and another branch of it."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    gone = amina_lives(pilar, add_member(pilar, "Marek"))
    share(pilar, amina)
    clones = rivals(region, pilar)
    for number in range(1 + more):
        add_member(pilar, f"Later {number}")
        carry(pilar, amina, tmp_path)
    backup(amina.home, amina.circle, tmp_path / "old.backup")
    restored = winner(clones, amina, tmp_path)
    erase(restored.verbs, gone)
    share(restored, amina)
    amina.circle.close()
    done = restore(amina.home, tmp_path / "old.backup", replace=True)
    world = amina.circle.surroundings
    again = region.engine(amina.home, open_circle(amina.home, done.circle.path, world), world)
    assert done.erased and not done.unsure
    assert [word for text in sayings(again.circle) for word in WORDS if word in text] == []
    share(again, restored)
    assert check(again.circle) == [] and "Zoe" in name_set(again)


@pytest.mark.parametrize("fields", [{"erase": "everything"}, {"people": 7}])
def test_nonsense_that_waits_for_its_place_keeps_no_backup_from_coming_back(
    region: Region, tmp_path: Path, fields: dict[str, object]
) -> None:
    """Another organizer's program has made a `redact` that tells no people."""
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    add_member(pilar, "Marek")
    share(pilar, bo)
    entry = propose(bo.circle.roster, "redact", me(bo), bo.circle.secrets.device.sign, fields, bo.circle.surroundings)
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [entry])
    assert entry in pilar.circle.roster.proposals
    backup(pilar.home, pilar.circle, tmp_path / "old.backup")
    pilar.circle.close()
    assert restore(pilar.home, tmp_path / "old.backup", replace=True).circle.path.is_file()
