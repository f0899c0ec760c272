"""`member`: leaving, anonymising, erasing, all that is held on somebody, and two records of one person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learningcircles.errors import Refused
from learningcircles.phrase import in_hours
from learningcircles_ui.cli.exchanges import person
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, plain, record_json, say, say_lines, short
from learningcircles_ui.cli.session import FILE, Session, as_json, pass_session
from learningcircles_ui.cli.steps import Parts, Step
from learningcircles_ui.cli.wording import Wording, copy_kind, erased_lines

if TYPE_CHECKING:
    from learningcircles.laptop.foreseeing import Foreseen, Reworded
    from learningcircles.laptop.remaining import Remaining

_WHY = {"phone": "telephone number", "email": "e-mail address"}
COUNTED = ("answers", "listings", "duties", "consents", "waiting")


@click.group()
def member() -> None:
    """Members who leave, are erased, or are here twice."""


@member.command()
@click.argument("who", metavar="MEMBER")
@click.option("--keep-balance", is_flag=True, help="Leave the hours where they are, instead of settling with the pot.")
@click.option("--hand-to", metavar="MEMBER", help="Who takes over the meetups that they host.")
@click.option("--dry-run", is_flag=True, help="Only show what would be settled.")
@as_json
@pass_session
def leave(session: Session, who: str, keep_balance: bool, hand_to: str | None, dry_run: bool, as_json: bool) -> None:
    """A member leaves: hours, answers, listings, duties and consents are settled as one action."""
    id_ = person(session, who)
    heir = person(session, hand_to, "--hand-to") if hand_to else None
    document = outlook_json(session, id_)
    if not dry_run:
        session.verbs.leaving.leave(id_, settle=not keep_balance, hand_to=heir)
    say(as_json, {**document, "left": not dry_run}, _told(document, settled=not keep_balance))


def outlook_json(session: Session, id_: bytes) -> dict[str, Any]:
    """Return what a member would leave behind: minutes, and the ids of everything that is settled."""
    seen = session.verbs.leaving.outlook(id_)
    rows = {name: [row.id.hex() for row in getattr(seen, name)] for name in COUNTED}
    return {"member": seen.member.hex(), "name": seen.name, "minutes": seen.minutes, **rows}


def _told(document: dict[str, Any], *, settled: bool) -> str:
    counts = {name: len(document[name]) for name in COUNTED}
    what = "settled with the pot" if settled else "kept"
    return (
        f"{document['name']}: balance {in_hours(document['minutes'])} {what}; answers to coming meetups"
        f" {counts['answers']}, open listings {counts['listings']}, meetups hosted {counts['duties']}, consents"
        f" {counts['consents']}, exchanges not confirmed {counts['waiting']}."
    )


@member.command()
@click.argument("who", metavar="MEMBER")
@as_json
@pass_session
def anonymise(session: Session, who: str, as_json: bool) -> None:
    """Take a member's details off; number and figures stay. History keeps them until `member erase`."""
    id_ = person(session, who, exactly=True)
    session.verbs.leaving.anonymise(id_)
    say(as_json, record_json(session.reader.get("member", id_)), "Anonymised. It can be undone.")


