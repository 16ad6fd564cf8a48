"""Sends between two devices over real TLS on loopback, onto a real disk."""

import contextlib
import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from desktopxfer import errors
from desktopxfer.network.channel import Channel
from desktopxfer.offer import TOP, Decision, Entry, EntryKind, Offer
from desktopxfer.protocol.framing import HEADER, encode
from desktopxfer.protocol.messages import (
    Accept,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    ManifestEnd,
    ManifestPage,
    OfferStart,
    Receipt,
    Result,
)
from desktopxfer.transfer import connecting
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import Conversation
from desktopxfer.transfer.folder import Folder
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.progress import (
    EntriesEnded,
    EntriesSkipped,
    Event,
    Finished,
    Progress,
    Stage,
    StageChanged,
)
from tests.end_to_end.trees import compare, make_tree
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, new_device, send

BIG = 64 * 1024 * 1024  # never done before a cancel that comes with its first bytes


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return folder


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


def left(folder: Path) -> list[str]:
    """Everything below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


# What arrives -------------------------------------------------------------------------------------


def test_a_tree_arrives_identical(tmp_path: Path, into: Path) -> None:
    tree = tmp_path / "tree"
    make_tree(tree, 400, 90)  # more folders than are kept open, and more than one batch
    with ReceivingDevice(into) as bob:
        sent = send([tree], bob.device)
        received = bob.outcome()
    assert compare(tree, into / "tree") == []
    assert left(into)[0] == "tree"
    assert isinstance(received, Finished)
    assert (received.files, received.failed, received.paths) == (400, 0, (into / "tree",))
    assert (sent.files, sent.failed, sent.total_bytes) == (400, 0, received.total_bytes)


def test_single_things_arrive(source: Path, into: Path) -> None:
    (source / "empty").touch()
    (source / "folder").mkdir()
    (source / "big").write_bytes(os.urandom(3_000_001))
    with ReceivingDevice(into) as bob:
        for name in ("empty", "folder", "big"):
            send([source / name], bob.device)
            bob.outcome()
    assert compare(source / "big", into / "big") == []
    assert compare(source / "empty", into / "empty") == []
    assert compare(source / "folder", into / "folder") == []


def test_several_dropped_things_are_one_transfer(source: Path, into: Path) -> None:
    (source / "a").write_text("a")
    (source / "b").write_text("b")
    with ReceivingDevice(into) as bob:
        send([source / "a", source / "b"], bob.device)
        received = bob.outcome()
    assert isinstance(received, Finished)
    assert received.paths == (into / "a", into / "b")


def test_a_taken_name_gets_a_number(source: Path, into: Path) -> None:
    (source / "photo.jpg").write_text("new")
    (source / "album").mkdir()
    (source / "album" / "x").write_text("new")
    (into / "photo.jpg").write_text("old")
    (into / "photo (2).jpg").symlink_to("nowhere")
    (into / "album").mkdir()
    with ReceivingDevice(into) as bob:
        send([source / "photo.jpg", source / "album"], bob.device)
        received = bob.outcome()
    assert isinstance(received, Finished)
    assert received.paths == (into / "photo (3).jpg", into / "album (2)")
    assert (into / "photo.jpg").read_text() == "old"
    assert list((into / "album").iterdir()) == []
    assert (into / "album (2)" / "x").read_text() == "new"


def test_the_folder_to_save_in_is_made(source: Path, tmp_path: Path) -> None:
    (source / "a").write_text("a")
    into = tmp_path / "new" / "deeper"
    with ReceivingDevice(into) as bob:
        send([source / "a"], bob.device)
        bob.outcome()
    assert (into / "a").read_text() == "a"


def test_what_was_not_ticked_is_not_sent(tmp_path: Path, into: Path) -> None:
    tree = tmp_path / "tree"
    for name in ("keep/a", "keep/b", "drop/c"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(name)

    def without(offer: Offer) -> Decision:
        unwanted = {i for i, entry in enumerate(offer.entries) if entry.name in {"drop", "c", "b"}}
        return Decision(into, frozenset(unwanted))

    with ReceivingDevice(into, without) as bob:
        sent = send([tree], bob.device)
        bob.outcome()
    assert left(into) == ["tree", "tree/keep", "tree/keep/a"]
    assert sent.files == 1


def test_a_receipt_that_comes_at_once_is_a_receipt(
    source: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fast receiver may have answered before the sender looks up from its last send()."""
    (source / "a").write_text("a")
    original = Channel.send
    received: list[object] = []
    with ReceivingDevice(into) as bob:

        def send_and_wait(channel: Channel, *chunks: bytes) -> None:
            original(channel, *chunks)
            if threading.current_thread() is threading.main_thread() and any(
                bytes(chunk).endswith(encode(End())) for chunk in chunks
            ):
                received.append(bob.outcome())

        monkeypatch.setattr(Channel, "send", send_and_wait)
        assert send([source], bob.device).files == 1
    assert len(received) == 1


