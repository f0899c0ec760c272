"""Founding, opening, joining, locking, leaving: real files in two homes."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from homes import home_at

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.codec import encode
from learningcircles.errors import CircleError, InvalidValue, Locked, NotAllowed, NotFound, Refused, Unreadable, Usage
from learningcircles.laptop import backup, founding, inviting, joining, leaving, lock, rights, sequencing, succession
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.laptop.locking import SyncLock
from learningcircles.laptop.mark import Mark
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.invitation import read_invitation

ALL = 10**9


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_at(tmp_path / "one")


@pytest.fixture
def circle(home: Home) -> Circle:
    return founding.found(home, "Nørrebro lærer", "Pilar", "Pilar's laptop")


def share(giver: Circle, taker: Circle) -> None:
    Exchange(giver).close_tail()
    Exchange(taker).receive_roster(giver.rosters.placed(), giver.rosters.proposals())
    sequencing.place_pending(taker)
    assert not Exchange(taker).receive(Exchange(giver).after(Exchange(taker).have(), ALL)).rejected


def join(circle: Circle, folder: Path, right: str = "recorder") -> tuple[Home, Circle]:
    invited = inviting.invite(circle, right)
    Exchange(circle).close_tail()
    segments = Exchange(circle).after({}, ALL)
    other = home_at(folder)
    joined = joining.join(
        other,
        read_invitation(invited.invitation.text()),
        "Amina",
        "Amina's laptop",
        circle.rosters.placed(),
        (),
        segments,
    )
    return other, joined


def test_a_founded_circle_opens_again_with_its_founder_in_it(home: Home, circle: Circle) -> None:
    circle.close()
    again = founding.open_circle(home)
    verbs = Verbs(again)
    assert verbs.reader.get("!charter", again.id)["name"] == "Nørrebro lærer"
    assert [m["name"] for m in verbs.reader.list("member")] == ["Pilar"]
    assert verbs.desk.person == verbs.reader.ids("member")[0]
    assert verbs.reader.get("device", again.secrets.device.id)["name"] == "Pilar's laptop"
    assert [row.name for row in home.circles()] == ["Nørrebro lærer"]
    assert verbs.undo.next_undo() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
def test_keys_are_for_their_owner_alone(home: Home, circle: Circle) -> None:
    key = home.folder / "keys" / f"{circle.id.hex()}.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert circle.secrets.device.sign.secret not in circle.path.read_bytes()


def test_a_circle_without_a_name_leaves_nothing(home: Home) -> None:
    with pytest.raises(InvalidValue, match="The circle needs a name"):
        founding.found(home, "  ", "Pilar", "laptop")
    assert not home.folder.exists() or not list(home.folder.rglob("*.key"))


def test_several_circles_must_be_told_apart(home: Home, circle: Circle) -> None:
    second = founding.found(home, "Nørrebro lærer", "Jo", "laptop")
    assert second.path.stem == "Nørrebro lærer 2"
    with pytest.raises(Usage, match="several circles"):
        home.find()
    assert home.find(second.path).circle_id == second.id
    assert home.find("Nørrebro lærer").circle_id == circle.id
    with pytest.raises(NotFound):
        home.find("elsewhere")


@pytest.mark.skipif(os.name == "nt", reason="making a link needs an administrator there")
def test_a_circles_file_is_known_by_every_path_that_leads_to_it(home: Home, circle: Circle, tmp_path: Path) -> None:
    """A file manager hands over what it shows; macOS and Windows also take another case for the same file."""
    link = tmp_path / "elsewhere"
    link.symlink_to(home.folder)
    assert home.find(link / circle.path.name).circle_id == circle.id
    copy = tmp_path / circle.path.name
    copy.write_bytes(circle.path.read_bytes())
    with pytest.raises(Unreadable, match="is not a circle file of this laptop"):
        home.find(copy)


def test_a_circles_name_is_one_line_whoever_wrote_it(home: Home, circle: Circle) -> None:
    """A modified program of another organizer's laptop may write anything."""
    with circle.change("Name") as change:
        change.set("!charter", circle.id, {"name": "Harbour\x1b[2J\nOK\u202e" + "x" * 5000})
    circle.close()
    founding.open_circle(home).close()
    (held,) = home.circles()
    assert held.called.isprintable() and held.called.startswith("Harbour") and len(held.called) <= 200


