"""What is said of work that was set aside, before anybody looks at it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.asked_erasures import AskedErasure
from learningcircles.circle.rescue import Bundle
from learningcircles_ui import text


def bundle_name(bundle: Bundle) -> str:
    """Return what a laptop is called whose work was set aside; the beginning of its id where nobody knows."""
    return text.laptop(bundle.name, bundle.device)


def crowded_words(bundle: Bundle) -> str:
    """Return what is told where more copies of a laptop may have gone on than are kept; empty elsewhere."""
    if not bundle.crowded:
        return ""
    return QCoreApplication.translate(
        "RescueDialog", "Only so many copies of one laptop are kept: if there are more, what they wrote is not here."
    )


def erasure_words(bundle: Bundle) -> str:
    """Return what is told where a laptop had erased somebody in vain; empty where it had not."""
    if not bundle.erasures:
        return ""
    told = QCoreApplication.translate(
        "RescueDialog",
        "{laptop} had erased {people}. That does not count, because its right to run the circle was taken away. If it"
        " was meant, erase them again; if the laptop was lost or stolen, leave it out.",
    )
    return told.format(laptop=bundle_name(bundle), people=text.listed(person_words(row) for row in bundle.erasures))


def person_words(row: AskedErasure) -> str:
    """Return who was to be erased, as this laptop knows them."""
    return row.name or QCoreApplication.translate("RescueDialog", "somebody without a name")
