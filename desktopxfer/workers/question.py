"""Owns one question to a disk that may never answer, and its answer's way into the GUI thread."""

import threading
from collections.abc import Callable
from typing import ClassVar

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