def test_a_circle_goes_by_its_own_name_and_by_its_files(home: Home, circle: Circle) -> None:
    for name in ("../../evil", "CON"):
        founding.found(home, name, "Jo", "laptop").close()
    for held in home.circles():
        founding.open_circle(home, held.path).close()
    assert [row.called for row in home.circles()] == ["../../evil", "CON", "Nørrebro lærer"]
    assert home.find("../../evil").path == home.folder / "evil.circle" == home.find("evil").path
    Verbs(circle).records.edit("charter", circle.id, {"name": "Nørrebro 10"})
    founding.note_name(home, circle)
    assert home.find("Nørrebro 10").circle_id == home.find("Nørrebro lærer").circle_id == circle.id
    second = founding.found(home, "Nørrebro 10", "Jo", "laptop")
    founding.note_name(home, second)
    assert home.find("Nørrebro 10").circle_id == second.id and home.find("Nørrebro lærer").circle_id == circle.id
    assert [row.called for row in home.circles()][2:] == ["Nørrebro 10", "Nørrebro lærer"], "they are told apart"
    Verbs(second).records.edit("charter", second.id, {"name": "Nørrebro 9"})
    founding.note_name(home, second)
    assert [row.called for row in home.circles()][2:] == ["Nørrebro 9", "Nørrebro 10"]
    circle.close()
    leaving.leave(home, home.find(circle.path))
    assert circle.id.hex() not in (home.folder / "laptop.json").read_text("utf-8")


def test_names_that_a_file_cannot_have(home: Home) -> None:
    assert home.path_for("a/b:c*?").name == "a b c.circle"
    assert home.path_for("con").name == "con circle.circle"


def test_joining_with_an_invitation_and_becoming_one(tmp_path: Path, circle: Circle) -> None:
    other, joined = join(circle, tmp_path / "two")
    assert joined.right == "recorder"
    assert joined.roster.devices[joined.secrets.device.id].provisional
    Verbs(joined).records.add("offer", {"title": "Portuguese"})
    share(joined, circle)
    share(circle, joined)
    names = {m["name"] for m in circle.reader.list("member")}
    assert names == {"Pilar", "Amina"}
    assert joined.reader.state_hash()["private"] == circle.reader.state_hash()["private"]
    assert not joined.roster.devices[joined.secrets.device.id].provisional
    Verbs(joined).people.give_numbers()
    assert {m["name"]: m["number"] for m in joined.reader.list("member")} == {"Pilar": "1-1", "Amina": "2-1"}
    renamed = joining.name_file(other, joined)
    assert renamed.path.stem == "Nørrebro lærer"
    assert [row.path for row in other.circles()] == [renamed.path]
    assert renamed.reader.count("member") == 2


def test_joining_twice_from_one_home_is_refused(tmp_path: Path, circle: Circle) -> None:
    join(circle, tmp_path / "two")
    with pytest.raises(Refused, match="already"):
        join(circle, tmp_path / "two")


def test_a_recorder_invites_nobody(tmp_path: Path, circle: Circle) -> None:
    _, joined = join(circle, tmp_path / "two")
    with pytest.raises(NotAllowed, match="organizer"):
        inviting.invite(joined)
    with pytest.raises(InvalidValue):
        inviting.invite(circle, "king")
    with pytest.raises(InvalidValue):
        inviting.invite(circle, uses=0)


def test_a_revoked_laptop_writes_nothing_more_that_counts(tmp_path: Path, circle: Circle) -> None:
    _, joined = join(circle, tmp_path / "two")
    share(joined, circle)
    share(circle, joined)
    assert rights.revoke(circle, joined.secrets.device.id)
    assert {m["name"] for m in circle.reader.list("member")} == {"Pilar", "Amina"}
    Exchange(joined).receive_roster(circle.rosters.placed(), [])
    with pytest.raises(NotAllowed, match="no longer takes part"):
        Verbs(joined).records.add("offer", {"title": "Late"})
    with pytest.raises(Refused, match="shut out already"):
        rights.revoke(circle, joined.secrets.device.id)
    with pytest.raises(Refused, match="only organizer"):
        rights.revoke(circle, circle.secrets.device.id)


def test_a_backup_lets_nobody_in_who_was_shut_out(tmp_path: Path, circle: Circle) -> None:
    far, joined = join(circle, tmp_path / "two")
    file = tmp_path / "old.backup"
    backup.backup(far, joined, file)
    share(joined, circle)
    rights.revoke(circle, joined.secrets.device.id)
    Exchange(joined).receive_roster(circle.rosters.placed(), [])
    joined.close()
    assert not backup.restore(far, file, replace=True).renewed
    with closing(founding.open_circle(far)) as again, pytest.raises(NotAllowed, match="no longer takes part"):
        Verbs(again).records.add("offer", {"title": "Late"})


