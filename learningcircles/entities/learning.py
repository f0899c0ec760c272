"""What people learned. The three kinds of learning stand beside each other and are never ranked."""

from __future__ import annotations

from learningcircles.entities.declare import Entity, Field, Kind

FORMAL, NON_FORMAL, INFORMAL = "formal", "non_formal", "informal"
KINDS = (FORMAL, NON_FORMAL, INFORMAL)
"""As UNESCO and CEDEFOP call them: with a recognised certificate; organised, without one; in everyday life."""
KIND_LABELS = ("Formal", "Non-formal", "Informal")
MOST_MINUTES = 1_000_000

LEARNING = Entity(
    "learning",
    "Learning record",
    "Learning records",
    (
        Field("member", "Who", Kind.REFERENCE, required=True, refers_to="member"),
        Field("topic", "What", required=True, search=True, topic=True),
        Field("kind", "How learned", Kind.CHOICE, choices=KINDS, choice_labels=KIND_LABELS),
        Field("on", "When", Kind.DATE, leans=-1),
        Field("minutes", "Time", Kind.MINUTES, least=1, most=MOST_MINUTES),
        Field("field", "Field of learning", Kind.FIELD_CODE),
        Field("place", "Where", search=True),
        Field("with_whom", "With whom", search=True),
        Field("notes", "Notes", Kind.NOTE, search=True),
    ),
    title="topic",
)
