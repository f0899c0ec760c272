"""Commands that share: sync, bundle, receipt, leave; and joining, which shares too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learningcircles.errors import Locked, NotAllowed, NotFound, Refused, Unreadable
from learningcircles_ui.cli.lazy import lazy
from learningcircles_ui.cli.output import Meter, counted, say, span
from learningcircles_ui.cli.session import FILE, Session, as_json, pass_session
from learningcircles_ui.cli.wording import UNCOUNTED, copy_kind, erasure_lines

if TYPE_CHECKING:
    from learningcircles.circle.circle import Circle
    from learningcircles.laptop.home import Home
    from learningcircles.laptop.inviting import Invited
    from learningcircles.laptop.sheets import NewSheet
    from learningcircles.trust.invitation import Invitation
    from learningcircles.trust.recovery import Sheet
    from learningcircles_sync.engine import Engine

AGAIN_S = 5.0
"""How often laptops beside each other ask for news, besides at once when one of them has some."""


def engine(session: Session) -> Engine:
    """Return what shares the circle that is open."""
    made: Engine = lazy("learningcircles_sync.engine").Engine(
        session.home, session.verbs, lazy("learningcircles.surroundings").real()
    )
    return made


def sync_now(session: Session) -> dict[str, Any]:
    """Share with the hub now; returns the keys of `sync --json`."""
    return dict(engine(session).share().as_json())


def join_hub(session: Session, code: str) -> None:
    """Bring the circle to a hub."""
    engine(session).admit(code)


def join_circle(
    session: Session, invitation: str, person: str, device: str, stick: Path | None, beside: str | int
) -> None:
    """Join by invitation, over the network or from a stick, and take the circle into use.

    `beside`: HOST:PORT of the laptop to join through, or for how many seconds one is looked for. Where this laptop is
    in the circle already, and not all of it has come, the rest is fetched instead.
    """
    world = lazy("learningcircles.surroundings").real()
    if "://" not in invitation and Path(invitation).is_file():
        invitation = lazy("learningcircles_ui.parts.qr").read_code(Path(invitation))
    elif "://" not in invitation and Path(invitation).suffix:
        raise NotFound("no_file", "There is no file {path}.", path=invitation)
    parsed = lazy("learningcircles.trust.invitation").read_invitation(invitation)
    who = (session.home, parsed, person, device)
    if stick is None and _is_arriving(session, parsed.circle):
        _share_first(session, f"http://{beside}" if isinstance(beside, str) else None)
    elif stick is not None:
        session.use(lazy("learningcircles_sync.joining").join_from_bundle(*who, stick, world))
    elif isinstance(beside, str):
        _join_beside(session, *who, f"http://{beside}")
    else:
        entering = lazy("learningcircles_sync.entering")
        joined = entering.join(*who, world, looking=entering.Looking(seconds=beside))
        session.use(joined.circle)
        _share_first(session, joined.beside)
    # Only what came with sharing says what the circle is called.
    session.use(lazy("learningcircles.laptop.joining").name_file(session.home, session.verbs.circle))


def _join_beside(session: Session, home: Home, invitation: Invitation, person: str, device: str, url: str) -> None:
    world = lazy("learningcircles.surroundings").real()
    circle = lazy("learningcircles_sync.entering").join_beside(home, invitation, person, device, world, url)
    if circle is None:
        raise NotAllowed("nobody_lets_in", "The laptop at {url} does not know this invitation.", url=url)
    session.use(circle)
    _share_first(session, url)


def _is_arriving(session: Session, circle: bytes) -> bool:
    """Return whether a circle is here of which not all has come, and take it into use then."""
    held = session.home.by_id(circle)
    if held is None:
        return False
    session.circle = str(held.path)
    return bool(lazy("learningcircles.laptop.joining").is_arriving(session.verbs.circle))


def _share_first(session: Session, beside: str | None) -> None:
    """Share as one who has just joined; where the line or the disk fails, the laptop is in the circle all the same."""
    try:
        with _telling(session) as shared:
            if beside:
                shared.share_beside(beside)
            else:
                shared.share()
    except NotAllowed:
        raise
    except Refused as error:
        told = f"{error} This laptop is in the circle all the same. Share again later."
        says_so = error.code == lazy("learningcircles_sync.engine").REST_TO_COME
        click.echo(error if says_so else told, err=True)


@contextmanager
def _telling(session: Session) -> Iterator[Engine]:
    """Give what shares, and tell at a terminal how much has come, while it comes."""
    meter, shared = Meter(), engine(session)
    shared.talking.told = lambda come, whole: meter.told(
        f"Fetching what the circle wrote: {come * 100 // max(whole, 1)} %"
    )
    try:
        yield shared
    finally:
        meter.told("")


def invite(session: Session, right: str, uses: int, days: int, publish: bool) -> Invited:
    """Invite a laptop; the hub is told at once if it can be reached."""
    made: Invited = lazy("learningcircles_sync.doors").invite(engine(session), right, uses, days, publish=publish)
    return made


def save_invitation(text: str, file: Path) -> None:
    """Write an invitation: a picture of its code for FILE.png or FILE.svg, otherwise as text."""
    data, form = (text + "\n").encode(), file.suffix.lower().lstrip(".")
    if form in ("png", "svg"):
        # A drawing says in words what it shows: whoever reads it here looks for those, and draws nothing.
        words = {"desc": text} if form == "svg" else {}
        drawn = lazy("io").BytesIO()
        lazy("segno").make(text, error="m", micro=False).save(drawn, kind=form, scale=8, border=4, **words)
        data = drawn.getvalue()
    lazy("learningcircles.laptop.files").write_whole(file, data)


def revoke(session: Session, device: bytes, since: int | None = None) -> bool:
    """Shut a laptop out; the hub is told at once if it can be reached. Returns whether it holds already."""
    holds: bool = lazy("learningcircles_sync.doors").shut_out(engine(session), device, since)
    return holds


def tell(session: Session, change: Callable[[Circle], bool]) -> bool:
    """Change the list of laptops; the hub is told at once if it can be reached. Returns whether it holds already."""
    holds: bool = lazy("learningcircles_sync.doors").tell(engine(session), change)
    return holds


def new_sheet(session: Session) -> NewSheet:
    """Make a recovery sheet; the hub is told at once if it can be reached."""
    made: NewSheet = lazy("learningcircles_sync.doors").new_sheet(engine(session))
    return made


def name_of(session: Session) -> str:
    """Return what the circle is called."""
    charter = session.reader.find_one("!charter", session.verbs.circle.id)
    return str(charter.get("name", "")) if charter else session.verbs.circle.path.stem


def recover_from_hub(session: Session, sheet: Sheet, person: str, device: str) -> None:
    """Get a circle back from its hub, and share, so that the hub gives this laptop its place."""
    world = lazy("learningcircles.surroundings").real()
    recovering = lazy("learningcircles_sync.recovering")
    session.use(recovering.recover_from_hub(session.home, sheet, person, device, world))
    _share_first(session, None)


def recover_from_stick(session: Session, sheet: Sheet, person: str, device: str, stick: Path, hub_gone: bool) -> None:
    """Get a circle back from a stick."""
    world = lazy("learningcircles.surroundings").real()
    recovering = lazy("learningcircles_sync.recovering")
    session.use(recovering.recover_from_bundle(session.home, sheet, person, device, stick, world, hub_gone=hub_gone))


def state(session: Session) -> dict[str, Any]:
    """Return the sharing part of `status --json`."""
    held = engine(session).state()
    return {
        "waiting": held.waiting,
        "to_carry": held.to_carry,
        "last_shared": held.last_shared_ms,
        "hub": held.hub,
        "clock_off_s": held.clock_off_ms // 1000,
        "to_come": held.coming[1] - held.coming[0] if held.coming else 0,
    }


def last_heard(session: Session, device: bytes) -> int | None:
    """Return the time (ms since 1970, by its own clock) of the newest change of a laptop that has arrived here."""
    heard: int | None = lazy("learningcircles.storage.heard").last_word(session.verbs.circle, device)
    return heard


@click.command()
@as_json
@pass_session
def sync(session: Session, as_json: bool) -> None:
    """Share with the hub now."""
    with _telling(session) as shared:
        done = shared.share()
    sentence = f"Shared: {_passed(done.sent, done.received)}"
    say(as_json, done.as_json(), "\n".join([sentence, *done.sentences, *set_aside(session)]))
    warn_of_clock(session)


def _passed(sent: int, received: int) -> str:
    return f"{counted(sent, 'parcel', 'parcels')} sent, {received} received."


def set_aside(session: Session) -> list[str]:
    """Return a sentence where work does not count and waits for an organizer: this laptop's own, or, on an organizer's,
    that of others.
    """
    circle, rescue = session.verbs.circle, session.verbs.rescue
    if circle.shut_out:
        return []
    if circle.right != "organizer":
        own = rescue.own_actions()
        kept = counted(own, "change of this laptop does", "changes of this laptop do")
        told = (
            f"{kept} not count, since what it may do was changed meanwhile. Nothing is lost: an organizer can take in"
        )
        lines = [f"{told} what waits, and rescue show lists it."] if own else []
        return lines + erasure_lines(rescue.own_erasures(), circle.secrets.device.id)
    bundles = rescue.bundles()
    names = [each.name or each.device.hex()[:8] for each in bundles if each.actions or each.sealed]
    lines = [f"Work of {', '.join(names)} that does not count waits to be taken in: see rescue list."] if names else []
    for each in bundles:
        if each.erasures:
            name = each.name or each.device.hex()[:8]
            who = ", ".join(row.name or row.member.hex()[:8] for row in each.erasures)
            lines += [
                f"{name} had erased {who}. That does not count, {UNCOUNTED}. To erase one of them again: rescue take"
                f' "{name}" --erase "NAME".'
            ]
    return lines


def warn_of_clock(session: Session) -> None:
    """Say on stderr that this laptop's clock is five minutes or more off, as far as is known, and by whose word."""
    believing = lazy("learningcircles.circle.believing")
    off, hub = believing.word(session.verbs.circle)
    if abs(off) < believing.WARNS_MS:
        return
    way = "behind" if off > 0 else "ahead of"
    told = f"This laptop's clock is {span(abs(off))} {way} the hub's. Please set right whichever of them is wrong."
    others = f"This laptop's clock is {span(abs(off))} behind what others have written. Please set it right."
    click.echo(told if hub else others, err=True)


