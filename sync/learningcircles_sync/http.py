"""The line to a hub over HTTP(S), by `requests`: one attempt, capped, under a deadline, never a redirect.

A hub's own certificate is pinned by its SHA-256 fingerprint; where there is none, the address must be one that
the system's certificate authorities vouch for, or plain HTTP. What is read is judged by signature afterwards:
this module only sees to it that a stranger's answer costs neither memory nor time.
"""

from __future__ import annotations

import hashlib
import os
import re
import ssl
import time
import warnings
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies, select_proxy
from urllib3.exceptions import SystemTimeWarning
from urllib3.util.ssl_ import create_urllib3_context

from learningcircles.errors import InvalidValue, Unreachable
from learningcircles_sync.buckets import TOO_OFTEN
from learningcircles_sync.deadline import Deadline
from learningcircles_sync.line import LINE_BROKE, NO_ANSWER, TOO_SLOW
from learningcircles_sync.protocol import BODY_BYTES, MEDIA_TYPE

# The hub tells the time, and the program says in its own words that a clock is wrong.
warnings.filterwarnings("ignore", category=SystemTimeWarning)

CONNECT_S = 10.0
SILENCE_S = 30.0
"""No byte for so long means that nobody is there."""
DEADLINE_S = 120.0
"""A whole answer, page of 512 KiB included; slower than 35 kbit/s is tried again later."""
WHOLE_S = 2 * DEADLINE_S
"""A whole request with its answer, however slowly either trickles."""
CHUNK = 64 * 1024
TOO_MANY_REQUESTS = 429
"""RFC 6585, section 4."""
LONGEST_WAIT_S = 900
WRONG_CERTIFICATE = "wrong_certificate"
_OF_CERTIFICATE = ("Fingerprints did not match", "SSLCertVerificationError", "CertificateError")
"""What urllib3 and ssl say of a certificate that is refused. A line that is cut under TLS is an SSLError, too."""
_PROXY_SAYS = re.compile(r"Tunnel connection failed: (\d{3}[^'\")]{0,80})")
"""What http.client says where a proxy answers and makes no way to the hub: its status, and its words for it."""


