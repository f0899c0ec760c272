"""What a laptop does before it shares: places, follows, publishes, numbers, mends, and closes its open tail."""

from __future__ import annotations

from contextlib import suppress

from learningcircles.circle.believing import ASKS_MS, is_doubtful, may_write
from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.following import follow
from learningcircles.errors import Refused
from learningcircles.laptop.daily import forget_erased
from learningcircles.laptop.erasing import erase_again, let_rest
from learningcircles.laptop.home import Home
from learningcircles.laptop.joining import call_itself, is_arriving
from learningcircles.laptop.leaving import note_presence
from learningcircles.laptop.lost import note_lock
from learningcircles.laptop.mending import mend_keys
from learningcircles.laptop.sequencing import place_pending
from learningcircles.laptop.sheets import keep_key_file
from learningcircles.laptop.succession import is_copied, is_new_heir, succeed
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.tail import has_open
from learningcircles.surroundings import Surroundings
from learningcircles.trust.members import READER
from learningcircles_sync.peers import main_peer

HEARD_LATELY_MS = 20 * 60_000
"""A program that is open shares every quarter of an hour at least: whoever has heard of the others that lately has not
been away, and sends what it writes at once, in one request."""


class Preparing:
    """Makes one circle ready to share, each time anew."""

    def __init__(self, home: Home, verbs: Verbs, surroundings: Surroundings) -> None:
        self._home = home
        self._verbs = verbs
        self._surroundings = surroundings
        self._refreshed = False
        self.renewed = False
        """Whether this laptop went on under a new identity before this share."""
        self.left: str | None = None
        """The day of leaving, while the last that this laptop shares is under way: it says so then."""
        self.listens = False
        """Whether the tail was left open until this laptop has heard what the others have: `heard` closes it."""
        self.by_list = False
        """Whether the list of laptops is all that it has to hear: it names who was erased. A laptop that goes on under
        a new identity is to have back what it had shared, too."""

    @property
    def _circle(self) -> Circle:
        return self._verbs.circle

    def run(self, *, quiet: bool = False, hears: bool = False) -> None:
        """Do what a share begins with; the open tail is closed afterwards.

        `hears`: the other side answers at once. What a restored copy writes again, and what was written since this
        laptop heard of the others, stays open until it has: whoever was erased since is to be taken out of it before
        anybody gets it.

        `quiet`: give nobody their first number unless there is news to be carried anyway. A stick goes from laptop to
        laptop until it brings nothing new: it must come to an end.
        """
        self._circle.follow()
        self.renewed = is_copied(self._circle) and succeed(self._circle)
        place_pending(self._circle)
        mend_keys(self._circle)
        call_itself(self._circle)
        heir = is_new_heir(self._circle)
        self.listens, self.by_list = hears and (heir or self._has_been_away()), not heir
        if not self.listens:
            erase_again(self._verbs)
        let_rest(self._circle)
        forget_erased(self._home, self._circle)  # whom a laptop that visited this one has told of
        note_lock(self._home, self._circle)
        note_presence(self._circle, self.left)
        arriving = is_arriving(self._circle)  # what it has not got yet it knows nothing of
        self._refreshed = False
        self.follow()
        self._refreshed = self._date_is_sure() and not arriving
        if self._refreshed:
            self._verbs.publish.refresh()
        if not arriving:
            self.number(all_=not quiet or has_open(self._circle.connection))
        waited, self.listens = self.listens, self.listens and has_open(self._circle.connection)
        if waited and not self.listens:  # nothing is open: no word of this laptop has to wait for what it hears
            erase_again(self._verbs)
        if not self.listens:
            Exchange(self._circle).close_tail()
        with suppress(Refused):  # where the folder cannot be written, more than this will be told of
            keep_key_file(self._circle)

    def heard(self) -> bool:
        """Do what a share that listened first put off, and erase what it has brought of people who were erased.

        Return whether there is anything to say now.
        """
        listened, self.listens = self.listens, False
        erased = erase_again(self._verbs)
        open_ = listened and has_open(self._circle.connection)
        if listened:
            Exchange(self._circle).close_tail()
        return bool(erased) or open_

    def _has_been_away(self) -> bool:
        """Return whether others may have erased somebody since this laptop heard of them, whom its own work names."""
        if len(self._circle.roster.devices) < 2:
            return False
        exchange, roster = Exchange(self._circle), self._circle.roster
        heard = exchange.peer_at(main_peer(roster)) if roster.hub else exchange.last_shared_ms()
        return heard is None or not 0 <= self._surroundings.now_ms() - heard <= HEARD_LATELY_MS

    def _date_is_sure(self) -> bool:
        """Whether to publish before the hub has told its time: a wrong date would withdraw all, or prolong it."""
        if not self._circle.roster.hub:
            return not is_doubtful(self._circle)
        told = Exchange(self._circle).peer_at(main_peer(self._circle.roster))
        recent = told is not None and 0 <= self._surroundings.now_ms() - told <= ASKS_MS
        return recent and not is_doubtful(self._circle)

    def publish_late(self) -> bool:
        """Publish now that the hub has told its time, where that had to wait; return whether there was anything."""
        if self._refreshed or is_doubtful(self._circle):
            return False
        self._refreshed = True
        return bool(self._verbs.publish.refresh())

    def follow(self) -> Changes:
        """Bring requests to what their exchanges say, of which others had turned some, and publish those that are open
        again. A laptop that is arriving has not got all of them yet.
        """
        changes = Changes() if is_arriving(self._circle) else follow(self._verbs.desk)
        if changes and self._refreshed:
            self._verbs.publish.refresh()
        return changes

    def number(self, *, all_: bool = True) -> bool:
        """Tell members apart who have one number; with `all_` number those who were added before this laptop had its
        place in the circle.
        """
        if not may_write(self._circle) or self._circle.right == READER:
            return False
        return bool(self._verbs.people.give_numbers(all_=all_))
