"""Signing requests and replies, both sides (protocol.py says what is signed).

A request is bound to its receiver, path, time and body: another hub cannot use it, and the receiver will not
take it ten minutes later. A reply is bound to the request that it answers.
"""

from __future__ import annotations

from learningcircles import codec
from learningcircles.crypto.hashing import sha256
from learningcircles.crypto.sign import SigningKey, verify
from learningcircles.errors import NotAllowed, Refused, Unreachable, Unreadable
from learningcircles_sync import protocol
from learningcircles_sync.protocol import CLOCK_TOLERANCE_MS, Reply, Signed

REQUEST_LABEL = b"lc1 request"
REPLY_LABEL = b"lc1 reply"
METHOD = "POST"
"""Every signed request is a POST; the method is signed all the same, so that none is taken for another."""


def sign_request(sign: SigningKey, signer: bytes, receiver: bytes, path: str, time_ms: int, body: bytes) -> bytes:
    """Return a request on its way to the receiver with this public key. `time_ms`: the receiver's time, estimated."""
    signature = sign.sign(_request_bytes(receiver, path, time_ms, body))
    return protocol.encode(Signed(protocol.VERSION, signer, time_ms, signature, body))


def read_request(data: bytes) -> Signed:
    """Return a request, its signature not judged yet; raises Unreadable."""
    signed = protocol.decode(data, Signed)
    if signed.v != protocol.VERSION:
        raise Unreadable("newer_protocol", "This comes from a newer version of the program. Update this one first.")
    return signed


def check_request(signed: Signed, public: bytes, receiver: bytes, path: str, now_ms: int) -> None:
    """Refuse a request that this key did not sign for this receiver, path and time.

    Raises NotAllowed("bad_signature") or Refused("clock"); the clock is judged only after the signature, so
    that the right time is told to nobody's forgery.
    """
    if not verify(public, _request_bytes(receiver, path, signed.time, signed.body), signed.signature):
        raise NotAllowed("bad_signature", "This request is not signed by a laptop of the circle.")
    if abs(signed.time - now_ms) > CLOCK_TOLERANCE_MS:
        raise Refused("clock", "The clock of this laptop is off.")


def sign_reply(key: SigningKey, request: bytes, ok: bool, body: bytes) -> bytes:
    """Return a reply to the request with these bytes (empty for a plain GET)."""
    signature = key.sign(_reply_bytes(request, ok, body))
    return protocol.encode(Reply(protocol.VERSION, ok, signature, body))


def read_reply(data: bytes, request: bytes, receiver: bytes | None) -> Reply:
    """Return a reply; raises Unreachable when it is no reply of ours, or another key's.

    `receiver` is None only for who asks a hub for its key.
    """
    try:
        reply = protocol.decode(data, Reply)
    except Unreadable as error:
        raise Unreachable(
            "not_a_hub", "The other side answered, but not as a Learning Circles hub. Check its address."
        ) from error
    if receiver is not None and not verify(receiver, _reply_bytes(request, reply.ok, reply.body), reply.signature):
        raise Unreachable("wrong_hub", "The other side answered, but it is not this circle's hub.")
    return reply


def _request_bytes(receiver: bytes, path: str, time_ms: int, body: bytes) -> bytes:
    return REQUEST_LABEL + codec.encode([receiver, METHOD, path, time_ms, sha256(body)])


def _reply_bytes(request: bytes, ok: bool, body: bytes) -> bytes:
    return REPLY_LABEL + codec.encode([sha256(request), ok, sha256(body)])
