"""An invitation on paper: a code to scan from a picture, its letters, and what to do with them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles_ui.print.paper import Paper

translate = QCoreApplication.translate
_SIDE = 78.0


def draw_invitation(page: Paper, circle: str, words: str, sentence: str, *, has_hub: bool) -> None:
    """Draw an invitation to `circle`; `words` is the invitation's text, `sentence` how long it serves whom.

    Where the circle has no hub it is told how it gets onto the new laptop.
    """
    heading = translate("Invitation", "Join {circle}").format(circle=circle)
    y = page.fitted(heading, 0, 0, page.width, 30, points=26, least=12, bold=True)
    steps = "\n".join(
        (
            translate("Invitation", "1. Install Learning Circles on the new laptop and open it."),
            translate("Invitation", "2. Choose “Join a circle”."),
            translate("Invitation", "3. Type or paste the letters below, or choose a picture of the code."),
            *([] if has_hub else [f"4. {by_stick()}"]),
        )
    )
    y += 6 + page.paragraph(steps, 0, y + 6, page.width, points=13, most=80)
    page.code(words, (page.width - _SIDE) / 2, y + 4, _SIDE, kept=True)
    y += _SIDE + 8
    # Groups are easier to type; the program reads them with or without spaces.
    y += page.paragraph(grouped(words), 0, y, page.width, points=12, bold=True, most=60)
    page.paragraph(sentence, 0, y + 6, page.width, points=11, quiet=True, most=20)


def by_stick() -> str:
    """Return how a circle without a hub gets onto a new laptop, and its laptops hear of that one."""
    return translate(
        "Invitation",
        "This circle has no hub: it comes on a USB stick. One of its laptops writes the stick (“Share”, “Write a"
        " stick…”); choose its file in the last field. Then write a stick on the new laptop, and bring it back. Beside"
        " each other on one network the two need no stick.",
    )


def grouped(words: str) -> str:
    """Return an invitation in groups of five letters, its beginning in a line of its own."""
    start, slash, letters = words.rpartition("/")
    groups = [letters[at : at + 5] for at in range(0, len(letters), 5)]
    return f"{start}{slash}\n" + " ".join(groups)
