"""Owns the program's place in this computer: its start at the login, its entry in other menus."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktopxfer.desktop import integration, program
from desktopxfer.desktop.integration import Integrated
from desktopxfer.errors import DesktopxferError
from desktopxfer.workers.question import Question

_Answer: TypeAlias = tuple[Integrated, list[DesktopxferError]]


class Integration(QObject):
    """Asks and changes the system in threads: it may start programs. Lives in the GUI thread."""

    known = Signal(object)  # Integrated: how it is now
    refused = Signal(object)  # DesktopxferError: what could not be done

    def __init__(self, profile_root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = program.command(profile_root)

    def look(self) -> None:
        """Answers through `known`."""
        self._ask(integration.look)

    @Slot(object)
    def choose(self, wanted: Integrated) -> None:
        """Makes it so, as far as the system lets us; answers through `known` and `refused`."""
        self._ask(partial(integration.change, wanted, self._command))

    def _ask(self, how: Callable[[], object]) -> None:
        question = Question(how, "integration")
        question.answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        question.start()

    @Slot(object)
    def _tell(self, answer: _Answer) -> None:
        now, errors = answer
        for error in errors:
            self.refused.emit(error)
        self.known.emit(now)
