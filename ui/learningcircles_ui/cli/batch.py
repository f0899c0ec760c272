"""`batch`: JSON lines in, one changeset each, one JSON line out, flushed only when what it reports is durable.

A program may keep one `batch -` open for hours; it sees what the desktop writes meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui.cli import circles, learning, member, share
from learningcircles_ui.cli.at_once import in_commits, waiting_lines
from learningcircles_ui.cli.exchanges import balance_rows
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import dumps, history_json, record_json, review_json
from learningcircles_ui.cli.records import found_rows
from learningcircles_ui.cli.session import FILE_OR_STDIN, Session, pass_session
from learningcircles_ui.cli.steps import Parts, Step, check, parsed
from learningcircles_ui.cli.values import chunks_of, narrowed, resolved

Reply = dict[str, Any]


@click.command()
@click.argument("file", type=FILE_OR_STDIN)
@pass_session
def batch(session: Session, file: Path) -> None:
    """Read verbs as JSON lines from FILE (- for stdin) and answer each with a JSON line."""
    circle = session.verbs.circle  # first: a circle that does not open is an error of the command
    for lines in waiting_lines(chunks_of(file)):
        for replies in in_commits(circle, lines, lambda line: answer(session, line), _stands_alone):
            click.echo("".join(f"{dumps(reply)}\n" for reply in replies), nl=False)


def answer(session: Session, line: tuple[int, bytes]) -> Reply:
    """Do one line, given with its number; an error is a reply, and the next line is read."""
    number, words = line
    try:
        with lazy("learningcircles.storage.connect").plain_errors():
            return {"ok": True, **do(session, parsed(words, number))}
    except CircleError as error:
        return failed(error.code, str(error), str(error.params.get("field", "")))


def failed(code: str, message: str, field: str = "") -> Reply:
    """Return the reply of something that did not happen; `field` is what the line would have to say otherwise."""
    return {"ok": False, "error": {"code": code, "message": message, **({"field": field} if field else {})}}


def do(session: Session, step: Step) -> Reply:
    """Do one step; raises CircleError."""
    name = step.get("do")
    verb = VERBS.get(name) if isinstance(name, str) else None
    if verb is None:
        if name is None:
            raise InvalidValue("unknown_verb", "This line has no verb: it needs {field}.", field="do")
        raise InvalidValue("unknown_verb", "There is no verb {verb}.", field="do", verb=name)
    return verb.action(session, check(str(name), step, verb.parts))


class Verb(NamedTuple):
    """What a verb does, and the parts of its lines."""

    action: Callable[[Session, Step], Reply]
    parts: Parts = Parts()


def _add(session: Session, step: Step) -> Reply:
    id_, _ = session.verbs.records.add(step["entity"], resolved(session, step["entity"], step["fields"]))
    return {"id": id_.hex()}


def _edit(session: Session, step: Step) -> Reply:
    if not {"fields", "add", "drop"} & step.keys():
        raise InvalidValue("missing", "{verb} needs {field}.", field="fields", verb="edit")
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
    people = [session.resolve("member", step[name], name) for name in ("provider", "receiver")]
    id_, _ = session.verbs.swaps.record(
        people[0], people[1], step["minutes"], step.get("topic", ""), step.get("on"), step.get("notes", ""),
        step.get("source", "in person"), proposed=step.get("proposed"),
    )  # fmt: skip
    return {"id": id_.hex()}


def _turn(verb: str) -> Callable[[Session, Step], Reply]:
    def turn(session: Session, step: Step) -> Reply:
        id_ = session.resolve("swap", step["swap"], "swap")
        told = {"source": step["source"]} if "source" in step else {}
        getattr(session.verbs.swaps, verb)(id_, **told)
        return {"id": id_.hex()}

    return turn


def _attend(session: Session, step: Step) -> Reply:
    meetup = session.resolve("meetup", step["meetup"], "meetup")
    if "headcount" in step:
        session.verbs.meetups.headcount(meetup, step["headcount"])
        return {"id": meetup.hex()}
    member = session.resolve("member", step["member"], "member") if step.get("member") else None
    id_, _ = session.verbs.meetups.attend(
        meetup, member=member, guest_name=step.get("name", ""), state=step.get("state", "attended")
    )
    return {"id": id_.hex()}


def _rsvp(session: Session, step: Step) -> Reply:
    meetup = session.resolve("meetup", step["meetup"], "meetup")
    member = session.resolve("member", step["member"], "member") if step.get("member") else None
    id_, _ = session.verbs.meetups.rsvp(meetup, member, step.get("answer", "yes"), name=step.get("name", ""))
    return {"id": id_.hex()}


def _told(session: Session, step: Step) -> Reply:
    id_ = session.resolve("rsvp", step["rsvp"], "rsvp")
    session.verbs.meetups.told([id_])
    return {"id": id_.hex()}


def _opening(session: Session, step: Step) -> Reply:
    minutes = {session.resolve("member", member, "balances"): value for member, value in step["balances"].items()}
    session.verbs.swaps.opening_balances(minutes)
    return {}


def _group(session: Session, step: Step) -> Reply:
    results: list[Reply] = []
    with session.verbs.circle.group(step.get("label") or "Several changes") as action:
        for number, inner in enumerate(step["steps"], 1):
            try:
                results.append({"ok": True, **_within(session, inner)})
            except CircleError as error:
                field = str(error.params.get("field", "")) or "steps"
                raise InvalidValue(error.code, "Step {step}: {reason} Nothing was changed.", field=field,
                                   step=number, reason=str(error)) from error  # fmt: skip
    return {"id": action.hex(), "results": results}


def _within(session: Session, inner: Any) -> Reply:
    if not isinstance(inner, dict):
        raise InvalidValue("bad_step", "This step is not a JSON object.", field="steps")
    if inner.get("do") in ("sync", "check", "group", "undo", "redo"):
        raise InvalidValue("not_in_group", "{verb} cannot stand in a group.", field="do", verb=inner["do"])
    return do(session, inner)


def _show(session: Session, step: Step) -> Reply:
    return {"record": record_json(session.reader.get(step["entity"], _id(session, step)))}


def _list(session: Session, step: Step) -> Reply:
    limit = step.get("limit")
    if limit is not None and limit < 1:
        raise InvalidValue("bad_limit", "A limit is 1 or more.", field="limit")
    found = session.reader.list(
        step["entity"],
        where=narrowed(session, step["entity"], step.get("where") or {}),
        text=step.get("text", ""),
        limit=limit,
        deleted=step.get("deleted", False),
    )
    return {"records": [record_json(record) for record in found]}


def _find(session: Session, step: Step) -> Reply:
    return {"records": found_rows(session, step["text"], step.get("ring", 5))}


def _history(session: Session, step: Step) -> Reply:
    lines = session.reader.history(step["entity"], _id(session, step))
    return {"records": [history_json(line) for line in lines]}


def _review(session: Session, step: Step) -> Reply:
    if "resolve" in step:
        if "take" not in step:
            raise InvalidValue("missing", "{verb} needs {field}.", field="take", verb="review")
        session.verbs.review.resolve(step["resolve"], step["take"])
        return {"id": step["resolve"]}
    review = session.verbs.review
    items = [*review.items(), *(review.others() if step.get("every") else ())]
    return {"records": [review_json(item) for item in items]}


def _balance(session: Session, step: Step) -> Reply:
    return {"records": balance_rows(session, step.get("member"))}


def _undo(session: Session, step: Step) -> Reply:
    return {"sentence": session.verbs.undo.undo().sentence}


def _redo(session: Session, step: Step) -> Reply:
    return {"sentence": session.verbs.undo.redo().sentence}


def _inbox(session: Session, step: Step) -> Reply:
    return {"records": [record_json(each) for each in session.verbs.inbox.signups()]}


def _answer(session: Session, step: Step) -> Reply:
    id_ = session.resolve("signup", step["signup"], "signup")
    session.verbs.inbox.answer(id_, step["state"])
    return {"id": id_.hex()}


def _check(session: Session, step: Step) -> Reply:
    document = circles.check_of(session, rebuild=step.get("rebuild", False))
    return document if document["ok"] else {**document, **failed("not_in_order", " ".join(document["problems"]))}


def _stands_alone(line: tuple[int, bytes]) -> bool:
    """Return whether a line may use the network or look at the whole file: such a one commits by itself."""
    return b'"sync"' in line[1] or b'"check"' in line[1]


def _id(session: Session, step: Step) -> bytes:
    return session.resolve(step["entity"], step.get("id", ""), "id")


_RECORD = ("entity", "id")
_WHO = ("member", "name")
VERBS: dict[str, Verb] = {
    "add": Verb(_add, Parts(("entity", "fields"))),
    "edit": Verb(_edit, Parts(("entity",), ("id", "fields", "add", "drop"))),
    "remove": Verb(_remove, Parts(_RECORD)),
    "restore": Verb(_restore, Parts(_RECORD)),
    "swap": Verb(_swap, Parts(("provider", "receiver", "minutes"), ("topic", "on", "notes", "source", "proposed"))),
    "confirm": Verb(_turn("confirm"), Parts(("swap",), ("source",))),
    **{verb: Verb(_turn(verb), Parts(("swap",))) for verb in ("decline", "dispute", "reverse")},
    **{name: Verb(verb, parts) for name, (verb, parts) in {**member.VERBS, **learning.VERBS}.items()},
    "attend": Verb(_attend, Parts(("meetup",), (*_WHO, "state", "headcount"))),
    "rsvp": Verb(_rsvp, Parts(("meetup",), (*_WHO, "answer"))),
    "told": Verb(_told, Parts(("rsvp",))),
    "inbox": Verb(_inbox),
    "answer": Verb(_answer, Parts(("signup", "state"))),
    "opening_balances": Verb(_opening, Parts(("balances",))),
    "group": Verb(_group, Parts(("steps",), ("label",))),
    "show": Verb(_show, Parts(("entity",), ("id",))),
    "list": Verb(_list, Parts(("entity",), ("where", "text", "limit", "deleted"))),
    "find": Verb(_find, Parts(("text",), ("ring",))),
    "history": Verb(_history, Parts(("entity",), ("id",))),
    "review": Verb(_review, Parts((), ("resolve", "take", "every"))),
    "balance": Verb(_balance, Parts((), ("member",))),
    "undo": Verb(_undo),
    "redo": Verb(_redo),
    "status": Verb(lambda session, step: circles.status_of(session)),
    "check": Verb(_check, Parts((), ("rebuild",))),
    "sync": Verb(lambda session, step: share.sync_now(session)),
}

COMMANDS = (batch,)
