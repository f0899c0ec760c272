"""Commands of the recovery sheet: print it, get a circle back with it, open a file whose keys are lost."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learningcircles.errors import Refused, Usage
from learningcircles_ui.cli import share
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import local_time, say
from learningcircles_ui.cli.session import FILE, UNLOCKED, Session, as_json, pass_session

if TYPE_CHECKING:
    from learningcircles.trust.recovery import Sheet


@click.group()
def recovery() -> None:
    """The recovery sheet: 24 words that bring a circle back when its laptops are gone."""


@recovery.command("print")
@click.argument("file", type=FILE, required=False)
@click.option("--paper", type=click.Choice(["A4", "Letter"]), default="A4")
@as_json
@pass_session
def print_sheet(session: Session, file: Path | None, paper: str, as_json: bool) -> None:
    """Make a new sheet, as a PDF or (without FILE) as words; an older one opens nothing any more."""
    circle = session.verbs.circle
    if file is not None:
        lazy("learningcircles_ui.print.recovery_sheet").check_free(file)
    made = share.new_sheet(session)
    if file is not None:
        write = lazy("learningcircles_ui.print.recovery_sheet").write_without_window
        write(made.sheet, share.name_of(session), file, paper)
    document = {
        "words": made.sheet.words,
        "code": made.sheet.text(),
        "file": str(file) if file is not None else None,
        "cancels": made.cancels,
        "works_now": made.works_now,
    }
    numbered = [f"{place:2}. {word}" for place, word in enumerate(made.sheet.words, 1)]
    lines = [f"The sheet is in {file}."] if file is not None else numbered
    lines += ["Whoever has these words can open the circle. Keep them on paper, where nobody looks."]
    lines += ["The older sheet opens nothing any more."] if made.cancels else []
    lines += [] if made.works_now else [lazy("learningcircles.laptop.sheets").waits_for(circle.roster)]
    say(as_json, {**document, "circle": circle.id.hex()}, "\n".join(lines))
    lazy("learningcircles.laptop.sheets").note_kept(circle, kept=True)


@recovery.command()
@as_json
@pass_session
def status(session: Session, as_json: bool) -> None:
    """Whether there is a sheet, and whether the circle would survive the loss of this laptop."""
    sheets = lazy("learningcircles.laptop.sheets")
    circle = session.verbs.circle
    state = sheets.sheet_state(circle.roster)
    elsewhere = lazy("learningcircles.laptop.ways_back").is_elsewhere(session.home, circle)
    used = sheet_uses(session)
    document = {
        "sheet": state,
        "safe": elsewhere and sheets.is_safe(circle.roster, unkept=sheets.is_unkept(circle)),
        "key_file": sheets.opens_file(circle),
        "used": used,
    }
    sentence = {
        "none": "There is no recovery sheet yet.",
        "waits": sheets.waits_for(circle.roster),
        "in force": "There is a recovery sheet, and it works.",
    }[state]
    if state != "none" and not elsewhere:
        sentence += (
            " Nothing but this laptop has the circle yet: share with a hub or another laptop, or put a stick or a"
            " backup elsewhere. The sheet opens those."
        )
    say(as_json, document, "\n".join([sentence, *sheet_use_lines(used)]))


@recovery.command()
@click.argument("device")
@as_json
@pass_session
def known(session: Session, device: str, as_json: bool) -> None:
    """A laptop that came by the sheet is one of you: it is told no more."""
    circle = session.verbs.circle
    found: bytes = lazy("learningcircles.laptop.rights").by_beginning(circle, device)
    if found.hex() not in [each["device"] for each in sheet_uses(session)]:
        raise Refused("not_by_sheet", "That laptop did not come by the recovery sheet, or is known already.")
    lazy("learningcircles.laptop.sheet_uses").answer(circle, found)
    say(as_json, {"ok": True, "device": found.hex()}, "Good: it is told no more.")


def sheet_uses(session: Session) -> list[dict[str, Any]]:
    """Return the laptops that came by the sheet, which an organizer has not said to know (`recovery known`)."""
    circle = session.verbs.circle
    uses = lazy("learningcircles.laptop.sheet_uses").unanswered(circle)
    names = lazy("learningcircles.circle.naming").laptop_names(circle) if uses else {}
    return [
        {
            "device": use.device.hex(),
            "name": names.get(use.device, ""),
            "at": use.at_ms,
            "shut_out": use.shut_out,
            "opens": use.opens,
        }
        for use in uses
    ]


def sheet_use_lines(uses: list[dict[str, Any]]) -> list[str]:
    """Return what is to be done about each, for who reads a terminal."""
    return [_use_line(use, use["device"][:8]) for use in uses]


def _use_line(use: dict[str, Any], id_: str) -> str:
    name, anew = use["name"] or id_, "circle recovery print makes a new sheet, which cancels the old one"
    if use["shut_out"]:
        told = f"{name} came by the recovery sheet and is shut out; the sheet still opens the circle"
        return f"{told}: {anew}. To leave it as it is: circle recovery known {id_}."
    told = f"The recovery sheet was used {local_time(use['at'])}: {name} runs the circle now"
    cancel = f", and {anew}" if use["opens"] else ""
    return f"{told}. Was it one of you: circle recovery known {id_}. If not: circle revoke {id_}{cancel}."


@recovery.command("open")
@click.option("--as", "person", required=True, metavar="PERSON", help="Your name.")
@click.option("--device", required=True, metavar="NAME", help="What this laptop is called.")
@click.option("--hub", metavar="ADDRESS", help="Where the hub is, as printed on the sheet.")
@click.option("--bundle", type=FILE, help="Get it back from a stick, without a network.")
@click.option("--hub-gone", is_flag=True, help="The hub is lost too: this laptop keeps the list of laptops.")
@as_json
@pass_session
def open_circle(
    session: Session, person: str, device: str, hub: str | None, bundle: Path | None, hub_gone: bool, as_json: bool
) -> None:
    """Get a circle back that no laptop has: the sheet's words come from LEARNINGCIRCLES_SHEET, or are asked for."""
    if hub_gone and bundle is None:
        raise click.UsageError("--hub-gone goes with --bundle: without a hub, a stick must hold the circle.")
    sheet = read_words()
    if bundle is None:
        share.recover_from_hub(session, sheet._replace(hub=hub or sheet.hub), person, device)
    else:
        share.recover_from_stick(session, sheet, person, device, bundle, hub_gone)
    opened = session.verbs.circle
    document = {
        "circle": opened.id.hex(),
        "file": str(opened.path),
        "device": opened.secrets.device.id.hex(),
        "keeps_list": lazy("learningcircles.laptop.sequencing").keeps_list(opened),
    }
    say(as_json, document, f"The circle is on this laptop again. Its file: {opened.path}\n{UNLOCKED}")


