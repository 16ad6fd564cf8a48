"""Owns the connection check: one look after another, from this computer to the other one."""

import platform
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from desktopxfer import __version__
from desktopxfer.device import Device
from desktopxfer.diagnosis import firewall, links, listening, multicast, reach, routes
from desktopxfer.diagnosis.finding import Finding, Kind, paragraph
from desktopxfer.diagnosis.listening import Door
from desktopxfer.errors import DesktopxferError, DeviceNotFound
from desktopxfer.text_safety import printable
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import CheckPeer, LocalDevice

LONGEST_LINE = 500  # characters


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: this device, and the way to another one if there is one."""

    local: LocalDevice
    listen_host: str  # as in the settings
    wanted_port: int
    check_peer: CheckPeer  # raises when the person here wants nothing of it
    device: Device | None = None
    # Where this very program listens; None if it does not, and some other one may.
    port: int | None = None
    error: DesktopxferError | None = None  # why it does not listen although it should


OnFinding = Callable[[Finding], None]


def check(subject: Subject, on_finding: OnFinding, control: Control) -> str:
    """Looks at everything and tells what it finds as it does: some seconds.

    Returns the report. Blocks; runs in a thread of its own, and `on_finding` in that. Changes
    nothing. Raises Cancelled.
    """
    with control.running():
        interfaces = links.interfaces()
        findings = []
        for finding in _look(subject, interfaces, control):
            findings.append(finding)
            on_finding(finding)
            control.check()
    return _report(subject, interfaces, findings)


def _look(
    subject: Subject, found: Sequence[links.Interface], control: Control
) -> Iterator[Finding]:
    yield from links.look(found)
    with _door(subject, control) as door:
        yield from door.findings
        wall = firewall.look(door.port or subject.wanted_port)
        yield wall.finding
        device = subject.device
        ways = list(routes.look(found, device))
        yield from ways
        heard = []
        if not listening.stays_here(subject.listen_host):
            heard = multicast.listen(found, device.device_id if device else "", control)
        yield from multicast.look(heard, wall.opens_mdns)
        if device is None:
            return
        if not device.addresses:
            yield Finding(Kind.NOT_FOUND, error=DeviceNotFound(device.name))
            return
        is_heard = multicast.is_heard(device, heard)
        name = ""
        for finding in reach.look(
            device,
            door.port,
            subject.local,
            is_heard=is_heard,
            is_diverted=any(each.kind is Kind.VPN_OWNS_DEVICE for each in ways),
            opening=wall.opens_port,
            check_peer=subject.check_peer,
            control=control,
        ):
            yield finding
            if finding.kind is Kind.REACHED:
                name = finding.facts["name"]
        if name and not is_heard and _should_hear(heard, found, device):
            yield Finding(Kind.UNHEARD, {"name": name})


def _door(subject: Subject, control: Control) -> AbstractContextManager[Door]:
    if subject.error is not None:
        return nullcontext(Door(0, (Finding(Kind.NOT_LISTENING, error=subject.error),)))
    if subject.port is None:
        host, port = subject.listen_host, subject.wanted_port
        return listening.answering(subject.local, host, port, control)
    return nullcontext(listening.opened(subject.listen_host, subject.wanted_port, subject.port))


def _should_hear(
    heard: Sequence[multicast.Heard], found: Sequence[links.Interface], device: Device
) -> bool:
    """Whether it is in a network around where this computer hears anything, by its address."""
    hears = {each.interface for each in heard if each.own}
    return any(
        each.name in hears and routes.is_in(address.host, each)
        for each in found
        for address in device.addresses
    )


# The report -------------------------------------------------------------------------------------


def _report(
    subject: Subject, interfaces: Sequence[links.Interface], findings: Sequence[Finding]
) -> str:
    """All of it as plain text, to be sent to somebody who helps. There is nothing secret in it."""
    local, device = subject.local, subject.device
    lines = [
        f"desktopxfer {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{time.strftime('%Y-%m-%d %H:%M:%S %z')}",
        f"This device: {local.name} ({local.identity.device_id})",
    ]
    if device is not None:
        addresses = ", ".join(map(str, device.addresses)) or "no address"
        lines.append(
            f"Checked with: {device.name} ({device.device_id or 'never met'}), {addresses}"
        )
    lines += [_described(each) for each in interfaces]
    lines.append("")
    for finding in findings:
        lines += paragraph(finding)
    return "\n".join(printable(line, LONGEST_LINE) for line in lines) + "\n"


def _described(interface: links.Interface) -> str:
    state = "off" if not interface.is_up else "connected" if interface.has_link else "no link"
    kind = "VPN" if interface.is_vpn else "network" if interface.is_outside else "virtual"
    addresses = ", ".join(f"{each.ip}/{each.prefix_length}" for each in interface.addresses)
    return f"{interface.name}: {kind}, {state}, {addresses or 'no address'}"
