"""The recovery sheet's words and keys, what it may do in the roster, and successors."""

from __future__ import annotations

import pytest

from learningcircles.errors import CircleError, InvalidValue, NotAllowed, Unreadable
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust import make, recovering
from learningcircles.trust.entry import place_entry
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.placing import settle
from learningcircles.trust.recovery import Sheet, read_sheet
from learningcircles.trust.roster import Roster
from learningcircles.trust.words import from_words, to_words, word_list

NOW = 1_800_000_000_000

# Vectors of BIP-39 for 256 bits (trezor/python-mnemonic, vectors.json).
VECTORS = {
    "00" * 32: "abandon " * 23 + "art",
    "7f" * 32: "legal winner thank year wave sausage worth useful " * 2
    + "legal winner thank year wave sausage worth title",
    "80" * 32: "letter advice cage absurd amount doctor acoustic avoid " * 2
    + "letter advice cage absurd amount doctor acoustic bless",
    "ff" * 32: "zoo " * 23 + "vote",
}


@pytest.fixture
def world() -> Surroundings:
    return seeded(5, lambda: NOW)


def with_sheet(world: Surroundings) -> tuple[make.Founding, Roster, Sheet]:
    founding = make.found(world)
    entry, sheet = recovering.new_sheet(
        founding.roster, founding.keys, founding.epochs, world, hub="https://hub.example"
    )
    return founding, settled(founding, Roster.replay([founding.placed], [entry])), sheet


def settled(founding: make.Founding, roster: Roster) -> Roster:
    placed, refused = settle(roster, founding.keys.sign, NOW)
    assert not refused
    return placed


@pytest.mark.parametrize("data", VECTORS)
def test_words_are_those_of_bip39(data: str) -> None:
    assert " ".join(to_words(bytes.fromhex(data))) == VECTORS[data].strip()
    assert from_words(VECTORS[data]) == bytes.fromhex(data)


def test_the_list_has_2048_words_that_four_letters_tell_apart() -> None:
    assert len(set(word_list())) == len({word[:4] for word in word_list()}) == 2048


def test_a_sheet_is_read_however_it_is_typed() -> None:
    sheet = Sheet(bytes(range(16)), bytes(range(100, 116)), "https://hub.example", b"f" * 32)
    words = sheet.words
    numbered = "\n".join(f"{place}. {word.upper()}" for place, word in enumerate(words, 1))
    assert (
        read_sheet(numbered)
        == read_sheet(" ".join(word[:4] for word in words))
        == sheet._replace(hub="", fingerprint=None)
    )
    assert read_sheet(sheet.text().lower().replace("learning", " learning")) == sheet
    assert read_sheet(numbered).id == sheet.id


def test_a_typing_mistake_is_named_kindly() -> None:
    words = Sheet(b"c" * 16, b"s" * 16).words
    wrong = [*words]
    wrong[6] = "bicicle"
    with pytest.raises(InvalidValue, match="Word 7, “bicicle”.*“bicycle”"):
        read_sheet(" ".join(wrong))
    wrong[6] = "7777qqqqxxxx"
    with pytest.raises(InvalidValue, match="Word 7, “qqqqxxxx”.*Compare"):
        read_sheet(" ".join(wrong))
    with pytest.raises(InvalidValue, match="24 words, and here are 23"):
        read_sheet(" ".join(words[1:]))
    swapped = [words[1], words[0], *words[2:]]
    with pytest.raises(InvalidValue, match="changed places"):
        read_sheet(" ".join(swapped))
    with pytest.raises(InvalidValue, match="begin with"):
        read_sheet("learningcircles://join/ABC")


def test_a_sheet_opens_every_epoch_since_and_before(world: Surroundings) -> None:
    founding, roster, sheet = with_sheet(world)
    assert open_epochs(roster, sheet.id, sheet.receive) == founding.epochs
    entry, other = make.invite(roster, founding.keys, founding.epochs, world, right="organizer")
    roster = settled(founding, Roster.replay(roster.placed, [entry]))
    add, keys, _ = make.join(roster, other, world)
    roster = settled(founding, Roster.replay(roster.placed, [add]))
    shut = make.revoke(roster, founding.keys, founding.epochs, keys.id, {}, world)
    roster = settled(founding, Roster.replay(roster.placed, [shut]))
    opened = open_epochs(roster, sheet.id, sheet.receive)
    assert set(opened) == {(space, epoch.name) for space, chain in roster.state.epochs.items() for epoch in chain}
    assert len(opened) == 4


