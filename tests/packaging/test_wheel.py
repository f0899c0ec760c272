"""What is installed: only our own packages, and no Qt for a hub."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once, in this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_nothing_but_our_packages(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "learningcircles",
        "learningcircles_sync",
        "learningcircles_ui",
        "learningcircles_resources",
    }
    for needed in (
        "learningcircles_sync/hub/pages/style.css",
        "learningcircles_resources/sample/region.json",
        "learningcircles_resources/isced_f_2013.csv",
        "learningcircles_resources/words/bip39_english.txt",
    ):
        assert needed in names


def test_a_hub_pulls_no_qt_and_a_laptop_no_server(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    name = next(item for item in archive.namelist() if item.endswith("/METADATA"))
    required = Parser().parsestr(archive.read(name).decode()).get_all("Requires-Dist") or []
    by_extra: dict[str, set[str]] = {}
    for line in required:
        extra = re.search(r"extra == ['\"](\w+)['\"]", line)
        package = re.match(r"[A-Za-z0-9_.-]+", line)
        assert package is not None
        by_extra.setdefault(extra.group(1) if extra else "", set()).add(package.group().lower())
    assert "pyside6-essentials" not in by_extra["hub"] | by_extra[""]
    assert "pyside6-essentials" in by_extra["desktop"]
    assert not {"granian", "starlette"} & (by_extra["desktop"] | by_extra[""])
