"""Sharing with a stick: no hub, a third laptop that carries, broken files, receipts."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes, invite_to

from learningcircles.errors import CircleError, NotAllowed, NotFound, Refused, Unreadable
from learningcircles.laptop.locking import SyncLock
from learningcircles.zone import day_of
from learningcircles_sync.bundle import receipt_path


def test_a_laptop_joins_from_a_stick_and_both_agree_without_a_hub(region: Region, tmp_path: Path) -> None:
    stick = tmp_path / "circle.bundle"
    pilar = region.found(admitted=False)
    add_member(pilar, "João")
    invitation = invite_to(pilar)
    pilar.write_bundle(stick)
    amina = region.join(invitation, "Amina", stick)
    assert [row["name"] for row in amina.circle.reader.list("member", order="name")] == ["Amina", "João", "Pilar"]
    device = amina.circle.secrets.device.id
    assert amina.circle.roster.devices[device].provisional
    amina.write_bundle(stick)
    pilar.read_bundle(stick)
    assert pilar.circle.roster.devices[device].index == 1
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    assert not amina.circle.roster.devices[device].provisional
    assert hashes(pilar) == hashes(amina)
    assert amina.write_bundle(stick).new == 0, "a stick that goes on has nothing new to carry"
    add_member(amina, "Chidi")
    amina.write_bundle(stick)
    pilar.read_bundle(stick)
    numbers = {row["name"]: row["number"] for row in pilar.circle.reader.list("member")}
    assert (numbers["Chidi"], numbers["Amina"]) == ("2-1", "2-2"), "numbers come with the next news"
    assert hashes(pilar) == hashes(amina)


def test_a_third_laptop_carries_what_two_others_wrote(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    amina.share()
    region.reachable = False
    stick = tmp_path / "stick"
    add_member(pilar, "From Pilar")
    add_member(amina, "From Amina")
    pilar.write_bundle(stick)
    chidi.read_bundle(stick)
    amina.write_bundle(stick)
    chidi.read_bundle(stick)
    chidi.write_bundle(stick)
    assert pilar.read_bundle(stick).new > 0
    assert amina.read_bundle(stick).new > 0
    assert hashes(pilar) == hashes(amina) == hashes(chidi)


def test_reading_twice_is_reading_once(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(pilar, "João")
    stick = tmp_path / "stick"
    written = pilar.write_bundle(stick)
    first, before = amina.read_bundle(stick), hashes(amina)
    second = amina.read_bundle(stick)
    assert (first.segments, first.bytes) == (written.segments, written.bytes)
    assert first.new > 0
    assert second.new == 0
    assert hashes(amina) == before
    again = pilar.write_bundle(stick)
    assert (again.segments, again.new) == (written.segments, 0)


def test_a_receipt_tells_what_its_writer_has(region: Region, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar)
    pilar.write_bundle(stick)
    amina = region.join(invitation, "Amina", stick)
    add_member(pilar, "João")
    assert pilar.state().waiting > 0
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    assert pilar.read_receipt(receipt_path(stick)).waiting == 0
    add_member(pilar, "Bia")
    assert pilar.state().waiting == 1
    amina.write_bundle(tmp_path / "other")
    with pytest.raises(Unreadable):
        pilar.read_receipt(tmp_path / "other")


def test_a_stick_that_cannot_be_written_still_can_be_read(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(pilar, "João")
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    receipt_path(stick).mkdir()
    assert amina.read_bundle(stick).new > 0
    with pytest.raises(Refused, match=re.escape(f"There is no folder {tmp_path / 'absent'}")):
        pilar.write_bundle(tmp_path / "absent" / "stick")
    assert not (tmp_path / "absent").exists()


def test_a_cut_bundle_says_so_and_changes_nothing(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(pilar, "João")
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    whole, before = stick.read_bytes(), hashes(amina)
    for size in (0, 3, 4, 7, 8, len(whole) // 2, len(whole) - 33, len(whole) - 32, len(whole) - 1):
        stick.write_bytes(whole[:size])
        with pytest.raises(Unreadable) as caught:
            amina.read_bundle(stick)
        assert "stick" in str(caught.value)
        assert hashes(amina) == before
    assert not receipt_path(stick).exists()


def test_any_flipped_bit_says_so_and_changes_nothing(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(pilar, "João")
    stick = tmp_path / "stick"
    pilar.write_bundle(stick)
    whole, before = stick.read_bytes(), hashes(amina)
    draw = random.Random(1)
    for place in [*range(12), *(draw.randrange(len(whole)) for _ in range(80))]:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << draw.randrange(8)
        stick.write_bytes(flipped)
        with pytest.raises(Unreadable):
            amina.read_bundle(stick)
    assert hashes(amina) == before


def test_a_foreign_file_is_named_in_one_sentence(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    other = region.found(admitted=False)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff" * 400)
    with pytest.raises(Unreadable, match="is not the file of a stick"):
        pilar.read_bundle(photo)
    photo.write_bytes(b"LCB2" + bytes(400))
    with pytest.raises(Unreadable, match="newer version"):
        pilar.read_bundle(photo)
    with pytest.raises(NotFound, match="There is no file"):
        pilar.read_bundle(tmp_path / "absent")
    other.write_bundle(tmp_path / "theirs")
    with pytest.raises(Refused, match="another circle"):
        pilar.read_bundle(tmp_path / "theirs")


def test_joining_from_a_stick_names_the_own_clock_where_that_says_that_the_invitation_ended(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar)
    pilar.write_bundle(tmp_path / "stick")
    ended, region.clock.ms = region.clock.ms + 7 * 24 * 3_600_000, region.clock.ms + 3 * 366 * 24 * 3_600_000
    with pytest.raises(NotAllowed, match="This invitation has expired") as refused:
        region.join(invitation, "Amina", tmp_path / "stick")
    assert refused.value.code == "invitation_expired"
    assert refused.value.params == {"ended": day_of(ended), "today": day_of(region.clock.ms)}


def test_joining_from_the_stick_of_who_does_not_keep_the_list_says_where_to_go(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    first = invite_to(pilar, "organizer")
    pilar.write_bundle(tmp_path / "stick")
    bo = region.join(first, "Bo", tmp_path / "stick")
    bo.write_bundle(tmp_path / "stick")
    pilar.read_bundle(tmp_path / "stick")
    pilar.write_bundle(tmp_path / "stick")
    bo.read_bundle(tmp_path / "stick")
    invitation = invite_to(bo)
    bo.write_bundle(tmp_path / "stick")
    with pytest.raises(NotAllowed, match="the laptop that keeps the list of this circle’s laptops"):
        region.join(invitation, "Amina", tmp_path / "stick")


def test_joining_from_a_foreign_or_older_stick_leaves_nothing_behind(region: Region, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    pilar = region.found(admitted=False)
    other = region.found(admitted=False)
    pilar.write_bundle(stick)
    invitation = invite_to(pilar)
    with pytest.raises(NotAllowed, match="does not know this invitation"):
        region.join(invitation, "Amina", stick)
    other.write_bundle(stick)
    with pytest.raises(Refused, match="another circle"):
        region.join(invitation, "Amina", stick)
    made = sorted(path.name for path in region.folder.glob("laptop [34]/**/*") if path.is_file())
    assert made == []


def test_a_circle_found_on_sticks_is_brought_to_a_hub_later(region: Region, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar)
    pilar.write_bundle(stick)
    amina = region.join(invitation, "Amina", stick)
    amina.write_bundle(stick)
    pilar.read_bundle(stick)
    pilar.admit(region.code)
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    add_member(amina, "Chidi")
    amina.share()
    pilar.share()
    assert hashes(pilar) == hashes(amina)
    assert pilar.circle.roster.sequencer == amina.circle.roster.sequencer == region.key.public


def test_a_bundle_while_another_program_shares_is_refused(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    with SyncLock(pilar.circle.path), pytest.raises(CircleError, match="sharing"):
        pilar.write_bundle(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_reading_ones_own_stick_again_tells_who_has_read_it_and_is_no_proof_itself(
    region: Region, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    pilar = region.found(admitted=False)
    invitation = invite_to(pilar)
    pilar.write_bundle(stick)
    amina = region.join(invitation, "Amina", stick)
    amina.write_bundle(tmp_path / "back")
    pilar.read_bundle(tmp_path / "back")
    add_member(pilar, "Noor")
    pilar.write_bundle(stick)
    waits = pilar.state().waiting
    assert waits > 0
    for _ in range(2):
        pilar.read_bundle(stick)
        pilar.write_bundle(stick)
        assert pilar.state().waiting == waits, "nobody else has read it"
    amina.read_bundle(stick)
    pilar.read_bundle(stick)
    assert pilar.state().waiting == 0
