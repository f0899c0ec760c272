"""What all tests share: where their files lie, the screens, and that no key is derived twice from the same words."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from learningcircles.crypto.kdf import argon2id
from learningcircles.laptop import keystore

IN_MEMORY = Path("/dev/shm")
"""Where forcing files to disk costs nothing, if there is such a place with room for them."""
ROOM = 2 * 1024**3
"""Bytes: several times what lies there at once."""


def has_room(folder: Path) -> bool:
    """Return whether the tests' files may lie in a folder, and programs among them be started there."""
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return False
    held = os.statvfs(folder)
    return held.f_bavail * held.f_frsize >= ROOM and not held.f_flag & os.ST_NOEXEC


os.environ["QT_QPA_PLATFORM"] = "offscreen"
if "TMPDIR" not in os.environ and has_room(IN_MEMORY):
    os.environ["TMPDIR"] = str(IN_MEMORY)
    tempfile.tempdir = None  # pytest has asked where before: it is looked up again


def pytest_collection_finish() -> None:
    """Let nobody look for garbage again among all that was imported for the tests: it stays to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The usual screen of tests, which has no name, then a small and a large one, far from each other.

    Here, since a command that draws needs the one application of the process, too.
    """
    screens = os.path.relpath(Path(__file__).parent / "ui" / "screens.json")  # a whole path may hold a colon
    return ["pytest", "-platform", f"offscreen:configfile={Path(screens).as_posix()}"]


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """Remember the keys of passphrases: one costs a seventh of a second, and tests open a circle again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keystore, "argon2id", cache(argon2id))
        yield
