"""Owns the question which names a folder has already, asked where a dead mount blocks nobody."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktopxfer.workers.question import Question


@dataclass(frozen=True, slots=True)
class Taken:
    """Which of the names that were asked about something in a folder has already."""

    folder: Path
    names: frozenset[str]


def taken_in(folder: Path, names: Sequence[str]) -> Taken:
    """Asks the file system name by name, as it alone knows which names are the same to it.

    A folder that cannot be asked has none. Blocks.
    """
    return Taken(folder, frozenset(name for name in names if os.path.lexists(folder / name)))


class TakenNames(QObject):
    """Asks folders, each in a thread of its own. Lives in the GUI thread."""

    answered = Signal(object)  # Taken, in the GUI thread

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._waiting_for: set[Path] = set()

    def ask(self, folder: Path) -> None:
        """Answers through `answered`; a folder that has not yet answered is not asked again."""
        if folder in self._waiting_for:
            return
        self._waiting_for.add(folder)
        question = Question(_asking(folder, self._names), "taken names")
        question.answered.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        question.start()

    @Slot(object)
    def _pass_on(self, taken: Taken) -> None:
        self._waiting_for.discard(taken.folder)
        self.answered.emit(taken)


def _asking(folder: Path, names: Sequence[str]) -> Callable[[], Taken]:
    return lambda: taken_in(folder, names)
