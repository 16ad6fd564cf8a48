"""Owns computers and cables for a test: network namespaces joined by bridges, gone afterwards."""

import contextlib
import ipaddress
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from tests import needs

T = TypeVar("T")

CHECKOUT = Path(__file__).parent.parent.parent
PREFIX = "dxfer"  # of every namespace; then the id of the process that made it
RUN_TIMEOUT_S = 60.0
POLL_S = 0.02
PYTHON = sys.executable

_numbers = itertools.count(1)


def needed() -> None:
    """Skips the test where no namespaces can be made."""
    needs.programs(ip="iproute2", nft="nftables")
    needs.root()


@dataclass(frozen=True, slots=True)
class Cable:
    """One network: a bridge in a namespace of its own, with IPv4 and IPv6 addresses."""

    number: int
    namespace: str

    @property
    def interface(self) -> str:
        """What every computer calls its interface to this network."""
        return f"link{self.number}"

    def ipv4(self, host: int) -> str:
        return f"10.77.{self.number}.{host}"

    def ipv6(self, host: int) -> str:
        return str(ipaddress.IPv6Address(f"fd77:{self.number:x}::{host:x}"))


@dataclass(slots=True)
class Computer:
    """One computer. Programs in it see only its own loopback and the cables plugged in."""

    name: str
    number: int
    namespace: str
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def command(self, command: Sequence[str | Path]) -> list[str]:
        """The same command, in this computer. The process keeps its id and gets its signals."""
        return ["ip", "netns", "exec", self.namespace, *map(str, command)]

    def run(
        self, command: Sequence[str | Path], **options: Any
    ) -> subprocess.CompletedProcess[str]:
        """Runs a command in this computer to its end, and returns what it said."""
        options = {"cwd": CHECKOUT, "timeout": RUN_TIMEOUT_S, "capture_output": True, **options}
        return subprocess.run(self.command(command), text=True, **options)

    def popen(self, command: Sequence[str | Path], **options: Any) -> subprocess.Popen[str]:
        """Starts a command in this computer; what still runs is killed with the computer."""
        options = {"cwd": CHECKOUT, **options}
        process = subprocess.Popen(self.command(command), text=True, **options)
        self.processes.append(process)
        return process

    def ip(self, *arguments: str) -> str:
        return _ip("-n", self.namespace, *arguments)

    def plug_in(self, cable: Cable, *, detect_duplicates: bool = False) -> None:
        """Adds an interface to this network, with its addresses.

        IPv6 addresses are ready at once, or with `detect_duplicates` after a second or two, as on a
        real computer.
        """
        port = f"to{self.number}"
        dad = [] if detect_duplicates else ["nodad"]
        self.set("net/ipv6/conf/default/accept_dad", str(int(detect_duplicates)))
        self.ip(
            "link",
            "add",
            cable.interface,
            "type",
            "veth",
            "peer",
            "name",
            port,
            "netns",
            cable.namespace,
        )
        _ip("-n", cable.namespace, "link", "set", port, "master", "bridge", "up")
        self.ip("address", "add", f"{cable.ipv4(self.number)}/24", "dev", cable.interface)
        self.ip("address", "add", f"{cable.ipv6(self.number)}/64", "dev", cable.interface, *dad)
        self.ip("link", "set", cable.interface, "up")
        wait_until(
            lambda: "state UP" in self.ip("link", "show", cable.interface),
            f"{cable.interface} of {self.name} is up",
        )

    def link_local(self, cable: Cable) -> str:
        """Its IPv6 address there that holds on this cable only."""
        shown = self.ip("-json", "address", "show", "dev", cable.interface, "scope", "link")
        addresses = json.loads(shown)[0]["addr_info"]
        return str(next(each["local"] for each in addresses if each.get("family") == "inet6"))

    def unplug(self, cable: Cable) -> None:
        """Takes the interface away."""
        self.ip("link", "delete", cable.interface)

    def lose(self, packets: str) -> None:
        """Loses what arrives here and matches, in the words of nft: `ip daddr 10.77.1.1`."""
        self._filter("input", f"{packets} drop")

    def count_sent(self, packets: str) -> Callable[[], int]:
        """Counts what leaves from now on and matches, in the words of nft; call it to read."""
        self._filter("output", f"{packets} counter")

        def sent() -> int:
            shown = self.run(["nft", "-j", "list", "chain", "inet", "output", "packets"]).stdout
            (rule,) = (each["rule"] for each in json.loads(shown)["nftables"] if "rule" in each)
            return int(
                next(part["counter"] for part in rule["expr"] if "counter" in part)["packets"]
            )

        return sent

    def _filter(self, hook: str, rule: str) -> None:
        chain = f"type filter hook {hook} priority 0; {rule};"
        script = f"table inet {hook} {{ chain packets {{ {chain} }}; }}"
        result = self.run(["nft", script])
        assert result.returncode == 0, result.stderr

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream:
                    with contextlib.suppress(BrokenPipeError):
                        stream.close()
        _delete(self.namespace)

    def set(self, setting: str, value: str) -> None:
        """One setting of the kernel, such as `net/ipv4/ip_forward`."""
        self.run(["sh", "-c", f"echo {value} > /proc/sys/{setting}"], check=True)


