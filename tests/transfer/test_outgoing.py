import errno
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.errors import (
    Cancelled,
    ChangedWhileSending,
    DesktopxferError,
    LinkSkipped,
    NotAFile,
    NothingToSend,
    PathMissing,
    TooDeep,
    TooManyEntries,
    Unreadable,
    Vanished,
)
from desktopxfer.offer import TOP, Entry, EntryKind, path_of
from desktopxfer.transfer import names, outgoing
from desktopxfer.transfer.outgoing import Outgoing, open_source, scan

FILE, FOLDER = EntryKind

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such names")
on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


def write(path: Path, content: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def paths_in(found: Outgoing) -> list[str]:
    return [path_of(found.entries, index) for index in range(len(found.entries))]


def skipped_in(found: Outgoing) -> dict[str, type[DesktopxferError]]:
    return {os.path.basename(error.subject): type(error) for error in found.skipped}


def fails_with(number: int) -> Callable[..., object]:
    """A system call that fails as it would on a broken disk."""

    def call(path: str, *_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number), path)

    return call


# Walking ------------------------------------------------------------------------------------------


def test_a_tree(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    write(tree / "b" / "deep" / "z", b"12")
    write(tree / "b" / "a", b"1")
    write(tree / "zero")
    write(tree / "about", b"123")
    (tree / "a empty").mkdir()
    found = scan([tree])
    assert paths_in(found) == [
        *("tree", "tree/about", "tree/zero"),
        *("tree/a empty", "tree/b", "tree/b/a", "tree/b/deep", "tree/b/deep/z"),
    ]
    names.check(found.entries)
    assert found.skipped == []
    for index, path in enumerate(paths_in(found)):
        assert found.source(index) == os.path.realpath(tmp_path / path)
        assert found.entries[index].kind is (FOLDER if os.path.isdir(tmp_path / path) else FILE)
    assert [entry.size for entry in found.entries] == [0, 3, 0, 0, 0, 1, 0, 2]


def test_times_of_files_and_folders_are_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "tree" / "old")
    os.utime(path, ns=(0, 1_234_567_891_123_456_700))
    os.utime(path.parent, ns=(0, -5_000_000_000))
    assert [entry.mtime_ns for entry in scan([path.parent]).entries] == [
        *(-5_000_000_000, 1_234_567_891_123_456_700),
    ]


def test_a_silly_time_refuses_no_offer(tmp_path: Path) -> None:
    path = write(tmp_path / "from the future")
    os.utime(path, (0, 14_000_000_000))  # the year 2413: file systems hold it, 64 bit ns do not
    found = scan([path])
    names.check(found.entries)
    assert found.entries[0].mtime_ns == min(path.stat().st_mtime_ns, names.MTIME_MAX_NS)


@on_posix
def test_executable_is_any_such_bit_of_a_file(tmp_path: Path) -> None:
    for mode in (0o644, 0o744, 0o654, 0o645, 0o600):
        write(tmp_path / "tree" / f"{mode:o}").chmod(mode)
    found = scan([tmp_path / "tree"])
    assert {entry.name for entry in found.entries if entry.executable} == {"744", "654", "645"}