def test_leaving_removes_file_keys_and_name(home: Home, circle: Circle) -> None:
    Exchange(circle).close_tail()
    held = home.find()
    circle.close()
    leaving.leave(home, held)
    assert home.circles() == []
    left = [path for path in home.folder.rglob("*") if path.is_file()]
    assert {path.name for path in left} == {"laptop.json", "laptop.lock", "founding.lock"}
    assert "rrebro" not in left[0].read_text("utf-8")


def test_a_passphrase_stands_before_both_keys(home: Home, circle: Circle) -> None:
    held = home.find()
    with pytest.raises(InvalidValue, match="8 letters"):
        lock.lock(home, held, "short")
    lock.lock(home, held, "correct horse battery")
    kept = home.keys.get(circle.id.hex()) or b""
    assert circle.secrets.file_key not in kept
    assert circle.secrets.device.sign.secret not in kept
    with pytest.raises(Locked, match="needs its passphrase"):
        founding.open_circle(home)
    with pytest.raises(Locked, match="not the passphrase"):
        founding.open_circle(home, passphrase="wrong horse battery")
    assert founding.open_circle(home, passphrase="correct horse battery").id == circle.id
    lock.unlock(home, held, "correct horse battery")
    assert founding.open_circle(home).id == circle.id


def test_a_backup_opens_elsewhere_with_its_passphrase_alone(tmp_path: Path, home: Home, circle: Circle) -> None:
    file = tmp_path / "circle.backup"
    backup.backup(home, circle, file, "correct horse battery")
    assert b"Pilar" not in file.read_bytes()
    with pytest.raises(Refused, match="exists already"):
        backup.backup(home, circle, file)
    other = home_at(tmp_path / "two")
    with pytest.raises(InvalidValue, match="needs its passphrase"):
        backup.restore(other, file)
    with pytest.raises(Locked):
        backup.restore(other, file, "wrong horse battery")
    assert other.circles() == []
    assert backup.restore(other, file, "correct horse battery").renewed
    again = founding.open_circle(other)
    assert [m["name"] for m in again.reader.list("member")] == ["Pilar"]


def test_restoring_overwrites_only_when_told_and_says_that_it_is_older(
    tmp_path: Path, home: Home, circle: Circle
) -> None:
    file = tmp_path / "circle.backup"
    backup.backup(home, circle, file)
    Verbs(circle).records.add("member", {"name": "Late"})
    Exchange(circle).close_tail()
    assert not succession.is_older_copy(circle)
    circle.close()
    with pytest.raises(Refused, match="already"):
        backup.restore(home, file)
    restored = backup.restore(home, file, replace=True)
    assert restored.set_aside is not None
    assert restored.set_aside.is_file()
    again = founding.open_circle(home)
    assert [m["name"] for m in again.reader.list("member")] == ["Pilar"]
    assert "older copy" in succession.mend(again) or again.secrets.device.id != circle.secrets.device.id


def test_what_is_no_backup_is_refused(tmp_path: Path, home: Home) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"LCK1" + os.urandom(100))
    with pytest.raises(CircleError):
        backup.restore(home, file)
    file.write_bytes(b"hello")
    with pytest.raises(Unreadable, match="not a backup"):
        backup.restore(home, file)
    with pytest.raises(NotFound):
        backup.restore(home, tmp_path / "none")


def test_one_program_shares_at_a_time(tmp_path: Path) -> None:
    file = tmp_path / "a.circle"
    with SyncLock(file), pytest.raises(Locked, match="Another program"), SyncLock(file):
        pass
    with SyncLock(file):
        pass


def test_a_mark_never_goes_back_and_survives(tmp_path: Path) -> None:
    mark = Mark(tmp_path / "m" / "a.mark")
    mark.write({1: (3, b"c" * 32), 2: (1, b"x" * 32)})
    mark.write({1: (2, b"b" * 32)})
    assert Mark(tmp_path / "m" / "a.mark").read() == {1: (3, b"c" * 32), 2: (1, b"x" * 32)}
    assert Mark.is_behind(mark.read(), {1: (2, b"b" * 32), 2: (1, b"x" * 32)})
    assert Mark.is_behind(mark.read(), {1: (3, b"d" * 32), 2: (1, b"x" * 32)})
    assert not Mark.is_behind(mark.read(), {1: (4, b"d" * 32), 2: (1, b"x" * 32)})


