"""Whether words fit is told by their letters, and never wrongly."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from learningcircles_ui.parts.letters import fits
from learningcircles_ui.theme import load_fonts


def font(weight: QFont.Weight, pixels: int = 13) -> QFont:
    load_fonts()
    made = QFont("Inter")
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cc"]), max_size=30), st.booleans())
@example("Anaïs, Zīle, Tīpene", False)
@example("ïïï", True)
@example("***1*11****", True)
def test_no_words_are_said_to_fit_that_do_not(qapp: QApplication, text: str, bold: bool) -> None:
    used = font(QFont.Weight.DemiBold if bold else QFont.Weight.Normal, 26)
    wide = QFontMetricsF(used).horizontalAdvance(text)
    for room in (wide - 1, wide / 2):
        assert not fits(text, used, room)


@pytest.mark.parametrize("text", ["Amina Okonkwo", "AVAVAVA To Ty", "Łukasz Ñandú", "12 h 30 min", ""])
def test_short_words_are_known_to_fit_without_being_laid_out(qapp: QApplication, text: str) -> None:
    used = font(QFont.Weight.Normal)
    assert fits(text, used, QFontMetricsF(used).horizontalAdvance(text) * 1.2 + 4)


@pytest.mark.parametrize("text", ["فاطمة", "e\u0301", "学習", "👩‍👩‍👧"])
def test_of_letters_that_join_qt_is_asked(qapp: QApplication, text: str) -> None:
    assert not fits(text, font(QFont.Weight.Normal), 10_000)
