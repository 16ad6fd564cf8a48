"""Steps inside an open folder, on every way a system may offer for them."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktopxfer.transfer import folder as module
from desktopxfer.transfer.folder import Folder, set_file_mtime


def by_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that does not know RENAME_NOREPLACE, such as NFS."""
    monkeypatch.setattr(module, "_rename_call", None)


def by_reservation(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without hard links either, such as exFAT."""
    by_link(monkeypatch)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("desktopxfer.transfer.folder.os.link", refuse)


def by_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without directory descriptors, such as Windows."""
    monkeypatch.setattr(module, "HAS_DESCRIPTORS", False)


def as_here(_: pytest.MonkeyPatch) -> None:
    """What this system offers."""


@pytest.fixture(params=[as_here, by_link, by_reservation, by_path])
def folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Folder]:
    way: Callable[[pytest.MonkeyPatch], None] = request.param
    way(monkeypatch)
    with Folder.open(tmp_path) as opened:
        yield opened


def make_file(folder: Folder, name: str, content: bytes, *, executable: bool = False) -> None:
    descriptor = folder.create_file(name, executable=executable)
    os.write(descriptor, content)
    os.close(descriptor)


def test_a_file_moves_to_its_final_name(folder: Folder, tmp_path: Path) -> None:
    make_file(folder, "part", b"content")
    folder.make_folder("sub")
    with folder.open_folder("sub") as sub:
        folder.move("part", sub, "final")
    assert (tmp_path / "sub" / "final").read_bytes() == b"content"
    assert not (tmp_path / "part").exists()


@pytest.mark.parametrize("taken_by", ["file", "folder", "link", "dangling"])
def test_nothing_is_ever_replaced(folder: Folder, tmp_path: Path, taken_by: str) -> None:
    make_file(folder, "part", b"new")
    taken = tmp_path / "taken"
    match taken_by:
        case "file":
            taken.write_bytes(b"old")
        case "folder":
            taken.mkdir()
        case "link":
            (tmp_path / "target").write_bytes(b"old")
            taken.symlink_to("target")
        case _:
            taken.symlink_to("nowhere")
    before = taken.lstat()
    with pytest.raises(FileExistsError):
        folder.move("part", folder, "taken")
    with pytest.raises(FileExistsError):
        folder.create_file("taken")
    with pytest.raises(FileExistsError):
        folder.make_folder("taken")
    assert taken.lstat().st_ino == before.st_ino
    assert (tmp_path / "part").read_bytes() == b"new"


def test_a_folder_that_is_a_link_is_refused(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to("elsewhere")
    with pytest.raises(OSError, match="link") as failure:
        folder.open_folder("link")
    assert failure.value.errno in {errno.ENOTDIR, errno.ELOOP}


def test_removal_takes_only_what_is_empty(folder: Folder, tmp_path: Path) -> None:
    make_file(folder, "file", b"")
    folder.remove_file("file")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    (tmp_path / "bare").mkdir()
    folder.remove_folder("bare")
    with pytest.raises(OSError, match="not empty"):
        folder.remove_folder("full")
    assert [path.name for path in tmp_path.iterdir()] == ["full"]


def test_dates_and_modes(folder: Folder, tmp_path: Path) -> None:
    moment = 1_234_567_890_123_456_789
    descriptor = folder.create_file("script", executable=True)
    set_file_mtime(descriptor, moment)
    os.close(descriptor)
    folder.make_folder("sub")
    folder.set_folder_mtime("sub", moment)
    make_file(folder, "plain", b"")
    assert (tmp_path / "script").stat().st_mtime_ns == moment
    assert (tmp_path / "sub").stat().st_mtime_ns == moment
    assert (tmp_path / "script").stat().st_mode & 0o111
    assert not (tmp_path / "plain").stat().st_mode & 0o111


def test_syncing_a_file_by_name(folder: Folder) -> None:
    make_file(folder, "file", b"content")
    folder.sync_file("file")
    folder.sync_names()


@pytest.mark.skipif(not module.HAS_DESCRIPTORS, reason="the system has no directory descriptors")
def test_a_swapped_folder_is_not_followed(tmp_path: Path) -> None:
    """The race that path checks lose: the folder is replaced by a link after it was opened."""
    (tmp_path / "inside").mkdir()
    (tmp_path / "outside").mkdir()
    with Folder.open(tmp_path) as top, top.open_folder("inside") as inside:
        (tmp_path / "inside").rename(tmp_path / "moved")
        (tmp_path / "inside").symlink_to("outside")
        os.close(inside.create_file("file"))
    assert (tmp_path / "moved" / "file").exists()
    assert list((tmp_path / "outside").iterdir()) == []
