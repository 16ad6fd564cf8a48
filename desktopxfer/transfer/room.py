"""Owns the question whether a folder can take what is offered."""

import os
import shutil
from pathlib import Path

from desktopxfer.errors import FolderMissing, FolderUnusable, NotEnoughSpace, ReadOnlyFolder


def free_bytes(folder: Path, *, may_create: bool = False) -> int:
    """What this user can still save in a folder. Blocks as long as a dead network mount does.

    With `may_create` a missing folder is no error: it counts with the nearest parent there is.
    Raises FolderMissing, ReadOnlyFolder or FolderUnusable.
    """
    try:
        existing = _nearest(folder) if may_create else folder
        if not existing.is_dir():
            raise FolderMissing(str(folder))
        if not os.access(existing, os.W_OK | os.X_OK):
            raise ReadOnlyFolder(str(folder))
        return shutil.disk_usage(existing).free
    except OSError as error:
        raise FolderUnusable(str(folder), error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the path
        raise FolderUnusable(str(folder), str(error)) from error


def check_room(folder: Path, needed: int) -> None:
    """Raises NotEnoughSpace too. The folder may be missing; it is made on acceptance."""
    if needed > free_bytes(folder, may_create=True):
        raise NotEnoughSpace(str(folder))


def _nearest(folder: Path) -> Path:
    return next((path for path in (folder, *folder.parents) if path.exists()), folder)
