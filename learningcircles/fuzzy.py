"""Likeness of words (rapidfuzz), loaded whole and in one turn.

Its modules import each other in a circle: of two threads that begin with different ones each may meet the other's half
loaded. Whoever needs any of it begins here, where the second one waits for the first.
"""

from __future__ import annotations

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

__all__ = ["OSA", "fuzz", "process"]