class HttpTransport:
    """Requests to one hub, on connections that stay open. One thread at a time; close it, or use it in a `with`."""

    def __init__(
        self,
        url: str,
        fingerprint: bytes | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        whole_s: float = WHOLE_S,
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise InvalidValue("bad_address", "{url} is not the address of a hub.", url=url, field="hub")
        self.url = url.rstrip("/")
        self._monotonic = monotonic
        # Under a pinned certificate no authority has a say, whatever the environment names.
        self._verify: bool | str = _authorities() if fingerprint is None else False
        self._proxies = get_environ_proxies(self.url)
        # The adapter without a session: no cookies, no `.netrc`, no redirects, and the proxies looked up once.
        self._deadline = Deadline(whole_s)
        pinned = None if parts.scheme == "http" else fingerprint
        self._adapter = WatchedAdapter(self._deadline) if pinned is None else PinnedAdapter(self._deadline, pinned)

    def __enter__(self) -> HttpTransport:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._adapter.close()

    def post(self, path: str, body: bytes) -> bytes:
        """Send a request and return the reply's bytes; raises Unreachable."""
        return self._send("POST", path, body)

    def get(self, path: str) -> bytes:
        """Ask without a body and return the reply's bytes; raises Unreachable."""
        return self._send("GET", path, None)

    def _send(self, method: str, path: str, body: bytes | None) -> bytes:
        try:
            with self._deadline.kept():
                answer = self._ask(method, path, body)
        except Unreachable as error:
            if self._deadline.passed and error.code != WRONG_CERTIFICATE:
                raise self._too_slow() from error
            raise
        if self._deadline.passed:  # what was cut may look like a whole answer
            raise self._too_slow()
        return answer

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        headers = {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE, "Accept-Encoding": "identity"}
        request = requests.PreparedRequest()
        try:
            request.prepare(method, self.url + path, headers, data=body)
            with self._adapter.send(
                request,
                stream=True,
                timeout=(CONNECT_S, SILENCE_S),
                verify=self._verify,
                proxies=self._proxies,
            ) as response:
                if response.status_code == TOO_MANY_REQUESTS:
                    raise self._too_often(response.headers.get("Retry-After", ""))
                return self._read(response)
        except (requests.RequestException, OSError) as error:
            if isinstance(error, requests.exceptions.SSLError) and _is_of_certificate(error):
                raise Unreachable(
                    WRONG_CERTIFICATE,
                    "The hub at {url} does not show the certificate that this circle knows. Nothing was sent. If it"
                    " was set up anew, its steward has a code with which the circle joins it again.",
                    url=self.url,
                ) from error
            raise self._no_answer(error) from error

    def _no_answer(self, error: Exception) -> Unreachable:
        proxy = select_proxy(self.url, self._proxies)
        if proxy is None:
            return Unreachable(NO_ANSWER, "The hub at {url} does not answer.", url=self.url)
        # What stands before the last @ is who logs in there: it is nobody's to read in a sentence.
        named = proxy.rpartition("@")[2]
        if said := _PROXY_SAYS.search(str(error)):
            return Unreachable(
                NO_ANSWER,
                "The hub at {url} was not reached. The proxy “{proxy}”, by way of which this laptop goes there, says:"
                " {said}.",
                url=self.url,
                proxy=named,
                said=said[1].strip(),
            )
        return Unreachable(
            NO_ANSWER,
            "The hub at {url} does not answer. This laptop goes there by way of the proxy “{proxy}”, which its settings"
            " name: check that its address is right and that it answers.",
            url=self.url,
            proxy=named,
        )

    def _read(self, response: requests.Response) -> bytes:
        if response.headers.get("Content-Type", "").split(";")[0].strip() != MEDIA_TYPE:
            raise self._foreign()
        until = self._monotonic() + DEADLINE_S
        parts: list[bytes] = []
        size = 0
        for chunk in self._chunks(response):
            size += len(chunk)
            if size > BODY_BYTES:
                raise self._foreign()
            if self._monotonic() > until:
                raise self._too_slow()
            parts.append(chunk)
        return b"".join(parts)

    def _chunks(self, response: requests.Response) -> Iterator[bytes]:
        try:
            yield from response.iter_content(CHUNK)
        except (requests.RequestException, OSError) as error:
            raise Unreachable(
                LINE_BROKE, "The line to the hub at {url} broke in the middle of its answer.", url=self.url
            ) from error

    def _too_often(self, told: str) -> Unreachable:
        # Nobody signs this: it may make a laptop wait, as who answers nothing does, and not for long.
        seconds = min(max(int(told), 1), LONGEST_WAIT_S) if told.isascii() and told.isdigit() else 1
        return Unreachable(
            TOO_OFTEN,
            "The hub at {url} has been asked very often from this laptop or its network. Sharing goes on in"
            " {seconds} seconds.",
            url=self.url,
            seconds=seconds,
        )

    def _too_slow(self) -> Unreachable:
        return Unreachable(TOO_SLOW, "The hub at {url} answers too slowly.", url=self.url)

    def _foreign(self) -> Unreachable:
        return Unreachable(
            "not_a_hub",
            "Something answers at {url}, but not a Learning Circles hub. Check the address, or whether this"
            " network asks you to sign in first.",
            url=self.url,
        )


def _is_of_certificate(error: requests.exceptions.SSLError) -> bool:
    return any(words in str(error) for words in _OF_CERTIFICATE)


def _authorities() -> bool | str:
    """Return whom to ask about certificates: those that the environment names, or else the system's."""
    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True


def certificate_at(url: str) -> bytes | None:
    """Return the SHA-256 fingerprint of the certificate that an address shows, whoever that is; None without TLS.

    Only for who can tell afterwards, from what was read and signed, whether it was the right one. Raises Unreachable.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        return None
    try:
        shown = ssl.get_server_certificate((parts.hostname, parts.port or 443), timeout=CONNECT_S)
    except (OSError, ValueError) as error:
        raise Unreachable(NO_ANSWER, "The hub at {url} does not answer.", url=url) from error
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(shown)).digest()


class WatchedAdapter(HTTPAdapter):
    """Its connections are cut when the deadline has passed."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool: Any) -> None:
        """Make the pool whose connections can be cut."""
        super().init_poolmanager(connections, maxsize, block, **pool)
        self._deadline.watch(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """Make such a pool by way of a proxy."""
        return self._deadline.watch(super().proxy_manager_for(proxy, **more))


class PinnedAdapter(WatchedAdapter):
    """Accepts exactly the certificate with this SHA-256 fingerprint, whatever name it bears."""

    def __init__(self, deadline: Deadline, fingerprint: bytes) -> None:
        self._pinned = {"assert_fingerprint": fingerprint.hex(), "assert_hostname": False}
        super().__init__(deadline)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool: Any) -> None:
        """Make the pool whose connections check the fingerprint; it reads no authorities, which have no say."""
        nobody = create_urllib3_context(cert_reqs=ssl.CERT_NONE)
        super().init_poolmanager(connections, maxsize, block, ssl_context=nobody, **self._pinned, **pool)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:
        """Make such a pool by way of a proxy, which has no say either."""
        return super().proxy_manager_for(proxy, **self._pinned, **more)
