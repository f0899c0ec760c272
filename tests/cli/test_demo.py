"""The sample region without a display: what a newcomer is told, and what a second start keeps."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.outside import PROGRAM, Laptop


def without_display(laptop: Laptop) -> dict[str, str]:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in laptop.environment.items() if name not in gone}


def start(folder: Path, laptop: Laptop) -> list[str]:
    """Run the sample region as `start.py` does where there is no display; return what it says."""
    ended = subprocess.run(
        [*PROGRAM, "demo", "--home", str(folder)],
        capture_output=True, text=True, env=without_display(laptop), timeout=240,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.splitlines()


def test_a_newcomer_is_told_what_happened(tmp_path: Path) -> None:
    region = tmp_path / "region"
    hall = Laptop(region / "second laptop")
    told = start(region, hall)
    assert told[0].startswith("There is no display here")
    assert sum("joined by invitation" in line for line in told) == 3
    assert any("offers, requests and meetups of Garden Terrace and Mill Lane" in line for line in told)
    pictures = sorted(path.name for path in (region / "pictures").iterdir())
    assert len(pictures) >= 6 and pictures[0] == "1 today.png"
    assert str(region / "pictures") in told[-1]

    people = len(hall.rows("--circle", "Harbour", "list", "member"))
    hall.ask("--circle", "Harbour", "add", "member", "name=Entered by hand")
    again = start(region, hall)
    assert not any("joined" in line for line in again), "it is set up once"
    assert any(f"{people + 1} people" in line for line in again)
    assert [row["title"] for row in hall.rows("--circle", "Harbour", "find", "entered")] == ["Entered by hand"]


def test_a_window_without_a_display_is_refused_in_a_sentence(founder: Laptop) -> None:
    founder.environment = without_display(founder)
    for words in ((), ("open", "learningcircles://join/x")):
        code, sentence = founder.refused(*words)
        assert code == 1 and "no display" in sentence
