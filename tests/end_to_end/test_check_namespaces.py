"""The connection check between two computers: each thing that is in the way has its own name."""

import json
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.namespaces import PYTHON, Computer, Network, needed, wait_until
from tests.end_to_end.test_namespaces import Installed, Receiving

pytestmark = [pytest.mark.netns, pytest.mark.slow]

# Makes a VPN-like interface with an address, and holds it until its input ends.
VPN = """
import fcntl, os, struct, subprocess, sys
tun = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(tun, 0x400454CA, struct.pack("16sH22x", b"tun7", 0x1001))
subprocess.run(["ip", "address", "add", "10.8.0.2/24", "dev", "tun7"], check=True)
subprocess.run(["ip", "link", "set", "tun7", "up"], check=True)
print("up", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def network() -> Iterator[Network]:
    needed()
    with Network("ann", "bob") as network:
        yield network


class Pair:
    """Ann checks; Bob's desktopxfer is open."""

    def __init__(self, network: Network, folder: Path) -> None:
        self.network = network
        self.cable = network.cables[0]
        self.ann = Installed(network["ann"], "Ann", folder / "ann")
        self.bob = Installed(network["bob"], "Bob", folder / "bob")
        self.receiving = self.bob.receive()

    @property
    def address_of_bob(self) -> str:
        return self.cable.ipv4(2)

    def check(self, *target: str) -> "Said":
        result = self.ann.run("check", *target, "--json")
        assert result.stderr == ""
        return Said([json.loads(line) for line in result.stdout.splitlines()], result.returncode)


class Said:
    """What one check found."""

    def __init__(self, events: list[dict[str, Any]], exit_code: int) -> None:
        assert {event["event"] for event in events} == {"finding"}
        self.findings = {event["finding"]: event for event in events}
        self.exit_code = exit_code

    def named(self, *levels: str) -> set[str]:
        """The findings of these levels."""
        return {code for code, each in self.findings.items() if each["level"] in levels}

    @property
    def wrong(self) -> set[str]:
        assert self.exit_code == bool(self.named("problem"))
        return self.named("warning", "problem")

    def __getitem__(self, code: str) -> dict[str, Any]:
        assert code in self.findings, self.findings.values()
        return self.findings[code]


@pytest.fixture
def pair(network: Network, tmp_path: Path) -> Pair:
    return Pair(network, tmp_path)


@pytest.mark.parametrize("by_name", [True, False])
def test_a_healthy_pair_is_no_reason_for_an_alarm(pair: Pair, by_name: bool) -> None:
    said = pair.check("Bob" if by_name else pair.address_of_bob)
    assert said.wrong == set()
    assert said.named("good") >= {"addresses", "mdns_heard", "reached", "reached_back"}
    assert said["reached"]["facts"]["name"] == "Bob"
    # It answered only for the check, and says so.
    assert said.named("note") == {"not_open"}
    assert said["not_open"]["facts"]["port"] == "26710"


def test_the_running_one_is_found_and_reached(pair: Pair) -> None:
    receiving = pair.ann.receive("--listen", "0.0.0.0:26712")
    said = pair.check("Bob")
    assert said.wrong == set()
    assert said["listening_elsewhere"]["facts"] == {"wanted": "26710", "port": "26712"}
    assert said["reached_back"]["facts"]["port"] == "26712"
    assert receiving.events("offer") == receiving.events("failed") == []
    assert pair.receiving.events("offer") == pair.receiving.events("failed") == []


def test_without_a_device_it_looks_at_this_computer(pair: Pair) -> None:
    said = pair.check()
    assert said.wrong == set()
    assert "reached" not in said.findings
    result = pair.ann.run("check")
    assert result.returncode == 0
    assert result.stderr == "No problem was found.\n"
    assert "[ok]      This computer is in a network: 10.77.1.1 (link1)" in result.stdout


# The network ------------------------------------------------------------------------------------


def test_the_cable_is_pulled_at_the_other_end(pair: Pair) -> None:
    subprocess.run(
        ["ip", "-n", pair.cable.namespace, "link", "set", "to1", "down"], check=True, timeout=30
    )
    wait_until(
        lambda: "NO-CARRIER" in pair.network["ann"].ip("link", "show", "link1"), "it is noticed"
    )
    said = pair.check(pair.address_of_bob)
    assert said["link_down"]["facts"] == {"interface": "link1"}
    assert said["link_down"]["level"] == "problem"
    assert "addresses" not in said.findings
    assert said.exit_code == 1


def test_the_interface_is_switched_off(pair: Pair) -> None:
    pair.network["ann"].ip("link", "set", "link1", "down")
    said = pair.check(pair.address_of_bob)
    assert said["switched_off"]["command"] == "sudo ip link set link1 up"
    assert said.exit_code == 1


def test_there_is_no_interface_but_loopback(pair: Pair) -> None:
    pair.network["ann"].unplug(pair.cable)
    said = pair.check()
    assert said.wrong == {"no_network"}


def test_no_router_gave_an_address(pair: Pair) -> None:
    pair.network["ann"].ip("address", "flush", "dev", "link1")
    assert pair.check().wrong == {"no_address"}


# One direction ----------------------------------------------------------------------------------


def test_a_port_that_the_other_computer_drops(pair: Pair) -> None:
    pair.network["bob"].lose("tcp dport 26710")
    said = pair.check(pair.address_of_bob)
    assert said.wrong == {"blocked_there"}
    assert "on that computer" in said["blocked_there"]["message"]
    assert said["blocked_there"]["facts"]["port"] == "26710"
    assert said["blocked_there"]["command"] == "sudo ufw allow 26710/tcp"