@click.command()
@click.option("--seconds", type=click.IntRange(1, 86_400), default=60, help="How long to wait and share; 60.")
@click.option("--with", "address", metavar="HOST:PORT", help="Share once with the laptop that answers there.")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="Answer at this port; a free one otherwise.")
@as_json
@pass_session
def beside(session: Session, seconds: int, address: str | None, port: int, as_json: bool) -> None:
    """Share with laptops of this circle on the same network, without hub or internet."""
    shared = engine(session)
    if address is not None:
        done = shared.share_beside(f"http://{address}")
        sentences = [f"Shared: {_passed(done.sent, done.received)}", *done.sentences]
        say(as_json, done.as_json(), "\n".join(sentences))
        return
    told, erased = _share_beside(session, shared, seconds, port)
    met = counted(told["beside"], "laptop was", "laptops were")
    sentences = [f"{met} beside this one: {_passed(told['sent'], told['received'])}", shared.state().told_out, *erased]
    say(as_json, told, "\n".join(filter(None, sentences)))


def _share_beside(session: Session, shared: Engine, seconds: int, port: int) -> tuple[dict[str, int], list[str]]:
    """Offer the circle and share with whoever appears, until the time is over, or Ctrl+C is pressed.

    Also return who was erased by that.
    """
    lan, clock = lazy("learningcircles_sync.lan.beside"), lazy("time").monotonic
    before, sent = _from_others(session), 0  # first: visitors may come before the offering is announced
    met: set[str] = set()
    until, erased = clock() + seconds, list[Any]()
    with lazy("learningcircles_ui.cli.until").until_ctrl_c() as news:
        offered = lan.offer(session.verbs.circle, arrived=news.tell, changed=news.tell, port=port)
        try:
            while (left := until - clock()) > 0 and not news.wait(min(left, AGAIN_S)):
                met |= {address.host for address in offered.addresses()}  # who starts again answers at another port
                for outcome in offered.share_round(shared.share_beside).outcomes:
                    sent += outcome.sent
                    erased += outcome.erased
        finally:
            offered.stop()
    received = _from_others(session) - before  # what visitors have brought as well, who are seen by nothing else
    outcome = lazy("learningcircles_sync.outcome")
    erased += outcome.erased_here(session.verbs.circle)
    told = {
        "beside": max(len(met), min(received, 1)),
        "sent": sent,
        "received": received,
        "waiting": shared.state().waiting,
        "erased": outcome.members_in(erased),
    }
    return told, [str(outcome.erased_phrase(each)) for each in erased]


