"""Commands on records: fields, add, edit, remove, restore, show, list, find, history, undo, redo, review, balance."""

from __future__ import annotations

from typing import Any

import click

from learningcircles.entities.registry import ENTITIES
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError, InvalidValue, NotFound, Usage
from learningcircles_ui.cli.output import dumps, history_json, hours, plain, record_json, review_json, say, say_lines
from learningcircles_ui.cli.session import Session, as_json, pass_session
from learningcircles_ui.cli.values import element_pairs, json_lines, pairs, resolved


@click.command()
@click.argument("entity", required=False)
@as_json
def fields(entity: str | None, as_json: bool) -> None:
    """What can be set: field, kind, label, limits."""
    kinds = [declared(entity)] if entity else list(ENTITIES.values())
    rows = [
        {
            "entity": kind.name.lstrip("!"),
            "field": field.name,
            "kind": field.kind.value,
            "many": field.many,
            "required": field.required,
            "label": field.label,
            "choices": list(field.choices),
            "least": field.least,
            "most": field.most,
        }
        for kind in kinds
        for field in kind.fields
        if kind.name != "item"
    ]
    say_lines(as_json, rows, ("entity", "field", "kind", "label", "choices"))


@click.command()
@click.argument("entity")
@click.argument("words", nargs=-1, metavar="FIELD=VALUE …")
@click.option("--from", "source", type=click.File("r", encoding="utf-8"), help="JSON lines, one action; - for stdin.")
@as_json
@pass_session
def add(session: Session, entity: str, words: tuple[str, ...], source: Any, as_json: bool) -> None:
    """Add a record, or with --from many as one action."""
    if source is not None:
        _add_lines(session, entity, source, as_json)
        return
    id_, _ = session.verbs.records.add(entity, resolved(session, entity, pairs(words)))
    say(as_json, record_json(session.reader.get(entity, id_)), f"Added {declared(entity).label.lower()} {id_.hex()}.")


def _add_lines(session: Session, entity: str, source: Any, as_json: bool) -> None:
    rows = json_lines(source)
    kind = declared(entity)
    ids = []
    with session.verbs.circle.group(f"Add {kind.plural.lower()}"):
        for number, row in enumerate(rows, 1):
            try:
                ids.append(session.verbs.records.add(entity, resolved(session, entity, row))[0])
            except CircleError as error:
                raise InvalidValue(
                    error.code, "Line {line}: {reason} Nothing was added.", field="line", line=number, reason=str(error)
                ) from error
    if as_json:
        for id_ in ids:
            click.echo(dumps({"id": id_.hex()}))
    else:
        click.echo(f"Added {len(ids)} {kind.plural.lower()}.")


@click.command()
@click.argument("entity")
@click.argument("id_", metavar="ID")
@click.argument("words", nargs=-1, metavar="FIELD=VALUE …")
@click.option("--add", "adds", multiple=True, metavar="FIELD=VALUE", help="Add to a list field.")
@click.option("--drop", "drops", multiple=True, metavar="FIELD=VALUE", help="Take out of a list field.")
@as_json
@pass_session
def edit(
    session: Session, entity: str, id_: str, words: tuple[str, ...], adds: tuple[str, ...], drops: tuple[str, ...],
    as_json: bool,
) -> None:  # fmt: skip
    """Change fields of a record."""
    record = session.resolve(entity, id_)
    values = resolved(session, entity, pairs(words))
    session.verbs.records.edit(entity, record, values, add=element_pairs(adds), drop=element_pairs(drops))
    say(as_json, record_json(session.reader.get(entity, record)), "Changed.")


def _simple(verb: str, done: str) -> click.Command:
    @click.command(verb, help=f"{verb.capitalize()} a record.")
    @click.argument("entity")
    @click.argument("id_", metavar="ID")
    @as_json
    @pass_session
    def command(session: Session, entity: str, id_: str, as_json: bool) -> None:
        record = session.resolve(entity, id_)
        getattr(session.verbs.records, verb)(entity, record)
        say(as_json, record_json(session.reader.get(entity, record)), done)

    return command


remove = _simple("remove", "Removed. It can be restored.")
restore_record = _simple("restore", "Restored.")


@click.command()
@click.argument("entity")
@click.argument("id_", metavar="ID", required=False, default="")
@as_json
@pass_session
def show(session: Session, entity: str, id_: str, as_json: bool) -> None:
    """Show a record."""
    document = record_json(session.reader.get(entity, session.resolve(entity, id_)))
    if as_json:
        click.echo(dumps(document))
        return
    for name, value in document.items():
        click.echo(f"{name:>18}  {', '.join(map(str, value)) if isinstance(value, list) else value}")


@click.command("list")
@click.argument("entity")
@click.option("--where", multiple=True, metavar="FIELD=VALUE")
@click.option("--text", default="", help="Words that the record must hold.")
@click.option("--limit", type=click.IntRange(min=1))
@click.option("--deleted", is_flag=True, help="Removed ones too.")
@as_json
@pass_session
def list_records(
    session: Session, entity: str, where: tuple[str, ...], text: str, limit: int | None, deleted: bool, as_json: bool
) -> None:
    """List records."""
    kind = declared(entity)
    narrowed = resolved(session, entity, pairs(where))
    found = session.reader.list(kind.name, where=narrowed, text=text, limit=limit, deleted=deleted)
    say_lines(as_json, map(record_json, found), ("id", kind.title))


