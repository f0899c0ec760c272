"""Files, disks and folders that fail: one plain sentence that names the thing, and nothing half-done."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from learningcircles.laptop.founding import secrets_of
from learningcircles.laptop.home import Home
from learningcircles.storage.connect import FILE_VERSION, connect
from tests.cli import limits
from tests.cli.outside import HUB, Laptop, hub

Maker = Callable[[str], Laptop]


@contextmanager
def changed(file: Path, data: bytes) -> Iterator[None]:
    """Let a file hold something else for a while."""
    whole = file.read_bytes()
    file.write_bytes(data)
    try:
        yield
    finally:
        file.write_bytes(whole)


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def plain_sqlite(file: Path) -> bytes:
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE t (x)")
        database.commit()
    return file.read_bytes()


def test_a_circle_file_that_is_none(founder: Laptop, tmp_path: Path) -> None:
    whole = founder.file.read_bytes()
    broken = {
        "junk": b"hello" * 1000,
        "empty": b"",
        "half": whole[: len(whole) // 2],
        "one bit": flipped(whole, 4096 * 3 + 100),
        "another database": plain_sqlite(tmp_path / "plain.db"),
    }
    for kind, data in broken.items():
        with changed(founder.file, data):
            for words in (("check",), ("batch", "-")):
                code, sentence = founder.refused(*words)
                assert code == 1 and "Harbour.circle" in sentence, (kind, words, sentence)
    stranger = tmp_path / "stranger.circle"
    stranger.write_bytes(whole)
    code, sentence = founder.refused("--circle", str(stranger), "list", "member")
    assert code == 1 and "stranger.circle" in sentence
    for words in (("list", "member", "--circle", str(stranger)), ("list", f"--circle={stranger}", "member")):
        assert founder.refused(*words) == (code, sentence), "it may stand behind the command"
    assert founder.refused("list", "member", "--circle")[0] == 2
    assert founder.ask("check", "--circle", str(founder.file))["ok"]


def test_a_circle_file_of_a_newer_version(founder: Laptop) -> None:
    home = Home.default(founder.environment)
    key = secrets_of(home, home.find()).file_key
    with closing(connect(founder.file, key)) as connection:
        connection.execute(f"PRAGMA user_version = {FILE_VERSION + 1}")
    code, sentence = founder.refused("list", "member")
    assert code == 1 and "Harbour.circle" in sentence and "newer version" in sentence


def test_what_lies_beside_the_circles(founder: Laptop) -> None:
    (key,) = (founder.folder / "keys").iterdir()
    for data in (b"", key.read_bytes()[:-3]):
        with changed(key, data):
            code, sentence = founder.refused("list", "member")
            assert code == 1 and "keys" in sentence
    assert founder.ask("check")["ok"]


def test_a_damaged_list_of_circles_is_set_aside_and_the_circles_are_found_again(founder: Laptop) -> None:
    index = founder.folder / "laptop.json"
    for number, data in enumerate((b"{", b"", os.urandom(30), b'{"circles": {"x": "zz"}}'), 1):
        index.write_bytes(data)
        ended = founder.run("list", "member")
        assert ended.returncode == 0 and "Pilar" in ended.stdout
        assert ended.stderr.count("\n") == 1 and "laptop.json of this laptop was damaged" in ended.stderr
        assert (founder.folder / f"laptop (damaged {number}).json").read_bytes() == data
        assert founder.run("list", "member").stderr == ""
    founder.ask("leave", "--anyway")
    assert not list(founder.folder.glob("*damaged*"))


def test_bundles_that_are_none(founder: Laptop, laptop: Maker, tmp_path: Path) -> None:
    founder.ask("add", "member", "name=Amina")
    stick = tmp_path / "stick.bundle"
    founder.ask("bundle", "write", str(stick))
    before = founder.ask("check")["state_hash"]
    whole = stick.read_bytes()
    cuts = [whole[:length] for length in (0, 4, len(whole) // 2, len(whole) - 1)]
    flips = [flipped(whole, place) for place in (0, 5, len(whole) // 2, len(whole) - 1)]
    for data in (*cuts, *flips, whole + b"x"):
        with changed(stick, data):
            code, sentence = founder.refused("bundle", "read", str(stick))
            assert code == 1 and "stick.bundle" in sentence
    assert founder.refused("bundle", "read", str(tmp_path / "nowhere"))[0] == 1
    assert founder.refused("receipt", str(stick))[0] == 1
    other = laptop("other")
    other.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    assert "another circle" in other.refused("bundle", "read", str(stick))[1]
    document = founder.ask("check")
    assert document["ok"] and document["state_hash"] == before


def test_a_full_disk(founder: Laptop, tmp_path: Path) -> None:
    """RLIMIT_FSIZE: the write itself fails, as on a full disk, whoever runs this."""
    many, stick, copy, table = (str(tmp_path / name) for name in ("many.jsonl", "stick", "copy", "people.csv"))
    rows = ({"name": f"Member {n}", "notes": os.urandom(150).hex()} for n in range(2000))
    Path(many).write_text("\n".join(map(json.dumps, rows)))

    founder.limit = limits.no_file_beyond(founder.file.stat().st_size)
    full(founder, "Harbour.circle", "add", "member", "--from", many)
    full(founder, copy, "backup", copy)
    full(founder, "Mill Lane.circle", "circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    founder.limit = None
    assert founder.run("add", "member", "--from", many).returncode == 0
    founder.ask("bundle", "write", stick)
    former = Path(stick).read_bytes()

    founder.limit = limits.no_file_beyond(100_000)
    full(founder, stick, "bundle", "write", stick)
    full(founder, table, "export", "member", table, "--format", "csv")
    founder.limit = None
    assert Path(stick).read_bytes() == former
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "many.jsonl", "stick"], "nothing half-done"
    assert [path.name for path in founder.folder.glob("*.circle")] == ["Harbour.circle"]
    founder.ask("undo")
    assert [row["name"] for row in founder.rows("list", "member")] == ["Pilar"]
    assert founder.ask("check")["ok"]


def full(laptop: Laptop, named: str, *words: str) -> None:
    """Run a command that the disk has no room for."""
    code, sentence = laptop.refused(*words)
    assert code == 1 and named in sentence and ".part" not in sentence, sentence
    assert "disk is full" in sentence or "the file is too large" in sentence, sentence


def test_a_full_disk_under_an_export(founder: Laptop) -> None:
    code, sentence = founder.refused("export", "member", "/dev/full", "--format", "csv")
    assert code == 1 and sentence == "/dev/full cannot be written: no room is left on the disk."


def test_a_batch_goes_on_after_the_disk_was_full(founder: Laptop) -> None:
    step = {"do": "add", "entity": "member", "fields": {"name": "x", "notes": "x" * 15_000}}
    founder.limit = limits.no_file_beyond(600_000)
    replies = founder.batch([step] * 120)
    founder.limit = None
    kept = [reply["ok"] for reply in replies].count(True)
    assert len(replies) == 120 and 0 < kept < 120
    assert {reply["error"]["code"] for reply in replies if not reply["ok"]} == {"disk_full"}
    assert len(founder.rows("list", "member")) == kept + 1, "what was acknowledged is there, and nothing else"
    assert founder.ask("check")["ok"]


def test_a_folder_that_cannot_be_written_to(founder: Laptop, tmp_path: Path) -> None:
    assert founder.ask("check")["ok"], "what opening writes beside the file is there"
    before = sorted(path.name for path in founder.folder.rglob("*"))
    stick, closed = tmp_path / "stick.bundle", tmp_path / "closed"
    closed.mkdir()
    founder.limit = limits.obey_permissions
    os.chmod(founder.folder, 0o500)
    os.chmod(closed, 0o500)
    try:
        for words in (
            ("add", "member", "name=Bo"),
            ("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A"),
            ("leave", "--anyway"),
        ):
            code, sentence = founder.refused(*words)
            assert code == 1 and str(founder.folder) in sentence, (words, sentence)
        assert "Pilar" in founder.run("list", "member").stdout
        assert founder.ask("bundle", "write", str(stick))["bytes"] > 0 and stick.is_file()
        for words in (("backup", str(closed / "a")), ("export", "member", str(closed / "a"), "--format", "csv")):
            assert founder.refused(*words)[0] == 1
    finally:
        os.chmod(founder.folder, 0o700)
        os.chmod(closed, 0o700)
    founder.limit = None
    assert founder.ask("check")["ok"]
    assert sorted(path.name for path in founder.folder.rglob("*")) == before


def test_a_home_on_a_missing_drive(laptop: Maker, tmp_path: Path) -> None:
    away = laptop("drive/home")
    code, sentence = away.refused("list", "member")
    assert code == 1 and str(away.folder) in sentence
    assert not away.folder.exists()
    gone = laptop("gone")
    gone.folder.symlink_to(tmp_path / "no such drive")
    file = laptop("file")
    file.folder.write_text("not a folder")
    for each in (gone, file):
        code, sentence = each.refused("circle", "new", "Harbour", "--as", "Pilar", "--device", "A")
        assert code == 1 and str(each.folder) in sentence
        assert str(each.folder) in each.refused("list", "member")[1]


def test_a_hub_in_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    with hub(folder, "--no-tls"):
        pass
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    try:
        for path in (*folder.iterdir(), folder):
            os.chmod(path, 0o500)
        for place in (folder, folder / "new"):
            words = ["serve", "--data", str(place), "--no-tls", "--listen", "127.0.0.1:0"]
            ended = subprocess.run(
                [*HUB, *words], capture_output=True, text=True, timeout=60, preexec_fn=limits.obey_permissions
            )
            sentence = ended.stderr.strip()
            assert ended.returncode == 1 and str(place) in sentence and "\n" not in sentence, sentence
    finally:
        for path in (folder, *folder.iterdir()):
            os.chmod(path, 0o700)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
