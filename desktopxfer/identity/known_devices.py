"""Owns what this device remembers of the others: who they were and where they were reached."""

import threading
import time
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from desktopxfer.device import Address, Device, Peer, Trust, name_key
from desktopxfer.errors import DeviceBlocked, IdentityChanged
from desktopxfer.offer import Conflicts
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
    trust: Trust = Trust.NEW
    nickname: str = ""  # given by the person here; the device cannot change it
    accept_into: str = ""  # the folder in which its offers are saved without asking; "" asks
    conflicts: Conflicts = Conflicts.KEEP_BOTH  # what was last chosen for good

    @property
    def shown_name(self) -> str:
        return self.nickname or self.name


class KnownDevices:
    """The memory of one profile, saved at every change. Any thread.

    Raises ProfileUnusable when it cannot be read or saved.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._lock = threading.Lock()
        self._devices = self._load()

    def all(self) -> tuple[KnownDevice, ...]:
        return tuple(self._devices)

    def get(self, device_id: str) -> KnownDevice:
        """What is known of a device; the defaults if nothing is."""
        return _of(self._devices, device_id)

    def refresh(self) -> None:
        """Takes note of what another program, such as a command line, has written meanwhile."""
        with self._lock:
            self._devices = self._load()

    def check(self, peer: Peer) -> None:
        """Raises DeviceBlocked, or IdentityChanged for one that has a trusted device's name."""
        known = self.get(peer.device_id)
        if known.trust is Trust.BLOCKED:
            raise DeviceBlocked(known.shown_name or peer.name)
        if known.trust is Trust.NEW and self.is_trusted_name(peer.name):
            raise IdentityChanged(peer.name)

    def is_trusted_name(self, name: str) -> bool:
        """Whether a trusted device is called like that, by itself or by the person here."""
        key = name_key(name)
        return any(
            known.trust is Trust.TRUSTED and key in {name_key(known.name), name_key(known.nickname)}
            for known in self._devices
        )

    def trusted_at(self, address: Address) -> KnownDevice | None:
        """The trusted device that was last reached or typed in at an address."""
        text = str(address)
        return next(
            (
                known
                for known in self._devices
                if known.trust is Trust.TRUSTED and text in {*known.addresses[:1], *known.typed}
            ),
            None,
        )

    def remember(self, device: Device | Peer | KnownDevice, **decided: Any) -> None:
        """Notes what the person here decided about a device: trust, nickname, where to save.

        Nothing else changes; but of a device never met it also notes what it is called.
        """

        def change(devices: list[KnownDevice]) -> list[KnownDevice]:
            known = _of(devices, device.device_id)
            if not known.name:
                known = replace(known, name=device.name, platform=device.platform)
            return _put(devices, replace(known, **decided))

        self._change(change)

    def block(self, device: Device | Peer) -> None:
        """Notes that a device may not even ask; trusted again, it has to ask."""
        self.remember(device, trust=Trust.BLOCKED, accept_into="")

    def trust(self, peer: Peer) -> None:
        """Pins a device after its short code was compared."""
        self._change(lambda devices: _put(devices, _seen(devices, peer, trust=Trust.TRUSTED)))

    def seen(self, peer: Peer) -> None:
        """Notes that a device has connected to us; where from does not say where it listens."""
        self._change(lambda devices: _put(devices, _seen(devices, peer)))

    def met(self, peer: Peer, asked: Device | None = None) -> None:
        """Notes a device that we connected to, at the address where it has just proven who it is.

        `asked` is what we wanted to reach: an address in it that never answered is now the peer's.
        """

        def change(devices: list[KnownDevice]) -> list[KnownDevice]:
            known = _of(devices, peer.device_id)
            if asked and not asked.device_id:
                known = _with_typed(known, *map(str, asked.addresses))
            addresses = _with_first(known.addresses, peer.address)
            return _put(devices, _seen(devices, peer, addresses=addresses, typed=known.typed))

        self._change(change)

    def typed(self, address: Address, device_id: str = "") -> None:
        """Notes an address that the user typed, and whose it is once that is known."""
        self._change(
            lambda devices: _put(devices, _with_typed(_of(devices, device_id), str(address)))
        )

    def forget(self, device: Device) -> None:
        """Removes a device with all its addresses."""
        gone = {str(address) for address in device.addresses}
        self._change(
            lambda devices: [
                known
                for known in devices
                if known.device_id != device.device_id
                or (not known.device_id and not gone & set(known.typed))
            ]
        )

    def _change(self, change: Callable[[list[KnownDevice]], list[KnownDevice]]) -> None:
        """Changes what is in the file now: a command line may have written it beside the window."""
        with self._lock, self._profile.locked():
            self._devices = change(self._load())
            self._profile.save(self._profile.known_devices_file, self._devices)

    def _load(self) -> list[KnownDevice]:
        return self._profile.load(self._profile.known_devices_file, list[KnownDevice]) or []


def _of(devices: list[KnownDevice], device_id: str) -> KnownDevice:
    """What is known of this device; of a device without an id, nothing ever is."""
    return next(
        (known for known in devices if device_id and known.device_id == device_id),
        KnownDevice(device_id=device_id),
    )


def _seen(devices: list[KnownDevice], peer: Peer, **noted: Any) -> KnownDevice:
    known = _of(devices, peer.device_id)
    return replace(known, name=peer.name, platform=peer.platform, last_seen=time.time(), **noted)


def _with_typed(known: KnownDevice, *typed: str) -> KnownDevice:
    return replace(known, typed=tuple(dict.fromkeys((*known.typed, *typed))))


def _with_first(addresses: tuple[str, ...], address: Address) -> tuple[str, ...]:
    if "%" in address.host:  # a zone is a number that another interface may have tomorrow
        return addresses
    return tuple(dict.fromkeys((str(address), *addresses)))[:MAX_ADDRESSES]


def _put(devices: list[KnownDevice], device: KnownDevice) -> list[KnownDevice]:
    """`devices` with this one in place of the old one, and its typed addresses nobody else's."""
    others = [
        replace(known, typed=tuple(text for text in known.typed if text not in device.typed))
        for known in devices
        if not device.device_id or known.device_id != device.device_id
    ]
    return [*(known for known in others if known.device_id or known.typed), device]
