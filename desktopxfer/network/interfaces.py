"""Owns what this computer knows of its own addresses: which there are, and in which order."""

import ipaddress
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import ifaddr

IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address


class Link(StrEnum):
    """What an interface is, as far as its name tells."""

    ETHERNET = "Ethernet"
    WIFI = "Wi-Fi"
    VPN = "VPN"
    VIRTUAL = "virtual"  # a bridge to containers or virtual machines on this computer
    LOOPBACK = "loopback"
    OTHER = ""


_LINKS = {
    "wl": Link.WIFI,
    "wi-fi": Link.WIFI,
    "eth": Link.ETHERNET,
    # On macOS en0 is the one or the other.
    **({} if sys.platform == "darwin" else {"en": Link.ETHERNET}),
    **dict.fromkeys(("tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale", "zt"), Link.VPN),
    **dict.fromkeys(
        ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "lxd", "cni", "podman"),
        Link.VIRTUAL,
    ),
}


@dataclass(frozen=True, slots=True)
class LocalAddress:
    """One address of this computer."""

    interface: str  # as the system shows it to its users: `eth0`, `Wi-Fi`
    index: int  # the interface's number; 0 if it has none
    host: str  # as others write it; a link-local IPv6 address has its zone here: `fe80::1%eth0`
    prefix_length: int = 0  # bits of the host that all computers on this link share

    @property
    def ip(self) -> IPAddress:
        """The address without its zone."""
        return without_zone(self.host)

    @property
    def network(self) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
        return ipaddress.ip_network((self.ip, self.prefix_length), strict=False)

    @property
    def link(self) -> Link:
        if self.ip.is_loopback:
            return Link.LOOPBACK
        name = self.interface.lower()
        return next(
            (link for prefix, link in _LINKS.items() if name.startswith(prefix)), Link.OTHER
        )


def without_zone(host: str) -> IPAddress:
    """`fe80::1%eth0` is fe80::1 when addresses are compared: computers name a zone differently."""
    return ipaddress.ip_address(host.partition("%")[0])


def preference(ip: IPAddress) -> int:
    """Smaller is tried and shown first: IPv4, then global IPv6, then what holds on one link only.

    IPv4 first because it is what people recognise, and because home routers and VPNs break IPv6
    more often; link-local last because it needs the right zone.
    """
    if ip.is_link_local:
        return 2
    return 0 if ip.version == 4 else 1


def local_addresses() -> tuple[LocalAddress, ...]:
    """This computer's addresses on links that are up, best first; loopback if there are no others.

    Empty if the system does not tell.
    """
    return usable(_present())


def usable(addresses: Iterable[LocalAddress]) -> tuple[LocalAddress, ...]:
    """The addresses another computer may reach, or else those of loopback; best first."""
    everything = sorted(addresses, key=_order)
    outside = [address for address in everything if not address.ip.is_loopback]
    return tuple(outside or everything)


def reachable_at(listen_host: str) -> tuple[LocalAddress, ...]:
    """The addresses at which others reach a listener on `listen_host` ("": on all interfaces).

    Empty while this computer has no such address.
    """
    if not listen_host:
        return local_addresses()
    try:
        found = socket.getaddrinfo(
            listen_host, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
        )
    except (OSError, UnicodeError):
        return ()
    wanted = without_zone(str(found[0][4][0]))
    present = _present()
    if wanted.is_unspecified:
        return usable(address for address in present if address.ip.version == wanted.version)
    exact = tuple(address for address in present if address.ip == wanted)
    if exact or not wanted.is_loopback:
        return exact
    # All of 127.0.0.0/8 is this computer, though the system lists only 127.0.0.1.
    return tuple(
        replace(address, host=str(wanted)) for address in present if wanted in address.network
    )


def from_adapters(adapters: Iterable[ifaddr.Adapter]) -> tuple[LocalAddress, ...]:
    """Every address of these interfaces, in the system's order."""
    return tuple(
        LocalAddress(
            # On Windows an adapter's own name is a number in braces.
            interface=ip.nice_name if sys.platform == "win32" else adapter.name,
            index=adapter.index or 0,
            host=_host(ip, adapter),
            prefix_length=ip.network_prefix,
        )
        for adapter in adapters
        for ip in adapter.ips
    )


def _host(ip: ifaddr.IP, adapter: ifaddr.Adapter) -> str:
    if isinstance(ip.ip, str):
        return ip.ip
    host, _flow, scope = ip.ip
    if not ipaddress.IPv6Address(host).is_link_local:
        return host
    return (
        f"{host}%{scope or adapter.index}" if sys.platform == "win32" else f"{host}%{adapter.name}"
    )


def _order(address: LocalAddress) -> tuple[int, bool, int]:
    # Nobody outside reaches the bridge of a container engine: it stands behind the real links.
    return preference(address.ip), address.link in {Link.VIRTUAL, Link.VPN}, address.index


def _present() -> tuple[LocalAddress, ...]:
    try:
        adapters = list(ifaddr.get_adapters())
    except OSError:
        return ()
    addresses = from_adapters(adapter for adapter in adapters if _is_up(adapter.name))
    return tuple(address for address in addresses if address.ip.version == 4 or _is_ready(address))


def _is_ready(address: LocalAddress) -> bool:
    """False in the second or two after a link came up in which IPv6 looks for an equal address."""
    try:
        target = socket.getaddrinfo(address.host, 0, type=socket.SOCK_DGRAM)[0][4]
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as probe:
            probe.bind(target)
    except OSError:
        return False
    return True


def _is_up(interface: str) -> bool:
    """False for a link without a cable or a network. Only Linux tells without asking the kernel."""
    state = Path("/sys/class/net", interface.partition(":")[0], "operstate")
    try:
        return state.read_text() not in {"down\n", "lowerlayerdown\n", "notpresent\n", "dormant\n"}
    except OSError:
        return True
