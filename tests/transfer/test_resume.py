"""Going on after an interruption: real sockets, real files, both engines, from one profile each."""

import contextlib
import itertools
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktopxfer import errors
from desktopxfer.device import Address, Device, Peer
from desktopxfer.offer import Conflicts, Decision, Offer, path_of
from desktopxfer.settings import Profile
from desktopxfer.transfer import milestones, progress, resumption
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.progress import (
    EntryRestarted,
    Event,
    Finished,
    GoesOn,
    Progress,
    ResumeWanted,
    Stage,
    StageChanged,
)
from desktopxfer.transfer.sender import Retry
from desktopxfer.transfer.store import Record
from desktopxfer.transfer.taken import taken_files
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, SendingDevice

BIG = 20_000_000
DATES = itertools.count()


@pytest.fixture(autouse=True)
def every_step_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "INTERVAL_S", 0.0)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A complete file, a big one to interrupt, and what comes after it."""
    source = tmp_path / "Photos"
    (source / "inner" / "empty").mkdir(parents=True)
    (source / "a").write_text("complete")
    (source / "b").write_bytes(os.urandom(BIG))
    (source / "inner" / "c").write_text("later")
    (source / "inner" / "tool").write_text("later")
    (source / "inner" / "tool").chmod(0o755)
    os.utime(source / "inner", ns=(1, 10**18 + 1))
    return source


@pytest.fixture
def into(tmp_path: Path) -> Path:
    into = tmp_path / "into"
    into.mkdir()
    return into


@pytest.fixture
def alice() -> Iterator[SendingDevice]:
    with SendingDevice() as alice:
        yield alice


@pytest.fixture
def bobs_profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "bob")


def tree(folder: Path) -> dict[str, tuple[bytes, int, bool]]:
    """Everything below a folder, to compare."""
    return {
        str(path.relative_to(folder)): (
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_mtime_ns,
            os.access(path, os.X_OK),
        )
        for path in sorted(folder.rglob("*"))
    }


def parts(into: Path) -> list[Path]:
    return [path for path in into.rglob("*") if STAGING_PREFIX in str(path)]


def half_way(
    device: SendingDevice | ReceivingDevice, action: Callable[[Control], None]
) -> Callable[[Event], None]:
    """Does something to a transfer once, when a good part of the big file has moved."""
    done = threading.Event()

    def on_event(event: Event) -> None:
        if isinstance(event, Progress) and event.done_bytes > BIG // 4 and not done.is_set():
            done.set()
            action(device.control)

    return on_event


def ignore(_event: Event) -> None: ...


def interrupt(alice: SendingDevice, bob: ReceivingDevice, source: Path) -> Record:
    """The sender goes away without a word in the middle; what it remembers of that."""
    stop = half_way(alice, Control.stop)
    with pytest.raises(errors.Stopped):
        alice.send([source], bob.device, on_event=stop)
    assert isinstance(bob.outcome(), errors.ConnectionLost)
    return alice.memory.store.records()[0]


def assert_arrived(source: Path, into: Path) -> None:
    assert tree(into / source.name) == tree(source)
    assert [path.name for path in into.iterdir()] == [source.name]


def stages(events: list[Event]) -> list[Stage]:
    return [event.stage for event in events if isinstance(event, StageChanged)]


# One mechanism ------------------------------------------------------------------------------------


def test_a_lost_connection_keeps_what_arrived_and_goes_on(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        record = interrupt(alice, bob, source)
        assert record.stage is Stage.INTERRUPTED
        (there,) = bob.memory.store.records()
        for each in (record, there):  # what is shown of it until it goes on
            assert BIG // 8 < each.done_bytes < each.total_bytes
        assert stages(alice.events)[-1] is Stage.INTERRUPTED
        assert stages(bob.events)[-1] is Stage.INTERRUPTED
        assert (into / "Photos" / "a").read_text() == "complete"
        assert not (into / "Photos" / "b").exists()
        assert sum(path.stat().st_size for path in parts(into) if path.is_file()) > BIG // 8
        bob.events.clear()
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed, finished.total_bytes) == (4, 0, BIG + 18)
        outcome = bob.outcome()
        assert isinstance(outcome, Finished)
        assert outcome.paths == (into / "Photos",)
        assert bob.offers.qsize() == 1  # nobody was asked a second time
        assert any(isinstance(event, GoesOn) for event in bob.events)
    assert_arrived(source, into)


def test_both_programs_start_again_in_between(
    source: Path, into: Path, tmp_path: Path, bobs_profile: Profile
) -> None:
    profile = Profile(tmp_path / "alice")
    with SendingDevice(profile) as alice, ReceivingDevice(into, profile=bobs_profile) as bob:
        interrupt(alice, bob, source)
    with SendingDevice(profile) as alice, ReceivingDevice(into, profile=bobs_profile) as bob:
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (4, 0)
        assert isinstance(bob.outcome(), Finished)
        assert bob.offers.empty()
    assert_arrived(source, into)


def test_how_far_both_have_come_is_noted_within_a_large_file(
    alice: SendingDevice, source: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the row would say 0 % after a crash."""
    monkeypatch.setattr(milestones, "INTERVAL_S", 0.0)
    noted: list[int] = []
    with ReceivingDevice(into) as bob:

        def look(device: SendingDevice | ReceivingDevice) -> None:
            noted.append(device.memory.store.records()[0].done_bytes)

        bob.on_event = half_way(bob, lambda _control: look(bob))
        alice.send([source], bob.device, on_event=half_way(alice, lambda _control: look(alice)))
    assert len(noted) == 2
    assert min(noted) > BIG // 8


