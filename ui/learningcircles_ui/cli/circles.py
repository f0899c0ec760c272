"""Commands on circles: new, invite, join, hub, status, check; those on laptops are in laptops.py."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError, Unreadable, Usage
from learningcircles_ui.cli import recovery, refilling, share
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, say
from learningcircles_ui.cli.session import FILE, Session, as_json, pass_session, passphrase
from learningcircles_ui.cli.wording import erasure_lines, unheard_lines

RIGHTS = {"organizer": "may run the circle", "recorder": "may record", "reader": "may only look"}


@click.group()
def circle() -> None:
    """Found, join and look after circles."""


@circle.command()
@click.argument("name")
@click.option("--as", "person", required=True, metavar="PERSON", help="Your name.")
@click.option("--device", required=True, metavar="NAME", help="What this laptop is called.")
@click.option("--hub", "code", metavar="CODE", help="A code from the hub's steward.")
@as_json
@pass_session
def new(session: Session, name: str, person: str, device: str, code: str | None, as_json: bool) -> None:
    """Found a circle on this laptop."""
    if code:
        lazy("learningcircles.trust.invitation").read_hub_code(code)
    session.use(lazy("learningcircles.laptop.founding").found(session.home, name, person, device))
    if code:
        _bring_to_hub(session, code)
    _say_where(session, as_json, f"The circle {name} is on this laptop now.")


def _bring_to_hub(session: Session, code: str) -> None:
    """Where the hub does not take the circle, it is not founded either: a command is done, or nothing is."""
    opened = session.verbs.circle
    try:
        share.join_hub(session, code)
    except CircleError:
        held = session.home.by_id(opened.id)
        session.close()
        lazy("learningcircles.laptop.leaving").leave(session.home, held)
        raise


@circle.command()
@click.argument("invitation")
@click.option("--as", "person", required=True, metavar="PERSON", help="Your name.")
@click.option("--device", required=True, metavar="NAME", help="What this laptop is called.")
@click.option("--bundle", type=FILE, help="Join from a stick, without a network.")
@click.option("--with", "address", metavar="HOST:PORT", help="Join through the laptop that answers there.")
@click.option("--seconds", type=click.IntRange(1, 600), default=8, help="How long to look for laptops beside; 8.")
@as_json
@pass_session
def join(
    session: Session,
    invitation: str,
    person: str,
    device: str,
    bundle: Path | None,
    address: str | None,
    seconds: int,
    as_json: bool,
) -> None:
    """Join a circle by an invitation: its text, or a file that holds it as text or as a picture.

    Where no hub is named, or it does not answer, a laptop of the circle on the same network lets this one in.
    """
    share.join_circle(session, invitation, person, device, bundle, address or seconds)
    told = "This laptop is in the circle now."
    if session.verbs.circle.right == "reader":
        told += " It only looks, so it tells the others neither a name nor when it shares: an organizer can name it"
        told += f" (circle rename {session.verbs.circle.secrets.device.id.hex()[:8]} NAME)."
    _say_where(session, as_json, told)


@circle.command()
@click.argument("code")
@as_json
@pass_session
def hub(session: Session, code: str, as_json: bool) -> None:
    """Join the region's hub with a steward's code, or move to another hub."""
    former = session.verbs.circle.roster.hub
    share.join_hub(session, code)
    url = session.verbs.circle.roster.hub
    moved = former if former != url else ""
    sentence = f"The circle shares through the hub at {url} now"
    sentence += f", and no longer through {moved}." if moved else "."
    if not former and len(lazy("learningcircles.trust.members").laptops(session.verbs.circle.roster.devices)) > 1:
        sentence += " The other laptops hear of it when they share with this one, by a stick or on the same network."
    if session.verbs.circle.roster.state.recovery is None:
        sentence += " Print a recovery sheet now (circle recovery print): a hub that is lost for good can only be"
        sentence += " replaced with one that was printed while it was there."
    say(as_json, {"ok": True, "hub": url, "former": moved or None}, sentence)


@circle.command()
@click.option("--right", type=click.Choice(["organizer", "recorder", "reader"]), default="recorder")
@click.option("--uses", type=click.IntRange(1, 100), default=1, help="For how many laptops.")
@click.option("--expires", metavar="DATE|DAYS", help="Last day, 2026-11-30, or in how many days; otherwise 7.")
@click.option("--publish", is_flag=True, help="It may publish to the region, too.")
@click.option("--save", type=FILE, help="Into a file, too: a picture (.png, .svg), or text.")
@as_json
@pass_session
def invite(
    session: Session, right: str, uses: int, expires: str | None, publish: bool, save: Path | None, as_json: bool
) -> None:
    """Invite another laptop."""
    made = share.invite(session, right, uses, _days(expires), publish)
    text = made.invitation.text()
    if save is not None:
        share.save_invitation(text, save)
    document = {
        "invitation": text,
        "right": made.right,
        "uses": made.uses,
        "expires": made.expires,
        "works_now": made.works_now,
    } | ({"clocks_differ": True, "sentence": made.sentence} if made.clocks_differ else {})
    say(as_json, document, f"{text}\n{made.sentence}")


def _days(expires: str | None) -> int:
    if expires is None:
        return 7
    if expires.isdecimal():
        return int(expires)
    try:
        until = datetime.date.fromisoformat(expires)
    except ValueError as error:
        raise Usage(
            "bad_date", "--expires needs a date such as 2026-11-30 or a number of days, not {value}.", value=expires
        ) from error
    return (until - datetime.date.today()).days


@circle.command()
@as_json
@pass_session
def status(session: Session, as_json: bool) -> None:
    """What is here, what waits, which laptops there are."""
    document = status_of(session)
    waiting = document["waiting"]
    if document["shut_out"]:
        lines = _shut_out(document["name"], waiting)
        me = session.verbs.circle.secrets.device.id
        lines += erasure_lines(session.verbs.rescue.own_erasures(), me)
        lines += unheard_lines(lazy("learningcircles.circle.asked_erasures").unheard_erasures(session.verbs.circle))
    else:
        lines = [f"{document['name']}: this laptop {RIGHTS[document['right']]}."]
        lines += [f"{counted(waiting, 'change waits', 'changes wait')} to be shared." if waiting else "All is shared."]
        to_come = document["to_come"]
        lines += [f"{counted(to_come, 'parcel', 'parcels')} of this circle still to come."] if to_come else []
        lines += share.set_aside(session)
        lines += recovery.sheet_use_lines(document["sheet_used"])
    lines += laptop_lines(document["devices"])
    say(as_json, document, "\n".join(lines))
    share.warn_of_clock(session)


def laptop_lines(devices: list[dict[str, Any]]) -> list[str]:
    """Return a line for each laptop of a status, those that are gone last; a copy says of which one it is."""
    rows = sorted(devices, key=lambda device: device["left"] or "")
    names = {device["id"]: device["name"] or device["id"][:8] for device in rows}
    told = {each for device in rows for each in device["went_on_as"]}
    copies = {
        each["id"]: names[each["copy_of"]] for each in rows if each["copy_of"] in names and each["id"] not in told
    }
    began = {id_: f", began as a copy of {name}" for id_, name in copies.items()}
    return [f"  {names[each['id']]} ({_standing(each, names)}{began.get(each['id'], '')})" for each in rows]


def _shut_out(name: str, waiting: int) -> list[str]:
    lines = [f"{name}: this laptop is shut out. It gets nothing new, and what is written here no longer counts."]
    if waiting:
        told = counted(waiting, "change that does not count is", "changes that do not count are")
        lines += [f"{told} kept here: rescue show lists them, rescue save FILE saves them for an organizer."]
    return lines


def _standing(device: dict[str, Any], names: dict[str, str]) -> str:
    if device["went_on_as"]:
        return f"went on as {', '.join(names[each] for each in device['went_on_as'])}"
    if device["left"] and device["right"] != "revoked":
        return f"gone since {device['left']}"
    return RIGHTS.get(device["right"], "shut out")


def status_of(session: Session) -> dict[str, Any]:
    """Return the status as DESIGN §10 names its keys."""
    opened = session.verbs.circle
    charter = session.reader.find_one("!charter", opened.id)
    names = lazy("learningcircles.circle.naming").laptop_names(opened)
    shared = share.state(session)
    away = lazy("learningcircles.laptop.leaving").gone(opened)
    members, held = lazy("learningcircles.trust.members"), opened.roster.devices
    devices = [
        {
            "id": device.id.hex(),
            "name": names.get(device.id, ""),
            "right": "revoked" if device.revoked else device.right,
            "last_heard": share.last_heard(session, device.id),
            "left": away.get(device.id),
            "went_on_as": [each.id.hex() for each in members.gone_on_as(held, device.id, opened.secrets.device.id)],
            "copy_of": device.succeeds.hex() if device.succeeds else None,
        }
        for device in held.values()
    ]
    return {
        "circle": opened.id.hex(),
        "name": charter.get("name", "") if charter else "",
        "device": opened.secrets.device.id.hex(),
        "right": opened.right,
        "shut_out": opened.shut_out,
        "devices": devices,
        "sheet_used": recovery.sheet_uses(session),
        **shared,
    }


@click.command()
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make all lists and hours again first, in a new file where this one is damaged.",
)
@as_json
@pass_session
def check(session: Session, rebuild: bool, as_json: bool) -> None:
    """Look whether everything in the circle's file is as it was written; print what laptops can compare."""
    mended = _salvage(session) if rebuild else {}
    document = check_of(session, rebuild=rebuild) | mended
    if mended and mended["mended"]["lost"]:
        document["ok"] = False
    if rebuild:
        click.echo("All lists and hours were made again from what the circle has written.", err=True)
        if told := document.get("let_go"):
            click.echo(told, err=True)
    sentence = "\n".join(document["problems"])
    if not document["problems"]:
        whole = not mended or mended["mended"]["how"] in ("whole", "again")
        held = "is here" if whole else "was brought over"
        sentence = f"What {held} is in order." if document.get("hints") or not whole else "Everything is in order."
    if asked := len(session.reader.hours_in_question()):
        sentence += f" {counted(asked, 'exchange is', 'exchanges are')} in question: see review."
    sentence = "\n".join([sentence, *document.get("hints", ())])
    marks = [f"  {space}: {mark}" for space, mark in document["state_hash"].items() if mark]
    say(as_json, document, "\n".join([sentence, "Laptops that have shared everything show the same here:", *marks]))
    if not document["ok"]:
        raise click.exceptions.Exit(1)


