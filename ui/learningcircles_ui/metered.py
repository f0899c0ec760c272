"""Whether the connection costs by volume, as the system tells it.

Of NetworkManager Qt learns that only when it changes: what held when a program started, Qt (6.11) takes for "no". So
NetworkManager is asked itself (https://networkmanager.dev/docs/api/latest/nm-dbus-types.html, NMMetered).
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant
from PySide6.QtNetwork import QNetworkInformation

_NAME, _PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_YES, _GUESSED_YES = 1, 3
_WAIT_MS = 200
"""So long is waited for an answer, at most: it comes from this machine."""
_HOLDS_MS = 2_000


class Metered:
    """Says it when called; whoever asks again and again gets what held two seconds ago at most."""

    def __init__(self) -> None:
        self._said = False
        self._since = QElapsedTimer()

    def __call__(self) -> bool:
        information = QNetworkInformation.instance()
        if information is None or information.isMetered():
            return information is not None
        if information.backendName() != "networkmanager":
            return False
        if not self._since.isValid() or self._since.hasExpired(_HOLDS_MS):
            self._said = _manager_says_so()
            self._since.start()
        return self._said


def _manager_says_so() -> bool:
    call = QDBusMessage.createMethodCall(_NAME, _PATH, "org.freedesktop.DBus.Properties", "Get")
    call.setArguments([_NAME, "Metered"])
    said = QDBusConnection.systemBus().call(call, QDBus.CallMode.Block, _WAIT_MS).arguments()
    return bool(said) and isinstance(said[0], QDBusVariant) and said[0].variant() in (_YES, _GUESSED_YES)
