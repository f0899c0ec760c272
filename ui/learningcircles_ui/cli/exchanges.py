"""Commands on hours: swap, balance, opening."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from learningcircles.circle.changes import Record
from learningcircles.entities.declare import Field, Kind
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import InvalidValue, NotFound, Usage
from learningcircles.phrase import in_hours
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, record_json, say, say_lines, short
from learningcircles_ui.cli.session import FILE_OR_STDIN, Session, as_json, pass_session
from learningcircles_ui.cli.values import as_typed, dated, json_lines, lines_of, pairs
from learningcircles_ui.cli.wording import Wording

_HOURS = Field("hours", "Hours", Kind.MINUTES)

_OPTIONS = {
    "provider": "--from", "receiver": "--to", "on": "--on", "topic": "--topic", "notes": "--notes",
    "source": "--source",
}  # fmt: skip


def minutes_of(text: str) -> int:
    """Return the minutes of hours as people write them: 2, 1.5, 1,5, -1:30 or 0.25 h; raises Usage."""
    try:
        return int(lazy("learningcircles.intake.convert").balance(_HOURS, text, hours=True))
    except InvalidValue as error:
        raise Usage("bad_hours", "{value} is not a number of hours such as 1.5 or 1:30.", value=text) from error


@click.command()
@click.argument("member", required=False)
@as_json
@pass_session
def balance(session: Session, member: str | None, as_json: bool) -> None:
    """The hours of all members and the pot, or of one member."""
    rows = balance_rows(session, member)
    if as_json:
        say_lines(True, rows, ())
        return
    for row in rows:
        click.echo(f"{in_hours(row['minutes']):>14}  {_whose(row)}")
    if asked := len(session.reader.hours_in_question()):
        told = counted(asked, "exchange is", "exchanges are")
        click.echo(f"{told} in question: until that is settled in review, the hours are these.", err=True)


def _whose(row: dict[str, Any]) -> str:
    if row.get("erased"):
        return "people who were erased"
    return f"{row['name']} (removed)" if row.get("removed") else row["name"] or "the pot"


def balance_rows(session: Session, member: str | None) -> list[dict[str, Any]]:
    """Return {"member", "name", "minutes"} rows, the pot with member null; they sum to zero.

    Who was removed, and has minutes still, stands there too ("removed"), and so do minutes of nobody who is here:
    exchanges with somebody who was erased since ("erased").
    """
    reader = session.reader
    if member:
        found = reader.get("member", person(session, member))
        return [{"member": found.id.hex(), "name": found.get("name", ""), "minutes": reader.balance(found.id)}]
    gone = [each for each in reader.list("member", order="name", deleted=True) if each.deleted]
    people = [*reader.list("member", order="name"), *(each for each in gone if reader.shown_as(each.id) == each.id)]
    held = reader.balances([person.id for person in people])
    rows: list[dict[str, Any]] = []
    for each in people:
        row = {"member": each.id.hex(), "name": each.get("name", ""), "minutes": held.get(each.id, 0)}
        if not each.deleted or row["minutes"]:
            rows.append({**row, "removed": True} if each.deleted else row)
    pot = reader.pot()
    rest = -pot - sum(row["minutes"] for row in rows)
    rows += [{"member": None, "name": "", "minutes": rest, "erased": True}] if rest else []
    return [*rows, {"member": None, "name": None, "minutes": pot}]


@click.group(invoke_without_command=True)
@click.option("--from", "provider", metavar="MEMBER", help="Who gave.")
@click.option("--to", "receiver", metavar="MEMBER", help="Who received.")
@click.option("--minutes", type=int)
@click.option("--hours", "hours_", help="1.5 or 1:30.")
@click.option("--topic", default="")
@click.option("--on", default=None, metavar="DATE", help="2026-11-20, “yesterday”, “12 May”; today if left out.")
@click.option("--notes", default="")
@click.option("--source", default="in person", help="Slip number, in person, phone, message.")
@click.option("--proposed", is_flag=True, help="Wait for both people's word.")
@as_json
@pass_session
@click.pass_context
def swap(context: click.Context, session: Session, /, **options: Any) -> None:
    """Record an exchange of learning time, or confirm, decline, dispute, reverse one."""
    if context.invoked_subcommand is not None:
        return
    if not options["provider"] or not options["receiver"]:
        raise Usage("swap_people", "An exchange needs --from MEMBER and --to MEMBER.")
    if (options["minutes"] is None) == (options["hours_"] is None):
        raise Usage("swap_time", "An exchange needs either --minutes or --hours.")
    minutes = options["minutes"] if options["minutes"] is not None else minutes_of(options["hours_"])
    on = dated(session, "swap", {"on": options["on"]})["on"]
    provider, receiver = person(session, options["provider"], "--from"), person(session, options["receiver"], "--to")
    with as_typed(_OPTIONS):
        id_, _ = session.verbs.swaps.record(
            provider, receiver, minutes, options["topic"], on, options["notes"], options["source"],
            proposed=options["proposed"] or None,
        )  # fmt: skip
    say(
        options["as_json"],
        record_json(session.reader.get("swap", id_)),
        f"Recorded {Wording(session.reader).record('swap', id_)}: {short(id_)}",
    )


def person(session: Session, word: str, option: str = "", *, exactly: bool = False) -> bytes:
    """Return the member of an id's beginning, or of a name that only one member has; see `named`."""
    return named(session, "member", word, option, exactly=exactly)


