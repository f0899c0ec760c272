"""Fetching a circle again whose file on this laptop is damaged beyond mending, from its hub or a stick.

The laptop's keys are there still, so it asks as the laptop that it is, and begins with nothing. What answers is judged
as for getting back by a sheet: the list of laptops hashes to the circle, and names the certificate of its hub.
"""

from __future__ import annotations

from pathlib import Path

from learningcircles.errors import Refused
from learningcircles.laptop.backup import Restored
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.reaching import KnownHub, kept_hub
from learningcircles.laptop.refilling import check_damaged, refill
from learningcircles.surroundings import Surroundings
from learningcircles_sync import bundle
from learningcircles_sync.bundle import Told, nobody
from learningcircles_sync.dial import Transports, certificate_at, over_http
from learningcircles_sync.joining import Gathered, gather_bundle
from learningcircles_sync.protocol import PAGE_BYTES, SYNC_PATH
from learningcircles_sync.recovering import Asking, read_hub
from learningcircles_sync.renewal import Look


def refill_from_hub(
    home: Home,
    held: CircleFile,
    surroundings: Surroundings,
    transports: Transports = over_http,
    look: Look = certificate_at,
    *,
    hub: str = "",
    passphrase: str = "",
    told: Told = nobody,
) -> Restored:
    """Fetch a circle again from its hub: the one that was kept beside its file, or the one at `hub`.

    Whoever calls shares next, so that the rest comes and the hub places the new identity. Raises Unreachable, Refused
    where no hub is known, or the file can be read, NotAllowed where the hub does not know this laptop; everything is
    as it was then.
    """
    secrets = check_damaged(home, held, passphrase)
    known = kept_hub(held.path, held.circle_id, secrets.file_key)
    if hub:
        known = KnownHub(hub if "://" in hub else f"https://{hub}", None)
    if known is None:
        raise Refused(
            "no_hub_kept",
            "Where the hub of {name} is stands in its file, which cannot be read. Say where it is (--hub), or fetch the"
            " circle from a stick that another laptop has written (--bundle).",
            name=held.name,
        )
    asking = Asking(held.circle_id, secrets.device.id, secrets.device.sign, SYNC_PATH, PAGE_BYTES)
    gathered, _ = read_hub(known.url, known.fingerprint, asking, surroundings, transports, look)
    return _refilled(home, held, gathered, surroundings, passphrase, told)


def refill_from_bundle(
    home: Home,
    held: CircleFile,
    path: Path,
    surroundings: Surroundings,
    *,
    passphrase: str = "",
    told: Told = nobody,
) -> Restored:
    """Fetch a circle again from a stick that another laptop of it has written, with no network.

    Raises NotFound, Unreadable, Refused("other_circle"), NotAllowed; everything is as it was then. What does not fit
    into memory at once comes when the stick is read again. `told`: see `refill`.
    """
    if bundle.check_bundle(path, told).circle != held.circle_id:
        raise Refused("other_circle", "{path} holds another circle.", path=path)
    return _refilled(home, held, gather_bundle(path), surroundings, passphrase, told)


def _refilled(
    home: Home, held: CircleFile, gathered: Gathered, surroundings: Surroundings, passphrase: str, told: Told
) -> Restored:
    return refill(home, held, gathered.placed, gathered.proposals, gathered.segments, surroundings, passphrase, told)
