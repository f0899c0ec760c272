"""The hub's own commands, as a steward runs them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.cli.outside import HUB, Laptop, hub


def steward(*words: str) -> tuple[int, Any]:
    """Run a command; return (exit code, its JSON document or its one sentence)."""
    ended = subprocess.run([*HUB, *words], capture_output=True, text=True, timeout=60)
    if ended.returncode == 0:
        return 0, json.loads(ended.stdout) if "--json" in words else ended.stdout.strip()
    assert ended.stderr.count("\n") == 1 and ended.stdout == "", ended
    return ended.returncode, ended.stderr.strip()


def test_a_hub_is_looked_after(founder: Laptop, tmp_path: Path) -> None:
    data, file, copy = (str(tmp_path / name) for name in ("hub", "hub.backup", "copy"))
    assert steward("code", "--data", data)[0] == 1, "there is none yet"
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        founder.ask("circle", "hub", said["code"])
        founder.ask("add", "member", "name=Amina")
        founder.ask("sync")
        more = steward("code", "--data", data, "--json")[1]
        assert set(more) == {"code"} and more["code"] != said["code"]
        assert steward("check", "--data", data, "--json") == (0, {"ok": True, "problems": []})
        assert steward("serve", "--data", data, "--no-tls", "--listen", "127.0.0.1:0") == (
            1, f"A hub is running in {data} already.",
        )  # fmt: skip
        assert steward("backup", "--data", data, file, "--json")[1]["ok"]
        assert steward("migrate", "--data", data, "--json")[1]["ok"]
    whole = Path(file).read_bytes()
    for broken in (b"", b"hello", whole[: len(whole) // 2], whole[:-200] + bytes(200)):
        Path(copy + ".backup").write_bytes(broken)
        code, sentence = steward("restore", "--data", copy, copy + ".backup")
        assert code == 1 and "copy.backup" in sentence
        assert not Path(copy).exists(), "nothing half-done"
    assert steward("restore", "--data", copy, str(tmp_path / "nowhere"))[0] == 1
    assert steward("restore", "--data", copy, file, "--json")[1]["ok"]
    assert steward("restore", "--data", copy, file)[0] == 1, "there is a hub now"
    assert steward("check", "--data", copy, "--json")[1]["ok"]
    with hub(tmp_path / "copy", "--no-tls", "--listen", said["url"].removeprefix("http://")):
        founder.ask("add", "member", "name=Bo")
        assert founder.ask("sync")["waiting"] == 0, "a restored hub is the same hub"


def test_what_a_hub_cannot_do_is_a_wrong_command(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "hub"))
    for words in (
        (), ("steward", *data), ("peer", *data), ("serve",), ("serve", *data, "--listen", "nonsense"),
        ("serve", *data, "--url", "ftp://x"), ("serve", *data, "--database", "postgresql://x"),
    ):  # fmt: skip
        assert steward(*words)[0] == 2, words
    assert steward("init", "--data", "/proc/nowhere")[0] == 1
