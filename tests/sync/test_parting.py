"""Removing a circle from a laptop: what waits is safe before, and the last laptop does not go without a word."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from sync_region import Region, add_member, invite_to, me

from learningcircles.circle.create import open_circle
from learningcircles.errors import NotAllowed, Refused
from learningcircles.laptop import rights, sheets
from learningcircles.laptop.leaving import gone
from learningcircles.storage.in_use import ENDING, nobody_else
from learningcircles_sync import doors
from learningcircles_sync.recovering import recover_from_hub
from learningcircles_ui.pages.share.rows import laptops

if sys.platform != "win32":
    import fcntl


def test_the_only_laptop_is_refused_though_all_is_shared(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    assert pilar.state().waiting == 0
    for bundle in (None, tmp_path / "stick"):
        with pytest.raises(Refused, match="only laptop"):
            doors.part(pilar, bundle)
    assert not (tmp_path / "stick").exists()
    doors.part(pilar, last_too=True)


def test_a_recovery_sheet_lets_the_only_laptop_go(region: Region) -> None:
    pilar = region.found()
    assert doors.last_of(pilar) == ("laptop", False)
    doors.new_sheet(pilar)
    assert doors.last_of(pilar) == ("laptop", True)
    doors.part(pilar)


def test_a_hub_calls_a_cancelled_sheet_a_sheet(region: Region) -> None:
    pilar = region.found()
    old = sheets.new_sheet(pilar.circle).sheet
    pilar.share()
    doors.new_sheet(pilar)
    pilar.share()
    home, world = region.home()
    with pytest.raises(NotAllowed, match="does not know this recovery sheet: a newer one has cancelled it"):
        recover_from_hub(home, old, "Pilar", "Green", world, region.transports)


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")
def test_nobody_hears_of_a_laptop_that_cannot_go(region: Region) -> None:
    """Another program has the circle open; this one may itself, by several connections."""
    pilar = region.found()
    bo = region.laptop(pilar, "Bo")
    circle = bo.circle
    again = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
    lock = circle.path.with_name(circle.path.name + ENDING)
    with lock.open() as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        with pytest.raises(Refused, match="is open in another program"):
            doors.part(bo)
        pilar.share()
        assert not gone(pilar.circle)
    with pytest.raises(Refused, match="in another program"), nobody_else(circle.path):
        pass
    doors.part(bo)
    again.close()
    pilar.share()
    assert list(gone(pilar.circle)) == [circle.secrets.device.id]


def test_a_sheet_counts_as_kept_by_nobody_until_somebody_says_so(region: Region) -> None:
    pilar = region.found()
    region.reachable = False
    doors.new_sheet(pilar)
    assert sheets.is_unkept(pilar.circle) and not pilar.state().safe
    sheets.note_kept(pilar.circle, kept=True)
    assert not sheets.is_unkept(pilar.circle) and pilar.state().safe


def test_the_last_laptop_that_runs_the_circle_is_refused(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    assert doors.last_of(pilar).what == "organizer" and doors.last_of(amina).what == ""
    with pytest.raises(Refused, match="runs the circle"):
        doors.part(pilar)
    region.laptop(pilar, "Chidi")
    doors.part(pilar)
    doors.part(amina)


def test_a_laptop_that_was_shut_out_is_not_counted_and_may_go(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    rights.revoke(pilar.circle, amina.circle.secrets.device.id)
    pilar.share()
    assert doors.last_of(pilar).what == "laptop"


def test_what_a_stick_took_may_go_and_what_came_later_may_not(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    add_member(pilar, "Amina")
    carried = doors.carry(pilar, tmp_path / "stick")
    doors.part(pilar, last_too=True, carried=carried)
    add_member(pilar, "Noor")
    with pytest.raises(Refused, match="nobody else has"):
        doors.part(pilar, last_too=True, carried=carried)


def test_a_shut_out_that_the_hub_does_not_know_waits(region: Region) -> None:
    pilar = region.found()
    chidi = region.laptop(pilar, "Chidi")
    pilar.share()
    region.reachable = False
    assert pilar.state().waiting == 0
    rights.revoke(pilar.circle, chidi.circle.secrets.device.id)
    assert pilar.state().waiting == 1
    region.reachable = True
    assert pilar.share().waiting == 0


def test_a_laptop_that_leaves_says_so_and_is_not_counted_any_more(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi", "recorder")
    today = pilar.verbs.desk.today()
    doors.part(amina)
    doors.part(chidi, tmp_path / "stick")
    pilar.share()
    assert gone(pilar.circle) == {amina.circle.secrets.device.id: today}
    assert doors.last_of(pilar).what == "organizer", "who is gone runs nothing"
    pilar.read_bundle(tmp_path / "stick")
    assert set(gone(pilar.circle).values()) == {today} and len(gone(pilar.circle)) == 2
    assert doors.last_of(pilar).what == "laptop"
    assert [(row.here, row.left) for row in laptops(pilar.verbs)] == [(True, ""), (False, today), (False, today)]


def test_who_wanted_to_leave_and_stays_is_here_again(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    with pytest.raises(Refused):
        doors.part(amina, tmp_path / "no folder" / "stick")
    amina.share()
    pilar.share()
    assert gone(pilar.circle) == {}
    doors.part(amina)  # and then its file could not be removed
    again = region.engine(amina.home, amina.circle, amina.circle.surroundings)
    again.share()
    pilar.share()
    assert gone(pilar.circle) == {}


def test_a_laptop_that_only_looks_leaves_without_a_word(region: Region) -> None:
    pilar = region.found()
    doors.part(region.laptop(pilar, "Amina", "reader"))
    pilar.share()
    assert gone(pilar.circle) == {}


def test_a_sheet_brings_back_nothing_where_only_who_was_shut_out_has_the_records(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    stick = tmp_path / "stick"
    invited = invite_to(pilar)
    pilar.write_bundle(stick)
    bo = region.join(invited, "Bo", stick)
    bo.write_bundle(stick)
    pilar.read_bundle(stick)
    sheets.new_sheet(pilar.circle)
    pilar.write_bundle(stick)
    bo.read_bundle(stick)
    bo.write_bundle(stick)
    pilar.read_bundle(stick)
    assert pilar.state().waiting == 0
    rights.revoke(pilar.circle, me(bo))
    with pytest.raises(Refused, match="Nobody else in the circle has its records") as refused:
        doors.part(pilar)
    assert refused.value.code == "last_laptop"
    doors.part(pilar, tmp_path / "all of it")
