import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktopxfer.errors import ProfileUnusable
from desktopxfer.settings import Profile
from desktopxfer.transfer import database
from desktopxfer.transfer.database import Database
from tests.command_line import WITHOUT_ROOT_POWERS, environment

FIRST = (
    "CREATE TABLE things (name TEXT NOT NULL CHECK (name <> ''))",
    "CREATE INDEX i ON things (name)",
)
SECOND = ("ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7",)
MANY = [f"thing {number}" for number in range(2000)]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "things.db"


@pytest.fixture
def opened(profile: Profile, file: Path) -> Iterator[Callable[..., Database]]:
    """Opens it as often as a test wants, and closes it at the end."""
    databases = []

    def opened(*migrations: tuple[str, ...]) -> Database:
        databases.append(Database(profile, file, migrations or (FIRST,)))
        return databases[-1]

    yield opened
    for each in databases:
        each.close()


def put(things: Database, *names: str) -> None:
    with things.writing() as connection:
        connection.executemany("INSERT INTO things (name) VALUES (?)", [(name,) for name in names])


def names(things: Database) -> list[str]:
    with things.reading() as connection:
        rows = connection.execute("SELECT name FROM things ORDER BY rowid").fetchall()
    return [name for (name,) in rows]


def filled(things: Database) -> None:
    put(things, *MANY)
    things.close()


# Writing and reading ------------------------------------------------------------------------------


def test_what_was_written_is_there_after_a_restart(opened: Callable[..., Database]) -> None:
    filled(opened())
    assert names(opened()) == MANY


def test_what_raises_leaves_nothing(opened: Callable[..., Database]) -> None:
    things = opened()
    with pytest.raises(sqlite3.IntegrityError):
        put(things, "half", "")
    put(things, "whole")
    assert names(things) == ["whole"]


