"""Owns how transfers are interrupted, go on, and are given up."""

import contextlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktopxfer.device import Address, Device
from desktopxfer.errors import (
    BadAddress,
    Cancelled,
    DesktopxferError,
    OutOfDescriptors,
    Paused,
    TimedOut,
)
from desktopxfer.transfer import resumption
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, Stage, StageChanged
from desktopxfer.transfer.shipment import may_go_on
from desktopxfer.transfer.store import Record
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.running import Running
from desktopxfer.workers.sending import Sending
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.transfers import Transfers
from desktopxfer.workers.waiting import Waiting


class Interruptions(QObject):
    """Lives in the GUI thread."""

    def __init__(
        self,
        transfers: Transfers,
        memory: Memory,
        running: Running,
        devices: Devices,
        sending: Sending,
        waiting: Waiting,
        notes: Errands,
        removals: Errands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._memory = memory
        self._running = running
        self._devices = devices
        self._sending = sending
        self._waiting = waiting
        self._notes = notes
        self._removals = removals
        # What is asked of a transfer while its thread still ends, by key.
        self._next: dict[str, Callable[[Transfer], None]] = {}
        waiting.ended.connect(self.resume)
        waiting.was_in_vain.connect(self._give_up_asking)

    # Going on -----------------------------------------------------------------------------------

    def pause(self, transfer: Transfer) -> None:
        """Interrupts a transfer until somebody resumes it, here or there."""
        if _is_asking(transfer):
            self._running.drop(transfer.key)
            self._transfers.note(transfer, StageChanged(Stage.INTERRUPTED, Paused()))
        elif (control := self._running.control(transfer.key)) is not None:
            control.pause()

    @Slot(object)
    def resume(self, transfer: Transfer) -> None:
        """Goes on with what is interrupted or queued; of what finished, with what failed.

        Of a receive the device that was sending is asked to go on, wherever it is now.
        """
        if self._running.control(transfer.key) is not None:
            if transfer.can_resume or transfer.can_retry_failed:  # it has still to say goodbye
                self._next[transfer.key] = self.resume
            return
        device = self._where_is(transfer)
        if transfer.direction is Direction.SENDING:
            self._sending.go_on(transfer, device)
        elif (record := self._transfers.record(transfer.key)) is not None:
            self._ask_to_go_on(transfer, record, device)

    def resume_for_peer(self, key: str) -> None:
        """The device to which this one was sending is ready to go on."""
        if (record := self._transfers.record(key)) is None:
            return
        if (control := self._running.control(key)) is not None:
            control.stop()  # its connection is dead, and it does not know yet; or it is ending
            self._next[key] = self.resume
        elif may_go_on(record):
            self.resume(self._transfers.reopen(record))

    def _ask_to_go_on(self, transfer: Transfer, record: Record, device: Device) -> None:
        stage = transfer.stage
        try:
            self._running.ask_to_go_on(record, device)
        except OutOfDescriptors as error:
            self._transfers.note(transfer, StageChanged(stage, error))
        else:
            self._transfers.note(transfer, StageChanged(Stage.RECONNECTING))

    @Slot(object)
    def _give_up_asking(self, transfer: Transfer) -> None:
        in_vain = StageChanged(Stage.INTERRUPTED, TimedOut(transfer.peer_name))
        self._transfers.note(transfer, in_vain)

    def _where_is(self, transfer: Transfer) -> Device:
        device = self._devices.locate(transfer.device_id)
        if device is not None and device.addresses:
            return device
        addresses: tuple[Address, ...] = ()
        if not transfer.device_id:  # a typed address that has never answered
            with contextlib.suppress(BadAddress):
                addresses = (Address.parse(transfer.peer_name),)
        elif transfer.offer is not None and transfer.direction is Direction.RECEIVING:
            # Who was never found has come from there, and most listen at the usual port.
            addresses = (Address(transfer.offer.peer.address.host),)
        return Device(transfer.device_id, transfer.peer_name, "", addresses, online=False)

    # Giving up ----------------------------------------------------------------------------------

    def cancel(self, transfer: Transfer) -> None:
        """Gives a transfer up in any stage; the row changes when all is cleaned up.

        What was received of it is removed, unless it is complete and has its final name.
        """
        if _is_asking(transfer):
            self._running.drop(transfer.key)
        if self._running.control(transfer.key) is not None:
            self._running.cancel(transfer.key)
            self._next[transfer.key] = self.cancel  # should it be about to stop for another reason
        elif not transfer.stage.ended:
            sends = transfer.direction is Direction.SENDING
            (self._notes if sends else self._removals).run(
                partial(resumption.discard, self._memory, transfer.key),
                partial(self._note_discarded, transfer),
            )

    def _note_discarded(self, transfer: Transfer, error: DesktopxferError | None) -> None:
        if error is None:
            self._transfers.note(transfer, StageChanged(Stage.CANCELLED, Cancelled()))
        else:
            self._transfers.refused.emit(error)

    # After a thread -----------------------------------------------------------------------------

    def end(self, transfer: Transfer, error: DesktopxferError | None) -> None:
        """A thread has nothing more to say of a transfer: what comes next may start."""
        if _is_asking(transfer):
            if error is None:
                self._waiting.await_sender(transfer)
            else:
                transfer.note(StageChanged(Stage.INTERRUPTED, error))
        else:
            transfer.end(error)
            proceed = self._next.pop(transfer.key, None)
            if proceed is not None and (transfer.can_resume or transfer.can_retry_failed):
                proceed(transfer)
        self._transfers.changed.emit(transfer)


def _is_asking(transfer: Transfer) -> bool:
    """Whether its sender is asked to go on, or was and has yet to come."""
    return transfer.direction is Direction.RECEIVING and transfer.stage is Stage.RECONNECTING
