"""Owns the values that say who and where: addresses, peers, devices around us."""

import ipaddress
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Self

from desktopxfer.errors import BadAddress
from desktopxfer.settings import DEFAULT_PORT


class Address(NamedTuple):
    """Where a device listens. `host` is a DNS name, an IPv4 or an IPv6 address (with %zone)."""

    host: str
    port: int = DEFAULT_PORT

    @classmethod
    def parse(cls, text: str, *, lowest_port: int = 1) -> Self:
        """Reads `host`, `host:port`, `::1` or `[::1]:port`. Raises BadAddress."""
        text = text.strip()
        if text.startswith("["):
            host, bracket, rest = text[1:].partition("]")
            colon, port = rest[:1], rest[1:]
            if not bracket or ":" not in host or (rest and colon != ":"):
                raise BadAddress(text)
        elif text.count(":") > 1:
            host, colon, port = text, "", ""
        else:
            host, colon, port = text.partition(":")
        if not _is_host(host) or (colon and not _is_port(port, lowest_port)):
            raise BadAddress(text)
        return cls(host, int(port) if colon else DEFAULT_PORT)

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def _is_port(text: str, lowest: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 5 and lowest <= int(text) <= 65535


def _is_host(text: str) -> bool:
    if ":" in text:
        try:
            ipaddress.IPv6Address(text)
        except ValueError:
            return False
        zone = text.partition("%")[2]  # of which the library says nothing but that there is one
        return not zone or _is_word(zone)
    # A DNS name of at most 253 characters (RFC 1035); international names arrive here unencoded.
    return 0 < len(text) <= 253 and _is_word(text)


def _is_word(text: str) -> bool:
    return all(char.isalnum() or char in "-._" for char in text)


def short_id(device_id: str) -> str:
    """The first 8 digits in two groups, for people to compare: `3F2A-91BC`."""
    return f"{device_id[:4]}-{device_id[4:8]}".upper()


def name_key(name: str) -> str:
    """Equal for names that people would take for the same: case, width and spaces do not count."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    # Once more at the end: an accent that stood after a space joins the letter before it.
    return unicodedata.normalize("NFKC", "".join(unicodedata.normalize("NFKC", folded).split()))


class Trust(StrEnum):
    """What the person here thinks of a device. Belongs to its certificate, never to its name."""

    NEW = "new"
    TRUSTED = "trusted"  # the short codes were compared
    BLOCKED = "blocked"  # may not even ask


@dataclass(frozen=True, slots=True)
class Peer:
    """The device at the other end of one connection. Only `device_id` identifies it."""

    device_id: str  # 64 hex digits: SHA-256 of its certificate's DER
    name: str  # what it calls itself, cleaned for display; proves nothing
    platform: str  # such as "Linux"; also only what it says
    address: Address  # of this connection

    @property
    def short_id(self) -> str:
        return short_id(self.device_id)


@dataclass(frozen=True, slots=True)
class Device:
    """A device one can send to: heard on the network, met before, or typed in. One per identity."""

    device_id: str  # "" while it is only a typed address that never answered
    name: str  # the nickname given here, or what it calls itself; the address until it answers
    platform: str
    addresses: tuple[Address, ...]  # in the order in which to try them
    online: bool  # announces itself right now
    typed: bool = False  # one of its addresses was typed by the user, who can remove it again
    trust: Trust = Trust.NEW
    impostor: bool = False  # has the name of a trusted device, but another certificate
    accept_into: str = ""  # the folder in which its offers are saved without asking; "" asks
    own_name: str = ""  # what it calls itself, where `name` is a nickname given here
    # Seconds since 1970 when a connection to or from it was last made, or when it fell silent; 0 if
    # never. No part of which device it is.
    last_seen: float = field(default=0.0, compare=False)

    @property
    def key(self) -> str:
        """What tells this row from every other one."""
        return self.device_id or str(self.addresses[0])