def test_a_reader_waits_for_no_writer(opened: Callable[..., Database]) -> None:
    things = opened()
    with things.writing() as connection:
        connection.execute("INSERT INTO things (name) VALUES ('new')")
        assert names(things) == []
    assert names(things) == ["new"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
def test_it_is_for_this_user_only(opened: Callable[..., Database], file: Path) -> None:
    put(opened(), "secret")
    for part in (file, *file.parent.glob("things.db-*")):
        assert part.stat().st_mode & 0o077 == 0


def test_what_was_deleted_is_given_back_and_cannot_be_read(
    opened: Callable[..., Database], file: Path
) -> None:
    filled(opened())
    before = file.stat().st_size
    things = opened()
    with things.writing() as connection:
        connection.execute("DELETE FROM things")
    things.shrink()
    things.close()
    assert file.stat().st_size < before / 2
    assert b"thing 77" not in file.read_bytes()


# Damage -------------------------------------------------------------------------------------------


def garbage(content: bytearray) -> None:
    content[:] = bytes(range(256)) * 40


def emptied(content: bytearray) -> None:
    content.clear()


def cut_off(content: bytearray) -> None:
    del content[len(content) // 2 :]


def page_overwritten(content: bytearray) -> None:
    content[5 * 4096 : 6 * 4096] = b"\xa5" * 4096


def schema_overwritten(content: bytearray) -> None:
    at = content.index(b"CREATE TABLE")
    content[at : at + 9] = b"\xff\x00ABLE\xc3 x"


def value_refused(content: bytearray) -> None:
    """A name in the table, not in the index, becomes another: only the full check sees it."""
    at = content.index(b"thing 1234")
    content[at : at + 10] = b"thing 9999"


def other_table(content: bytearray) -> None:
    at = content.index(b"things")
    content[at : at + 6] = b"thongs"


DAMAGES = [
    garbage,
    emptied,
    cut_off,
    page_overwritten,
    schema_overwritten,
    value_refused,
    other_table,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_and_said(
    opened: Callable[..., Database],
    profile: Profile,
    file: Path,
    damage: Callable[[bytearray], None],
) -> None:
    filled(opened())
    content = bytearray(file.read_bytes())
    damage(content)
    file.write_bytes(content)
    things = opened()
    assert names(things) == []
    assert file.with_name("things.db.damaged").read_bytes() == content
    (warning,) = profile.warnings
    assert warning.subject.endswith("things.db.damaged")
    assert str(warning).isprintable()
    put(things, "new")
    things.close()
    assert names(opened()) == ["new"]
    assert len(profile.warnings) == 1


def test_nothing_that_was_set_aside_is_overwritten(
    opened: Callable[..., Database], profile: Profile, file: Path
) -> None:
    for number in range(3):
        file.write_bytes(b"garbage %d" % number * 100)
        opened().close()
    asides = ["things.db.damaged", "things.db.damaged.2", "things.db.damaged.3"]
    for number, aside in enumerate(asides):
        assert file.with_name(aside).read_bytes() == b"garbage %d" % number * 100
        assert profile.warnings[number].subject == str(file.with_name(aside))


def test_a_journal_goes_with_its_file(
    opened: Callable[..., Database], profile: Profile, file: Path
) -> None:
    """It would be read into the next file of that name."""
    put(opened(), *MANY)
    journal = file.with_name("things.db-wal")
    kept = journal.read_bytes()
    copy = Profile(file.parent / "copy")
    shutil.copy(journal, copy.root)
    things = Database(copy, copy.root / file.name, (FIRST,))
    put(things, "new")
    assert names(things) == ["new"]
    things.close()
    assert (copy.root / "things.db.damaged-wal").read_bytes() == kept
    assert len(copy.warnings) == 1


def test_a_damaged_file_and_its_journal_stay_together(
    opened: Callable[..., Database], file: Path
) -> None:
    filled(opened())
    put(opened(), "new")  # to be found in the journal only
    copy = Profile(file.parent / "copy")
    journal = file.with_name("things.db-wal").read_bytes()
    (copy.root / "things.db").write_bytes(b"garbage!" * 2000)
    (copy.root / "things.db-wal").write_bytes(journal)
    things = Database(copy, copy.root / file.name, (FIRST,))
    assert names(things) == []
    things.close()
    assert len(copy.warnings) == 1
    kept = [part.read_bytes() for part in copy.root.glob("things.db.damaged*")]
    assert any(journal[-4096:] in part for part in kept)


def test_a_file_of_a_newer_version_is_set_aside_whole(
    opened: Callable[..., Database], profile: Profile, file: Path
) -> None:
    filled(opened(FIRST, SECOND))
    content = file.read_bytes()
    assert names(opened(FIRST)) == []
    assert file.with_name("things.db.damaged").read_bytes() == content
    assert "newer desktopxfer" in str(profile.warnings[0])


def test_the_database_of_another_program_is_set_aside(
    opened: Callable[..., Database], profile: Profile, file: Path
) -> None:
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE bookmarks (title)")
    other.close()
    assert names(opened()) == []
    assert len(profile.warnings) == 1


def test_two_that_open_a_damaged_file_set_it_aside_once(profile: Profile, file: Path) -> None:
    file.write_bytes(b"garbage" * 1000)
    databases: list[Database] = []
    threads = [
        threading.Thread(target=lambda: databases.append(Database(profile, file, (FIRST,))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(databases) == 8
    for number, each in enumerate(databases):
        put(each, f"thing {number}")
    assert len(names(databases[0])) == 8
    for each in databases:
        each.close()
    assert len(profile.warnings) == 1
    assert not file.with_name("things.db.damaged.2").exists()


@pytest.mark.parametrize("left", ["things.db.new", "things.db.new-journal", "things.db.lock"])
def test_what_a_kill_or_a_power_cut_left_is_no_obstacle(
    opened: Callable[..., Database], profile: Profile, file: Path, left: str
) -> None:
    file.with_name(left).write_bytes(b"garbage" * 1000)
    put(opened(), "new")
    assert names(opened()) == ["new"]
    assert not profile.warnings


def test_a_journal_cut_off_anywhere_loses_only_what_was_not_committed(
    opened: Callable[..., Database], file: Path, tmp_path: Path
) -> None:
    """A power cut: what was synced is there, what came after it may be there in part."""
    things, synced = opened(), []
    journal = file.with_name("things.db-wal")
    for number in range(12):
        put(things, f"thing {number}")
        synced.append(journal.stat().st_size)
    after, before = journal.read_bytes(), file.read_bytes()
    for length in range(0, len(after) + 1, 509):
        copy = Profile(tmp_path / str(length))
        (copy.root / "things.db").write_bytes(before)
        (copy.root / "things.db-wal").write_bytes(after[:length] + b"\xa5" * 3000)
        survivor = Database(copy, copy.root / "things.db", (FIRST,))
        there = sum(size <= length for size in synced)
        assert names(survivor) == [f"thing {number}" for number in range(there)]
        assert not copy.warnings
        survivor.close()


# Refusals -----------------------------------------------------------------------------------------


def test_a_folder_in_the_place_of_the_file_is_said(
    opened: Callable[..., Database], profile: Profile, file: Path
) -> None:
    file.mkdir()
    with pytest.raises(ProfileUnusable):
        opened()
    assert not profile.warnings


@pytest.mark.skipif(os.name == "nt", reason="Windows has no read-only folders")
@pytest.mark.parametrize("there", [False, True])
def test_a_read_only_profile_is_said(
    opened: Callable[..., Database], file: Path, *, there: bool
) -> None:
    if there:
        filled(opened())
    script = f"""{WITHOUT_ROOT_POWERS}
import pathlib, sys
from desktopxfer.errors import ProfileUnusable
from desktopxfer.settings import Profile
from desktopxfer.transfer.database import Database
file = pathlib.Path(sys.argv[1])
try:
    Database(Profile(file.parent), file, ({FIRST!r},))
except ProfileUnusable as error:
    print(error)
"""
    for part in file.parent.iterdir():
        part.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        ended = subprocess.run(
            [sys.executable, "-c", script, file],
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )
    finally:
        file.parent.chmod(0o700)
    assert str(file.parent) in ended.stdout
    assert not ended.stderr
    assert not list(file.parent.glob("*damaged*"))


def test_a_file_that_stays_locked_is_said(
    opened: Callable[..., Database], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.05)
    things = opened()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProfileUnusable, match="locked"):
        put(things, "refused")
    assert names(things) == []
    other.close()
    put(things, "accepted")
    assert names(things) == ["accepted"]


def test_a_full_disk_is_said_and_the_file_usable_once_there_is_room(
    opened: Callable[..., Database],
) -> None:
    things = opened()
    put(things, "before")
    with things.reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    with things.writing() as connection:
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProfileUnusable, match="full"):
        put(things, *MANY)
    assert names(things) == ["before"]
    with things.writing() as connection:
        connection.execute("PRAGMA max_page_count = 100000")
    put(things, "after")
    assert names(things) == ["before", "after"]


# Versions -----------------------------------------------------------------------------------------


def test_an_older_file_is_brought_up_to_date(
    opened: Callable[..., Database], profile: Profile
) -> None:
    filled(opened(FIRST))
    things = opened(FIRST, SECOND)
    assert names(things) == MANY
    with things.reading() as connection:
        assert connection.execute("SELECT DISTINCT size FROM things").fetchall() == [(7,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert not profile.warnings


def test_a_migration_that_fails_leaves_the_old_version(opened: Callable[..., Database]) -> None:
    filled(opened(FIRST))
    with pytest.raises(ProfileUnusable):
        opened(FIRST, (*SECOND, "INSERT INTO nowhere VALUES (1)"))
    assert names(opened(FIRST)) == MANY
