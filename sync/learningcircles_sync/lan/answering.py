"""What a laptop answers on the local network: hello and knock, and what a hub answers to laptops of the circle and to
who joins it, for its own circle alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError, Locked, NotFound
from learningcircles.laptop.locking import SyncLock
from learningcircles.laptop.sequencing import place_pending
from learningcircles.laptop.succession import is_new_heir
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.members import Invite
from learningcircles_sync import protocol
from learningcircles_sync.buckets import OF_A_LAPTOP, OF_LISTS, Buckets
from learningcircles_sync.lan.hello import (
    HELLO_PATH,
    KNOCK_PATH,
    Greeting,
    Hello,
    Knock,
    check_hello,
    check_knock,
    lan_secret,
)
from learningcircles_sync.lan.store import LaptopStore
from learningcircles_sync.protocol import JOIN_PATH, SYNC_PATH, Problem
from learningcircles_sync.request_auth import sign_reply
from learningcircles_sync.serve import Answer, Identity, Receiver


class Answering:
    """Answers for one circle, which it has open for itself. Any thread may call; one request goes at a time."""

    def __init__(self, circle: Circle, arrived: Callable[[], None]) -> None:
        self._circle = circle
        self._now_ms = circle.surroundings.now_ms
        self._store = LaptopStore(circle, arrived)
        self._key = circle.secrets.device.sign
        self._asked, self._lists = Buckets(OF_A_LAPTOP, self._now_ms), Buckets(OF_LISTS, self._now_ms)
        self._receiver = self._listening()
        self._lock = Lock()

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        """Return the reply to a request; strangers get a refusal that says nothing of the circle."""
        with self._lock:
            self._follow()
            if method == "POST" and path in (SYNC_PATH, JOIN_PATH):
                return self._receiver.answer(method, path, body)
            try:
                greeting = self._greet(method, path, body)
            except CircleError as error:
                problem = Problem(error.code, str(error), self._now_ms())
                return Answer(404, sign_reply(self._key, body, False, protocol.pack(problem)))
            return Answer(200, sign_reply(self._key, body, True, protocol.pack(greeting)))

    def _follow(self) -> None:
        """Answer under the keys under which this laptop writes now: a restored one has taken others."""
        self._circle.follow()
        key = self._circle.secrets.device.sign
        if key.public != self._key.public:
            self._key = key
            self._receiver = self._listening()

    def _listening(self) -> Receiver:
        who = Identity(self._key)
        return Receiver(self._store, who, self._now_ms, self._close_tail, asked=self._asked, lists=self._lists)

    def _greet(self, method: str, path: str, body: bytes) -> Greeting:
        if method == "POST" and path == HELLO_PATH:
            check_hello(lan_secret(self._circle), protocol.unpack(body, Hello))
        elif method == "POST" and path == KNOCK_PATH:
            check_knock(self._circle.id, self._open_doors(), protocol.unpack(body, Knock))
        else:
            raise NotFound("no_such_page", "There is nothing at this address.")
        device = self._circle.secrets.device
        return Greeting(device.id, device.sign.public, self._circle.roster.state.tip, self._now_ms())

    def _open_doors(self) -> list[Invite]:
        now = self._now_ms()
        doors = self._circle.roster.invites.values()
        return [door for door in doors if not door.revoked and door.used < door.uses and now <= door.expires]

    def _close_tail(self) -> None:
        """Make ready to leave what was written since; while this laptop shares by itself, that has been done."""
        with suppress(Locked), SyncLock(self._circle.path):
            self._circle.follow()
            place_pending(self._circle)
            if not is_new_heir(self._circle):  # such a one asks for itself before it gives anything
                Exchange(self._circle).close_tail()
