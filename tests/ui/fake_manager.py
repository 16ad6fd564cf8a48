"""Owns a stand-in for the manager: the same signals, no threads; it notes what is asked of it."""

import itertools
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktopxfer.desktop.integration import Integrated
from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.diagnosis.finding import Finding
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import TOP, Decision, Entry, EntryKind, Kind, Offer
from desktopxfer.settings import Settings, Visibility
from desktopxfer.transfer.progress import Direction, Progress, Stage
from desktopxfer.transfer.shipment import What, title_of
from desktopxfer.transfer.store import Record
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import (
    ConnectionCheck,
    Leftover,
    Listening,
    Pairing,
    Transfer,
    Visible,
)

KEYS = itertools.count(1)
ADDRESS = Address("192.168.1.30")


class FakePreferences(QObject):
    changed = Signal(object)

    def __init__(self, manager: "FakeManager", settings: Settings) -> None:
        super().__init__(manager)
        self._manager = manager
        self.current = settings

    def apply(self, settings: Settings) -> None:
        self._manager.save()
        self.current = settings


class FakeVisibility(QObject):
    changed = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._preferences = manager.preferences
        self.visible = Visible(self._preferences.current.visibility)

    def choose(self, visibility: Visibility) -> None:
        self._preferences.apply(replace(self._preferences.current, visibility=visibility))
        self.see(visibility)

    def open_to_everyone(self, seconds: float) -> None:
        self.choose(Visibility.TRUSTED)
        self.see(Visibility.EVERYONE, round(seconds))

    def see(self, to: Visibility, seconds_left: int = 0) -> None:
        self.visible = Visible(to, seconds_left)
        self.changed.emit(self.visible)


class FakePresence(QObject):
    listening_changed = Signal(object)


class FakeDevices(QObject):
    changed = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager
        self.added: list[Address] = []

    def add_address(self, address: Address) -> None:
        self._manager.save()
        self.added.append(address)

    def forget(self, device: Device) -> None:
        self._manager.note("forget", device)

    def rename(self, device: Device, nickname: str) -> None:
        self._manager.note("rename", device, nickname)

    def block(self, device: Device) -> None:
        self._manager.note("block", device)

    def unblock(self, device: Device) -> None:
        self._manager.note("unblock", device)

    def accept_from(self, device: Device, into: Path | None) -> None:
        self._manager.note("accept from", device, into)


class FakePairings(QObject):
    changed = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager
        self.started: list[Pairing] = []

    def pair(self, device: Device) -> Pairing:
        self._manager.save()
        pairing = Pairing(f"key{next(KEYS)}", device.name, device.device_id)
        self.started.append(pairing)
        return pairing

    def confirm(self, pairing: Pairing, same: bool) -> None:
        pairing.confirmed = same
        self._manager.noted.append(("confirm", pairing, same))

    def cancel(self, pairing: Pairing) -> None:
        self._manager.noted.append(("cancel", pairing))

    def block(self, pairing: Pairing) -> None:
        self._manager.note("block", pairing)


class FakeChecks(QObject):
    changed = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager
        self.started: list[ConnectionCheck] = []

    def start(self, device: Device | None = None) -> ConnectionCheck:
        self._manager.save()
        check = ConnectionCheck(f"key{next(KEYS)}", device)
        self.started.append(check)
        return check

    def cancel(self, check: ConnectionCheck) -> None:
        self._manager.noted.append(("cancel", check))

    def find(self, *findings: Finding) -> None:
        """The latest one finds something."""
        for finding in findings:
            self.started[-1].findings.append(finding)
            self.changed.emit(self.started[-1])

    def end(self, report: str = "the report", error: DesktopxferError | None = None) -> None:
        check = self.started[-1]
        check.report, check.ended, check.error = report, True, error
        self.changed.emit(check)


class FakeHistory(QObject):
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager
        self.records: list[Record] = []  # the newest first
        self.asked: list[tuple[str, int | None]] = []

    def find(self, search: str = "", limit: int | None = None) -> list[Record]:
        self.asked.append((search, limit))
        return [record for record in self.records if search in record.title][:limit]

    def forget(self, records: Collection[Record]) -> None:
        self._manager.note("forget", *records)
        self.records = [each for each in self.records if each not in records]
        self.changed.emit(self)

    def clear(self) -> None:
        self.records = []
        self.changed.emit(self)


class FakeLeftovers(QObject):
    counted = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self.found: tuple[Leftover, ...] = ()

    def count(self) -> None:
        self.counted.emit(self.found)


class FakeIntegration(QObject):
    known = Signal(object)
    refused = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager
        self.integrated = Integrated(starts_at_login=False, is_in_menus=False)

    def look(self) -> None:
        self.known.emit(self.integrated)

    def choose(self, wanted: Integrated) -> None:
        self._manager.note("integrate", wanted)


class FakeTransfers(QObject):
    added = Signal(object)
    changed = Signal(object)
    removed = Signal(object)
    refused = Signal(object)

    def remove(self, transfers: Collection[Transfer]) -> None:
        self.removed.emit(tuple(transfers))


class FakeSending:
    def __init__(self, manager: "FakeManager") -> None:
        self._manager = manager

    def send(self, what: What, device: Device) -> Transfer:
        self._manager.sent.append((what, device))
        return self._manager.add(sending(device.name, title=title_of(what), stage=Stage.PREPARING))