def test_both_sides_see_the_same_code(into: Path) -> None:
    control = Control()
    with ReceivingDevice(into, lambda _offer: None) as bob, control.wakeup:
        conversation, peer, code = connecting.connect(bob.device, new_device("Alice"), control)
        offer_one_file(conversation, "x", b"")
        offer, shown, _ = bob.offers.get(timeout=DEADLINE_S)
        conversation.give_up(errors.Cancelled())
        assert isinstance(bob.outcome(), errors.CancelledThere)
    assert (shown, len(code)) == (code, 6)
    assert (peer.name, offer.peer.name) == ("Bob", "Alice")


def test_a_probe_offers_nothing(into: Path) -> None:
    with ReceivingDevice(into) as bob:
        peer, _ = connecting.probe(bob.device, new_device("Alice"), control=Control())
        assert bob.outcome() is None
        assert bob.offers.empty()
        assert bob.events == []
    assert peer.device_id == bob.local.identity.device_id


def test_many_at_once(tmp_path: Path, into: Path) -> None:
    """Three senders to one receiver, the same name in each: nothing is lost or mixed."""
    trees = [tmp_path / str(number) / "tree" for number in range(3)]
    for number, tree in enumerate(trees):
        make_tree(tree, 50 + number, 10)
    with ReceivingDevice(into) as bob:
        threads = [threading.Thread(target=send, args=([tree], bob.device)) for tree in trees]
        for thread in threads:
            thread.start()
        received = [bob.outcome() for _ in trees]
        for thread in threads:
            thread.join(DEADLINE_S)
    arrived = {}
    for outcome in received:
        assert isinstance(outcome, Finished)
        arrived[outcome.files] = outcome.paths[0]
    for number, tree in enumerate(trees):
        assert compare(tree, arrived[50 + number]) == []


def test_one_sender_to_many(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    make_tree(tree, 50, 10)
    with contextlib.ExitStack() as stack:
        bobs = [stack.enter_context(ReceivingDevice(tmp_path / str(n))) for n in range(3)]
        threads = [threading.Thread(target=send, args=([tree], bob.device)) for bob in bobs]
        for thread in threads:
            thread.start()
        for bob in bobs:
            assert isinstance(bob.outcome(), Finished)
        for thread in threads:
            thread.join(DEADLINE_S)
    for number in range(3):
        assert compare(tree, tmp_path / str(number) / "tree") == []


# Entries that fail alone --------------------------------------------------------------------------


def vanish(path: Path) -> None:
    path.unlink()


def grow(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b"more")


def shrink(path: Path) -> None:
    os.truncate(path, 1)


def become_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


def become_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (vanish, errors.Vanished),
        (grow, errors.ChangedWhileSending),
        (shrink, errors.ChangedWhileSending),
        (become_link, errors.LinkSkipped),
        (become_pipe, errors.NotAFile),
    ],
)
def test_a_file_that_changed_since_the_offer_fails_alone(
    source: Path, into: Path, change: Callable[[Path], None], reason: type[errors.DesktopxferError]
) -> None:
    for name in "abc":
        (source / name).write_bytes(b"content")

    def change_then_accept(_offer: Offer) -> Decision:
        change(source / "b")
        return Decision(into)

    events: list[Event] = []
    with ReceivingDevice(into, change_then_accept) as bob:
        sent = send([source], bob.device, on_event=events.append)
        received = bob.outcome()
        failed = [failures(events), failures(bob.events)]
    assert left(into) == ["source", "source/a", "source/c"]
    assert isinstance(received, Finished)
    assert (sent.files, sent.failed) == (received.files, received.failed) == (2, 1)
    assert [[type(error) for error in side] for side in failed] == [[reason], [reason]]
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert last.done_bytes == last.total_bytes == 14  # the rest ends at 100 %


