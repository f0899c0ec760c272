"""The sample region without a display: what a newcomer is told, and what a second start keeps."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from learningcircles.errors import Refused
from learningcircles_ui.demo.region import Region
from learningcircles_ui.display import check_display, has_display
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


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_does_not_answer_is_none(founder: Laptop, name: str, tmp_path: Path) -> None:
    gone = {"DISPLAY": ":93", "WAYLAND_DISPLAY": "wayland-93"}[name]
    founder.environment = {**without_display(founder), name: gone, "XDG_RUNTIME_DIR": str(tmp_path)}
    for platform in ("", "xcb", "wayland;xcb"):
        founder.environment["QT_QPA_PLATFORM"] = platform
        code, sentence = founder.refused()
        assert code == 1 and "no display" in sentence


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs an X server")
def test_a_display_that_answers_is_one() -> None:
    shown, told = os.pipe()
    # Without -noreset it begins anew whenever its last client goes, and answers nobody meanwhile.
    command = ["Xvfb", "-noreset", "-displayfd", str(told), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(told)
            with os.fdopen(shown) as line:
                display = f":{line.readline().strip()}"
            assert has_display({"DISPLAY": display}, {})
            assert has_display({"DISPLAY": display, "QT_QPA_PLATFORM": "wayland;xcb"}, {})
            assert not has_display({"DISPLAY": display}, {"xcb": {"libnobody.so.9": "libnobody9"}})
            assert not has_display({"DISPLAY": display, "QT_QPA_PLATFORM": "wayland"})
        finally:
            server.terminate()
    assert not has_display({"DISPLAY": display})


def test_a_wayland_socket_that_answers_is_a_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "w"))
        listener.listen()
        assert has_display({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)}, {})
        assert has_display({"WAYLAND_DISPLAY": str(tmp_path / "w")}, {})
        # There Qt would end the program with a core dump.
        lacks = {"wayland": {"libnobody.so.9": "libnobody9"}}
        assert not has_display({"WAYLAND_DISPLAY": str(tmp_path / "w")}, lacks)
        with pytest.raises(Refused, match="sudo apt-get install -y libnobody9"):
            check_display({"WAYLAND_DISPLAY": str(tmp_path / "w")}, lacks)
        with pytest.raises(Refused, match="There is no display here"):
            check_display({}, lacks)
    assert not has_display({"WAYLAND_DISPLAY": "w", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_windows_that_nobody_sees_need_no_display() -> None:
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


def test_the_samples_hub_ends_with_whoever_started_it_and_one_that_runs_is_used(tmp_path: Path) -> None:
    code = "import sys, pathlib; from learningcircles_ui.demo.region import Region\n" \
        "with Region(pathlib.Path(sys.argv[1]), print).hub(): sys.stdin.read()"  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdin is not None and first.stdout is not None
        url = first.stdout.readline().split()[-1].rstrip(".")
        told: list[str] = []
        second = Region(tmp_path, told.append, going_s=0)
        with second.hub():
            assert (second.url, told) == (url, [f"The region's hub is running at {url} already."])
        first.kill()
        first.stdin.close()
    assert not Region(tmp_path, told.append, going_s=30).hub_runs(), "it has ended with the desktop that was killed"
