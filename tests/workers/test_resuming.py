"""Transfers that stop and go on: two managers, real sockets and files, restarts in between."""

import contextlib
import os
import socket
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktopxfer import errors
from desktopxfer.device import Address, Device, Trust
from desktopxfer.errors import DesktopxferError
from desktopxfer.offer import Conflicts, Decision
from desktopxfer.settings import Profile
from desktopxfer.transfer import progress, resumption
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.shipment import Shipment
from desktopxfer.transfer.store import Record, Store
from desktopxfer.workers import waiting
from desktopxfer.workers.state import Transfer
from tests.workers.side import Side, until

BIG = 8_000_000
SLOW = 2_000_000  # bytes a second: slow enough to be interrupted, whatever the machine


@pytest.fixture(autouse=True)
def every_step_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "INTERVAL_S", 0.0)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "Photos"
    source.mkdir()
    (source / "a").write_text("complete")
    (source / "b").write_bytes(os.urandom(BIG))
    (source / "c").write_text("later")
    return source


@pytest.fixture
def sides(qtbot: QtBot, new_side: Callable[..., Side]) -> tuple[Side, Side]:
    """Alice, who sends slowly, and Bob, who see each other."""
    alice, bob = new_side("Alice", send_limit=SLOW), new_side("Bob")
    meet(qtbot, alice, bob)
    return alice, bob


def meet(qtbot: QtBot, alice: Side, bob: Side) -> None:
    """Each knows where the other one is now."""
    until(qtbot, lambda: hears(alice, bob) and hears(bob, alice))


def hears(side: Side, other: Side) -> bool:
    device = side.sees(other)
    return device is not None and device.online and other.address in device.addresses


def pair(qtbot: QtBot, alice: Side, bob: Side) -> None:
    alice.manager.pairings.pair(as_listed(alice, bob))
    until(qtbot, lambda: alice.codes() and bob.codes())
    for side in (alice, bob):
        side.manager.pairings.confirm(side.codes()[0], same=True)
    until(qtbot, lambda: trusts(alice, bob) and trusts(bob, alice))


def trusts(side: Side, other: Side) -> bool:
    device = side.sees(other)
    return device is not None and device.trust is Trust.TRUSTED


def as_listed(side: Side, other: Side) -> Device:
    device = side.sees(other)
    assert device
    return device


