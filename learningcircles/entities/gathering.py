"""Meetups, who means to come, and who came."""

from __future__ import annotations

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.exchange import REACH

ANSWERS = ("yes", "no", "maybe", "waitlist")
PRESENCE = ("attended", "absent", "no_show")

MEETUP = Entity(
    "meetup",
    "Meetup",
    "Meetups",
    (
        Field("title", "Title", required=True, search=True, private=False),
        Field("start", "Begins", Kind.LOCAL_TIME, required=True, asks_review=True, private=False, leans=1),
        Field("minutes", "Length", Kind.MINUTES, least=1, most=14 * 24 * 60, asks_review=True, private=False),
        Field("place", "Place", search=True, asks_review=True, private=False),
        Field("host", "Host", Kind.REFERENCE, refers_to="member"),
        Field("notes", "Notes", Kind.NOTE, search=True),
        REACH,
        Field(
            "state",
            "State",
            Kind.CHOICE,
            choices=("planned", "cancelled"),
            choice_labels=("Planned", "Called off"),
            asks_review=True,
            private=False,
        ),
    ),
    title="title",
)

RSVP = Entity(
    "rsvp",
    "Answer",
    "Answers",
    (
        Field("meetup", "Meetup", Kind.REFERENCE, required=True, refers_to="meetup"),
        Field("person", "Person", Kind.REFERENCE, refers_to="member"),
        Field("name", "First name"),
        Field(
            "answer",
            "Answer",
            Kind.CHOICE,
            required=True,
            choices=ANSWERS,
            choice_labels=("Yes", "No", "Maybe", "Waiting list"),
        ),
        Field("told", "Told", settable=False, mark=True),
    ),
    title="answer",
)

ATTENDANCE = Entity(
    "attendance",
    "Attendance",
    "Attendance",
    (
        Field("meetup", "Meetup", Kind.REFERENCE, required=True, refers_to="meetup"),
        Field("person", "Person", Kind.REFERENCE, refers_to="member"),
        Field("name", "First name"),
        Field("state", "State", Kind.CHOICE, choices=PRESENCE, choice_labels=("Came", "Absent", "Did not come")),
        Field("headcount", "People without a name", Kind.INTEGER, least=0, most=100_000),
    ),
    title="state",
)
