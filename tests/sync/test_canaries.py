"""Only the projection that a circle chose leaves in the clear: private strings are looked for in all that leaves."""

from __future__ import annotations

import io
import logging
import tarfile
from pathlib import Path
from typing import Any

import pytest
from catalogue_place import Place

from learningcircles.entities.declare import Entity, Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.segment import Header, open_payload
from learningcircles.laptop import backup
from learningcircles_sync.bundle import read_bundle
from learningcircles_sync.hub import keeping

TEXTS = (Kind.TEXT, Kind.NOTE)


def canaries(entity: Entity, *, private: bool) -> dict[str, str]:
    """Return a string of its own for every field of words that may, or may not, leave the circle in the clear."""
    kind = entity.name.lstrip("!")
    return {
        field.name: f"canary-{kind}-{field.name}"
        for field in entity.fields
        if field.settable and field.private is private and field.kind in TEXTS and not field.many
    }


class Canaries:
    """A circle in which every field of words holds a string of its own, and which of them may be seen outside."""

    def __init__(self, place: Place) -> None:
        self.place, self.verbs = place, place.pilar.verbs
        self.secret: set[str] = {"Pilar", "Hall laptop"}
        self.shown: set[str] = set()

    def add(self, name: str, **fields: Any) -> bytes:
        """Add a record whose every field of words is a canary."""
        hidden, open_ = (canaries(ENTITIES[name], private=each) for each in (True, False))
        self.secret.update(hidden.values())
        self.shown.update(open_.values())
        return self.verbs.records.add(name, {**hidden, **open_, **fields})[0]

    def people(self) -> tuple[bytes, bytes]:
        """Add a member whom nobody outside may know, and one who agreed to be named."""
        member = self.add("member", phone="0777-canary", email="canary@secret.example", birth_year=1931)
        named = self.verbs.records.add("member", {"name": "named-on-purpose", "notes": "canary-of-named"})[0]
        given = {"member": named, "purpose": "publish_listing", "given": True, "how": "paper"}
        day = self.verbs.desk.today()
        self.verbs.records.add("consent", {**given, "on": day, "recorded_by": "canary-recorded-by"})
        self.secret |= {"0777-canary", "canary@secret.example", "canary-of-named", "canary-recorded-by"}
        return member, named

    def listings(self, member: bytes, named: bytes) -> None:
        """Show what may be shown, and keep one listing inside."""
        self.add("offer", member=member, reach=5)
        self.verbs.records.add("offer", {"title": "Given by name", "member": named, "reach": 5})
        self.add("request", member=member, reach=5, languages=["pt"])
        self.add("topic")
        self.add("place")
        self.verbs.records.add("offer", {"title": "canary-only-ours", "reach": 1})
        self.secret.add("canary-only-ours")

    def meetup(self, member: bytes) -> bytes:
        """Plan a meetup that everybody may see, with people whom nobody may."""
        self.add("meetup", host=member, start="2027-03-01T18:00", minutes=120, reach=5)
        meetup = self.place.pilar.circle.reader.list("meetup")[0].id
        self.verbs.meetups.attend(meetup, guest_name="canary-guest")
        self.verbs.meetups.rsvp(meetup, name="canary-rsvp")
        self.secret |= {"canary-guest", "canary-rsvp"}
        return meetup

    def swap(self, giver: bytes, receiver: bytes) -> bytes:
        """Record an exchange, which never leaves."""
        self.secret |= {"canary-swap-topic", "canary-swap-notes"}
        day = self.verbs.desk.today()
        return self.verbs.swaps.record(giver, receiver, 60, "canary-swap-topic", day, "canary-swap-notes")[0]

    def visit(self, meetup: bytes) -> None:
        """Sign up on the hub's page, as a learner does."""
        form = f"/circles/{self.place.pilar.circle.id.hex()}/items/{meetup.hex()}/answer?lang=en"
        told = {"name": "canary-visitor", "contact": "canary-contact", "words": "canary-words"}
        assert self.place.visitor.post(form, told).status == 303
        self.secret |= {"canary-visitor", "canary-contact", "canary-words"}

    def pages(self) -> dict[str, bytes]:
        """Return every page that a learner can read, by its path."""
        paths = (
            "/",
            "/offers",
            "/requests",
            "/meetups",
            "/meetups.ics",
            f"/circles/{self.place.pilar.circle.id.hex()}",
        )
        return {path: self.place.visitor.get(f"{path}?lang=en").text.encode() for path in paths}

    def leaked(self, data: bytes) -> list[str]:
        """Return the secret strings that are in some bytes."""
        return [word for word in self.secret if word.encode() in data]


def test_no_private_word_is_in_any_file_that_leaves(
    place: Place, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    made = Canaries(place)
    member, named = made.people()
    made.listings(member, named)
    meetup = made.meetup(member)
    swap = made.swap(member, named)
    charter = canaries(ENTITIES["!charter"], private=False)
    made.verbs.records.edit("charter", place.pilar.circle.id, {**charter, "reach": 5})
    place.share()
    made.visit(meetup)
    files = leaving(place, tmp_path, "before")
    place.share()
    (signup,) = made.verbs.inbox.signups()
    made.verbs.inbox.accept(signup.id)
    made.verbs.swaps.reverse(swap)
    place.share()
    pages = made.pages()
    files |= leaving(place, tmp_path, "after")
    out = capfd.readouterr()
    told = {"log": caplog.text.encode(), "stdout": out.out.encode(), "stderr": out.err.encode()}
    assert len(made.secret) > 25
    assert {name: leaked for name, data in {**files, **pages, **told}.items() if (leaked := made.leaked(data))} == {}
    chosen = {"canary-offer-title", "canary-meetup-title"}
    assert chosen | {"canary-offer-topic", "canary-request-title"} <= made.shown
    assert all(word in pages["/"].decode() for word in chosen | {"named-on-purpose"})
    database = b"".join(data for name, data in files.items() if "hub.db" in name)
    assert b"named-on-purpose" in database, "what was chosen is there, so the search would find what was not"


def leaving(place: Place, tmp_path: Path, when: str) -> dict[str, bytes]:
    """Return every file that leaves the laptop or lies on the hub: database, hub's backup, bundle, sealed backup."""
    stick, copy, sealed = (tmp_path / f"{when}.{ending}" for ending in ("bundle", "tar.gz", "backup"))
    place.pilar.write_bundle(stick)
    keeping.backup(place.folder, copy)
    backup.backup(place.pilar.home, place.pilar.circle, sealed, "a passphrase for the test")
    files = {f"{when} {each.name}": each.read_bytes() for each in place.folder.path.iterdir() if each.is_file()}
    with tarfile.open(copy) as archive:
        for each in archive.getmembers():
            held = archive.extractfile(each)
            files[f"{when} backup {each.name}"] = held.read() if held is not None else b""
    # A bundle is squeezed: what is in the clear there is looked for page by page, as a reader would see it.
    files[f"{when} bundle"] = stick.read_bytes() + unpacked(stick)
    files[f"{when} sealed"] = sealed.read_bytes()
    return files


def unpacked(stick: Path) -> bytes:
    """Return the readable payloads of a bundle, squeezed no more."""
    out = io.StringIO()
    for page in read_bundle(stick):
        for segment in page.segments:
            header = Header.parse(segment.header)
            if header.space == 2:
                out.write(str(open_payload(segment, header, None)))
    return out.getvalue().encode()