def failures(events: list[Event]) -> list[errors.DesktopxferError]:
    return [
        error
        for event in events
        if isinstance(event, EntriesEnded)
        for _, error in event.results
        if error is not None
    ]


@pytest.mark.parametrize("change", [grow, shrink])
def test_a_file_that_changes_while_it_is_read_fails_alone(
    source: Path, into: Path, change: Callable[[Path], None]
) -> None:
    (source / "a").write_bytes(b"\0")
    os.truncate(source / "a", BIG)
    (source / "b").write_bytes(b"fine")
    pending = [source / "a"]

    def on_event(event: Event) -> None:
        if isinstance(event, Progress) and pending:
            change(pending.pop())

    with ReceivingDevice(into) as bob:
        sent = send([source], bob.device, on_event=on_event)
        bob.outcome()
    assert left(into) == ["source", "source/b"]
    assert (sent.files, sent.failed) == (1, 1)


def test_links_are_skipped_and_reported_in_one_go(source: Path, into: Path) -> None:
    (source / "file").write_text("x")
    for name in ("link", "other link"):
        (source / name).symlink_to("/etc/passwd")
    events: list[Event] = []
    with ReceivingDevice(into) as bob:
        send([source], bob.device, on_event=events.append)
        bob.outcome()
    assert left(into) == ["source", "source/file"]
    (skipped,) = (event.errors for event in events if isinstance(event, EntriesSkipped))
    assert [type(error) for error in skipped] == [errors.LinkSkipped] * 2


