"""Commands on a circle's laptops: rename, right, revoke, what was on one, who keeps the list, open invitations."""

from __future__ import annotations

import datetime
from typing import Any

import click

from learningcircles.errors import InvalidValue, Refused, Usage
from learningcircles_ui.cli import share
from learningcircles_ui.cli.circles import RIGHTS
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import BY_HAND, counted, local_time, plain, say, say_lines, span
from learningcircles_ui.cli.recovery import read_words
from learningcircles_ui.cli.session import Session, as_json, pass_session

ASIDE = (
    "What it had shared and has not come here yet does not count: it is set aside, and can be taken in (rescue list)."
)
RIGHT = click.Choice(["organizer", "recorder", "reader"])


def _later(session: Session) -> str:
    if session.verbs.circle.roster.hub:
        return "It holds once this laptop has shared with the hub."
    return f"It holds once this laptop has shared{BY_HAND}."


@click.command()
@click.argument("device")
@click.argument("name")
@as_json
@pass_session
def rename(session: Session, device: str, name: str, as_json: bool) -> None:
    """Call a laptop something else."""
    found = _device(session, device)
    lazy("learningcircles.laptop.rights").rename(session.verbs.circle, found, name)
    called = lazy("learningcircles.circle.naming").laptop_name(session.verbs.circle, found)
    say(as_json, {"ok": True, "device": found.hex(), "name": called}, f"That laptop is called {called} now.")


@click.command()
@click.argument("device")
@click.argument("right", type=RIGHT)
@click.option("--publish", is_flag=True, help="It may publish to the region, too.")
@as_json
@pass_session
def right(session: Session, device: str, right: str, publish: bool, as_json: bool) -> None:
    """Let a laptop run the circle (organizer), record (recorder), or only look (reader)."""
    found = _device(session, device)
    holds = share.tell(session, lambda held: lazy("learningcircles.laptop.rights").change_right(
        held, found, right, publish=publish
    ))  # fmt: skip
    words = RIGHTS[right]
    document = {"ok": True, "device": found.hex(), "right": right, "works_now": holds}
    say(as_json, document, f"That laptop {words}." if holds else f"That laptop {words}. {_later(session)}")


@click.command()
@click.argument("device")
@click.option("--since", metavar="TIME", help="Nor does what it wrote after 2026-11-20 or 2026-11-20T18:00 count.")
@as_json
@pass_session
def revoke(session: Session, device: str, since: str | None, as_json: bool) -> None:
    """Shut a laptop out, and say what was on it."""
    found, moment = _device(session, device), _moment(since)
    before = _lost(session, found)
    with_it = _with_it(session, found)
    holds = share.revoke(session, found, moment)
    lost = _lost(session, found)
    asked = holds and bool(session.verbs.circle.roster.hub)
    sentence = "That laptop is shut out." if holds else f"{_not_yet(session)} {_later(session)} {ASIDE}"
    to_do = [each for each in lost.to_do if each != "shut_it_out"]  # it was just done, be it that it waits
    document = {
        "ok": True, "device": found.hex(), "works_now": holds, "with_it": list(with_it), "was_on_it": _lost_json(lost),
    }  # fmt: skip
    swept = lazy("learningcircles.circle.rescue").swept(session.verbs.circle, found, moment) if moment else None
    if swept is not None:
        document["earlier"] = {"changes": swept.actions, "since": local_time(swept.first_ms)}
    also = [f"What went on from it is shut out with it: {', '.join(with_it.values())}."] if with_it else []
    if swept is not None:
        also.append(
            f"What was shared at once counts as a whole or not at all: nothing counts that it wrote from"
            f" {local_time(swept.first_ms)} on. {counted(swept.actions, 'change', 'changes')} from before the time that"
            " was given can be taken in (rescue list)."
        )
    if "its_invitation" in before.to_do:
        also.append(
            "Invitations that it came in by, or made, are cancelled: make new ones for who has not used them yet."
        )
    say(as_json, document, "\n".join([sentence, *also, *_told(lost._replace(to_do=to_do), asked)]))


