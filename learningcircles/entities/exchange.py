"""Topics, offers, requests and swaps."""

from __future__ import annotations

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.people import SAME_CHOICES, SAME_LABELS

LISTING_STATES = ("draft", "open", "matched", "fulfilled", "withdrawn", "expired")
LISTING_LABELS = ("Draft", "Open", "Matched", "Fulfilled", "Withdrawn", "Expired")
SWAP_STATES = ("proposed", "confirmed", "declined", "disputed", "reversed")
SWAP_LABELS = ("Proposed", "Confirmed", "Declined", "Disputed", "Reversed")
REACH = Field("reach", "Who may see it", Kind.INTEGER, least=0, most=5)

TOPIC = Entity(
    "topic",
    "Topic",
    "Topics",
    (
        Field("name", "Name", required=True, search=True, private=False, topic=True),
        Field("field", "Field of learning", Kind.FIELD_CODE, private=False),
        Field("parent", "Part of", Kind.REFERENCE, refers_to="topic"),
    ),
)

_LISTING = (
    Field("member", "Member", Kind.REFERENCE, refers_to="member"),
    Field("title", "Title", required=True, search=True, private=False),
    Field("topic", "Topic", search=True, private=False, topic=True),
    Field("notes", "Notes", Kind.NOTE, search=True),
    Field("languages", "Languages", Kind.LANGUAGE, many=True, private=False),
    Field("field", "Field of learning", Kind.FIELD_CODE, private=False),
    Field("expires", "Until", Kind.DATE, private=False, leans=1),
    REACH,
    Field("state", "State", Kind.CHOICE, choices=LISTING_STATES, choice_labels=LISTING_LABELS),
)

OFFER = Entity("offer", "Offer", "Offers", _LISTING, title="title")
REQUEST = Entity("request", "Request", "Requests", _LISTING, title="title")

SWAP = Entity(
    "swap",
    "Exchange",
    "Exchanges",
    (
        Field("provider", "From", Kind.REFERENCE, required=True, refers_to="member", asks_review=True),
        Field("receiver", "To", Kind.REFERENCE, required=True, refers_to="member", asks_review=True),
        Field("minutes", "Time", Kind.MINUTES, required=True, least=1, most=24 * 60, asks_review=True),
        Field("topic", "What", search=True, topic=True),
        Field("on", "When", Kind.DATE, required=True, asks_review=True, leans=-1),
        Field("notes", "Notes", Kind.NOTE, search=True),
        Field("source", "Confirmed by"),
        Field(
            "state",
            "State",
            Kind.CHOICE,
            choices=SWAP_STATES,
            choice_labels=SWAP_LABELS,
            settable=False,
            asks_review=True,
        ),
    ),
    title="topic",
)

SWAP_LINK = Entity(
    "swap_link",
    "Link of two exchanges",
    "Links of exchanges",
    (
        Field("one", "One", Kind.REFERENCE, required=True, refers_to="swap"),
        Field("other", "Other", Kind.REFERENCE, required=True, refers_to="swap"),
        Field("verdict", "The same?", Kind.CHOICE, choices=SAME_CHOICES, choice_labels=SAME_LABELS),
    ),
    title="verdict",
    listed=False,
)
