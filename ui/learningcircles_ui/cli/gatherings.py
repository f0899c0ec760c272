"""Commands on meetups: attend, rsvp, tell, told."""

from __future__ import annotations

import click

from learningcircles.circle.first_names import first_name
from learningcircles.circle.untold import Untold, is_off, untold
from learningcircles.entities.gathering import ANSWERS, PRESENCE
from learningcircles.errors import NotFound, Usage
from learningcircles_ui.cli.exchanges import named, person
from learningcircles_ui.cli.output import counted, record_json, say, say_lines
from learningcircles_ui.cli.session import Session, as_json, pass_session

MEMBERS = click.option("--member", "members", multiple=True, metavar="MEMBER", help="A member; may be repeated.")
GUESTS = click.option("--guest", "guests", multiple=True, metavar="NAME", help="A guest's first name.")


@click.command()
@click.argument("meetup")
@MEMBERS
@GUESTS
@click.option("--headcount", type=click.IntRange(min=0), help="How many came who gave no name.")
@click.option("--state", type=click.Choice(PRESENCE), default="attended")
@as_json
@pass_session
def attend(
    session: Session, meetup: str, members: tuple[str, ...], guests: tuple[str, ...], headcount: int | None,
    state: str, as_json: bool,
) -> None:  # fmt: skip
    """Note who came to MEETUP (id or title): members, guests by first name, and people without a name."""
    if not members and not guests and headcount is None:
        raise Usage("nobody", "Say who came: --member, --guest or --headcount.")
    id_ = named(session, "meetup", meetup)
    verbs = session.verbs.meetups
    with session.verbs.circle.group(_title(session, id_)):
        noted = [verbs.attend(id_, member=person(session, word), state=state)[0] for word in members]
        noted += [verbs.attend(id_, guest_name=name, state=state)[0] for name in guests]
        if headcount is not None:
            verbs.headcount(id_, headcount)
    _say_noted(session, as_json, id_, "attendance", noted, guests)


@click.command()
@click.argument("meetup")
@MEMBERS
@GUESTS
@click.option("--answer", type=click.Choice(ANSWERS), default="yes")
@as_json
@pass_session
def rsvp(
    session: Session, meetup: str, members: tuple[str, ...], guests: tuple[str, ...], answer: str, as_json: bool
) -> None:
    """Note who means to come to MEETUP (id or title)."""
    if not members and not guests:
        raise Usage("nobody", "Say who answers: --member or --guest.")
    id_ = named(session, "meetup", meetup)
    verbs = session.verbs.meetups
    with session.verbs.circle.group(_title(session, id_)):
        noted = [verbs.rsvp(id_, person(session, word), answer)[0] for word in members]
        noted += [verbs.rsvp(id_, None, answer, name=name)[0] for name in guests]
    _say_noted(session, as_json, id_, "rsvp", noted, guests)


@click.command()
@as_json
@pass_session
def tell(session: Session, as_json: bool) -> None:
    """Say who is to be told of a meetup that was called off or moved since they meant to come."""
    rows = (
        {
            "id": who.answer.hex(),
            "meetup": each.meetup.id.hex(),
            "title": str(each.meetup.get("title", "")),
            "member": who.member.hex() if who.member else None,
            "name": who.name,
            "contact": ", ".join(" or ".join(part for part in way if part) for way in who.ways),
            "called_off": is_off(each.meetup),
            "changed": list(each.changed),
            "news": _news(each),
        }
        for each in untold(session.reader, session.verbs.desk.today())
        for who in each.people
    )
    say_lines(as_json, rows, ("title", "news", "name", "contact"))


@click.command()
@click.argument("meetup")
@MEMBERS
@GUESTS
@as_json
@pass_session
def told(session: Session, meetup: str, members: tuple[str, ...], guests: tuple[str, ...], as_json: bool) -> None:
    """Note that people were told what became of MEETUP (id or title): these, or all who are to be told."""
    id_ = named(session, "meetup", meetup)
    people = [each for each in untold(session.reader, session.verbs.desk.today()) if each.meetup.id == id_]
    waiting = [who for each in people for who in each.people]
    meant = {session.reader.shown_as(person(session, word, "--member")) for word in members}
    called = {who.name for who in waiting if who.member is None}  # who wrote on the hub's page stands by all their name
    names = {name if name in called else first_name(name) for name in guests}
    wanted = [who for who in waiting if who.member in meant or (who.member is None and who.name in names)]
    missing = len(meant) + len(names) - len({who.member or who.name for who in wanted})
    if missing:
        raise NotFound("nobody_to_tell", "Not everybody named is to be told about this meetup; “tell” lists who is.")
    noted = [who.answer for who in (wanted if members or guests else waiting)]
    if noted:
        session.verbs.meetups.told(noted, people[0].stands)
    say(as_json, {"meetup": id_.hex(), "told": [each.hex() for each in noted]},
        f"Noted {counted(len(noted), 'person', 'people')} as told.")  # fmt: skip


def _news(each: Untold) -> str:
    if is_off(each.meetup):
        return "called off"
    return "on again" if "state" in each.changed else "moved"


def _title(session: Session, meetup: bytes) -> str:
    return str(session.reader.get("meetup", meetup).get("title", ""))


def _say_noted(
    session: Session, as_json: bool, meetup: bytes, entity: str, noted: list[bytes], guests: tuple[str, ...]
) -> None:
    named_, unnamed = session.verbs.meetups.present(meetup)
    document = {
        "meetup": meetup.hex(),
        "noted": [record_json(session.reader.get(entity, each)) for each in noted],
        "present": sum(row["state"] == "attended" for row in named_) + unnamed,
    }
    came = counted(document["present"], "person", "people")
    told = f"Noted {counted(len(noted), 'person', 'people')}"
    said = f"{told}; {came} came." if entity == "attendance" else f"{told}."
    if any(first_name(name) != name.strip() for name in guests):
        said += " Guests are noted by first names alone."
    say(as_json, document, said)


COMMANDS = (attend, rsvp, tell, told)
