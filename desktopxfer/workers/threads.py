"""Owns the threads that run the engine: each one send, one receive, the listening, one question."""

import logging
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, QThread, Signal

from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.errors import DesktopxferError, OutOfDescriptors, ProfileUnusable
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Offer
from desktopxfer.transfer import connecting, receiver, sender
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.devices import pinned
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.pairing import pair
from desktopxfer.transfer.progress import Connected, Event, Paired

_log = logging.getLogger(__name__)


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


Happening: TypeAlias = Event | Asked | CodeAsked | Ended


@dataclass(frozen=True, slots=True)
class Report:
    """What happened in which thread."""

    key: str
    event: Happening


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
        self.key = key
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
        self.reported.emit(Report(self.key, event))

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
        self._device = pinned(known, device)

    def _report(self, event: Happening) -> None:
        if isinstance(event, Connected):
            self._remember(lambda: self._known.met(event.peer, self._asked))
        super()._report(event)


class SendThread(ConnectingThread):
    def __init__(
        self,
        key: str,
        local: LocalDevice,
        known: KnownDevices,
        device: Device,
        memory: Memory,
        paths: Sequence[Path],
        parent: QObject,
    ) -> None:
        super().__init__(key, local, known, device, parent)
        self._memory = memory
        self._paths = paths

    def _transfer(self) -> None:
        sender.send(
            self._paths,
            self._device,
            self._local,
            memory=self._memory,
            check_peer=self._known.check,
            on_event=self._report,
            control=self.control,
            key=self.key,
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
