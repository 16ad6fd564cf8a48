"""Owns the list of devices for the window: who is around or known, and what is noted of each."""

import dataclasses
import secrets
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.announcement import Found
from desktopxfer.transfer.devices import devices_around
from desktopxfer.workers.running import Running


class Devices(QObject):
    """Lives in the GUI thread. Whatever notes something raises ProfileUnusable."""

    changed = Signal(object)  # tuple[Device, ...], sorted for display
    blocking = Signal(str)  # device id: it is about to be blocked, with all that it has asked

    def __init__(
        self, known: KnownDevices, running: Running, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._running = running
        self._found: tuple[Found, ...] = ()
        self._left: dict[str, float] = {}  # device id -> seconds since 1970 when it fell silent

    @Slot(object)
    def take_found(self, found: tuple[Found, ...]) -> None:
        heard = {device.device_id for device in found}
        for device in self._found:
            if device.device_id not in heard and self._known.get(device.device_id).name:
                self._left[device.device_id] = time.time()
        self._found = found
        self.show()

    def show(self) -> None:
        """Tells the list anew: something in it may have changed."""
        own_id = self._running.local.identity.device_id
        around = devices_around(self._found, self._known, own_id)
        self.changed.emit(tuple(map(self._with_last_seen, around)))

    def locate(self, device_id: str) -> Device | None:
        """Where a device is now, by its id; None if nobody knows. Any thread."""
        if not device_id:
            return None
        own_id = self._running.local.identity.device_id
        around = devices_around(self._found, self._known, own_id)
        return next((device for device in around if device.device_id == device_id), None)

    def _with_last_seen(self, device: Device) -> Device:
        left = self._left.get(device.device_id, 0.0)
        return dataclasses.replace(device, last_seen=max(device.last_seen, left))

    def add_address(self, address: Address) -> None:
        """Remembers a typed address and asks it who it is. Raises OutOfDescriptors, too."""
        self._known.typed(address)
        self.show()
        device = Device("", str(address), "", (address,), online=False, typed=True)
        self._running.probe(secrets.token_hex(8), device)

    def forget(self, device: Device) -> None:
        """Forgets a device that was met or typed, and its trust; it stays listed while heard."""
        self._known.forget(device)
        self.show()

    def rename(self, device: Device, nickname: str) -> None:
        """Gives a device a name of our own; an empty one takes it back."""
        self._remember(device, nickname=nickname.strip())

    def trust(self, peer: Peer) -> None:
        """Trusts a device, after its code was compared."""
        self._known.trust(peer)
        self.show()

    def block(self, device: Device | Peer) -> None:
        """A blocked device may not ask for anything."""
        self.blocking.emit(device.device_id)
        self._known.block(device)
        self.show()

    def unblock(self, device: Device) -> None:
        """Unblocked it is as new."""
        self._remember(device, trust=Trust.NEW)

    def accept_from(self, device: Device, into: Path | None) -> None:
        """Saves what a trusted device sends without asking; None asks again."""
        self._remember(device, accept_into=str(into) if into else "")

    def _remember(self, device: Device, **decided: Any) -> None:
        self._known.remember(device, **decided)
        self.show()
