"""`batch`: JSON lines in, one changeset each, one JSON line out, flushed only when what it reports is durable.

A program may keep one `batch -` open for hours; it sees what the desktop writes meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, TextIO

import click

from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui.cli import circles, share
from learningcircles_ui.cli.output import dumps, history_json, record_json, review_json
from learningcircles_ui.cli.records import balance_rows
from learningcircles_ui.cli.session import Session, pass_session
from learningcircles_ui.cli.values import resolved

Reply = dict[str, Any]
Step = dict[str, Any]


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8"))
@pass_session
def batch(session: Session, file: TextIO) -> None:
    """Read verbs as JSON lines from FILE (- for stdin) and answer each with a JSON line."""
    session.verbs  # noqa: B018  # open first: a circle that does not open is an error of the command
    for reply in answers(session, file):
        click.echo(dumps(reply))


def answers(session: Session, lines: Any) -> Iterator[Reply]:
    """Yield the reply to each line; an error is a reply, and the next line is read."""
    for line in lines:
        if line.strip():
            yield answer(session, line)


def answer(session: Session, line: str) -> Reply:
    """Do one line."""
    try:
        step = json.loads(line)
        if not isinstance(step, dict):
            raise ValueError
    except ValueError:
        return failed("bad_line", "This line is not a JSON object.")
    try:
        return {"ok": True, **do(session, step)}
    except CircleError as error:
        return failed(error.code, str(error))


def failed(code: str, message: str) -> Reply:
    """Return the reply of something that did not happen."""
    return {"ok": False, "error": {"code": code, "message": message}}


def do(session: Session, step: Step) -> Reply:
    """Do one step; raises CircleError."""
    verb = step.get("do")
    action = _VERBS.get(str(verb))
    if action is None:
        raise InvalidValue("unknown_verb", "There is no verb {verb}.", field="do", verb=verb)
    try:
        return action(session, step)
    except KeyError as error:
        raise InvalidValue("missing", "{verb} needs {field}.", field=str(error.args[0]), verb=verb) from error


def _add(session: Session, step: Step) -> Reply:
    id_, _ = session.verbs.records.add(step["entity"], resolved(session, step["entity"], step["fields"]))
    return {"id": id_.hex()}


def _edit(session: Session, step: Step) -> Reply:
    id_ = _id(session, step)
    fields = resolved(session, step["entity"], step.get("fields") or {})
    session.verbs.records.edit(step["entity"], id_, fields, add=step.get("add"), drop=step.get("drop"))
    return {"id": id_.hex()}


def _remove(session: Session, step: Step) -> Reply:
    id_ = _id(session, step)
    session.verbs.records.remove(step["entity"], id_)
    return {"id": id_.hex()}


def _restore(session: Session, step: Step) -> Reply:
    id_ = _id(session, step)
    session.verbs.records.restore(step["entity"], id_)
    return {"id": id_.hex()}


def _swap(session: Session, step: Step) -> Reply:
    people = [session.resolve("member", step[name]) for name in ("provider", "receiver")]
    id_, _ = session.verbs.swaps.record(
        people[0], people[1], step["minutes"], step.get("topic", ""), step.get("on"), step.get("notes", ""),
        step.get("source", "in person"), proposed=step.get("proposed"),
    )  # fmt: skip
    return {"id": id_.hex()}


def _turn(verb: str) -> Callable[[Session, Step], Reply]:
    def turn(session: Session, step: Step) -> Reply:
        id_ = session.resolve("swap", step["swap"])
        getattr(session.verbs.swaps, verb)(id_)
        return {"id": id_.hex()}

    return turn


def _attend(session: Session, step: Step) -> Reply:
    meetup = session.resolve("meetup", step["meetup"])
    if "headcount" in step:
        session.verbs.meetups.headcount(meetup, step["headcount"])
        return {"id": meetup.hex()}
    member = session.resolve("member", step["member"]) if step.get("member") else None
    id_, _ = session.verbs.meetups.attend(
        meetup, member=member, guest_name=step.get("name", ""), state=step.get("state", "attended")
    )
    return {"id": id_.hex()}


def _rsvp(session: Session, step: Step) -> Reply:
    meetup = session.resolve("meetup", step["meetup"])
    member = session.resolve("member", step["member"]) if step.get("member") else None
    id_, _ = session.verbs.meetups.rsvp(meetup, member, step.get("answer", "yes"), name=step.get("name", ""))
    return {"id": id_.hex()}


def _opening(session: Session, step: Step) -> Reply:
    minutes = {session.resolve("member", member): value for member, value in step["balances"].items()}
    session.verbs.swaps.opening_balances(minutes)
    return {}


def _group(session: Session, step: Step) -> Reply:
    results: list[Reply] = []
    with session.verbs.circle.group(str(step.get("label") or "Several changes")):
        for number, inner in enumerate(step["steps"], 1):
            if inner.get("do") in ("sync", "group", "undo", "redo"):
                raise InvalidValue("not_in_group", "Step {step}: {verb} cannot stand in a group.", field="steps",
                                   step=number, verb=inner.get("do"))  # fmt: skip
            try:
                results.append({"ok": True, **do(session, inner)})
            except CircleError as error:
                raise InvalidValue(error.code, "Step {step}: {reason} Nothing was changed.", field="steps",
                                   step=number, reason=str(error)) from error  # fmt: skip
    return {"results": results}


def _show(session: Session, step: Step) -> Reply:
    return {"record": record_json(session.reader.get(step["entity"], _id(session, step)))}


def _list(session: Session, step: Step) -> Reply:
    where = resolved(session, step["entity"], step.get("where") or {})
    found = session.reader.list(
        step["entity"],
        where=where,
        text=step.get("text", ""),
        limit=step.get("limit"),
        deleted=bool(step.get("deleted")),
    )
    return {"records": [record_json(record) for record in found]}


def _find(session: Session, step: Step) -> Reply:
    hits = session.reader.find(step["text"])
    return {"records": [{"entity": hit.entity, "id": hit.id.hex(), "title": hit.title} for hit in hits]}


def _history(session: Session, step: Step) -> Reply:
    lines = session.reader.history(step["entity"], _id(session, step))
    return {"records": [history_json(line) for line in lines]}


def _review(session: Session, step: Step) -> Reply:
    if "resolve" in step:
        session.verbs.review.resolve(step["resolve"], step["take"])
        return {"id": step["resolve"]}
    return {"records": [review_json(item) for item in session.verbs.review.items()]}


def _balance(session: Session, step: Step) -> Reply:
    return {"records": balance_rows(session, step.get("member"))}


def _undo(session: Session, step: Step) -> Reply:
    return {"sentence": session.verbs.undo.undo().sentence}


def _redo(session: Session, step: Step) -> Reply:
    return {"sentence": session.verbs.undo.redo().sentence}


def _id(session: Session, step: Step) -> bytes:
    return session.resolve(step["entity"], step.get("id", ""))


_VERBS: dict[str, Callable[[Session, Step], Reply]] = {
    "add": _add,
    "edit": _edit,
    "remove": _remove,
    "restore": _restore,
    "swap": _swap,
    **{verb: _turn(verb) for verb in ("confirm", "decline", "dispute", "reverse")},
    "attend": _attend,
    "rsvp": _rsvp,
    "opening_balances": _opening,
    "group": _group,
    "show": _show,
    "list": _list,
    "find": _find,
    "history": _history,
    "review": _review,
    "balance": _balance,
    "undo": _undo,
    "redo": _redo,
    "status": lambda session, step: circles.status_of(session),
    "check": lambda session, step: circles.check_of(session, rebuild=bool(step.get("rebuild"))),
    "sync": lambda session, step: share.sync_now(session),
}
