"""Owns a stand-in for the manager: the same signals, no threads; it notes what is asked of it."""

import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from desktopxfer.device import Address, Device, Peer
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import TOP, Decision, Entry, EntryKind, Offer
from desktopxfer.settings import Settings
from desktopxfer.transfer.progress import Direction, Progress, Stage
from desktopxfer.workers.manager import Listening, Transfer, TransferManager

KEYS = itertools.count(1)
ADDRESS = Address("192.168.1.30")


class FakeManager(QObject):
    transfer_added = Signal(object)
    transfer_changed = Signal(object)
    offer_received = Signal(object)
    offer_withdrawn = Signal(object)
    devices_changed = Signal(object)
    listening_changed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.refusal: DesktopxferError | None = None  # raised by whatever saves something
        self.sent: list[tuple[tuple[Path, ...], Device]] = []
        self.answered: list[tuple[Transfer, Decision]] = []
        self.cancelled: list[Transfer] = []
        self.added: list[Address] = []
        self.removed: list[Device] = []

    def as_manager(self) -> TransferManager:
        return cast(TransferManager, self)

    # What the window calls ------------------------------------------------------------------------

    def send(self, paths: Sequence[Path], device: Device) -> Transfer:
        self.sent.append((tuple(paths), device))
        transfer = sending(device.name, title=paths[0].name, stage=Stage.PREPARING)
        self.transfer_added.emit(transfer)
        return transfer

    def answer(self, transfer: Transfer, decision: Decision) -> None:
        self.answered.append((transfer, decision))
        transfer.decision = decision
        self.transfer_changed.emit(transfer)

    def cancel(self, transfer: Transfer) -> None:
        self.cancelled.append(transfer)

    def add_address(self, address: Address) -> None:
        self._save()
        self.added.append(address)

    def remove_device(self, device: Device) -> None:
        self._save()
        self.removed.append(device)

    def apply(self, settings: Settings) -> None:
        self._save()
        self.settings = settings

    def _save(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    # What a test lets happen ----------------------------------------------------------------------

    def show_devices(self, *devices: Device) -> None:
        self.devices_changed.emit(devices)

    def listen(self, *addresses: Address, **more: DesktopxferError) -> None:
        self.listening_changed.emit(Listening(addresses, **more))

    def add(self, transfer: Transfer) -> Transfer:
        self.transfer_added.emit(transfer)
        if transfer.direction is Direction.RECEIVING and transfer.stage is Stage.WAITING:
            self.offer_received.emit(transfer)
        return transfer

    def change(self, transfer: Transfer, stage: Stage | None = None) -> None:
        if stage is not None:
            transfer.stage = stage
        self.transfer_changed.emit(transfer)


def device(name: str, number: int = 1, *, online: bool = True, typed: bool = False) -> Device:
    return Device(f"{number:08x}" * 8, name, "Linux", (ADDRESS,), online, typed)


def offer(name: str = "Bob", entries: Iterable[Entry] = (Entry(TOP, "a.txt", EntryKind.FILE, 7),),
          ) -> Offer:  # fmt: skip
    peer = Peer("b" * 64, name, "Linux", ADDRESS)
    return Offer("0" * 32, peer, tuple(entries))


def folder_of(count: int, name: str = "Photos") -> list[Entry]:
    files = (Entry(0, f"IMG_{n:06}.jpg", EntryKind.FILE, 1000 + n) for n in range(count))
    return [Entry(TOP, name, EntryKind.FOLDER), *files]


def sending(to: str = "Desk-PC", *, title: str = "Photos", stage: Stage = Stage.MOVING) -> Transfer:
    return Transfer(f"key{next(KEYS)}", Direction.SENDING, to, title=title, stage=stage)


def receiving(what: Offer, stage: Stage = Stage.WAITING) -> Transfer:
    return Transfer(
        f"key{next(KEYS)}",
        Direction.RECEIVING,
        what.peer.name,
        what.peer.device_id,
        title=what.title,
        stage=stage,
        offer=what,
        code="123456",
    )


def moving(transfer: Transfer, done: int, total: int, speed: float = 84_000_000) -> Transfer:
    transfer.stage = Stage.MOVING
    transfer.progress = Progress(done, total, speed)
    return transfer
