"""Asking for a list of laptops again of which so much is missing here that it does not name the circle's hub any more.

It then names none, or one that the circle has left. Where the hub is was kept beside the file; what answers there is
judged as where a damaged file is filled again.
"""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.laptop.reaching import kept_hub
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings
from learningcircles_sync.dial import Transports
from learningcircles_sync.protocol import SYNC_PATH
from learningcircles_sync.recovering import Asking, read_hub
from learningcircles_sync.renewal import Look


def list_again(circle: Circle, surroundings: Surroundings, transports: Transports, look: Look) -> bool:
    """Ask the hub that was kept for the list, where some of it is missing and it names another one, or none.

    Return whether it was asked. Raises what `read_hub` raises.
    """
    known = kept_hub(circle.path, circle.id, circle.secrets.file_key) if Exchange(circle).lacks_list() else None
    if known is None or known.url == circle.roster.hub:
        return False
    asking = Asking(circle.id, circle.secrets.device.id, circle.secrets.device.sign, SYNC_PATH)
    gathered, _ = read_hub(known.url, known.fingerprint, asking, surroundings, transports, look)
    Exchange(circle).receive_roster(gathered.placed, gathered.proposals)
    return True
