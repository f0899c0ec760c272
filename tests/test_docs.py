"""The commands of the documentation, run as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click import Context
from PySide6.QtWidgets import QApplication

from learningcircles_ui.cli.main import cli
from tests.cli.inside import Inside

ROOT = Path(__file__).parent.parent


def test_every_command_of_the_first_evening_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    (block,) = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    laptop = Inside(tmp_path / "home")
    monkeypatch.chdir(tmp_path)
    commands = [shlex.split(line.removeprefix("$ ")) for line in block.splitlines()]
    assert len(commands) > 10
    for words in commands:
        assert words[0] == "learningcircles"
        ended = laptop.run(*words[1:])
        assert ended.returncode == 0, (words, ended.stderr)


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name in cli.list_commands(Context(cli)):
        assert f"`{name}" in text or f" `{name}" in text, name


def test_the_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python3 start.py\n" in text and "python3 start.py test\n" in text
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("http") or (ROOT / target).exists(), target
