"""Owns the look at this computer's interfaces: which there are, and whether they lead anywhere."""

import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import ifaddr

from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.network.interfaces import Link, LocalAddress, from_adapters, usable

SYSTEM = Path("/sys/class/net")  # of Linux; other systems have only what ifaddr tells
MOST_SHOWN = 4

ETHERNET = 1  # ARPHRD_ETHER of linux/if_arp.h; Wi-Fi too
# ARPHRD_PPP, _TUNNEL, _TUNNEL6, _SIT, _IPGRE, and _NONE of tun and WireGuard.
TUNNELS = {512, 768, 769, 776, 778, 65534}
UP = 1  # IFF_UP of linux/if.h
INVENTED = ("ifb", "dummy", "bond", "br", "vnet")  # Ethernet to the system, and no way out


@dataclass(frozen=True, slots=True)
class Interface:
    """One way out of this computer, or into it."""

    name: str
    addresses: tuple[LocalAddress, ...] = ()
    is_up: bool = True  # switched on
    has_link: bool = True  # its cable or its Wi-Fi is connected
    is_vpn: bool = False
    is_outside: bool = True  # leads out of this computer

    @property
    def is_local(self) -> bool:
        """Whether it is one of a network around: what others are found in."""
        return self.is_outside and not self.is_vpn

    @property
    def usable(self) -> tuple[LocalAddress, ...]:
        """What it can be reached at."""
        return self.addresses if self.is_up and self.has_link else ()


def interfaces(system: Path = SYSTEM) -> tuple[Interface, ...]:
    """All but loopback, in the system's order. Empty if the system does not tell."""
    try:
        adapters = list(ifaddr.get_adapters())
    except OSError:
        return ()
    by_name: dict[str, list[LocalAddress]] = {}
    for address in from_adapters(adapters):
        by_name.setdefault(address.interface.partition(":")[0], []).append(address)
    names = list(by_name)
    if sys.platform == "linux":
        names += [each.name for each in _folders(system) if each.name not in by_name]
    found = (_interface(name, tuple(by_name.get(name, ())), system) for name in names)
    return tuple(each for each in found if not _is_loopback(each, system))


def _folders(system: Path) -> list[Path]:
    try:
        return sorted(each for each in system.iterdir() if each.is_dir())
    except OSError:
        return []


def _interface(name: str, addresses: tuple[LocalAddress, ...], system: Path) -> Interface:
    named = LocalAddress(name, 0, "0.0.0.0").link  # noqa: S104 - only the name counts
    folder = system / name
    if not folder.is_dir():
        virtual = named is Link.VIRTUAL
        return Interface(name, addresses, is_vpn=named is Link.VPN, is_outside=not virtual)
    kind = _number(folder / "type")
    ethernet = kind == ETHERNET and not name.startswith(INVENTED)
    tunnel = kind in TUNNELS or (folder / "tun_flags").exists() or named is Link.VPN
    return Interface(
        name,
        addresses,
        is_up=bool(_number(folder / "flags", UP) & UP),
        has_link=_number(folder / "carrier", 1) == 1,  # it cannot be read of what is switched off
        is_vpn=tunnel,
        is_outside=(ethernet or tunnel or _has_hardware(folder)) and named is not Link.VIRTUAL,
    )


def _has_hardware(folder: Path) -> bool:
    return (folder / "device").exists()


def _is_loopback(interface: Interface, system: Path) -> bool:
    if interface.addresses:
        return all(address.ip.is_loopback for address in interface.addresses)
    return interface.name == "lo" or _number(system / interface.name / "type") == 772


def _number(file: Path, otherwise: int = 0) -> int:
    try:
        return int(file.read_text().strip(), 0)
    except (OSError, ValueError):
        return otherwise


def look(found: Sequence[Interface]) -> Iterator[Finding]:
    """Says where this computer is, or what keeps each interface from being anywhere."""
    here = usable(address for each in found for address in each.usable if each.is_outside)
    if here:
        shown = [f"{address.ip} ({address.interface})" for address in here[:MOST_SHOWN]]
        if len(here) > MOST_SHOWN:
            shown.append("…")
        yield Finding(Kind.ADDRESSES, {"addresses": ", ".join(shown)})
        if all(address.ip.is_link_local for address in here):
            for name in dict.fromkeys(address.interface for address in here):
                yield Finding(Kind.LINK_LOCAL_ONLY, {"interface": name})
        return
    local = [each for each in found if each.is_local]
    yield from map(_what_is_missing, local)
    if not local:
        yield Finding(Kind.NO_NETWORK)


def _what_is_missing(interface: Interface) -> Finding:
    facts = {"interface": interface.name}
    if not interface.is_up:
        linux = sys.platform == "linux"
        command = f"sudo ip link set {shlex.quote(interface.name)} up" if linux else ""
        return Finding(Kind.SWITCHED_OFF, facts, command=command)
    return Finding(Kind.NO_ADDRESS if interface.has_link else Kind.LINK_DOWN, facts)


def local_links(found: Iterable[Interface]) -> list[Interface]:
    """Where others can be found: those of a network around that work, else any that work."""
    working = [each for each in found if each.usable]
    return [each for each in working if each.is_local] or working
