"""Commands on records: fields, add, edit, remove, restore, show, list, find, history, undo, redo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from learningcircles.circle.changes import Record
from learningcircles.entities.registry import ENTITIES
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError, InvalidValue, Usage
from learningcircles.phrase import in_hours
from learningcircles_ui.cli.listed import Listed
from learningcircles_ui.cli.output import (
    counted,
    dumps,
    history_json,
    record_json,
    say,
    say_lines,
    short,
)
from learningcircles_ui.cli.session import FILE_OR_STDIN, Session, as_json, pass_session
from learningcircles_ui.cli.values import dated, element_pairs, json_lines, lines_of, narrowed, pairs, resolved
from learningcircles_ui.cli.wording import Wording, history_row

NEAR = 2
"""The ring from which on other circles' publications are searched."""
FOUND = 50
"""How many of this circle's records `find` tells, where nothing else is asked for."""
_OF_MINORS = frozenset({"birth_year", "guardian", "emergency_contact"})


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
@click.option("--from", "source", type=FILE_OR_STDIN, metavar="FILE",
              help="JSON lines, one action; - for stdin.")  # fmt: skip
@as_json
@pass_session
def add(session: Session, entity: str, words: tuple[str, ...], source: Path | None, as_json: bool) -> None:
    """Add a record, or with --from many as one action."""
    if source is not None:
        if words:
            raise Usage("two_sources", "Give either FIELD=VALUE or --from, not both.")
        _add_lines(session, entity, source, as_json)
        return
    id_, _ = session.verbs.records.add(entity, resolved(session, entity, dated(session, entity, pairs(words))))
    _say_written(session, entity, id_, as_json, f"Added {_called(session, entity, id_)}: {short(id_)}")


def _called(session: Session, entity: str, id_: bytes) -> str:
    kind = declared(entity)
    name = Wording(session.reader).record(kind.name, id_)
    return name if name.startswith(kind.label.lower()) else f"{kind.label.lower()} {name}"


def _say_written(session: Session, entity: str, id_: bytes, as_json: bool, sentence: str, *, told: bool = True) -> None:
    """Answer with the record as it stands, and with what a member under 18 still needs (if `told`)."""
    record = session.reader.get(entity, id_)
    needs = session.verbs.people.hints(record) if told and record.entity == "member" else []
    document = record_json(record)
    say(as_json, {**document, "hints": needs} if needs else document, "\n".join([sentence, *needs]))


def _add_lines(session: Session, entity: str, source: Path, as_json: bool) -> None:
    kind = declared(entity)
    rows = json_lines(lines_of(source))
    ids = []
    with session.verbs.circle.group(f"Add {kind.plural.lower()}"):
        for number, row in rows:
            try:
                ids.append(session.verbs.records.add(entity, resolved(session, entity, row))[0])
            except CircleError as error:
                raise InvalidValue(
                    error.code, "Line {line}: {reason} Nothing was added.", field="line", line=number, reason=str(error)
                ) from error
    if as_json:
        for id_ in ids:
            click.echo(dumps(record_json(session.reader.get(entity, id_))))
    else:
        click.echo(f"Added {counted(len(ids), kind.label.lower(), kind.plural.lower())}.")


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
    """Change fields of a record; charter and settings need no ID."""
    if "=" in id_:
        id_, words = "", (id_, *words)
    if not (words or adds or drops):
        raise Usage("nothing_to_edit", "Say what to change: FIELD=VALUE, --add or --drop.")
    record = session.resolve(entity, id_)
    values = resolved(session, entity, dated(session, entity, pairs(words)))
    session.verbs.records.edit(entity, record, values, add=element_pairs(adds), drop=element_pairs(drops))
    _say_written(session, entity, record, as_json, "Changed.", told=bool(_OF_MINORS & values.keys()))


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


