"""Inviting and leaving, where the network has a part in them: for the desktop and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError, NotFound, Refused
from learningcircles.laptop import leaving
from learningcircles.laptop.inviting import Invited, cancel, is_meant_so
from learningcircles.laptop.inviting import invite as write_invitation
from learningcircles.laptop.leaving import Last
from learningcircles.laptop.rights import revoke
from learningcircles.laptop.sheets import NewSheet, keep_key_file
from learningcircles.laptop.sheets import new_sheet as write_sheet
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.in_use import check_alone
from learningcircles.trust.recovery import Sheet
from learningcircles_sync.bundle import Told, nobody
from learningcircles_sync.engine import Engine

Carried = Mapping[int, tuple[int, bytes]]
"""space → (seq, header hash) of this laptop's last segment that a bundle took."""


def invite(engine: Engine, right: str, uses: int = 1, days: int = 7, *, publish: bool = False) -> Invited:
    """Invite a laptop; where a hub keeps the list of laptops it is told at once if it can be reached.

    Where the hub says only now that its clock is another one, another invitation is made by that. Raises NotAllowed or
    InvalidValue.
    """
    circle = engine.circle

    def write() -> Invited:
        hub, fingerprint = circle.roster.hub, circle.roster.fingerprint
        return write_invitation(circle, right, uses, days, publish=publish, hub=hub, fingerprint=fingerprint)

    made = write()
    if made.works_now or not circle.roster.hub:
        return made
    try:
        engine.share()
        if not is_meant_so(circle, made, days):
            with suppress(NotFound):  # it is over
                cancel(circle, made.invitation.id)
            made = write()
            engine.share()
    except CircleError:
        return made  # its sentence says that it waits
    settled = {placed.entry.read().fields.get("sign") for placed in circle.roster.placed}
    return made._replace(works_now=made.invitation.sign.public in settled)


def new_sheet(engine: Engine, sheet: Sheet | None = None) -> NewSheet:
    """Make a recovery sheet the circle's (`sheet`: of words that were drawn before); where a hub keeps the list of
    laptops it is told at once if it can be reached.

    Whoever has printed or saved it notes that (`sheets.note_kept`). Raises NotAllowed.
    """
    circle = engine.circle
    made = write_sheet(circle, sheet)
    if made.works_now or not circle.roster.hub:
        return made
    with suppress(CircleError):  # it waits, and says so
        engine.share()
    works = circle.roster.state.recovery == (made.sheet.sign.public, made.sheet.receive.public)
    if works:
        keep_key_file(circle)
    return made._replace(works_now=works)


def shut_out(engine: Engine, device: bytes, since: int | None = None) -> bool:
    """Shut a laptop out (see `rights.revoke`); who keeps the list of laptops is told as by `tell`.

    Where the hub answers, what it holds of the laptop comes here first: what was shared before goes on counting.
    """
    if engine.circle.roster.hub:
        with suppress(CircleError):
            engine.share()
    return tell(engine, lambda circle: revoke(circle, device, since))


def tell(engine: Engine, change: Callable[[Circle], bool]) -> bool:
    """Change the list of laptops; where a hub keeps it, it is told at once if it can be reached.

    `change` makes the entry and returns whether it holds already. Returns whether all of ours are in the list now.
    Raises what `change` raises.
    """
    circle = engine.circle
    if change(circle):
        return True
    with suppress(CircleError):  # the hub will hear of it with the next share
        engine.share()
    return not any(entry.read().author == circle.secrets.device.id for entry in circle.roster.proposals)


def last_of(engine: Engine) -> Last:
    """Return what the circle would lose with this laptop, as far as its list of laptops is known here."""
    engine.circle.follow()
    return leaving.last_of(engine.circle)


def carry(engine: Engine, bundle: Path, told: Told = nobody) -> Carried:
    """Write everything into a bundle; returns how far this laptop's own logs went into it, for `part`.

    `told`: see `Engine.write_bundle`.
    """
    engine.write_bundle(bundle, told)
    return _own_heads(engine)


def part(
    engine: Engine,
    bundle: Path | None = None,
    *,
    anyway: bool = False,
    last_too: bool = False,
    carried: Carried | None = None,
) -> None:
    """Bring what waits to safety before a circle is removed: into `bundle`, or to the hub.

    `carried`: what a bundle took before (see `carry`). Raises Refused("in_use") where another program has the circle
    open, before the others are told that this laptop is gone; ("unshared") when something would be lost, and
    ("last_laptop") or ("last_to_run") where the circle goes with this laptop: `last_too` says that this is known,
    `anyway` lets go of both.
    """
    check_alone(engine.circle.path)
    if not anyway and not last_too:
        engine.circle.follow()
        leaving.check_not_last(engine.circle, bundled=bundle is not None or carried is not None)
    if bundle is not None:
        with _leaving(engine):
            engine.write_bundle(bundle)
        return
    if carried is not None and _own_heads(engine) == carried:
        _say_farewell(engine)
        return
    waiting = engine.state().waiting
    reason = ""
    try:
        waiting = engine.share().waiting
        if not waiting:
            _say_farewell(engine)
    except Refused as error:
        reason = "" if error.code == "no_hub" else str(error)
    if waiting and not anyway:
        raise Refused(
            "unshared",
            "Changes that nobody else has would be lost ({count}).{reason} Write them onto a stick first.",
            count=waiting,
            reason=f" {reason}" if reason else "",
        )


@contextmanager
def _leaving(engine: Engine) -> Iterator[None]:
    """What is shared within the block says that this laptop leaves; an error in it means that it stays."""
    engine.preparing.left = engine.verbs.desk.today()
    try:
        yield
    except CircleError:
        engine.preparing.left = None
        raise


def _say_farewell(engine: Engine) -> None:
    """Tell the other laptops that this one is gone from now on; they can do without."""
    if engine.circle.roster.hub:
        with suppress(CircleError), _leaving(engine):
            engine.share()


def _own_heads(engine: Engine) -> Carried:
    exchange = Exchange(engine.circle)
    exchange.close_tail()
    return exchange.heads_of(engine.circle.secrets.device.id)
