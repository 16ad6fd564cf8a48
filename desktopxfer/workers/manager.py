"""Owns the transfers of this run for the window, and puts together what runs behind it."""

import dataclasses
import secrets
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal, Slot

from desktopxfer.device import Device, Trust
from desktopxfer.errors import IdentityChanged, OutOfDescriptors
from desktopxfer.identity.certificate import Identity
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.offer import Decision
from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Connected, Direction, Paired, Stage
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.pairings import Pairings
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.presence import Presence
from desktopxfer.workers.running import Running
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.threads import Accepted, Asked, Ended, Happening, Report
from desktopxfer.workers.visibility import VisibilityControl

SHUTDOWN_TIMEOUT_MS = 10_000  # a thread answers in milliseconds, unless the disk holds it


class TransferManager(QObject):
    """Starts, cancels and watches transfers. Lives in the GUI thread; only shutdown() blocks.

    Its parts do the rest and are spoken to directly: `preferences`, `visibility`, `presence`,
    `devices` and `pairings`. Every signal carries one object and is emitted in the GUI thread.
    """

    transfer_added = Signal(object)  # Transfer
    transfer_changed = Signal(object)  # Transfer
    transfers_removed = Signal(object)  # tuple[Transfer, ...]: they are in the list no more
    offer_received = Signal(object)  # Transfer: RECEIVING, WAITING, its offer is there
    offer_withdrawn = Signal(object)  # Transfer: the sender cancelled or vanished while we waited
    alarmed = Signal(object)  # DesktopxferError: somebody posed as a trusted device

    def __init__(self, profile: Profile, identity: Identity, settings: Settings) -> None:
        super().__init__()
        self._known = KnownDevices(profile)
        self._admission = Admission(self._known, settings.visibility)
        self._transfers: dict[str, Transfer] = {}
        local = LocalDevice(identity, settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        self._memory = Memory(profile)
        self._running = Running(local, self._known, self._memory, self)
        self.preferences = Preferences(profile, settings, self)
        self.visibility = VisibilityControl(self.preferences, self._admission, self)
        self.presence = Presence(local, settings, self)
        self.devices = Devices(self._known, self._running, self)
        self.pairings = Pairings(self._known, self.devices, self._running, self)
        self._running.reported.connect(self._take_report)
        self.preferences.changed.connect(self._follow)
        self.presence.accepted.connect(self._receive)
        self.presence.found.connect(self.devices.take_found)
        self.devices.blocking.connect(self._decline_all)

    def start(self) -> None:
        """Starts to listen and to look for devices."""
        self.presence.start()
        self.devices.show()

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        local = dataclasses.replace(self._running.local, name=settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        self._running.local = local
        self.presence.follow(self._running.local, settings)

    # Sending ------------------------------------------------------------------------------------

    def send(self, paths: Sequence[Path], device: Device) -> Transfer:
        """Starts to send; the row is there at once."""
        more = f" +{len(paths) - 1}" if len(paths) > 1 else ""
        transfer = Transfer(
            secrets.token_hex(8),
            Direction.SENDING,
            device.name,
            device.device_id,
            title=(paths[0].name or str(paths[0])) + more,
            trust=device.trust,
        )
        self._add(transfer)
        try:
            self._running.send(transfer.key, paths, device)
        except OutOfDescriptors as error:
            self._change(transfer, Ended(error))
        return transfer

    def cancel(self, transfer: Transfer) -> None:
        """Ends a transfer in any stage; the row changes when the thread has cleaned up."""
        self._running.cancel(transfer.key)

    # Receiving ----------------------------------------------------------------------------------

    @Slot(object)
    def _receive(self, accepted: Accepted) -> None:
        try:
            self._running.receive(secrets.token_hex(8), accepted, self._admission)
        except OutOfDescriptors:  # only this connection is lost
            accepted.listener.release(accepted.address)
            accepted.sock.close()

    def answer(self, transfer: Transfer, decision: Decision) -> None:
        """Answers an offer. Without effect once it was answered or withdrawn."""
        control = self._running.control(transfer.key)
        if control is None or transfer.decision is not None:
            return
        transfer.decision = decision
        control.answer(decision)
        if decision.into is not None:
            self.preferences.remember_folder(decision.into)
        self.transfer_changed.emit(transfer)

    def trust_sender(self, transfer: Transfer) -> None:
        """Trusts the other device of a transfer, after its code was compared.

        Raises ProfileUnusable.
        """
        if transfer.offer is not None:
            self.devices.trust(transfer.offer.peer)
            transfer.trust = Trust.TRUSTED
            self.transfer_changed.emit(transfer)

    def block_sender(self, transfer: Transfer) -> None:
        """Declines, and hears no more from the other device. Raises ProfileUnusable."""
        if transfer.offer is not None:
            self.devices.block(transfer.offer.peer)

    @Slot(str)
    def _decline_all(self, device_id: str) -> None:
        for transfer in self._transfers.values():
            waits = transfer.direction is Direction.RECEIVING and transfer.stage is Stage.WAITING
            if waits and transfer.device_id == device_id:
                self.answer(transfer, Decision(None))

    # The list -----------------------------------------------------------------------------------

    def remove(self, transfers: Collection[Transfer]) -> None:
        """Forgets transfers that have ended, and leaves alone what they saved."""
        ended = tuple(each for each in transfers if each.stage.ended)
        for transfer in ended:
            self._transfers.pop(transfer.key, None)
        if ended:
            self.transfers_removed.emit(ended)

    # What the threads say -----------------------------------------------------------------------

    @Slot(object)
    def _take_report(self, report: Report) -> None:
        key, event = report.key, report.event
        if isinstance(event, Connected | Paired):
            self.devices.show()
        if self.pairings.take_report(report):
            return
        if isinstance(event, Asked):
            self._offer(key, event)
        if (transfer := self._transfers.get(key)) is not None:
            self._change(transfer, event)
        if isinstance(event, Ended) and isinstance(event.error, IdentityChanged):
            self.alarmed.emit(event.error)

    def _offer(self, key: str, asked: Asked) -> None:
        offer = asked.offer
        known = self._known.get(offer.peer.device_id)
        transfer = Transfer(
            key,
            Direction.RECEIVING,
            known.nickname or offer.peer.name,
            offer.peer.device_id,
            title=offer.title,
            trust=known.trust,
            stage=Stage.WAITING,
            offer=offer,
            code=asked.code,
        )
        self._add(transfer)
        if known.trust is Trust.TRUSTED and known.accept_into:
            self.answer(transfer, Decision(Path(known.accept_into)))
        else:
            self.offer_received.emit(transfer)

    def _add(self, transfer: Transfer) -> None:
        self._transfers[transfer.key] = transfer
        self.transfer_added.emit(transfer)

    def _change(self, transfer: Transfer, event: Happening) -> None:
        if isinstance(event, Ended):
            transfer.end(event.error)
            if transfer.direction is Direction.RECEIVING and transfer.decision is None:
                self.offer_withdrawn.emit(transfer)
        else:
            transfer.note(event)
            if isinstance(event, Connected):
                known = self._known.get(event.peer.device_id)
                transfer.trust = known.trust
                transfer.peer_name = known.nickname or event.peer.name
        self.transfer_changed.emit(transfer)
        if _was_withdrawn(transfer):
            self._replace_withdrawn(transfer)

    def _replace_withdrawn(self, latest: Transfer) -> None:
        """A stranger that asks and withdraws, again and again, has one row, as whoever it comes."""
        withdrawn = [each for each in self._transfers.values() if _was_withdrawn(each)]
        self.remove([each for each in withdrawn if each is not latest and _same(each, latest)])

    # The end ------------------------------------------------------------------------------------

    def shutdown(self) -> bool:
        """Cancels everything and waits for every thread, so that nothing unfinished stays behind.

        False if a thread hangs in the system, as in a dead network mount: then the process must be
        left without destroying this object.
        """
        self._running.cancel_all()
        self.preferences.close()
        self.presence.close()
        deadline = QDeadlineTimer(SHUTDOWN_TIMEOUT_MS)
        have_ended = self._running.wait(deadline)
        return self.preferences.wait(deadline) and have_ended


def _was_withdrawn(transfer: Transfer) -> bool:
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