def test_a_sparse_file_of_more_than_4_gib(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(5 << 30)
    assert scan([path]).entries == [Entry(TOP, "large", FILE, 5 << 30, path.stat().st_mtime_ns)]


def test_several_dropped_things_in_their_order(tmp_path: Path) -> None:
    dropped = [write(tmp_path / name) for name in ("z", "a")]
    inner = write(tmp_path / "m" / "inner")
    found = scan([dropped[0], tmp_path / "m", dropped[1], inner])  # one lies within another
    assert paths_in(found) == ["z", "m", "m/inner", "a", "inner"]
    assert found.source(2) == found.source(4) == os.path.realpath(inner)


def test_dropped_things_of_one_name_are_told_apart(tmp_path: Path) -> None:
    dropped = [write(tmp_path / folder / "notes.txt", b"x") for folder in "abc"]
    (tmp_path / "d" / "notes.txt").mkdir(parents=True)
    found = scan([*dropped, tmp_path / "d" / "notes.txt"])
    assert paths_in(found) == [
        *("notes.txt", "notes (2).txt", "notes (3).txt", "notes.txt (2)"),
    ]
    assert [found.source(index) for index in range(3)] == [os.path.realpath(p) for p in dropped]


@pytest.mark.parametrize("path", [".", "..", "../tree", "sub/..", "sub/../../tree"])
def test_a_path_without_a_name_gets_the_folder_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (tmp_path / "tree" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "tree")
    found = scan([Path(path)])
    assert found.entries[0].name == Path(path).resolve().name
    assert found.source(0) == os.path.realpath(path)


def test_a_dropped_root_gets_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", fails_with(errno.EACCES))  # not the whole machine
    with pytest.raises(NothingToSend):
        scan([Path(os.path.abspath(os.sep))])
    dropped = outgoing._dropped([Path(os.path.abspath(os.sep))])
    assert dropped[0].name not in {"", "."}
    names.check([Entry(TOP, dropped[0].name, FOLDER)])


@pytest.mark.parametrize("last", ["missing", "file/below", "dangling", "nul\0byte"])
def test_a_missing_path_is_said_before_anything(tmp_path: Path, last: str) -> None:
    write(tmp_path / "file")
    (tmp_path / "dangling").symlink_to("nowhere")
    reports: list[tuple[int, int]] = []
    with pytest.raises(PathMissing) as caught:
        scan([tmp_path / "file", tmp_path / last], on_found=lambda *found: reports.append(found))
    assert last.replace("\0", "\ufffd") in str(caught.value)
    assert reports == []


# Skipping -----------------------------------------------------------------------------------------


@pytest.fixture
def odd_folder(tmp_path: Path) -> Iterator[Path]:
    odd = tmp_path / "odd"
    write(odd / "file", b"content")
    write(tmp_path / "outside" / "secret")
    (odd / "link to file").symlink_to("file")
    (odd / "link out").symlink_to(tmp_path / "outside")
    (odd / "dangling").symlink_to("nowhere")
    (odd / "up").symlink_to(".")
    (odd / "loop").symlink_to("loop")
    os.mkfifo(odd / "fifo")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(odd / "socket"))
        yield odd


@on_posix
def test_links_and_what_is_no_file_are_skipped_and_reported(odd_folder: Path) -> None:
    found = scan([odd_folder])
    assert paths_in(found) == ["odd", "odd/file"]
    assert skipped_in(found) == {
        "link to file": LinkSkipped,
        "link out": LinkSkipped,
        "dangling": LinkSkipped,
        "up": LinkSkipped,
        "loop": LinkSkipped,
        "fifo": NotAFile,
        "socket": NotAFile,
    }


@on_posix
def test_a_dropped_link_is_followed_and_keeps_its_name(tmp_path: Path) -> None:
    target = write(tmp_path / "real" / "file", b"12345")
    (tmp_path / "to file").symlink_to(target)
    (tmp_path / "to folder").symlink_to("real")
    found = scan([tmp_path / "to file", tmp_path / "to folder"])
    assert paths_in(found) == ["to file", "to folder", "to folder/file"]
    assert found.entries[0].size == 5
    assert found.source(0) == found.source(2) == os.path.realpath(target)
    os.close(open_source(found.source(0), found.entries[0])[0])


@on_posix
@pytest.mark.parametrize("name", ["fifo", "socket", "loop"])
def test_nothing_but_what_is_skipped_is_nothing_to_send(odd_folder: Path, name: str) -> None:
    with pytest.raises(NothingToSend) as caught:
        scan([odd_folder / name])
    assert name in str(caught.value)
    assert ".." not in str(caught.value)


@on_posix
def test_a_device_is_not_opened() -> None:
    with pytest.raises(NothingToSend):
        scan([Path("/dev/zero")])