def test_a_port_that_this_computer_drops(pair: Pair) -> None:
    pair.network["ann"].lose("tcp dport 26710")
    said = pair.check("Bob")
    assert said.wrong == {"blocked_here"}
    assert said.named("good") >= {"reached", "mdns_heard"}
    blocked = said["blocked_here"]
    assert "on this computer" in blocked["message"]
    assert blocked["facts"] == {"name": "Bob", "port": "26710"}
    # The advice helps: it is done as it says, and nothing is wrong any more.
    assert re.fullmatch(r"sudo (nft [\w /]+)", blocked["command"])
    pair.network["ann"].run(blocked["command"].split()[1:], check=True)
    after = pair.check("Bob")
    assert after.wrong == set()
    assert "reached_back" in after.findings


def test_a_port_that_this_computer_refuses(pair: Pair) -> None:
    pair.network["ann"]._filter("input", "tcp dport 26710 reject with tcp reset")
    assert pair.check("Bob").wrong == {"refused_here"}


def test_desktopxfer_is_not_open_on_the_other_computer(pair: Pair) -> None:
    pair.receiving.end()
    said = pair.check(pair.address_of_bob)
    assert said.wrong == {"refused_there"}
    assert f"{pair.address_of_bob}:26710" in said["refused_there"]["message"]


def test_nobody_has_that_address(pair: Pair) -> None:
    said = pair.check(pair.cable.ipv4(99))
    assert said.wrong == {"unreachable"}


def test_nobody_has_that_name(pair: Pair) -> None:
    said = pair.check("Nobody")
    assert said.wrong == {"not_found"}
    assert said["not_found"]["error"] == "device_not_found"


# Being found ------------------------------------------------------------------------------------


def test_announcements_that_this_computer_drops(pair: Pair) -> None:
    pair.network["ann"].lose("udp dport 5353")
    said = pair.check(pair.address_of_bob)
    assert said.wrong == {"mdns_deaf"}
    assert said["mdns_deaf"]["facts"] == {"interface": "link1"}
    assert said["mdns_deaf"]["command"].endswith("udp dport 5353 accept")
    assert "reached_back" in said.findings


def test_announcements_that_may_not_leave_this_computer(pair: Pair) -> None:
    pair.network["ann"]._filter("output", "udp dport 5353 drop")
    said = pair.check(pair.address_of_bob)
    assert said.wrong == {"mdns_mute"}
    assert said["mdns_mute"]["facts"]["detail"] == "Operation not permitted"


def test_announcements_that_do_not_leave_the_other_computer(pair: Pair) -> None:
    pair.network["bob"]._filter("output", "udp dport 5353 drop")
    said = pair.check(pair.address_of_bob)
    assert said.wrong == {"unheard"}
    assert said.named("note") == {"not_open", "mdns_alone"}
    assert "reached_back" in said.findings


# Ways -------------------------------------------------------------------------------------------


@pytest.fixture
def vpn(pair: Pair) -> Callable[[str], None]:
    """Lets a VPN take the way to some addresses."""
    computer: Computer = pair.network["ann"]
    holder = computer.popen([PYTHON, "-c", VPN], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout
    assert holder.stdout.readline() == "up\n"

    def take(addresses: str) -> None:
        computer.ip("route", "add", addresses, "dev", "tun7")

    return take


def test_a_vpn_that_takes_nothing_is_no_reason_for_an_alarm(
    pair: Pair, vpn: Callable[[str], None]
) -> None:
    vpn("10.99.0.0/16")
    said = pair.check("Bob")
    assert said.wrong == set()
    assert "tun7" not in said["mdns_heard"]["message"]


def test_a_vpn_that_owns_the_default_route(pair: Pair, vpn: Callable[[str], None]) -> None:
    vpn("default")
    said = pair.check("Bob")
    assert said.wrong == {"vpn_owns_route"}
    assert said["vpn_owns_route"]["facts"] == {"interface": "tun7", "local": "link1"}
    assert "reached_back" in said.findings


def test_a_vpn_that_takes_the_way_to_the_device(pair: Pair, vpn: Callable[[str], None]) -> None:
    vpn(f"{pair.address_of_bob}/32")
    said = pair.check(pair.address_of_bob)
    assert said.wrong == {"vpn_owns_device", "unreachable"}
    facts = said["vpn_owns_device"]["facts"]
    assert (facts["interface"], facts["local"]) == ("tun7", "link1")


# Who may ask ------------------------------------------------------------------------------------


def test_a_device_that_takes_nothing_from_strangers_says_so(pair: Pair) -> None:
    pair.receiving.end()
    pair.receiving = Receiving(*_receive_from_trusted(pair))
    said = pair.check(pair.address_of_bob)
    assert said.wrong == set()
    assert said.named("note") == {"not_open", "back_not_allowed"}


def _receive_from_trusted(pair: Pair) -> tuple[subprocess.Popen[str], Path]:
    log = pair.bob.inbox.parent / "trusted.log"
    with log.open("w") as output:
        process = pair.network["bob"].popen(
            [*pair.bob._command, "receive", "--accept", "trusted", "--json"], stdout=output
        )
    wait_until(lambda: "listening" in log.read_text(), "Bob listens")
    return process, log


def test_it_can_be_interrupted(pair: Pair) -> None:
    pair.network["bob"].lose("tcp dport 26710")
    process = pair.network["ann"].popen(
        [*pair.ann._command, "check", pair.address_of_bob, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert "addresses" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in out + err
    assert json.loads(out.splitlines()[-1])["error"] == "cancelled"
