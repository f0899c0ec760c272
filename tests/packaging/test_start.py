"""start.py, the one file that a newcomer runs."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

FILE = Path(__file__).parent.parent.parent / "start.py"


@pytest.fixture
def start() -> ModuleType:
    described = importlib.util.spec_from_file_location("start", FILE)
    assert described is not None and described.loader is not None
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


def test_it_stands_on_the_standard_library_alone() -> None:
    shown = subprocess.run([sys.executable, "-I", "-S", FILE, "--help"], capture_output=True, text=True, check=True)
    assert "python3 start.py test" in shown.stdout
    wrong = subprocess.run([sys.executable, "-I", "-S", FILE, "tset"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stderr) == (2, "There is no command tset. Try: python3 start.py --help\n")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its libraries along elsewhere")
def test_missing_libraries_are_named_with_the_command_that_brings_them(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    start.QT_LIBRARIES = {"libnobody.so.9": "libnobody9"}
    start.WINDOW_LIBRARIES = start.WAYLAND_LIBRARIES = {}
    monkeypatch.setenv("PATH", str(tmp_path))  # no apt-get here
    assert start.system_libraries("demo").endswith("On Debian or Ubuntu run: sudo apt-get install -y libnobody9")
    assert start.system_libraries("check") == "", "formatting and types need no Qt"
    start.QT_LIBRARIES, start.WAYLAND_LIBRARIES = {}, {"libnobody.so.9": "libnobody-wayland9"}
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert start.system_libraries("demo") == ""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert start.system_libraries("demo").endswith("sudo apt-get install -y libnobody-wayland9")


@pytest.mark.skipif(os.name == "nt", reason="there is no apt-get there")
def test_another_program_that_fetches_packages_is_waited_for(start: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.touch()
    holder = "import fcntl, sys\nfile = open(sys.argv[1], 'r+b')\nfcntl.lockf(file, fcntl.LOCK_EX)\n"
    waiter = f"import sys; sys.path.insert(0, {str(FILE.parent)!r}); import start; from pathlib import Path\n"
    waiter += f"print('asks', flush=True); start.wait_for(Path({str(lock)!r})); print('free', flush=True)"
    command = [sys.executable, "-c", holder + "print('held', flush=True)\nsys.stdin.read()", str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None and other.stdout is not None and other.stdout.readline() == "held\n"
        with subprocess.Popen([sys.executable, "-c", waiter], stdout=subprocess.PIPE, text=True) as waiting:
            assert waiting.stdout is not None and waiting.stdout.readline() == "asks\n"
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(0.3)
            other.stdin.close()
            assert waiting.stdout.read() == "free\n"
    start.wait_for(tmp_path / "none")


def test_a_program_is_looked_for_in_the_projects_environment_first(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "here").mkdir()
    program = tmp_path / "here" / ("greet.bat" if start.WINDOWS else "greet")
    unix, windows = "#!/bin/sh\necho $0, environment $VIRTUAL_ENV\n", "@echo %~dpn0, environment %VIRTUAL_ENV%\n"
    program.write_text(windows if start.WINDOWS else unix)
    program.chmod(0o755)
    start.BIN = program.parent
    monkeypatch.chdir(tmp_path)
    assert start.run(["greet"]) == 0
    assert capfd.readouterr().out.splitlines() == [f"{program.with_suffix('')}, environment {start.VENV}"]
    assert start.run(["nothing-of-this-name"]) == 2


@pytest.mark.skipif(os.name == "nt", reason="there is no asking to end there")
def test_who_is_asked_to_end_asks_the_program_to_end(tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    program = (
        "import signal, sys\n"
        f"signal.signal(signal.SIGTERM, lambda *_: (open({str(heard)!r}, 'w').close(), sys.exit(7)))\n"
        "print('ready', flush=True)\n"
        "signal.pause()\n"
    )
    outer = f"import sys; sys.path.insert(0, {str(FILE.parent)!r}); import start\n"
    outer += f"sys.exit(start.inside({sys.executable!r}, '-c', {program!r}))"
    with subprocess.Popen([sys.executable, "-c", outer], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        process.terminate()
        assert process.wait(10) == 7 and heard.exists()


def test_an_intel_mac_may_have_the_last_cryptography_that_is_built_for_it() -> None:
    wanted = tomllib.loads(FILE.with_name("pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    asked = next(each for each in map(Requirement, wanted) if each.name == "cryptography")
    assert asked.specifier.contains("48.0.1"), "later ones have no wheel for macOS on x86_64"
