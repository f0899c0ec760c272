"""Whose word a new TLS certificate is taken on: the hub's own, as new as what the roster holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import CODE, URL, Region

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Unreachable
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.line import Transport
from learningcircles_sync.renewal import renewed
from learningcircles_sync.serve import Answer, Identity, Receiver

OLD, NEW, OTHER = (bytes([n]) * 32 for n in (1, 2, 3))


@pytest.fixture
def region(tmp_path: Path) -> Region:
    region = Region(tmp_path)
    show(region, OLD)
    return region


def show(region: Region, certificate: bytes) -> None:
    region.receiver = Receiver(region.store, Identity(region.key, "Hub", URL, certificate), region.clock)


def circle(region: Region) -> Engine:
    pilar = region.found(admitted=False)
    pilar.admit(HubCode(URL, OLD, CODE).text())
    assert pilar.circle.roster.fingerprint == OLD
    return pilar


def test_the_hubs_own_word_is_taken_and_entered_in_the_roster(region: Region) -> None:
    pilar = circle(region)
    amina = region.laptop(pilar, "Amina", "recorder")
    show(region, NEW)
    assert renewed(pilar.circle.roster, region.transports, lambda url: NEW) == NEW
    amina.share()
    pilar.share()
    assert pilar.circle.roster.fingerprint == amina.circle.roster.fingerprint == NEW
    length = len(pilar.circle.roster.placed)
    pilar.share()
    assert len(pilar.circle.roster.placed) == length


def test_another_key_or_another_certificate_than_the_hub_names_is_refused(region: Region) -> None:
    pilar = circle(region)
    show(region, NEW)
    with pytest.raises(Unreachable, match="does not show the certificate"):
        renewed(pilar.circle.roster, region.transports, lambda url: OTHER)
    region.receiver = Receiver(region.store, Identity(SigningKey(b"x" * 32), "Hub", URL, OTHER), region.clock)
    with pytest.raises(Unreachable, match="does not show the certificate"):
        renewed(pilar.circle.roster, region.transports, lambda url: OTHER)


def test_what_the_hub_said_before_its_certificate_was_replaced_is_out_of_date(region: Region) -> None:
    pilar = circle(region)
    kept = region.receiver.answer("GET", "/v1/hub", b"")
    region.clock.ms += 60_000
    show(region, NEW)
    pilar.share()
    assert pilar.circle.roster.fingerprint == NEW

    def thief(url: str, fingerprint: bytes | None) -> Transport:
        return Direct(lambda method, path, body: Answer(200, kept.body))

    with pytest.raises(Unreachable, match="does not show the certificate"):
        renewed(pilar.circle.roster, thief, lambda url: OLD)


def test_nobody_but_the_hub_enters_its_certificate(region: Region) -> None:
    pilar = circle(region)
    show(region, NEW)
    region.receiver = Receiver(region.store, Identity(SigningKey(b"x" * 32), "Hub", URL, OTHER), region.clock)
    with pytest.raises(Unreachable):
        pilar.share()
    assert pilar.circle.roster.fingerprint == OLD