def half_way(
    qtbot: QtBot, alice: Side, bob: Side, source: Path, unwanted: frozenset[int] = frozenset()
) -> tuple[Transfer, Transfer]:
    """A transfer of which a part has arrived; both rows."""
    sent = alice.manager.sending.send([source], as_listed(alice, bob))
    until(qtbot, lambda: bob.offers)
    received = bob.offers[0]
    bob.manager.offers.answer(received, Decision(bob.downloads, unwanted=unwanted))
    until(qtbot, lambda: moved(received) > BIG // 8 and moved(sent) > BIG // 8)
    return sent, received


def moved(transfer: Transfer) -> int:
    return transfer.progress.done_bytes if transfer.progress else 0


def hurry(side: Side) -> None:
    """No limit from now on."""
    side.manager.preferences.apply(replace(side.manager.preferences.current, send_limit=0))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def assert_arrived(source: Path, side: Side) -> None:
    assert tree(side.downloads / source.name) == tree(source)
    assert [path.name for path in side.downloads.iterdir()] == [source.name]


def parts(side: Side) -> list[Path]:
    return [path for path in side.downloads.rglob("*") if STAGING_PREFIX in str(path)]


def row(side: Side) -> Transfer:
    """The only one."""
    (transfer,) = side.added
    return transfer


def records(tmp_path: Path, name: str) -> list[Record]:
    """What the store of a side that was closed has, the newest first."""
    store = Store(Profile(tmp_path / name))
    try:
        return store.records()
    finally:
        store.close()


def both_finish(qtbot: QtBot, *transfers: Transfer) -> None:
    until(qtbot, lambda: all(each.stage is Stage.FINISHED for each in transfers))


def both_stop(qtbot: QtBot, *transfers: Transfer) -> None:
    until(qtbot, lambda: all(each.stage is Stage.INTERRUPTED for each in transfers))


# Pausing and resuming -----------------------------------------------------------------------------


@pytest.mark.parametrize("pauses", ["Alice", "Bob"])
@pytest.mark.parametrize("resumes", ["Alice", "Bob"])
def test_either_side_pauses_and_either_resumes(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, pauses: str, resumes: str
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    assert sent.can_pause
    assert received.can_pause
    if pauses == "Alice":
        alice.manager.interruptions.pause(sent)
    else:
        bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    for transfer in (sent, received):
        assert transfer.is_paused
        assert transfer.can_resume
        assert transfer.can_discard
        assert not transfer.can_pause
    here, there = (sent, received) if pauses == "Alice" else (received, sent)
    assert isinstance(here.error, errors.Paused)
    assert isinstance(there.error, errors.PausedThere)
    hurry(alice)
    if resumes == "Alice":
        alice.manager.interruptions.resume(sent)
    else:
        bob.manager.interruptions.resume(received)
    both_finish(qtbot, sent, received)
    assert_arrived(source, bob)
    assert (alice.added, bob.added) == ([sent], [received])  # one row over several connections
    assert len(bob.offers) == 1  # and nobody was asked again
    assert bob.withdrawn == []
    assert sent.error is None
    assert received.saved_paths == (bob.downloads / source.name,)


@pytest.mark.parametrize("resumes", ["Alice", "Bob"])
@pytest.mark.parametrize("restart", ["Alice", "Bob", "both"])
def test_a_restart_in_between(
    qtbot: QtBot,
    sides: tuple[Side, Side],
    source: Path,
    new_side: Callable[..., Side],
    resumes: str,
    restart: str,
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    alice.manager.interruptions.pause(sent)
    both_stop(qtbot, sent, received)
    if restart in {"Alice", "both"}:
        assert alice.manager.shutdown()
        alice = new_side("Alice")
        sent = row(alice)
    if restart in {"Bob", "both"}:
        assert bob.manager.shutdown()
        bob = new_side("Bob")
        received = row(bob)
    meet(qtbot, alice, bob)
    assert (sent.stage, received.stage) == (Stage.INTERRUPTED, Stage.INTERRUPTED)
    assert (sent.title, sent.peer_name, sent.paths) == ("Photos", "Bob", (source,))
    assert (received.title, received.peer_name, received.into) == ("Photos", "Alice", bob.downloads)
    assert sent.is_paused
    assert received.is_paused
    assert received.progress
    assert received.progress.total_bytes == sum(map(len, tree(source).values()))
    hurry(alice)
    if resumes == "Alice":
        alice.manager.interruptions.resume(sent)
    else:
        bob.manager.interruptions.resume(received)
    both_finish(qtbot, sent, received)
    assert_arrived(source, bob)
    assert len(alice.added) == len(bob.added) == 1
    assert (sent.peer_name, received.peer_name) == ("Bob", "Alice")


@pytest.mark.parametrize("resumes", ["Alice", "Bob"])
def test_who_never_heard_the_yes_goes_on_all_the_same(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, resumes: str
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    until(qtbot, lambda: alice.manager._running.control(sent.key) is None)  # and says nothing more
    store = alice.manager._memory.store  # as it is when the connection was lost before the answer
    store.change(sent.key, stage=Stage.FAILED, accepted=False, error="connection_lost")
    record = store.get(sent.key)
    assert record
    sent.follow(record)
    assert sent.can_resume
    assert not sent.can_discard
    hurry(alice)
    if resumes == "Alice":
        alice.manager.interruptions.resume(sent)
    else:
        bob.manager.interruptions.resume(received)
    both_finish(qtbot, sent, received)
    assert_arrived(source, bob)
    assert len(bob.offers) == 1


def test_what_is_in_a_transfer_is_known_again_after_a_restart(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source, unwanted=frozenset({3}))
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    assert alice.manager.shutdown()
    assert bob.manager.shutdown()
    alice, bob = new_side("Alice"), new_side("Bob")
    meet(qtbot, alice, bob)
    sent, received = row(alice), row(bob)
    for side, transfer in ((alice, sent), (bob, received)):
        assert transfer.can_look_into
        side.manager.remembered.look_into(transfer)
    until(qtbot, lambda: sent.entries and received.entries)
    for transfer in (sent, received):
        assert [entry.name for entry in transfer.entries] == ["Photos", "a", "b", "c"]
    assert received.ended_entries == [1]
    assert received.entry_errors == {}
    assert received.decision == Decision(bob.downloads, unwanted=frozenset({3}))
    bob.manager.interruptions.resume(received)
    both_finish(qtbot, sent, received)
    assert sorted(received.ended_entries) == [1, 2]
    assert tree(bob.downloads / "Photos").keys() == {"a", "b"}


def test_what_is_resumed_unseen_knows_what_was_not_wanted(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source, unwanted=frozenset({3}))
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    assert bob.manager.shutdown()
    bob = new_side("Bob")
    meet(qtbot, alice, bob)
    hurry(alice)
    alice.manager.interruptions.resume(sent)
    both_finish(qtbot, sent, row(bob))
    assert row(bob).decision == Decision(bob.downloads, unwanted=frozenset({3}))


def test_a_list_that_is_gone_is_said(
    tmp_path: Path,
    qtbot: QtBot,
    sides: tuple[Side, Side],
    source: Path,
    new_side: Callable[..., Side],
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    assert bob.manager.shutdown()
    with contextlib.closing(sqlite3.connect(Profile(tmp_path / "Bob").transfers_file)) as database:
        database.execute("DELETE FROM contents")
        database.commit()
    bob = new_side("Bob")
    said: list[DesktopxferError] = []
    bob.manager.transfers.refused.connect(said.append)
    bob.manager.remembered.look_into(row(bob))
    until(qtbot, lambda: said)
    assert isinstance(said[0], errors.DamagedList)


def test_the_receiver_comes_back_elsewhere_and_nobody_does_anything(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    """At another port, which the sender learns from discovery."""
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    before = bob.address
    assert bob.manager.shutdown()
    until(qtbot, lambda: sent.stage is Stage.RECONNECTING)
    assert sent.can_pause
    hurry(alice)
    with socket.create_server(("127.0.0.1", before.port)):  # taken, so that it must be another one
        bob = new_side("Bob")
        assert bob.address != before
        received = row(bob)
        assert received.stage is Stage.INTERRUPTED
        both_finish(qtbot, sent, received)
    assert_arrived(source, bob)
    assert bob.offers == []
    assert len(bob.added) == 1


def test_quitting_loses_nothing(
    qtbot: QtBot,
    sides: tuple[Side, Side],
    source: Path,
    tmp_path: Path,
    new_side: Callable[..., Side],
) -> None:
    """Both close in mid-transfer; after the start it goes on by itself."""
    alice, bob = sides
    half_way(qtbot, alice, bob, source)
    assert alice.manager.shutdown()
    assert bob.manager.shutdown()
    for name in ("Alice", "Bob"):
        (record,) = records(tmp_path, name)
        assert (record.stage, record.accepted) == (Stage.INTERRUPTED, True)
    bob, alice = new_side("Bob"), new_side("Alice")
    both_finish(qtbot, row(alice), row(bob))
    assert_arrived(source, bob)


def test_what_was_interrupted_long_ago_waits_for_the_person(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    alice, bob = sides
    half_way(qtbot, alice, bob, source)
    assert alice.manager.shutdown()
    alice = new_side("Alice", retry_minutes=0)  # 0 is never
    meet(qtbot, alice, bob)
    sent = row(alice)
    assert sent.stage is Stage.INTERRUPTED
    assert isinstance(sent.error, errors.Stopped)
    alice.manager.interruptions.resume(sent)
    both_finish(qtbot, sent, row(bob))


def test_a_sender_that_cannot_be_asked_is_said_in_the_row(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path
) -> None:
    alice, bob = sides
    _, received = half_way(qtbot, alice, bob, source)
    assert alice.manager.shutdown()
    until(qtbot, lambda: received.stage is Stage.INTERRUPTED)
    bob.manager.interruptions.resume(received)  # at once, or when the thread has said its last word
    until(qtbot, lambda: bob.stages[-2:] == [Stage.RECONNECTING, Stage.INTERRUPTED])
    # It is looked for at the usual port, too: on this computer another device may answer there.
    nobody_there = errors.Unreachable | errors.Refused | errors.WrongDevice
    assert isinstance(received.error, nobody_there)


def test_a_sender_that_was_asked_and_does_not_come(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    monkeypatch.setattr(waiting, "COMES_BACK_WITHIN_S", 0.0)
    monkeypatch.setattr(alice.manager.interruptions, "resume", lambda _transfer: None)
    bob.manager.interruptions.resume(received)
    until(qtbot, lambda: isinstance(received.error, errors.TimedOut))
    assert received.stage is Stage.INTERRUPTED


def test_asking_can_be_paused(qtbot: QtBot, sides: tuple[Side, Side], source: Path) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    bob.manager.interruptions.resume(received)  # at once, or when the thread has said its last word
    until(qtbot, lambda: received.can_pause)
    bob.manager.interruptions.pause(received)
    assert received.is_paused


def test_the_receiver_asks_while_the_sender_still_stops(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path
) -> None:
    """Or still believes in a connection that is dead."""
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    hurry(alice)
    bob.manager.interruptions.pause(received)
    until(qtbot, lambda: received.stage is Stage.INTERRUPTED)
    bob.manager.interruptions.resume(received)
    both_finish(qtbot, sent, received)
    assert_arrived(source, bob)


def test_the_rest_of_interrupted_transfers_is_counted(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    with qtbot.waitSignal(bob.manager.leftovers.counted) as counted:
        bob.manager.leftovers.count()
    assert counted.args == [()]  # what runs is no leftover
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    with qtbot.waitSignal(bob.manager.leftovers.counted) as counted:
        bob.manager.leftovers.count()
    ((leftover,),) = counted.args
    assert (leftover.transfer, leftover.folder) == (received, bob.downloads)
    assert BIG // 8 < leftover.size < BIG


# Giving up ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("restarted", [False, True])
def test_discard_removes_the_parts_and_both_rows_say_so(
    qtbot: QtBot,
    sides: tuple[Side, Side],
    source: Path,
    new_side: Callable[..., Side],
    restarted: bool,
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)
    assert parts(bob)
    if restarted:
        assert bob.manager.shutdown()
        bob = new_side("Bob")
        received = row(bob)
        meet(qtbot, alice, bob)
    (bob.downloads / "mine").write_text("untouched")
    bob.manager.interruptions.cancel(received)
    until(qtbot, lambda: received.stage is Stage.CANCELLED)
    assert parts(bob) == []
    assert (bob.downloads / "mine").read_text() == "untouched"
    alice.manager.interruptions.resume(sent)
    until(qtbot, lambda: sent.stage is Stage.CANCELLED)
    assert isinstance(sent.error, errors.CancelledThere)


def test_discard_while_it_still_stops(qtbot: QtBot, sides: tuple[Side, Side], source: Path) -> None:
    alice, bob = sides
    _, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    until(qtbot, lambda: received.stage is Stage.INTERRUPTED)
    bob.manager.interruptions.cancel(received)
    until(qtbot, lambda: received.stage is Stage.CANCELLED)
    assert parts(bob) == []


def test_what_cannot_be_discarded_stays_and_is_said(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = sides
    sent, received = half_way(qtbot, alice, bob, source)
    bob.manager.interruptions.pause(received)
    both_stop(qtbot, sent, received)

    def refuse(*_: object) -> None:
        raise errors.DiskFailed("Photos", "Input/output error")

    monkeypatch.setattr("desktopxfer.transfer.resumption._remove_parts", refuse)
    said: list[DesktopxferError] = []
    bob.manager.transfers.refused.connect(said.append)
    bob.manager.interruptions.cancel(received)
    until(qtbot, lambda: said)
    assert isinstance(said[0], errors.DiskFailed)
    assert received.can_discard


# What failed --------------------------------------------------------------------------------------


@pytest.mark.parametrize("asks", ["Alice", "Bob"])
def test_only_what_failed_is_sent_again(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, asks: str
) -> None:
    alice, bob = sides
    hurry(alice)
    alice.manager.sending.send([source], as_listed(alice, bob))
    until(qtbot, lambda: bob.offers)
    sent, received = row(alice), row(bob)
    (source / "c").rename(source.parent / "c")
    bob.accept(received)
    both_finish(qtbot, sent, received)
    for transfer in (sent, received):
        assert (transfer.failed, len(transfer.entry_errors)) == (1, 1)
        assert transfer.can_retry_failed
    (source.parent / "c").rename(source / "c")
    if asks == "Alice":
        alice.manager.interruptions.resume(sent)
    else:
        bob.manager.interruptions.resume(received)
    until(qtbot, lambda: not (sent.can_retry_failed or sent.failed or received.failed))
    both_finish(qtbot, sent, received)
    assert sent.entry_errors == received.entry_errors == {}
    assert_arrived(source, bob)
    assert (alice.added, bob.added, len(bob.offers)) == ([sent], [received], 1)


# Waiting for a device -----------------------------------------------------------------------------


@pytest.fixture
def friends(qtbot: QtBot, sides: tuple[Side, Side]) -> tuple[Side, Side]:
    """Alice and Bob, who trust each other; Bob is off."""
    alice, bob = sides
    pair(qtbot, alice, bob)
    assert bob.manager.shutdown()
    until(qtbot, lambda: not as_listed(alice, bob).online)
    return alice, bob


@pytest.mark.parametrize("restarted", [False, True])
def test_what_is_for_a_device_that_is_off_goes_when_it_is_there(
    qtbot: QtBot,
    friends: tuple[Side, Side],
    source: Path,
    tmp_path: Path,
    new_side: Callable[..., Side],
    restarted: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alice, bob = friends
    sent = alice.manager.sending.send([source], as_listed(alice, bob))
    until(qtbot, lambda: sent.stage is Stage.QUEUED)
    assert (sent.title, sent.peer_name, sent.error) == ("Photos", "Bob", None)
    assert sent.can_discard
    if restarted:
        assert alice.manager.shutdown()
        (record,) = records(tmp_path, "Alice")
        assert record.stage is Stage.QUEUED
        later = time.time() + 600  # ten minutes later
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda: later)
            alice = new_side("Alice")
        sent = row(alice)
        assert sent.stage is Stage.QUEUED
    hurry(alice)
    bob = new_side("Bob")
    bob.manager.offers.received.connect(bob.accept)
    until(qtbot, lambda: sent.stage is Stage.FINISHED)
    assert_arrived(source, bob)
    assert len(alice.added) == 1


def test_what_waits_can_be_discarded(
    qtbot: QtBot, friends: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    alice, bob = friends
    sent = alice.manager.sending.send([source], as_listed(alice, bob))
    alice.manager.interruptions.cancel(sent)  # even before it is on the disk
    until(qtbot, lambda: sent.stage is Stage.CANCELLED)
    bob = new_side("Bob")
    until(qtbot, lambda: as_listed(alice, bob).online)
    assert bob.added == []


def test_what_cannot_be_delivered_waits_again(
    qtbot: QtBot, friends: tuple[Side, Side], source: Path
) -> None:
    alice, bob = friends
    sent = alice.manager.sending.send([source], as_listed(alice, bob))
    until(qtbot, lambda: sent.stage is Stage.QUEUED)
    alice.manager.interruptions.resume(sent)  # now, whether it was seen or not
    until(qtbot, lambda: sent.stage is Stage.QUEUED and sent.error)
    assert isinstance(sent.error, errors.Unreachable | errors.Refused)
    assert alice.manager.history.find() == []


def test_nothing_waits_for_a_device_that_is_not_trusted(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path
) -> None:
    alice, bob = sides
    device = as_listed(alice, bob)
    assert bob.manager.shutdown()
    sent = alice.manager.sending.send([source], device)
    until(qtbot, lambda: sent.stage is Stage.FAILED)
    typed_one = Device("", "nas", "", (Address("127.0.0.1", 1),), online=False, typed=True)
    sent = alice.manager.sending.send([source], typed_one)
    until(qtbot, lambda: sent.stage is Stage.FAILED)


def test_what_a_command_line_does_with_the_same_profile_is_followed(
    qtbot: QtBot,
    friends: tuple[Side, Side],
    source: Path,
    tmp_path: Path,
    new_side: Callable[..., Side],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(waiting, "LOOK_EVERY_MS", 50)
    alice, bob = friends
    to_bob = as_listed(alice, bob)
    assert alice.manager.shutdown()
    alice = new_side("Alice")
    memory = Memory(Profile(tmp_path / "Alice"))
    given_up = Shipment.new(memory, [source / "a"], to_bob, stage=Stage.QUEUED).key
    until(qtbot, lambda: alice.added)
    resumption.discard(memory, given_up)
    until(qtbot, lambda: row(alice).stage is Stage.CANCELLED)
    Shipment.new(memory, [source], to_bob, stage=Stage.QUEUED)
    until(qtbot, lambda: len(alice.added) == 2)
    assert alice.added[1].title == "Photos"
    bob = new_side("Bob")
    bob.manager.offers.received.connect(bob.accept)
    both_finish(qtbot, alice.added[1])
    assert_arrived(source, bob)
    memory.close()


# Waiting for room ---------------------------------------------------------------------------------


def test_it_goes_on_by_itself_when_there_is_room_again(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = sides
    monkeypatch.setattr(waiting, "LOOK_EVERY_MS", 50)
    sent, received = half_way(qtbot, alice, bob, source)
    with monkeypatch.context() as patch:
        patch.setattr("desktopxfer.workers.free_space.free_bytes", lambda *_, **__: 1000)
        patch.setattr(os, "pwrite", no_room)
        patch.setattr(os, "write", no_room)
        until(qtbot, lambda: received.waits_for_room)
        until(qtbot, lambda: sent.stage is Stage.INTERRUPTED)
        assert isinstance(sent.error, errors.NotEnoughSpace)
    hurry(alice)
    both_finish(qtbot, sent, received)
    assert_arrived(source, bob)
    assert (alice.added, bob.added) == ([sent], [received])


def no_room(*_: object) -> int:
    raise OSError(28, os.strerror(28))


# Taken names, remembered for a device -------------------------------------------------------------


def test_the_answer_about_taken_names_is_remembered_for_a_device(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    alice, bob = sides
    hurry(alice)
    alice.manager.sending.send([source / "a"], as_listed(alice, bob))
    until(qtbot, lambda: bob.offers)
    assert bob.offers[0].conflicts is Conflicts.KEEP_BOTH
    decision = Decision(bob.downloads, conflicts=Conflicts.REPLACE)
    bob.manager.offers.answer(bob.offers[0], decision, remember_conflicts=True)
    both_finish(qtbot, row(bob), row(alice))
    assert bob.manager.shutdown()
    bob = new_side("Bob")
    meet(qtbot, alice, bob)
    (source / "a").write_text("newer")
    alice.manager.sending.send([source / "a"], as_listed(alice, bob))
    until(qtbot, lambda: bob.offers)
    assert bob.offers[0].conflicts is Conflicts.REPLACE


def test_what_is_accepted_without_asking_is_answered_alike(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path
) -> None:
    alice, bob = sides
    hurry(alice)
    pair(qtbot, alice, bob)
    alice.manager.sending.send([source / "a"], as_listed(alice, bob))
    until(qtbot, lambda: bob.offers)
    decision = Decision(bob.downloads, conflicts=Conflicts.REPLACE)
    bob.manager.offers.answer(bob.offers[0], decision, remember_conflicts=True)
    both_finish(qtbot, row(bob), row(alice))
    bob.manager.devices.accept_from(as_listed(bob, alice), bob.downloads)
    (source / "a").write_text("newer")
    both_finish(qtbot, alice.manager.sending.send([source / "a"], as_listed(alice, bob)))
    assert len(bob.offers) == 1
    assert tree(bob.downloads) == {"a": b"newer"}


# History ------------------------------------------------------------------------------------------


def test_history_outlives_the_program_and_can_be_searched_and_forgotten(
    qtbot: QtBot, sides: tuple[Side, Side], source: Path, new_side: Callable[..., Side]
) -> None:
    alice, bob = sides
    hurry(alice)
    bob.manager.offers.received.connect(bob.accept)
    for name in ("a", "c", "b"):
        sent = alice.manager.sending.send([source / name], as_listed(alice, bob))
        both_finish(qtbot, sent)
    assert alice.manager.shutdown()
    alice = new_side("Alice")
    history = alice.manager.history
    assert alice.added == []  # what has ended is no row any more
    assert [record.title for record in history.find()] == ["b", "c", "a"]
    assert [record.title for record in history.find(limit=2)] == ["b", "c"]
    assert history.find("nothing") == []
    assert {record.direction for record in history.find("bob")} == {Direction.SENDING}
    with qtbot.waitSignal(history.changed):
        history.forget(history.find()[:1])
    assert [record.title for record in history.find()] == ["c", "a"]
    with qtbot.waitSignal(history.changed):
        history.clear()
    assert history.find() == []
