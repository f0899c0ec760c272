"""The wheel, and clean environments that hold exactly what an extra asks for."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path
from zipfile import Path as ZipPath

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent


class Clean:
    """A virtual environment of its own. Nothing of this one is in it but the distributions linked into it."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, symlinks=True)
        self.bin = folder / "bin"
        (self._site,) = folder.glob("lib/python*/site-packages")
        self.linked: set[str] = set()

    def link(self, requirements: Iterator[Requirement]) -> None:
        """Bring in what these ask for, and what that asks for, as it is installed here: no network is needed."""
        for requirement in requirements:
            held = distribution(requirement.name)
            name = held.metadata["Name"].lower()
            if name not in self.linked:
                self.linked.add(name)
                self._link_files(held)
            self.link(asked_by(held, requirement.extras, but=self.linked))

    def install(self, *words: str) -> None:
        """Let pip install into it, without dependencies and without a network."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.bin / "python"), "install", "--quiet"]
        subprocess.run([*pip, "--no-index", "--no-deps", *words], check=True, capture_output=True)

    def run(self, program: str, *words: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run one of its programs, far from this project's folder."""
        environment = {**os.environ, "LEARNINGCIRCLES_HOME": str(home)} if home else dict(os.environ)
        environment.pop("PYTHONPATH", None)
        return subprocess.run(
            [str(self.bin / program), *words], cwd=self.bin, env=environment, capture_output=True, text=True, timeout=60
        )

    def _link_files(self, held: Distribution) -> None:
        tops = {file.parts[0] for file in held.files or () if file.parts[0] not in ("..", "__pycache__")}
        for top in tops:
            target = self._site / top
            if not target.exists():
                target.symlink_to(Path(str(held.locate_file(top))))


def asked_by(held: Distribution, extras: set[str], but: set[str]) -> Iterator[Requirement]:
    """Yield what a distribution with these extras needs here, without what is there already."""
    for line in held.requires or ():
        wanted = Requirement(line)
        markers = [{"extra": extra} for extra in ("", *extras)]
        here = wanted.marker is None or any(wanted.marker.evaluate(marker) for marker in markers)
        if here and (wanted.extras or wanted.name.lower().replace("_", "-") not in but):
            yield wanted


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once, in this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture
def clean(tmp_path: Path, wheel: Path) -> Callable[..., Clean]:
    """Return a maker of environments with what some extras of the wheel ask for, but not the wheel itself."""

    def make(*extras: str, also: tuple[str, ...] = ()) -> Clean:
        made = Clean(tmp_path / "clean")
        (info,) = (path for path in ZipPath(wheel).iterdir() if path.name.endswith(".dist-info"))
        made.link(asked_by(PathDistribution(info), set(extras), but=set()))
        made.link(Requirement(name) for name in also)
        return made

    return make