@click.command()
@click.argument("text")
@click.option("--ring", "--reach", type=click.IntRange(0, 5), default=5, help="0 private … 5 the web; default all.")
@as_json
@pass_session
def find(session: Session, text: str, ring: int, as_json: bool) -> None:
    """Find anything, here and in what other circles publish."""
    rows = [
        {"entity": hit.entity.lstrip("!"), "id": hit.id.hex(), "title": hit.title, "detail": hit.detail, "circle": None}
        for hit in session.reader.find(text)
    ]
    if ring >= 2:
        rows += [
            {
                "entity": str(item.body.get("kind", "item")),
                "id": item.id.hex(),
                "title": str(item.body.get("title") or item.body.get("name") or ""),
                "detail": str(item.body.get("topic") or ""),
                "circle": item.circle_name,
            }
            for item in session.reader.catalogue(text)
        ]
    say_lines(as_json, rows, ("entity", "title", "detail", "circle", "id"))


@click.command()
@click.argument("entity")
@click.argument("id_", metavar="ID", default="")
@as_json
@pass_session
def history(session: Session, entity: str, id_: str, as_json: bool) -> None:
    """Who changed what, when, on which laptop."""
    lines = session.reader.history(entity, session.resolve(entity, id_))
    say_lines(as_json, map(history_json, lines), ("at", "label", "field", "before", "after"))


@click.command()
@as_json
@pass_session
def undo(session: Session, as_json: bool) -> None:
    """Take back this laptop's last action."""
    done = session.verbs.undo.undo()
    say(as_json, {"ok": True, "sentence": done.sentence}, done.sentence)


@click.command()
@as_json
@pass_session
def redo(session: Session, as_json: bool) -> None:
    """Do again what was undone last."""
    done = session.verbs.undo.redo()
    say(as_json, {"ok": True, "sentence": done.sentence}, done.sentence)


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def review(context: click.Context, as_json: bool) -> None:
    """What two laptops changed apart from each other."""
    session: Session = context.find_object(Session)  # type: ignore[assignment]  # always there: see main
    if context.invoked_subcommand is None:
        rows = map(review_json, session.verbs.review.items())
        say_lines(as_json, rows, ("id", "entity", "field", "kept", "other"))


@review.command("resolve")
@click.argument("id_", metavar="ID")
@click.option("--take", type=click.Choice(["kept", "other"]), required=True)
@as_json
@pass_session
def resolve(session: Session, id_: str, take: str, as_json: bool) -> None:
    """Settle one: keep what stands, or take the other."""
    session.verbs.review.resolve(id_, take)
    say(as_json, {"ok": True, "id": id_}, "Settled.")


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
        click.echo(f"{hours(row['minutes']):>10}  {row['name'] or 'the pot'}")


def balance_rows(session: Session, member: str | None) -> list[dict[str, Any]]:
    """Return {"member", "name", "minutes"} rows, the pot with member null."""
    reader = session.reader
    if member:
        found = reader.get("member", session.resolve("member", member))
        return [{"member": found.id.hex(), "name": found.get("name", ""), "minutes": reader.balance(found.id)}]
    people = reader.list("member", order="name")
    held = reader.balances([person.id for person in people])
    rows = [{"member": p.id.hex(), "name": p.get("name", ""), "minutes": held.get(p.id, 0)} for p in people]
    return [*rows, {"member": None, "name": None, "minutes": reader.pot()}]


@click.group(invoke_without_command=True)
@click.option("--from", "provider", metavar="MEMBER", help="Who gave.")
@click.option("--to", "receiver", metavar="MEMBER", help="Who received.")
@click.option("--minutes", type=int)
@click.option("--hours", "hours_", type=float)
@click.option("--topic", default="")
@click.option("--on", default=None, metavar="DATE", help="2026-11-20; today if left out.")
@click.option("--notes", default="")
@click.option("--source", default="in person", help="Slip number, in person, phone, message.")
@click.option("--proposed", is_flag=True, help="Wait for both people's word.")
@as_json
@click.pass_context
def swap(context: click.Context, /, **options: Any) -> None:
    """Record an exchange of learning time, or confirm, decline, dispute, reverse one."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.find_object(Session)  # type: ignore[assignment]  # always there: see main
    if not options["provider"] or not options["receiver"]:
        raise Usage("swap_people", "An exchange needs --from MEMBER and --to MEMBER.")
    if (options["minutes"] is None) == (options["hours_"] is None):
        raise Usage("swap_time", "An exchange needs either --minutes or --hours.")
    minutes = options["minutes"] if options["minutes"] is not None else round(options["hours_"] * 60)
    id_, _ = session.verbs.swaps.record(
        person(session, options["provider"]), person(session, options["receiver"]), minutes, options["topic"],
        options["on"], options["notes"], options["source"], proposed=options["proposed"] or None,
    )  # fmt: skip
    say(options["as_json"], record_json(session.reader.get("swap", id_)), f"Recorded exchange {id_.hex()}.")


def person(session: Session, word: str) -> bytes:
    """Return the member of an id's beginning, or of a name that only one member has."""
    try:
        return session.resolve("member", word)
    except (InvalidValue, NotFound):
        found = session.reader.list("member", text=word, limit=3)
        exact = [record for record in found if str(record["name"]).casefold() == word.casefold()] or found
        if len(exact) == 1:
            return exact[0].id
        if not exact:
            raise NotFound("no_member", "There is no member {name}.", name=word) from None
        raise InvalidValue(
            "which_member", "Several members match {name}: give an id.", field="member", name=word
        ) from None


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

COMMANDS = (fields, add, edit, remove, show, list_records, find, history, undo, redo, review, balance, swap)
__all__ = ["COMMANDS", "balance_rows", "person", "plain", "restore_record"]
