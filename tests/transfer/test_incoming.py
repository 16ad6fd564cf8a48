"""What lands on the disk, and what is left there after each kind of end."""

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from blake3 import blake3

from desktopxfer import errors
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.settings import Profile
from desktopxfer.transfer import destination
from desktopxfer.transfer import incoming as module
from desktopxfer.transfer.incoming import Incoming, Outcome
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.store import Store
from tests.transfer.engine import new_journal

MTIME = 1_600_000_000_000_000_001


def folder(name: str, parent: int = TOP) -> Entry:
    return Entry(parent, name, EntryKind.FOLDER, mtime_ns=MTIME)


def file(name: str, parent: int = TOP, content: bytes = b"content") -> Entry:
    return Entry(parent, name, EntryKind.FILE, len(content), MTIME)


class Stores:
    """The store of the test that runs."""

    store: Store


@pytest.fixture(autouse=True)
def a_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with contextlib.closing(Store(Profile(tmp_path_factory.mktemp("profile")))) as Stores.store:
        yield


def begin(into: Path, entries: Sequence[Entry], unwanted: frozenset[int] = frozenset()) -> Incoming:
    names = [entry.name for entry in entries]
    return Incoming(into, entries, names, new_journal(Stores.store), unwanted=unwanted)


def put(incoming: Incoming, index: int, content: bytes = b"content") -> None:
    incoming.start(index)
    incoming.write(memoryview(content))
    incoming.end(blake3(content).digest(), MTIME)


def below(into: Path) -> list[str]:
    return sorted(str(path.relative_to(into)) for path in into.rglob("*"))


def final(into: Path) -> list[str]:
    """What a user sees: without the staging folder."""
    return [path for path in below(into) if not path.startswith(STAGING_PREFIX)]


def test_a_final_name_appears_only_with_the_whole_file(tmp_path: Path) -> None:
    incoming = begin(tmp_path, [file("a")])
    incoming.start(0)
    incoming.write(memoryview(b"con"))
    assert final(tmp_path) == []
    incoming.write(memoryview(b"tent"))
    incoming.end(blake3(b"content").digest(), MTIME)
    assert final(tmp_path) == []
    assert incoming.finish() == [Outcome(0)]
    assert below(tmp_path) == ["a"]
    assert (tmp_path / "a").stat().st_mtime_ns == MTIME


def test_folders_are_made_when_needed_and_keep_their_dates(tmp_path: Path) -> None:
    entries = [folder("top"), folder("empty", 0), folder("full", 0), file("a", 2), folder("no", 0)]
    incoming = begin(tmp_path, entries, unwanted=frozenset({4}))
    assert final(tmp_path) == []
    put(incoming, 3)
    incoming.finish()
    assert below(tmp_path) == ["top", "top/empty", "top/full", "top/full/a"]
    for name in ("top", "top/empty", "top/full"):
        assert (tmp_path / name).stat().st_mtime_ns == MTIME
    assert incoming.saved_paths() == (tmp_path / "top",)


def test_discard_leaves_finished_files_and_nothing_else(tmp_path: Path) -> None:
    entries = [folder("top"), folder("one", 0), file("done", 1), folder("two", 0), file("part", 3)]
    (tmp_path / "mine").write_text("untouched")
    incoming = begin(tmp_path, entries)
    put(incoming, 2)
    assert incoming.settle() == [Outcome(2)]
    incoming.start(4)
    incoming.write(memoryview(b"con"))
    incoming.discard()
    assert below(tmp_path) == ["mine", "top", "top/one", "top/one/done"]


def test_discard_removes_what_waited_for_the_disk(tmp_path: Path) -> None:
    incoming = begin(tmp_path, [file("a"), file("b")])
    put(incoming, 0)
    incoming.discard()
    assert below(tmp_path) == []


def test_a_wrong_digest_fails_alone(tmp_path: Path) -> None:
    incoming = begin(tmp_path, [file("a"), file("b")])
    incoming.start(0)
    incoming.write(memoryview(b"CONTENT"))
    incoming.end(blake3(b"content").digest(), MTIME)
    put(incoming, 1)
    first, second = incoming.finish()
    assert isinstance(first.error, errors.Damaged)
    assert second == Outcome(1)
    assert below(tmp_path) == ["b"]


