"""A connection that costs by volume is known from the beginning, not only once it changes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

NAME = "org.freedesktop.NetworkManager"
ASK = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QNetworkInformation
from learningcircles_ui import metered as module
from learningcircles_ui.metered import Metered
app, metered = QCoreApplication([]), Metered()
QNetworkInformation.loadBackendByName("networkmanager")
print(QNetworkInformation.instance().backendName(), metered())
"""
ASK_ON = """
import time
module._HOLDS_MS = 0
until, longest = time.monotonic() + 0.05, 0
while (begun := time.monotonic()) < until:
    said = metered()
    longest = max(longest, time.monotonic() - begun)
print(said, longest < 0.15)
"""
ASK_ANEW = """
import time
module._HOLDS_MS = 0
until = time.monotonic() + 10
while metered() and time.monotonic() < until:
    app.processEvents()
print(metered())
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """A system bus of its own."""
    started = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={tmp_path}/bus"]
    daemon = subprocess.Popen(started, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.communicate()


def manage(
    connection: DBusConnection, metered: int, over: threading.Event, answers: int = 1_000, later: int | None = None
) -> None:
    """Answer as NetworkManager does where a connection is up, until it is over.

    `answers`: how often, then it hangs; `later`: what it says from the second answer on.
    """
    held = {"State": ("u", 70), "Connectivity": ("u", 4), "Metered": ("u", metered)}
    while not over.is_set():
        try:
            asked = connection.receive(timeout=0.1)
        except TimeoutError:
            continue
        if asked.header.message_type is MessageType.method_call:
            name = asked.header.fields[HeaderFields.member]
            if name == "GetAll":
                connection.send(new_method_return(asked, "a{sv}", (held,)))
            elif name == "Get" and answers > 0:
                answers -= 1
                connection.send(new_method_return(asked, "v", (held[asked.body[1]],)))
                held["Metered"] = ("u", metered if later is None else later)
            elif name != "Get":
                connection.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))


def asked(bus: str, script: str, said: int, answers: int = 1_000, later: int | None = None) -> list[str]:
    """Return the words that a program prints."""
    over = threading.Event()
    environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus, "QT_QPA_PLATFORM": "offscreen"}
    with open_dbus_connection(bus=bus) as connection:
        Proxy(message_bus, connection).RequestName(NAME)
        thread = threading.Thread(target=manage, args=(connection, said, over, answers, later))
        thread.start()
        ended = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True, timeout=60)
        over.set()
        thread.join()
    assert not ended.returncode, ended.stderr
    return ended.stdout.split()


@pytest.mark.parametrize("said, costs", [(1, True), (2, False), (3, True)])
def test_mobile_data_that_was_on_before_the_window_is_known(bus: str, said: int, costs: bool) -> None:
    assert asked(bus, ASK, said) == ["networkmanager", str(costs)]


def test_a_manager_that_hangs_holds_up_no_window(bus: str) -> None:
    assert asked(bus, ASK + ASK_ON, 1, answers=1)[1:] == ["True", "True", "True"]


def test_what_has_changed_since_the_first_answer_is_known(bus: str) -> None:
    assert asked(bus, ASK + ASK_ANEW, 1, later=2)[1:] == ["True", "False"]
