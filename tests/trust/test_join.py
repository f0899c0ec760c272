"""Founding, inviting, joining and revoking, as pure data."""

from __future__ import annotations

import pytest

from learningcircles.errors import CircleError
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust import make
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.invitation import read_invitation
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster


@pytest.fixture
def world() -> Surroundings:
    return seeded(1, lambda: 1_800_000_000_000)


def test_a_joiner_opens_the_circles_keys_without_an_organizer_online(world: Surroundings) -> None:
    founding = make.found(world)
    entry, invitation = make.invite(founding.roster, founding.keys, founding.epochs, world, right="recorder")
    opened = Roster.replay([founding.placed], [entry])
    roster, refused = settle(opened, founding.keys.sign, world.now_ms())
    assert not refused

    add, keys, epochs = make.join(roster, read_invitation(invitation.text()), world)
    waiting = Roster.replay(roster.placed, [add])

    assert waiting.devices[keys.id].provisional
    assert epochs == {name: key for name, key in founding.epochs.items() if name[0] == 1}
    settled, _ = settle(waiting, founding.keys.sign, world.now_ms())
    assert settled.devices[keys.id].index == 1
    assert open_epochs(settled, keys.id, keys.receive) == epochs
    assert open_epochs(settled, founding.keys.id, founding.keys.receive) == founding.epochs


def test_an_invitation_serves_once(world: Surroundings) -> None:
    founding = make.found(world)
    entry, invitation = make.invite(founding.roster, founding.keys, founding.epochs, world, right="recorder")
    roster, _ = settle(Roster.replay([founding.placed], [entry]), founding.keys.sign, world.now_ms())
    first, _, _ = make.join(roster, invitation, world)
    second, _, _ = make.join(roster, invitation, world)
    both = Roster.replay(roster.placed, [first, second])
    settled, refused = settle(both, founding.keys.sign, world.now_ms())
    assert [code for _, code in refused] == ["invitation_used"]
    assert len([d for d in settled.devices.values() if not d.provisional]) == 2


def test_a_revoked_laptop_cannot_open_the_next_key(world: Surroundings) -> None:
    founding = make.found(world)
    entry, invitation = make.invite(founding.roster, founding.keys, founding.epochs, world, right="recorder")
    roster, _ = settle(Roster.replay([founding.placed], [entry]), founding.keys.sign, world.now_ms())
    add, keys, _ = make.join(roster, invitation, world)
    roster, _ = settle(Roster.replay(roster.placed, [add]), founding.keys.sign, world.now_ms())
    shut = make.revoke(roster, founding.keys, founding.epochs, keys.id, {}, world)
    roster, _ = settle(Roster.replay(roster.placed, [shut]), founding.keys.sign, world.now_ms())
    newest = roster.state.epochs[1][-1].name
    assert (1, newest) in open_epochs(roster, founding.keys.id, founding.keys.receive)
    assert (1, newest) not in open_epochs(roster, keys.id, keys.receive)
    assert roster.served(keys.id) is None


def test_a_mistyped_invitation_says_so(world: Surroundings) -> None:
    founding = make.found(world)
    _, invitation = make.invite(founding.roster, founding.keys, founding.epochs, world, right="recorder")
    text = invitation.text()
    wrong = text[:-3] + ("A" if text[-3] != "A" else "B") + text[-2:]
    with pytest.raises(CircleError, match="typing mistake"):
        read_invitation(wrong)


def test_a_text_of_a_million_letters_is_refused_at_once() -> None:
    with pytest.raises(CircleError, match="typing mistake"):
        read_invitation("learningcircles://join/" + "0" * 1_000_000)
