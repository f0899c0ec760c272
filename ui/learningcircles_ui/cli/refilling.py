"""What brings a circle back whose file is damaged beyond mending: told, and done."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learningcircles.errors import NotFound, Refused, Unreadable, Usage
from learningcircles_ui.cli import share
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import say
from learningcircles_ui.cli.session import FILE, Session, as_json, pass_session, passphrase

if TYPE_CHECKING:
    from learningcircles.laptop.home import CircleFile


@click.command()
@click.option("--hub", metavar="ADDRESS", help="Where the hub is, if this laptop does not know it any more.")
@click.option("--bundle", type=FILE, help="From a stick that another laptop of the circle has written.")
@as_json
@pass_session
def refill(session: Session, hub: str | None, bundle: Path | None, as_json: bool) -> None:
    """Fetch the circle again, from its hub or a stick, where its file here is damaged beyond mending.

    The damaged file is kept beside the new one. This laptop goes on under a new identity in the circle.
    """
    if hub and bundle:
        raise Usage("hub_or_bundle", "Say --hub or --bundle, not both.")
    held, refilling = held_or_gone(session), lazy("learningcircles_sync.refilling")
    world, word = lazy("learningcircles.surroundings").real(), passphrase()
    if bundle is not None:
        done = refilling.refill_from_bundle(session.home, held, bundle, world, passphrase=word)
        share.engine(session).read_bundle(bundle)
    else:
        done = refilling.refill_from_hub(session.home, held, world, hub=hub or "", passphrase=word)
        with suppress(Refused):  # the next share brings the rest
            share.sync_now(session)
    circle, is_there = session.verbs.circle, done.set_aside is not None and done.set_aside.is_file()
    document = {
        "ok": True,
        "circle": held.circle_id.hex(),
        "file": str(held.path),
        "device": circle.secrets.device.id.hex(),
        "set_aside": str(done.set_aside) if is_there else None,
    }
    count = session.reader.count("member")
    left = f"damaged file, which lies at {done.set_aside}" if is_there else "file that is gone"
    sentence = (
        f"The circle was fetched again (members: {count}), and this laptop goes on under a new identity in it."
        f" What it had not shared is only in the {left}."
    )
    say(as_json, document, sentence)


def held_or_gone(session: Session) -> CircleFile:
    """Return the circle that is meant, be it that its file is gone."""
    try:
        return session.held
    except NotFound as error:
        if error.code != "file_gone":
            raise
    home, named = lazy("learningcircles.laptop.home"), session.circle
    gone: list[CircleFile] = [row for row in session.home.missing() if named is None or home.is_named(row, named)]
    if len(gone) > 1:
        raise home.which_circle(gone)
    return gone[0]


def with_ways(session: Session, error: Unreadable) -> Unreadable:
    """Return an error of a file that cannot be mended, with what brings the circle back from elsewhere."""
    ways = lazy("learningcircles.laptop.ways_back").ways_back(session.home, session.held)
    told = [f'from the backup of {day} (restore --replace "{path}")' for day, path in ways.backups[:1]]
    told += [
        "from its hub (circle refill)" if ways.hub else "from its hub, if it has one (circle refill --hub ADDRESS)"
    ]
    told += ["or from a stick of another laptop of the circle (circle refill --bundle FILE)"]
    template = "{sentence} It is left as it is. The circle comes back {ways}."
    return Unreadable(error.code, template, sentence=str(error), ways=", ".join(told))
