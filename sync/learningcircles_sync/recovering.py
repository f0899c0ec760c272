"""Getting a circle back whose laptops are gone: its recovery sheet, and its hub or a stick.

As for joining, roster and logs are read first; the sheet's signature opens the hub's door. Who has typed only the
words knows where the hub is, but not its certificate: whether the right hub answered is seen from the roster that
it gave, which hashes to the circle on the sheet and names the certificate of its hub.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import NotAllowed, Refused, Unreachable
from learningcircles.laptop import joining
from learningcircles.laptop.home import Home
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings
from learningcircles.trust.recovery import Sheet
from learningcircles.trust.roster import Roster
from learningcircles_sync import bundle
from learningcircles_sync.bundle import Told, nobody
from learningcircles_sync.dial import Transports, certificate_at, over_http
from learningcircles_sync.joining import Gathered, gather, gather_bundle, take_rest
from learningcircles_sync.line import Line, ask_hub
from learningcircles_sync.peers import peer_name
from learningcircles_sync.protocol import FIRST_BYTES, JOIN_PATH
from learningcircles_sync.renewal import Look


def recover_from_hub(
    home: Home,
    sheet: Sheet,
    person: str,
    device: str,
    surroundings: Surroundings,
    transports: Transports = over_http,
    look: Look = certificate_at,
) -> Circle:
    """Get a circle back from the hub that the sheet names. Whoever calls shares next, so that the hub places it.

    So comes the rest of a circle that is larger than a first page.

    Raises Unreachable, NotAllowed where the hub does not know the sheet (any more), Refused; nothing is left behind
    then.
    """
    joining.check_new(home, sheet.circle, by_sheet=True)
    if not sheet.hub:
        raise Refused("sheet_no_hub", "Say where the hub is: its address is printed on the sheet.")
    url = sheet.hub if "://" in sheet.hub else f"https://{sheet.hub}"
    asking = Asking(sheet.circle, sheet.id, sheet.sign)
    try:
        gathered, key = read_hub(url, sheet.fingerprint, asking, surroundings, transports, look)
    except NotAllowed as error:
        if error.code != "invitation_unknown":  # what the hub says of any key that opens no door there
            raise
        raise NotAllowed(
            "sheet_unknown",
            "The hub does not know this recovery sheet: a newer one has cancelled it, or the laptop that printed it has"
            " not shared with the hub since.",
        ) from error
    circle = _begin(home, sheet, person, device, gathered, surroundings, take_over=None)
    Exchange(circle).note_peer(peer_name(key), gathered.theirs, surroundings.now_ms())
    return circle


def recover_from_bundle(
    home: Home,
    sheet: Sheet,
    person: str,
    device: str,
    path: Path,
    surroundings: Surroundings,
    *,
    hub_gone: bool = False,
    told: Told = nobody,
) -> Circle:
    """Get a circle back from a stick, with no network. `hub_gone`: its hub is lost too, this laptop keeps the list.
    `told`: see `join_from_bundle`.

    Raises NotFound, Unreadable, Refused("other_circle"), NotAllowed; nothing is left behind then.
    """
    joining.check_new(home, sheet.circle, by_sheet=True)
    checked = bundle.check_bundle(path, told)
    if checked.circle != sheet.circle:
        raise Refused("other_circle", "{path} holds another circle than the recovery sheet.", path=path)
    gathered = gather_bundle(path)
    circle = _begin(home, sheet, person, device, gathered, surroundings, take_over=hub_gone or None, told=told)
    take_rest(circle, path, gathered, told, checked.segments)
    return circle


def _begin(
    home: Home, sheet: Sheet, person: str, device: str, gathered: Gathered, surroundings: Surroundings,
    *, take_over: bool | None, told: Told = nobody,
) -> Circle:  # fmt: skip
    circle = joining.recover(
        home, sheet, person, device, gathered.placed, gathered.proposals, gathered.segments, surroundings,
        take_over=take_over, whole=gathered.whole, told=told,
    )  # fmt: skip
    return joining.name_file(home, circle)


class Asking(NamedTuple):
    """Who asks a hub for a circle, and where: whoever has a key that opens its door. `page_bytes`: see `gather`."""

    circle: bytes
    signer: bytes
    sign: SigningKey
    path: str = JOIN_PATH
    page_bytes: int = FIRST_BYTES


def read_hub(
    url: str,
    fingerprint: bytes | None,
    asking: Asking,
    surroundings: Surroundings,
    transports: Transports,
    look: Look,
) -> tuple[Gathered, bytes]:
    """Return what the hub at an address holds of a circle, and the hub's key.

    A certificate that is not known is taken if the circle's list of laptops, which came over it, names it. Raises
    Unreachable where it does not, or nobody answers, NotAllowed where the hub does not let who asks in.
    """
    seen = fingerprint
    try:
        gathered, key = _read(url, seen, asking, surroundings, transports)
    except Unreachable as error:
        if error.code != "wrong_certificate":
            raise
        seen = look(url)
        gathered, key = _read(url, seen, asking, surroundings, transports)
    roster = Roster.replay(gathered.placed, gathered.proposals, circle=asking.circle)
    if seen is not None and roster.fingerprint != seen:
        raise Unreachable(
            "wrong_certificate",
            "The hub at {url} does not show the certificate that this circle knows. Nothing was sent.",
            url=url,
        )
    return gathered, key


def _read(
    url: str, fingerprint: bytes | None, asking: Asking, surroundings: Surroundings, transports: Transports
) -> tuple[Gathered, bytes]:
    with closing(transports(url, fingerprint)) as transport:
        hub = ask_hub(transport)
        line = Line(transport, hub.key, asking.signer, asking.sign, surroundings.now_ms)
        return gather(line, asking.circle, asking.path, asking.page_bytes), hub.key
