"""`rescue`: what laptops wrote that does not count, taken in or left out by an organizer, or saved for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learningcircles.errors import Refused
from learningcircles_ui.cli import share
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, plain, say, say_lines, short
from learningcircles_ui.cli.session import FILE, Session, as_json, pass_session
from learningcircles_ui.cli.wording import (
    Wording,
    bundle_line,
    erased_lines,
    erasure_lines,
    rescue_row,
    unheard_lines,
)

if TYPE_CHECKING:
    from learningcircles.circle.asked_erasures import AskedErasure
    from learningcircles.circle.changes import Changes
    from learningcircles.circle.rescue import Bundle, TakenIn


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
        say_lines(True, [{**plain(each._asdict()), "erasures": _erasures_json(each.erasures)} for each in bundles], ())
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
    kept = None if device is None else _kept(session, device, left_out)
    lines = verbs.own() if kept is None else verbs.look(kept, left_out=left_out)
    asked = verbs.own_erasures() if kept is None else verbs.erasures(kept, left_out=left_out)
    found = [line._asdict() for line in lines]
    words = Wording(session.reader)
    rows = [plain(line) if as_json else rescue_row(words, line) for line in found]
    erasures = lazy("learningcircles.circle.asked_erasures")
    unheard = erasures.unheard_erasures(session.verbs.circle) if kept is None else []
    rows += [_erasure_json(row) for row in (*asked, *unheard)] if as_json else []
    say_lines(as_json, rows, ("at", "since", "who", "label", "title", "field", "value", "now"))
    me = session.verbs.circle.secrets.device.id
    for told in () if as_json else (*erasure_lines(asked, me), *unheard_lines(unheard)):
        click.echo(told)
    if device is None and not (found or asked or unheard) and not as_json:
        out = session.verbs.circle.shut_out
        click.echo(
            "Nothing that this laptop wrote waits to be taken in."
            if out
            else "Everything that this laptop wrote counts."
        )
        if session.verbs.rescue.bundles():
            click.echo("Work of other laptops waits (rescue list): rescue show NAME shows it.")


@rescue.command()
@click.argument("device")
@click.option(
    "--erase",
    multiple=True,
    metavar="MEMBER",
    help="Also erase anew this one, as `show` names whom that laptop had erased. It cannot be undone.",
)
@as_json
@pass_session
def take(session: Session, device: str, erase: tuple[str, ...], as_json: bool) -> None:
    """Take in what a laptop wrote; what somebody has changed since stays as it is."""
    kept, verbs = _kept(session, device), session.verbs.rescue
    asked = verbs.erasures(kept)
    meant = [_meant(asked, words) for words in dict.fromkeys(erase)]
    if asked and not meant and not verbs.look(kept):
        raise Refused(
            "erasure_waits",
            "All that waits of this laptop is to erase somebody, which cannot be undone: say --erase and whom, if it is"
            " meant.",
        )
    done = verbs.take_in(kept) if not asked or verbs.look(kept) else None
    again = lazy("learningcircles.laptop.daily").erase_asked(session.home, session.verbs, meant) if meant else []
    document, told = _taken_in(session, done) if done is not None else ({"actions": 0, "newer": 0, "erased": True}, "")
    lines = [told] if told else []
    if again:
        lines += erased_lines(session.verbs.circle, again)
    elif asked:
        lines += [*erasure_lines(asked), "Erasing cannot be undone: say --erase and whom as well, if it is meant."]
    copies = [copy._asdict() for copy in dict.fromkeys(copy for each in again for copy in each.copies)]
    document |= {
        "erasures": _erasures_json(asked),
        "done": bool(again) and all(each.done for each in again),
        "copies": copies,
    }
    say(as_json, document, "\n".join(lines))


def _meant(asked: Sequence[AskedErasure], words: str) -> AskedErasure:
    """Return whom somebody means of those whom a laptop had erased: by the whole name, or 8 digits of the id or more.

    Nobody else, however the name begins: more may have come in since they were looked at. Raises Refused.
    """
    found = [row for row in asked if row.name.casefold() == words.strip().casefold()]
    found = found or [row for row in asked if len(words) >= 8 and row.member.hex().startswith(words.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(short(row.member) for row in found)
        raise Refused(
            "erasure_of_whom", "“{words}” may be one of several: say which by its number, {ids}.", words=words, ids=ids
        )
    raise Refused("erasure_of_whom", "That laptop had erased nobody called “{words}”.", words=words)


def _taken_in(session: Session, done: TakenIn) -> tuple[dict[str, Any], str]:
    erased = done.actions and session.verbs.rescue.has_erased()
    look = " This circle has erased somebody: look whether any of it still speaks of them." if erased else ""
    left = f" {counted(done.newer, 'value was', 'values were')} changed since and left alone." if done.newer else ""
    if not (done.actions or done.newer):
        left = " Nothing of it had to be written: it stands here, or the circle gives it out itself, as member numbers."
    told = f"{counted(done.actions, 'change is', 'changes are')} taken in.{left}{look}"
    return {"actions": done.actions, "newer": done.newer, "erased": bool(erased)}, told


def _erasure_json(row: AskedErasure) -> dict[str, Any]:
    return {"erase": row.member.hex(), "name": row.name, "at_ms": row.at_ms}


def _erasures_json(rows: Sequence[AskedErasure]) -> list[dict[str, Any]]:
    return [{"member": row.member.hex(), "name": row.name, "at_ms": row.at_ms} for row in rows]


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
    parts = before.actions + before.sealed + len(before.erasures) if before else 0
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
    verbs = session.verbs
    if not (verbs.circle.shut_out or verbs.rescue.own_actions() or verbs.rescue.own_erasures()):
        told = (
            "This laptop takes part in the circle: its work counts, and comes in with `sync`, or by a stick"
            " (`bundle read`)."
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
