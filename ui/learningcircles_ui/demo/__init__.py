"""The sample region: a hub and two laptops on this machine, and the desktop on what came through the hub."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

from learningcircles.errors import CircleError
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.demo.region import Region
from learningcircles_ui.display import has_display, load_desktop

FIRST_CIRCLE = "Harbour"


def folder(named: str | None) -> Path:
    """Return where the sample region is kept: as named, in LEARNINGCIRCLES_HOME, or beside the user's data."""
    if named:
        return Path(named)
    home = os.environ.get("LEARNINGCIRCLES_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir("Learning Circles sample", appauthor=False))


def run(named: str | None = None) -> int:
    """Prepare the region (once), start its hub, and open the desktop; without a display tell what happened."""
    if not has_display():
        tell("There is no display here, so the sample region runs without a window.")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    region = Region(folder(named), tell)
    try:
        offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen"
        if not offscreen and load_desktop().is_open(region.second.home):
            return 0
        with region.hub():
            region.prepare()
            if offscreen:
                return int(lazy("learningcircles_ui.demo.pictures").show(region, FIRST_CIRCLE, tell))
            return int(load_desktop().run(region.second.home, region.second.circle(FIRST_CIRCLE)))
    except CircleError as error:
        print(error, file=sys.stderr)
        return error.exit_code


def tell(sentence: str) -> None:
    """Say what happens, as it happens."""
    print(sentence, flush=True)