class FakeOffers(QObject):
    received = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager

    def answer(
        self, transfer: Transfer, decision: Decision, *, remember_conflicts: bool = False
    ) -> None:
        self._manager.answered.append((transfer, decision))
        if remember_conflicts:
            self._manager.noted.append(("remember conflicts", decision.conflicts))
        transfer.decision = decision
        self._manager.change(transfer)

    def trust_sender(self, transfer: Transfer) -> None:
        self._manager.note("trust_sender", transfer)

    def block_sender(self, transfer: Transfer) -> None:
        self._manager.note("block_sender", transfer)


class FakeInterruptions(QObject):
    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager

    def pause(self, transfer: Transfer) -> None:
        self._manager.note("pause", transfer)

    def resume(self, transfer: Transfer) -> None:
        self._manager.note("resume", transfer)

    def cancel(self, transfer: Transfer) -> None:
        self._manager.note("cancel", transfer)


class FakeRemembered(QObject):
    def __init__(self, manager: "FakeManager") -> None:
        super().__init__(manager)
        self._manager = manager

    def look_into(self, transfer: Transfer) -> None:
        if not transfer.entries:
            self._manager.note("look into", transfer)


class FakeManager(QObject):
    alarmed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.preferences = FakePreferences(self, settings)
        self.visibility = FakeVisibility(self)
        self.presence = FakePresence()
        self.devices = FakeDevices(self)
        self.pairings = FakePairings(self)
        self.checks = FakeChecks(self)
        self.transfers = FakeTransfers(self)
        self.sending = FakeSending(self)
        self.offers = FakeOffers(self)
        self.interruptions = FakeInterruptions(self)
        self.remembered = FakeRemembered(self)
        self.history = FakeHistory(self)
        self.leftovers = FakeLeftovers(self)
        self.integration = FakeIntegration(self)
        self.refusal: DesktopxferError | None = None  # raised by whatever saves something
        self.sent: list[tuple[What, Device]] = []
        self.answered: list[tuple[Transfer, Decision]] = []
        self.noted: list[tuple[object, ...]] = []  # name and arguments of every other call

    def as_manager(self) -> TransferManager:
        return cast(TransferManager, self)

    def note(self, *call: object) -> None:
        self.save()
        self.noted.append(call)

    def save(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    # What a test lets happen ----------------------------------------------------------------------

    def show_devices(self, *devices: Device) -> None:
        self.devices.changed.emit(devices)

    def listen(self, *addresses: Address, **more: DesktopxferError) -> None:
        self.presence.listening_changed.emit(Listening(addresses, **more))

    def ask_to_pair(self, name: str, number: int = 1, *, code: str = "482913") -> Pairing:
        """Somebody else wants to pair."""
        pairing = Pairing(f"key{next(KEYS)}", name, f"{number:08x}" * 8, started_here=False)
        pairing.code = code
        self.pairings.changed.emit(pairing)
        return pairing

    def change_pairing(self, pairing: Pairing, **changes: object) -> None:
        for field, value in changes.items():
            setattr(pairing, field, value)
        self.pairings.changed.emit(pairing)

    def withdraw(self, transfer: Transfer) -> None:
        transfer.stage = Stage.CANCELLED
        self.offers.withdrawn.emit(transfer)

    def add(self, transfer: Transfer) -> Transfer:
        self.transfers.added.emit(transfer)
        if transfer.direction is Direction.RECEIVING and transfer.stage is Stage.WAITING:
            self.offers.received.emit(transfer)
        return transfer

    def change(self, transfer: Transfer, stage: Stage | None = None) -> None:
        if stage is not None:
            transfer.stage = stage
        self.transfers.changed.emit(transfer)


def device(
    name: str,
    number: int = 1,
    *,
    online: bool = True,
    typed: bool = False,
    trust: Trust = Trust.NEW,
) -> Device:
    return Device(f"{number:08x}" * 8, name, "Linux", (ADDRESS,), online, typed, trust)


def offer(name: str = "Bob", entries: Iterable[Entry] = (Entry(TOP, "a.txt", EntryKind.FILE, 7),),
          kind: Kind = Kind.FILES) -> Offer:  # fmt: skip
    peer = Peer("b" * 64, name, "Linux", ADDRESS)
    return Offer("0" * 32, peer, tuple(entries), kind)


def folder_of(count: int, name: str = "Photos") -> list[Entry]:
    files = (Entry(0, f"IMG_{n:06}.jpg", EntryKind.FILE, 1000 + n) for n in range(count))
    return [Entry(TOP, name, EntryKind.FOLDER), *files]


def sending(to: str = "Desk-PC", *, title: str = "Photos", stage: Stage = Stage.MOVING) -> Transfer:
    return Transfer(f"key{next(KEYS)}", Direction.SENDING, to, title=title, stage=stage)


def receiving(what: Offer, stage: Stage = Stage.WAITING, *, trust: Trust = Trust.NEW) -> Transfer:
    return Transfer(
        f"key{next(KEYS)}",
        Direction.RECEIVING,
        what.peer.name,
        what.peer.device_id,
        title=what.title,
        stage=stage,
        offer=what,
        code="123456",
        trust=trust,
    )


def moving(transfer: Transfer, done: int, total: int, speed: float = 84_000_000) -> Transfer:
    transfer.stage, transfer.agreed = Stage.MOVING, True
    transfer.progress = Progress(done, total, speed)
    return transfer
