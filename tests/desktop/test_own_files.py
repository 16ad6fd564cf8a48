import os
from pathlib import Path

import pytest

from desktopxfer.desktop import own_files
from desktopxfer.errors import CannotSetUp, ForeignFile

OURS = own_files.COMMENT.encode()


def test_ours_is_made_renewed_and_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "ours"
    assert not own_files.is_ours(file)
    own_files.put(file, OURS)
    assert own_files.is_ours(file)
    own_files.put(file, OURS + b"new", executable=True)
    assert file.read_bytes() == OURS + b"new"
    assert os.access(file, os.X_OK)
    assert [*file.parent.iterdir()] == [file]
    own_files.remove(file)
    own_files.remove(file)
    assert not file.exists()


@pytest.mark.parametrize("kind", ["file", "empty file", "dangling link", "folder"])
def test_what_others_made_stays(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "theirs"
    match kind:
        case "file":
            file.write_text("[Desktop Entry]\nName=desktopxfer\n")
        case "empty file":
            file.touch()
        case "dangling link":
            file.symlink_to("nowhere")
        case _:
            file.mkdir()
    before = state(file)
    with pytest.raises((ForeignFile, CannotSetUp), match="theirs"):
        own_files.put(file, OURS)
    if kind != "folder":
        own_files.remove(file)
    assert state(file) == before


def state(file: Path) -> tuple[int, ...]:
    """All but when it was read: it may be."""
    found = file.lstat()
    return found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(CannotSetUp, match="a file/ours could not be changed"):
        own_files.put(tmp_path / "a file" / "ours", OURS)


def test_a_disk_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ours"
    own_files.put(file, OURS)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotSetUp, match="No space left"):
        own_files.put(file, OURS + b"new")
    assert file.read_bytes() == OURS
    assert [*tmp_path.iterdir()] == [file]
