"""A laptop that was restored or copied so often that it may have no further identity in the circle."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogue_place import Place
from disks import cloned
from sticks import carry
from sync_region import Region, add_member, me

from learningcircles.errors import NotAllowed
from learningcircles.laptop.succession import succeed
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


@pytest.mark.parametrize("heard", [False, True])
def test_one_copy_too_many_is_told_that_the_list_does_not_hold_it_and_what_to_do(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: bool
) -> None:
    """Another copy got the last place; `heard`: by a stick, before it shares itself."""
    monkeypatch.setattr(rules, "MAX_IDENTITIES", 2)
    pilar = region.found()
    dana = region.laptop(pilar, "Dana")
    one, two = cloned(region, dana, 50), cloned(region, dana, 51)
    assert succeed(one.circle) and succeed(two.circle)
    add_member(two, "Ana")
    for engine in (one, pilar):
        engine.share()
    if heard:
        carry(pilar, two, tmp_path)
        assert "not in this circle's list" in two.state().told_out
    for _ in range(2):
        with pytest.raises(NotAllowed, match=r"not in this circle's list of laptops.*Ask an organizer for an invit"):
            two.share()
    two.write_bundle(tmp_path / "stick")
    (told,) = pilar.read_bundle(tmp_path / "stick").sentences
    assert "enter again" in told
