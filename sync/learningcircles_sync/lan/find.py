"""Finding laptops on the local network by multicast DNS (RFC 6762, RFC 6763), with the `lan` extra's zeroconf.

The names in it are random and new at each start; `hello` says what the records mean.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

import ifaddr  # zeroconf depends on it: it lists addresses without asking a name server
from zeroconf import Error as ZeroconfError
from zeroconf import IPVersion, ServiceBrowser, ServiceInfo, ServiceStateChange, Zeroconf

from learningcircles.errors import Refused

SERVICE = "_learningcircles._tcp.local."
ASK_MS = 3_000
Seen = Callable[[str, "tuple[str, int] | None", Mapping[str, str]], None]
"""(name, (host, port) or None when it has gone, text records)."""


class Listener:
    """Tells of laptops that announce themselves; its callbacks come from its own threads."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._own = ""
        try:
            self._zeroconf = Zeroconf(ip_version=IPVersion.V4Only)
        except (OSError, RuntimeError) as error:  # RuntimeError: no interface at all, not even the loopback one
            raise Refused("no_network", "This laptop is on no network at the moment.") from error
        self._browser: ServiceBrowser | None = None

    def start(self) -> None:
        """Listen."""
        self._browser = ServiceBrowser(self._zeroconf, SERVICE, handlers=[self._changed])

    def stop(self) -> None:
        """Listen no more."""
        self._zeroconf.close()

    def _changed(
        self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange
    ) -> None:  # zeroconf names these arguments
        if name == self._own:
            return
        if state_change is ServiceStateChange.Removed:
            self._seen(name, None, {})
            return
        found = zeroconf.get_service_info(service_type, name, ASK_MS)
        where = None if found is None else next(iter(found.parsed_addresses(IPVersion.V4Only)), None)
        if found is not None and where is not None and found.port:
            self._seen(name, (where, found.port), _texts(found))


class Finder(Listener):
    """Announces one laptop under a random `name`, and tells of others; stopping, it says goodbye."""

    def __init__(self, name: str, port: int, records: Mapping[str, str], seen: Seen) -> None:
        super().__init__(seen)
        addresses = [socket.inet_aton(each) for each in _own_addresses()]
        self._info = ServiceInfo(
            SERVICE, f"{name}.{SERVICE}", port=port, properties=dict(records), server=f"{name}.local.",
            addresses=addresses,
        )  # fmt: skip
        self._own = self._info.name

    def start(self) -> None:
        """Announce and listen; takes about a second."""
        with suppress(ZeroconfError):  # nobody else can have this name; without a network it is told later
            self._zeroconf.register_service(self._info)
        super().start()


def _texts(found: ServiceInfo) -> dict[str, str]:
    return {key: value for key, value in found.decoded_properties.items() if value is not None}


def _own_addresses() -> list[str]:
    """Return this laptop's IPv4 addresses; loopback only where there is nothing else."""
    found = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    return [each for each in found if not each.startswith("127.")] or ["127.0.0.1"]
