"""Owns the list of devices one can send to: heard now, met before, or typed in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktopxfer.device import Address, Device, Trust, name_key, short_id
from desktopxfer.errors import AmbiguousDevice, BadAddress, DeviceNotFound, IdentityChanged
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
        known_as = known.get(device_id)
        # Anybody can announce any id; by what name a trusted device goes, it says itself.
        own_name = known_as.name if known_as.trust is Trust.TRUSTED else latest.name
        devices.append(
            Device(
                device_id,
                known_as.nickname or own_name,
                latest.platform,
                tuple(dict.fromkeys(addresses)),
                online=now is not None,
                typed=bool(known_as.typed),
                trust=known_as.trust,
                impostor=known_as.trust is Trust.NEW and known.is_trusted_name(latest.name),
                accept_into=known_as.accept_into,
                own_name=own_name if known_as.nickname else "",
                last_seen=known_as.last_seen,
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
    for equal in (
        [device for device in devices if device.name == target],
        [device for device in devices if name_key(device.name) == name_key(target)],
        [device for device in devices if _starts(device.device_id, target)],
    ):
        matches = _without_impostors(equal, target)
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


def _without_impostors(matches: list[Device], target: str) -> list[Device]:
    """The trusted devices among equal names, if there are any.

    Raises IdentityChanged when only somebody with the same name is here: a person who asks for a
    trusted device must not meet another one.
    """
    if any(device.impostor for device in matches):
        trusted = [device for device in matches if device.trust is Trust.TRUSTED]
        if not any(device.online for device in trusted):
            raise IdentityChanged(target)
        return trusted
    return matches


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


def pinned(known: KnownDevices, device: Device) -> Device:
    """A typed address that belongs to a trusted device must be answered by that very device."""
    trusted = known.trusted_at(device.addresses[0])
    if device.device_id or trusted is None:
        return device
    return replace(
        device, device_id=trusted.device_id, name=trusted.shown_name, trust=trusted.trust
    )


def _at(target: str) -> Device:
    return Device("", target, "", (Address.parse(target),), online=False, typed=True)


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