def test_what_arrived_is_not_sent_again(alice: SendingDevice, source: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        kept = sum(path.stat().st_size for path in parts(into) if path.is_file())
        first: list[int] = []

        def note(event: Event) -> None:
            if isinstance(event, Progress):
                first.append(event.done_bytes)

        alice.resume(bob.device, on_event=note)
        assert first[0] >= kept
        assert isinstance(bob.outcome(), Finished)


@pytest.mark.parametrize("side", ["sender", "receiver"])
def test_either_side_pauses_and_the_sender_resumes(
    alice: SendingDevice, source: Path, into: Path, side: str
) -> None:
    with ReceivingDevice(into) as bob:
        pause = half_way(alice if side == "sender" else bob, Control.pause)
        with pytest.raises(errors.Paused if side == "sender" else errors.PausedThere):
            alice.send([source], bob.device, on_event=pause)
        heard = bob.outcome()
        assert isinstance(heard, errors.PausedThere if side == "sender" else errors.Paused)
        for device in (alice, bob):
            assert device.memory.store.records()[0].stage is Stage.INTERRUPTED
            assert stages(device.events)[-1] is Stage.INTERRUPTED
        alice.resume(bob.device)
        assert isinstance(bob.outcome(), Finished)
    assert_arrived(source, into)


@pytest.mark.parametrize("side", ["sender", "receiver"])
@pytest.mark.parametrize("too_late", [Control.cancel, Control.stop])
def test_what_is_about_to_stop_stops_for_one_reason(
    alice: SendingDevice,
    source: Path,
    into: Path,
    side: str,
    too_late: Callable[[Control], None],
) -> None:
    """What is on the disk, what is remembered and what is told agree."""
    with ReceivingDevice(into) as bob:
        device = alice if side == "sender" else bob
        pause = half_way(device, Control.pause)

        def on_event(event: Event) -> None:
            pause(event)
            if isinstance(event, StageChanged) and event.stage is Stage.INTERRUPTED:
                too_late(device.control)

        bob.on_event = on_event if side == "receiver" else ignore
        with pytest.raises(errors.Paused if side == "sender" else errors.PausedThere):
            alice.send([source], bob.device, on_event=on_event if side == "sender" else ignore)
        heard = bob.outcome()
        assert isinstance(heard, errors.PausedThere if side == "sender" else errors.Paused)
        assert device.memory.store.records()[0].error == errors.code_of(errors.Paused)
        assert stages(device.events)[-1] is Stage.INTERRUPTED
        assert parts(into)


def test_the_sender_connects_again_by_itself(
    alice: SendingDevice, source: Path, into: Path, bobs_profile: Profile
) -> None:
    """The receiver goes away and comes back at another port."""
    with ReceivingDevice(into, profile=bobs_profile) as bob:
        first = bob.device
        go_away = half_way(bob, Control.stop)
        back: list[ReceivingDevice] = []

        def locate() -> Device:
            if not back:
                back.append(ReceivingDevice(into, profile=bobs_profile))
            return back[0].device

        try:
            retry = Retry(DEADLINE_S, locate)
            finished = alice.send([source], first, on_event=go_away, retry=retry)
        finally:
            for device in back:
                device.__exit__()
    assert (finished.files, finished.failed) == (4, 0)
    assert Stage.RECONNECTING in stages(alice.events)
    assert_arrived(source, into)


def test_patience_ends(alice: SendingDevice, source: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:
        device = bob.device
        go_away = half_way(bob, Control.stop)
        with pytest.raises(errors.ConnectionLost):
            alice.send([source], device, on_event=go_away, retry=Retry(-1.0, lambda: device))
    assert alice.memory.store.records()[0].stage is Stage.INTERRUPTED


def test_a_second_connection_takes_over_from_a_dead_one(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    """The sender knows that the connection is gone, the receiver does not yet."""
    with ReceivingDevice(into) as bob:
        silent = threading.Event()
        resumed = threading.Event()

        def fall_silent(_control: Control) -> None:
            silent.set()
            resumed.wait(DEADLINE_S)

        def send() -> None:
            with pytest.raises(errors.DesktopxferError):
                alice.send([source], bob.device, on_event=half_way(alice, fall_silent))

        thread = threading.Thread(target=send)
        thread.start()
        assert silent.wait(DEADLINE_S)
        (record,) = alice.memory.store.records()
        with SendingDevice(Profile(alice.profile.root.parent / "copy")) as again:
            again.local = alice.local
            again.memory.store.add(record, alice.memory.store.contents(record.key))
            again.memory.store.change(record.key, accepted=True)
            again.resume(bob.device, key=record.key)
        resumed.set()
        thread.join(DEADLINE_S)
        outcomes = [bob.outcome(), bob.outcome()]
        assert any(isinstance(outcome, Finished) for outcome in outcomes)
        assert any(isinstance(outcome, errors.Stopped) for outcome in outcomes)
    assert_arrived(source, into)


def test_a_lost_receipt_is_asked_for_again(alice: SendingDevice, source: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:

        def go_away(event: Event) -> None:
            if isinstance(event, StageChanged) and event.stage is Stage.FINISHING:
                raise RuntimeError("as if the process had died")

        with pytest.raises(RuntimeError):
            alice.send([source], bob.device, on_event=go_away)
        assert isinstance(bob.outcome(), Finished)
        assert alice.memory.store.records()[0].stage is Stage.INTERRUPTED
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (4, 0)
        assert isinstance(bob.outcome(), Finished)
    assert_arrived(source, into)


# What has changed since ---------------------------------------------------------------------------


def test_a_changed_file_starts_again_as_it_is_now(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (source / "b").write_bytes(os.urandom(BIG - 5))
        alice.resume(bob.device)
        assert isinstance(bob.outcome(), Finished)
        assert [e.index for e in alice.events if isinstance(e, EntryRestarted)] == [2]
        assert EntryRestarted(2) in bob.events
    assert_arrived(source, into)


def test_a_file_that_only_grew_goes_on(alice: SendingDevice, source: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        with (source / "b").open("ab") as file:
            file.write(b"more")
        bob.known.trust(bob.offers.get(timeout=DEADLINE_S)[0].peer)
        alice.resume(bob.device)
        assert not any(isinstance(event, EntryRestarted) for event in alice.events)
        assert bob.offers.empty()
    assert_arrived(source, into)


def trust(bob: ReceivingDevice, alice: SendingDevice) -> None:
    own = alice.local
    bob.known.trust(Peer(own.identity.device_id, own.name, "", Address("127.0.0.1", 1)))


def change(path: Path, content: str) -> None:
    """With another date, however coarse the clock of the disk is."""
    path.write_text(content)
    os.utime(path, ns=(1, 10**18 + next(DATES)))


@pytest.mark.parametrize("content", ["COMPLETE", "complete, and then some", "comp", "", "another"])
@pytest.mark.parametrize("conflicts", Conflicts)
def test_a_saved_file_that_changed_arrives_as_it_is_now(
    alice: SendingDevice, source: Path, into: Path, conflicts: Conflicts, content: str
) -> None:
    """In place of what was saved: it is one file, and its size is the one that is counted."""
    with ReceivingDevice(into, lambda _offer: Decision(into, conflicts=conflicts)) as bob:
        trust(bob, alice)
        interrupt(alice, bob, source)
        assert (into / "Photos" / "a").read_text() == "complete"
        change(source / "a", content)
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (4, 0)
        assert finished.total_bytes == BIG + 10 + len(content)
        outcome = bob.outcome()
        assert isinstance(outcome, Finished)
        assert outcome.total_bytes == finished.total_bytes
        assert bob.offers.qsize() == 1
        # The note that both rows show; what only grew or shrank goes on where it was.
        restarted = [] if "complete".startswith(content) or content.startswith("complete") else [1]
        for device in (alice, bob):
            assert [e.index for e in device.events if isinstance(e, EntryRestarted)] == restarted
    assert_arrived(source, into)


def test_a_saved_file_whose_content_is_the_same_is_not_sent_again(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        trust(bob, alice)
        (source / "a").rename(source / "z")  # the big one comes first
        interrupted = half_way(bob, Control.stop)
        done: list[int] = []
        (source / "zz").write_bytes(os.urandom(BIG))
        bob.on_event = lambda event: interrupted(event) if done else None

        def begin(event: Event) -> None:
            if isinstance(event, Progress) and event.done_bytes > BIG + BIG // 4:
                done.append(event.done_bytes)

        with pytest.raises(errors.ConnectionLost):
            alice.send([source], bob.device, on_event=begin)
        assert (into / "Photos" / "b").exists()
        os.utime(source / "b", ns=(1, 10**18))
        (source / "b").chmod(0o755)
        first: list[int] = []
        alice.resume(
            bob.device,
            on_event=lambda event: (
                first.append(event.done_bytes) if isinstance(event, Progress) else None
            ),
        )
        assert first[0] > BIG
    assert_arrived(source, into)


@pytest.mark.parametrize("conflicts", [Conflicts.KEEP_BOTH, Conflicts.SKIP_IDENTICAL])
def test_what_the_person_did_to_a_saved_file_is_kept_when_it_arrives_again(
    alice: SendingDevice, source: Path, into: Path, conflicts: Conflicts
) -> None:
    with ReceivingDevice(into, lambda _offer: Decision(into, conflicts=conflicts)) as bob:
        trust(bob, alice)
        interrupt(alice, bob, source)
        change(source / "a", "newer")
        (into / "Photos" / "a").write_text("edited")
        alice.resume(bob.device)
    assert (into / "Photos" / "a").read_text() == "edited"
    assert (into / "Photos" / "a (2)").read_text() == "newer"


def test_it_arrives_as_it_is_now_however_often_it_changes_and_is_interrupted(
    alice: SendingDevice, source: Path, into: Path, bobs_profile: Profile
) -> None:
    """Under the name that it has got beside a file of the person here."""
    (into / "Photos").mkdir()
    (into / "Photos" / "a").write_text("mine")
    decision = Decision(into, conflicts=Conflicts.SKIP_IDENTICAL)
    change(source / "a", "version 0")
    with ReceivingDevice(into, lambda _offer: decision, bobs_profile) as bob:
        trust(bob, alice)
        interrupt(alice, bob, source)
    for number in range(1, 3):
        change(source / "a", f"version {number}")
        (source / "b").write_bytes(os.urandom(BIG))  # starts again
        with ReceivingDevice(into, profile=bobs_profile) as bob:
            stop = half_way(alice, Control.stop)
            restarted: list[int] = []

            def on_event(event: Event) -> None:
                if isinstance(event, EntryRestarted):
                    restarted.append(event.index)  # noqa: B023
                if 2 in restarted:  # noqa: B023
                    stop(event)  # noqa: B023

            with pytest.raises(errors.Stopped):
                alice.resume(bob.device, on_event=on_event)
            bob.outcome()
        assert (into / "Photos" / "a (2)").read_text() == f"version {number}"
    with ReceivingDevice(into, lambda _offer: decision, bobs_profile) as bob:
        change(source / "a", "the last version")
        alice.resume(bob.device)
    assert (into / "Photos" / "a").read_text() == "mine"
    (into / "Photos" / "a").unlink()
    (into / "Photos" / "a (2)").rename(into / "Photos" / "a")
    assert (into / "Photos" / "a").read_text() == "the last version"
    assert {path.name for path in (into / "Photos").iterdir()} == {"a", "b", "inner"}


def test_the_old_version_keeps_its_name_until_the_new_one_is_complete(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        trust(bob, alice)
        interrupt(alice, bob, source)
        change(source / "a", "newer")
        (source / "a").rename(source.parent / "a")
        (source / "a").symlink_to(source.parent / "a")  # is offered as before, cannot be sent
        seen = []
        bob.on_event = lambda _event: seen.append((into / "Photos" / "a").read_text())
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (4, 0)  # nobody knows of another version
        (source / "a").unlink()
        assert set(seen) == {"complete"}


def test_what_changes_while_the_sender_connects_again_arrives_as_it_is_then(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        trust(bob, alice)

        def locate() -> Device:
            return bob.device

        def on_event(event: Event) -> None:
            go_away(event)
            if isinstance(event, StageChanged) and event.stage is Stage.RECONNECTING:
                change(source / "a", "newer and longer")
                with (source / "b").open("ab") as file:
                    file.write(b"more")

        go_away = half_way(alice, lambda _control: bob.control.stop())
        finished = alice.send(
            [source], bob.device, on_event=on_event, retry=Retry(DEADLINE_S, locate)
        )
        assert (finished.files, finished.failed) == (4, 0)
    assert_arrived(source, into)


def test_a_retry_of_what_failed_sends_nothing_else(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        trust(bob, alice)
        stop = half_way(alice, lambda _control: (source / "inner" / "c").unlink())
        finished = alice.send([source], bob.device, on_event=stop)
        assert (finished.files, finished.failed) == (3, 1)
        (source / "inner" / "c").write_text("back")
        change(source / "a", "newer and longer")
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (4, 0)
        assert finished.total_bytes == BIG + 8 + 4 + 5
    assert (into / "Photos" / "a").read_text() == "complete"
    assert (into / "Photos" / "inner" / "c").read_text() == "back"


def test_a_part_becomes_executable_with_its_file(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (source / "b").chmod(0o755)
        alice.resume(bob.device)
        assert not any(isinstance(event, EntryRestarted) for event in alice.events)
        assert_arrived(source, into)


def test_a_stranger_that_changes_what_was_saved_has_to_ask_again(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        change(source / "a", "COMPLETE")
        alice.resume(bob.device)
        assert bob.offers.qsize() == 2


def test_a_stranger_that_wants_more_has_to_ask_again(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        with (source / "b").open("ab") as file:
            file.write(b"more")
        alice.resume(bob.device)
        assert bob.offers.qsize() == 2


def test_a_part_that_was_changed_starts_again(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (part,) = [path for path in parts(into) if path.is_file()]
        with part.open("r+b") as file:
            file.write(b"not what was sent")
        alice.resume(bob.device)
    assert_arrived(source, into)


def test_parts_that_are_gone_come_again(alice: SendingDevice, source: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        for path in sorted(parts(into), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        alice.resume(bob.device)
    assert_arrived(source, into)


def test_a_file_that_vanished_fails_alone_and_is_sent_by_a_retry(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (source / "b").rename(source.parent / "b")
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (3, 1)
        assert parts(into) == []
        (source.parent / "b").rename(source / "b")
        finished = alice.resume(bob.device)
        assert (finished.files, finished.failed) == (4, 0)
        assert bob.offers.qsize() == 1
    assert tree(into / "Photos").keys() == tree(source).keys()
    assert (into / "Photos" / "b").read_bytes() == (source / "b").read_bytes()


def test_unticked_files_stay_unwanted(alice: SendingDevice, source: Path, into: Path) -> None:
    decision = Decision(into, unwanted=frozenset({1}))
    with ReceivingDevice(into, lambda _offer: decision) as bob:
        interrupt(alice, bob, source)
        finished = alice.resume(bob.device)
    assert finished.files == 3
    assert not (into / "Photos" / "a").exists()


# Asking, and giving up ----------------------------------------------------------------------------


def test_the_receiver_asks_the_sender_to_go_on(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (record,) = bob.memory.store.records()
        with ReceivingDevice(source.parent, profile=alice.profile) as alices_window:
            resumption.ask_to_go_on(
                record,
                alices_window.device,
                bob.local,
                check_peer=lambda _peer: None,
                control=Control(),
            )
            assert alices_window.outcome() is None
            assert ResumeWanted(alice.key) in alices_window.events
        with (
            SendingDevice() as mallory,
            ReceivingDevice(source.parent, profile=alice.profile) as alices_window,
        ):
            with pytest.raises(errors.UnknownTransfer):
                resumption.ask_to_go_on(
                    record,
                    alices_window.device,
                    mallory.local,
                    check_peer=lambda _peer: None,
                    control=Control(),
                )


def test_discard_removes_the_parts_and_nothing_else(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    (into / "mine").write_text("untouched")
    with ReceivingDevice(into) as bob:
        interrupt(alice, bob, source)
        (record,) = bob.memory.store.records()
        assert resumption.part_bytes(record) > BIG // 8
        resumption.discard(bob.memory, record.key)
        assert parts(into) == []
        assert (into / "mine").read_text() == "untouched"
        assert (into / "Photos" / "a").read_text() == "complete"
        with pytest.raises(errors.CancelledThere):
            alice.resume(bob.device)
    assert alice.memory.store.records()[0].stage is Stage.CANCELLED


def test_cancel_removes_the_parts(alice: SendingDevice, source: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:
        with pytest.raises(errors.Cancelled):
            alice.send([source], bob.device, on_event=half_way(alice, Control.cancel))
        assert isinstance(bob.outcome(), errors.CancelledThere)
        for device in (alice, bob):
            assert device.memory.store.records()[0].stage is Stage.CANCELLED
    assert parts(into) == []
    with pytest.raises(errors.UnknownTransfer):
        alice.resume(bob.device)


# Conflicts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("conflicts", Conflicts)
def test_what_happens_with_a_folder_that_is_there(
    alice: SendingDevice, source: Path, into: Path, conflicts: Conflicts
) -> None:
    with ReceivingDevice(into, lambda _offer: Decision(into, conflicts=conflicts)) as bob:
        alice.send([source], bob.device)
        bob.outcome()
        (source / "a").write_text("newer and longer")
        (into / "Photos" / "mine").write_text("untouched")
        first: list[int] = []
        finished = alice.send(
            [source],
            bob.device,
            on_event=lambda event: (
                first.append(event.done_bytes) if isinstance(event, Progress) else None
            ),
        )
        bob.outcome()
    assert (finished.files, finished.failed) == (4, 0)
    assert (into / "Photos" / "mine").read_text() == "untouched"
    match conflicts:
        case Conflicts.KEEP_BOTH:
            assert tree(into / "Photos (2)") == tree(source)
            assert (into / "Photos" / "a").read_text() == "complete"
        case Conflicts.SKIP_IDENTICAL | Conflicts.ASK:
            assert first[0] >= BIG
            assert (into / "Photos" / "a").read_text() == "complete"
            assert (into / "Photos" / "a (2)").read_text() == "newer and longer"
            assert not (into / "Photos" / "b (2)").exists()
        case Conflicts.REPLACE:
            assert first[0] >= BIG
            assert (into / "Photos" / "a").read_text() == "newer and longer"
            names = {path.name for path in (into / "Photos").iterdir()}
            assert names == {"a", "b", "inner", "mine"}


@pytest.mark.parametrize("conflicts", [Conflicts.SKIP_IDENTICAL, Conflicts.REPLACE])
@pytest.mark.parametrize("restarted", [False, True])
def test_a_folder_made_before_an_interruption_keeps_its_date_and_one_that_was_there_its_own(
    alice: SendingDevice,
    source: Path,
    into: Path,
    bobs_profile: Profile,
    conflicts: Conflicts,
    restarted: bool,
) -> None:
    (source / "early").mkdir()
    (source / "early" / "a").write_text("early")
    (source / "b").rename(source / "inner" / "b")  # the big one comes after `early`
    (into / "Photos").mkdir()
    os.utime(source / "early", ns=(1, 10**18 + 2))
    os.utime(source / "inner", ns=(1, 10**18 + 1))
    os.utime(source, ns=(1, 10**18 + 3))
    decision = Decision(into, conflicts=conflicts)
    with ReceivingDevice(into, lambda _offer: decision, bobs_profile) as bob:
        interrupt(alice, bob, source)
        assert (into / "Photos" / "early" / "a").exists()
        (into / "Photos" / "inner").mkdir(exist_ok=True)  # as if it were killed right after
        if not restarted:
            alice.resume(bob.device)
    if restarted:
        with ReceivingDevice(into, profile=bobs_profile) as bob:
            alice.resume(bob.device)
    assert (into / "Photos").stat().st_mtime_ns != (source).stat().st_mtime_ns
    os.utime(into / "Photos", ns=(1, 10**18 + 3))
    assert_arrived(source, into)


@pytest.mark.parametrize("conflicts", Conflicts)
def test_discard_removes_the_empty_folders_that_were_made_and_no_others(
    alice: SendingDevice, source: Path, into: Path, conflicts: Conflicts
) -> None:
    (into / "Photos" / "inner").mkdir(parents=True)
    (source / "early" / "a").mkdir(parents=True)
    (source / "early" / "a" / "file").write_text("early")
    (source / "b").rename(source / "inner" / "b")
    with ReceivingDevice(into, lambda _offer: Decision(into, conflicts=conflicts)) as bob:
        interrupt(alice, bob, source)
        made = into / ("Photos (2)" if conflicts is Conflicts.KEEP_BOTH else "Photos")
        (made / "early" / "a" / "file").unlink()
        (made / "a").unlink()
        resumption.discard(bob.memory, bob.memory.store.records()[0].key)
    assert [str(path.relative_to(into)) for path in sorted(into.rglob("*"))] == [
        "Photos",
        "Photos/inner",
    ]


@pytest.mark.parametrize("restarted", [False, True])
def test_what_was_chosen_for_each_file_holds_also_after_a_restart(
    alice: SendingDevice, source: Path, into: Path, bobs_profile: Profile, restarted: bool
) -> None:
    there = {name: into / "Photos" / name for name in ("a", "b", "inner/c", "inner/tool", "z")}
    (into / "Photos" / "inner").mkdir(parents=True)
    for path in there.values():
        path.write_text("mine")
    (source / "z").write_text("mine")
    decisions = []

    def decide(offer: Offer) -> Decision:
        wire = {path_of(offer.entries, index): index for index in range(len(offer.entries))}
        assert taken_files(into, offer.entries) == sorted(wire[f"Photos/{name}"] for name in there)
        replaced = frozenset(wire[f"Photos/{name}"] for name in ("b", "inner/c"))
        skipped = frozenset({wire["Photos/inner/tool"]})
        decisions.append(Decision(into, skipped, conflicts=Conflicts.ASK, replaced=replaced))
        return decisions[-1]

    with contextlib.ExitStack() as running:
        bob = running.enter_context(ReceivingDevice(into, decide, bobs_profile))
        interrupt(alice, bob, source)
        if restarted:
            running.close()
            bob = running.enter_context(ReceivingDevice(into, profile=bobs_profile))
        finished = alice.resume(bob.device)
    assert (finished.files, finished.failed) == (4, 0)  # `z` is the same, which counts as there
    assert len(decisions) == 1
    assert {path.name for path in (into / "Photos").iterdir()} == {"a", "a (2)", "b", "inner", "z"}
    assert {path.name for path in (into / "Photos" / "inner").iterdir()} == {"c", "tool", "empty"}
    assert there["a"].read_text() == there["inner/tool"].read_text() == "mine"
    assert (into / "Photos" / "a (2)").read_text() == "complete"
    assert there["b"].read_bytes() == (source / "b").read_bytes()
    assert there["inner/c"].read_text() == "later"


def test_a_file_that_is_to_replace_a_folder_stands_beside_it(
    alice: SendingDevice, source: Path, into: Path
) -> None:
    def decide(offer: Offer) -> Decision:
        assert taken_files(into, offer.entries) == []
        everything = frozenset(range(len(offer.entries)))
        return Decision(into, conflicts=Conflicts.ASK, replaced=everything)

    (into / "Photos" / "a").mkdir(parents=True)
    (into / "Photos" / "a" / "mine").write_text("untouched")
    with ReceivingDevice(into, decide) as bob:
        alice.send([source], bob.device)
    assert (into / "Photos" / "a" / "mine").read_text() == "untouched"
    assert (into / "Photos" / "a (2)").read_text() == "complete"


def test_replace_never_removes_a_folder(alice: SendingDevice, source: Path, into: Path) -> None:
    (into / "Photos" / "a").mkdir(parents=True)
    (into / "Photos" / "a" / "mine").write_text("untouched")
    decision = Decision(into, conflicts=Conflicts.REPLACE)
    with ReceivingDevice(into, lambda _offer: decision) as bob:
        alice.send([source], bob.device)
    assert (into / "Photos" / "a" / "mine").read_text() == "untouched"
    assert (into / "Photos" / "a (2)").read_text() == "complete"
