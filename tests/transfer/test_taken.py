"""Which files of an offer would meet one of their name."""

from pathlib import Path

from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.transfer.taken import taken_files

FILE, FOLDER = EntryKind.FILE, EntryKind.FOLDER
ENTRIES = [
    Entry(TOP, "Photos", FOLDER),
    Entry(0, "a", FILE),
    Entry(0, "inner", FOLDER),
    Entry(2, "b", FILE),
    Entry(TOP, "c", FILE),
]


def test_what_could_be_replaced_is_taken_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "Photos" / "inner").mkdir(parents=True)
    assert taken_files(tmp_path, ENTRIES) == []
    (tmp_path / "Photos" / "a").mkdir()
    (tmp_path / "Photos" / "inner" / "b").touch()
    (tmp_path / "c").symlink_to(tmp_path / "nowhere")
    assert taken_files(tmp_path, ENTRIES) == [3, 4]


def test_nothing_is_taken_behind_a_link_or_a_file(tmp_path: Path) -> None:
    """There another folder is made beside it."""
    (tmp_path / "elsewhere" / "inner").mkdir(parents=True)
    (tmp_path / "elsewhere" / "a").touch()
    (tmp_path / "Photos").symlink_to(tmp_path / "elsewhere")
    assert taken_files(tmp_path, ENTRIES) == []
    (tmp_path / "Photos").unlink()
    (tmp_path / "Photos").touch()
    assert taken_files(tmp_path, ENTRIES) == []


def test_a_folder_that_cannot_be_asked_has_none(tmp_path: Path) -> None:
    assert taken_files(tmp_path / "unplugged", ENTRIES) == []
    assert taken_files(tmp_path, [Entry(TOP, "x" * 5000, FILE)]) == []
