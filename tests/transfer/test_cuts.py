"""A connection cut anywhere, either way: nothing is lost, and next to nothing sent twice."""

import contextlib
import os
import random
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktopxfer import errors
from desktopxfer.offer import Decision, Offer
from desktopxfer.transfer import connecting
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.delivery import CHUNK_BYTES
from desktopxfer.transfer.progress import Stage
from tests.network.peers import CuttingProxy
from tests.transfer.engine import ReceivingDevice, SendingDevice

BIG = 3_000_000
TAIL = 512  # what follows the big file's bytes: a small file, the end, the goodbye
SAMPLES = 500  # cuts inside the big file
FEW = 10  # cuts of each kind in the suite that everybody runs
SHARES = 2  # of the sweep over the control bytes, each a test of its own
GREETING_STEP = 16
GOODBYE = 64  # no more than this ends a connection
RAM_DISK = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Wire:
    """How many bytes go over the wire, each way."""

    there: int
    back: int


class Bench:
    """Two devices that stay, and one transfer that is made again and again with another cut."""

    def __init__(self, folder: Path) -> None:
        self._stack = contextlib.ExitStack()
        self.source = folder / "Photos"
        (self.source / "inner" / "empty").mkdir(parents=True)
        (self.source / "a").write_text("complete")
        (self.source / "b").write_bytes(random.Random(1).randbytes(BIG))
        tool = self.source / "inner" / "tool"
        tool.write_text("later")
        tool.chmod(0o755)
        os.utime(tool.parent, ns=(1, 10**18 + 1))
        self._expected = tree(self.source)
        self.into = folder / "into"
        self.into.mkdir()
        self.bob = self._stack.enter_context(ReceivingDevice(self.into, self._decide))
        self.alice = self._stack.enter_context(SendingDevice())
        self.asked = 0

    def _decide(self, _offer: Offer) -> Decision:
        self.asked += 1
        return Decision(self.into)

    def measure(self) -> tuple[Wire, Wire, Wire]:
        """The wire of a transfer without a cut, of going on when nothing is left, of a greeting."""
        whole, finished = self._connect(self._proxy())
        assert finished
        nothing_left, finished = self._connect(self._proxy(), self.alice.key)
        assert finished
        self.check_arrived()
        with self._proxy() as proxy:
            device = replace(self.bob.device, addresses=(proxy.address,))
            connecting.probe(device, self.alice.local, control=Control())
        return whole, nothing_left, Wire(proxy.passed, proxy.passed_back)

    def cut(self, *, after: int | None = None, back_after: int | None = None) -> Wire:
        """One transfer that is cut, and goes on until it is complete. What both sent in all."""
        self.asked = 0
        first, finished = self._connect(self._proxy(after, back_after))
        record = self.alice.memory.store.records(limit=1)[0]
        if finished:  # only the goodbye was cut
            assert record.stage is Stage.FINISHED
            self.check_arrived()
            return first
        # Without an answer the sender cannot know whether there is anything to go on with.
        assert record.stage is (Stage.INTERRUPTED if record.accepted else Stage.FAILED)
        self.check_names()
        second, finished = self._connect(self._proxy(), record.key)
        assert finished
        assert self.asked == 1 or not record.accepted
        self.check_arrived()
        return Wire(first.there + second.there, first.back + second.back)

    def _proxy(self, after: int | None = None, back_after: int | None = None) -> CuttingProxy:
        (address,) = self.bob.device.addresses
        return CuttingProxy(address, cut_after=after, cut_back_after=back_after)

    def _connect(self, proxy: CuttingProxy, key: str = "") -> tuple[Wire, bool]:
        """One connection, for a new transfer or the one called `key`; whether it was enough."""
        finished = None
        with proxy, contextlib.suppress(errors.DesktopxferError):
            device = replace(self.bob.device, addresses=(proxy.address,))
            if key:
                finished = self.alice.resume(device, key=key)
            else:
                finished = self.alice.send([self.source], device)
        if finished:
            assert (finished.files, finished.failed) == (3, 0)
            assert finished.total_bytes == BIG + 13
        return Wire(proxy.passed, proxy.passed_back), finished is not None

    def check_names(self) -> None:
        """What has a final name is complete."""
        found = tree(self.into / "Photos")
        for name, (content, _, _) in found.items():
            assert content == self._expected[name][0], name

    def check_arrived(self) -> None:
        assert tree(self.into / "Photos") == self._expected
        assert [path.name for path in self.into.iterdir()] == ["Photos"]
        shutil.rmtree(self.into / "Photos")

    def close(self) -> None:
        self._stack.close()


def tree(folder: Path) -> dict[str, tuple[bytes, int, bool]]:
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            os.access(path, os.X_OK),
        )
        for path in folder.rglob("*")
    }


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Bench]:
    """On a RAM disk where there is one: thousands of transfers, each of which is synced."""
    if RAM_DISK.is_dir():
        monkeypatch.setattr(tempfile, "tempdir", str(RAM_DISK))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        try:
            yield bench
        finally:
            bench.close()


def check(bench: Bench, limit: int, cuts: Iterable[int], back_cuts: Iterable[int] = ()) -> None:
    """Cuts at each position; both connections together must not say as much as `limit`."""
    for after in cuts:
        assert bench.cut(after=after).there < limit, after
    for after in back_cuts:
        assert bench.cut(back_after=after).there < limit, after


def test_a_connection_may_be_cut_anywhere(bench: Bench) -> None:
    whole, nothing_left, greeting = bench.measure()
    limit = whole.there + nothing_left.there + CHUNK_BYTES
    some = random.Random(2)
    head, back = range(nothing_left.there), range(greeting.back - GOODBYE, whole.back)
    check(bench, limit, some.sample(head, FEW), some.sample(back, FEW))
    check(bench, limit, some.sample(range(nothing_left.there, whole.there - TAIL), FEW))
    check(bench, limit, some.sample(range(whole.there - TAIL, whole.there), FEW))


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_every_byte_of_control_may_be_the_last_one(bench: Bench, share: int) -> None:
    """Nothing was offered before the greeting is over: there, a cut now and then will do.

    The big file begins before as many bytes as going on says.
    """
    whole, nothing_left, greeting = bench.measure()
    limit = whole.there + nothing_left.there + CHUNK_BYTES
    met, met_back = greeting.there - GOODBYE, greeting.back - GOODBYE
    there = [
        *range(0, met, GREETING_STEP),
        *range(met, nothing_left.there),
        *range(whole.there - TAIL, whole.there),
    ]
    back = [*range(0, met_back, GREETING_STEP), *range(met_back, whole.back)]
    check(bench, limit, there[share::SHARES], back[share::SHARES])


@pytest.mark.slow
def test_any_byte_of_a_file_may_be_the_last_one(bench: Bench) -> None:
    whole, nothing_left, _ = bench.measure()
    limit = whole.there + nothing_left.there + CHUNK_BYTES
    inside = range(nothing_left.there, whole.there - TAIL)
    check(bench, limit, random.Random(3).sample(inside, SAMPLES))
