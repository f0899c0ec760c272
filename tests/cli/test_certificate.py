"""A hub that replaces its TLS certificate, and one that only pretends to be it, over real HTTPS."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from learningcircles.trust.invitation import read_invitation
from tests.cli.outside import HUB, Laptop, hub

Maker = Callable[[str], Laptop]


def certificate(folder: Path, *more: str) -> str:
    ended = subprocess.run(
        [*HUB, "certificate", "--data", str(folder), "--json", *more], capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return str(json.loads(ended.stdout)["fingerprint"])


def test_laptops_take_a_new_certificate_on_the_word_of_the_hubs_key_alone(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    folder = tmp_path / "hub"
    with hub(folder) as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        text = first.ask("circle", "invite")["invitation"]
        second.ask("circle", "join", text, "--as", "Bo", "--device", "Red")
    place = said["url"].removeprefix("https://")
    assert certificate(folder) == said["fingerprint"]
    made = certificate(folder, "--replace")
    assert made != said["fingerprint"]

    first.ask("add", "member", "name=After the change")
    with hub(folder, "--listen", place) as (again, _):
        assert (again["url"], again["fingerprint"]) == (said["url"], made)
        assert first.ask("sync")["waiting"] == 0
        assert first.ask("sync")["requests"] == 1
        second.ask("sync")
        assert "After the change" in [row["name"] for row in second.rows("list", "member")]
        fresh = read_invitation(first.ask("circle", "invite")["invitation"])
        assert fresh.fingerprint is not None and fresh.fingerprint.hex() == made

    with hub(tmp_path / "impostor", "--listen", place) as (false, _):
        assert false["url"] == said["url"]
        code, sentence = first.refused("sync")
        assert code == 1 and "does not show the certificate" in sentence and "its steward has a code" in sentence
