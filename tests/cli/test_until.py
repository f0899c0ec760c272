"""Ctrl+C while something goes on: once is heard between two steps, twice ends the program in one word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from learningcircles_ui.cli.until import until_ctrl_c

HELD_DOWN = """
import os, signal
from learningcircles_ui.cli.until import until_ctrl_c

write = os.write

def held_down(where, what):
    signal.raise_signal(signal.SIGINT)
    return write(where, what)

os.write = held_down
with until_ctrl_c() as news:
    signal.raise_signal(signal.SIGINT)
    assert news.wait(0)
    signal.raise_signal(signal.SIGINT)
print("went on")
"""


def test_it_is_over_once_it_is_pressed_and_others_hear_it_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    with until_ctrl_c() as news:
        assert not news.wait(0)
        news.tell()
        assert not news.wait(0), "news alone end nothing"
        signal.raise_signal(signal.SIGINT)
        assert news.wait(0)
    assert signal.getsignal(signal.SIGINT) is before
    with pytest.raises(KeyError), until_ctrl_c():
        signal.raise_signal(signal.SIGINT)
        raise KeyError
    assert signal.getsignal(signal.SIGINT) is before


def test_held_down_it_ends_the_program_once() -> None:
    run = subprocess.run([sys.executable, "-c", HELD_DOWN], capture_output=True, text=True, env=os.environ, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (1, "", "Stopped.\n")
