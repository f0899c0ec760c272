"""Every decoder of what comes from elsewhere, each with good bytes to begin from; the first of them must be read."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cached_property
from math import isqrt
from pathlib import Path
from typing import cast

import segno
from PySide6.QtGui import QImage
from sync_region import Region, add_member, invite_to

from learningcircles.circle.changes import CatalogueItem
from learningcircles.codec import decode, encode
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import decode_payload, decode_restated, encode_payload
from learningcircles.journal.compress import squeeze
from learningcircles.journal.letter import Letter, open_letter
from learningcircles.journal.segment import Header, Segment, open_payload
from learningcircles.laptop import keystore
from learningcircles.laptop.backup import backup, read_head
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.sealing import read_sealed, seal_keys
from learningcircles.laptop.sheets import new_sheet
from learningcircles.storage.connect import connect, plain_errors
from learningcircles.storage.copy import copy_to
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.held import held_segments
from learningcircles.storage.region import Region as Catalogue
from learningcircles.trust import base32
from learningcircles.trust.entry import ENTRY_LABEL, Entry, Placed, read_body
from learningcircles.trust.invitation import HUB, JOIN, read_hub_code, read_invitation
from learningcircles.trust.placing import settle
from learningcircles.trust.recovery import RECOVER, read_sheet
from learningcircles.trust.roster import Roster
from learningcircles_sync import bundle, protocol
from learningcircles_sync.protocol import SYNC_PATH, Item, Page, Problem, Reply, Shelf, Signed, Sync
from learningcircles_sync.request_auth import sign_request
from learningcircles_sync.session import Session
from learningcircles_ui.parts.qr import read_code

Read = Callable[[bytes], object]
Made = tuple[Read, list[bytes]]
ID = bytes(range(16))


class Bench:
    """A circle with two laptops and a hub, somebody of whom was erased, to take good bytes from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.region = Region(folder)
        self.first = self.region.found()
        self.second = self.region.laptop(self.first, "Jo")
        members = [add_member(self.first, name, phone="0", topics=["chess"]) for name in ("Bia", "Chidi", "Amina")]
        self.first.verbs.swaps.record(members[0], members[1], 60, "kiln", "2026-11-20")
        self.first.verbs.records.add("offer", {"title": "Kiln", "reach": 5, "member": members[0]})
        self.sheet = new_sheet(self.first.circle).sheet
        self.first.share()
        erase(self.first.verbs, members[2])
        for engine in (self.first, self.second, self.first):
            engine.share()

    @cached_property
    def segments(self) -> list[Segment]:
        return Exchange(self.first.circle).after({}, 10**9)

    def message(self) -> Sync:
        """Return what a laptop sends that was never here."""
        roster = self.first.circle.roster
        return Sync(
            roster.circle, roster.head, [[2, 1], [3]], ID, roster=list(roster.placed), segments=list(self.segments)
        )

    def page(self) -> Page:
        """Return what a hub answers to who has nothing."""
        roster = self.first.circle.roster
        return Page(
            roster.head, 1, list(roster.placed), [], 3, [(0, "gap")], [], self.segments, [b"x"], [[9, 9], [9]],
            [(1, ID, 2)], [(1, ID, 2, bytes(8))], b"12345678", False,
        )  # fmt: skip


# --- the wire


def bodies(*kinds: type) -> Callable[[bytes], object]:
    """Return a decoder of packed bodies as each of these structs; the input is the plain form, or the packed one."""

    def read(data: bytes) -> None:
        for kind in kinds:
            for body in (data, b"\x00" + data, b"\x01" + squeeze(data)):
                with suppress(CircleError):
                    protocol.unpack(body, kind)

    return read


def page(bench: Bench) -> Made:
    return bodies(Page), [protocol.encode(bench.page()), protocol.pack(bench.page())]


def sync(bench: Bench) -> Made:
    return bodies(Sync), [protocol.encode(bench.message()), protocol.pack(bench.message())]