def _salvage(session: Session) -> dict[str, Any]:
    """Make a new file where pages of the circle's are damaged; say so, and return it as {"mended"}."""
    held = session.held
    try:
        saved = lazy("learningcircles.laptop.salvaging").salvage_file(session.home, held, passphrase())
    except Unreadable as error:
        raise (refilling.with_ways(session, error) if error.code == "not_saved" else error) from error
    if saved is None:
        return {}
    lost = saved.how in ("alone", "lost")
    backups = lazy("learningcircles.laptop.ways_back").ways_back(session.home, held).backups if lost else ()
    backup = str(backups[0][1]) if backups else None
    told = [saved.sentence, *(_missing_words(each) for each in saved.missing), *_untold_words(saved)]
    told.append(f"The damaged file lies at {saved.aside}.")
    if backup is not None:
        told.append(f"The newest backup: restore {backup} --replace.")
    click.echo(" ".join(told), err=True)
    missing = [{"kind": each.entity.lstrip("!"), "missing": each.gone, "of": each.of} for each in saved.missing]
    kept = {"how": saved.how, "lost": lost, "missing": missing, "changes": saved.untold}
    return {"mended": kept | {"damaged_file": str(saved.aside), "backup": backup}}


def _missing_words(missing: Any) -> str:
    kind = ENTITIES[missing.entity].plural.lower()
    return f"{missing.gone} of {missing.of} {kind} could not be read."


