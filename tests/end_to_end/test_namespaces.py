"""Two computers joined by cables, each with the command line only."""

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.settings import Profile, Settings
from tests.end_to_end.namespaces import PYTHON, Computer, Network, events, needed, wait_until
from tests.end_to_end.trees import compare, make_tree

pytestmark = [pytest.mark.netns, pytest.mark.slow]

IPV4_TCP = "meta nfproto ipv4 meta l4proto tcp"


@pytest.fixture(params=[1])
def network(request: pytest.FixtureRequest) -> Iterator[Network]:
    """Ann and Bob, joined by one cable, or by as many as the test is parametrized with."""
    needed()
    with Network("ann", "bob", cables=request.param) as network:
        yield network


two_cables = pytest.mark.parametrize("network", [2], indirect=True)


class Installed:
    """desktopxfer on one computer, with a profile of its own."""

    def __init__(self, computer: Computer, name: str, folder: Path) -> None:
        self.computer = computer
        self.name = name
        self.inbox = folder / "inbox"
        self._folder = folder
        self._logs = 0
        self._command = [PYTHON, "-m", "desktopxfer", "--profile", str(folder / "profile")]
        self.inbox.mkdir(parents=True)
        Profile(folder / "profile").save_settings(Settings(device_name=name))

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return self.computer.run([*self._command, *arguments])

    def json(self, *arguments: str | Path) -> list[dict[str, Any]]:
        """The objects it prints; in its own words for programs, so nothing is left for stderr."""
        result = self.run(*arguments, "--json")
        assert result.stderr == ""
        return [json.loads(line) for line in result.stdout.splitlines()]

    @property
    def device_id(self) -> str:
        return str(self.json("identity")[0]["device_id"])

    def send(self, path: Path, target: str) -> list[dict[str, Any]]:
        """What `send --json` says, to the end."""
        return self.json("send", path, "--to", target)

    def receive(self, *arguments: str) -> "Receiving":
        """Starts `receive`, which accepts everything, and waits until it listens."""
        self._logs += 1
        log = self._folder / f"receive {self._logs}.log"
        with log.open("w") as output:
            into = ["--into", str(self.inbox), "--accept", "everyone", "--json"]
            process = self.computer.popen(
                [*self._command, "receive", *into, *arguments], stdout=output
            )
        wait_until(lambda: events(log), f"{self.name} listens")
        return Receiving(process, log)


class Receiving:
    """A running `receive`."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log

    def events(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in events(self._log) if event["event"] == kind]

    def end(self) -> None:
        self._process.send_signal(signal.SIGINT)
        self._process.wait(30)

    def die(self) -> None:
        """As if the computer lost its power: without a goodbye."""
        self._process.kill()
        self._process.wait()


Install = Callable[[Computer, str], Installed]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    def install(computer: Computer, name: str) -> Installed:
        return Installed(computer, name, tmp_path / computer.name)

    return install


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with files of every kind."""
    tree = tmp_path / "Photos"
    make_tree(tree, 300, 30)
    return tree


def kinds(said: list[dict[str, Any]]) -> list[str]:
    return [event["event"] for event in said if event["event"] not in {"progress", "code"}]


def around(installed: Installed) -> list[dict[str, Any]]:
    return installed.json("devices", "--wait", "3")


def test_a_folder_arrives_identical_at_a_device_found_by_its_name(
    network: Network, install: Install, tree: Path
) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob's PC 💻")
    receiving = bob.receive()
    said = ann.send(tree, "bob's pc 💻")
    assert kinds(said) == ["finished"], said
    assert compare(tree, bob.inbox / "Photos") == []
    (offer,) = receiving.events("offer")
    assert (offer["from"], offer["device_id"]) == ("Ann", ann.device_id)
    (finished,) = receiving.events("finished")
    assert finished["paths"] == [str(bob.inbox / "Photos")]
    assert finished["files"] == said[-1]["files"] == 300


@two_cables
def test_a_device_on_two_cables_is_one_row(network: Network, install: Install) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    bob.receive()
    (row,) = around(ann)
    assert (row["name"], row["device_id"], row["online"]) == ("Bob", bob.device_id, True)
    expected = {
        *(f"{cable.ipv4(2)}:26710" for cable in network.cables),
        *(f"[{cable.ipv6(2)}]:26710" for cable in network.cables),
    }
    assert expected <= set(row["addresses"])
    assert {address.partition("%")[0] for address in set(row["addresses"]) - expected} == {
        f"[{network['bob'].link_local(cable)}" for cable in network.cables
    }


