"""Installed into clean environments, from the wheel and editable: each part runs with its own extra alone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.packaging.conftest import Clean

ROOT = Path(__file__).parent.parent.parent
GENERIC = "import importlib.util as u; print([n for n in ('ui', 'sync', 'resources', 'tests') if u.find_spec(n)])"


def test_a_hub_runs_without_qt_and_without_a_laptops_parts(
    clean: Callable[..., Clean], wheel: Path, tmp_path: Path
) -> None:
    here = clean("hub")
    here.install(str(wheel))
    assert not {"pyside6-essentials", "shiboken6", "sqlcipher3", "keyring"} & here.linked
    assert "granian" in here.linked
    hub = subprocess.Popen(
        [here.bin / "learningcircles-hub", "serve", "--data", tmp_path / "hub", "--listen", "127.0.0.1:0", "--json"],
        stdout=subprocess.PIPE, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert hub.stdout is not None
    try:
        assert json.loads(hub.stdout.readline())["url"].startswith("https://")
    finally:
        hub.terminate()
        assert hub.wait(20) == 0
        hub.stdout.close()
    assert json.loads(here.run("learningcircles-hub", "check", "--data", str(tmp_path / "hub"), "--json").stdout)["ok"]


def test_a_laptop_runs_without_a_web_server(clean: Callable[..., Clean], wheel: Path, tmp_path: Path) -> None:
    here = clean("desktop")
    here.install(str(wheel))
    assert not {"granian", "starlette", "psycopg", "zeroconf"} & here.linked
    home = tmp_path / "home"

    def ask(*words: str) -> str:
        ended = here.run("learningcircles", *words, home=home)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    ask("add", "meetup", "title=Open day", "start=2026-11-28T11:00")
    for kind, form in (("member", "xlsx"), ("meetup", "ics"), ("member", "pdf")):
        ask("export", kind, str(tmp_path / f"out.{form}"), "--format", form)
    ask("import", "member", str(tmp_path / "out.xlsx"), "--dry-run")
    assert json.loads(ask("check", "--json"))["ok"]
    assert here.run("python", "-c", GENERIC).stdout.strip() == "[]"


def test_an_editable_install_owns_no_generic_names(clean: Callable[..., Clean], tmp_path: Path) -> None:
    here = clean("desktop", also=("hatchling", "editables"))
    here.install("--no-build-isolation", "-e", str(ROOT))
    assert here.run("python", "-c", GENERIC).stdout.strip() == "[]"
    where = here.run("python", "-c", "import learningcircles_ui.cli.main as m; print(m.__file__)").stdout.strip()
    assert Path(where).is_relative_to(ROOT)
    assert (
        here.run("learningcircles", "circle", "new", "x", "--as", "y", "--device", "z", home=tmp_path).returncode == 0
    )
