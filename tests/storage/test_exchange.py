"""What arrives: forks, restored files, unreadable payloads, rosters that come late or take away."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from laptops import ALL, MemoryMark, carry, carry_all, laptops

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import open_circle
from learningcircles.entities.declare import Space
from learningcircles.errors import NotAllowed
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Draft, Header, Segment, close_segment, header_hash
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster


def add_member(circle: Circle, name: str, **fields: object) -> bytes:
    with circle.change(f"Add {name}") as change:
        id_ = change.new_id()
        change.set("member", id_, {"name": name, **fields})
    return id_


def names(circle: Circle) -> list[str]:
    return sorted(str(record["name"]) for record in circle.reader.list("member"))


def forge(circle: Circle, seq: int, previous: bytes, changesets: list[Changeset], space: int = 1) -> Segment:
    """Close a segment by hand with a laptop's true keys."""
    roster = circle.roster
    epoch = roster.epoch_for(space, len(roster.state.heads)) if space != 2 else None
    key = circle.journal.epochs[space, epoch.name] if epoch else None
    draft = Draft(circle.id, space, circle.secrets.device.id, seq, previous, roster.head)
    return close_segment(draft, changesets, circle.secrets.device.sign, key, circle.surroundings.random)


def changeset(tick: int, entity: str, id_: bytes, **fields: str) -> Changeset:
    return Changeset(tick, None, bytes(16), "By hand", {}, (SetOp(entity, id_, dict(fields), {}),))