class Network:
    """Computers by name, each plugged into every cable. Gone when the `with` ends.

    `Network("ann", "bob", cables=2)`: `network["ann"]` is 10.77.1.1 and fd77:1::1 on the first
    cable, 10.77.2.1 and fd77:2::1 on the second; `bob` ends in 2.
    """

    def __init__(self, *names: str, cables: int = 1) -> None:
        _sweep()
        self._run = next(_numbers)
        self.cables: list[Cable] = []
        self.computers: dict[str, Computer] = {}
        try:
            for _ in range(cables):
                self.add_cable()
            for name in names:
                self.add_computer(name)
        except BaseException:
            self.close()
            raise

    def add_cable(self) -> Cable:
        """One more network, into which nothing is plugged yet."""
        number = len(self.cables) + 1
        cable = Cable(number, self._make(f"cable{number}"))
        self.cables.append(cable)
        # Snooping would hold multicast back until it has seen who listens.
        bridge = ["bridge", "type", "bridge", "mcast_snooping", "0"]
        _ip("-n", cable.namespace, "link", "add", *bridge)
        _ip("-n", cable.namespace, "link", "set", "bridge", "up")
        return cable

    def add_computer(self, name: str, *, only: Cable | None = None) -> Computer:
        """One more computer, plugged into all cables there are, or `only` into one."""
        computer = Computer(name, len(self.computers) + 1, self._make(name))
        self.computers[name] = computer
        computer.ip("link", "set", "lo", "up")
        for cable in [only] if only else self.cables:
            computer.plug_in(cable)
        return computer

    def __getitem__(self, name: str) -> Computer:
        return self.computers[name]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        for computer in self.computers.values():
            computer.close()
        for cable in self.cables:
            _delete(cable.namespace)

    def _make(self, name: str) -> str:
        namespace = f"{PREFIX}-{os.getpid()}-{self._run}-{name}"
        _ip("netns", "add", namespace)
        return namespace


def wait_until(condition: Callable[[], T], what: str, timeout_s: float = RUN_TIMEOUT_S) -> T:
    """The first true value of `condition`; AssertionError with `what` after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while not (value := condition()):
        assert time.monotonic() < deadline, f"not within {timeout_s:g} s: {what}"
        time.sleep(POLL_S)
    return value


def events(log: Path) -> list[dict[str, Any]]:
    """The JSON objects among the complete lines a program has written so far."""
    lines = log.read_text().split("\n")[:-1]
    return [json.loads(line) for line in lines if line.startswith("{")]


def _ip(*arguments: str) -> str:
    result = subprocess.run(["ip", *arguments], capture_output=True, text=True, timeout=30)
    assert result.returncode == 0, f"ip {' '.join(arguments)}: {result.stderr}"
    return result.stdout


def _delete(namespace: str) -> None:
    """Ends what runs in it, which are only programs that a test started there, and removes it."""
    for pid in _ip("netns", "pids", namespace).split():
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    _ip("netns", "delete", namespace)


def _sweep() -> None:
    """Removes what a killed test run left behind."""
    for namespace in _namespaces():
        _, maker, *_ = namespace.split("-")
        if not Path("/proc", maker).exists():
            with contextlib.suppress(AssertionError):  # another run swept it first
                _delete(namespace)


def _namespaces() -> Iterator[str]:
    for line in _ip("netns", "list").splitlines():
        if line.startswith(f"{PREFIX}-"):
            yield line.split()[0]
