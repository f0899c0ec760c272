"""The region itself: a hub process, a first laptop that founds the circles, a second one that joins them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Locked, Refused
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.surroundings import real
from learningcircles.trust.invitation import Invitation
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.joining import join_from_hub
from learningcircles_ui.demo.sample import circles, load

if sys.platform == "win32":
    _UNSEEN = subprocess.CREATE_NO_WINDOW  # Windows opens a black box for the hub of a desktop that has none itself
else:
    _UNSEEN = 0

STOP_S = 20
GOING_S = 5.0
"""So long the hub of a desktop that was killed may take to go."""
_LOOK_S = 0.1


class Laptop:
    """One laptop of the region, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.home = Home(folder, FileKeystore(folder / "keys"))

    def circle(self, name: str) -> Path:
        """Return the file of a circle."""
        return self.home.find(name).path


class Region:
    """A hub and two laptops in one folder; `tell` hears what happens in plain sentences.

    A hub that runs there already, and goes on for `going_s` seconds, is used and left running: a steward's own, say.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None], going_s: float = GOING_S) -> None:
        self.folder = folder
        self._tell = tell
        self._going_s = going_s
        self.first = Laptop(folder / "first laptop")
        self.second = Laptop(folder / "second laptop")
        self._codes: list[str] = []
        self.url = ""

    @contextmanager
    def hub(self) -> Iterator[None]:
        """Run the hub while the block runs; on the same port as the last time, since laptops know it by that."""
        if self.hub_runs():
            self.url = Folder(self.folder / "hub").address()[0]
            self._tell(f"The region's hub is running at {self.url} already.")
            yield
            return
        with self._started() as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            if not line:
                raise Refused("no_hub", "The sample region's hub did not start. Is another sample region open?")
            said = json.loads(line)
            self.url = said["url"]
            self._codes = [said["code"]]
            (self.folder / "hub port").write_text(self.url.rpartition(":")[2], "ascii")
            self._tell(f"The region's hub is running at {self.url}.")
            yield

    @contextmanager
    def _started(self) -> Iterator[subprocess.Popen[str]]:
        known = self.folder / "hub port"
        port = known.read_text("ascii").strip() if known.is_file() else "0"
        command = [*_hub_program(), "serve", "--no-tls", "--while-asked", "--json"]
        command += ["--data", str(self.folder / "hub"), "--listen", f"127.0.0.1:{port}"]
        # It stops when its input ends, so a desktop that is killed leaves no hub behind.
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, creationflags=_UNSEEN
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(STOP_S)
            for pipe in filter(None, (process.stdin, process.stdout)):
                pipe.close()

    def hub_runs(self) -> bool:
        """Return whether a hub runs in the region's folder and goes on running."""
        hub = Folder(self.folder / "hub")
        until = time.monotonic() + self._going_s
        while hub.path.is_dir():
            try:
                with hub.running():
                    return False
            except Locked:
                if time.monotonic() > until:
                    return True
                time.sleep(_LOOK_S)
        return False

    def prepare(self) -> None:
        """Found, fill, publish, invite and join each sample circle that the second laptop does not have yet."""
        here = {held.name for held in self.second.home.circles()}
        lacking = [data for data in circles() if data["name"] not in here]
        self._join(lacking)
        for data in circles() if lacking else ():  # whoever joined first has not seen what the others publish
            with closing(open_circle(self.second.home, data["name"])) as circle:
                Engine(self.second.home, Verbs(circle), real()).share()

    def _join(self, lacking: list[dict[str, Any]]) -> None:
        for data in lacking:
            name = data["name"]
            invitation = self._found(data)
            with closing(
                join_from_hub(self.second.home, invitation, data["members"][1]["name"], "Hall laptop", real())
            ) as joined:
                done = Engine(self.second.home, Verbs(joined), real()).share()
                count = joined.reader.count("member")
            self._tell(f"{name}: the second laptop joined by invitation and has its {count} members from the hub.")
            assert done.waiting == 0

    def _found(self, data: dict[str, Any]) -> Invitation:
        name = str(data["name"])
        if any(held.name == name for held in self.first.home.circles()):
            opened = open_circle(self.first.home, name)
        else:
            opened = found(self.first.home, name, str(data["members"][0]["name"]), "Office laptop")
        with closing(opened) as circle:
            verbs = Verbs(circle)
            engine = Engine(self.first.home, verbs, real())
            if circle.reader.count("offer") == 0:
                load(verbs, data)
                self._tell(
                    f"{name}: {circle.reader.count('member')} members wrote down what they offer and wish to learn."
                )
            engine.admit(self._code())
            made = invite(circle, "organizer", hub=circle.roster.hub, fingerprint=circle.roster.fingerprint)
            engine.share()
        return made.invitation

    def _code(self) -> str:
        if self._codes:
            return self._codes.pop()
        command = [*_hub_program(), "code", "--json"]
        command += ["--data", str(self.folder / "hub")]
        made = subprocess.run(command, capture_output=True, text=True, check=True, creationflags=_UNSEEN)
        return str(json.loads(made.stdout)["code"])


def _hub_program() -> list[str]:
    """The hub's own program beside the packaged desktop, else its module in this Python."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_stem("learningcircles-hub"))]
    return [sys.executable, "-m", "learningcircles_sync.hub.main"]