def _not_yet(session: Session) -> str:
    circle = session.verbs.circle
    mine = circle.roster.devices.get(circle.secrets.device.id)
    if mine is not None and mine.provisional:
        return "Nobody shuts that laptop out yet: this laptop is not in the list of laptops itself until then."
    return "That laptop is shut out for whoever hears of it."


def _with_it(session: Session, device: bytes) -> dict[str, str]:
    """Return id → name of the laptops in force that went on from this one: they are shut out with it."""
    devices = session.verbs.circle.roster.devices
    found = [each.id for each in lazy("learningcircles.trust.members").heirs(devices, device) if not each.revoked]
    records = {each: session.reader.find_one("device", each) for each in found}
    return {each.hex(): str(record["name"] if record else each.hex()[:8]) for each, record in records.items()}


@click.command()
@click.argument("device")
@as_json
@pass_session
def laptop(session: Session, device: str, as_json: bool) -> None:
    """What is, or was, on a laptop, and what to do if it is lost or stolen."""
    lost = _lost(session, _device(session, device))
    say(as_json, _lost_json(lost), "\n".join(_told(lost)))


_COMES_BACK = (
    "If the laptop that kept it comes back, share with it before it changes the list: otherwise there are two lists,"
    " and only one of them counts."
)
_HUB_COMES_BACK = (
    "If the hub that kept it comes back, it has the old list: laptops that share with it before they have shared with"
    " this one go on by that, and then there are two lists, of which only one counts."
)


@click.command()
@click.argument("device", required=False)
@click.option("--here", is_flag=True, help="Take it over on this laptop: the one that kept it is gone.")
@click.option("--sheet", is_flag=True, help="With the recovery sheet, where a hub kept it that is gone for good.")
@click.option("--yes", is_flag=True, help="Handing it on ends sharing through the hub: say that it is meant.")
@as_json
@pass_session
def keeper(session: Session, device: str | None, here: bool, sheet: bool, yes: bool, as_json: bool) -> None:
    """Say who keeps the list of laptops, or hand it to another organizer's DEVICE.

    A circle whose list a laptop keeps has no hub: it shares by stick and on the same network.

    The 24 words of the sheet are read from LEARNINGCIRCLES_SHEET, or asked for.
    """
    if device is not None and (here or sheet):
        raise Usage("keeper", "Give a DEVICE, or --here, not both.")
    taking_over = lazy("learningcircles.laptop.taking_over")
    holds, comes_back = True, _HUB_COMES_BACK if session.verbs.circle.roster.hub else _COMES_BACK
    if device is not None:
        found = _device(session, device)
        _check_leaves_hub(session, yes)
        holds = share.tell(session, lambda held: taking_over.hand_to(held, found))
    elif here or sheet:
        if sheet:
            taking_over.check_sheet_helps(session.verbs.circle)
        taking_over.take_over(session.verbs.circle, read_words() if sheet else None)
    document = keeper_of(session) | {"works_now": holds}
    told = [str(document["sentence"])] + ([] if holds else [_later(session)]) + ([comes_back] if here else [])
    say(as_json, document, " ".join(told))


@click.command()
@as_json
@pass_session
def invitations(session: Session, as_json: bool) -> None:
    """List the invitations that are open."""
    rows = [
        plain(row._asdict()) | {"expires": row.expires}
        for row in lazy("learningcircles.laptop.inviting").open_invitations(session.verbs.circle)
    ]
    if not as_json:
        for row in rows:
            row["expires"] = local_time(row["expires"])
            row["left"] = f"{row['used']} of {row['uses']} used"
            row["right"] = RIGHTS[row["right"]]
            row["expires"] = f"until {row['expires']}"
            if row["by_wrong_clock"]:
                row["expires"] += ": made by a clock that was wrong, cancel it (circle cancel)"
    say_lines(as_json, rows, ("id", "right", "left", "expires"))


