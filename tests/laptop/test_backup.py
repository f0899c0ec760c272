"""Backups: always sealed; opened by a passphrase, the recovery sheet or this laptop; restored under a new identity."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from homes import home_at, names, strike_page

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Locked, Refused, Unreadable
from learningcircles.laptop import (
    backup,
    copies,
    daily,
    erasing,
    founding,
    inviting,
    leaving,
    mending,
    sheets,
    succession,
    ways_back,
)
from learningcircles.laptop.home import Home
from learningcircles.storage.check import check
from learningcircles.storage.erase import PURGE, purge
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.schema import BEFORE

TODAY = datetime.date(2026, 11, 25)
PASSPHRASE = "correct horse battery"


@pytest.mark.parametrize("way", ["passphrase", "sheet", "here"])
def test_a_backup_is_sealed_whichever_way_it_opens(tmp_path: Path, home: Home, circle: Circle, way: str) -> None:
    sheet = sheets.new_sheet(circle).sheet if way != "here" else None
    file = tmp_path / "a.backup"
    said = backup.backup(home, circle, file, PASSPHRASE if way == "passphrase" else "")
    data = file.read_bytes()
    device = circle.secrets.device
    for secret in (circle.secrets.file_key, device.sign.secret, device.receive.secret, b"Pilar", b"Blue"):
        assert secret not in data
    assert said == backup.SENTENCES[way]
    other = home_at(tmp_path / "two")
    if way == "here":
        with pytest.raises(Locked, match="another laptop"):
            backup.restore(other, file)
        return
    if way == "sheet":
        backup.restore(other, file, sheet=sheet)
    else:
        backup.restore(other, file, PASSPHRASE)
    assert names(founding.open_circle(other)) == {"Pilar"}


def test_damaged_keys_of_a_backup_are_told_of_the_file_with_what_to_try(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    file = tmp_path / "a.backup"
    backup.backup(home, circle, file)
    whole = file.read_bytes()
    end = 8 + int.from_bytes(whole[4:8], "big")
    circle.close()
    for at in (end - 1, whole.index(circle.id, 40) - 4):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Unreadable, match=r"^a\.backup is damaged, or was sealed with other keys\. Try"):
            backup.restore(home, file, replace=True)


def test_the_backup_that_was_restored_is_named_among_the_copies(tmp_path: Path, home: Home, circle: Circle) -> None:
    file = tmp_path / "a.backup"
    backup.backup(home, circle, file, PASSPHRASE)
    circle.close()
    backup.restore(home, file, PASSPHRASE, replace=True)
    held = founding.open_circle(home)
    assert str(file) in [copy.where for copy in copies.copies(held)], "it was written before it was noted"


def test_circles_are_found_again_without_the_list_of_them(home: Home, circle: Circle) -> None:
    circle.close()
    succession.mend(founding.open_circle(home))
    (home.folder / "laptop.json").unlink()
    (home.folder / "other.circle").write_bytes(b"none of ours")
    assert [held.name for held in home.circles()] == ["Harbour"]
    assert names(founding.open_circle(home)) == {"Pilar"}


def test_an_older_sheet_opens_only_what_was_sealed_to_it(tmp_path: Path, home: Home, circle: Circle) -> None:
    old = sheets.new_sheet(circle).sheet
    backup.backup(home, circle, tmp_path / "old.backup")
    new = sheets.new_sheet(circle)
    assert new.cancels
    backup.backup(home, circle, tmp_path / "new.backup")
    other = home_at(tmp_path / "two")
    with pytest.raises(Locked, match="another recovery sheet"):
        backup.restore(other, tmp_path / "new.backup", sheet=old)
    assert other.circles() == []
    backup.restore(other, tmp_path / "old.backup", sheet=old)


def test_a_restored_laptop_is_a_successor_that_writes_again_what_was_not_shared(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    Verbs(circle).records.add("member", {"name": "Shared"})
    Exchange(circle).close_tail()
    waiting, _ = Verbs(circle).records.add("member", {"name": "Not shared"})
    backup.backup(home, circle, tmp_path / "a.backup")
    written = circle.reader.get("member", waiting)
    circle.close()
    done = backup.restore(home, tmp_path / "a.backup", replace=True)
    assert done.renewed and done.set_aside is not None
    again = founding.open_circle(home)
    old, new = circle.secrets.device.id, again.secrets.device.id
    assert old != new and again.roster.devices[new].succeeds == old
    assert names(again) == {"Pilar", "Shared", "Not shared"} and again.reader.get("member", waiting) == written
    assert again.right == "organizer" and again.roster.sequencer == again.secrets.device.sign.public
    Exchange(again).close_tail()
    assert Exchange(again).have()[1, new] == 1, "its log begins at 1"
    assert check(again) == []
    exchange = Exchange(again)
    exchange.rebuild()
    assert names(again) == {"Pilar", "Shared", "Not shared"}


def test_a_successor_makes_again_what_its_forerunner_owes(tmp_path: Path, home: Home, circle: Circle) -> None:
    old = circle.secrets.device.id
    backup.backup(home, circle, tmp_path / "a.backup")
    circle.close()
    backup.restore(home, tmp_path / "a.backup", replace=True)
    again = founding.open_circle(home)
    roster = again.roster
    assert mending._falls_to(roster, old, again.secrets.device.id)
    assert not mending._falls_to(roster, again.secrets.device.id, old)


def test_seven_days_and_four_weeks_stay_from_day_to_day() -> None:
    held: set[datetime.date] = set()
    for ago in range(90, -1, -1):
        day = TODAY - datetime.timedelta(days=ago)
        held = daily.kept(held | {day}, day)
    newest = sorted(held, reverse=True)
    assert newest[:7] == [TODAY - datetime.timedelta(days=ago) for ago in range(7)]
    assert len(newest) == 11 and len({day.isocalendar()[:2] for day in newest[7:]}) == 4
    assert 28 <= (TODAY - newest[-1]).days <= 41
    tomorrow = TODAY + datetime.timedelta(days=400)
    assert tomorrow in daily.kept(held | {tomorrow}, TODAY), "a clock that was wrong once removes nothing"


def test_one_backup_a_day_and_no_more_than_stay(home: Home, circle: Circle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daily, "DAYS", 2)
    days = [TODAY - datetime.timedelta(days=ago) for ago in range(3, -1, -1)]
    for day in days:
        daily.back_up(home, circle, day)
    assert daily.back_up(home, circle, TODAY) is None, "one a day"
    assert sorted(daily.backups_of(home, circle.id))[-2:] == days[-2:]
    assert len(list(daily.folder_of(home).iterdir())) == len(daily.kept(days, TODAY)) < 4


def test_a_daily_backup_opens_with_the_sheet_on_another_laptop(tmp_path: Path, home: Home, circle: Circle) -> None:
    sheet = sheets.new_sheet(circle).sheet
    home.set_setting(daily.SETTING, str(tmp_path / "second disk"))
    file = daily.back_up(home, circle, TODAY)
    assert file is not None and file.parent == tmp_path / "second disk"
    circle.close()
    shutil.rmtree(home.folder)
    other = home_at(tmp_path / "two")
    backup.restore(other, file, sheet=sheet)
    assert names(founding.open_circle(other)) == {"Pilar"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, home: Home, circle: Circle) -> None:
    (tmp_path / "file").write_text("in the way")
    home.set_setting(daily.SETTING, str(tmp_path / "file"))
    with pytest.raises(Refused, match="file"):
        daily.back_up(home, circle, TODAY)


def test_leaving_takes_backups_and_older_files_along(tmp_path: Path, home: Home, circle: Circle) -> None:
    sheets.new_sheet(circle)
    made = daily.back_up(home, circle, TODAY)
    assert made is not None
    for ending in (".part", ".part-journal", ".new"):  # a power cut in the middle of the next ones
        made.with_name(f"Harbour 2026-11-26.backup{ending}").touch()
    made.with_name("Harbour Hall 2026-11-26.backup.part").touch()  # another circle's
    backup.backup(home, circle, tmp_path / "a.backup")
    circle.close()
    backup.restore(home, tmp_path / "a.backup", replace=True)
    leaving.leave(home, home.find())
    left = [path.name for path in home.folder.rglob("*") if path.is_file()]
    assert [name for name in left if "Harbour" in name] == ["Harbour Hall 2026-11-26.backup.part"], left
    assert "Harbour" not in (home.folder / "laptop.json").read_text("utf-8")


def added(verbs: Verbs, name: str, notes: str) -> bytes:
    fields = {"name": name, "notes": notes} if notes else {"name": name}
    return verbs.records.add("member", fields)[0]


def test_erasing_removes_the_backups_of_this_laptop_at_once(home: Home, circle: Circle) -> None:
    verbs = Verbs(circle)
    zenobia = added(verbs, "Zenobia Quartermain", "xylo")
    before = daily.back_up(home, circle, TODAY)
    assert before is not None and daily.erase(home, verbs, zenobia).done
    assert not before.exists()


def test_the_backups_on_a_disk_that_is_elsewhere_go_once_it_is_back(tmp_path: Path, home: Home, circle: Circle) -> None:
    verbs, disk, away = Verbs(circle), tmp_path / "disk", tmp_path / "away"
    disk.mkdir()
    home.set_setting(daily.SETTING, str(disk))
    zenobia = added(verbs, "Zenobia Quartermain", "")
    before = daily.back_up(home, circle, TODAY)
    disk.rename(away)
    daily.erase(home, verbs, zenobia)
    away.rename(disk)
    daily.forget_erased(home, circle)
    assert before is not None and not before.exists()


def test_backups_go_from_a_folder_that_was_chosen_before_as_well(tmp_path: Path, home: Home, circle: Circle) -> None:
    verbs, away = Verbs(circle), tmp_path / "away"
    zenobia = added(verbs, "Zenobia Quartermain", "")
    written = [daily.back_up(home, circle, TODAY)]
    for name in ("other disk", "third"):
        (tmp_path / name).mkdir()
        home.set_setting(daily.SETTING, str(tmp_path / name))
        written.append(daily.back_up(home, circle, TODAY))
    (tmp_path / "other disk").rename(away)
    told = daily.erase(home, verbs, zenobia).copies
    mine, other, third = [path for path in written if path is not None]
    assert not mine.exists() and not third.exists()
    assert [each.where for each in told] == [str(other.parent)], "nobody can look there now"
    fresh = daily.back_up(home, circle, TODAY)
    away.rename(tmp_path / "other disk")
    daily.forget_erased(home, circle)
    assert not other.exists() and fresh is not None and fresh.exists()
    assert copies.copies(circle) == []


def test_what_an_upgrade_left_goes_also_while_the_disk_for_backups_is_away(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    """Done, or killed while it copied."""
    verbs = Verbs(circle)
    home.set_setting(daily.SETTING, str(tmp_path / "disk"))
    left = [circle.path.with_name(circle.path.name + BEFORE + ending) for ending in ("", ".part", ".part-journal")]
    for before in left:
        before.write_bytes(b"with Zenobia")
    daily.erase(home, verbs, added(verbs, "Zenobia Quartermain", ""))
    assert not any(before.exists() for before in left)


def erased_since(home: Home, circle: Circle, file: Path) -> bytes:
    """Write a backup, and then erase Zenobia; return the id of the member who is spoken of together with her."""
    verbs = Verbs(circle)
    zenobia = added(verbs, "Zenobia Quartermain", "")
    kid = added(verbs, "Kid", "Child of Zenobia Quartermain")
    Exchange(circle).close_tail()
    backup.backup(home, circle, file)
    daily.erase(home, verbs, zenobia)
    added(verbs, "Later", "")
    circle.close()
    return kid


def test_a_backup_from_before_an_erasure_brings_nobody_back(tmp_path: Path, home: Home, circle: Circle) -> None:
    kid = erased_since(home, circle, tmp_path / "old.backup")
    before = circle.secrets.device.id
    for _ in range(3):  # and restored again, it goes on from what the laptop is by then
        assert backup.restore(home, tmp_path / "old.backup", replace=True).erased
        again = founding.open_circle(home)
        assert names(again) == {"Pilar", "Kid"} and not again.reader.find("Zenobia")
        assert again.reader.get("member", kid)["notes"] == "Child of …" and check(again) == []
        me = again.secrets.device
        assert again.roster.devices[me.id].succeeds == before and again.roster.sequencer == me.sign.public
        assert again.reader.get("device", me.id)["name"] == "Blue (2)" and not again.roster.proposals
        Exchange(again).close_tail()
        before = me.id
        again.close()


@pytest.mark.parametrize("error", [Refused("disk_full", "The disk is full."), Unreadable("damaged_file", "Damaged.")])
def test_a_restore_that_cannot_take_the_list_is_given_up_or_says_so(
    tmp_path: Path, home: Home, circle: Circle, monkeypatch: pytest.MonkeyPatch, error: Refused
) -> None:
    """Without it whoever was erased would be there again, and a right that was taken."""
    erased_since(home, circle, tmp_path / "old.backup")

    truly, given = Exchange.receive_roster, list[object]()

    def fails(*of: Any) -> bool:
        given.append(of)
        if len(given) == 1:  # later comes its own list, which nothing is wrong with
            raise error
        return truly(*of)

    with monkeypatch.context() as patched:
        patched.setattr(Exchange, "receive_roster", fails)
        if isinstance(error, Unreadable):
            assert backup.restore(home, tmp_path / "old.backup", replace=True).unsure
            return
        with pytest.raises(Refused, match="full"):
            backup.restore(home, tmp_path / "old.backup", replace=True)
    with closing(founding.open_circle(home)) as again:
        assert names(again) == {"Pilar", "Kid", "Later"} and again.secrets.device.id == circle.secrets.device.id
    assert not [*home.folder.glob("*.restoring*"), *home.folder.glob("*before restore*")]


@pytest.mark.parametrize("later", [0, 1])
def test_over_a_damaged_list_a_backup_brings_nobody_back_either(
    tmp_path: Path, home: Home, circle: Circle, later: int
) -> None:
    """Where what is damaged comes after the erasure, and where it is the place of the erasure itself."""
    verbs = Verbs(circle)
    amina = verbs.records.add("member", {"name": "Amina"})[0]
    file = tmp_path / "sealed.backup"
    backup.backup(home, circle, file)
    erasing.erase(verbs, amina)
    at = len(circle.roster.placed) - 1 + later
    inviting.invite(circle)
    database = circle.connection
    (wire,) = database.execute("SELECT wire FROM roster_entry WHERE position=?", (at,)).fetchone()
    struck = wire[:-9] + bytes([wire[-9] ^ 255]) + wire[-8:]
    database.execute("UPDATE roster_entry SET wire=? WHERE position=?", (struck, at))
    circle.close()
    done = backup.restore(home, file, replace=True)
    assert done.erased and done.unsure
    again = Verbs(founding.open_circle(home, done.circle.path))
    assert "Amina" not in [record["name"] for record in again.reader.list("member")]
    assert check(again.circle) == [] and again.circle.right == "organizer"


def test_over_a_damaged_first_page_a_backup_brings_nobody_back(tmp_path: Path, home: Home, circle: Circle) -> None:
    verbs = Verbs(circle)
    amina = verbs.records.add("member", {"name": "Amina"})[0]
    backup.backup(home, circle, tmp_path / "sealed.backup")
    erasing.erase(verbs, amina)
    circle.close()
    strike_page(circle.path, 1)
    done = backup.restore(home, tmp_path / "sealed.backup", replace=True)
    assert done.erased and not done.unsure
    assert names(founding.open_circle(home, done.circle.path)) == {"Pilar"}
    assert not list(home.folder.glob("*.first*"))


def test_in_a_restored_file_the_tables_are_named_a_second_time_where_they_lie_now(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    backup.backup(home, circle, tmp_path / "a.backup")
    circle.close()
    backup.restore(home, tmp_path / "a.backup", replace=True)
    circle = founding.open_circle(home)
    database = circle.connection
    lie = "SELECT name, rootpage FROM {} WHERE rootpage > 0 ORDER BY name"
    named = [database.execute(lie.format(table)).fetchall() for table in ("sqlite_master", "named_again")]
    assert named[0] == named[1]
    erasing.erase(Verbs(circle), Verbs(circle).records.add("member", {"name": "Amina"})[0])  # tables move then
    named = [database.execute(lie.format(table)).fetchall() for table in ("sqlite_master", "named_again")]
    assert named[0] == named[1]


def test_tables_stay_named_a_second_time_where_naming_them_anew_is_cut_off(circle: Circle) -> None:
    erasing.erase(Verbs(circle), Verbs(circle).records.add("member", {"name": "Amina"})[0])
    with circle.transaction():
        circle.meta.put(PURGE, 1)
    database = circle.connection
    before = database.execute("SELECT count(*) FROM named_again").fetchall()
    cut_off = (sqlcipher3.SQLITE_INSERT, "named_again", None, "main")  # in the file itself, not in what VACUUM makes
    database.set_authorizer(lambda *what: int(what[:4] == cut_off))
    with pytest.raises(sqlcipher3.DatabaseError):
        purge(database)
    database.set_authorizer(None)
    assert database.execute("SELECT count(*) FROM named_again").fetchall() == before and not database.in_transaction


def test_a_backup_of_a_damaged_circle_says_that_the_circle_is_damaged(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    (page,) = circle.connection.execute("SELECT rootpage FROM sqlite_master WHERE name='changeset'").fetchone()
    circle.close()
    strike_page(circle.path, page)
    again = founding.open_circle(home)
    with pytest.raises(Unreadable, match=r"Harbour\.circle is damaged\. Mend it"):
        backup.backup(home, again, tmp_path / "a.backup")
    again.close()
    assert list(tmp_path.glob("a.backup*")) == []


@pytest.mark.skipif(os.name == "nt", reason="no process splits in two there")
@pytest.mark.parametrize("stands", [False, True])
def test_a_restore_that_is_killed_brings_nobody_back(
    tmp_path: Path, home: Home, circle: Circle, monkeypatch: pytest.MonkeyPatch, stands: bool
) -> None:
    kid = erased_since(home, circle, tmp_path / "old.backup")
    put_in_place = backup.put_in_place

    def dies(fresh: Path, path: Path) -> None:
        if stands:
            put_in_place(fresh, path)
        os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        try:
            monkeypatch.setattr(backup, "put_in_place", dies)
            backup.restore(home, tmp_path / "old.backup", replace=True)
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    again = founding.open_circle(home)
    assert succession.mend(again) == "" and (again.secrets.device.id != circle.secrets.device.id) == stands
    assert names(again) == {"Pilar", "Kid"} | (set() if stands else {"Later"})
    assert again.reader.get("member", kid)["notes"] == "Child of …" and not again.reader.find("Zenobia")
    Exchange(again).close_tail()
    assert again.right == "organizer" and not again.shut_out and check(again) == []
    assert not list(home.folder.glob("*.restoring*"))


def test_after_a_restore_from_its_own_daily_backup_nothing_is_elsewhere(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    file = daily.back_up(home, circle, TODAY)
    assert file is not None and not ways_back.is_elsewhere(home, circle)
    circle.close()
    backup.restore(home, file, replace=True)
    with closing(founding.open_circle(home)) as again:
        assert not ways_back.is_elsewhere(home, again), "all of it lies in this laptop's own folder"
        kept = tmp_path / "stick" / "kept.backup"
        kept.parent.mkdir()
        backup.backup(home, again, kept)
        assert not ways_back.is_elsewhere(home, again), "on the same disk"
        kept.parent.rename(tmp_path / "taken away")
        assert ways_back.is_elsewhere(home, again)
