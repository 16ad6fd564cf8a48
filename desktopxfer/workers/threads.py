"""Owns the threads that run the engine: each one send, one receive, the listening, one question."""

import logging
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from desktopxfer.device import Address, Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Offer
from desktopxfer.transfer import receiver, sender
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.progress import Connected, Event

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """An offer waits for the person here."""

    offer: Offer
    code: str  # short code of the connection


@dataclass(frozen=True, slots=True)
class Ended:
    """The thread has nothing more to say; None if all went well, or this side declined."""

    error: DesktopxferError | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What happened in which thread."""

    key: str
    event: Event | Asked | Ended


class TransferThread(QThread):
    """Runs one transfer. `control` may be used from any thread."""

    reported = Signal(object)  # Report

    def __init__(self, key: str, local: LocalDevice, parent: QObject) -> None:
        super().__init__(parent)
        self.key = key
        self.control = Control()
        self._local = local

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

    def _report(self, event: Event | Asked | Ended) -> None:
        self.reported.emit(Report(self.key, event))


class SendThread(TransferThread):
    def __init__(
        self, key: str, local: LocalDevice, paths: Sequence[Path], device: Device, parent: QObject
    ) -> None:
        super().__init__(key, local, parent)
        self._paths = paths
        self._device = device

    def _transfer(self) -> None:
        sender.send(
            self._paths,
            self._device,
            self._local,
            on_event=self._report,
            control=self.control,
        )


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody connected. Owns an open socket."""

    sock: socket.socket
    address: Address
    listener: Listener


class ReceiveThread(TransferThread):
    def __init__(self, key: str, local: LocalDevice, accepted: Accepted, parent: QObject) -> None:
        super().__init__(key, local, parent)
        self._accepted = accepted

    def _transfer(self) -> None:
        try:
            receiver.receive(
                self._accepted.sock,
                self._accepted.address,
                self._local,
                ask=self._ask,
                on_event=self._report,
                control=self.control,
            )
        finally:
            self._accepted.listener.release(self._accepted.address)

    def _ask(self, offer: Offer, code: str) -> None:
        self._report(Asked(offer, code))


class ProbeThread(TransferThread):
    """Asks a typed address who is there; reports Connected, then Ended."""

    def __init__(self, key: str, local: LocalDevice, device: Device, parent: QObject) -> None:
        super().__init__(key, local, parent)
        self._device = device

    def _transfer(self) -> None:
        self._report(Connected(sender.probe(self._device, self._local, control=self.control)))


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
