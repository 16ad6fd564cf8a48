"""What other programs do to the destination while something arrives, and what a sender makes of it."""

import errno
import os
from pathlib import Path

import pytest
from blake3 import blake3

from desktopxfer import errors
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.transfer.folder import HAS_DESCRIPTORS, Folder
from desktopxfer.transfer.incoming import Incoming

# A folder that was closed ---------------------------------------------------------------------------


@pytest.mark.skipif(not HAS_DESCRIPTORS, reason="the system has no directory descriptors")
def test_a_closed_folder_is_no_path(tmp_path: Path) -> None:
    """A path could lead elsewhere by now: whoever holds no descriptor any more must do nothing."""
    (tmp_path / "empty").mkdir()
    folder = Folder.open(tmp_path)
    folder.close()
    for step in (folder.make_folder, folder.create_file, folder.remove_folder, folder.open_folder):
        with pytest.raises(OSError, match="Bad file descriptor"):
            step("empty")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_failed_end_cleans_up_through_its_descriptor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The destination is renamed and replaced while the last sync fails: only ours is removed."""
    into, moved = tmp_path / "into", tmp_path / "moved"
    entries = [Entry(TOP, "top", EntryKind.FOLDER), Entry(0, "empty", EntryKind.FOLDER)]
    incoming = Incoming(into, entries, ["top", "empty"])

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
