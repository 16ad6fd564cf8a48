"""What either program does when the system refuses a call: a sentence, and no false success."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktopxfer.device import Address, Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.settings import Profile
from desktopxfer.transfer import incoming
from tests.command_line import CHECKOUT, LOOPBACK, Program, environment, new_profile
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

# Says nothing while it is broken: that would need the system too.
RECEIVER = f"""
{TRACEABLE}
import json, sys
from pathlib import Path
from desktopxfer.settings import Profile
from desktopxfer.transfer import incoming
from desktopxfer.transfer.progress import Finished
from tests.transfer.engine import ReceivingDevice
incoming.OWN_SYNC_BYTES = int(sys.argv[3])
with ReceivingDevice(Path(sys.argv[1]), profile=Profile(Path(sys.argv[2]))) as bob:
    print(json.dumps(bob.device.addresses[0].port), flush=True)
    input()
    outcome = bob.outcome()
    failed = outcome.failed if isinstance(outcome, Finished) else str(outcome)
    print(json.dumps(failed), flush=True)
"""

Break = Callable[[Path, Path, str, str, str], None]
OFTEN = ["1", "2", "3", "1+", "2+", "4+"]  # once, or from then on
RECEIVER_FAULTS = [
    *(("fsync", "EIO"), ("syncfs", "EIO"), ("fdatasync", "EIO"), ("pwrite64", "ENOSPC")),
    *(("write", "ENOSPC"), ("write", "EDQUOT"), ("write", "EIO")),
    *(("renameat2", "EXDEV"), ("renameat2", "EACCES"), ("renameat2", "EIO")),
    *(("mkdirat", "EACCES"), ("mkdirat", "ENOSPC"), ("openat", "EMFILE"), ("openat", "EIO")),
    ("utimensat", "EPERM"),
]
SENDER_FAULTS = [
    ("fsync", "EIO"),
    ("fdatasync", "EIO"),
    ("pwrite64", "ENOSPC"),
    ("openat", "EMFILE"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return make_small_tree(tmp_path)


@contextmanager
def receiving(
    folder: Path, into: Path, own_sync: int
) -> Iterator[tuple[subprocess.Popen[str], int]]:
    start = [sys.executable, "-c", RECEIVER, str(into), str(folder / BOB), str(own_sync)]
    with subprocess.Popen(
        start,
        env=environment(),
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as bob:
        try:
            assert bob.stdout
            yield bob, json.loads(bob.stdout.readline())
        finally:
            bob.kill()


def break_receiver(source: Path, folder: Path, call: str, error: str, when: str) -> None:
    into = folder / "into"
    into.mkdir()
    own_sync = 1000 if call == "fsync" else incoming.OWN_SYNC_BYTES
    with receiving(folder, into, own_sync) as (bob, port):
        sent: int | str
        with (
            SendingDevice(Profile(new_profile(folder, "Alice"))) as alice,
            broken_at(bob.pid, call, when, f"error={error}"),
        ):
            device = Device("", "Bob", "", (Address(LOOPBACK, port),), online=True)
            try:
                sent = alice.send([source], device).failed
            except DesktopxferError as why:
                sent = str(why)
        said, _ = bob.communicate("\n", timeout=DEADLINE_S)
        assert bob.returncode == 0
    received: int | str = json.loads(said)
    print(f"{call} {error} {when}: sender {sent!r}, receiver {received!r}")
    assert_complete_or_absent(source, into)
    assert sent == received or isinstance(sent, str)
    if 0 in {sent, received}:
        assert_identical(source, into)
    go_on(source, folder, into)


def break_sender(source: Path, folder: Path, call: str, error: str, when: str) -> None:
    into = folder / "into"
    into.mkdir()
    profile = new_profile(folder, "Alice")
    with SendingDevice(Profile(profile)):
        pass  # the profile is there, as it is whenever the program was used before
    with ReceivingDevice(into, profile=Profile(folder / BOB)) as bob:
        words = ("send", source, "--to", str(bob.device.addresses[0]))
        with Program("--profile", profile, *words, setup=LOADED) as alice:
            alice.until(lambda: alice.out)
            with broken_at(alice.process.pid, call, when, f"error={error}"):
                alice.type("\n")
                exit_code = alice.wait()
            print(f"{call} {error} {when}: sender {exit_code} {alice.err}")
            assert exit_code == 0 or alice.err
    assert_complete_or_absent(source, into)
    if exit_code == 0:
        assert_identical(source, into)
    go_on(source, folder, into)


@pytest.mark.parametrize(
    ("call", "error", "when"),
    [
        *((call, error, "1+") for call, error in RECEIVER_FAULTS),
        *(("syncfs", "EIO", when) for when in ("1", "2")),
        *((call, "EIO", "3") for call in ("write", "renameat2", "mkdirat")),
    ],
)
def test_a_fault_at_the_receiver(
    tmp_path: Path, source: Path, call: str, error: str, when: str
) -> None:
    break_receiver(source, tmp_path, call, error, when)


@pytest.mark.parametrize(
    ("call", "error", "when"),
    [*((call, error, "1+") for call, error in SENDER_FAULTS), ("pwrite64", "EIO", "9+")],
)
def test_a_fault_at_the_sender(
    tmp_path: Path, source: Path, call: str, error: str, when: str
) -> None:
    break_sender(source, tmp_path, call, error, when)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("break_side", "call", "error"),
    [
        *((break_receiver, *fault) for fault in RECEIVER_FAULTS),
        *((break_sender, *fault) for fault in SENDER_FAULTS),
    ],
)
@pytest.mark.parametrize("when", OFTEN)
def test_no_fault_becomes_a_success(
    tmp_path: Path, source: Path, break_side: Break, call: str, error: str, when: str
) -> None:
    break_side(source, tmp_path, call, error, when)
