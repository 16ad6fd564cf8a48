"""A destination that other programs change meanwhile, and a disk that does not keep up."""

import contextlib
import errno
import os
import shutil
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from blake3 import blake3

from desktopxfer import errors
from desktopxfer.offer import TOP, Entry
from desktopxfer.protocol.messages import End, FileEnd, FileStart
from desktopxfer.settings import Profile
from desktopxfer.transfer import destination
from desktopxfer.transfer import incoming as module
from desktopxfer.transfer.folder import HAS_DESCRIPTORS, Folder
from desktopxfer.transfer.incoming import Incoming
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.progress import Event, Finished, Progress
from desktopxfer.transfer.store import Store
from tests import needs
from tests.command_line import Receiver
from tests.end_to_end.trees import make_tree
from tests.hostile.harness import (
    ALICE,
    FOLDER,
    Target,
    data,
    file,
    folder,
    greeted,
    offer,
    offered_and_accepted,
    picture,
    reached,
)
from tests.transfer.engine import DEADLINE_S, new_journal, send

NEW = blake3(b"new").digest()

# A folder that was closed -------------------------------------------------------------------------


@pytest.mark.skipif(not HAS_DESCRIPTORS, reason="the system has no directory descriptors")
def test_a_closed_folder_is_no_path(tmp_path: Path) -> None:
    """A path could lead elsewhere by now: whoever holds no descriptor any more must do nothing."""
    (tmp_path / "empty").mkdir()
    closed = Folder.open(tmp_path)
    closed.close()
    for step in (closed.make_folder, closed.create_file, closed.remove_folder, closed.open_folder):
        with pytest.raises(OSError, match="Bad file descriptor"):
            step("empty")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_failed_end_cleans_up_through_its_descriptor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The destination is renamed and replaced while the last sync fails: only ours is removed."""
    into, moved = tmp_path / "into", tmp_path / "moved"
    entries = [folder("top"), folder("empty", 0)]
    store = Store(Profile(tmp_path / "profile"))
    incoming = Incoming(into, entries, ["top", "empty"], new_journal(store))

    def swap_and_fail(_folder: Folder) -> bool:
        into.rename(moved)
        (into / "top" / "empty").mkdir(parents=True)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Folder, "sync_volume", swap_and_fail)
    with pytest.raises(errors.DiskFailed):
        incoming.finish()
    incoming.discard()
    assert list(moved.iterdir()) == []
    assert (into / "top" / "empty").is_dir()
    store.close()


# What is there under a final name -----------------------------------------------------------------


def fifo(path: Path) -> None:
    os.mkfifo(path)


def local_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as sock, contextlib.chdir(path.parent):
        sock.bind(path.name)  # a full path may be too long for it


def link(path: Path) -> None:
    path.symlink_to(path.parent.parent / "canary" / "file")


def dangling_link(path: Path) -> None:
    path.symlink_to(path.parent.parent / "canary" / "new")


def link_to_folder(path: Path) -> None:
    path.symlink_to(path.parent.parent / "canary", target_is_directory=True)


def device(path: Path) -> None:
    needs.root()
    os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))  # /dev/null


def plain_file(path: Path) -> None:
    path.write_text("mine")


def plain_folder(path: Path) -> None:
    path.mkdir()


THINGS = [fifo, local_socket, link, dangling_link, link_to_folder, device, plain_file, plain_folder]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.__name__)
@pytest.mark.parametrize("meanwhile", [False, True], ids=["before", "meanwhile"])
def test_a_taken_name_stays_what_it_is(
    target: Target, thing: Callable[[Path], None], meanwhile: bool
) -> None:
    """A link, FIFO, socket, device, file or folder in the place of an arriving file or folder."""
    if not meanwhile:
        thing(target.into / "file")
        thing(target.into / "folder")
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("file", 3), folder("folder"), file("inside", 3, 1))
        mallory.say(FileStart(0), data(b"new"))
        if meanwhile:
            thing(target.into / "file")
            thing(target.into / "folder")
        before = picture(target.into / "file"), picture(target.into / "folder")
        mallory.say(FileEnd(NEW, 0), FileStart(2), data(b"new"), FileEnd(NEW, 0), End())
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, Finished)
    assert [path.name for path in outcome.paths] == ["file (2)", "folder (2)"]
    assert (picture(target.into / "file"), picture(target.into / "folder")) == before
    assert (target.into / "file (2)").read_text() == "new"
    assert (target.into / "folder (2)" / "inside").read_text() == "new"


# Folders that change under way --------------------------------------------------------------------


@pytest.mark.parametrize(
    "thing", [link_to_folder, fifo, plain_file], ids=lambda each: each.__name__
)
def test_a_folder_swapped_under_way_is_not_entered(
    target: Target, monkeypatch: pytest.MonkeyPatch, thing: Callable[[Path], None]
) -> None:
    """Between two files the folder that was made becomes a link to elsewhere, a pipe, a file."""
    monkeypatch.setattr(destination, "OPEN_FOLDERS", 1)
    monkeypatch.setattr(module, "BATCH_FILES", 1)
    entries = [folder("one"), file("a", 3, 0), folder("two"), file("b", 3, 2), file("c", 3, 0)]
    with greeted(target) as mallory:
        offered_and_accepted(mallory, *entries)
        for index in (1, 3):
            mallory.say(FileStart(index), data(b"new"), FileEnd(NEW, 0))
            mallory.channel.receive()  # its result: it has its final name
        (target.into / "one").rename(target.into / "kept")
        thing(target.into / "one")
        mallory.say(FileStart(4), data(b"new"), FileEnd(NEW, 0), End())
        target.fate_of(mallory)
    assert not (target.canary / "c").exists()
    assert (target.into / "kept" / "a").read_text() == "new"


# Swaps the newest folders, and one level below them, for links to the canary and back.
RACER = """
import itertools, os, sys
into, canary = sys.argv[1:]
print("ready", flush=True)
swaps = 0
def folders(path):
    try:
        with os.scandir(path) as entries:
            found = [each for each in entries if each.is_dir(follow_symlinks=False)]
            found.sort(key=lambda each: each.stat(follow_symlinks=False).st_ctime_ns)
    except OSError:
        return []
    return [each.path for each in found[-2:]]
