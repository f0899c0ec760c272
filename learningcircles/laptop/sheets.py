"""The recovery sheet on a laptop: making one, keeping the file's key sealed to it, opening a file with it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError, NotAllowed, NotFound, Refused, Unreadable
from learningcircles.laptop import keystore
from learningcircles.laptop.files import read_if_there, write_durably
from learningcircles.laptop.home import BY_SHEET, SUFFIX, CircleFile, Home
from learningcircles.laptop.reaching import keep_hub
from learningcircles.laptop.sealing import SealedKeys, read_sealed, seal_keys
from learningcircles.laptop.sequencing import propose
from learningcircles.storage.connect import connect
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import recovering
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.members import ORGANIZER, invite_id, laptops
from learningcircles.trust.recovery import Sheet
from learningcircles.trust.roster import Roster

_UNKEPT = "sheet_unkept"
WAITS_SENTENCES = {
    "hub": "The recovery sheet does not work yet: the hub has to confirm it, and does so when this laptop shares with"
    " it. A hub that is gone for good never will; then this sheet brings nothing back.",
    "laptop": "The recovery sheet does not work yet: the laptop that keeps the list of laptops has to confirm it. Share"
    " with that one.",
}


class NewSheet(NamedTuple):
    """A fresh recovery sheet. Without `works_now` it waits for who keeps the list; `cancels`: an older one is void."""

    sheet: Sheet
    works_now: bool
    cancels: bool


def draw_sheet(circle: Circle) -> Sheet:
    """Draw the words of a recovery sheet, to be shown: they open nothing until `new_sheet` makes them the circle's.

    They are kept nowhere. Raises NotAllowed.
    """
    _check_may_make(circle)
    roster = circle.roster
    return Sheet(circle.id, circle.surroundings.random(16), roster.hub, roster.fingerprint)


def new_sheet(circle: Circle, sheet: Sheet | None = None) -> NewSheet:
    """Make a recovery sheet the circle's, of words that `draw_sheet` drew or of new ones; an older one opens nothing
    from then on. Raises NotAllowed.

    Whoever shows the words shows them once: they are kept nowhere. Until `note_kept` says that they were printed or
    saved the sheet counts as one that nobody has.
    """
    _check_may_make(circle)
    roster = circle.roster
    cancels = roster.state.recovery is not None
    entry, sheet = recovering.new_sheet(
        roster, circle.secrets.device, circle.journal.epochs, circle.surroundings,
        hub=roster.hub, fingerprint=roster.fingerprint, sheet=sheet,
    )  # fmt: skip
    had_none = is_unkept(circle)
    note_kept(circle, kept=False)  # first: a power cut after the entry must not leave a sheet that seems to be kept
    try:
        works = propose(circle, entry)
    except CircleError:
        note_kept(circle, kept=not had_none)
        raise
    keep_key_file(circle)
    return NewSheet(sheet, works, cancels)


def _check_may_make(circle: Circle) -> None:
    if circle.right != ORGANIZER:
        raise NotAllowed("organizers_sheet", "Only an organizer's laptop may print the recovery sheet.")


def sheet_state(roster: Roster) -> str:
    """Return "in force", "waits" (printed, but who keeps the list has not placed it yet), or "none"."""
    if any(entry.read().kind == "recovery" for entry in roster.proposals):
        return "waits"
    return "none" if roster.state.recovery is None else "in force"


def names_hub(roster: Roster) -> bool:
    """Return whether the sheet in force says where the hub is that the circle has; also where there is no hub, or no
    sheet in force. One that was printed before the circle came to its hub does not.
    """
    state = roster.state
    return not state.hub or state.recovery is None or state.sheet_hub == state.hub


def waits_for(roster: Roster) -> str:
    """Return what a sheet waits for that is not in force yet, as one of WAITS_SENTENCES."""
    return WAITS_SENTENCES["hub" if roster.hub else "laptop"]


def note_kept(circle: Circle, *, kept: bool) -> None:
    """Note on this laptop whether the sheet that it made last was printed or saved: until then nobody has its words."""
    with circle.transaction():
        circle.meta.put(_UNKEPT, int(not kept))


def is_unkept(circle: Circle) -> bool:
    """Return whether this laptop made a sheet that nobody has printed or saved, so that it opens nothing."""
    return circle.meta.number(_UNKEPT) > 0


def is_safe(roster: Roster, *, unkept: bool = False) -> bool:
    """Return whether the circle survives the loss of one laptop: a sheet was printed, or a second organizer is there.

    A laptop and its successors are one. `unkept`: the sheet was made and nobody has it (`is_unkept`).
    """
    running = [names for names in laptops(roster.devices) if all(each.right == ORGANIZER for each in names)]
    return (sheet_state(roster) != "none" and not unkept) or len(running) > 1


def key_file(path: Path) -> Path:
    """Return where a circle file's key lies, sealed to the recovery sheet."""
    return path.with_name(path.name + BY_SHEET)