def _untold_words(saved: Any) -> list[str]:
    """Return what is gone beside whole records, in numbers as far as anybody can tell."""
    found = []
    if saved.untold:
        found.append(f"{counted(saved.untold, 'change', 'changes')} that nobody else has could not be read.")
    if saved.untold is None:
        found.append("How many changes that were, nobody can tell.")
    if saved.waiting:
        told = counted(saved.waiting, "change of the list of laptops", "changes of the list of laptops")
        found.append(f"{told} that had not been shared could not be read.")
    if saved.list_lost:
        found.append("The end of the list of laptops could not be read.")
    return found


def check_of(session: Session, *, rebuild: bool) -> dict[str, Any]:
    """Return {"ok", "state_hash", "problems"}, what is told of parcels that were `let_go`, and `hints` if any."""
    circle = session.verbs.circle
    told = lazy("learningcircles.storage.letting_go").LettingGo(circle).let_go().sentence if rebuild else ""
    checking = lazy("learningcircles.storage.check")
    problems = list(checking.check(circle))
    document = {"ok": not problems, "state_hash": session.reader.state_hash(), "problems": problems}
    if hints := list(checking.hints(circle)):
        document["hints"] = hints
    return {**document, "let_go": told} if told else document


def _say_where(session: Session, as_json: bool, sentence: str) -> None:
    opened = session.verbs.circle
    document = {
        "circle": opened.id.hex(),
        "file": str(opened.path),
        "device": opened.secrets.device.id.hex(),
    }
    say(as_json, document, f"{sentence} Its file: {opened.path}")


circle.add_command(refilling.refill)
COMMANDS = (circle, check)
