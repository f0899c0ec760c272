"""docs/protocol.md: the roster's test vectors are what the code makes, and what it reads."""

from __future__ import annotations

import re
from pathlib import Path

from learningcircles.codec import decode, encode
from learningcircles.crypto.envelope import deterministic_sealer
from learningcircles.surroundings import Surroundings
from learningcircles.trust import make
from learningcircles.trust.entry import ENTRY_LABEL, KINDS, Entry, Placed, place_entry
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.placing import countersign
from learningcircles.trust.roster import Roster
from learningcircles.trust.strays import stray

TEXT = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")
NOW = 1_800_000_000_000


class Stream:
    """The bytes 00, 01 … ff, 00 … in order: what the vectors take for random."""

    def __init__(self) -> None:
        self.at = 0

    def __call__(self, count: int) -> bytes:
        drawn = bytes((self.at + n) % 256 for n in range(count))
        self.at += count
        return drawn


def vectors() -> dict[str, bytes]:
    stream = Stream()
    world = Surroundings(lambda: NOW, stream, deterministic_sealer(stream))
    founding = make.found(world)
    keys, epochs, roster = founding.keys, founding.epochs, founding.roster

    def place(entry: Entry) -> Placed:
        return countersign(roster, entry, keys.sign, NOW)

    entry, invitation = make.invite(roster, keys, epochs, world, right="recorder")
    invited = place(entry)
    roster = Roster.replay([*roster.placed, invited])
    add, joiner, _ = make.join(roster, invitation, world)
    added = place(add)
    roster = Roster.replay([*roster.placed, added])
    raised = place(make.change_right(roster, keys, epochs, joiner.id, "organizer", False, {}, world))
    roster = Roster.replay([*roster.placed, raised])
    refused = place(make.refuse(roster.circle, roster.head, keys.sign, b"\x77" * 32, "invitation_used", NOW))
    roster = Roster.replay([*roster.placed, refused])
    shut = place(make.revoke(roster, keys, epochs, joiner.id, {1: (2, b"\x22" * 32)}, world))
    roster = Roster.replay([*roster.placed, shut])
    body = encode([2, 1, roster.circle, roster.head, "season", keys.id, NOW << 14, {}, bytes(32), "more"])
    unread = Entry(body, None, keys.sign.sign(ENTRY_LABEL + body))
    after = place_entry(unread, roster.circle, len(roster.placed), roster.head, keys.sign)
    return {
        "circle id": founding.roster.circle,
        "founder's device id": keys.id,
        "found": encode(founding.placed.to_wire()),
        "head after found": founding.placed.head,
        "invite": encode(invited.to_wire()),
        "joiner's device id": joiner.id,
        "add": encode(added.to_wire()),
        "right": encode(raised.to_wire()),
        "refuse": encode(refused.to_wire()),
        "revoke": encode(shut.to_wire()),
        "head after revoke": shut.head,
        "a later version’s": encode(after.to_wire()),
        "stray": encode(stray(shut).to_wire()),
    }


def written() -> dict[str, bytes]:
    blocks = re.findall(r"^\*\*(.+?)\*\*.*?\n\n((?:    [0-9a-f]+\n)+)", TEXT, re.MULTILINE)
    return {name: bytes.fromhex("".join(block.split())) for name, block in blocks}


def test_the_vectors_are_what_the_code_makes() -> None:
    made = vectors()
    held = written()
    assert {name: held.get(name) for name in made} == made


def test_the_vectors_are_read_from_their_bytes_alone() -> None:
    told = written()
    placed = [Placed.from_wire(decode(told[name])) for name in ("found", "invite", "add", "right", "refuse", "revoke")]
    roster = Roster.replay(placed, circle=told["circle id"])
    assert roster.head == told["head after revoke"]
    founder = roster.devices[told["founder's device id"]]
    joiner = roster.devices[told["joiner's device id"]]
    assert (founder.right, founder.index, joiner.right, joiner.index) == ("organizer", 0, "organizer", 1)
    assert joiner.cut is not None and joiner.cut.last == {1: (2, b"\x22" * 32)}
    later = Placed.from_wire(decode(told["a later version’s"]))
    beyond = Roster.replay([*placed, later])
    assert (beyond.head, beyond.state.tip, beyond.standing(later.head)) == (roster.head, later.head, None)
    assert roster.state.refused == {b"\x77" * 32: "invitation_used"}
    stream = Stream()
    world = Surroundings(lambda: NOW, stream, deterministic_sealer(stream))
    keys = make.DeviceKeys.new(world)
    opened = open_epochs(roster, keys.id, keys.receive)
    assert {(space, epoch.name) for space in (0, 1) for epoch in roster.state.epochs[space]} == opened.keys()
    assert Roster.replay(placed[:-1], [Entry.from_wire(decode(told["stray"]))]).standing(placed[-1].head) == 4


def test_every_kind_is_named() -> None:
    for kind in KINDS:
        assert re.search(rf"^\| {kind}\b|^\|[^|]*\b{kind} \|", TEXT, re.MULTILINE), kind