@member.command()
@click.argument("who", metavar="MEMBER")
@click.option("--yes", is_flag=True, help="It cannot be undone: say that it is meant.")
@click.option("--dry-run", is_flag=True, help="Only show what would change in what is written of others.")
@as_json
@pass_session
def erase(session: Session, who: str, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Erase all that is held on a member, on every laptop and the hub. Cannot be undone.

    MEMBER is an id or the whole name.
    """
    id_ = person(session, who, exactly=True)
    if dry_run:
        seen = lazy("learningcircles.laptop.foreseeing").foresee(session.verbs, id_)
        say(as_json, _foreseen_json(id_, seen), "\n".join(_foreseen_lines(Wording(session.reader), seen)))
        return
    if not yes:
        raise Refused(
            "not_sure",
            "Erasing a member cannot be undone. See --dry-run for what changes, and say --yes if it is meant.",
        )
    done = lazy("learningcircles.laptop.daily").erase(session.home, session.verbs, id_)
    copies = [copy._asdict() for copy in done.copies]
    lines = erased_lines(session.verbs.circle, [done])
    document = {"member": id_.hex(), "done": done.done, "segments": done.segments, "copies": copies}
    document["waits"] = list(done.waits)
    say(as_json, document, "\n".join(lines))


def _foreseen_json(id_: bytes, seen: Foreseen) -> dict[str, Any]:
    rows = [{**row._asdict(), "entity": row.entity.lstrip("!"), "id": row.id.hex()} for row in seen.reworded]
    return {
        "member": id_.hex(),
        "name": seen.name,
        "reworded": rows,
        "exchanges": seen.exchanges,
        "shared": list(seen.shared),
        "left": [{**row._asdict(), "entity": row.entity.lstrip("!"), "id": row.id.hex()} for row in seen.left],
        "drafts": seen.drafts,
    }


def _foreseen_lines(words: Wording, seen: Foreseen) -> list[str]:
    changes = counted(len(seen.reworded), "change", "changes")
    lines = [f"Erasing {seen.name} makes {changes} in what is written of others."]
    for row in seen.reworded:
        after = "taken out" if row.after is None else plain(row.after)
        lines.append(f"  {_where(words, row)}: {plain(row.before)} → {after}")
    if seen.exchanges:
        lines.append(f"{counted(seen.exchanges, 'exchange loses its', 'exchanges lose their')} notes and source.")
    lines += [f"{word} stays: somebody else has it too." for word in seen.shared]
    if seen.drafts:
        forms = counted(seen.drafts, "form that is", "forms that are")
        lines.append(f"{forms} begun and not finished on this laptop would be dropped: finish what you need first.")
    if seen.left:
        lines.append("This stays as it is, and perhaps tells of them; reword it where it does:")
    for left in seen.left:
        lines.append(f"  {_where(words, left)} ({', '.join(left.words)}): {plain(left.text)}")
    return lines


def _where(words: Wording, row: Reworded | Remaining) -> str:
    """Return in what something is written: "Open day (e3634bca), notes"."""
    return f"{words.record(row.entity, row.id)} ({short(row.id)}), {words.field(row.entity, row.field)}"


@member.command()
@click.option("--destroyed", is_flag=True, help="They have all been destroyed: forget them.")
@as_json
@pass_session
def copies(session: Session, destroyed: bool, as_json: bool) -> None:
    """Backups, sticks, exports and prints that this laptop made: to be destroyed after somebody was erased."""
    module = lazy("learningcircles.laptop.copies")
    if destroyed:
        module.copies_destroyed(session.verbs.circle)
    rows = (copy._asdict() for copy in module.copies(session.verbs.circle))
    told = rows if as_json else ({**row, "kind": copy_kind(row["kind"])} for row in rows)
    say_lines(as_json, told, ("kind", "where"))


@member.command()
@click.argument("who", metavar="MEMBER")
@click.argument("file", type=FILE)
@click.option("--format", "form", type=click.Choice(["json", "pdf"]), required=True)
@as_json
@pass_session
def held(session: Session, who: str, file: Path, form: str, as_json: bool) -> None:
    """Write down everything that is held on a member, readable by whoever has the file."""
    id_ = person(session, who)
    dossier = lazy("learningcircles.circle.dossier").dossier(session.verbs, id_)
    if form == "json":
        lazy("learningcircles.circle.dossier").write_json(dossier, file)
    else:
        lazy("learningcircles_ui.print.dossier").write_alone(dossier, file)
    about = lazy("learningcircles.circle.dossier").standing_in(dossier)
    lazy("learningcircles.laptop.copies").note_copy(session.verbs.circle, "export", str(file.absolute()), about=about)
    say(as_json, {"file": str(file), "records": dossier.size}, f"{dossier.size} records are in {file}.")


@member.command()
@as_json
@pass_session
def duplicates(session: Session, as_json: bool) -> None:
    """Members who are probably here twice: alike in name, telephone or e-mail."""
    pairs = lazy("learningcircles.intake.doubles").pairs(session.reader)
    rows = [
        {
            "one": pair.one.id.hex(),
            "other": pair.other.id.hex(),
            "name": pair.one.get("name", ""),
            "other_name": pair.other.get("name", ""),
            "why": pair.why,
        }
        for pair in pairs
    ]
    if as_json:
        say_lines(True, rows, ())
    for row in rows if not as_json else ():
        both = f"{row['name']} ({short(row['one'])}) and {row['other_name']} ({short(row['other'])})"
        click.echo(f"{both}: alike in {_WHY.get(row['why'], row['why'])}")


@member.command()
@click.argument("one", metavar="MEMBER")
@click.argument("other", metavar="MEMBER")
@click.option("--stays", metavar="MEMBER", help="Which of the two is shown by name, number and all that both have.")
@as_json
@pass_session
def merge(session: Session, one: str, other: str, stays: str | None, as_json: bool) -> None:
    """Two records are one person: shown as one from now on. Can be undone, or taken apart."""
    first, second = person(session, one), person(session, other)
    session.verbs.merging.merge(first, second, stays=person(session, stays, "--stays") if stays else None)
    shown = session.reader.shown_as(first)
    name = Wording(session.reader).record("member", shown)
    told, twice = f"Merged: shown as {name} ({short(shown)}).", sum(session.verbs.merging.hours_twice(shown))
    if twice:
        told += f" Both brought {in_hours(twice)} in: if these are the same hours, `member hours-once {short(shown)}`."
    document = record_json(session.reader.get("member", shown))
    say(as_json, {**document, "minutes_twice": twice} if twice else document, told)


@member.command()
@click.argument("who", metavar="MEMBER")
@as_json
@pass_session
def hours_once(session: Session, who: str, as_json: bool) -> None:
    """Hours that several records of a merged member brought in are the same: they count once. Can be undone."""
    id_ = session.reader.shown_as(person(session, who))
    session.verbs.merging.hours_once(id_)
    minutes = session.reader.balance(id_)
    say(as_json, {"member": id_.hex(), "minutes": minutes}, f"They count once: the balance is {in_hours(minutes)} now.")


def _linked(session: Session, who: str) -> bytes:
    """Return a member who may be hidden under another one by a merge, of whom then not all are meant; raises as
    `person`.
    """
    ids = {link[name] for link in session.reader.list("member_link") for name in ("one", "other")}
    wanted = who.strip().casefold()
    named = [row.id for row in session.reader.alone_all("member", sorted(ids)) if str(row["name"]).casefold() == wanted]
    return named[0] if len(named) == 1 else person(session, who)


@member.command()
@click.argument("who", metavar="MEMBER")
@as_json
@pass_session
def part(session: Session, who: str, as_json: bool) -> None:
    """Take a member out of whom they were merged with."""
    id_ = _linked(session, who)
    again = len(session.verbs.merging.counted_once(id_))
    session.verbs.merging.part(id_)
    back = " Hours that both had brought in, and that counted once, count for both again." if again else ""
    say(as_json, {**record_json(session.reader.get("member", id_)), "hours_again": again}, f"Separated.{back}")


@member.command()
@click.argument("one", metavar="MEMBER")
@click.argument("other", metavar="MEMBER")
@as_json
@pass_session
def different(session: Session, one: str, other: str, as_json: bool) -> None:
    """Two members who look alike are two people: nobody is asked again."""
    session.verbs.merging.different(person(session, one), person(session, other))
    say(as_json, {"ok": True}, "Noted.")


def _leave(session: Session, step: Step) -> dict[str, Any]:
    id_ = session.resolve("member", step["member"], "member")
    heir = session.resolve("member", step["hand_to"], "hand_to") if step.get("hand_to") else None
    session.verbs.leaving.leave(id_, settle=not step.get("keep_balance"), hand_to=heir)
    return {"id": id_.hex()}


def _anonymise(session: Session, step: Step) -> dict[str, Any]:
    id_ = session.resolve("member", step["member"], "member")
    session.verbs.leaving.anonymise(id_)
    return {"id": id_.hex()}


def _merge(session: Session, step: Step) -> dict[str, Any]:
    one, other = (session.resolve("member", step[name], name) for name in ("one", "other"))
    stays = session.resolve("member", step["stays"], "stays") if step.get("stays") else None
    session.verbs.merging.merge(one, other, stays=stays)
    return {"id": session.reader.shown_as(one).hex()}


VERBS = {
    "leave": (_leave, Parts(("member",), ("hand_to", "keep_balance"))),
    "anonymise": (_anonymise, Parts(("member",))),
    "merge": (_merge, Parts(("one", "other"), ("stays",))),
}
"""For `batch`: what each verb does, and which parts its line has."""

COMMANDS = (member,)
