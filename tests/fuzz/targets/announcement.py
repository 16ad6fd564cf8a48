"""Owns the fuzzing of what devices announce: from the bytes of a TXT record to a row of the list.

The bytes are decisions: where we are, the announced port and addresses, and last the record.
"""

import ipaddress
from collections.abc import Iterator

from zeroconf import ServiceInfo

from desktopxfer.device import Address
from desktopxfer.network.announcement import (
    MAX_ADDRESSES,
    SERVICE_TYPE,
    Announcement,
    by_device,
    read,
)
from desktopxfer.network.interfaces import LocalAddress
from desktopxfer.text_safety import DEVICE_NAME_LIMIT, visible
from tests.fuzz.choices import Choices

LAN = LocalAddress("eth0", 2, "192.168.1.10", 24)
LINK_LOCAL = LocalAddress("eth0", 2, "fe80::2%2", 64)
LOOPBACK = LocalAddress("lo", 1, "127.0.0.1", 8)
PLACES = ((LAN, LINK_LOCAL), (LAN,), (LOOPBACK,), ())
ZONES = (None, 2, 0, 2**32 - 1)


def target(data: bytes) -> None:
    choices = Choices(data)
    here = choices.one_of(PLACES)
    found = [read(service, here) for service in services(choices)]
    believed = [device for device in found if device]
    for device in believed:
        assert len(device.device_id) == 64
        bytes.fromhex(device.device_id)
        for text in (device.name, device.platform):
            assert len(text) <= DEVICE_NAME_LIMIT
            assert visible(text, "_") == text
        assert device.name
        check_addresses(device.addresses, here)
    rows = by_device(believed, here)
    assert {row.device_id for row in rows} == {device.device_id for device in believed}
    assert len({row.device_id for row in rows}) == len(rows)
    for row in rows:
        check_addresses(row.addresses, here)


def services(choices: Choices) -> Iterator[ServiceInfo]:
    """One or two announcements: the second one has the rest of the bytes."""
    for number in range(1 + choices.byte() % 2):
        port = choices.number(26710)
        packed = [
            choices.take(16 if choices.yes() else 4)
            for _ in range(choices.byte() % (MAX_ADDRESSES * 2))
        ]
        zone = choices.one_of(ZONES)
        record = choices.blob() if number == 0 and choices.yes() else choices.rest()
        yield ServiceInfo(
            SERVICE_TYPE,
            f"x{number}.{SERVICE_TYPE}",
            port=port % 2**16,  # the width of the field in an SRV record
            addresses=[address for address in packed if len(address) in {4, 16}],
            interface_index=zone,
            properties=record,
        )


def check_addresses(addresses: tuple[Address, ...], here: tuple[LocalAddress, ...]) -> None:
    """None leads to ourselves, to nobody or to everybody."""
    assert 1 <= len(addresses) <= MAX_ADDRESSES
    assert len(set(addresses)) == len(addresses)
    only_loopback = all(local.ip.is_loopback for local in here)
    for address in addresses:
        assert 1 <= address.port <= 65535
        ip = ipaddress.ip_address(address.host)
        assert ip.is_loopback == only_loopback
        assert not ip.is_multicast
        assert not ip.is_unspecified
        assert not getattr(ip, "ipv4_mapped", None)
        assert Address.parse(str(address)) == address


def seeds() -> Iterator[bytes]:
    honest = Announcement("ab" * 32, "Anna's laptop", "Linux", 26710, (LAN,)).service("anna")
    assert honest.text
    v4, v6 = ipaddress.ip_address("192.168.1.20").packed, ipaddress.ip_address("fe80::3").packed
    both = b"\x02\x00" + v4 + b"\x01" + v6
    for place in range(len(PLACES)):
        yield bytes([place, 0, 0]) + both + b"\x01\x00" + honest.text
        yield (
            bytes([place, 1, 0])
            + both
            + b"\x01\x01"
            + bytes([len(honest.text)])
            + honest.text
            + (b"\x00" + both + b"\x01" + honest.text)
        )
    for ip in ("127.0.0.1", "0.0.0.0", "224.0.0.251", "255.255.255.255", "0.1.2.3", "10.0.0.1"):
        yield b"\x00\x00\x00\x01\x00" + ipaddress.ip_address(ip).packed + b"\x01\x00" + honest.text
    for ip in ("::1", "::", "ff02::fb", "::ffff:127.0.0.1", "fe80::9", "fd00::1", "2001:db8::1"):
        for zone in range(len(ZONES)):
            packed = ipaddress.ip_address(ip).packed
            yield b"\x00\x00\x00\x01\x01" + packed + bytes([zone, 0]) + honest.text