def envelope(bench: Bench) -> Made:
    """Requests, replies, problems."""
    wrapped = Signed(1, ID, 1, bytes(64), protocol.pack(bench.message()))
    seeds = [wrapped, Reply(1, True, bytes(64), b"\x00\x90"), Problem("clock", "Off.", 7)]
    return bodies(Signed, Reply, Problem), [protocol.encode(each) for each in seeds]


def catalogue(bench: Bench) -> Made:
    """Other circles' items: kept, shown and searched."""
    body = {"kind": "offer", "title": "Kiln", "expires": "2030-01-01", "languages": ["pt"], "start": {"at": "x"}}
    shelf = Shelf(b"12345678", [Item(ID, "Hillside", ID, body), Item(ID, "Hillside", bytes(16), body)], False)
    circle = bench.first.circle

    def read(data: bytes) -> None:
        told = protocol.unpack(data, Shelf)
        rows = [CatalogueItem(item.circle, item.circle_name, item.id, item.body) for item in told.items]
        Catalogue(circle).keep(told.digest, rows)
        try:
            circle.reader.catalogue("kiln", today="2027-01-01")
            circle.reader.catalogue(today="2027-01-01")
        except CircleError as error:
            raise AssertionError("what was kept cannot be shown") from error

    return read, [b"\x00" + protocol.encode(shelf), protocol.encode(shelf)[1:]]


def hub_door(bench: Bench) -> Made:
    """A hub, asked by a laptop of the circle that signs whatever it says."""
    device, region = bench.first.circle.secrets.device, bench.region

    def read(data: bytes) -> None:
        for body in (data, b"\x00" + data):
            asked = sign_request(device.sign, device.id, region.key.public, SYNC_PATH, region.clock.ms, body)
            region.receiver.answer("POST", SYNC_PATH, asked)

    return read, [protocol.encode(bench.message()), protocol.pack(bench.message())]


def laptop_door(bench: Bench) -> Made:
    """A laptop, answered by its own hub, which says anything."""

    def read(data: bytes) -> None:
        session = Session(Exchange(bench.second.circle), {})
        assert session.next() is not None
        session.take(protocol.unpack(data if data[:1] < b"\x02" else b"\x00" + data, Page))
        session.next()

    return read, [protocol.encode(bench.page()), protocol.pack(bench.page())]


def bundles(bench: Bench) -> Made:
    """Files of a stick: as they come, and with a check sum that fits."""
    path = bench.folder / "stick"
    bench.first.write_bundle(path)
    whole = path.read_bytes()
    receipt = bench.second.read_bundle(path) and bundle.receipt_path(path).read_bytes()

    def read(data: bytes) -> None:
        for body in (data, data[:-32] + hashlib.sha256(data[:-32]).digest()):
            path.write_bytes(body)
            bundle.receipt_path(path).write_bytes(body)
            for decoder in (bundle.check_bundle, lambda file: bundle.read_receipt(bundle.receipt_path(file))):
                with suppress(CircleError):
                    decoder(path)
        path.write_bytes(data)
        bundle.check_bundle(path)

    return read, [whole, receipt]


# --- the journal and the roster


def header(bench: Bench) -> Made:
    return Header.parse, [segment.header for segment in bench.segments]


def payload(bench: Bench) -> Made:
    """Payloads as a laptop of the circle may seal them: opened, and squeezed in the space that is not sealed."""
    shape = Header.parse(bench.segments[-1].header)._replace(space=2)

    def read(data: bytes) -> None:
        for frame in (data, squeeze(data)):
            with suppress(CircleError):
                open_payload(Segment(b"", b"", frame), shape, None)
        decode_restated(data)
        decode_payload(data)

    circle = bench.first.circle
    bodies_ = [row[0] for row in circle.connection.execute("SELECT body FROM restated").fetchall()]
    opened = [encode_payload([each for each in held.changesets if each.ops]) for held in held_segments(circle)]
    return read, [*opened, *bodies_]


