"""A laptop that was restored or copied so often that it may have no further identity in the circle."""

from __future__ import annotations

import pytest
from catalogue_place import Place
from disks import cloned
from sync_region import add_member, me

from learningcircles.trust import rules


def test_who_may_have_no_further_identity_is_told_what_to_do(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MAX_IDENTITIES", 1)
    pilar, stick = place.pilar, place.folder.path / "stick"
    copy = cloned(place.region, pilar, 50)
    for engine, name in ((pilar, "Ana"), (copy, "Zoe")):
        add_member(engine, name)
    pilar.share()
    told = "Ask for an invitation."
    assert not any(told in sentence for sentence in pilar.share().sentences)
    assert any(told in sentence for sentence in copy.share().sentences)
    assert me(copy) == me(pilar)
    add_member(pilar, "Ben")
    pilar.write_bundle(stick)
    add_member(copy, "Xi")
    copy.share()
    told_by_stick = copy.read_bundle(stick).sentences
    assert any(told in sentence for sentence in told_by_stick)
