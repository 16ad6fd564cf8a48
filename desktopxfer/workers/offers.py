"""Owns what others offer to this device: who connects, and how an offer is answered."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktopxfer.device import Trust
from desktopxfer.errors import OutOfDescriptors
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.offer import Decision, Kind
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.shipment import new_key
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.running import Running
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.threads import Accepted, Asked
from desktopxfer.workers.transfers import Transfers


class Offers(QObject):
    """Lives in the GUI thread."""

    received = Signal(object)  # Transfer: RECEIVING, WAITING, its offer is there
    withdrawn = Signal(object)  # Transfer: the sender cancelled or vanished while we waited

    def __init__(
        self,
        transfers: Transfers,
        known: KnownDevices,
        memory: Memory,
        running: Running,
        devices: Devices,
        admission: Admission,
        preferences: Preferences,
        notes: Errands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._transfers = transfers
        self._known = known
        self._memory = memory
        self._running = running
        self._devices = devices
        self._admission = admission
        self._preferences = preferences
        self._notes = notes
        devices.blocking.connect(self._decline_all)

    @Slot(object)
    def connect_to(self, accepted: Accepted) -> None:
        """Hears what somebody wants who has connected."""
        try:
            self._running.receive(new_key(), accepted, self._admission)
        except OutOfDescriptors:  # only this connection is lost
            accepted.listener.release(accepted.address)
            accepted.sock.close()

    def take(self, key: str, asked: Asked) -> None:
        """Shows an offer and asks about it, unless it was answered once and for all."""
        offer = asked.offer
        known = self._known.get(offer.peer.device_id)
        transfer = Transfer(
            key,
            Direction.RECEIVING,
            known.nickname or offer.peer.name,
            offer.peer.device_id,
            title=offer.title,
            kind=offer.kind,
            trust=known.trust,
            stage=Stage.WAITING,
            offer=offer,
            code=asked.code,
            conflicts=known.conflicts,
        )
        if offer.kind is Kind.TEXT:
            transfer.into = self._memory.clippings.folder(key)
        self._transfers.add(transfer)
        if known.trust is Trust.TRUSTED and known.accept_into:
            into = transfer.into or Path(known.accept_into)
            self.answer(transfer, Decision(into, conflicts=known.conflicts))
        else:
            self.received.emit(transfer)

    def answer(
        self, transfer: Transfer, decision: Decision, *, remember_conflicts: bool = False
    ) -> None:
        """Answers an offer. Without effect once it was answered or withdrawn.

        With `remember_conflicts` what the device sends next is answered alike about taken names.
        """
        control = self._running.control(transfer.key)
        if control is None or transfer.decision is not None:
            return
        transfer.decision, transfer.into = decision, decision.into
        control.answer(decision)
        if decision.into is not None and transfer.kind is not Kind.TEXT:
            self._preferences.remember_folder(decision.into)
        if remember_conflicts and transfer.offer is not None:
            remember = partial(
                self._known.remember, transfer.offer.peer, conflicts=decision.conflicts
            )
            self._notes.run(remember, self._transfers.tell)
        self._transfers.changed.emit(transfer)

    def trust_sender(self, transfer: Transfer) -> None:
        """Trusts the other device of a transfer, after its code was compared.

        Raises ProfileUnusable.
        """
        if transfer.offer is not None:
            self._devices.trust(transfer.offer.peer)
            transfer.trust = Trust.TRUSTED
            self._transfers.changed.emit(transfer)

    def block_sender(self, transfer: Transfer) -> None:
        """Declines, and hears no more from the other device. Raises ProfileUnusable."""
        if transfer.offer is not None:
            self._devices.block(transfer.offer.peer)

    @Slot(str)
    def _decline_all(self, device_id: str) -> None:
        for transfer in self._transfers:
            waits = transfer.direction is Direction.RECEIVING and transfer.stage is Stage.WAITING
            if waits and transfer.device_id == device_id:
                self.answer(transfer, Decision(None))

    def end(self, transfer: Transfer) -> None:
        """A transfer has ended, perhaps before it was answered."""
        if transfer.direction is Direction.RECEIVING and transfer.decision is None:
            self.withdrawn.emit(transfer)
        if _is_of_stranger(transfer):
            self._replace(transfer)

    def _replace(self, latest: Transfer) -> None:
        """A stranger that asks and withdraws, again and again, has one row, as whoever it comes."""
        withdrawn = [each for each in self._transfers if _is_of_stranger(each)]
        same = [each for each in withdrawn if each is not latest and _same(each, latest)]
        self._transfers.remove(same)


def _is_of_stranger(transfer: Transfer) -> bool:
    """Whether a stranger asked, and left before it was answered."""
    asked = transfer.direction is Direction.RECEIVING and transfer.trust is not Trust.TRUSTED
    return asked and transfer.stage.ended and transfer.decision is None


def _same(one: Transfer, other: Transfer) -> bool:
    """The same device, or the same computer: a new certificate costs nothing."""
    assert one.offer is not None
    assert other.offer is not None
    return (
        one.device_id == other.device_id
        or one.offer.peer.address.host == other.offer.peer.address.host
    )
