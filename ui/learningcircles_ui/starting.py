"""Beginning with a circle on this laptop: founding, joining, the sample. No Qt: it runs on a thread aside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Locked, Refused, Unreachable
from learningcircles.laptop.backup import is_backup, open_head, read_head, restore
from learningcircles.laptop.founding import found, secrets_of
from learningcircles.laptop.home import Home
from learningcircles.laptop.joining import is_arriving, name_file
from learningcircles.laptop.keystore import check_passphrase
from learningcircles.laptop.lock import relock
from learningcircles.laptop.sheets import reopen
from learningcircles.storage.salvage import is_damaged
from learningcircles.surroundings import Surroundings
from learningcircles.trust.invitation import read_invitation
from learningcircles.trust.recovery import Sheet, is_sheet, read_sheet
from learningcircles_sync.bundle import Told, nobody
from learningcircles_sync.dial import Transports
from learningcircles_sync.engine import Engine
from learningcircles_sync.entering import Looking, join
from learningcircles_sync.joining import join_from_bundle
from learningcircles_sync.recovering import recover_from_bundle, recover_from_hub
from learningcircles_sync.stopping import Stopper, stoppable


class Beginning(NamedTuple):
    """What somebody chose in the first run. `what` is new, join, back or sample.

    `words`: a recovery sheet's words or code, or a backup's passphrase; `bundle`: a stick's file, or a backup's.
    """

    what: str
    circle: str = ""
    invitation: str = ""
    bundle: str = ""
    person: str = ""
    device: str = ""
    passphrase: str = ""
    words: str = ""
    hub: str = ""
    hub_gone: bool = False


class Starter:
    """Makes circles. `sample` loads the sample region into a home and returns its circle's file.

    `looking`: how a laptop of the circle is found on the same network, where no hub lets this one in.
    """

    def __init__(
        self,
        home: Home,
        surroundings: Surroundings,
        transports: Transports,
        sample: Callable[[Home], Path] | None = None,
        looking: Looking | None = None,
    ) -> None:
        self.home = home
        self.sample = sample
        self._surroundings = surroundings
        self._all = transports
        self._looking = looking
        self.told: Told = nobody
        """Hears how far it is, on the thread that begins, where that can be known."""
        self.last: Callable[[], None] = lambda: None
        """Hears there that the last step of a backup's coming back begins, which nothing stops."""
        self.renew()

    def renew(self) -> None:
        """Something is begun anew: an earlier `stop` does not concern it."""
        self._stopper = Stopper()
        self._transports = stoppable(self._all, self._stopper)

    def stop(self) -> None:
        """Let go of the network at once, and of what takes long at its next step; may be called by any thread.

        What is under way ends with an error then.
        """
        self._stopper.stop()

    def _told(self, done: int, whole: int) -> None:
        self._stopper.check()
        self.told(done, whole)

    def begin(self, beginning: Beginning) -> Path:
        """Return the file of the circle to open; raises what founding and joining raise, nothing half-done."""
        if beginning.what == "sample" and self.sample is not None:
            return self.sample(self.home)
        if beginning.passphrase:
            check_passphrase(beginning.passphrase)
        path = self._back(beginning) if beginning.what == "back" else self._made(beginning)
        if beginning.passphrase:
            # A backup of a locked circle leaves it locked, with the backup's passphrase.
            held, before = self.home.find(path), beginning.words.strip()
            relock(self.home, held, before, beginning.passphrase, self._surroundings)
        return path

    def _made(self, beginning: Beginning) -> Path:
        circle = self._join(beginning) if beginning.what == "join" else self._found(beginning)
        circle.close()
        return circle.path

    def _back(self, beginning: Beginning) -> Path:
        """Get a circle back: its file whose keys are lost, a backup, a stick, or the hub."""
        file = Path(beginning.bundle) if beginning.bundle else None
        if file is not None and is_backup(file):
            return self._restored(file, *_key(beginning.words))
        sheet = read_sheet(beginning.words)
        held = self.home.by_id(sheet.circle)
        if held is not None and self.home.keys.get(sheet.circle.hex()) is None:
            return reopen(self.home, sheet).path
        circle = self._recovered(sheet, beginning, file)
        circle.close()
        return circle.path

    def try_backup(self, file: Path, words: str) -> None:
        """Raise what `begin` would where these words, a passphrase or a sheet’s, do not open a backup."""
        passphrase, sheet = _key(words)
        open_head(self.home, file, passphrase, sheet=sheet, replace=self._is_damaged(file, passphrase))

    def _restored(self, file: Path, passphrase: str, sheet: Sheet | None) -> Path:
        """Bring a backup back; what stands in its place is set aside where it is damaged, and kept otherwise."""
        damaged = self._is_damaged(file, passphrase)

        def told(done: int, whole: int) -> None:
            self._told(done, whole)
            if 2 * done >= whole:
                self._stopper.check()
                self.last()

        return restore(
            self.home,
            file,
            passphrase,
            sheet=sheet,
            replace=damaged,
            surroundings=self._surroundings,
            told=told,
        ).circle.path

    def _is_damaged(self, file: Path, passphrase: str) -> bool:
        """Return whether this laptop has the circle of a backup, in a damaged file; raises Refused for a sound one."""
        held = self.home.by_id(read_head(file).circle_id)
        if held is None:
            return False
        with suppress(Locked):
            secrets = secrets_of(self.home, held, passphrase)
            if is_damaged(held.path, secrets.file_key, secrets.device.id):
                return True
        raise Refused(
            "has_circle",
            "This laptop has {name} already. A backup takes its place only where it does not open any more.",
            name=held.called,
        )

    def _recovered(self, sheet: Sheet, beginning: Beginning, file: Path | None) -> Circle:
        who = (beginning.person, beginning.device)
        if file is not None:
            gone = beginning.hub_gone
            return recover_from_bundle(self.home, sheet, *who, file, self._surroundings, hub_gone=gone, told=self._told)
        there = sheet._replace(hub=beginning.hub.strip() or sheet.hub)
        circle = recover_from_hub(self.home, there, *who, self._surroundings, self._transports)
        if is_arriving(circle):
            return circle  # as where somebody joins: the rest comes while its window is open
        with suppress(Refused, Unreachable):  # the hub places this laptop with the next share at the latest
            Engine(self.home, Verbs(circle), self._surroundings, self._transports).share()
        return circle

    def _found(self, beginning: Beginning) -> Circle:
        return found(self.home, beginning.circle, beginning.person, beginning.device, self._surroundings)

    def _join(self, beginning: Beginning) -> Circle:
        invitation = read_invitation(beginning.invitation.strip())
        who = (beginning.person, beginning.device)
        if beginning.bundle:
            path = Path(beginning.bundle)
            joined = join_from_bundle(self.home, invitation, *who, path, self._surroundings, self._told)
            return name_file(self.home, joined)
        entered = join(self.home, invitation, *who, self._surroundings, self._transports, self._looking)
        if is_arriving(entered.circle) and not entered.beside:
            return entered.circle  # it can be used already; the rest comes while its window is open
        engine = Engine(self.home, Verbs(entered.circle), self._surroundings, self._transports)
        # Joined already; the first share has hub or laptop place this one. Later shares do it as well.
        with suppress(Refused, Unreachable):
            if entered.beside:
                engine.share_beside(entered.beside)
            else:
                engine.share()
        return name_file(self.home, entered.circle)


def _key(words: str) -> tuple[str, Sheet | None]:
    """Return what opens a backup: its passphrase, or else a sheet."""
    return ("", read_sheet(words)) if is_sheet(words) else (words.strip(), None)
