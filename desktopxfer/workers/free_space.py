"""Owns the question how much room a folder has, asked where a dead network mount blocks nobody."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.room import free_bytes
from desktopxfer.workers.question import FolderQuestion


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


class FreeSpace(FolderQuestion):
    """Answers with a Room; asked with `may_create` as free_bytes() is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_look, "free space", parent)


def _look(folder: Path, **how: bool) -> Room:
    return room_in(folder, **how)
