"""What people and programs do between an interruption and the moment a transfer goes on."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktopxfer import errors
from desktopxfer.network.wakeup import Interrupted
from desktopxfer.offer import Decision
from desktopxfer.transfer import progress, resumption
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Event, Finished, Stage, StageChanged
from desktopxfer.transfer.store import Store
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, SendingDevice
from tests.transfer.test_resume import assert_arrived, half_way, interrupt, tree

BIG = 20_000_000


@pytest.fixture(autouse=True)
def every_step_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "INTERVAL_S", 0.0)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "Photos"
    (source / "inner").mkdir(parents=True)
    (source / "a").write_text("complete")
    (source / "b").write_bytes(os.urandom(BIG))
    (source / "inner" / "c").write_text("later")
    return source


@pytest.fixture
def alice() -> Iterator[SendingDevice]:
    with SendingDevice() as alice:
        yield alice


def test_a_folder_on_a_pulled_stick_is_waited_for(
    alice: SendingDevice, source: Path, tmp_path: Path
) -> None:
    """Made anew, it would get what is missing, and the whole would be nowhere."""
    into, stick = tmp_path / "into", tmp_path / "stick"
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        into.rename(stick)
        with pytest.raises(errors.DesktopxferError):
            alice.resume(bob.device)
        assert isinstance(bob.outcome(), errors.FolderMissing)
        assert not into.exists()
        for device in (alice, bob):
            assert device.memory.store.records()[0].stage is Stage.INTERRUPTED
        stick.rename(into)
        alice.resume(bob.device)
        assert isinstance(bob.outcome(), Finished)
    assert_arrived(source, into)


def test_a_cancel_stands_when_another_connection_takes_over(
    alice: SendingDevice, source: Path, tmp_path: Path
) -> None:
    """The person cancels while the sender, who saw the connection die, is here again."""
    into = tmp_path / "into"
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (record,) = bob.memory.store.records()
        told = threading.Event()
        holder = Control()

        def note(event: Event) -> None:
            if isinstance(event, StageChanged) and event.stage is Stage.CHECKING:
                told.set()

        def resume() -> None:
            with pytest.raises(errors.CancelledThere):
                alice.resume(bob.device, on_event=note)

        with holder.wakeup:
            with bob.memory.claim(record.key, holder):  # the thread of the dead connection
                thread = threading.Thread(target=resume)
                thread.start()
                assert told.wait(DEADLINE_S)
                with pytest.raises(Interrupted):  # the new connection asks it to let go
                    holder.wait(DEADLINE_S)
                bob.memory.store.finish(record.key, stage=Stage.CANCELLED)
            thread.join(DEADLINE_S)
        assert bob.memory.store.records()[0].stage is Stage.CANCELLED
        assert not (into / "Photos" / "b").exists()


def test_what_is_here_does_not_pay_for_more(
    alice: SendingDevice, source: Path, tmp_path: Path
) -> None:
    """A stranger may not bring each time as much as was agreed to once."""
    into = tmp_path / "into"
    (source / "a").write_bytes(bytes(1_000_000))
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (source / "a").write_bytes(b"")
        with (source / "b").open("ab") as file:
            file.write(bytes(1_000_000))
        alice.resume(bob.device)
        assert bob.offers.qsize() == 2


def test_what_was_refused_does_not_pay_for_more(
    alice: SendingDevice, source: Path, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    (source / "a").write_bytes(bytes(1_000_000))
    decision = Decision(into, unwanted=frozenset({1}))
    with ReceivingDevice(into, lambda _offer: decision) as bob:
        interrupt(alice, bob, source)
        (source / "a").write_bytes(b"")
        with (source / "b").open("ab") as file:
            file.write(bytes(1_000_000))
        alice.resume(bob.device)
        assert bob.offers.qsize() == 2


def test_a_folder_that_was_moved_away_is_not_searched_for(
    alice: SendingDevice, source: Path, tmp_path: Path
) -> None:
    """The person has put the part that had arrived elsewhere: the rest comes into a new folder."""
    into = tmp_path / "into"
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (into / "Photos").rename(tmp_path / "Sorted")
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (3, 0)
    together = {**tree(tmp_path / "Sorted"), **tree(into / "Photos")}
    assert {name: content for name, (content, _, _) in together.items()} == {
        name: content for name, (content, _, _) in tree(source).items()
    }


def test_a_send_runs_once(alice: SendingDevice, source: Path, tmp_path: Path) -> None:
    """Another process wants to go on with what runs here: it changes nothing."""
    with (
        ReceivingDevice(tmp_path / "into") as bob,
        SendingDevice(alice.profile) as again,
    ):
        refused: list[bool] = []

        def resume(_control: Control) -> None:
            with pytest.raises(errors.AlreadyRunning):
                again.resume(bob.device)
            refused.append(True)

        finished = alice.send([source], bob.device, on_event=half_way(alice, resume))
        assert (finished.files, finished.failed) == (3, 0)
        assert refused
        assert alice.memory.store.records()[0].stage is Stage.FINISHED
        with pytest.raises(errors.UnknownTransfer):
            resumption.discard(alice.memory, alice.key)


@pytest.mark.parametrize("too_late", [Control.pause, Control.stop])
def test_what_is_finished_cannot_be_interrupted(
    alice: SendingDevice,
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    too_late: Callable[[Control], None],
) -> None:
    """All is saved and noted, and only the receipt is missing: nothing is wanted again."""
    finish = Store.finish
    with ReceivingDevice(tmp_path / "into") as bob:

        def finish_and_stop(store: Store, key: str, **fields: Any) -> None:
            finish(store, key, **fields)
            if store is bob.memory.store:
                monkeypatch.setattr(Store, "finish", finish)
                too_late(bob.control)

        monkeypatch.setattr(Store, "finish", finish_and_stop)
        with contextlib.suppress(errors.DesktopxferError):
            alice.send([source], bob.device)
        bob.outcome()
        assert bob.memory.store.records()[0].stage is Stage.FINISHED
        if alice.memory.store.records()[0].stage is not Stage.FINISHED:
            finished = alice.resume(bob.device)
            assert (finished.files, finished.failed) == (3, 0)
    assert_arrived(source, tmp_path / "into")
