"""Invitations that do not serve: one sentence that says why, and nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import real
from learningcircles.trust.invitation import read_invitation
from learningcircles_sync.engine import Engine
from tests.cli.outside import Laptop, hub

Maker = Callable[[str], Laptop]
DAY_MS = 24 * 3600 * 1000


@pytest.fixture
def joins(laptop: Maker) -> Callable[..., tuple[int, str]]:
    """Return a way to let a new laptop join, which must fail and leave nothing."""

    def join(invitation: str, *more: str) -> tuple[int, str]:
        stranger = laptop("stranger")
        ended = stranger.refused("circle", "join", invitation, "--as", "Bo", "--device", "Red", *more)
        assert not stranger.folder.exists() or not [
            path for path in stranger.folder.rglob("*") if path.is_file() and path.suffix != ".lock"
        ]
        return ended

    return join


def invited_long_ago(laptop: Laptop) -> str:
    """Return an invitation that expired yesterday: its laptop has not asked the hub for the time."""
    world = replace(real(), now_ms=lambda: real().now_ms() - 8 * DAY_MS)
    home = Home.default(laptop.environment)
    with closing(open_circle(home, surroundings=world)) as circle:
        made = invite(circle, hub=circle.roster.hub, fingerprint=circle.roster.fingerprint)
        Engine(home, Verbs(circle), world).share()
        return made.invitation.text()


def test_invitations_of_a_hub(founder: Laptop, joins: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    with hub(tmp_path / "hub", "--no-tls") as (said, _), hub(tmp_path / "other hub", "--no-tls") as (other, _):
        founder.ask("circle", "hub", said["code"])
        text = founder.ask("circle", "invite", "--expires", "1")["invitation"]
        assert "expired" in joins(invited_long_ago(founder))[1]
        for typed in (text[:-1], text[:40] + ("0" if text[40] != "0" else "1") + text[41:], text[:45] + text[46:]):
            assert "typing mistake" in joins(typed)[1]
        assert "learningcircles://join/" in joins(said["code"])[1]
        elsewhere = read_invitation(text)._replace(hub=other["url"]).text()
        assert "does not know this circle" in joins(elsewhere)[1]
        second, third = Laptop(tmp_path / "second"), Laptop(tmp_path / "third")
        second.ask("circle", "join", text.lower(), "--as", "Bo", "--device", "Red")
        assert "used already" in third.refused("circle", "join", text, "--as", "Di", "--device", "Green")[1]
        assert (
            "remove the circle from this laptop, and then join"
            in second.refused("circle", "join", text, "--as", "Bo", "--device", "Red")[1]
        )
    for each in (founder, second):
        assert each.ask("check")["ok"]


def test_invitations_of_a_stick(founder: Laptop, joins: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    stick, older = str(tmp_path / "stick.bundle"), str(tmp_path / "older.bundle")
    founder.ask("bundle", "write", older)
    text = founder.ask("circle", "invite")["invitation"]
    founder.ask("bundle", "write", stick)
    assert "hub" in joins(text)[1], "it names none"
    assert joins(text, "--bundle", older)[0] == 1
    assert joins(text, "--bundle", str(tmp_path / "nowhere"))[0] == 1
    mill = Laptop(tmp_path / "mill")
    mill.ask("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A")
    assert "another circle" in joins(mill.ask("circle", "invite")["invitation"], "--bundle", stick)[1]


def test_a_hub_that_does_not_take_a_new_circle_leaves_none(founder: Laptop, laptop: Maker, tmp_path: Path) -> None:
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        founder.ask("circle", "hub", said["code"])
        second = laptop("second")
        ended = second.refused("circle", "new", "Mill Lane", "--as", "Odile", "--device", "A", "--hub", said["code"])
        assert ended == (1, "This code has let another circle in already. Ask for a new one.")
        assert not list(second.folder.rglob("*.circle")) and not list(second.folder.rglob("*.key"))
