"""The asking side of the local network: who answers there, and whether it may be shared with."""

from __future__ import annotations

from msgspec import Struct

from learningcircles.circle.circle import Circle
from learningcircles.errors import NotAllowed, Unreachable, Unreadable
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.roster import Roster
from learningcircles_sync import protocol
from learningcircles_sync.lan.hello import (
    HELLO_PATH,
    KNOCK_PATH,
    SALT_BYTES,
    Greeting,
    hello,
    knock,
    lan_secret,
    other_circle,
)
from learningcircles_sync.line import Transport
from learningcircles_sync.request_auth import read_reply


def greet(transport: Transport, circle: Circle) -> Greeting:
    """Say hello and return who answers; its signature is checked, but whether it is of the circle only if it is known.

    Raises Unreachable where nobody answers or not as one of ours, NotAllowed where the roster shuts it out.
    """
    said = hello(lan_secret(circle), circle.surroundings.random(SALT_BYTES))
    greeting = _greeted(transport, HELLO_PATH, said)
    if greeting.device in circle.roster.devices:
        check_in_roster(circle.roster, greeting)
    return greeting


def knock_at(transport: Transport, invitation: Invitation, salt: bytes) -> Greeting:
    """Knock with an invitation and return who answers; whether it is of the circle is seen from its roster.

    Raises Unreachable where nobody answers or not as one of ours, NotAllowed where the invitation is not known there.
    """
    return _greeted(transport, KNOCK_PATH, knock(invitation, salt))


def _greeted(transport: Transport, path: str, said: Struct) -> Greeting:
    body = protocol.pack(said)
    try:
        answer = transport.post(path, body)
        reply = read_reply(answer, body, None)
        if not reply.ok:
            raise other_circle()
        greeting = protocol.unpack(reply.body, Greeting)
        read_reply(answer, body, greeting.key)
    except (Unreachable, Unreadable) as error:
        raise Unreachable("nobody_beside", "The laptop beside this one does not answer.") from error
    return greeting


def check_in_roster(roster: Roster, greeting: Greeting) -> None:
    """Refuse who is not, or no longer, a laptop of the circle, or shows another key than its own."""
    found = roster.served(greeting.device)
    if found is None or found.sign != greeting.key:
        raise NotAllowed("not_served_beside", "The laptop beside this one is not, or no longer, in this circle.")
