"""How often strangers may write: a token bucket for each address, and one for each circle.

An address is the connection's own, or what a listed proxy says of the connection that it had; nobody else's word
counts. IPv6 addresses are taken by their /64, since a single household has that many.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from starlette.requests import Request

from learningcircles.errors import Usage
from learningcircles_sync.buckets import Rate

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LOCAL: tuple[Network, ...] = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))
OF_AN_ADDRESS = Rate(20, 30_000)
"""A hall's whole company behind one address may sign up at once."""
OF_A_CIRCLE = Rate(100, 20_000)


def read_proxies(given: Sequence[str]) -> tuple[Network, ...]:
    """Return the networks of `--proxy ADDRESS`, one address or a network each; raises Usage."""
    try:
        return tuple(ipaddress.ip_network(each) for each in given)
    except ValueError as error:
        raise Usage("bad_proxy", "--proxy needs an address such as 10.0.0.2: {reason}.", reason=error) from error


def whose(request: Request, proxies: Sequence[Network]) -> bytes:
    """Return the name of the address that a request comes from; empty where it has none."""
    address = _address(request.client.host if request.client else "")
    # The last one was added by the proxy that we know; what stands before came from whoever asked it.
    for told in reversed(request.headers.get("x-forwarded-for", "").split(",")[-8:]):
        if address is None or not any(address in network for network in proxies):
            break
        address = _address(told.strip()) or address
    return b"" if address is None else address.packed if address.version == 4 else address.packed[:8]


def _address(told: str) -> Address | None:
    try:
        found = ipaddress.ip_address(told.strip("[]"))
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found
