"""Whether the connection costs by volume, as the system tells it.

Of NetworkManager Qt learns that only when it changes: what held when a program started, Qt (6.11) takes for "no". So
NetworkManager is asked itself (https://networkmanager.dev/docs/api/latest/nm-dbus-types.html, NMMetered).
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusPendingCall, QDBusVariant
from PySide6.QtNetwork import QNetworkInformation

_NAME, _PATH = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_YES, _GUESSED_YES = 1, 3
_WAIT_MS = 200
"""So long is waited for the first answer, at most: it comes from this machine. Later ones are taken when they come."""
_HOLDS_MS = 2_000


class Metered:
    """Says it when called; whoever asks again and again gets what was answered last; it is asked anew every 2 s."""

    def __init__(self) -> None:
        self._said = False
        self._since = QElapsedTimer()
        self._asked: QDBusPendingCall | None = None

    def __call__(self) -> bool:
        information = QNetworkInformation.instance()
        if information is None or information.isMetered():
            return information is not None
        if information.backendName() != "networkmanager":
            return False
        if not self._since.isValid():
            self._said = _costs(QDBusConnection.systemBus().call(_question(), QDBus.CallMode.Block, _WAIT_MS))
            self._since.start()
        if self._asked is not None and self._asked.isFinished():
            self._said = self._said if self._asked.isError() else _costs(self._asked.reply())
            self._asked = None
        if self._asked is None and self._since.hasExpired(_HOLDS_MS):
            self._asked = QDBusConnection.systemBus().asyncCall(_question())
            self._since.start()
        return self._said


def _question() -> QDBusMessage:
    call = QDBusMessage.createMethodCall(_NAME, _PATH, "org.freedesktop.DBus.Properties", "Get")
    call.setArguments([_NAME, "Metered"])
    return call


def _costs(answer: QDBusMessage) -> bool:
    said = answer.arguments()
    return bool(said) and isinstance(said[0], QDBusVariant) and said[0].variant() in (_YES, _GUESSED_YES)
