"""Owns what a transfer waits for by itself: its device, room on the disk, the sender's return."""

import time
from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktopxfer.device import Address, Trust
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.announcement import Found
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.workers.free_space import FreeSpace, Room
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.transfers import Transfers

LOOK_EVERY_MS = 3_000
# A device that is heard and cannot be reached, as one that has just been started.
TRY_AGAIN_S = 30.0
# The sender said that it comes, and looks at its files first: a million take half a minute.
COMES_BACK_WITHIN_S = 60.0


class Waiting(QObject):
    """Looks at the transfers that wait, every LOOK_EVERY_MS. Lives in the GUI thread."""

    looking = Signal(object)  # Waiting: about to look, so what another program did is worth a look
    ended = Signal(object)  # Transfer: what it waited for is there
    was_in_vain = Signal(object)  # Transfer: the sender was asked to go on, and did not come

    def __init__(
        self,
        transfers: Transfers,
        known: KnownDevices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._known = known
        self._heard: dict[str, tuple[Address, ...]] = {}  # by device id
        self._tried: dict[str, float] = {}  # when a queued one was, by key and the steady clock
        self._free_before: dict[str, int] = {}  # when there was room and it went on, by key
        self._awaited: dict[str, float] = {}  # until when the sender is, by key
        self._free = FreeSpace(self)
        self._free.answered.connect(self._take_room)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self._timer.start()

    def close(self) -> None:
        self._timer.stop()

    def await_sender(self, transfer: Transfer) -> None:
        """Its sender was asked to go on, and will."""
        self._awaited[transfer.key] = time.monotonic() + COMES_BACK_WITHIN_S

    @Slot(object)
    def take_found(self, found: Collection[Found]) -> None:
        """Who is around now."""
        before, self._heard = self._heard, {each.device_id: each.addresses for each in found}
        for transfer in self._transfers:
            if self._heard.get(transfer.device_id) != before.get(transfer.device_id):
                self._tried.pop(transfer.key, None)
        self._look()

    @Slot()
    def _look(self) -> None:
        if not self._timer.isActive():  # what is still heard after the end
            return
        self.looking.emit(self)
        now = time.monotonic()
        for transfer in self._transfers:
            if transfer.stage is Stage.QUEUED:
                self._look_for_device(transfer, now)
            elif transfer.waits_for_room and transfer.into is not None:
                self._free.ask(transfer.into)
            elif transfer.key in self._awaited:
                self._look_for_sender(transfer, now)

    def _look_for_device(self, transfer: Transfer, now: float) -> None:
        trusted = self._known.get(transfer.device_id).trust is Trust.TRUSTED
        if not trusted or transfer.device_id not in self._heard:
            return
        if now >= self._tried.get(transfer.key, -TRY_AGAIN_S) + TRY_AGAIN_S:
            self._tried[transfer.key] = now
            self.ended.emit(transfer)

    def _look_for_sender(self, transfer: Transfer, now: float) -> None:
        is_asked = (
            transfer.stage is Stage.RECONNECTING and transfer.direction is Direction.RECEIVING
        )
        if not is_asked:  # it has come, or nobody waits for it any more
            del self._awaited[transfer.key]
        elif now > self._awaited[transfer.key]:
            del self._awaited[transfer.key]
            self.was_in_vain.emit(transfer)

    @Slot(object)
    def _take_room(self, room: Room) -> None:
        for transfer in self._transfers:
            if transfer.waits_for_room and transfer.into == room.folder:
                progress = transfer.progress
                left = progress.total_bytes - progress.done_bytes if progress else 0
                # A quota may leave no room though the disk has some: then not again and again.
                if room.error is None and room.free_bytes > max(
                    left, self._free_before.get(transfer.key, 0)
                ):
                    self._free_before[transfer.key] = room.free_bytes
                    self.ended.emit(transfer)
                    return  # the next one when it is known how much this one takes