def test_who_ends_is_gone_and_who_was_met_is_remembered(
    network: Network, install: Install, tree: Path
) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    receiving = bob.receive()
    assert kinds(ann.send(tree, "Bob")) == ["finished"]
    receiving.end()
    (row,) = around(ann)
    assert (row["name"], row["online"]) == ("Bob", False)
    assert around(bob) == []


def test_a_dead_first_address_costs_a_second(
    network: Network, install: Install, tree: Path
) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    bob.receive()

    def seconds_to_send() -> float:
        begin = time.monotonic()
        assert kinds(ann.send(tree, bob.device_id)) == ["finished"]
        return time.monotonic() - begin

    before = seconds_to_send()
    network["bob"].lose(IPV4_TCP)
    # A system left to itself tries a dead address for about two minutes.
    assert seconds_to_send() - before < 10
    assert compare(tree, bob.inbox / "Photos (2)") == []


@two_cables
def test_a_pulled_cable_is_no_obstacle(network: Network, install: Install, tree: Path) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    bob.receive()
    assert kinds(ann.send(tree, "Bob")) == ["finished"]
    network["bob"].unplug(network.cables[0])
    assert kinds(ann.send(tree, "Bob")) == ["finished"]
    assert compare(tree, bob.inbox / "Photos (2)") == []


def test_a_typed_address_needs_no_discovery(network: Network, install: Install, tree: Path) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    cable, computer = network.cables[0], network["bob"]
    bob.receive()
    computer.lose("udp dport 5353")
    for address in (
        cable.ipv4(computer.number),
        f"{cable.ipv4(computer.number)}:26710",
        cable.ipv6(computer.number),
        f"[{computer.link_local(cable)}%{cable.interface}]:26710",
    ):
        assert kinds(ann.send(tree, address)) == ["finished"], address
    assert len(list(bob.inbox.iterdir())) == 4


def test_an_impostor_who_claims_bobs_id_gets_nothing(
    network: Network, install: Install, tree: Path
) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    mallory = install(network.add_computer("mallory"), "Mallory")
    at = f"{network.cables[0].ipv4(3)}"
    stolen = mallory.receive("--listen", f"{at}:4444")
    mallory.computer.popen(
        [PYTHON, "-m", "tests.network.discoverer", "impersonate", bob.device_id, at],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    wait_until(
        lambda: (
            f"{at}:4444"
            in [
                address
                for row in around(ann)
                if row["device_id"] == bob.device_id
                for address in row["addresses"]
            ]
        ),
        "the impostor is heard",
    )
    assert kinds(ann.send(tree, bob.device_id)) == ["failed"]
    bob.receive()
    # The command line does not wait long for others of one id: the impostor may cost a try.
    wait_until(lambda: kinds(ann.send(tree, bob.device_id)) == ["finished"], "Bob is reached")
    assert compare(tree, bob.inbox / "Photos") == []
    assert list(mallory.inbox.iterdir()) == []
    assert stolen.events("offer") == []


def test_nobody_of_that_name_is_a_sentence_and_exit_code_4(
    network: Network, install: Install, tree: Path
) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    bob.receive("--listen", "127.0.0.1:0")  # nobody outside can see that
    result = ann.run("send", tree, "--to", "Bob")
    assert result.returncode == 4
    assert "No device called Bob was found" in result.stderr
    assert list(bob.inbox.iterdir()) == []


def test_two_devices_of_one_name_are_told_apart_by_their_ids(
    network: Network, install: Install, tree: Path
) -> None:
    ann, bob = install(network["ann"], "Ann"), install(network["bob"], "Bob")
    other = install(network.add_computer("carol"), "Bob")
    bob.receive()
    other.receive()
    wait_until(lambda: len(around(ann)) == 2, "both are heard")
    result = ann.run("send", tree, "--to", "bob")
    assert result.returncode == 2, result.stderr
    assert bob.device_id[:4].upper() in result.stderr
    assert kinds(ann.send(tree, other.device_id[:8])) == ["finished"]
    assert list(bob.inbox.iterdir()) == []
    assert compare(tree, other.inbox / "Photos") == []
