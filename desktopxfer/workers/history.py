"""Owns what the window shows of past transfers, and how they are forgotten."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot

from desktopxfer.errors import DesktopxferError
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Stage
from desktopxfer.transfer.store import Record
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.state import Transfer

ENDED = tuple(stage for stage in Stage if stage.ended)


class History(QObject):
    """Lives in the GUI thread and never blocks: what is read is an index, what is written waits."""

    changed = Signal(object)  # History: something was added or forgotten
    refused = Signal(object)  # DesktopxferError: the disk did not let it be forgotten

    def __init__(self, memory: Memory, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._errands = errands

    def find(self, search: str = "", limit: int | None = None) -> list[Record]:
        """Ended transfers, the newest first; of those whose title, device or path has `search`.

        Raises ProfileUnusable.
        """
        return self._memory.store.records(*ENDED, search=search, limit=limit)

    def forget(self, records: Collection[Record]) -> None:
        """Forgets ended transfers, and leaves alone what they saved."""
        keys = [record.key for record in records if record.stage.ended]
        self._errands.run(lambda: self._memory.forget(*keys), self._tell)

    def clear(self) -> None:
        """Forgets all ended transfers."""
        self._errands.run(self._forget_all, self._tell)

    def _forget_all(self) -> None:
        self._memory.forget(*(record.key for record in self.find()))

    @Slot(object)
    def follow(self, transfer: Transfer) -> None:
        """What has ended is history."""
        if transfer.stage.ended:
            self.changed.emit(self)

    def _tell(self, error: DesktopxferError | None) -> None:
        if error is not None:
            self.refused.emit(error)
        self.changed.emit(self)
