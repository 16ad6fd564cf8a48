"""Owns the transfers in the window, and puts together what runs behind it."""

import contextlib
import dataclasses
import time
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal, Slot

from desktopxfer.device import Address, Device, Trust
from desktopxfer.errors import (
    RETRIABLE,
    BadAddress,
    Cancelled,
    DesktopxferError,
    IdentityChanged,
    OutOfDescriptors,
    Paused,
    ProfileUnusable,
    TimedOut,
)
from desktopxfer.identity.certificate import Identity
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.offer import Decision
from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer import resumption
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    GoesOn,
    Paired,
    ResumeWanted,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.shipment import Shipment, new_key, title_of
from desktopxfer.transfer.store import Record
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.history import History
from desktopxfer.workers.leftovers import Leftovers
from desktopxfer.workers.pairings import Pairings
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.presence import Presence
from desktopxfer.workers.running import Running
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.threads import Accepted, Asked, Ended, Happening, Report
from desktopxfer.workers.visibility import VisibilityControl
from desktopxfer.workers.waiting import Waiting

SHUTDOWN_TIMEOUT_MS = 10_000  # a thread answers in milliseconds, unless the disk holds it


class TransferManager(QObject):
    """Starts, interrupts and watches transfers. Lives in the GUI thread; only shutdown() blocks.

    Its parts do the rest and are spoken to directly: `preferences`, `visibility`, `presence`,
    `devices`, `pairings`, `history` and `leftovers`. Every signal carries one object and is emitted
    in the GUI thread.
    """

    transfer_added = Signal(object)  # Transfer
    transfer_changed = Signal(object)  # Transfer
    transfers_removed = Signal(object)  # tuple[Transfer, ...]: they are in the list no more
    offer_received = Signal(object)  # Transfer: RECEIVING, WAITING, its offer is there
    offer_withdrawn = Signal(object)  # Transfer: the sender cancelled or vanished while we waited
    alarmed = Signal(object)  # DesktopxferError: somebody posed as a trusted device
    refused = Signal(object)  # DesktopxferError: what was asked for could not be done

    def __init__(self, profile: Profile, identity: Identity, settings: Settings) -> None:
        super().__init__()
        self._known = KnownDevices(profile)
        self._admission = Admission(self._known, settings.visibility)
        self._transfers: dict[str, Transfer] = {}
        # What is asked of a transfer while its thread still ends, by key.
        self._next: dict[str, Callable[[Transfer], None]] = {}
        local = LocalDevice(identity, settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        self._memory = Memory(profile)
        self._running = Running(local, self._known, self._memory, self)
        self._notes = Errands("notes", self)
        self._removals = Errands("removals", self)  # which may hang in a dead network mount
        self._waiting = Waiting(self._transfers, self._known, self)
        self.preferences = Preferences(profile, settings, self)
        self.visibility = VisibilityControl(self.preferences, self._admission, self)
        self.presence = Presence(local, settings, self)
        self.devices = Devices(self._known, self._running, self)
        self.pairings = Pairings(self._known, self.devices, self._running, self)
        self.history = History(self._memory, self._notes, self)
        self.leftovers = Leftovers(self._transfers, self._memory, self)
        self._running.reported.connect(self._take_report)
        self.preferences.changed.connect(self._follow)
        self.presence.accepted.connect(self._receive)
        self.presence.found.connect(self.devices.take_found)
        self.presence.found.connect(self._waiting.take_found)
        self._waiting.looking.connect(self._look_at_store)
        self._waiting.ended.connect(self.resume)
        self._waiting.was_in_vain.connect(self._give_up_asking)
        self.devices.blocking.connect(self._decline_all)

    def start(self) -> None:
        """Starts to listen and to look for devices, and takes up what was not finished."""
        self.devices.show()
        going_on = self._take_up()
        self.presence.start()
        self._waiting.start()
        for transfer in going_on:
            self.resume(transfer)

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        local = dataclasses.replace(self._running.local, name=settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        self._running.local = local
        self.presence.follow(self._running.local, settings)

    @property
    def _patience_s(self) -> float:
        return self.preferences.current.retry_minutes * 60.0

    # From earlier runs --------------------------------------------------------------------------

    def _take_up(self) -> list[Transfer]:
        """Shows what is queued or interrupted; returns what goes on without being asked."""
        records = self._memory.store.records(Stage.QUEUED, Stage.INTERRUPTED)
        return [
            transfer
            for record in reversed(records)
            if not self._memory.runs(record.key)
            and self._goes_on(record, transfer := self.reopen(record))
        ]

    def _goes_on(self, record: Record, transfer: Transfer) -> bool:
        if transfer.direction is Direction.RECEIVING or transfer.stage is not Stage.INTERRUPTED:
            return False
        if transfer.is_paused:
            return False
        if not record.accepted and transfer.trust is Trust.TRUSTED:
            self._queue_again(transfer, transfer.error)
            return False
        return time.time() - record.changed <= self._patience_s

    def reopen(self, record: Record) -> Transfer:
        """The row of a transfer of the store; makes one if there is none."""
        if (transfer := self._transfers.get(record.key)) is None:
            known = self._known.get(record.device_id)
            transfer = Transfer.remembered(record, known.trust, known.nickname)
            self._add(transfer)
        return transfer

    @Slot(object)
    def _look_at_store(self, _waiting: Waiting) -> None:
        """Another program of this profile, such as a command line, queues and discards as well."""
        try:
            records = self._memory.store.records(Stage.QUEUED, Stage.INTERRUPTED)
            for record in reversed(records):
                if record.key not in self._transfers and not self._memory.runs(record.key):
                    self.reopen(record)
        except ProfileUnusable:  # busy; the next time will do
            return
        there = {record.key for record in records}
        for transfer in [*self._transfers.values()]:
            if transfer.can_discard and transfer.key not in there:
                self._follow_store(transfer)

    def _follow_store(self, transfer: Transfer) -> None:
        if self._running.control(transfer.key) is None and (record := self._record(transfer.key)):
            transfer.follow(record)
            self.transfer_changed.emit(transfer)

    def _record(self, key: str) -> Record | None:
        try:
            return self._memory.store.get(key)
        except ProfileUnusable as error:
            self.refused.emit(error)
            return None

    # Sending ------------------------------------------------------------------------------------

    def send(self, paths: Sequence[Path], device: Device) -> Transfer:
        """Starts to send; the row is there at once.

        To a trusted device that is off it waits, also beyond the end of the program.
        """
        transfer = Transfer(
            new_key(),
            Direction.SENDING,
            device.name,
            device.device_id,
            title=title_of(paths),
            trust=device.trust,
            paths=tuple(paths),
        )
        self._add(transfer)
        if device.trust is Trust.TRUSTED and not device.online and not device.typed:
            self._notes.run(
                partial(
                    Shipment.new,
                    self._memory.store,
                    paths,
                    device,
                    key=transfer.key,
                    stage=Stage.QUEUED,
                ),
                partial(self._note_queued, transfer, None),
            )
        else:
            self._start_sending(transfer, device, paths)
        return transfer

    def _note_queued(
        self, transfer: Transfer, why: DesktopxferError | None, error: DesktopxferError | None
    ) -> None:
        """`why` it was queued after a try; `error` if that could not be written down."""
        if error is None:
            self._change(transfer, StageChanged(Stage.QUEUED, why))
        else:
            self._change(transfer, StageChanged(Stage.FAILED, error))

    def _start_sending(
        self, transfer: Transfer, device: Device, paths: Sequence[Path] = ()
    ) -> None:
        """Without `paths` it goes on with what the store has."""
        stage = transfer.stage
        try:
            self._running.send(
                transfer.key,
                device,
                self.devices.locate,
                patience_s=self._patience_s,
                paths=paths,
            )
        except OutOfDescriptors as error:
            ended = Ended(error) if paths else StageChanged(stage, error)
            self._change(transfer, ended)
        else:
            self._change(transfer, StageChanged(Stage.PREPARING))

    def _queue_again(self, transfer: Transfer, why: DesktopxferError | None) -> None:
        """Nobody has seen it yet: it goes when its device is there."""
        self._notes.run(
            partial(self._memory.store.change, transfer.key, stage=Stage.QUEUED),
            partial(self._note_queued, transfer, why),
        )
        transfer.note(StageChanged(Stage.PREPARING))  # until it stands in the store

    def _tell(self, error: DesktopxferError | None) -> None:
        if error is not None:
            self.refused.emit(error)

    # Going on, and giving up --------------------------------------------------------------------

    def pause(self, transfer: Transfer) -> None:
        """Interrupts a transfer until somebody resumes it, here or there."""
        if self._is_asking(transfer):
            self._running.drop(transfer.key)
            self._change(transfer, StageChanged(Stage.INTERRUPTED, Paused()))
        elif (control := self._running.control(transfer.key)) is not None:
            control.pause()

    @Slot(object)
    def resume(self, transfer: Transfer) -> None:
        """Goes on with what is interrupted or queued, or finished with failures.

        Of a receive the device that was sending is asked to go on, wherever it is now.
        """
        if self._running.control(transfer.key) is not None:
            if transfer.can_resume or transfer.can_retry_failed:  # it has still to say goodbye
                self._next[transfer.key] = self.resume
            return
        device = self._where_is(transfer)
        if transfer.direction is Direction.SENDING:
            self._start_sending(transfer, device)
        elif (record := self._record(transfer.key)) is not None:
            self._ask_to_go_on(transfer, record, device)

    def retry_failed(self, transfer: Transfer) -> None:
        """Sends again, or has sent again, only what failed."""
        self.resume(transfer)

    def _ask_to_go_on(self, transfer: Transfer, record: Record, device: Device) -> None:
        stage = transfer.stage
        try:
            self._running.ask_to_go_on(record, device)
        except OutOfDescriptors as error:
            self._change(transfer, StageChanged(stage, error))
        else:
            self._change(transfer, StageChanged(Stage.RECONNECTING))

    def _where_is(self, transfer: Transfer) -> Device:
        device = self.devices.locate(transfer.device_id)
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

    def cancel(self, transfer: Transfer) -> None:
        """Gives a transfer up in any stage; the row changes when all is cleaned up.

        What was received of it is removed, unless it is complete and has its final name.
        """
        if self._is_asking(transfer):
            self._running.drop(transfer.key)
        if self._running.control(transfer.key) is not None:
            self._running.cancel(transfer.key)
            if transfer.can_discard:
                self._next[transfer.key] = self.cancel
        elif not transfer.stage.ended:
            sends = transfer.direction is Direction.SENDING
            (self._notes if sends else self._removals).run(
                partial(resumption.discard, self._memory, transfer.key),
                partial(self._note_discarded, transfer),
            )

    def discard(self, transfer: Transfer) -> None:
        """As cancel(), by the name that it has for what does not run."""
        self.cancel(transfer)

    def _note_discarded(self, transfer: Transfer, error: DesktopxferError | None) -> None:
        if error is None:
            self._change(transfer, StageChanged(Stage.CANCELLED, Cancelled()))
            self.history.changed.emit(self.history)
        else:
            self.refused.emit(error)

    def _is_asking(self, transfer: Transfer) -> bool:
        """Whether its sender is asked to go on, or was and has yet to come."""
        receives = transfer.direction is Direction.RECEIVING
        return receives and transfer.stage is Stage.RECONNECTING

    @Slot(object)
    def _give_up_asking(self, transfer: Transfer) -> None:
        self._change(transfer, StageChanged(Stage.INTERRUPTED, TimedOut(transfer.peer_name)))

    # Receiving ----------------------------------------------------------------------------------

    @Slot(object)
    def _receive(self, accepted: Accepted) -> None:
        try:
            self._running.receive(new_key(), accepted, self._admission)
        except OutOfDescriptors:  # only this connection is lost
            accepted.listener.release(accepted.address)
            accepted.sock.close()

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
        if decision.into is not None:
            self.preferences.remember_folder(decision.into)
        if remember_conflicts and transfer.offer is not None:
            remember = partial(
                self._known.remember, transfer.offer.peer, conflicts=decision.conflicts
            )
            self._notes.run(remember, self._tell)
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
        elif isinstance(event, GoesOn) and (record := self._record(key)) is not None:
            self.reopen(record)
        elif isinstance(event, ResumeWanted):
            self._resume_for_peer(event.key)
        if (transfer := self._transfers.get(key)) is not None:
            self._change(transfer, event)
        if isinstance(event, Ended) and isinstance(event.error, IdentityChanged):
            self.alarmed.emit(event.error)

    def _resume_for_peer(self, key: str) -> None:
        """The device to which this one was sending is ready to go on."""
        if (record := self._record(key)) is None:
            return
        if (control := self._running.control(key)) is not None:
            control.stop()  # its connection is dead, and it does not know yet; or it is ending
            self._next[key] = self.resume
        elif record.stage is Stage.INTERRUPTED or record.failed:
            self.resume(self.reopen(record))

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
            conflicts=known.conflicts,
        )
        self._add(transfer)
        if known.trust is Trust.TRUSTED and known.accept_into:
            into = Path(known.accept_into)
            self.answer(transfer, Decision(into, conflicts=known.conflicts))
        else:
            self.offer_received.emit(transfer)

    def _add(self, transfer: Transfer) -> None:
        self._transfers[transfer.key] = transfer
        self.transfer_added.emit(transfer)

    def _change(self, transfer: Transfer, event: Happening) -> None:
        if isinstance(event, Ended):
            self._end(transfer, event.error)
        else:
            transfer.note(event)
            if isinstance(event, Connected):
                known = self._known.get(event.peer.device_id)
                transfer.trust = known.trust
                transfer.peer_name = known.nickname or event.peer.name
        self.transfer_changed.emit(transfer)
        if _was_withdrawn(transfer):
            self._replace_withdrawn(transfer)

    def _end(self, transfer: Transfer, error: DesktopxferError | None) -> None:
        """A thread has nothing more to say of a transfer."""
        if self._is_asking(transfer):
            if error is None:
                self._waiting.await_sender(transfer)
            else:
                transfer.note(StageChanged(Stage.INTERRUPTED, error))
            return
        transfer.end(error)
        if transfer.direction is Direction.RECEIVING and transfer.decision is None:
            self.offer_withdrawn.emit(transfer)
        proceed = self._next.pop(transfer.key, None)
        if proceed is not None and (transfer.can_resume or transfer.can_retry_failed):
            proceed(transfer)
        elif _may_wait(transfer):
            self._queue_again(transfer, error)
        elif transfer.stage.ended:
            self.history.changed.emit(self.history)

    def _replace_withdrawn(self, latest: Transfer) -> None:
        """A stranger that asks and withdraws, again and again, has one row, as whoever it comes."""
        withdrawn = [each for each in self._transfers.values() if _was_withdrawn(each)]
        self.remove([each for each in withdrawn if each is not latest and _same(each, latest)])

    # The end ------------------------------------------------------------------------------------

    def shutdown(self) -> bool:
        """Interrupts everything and waits for every thread: nothing is lost, and nothing runs on.

        What waits for the person here to answer is cancelled. False if a thread hangs in the
        system, as in a dead network mount: then the process must be left without destroying this
        object.
        """
        asked = {
            key
            for key, transfer in self._transfers.items()
            if transfer.direction is Direction.RECEIVING and transfer.stage is Stage.WAITING
        }
        self._running.stop_all(interrupting=self._transfers.keys() - asked)
        self._waiting.close()
        self.preferences.close()
        self._notes.close()
        self._removals.close()
        self.presence.close()
        deadline = QDeadlineTimer(SHUTDOWN_TIMEOUT_MS)
        parts = (self._running, self.preferences, self._notes, self._removals)
        if not all(part.wait(deadline) for part in parts):
            return False
        self._memory.close()
        return True


def _may_wait(transfer: Transfer) -> bool:
    """Whether nobody has seen it yet, as its device is not there; and it is trusted."""
    sends = transfer.direction is Direction.SENDING
    unseen = transfer.stage is Stage.FAILED and not transfer.agreed and transfer.device_id
    trusted = transfer.trust is Trust.TRUSTED
    return bool(sends and unseen and trusted and isinstance(transfer.error, RETRIABLE))


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
