"""Everything that can happen to a transfer, in any order: nothing is lost, nothing is pretended."""

import contextlib
import errno
import os
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from desktopxfer import errors
from desktopxfer.device import Address, Peer
from desktopxfer.offer import Conflicts, Decision, EntryKind, Offer, path_of
from desktopxfer.settings import Profile
from desktopxfer.transfer import incoming, progress, resumption
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.progress import Direction, Event, Finished, Stage
from desktopxfer.transfer.shipment import RESUMED
from desktopxfer.transfer.store import Record
from tests.network.peers import CuttingProxy
from tests.transfer.engine import Killed, ReceivingDevice, SendingDevice

RAM_DISK = Path("/dev/shm")
SIZES = {"a": 10, "b": 700_000, "c": 0, "inner/d": 20_000, "inner/e": 300_000}
HANDSHAKE = 3_000  # about what is said before content
MINE = b"the person's own"
DOINGS = {
    "pause": Control.pause,
    "stop": Control.stop,
    "cancel": Control.cancel,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong during one connection, and when."""

    kind: str  # "", "cut", "cut back", "disk full", "change", or one of DOINGS or "kill"
    sender: bool  # whose, of the last
    at: int  # the how manieth event, or of a thousand parts of the bytes


faults = strategies.builds(
    Fault,
    strategies.sampled_from(["", "cut", "cut back", "disk full", "change", "kill", *DOINGS]),
    strategies.booleans(),
    strategies.integers(0, 100),
)
names = strategies.sampled_from(list(SIZES))


class Transfers(RuleBasedStateMachine):
    """A new transfer is begun once the last one is over on both sides.

    There are no preconditions: how far a transfer comes depends on the threads, and Hypothesis
    wants to draw the same each time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=RAM_DISK if RAM_DISK.is_dir() else None))
        self.source = self.folder / "Photos"
        (self.source / "inner" / "empty").mkdir(parents=True)
        self.random = random.Random(1)
        self.versions: dict[str, list[bytes]] = {name: [] for name in SIZES}
        for name, size in SIZES.items():
            self.write(name, size)
        self.profiles = Profile(self.folder / "alice"), Profile(self.folder / "bob")
        self.alice = SendingDevice(self.profiles[0])
        self.bob = self.new_bob()
        own = self.alice.local
        address = Address("127.0.0.1", 1)
        self.bob.known.trust(Peer(own.identity.device_id, own.name, "", address))
        self.number = 0
        self.decision = Decision(None)
        self.unticked = ""
        self.key = ""  # of the transfer that may go on
        self.changed: set[str] = set()  # while it runs

    def new_bob(self) -> ReceivingDevice:
        return ReceivingDevice(self.folder, self.decide, self.profiles[1])

    def teardown(self) -> None:
        try:
            if self.key:
                self.go_on_to_the_end()
        finally:
            self.bob.__exit__()
            self.alice.__exit__()
            shutil.rmtree(self.folder)

    # The source ---------------------------------------------------------------------------------

    def write(self, name: str, size: int) -> None:
        content = self.random.randbytes(size)
        self.versions[name].append(content)
        (self.source / name).write_bytes(content)

    @rule(name=names, size=strategies.integers(0, 400_000))
    def change(self, name: str, size: int) -> None:
        self.write(name, size)

    @rule(name=names)
    def grow(self, name: str) -> None:
        if (path := self.source / name).exists():
            content = path.read_bytes() + self.random.randbytes(5_000)
            self.versions[name].append(content)
            path.write_bytes(content)

    @rule(name=names)
    def vanish(self, name: str) -> None:
        (self.source / name).unlink(missing_ok=True)

    # The receiver's folder ----------------------------------------------------------------------

    @property
    def into(self) -> Path:
        return self.folder / f"into {self.number}"

    def decide(self, offer: Offer) -> Decision:
        unwanted = {
            index for index, entry in enumerate(offer.entries) if entry.name == self.unticked
        }
        replaced = {index for index, entry in enumerate(offer.entries) if entry.name == "a"}
        return replace(self.decision, unwanted=frozenset(unwanted), replaced=frozenset(replaced))

    def arrived(self) -> dict[str, bytes]:
        """What has a final name, below what was dropped."""
        found = {}
        with contextlib.suppress(FileNotFoundError):
            for path in self.into.rglob("*"):
                name = path.relative_to(self.into)
                if path.is_file() and not name.parts[0].startswith(STAGING_PREFIX):
                    found[str(name)] = path.read_bytes()
        return found

    @invariant()
    def what_has_a_name_is_complete_and_the_persons_files_are_untouched(self) -> None:
        found = self.arrived()
        if self.number:
            assert found.pop("mine") == MINE
            assert found.pop("Photos/mine") == MINE
            replaced = self.decision.conflicts in {Conflicts.REPLACE, Conflicts.ASK}
            taken = found.pop("Photos/a")
            assert taken == MINE or (replaced and taken in self.versions["a"])
        for name, content in found.items():
            plain = re.sub(r" \(\d+\)", "", name).removeprefix("Photos/")
            assert content in self.versions[plain], name

    @invariant()
    def nothing_is_outside_and_nothing_is_left_over(self) -> None:
        expected = {"Photos", "alice", "bob", *(f"into {n + 1}" for n in range(self.number))}
        assert {path.name for path in self.folder.iterdir()} == expected
        record = self.bobs_record()
        for folder in self.folder.glob(f"into */{STAGING_PREFIX}*"):
            assert record is not None
            assert record.stage is Stage.INTERRUPTED
            assert folder == self.into / record.staging

    # Connections --------------------------------------------------------------------------------

    def alices_record(self) -> Record:
        record = self.alice.memory.store.get(self.key)
        assert record is not None
        return record

    def bobs_record(self) -> Record | None:
        if not self.key:
            return None
        alice = self.alice.local.identity.device_id
        return self.bob.memory.store.find(
            Direction.RECEIVING, alice, self.alices_record().transfer_id
        )

    @rule(
        conflicts=strategies.sampled_from(Conflicts),
        accepts=strategies.sampled_from([True] * 9 + [False]),
        unticked=strategies.sampled_from(["", "", "b", "d"]),
        fault=faults,
    )
    def send(self, conflicts: Conflicts, accepts: bool, unticked: str, fault: Fault) -> None:
        if self.key:
            self.connect(fault)
            return
        self.number += 1
        (self.into / "Photos").mkdir(parents=True)
        for name in ("mine", "Photos/mine", "Photos/a"):
            (self.into / name).write_bytes(MINE)
        self.unticked = unticked
        self.decision = Decision(self.into if accepts else None, conflicts=conflicts)
        for versions in self.versions.values():
            del versions[:-1]
        self.connect(fault)

    @rule(fault=faults)
    def ask_to_go_on(self, fault: Fault) -> None:
        record = self.bobs_record()
        if record is None or record.stage is Stage.CANCELLED:
            return
        with ReceivingDevice(self.folder, profile=self.profiles[0]) as window:
            resumption.ask_to_go_on(
                record,
                window.device,
                self.bob.local,
                check_peer=lambda _peer: None,
                control=Control(),
            )
        self.connect(fault)

    def connect(self, fault: Fault) -> Finished | None:
        """One connection, with what goes wrong in it; then checks what both sides say."""
        had = self.arrived()
        # Of a transfer that was over only what failed is sent again.
        is_retry = bool(self.key and self.alice.memory.store.ended(self.key))
        self.changed.clear()
        total = sum(path.stat().st_size for path in self.source.rglob("*") if path.is_file())
        cut_after = (total + HANDSHAKE) * fault.at // 100 if fault.kind == "cut" else None
        cut_back_after = HANDSHAKE * fault.at // 100 if fault.kind == "cut back" else None
        (address,) = self.bob.device.addresses
        finished = None
        self.bob.on_event = self.noticing(fault, sender=False)
        on_event = self.noticing(fault, sender=True)
        with (
            self.full_disk(fault),
            CuttingProxy(address, cut_after=cut_after, cut_back_after=cut_back_after) as proxy,
            contextlib.suppress(errors.DesktopxferError, Killed),
        ):
            device = replace(self.bob.device, addresses=(proxy.address,))
            if self.key:
                finished = self.alice.resume(device, key=self.key, on_event=on_event)
            else:
                finished = self.alice.send([self.source], device, on_event=on_event)
        self.bob.join()
        self.key = self.key or self.alice.key
        if finished:
            self.check_finished(finished, {} if is_retry else self.arrived(), had)
        self.check_stages(finished)
        return finished

    def noticing(self, fault: Fault, *, sender: bool) -> Callable[[Event], None]:
        """Looks at the folder at every step, and lets happen what is to happen at this one."""
        count = -1

        def on_event(event: Event) -> None:
            nonlocal count
            count += 1
            if not sender:
                self.what_has_a_name_is_complete_and_the_persons_files_are_untouched()
            if fault.sender is not sender or count != fault.at // 2:
                return
            if fault.kind == "kill":
                raise Killed
            if fault.kind == "change":
                self.changed.add("b")
                self.write("b", SIZES["b"])
            if fault.kind in DOINGS:
                DOINGS[fault.kind]((self.alice if sender else self.bob).control)

        return on_event

    @contextlib.contextmanager
    def full_disk(self, fault: Fault) -> Iterator[None]:
        left = fault.at
        write = os.write

        def refuse(descriptor: int, data: bytes) -> int:
            nonlocal left
            left -= 1
            if left == 0:
                write(descriptor, data[: len(data) // 2])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return write(descriptor, data)

        with pytest.MonkeyPatch.context() as patch:
            if fault.kind == "disk full":
                patch.setattr(os, "write", refuse)
            yield

    # What both sides say ------------------------------------------------------------------------

    def wanted(self) -> set[str]:
        """What was offered and is to be saved."""
        contents = self.alice.memory.store.contents(self.key)
        assert contents is not None
        entries = contents.entries
        return {
            path_of(entries, index).removeprefix("Photos/")
            for index, entry in enumerate(entries)
            if entry.kind is EntryKind.FILE and entry.name != self.unticked
        }

    def check_finished(
        self, finished: Finished, current: dict[str, bytes], had: dict[str, bytes]
    ) -> None:
        """`current`: what has to be as the source is now."""
        record = self.bobs_record()
        assert record is not None
        assert record.stage is Stage.FINISHED
        sent = self.alices_record()
        assert (sent.stage, sent.files, sent.failed) == (
            Stage.FINISHED,
            finished.files,
            finished.failed,
        )
        assert (record.files, record.failed) == (finished.files, finished.failed)
        assert record.done_bytes == finished.total_bytes == sent.done_bytes
        wanted = self.wanted()
        assert finished.files + finished.failed == len(wanted)
        found = self.arrived()
        new = {name: found[name] for name in found if found[name] != had.get(name)}
        for name, content in (current | new).items():
            plain = re.sub(r" \(\d+\)", "", name).removeprefix("Photos/")
            source = self.source / plain
            if content != MINE and plain not in self.changed and source.exists():
                assert content == source.read_bytes(), name
        there = {
            re.sub(r" \(\d+\)", "", name).removeprefix("Photos/")
            for name, content in found.items()
            if content != MINE
        }
        assert len(there) == finished.files
        if not finished.failed:
            sizes = [len(content) for content in found.values() if content != MINE]
            assert sum(sizes) == finished.total_bytes
        assert there <= wanted
        gone = {name for name in wanted if not (self.source / name).exists()}
        assert wanted - there <= gone | self.changed

    def check_stages(self, finished: Finished | None) -> None:
        """Forgets a transfer that is over on both sides."""
        mine, record = self.alices_record(), self.bobs_record()
        if mine.stage is Stage.FINISHED and not finished:  # killed before it could say so
            assert record is not None
            assert record.stage is Stage.FINISHED
        if mine.stage in RESUMED and (mine.stage is not Stage.FINISHED or mine.failed):
            return
        if record is not None and record.stage is Stage.INTERRUPTED:
            resumption.discard(self.bob.memory, record.key)
        self.nothing_is_outside_and_nothing_is_left_over()
        self.key = ""

    # In between ---------------------------------------------------------------------------------

    @rule()
    def discard_at_the_receiver(self) -> None:
        record = self.bobs_record()
        if record is not None and record.stage is Stage.INTERRUPTED:
            before = self.arrived()
            resumption.discard(self.bob.memory, record.key)
            assert self.arrived() == before
            self.nothing_is_outside_and_nothing_is_left_over()

    @rule()
    def discard_at_the_sender(self) -> None:
        if self.key and self.alices_record().stage is Stage.INTERRUPTED:
            resumption.discard(self.alice.memory, self.key)
            self.check_stages(None)

    @rule()
    def restart_the_sender(self) -> None:
        self.alice.__exit__()
        self.alice = SendingDevice(self.profiles[0])

    @rule()
    def restart_the_receiver(self) -> None:
        self.bob.__exit__()
        self.bob = self.new_bob()

    def go_on_to_the_end(self) -> None:
        """Whatever has happened: what both sides still have comes to an end when asked again."""
        for name, size in SIZES.items():
            if not (self.source / name).exists():
                self.write(name, size)
        record = self.bobs_record()
        cancelled = record is not None and record.stage is Stage.CANCELLED
        finished = self.connect(Fault("", False, 0))
        accepts = self.decision.into is not None
        assert bool(finished) is (accepts and not cancelled)
        assert not self.key
        assert finished is None or not finished.failed


def run(examples: int, steps: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress, "INTERVAL_S", 0.0)
        patch.setattr(incoming, "BATCH_FILES", 2)
        run_state_machine_as_test(
            Transfers,
            settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None),
        )


def test_any_order_of_events() -> None:
    run(30, 15)


@pytest.mark.slow
def test_many_orders_of_events() -> None:
    run(150, 30)
