"""Owns the question what interrupted transfers have on the disk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.resumption import part_bytes
from desktopxfer.transfer.store import Record
from desktopxfer.workers.question import Question
from desktopxfer.workers.state import Leftover
from desktopxfer.workers.transfers import Transfers


class Leftovers(QObject):
    """Asks in a thread, as a dead network mount may not answer. Lives in the GUI thread."""

    counted = Signal(object)  # tuple[Leftover, ...], in the GUI thread; nothing without a part

    def __init__(self, transfers: Transfers, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._memory = memory

    def count(self) -> None:
        """Answers through `counted`; `Interruptions.cancel()` gives one of them up."""
        records = [
            record
            for record in self._memory.store.records(Stage.INTERRUPTED)
            if record.direction is Direction.RECEIVING and self._rests(record)
        ]
        question = Question(partial(_sizes, records), "leftovers")
        question.answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        question.start()

    def _rests(self, record: Record) -> bool:
        transfer = self._transfers.get(record.key)
        return transfer is not None and transfer.stage is Stage.INTERRUPTED

    @Slot(object)
    def _tell(self, sizes: Sequence[tuple[str, int]]) -> None:
        rows = ((self._transfers.get(key), size) for key, size in sizes)
        self.counted.emit(
            tuple(Leftover(row, row.into, size) for row, size in rows if row and row.into and size)
        )


def _sizes(records: Sequence[Record]) -> list[tuple[str, int]]:
    return [(record.key, part_bytes(record)) for record in records]