for number in itertools.count():
    if number % 100 == 0 and os.path.exists(into + "/stop"):
        break
    for top in folders(into):
        for victim in (*folders(top), top):
            aside = os.path.join(into, f".aside-{number}")
            try:
                os.rename(victim, aside)
                os.symlink(canary, victim)
                swaps += 1
                os.unlink(victim)
                os.rename(aside, victim)
            except OSError:
                pass  # the victim was faster
print(swaps)
"""


@pytest.mark.skipif(not HAS_DESCRIPTORS, reason="documented: on Windows a local race remains")
@pytest.mark.parametrize(
    "seconds", [2, pytest.param(20, marks=pytest.mark.slow)], ids=["short", "long"]
)
def test_folders_swapped_for_links_all_the_time(
    target: Target, tmp_path: Path, seconds: float
) -> None:
    """Warpinator CVE-2022-42725, rsync 2026: a local race between a check and its use.

    A check-then-open lost it 4 777 times in 4 s. Here another process swaps every folder below the
    destination, and the part files' folder, for links to the canary, as fast as it can.
    """
    tree = tmp_path / "tree"
    for number in range(100):  # more than are kept open
        (tree / f"{number}").mkdir(parents=True)
        (tree / f"{number}" / "file").write_text("new")
    racer = subprocess.Popen(
        [sys.executable, "-c", RACER, str(target.into), str(target.canary)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert racer.stdout
    racer.stdout.readline()
    deadline = time.monotonic() + seconds
    rounds = failed = 0
    while time.monotonic() < deadline:
        rounds += 1
        try:
            failed += send([tree], target.device, local=ALICE).failed
        except errors.DesktopxferError:
            failed += 1
        target.outcome()
        clear(target.into)
    (target.into / "stop").touch()
    swaps, _ = racer.communicate(timeout=DEADLINE_S)
    assert int(swaps) > 100
    assert rounds > 1
    print(f"{rounds} transfers, {failed} failures, {int(swaps)} swaps in {seconds} s")
    clear(target.into)


def eventually(look: Callable[[], Path | None]) -> Path:
    """What is there within the deadline."""
    deadline = time.monotonic() + DEADLINE_S
    while (found := look()) is None:
        assert time.monotonic() < deadline
        time.sleep(0.001)
    return found


def clear(place: Path) -> None:
    """Removes what arrived and what the racer's renames have left."""
    for path in place.iterdir():
        with contextlib.suppress(OSError):  # the racer has it
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()


