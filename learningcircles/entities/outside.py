"""What comes from people who have no app: sign-ups and answers, through the hub's sealed inbox; and what laptops
wrote that does not count, and an organizer has left out.
"""

from __future__ import annotations

from learningcircles.entities.declare import Entity, Field, Kind

WAITING, ACCEPTED, DECLINED = "waiting", "accepted", "declined"
ANSWERS = (ACCEPTED, DECLINED)

SIGNUP = Entity(
    "signup",
    "Answer from outside",
    "Answers from outside",
    (
        Field("kind", "To a", Kind.CHOICE, settable=False, choices=("meetup", "offer", "request"),
              choice_labels=("Meetup", "Offer", "Request")),
        Field("about", "About", settable=False),  # the record's id, hex
        Field("name", "Name", settable=False),
        Field("contact", "Contact", settable=False),
        Field("words", "Message", Kind.NOTE, settable=False),
        Field("language", "Language", Kind.LANGUAGE, settable=False),
        Field("at", "Written", Kind.INSTANT, settable=False),
        Field("message", "Message number", settable=False),  # the message's id, hex
        Field("state", "State", Kind.CHOICE, settable=False, choices=(WAITING, ACCEPTED, DECLINED),
              choice_labels=("Waiting", "Accepted", "Declined"), asks_review=True),
        Field("answered", "Answered on", Kind.DATE, settable=False),
    ),
    listed=False,
)  # fmt: skip

LEFT_OUT = Entity(
    "!left_out",
    "Work left out",
    "Work left out",
    (
        Field("name", "Laptop", settable=False),
        Field("parts", "Parts", many=True, settable=False),  # each an action's id, hex, or SPACE.SEQ of what is sealed
    ),
    organizers_only=True,
    listed=False,
)
"""Under the id of the laptop that wrote it; removed where it was brought back."""