def _from_others(session: Session) -> int:
    """Return how many parcels of other laptops are here."""
    circle = session.verbs.circle
    have = lazy("learningcircles.storage.exchange").Exchange(circle).have()
    return sum(seq for (_, device), seq in have.items() if device != circle.secrets.device.id)


@click.group()
def bundle() -> None:
    """Share by a USB stick."""


@bundle.command("write")
@click.argument("file", type=FILE)
@as_json
@pass_session
def write_bundle(session: Session, file: Path, as_json: bool) -> None:
    """Write everything that this laptop has into FILE."""
    done = engine(session).write_bundle(file)
    parcels = counted(done.segments, "parcel", "parcels")
    sentence = f"{file} holds {parcels}, {done.new} of them new."
    say(as_json, done.as_json(), "\n".join([sentence, *done.sentences]))


@bundle.command("read")
@click.argument("file", type=FILE)
@as_json
@pass_session
def read_bundle(session: Session, file: Path, as_json: bool) -> None:
    """Take in what FILE brings; reading it twice is harmless."""
    done = engine(session).read_bundle(file)
    sentence = f"Taken in: {done.new} new of {counted(done.segments, 'parcel', 'parcels')}."
    say(as_json, done.as_json(), "\n".join([sentence, *done.sentences]))


@click.command()
@click.argument("file", type=FILE)
@as_json
@pass_session
def receipt(session: Session, file: Path, as_json: bool) -> None:
    """Learn from FILE what its writer has now."""
    held = engine(session).read_receipt(file)
    sentence = f"{counted(held.waiting, 'change waits', 'changes wait')} to be shared."
    say(as_json, {"waiting": held.waiting}, sentence)


