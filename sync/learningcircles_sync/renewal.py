"""A hub's new TLS certificate: laptops take it on the word of the hub's key alone, which the roster names.

A hub says at `GET /v1/hub`, signed with its key, which certificate it shows. A laptop that meets another one than it
has pinned reads this over the very connection that shows it: an impostor can neither sign its own certificate nor
show the one that was signed. What the hub said before its last entry in the roster is out of date. The hub then
enters the new fingerprint in the roster of each circle that it keeps, as soon as one of its laptops shares.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from learningcircles.errors import Unreachable
from learningcircles.trust.roster import Roster
from learningcircles_sync.dial import Transports
from learningcircles_sync.line import ask_hub

Look = Callable[[str], bytes | None]
"""address → the fingerprint of the certificate that is shown there."""


def renewed(roster: Roster, transports: Transports, look: Look) -> bytes:
    """Return the fingerprint that the circle's hub shows and vouches for; raises Unreachable for anybody else."""
    shown = look(roster.hub)
    with closing(transports(roster.hub, shown)) as transport:
        told = ask_hub(transport)
    stale = told.time <= roster.state.hub_since_ms
    if shown is None or told.key != roster.sequencer or told.fingerprint != shown or stale:
        raise Unreachable(
            "wrong_certificate",
            "The hub at {url} does not show the certificate that this circle knows. Nothing was sent. If it was set"
            " up anew, its steward has a code with which the circle joins it again.",
            url=roster.hub,
        )
    return shown
