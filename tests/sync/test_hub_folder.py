"""A hub's folder after a power cut: what was begun is finished, what is damaged is named."""

from __future__ import annotations

import json
import os
import sqlite3
import ssl
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from learningcircles.crypto.certificate import fits, self_signed
from learningcircles.errors import CircleError, Unreadable
from learningcircles_sync.hub import folder as folders
from learningcircles_sync.hub import main
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.hub.keeping import backup, restore
from learningcircles_sync.hub.store_sqlite import SqliteStore

HOSTS = ["localhost"]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "hub")
    made.make()
    SqliteStore(made.database, lambda: 0).close()
    return made


def shown(folder: Folder) -> bytes:
    """Return the fingerprint of what the hub would show; its key fits."""
    found = folder.certificate(HOSTS)
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(found.file)
    return found.fingerprint


def test_an_empty_key_is_made_anew_where_the_hub_was_never_used_and_named_where_it_was(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "hub")
    folder.path.mkdir()
    (folder.path / "hub.key").touch()
    folder.make()
    assert folder.key()
    SqliteStore(folder.database, lambda: 0).close()
    (folder.path / "hub.key").write_bytes(b"")
    folder.make()
    with pytest.raises(Unreadable, match=r"hub\.key is damaged"):
        folder.key()


def test_a_damaged_address_is_named(folder: Folder) -> None:
    for held in ("", "[]", '{"url": "https://hub"}', '{"url": "https://hub", "fingerprint": "x"}'):
        (folder.path / "address.json").write_text(held)
        with pytest.raises(Unreadable, match=r"address\.json is damaged"):
            folder.address()
    folder.note_address("https://hub", b"1")
    assert folder.address() == ("https://hub", b"1")


@pytest.mark.parametrize("begins", [b"", b"-----BEGIN CERTIFICATE-----\n", b"\xff"])
def test_a_damaged_certificate_is_made_anew_and_told_of(folder: Folder, begins: bytes) -> None:
    first = folder.certificate(HOSTS)
    assert not first.anew and shown(folder) == first.fingerprint
    first.file.write_bytes(begins)
    again = folder.certificate(HOSTS)
    assert again.anew and again.fingerprint != first.fingerprint == first.fingerprint
    assert shown(folder) == again.fingerprint and not folder.certificate(HOSTS).anew


def test_a_hub_of_before_goes_on_showing_its_pair_also_where_replacing_it_was_cut_off(folder: Folder) -> None:
    (old, key, _), (new, secret, fingerprint) = (self_signed(HOSTS, folders.datetime.datetime.now()) for _ in range(2))
    (folder.path / "hub.crt").write_bytes(old)
    (folder.path / "hub.crt.new").write_bytes(new)
    (folder.path / "hub-tls.key").write_bytes(secret)
    assert not fits(old, secret) and fits(new, secret) and fits(old, key)
    assert shown(folder) == fingerprint
    assert sorted(path.suffix for path in folder.path.glob("hub*.*")) == [".db", ".key", ".pem"]


def test_replacing_the_certificate_is_one_step(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(folder)
    steps = 0

    def cut(*paths: Path) -> None:
        nonlocal steps
        steps += 1
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", cut)
        with pytest.raises(SystemExit):
            folder.replace_certificate()
    assert shown(folder) == before and steps == 1
    after = folder.replace_certificate().fingerprint
    assert shown(folder) == after != before


def test_a_backup_holds_the_certificate(folder: Folder, tmp_path: Path) -> None:
    held = shown(folder)
    folder.note_address("https://hub", held)
    backup(folder, tmp_path / "a.tar.gz")
    back = Folder(tmp_path / "back")
    restore(back, tmp_path / "a.tar.gz")
    assert shown(back) == held and back.key().secret == folder.key().secret


def test_what_is_no_backup_leaves_no_empty_folder_behind(tmp_path: Path) -> None:
    (tmp_path / "junk").write_bytes(b"no backup")
    with pytest.raises(Unreadable, match="not a hub's backup"):
        restore(Folder(tmp_path / "new" / "hub"), tmp_path / "junk")
    assert [each.name for each in tmp_path.iterdir()] == ["junk"]
    (tmp_path / "hub").mkdir()
    with pytest.raises(Unreadable):
        restore(Folder(tmp_path / "hub"), tmp_path / "junk")
    assert list((tmp_path / "hub").iterdir()) == [], "a folder that was there stays"


def test_a_damaged_database_is_named(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.database.write_bytes(b"no database" * 1000)
    for command in (["serve", "--listen", "127.0.0.1:0"], ["code"], ["check"], ["migrate"]):
        assert main.run([*command, "--data", str(folder.path)]) == 1
        assert str(folder.database) in capsys.readouterr().err
    with pytest.raises(CircleError, match="is damaged"):
        SqliteStore(folder.database, lambda: 0)


def test_a_database_that_another_program_wrote_is_named(folder: Folder) -> None:
    for suffix in ("", "-wal", "-shm"):
        folder.database.with_name(folder.database.name + suffix).unlink(missing_ok=True)
    with sqlite3.connect(folder.database) as other:
        other.execute("CREATE TABLE migration (n INTEGER PRIMARY KEY, checksum BLOB)")
        other.execute("INSERT INTO migration VALUES (1, x'00')")
    with pytest.raises(Unreadable, match=r"hub\.db was not made by this program"):
        SqliteStore(folder.database, lambda: 0)


def test_whoever_looks_into_a_damaged_hub_is_told_what_sqlite_finds(folder: Folder) -> None:
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE further (held)")
        connection.execute("INSERT INTO further VALUES (NULL)")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET sql='CREATE TABLE further (held NOT NULL)' WHERE name='further'")
    ended = CliRunner().invoke(main.hub, ["check", "--data", str(folder.path), "--json"])
    found = json.loads(ended.output)
    assert ended.exit_code == 1 and not found["ok"] and found["database"] == ["NULL value in further.held"]
    ended = CliRunner().invoke(main.hub, ["check", "--data", str(folder.path)])
    assert "is damaged. Restore a backup" in ended.output and "further" not in ended.output
