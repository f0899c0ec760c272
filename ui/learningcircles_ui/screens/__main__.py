"""`python -m learningcircles_ui.screens [FOLDER] [--look NAME]`: pictures of everything in every look."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.demo.sample import sample_circle
from learningcircles_ui.screens.looks import HIGH, LOOKS, WIDE, Look
from learningcircles_ui.screens.neighbours import FIRST, FRESH, bring_fresh, bring_laptops, bring_neighbours
from learningcircles_ui.screens.odd import LONG, bring_long_words


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("build/screens"))
@click.option("--look", "wanted", type=click.Choice([look.name for look in LOOKS]), help="Only this look.")
@click.option(
    "--home", type=click.Path(path_type=Path), help="A laptop with the sample circle, instead of a fresh one."
)
def main(folder: Path, wanted: str | None, home: Path | None) -> None:
    """Photograph every page and dialog of the sample circle; leave contact sheets in FOLDER."""
    if wanted and home:
        sheet = lazy("learningcircles_ui.screens.camera").photograph(_laptop(home), _named(wanted), folder)
        click.echo(sheet)
        return
    with tempfile.TemporaryDirectory() as made:
        looks = [look for look in LOOKS if wanted in (None, look.name)]
        _fill(Path(made), {look.circle for look in looks})
        for look in looks:
            command = [sys.executable, "-m", "learningcircles_ui.screens", str(folder.resolve()), "--look", look.name]
            platform = f"offscreen:configfile={_screen(Path(made), look.scale)}"
            environment = {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(look.scale)}
            subprocess.run([*command, "--home", made], env=environment, check=True, cwd=made)


def _screen(folder: Path, scale: int) -> str:
    """Write what a laptop's screen is like; return the file's name alone: Qt takes a drive's colon for its own."""
    one = {"name": "laptop", "x": 0, "y": 0, "width": WIDE * scale, "height": HIGH * scale, "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    held = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": [one | dots]}
    (folder / "screen.json").write_text(json.dumps(held), "utf-8")
    return "screen.json"


def _fill(folder: Path, wanted: set[str]) -> None:
    """Found these circles on a laptop."""
    home = _laptop(folder)
    if FIRST in wanted:
        sample_circle(home)
        bring_neighbours(home)
        bring_laptops(home, folder / "others")
    if FRESH in wanted:
        bring_fresh(home)
    if LONG in wanted:
        bring_long_words(home)


def _laptop(folder: Path) -> Home:
    return Home(folder, FileKeystore(folder / "keys"))


def _named(name: str) -> Look:
    return next(look for look in LOOKS if look.name == name)


if __name__ == "__main__":
    main()
