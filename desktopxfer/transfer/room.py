"""Owns the question whether a folder can take what is offered."""

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from desktopxfer.errors import FolderMissing, FolderUnusable, NotEnoughSpace, ReadOnlyFolder

# What the transfers of this process have still to save, by volume.
_promised: dict[int, list[Callable[[], int]]] = {}
_lock = threading.Lock()


def free_bytes(folder: Path, *, may_create: bool = False) -> int:
    """What this user can still save in a folder, beside what runs already is going to.

    Blocks as long as a dead network mount does. With `may_create` a missing folder is no error: it
    counts with the nearest parent there is. Any thread.
    Raises FolderMissing, ReadOnlyFolder or FolderUnusable.
    """
    try:
        existing = _nearest(folder) if may_create else folder
        if not existing.is_dir():
            raise FolderMissing(str(folder))
        if not os.access(existing, os.W_OK | os.X_OK):
            raise ReadOnlyFolder(str(folder))
        free = shutil.disk_usage(existing).free
        volume = existing.stat().st_dev
    except OSError as error:
        raise FolderUnusable(str(folder), error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the path
        raise FolderUnusable(str(folder), str(error)) from error
    with _lock:
        return max(0, free - sum(left() for left in _promised.get(volume, ())))


def check_room(folder: Path, needed: int) -> None:
    """Raises NotEnoughSpace too. The folder may be missing; it is made on acceptance."""
    if needed > free_bytes(folder, may_create=True):
        raise NotEnoughSpace(str(folder))


@contextlib.contextmanager
def promised(folder: Path, bytes_left: Callable[[], int]) -> Iterator[None]:
    """Sets room aside in a folder for a transfer that runs; `bytes_left` is asked in any thread."""
    try:
        volume = folder.stat().st_dev
    except OSError:  # gone again; the transfer will say so
        volume = -1
    with _lock:
        _promised.setdefault(volume, []).append(bytes_left)
    try:
        yield
    finally:
        with _lock:
            _promised[volume].remove(bytes_left)


def _nearest(folder: Path) -> Path:
    return next((path for path in (folder, *folder.parents) if path.exists()), folder)
