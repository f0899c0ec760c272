"""One window per laptop: whoever starts the program a second time rings at the first and leaves.

Who is in holds a lock in the home's folder, that the system takes from a program that dies, and has hung up the bell;
where nothing can be written to that folder, or no lock can be taken, whoever hangs up the bell first is in. However
long they are at work, nobody else comes in meanwhile: the one at the door waits, and says so.

The bell is a local socket of this user (a Unix socket, a named pipe on Windows) named after the home's folder, so
that two homes are two laptops. Nothing of it can be reached from a network. What is rung with is one line of
UTF-8: a tab, and nothing, a file's path, or a learningcircles:// address; before the tab, where a Wayland desktop gave
one, its leave to come to the front.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from learningcircles.crypto.hashing import sha256
from learningcircles.errors import CircleError, Locked
from learningcircles.laptop.locking import FileLock

_LONGEST = 8_192
_HEARD = b"heard\n"
_OFTEN_MS = _SOON_MS = 100
_NOBODY = (QLocalSocket.LocalSocketError.ServerNotFoundError, QLocalSocket.LocalSocketError.ConnectionRefusedError)
_LEAVE_MS = 2_000
"""After that no window comes to the front by this leave any more, and no program that is started inherits it."""
LOCK = "desktop.lock"
_LEAVE = "XDG_ACTIVATION_TOKEN"
"""What a desktop gives to the program that it starts, and Qt looks for when a window is to come to the front
(wayland.app/protocols/xdg-activation-v1): without it a window that is there already only asks for attention."""


class Inside:
    """The place of the one program on a home. Whoever is in has hung up the bell: `bell`, from `enter` to `leave`."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK, wait=False)
        self._name = _name(folder)
        self.bell: QLocalServer | None = None

    def enter(self, *, hangs: bool = False) -> bool:
        """Return whether nobody else is in. `hangs`: who asks is connected to their bell already."""
        with suppress(OSError):
            self._lock.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.__enter__()
        except Locked:
            return False
        except CircleError:  # nothing can be written there, or it knows no locks: the bell alone keeps others out
            if hangs or _hangs(self._name):
                return False
            self.bell = _hung_up(self._name)
            return self.bell.isListening()
        self.bell = _hung_up(self._name)
        return True

    def leave(self) -> None:
        """Let the next one in: nothing is open any more."""
        if self.bell is not None:
            self.bell.close()
        self._lock.__exit__(None, None, None)


class Doorbell(QObject):
    """`rang` carries what somebody wants opened; an empty text only wants the window in front. For who is `Inside`."""

    rang = Signal(str)

    def __init__(self, inside: Inside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if inside.bell is None:
            raise RuntimeError("nobody is inside")
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(lambda: os.environ.pop(_LEAVE, None))
        self._server = inside.bell
        self._server.newConnection.connect(self._visitors)
        self._visitors()  # who came while everything was put together

    def close(self) -> None:
        """Answer no more. The bell hangs on until `Inside.leave`: a circle may still be being closed."""
        self._server.newConnection.disconnect(self._visitors)

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
            if tab and leave.isprintable() and leave:
                os.environ[_LEAVE] = leave  # Qt takes it away with the first window that comes to the front
                self._over.start(_LEAVE_MS)
            self.rang.emit((what if tab else leave).strip())
        elif visitor.bytesAvailable() > _LONGEST:
            visitor.abort()


class Ring(QObject):
    """Rings once, and waits at the door: `heard` by who is inside, or `came_in`, since they have left."""

    heard = Signal()
    came_in = Signal()

    def __init__(self, folder: Path, inside: Inside, what: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._inside = _name(folder), inside
        line = f"{os.environ.get(_LEAVE, '')}\t{what}".replace("\n", " ")
        self._line = line.encode()[: _LONGEST - 2] + b"\n"
        self._socket = QLocalSocket(self)
        self._socket.connected.connect(self._say)
        self._socket.readyRead.connect(self._listen)
        self._often = QTimer(self)
        self._often.setInterval(_OFTEN_MS)
        self._often.timeout.connect(self._try)
        self._often.start()
        QTimer.singleShot(0, self, self._try)

    def stop(self) -> None:
        """Go away from the door."""
        self._often.stop()
        self._socket.abort()

    def _try(self) -> None:
        waits = self._socket.state() != QLocalSocket.LocalSocketState.UnconnectedState
        if self._inside.enter(hangs=waits):
            self.stop()
            self.came_in.emit()
        elif not waits:
            self._socket.connectToServer(self._name)  # they have not hung up their bell yet, or not any more

    def _say(self) -> None:
        self._socket.write(self._line)
        self._socket.flush()

    def _listen(self) -> None:
        if self._socket.canReadLine() and self._socket.readLine(_LONGEST).data() == _HEARD:
            self.stop()
            self.heard.emit()


def _hangs(name: str) -> bool:
    """Return whether a bell of this name hangs: one that a crash left behind refuses every connection.

    Who is too busy to open has a queue before the door: that there is no connection yet does not mean that none hangs.
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    hangs = socket.waitForConnected(_SOON_MS) or socket.error() not in _NOBODY
    socket.abort()
    return hangs


def _hung_up(name: str) -> QLocalServer:
    """Hang up a bell in place of one that a crash left behind; it does not listen where another one hangs by now."""
    bell = QLocalServer()
    if sys.platform == "win32":
        bell.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        bell.listen(name)
        return bell
    # With that option Qt puts its socket in place of any other one, on a Unix: of two at once both would be in.
    before = os.umask(0o077)
    try:
        if not bell.listen(name) and not _hangs(name):
            QLocalServer.removeServer(name)
            bell.listen(name)
    finally:
        os.umask(before)
    return bell


def _name(folder: Path) -> str:
    return "learningcircles-" + sha256(str(folder.absolute()).encode()).hex()[:24]
