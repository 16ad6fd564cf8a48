"""Owns what the store has for the list: of earlier runs, and of other programs of this profile."""

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktopxfer.device import Trust
from desktopxfer.errors import DesktopxferError, ProfileUnusable
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.resumption import Inside, look_into
from desktopxfer.transfer.store import Record
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.running import Running
from desktopxfer.workers.sending import Sending
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.transfers import Transfers
from desktopxfer.workers.waiting import Waiting


class Remembered(QObject):
    """Lives in the GUI thread."""

    def __init__(
        self,
        transfers: Transfers,
        memory: Memory,
        running: Running,
        sending: Sending,
        waiting: Waiting,
        preferences: Preferences,
        notes: Errands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._memory = memory
        self._running = running
        self._sending = sending
        self._preferences = preferences
        self._notes = notes
        waiting.looking.connect(self._look)

    def take_up(self) -> list[Transfer]:
        """Shows what is queued or interrupted; returns what goes on without being asked."""
        records = self._memory.store.records(Stage.QUEUED, Stage.INTERRUPTED)
        return [
            transfer
            for record in reversed(records)
            if not self._memory.runs(record.key)
            and self._goes_on(record, transfer := self._transfers.reopen(record))
        ]

    def _goes_on(self, record: Record, transfer: Transfer) -> bool:
        if transfer.direction is Direction.RECEIVING or transfer.stage is not Stage.INTERRUPTED:
            return False
        if transfer.is_paused:
            return False
        if not record.accepted and transfer.trust is Trust.TRUSTED:
            self._sending.queue_again(transfer, transfer.error)
            return False
        return time.time() - record.changed <= self._preferences.patience_s

    def look_into(self, transfer: Transfer) -> None:
        """Has its entries read, unless they are known; `transfers.changed` tells when they are."""
        if transfer.entries or not transfer.can_look_into:
            return
        found: list[Inside] = []
        self._notes.run(
            lambda: found.append(look_into(self._memory.store, transfer.key)),
            partial(self._show_entries, transfer, found),
        )

    def _show_entries(
        self, transfer: Transfer, found: Sequence[Inside], error: DesktopxferError | None
    ) -> None:
        self._transfers.tell(error)
        if found and transfer.offer is None:  # or it has gone on meanwhile
            transfer.look_into(found[0])
            self._transfers.changed.emit(transfer)

    @Slot(object)
    def _look(self, _waiting: Waiting) -> None:
        """Another program of this profile, such as a command line, queues and discards as well."""
        try:
            records = self._memory.store.records(Stage.QUEUED, Stage.INTERRUPTED)
            for record in reversed(records):
                if self._transfers.get(record.key) is None and not self._memory.runs(record.key):
                    self._transfers.reopen(record)
        except ProfileUnusable:  # busy; the next time will do
            return
        there = {record.key for record in records}
        for transfer in self._transfers:
            if transfer.can_discard and transfer.key not in there:
                self._follow(transfer)

    def _follow(self, transfer: Transfer) -> None:
        if self._running.control(transfer.key) is not None:
            return
        if (record := self._transfers.record(transfer.key)) is not None:
            transfer.follow(record)
            self._transfers.changed.emit(transfer)
