"""Commands on what people wrote on the hub's pages: inbox, inbox accept, inbox decline."""

from __future__ import annotations

import click

from learningcircles_ui.cli.output import record_json, say, say_lines
from learningcircles_ui.cli.session import Session, as_json, pass_session


@click.group(invoke_without_command=True)
@click.option("--all", "everything", is_flag=True, help="Answered ones too.")
@as_json
@pass_session
@click.pass_context
def inbox(context: click.Context, session: Session, everything: bool, as_json: bool) -> None:
    """Answers and sign-ups from people without the app."""
    if context.invoked_subcommand is None:
        rows = [record_json(each) for each in session.verbs.inbox.signups("" if everything else "waiting")]
        say_lines(as_json, rows, ("id", "kind", "name", "contact", "words", "state"))


@inbox.command()
@click.argument("signup", metavar="ID")
@as_json
@pass_session
def accept(session: Session, signup: str, as_json: bool) -> None:
    """Say yes; who signed up for a meetup is expected there."""
    id_ = session.resolve("signup", signup)
    session.verbs.inbox.accept(id_)
    say(as_json, record_json(session.reader.get("signup", id_)), "Accepted.")


@inbox.command()
@click.argument("signup", metavar="ID")
@as_json
@pass_session
def decline(session: Session, signup: str, as_json: bool) -> None:
    """Say no."""
    id_ = session.resolve("signup", signup)
    session.verbs.inbox.decline(id_)
    say(as_json, record_json(session.reader.get("signup", id_)), "Declined.")


COMMANDS = (inbox,)