def test_a_fault_of_the_disk_loses_the_batch_and_says_so(
    source: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a failed sync the system may have dropped the data: no file of it may seem saved."""
    (source / "a").write_text("a")
    faults = [OSError(errno.EIO, os.strerror(errno.EIO))]
    sync = Folder.sync_volume

    def fail_once(folder: Folder) -> bool:
        if faults:
            raise faults.pop()
        return sync(folder)

    monkeypatch.setattr(Folder, "sync_volume", fail_once)
    with ReceivingDevice(into) as bob:
        sent = send([source], bob.device)
        bob.outcome()
        (failed,) = failures(bob.events)
    assert isinstance(failed, errors.DiskFailed)
    assert (sent.files, sent.failed) == (0, 1)
    assert left(into) == ["source"]


def test_a_list_that_no_receiver_would_read_is_not_begun(
    source: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source / "a").touch()
    monkeypatch.setattr("desktopxfer.protocol.session.MAX_MANIFEST_BYTES", 70)
    with ReceivingDevice(into) as bob, pytest.raises(errors.TooManyEntries):
        send([source], bob.device)


# The whole transfer ends --------------------------------------------------------------------------


def test_declined(source: Path, into: Path) -> None:
    (source / "a").touch()
    with ReceivingDevice(into, lambda _offer: Decision(None)) as bob:
        with pytest.raises(errors.Declined, match="Bob declined"):
            send([source], bob.device)
        assert bob.outcome() is None
    assert left(into) == []


@pytest.fixture
def big(source: Path) -> Path:
    """A small file that is complete long before the big one after it."""
    (source / "a").write_text("complete")
    (source / "b").touch()
    os.truncate(source / "b", BIG)
    return source


def test_the_sender_cancels_in_mid_file(big: Path, into: Path) -> None:
    control = Control()

    def on_event(event: Event) -> None:
        if isinstance(event, Progress) and event.done_bytes > 1000:
            control.cancel()

    with ReceivingDevice(into) as bob:
        with pytest.raises(errors.Cancelled):
            send([big], bob.device, on_event=on_event, control=control)
        assert isinstance(bob.outcome(), errors.CancelledThere)
    assert_only_complete(into)


def test_the_receiver_cancels_in_mid_file(big: Path, into: Path) -> None:
    with ReceivingDevice(into) as bob:

        def on_event(event: Event) -> None:
            if isinstance(event, Progress) and event.done_bytes > 1000:
                bob.offers.get(timeout=DEADLINE_S)[2].cancel()

        with pytest.raises(errors.CancelledThere, match="Bob cancelled"):
            send([big], bob.device, on_event=on_event)
        assert isinstance(bob.outcome(), errors.Cancelled)
    assert_only_complete(into)


def assert_only_complete(into: Path) -> None:
    """No staging folder, no part; at most what was already complete."""
    remains = left(into)
    assert [name for name in remains if name not in {"source", "source/a"}] == []
    if "source/a" in remains:
        assert (into / "source" / "a").read_text() == "complete"


def assert_only_complete_under_final_names(into: Path) -> None:
    """What was interrupted keeps its parts; see test_resume.py."""
    (staging,) = into.glob(f"{STAGING_PREFIX}*")
    shutil.rmtree(staging)
    assert_only_complete(into)


def test_the_sender_cancels_while_a_person_decides(source: Path, into: Path) -> None:
    control = Control()
    with ReceivingDevice(into, lambda _offer: control.cancel()) as bob:
        with pytest.raises(errors.Cancelled):
            send([source], bob.device, control=control)
        assert isinstance(bob.outcome(), errors.CancelledThere)
    assert left(into) == []


def test_the_receiver_ends_while_a_person_decides(source: Path, into: Path) -> None:
    with ReceivingDevice(into, lambda _offer: None) as bob:

        def quit_at_once() -> None:
            bob.offers.get(timeout=DEADLINE_S)[2].cancel()

        threading.Thread(target=quit_at_once).start()
        with pytest.raises(errors.CancelledThere):
            send([source], bob.device)
        assert isinstance(bob.outcome(), errors.Cancelled)
    assert left(into) == []


def test_cancel_before_anything_happened(source: Path, into: Path) -> None:
    (source / "a").touch()
    control = Control()
    control.cancel()
    with ReceivingDevice(into) as bob, pytest.raises(errors.Cancelled):
        send([source], bob.device, control=control)


def test_the_sender_dies_in_mid_file(big: Path, into: Path) -> None:
    def on_event(event: Event) -> None:
        if isinstance(event, Progress) and event.done_bytes > 1000:
            raise RuntimeError("as if the process had died: no goodbye")

    with ReceivingDevice(into) as bob:
        with pytest.raises(RuntimeError):
            send([big], bob.device, on_event=on_event)
        assert isinstance(bob.outcome(), errors.ConnectionLost)
    assert_only_complete_under_final_names(into)


def test_the_disk_is_full_in_mid_file(
    big: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    room = [BIG // 2]

    def write_until_full(descriptor: int, piece: memoryview) -> int:
        room[0] -= len(piece)
        if room[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, piece)

    monkeypatch.setattr("desktopxfer.transfer.staging.os.write", write_until_full)
    with ReceivingDevice(into) as bob:
        with pytest.raises(errors.NotEnoughSpace, match="Bob has not enough free space"):
            send([big], bob.device)
        failure = bob.outcome()
    assert isinstance(failure, errors.DiskFull)
    assert "source/b" in str(failure)
    assert_only_complete_under_final_names(into)


def test_not_enough_space_is_noticed_before_the_first_byte(
    big: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktopxfer.transfer.room.free_bytes", lambda _folder, **_: BIG)
    stages: list[Stage] = []
    with ReceivingDevice(into) as bob:
        with pytest.raises(errors.NotEnoughSpace):
            send(
                [big],
                bob.device,
                on_event=lambda event: (
                    stages.append(event.stage) if isinstance(event, StageChanged) else None
                ),
            )
        assert isinstance(bob.outcome(), errors.NotEnoughSpace)
    assert Stage.MOVING not in stages
    assert left(into) == []


def test_the_folder_to_save_in_is_a_file(source: Path, into: Path) -> None:
    (source / "a").touch()
    (into / "file").touch()
    with ReceivingDevice(into / "file") as bob:
        with pytest.raises(errors.CannotSave):
            send([source], bob.device)
        assert isinstance(bob.outcome(), errors.FolderMissing)


# A sender that keeps to the protocol but not to the truth -----------------------------------------


def offer_one_file(
    conversation: Conversation, name: str, content: bytes, parent: int = TOP
) -> None:
    entry = Entry(parent, name, EntryKind.FILE, len(content))
    conversation.send(OfferStart(bytes(16), 1, len(content)))
    page = conversation.session.send(ManifestPage((entry,)))
    conversation.channel.send(page)
    conversation.send(ManifestEnd(blake3(page[HEADER.size :]).digest()))


@pytest.mark.parametrize(
    "name", ["..", "a/b", "/etc/passwd", "a\\b", "", ".", "x\0y", ".desktopxfer-1", "C:x"]
)
def test_a_name_that_could_do_harm_refuses_the_offer(into: Path, name: str) -> None:
    with ReceivingDevice(into) as bob:
        with raw_sender(bob) as conversation:
            offer_one_file(conversation, name, b"")
            with pytest.raises(errors.NamesRefused):
                conversation.next()
        assert isinstance(bob.outcome(), errors.UnsafeName)
        assert bob.offers.empty()
    assert left(into) == []


def test_a_wrong_digest_saves_nothing(into: Path) -> None:
    with ReceivingDevice(into) as bob:
        with raw_sender(bob) as conversation:
            offer_one_file(conversation, "a", b"content")
            conversation.expect(Accept)
            conversation.send(FileStart(0))
            conversation.channel.send(conversation.session.send_data(7), b"content")
            conversation.send(FileEnd(bytes(32), 0), End())
            assert conversation.expect(FileResults).results == (Result(0, "damaged"),)
            assert conversation.expect(Receipt).saved == 0
        outcome = bob.outcome()
    assert isinstance(outcome, Finished)
    assert (outcome.files, outcome.failed) == (0, 1)
    assert left(into) == []


def test_a_file_that_the_sender_gives_up_leaves_nothing(into: Path) -> None:
    with ReceivingDevice(into) as bob:
        with raw_sender(bob) as conversation:
            offer_one_file(conversation, "a", b"content")
            conversation.expect(Accept)
            conversation.send(FileStart(0))
            conversation.channel.send(conversation.session.send_data(3), b"con")
            conversation.send(FileFailed(0, "a_reason_of_a_newer_version"), End())
            assert conversation.expect(Receipt).saved == 0
        bob.outcome()
        (failed,) = failures(bob.events)
    assert isinstance(failed, errors.EntryFailed)
    assert left(into) == []


def test_who_begins_an_offer_and_stalls_has_to_wait(
    source: Path, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (source / "a").touch()
    monkeypatch.setattr("desktopxfer.transfer.receiver.MANIFEST_TIMEOUT_S", 0.2)
    with ReceivingDevice(into) as bob:
        with raw_sender(bob) as conversation:
            conversation.send(OfferStart(bytes(16), 1, 0))
            assert isinstance(bob.outcome(), errors.TimedOut)
        with pytest.raises(errors.NotReceiving):  # another certificate from the same computer
            send([source], bob.device)
        bob.outcome()


@contextlib.contextmanager
def raw_sender(bob: ReceivingDevice) -> Iterator[Conversation]:
    control = Control()
    with control.wakeup:
        conversation, _, _ = connecting.connect(bob.device, new_device("Mallory"), control)
        conversation.channel.idle_timeout_s = DEADLINE_S
        yield conversation
        conversation.channel.close()
