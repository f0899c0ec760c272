"""The files of several circles are gone: `circle refill` fetches the one that is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from learningcircles.errors import Usage
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.cli.refilling import held_or_gone
from learningcircles_ui.cli.session import Session


def test_the_circle_that_is_named_is_meant_though_another_ones_file_is_gone_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNINGCIRCLES_HOME", str(tmp_path / "home"))
    home = Home.default()
    for name in ("Harbour", "Hill"):
        found(home, name, "Pilar", "Red").close()
    for each in home.circles():
        each.path.unlink()
    for name in ("Harbour", "Hill"):
        assert held_or_gone(Session(name)).name == name
    with pytest.raises(Usage, match=r"several circles: Harbour, Hill\. Say which with --circle"):
        held_or_gone(Session(None))