@recovery.command("reopen")
@click.argument("file", type=FILE, required=False)
@as_json
@pass_session
def reopen(session: Session, file: Path | None, as_json: bool) -> None:
    """Open a circle file whose keys are lost (the system was installed anew), with its .recovery file beside it."""
    held = lazy("learningcircles.laptop.sheets").reopen(session.home, read_words(), file)
    session.circle = str(held.path)
    document = {"circle": held.circle_id.hex(), "file": str(held.path), "right": session.verbs.circle.right}
    say(as_json, document, f"{held.called} opens on this laptop again.")


@recovery.command("keep-list")
@as_json
@pass_session
def keep_list(session: Session, as_json: bool) -> None:
    """The hub is gone for good: this laptop keeps the list of laptops, until another hub does (circle hub CODE)."""
    lazy("learningcircles.laptop.taking_over").check_sheet_helps(session.verbs.circle)
    lazy("learningcircles.laptop.sheets").keep_list(session.verbs.circle, read_words())
    told = "This laptop keeps the list of the circle's laptops now. Bring the circle to another hub with circle hub."
    say(as_json, {"ok": True, "keeps_list": True}, told)


def read_words() -> Sheet:
    """Return the sheet: from LEARNINGCIRCLES_SHEET, or from standard input; never from the command line."""
    text = str(lazy("os").environ.get("LEARNINGCIRCLES_SHEET", ""))
    if not text:
        text = click.prompt("The 24 words") if sys.stdin.isatty() else sys.stdin.read()
    if not text.strip():
        raise Usage("no_words", "Give the 24 words of the recovery sheet: in LEARNINGCIRCLES_SHEET, or typed.")
    found: Sheet = lazy("learningcircles.trust.recovery").read_sheet(text)
    return found
