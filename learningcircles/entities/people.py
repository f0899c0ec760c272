"""The circle itself, its laptops, places, members and what they agreed to."""

from __future__ import annotations

from learningcircles.entities.declare import Entity, Field, Kind

SECTORS = ("civic", "economic", "public", "education", "voluntary")
SECTOR_LABELS = ("Civic life", "Economy", "Public services", "Education", "Voluntary work")
STATUSES = ("guest", "applied", "active", "paused", "left", "anonymised")
STATUS_LABELS = ("Guest", "Applied", "Active", "Paused", "Left", "Anonymised")
PURPOSES = ("keep_details", "show_to_members", "name_in_print", "publish_listing", "pass_on_contact")
PURPOSE_LABELS = (
    "Keep my details",
    "Show me to members",
    "Name me in print",
    "Publish my listing",
    "Pass on my contact",
)

CHARTER = Entity(
    "!charter",
    "Charter",
    "Charter",
    (
        Field("name", "Name of the circle", required=True, search=True, private=False),
        Field("objective", "Objective", Kind.NOTE, private=False),
        Field("project", "Common project", Kind.NOTE, private=False),
        Field("agreements", "Agreements", Kind.NOTE, private=False),
        Field("reach", "Who may see it", Kind.INTEGER, least=0, most=5),
    ),
    organizers_only=True,
    listed=False,
    single=True,
)

SETTINGS = Entity(
    "!settings",
    "Settings",
    "Settings",
    (
        Field("both_confirm", "Both people confirm an exchange", Kind.BOOL),
        Field("floor", "Lowest balance", Kind.MINUTES, least=-1_000_000, most=0),
        Field("ceiling", "Highest balance", Kind.MINUTES, least=0, most=1_000_000),
        Field("figures", "Who may see monthly figures", Kind.INTEGER, least=0, most=5),
    ),
    title="floor",
    organizers_only=True,
    listed=False,
    single=True,
)

DEVICE = Entity(
    "device",
    "Laptop",
    "Laptops",
    (
        Field("name", "Name", required=True),
        Field(
            "opens_with",
            "Opens with",
            Kind.CHOICE,
            choices=("passphrase",),
            choice_labels=("A passphrase",),
            settable=False,
        ),
        Field("left", "Gone since", Kind.DATE, settable=False),
    ),
    listed=False,
)

PLACE = Entity(
    "place",
    "Place",
    "Places",
    (
        Field("name", "Name", required=True, search=True, private=False),
        Field("address", "Address", Kind.ADDRESS, asks_review=True, private=False),
        Field("capacity", "Room for", Kind.INTEGER, least=0, most=100_000),
        Field("access", "Access", Kind.NOTE),
        Field("notes", "Notes", Kind.NOTE),
    ),
)

MEMBER = Entity(
    "member",
    "Member",
    "Members",
    (
        Field("name", "Name", required=True, search=True, asks_review=True),
        Field("address_as", "How to address them"),
        Field("phone", "Phone", Kind.PHONE, search=True, asks_review=True),
        Field("email", "E-mail", Kind.EMAIL, search=True, asks_review=True),
        Field(
            "preferred_contact",
            "Best reached by",
            Kind.CHOICE,
            choices=("phone", "message", "email", "post", "person"),
            choice_labels=("Phone", "Message", "E-mail", "Post", "In person"),
            asks_review=True,
        ),
        Field("address", "Address", Kind.ADDRESS, search=True, asks_review=True),
        Field("place", "Neighbourhood", search=True),
        Field("languages", "Languages", Kind.LANGUAGE, many=True),
        Field("topics", "Skills", many=True, search=True, topic=True),
        Field("birth_year", "Year of birth", Kind.INTEGER, least=1890, most=2100),
        Field("guardian", "Parent or guardian"),
        Field("emergency_contact", "Emergency contact", asks_review=True),
        Field("access_needs", "Access needs", Kind.NOTE),
        Field("sector", "Sector", Kind.CHOICE, choices=SECTORS, choice_labels=SECTOR_LABELS),
        Field("number", "Member number", settable=False),
        Field("former_number", "Former member number", settable=False),
        Field("joined", "Member since", Kind.DATE, leans=-1),
        Field("status", "Status", Kind.CHOICE, choices=STATUSES, choice_labels=STATUS_LABELS),
        Field("notes", "Notes", Kind.NOTE, search=True),
    ),
)

CONSENT = Entity(
    "consent",
    "Consent",
    "Consents",
    (
        Field("member", "Member", Kind.REFERENCE, required=True, refers_to="member"),
        Field("purpose", "For", Kind.CHOICE, required=True, choices=PURPOSES, choice_labels=PURPOSE_LABELS),
        Field("given", "Given", Kind.BOOL),
        Field(
            "how", "How", Kind.CHOICE, choices=("paper", "spoken", "form"), choice_labels=("Paper", "Spoken", "Form")
        ),
        Field("recorded_by", "Recorded by"),
        Field("on", "On", Kind.DATE, leans=-1),
        Field("until", "Until", Kind.DATE, leans=1),
        Field("withdrawn", "Withdrawn on", Kind.DATE, leans=-1),
    ),
    title="purpose",
)

SAME_CHOICES = SAME, DIFFERENT = ("same", "different")
SAME_LABELS = ("The same", "Different")

MEMBER_LINK = Entity(
    "member_link",
    "Link of two members",
    "Links of members",
    (
        Field("one", "One", Kind.REFERENCE, required=True, refers_to="member"),
        Field("other", "Other", Kind.REFERENCE, required=True, refers_to="member"),
        Field("verdict", "The same?", Kind.CHOICE, choices=SAME_CHOICES, choice_labels=SAME_LABELS),
        Field("leads", "Whose name and number stand", Kind.REFERENCE, refers_to="member"),
    ),
    title="verdict",
    listed=False,
)
