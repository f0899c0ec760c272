"""Backups of circles that have a passphrase: what is locked stays so, and locks nobody out."""

from __future__ import annotations

import errno
from contextlib import closing
from pathlib import Path

import pytest
from homes import home_at, names

from learningcircles.circle.circle import Circle
from learningcircles.errors import Locked
from learningcircles.laptop import backup, founding, lock, sheets
from learningcircles.laptop.home import Home

PASSPHRASE = "correct horse battery"


@pytest.mark.parametrize("locked", [True, False])
def test_what_was_locked_stays_locked_where_the_passphrase_of_its_backup_restores_it(
    tmp_path: Path, home: Home, circle: Circle, locked: bool
) -> None:
    sheet, file = sheets.new_sheet(circle).sheet, tmp_path / "a.backup"
    if locked:
        lock.lock(home, home.by_id(circle.id) or home.find(circle.path), PASSPHRASE)
    backup.backup(home, circle, file, PASSPHRASE)
    other, third = home_at(tmp_path / "two"), home_at(tmp_path / "three")
    assert backup.restore(other, file, PASSPHRASE).locked is locked
    if locked:
        with pytest.raises(Locked, match="needs its passphrase"):
            founding.open_circle(other)
    assert names(founding.open_circle(other, passphrase=PASSPHRASE if locked else "")) == {"Pilar"}
    assert backup.restore(third, file, sheet=sheet).locked is False, "nobody has given a passphrase for it"
    assert names(founding.open_circle(third)) == {"Pilar"}
    circle.close()
    assert backup.restore(home, file, PASSPHRASE, replace=True).locked is None
    assert names(founding.open_circle(home, passphrase=PASSPHRASE if locked else "")) == {"Pilar"}


@pytest.mark.parametrize("by_sheet", [True, False])
def test_a_locked_circle_whose_file_is_gone_comes_back_by_its_backups_passphrase_or_the_sheet(
    tmp_path: Path, home: Home, circle: Circle, by_sheet: bool
) -> None:
    """Its keys are kept with another passphrase, which may be forgotten: nothing here needs them any more."""
    sheet, file = sheets.new_sheet(circle).sheet, tmp_path / "a.backup"
    lock.lock(home, home.find(circle.path), "another passphrase")
    backup.backup(home, circle, file, PASSPHRASE)
    circle.close()
    with pytest.raises(Locked, match="locked on this laptop with another one"):
        backup.restore(home, file, PASSPHRASE, replace=True)
    with closing(founding.open_circle(home, passphrase="another passphrase")) as opened:
        assert names(opened) == {"Pilar"}
    for each in circle.path.parent.glob(f"{circle.path.name}*"):
        each.unlink()
    done = backup.restore(home, file, "" if by_sheet else PASSPHRASE, sheet=sheet if by_sheet else None, replace=True)
    assert done.locked is not by_sheet
    assert names(founding.open_circle(home, passphrase="" if by_sheet else PASSPHRASE)) == {"Pilar"}


@pytest.mark.parametrize("by_sheet", [True, False])
def test_a_restore_that_failed_leaves_no_lock_behind(
    tmp_path: Path, home: Home, circle: Circle, monkeypatch: pytest.MonkeyPatch, by_sheet: bool
) -> None:
    """The disk was full as the file was to take its place; then another backup is taken, or the sheet."""
    sheet = sheets.new_sheet(circle).sheet
    lock.lock(home, home.find(circle.path), PASSPHRASE)
    first, second = tmp_path / "first.backup", tmp_path / "second.backup"
    backup.backup(home, circle, first, PASSPHRASE)
    backup.backup(home, circle, second, "another passphrase")
    other = home_at(tmp_path / "two")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError):
        patched.setattr(backup, "put_in_place", full)
        backup.restore(other, first, PASSPHRASE)
    if by_sheet:
        backup.restore(other, second, sheet=sheet)
    else:
        backup.restore(other, second, "another passphrase")
    assert names(founding.open_circle(other)) == {"Pilar"}


def test_a_locked_circle_stays_locked_when_it_is_restored(tmp_path: Path, home: Home, circle: Circle) -> None:
    backup.backup(home, circle, tmp_path / "a.backup", PASSPHRASE)
    held = home.find()
    circle.close()
    lock.lock(home, held, PASSPHRASE)
    with pytest.raises(Locked):
        backup.restore(home, tmp_path / "a.backup", replace=True)
    backup.restore(home, tmp_path / "a.backup", PASSPHRASE, replace=True)
    with pytest.raises(Locked, match="needs its passphrase"):
        founding.open_circle(home)
    assert names(founding.open_circle(home, passphrase=PASSPHRASE)) == {"Pilar"}
