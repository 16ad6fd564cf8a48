"""Owns the question how much room a folder has, asked where a dead network mount blocks nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.room import free_bytes
from desktopxfer.workers.question import Question


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
    """Asks folders for their room, each in a thread of its own. Lives in the GUI thread."""

    answered = Signal(object)  # Room, in the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting_for: set[Path] = set()

    def ask(self, folder: Path, *, may_create: bool = False) -> None:
        """Answers through `answered`; a folder that has not yet answered is not asked again."""
        if folder in self._waiting_for:
            return
        self._waiting_for.add(folder)
        question = Question(_asking(folder, may_create), "free space")
        question.answered.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        question.start()

    @Slot(object)
    def _pass_on(self, room: Room) -> None:
        self._waiting_for.discard(room.folder)
        self.answered.emit(room)


def _asking(folder: Path, may_create: bool) -> Callable[[], Room]:
    return lambda: room_in(folder, may_create=may_create)
