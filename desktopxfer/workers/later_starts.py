"""Owns the open window's ear for later starts of the program; their wishes become Qt signals."""

import logging
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktopxfer.desktop import instance
from desktopxfer.desktop.instance import LENGTH, MOST_BYTES, TAKEN, Wish

_log = logging.getLogger(__name__)

MOST_AT_ONCE = 8  # each may make us hold MOST_BYTES; the others wait in the system's queue
MOST_WAITING = 128
DEADLINE_MS = 5_000  # a message comes in one piece from this very computer


class LaterStarts(QObject):
    """Hears what is started later in the same profile, and answers each that is understood.

    Only whoever holds the profile's lock (instance.only_one) may make one: it takes the place of a
    window that was killed. Belongs to the GUI thread, and nothing in it waits.
    """

    wished = Signal(object)  # Wish

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visitors: set[_Visitor] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST_AT_ONCE)
        self._server.setListenBacklogSize(MOST_WAITING)
        self._server.newConnection.connect(self._receive)
        for place in instance.places(root):
            QLocalServer.removeServer(place)
            if self._server.listen(place):
                break
            _log.warning("no ear for later starts at %s: %s", place, self._server.errorString())

    @Slot()
    def _receive(self) -> None:
        while len(self._visitors) < MOST_AT_ONCE:
            if (connection := self._server.nextPendingConnection()) is None:
                return
            visitor = _Visitor(connection, self)
            self._visitors.add(visitor)
            visitor.wished.connect(self.wished)
            visitor.left.connect(self._see_off)
            visitor.read()

    @Slot(object)
    def _see_off(self, visitor: "_Visitor") -> None:
        self._visitors.discard(visitor)
        visitor.deleteLater()
        self._receive()

    def close(self) -> None:
        """Hears nothing any more; a start from now on waits until this program has ended."""
        self._server.close()
        for visitor in [*self._visitors]:
            visitor.leave()


class _Visitor(QObject):
    """One connection, which says one wish and hears one byte."""

    wished = Signal(object)  # Wish
    left = Signal(object)  # itself

    def __init__(self, connection: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        self._length: int | None = None
        self._understood = self._has_left = False
        connection.setParent(self)
        connection.setReadBufferSize(LENGTH.size + MOST_BYTES)
        connection.readyRead.connect(self.read)
        connection.disconnected.connect(self.leave)
        deadline = QTimer(self)
        deadline.timeout.connect(self.leave)
        deadline.start(DEADLINE_MS)

    @Slot()
    def read(self) -> None:
        """Takes what has come, if it is whole."""
        if self._understood:
            return
        try:
            if self._length is None and self._connection.bytesAvailable() >= LENGTH.size:
                self._length = instance.length_of(bytes(self._connection.read(LENGTH.size).data()))
            if self._length is None or self._connection.bytesAvailable() < self._length:
                return
            wish = instance.decode(bytes(self._connection.read(self._length).data()))
        except ValueError as error:
            _log.warning("a later start is not understood: %s", error)
            self.leave()
            return
        self._understood = True
        self.wished.emit(wish)
        self._connection.write(TAKEN)
        self._connection.flush()  # before the program ends, if that was wished
        self._connection.disconnectFromServer()  # once that is written

    @Slot()
    def leave(self) -> None:
        """Breaks off, at any time and as often as one likes."""
        if not self._has_left:
            self._has_left = True
            self._connection.abort()
            self.left.emit(self)


class OpenedFiles(QObject):
    """What macOS wants this program to open: a file dropped on its icon is no word of a start."""

    wished = Signal(object)  # Wish

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.wished.emit(Wish.of([Path(event.file())]))
            return True
        return super().eventFilter(watched, event)