def keep_key_file(circle: Circle) -> None:
    """Keep the keys sealed beside the circle file, to the sheet in force too, and where its hub is.

    Does nothing where they are already, and while some of the list of laptops is missing here.

    To be called after opening and whenever the roster has changed. Raises Refused where the folder refuses.
    """
    if Exchange(circle).lacks_list():
        return  # what is missing of the list may name the sheet and the hub: both are to be found still
    held, found = circle.roster.state.recovery, _beside(circle)
    sheet = invite_id(held[0]) if held is not None else None
    if found is None or (found.sheet, found.device) != (sheet, circle.secrets.device.id):
        write_durably(key_file(circle.path), seal_keys(circle).encode())
    keep_hub(circle)


def opens_file(circle: Circle) -> bool:
    """Return whether a recovery sheet opens the file where the keys of this laptop are lost."""
    found = _beside(circle)
    return found is not None and found.sheet is not None


def keys_beside(circle: Circle) -> DeviceKeys | None:
    """Return the keys of the device that lie sealed beside the circle file: they come back with its folder."""
    found = _beside(circle)
    try:
        return found.by_file_key(circle.secrets.file_key).device if found is not None else None
    except Unreadable:
        return None


def _beside(circle: Circle) -> SealedKeys | None:
    """Return what lies beside the file; None where there is nothing, or what is damaged or another circle's."""
    present = read_if_there(key_file(circle.path))
    try:
        found = read_sealed(present) if present is not None else None
    except Unreadable:
        return None
    return found if found is not None and found.circle == circle.id else None


def keep_list(circle: Circle, sheet: Sheet) -> None:
    """Let this laptop keep the list of laptops, with the sheet: the hub that kept it is gone for good.

    The circle may be brought to another hub then. Raises NotAllowed.
    """
    if circle.right != ORGANIZER:
        raise NotAllowed("organizers_keep", "Only an organizer's laptop may keep the list of laptops.")
    if sheet.circle != circle.id:
        raise NotAllowed("other_sheet", "This recovery sheet belongs to another circle.")
    roster = recovering.take_over_list(circle.roster, sheet, circle.secrets.device, circle.surroundings)
    Exchange(circle).receive_roster(roster.placed, roster.kept)


def reopen(home: Home, sheet: Sheet, path: Path | None = None) -> CircleFile:
    """Open a circle of this home whose keys are lost, with the sheet, and keep its keys again.

    `path`: its file, in this home; left out, the one that the sheet belongs to. Raises NotFound, Refused, Locked
    for another sheet.
    """
    file = path or _file_of(home, sheet)
    if file.parent.resolve() != home.folder.resolve():
        raise Refused("elsewhere", "Put {file} into {folder} first.", file=file.name, folder=str(home.folder))
    sealed = read_if_there(key_file(file))
    if sealed is None:
        raise NotFound(
            "no_key_file",
            "Beside {file} there is no {name}, which a recovery sheet could open. Get the circle back from its hub or"
            " a stick instead.",
            file=file.name,
            name=key_file(file).name,
        )
    secrets = read_sealed(sealed).by_sheet(sheet)
    connect(file, secrets.file_key, readonly=True).close()
    home.keys.put(sheet.circle.hex(), keystore.pack(secrets))
    home.register(file, sheet.circle)
    return CircleFile(file.stem, file, sheet.circle)


def _file_of(home: Home, sheet: Sheet) -> Path:
    held = home.by_id(sheet.circle)
    if held is not None:
        return held.path
    for sealed in sorted(home.folder.glob(f"*{SUFFIX}{BY_SHEET}")):
        data = read_if_there(sealed)
        if data is not None and read_sealed(data).circle == sheet.circle:
            return sealed.with_name(sealed.name.removesuffix(BY_SHEET))
    raise NotFound("no_circle_of_sheet", "The circle of this recovery sheet is not on this laptop.")
