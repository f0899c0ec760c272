"""A passphrase at opening: it wraps both the file's key and this laptop's keys (Argon2id, RFC 9106)."""

from __future__ import annotations

from learningcircles.errors import Locked, Refused
from learningcircles.laptop import keystore
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.surroundings import Surroundings, real


def lock(home: Home, held: CircleFile, passphrase: str, surroundings: Surroundings | None = None) -> None:
    """Ask for a passphrase from now on; the keyring or key file then holds the wrapped form alone.

    Raises InvalidValue for a short one, Refused where the circle is locked already.
    """
    kept = _kept(home, held)
    if keystore.is_wrapped(kept):
        raise Refused("locked_already", "{name} is locked already.", name=held.name)
    home.keys.put(held.circle_id.hex(), keystore.wrap(kept, passphrase, surroundings or real()))


def unlock(home: Home, held: CircleFile, passphrase: str) -> None:
    """Ask for no passphrase any more; raises Locked when this one is wrong."""
    kept = _kept(home, held)
    if keystore.is_wrapped(kept):
        home.keys.put(held.circle_id.hex(), keystore.unwrap(kept, passphrase))


def relock(home: Home, held: CircleFile, old: str, new: str, surroundings: Surroundings | None = None) -> None:
    """Ask for another passphrase from now on; an empty one asks for none. One write: there is no moment between.

    Raises Locked when the old one is wrong, InvalidValue where the new one is too short.
    """
    plain = keystore.unwrap(_kept(home, held), old)
    home.keys.put(held.circle_id.hex(), keystore.wrap(plain, new, surroundings or real()) if new else plain)


def try_passphrase(home: Home, held: CircleFile, passphrase: str) -> None:
    """Raise Locked where this is not the circle's passphrase; nothing is opened or changed."""
    keystore.unwrap(_kept(home, held), passphrase)


def _kept(home: Home, held: CircleFile) -> bytes:
    kept = home.keys.get(held.circle_id.hex())
    if kept is None:
        raise Locked("no_key", "This laptop has no key for {name}.", name=held.name)
    return kept
