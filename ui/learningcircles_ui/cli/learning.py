"""What somebody learned: the command `learned`, its line of `batch`, and `topics`."""

from __future__ import annotations

from typing import Any

import click

from learningcircles.entities.learning import INFORMAL, KINDS
from learningcircles.errors import Usage
from learningcircles_ui.cli.exchanges import minutes_of, person
from learningcircles_ui.cli.output import counted, record_json, say, say_lines, short
from learningcircles_ui.cli.session import Session, as_json, pass_session
from learningcircles_ui.cli.steps import Parts, Step
from learningcircles_ui.cli.values import as_typed, dated, on_day

_MAY = ("kind", "on", "minutes", "field", "place", "with_whom", "notes")
_OPTIONS = {name: f"--{name}" for name in ("on", "field", "place", "minutes", "notes")} | {"with_whom": "--with"}


@click.command()
@click.argument("member")
@click.argument("topic")
@click.option("--kind", type=click.Choice(KINDS), default=INFORMAL, help="How it was learned; informal if left out.")
@click.option("--minutes", type=int)
@click.option("--hours", "hours_", help="1.5 or 1:30.")
@click.option("--on", default=None, metavar="DATE", help="2026-11-20, “yesterday”, “12 May”; today if left out.")
@click.option("--field", default=None, metavar="CODE", help="Its field of learning (ISCED-F 2013), such as 0732.")
@click.option("--place", default=None)
@click.option("--with", "with_whom", default=None, metavar="NAMES", help="With or from whom.")
@click.option("--notes", default=None)
@as_json
@pass_session
def learned(session: Session, /, member: str, topic: str, hours_: str | None, as_json: bool, **fields: Any) -> None:
    """Note that MEMBER (id or name) learned TOPIC."""
    if fields["minutes"] is not None and hours_ is not None:
        raise Usage("learned_time", "Give either --minutes or --hours.")
    if hours_ is not None:
        fields["minutes"] = minutes_of(hours_)
    given = dated(session, "learning", {name: value for name, value in fields.items() if value is not None})
    who = person(session, member)
    with as_typed(_OPTIONS):
        id_, _ = session.verbs.learning.note(who, topic, **given)
    say(
        as_json,
        record_json(session.reader.get("learning", id_)),
        f"Noted learning {short(id_)}{on_day(fields['on'], given.get('on'))}.",
    )


@click.command()
@as_json
@pass_session
def topics(session: Session, as_json: bool) -> None:
    """What the circle teaches and learns: how many people offer each topic, ask for it, have learned it how."""
    subjects = session.reader.subjects(today=session.verbs.desk.today())
    if as_json:
        learned = ({kind: row.learned.get(kind, 0) for kind in KINDS} for row in subjects)
        rows = ({"topic": row.name, "offers": row.offers, "asks": row.asks} for row in subjects)
        say_lines(True, (row | how for row, how in zip(rows, learned, strict=True)), ())
        return
    for row in subjects:
        offers, asks = counted(row.offers, "offers", "offer"), counted(row.asks, "asks", "ask")
        how = ", ".join(f"{count} {kind.replace('_', '-')}" for kind in KINDS if (count := row.learned.get(kind, 0)))
        click.echo(f"{row.name}: {offers} it, {asks} for it; learned by {how or 'nobody yet'}")


def note(session: Session, step: Step) -> dict[str, Any]:
    """Do a line {"do": "learned", …}; a kind may be left out: informal."""
    given = {name: step[name] for name in _MAY if name in step}
    id_, _ = session.verbs.learning.note(session.resolve("member", step["member"], "member"), step["topic"], **given)
    return {"id": id_.hex()}


VERBS = {"learned": (note, Parts(("member", "topic"), _MAY))}
COMMANDS = (learned, topics)
