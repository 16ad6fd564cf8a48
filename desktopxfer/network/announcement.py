"""Owns what a device says of itself to the whole network, and what of it is believed."""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zeroconf import ServiceInfo
from zeroconf.asyncio import AsyncServiceInfo

from desktopxfer.device import Address, short_id
from desktopxfer.network.interfaces import IPAddress, LocalAddress, preference, without_zone
from desktopxfer.text_safety import device_name

SERVICE_TYPE = "_desktopxfer._tcp.local."
RECORD_VERSION = "1"  # of the fields below; what is spoken at the port says the Hello

# A row of text is cut for display anyway, and a TXT field has room for 255 bytes with its key.
TEXT_LIMIT_BYTES = 200
# A computer with cable, Wi-Fi and VPN has about ten; each dead one costs the sender a second.
MAX_ADDRESSES = 16

_DEVICE_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Found:
    """A device that announces itself. All of it is hearsay: only the certificate identifies.

    Whoever is on the network can announce any id, name and address. At worst that adds addresses to
    try: what answers there has to prove that it is `device_id` before anything is sent.
    """

    device_id: str
    name: str
    platform: str
    addresses: tuple[Address, ...]  # best first


@dataclass(frozen=True, slots=True)
class Announcement:
    """What this device says of itself."""

    device_id: str
    name: str
    platform: str
    port: int
    addresses: tuple[LocalAddress, ...]

    def service(self, label: str) -> AsyncServiceInfo:
        """As DNS-SD records under `label`, one word that no other device has."""
        fields = {"id": self.device_id, "name": self.name, "platform": self.platform}
        return AsyncServiceInfo(
            SERVICE_TYPE,
            f"{label}.{SERVICE_TYPE}",
            # Not the computer's own host name: its addresses are another program's to announce.
            server=f"{label}.local.",
            port=self.port,
            parsed_addresses=[str(address.ip) for address in self.addresses[:MAX_ADDRESSES]],
            properties={
                "v": RECORD_VERSION,
                **{key: _cut(value) for key, value in fields.items()},
            },
        )


def read(service: ServiceInfo, here: Sequence[LocalAddress]) -> Found | None:
    """What one announcement says, or None if it makes no sense. `here` is where we listen."""
    device_id = _text(service, b"id")
    addresses = _addresses(service, here)
    if not _DEVICE_ID.fullmatch(device_id) or not addresses:
        return None
    name = _text(service, b"name").strip() or short_id(device_id)
    platform = _text(service, b"platform").strip()
    return Found(device_id, device_name(name), device_name(platform) if platform else "", addresses)


def by_device(announcements: Iterable[Found], here: Sequence[LocalAddress]) -> tuple[Found, ...]:
    """One row for each device id. What was heard first (and stands first) gives the name."""
    devices: dict[str, Found] = {}
    for found in announcements:
        first = devices.get(found.device_id, found)
        addresses = _best_first((*first.addresses, *found.addresses), here)
        devices[found.device_id] = replace(first, addresses=addresses)
    return tuple(devices[device_id] for device_id in sorted(devices))


def _addresses(service: ServiceInfo, here: Sequence[LocalAddress]) -> tuple[Address, ...]:
    port = service.port or 0
    if not 1 <= port <= 65535:
        return ()
    only_loopback = all(local.ip.is_loopback for local in here)
    addresses = (
        Address(host, port)
        for host in service.parsed_scoped_addresses()
        if _is_believable(ipaddress.ip_address(host), only_loopback)
    )
    return _best_first(addresses, here)


def _is_believable(ip: IPAddress, only_loopback: bool) -> bool:
    """Whether another computer can have this address.

    A stranger must not make us knock at our own loopback, where programs trust whoever comes.
    """
    if ip.is_loopback:
        return only_loopback
    if isinstance(ip, ipaddress.IPv6Address):
        # ::ffff:127.0.0.1 is loopback too; a link-local address without its zone leads nowhere.
        if ip.ipv4_mapped or (ip.is_link_local and not ip.scope_id):
            return False
    elif ip.packed[0] == 0:  # "this network"; Linux connects 0.0.0.0 to itself
        return False
    return not (only_loopback or ip.is_multicast or ip.is_unspecified or ip.is_reserved)


def _best_first(addresses: Iterable[Address], here: Sequence[LocalAddress]) -> tuple[Address, ...]:
    """An address on a link that we share before one behind a router; our own ones last."""
    own = {local.ip for local in here if not local.ip.is_loopback}

    def order(address: Address) -> tuple[bool, int, bool]:
        ip = without_zone(address.host)
        return ip in own, preference(ip), not any(ip in local.network for local in here)

    return tuple(sorted(dict.fromkeys(addresses), key=order)[:MAX_ADDRESSES])


def _text(service: ServiceInfo, key: bytes) -> str:
    return (service.properties.get(key) or b"").decode("utf-8", "replace")


def _cut(text: str) -> bytes:
    return text.encode("utf-8", "replace")[:TEXT_LIMIT_BYTES].decode("utf-8", "ignore").encode()
