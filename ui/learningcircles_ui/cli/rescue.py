"""`rescue`: what laptops wrote that does not count, taken in or left out by an organizer, or saved for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learningcircles_ui.cli import share
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, plain, say, say_lines
from learningcircles_ui.cli.session import FILE, Session, as_json, pass_session
from learningcircles_ui.cli.wording import Wording, bundle_line, rescue_row

if TYPE_CHECKING:
    from learningcircles.circle.changes import Changes
    from learningcircles.circle.rescue import Bundle


@click.group()
def rescue() -> None:
    """Look at, take in, leave out or save what laptops wrote that no longer counts."""


@rescue.command("list")
@click.option("--left-out", is_flag=True, help="What was left out, and may be brought back.")
@as_json
@pass_session
def list_bundles(session: Session, left_out: bool, as_json: bool) -> None:
    """List whose work is kept here and waits to be taken in."""
    bundles = session.verbs.rescue.bundles(left_out=left_out)
    if as_json:
        say_lines(True, [plain(bundle._asdict()) for bundle in bundles], ())
        return
    for bundle in bundles:
        click.echo(bundle_line(bundle))


@rescue.command()
@click.argument("device", required=False)
@click.option("--left-out", is_flag=True, help="What was left out of it.")
@as_json
@pass_session
def show(session: Session, device: str | None, left_out: bool, as_json: bool) -> None:
    """Show what a laptop wrote, oldest first; without DEVICE what is kept here of this laptop's own work.

    A star marks what somebody has changed since.
    """
    verbs = session.verbs.rescue
    lines = verbs.own() if device is None else verbs.look(_kept(session, device, left_out), left_out=left_out)
    found = [line._asdict() for line in lines]
    words = Wording(session.reader)
    rows = [plain(line) if as_json else rescue_row(words, line) for line in found]
    say_lines(as_json, rows, ("at", "since", "who", "label", "title", "field", "value", "now"))
    if device is None and not found and not as_json:
        out = session.verbs.circle.shut_out
        click.echo(
            "Nothing that this laptop wrote waits to be taken in."
            if out
            else "Everything that this laptop wrote counts."
        )


@rescue.command()
@click.argument("device")
@as_json
@pass_session
def take(session: Session, device: str, as_json: bool) -> None:
    """Take in what a laptop wrote; what somebody has changed since stays as it is."""
    done = session.verbs.rescue.take_in(_kept(session, device))
    erased = done.actions and session.verbs.rescue.has_erased()
    look = " This circle has erased somebody: look whether any of it still speaks of them." if erased else ""
    left = f" {counted(done.newer, 'value was', 'values were')} changed since and left alone." if done.newer else ""
    say(
        as_json,
        {"actions": done.actions, "newer": done.newer, "erased": bool(erased)},
        f"{counted(done.actions, 'change is', 'changes are')} taken in.{left}{look}",
    )


@rescue.command("leave-out")
@click.argument("device")
@as_json
@pass_session
def leave_out(session: Session, device: str, as_json: bool) -> None:
    """Leave out what a laptop wrote: no organizer is asked about it any more. It is kept all the same."""
    _decide(session, device, session.verbs.rescue.leave_out, as_json, left_out=False)


@rescue.command("bring-back")
@click.argument("device")
@as_json
@pass_session
def bring_back(session: Session, device: str, as_json: bool) -> None:
    """Offer again what was left out of a laptop's work."""
    _decide(session, device, session.verbs.rescue.bring_back, as_json, left_out=True)


def _decide(session: Session, device: str, verb: Callable[[bytes], Changes], as_json: bool, *, left_out: bool) -> None:
    found = _kept(session, device, left_out)
    before = next((each for each in session.verbs.rescue.bundles(left_out=left_out) if each.device == found), None)
    verb(found)
    parts = before.actions + before.sealed if before else 0
    told = counted(parts, "change waits", "changes wait") + " to be taken in again."
    if not left_out:
        told = f"{counted(parts, 'change is', 'changes are')} left out, and kept: rescue bring-back offers them again."
    say(as_json, {"actions": before.actions if before else 0}, told)


@rescue.command()
@click.argument("file", type=FILE)
@as_json
@pass_session
def save(session: Session, file: Path, as_json: bool) -> None:
    """Save what this laptop wrote into FILE, for an organizer to read and take in."""
    done = share.engine(session).write_bundle(file)
    waits = counted(done.segments, "parcel", "parcels")
    told = "An organizer reads it: bundle read, then rescue take."
    if not (session.verbs.circle.shut_out or session.verbs.rescue.own_actions()):
        told = (
            "This laptop takes part in the circle: its work counts, and comes in with `bundle read`, `sync` or a stick."
        )
    say(as_json, done.as_json(), f"{file} holds {waits}. {told}")


def _kept(session: Session, word: str, left_out: bool = False) -> bytes:
    """Return the laptop with this name, or whose id begins so; first those of whose work something is kept."""
    bundles: list[Bundle] = session.verbs.rescue.bundles(left_out=left_out)
    match = [each.device for each in bundles if len(word) >= 6 and each.device.hex().startswith(word.lower())]
    match = match or [each.device for each in bundles if word and each.name == word]
    found: Any = match[0] if len(match) == 1 else None
    return bytes(found or lazy("learningcircles.laptop.rights").by_beginning(session.verbs.circle, word))


COMMANDS = (rescue,)
