"""A transfer whose network goes away under it: the command line goes on by itself."""

import contextlib
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer.delivery import CHUNK_BYTES
from desktopxfer.transfer.names import STAGING_PREFIX
from tests.end_to_end.namespaces import PYTHON, Computer, Network, events, needed, wait_until
from tests.end_to_end.trees import compare, make_tree

pytestmark = [pytest.mark.netns, pytest.mark.slow]

BYTES = 12_000_000
RATE = 3_000_000  # bytes a second: time enough to pull a cable
PORT = 26710
# What TLS, the headers of packets and two greetings add, and what was on its way when it broke.
OVERHEAD = BYTES // 8 + 2 * CHUNK_BYTES
ENDS_S = 110.0


@dataclass(slots=True)
class Pair:
    """Ann sends to Bob, slowly; both with the command line only."""

    network: Network
    folder: Path

    @property
    def bob(self) -> Computer:
        return self.network["bob"]

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def source(self) -> Path:
        return self.folder / "Photos"

    def command(self, name: str, *arguments: str | Path) -> list[str | Path]:
        profile = self.folder / name
        if not profile.exists():
            Profile(profile).save_settings(Settings(device_name=name))
        return [PYTHON, "-m", "desktopxfer", "--profile", profile, *arguments, "--json"]

    def start(self, name: str, *arguments: str | Path) -> "Running":
        log = self.folder / f"{name}.log"
        with log.open("w") as output:
            process = self.network[name].popen(self.command(name, *arguments), stdout=output)
        return Running(process, log)

    def half_way(self) -> tuple["Running", "Running"]:
        """Sending and receiving, when a good part is there."""
        self.inbox.mkdir()
        make_tree(self.source, 3, 2, size=BYTES // 3)
        # Over IPv4 alone, so that each computer has one address to lose.
        listen = ("--listen", f"0.0.0.0:{PORT}")
        receiving = self.start(
            "bob", "receive", "--into", self.inbox, "--accept", "everyone", *listen
        )
        wait_until(lambda: events(receiving.log), "Bob listens")
        sending = self.start("ann", "send", self.source, "--to", "bob", "--limit", str(RATE))
        wait_until(lambda: self.arrived() > BYTES // 4, "a quarter has arrived")
        return sending, receiving

    def arrived(self) -> int:
        total = 0
        for path in self.inbox.rglob("*"):
            with contextlib.suppress(FileNotFoundError):  # it gets its final name at this moment
                total += path.stat().st_size if path.is_file() else 0
        return total

    def check(self, sending: "Running") -> None:
        wait_until(lambda: sending.process.poll() is not None, "it ends", ENDS_S)
        said = events(sending.log)
        assert said[-1]["event"] == "finished", said
        assert compare(self.source, self.inbox / "Photos") == []
        assert [path.name for path in self.inbox.iterdir()] == ["Photos"]
        assert not list(self.inbox.glob(f"{STAGING_PREFIX}*"))
        assert sent_bytes(self.network["ann"]) < BYTES + OVERHEAD


@dataclass(frozen=True, slots=True)
class Running:
    process: subprocess.Popen[str]
    log: Path

    def events(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in events(self.log) if event["event"] == kind]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    needed()
    with Network("ann", "bob") as network:
        yield Pair(network, tmp_path)


def sent_bytes(computer: Computer) -> int:
    """All that has left the computer, headers and what TCP sent again included."""
    (shown,) = json.loads(computer.ip("-json", "-statistics", "link", "show", "link1"))
    return int(shown["stats64"]["tx"]["bytes"])


# A sender waits a minute before it calls a silent receiver gone.
def test_the_receiver_gets_another_address(pair: Pair) -> None:
    """As from a router that was started again: found by its device id, at the new one."""
    sending, receiving = pair.half_way()
    before, after = pair.network.cables[0].ipv4(2), pair.network.cables[0].ipv4(99)
    pair.bob.ip("address", "delete", f"{before}/24", "dev", "link1")
    pair.bob.ip("address", "add", f"{after}/24", "dev", "link1")
    pair.check(sending)
    assert len(receiving.events("offer")) == 1
    assert receiving.events("resumed")


@pytest.mark.parametrize("seconds", [5, 30])
def test_the_link_is_down_for_a_while(pair: Pair, seconds: int) -> None:
    sending, receiving = pair.half_way()
    down = subprocess.Popen(["sleep", str(seconds)])
    pair.bob.ip("link", "set", "link1", "down")
    down.wait()
    pair.bob.ip("link", "set", "link1", "up")
    pair.check(sending)
    assert len(receiving.events("offer")) == 1
