"""A circle file with damaged pages: what can be read of its journal goes on in a new file (see storage.salvage)."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle import create
from learningcircles.circle.opened import Secrets
from learningcircles.crypto.pages import IV_BYTES
from learningcircles.errors import CircleError, Unreadable
from learningcircles.laptop.backup import aside_for, put_in_place
from learningcircles.laptop.files import cannot_write
from learningcircles.laptop.founding import secrets_of
from learningcircles.laptop.home import DAMAGED, CircleFile, Home, coming, remove_files
from learningcircles.laptop.identity import Identity
from learningcircles.laptop.kept_lists import kept_lists
from learningcircles.laptop.sequencing import is_keeper, place_pending
from learningcircles.storage.alone import has_met_nobody, is_alone
from learningcircles.storage.connect import plain_errors
from learningcircles.storage.copy import settle_file
from learningcircles.storage.entered_again import Missing
from learningcircles.storage.letting_go import LetGo, LettingGo
from learningcircles.storage.salvage import STEPS, Salvage, Told, is_damaged, salvage
from learningcircles.surroundings import Surroundings, real

SENTENCES = {
    "whole": "The file of this circle was damaged. Everything in it was brought over.",
    "gaps": "The file of this circle was damaged. What could not be read of it comes back when this laptop shares with"
    " the hub or another laptop.",
    "again": "The file of this circle was damaged. Nothing is missing: all that its lists showed was brought over; of"
    " some of it nobody knows any more who had entered it, and what it said before.",
    "alone": "The file of this circle was damaged. What could not be read of it is here no more, and neither a hub nor"
    " another laptop has it. The damaged file is kept beside it.",
    "lost": "The file of this circle was damaged, and some of what this laptop had not shared yet could not be read.",
}


COUNTED = ("member", "swap", "meetup")
_OTHER_TROUBLE = ("disk_full", "read_only", "busy", "cancelled")
"""What stands in the way, and is not the file's damage."""


class Salvaged(NamedTuple):
    """What came of it: a key of SENTENCES, and where the damaged file lies.

    `gaps`: something that had been shared is missing; `alone`: no hub and no other laptop has it; `lost`: something
    that had not been shared could not be read, and is in no list either. `counts`: how many
    records there are now, by entity; `missing`: how many could not be read, and are not here either. `untold`: how many
    changes that nobody else has are gone, None where nobody can tell; `waiting`: how many that wait for their place in
    the list of laptops; `list_lost`: some of that list itself is.
    """

    how: str
    aside: Path
    gaps: bool
    alone: bool
    counts: dict[str, int]
    missing: tuple[Missing, ...] = ()
    lost: bool = False
    untold: int | None = 0
    waiting: int = 0
    list_lost: bool = False

    @property
    def sentence(self) -> str:
        """The sentence that says so."""
        return SENTENCES[self.how]


def salvage_file(
    home: Home,
    held: CircleFile,
    passphrase: str = "",
    surroundings: Surroundings | None = None,
    told: Told = lambda done, whole: None,
) -> Salvaged | None:
    """Make a new file of a damaged one and set that aside; None where all pages can be read.

    `told` hears how far it is; what it raises ends it. Raises Unreadable where nothing can be saved, with everything
    as it was, Locked without the passphrase, Refused where the disk is full or cannot be written.
    """
    secrets = secrets_of(home, held, passphrase)
    if not is_damaged(held.path, secrets.file_key, secrets.device.id):
        return None
    aside = aside_for(held.path, DAMAGED)
    # Set aside first: what was written until then is read, and nothing is written into it any more.
    with home.alone(), home.moved(held.path, aside):
        fresh = coming(held.path)
        remove_files(fresh)
        try:
            keyring = Identity(home, held.circle_id, surroundings or real(), passphrase)
            saved = _made_anew(held.path, aside, fresh, secrets, keyring, told)
            put_in_place(fresh, held.path)
        except OSError as error:
            raise cannot_write(fresh, error) from error
        except CircleError as error:
            if error.code in _OTHER_TROUBLE:
                raise
            raise Unreadable(
                "not_saved", "{path} is damaged, and nothing in it can be saved.", path=held.path
            ) from error
        finally:
            remove_files(fresh)
    return saved


def _made_anew(path: Path, aside: Path, fresh: Path, secrets: Secrets, keyring: Identity, told: Told) -> Salvaged:
    """Make the file `fresh` of what can be read of the one that stands aside, and fold it. `path`: for its errors."""
    world = keyring.surroundings
    with plain_errors(path):
        kept = partial(kept_lists, keyring.home, path, keyring.circle_id, secrets.file_key)
        found = salvage(aside, fresh, secrets.file_key, told, world.random(IV_BYTES), secrets.device.id, kept)
        mark = keyring.home.mark(keyring.circle_id, secrets.device.id)
        with closing(create.open_circle(fresh, secrets, world, mark, keyring)) as circle:
            alone = is_alone(circle)
            list_gone = has_met_nobody(circle) and is_keeper(circle) and circle.rosters.whole_at() > 0
            sifted = LettingGo(circle).let_go(found.rest, list_gone=list_gone)
            if list_gone:
                with circle.transaction():
                    circle.rosters.give_up()
                place_pending(circle)  # what could be read beyond what is damaged
            counts = {entity: circle.reader.count(entity) for entity in COUNTED}
            settle_file(circle.connection, keep_wal=False)
        told(STEPS, STEPS)
    gaps = found.gaps or bool(sifted.segments)
    how, lost = _how(found, sifted, alone=alone), _is_lost(found, sifted)
    untold = None if lost and sifted.unsure else sifted.untold
    return Salvaged(
        how, aside, gaps, alone, counts, sifted.missing, lost, untold, found.unread, alone and found.list_lost
    )


def _is_lost(found: Salvage, sifted: LetGo) -> bool:
    gone = sifted.untold > 0 or sifted.unsure
    return found.unread > 0 or (found.lost and gone) or (sifted.lost and (gone or not sifted.again))


def _how(found: Salvage, sifted: LetGo, *, alone: bool) -> str:
    """Return the key of SENTENCES for what came of it."""
    lost = _is_lost(found, sifted)
    if alone and (sifted.missing or found.list_lost or lost):
        return "alone"
    if lost:
        return "lost"
    if not alone and (found.gaps or sifted.segments or sifted.missing):
        return "gaps"
    return "again" if sifted.again else "whole"