@click.command()
@click.argument("invitation")
@as_json
@pass_session
def cancel(session: Session, invitation: str, as_json: bool) -> None:
    """Cancel an open invitation: its id, six digits or more, or its text."""
    inviting = lazy("learningcircles.laptop.inviting")
    if "://" in invitation:
        found = lazy("learningcircles.trust.invitation").read_invitation(invitation).id
    else:
        rows = [row.id for row in inviting.open_invitations(session.verbs.circle)]
        match = [each for each in rows if len(invitation) >= 6 and each.hex().startswith(invitation.lower())]
        if len(match) != 1:
            raise InvalidValue("bad_id", "{id} is not one open invitation.", field="invitation", id=invitation)
        found = match[0]
    holds = share.tell(session, lambda held: inviting.cancel(held, found))
    say(
        as_json,
        {"ok": True, "invitation": found.hex(), "works_now": holds},
        "The invitation is cancelled." if holds else f"The invitation is cancelled. {_later(session)}",
    )


def _check_leaves_hub(session: Session, yes: bool) -> None:
    hub = session.verbs.circle.roster.hub
    if hub and not yes:
        raise Refused(
            "not_sure",
            "Once a laptop keeps the list, the circle no longer shares through the hub at {hub}: all its laptops share"
            " by stick and on the same network alone, until somebody brings it to a hub again with a steward's code."
            " Say --yes if that is meant.",
            hub=hub,
        )


def keeper_of(session: Session) -> dict[str, Any]:
    """Return who keeps the list of laptops."""
    opened = session.verbs.circle
    roster = opened.roster
    if roster.hub:
        return {
            "keeper": "hub",
            "hub": roster.hub,
            "device": None,
            "sentence": f"The hub at {roster.hub} keeps the list.",
        }
    kept = next((each for each in roster.devices.values() if each.sign == roster.sequencer), None)
    record = session.reader.find_one("device", kept.id) if kept else None
    name = record.get("name", "") if record else ""
    here = kept is not None and kept.id == opened.secrets.device.id
    sentence = "This laptop keeps the list." if here else f"{name or 'Another laptop'} keeps the list."
    return {"keeper": "laptop", "hub": None, "device": kept.id.hex() if kept else None, "sentence": sentence}


def _device(session: Session, beginning: str) -> bytes:
    found: bytes = lazy("learningcircles.laptop.rights").by_beginning(session.verbs.circle, beginning)
    return found


def _lost(session: Session, device: bytes) -> Any:
    return lazy("learningcircles.laptop.lost").what_was_on_it(session.verbs.circle, device)


def _lost_json(lost: Any) -> dict[str, Any]:
    document: dict[str, Any] = plain(lost._asdict())
    return document | {"held": [row._asdict() for row in lost.held], "sentences": list(lost.sentences)}


def _told(lost: Any, asked: bool = False) -> list[str]:
    """Return what was on a laptop, in lines; `asked`: what the hub holds of it is here."""
    entities = lazy("learningcircles.entities.registry").ENTITIES
    heard = f"last heard of {local_time(lost.heard_ms)} by its own clock" if lost.heard_ms else "never heard of"
    if lost.ahead_ms:
        heard += f", which is wrong: at least {span(lost.ahead_ms, least=True)} ahead"
    held = ", ".join(
        counted(row.records, entities[row.entity].label.lower(), entities[row.entity].plural.lower())
        for row in lost.held
    )
    name = lost.name or lost.device.hex()[:8]
    most = "It held at most" if asked else "As far as this laptop knows, it held"
    return [f"{name}: {heard}. {most}: {held or 'nothing'}.", *(f"  {words}" for words in lost.sentences)]


def _moment(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return int(datetime.datetime.fromisoformat(text).astimezone().timestamp() * 1000)
    except ValueError as error:
        raise Usage("bad_time", "--since needs a time such as 2026-11-20T18:00, not {value}.", value=text) from error


COMMANDS = (rename, right, revoke, laptop, keeper, invitations, cancel)
