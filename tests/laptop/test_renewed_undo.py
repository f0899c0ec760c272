"""Undo on a laptop that goes on under a new identity: what it wrote before is not called an erasure."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from homes import home_at

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import found
from learningcircles.laptop.succession import succeed
from learningcircles.storage.exchange import Exchange


def test_it_says_why_there_is_nothing_to_undo(tmp_path: Path) -> None:
    with closing(found(home_at(tmp_path / "one"), "Harbour", "Pilar", "Blue")) as circle:
        verbs = Verbs(circle)
        gone = verbs.records.add("member", {"name": "Rose Quint"})[0]
        erase(verbs, gone)
        bo = verbs.records.add("member", {"name": "Bo"})[0]
        Exchange(circle).close_tail()
        assert succeed(circle)
        with pytest.raises(Refused, match="since this laptop got a new identity") as told:
            Verbs(circle).undo.undo()
        assert told.value.code == "renewed" and not Verbs(circle).undo.erased
        verbs = Verbs(circle)
        verbs.records.edit("member", bo, {"phone": "0123"})
        assert verbs.undo.undo().sentence.startswith("Undone: Change the phone of Bo")
        with pytest.raises(Refused, match="new identity"):
            verbs.undo.undo()