def named(session: Session, entity: str, word: str, option: str = "", *, exactly: bool = False) -> bytes:
    """Return the record of an id's beginning, or the one that a title means for certain: as it is written, else as the
    windows decide it too (`Nearly.only`).

    With `exactly` only as it is written: for what cannot be taken back. Raises NotFound or InvalidValue, which name the
    option that the word was given for.
    """
    where = f" ({option})" if option else ""
    try:
        return session.resolve(entity, word)
    except (InvalidValue, NotFound):
        kind = declared(entity)
        title = kind.title
        found = session.reader.list(entity, text=word) if word.strip() else []
        meant = [record for record in found if _plain(record[title]) == _plain(word)]
        if not meant and not exactly:
            typeahead = lazy("learningcircles.circle.typeahead")
            called = _called(session, entity, found)
            certain = typeahead.certain_of([name for _, name in called], word)
            begun = [row for row, name in called if typeahead.closeness(word, name) < typeahead.ELSEWHERE]
            meant = list({row.id: row for row in (begun if certain is None else [called[certain][0]])}.values())
        if len(meant) == 1:
            return meant[0].id
        if not meant:
            raise NotFound(
                "not_named",
                "There is no {kind} {name}{where}.",
                kind=kind.label.lower(),
                name=word,
                where=where,
            ) from None
        raise InvalidValue(
            "which_one", "Several of the {kinds} match {name}: give an id{where}.", field=entity, name=word,
            where=where, kinds=kind.plural.lower(),
        ) from None  # fmt: skip


def _called(session: Session, entity: str, found: Sequence[Record]) -> list[tuple[Record, str]]:
    """Return (record, what it is called); a member also by the names of those who are one with them."""
    reader, title = session.reader, declared(entity).title
    groups = reader.groups([row.id for row in found]) if entity == "member" else {}
    hidden = [(row, each) for row in found for each in reader.alone_all("member", groups.get(row.id, ()))]
    return [(row, str(each[title] or "")) for row, each in [*((row, row) for row in found), *hidden]]


def _plain(title: Any) -> str:
    return " ".join(str(title or "").casefold().split())


def _turn(verb: str) -> None:
    @swap.command(verb, help=f"{verb.capitalize()} an exchange.")
    @click.argument("id_", metavar="ID")
    @as_json
    @pass_session
    def command(session: Session, id_: str, as_json: bool) -> None:
        record = session.resolve("swap", id_)
        getattr(session.verbs.swaps, verb)(record)
        found = session.reader.get("swap", record)
        say(as_json, record_json(found), f"The exchange is now {found['state']}.")


for _verb in ("confirm", "decline", "dispute", "reverse"):
    _turn(_verb)


@click.command()
@click.argument("words", nargs=-1, metavar="MEMBER=HOURS …")
@click.option("--from", "source", type=FILE_OR_STDIN, metavar="FILE",
              help="JSON lines of member and minutes, as `balance --json` gives them; - for stdin.")  # fmt: skip
@as_json
@pass_session
def opening(session: Session, words: tuple[str, ...], source: Path | None, as_json: bool) -> None:
    """Bring in the hours that members had before, as one action; the circle's pot balances each."""
    if bool(words) == bool(source):
        raise Usage("opening", "Give either MEMBER=HOURS or --from FILE.")
    balances = _typed(session, words) if source is None else _listed(session, source)
    again = session.verbs.swaps.brought_in(balances)
    session.verbs.swaps.opening_balances(balances)
    told = f"Brought in the hours of {counted(len(balances), 'member', 'members')}."
    if again:
        told += f" {len(again)} of them had opening hours already, to which these were added; `undo` takes them back."
    document = {"ok": True, "members": len(balances), "pot": session.reader.pot()}
    say(as_json, {**document, "again": len(again)} if again else document, told)


def _typed(session: Session, words: tuple[str, ...]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for name, text in pairs(words, "MEMBER=HOURS").items():
        _keep(found, person(session, name), minutes_of(text), name)
    return found


def _listed(session: Session, source: Path) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for number, row in json_lines(lines_of(source)):
        who, minutes = row.get("member") or row.get("name"), row.get("minutes")
        if not who or row.get("removed"):
            continue  # the pot's own row, or of somebody who is in the circle no more
        if not isinstance(who, str) or type(minutes) is not int:
            raise InvalidValue("bad_line", "Line {line} needs a member and minutes.", field="line", line=number)
        _keep(found, _meant(session, who, row.get("name")), minutes, str(row.get("name") or who))
    return found


def _meant(session: Session, who: str, name: object) -> bytes:
    """Return a member by id; in another circle than the list's the id is nobody's, and the name says who is meant."""
    try:
        return person(session, who)
    except (InvalidValue, NotFound):
        if not isinstance(name, str) or not name or name == who:
            raise
        return person(session, name, exactly=True)


def _keep(found: dict[bytes, int], member: bytes, minutes: int, name: str) -> None:
    if member in found:
        raise InvalidValue("twice", "{name} stands there twice.", field="member", name=name)
    found[member] = minutes


COMMANDS = (balance, swap, opening)
