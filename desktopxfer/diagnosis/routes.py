"""Owns the look at the ways out of this computer: whether a VPN takes what is meant for others."""

import ipaddress
import socket
from collections.abc import Iterator, Sequence

from desktopxfer.device import Device
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.diagnosis.links import Interface
from desktopxfer.network.interfaces import IPAddress, without_zone

# Addresses of examples (RFC 5737, RFC 3849): no computer has them, so they lie beyond every router.
# Nothing is sent there: the system is only asked which way it would take.
BEYOND = ("192.0.2.1", "2001:db8::1")
DISCARD_PORT = 9


def look(found: Sequence[Interface], device: Device | None) -> Iterator[Finding]:
    """Says what a VPN takes: the way to the device, or all that leaves this computer."""
    local = [each for each in found if each.is_local and each.usable]
    if device is not None:
        yield from _to_device(found, local, device)
    owner = next(filter(None, (way_to(host, found) for host in BEYOND)), None)
    if owner is not None and owner.is_vpn and local:
        names = ", ".join(each.name for each in local)
        yield Finding(Kind.VPN_OWNS_ROUTE, {"interface": owner.name, "local": names})


def _to_device(
    found: Sequence[Interface], local: Sequence[Interface], device: Device
) -> Iterator[Finding]:
    for address in device.addresses:
        owner = way_to(address.host, found)
        if owner is None or not owner.is_vpn:
            continue
        around = [each.name for each in local if is_in(address.host, each)]
        facts = {"name": device.name, "address": str(address), "interface": owner.name}
        if around:
            yield Finding(Kind.VPN_OWNS_DEVICE, {**facts, "local": ", ".join(around)})
        else:
            yield Finding(Kind.VPN_TO_DEVICE, facts)
        return


def way_to(host: str, found: Sequence[Interface]) -> Interface | None:
    """The interface through which the system would send to an address; None if it is no number."""
    source = _source(host)
    for interface in found:
        if any(address.ip == source for address in interface.addresses):
            return interface
    return None


def _source(host: str) -> IPAddress | None:
    """Of what would be sent. Also right where rules choose the way and not the table of routes."""
    try:
        version = ipaddress.ip_address(host).version
        family = socket.AF_INET if version == 4 else socket.AF_INET6
        target = socket.getaddrinfo(host, DISCARD_PORT, family, socket.SOCK_DGRAM)[0][4]
        with socket.socket(family, socket.SOCK_DGRAM) as sock:
            sock.connect(target)
            return without_zone(str(sock.getsockname()[0]))
    except (OSError, ValueError):  # no way, or a name
        return None


def is_in(host: str, interface: Interface) -> bool:
    """Whether an address belongs to the network around an interface; False for a name."""
    try:
        ip = without_zone(host)
    except ValueError:
        return False
    return any(
        ip.version == address.ip.version and ip in address.network
        for address in interface.addresses
    )
