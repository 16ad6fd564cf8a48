"""Owns the look at multicast DNS: what leaves and enters each interface, and who is heard."""

import contextlib
import os
import selectors
import socket
import struct
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktopxfer.device import Device
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.diagnosis.links import Interface, local_links
from desktopxfer.network.interfaces import IPAddress, LocalAddress, without_zone
from desktopxfer.transfer.cancel import Control

# RFC 6762, 3 and 5.2; RFC 6763, 9: to the question for all kinds of services everyone answers.
PORT = 5353
GROUP4, GROUP6 = "224.0.0.251", "ff02::fb"
QUESTIONS = ("_services._dns-sd._udp.local", "_desktopxfer._tcp.local")
SERVICE = b"_desktopxfer"
MAX_DEVICES = 1000  # whoever is on the network can make up more
POINTER, INTERNET = 12, 1
MAX_PACKET_BYTES = 9000  # RFC 6762, 17

ASK_AT_S = (0.0, 0.5)  # asked once more, as Wi-Fi loses packets
LISTEN_S = 2.0  # answers of several at once are spread over half a second

# Of Linux, and not in Python's socket module: by default a socket hears what any other one on the
# computer has asked for, on whatever interface.
IP_MULTICAST_ALL, IPV6_MULTICAST_ALL = 49, 29
ID_BYTES = 32  # of a device id, as it stands at the start of our announcements' names


@dataclass(slots=True)
class Heard:
    """What came in on one interface."""

    interface: str
    own: bool = False  # our own question, which the system gives back to whoever listens
    others: bool = False
    devices: set[IPAddress] = field(default_factory=set)  # where desktopxfer is spoken of
    wanted: bool = False  # the device that is looked for
    mute: str = ""  # why nothing could be sent
    deaf: str = ""  # why nothing could be listened to
    socks: list[tuple[socket.socket, bytes]] = field(default_factory=list)


def is_heard(device: Device, heard: Sequence[Heard]) -> bool:
    """Whether a device announces itself, by its id or from one of its addresses."""
    if any(each.wanted for each in heard):
        return True
    known = {ip for address in device.addresses if (ip := _number(address.host)) is not None}
    return any(known & each.devices for each in heard)


def listen(found: Sequence[Interface], device_id: str, control: Control) -> list[Heard]:
    """Asks and listens on every interface that leads to a network around: LISTEN_S seconds.

    Raises Interrupted.
    """
    heard = []
    own = {address.ip for interface in found for address in interface.addresses}
    needle = device_id[:ID_BYTES].encode()
    with contextlib.ExitStack() as open_sockets, selectors.DefaultSelector() as selector:
        selector.register(control.wakeup, selectors.EVENT_READ)
        for interface in local_links(found):
            heard.append(each := Heard(interface.name))
            for address in _one_of_each_version(interface.usable):
                try:
                    sock = open_sockets.enter_context(_open(address))
                except OSError as error:
                    each.deaf = error.strerror or str(error)
                    continue
                question = _question()
                each.socks.append((sock, question))
                selector.register(sock, selectors.EVENT_READ, (each, question))
        _converse(heard, own, needle, selector, control)
    return heard


def _converse(
    heard: Sequence[Heard],
    own: set[IPAddress],
    needle: bytes,
    selector: selectors.BaseSelector,
    control: Control,
) -> None:
    began = time.monotonic()
    asking = list(ASK_AT_S)
    while (passed := time.monotonic() - began) < LISTEN_S:
        if asking and passed >= asking[0]:
            del asking[0]
            for each in heard:
                _ask(each)
        until = asking[0] if asking else LISTEN_S
        ready = selector.select(max(0.0, began + until - time.monotonic()))
        control.wakeup.check()
        for key, _ in ready:
            each, question = key.data
            with contextlib.suppress(OSError):
                packet, (host, *_) = key.fileobj.recvfrom(MAX_PACKET_BYTES)  # type: ignore[union-attr]
                if packet == question:
                    each.own = True
                elif without_zone(host) not in own:
                    each.others = True
                    each.wanted = each.wanted or (bool(needle) and needle in packet)
                    if SERVICE in packet and len(each.devices) < MAX_DEVICES:
                        each.devices.add(without_zone(host))