def test_no_path_is_nothing_to_send() -> None:
    with pytest.raises(NothingToSend):
        scan([])


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EIO, Unreadable),
        (errno.ENOENT, Vanished),
        (errno.ENAMETOOLONG, TooDeep),
    ],
)
def test_a_folder_that_cannot_be_listed_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: type[DesktopxferError]
) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path / "tree" / name / "file")
    real = os.scandir

    def scandir(path: str) -> object:
        return fails_with(number)(path) if path.endswith("b") else real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = scan([tmp_path / "tree"])
    assert paths_in(found) == ["tree", "tree/a", "tree/a/file", "tree/c", "tree/c/file"]
    assert skipped_in(found) == {"b": reason}


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A tree for a user who may not read all of it; root is such a user while the test runs."""
    with tempfile.TemporaryDirectory() as top:  # below tmp_path only its owner would see anything
        tree = Path(top) / "tree"
        for name in ("open", "closed", "listed"):
            write(tree / name / "file")
        write(tree / "private").chmod(0)
        os.chmod(top, 0o755)
        (tree / "closed").chmod(0)
        (tree / "listed").chmod(0o444)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        try:
            yield tree
        finally:
            if is_root:
                os.seteuid(0)
            (tree / "closed").chmod(0o755)
            (tree / "listed").chmod(0o755)


@on_posix
def test_what_may_not_be_read(guarded: Path) -> None:
    found = scan([guarded])
    assert paths_in(found) == ["tree", "tree/private", "tree/listed", "tree/open", "tree/open/file"]
    assert {
        os.path.relpath(error.subject, os.path.realpath(guarded)) for error in found.skipped
    } == {
        *("closed", "listed/file"),
    }
    assert {type(error) for error in found.skipped} == {Unreadable}
    with pytest.raises(Unreadable):  # said only now, because asking in advance proves nothing
        open_source(found.source(1), found.entries[1])
    with pytest.raises(Unreadable):
        scan([guarded / "open", guarded / "closed" / "file"])
    with pytest.raises(NothingToSend):
        scan([guarded / "closed"])


def test_what_vanishes_during_the_scan_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        write(tmp_path / "tree" / name)
    real = os.scandir

    def scandir(path: str) -> object:
        entries = list(real(path))
        (tmp_path / "tree" / "a").unlink()

        class Listing:
            def __enter__(self) -> Sequence[os.DirEntry[str]]:
                return entries

            def __exit__(self, *_: object) -> None: ...

        return Listing()

    monkeypatch.setattr(os, "scandir", scandir)
    found = scan([tmp_path / "tree"])
    assert paths_in(found) == ["tree", "tree/b"]
    assert skipped_in(found) == {"a": Vanished}


@on_posix
def test_a_tree_deeper_than_any_path(tmp_path: Path) -> None:
    levels = 3000  # deeper than Python's stack, and its path is longer than PATH_MAX
    top = tmp_path / "top"
    top.mkdir()
    folders = [os.open(top, os.O_RDONLY)]
    for _ in range(levels):
        os.mkdir("d", dir_fd=folders[-1])
        below = os.open("d", os.O_RDONLY, dir_fd=folders[-1])
        os.close(folders[-1])
        folders[-1] = below
    os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=folders[-1]))
    os.close(folders[-1])
    try:
        found = scan([top])
        assert len(found.entries) == names.DEPTH_LIMIT
        assert [type(error) for error in found.skipped] == [TooDeep]
        names.check(found.entries)
        assert found.source(names.DEPTH_LIMIT - 1) == os.path.realpath(top) + "/d" * 255
    finally:
        subprocess.run(["rm", "-rf", top], check=True)  # shutil.rmtree recurses


@on_linux
def test_paths_too_long_for_the_other_side_are_skipped(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("x" * 255, dir_fd=folder)
        below = os.open("x" * 255, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    found = scan([tmp_path / ("x" * 255)])
    names.check(found.entries)
    assert len(found.entries) < 20
    assert [type(error) for error in found.skipped] == [TooDeep]


# Names --------------------------------------------------------------------------------------------


@on_linux
def test_names_that_cannot_travel_are_changed_and_still_found(tmp_path: Path) -> None:
    tree = os.fsencode(tmp_path) + b"/tree"
    odd = [
        b"caf\xe9",
        b"caf\xe8",
        b"back\\slash",
        b"C:x",
        b".desktopxfer-mine",
        b"new\nline",
        b"ok",
    ]
    for name in odd:
        os.makedirs(tree + b"/" + name)
        with open(tree + b"/" + name + b"/" + name + b".txt", "wb") as stream:
            stream.write(name)
    found = scan([Path(os.fsdecode(tree))])
    names.check(found.entries)
    assert found.skipped == []
    assert sorted(entry.name for entry in found.entries if entry.kind is FOLDER) == sorted(
        [
            "tree",
            "caf\ufffd",
            "caf\ufffd (2)",
            "back_slash",
            "C_x",
            "_desktopxfer-mine",
            "new\nline",
            "ok",
        ]
    )
    files = [index for index, entry in enumerate(found.entries) if entry.kind is FILE]
    assert len(files) == len(odd)
    for index in files:
        with open(found.source(index), "rb") as stream:
            assert os.fsencode(os.path.basename(found.source(index))) == stream.read() + b".txt"


@on_linux
def test_an_undecodable_path_can_be_dropped_missed_and_skipped(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b"))
    with pytest.raises(PathMissing) as missing:
        scan([odd])
    str(missing.value).encode()
    assert "\x1b" not in str(missing.value)
    odd.mkdir()
    (odd / "link").symlink_to(".")
    found = scan([odd])
    assert found.entries[0].name == "\ufffd\x1b"
    assert found.source(0) == os.path.realpath(odd)
    found.skipped[0].subject.encode()
    assert "\x1b" not in found.skipped[0].subject


@on_linux
@given(st.sets(st.binary(min_size=1, max_size=40), max_size=8))
def test_any_names_of_this_disk_pass_the_check(disk_names: set[bytes]) -> None:
    usable = [name.replace(b"/", b"_").replace(b"\0", b"_") for name in disk_names]
    usable = [name for name in usable if name not in {b".", b".."}]
    with tempfile.TemporaryDirectory() as tree:
        for name in usable:
            with open(os.fsencode(tree) + b"/" + name, "wb") as stream:
                stream.write(name)
        found = scan([Path(tree)])
        names.check(found.entries)
        assert len(found.entries) == 1 + len(set(usable))
        for index in range(1, len(found.entries)):
            assert Path(found.source(index)).read_bytes() == os.fsencode(
                os.path.basename(found.source(index))
            )


# Many ---------------------------------------------------------------------------------------------


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(2500):
        write(tmp_path / "many" / f"{number // 1000}" / f"{number}", b"1")
    return tmp_path / "many"


def test_the_scan_reports_what_it_found(many: Path) -> None:
    reports: list[tuple[int, int]] = []
    found = scan([many], on_found=lambda entries, size: reports.append((entries, size)))
    assert [entries for entries, _ in reports] == [1000, 2000, 2504]
    assert reports == sorted(reports)
    assert reports[-1] == (len(found.entries), 2500)


def test_the_scan_stops_when_told(many: Path) -> None:
    calls = 0

    def stop() -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        scan([many], stop=stop)


def test_the_scan_stops_within_one_large_folder(many: Path) -> None:
    calls: list[int] = []
    scan([many / "0"], stop=lambda: calls.append(1))
    assert len(calls) >= 3


@on_posix
@pytest.mark.parametrize("make", [write, lambda path: path.symlink_to("x"), Path.mkdir])
def test_too_many_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object]
) -> None:
    monkeypatch.setattr(outgoing, "MAX_ENTRIES", 20)
    (tmp_path / "many").mkdir()
    for number in range(19):
        make(tmp_path / "many" / str(number))
    assert scan([tmp_path / "many"]).entries
    make(tmp_path / "many" / "one more")
    with pytest.raises(TooManyEntries) as caught:
        scan([tmp_path / "many"])
    assert "20" in str(caught.value)


# Opening ------------------------------------------------------------------------------------------


def test_the_file_behind_an_entry_is_opened(tmp_path: Path) -> None:
    path = write(tmp_path / "file", b"one\r\ntwo\x1a\n")
    descriptor, status = open_source(str(path), scan([path]).entries[0])
    with os.fdopen(descriptor, "rb") as stream:
        assert stream.read() == b"one\r\ntwo\x1a\n"
        assert status.st_size == 10
        assert not os.get_inheritable(descriptor)


@pytest.fixture
def scanned(tmp_path: Path) -> tuple[Path, Entry]:
    path = write(tmp_path / "folder" / "file", b"12345")
    return path, scan([path]).entries[0]


def grow(path: Path) -> None:
    path.write_bytes(b"123456")


def shrink(path: Path) -> None:
    path.write_bytes(b"1234")


def remove(path: Path) -> None:
    path.unlink()


def remove_folder(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    path.parent.write_bytes(b"a file")


def become_link(path: Path) -> None:
    path.rename(path.with_name("target"))
    path.symlink_to("target")


def become_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def become_socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def become_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@on_posix
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (grow, ChangedWhileSending),
        (shrink, ChangedWhileSending),
        (remove, Vanished),
        (remove_folder, Vanished),
        (become_link, LinkSkipped),
        (become_fifo, NotAFile),
        (become_socket, NotAFile),
        (become_folder, NotAFile),
    ],
)
def test_what_changed_since_the_scan_fails_with_its_reason(
    scanned: tuple[Path, Entry], change: Callable[[Path], None], reason: type[DesktopxferError]
) -> None:
    path, entry = scanned
    change(path)
    open_before = _open_descriptors()
    with pytest.raises(reason) as caught:
        open_source(str(path), entry)
    assert caught.value.subject == str(path)
    assert _open_descriptors() == open_before


def _open_descriptors() -> int | None:
    return len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else None


def test_a_file_on_a_broken_disk(
    scanned: tuple[Path, Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, entry = scanned
    monkeypatch.setattr(os, "open", fails_with(errno.EIO))
    with pytest.raises(Unreadable):
        open_source(str(path), entry)