@click.command()
@click.option("--bundle", "stick", type=FILE, help="Write what waits into this file first.")
@click.option(
    "--anyway", is_flag=True, help="Leave although something was never shared, or the circle goes with this laptop."
)
@as_json
@pass_session
def leave(session: Session, stick: Path | None, anyway: bool, as_json: bool) -> None:
    """Remove this circle from this laptop, after what waits is shared or written onto a stick."""
    held = session.held
    copies: list[dict[str, Any]] = []
    try:
        lazy("learningcircles_sync.doors").part(engine(session), stick, anyway=anyway)
        copies = [each._asdict() for each in lazy("learningcircles.laptop.copies").staying(session.verbs.circle)]
    except (Locked, Unreadable):
        if not anyway:  # else it goes although it cannot even be opened
            raise
    except Refused as error:
        if error.code not in ("last_laptop", "last_to_run"):
            raise
        raise Refused(error.code, "{sentence} Then leave with --anyway.", sentence=str(error)) from error
    finally:
        session.close()
    lazy("learningcircles.laptop.leaving").leave(session.home, held)
    lazy("learningcircles_ui.remembered").forget(session.home.folder, held.circle_id)
    lines = ["The circle is removed from this laptop."]
    lines += ["What was written from it stays where it was put:"] if copies else []
    lines += [f"  {copy_kind(copy['kind'])} {copy['where']}" for copy in copies]
    say(as_json, {"ok": True, "circle": held.circle_id.hex(), "copies": copies}, "\n".join(lines))


COMMANDS = (sync, beside, bundle, receipt, leave)
