"""Owns questions to a disk that may never answer, and their answers' way into the GUI thread."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Question(QObject):
    """Asks in a thread of its own. Outlives whoever asked, until it was answered.

    A daemon thread and no QThread: one that hangs in a dead mount can neither be cancelled nor
    waited for, and must not keep the program from ending. Made and started in the GUI thread.
    """

    answered = Signal(object)  # what `ask` returned; connect it queued

    _open: ClassVar[set["Question"]] = set()

    def __init__(self, ask: Callable[[], object], name: str) -> None:
        super().__init__()
        self._ask = ask
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self.answered.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._open.add(self)
        self._thread.start()

    def _run(self) -> None:
        self.answered.emit(self._ask())

    @Slot(object)
    def _end(self, _answer: object) -> None:
        self._thread.join()  # it has nothing left to do; then nothing of it refers to this object
        self._open.discard(self)


class FolderAnswer(Protocol):
    @property
    def folder(self) -> Path: ...


class FolderQuestion(QObject):
    """Asks folders the same, each in a thread of its own. Lives in the GUI thread."""

    answered = Signal(object)  # what `look` returned, in the GUI thread

    def __init__(
        self, look: Callable[..., FolderAnswer], name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._waiting_for: set[Path] = set()

    def ask(self, folder: Path, **how: bool) -> None:
        """Answers through `answered`; a folder that has not yet answered is not asked again."""
        if folder in self._waiting_for:
            return
        self._waiting_for.add(folder)
        question = Question(partial(self._look, folder, **how), self._name)
        question.answered.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        question.start()

    @Slot(object)
    def _pass_on(self, answer: FolderAnswer) -> None:
        self._waiting_for.discard(answer.folder)
        self.answered.emit(answer)
