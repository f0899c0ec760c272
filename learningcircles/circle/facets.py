"""Everything that people do to a circle, by what they do it to. Programs hold one `Verbs` per open circle."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.circle.desk import Desk
from learningcircles.circle.drafts import Drafts
from learningcircles.circle.inbox import Inbox
from learningcircles.circle.learning import Learning
from learningcircles.circle.leaving import Leaving
from learningcircles.circle.meetups import Meetups
from learningcircles.circle.merging import Merging
from learningcircles.circle.people import People
from learningcircles.circle.publish import Publish
from learningcircles.circle.reader import Reader
from learningcircles.circle.records import Records
from learningcircles.circle.rescue import Rescue
from learningcircles.circle.review_verbs import Review
from learningcircles.circle.swaps import Swaps
from learningcircles.circle.undo import Undo
from learningcircles.zone import local_zone


class Verbs:
    """The verbs of one circle; used by one thread at a time, like the circle. `zone`: IANA, default this machine's."""

    def __init__(self, circle: Circle, *, zone: str = "") -> None:
        self.circle = circle
        self.desk = Desk(circle, zone or local_zone())
        self.leaving = Leaving(self.desk)
        self.people = People(self.desk, self.leaving)
        self.swaps = Swaps(self.desk)
        self.meetups = Meetups(self.desk)
        self.records = Records(self.desk, self.people, self.swaps)
        self.learning = Learning(self.desk)
        self.merging = Merging(self.desk, self.swaps)
        self.publish = Publish(self.desk)
        self.inbox = Inbox(self.desk)
        self.review = Review(self.desk, self.swaps, self.inbox)
        self.undo = Undo(self.desk)
        self.rescue = Rescue(self.desk)
        self.drafts = Drafts(self.desk)

    @property
    def reader(self) -> Reader:
        """The view that sees this laptop's own writes at once."""
        return self.circle.reader