def _number(host: str) -> IPAddress | None:
    try:
        return without_zone(host)
    except ValueError:  # a name
        return None


def _ask(heard: Heard) -> None:
    sent, mute = False, ""
    for sock, question in heard.socks:
        group = GROUP4 if sock.family == socket.AF_INET else GROUP6
        try:
            sock.sendto(question, (group, PORT))
            sent = True
        except OSError as error:
            mute = error.strerror or str(error)
    heard.mute = "" if sent else mute


def _one_of_each_version(addresses: Sequence[LocalAddress]) -> Iterator[LocalAddress]:
    for version in (4, 6):
        yield from [each for each in addresses if each.ip.version == version][:1]


def _open(address: LocalAddress) -> socket.socket:
    """A socket that hears and asks on one interface only. Raises OSError."""
    version4 = address.ip.version == 4
    sock = socket.socket(socket.AF_INET if version4 else socket.AF_INET6, socket.SOCK_DGRAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            with contextlib.suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        (_join4 if version4 else _join6)(sock, address)
    except BaseException:
        sock.close()
        raise
    return sock


def _join4(sock: socket.socket, address: LocalAddress) -> None:
    level, interface = socket.IPPROTO_IP, socket.inet_aton(str(address.ip))
    if sys.platform == "linux":
        sock.setsockopt(level, IP_MULTICAST_ALL, 0)
    sock.bind(("", PORT))
    sock.setsockopt(level, socket.IP_MULTICAST_IF, interface)
    sock.setsockopt(level, socket.IP_MULTICAST_TTL, 255)
    sock.setsockopt(level, socket.IP_MULTICAST_LOOP, 1)
    sock.setsockopt(level, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(GROUP4) + interface)


def _join6(sock: socket.socket, address: LocalAddress) -> None:
    level = socket.IPPROTO_IPV6
    sock.setsockopt(level, socket.IPV6_V6ONLY, 1)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # before 4.20
            sock.setsockopt(level, IPV6_MULTICAST_ALL, 0)
    sock.bind(("::", PORT))
    sock.setsockopt(level, socket.IPV6_MULTICAST_IF, address.index)
    sock.setsockopt(level, socket.IPV6_MULTICAST_HOPS, 255)
    sock.setsockopt(level, socket.IPV6_MULTICAST_LOOP, 1)
    group = socket.inet_pton(socket.AF_INET6, GROUP6) + struct.pack("@I", address.index)
    sock.setsockopt(level, socket.IPV6_JOIN_GROUP, group)


def _question() -> bytes:
    """With an id of its own, by which we know it again; those who answer do not look at it."""
    header = os.urandom(2) + struct.pack("!5H", 0, len(QUESTIONS), 0, 0, 0)
    return header + b"".join(
        b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
        + struct.pack("!BHH", 0, POINTER, INTERNET)
        for name in QUESTIONS
    )


def look(heard: Sequence[Heard], opening: str) -> Iterator[Finding]:
    """Says of each interface what it lets through. `opening` is the command that mends it."""
    for each in heard:
        facts = {"interface": each.interface}
        if not each.socks:
            if each.deaf:
                yield Finding(Kind.MDNS_TAKEN, {**facts, "detail": each.deaf})
        elif each.mute:
            yield Finding(Kind.MDNS_MUTE, {**facts, "detail": each.mute})
        elif not (each.own or each.others):
            yield Finding(Kind.MDNS_DEAF, facts, command=opening)
        else:
            yield Finding(Kind.MDNS_HEARD if each.others else Kind.MDNS_ALONE, facts)
