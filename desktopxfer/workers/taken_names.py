"""Owns the question which names a folder has already, asked where a dead mount blocks nobody."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktopxfer.offer import Entry
from desktopxfer.transfer.taken import taken_files
from desktopxfer.workers.question import FolderQuestion


@dataclass(frozen=True, slots=True)
class Taken:
    """Which of the names that were asked about something in a folder has already."""

    folder: Path
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class TakenFiles:
    """Which files of an offer would meet one of their name in a folder, by index."""

    folder: Path
    files: tuple[int, ...]


def taken_in(folder: Path, names: Sequence[str]) -> Taken:
    """Asks the file system name by name, as it alone knows which names are the same to it.

    A folder that cannot be asked has none. Blocks.
    """
    return Taken(folder, frozenset(name for name in names if os.path.lexists(folder / name)))


def files_taken_in(folder: Path, entries: Sequence[Entry]) -> TakenFiles:
    return TakenFiles(folder, tuple(taken_files(folder, entries)))


class TakenNames(FolderQuestion):
    """Answers with Taken."""

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(partial(taken_in, names=names), "taken names", parent)


class FilesTaken(FolderQuestion):
    """Answers with TakenFiles, for entries with the names that they would get."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(partial(files_taken_in, entries=entries), "taken files", parent)
