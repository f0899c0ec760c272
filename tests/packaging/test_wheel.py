"""What the wheel holds: our own packages and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path


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
