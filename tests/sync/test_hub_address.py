"""The address that a hub gives out: other machines must reach it, or the steward is told that they do not."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from learningcircles_sync.hub.running import LOOPBACK, Listening, own_address


def parse(listen: str, url: str | None = None, domain: str | None = None) -> Listening:
    return Listening.parse(listen, url=url, domain=domain, tls=True)


@pytest.mark.parametrize("listen", ["0.0.0.0:0", "[::]:0"])
def test_a_hub_on_every_network_gives_out_its_own_address_there(listen: str) -> None:
    made = parse(listen)
    assert urlsplit(made.url).hostname == own_address()
    assert made.reach and ("--url" in made.reach and "--domain" in made.reach)


def test_on_no_network_the_steward_is_told() -> None:
    assert "Only this machine" in Listening("0.0.0.0", 8443, f"https://{LOOPBACK}:8443", True).reach
    on_a_network = "same network" in Listening("0.0.0.0", 8443, f"https://{own_address()}:8443", True).reach
    assert on_a_network == (own_address() != LOOPBACK)


def test_what_the_steward_says_is_kept_and_not_commented() -> None:
    kept = parse("127.0.0.1:0")
    assert kept.url == f"https://127.0.0.1:{kept.port}" and not kept.reach
    named = parse("0.0.0.0:0", domain="hub.example.org")
    assert named.url == f"https://hub.example.org:{named.port}" and not named.reach
    assert not parse("0.0.0.0:0", url="https://hub.example.org").reach
