"""Owns the list of devices one can send to: heard now, met before, or typed in."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktopxfer.device import Address, Device, short_id
from desktopxfer.errors import AmbiguousDevice, BadAddress, DeviceNotFound
from desktopxfer.identity.known_devices import KnownDevices

if TYPE_CHECKING:  # zeroconf is slow to import, and a send to an address does without it
    from desktopxfer.network.announcement import Found

SHORTEST_PREFIX = 4  # hex digits of a device id; fewer would too often mean a name


def devices_around(
    found: "Iterable[Found]", known: KnownDevices, own_id: str
) -> tuple[Device, ...]:
    """One device per identity however many addresses it has; online ones first, then by name."""
    heard = {device.device_id: device for device in found}
    remembered = {device.device_id: device for device in known.all() if device.device_id}
    devices = []
    for device_id in (heard.keys() | remembered.keys()) - {own_id}:
        now, before = heard.get(device_id), remembered.get(device_id)
        addresses = now.addresses if now else ()
        if before:
            addresses = (*addresses, *_parsed(before.addresses), *_parsed(before.typed))
        latest = now or before
        assert latest is not None
        devices.append(
            Device(
                device_id,
                latest.name,
                latest.platform,
                tuple(dict.fromkeys(addresses)),
                online=now is not None,
                typed=bool(before and before.typed),
            )
        )
    devices += [
        Device("", str(address), "", (address,), online=False, typed=True)
        for device in known.all()
        if not device.device_id
        for address in _parsed(device.typed)
    ]
    return tuple(
        sorted(devices, key=lambda device: (not device.online, device.name.casefold(), device.key))
    )


def find(target: str, devices: Sequence[Device]) -> Device:
    """The device that TARGET means: its name, the first digits of its id, or HOST[:PORT].

    A device whose id is "" is one at an address nobody has met; a single word that nobody is called
    is taken for the name of a computer. Raises AmbiguousDevice, DeviceNotFound or BadAddress.
    """
    if is_address(target):
        return _at(target)
    for matches in (
        [device for device in devices if device.name == target],
        [device for device in devices if _folded(device.name) == _folded(target)],
        [device for device in devices if _starts(device.device_id, target)],
    ):
        if len(matches) > 1:
            ids = ", ".join(short_id(device.device_id) for device in matches)
            raise AmbiguousDevice(target, ids)
        if matches:
            return matches[0]
    try:
        return _at(target)
    except BadAddress:
        if ":" in target and " " not in target:
            raise
        raise DeviceNotFound(target) from None


def is_address(target: str) -> bool:
    """Whether TARGET can only be an address: `192.168.1.20`, `nas.lan`, `desk:26710`, `::1`.

    No device has to be looked for then, and none that calls itself like that is taken for it.
    """
    if not ("." in target or ":" in target or target.casefold() == "localhost"):
        return False
    try:
        return bool(Address.parse(target))
    except BadAddress:
        return False


def _at(target: str) -> Device:
    return Device("", target, "", (Address.parse(target),), online=False, typed=True)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _starts(device_id: str, target: str) -> bool:
    digits = target.replace("-", "").lower()
    return len(digits) >= SHORTEST_PREFIX and device_id.startswith(digits)


def _parsed(texts: Iterable[str]) -> Iterator[Address]:
    """The addresses in the profile's file, which people can edit."""
    for text in texts:
        try:
            yield Address.parse(text)
        except BadAddress:
            continue
