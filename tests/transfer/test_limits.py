"""A real transfer over loopback under a limit: it may be slow, and must not be fast."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktopxfer.errors import Cancelled, CancelledThere
from desktopxfer.network.rate_limit import BURST_S, SLICE_S, SLOWEST
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.progress import Event, Finished, Stage, StageChanged
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, new_device, send

KB = 1000
SIDES = ["sending", "receiving"]


@pytest.fixture
def alice() -> LocalDevice:
    return new_device("Alice")


def limit(side: str, alice: LocalDevice, bob: ReceivingDevice, rate: int) -> None:
    limits = alice.limits.sending if side == "sending" else bob.local.limits.receiving
    limits.rate = rate


@pytest.mark.parametrize("side", SIDES)
def test_a_transfer_is_no_faster_than_the_limit(
    tmp_path: Path, alice: LocalDevice, side: str
) -> None:
    (tmp_path / "file").write_bytes(content := os.urandom(500 * KB))
    with ReceivingDevice(into := tmp_path / "into") as bob:
        limit(side, alice, bob, 500 * KB)
        finished = send([tmp_path / "file"], bob.device, local=alice)
        assert isinstance(bob.outcome(), Finished)
    assert (into / "file").read_bytes() == content
    assert finished.seconds > 1.0 - BURST_S - SLICE_S


class Moving:
    """Waits for a transfer to move."""

    def __init__(self) -> None:
        self.began = threading.Event()

    def __call__(self, event: Event) -> None:
        if event == StageChanged(Stage.MOVING):
            self.began.set()


@pytest.mark.parametrize(
    ("side", "by_sender"),
    [("sending", True), ("sending", False), ("receiving", False)],
    ids=["by the sender", "by the other one", "by the receiver"],
)
def test_a_transfer_that_would_take_an_hour_can_be_cancelled(
    tmp_path: Path, alice: LocalDevice, side: str, by_sender: bool
) -> None:
    (tmp_path / "file").write_bytes(bytes(36_000 * KB))
    control, moving = Control(), Moving()
    with ReceivingDevice(tmp_path / "into") as bob, ThreadPoolExecutor(1) as threads:
        limit(side, alice, bob, SLOWEST)
        sent = threads.submit(
            send, [tmp_path / "file"], bob.device, local=alice, on_event=moving, control=control
        )
        assert moving.began.wait(DEADLINE_S)
        _, _, other_control = bob.offers.get(timeout=DEADLINE_S)
        (control if by_sender else other_control).cancel()
        ends = sent.exception(DEADLINE_S), bob.outcome()
    here, there = ends if by_sender else reversed(ends)
    assert isinstance(here, Cancelled)
    assert isinstance(there, CancelledThere)


@pytest.mark.parametrize("side", SIDES)
def test_a_limit_that_is_lifted_lets_a_running_transfer_go(
    tmp_path: Path, alice: LocalDevice, side: str
) -> None:
    (tmp_path / "file").write_bytes(bytes(36_000 * KB))
    moving = Moving()
    with ReceivingDevice(tmp_path / "into") as bob:
        limit(side, alice, bob, SLOWEST)

        def lift() -> None:
            moving.began.wait(DEADLINE_S)
            limit(side, alice, bob, 0)

        thread = threading.Thread(target=lift)
        thread.start()
        send([tmp_path / "file"], bob.device, local=alice, on_event=moving)
        assert isinstance(bob.outcome(), Finished)
        thread.join(DEADLINE_S)