def test_a_new_sheet_cancels_the_old_one_and_its_key_opens_nothing_new(world: Surroundings) -> None:
    founding, roster, old = with_sheet(world)
    entry, new = recovering.new_sheet(roster, founding.keys, founding.epochs, world)
    roster = settled(founding, Roster.replay(roster.placed, [entry]))
    with pytest.raises(NotAllowed, match="cancelled"):
        recovering.enrol(roster, old, world, take_over=True)
    assert set(open_epochs(roster, old.id, old.receive)) == set(founding.epochs)
    assert len(open_epochs(roster, new.id, new.receive)) == 4
    assert recovering.enrol(roster, new, world, take_over=True).roster.devices


def test_a_sheet_enrols_a_laptop_that_keeps_the_list_where_nobody_else_can(world: Surroundings) -> None:
    founding, roster, sheet = with_sheet(world)
    enrolled = recovering.enrol(roster, sheet, world, take_over=True)
    device = enrolled.roster.devices[enrolled.keys.id]
    assert (device.right, device.index, device.provisional) == ("organizer", 1, False)
    assert enrolled.roster.sequencer == enrolled.keys.sign.public
    assert open_epochs(enrolled.roster, enrolled.keys.id, enrolled.keys.receive) == founding.epochs == enrolled.epochs
    again = Roster.replay(enrolled.roster.placed, circle=roster.circle)
    assert again.sequencer == enrolled.keys.sign.public


def test_where_a_hub_keeps_the_list_the_enrolment_is_a_proposal_that_acts_at_once(world: Surroundings) -> None:
    founding, roster, sheet = with_sheet(world)
    enrolled = recovering.enrol(roster, sheet, world, take_over=False)
    assert enrolled.roster.served(enrolled.keys.id) is not None
    assert enrolled.roster.devices[enrolled.keys.id].provisional
    assert settled(founding, enrolled.roster).devices[enrolled.keys.id].index == 1


def test_a_sheet_may_do_nothing_else(world: Surroundings) -> None:
    founding, roster, sheet = with_sheet(world)
    for kind in ("revoke", "recovery", "right", "rotate", "invite"):
        fields = {"device": founding.keys.id, "right": "reader", **founding.keys.public}
        entry = make.propose(roster, kind, sheet.id, sheet.sign, fields, world)
        assert Roster.replay(roster.placed, [entry]).proposals == ()
    unowned = make.propose(
        roster, "add", sheet.id, sheet.sign, {**make.DeviceKeys.new(world).public, "right": "organizer"}, world
    )
    assert Roster.replay(roster.placed, [unowned]).proposals == ()


def test_nobody_but_the_sheet_takes_the_list_over(world: Surroundings) -> None:
    founding, roster, sheet = with_sheet(world)
    thief = make.DeviceKeys.new(world)
    fields = {"key": thief.sign.public, "hub": "", "fingerprint": None}
    for author, sign in ((sheet.id, thief.sign), (founding.keys.id, thief.sign), (thief.id, thief.sign)):
        entry = make.propose(roster, "sequencer", author, sign, fields, world)
        item = place_entry(entry, roster.circle, len(roster.placed), roster.head, thief.sign)
        with pytest.raises(CircleError):
            Roster.replay([*roster.placed, item])
    honest = make.propose(roster, "sequencer", sheet.id, sheet.sign, fields, world)
    elsewhere = place_entry(honest, roster.circle, len(roster.placed), roster.head, make.DeviceKeys.new(world).sign)
    with pytest.raises(Unreadable, match="not confirmed by whoever keeps it"):
        Roster.replay([*roster.placed, elsewhere])


def test_a_successor_has_the_same_right_and_is_shut_out_with_its_forerunner(world: Surroundings) -> None:
    founding, roster, _ = with_sheet(world)
    entry, invitation = make.invite(roster, founding.keys, founding.epochs, world, right="recorder")
    roster = settled(founding, Roster.replay(roster.placed, [entry]))
    add, first, epochs = make.join(roster, invitation, world)
    roster = settled(founding, Roster.replay(roster.placed, [add]))
    entry, second = recovering.succeed(roster, first, epochs, world)
    provisional = Roster.replay(roster.placed, [entry])
    assert provisional.devices[second.id].right == "recorder" and provisional.served(second.id) is not None
    roster = settled(founding, provisional)
    assert roster.devices[second.id].succeeds == first.id
    entry, third = recovering.succeed(roster, second, epochs, world)
    roster = settled(founding, Roster.replay(roster.placed, [entry]))
    assert open_epochs(roster, third.id, third.receive).keys() == {key for key in founding.epochs if key[0] == 1}
    shut = make.revoke(roster, founding.keys, founding.epochs, first.id, {}, world)
    roster = settled(founding, Roster.replay(roster.placed, [shut]))
    assert all(roster.devices[each.id].revoked for each in (first, second, third))
    with pytest.raises(NotAllowed, match="no longer"):
        recovering.succeed(roster, second, epochs, world)