def test_a_mark_survives_a_power_cut_in_the_middle_of_its_writing(tmp_path: Path) -> None:
    path = tmp_path / "a.mark"
    for seq in (1, 2, 3):
        before = path.read_bytes() if path.exists() else b""
        Mark(path).write({1: (seq, bytes([seq]) * 32)})
    whole = path.read_bytes()
    changed = [place for place in range(len(whole)) if whole[place] != before[place]]
    for cut in range(changed[0] + 1, changed[-1] + 1, 13):
        path.write_bytes(whole[:cut] + before[cut:])
        assert Mark(path).read() == {1: (2, b"\2" * 32)}
        Mark(path).write({1: (4, b"\4" * 32)})
        assert Mark(path).read() == {1: (4, b"\4" * 32)}
    path.write_bytes(bytes(len(whole)))
    with pytest.raises(Unreadable):
        Mark(path).read()


def test_a_sector_that_a_power_cut_spoils_holds_one_slot_of_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.mark"
    for seq in (1, 2, 3):
        before = path.read_bytes() if path.exists() else b""
        Mark(path).write({1: (seq, bytes([seq]) * 32)})
    whole = path.read_bytes()
    assert len(whole) == len(before) == 8192
    (sector,) = {place // 4096 for place in range(8192) if whole[place] != before[place]}
    path.write_bytes(whole[: sector * 4096] + b"\xff" * 4096 + whole[(sector + 1) * 4096 :])
    assert Mark(path).read() == {1: (2, b"\2" * 32)}


def test_two_slots_in_one_sector_are_read_and_moved_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.mark"
    Mark(path).write({1: (3, b"c" * 32)})
    path.write_bytes(bytes(512) + path.read_bytes()[4096 : 4096 + 512])
    assert Mark(path).read() == {1: (3, b"c" * 32)}
    for seq in (4, 5):
        Mark(path).write({1: (seq, b"d" * 32)})
        assert Mark(path).read() == {1: (seq, b"d" * 32)}
        assert path.stat().st_size == 8192


def test_a_laptop_whose_mark_is_damaged_goes_on_under_a_new_identity(home: Home, circle: Circle) -> None:
    Exchange(circle).close_tail()
    before = circle.secrets.device.id
    circle.close()
    (path,) = (home.folder / "marks").glob("*.mark")
    path.write_bytes(b"\xff" * path.stat().st_size)
    again = founding.open_circle(home)
    assert succession.mend(again) and again.secrets.device.id != before
    Verbs(again).records.add("member", {"name": "Late"})
    assert Exchange(again).close_tail()
    again.close()
    with closing(founding.open_circle(home)) as later:
        assert succession.mend(later) == ""


def test_a_mark_of_an_earlier_version_is_read_and_moved_on(tmp_path: Path) -> None:
    path = tmp_path / "a.mark"
    path.write_bytes(encode({"1": [3, b"c" * 32]}))
    assert Mark(path).read() == {1: (3, b"c" * 32)}
    Mark(path).write({1: (4, b"d" * 32), 2: (1, b"x" * 32)})
    assert Mark(path).read() == {1: (4, b"d" * 32), 2: (1, b"x" * 32)}


def test_files_keep_what_they_are_given(tmp_path: Path) -> None:
    keys = FileKeystore(tmp_path / "keys")
    assert keys.get("a") is None
    keys.put("a", b"1")
    keys.put("a", b"2")
    assert keys.get("a") == b"2"
    keys.delete("a")
    keys.delete("a")
    assert keys.get("a") is None


def test_settings_are_this_laptops(home: Home) -> None:
    home.set_setting("theme", "dark")
    assert home_at(home.folder).settings == {"theme": "dark"}
    home.set_setting("theme", None)
    assert home.settings == {}


def test_a_power_cut_while_a_joined_circle_gets_its_name_hides_it_from_nobody(
    tmp_path: Path, circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, joined = join(circle, tmp_path / "two")
    share(circle, joined)
    for step in ("register", "unregister"):
        with monkeypatch.context() as patch:
            patch.setattr(other, step, _power_cut)
            with pytest.raises(KeyboardInterrupt):
                joining.name_file(other, joined)
        joined.close()
        joined = founding.open_circle(other)
    assert joined.path.stem == "Nørrebro lærer"


def _power_cut(*words: object) -> None:
    raise KeyboardInterrupt
