"""The laptop's end of a line to a receiver: signs, sends, checks, counts; mends a clock that is off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from msgspec import Struct

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import NotAllowed, Refused, Unreachable, Unreadable
from learningcircles_sync import protocol
from learningcircles_sync.protocol import HUB_PATH, Hub, Problem, Reply
from learningcircles_sync.request_auth import read_reply, sign_request

T = TypeVar("T")
_ELSE = "The other side refused."
NO_ANSWER, LINE_BROKE, TOO_SLOW = LINE_FAILS = ("no_answer", "line_broke", "too_slow")
"""How a line may fail of which nothing but its weakness is known: nobody there, cut off, or not in time."""


class Transport(Protocol):
    """Carries one request to a receiver and its reply back; raises Unreachable. Never inside a transaction."""

    def post(self, path: str, body: bytes) -> bytes: ...

    def get(self, path: str) -> bytes: ...

    def close(self) -> None: ...


@dataclass
class Traffic:
    """What a line has carried: bodies in bytes, both ways."""

    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0


class Line:
    """One laptop's (or invitation's) line to one receiver."""

    def __init__(
        self, transport: Transport, receiver: bytes, signer: bytes, sign: SigningKey, now_ms: Callable[[], int]
    ) -> None:
        self._transport = transport
        self._receiver = receiver
        self._signer = signer
        self._sign = sign
        self._now_ms = now_ms
        self.traffic = Traffic()
        self.ahead_ms = 0
        """How far the receiver's clock is ahead of ours, as it last said; 0 until it complained."""

    def ask(self, path: str, message: Struct, kind: type[T]) -> T:
        """Return the receiver's answer.

        Raises Unreachable where there is none or none of ours, Refused or NotAllowed with the receiver's own
        sentence where it says no.
        """
        reply = self._exchange(path, message)
        if not reply.ok:
            problem = _body(reply, Problem)
            if problem.code == "clock":
                self.ahead_ms = problem.time - self._now_ms()
                reply = self._exchange(path, message)
        if not reply.ok:
            raise _refusal(_body(reply, Problem))
        return _body(reply, kind)

    def _exchange(self, path: str, message: Struct) -> Reply:
        body = protocol.pack(message)
        when = max(self._now_ms() + self.ahead_ms, 0)
        request = sign_request(self._sign, self._signer, self._receiver, path, when, body)
        self.traffic.requests += 1
        self.traffic.bytes_up += len(request)
        answer = self._transport.post(path, request)
        self.traffic.bytes_down += len(answer)
        return read_reply(answer, request, self._receiver)


def ask_hub(transport: Transport) -> Hub:
    """Return who answers there; the transport's pinned certificate is what vouches for it."""
    answer = transport.get(HUB_PATH)
    reply = read_reply(answer, b"", None)
    if not reply.ok:
        raise _refusal(_body(reply, Problem))
    hub = _body(reply, Hub)
    read_reply(answer, b"", hub.key)
    return hub


def _body(reply: Reply, kind: type[T]) -> T:
    try:
        return protocol.unpack(reply.body, kind)
    except Unreadable as error:
        raise Unreachable("bad_answer", "The other side answered with something this version cannot read.") from error


def _refusal(problem: Problem) -> Refused:
    # A stranger's sentence is never a template: braces in it must not be filled in.
    sentence = problem.message or _ELSE
    kind = NotAllowed if problem.code in NOT_ALLOWED else Refused
    return kind(problem.code, sentence)


NOT_ALLOWED = frozenset(
    [
        "bad_signature",
        "not_served",
        "invitation_unknown",
        "invitation_used",
        "invitation_cancelled",
        "invitation_expired",
        "code_unknown",
        "code_used",
        "code_expired",
        "organizers_only",
    ]
)