def entry(bench: Bench) -> Made:
    """Entries of the roster, placed or not, and a roster that holds such a one."""
    roster = bench.first.circle.roster

    def read(data: bytes) -> None:
        row = decode(data)
        for kind in (Entry, Placed):
            with suppress(CircleError):
                made = kind.from_wire(row)
                made.read() if isinstance(made, Entry) else made.position()
        placed = Placed.from_wire(row)
        Roster.replay([*roster.placed[:2], placed], [placed.entry], circle=roster.circle)

    placed = [encode(each.to_wire()) for each in roster.placed]
    return read, [placed[2]]


def body(bench: Bench) -> Made:
    """What entries say, under a signature of the circle's own organizer that fits."""
    circle = bench.first.circle
    roster, sign = circle.roster, circle.secrets.device.sign

    def read(data: bytes) -> None:
        for envelopes in (None, data):
            with suppress(CircleError):
                read_body(data, envelopes)
        signed = Entry(data, None, sign.sign(ENTRY_LABEL + data), sign.sign(ENTRY_LABEL + data))
        replayed = Roster.replay(roster.placed, [signed], circle=roster.circle)
        settle(replayed, bench.region.key, bench.region.clock.ms)

    return read, [item.entry.body for item in roster.placed]


# --- what people type, scan, keep and bring back


def invitation(bench: Bench) -> Made:
    """Texts of invitations, hub codes and sheets: damaged as text, and damaged before they were written as text."""

    def read(data: bytes) -> None:
        for prefix, reader in ((JOIN, read_invitation), (HUB, read_hub_code), (RECOVER, read_sheet)):
            for text in (prefix + base32.write(data[:3_000]), prefix + data.decode("latin-1"), data.decode("latin-1")):
                with suppress(CircleError):
                    reader(text)

    seeds = [invite_to(bench.first).text(), bench.region.code, bench.sheet.text()]
    codes = [base32.read(text.rpartition("/")[2]) for text in seeds]
    return read, [*codes, *(text.rpartition("/")[2].encode() for text in seeds), *(text.encode() for text in seeds)]


def words(bench: Bench) -> Made:
    """The 24 words of a sheet."""
    return lambda data: read_sheet(data.decode("utf-8", "replace")), [" ".join(bench.sheet.words).encode()]


class Open:
    """A key that opens everything: what is sealed says whatever its sender wished."""

    def open(self, info: bytes, sealed: bytes) -> bytes:
        return sealed


def letter(bench: Bench) -> Made:
    """Letters, as whoever seals them may make them."""
    circle, real = bench.first.circle.id, bench.first.circle.secrets.device.receive
    good = encode({"v": 1, **Letter("offer", ID, "Zoë", "+33 1", "May I come?", "fr", 5)._asdict()})
    anything = cast(ReceiveKey, Open())

    def read(data: bytes) -> None:
        open_letter(data, circle, [real])
        with suppress(CircleError):
            open_letter(data, circle, [anything])
        open_letter(len(data).to_bytes(4, "big") + data, circle, [anything])

    return read, [good, len(good).to_bytes(4, "big") + good + bytes(64)]


def backups(bench: Bench) -> Made:
    """The head of a backup, and the keys in it."""
    path = bench.folder / "backup"
    backup(bench.first.home, bench.first.circle, path)
    whole = path.read_bytes()
    head = whole[8 : 8 + int.from_bytes(whole[4:8], "big")]
    circle = bench.first.circle
    kept = keystore.pack(circle.secrets)

    def read(data: bytes) -> None:
        for begun in (data, whole[:4] + len(data).to_bytes(4, "big") + data):
            path.write_bytes(begun)
            with suppress(CircleError):
                found = read_head(path)
                read_sealed(found.sealed).by_file_key(circle.secrets.file_key)
        for reader in (keystore.unpack, keystore.is_wrapped):
            with suppress(CircleError):
                reader(data)
        read_sealed(data).by_sheet(bench.sheet)

    return read, [seal_keys(circle).encode(), whole[:4096], head, kept]


