"""Owns the way to another device and back: what stands in it, and on which side."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktopxfer.device import Address, Device, Peer
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.errors import (
    Cancelled,
    ConnectionLost,
    DesktopxferError,
    DeviceNotFound,
    FailedThere,
    NotDesktopxfer,
    NotReceiving,
    Paused,
    Refused,
    Stopped,
    TimedOut,
    TooManyConnections,
    UnknownHost,
    Unreachable,
    WrongDevice,
)
from desktopxfer.protocol.messages import LOWEST_CHECKED_PORT
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.checking import ask_back
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.conversation import CheckPeer, Conversation, LocalDevice
from desktopxfer.transfer.devices import is_address

MOST_ADDRESSES = 4  # each dead one costs 6 seconds
NEIGHBOURS = Path("/proc/net/arp")  # of Linux: who on the cable has answered lately
COMPLETE = 2  # ATF_COM of linux/if_arp.h


def look(
    device: Device,
    port: int,
    local: LocalDevice,
    *,
    is_heard: bool,
    is_diverted: bool,
    opening: str,
    check_peer: CheckPeer,
    control: Control,
) -> Iterator[Finding]:
    """Connects to the device, and lets it connect back to `port` here; 0 leaves that out.

    `is_heard` tells whether its announcements came in a moment ago, `is_diverted` whether a VPN
    takes what is sent to it; `opening` is the command that lets `port` in here.
    Raises Interrupted.
    """
    device = replace(device, addresses=device.addresses[:MOST_ADDRESSES])
    try:
        conversation, peer, _ = connect(device, local, control, check_peer=check_peer)
    except DesktopxferError as error:
        there = is_heard or any(map(_answers_on_the_cable, device.addresses))
        yield _not_reached(device, error, is_there=there and not is_diverted)
        return
    yield Finding(Kind.REACHED, {"name": _name(device, peer), "address": str(peer.address)})
    if port >= LOWEST_CHECKED_PORT:
        facts = {"name": _name(device, peer), "port": str(port)}
        yield _back(conversation, port, facts, opening, control)
    else:
        conversation.channel.say_goodbye()


def _name(device: Device, peer: Peer) -> str:
    return device.name if device.device_id else peer.name


def _not_reached(device: Device, error: DesktopxferError, *, is_there: bool) -> Finding:
    address = device.addresses[0]
    facts = {"name": device.name, "address": str(address), "port": str(address.port)}
    match error:
        case Refused():
            return Finding(Kind.REFUSED_THERE, facts)
        case Unreachable() if is_there:
            command = f"sudo ufw allow {address.port}/tcp"
            return Finding(Kind.BLOCKED_THERE, facts, command=command)
        case Unreachable():
            return Finding(Kind.UNREACHABLE, facts)
        case UnknownHost():
            meant = error if is_address(device.name) else DeviceNotFound(device.name)
            return Finding(Kind.NOT_FOUND, error=meant)
        case _:
            return Finding(Kind.REACH_FAILED, facts, error)


def _answers_on_the_cable(address: Address) -> bool:
    """Whether there is a computer with that address at all: it said where when it was asked (ARP).

    A firewall has no say in that.
    """
    try:
        rows = [line.split() for line in NEIGHBOURS.read_text("ascii", "replace").splitlines()[1:]]
        return any(row[0] == address.host and int(row[2], 16) & COMPLETE for row in rows)
    except (OSError, ValueError, IndexError):
        return False


def _back(
    conversation: Conversation, port: int, facts: dict[str, str], opening: str, control: Control
) -> Finding:
    try:
        with conversation.to_its_end(control):
            problem = ask_back(conversation, port)
    except NotReceiving:
        return Finding(Kind.BACK_NOT_ALLOWED, facts)
    except TooManyConnections:
        return Finding(Kind.BACK_BUSY, facts)
    except FailedThere:
        return Finding(Kind.BACK_UNKNOWN, facts)
    except (ConnectionLost, TimedOut):
        return Finding(Kind.BACK_LOST, facts)
    except (Cancelled, Paused, Stopped):  # by the person here
        raise
    except DesktopxferError:  # whatever else it says
        return Finding(Kind.BACK_FAILED, facts)
    match problem:
        case None:
            return Finding(Kind.REACHED_BACK, facts)
        case Unreachable():
            return Finding(Kind.BLOCKED_HERE, facts, command=opening)
        case Refused():
            return Finding(Kind.REFUSED_HERE, facts, command=opening)
        case WrongDevice() | NotDesktopxfer():
            return Finding(Kind.OTHER_HERE, facts)
        case _:
            return Finding(Kind.BACK_FAILED, facts)