@click.command()
@click.argument("entity")
@click.argument("id_", metavar="ID", default="")
@as_json
@pass_session
def show(session: Session, entity: str, id_: str, as_json: bool) -> None:
    """Show a record."""
    record = session.reader.get(entity, session.resolve(entity, id_))
    swaps = [record.id] if record.entity == "swap" else []
    document = record_json(record) | counting(session, swaps).get(record.id, {})
    if as_json:
        click.echo(dumps(document))
        return
    words = Wording(session.reader)
    for name, value in document.items():
        held = record.get(name) if name in record.fields else value
        click.echo(f"{name:>18}  {words.value(record.entity, name, held, ids=True)}")


def counting(session: Session, swaps: Sequence[bytes]) -> dict[bytes, dict[str, Any]]:
    """Return exchange → what to tell of its hours, where its record says otherwise until that is settled."""
    asked = session.reader.hours_in_question(swaps) if swaps else {}
    told = {id_: f"{in_hours(minutes)} counted until it is settled in review" for id_, minutes in asked.items()}
    return {id_: {"counted_minutes": asked[id_], "in_question": words} for id_, words in told.items()}


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
    wanted = narrowed(session, entity, pairs(where))

    def found() -> Iterator[Record]:
        """Yield them: a circle may have more than memory would hold."""
        for page in session.reader.pages(kind.name, where=wanted, text=text, limit=limit, deleted=deleted):
            yield from page

    asked = counting(session, [each.id for each in found()]) if kind.name == "swap" else {}
    if as_json:
        say_lines(as_json, (record_json(each) | asked.get(each.id, {}) for each in found()), ())
        return
    words = Listed(session.reader, kind)
    rows = (words.row(each) | asked.get(each.id, {}) for each in found())
    say_lines(as_json, rows, (*words.columns, *(["in_question"] if asked else [])))


@click.command()
@click.argument("text")
@click.option("--ring", "--reach", type=click.IntRange(0, 5), default=5, help="0 private … 5 the web; default all.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=FOUND, help=f"At most so many of here; {FOUND}.")
@as_json
@pass_session
def find(session: Session, text: str, ring: int, limit: int, as_json: bool) -> None:
    """Find anything, here and in what other circles publish."""
    if not text.strip():
        raise Usage("no_words", "Say what to find: a word, or the beginning of one.")
    rows = found_rows(session, text, ring, limit + 1)
    here = [row for row in rows if row["circle"] is None]
    if len(here) > limit:
        rows.remove(here[-1])
    for row in rows if not as_json else ():
        row["what"] = declared(row["entity"]).label.lower()
    say_lines(as_json, rows, ("what", "title", "detail", "circle", "id"))
    if len(here) > limit:
        click.echo(f"There are more than these {limit}: --limit {10 * limit} finds more.", err=True)


def found_rows(session: Session, text: str, ring: int, limit: int = FOUND) -> list[dict[str, Any]]:
    """Return {"entity", "id", "title", "detail", "circle"} rows, `circle` null for this circle's own."""
    rows = [
        {"entity": hit.entity.lstrip("!"), "id": hit.id.hex(), "title": hit.title, "detail": hit.detail, "circle": None}
        for hit in session.reader.find(text, limit=limit)
    ]
    if ring >= NEAR:
        rows += [
            {
                "entity": str(item.body.get("kind", "item")),
                "id": item.id.hex(),
                "title": str(item.body.get("title") or item.body.get("name") or ""),
                "detail": str(item.body.get("topic") or ""),
                "circle": item.circle_name,
            }
            for item in session.reader.catalogue(text, today=session.verbs.desk.today())
        ]
    return rows


@click.command()
@click.argument("entity")
@click.argument("id_", metavar="ID", default="")
@as_json
@pass_session
def history(session: Session, entity: str, id_: str, as_json: bool) -> None:
    """Who changed what, when, on which laptop."""
    lines = session.reader.history(entity, session.resolve(entity, id_))
    words, kind = Wording(session.reader), declared(entity).name
    rows = (history_json(line) if as_json else history_row(words, kind, line) for line in lines)
    say_lines(as_json, rows, ("at", "who", "laptop", "label", "field", "before", "after"))


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


COMMANDS = (fields, add, edit, remove, show, list_records, find, history, undo, redo)
