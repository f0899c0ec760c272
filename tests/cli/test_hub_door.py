"""A hub that was installed without its extra: one sentence, and no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = ("granian", "starlette", "prometheus_client", "jinja2")
PROGRAM = "import learningcircles_sync.hub.door as door; door.main({words!r})"


def run(blocked: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program in a Python that has no module of this name."""
    block = f"import sys; sys.modules[{blocked!r}] = None; " if blocked else ""
    return subprocess.run(
        [sys.executable, "-c", block + PROGRAM.format(words=list(words))], capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_part_is_told_in_one_sentence(part: str, tmp_path: Path) -> None:
    ended = run(part, "serve", "--data", str(tmp_path / "hub"))
    assert ended.returncode == 1 and ended.stdout == ""
    assert part in ended.stderr and "learning-circles[hub]" in ended.stderr and ended.stderr.count("\n") == 1
    assert not (tmp_path / "hub").exists()


def test_with_all_its_parts_it_is_the_hub(tmp_path: Path) -> None:
    ended = run("", "init", "--data", str(tmp_path / "hub"), "--json")
    assert (ended.returncode, ended.stderr) == (0, "") and (tmp_path / "hub" / "hub.key").exists()
    assert run("", "no-such-command").returncode == 2


def test_python_is_not_taken_down_under_the_threads_of_the_server(tmp_path: Path) -> None:
    words = ["init", "--data", str(tmp_path / "hub"), "--json"]
    noted = "import atexit; atexit.register(print, 'taken down'); "
    ended = subprocess.run(
        [sys.executable, "-c", noted + PROGRAM.format(words=words)], capture_output=True, text=True, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)["ok"] is True, "what it says has come whole"


def test_without_any_output_it_ends_well(tmp_path: Path) -> None:
    words = ["init", "--data", str(tmp_path / "hub")]
    program = [sys.executable, "-c", PROGRAM.format(words=words)]
    ended = subprocess.run(["sh", "-c", '"$@" >&- 2>&-', "sh", *program], timeout=60)
    assert ended.returncode == 0 and (tmp_path / "hub" / "hub.key").exists()
