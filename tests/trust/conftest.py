"""What the tests of the list of laptops share."""

from __future__ import annotations

import pytest
from ring import Ring


@pytest.fixture
def ring() -> Ring:
    """A list with its founder alone."""
    return Ring()
