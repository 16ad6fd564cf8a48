"""Owns the threads that run the engine: each one send, one receive, the listening, one question."""

import itertools
import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.diagnosis.check import Subject, check
from desktopxfer.diagnosis.finding import Finding
from desktopxfer.errors import DesktopxferError, OutOfDescriptors, ProfileUnusable
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Offer
from desktopxfer.transfer import connecting, receiver, resumption, sender
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.devices import pinned
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.pairing import pair
from desktopxfer.transfer.progress import Connected, Event, GoesOn, Paired
from desktopxfer.transfer.sender import Retry
from desktopxfer.transfer.shipment import What
from desktopxfer.transfer.store import Record

_log = logging.getLogger(__name__)

_NUMBERS = itertools.count(1)

# Where a device is now, by its id; None if nobody knows. Called in any thread.
Locate: TypeAlias = Callable[[str], Device | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """An offer waits for the person here."""

    offer: Offer
    code: str  # short code of the connection


@dataclass(frozen=True, slots=True)
class CodeAsked:
    """A pairing waits for the person here to compare the codes."""

    peer: Peer
    code: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The thread has nothing more to say; None if all went well, or this side declined."""

    error: DesktopxferError | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The connection check has come to its end; this is all of it, to be copied."""

    report: str


Happening: TypeAlias = Event | Asked | CodeAsked | Finding | Written | Ended


@dataclass(frozen=True, slots=True)
class Report:
    """What happened to what: a transfer, a pairing, a connection of which nothing is known yet."""

    key: str
    event: Happening
    thread: int = 0  # the number of the one that says so: a key may outlive it


class TransferThread(QThread):
    """Runs one transfer. `control` may be used from any thread.

    Raises OutOfDescriptors.
    """

    reported = Signal(object)  # Report

    def __init__(self, key: str, local: LocalDevice, known: KnownDevices, parent: QObject) -> None:
        try:
            control = Control()  # first, as it may fail: the parent would keep what is half made
        except OSError as error:
            raise OutOfDescriptors(detail=error.strerror or str(error)) from error
        super().__init__(parent)
        self.number = next(_NUMBERS)
        self.key = key  # a ReceiveThread may find out that it goes on with another transfer
        self.control = control
        self._local = local
        self._known = known

    def run(self) -> None:
        error: DesktopxferError | None = None
        try:
            self._transfer()
        except DesktopxferError as expected:
            error = expected
        except Exception as defect:  # noqa: BLE001
            # A border: whatever went wrong, the row must end and the program go on.
            _log.exception("transfer %s", self.key)
            error = DesktopxferError(detail=repr(defect))
        self._report(Ended(error))

    def _transfer(self) -> None:
        raise NotImplementedError

    def _report(self, event: Happening) -> None:
        if isinstance(event, Paired):
            self._known.trust(event.peer)  # or it fails: nobody is trusted only until the restart
        if isinstance(event, GoesOn):
            self.key = event.key
        self.reported.emit(Report(self.key, event, self.number))

    def _remember(self, note: Callable[[], None]) -> None:
        """Here and not in the window's thread: saving waits for the disk."""
        try:
            note()
        except ProfileUnusable as error:  # no reason to end a transfer
            _log.warning("%s", error)


class ConnectingThread(TransferThread):
    """One that connects to a device, and notes where it has met it."""

    def __init__(
        self, key: str, local: LocalDevice, known: KnownDevices, device: Device, parent: QObject
    ) -> None:
        super().__init__(key, local, known, parent)
        self._asked = device
        self._device = pinned(known, device) if device.addresses else device

    def _report(self, event: Happening) -> None:
        if isinstance(event, Connected):
            self._remember(lambda: self._known.met(event.peer, self._asked))
        super()._report(event)


class SendThread(ConnectingThread):
    """Sends something, or goes on with what the store has under the key."""

    def __init__(
        self,
        key: str,
        local: LocalDevice,
        known: KnownDevices,
        device: Device,
        memory: Memory,
        what: What | None,
        patience_s: float,
        locate: Locate,
        parent: QObject,
    ) -> None:
        super().__init__(key, local, known, device, parent)
        self._memory = memory
        self._what = what
        self._patience_s = patience_s
        self._locate = locate

    def _transfer(self) -> None:
        retry = Retry(self._patience_s, self._find_again) if self._patience_s else None
        begin = (
            partial(sender.send, self._what, key=self.key)
            if self._what is not None
            else partial(sender.resume, self.key)
        )
        begin(
            self._device,
            self._local,
            memory=self._memory,
            check_peer=self._known.check,
            on_event=self._report,
            control=self.control,
            retry=retry,
            waits=self._is_for_a_friend,
        )

    def _is_for_a_friend(self) -> bool:
        return self._known.get(self._device.device_id).trust is Trust.TRUSTED

    def _report(self, event: Happening) -> None:
        if isinstance(event, Connected):  # from now on nobody else will do
            self._device = replace(self._device, device_id=event.peer.device_id)
        super()._report(event)

    def _find_again(self) -> Device:
        """Wherever it is now, and where it was."""
        now = self._locate(self._device.device_id) or self._device
        return replace(now, addresses=tuple(dict.fromkeys(now.addresses + self._device.addresses)))


class AskThread(ConnectingThread):
    """Asks the device that was sending to connect and go on. Ended without an error: it will."""

    def __init__(
        self,
        key: str,
        local: LocalDevice,
        known: KnownDevices,
        device: Device,
        record: Record,
        parent: QObject,
    ) -> None:
        super().__init__(key, local, known, device, parent)
        self._record = record

    def _transfer(self) -> None:
        resumption.ask_to_go_on(
            self._record,
            self._device,
            self._local,
            check_peer=self._known.check,
            control=self.control,
        )


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody connected. Owns an open socket."""

    sock: socket.socket
    address: Address
    listener: Listener


class ReceiveThread(TransferThread):
    def __init__(
        self,
        key: str,
        local: LocalDevice,
        known: KnownDevices,
        memory: Memory,
        accepted: Accepted,
        admission: Admission,
        parent: QObject,
    ) -> None:
        super().__init__(key, local, known, parent)
        self._memory = memory
        self._accepted = accepted
        self._admission = admission

    def _transfer(self) -> None:
        try:
            receiver.receive(
                self._accepted.sock,
                self._accepted.address,
                self._local,
                memory=self._memory,
                admission=self._admission,
                ask=self._ask,
                ask_code=self._ask_code,
                on_event=self._report,
                control=self.control,
                key=self.key,
            )
        finally:
            self._accepted.listener.release(self._accepted.address)

    def _ask(self, offer: Offer, code: str) -> None:
        if self._known.get(offer.peer.device_id).trust is Trust.TRUSTED:
            self._remember(lambda: self._known.seen(offer.peer))
        self._report(Asked(offer, code))

    def _ask_code(self, peer: Peer, code: str) -> None:
        self._report(CodeAsked(peer, code))


class ProbeThread(ConnectingThread):
    """Asks a typed address who is there; reports Connected, then Ended."""

    def _transfer(self) -> None:
        peer, code = connecting.probe(self._device, self._local, control=self.control)
        self._report(Connected(peer, code))


class CheckThread(TransferThread):
    """Looks for what keeps devices apart: each Finding, then Written, Ended."""

    def __init__(self, key: str, subject: Subject, known: KnownDevices, parent: QObject) -> None:
        super().__init__(key, subject.local, known, parent)
        self._subject = subject

    def _transfer(self) -> None:
        self._report(Written(check(self._subject, self._report, self.control)))


class PairThread(ConnectingThread):
    """Pairs with a device: Connected, CodeAsked, then Paired if both people confirmed, Ended."""

    def _transfer(self) -> None:
        peer = pair(
            self._device,
            self._local,
            check_peer=self._known.check,
            ask=self._ask,
            control=self.control,
        )
        self._report(Paired(peer))

    def _ask(self, peer: Peer, code: str) -> None:
        self._report(Connected(peer, code))
        self._report(CodeAsked(peer, code))


class ListenThread(QThread):
    """Accepts connections and hands them on; nothing that a peer does can hold it up."""

    accepted = Signal(object)  # Accepted

    def __init__(self, listener: Listener, parent: QObject) -> None:
        super().__init__(parent)
        self.listener = listener

    def run(self) -> None:
        self.listener.serve(self._hand_on)

    def _hand_on(self, sock: socket.socket, address: Address) -> None:
        self.accepted.emit(Accepted(sock, address, self.listener))
