"""One window per laptop: whoever starts the program a second time rings at the first and leaves.

The bell is a local socket of this user (a Unix socket, a named pipe on Windows) named after the home's folder, so
that two homes are two laptops. Nothing of it can be reached from a network. What is rung with is one line of
UTF-8: a tab, and nothing, a file's path, or a learningcircles:// address; before the tab, where a Wayland desktop gave
one, its leave to come to the front.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1_500
_LONGEST = 8_192
_HEARD = b"heard\n"
_LEAVE = "XDG_ACTIVATION_TOKEN"
"""What a desktop gives to the program that it starts, and Qt looks for when a window is to come to the front
(wayland.app/protocols/xdg-activation-v1): without it a window that is there already only asks for attention."""


class Doorbell(QObject):
    """`rang` carries what somebody wants opened; an empty text only wants the window in front."""

    rang = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._visitors)
        name = _name(folder)
        if not self._server.listen(name):
            # Nobody answered `ring`, so the one who left this socket behind has crashed.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _visitors(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.readyRead.connect(lambda visitor=visitor: self._hear(visitor))
            visitor.disconnected.connect(visitor.deleteLater)
            if visitor.canReadLine():
                self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        if visitor.canReadLine():
            line = visitor.readLine(_LONGEST).data()
            visitor.write(_HEARD)
            visitor.flush()
            leave, tab, what = bytes(line).decode("utf-8", "replace").partition("\t")
            if tab and leave:
                os.environ[_LEAVE] = leave  # Qt takes it away with the first window that comes to the front
            self.rang.emit((what if tab else leave).strip())
        elif visitor.bytesAvailable() > _LONGEST:
            visitor.abort()


def ring(folder: Path, what: str = "") -> bool:
    """Return whether the program is running on this home already and has heard what to open."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    line = f"{os.environ.get(_LEAVE, '')}\t{what}".replace("\n", " ")
    socket.write(line.encode()[: _LONGEST - 2] + b"\n")
    socket.flush()
    return socket.waitForReadyRead(_WAIT_MS) and socket.readLine(_LONGEST).data() == _HEARD


def _name(folder: Path) -> str:
    return "learningcircles-" + hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]
