"""Owns what the connection check may find: each thing with its sentence and what to do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import NamedTuple

from desktopxfer.errors import DesktopxferError


class Level(StrEnum):
    """How much a finding matters, the least first."""

    GOOD = "good"
    NOTE = "note"  # worth knowing; nothing has to be done
    WARNING = "warning"  # may be in the way
    PROBLEM = "problem"  # is in the way


class _Words(NamedTuple):
    level: Level
    sentence: str  # {braces} stand for facts
    advice: str = ""


def _good(sentence: str) -> _Words:
    return _Words(Level.GOOD, sentence)


def _note(sentence: str, advice: str = "") -> _Words:
    return _Words(Level.NOTE, sentence, advice)


def _warning(sentence: str, advice: str) -> _Words:
    return _Words(Level.WARNING, sentence, advice)


def _problem(sentence: str, advice: str = "") -> _Words:
    return _Words(Level.PROBLEM, sentence, advice)


class Kind(Enum):
    """One for each thing that is said differently; the name is what programs know it by."""

    # The network of this computer.
    ADDRESSES = _good("This computer is in a network: {addresses}.")
    LINK_DOWN = _problem(
        "{interface} is not connected to anything.",
        "Plug in its cable, or join a Wi-Fi. If it is plugged in, look at the other end.",
    )
    SWITCHED_OFF = _problem("{interface} is switched off.", "Switch it on.")
    NO_ADDRESS = _problem(
        "{interface} is connected, but has no address.",
        "Connect it anew. If that does not help, start the router again: it gives out addresses.",
    )
    LINK_LOCAL_ONLY = _warning(
        "{interface} has only an address that it gave itself.",
        "Computers on the same cable may find each other all the same. If it should be in a "
        "network, connect it anew, or start the router again: it gives out addresses.",
    )
    NO_NETWORK = _problem(
        "This computer is in no network: only programs on it can reach each other.",
        "Plug in a cable or join a Wi-Fi.",
    )

    # What desktopxfer listens at.
    LISTENING = _good("desktopxfer is open here and listens at TCP port {port}.")
    LISTENING_ELSEWHERE = _note(
        "TCP port {wanted} is used by another program, so desktopxfer listens at {port}.",
        "Others find it all the same. Typed addresses and rules of firewalls need the new number.",
    )
    LISTENING_TO_ITSELF = _problem(
        "desktopxfer listens at {host} only, where no other computer can reach it.",
        "Choose another address to listen at, or none for all of them.",
    )
    NOT_OPEN = _note(
        "desktopxfer is not open here at the moment. For this check it answers at TCP port {port}.",
        "To receive something, open it.",
    )
    NOT_LISTENING = _problem("No other computer can send to this one. {error}")

    # Firewalls.
    FIREWALL_OFF = _good("No firewall on this computer stands in the way ({firewall}).")
    FIREWALL_OPEN = _good("The firewall on this computer ({firewall}) lets TCP port {port} in.")
    FIREWALL_ON = _note(
        "A firewall is on, on this computer ({firewall}).",
        "If others cannot reach this computer, let TCP port {port} in.",
    )
    FIREWALL_UNREADABLE = _note(
        "Whether a firewall on this computer is in the way could not be read ({reason}).",
        "An administrator can see it with.",
    )
    FIREWALL_UNKNOWN = _note("No firewall program that desktopxfer knows is on this computer.")

    # Being found.
    MDNS_HEARD = _good(
        "On {interface}, announcements (mDNS) leave and arrive, and other computers are heard."
    )
    MDNS_ALONE = _note(
        "On {interface}, announcements (mDNS) leave and arrive, but no other computer was heard.",
        "That is as it should be if desktopxfer is open on no other computer there. Otherwise the "
        "network keeps its computers apart, as guest Wi-Fi does: add the other one by its address.",
    )
    MDNS_DEAF = _problem(
        "On {interface}, what comes to UDP port 5353 (mDNS) does not arrive: a firewall on this "
        "computer drops it, so no device is found there.",
        "Let UDP port 5353 in, or add the other device by its address.",
    )
    MDNS_MUTE = _problem(
        "On {interface}, this computer may not send announcements (mDNS): {detail}.",
        "A firewall or a security program on this computer forbids it. Let UDP port 5353 out, or "
        "add the other device by its address.",
    )
    MDNS_TAKEN = _problem(
        "On {interface}, announcements (mDNS) cannot be heard: {detail}.",
        "Another program may keep UDP port 5353 for itself. End it, or add the other device by its "
        "address.",
    )

    # Ways.
    VPN_OWNS_ROUTE = _warning(
        "A VPN ({interface}) takes all that leaves this computer, beside the local network "
        "({local}).",
        "Many VPNs keep the local network out. If a device is not found or not reached, switch the "
        "VPN off, or allow the local network in its settings.",
    )
    VPN_OWNS_DEVICE = _problem(
        "What is meant for {name} goes into a VPN ({interface}), although its address {address} is "
        "one of the local network ({local}).",
        "Switch the VPN off, or allow the local network in its settings.",
    )
    VPN_TO_DEVICE = _note("The way to {name} ({address}) leads through a VPN ({interface}).")

    # The other device, there and back.
    NOT_FOUND = _problem("{error}")
    REACHED = _good("{name} answers at {address}.")
    BLOCKED_THERE = _problem(
        "{name} is in the network, but TCP port {port} of it ({address}) does not answer: most "
        "likely a firewall on that computer drops what comes to it.",
        "On that computer, let TCP port {port} in. Where ufw is the firewall.",
    )
    REFUSED_THERE = _problem(
        "The computer at {address} is there, but takes no connection at TCP port {port}.",
        "Open desktopxfer there. If it is open, the bottom of its window says at which port; or a "
        "firewall there refuses TCP port {port}.",
    )
    UNREACHABLE = _problem(
        "Nothing answers at {address}.",
        "Check that {name} is on and awake, in the same network, and that a firewall there does "
        "not drop what comes to TCP port {port}.",
    )
    REACH_FAILED = _problem("The way to {name} ends early. {error}")
    UNHEARD = _warning(
        "{name} answers, but its announcements (mDNS) were not heard.",
        "It may be visible to nobody; or a firewall there drops UDP port 5353, or the network "
        "between. Its address is enough to send to it.",
    )
    REACHED_BACK = _good("{name} reaches this computer at TCP port {port}.")
    BLOCKED_HERE = _problem(
        "{name} cannot reach this computer: what comes to TCP port {port} is dropped, most likely "
        "by a firewall on this computer.",
        "On this computer, let TCP port {port} in.",
    )
    REFUSED_HERE = _problem(
        "{name} is refused at TCP port {port} of this computer, most likely by a firewall on it.",
        "On this computer, let TCP port {port} in.",
    )
    OTHER_HERE = _problem(
        "{name} meets something else where this computer should be, at TCP port {port}.",
        "A router or a VPN between the two gives several computers one address. This computer can "
        "send to {name}, but not the other way round. Connect both to the same network.",
    )
    BACK_FAILED = _problem("{name} could not reach this computer, and does not say why.")
    BACK_NOT_ALLOWED = _note(
        "{name} does not take requests of this device, so nobody knows whether it reaches this "
        "computer.",
        "Pair with it, or let everyone see it for a while, and check again.",
    )
    BACK_BUSY = _note(
        "{name} is busy, so nobody knows whether it reaches this computer.",
        "Check again in a minute.",
    )
    BACK_UNKNOWN = _note(
        "{name} has an older desktopxfer, which cannot try whether it reaches this computer.",
        "Update it, or check from there.",
    )
    BACK_LOST = _warning(
        "The connection to {name} broke while it tried to reach this computer.", "Check again."
    )

    @property
    def level(self) -> Level:
        return self.value.level

    @property
    def sentence(self) -> str:
        """With {braces} for facts; what to do is the advice."""
        return self.value.sentence

    @property
    def advice(self) -> str:
        return self.value.advice

    @property
    def code(self) -> str:
        """The stable short name, as in `--json` output."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found. The facts may hold a stranger's text, as names of devices do."""

    kind: Kind
    facts: Mapping[str, str] = field(default_factory=dict)
    error: DesktopxferError | None = None  # stands for {error}
    command: str = ""  # one line for a terminal, after the advice

    @property
    def level(self) -> Level:
        return self.kind.level

    def words(self, template: str, quote: Callable[[str], str] = str, error: str = "") -> str:
        """`template`, one of the kind's or its translation, with the facts made fit by `quote`.

        `error` is the sentence of the error, if there is one, in the template's language.
        """
        facts = {key: quote(each) for key, each in self.facts.items()}
        return template.format(error=error or self.error, **facts)

    @property
    def sentence(self) -> str:
        return self.words(self.kind.sentence)

    @property
    def advice(self) -> str:
        return self.words(self.kind.advice)


# Told apart by their words and forms, as a report has no colours.
SIGNS = {
    Level.GOOD: "[ok]     ",
    Level.NOTE: "[note]   ",
    Level.WARNING: "[warning]",
    Level.PROBLEM: "[PROBLEM]",
}


def paragraph(finding: Finding) -> list[str]:
    """One finding as lines of plain text, still to be made fit for a terminal."""
    lines = [f"{SIGNS[finding.level]} {finding.sentence}"]
    indent = " " * (len(SIGNS[finding.level]) + 1)
    lines += [indent + finding.advice] if finding.advice else []
    lines += [f"{indent}  {finding.command}"] if finding.command else []
    return lines