# The disk itself ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [2**40 * 100, 2**62, 2**63 - 1])
def test_a_huge_size_is_refused_before_anything_is_made(target: Target, size: int) -> None:
    with greeted(target) as mallory:
        mallory.say(*offer(file("sparse", size)))
        assert isinstance(mallory.last_words(), errors.NotEnoughSpace)
    assert isinstance(target.outcome(), errors.NotEnoughSpace)
    assert target.saved == []


@pytest.mark.parametrize("mtime_ns", [-(2**63), -1, 0, 2**63 - 1])
def test_a_silly_mtime_is_no_obstacle(target: Target, mtime_ns: int) -> None:
    made = Entry(TOP, "folder", FOLDER, 0, mtime_ns)
    with greeted(target) as mallory:
        offered_and_accepted(mallory, made, file("file", 3, 0))
        mallory.say(FileStart(1), data(b"new"), FileEnd(NEW, mtime_ns), End())
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, Finished)
    assert outcome.failed == 0
    assert target.saved == ["folder", "folder/file"]


@pytest.mark.parametrize("number", [errno.EIO, errno.EXDEV, errno.EPERM, errno.ENOSPC])
def test_a_refused_rename_fails_alone(
    target: Target, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    move = Folder.move

    def refuse(self: Folder, name: str, to: Folder, new_name: str) -> None:
        if new_name == "bad":
            raise OSError(number, os.strerror(number))
        move(self, name, to, new_name)

    monkeypatch.setattr(Folder, "move", refuse)
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("bad", 3), file("good", 3))
        for index in (0, 1):
            mallory.say(FileStart(index), data(b"new"), FileEnd(NEW, 0))
        mallory.say(End())
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, Finished)
    assert (outcome.files, outcome.failed) == (1, 1)
    assert target.saved == ["good"]


def test_a_part_file_edited_meanwhile_is_not_taken_for_the_peers(target: Target) -> None:
    """Another program of the same user writes to the part file; nothing else is touched.

    What the digest vouches for is what came over the wire. Nothing is resumed from a part file yet;
    once it is, it has to be hashed anew.
    """
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("file", 6))
        mallory.say(FileStart(0), data(b"new"))
        part = eventually(lambda: next(target.into.glob(f"{STAGING_PREFIX}*/0"), None))
        part.unlink()
        part.symlink_to(target.canary / "file")
        mallory.say(data(b"new"), FileEnd(blake3(b"newnew").digest(), 0), End())
        target.fate_of(mallory)
    (target.into / "file").unlink(missing_ok=True)  # at most the other program's own link


@pytest.mark.parametrize("after_bytes", [0, 100_000, 1_000_000, 2_000_000])
def test_killed_at_any_point_a_name_means_a_whole_file(tmp_path: Path, after_bytes: int) -> None:
    """kill -9 of the real program in mid-transfer."""
    tree, into = tmp_path / "tree", tmp_path / "into"
    make_tree(tree, 600, 20)
    with Receiver(tmp_path, "--accept", "everyone", into=into) as program:

        def kill_in_time(event: Event) -> None:
            if isinstance(event, Progress) and event.done_bytes >= after_bytes:
                program.process.kill()

        with contextlib.suppress(errors.DesktopxferError):
            send([tree], reached(program), on_event=kill_in_time)
    sent = {path.relative_to(tree): path for path in tree.rglob("*") if path.is_file()}
    for path in into.rglob("*"):
        if path.is_file() and STAGING_PREFIX not in str(path):
            assert path.read_bytes() == sent[path.relative_to(into / "tree")].read_bytes()
    with Receiver(tmp_path, "--accept", "everyone", into=into) as program:
        assert send([tree], reached(program)).failed == 0
