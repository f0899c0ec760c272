"""A second laptop of the circle, and Share, where laptops are looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from learningcircles.circle.facets import Verbs
from learningcircles.laptop import rights
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]


def second(home: Home, other: Verbs, tmp_path: Path, right: str) -> Engine:
    """Return a second laptop with this right, which both know of."""
    invitation = invite(other.circle, right).invitation
    pilar = Engine(home, other, real())
    pilar.write_bundle(tmp_path / "stick")
    place = Home(tmp_path / "two", FileKeystore(tmp_path / "two" / "keys"))
    joined = join_from_bundle(place, invitation, "Tomás", "Red", tmp_path / "stick", real())
    engine = Engine(place, Verbs(joined), real())
    engine.write_bundle(tmp_path / "back")
    pilar.read_bundle(tmp_path / "back")
    pilar.write_bundle(tmp_path / "stick")
    engine.read_bundle(tmp_path / "stick")
    return engine


def share_page(desktop: Desktop, settle: Settle) -> tuple[Window, SharePage]:
    window = desktop.open()
    settle(desktop)
    window.show_page("share")
    settle(desktop)
    page = window.page
    assert isinstance(page, SharePage)
    return window, page


def shut_out_here(
    red: Engine, other: Verbs, home: Home, tmp_path: Path, before: Callable[[], object] = lambda: None
) -> None:
    """This laptop is shut out by the other one, which has become an organizer's and takes the list over.

    `before` is what it does of which nobody hears until then.
    """
    rights.change_right(other.circle, red.circle.secrets.device.id, "organizer")
    pilar = Engine(home, other, real())
    pilar.write_bundle(tmp_path / "stick")
    red.read_bundle(tmp_path / "stick")
    other.records.add("member", {"name": "Not shared"})
    before()
    rights.revoke(red.circle, other.circle.secrets.device.id)
    red.write_bundle(tmp_path / "back")
    pilar.read_bundle(tmp_path / "back")