def wrapped(bench: Bench) -> Made:
    """Keys under a passphrase: each of them costs what guessing costs."""
    kept = keystore.wrap(keystore.pack(bench.first.circle.secrets), "long enough", bench.first.circle.surroundings)
    return lambda data: keystore.unpack(keystore.unwrap(data, "long enough")), [kept]


def circle_file(bench: Bench) -> Made:
    """The beginning of a circle file."""
    circle, path = bench.first.circle, bench.folder / "odd.circle"
    copy_to(circle.connection, path, circle.secrets.file_key, named=path)
    whole = path.read_bytes()

    def read(data: bytes) -> None:
        path.write_bytes(data + whole[len(data) :])
        with plain_errors(path), closing(connect(path, circle.secrets.file_key)) as connection:
            connection.execute("SELECT count(*) FROM segment").fetchone()

    return read, [whole[:4096]]


def picture(bench: Bench) -> Made:
    """A photograph or scan of an invitation, as any program may have written it."""
    path = bench.folder / "picture.png"
    drawn = io.BytesIO()
    segno.make(f"{JOIN}{'0123456789ABCDEFGHJKMNPQRSTVWXYZ' * 4}", micro=False).save(drawn, kind="png", scale=2)
    image, seeds = QImage.fromData(drawn.getvalue()), [drawn.getvalue()]
    for kind in ("JPG", "BMP", "WEBP"):
        image.save(str(path), kind)
        seeds.append(path.read_bytes())

    def read(data: bytes) -> None:
        path.write_bytes(_with_right_sums(data))
        read_code(path)

    return read, seeds


def paper(bench: Bench) -> Made:
    """A PDF, of ours or a scanner's, whose streams are looked at wherever they seem to begin."""
    path = bench.folder / "paper.pdf"
    _, (_, photograph, *_) = picture(bench)
    kept = zlib.compress(f"{JOIN}{'0123456789ABCDEFGHJKMNPQRSTVWXYZ' * 4}".encode())
    seeds = [b"%PDF-1.4\n<< >>\nstream\n" + each + b"\nendstream\n%%EOF" for each in (kept, photograph)]

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_code(path)

    return read, seeds


def _with_right_sums(data: bytes) -> bytes:
    """Return a PNG whose check sums fit, so that what was damaged in it is looked at; other bytes as they are."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return data
    parts, at = [data[:8]], 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        parts += [data[at:end], zlib.crc32(data[at + 4 : end]).to_bytes(4, "big")]
        at = end + 4
    return b"".join([*parts, data[at:]])


def code(bench: Bench) -> Made:
    """What a code says that a stranger has drawn: any bytes, and any text."""
    path = bench.folder / "code.bmp"

    def read(data: bytes) -> None:
        rows = segno.make(data[:120] or b"x", micro=False, boost_error=False).matrix_iter(scale=2)
        bits = bytes(0 if dark else 255 for row in rows for dark in row)
        side = isqrt(len(bits))
        QImage(bits, side, side, side, QImage.Format.Format_Grayscale8).save(str(path), "BMP")
        said = read_code(path)
        for reader in (read_invitation, read_hub_code, read_sheet):
            with suppress(CircleError):
                reader(said)

    good = base32.write(bytes(40))
    return read, [f"{JOIN}{good}".encode(), f"{HUB}{good}".encode(), f"{RECOVER}{good}\u202e\x00\n".encode()]


DECODERS: dict[str, Callable[[Bench], Made]] = {
    each.__name__: each
    for each in (
        page, sync, envelope, catalogue, hub_door, laptop_door, bundles, header, payload, entry, body, invitation,
        words, letter, backups, wrapped, circle_file, picture, paper, code,
    )
}  # fmt: skip