def test_an_abandoned_file_leaves_nothing(tmp_path: Path) -> None:
    incoming = begin(tmp_path, [file("a")])
    incoming.start(0)
    incoming.write(memoryview(b"con"))
    incoming.abandon(0, errors.Vanished("a"))
    assert incoming.finish() == []
    assert below(tmp_path) == []


def test_batches_fill_by_count_and_by_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH_FILES", 2)
    incoming = begin(tmp_path, [file(name) for name in "abc"])
    put(incoming, 0)
    assert not incoming.batch_is_full
    put(incoming, 1)
    assert incoming.batch_is_full
    assert incoming.settle() == [Outcome(0), Outcome(1)]
    assert final(tmp_path) == ["a", "b"]
    monkeypatch.setattr(module, "BATCH_BYTES", 7)
    put(incoming, 2)
    assert incoming.batch_is_full
    incoming.discard()


def test_a_big_file_is_synced_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(module, "OWN_SYNC_BYTES", 7)
    monkeypatch.setattr("desktopxfer.transfer.incoming.os.fsync", synced.append)
    incoming = begin(tmp_path, [file("a")])
    put(incoming, 0)
    assert len(synced) == 1
    incoming.finish()


def test_without_a_volume_sync_each_file_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktopxfer.transfer.folder._syncfs", None)
    monkeypatch.setattr(destination, "HAS_VOLUME_SYNC", False)
    incoming = begin(tmp_path, [folder("top"), file("a", 0), file("b", 0)])
    put(incoming, 1)
    put(incoming, 2)
    assert incoming.finish() == [Outcome(1), Outcome(2)]
    assert below(tmp_path) == ["top", "top/a", "top/b"]


def test_two_transfers_to_one_name(tmp_path: Path) -> None:
    one, two = (begin(tmp_path, [file("a", content=text)]) for text in (b"one", b"two"))
    put(one, 0, b"one")
    put(two, 0, b"two")
    one.finish()
    two.finish()
    assert one.saved_paths() == (tmp_path / "a",)
    assert two.saved_paths() == (tmp_path / "a (2)",)
    assert (tmp_path / "a (2)").read_bytes() == b"two"


def test_a_folder_swapped_for_a_link_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(destination, "OPEN_FOLDERS", 1)
    (tmp_path / "into").mkdir()
    (tmp_path / "outside").mkdir()
    entries = [folder("top"), folder("sub", 0), file("a", 1), folder("other"), file("b", 3)]
    entries += [file("c", 1)]
    incoming = begin(tmp_path / "into", entries)
    put(incoming, 2)
    put(incoming, 4)  # shuts "sub"
    incoming.settle()
    shutil.rmtree(tmp_path / "into" / "top" / "sub")
    (tmp_path / "into" / "top" / "sub").symlink_to(tmp_path / "outside")
    put(incoming, 5)
    assert incoming.settle() == [Outcome(5)]
    incoming.discard()
    assert list((tmp_path / "outside").iterdir()) == []
    assert (tmp_path / "into" / "top" / "sub (2)" / "c").read_bytes() == b"content"


def test_the_destination_vanishes(tmp_path: Path) -> None:
    into = tmp_path / "into"
    incoming = begin(into, [file("a")])
    incoming.start(0)
    shutil.rmtree(into)
    incoming.write(memoryview(b"content"))
    incoming.end(blake3(b"content").digest(), MTIME)
    (outcome,) = incoming.settle()
    assert isinstance(outcome.error, errors.DiskFailed)
    incoming.discard()


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    def open_descriptors() -> int:
        return len(os.listdir("/proc/self/fd"))

    before = open_descriptors()
    for end in ("finish", "discard"):
        incoming = begin(tmp_path / end, [folder("top"), file("a", 0)])
        put(incoming, 1)
        getattr(incoming, end)()
    (tmp_path / "file").touch()
    with pytest.raises(errors.FolderMissing):
        begin(tmp_path / "file", [file("a")])
    assert open_descriptors() == before
