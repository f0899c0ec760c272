"""`review`: what two laptops changed apart from each other, and exchanges that both have recorded."""

from __future__ import annotations

from typing import Any

import click

from learningcircles.circle.changes import Record
from learningcircles.errors import InvalidValue, NotFound, Refused
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import counted, dumps, plain, review_json, say
from learningcircles_ui.cli.session import Session, as_json, pass_session
from learningcircles_ui.cli.wording import review_lines, twin_lines


@click.group(invoke_without_command=True)
@click.option(
    "--every",
    "--all",
    "every",
    is_flag=True,
    help="Also what two laptops wrote apart and nobody is asked about.",
)
@as_json
@pass_session
@click.pass_context
def review(context: click.Context, session: Session, every: bool, as_json: bool) -> None:
    """What two laptops changed apart from each other."""
    if context.invoked_subcommand is None:
        items = [*session.verbs.review.items(), *(session.verbs.review.others() if every else ())]
        for line in map(dumps, map(review_json, items)) if as_json else review_lines(session.reader, items):
            click.echo(line)


@review.command("resolve")
@click.argument("id_", metavar="ID")
@click.option("--take", type=click.Choice(["kept", "other"]), required=True)
@as_json
@pass_session
def resolve(session: Session, id_: str, take: str, as_json: bool) -> None:
    """Settle one: keep what stands, or take the other."""
    try:
        session.verbs.review.resolve(id_, take)
    except Refused as error:
        if error.code != lazy("learningcircles.circle.review_verbs").SAY_ANEW:
            raise
        raise Refused(
            error.code,
            "This is not changed by an answer here, since hours may hang on it. Say once more of the two whether they"
            " are one: member merge, member part or member different; of exchanges review same or review different.",
        ) from error
    say(as_json, {"ok": True, "id": id_}, "Settled.")


@review.command("take-all")
@click.argument("laptop", metavar="LAPTOP")
@click.option("--others", is_flag=True, help="Instead all that nobody is asked about.")
@as_json
@pass_session
def take_all(session: Session, laptop: str, others: bool, as_json: bool) -> None:
    """Settle everything by what one laptop wrote: its name, or the beginning of its id. One action."""
    device, review = device_of(session, laptop), session.verbs.review
    before = len(review.others() if others else review.items())
    review.take_all(device, others=others)
    settled = before - len(review.others() if others else review.items())
    say(as_json, {"ok": True, "settled": settled}, f"{counted(settled, 'question is', 'questions are')} settled.")


def device_of(session: Session, word: str) -> bytes:
    """Return the laptop with this name, or whose id begins so; raises NotFound or InvalidValue."""
    devices = session.verbs.circle.roster.devices
    names = {record.id: str(record.get("name", "")) for record in session.reader.list("device")}
    found = [id_ for id_ in devices if names.get(id_, "").casefold() == word.casefold()]
    found = found or [id_ for id_ in devices if len(word) >= 6 and id_.hex().startswith(word.lower())]
    if not found:
        raise NotFound("no_device", "There is no laptop {id} in this circle.", id=word)
    if len(found) > 1:
        raise InvalidValue("which_device", "Several laptops are called {id}: give an id.", field="laptop", id=word)
    return found[0]


@review.command("exchanges")
@as_json
@pass_session
def exchanges(session: Session, as_json: bool) -> None:
    """Exchanges that two laptops have probably recorded both: the same people and day, nearly the same time."""
    pairs = session.reader.twin_swaps()
    for line in map(dumps, map(_twins, pairs)) if as_json else twin_lines(session.reader, pairs):
        click.echo(line)


def _twins(pair: tuple[Record, Record]) -> dict[str, Any]:
    one, other = pair
    return {
        "one": one.id.hex(),
        "other": other.id.hex(),
        "provider": plain(one["provider"]),
        "receiver": plain(one["receiver"]),
        "on": one["on"],
        "minutes": one["minutes"],
        "other_minutes": other["minutes"],
    }


@review.command("same")
@click.argument("one", metavar="EXCHANGE")
@click.argument("other", metavar="EXCHANGE")
@as_json
@pass_session
def same(session: Session, one: str, other: str, as_json: bool) -> None:
    """Two records are one exchange: the later one is taken back."""
    session.verbs.merging.same_exchange(session.resolve("swap", one), session.resolve("swap", other))
    say(as_json, {"ok": True}, "The later one is taken back.")


@review.command("different")
@click.argument("one", metavar="EXCHANGE")
@click.argument("other", metavar="EXCHANGE")
@as_json
@pass_session
def different(session: Session, one: str, other: str, as_json: bool) -> None:
    """Both exchanges took place: nobody is asked again."""
    session.verbs.merging.different_exchanges(session.resolve("swap", one), session.resolve("swap", other))
    say(as_json, {"ok": True}, "Noted.")


COMMANDS = (review,)
