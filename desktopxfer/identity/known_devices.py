"""Owns what this device remembers of the others: who they were and where they were reached."""

import time

from msgspec import Struct
from msgspec.structs import replace

from desktopxfer.device import Address, Device, Peer
from desktopxfer.settings import Profile

MAX_ADDRESSES = 8  # each dead one costs the next connection a second


class KnownDevice(Struct, frozen=True, kw_only=True):
    """A device that was reached once, or an address that was typed and never answered."""

    device_id: str = ""  # "": never answered
    name: str = ""
    platform: str = ""
    addresses: tuple[str, ...] = ()  # where it was reached, the last good one first
    typed: tuple[str, ...] = ()  # what the user typed for it
    last_seen: float = 0.0  # seconds since 1970; 0 if never


class KnownDevices:
    """The memory of one profile, saved at every change. Belongs to one thread.

    Raises ProfileUnusable when it cannot be read or saved.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._devices = profile.load(profile.known_devices_file, list[KnownDevice]) or []

    def all(self) -> tuple[KnownDevice, ...]:
        return tuple(self._devices)

    def met(self, peer: Peer) -> None:
        """Notes a device at the address where it has just proven who it is."""
        known = self._of(peer.device_id) or KnownDevice(device_id=peer.device_id)
        here = str(peer.address)
        others = tuple(address for address in known.addresses if address != here)
        self._put(
            replace(
                known,
                name=peer.name,
                platform=peer.platform,
                addresses=(here, *others)[:MAX_ADDRESSES],
                last_seen=time.time(),
            )
        )

    def typed(self, address: Address, device_id: str = "") -> None:
        """Notes an address that the user typed, and whose it is once that is known."""
        text = str(address)
        rest = [
            replace(known, typed=tuple(other for other in known.typed if other != text))
            for known in self._devices
        ]
        self._devices = [known for known in rest if known.device_id or known.typed]
        known = (self._of(device_id) if device_id else None) or KnownDevice(device_id=device_id)
        self._put(replace(known, typed=(*known.typed, text)))

    def forget(self, device: Device) -> None:
        """Removes a device with all its addresses."""
        gone = {str(address) for address in device.addresses}
        self._devices = [
            known
            for known in self._devices
            if known.device_id != device.device_id
            or (not known.device_id and not gone & set(known.typed))
        ]
        self._save()

    def _of(self, device_id: str) -> KnownDevice | None:
        return next((known for known in self._devices if known.device_id == device_id), None)

    def _put(self, device: KnownDevice) -> None:
        if device.device_id:
            self._devices = [
                known for known in self._devices if known.device_id != device.device_id
            ]
        self._devices.append(device)
        self._save()

    def _save(self) -> None:
        self._profile.save(self._profile.known_devices_file, self._devices)