def test_both_branches_of_a_fork_end_in_one_state_and_the_losers_work_is_written_again(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    add_member(first, "Before")
    carry(first, second)
    first.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(first.path, tmp_path / "clone.circle")
    clone = open_circle(tmp_path / "clone.circle", first.secrets, first.surroundings, MemoryMark())
    add_member(first, "On the laptop")
    add_member(clone, "On its copy")
    mine, theirs = Exchange(first), Exchange(clone)
    mine.close_tail(), theirs.close_tail()
    (one,), (other,) = mine.after(Exchange(second).have(), ALL), theirs.after(Exchange(second).have(), ALL)
    winner, loser = sorted([one, other], key=lambda segment: header_hash(segment.header))

    assert Exchange(second).receive([loser]).new == 1
    assert Exchange(second).receive([winner]).new == 1
    assert [code for _, code in Exchange(second).receive([loser]).rejected] == ["fork"]
    losing = first if loser is one else clone
    assert Exchange(losing).receive([winner]).new == 1

    assert names(losing) == ["Before", "On its copy", "On the laptop"]
    assert Exchange(losing).close_tail() == 1
    carry(losing, second)
    assert names(second) == names(losing)
    assert second.reader.state_hash() == losing.reader.state_hash()
    assert check(second) == check(losing) == []


def test_a_restored_file_gets_back_what_it_had_shared_before_it_shares_again(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    add_member(first, "Before")
    carry(first, second)
    first.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(first.path, tmp_path / "backup.circle")
    add_member(first, "After the backup")
    carry(first, second)
    restored = open_circle(tmp_path / "backup.circle", first.secrets, first.surroundings, first.mark)
    add_member(restored, "After the restore")

    assert Exchange(restored).behind()
    assert Exchange(restored).close_tail() == 0
    carry(second, restored)
    assert not Exchange(restored).behind()
    assert names(restored) == ["After the backup", "After the restore", "Before"]
    carry(restored, second)
    assert names(second) == names(restored)
    assert restored.reader.state_hash() == second.reader.state_hash()


def test_a_payload_that_nobody_can_read_stops_nobody(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    add_member(first, "Good")
    Exchange(first).close_tail()
    good = Exchange(first).after({}, ALL)
    header = Header.parse(good[0].header)
    rubbish = b"not a payload at all"
    fields = header._replace(payload_hash=hashlib.sha256(rubbish).digest())
    packed = fields.encode()
    bad = Segment(packed, first.secrets.device.sign.sign(b"lc1 segment" + packed), rubbish)
    after = forge(first, 2, header_hash(packed), [changeset(header.stamp + 9, "member", b"x" * 16, name="Next")])

    took = Exchange(second).receive([bad, after])

    assert (took.new, took.rejected) == (2, [])
    assert names(second) == ["Next"]


def test_a_changeset_without_the_right_does_not_count_as_a_whole(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2, rights=("recorder",))
    tick = 1 << 60
    both = Changeset(
        tick,
        None,
        bytes(16),
        "",
        {},
        (SetOp("member", b"m" * 16, {"name": "M"}, {}), SetOp("!charter", first.id, {"name": "Mine now"}, {})),
    )
    segment = forge(second, 1, bytes(32), [both, changeset(tick + 1, "member", b"n" * 16, name="N")])
    Exchange(first).receive([segment])
    assert names(first) == ["N"]
    assert first.reader.find_one("!charter", first.id) is None


def test_a_recorder_is_told_that_only_organizers_change_the_charter(tmp_path: Path) -> None:
    _, second = laptops(tmp_path, 2, rights=("recorder",))
    with pytest.raises(NotAllowed, match="organizer"), second.change("Rename") as change:
        change.set("charter", second.id, {"name": "Mine"})
    assert second.reader.find_one("charter", second.id) is None


def test_what_lies_beyond_a_revocation_is_unfolded_whatever_came_first(tmp_path: Path) -> None:
    first, second, third = laptops(tmp_path, 3)
    kept = add_member(second, "Counts", phone="1")
    carry(second, first)
    last = Exchange(first).heads_of(second.secrets.device.id)
    with second.change("Edit") as change:
        change.set("member", kept, {"phone": "2"})
    add_member(second, "Does not count")
    carry(second, first)
    assert names(first) == ["Counts", "Does not count"]

    entry = make.revoke(
        first.roster, first.secrets.device, first.journal.epochs, second.secrets.device.id, last, first.surroundings
    )
    roster, _ = settle(
        Roster.replay(first.roster.placed, [entry]), first.secrets.device.sign, first.surroundings.now_ms()
    )
    Exchange(first).receive_roster(roster.placed, [])
    Exchange(third).receive_roster(roster.placed, [])
    carry(first, third)

    for circle in (first, third):
        assert names(circle) == ["Counts"]
        assert circle.reader.get("member", kept)["phone"] == "1"
        assert check(circle) == []
    assert first.reader.state_hash() == third.reader.state_hash()


def test_a_segment_waits_for_the_roster_that_it_names(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    entry, _ = make.invite(
        first.roster, first.secrets.device, first.journal.epochs, first.surroundings, right="recorder"
    )
    roster, _ = settle(
        Roster.replay(first.roster.placed, [entry]), first.secrets.device.sign, first.surroundings.now_ms()
    )
    Exchange(first).receive_roster(roster.placed, [])
    add_member(first, "Later")
    carry(first, second)
    assert names(second) == []
    Exchange(second).receive_roster(roster.placed, [])
    assert names(second) == ["Later"]


def test_a_log_that_goes_back_to_an_older_roster_head_does_not_count(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    tick = 1 << 60
    old = forge(second, 2, bytes(32), [changeset(tick + 1, "member", b"o" * 16, name="Old head")])
    entry, _ = make.invite(
        first.roster, first.secrets.device, first.journal.epochs, first.surroundings, right="recorder"
    )
    roster, _ = settle(
        Roster.replay(first.roster.placed, [entry]), first.secrets.device.sign, first.surroundings.now_ms()
    )
    old_head = second.roster.head
    for circle in (first, second):
        Exchange(circle).receive_roster(roster.placed, [])
    new = forge(second, 1, bytes(32), [changeset(tick, "member", b"n" * 16, name="New head")])
    draft = Draft(second.id, 1, second.secrets.device.id, 2, header_hash(new.header), old_head)
    epoch = second.roster.epoch_for(1, 0)
    assert epoch is not None
    old = close_segment(
        draft,
        [changeset(tick + 1, "member", b"o" * 16, name="Old head")],
        second.secrets.device.sign,
        second.journal.epochs[1, epoch.name],
        second.surroundings.random,
    )
    Exchange(first).receive([new, old])
    assert names(first) == ["New head"]


def test_a_crash_between_closing_and_the_mark_raises_the_mark_before_anything_leaves(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    add_member(first, "Amina")

    class Lost(MemoryMark):
        def write(self, heads: dict[int, tuple[int, bytes]]) -> None:
            raise OSError("power cut")

    good, first.mark = first.mark, Lost()
    with pytest.raises(OSError, match="power cut"):
        Exchange(first).close_tail()
    first.mark = good
    assert Exchange(first).close_tail() == 0
    assert first.mark.read() == Exchange(first).heads_of(first.secrets.device.id)
    carry(first, second)
    assert names(second) == ["Amina"]


def test_receiving_the_same_again_changes_nothing(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    add_member(first, "Amina")
    carry(first, second)
    before = second.reader.state_hash()
    again = Exchange(second).receive(Exchange(first).after({}, ALL))
    assert (again.new, again.folded, again.rejected) == (0, 0, [])
    assert second.reader.state_hash() == before
    assert Exchange(first).digest() == Exchange(second).digest()


def test_an_action_over_a_cap_becomes_several_changesets_of_one_action(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    with first.change("Import") as change:
        for number in range(2500):
            change.set("member", number.to_bytes(16, "big"), {"name": f"M{number}", "notes": "n" * 200})
    assert len(first.journal.of_action(change.action)) > 2
    carry_all([first, second])
    assert second.reader.count("member") == 2500
    assert first.reader.state_hash() == second.reader.state_hash()


def test_records_of_the_organizers_space_stay_with_organizers(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2, rights=("recorder",))
    tick = 1 << 60
    stray = forge(first, 1, bytes(32), [changeset(tick, "member", b"m" * 16, name="Secret")], Space.ORGANIZERS)
    for circle in (first, second):
        assert Exchange(circle).receive([stray]).new == 1
        assert names(circle) == []
    mine, theirs = first.reader.state_hash(), second.reader.state_hash()
    assert mine["private"] == theirs["private"]
    assert theirs["organizers"] is None


def in_tail(circle: Circle) -> int:
    return int(circle.connection.execute("SELECT count(*) FROM tail").fetchone()[0])


def add_many(circle: Circle, count: int, letter: str) -> None:
    for number in range(count):
        add_member(circle, f"{letter}{number}", notes=f"{letter}{number} " * 1000)


def test_full_segments_are_closed_while_they_are_written(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    add_many(first, 100, "m")
    held = Exchange(first).heads_of(first.secrets.device.id)
    assert held[Space.PRIVATE][0] >= 2 and 0 < in_tail(first) < 50
    assert first.mark.read() == held  # raised before anybody asks for them
    assert not check(first)
    carry(first, second)
    assert in_tail(first) == 0 and len(names(second)) == 100
    assert first.reader.state_hash() == second.reader.state_hash()
    last = first.reader.history("member", first.reader.list("member")[0].id)
    assert [line.field for line in last] == ["name", "notes"]


def test_a_restored_file_leaves_full_segments_open(tmp_path: Path) -> None:
    first, _ = laptops(tmp_path, 2)
    add_member(first, "Before")
    first.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(first.path, tmp_path / "restored.circle")
    add_member(first, "Shared since")
    Exchange(first).close_tail()
    restored = open_circle(tmp_path / "restored.circle", first.secrets, first.surroundings, first.mark)
    add_many(restored, 100, "m")
    assert in_tail(restored) == 101 and not Exchange(restored).have()
    Exchange(restored).receive(Exchange(first).after({}, ALL))
    Exchange(restored).close_tail()
    assert in_tail(restored) == 0 and len(names(restored)) == 102 and not check(restored)
