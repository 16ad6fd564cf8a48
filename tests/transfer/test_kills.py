"""Both programs killed at every call with which they change a disk, started again, and resumed."""

import itertools
import sys
from pathlib import Path

import pytest

from desktopxfer.device import Address, Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.settings import Profile
from tests.command_line import LOOPBACK, Program, Receiver, new_profile
from tests.transfer.breaking import (
    BOB,
    LOADED,
    TRACEABLE,
    assert_complete_or_absent,
    assert_identical,
    broken_at,
    go_on,
    make_small_tree,
)
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, SendingDevice

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is a program for Linux")

# Every call that changes what is on a disk, and the one that makes files. Not every processor has
# all of them, which the question mark allows.
CALLS = [
    *("openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "syncfs"),
    *("sync_file_range", "mkdirat", "mkdir", "renameat2", "renameat", "rename"),
    *("unlinkat", "unlink", "rmdir", "utimensat"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return make_small_tree(tmp_path)


def kill_receiver(source: Path, folder: Path, call: str, when: int) -> bool:
    """Whether it came to this call."""
    with Receiver(folder, "--accept", "everyone", setup=TRACEABLE) as bob:
        at = (Address(LOOPBACK, bob.listening["port"]),)
        sent = False
        with (
            SendingDevice(Profile(new_profile(folder, "Alice"))) as alice,
            broken_at(bob.process.pid, call, str(when), KILL),
        ):
            try:
                alice.send([source], Device("", "Bob", "", at, online=True))
                sent = True
            except DesktopxferError:
                bob.process.wait(DEADLINE_S)
        assert_complete_or_absent(source, bob.into)
        if sent:
            assert_identical(source, bob.into)
        go_on(source, folder, bob.into)
    return not sent


def kill_sender(source: Path, folder: Path, call: str, when: int) -> bool:
    """Whether it came to this call."""
    into = folder / "received by Bob"
    into.mkdir()
    profile = new_profile(folder, "Alice")
    with SendingDevice(Profile(profile)):
        pass  # the profile is there, as it is whenever the program was used before
    with ReceivingDevice(into, profile=Profile(folder / BOB)) as bob:
        target = f"{bob.device.addresses[0]}"
        words = ("--profile", profile, "send", source, "--to", target, "--json")
        with Program(*words, setup=LOADED) as alice:
            alice.event("loaded")
            with broken_at(alice.process.pid, call, str(when), KILL):
                alice.type("\n")
                sent = alice.process.wait(DEADLINE_S) == 0
    assert_complete_or_absent(source, into)
    if sent:
        assert_identical(source, into)
    go_on(source, folder, into)
    return not sent


KILL = "signal=KILL"
SIDES = {"receiver": kill_receiver, "sender": kill_sender}


@pytest.mark.parametrize(
    ("side", "call", "when"),
    [
        *(("receiver", "fdatasync", when) for when in (1, 3, 5, 6)),
        *(("receiver", call, when) for call in ("mkdirat", "renameat2") for when in (1, 3)),
        *(("receiver", call, when) for call in ("write", "syncfs") for when in (1, 2)),
        ("receiver", "unlinkat", 1),
        *(("sender", "fdatasync", when) for when in (1, 3, 5)),
    ],
)
def test_a_kill_loses_nothing(
    tmp_path: Path, source: Path, side: str, call: str, when: int
) -> None:
    assert SIDES[side](source, tmp_path, call, when)


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("side", SIDES)
def test_a_kill_at_any_call_loses_nothing(
    tmp_path: Path, source: Path, side: str, call: str
) -> None:
    for when in itertools.count(1):
        folder = tmp_path / str(when)
        folder.mkdir()
        if not SIDES[side](source, folder, call, when):
            return
