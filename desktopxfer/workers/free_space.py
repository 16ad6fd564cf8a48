"""Owns the question how much room a folder has, asked where a dead network mount blocks nobody."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.room import free_bytes


@dataclass(frozen=True, slots=True)
class Room:
    """What a folder answered: either how much is free, or why nothing can be saved in it."""

    folder: Path
    free_bytes: int = 0
    error: DesktopxferError | None = None


def room_in(folder: Path, *, may_create: bool = False) -> Room:
    """As free_bytes(), with its errors as a part of the answer."""
    try:
        return Room(folder, free_bytes(folder, may_create=may_create))
    except DesktopxferError as error:
        return Room(folder, error=error)


class FreeSpace(QObject):
    """Asks folders for their room, each in a thread of its own. Lives in the GUI thread.

    A daemon thread and no QThread: one that hangs in a dead mount can neither be cancelled nor
    waited for, and must not keep the program from ending.
    """

    answered = Signal(object)  # Room, in the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting_for: set[Path] = set()

    def ask(self, folder: Path, *, may_create: bool = False) -> None:
        """Answers through `answered`; a folder that has not yet answered is not asked again."""
        if folder in self._waiting_for:
            return
        self._waiting_for.add(folder)
        question = _Question(folder, may_create)
        question.answered.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        question.start()

    @Slot(object)
    def _pass_on(self, room: Room) -> None:
        self._waiting_for.discard(room.folder)
        self.answered.emit(room)


class _Question(QObject):
    """One thread's way back into the GUI thread. Outlives whoever asked, until it was answered."""

    answered = Signal(object)  # Room

    _open: ClassVar[set["_Question"]] = set()

    def __init__(self, folder: Path, may_create: bool) -> None:
        super().__init__()
        self._folder = folder
        self._may_create = may_create
        self._thread = threading.Thread(target=self._look, name="free space", daemon=True)
        self.answered.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._open.add(self)
        self._thread.start()

    def _look(self) -> None:
        self.answered.emit(room_in(self._folder, may_create=self._may_create))

    @Slot(object)
    def _end(self, _room: Room) -> None:
        self._thread.join()  # it has nothing left to do; then nothing of it refers to this object
        self._open.discard(self)
