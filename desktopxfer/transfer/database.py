"""Owns one SQLite file of the profile: opens it whole or sets it aside, reads it, writes it."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktopxfer.errors import DamagedFile, ProfileUnusable
from desktopxfer.settings import Profile
from desktopxfer.text_safety import printable

BUSY_TIMEOUT_S = 10.0  # another process writes for milliseconds; the longest for a second or two
LARGEST_JOURNAL = 8 * 2**20  # bytes it may keep after a list of a million entries went through it
LONGEST_COMPLAINT = 200  # characters of what SQLite says

# What SQLite keeps beside the file and would read into whichever has its name. They go first when
# a file is set aside: killed in between, the rest is still recognised as damaged.
_BESIDE = ("-journal", "-wal", "-shm")

# The schema of a file that is ours is never an error, so an error in it is damage as well.
_DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _Damaged(Exception):
    """The file cannot be used as it is; why, for the sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(printable(" ".join(why.split()), LONGEST_COMPLAINT))


class Database:
    """One SQLite file, used by any thread of this process and by other processes at once.

    `migrations` are the statements that lead from each schema version to the next; the first make
    an empty file into version 1. A file that is damaged or newer than that is set aside with a
    DamagedFile in `profile.warnings`, and an empty one takes its place.
    Raises ProfileUnusable when the system or SQLite refuses, in every call.
    """

    def __init__(self, profile: Profile, file: Path, migrations: Sequence[Sequence[str]]) -> None:
        self._profile = profile
        self._file = file
        self._migrations = migrations
        # A reader waits for no writer, whose every transaction waits for the disk.
        self._reading, self._writing = threading.Lock(), threading.Lock()
        with self._refusals(), self._alone():
            self._reader, self._writer = self._opened()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """What is committed now; one thread at a time, so only for as long as rows are fetched."""
        with self._reading, self._refusals():
            yield self._reader

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: durable when the block ends, undone when it raises."""
        with self._writing, self._refusals():
            with _transaction(self._writer) as connection:
                yield connection

    def shrink(self) -> None:
        """Gives the room of what was deleted back to the disk."""
        with self._writing, self._refusals():
            self._writer.executescript("PRAGMA incremental_vacuum")  # execute() does one page

    def close(self) -> None:
        """No other thread may use it any more. Twice is allowed."""
        with self._refusals():
            self._reader.close()
            self._writer.close()

    # Opening --------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process opens the file meanwhile: two could set it aside one after the other.

        An empty database is the lock that works on every system and that no kill leaves behind.
        """
        file = self._file.with_name(f"{self._file.name}.lock")
        with contextlib.suppress(FileNotFoundError):
            os.truncate(file, 0)  # should anything else have got into it
        with contextlib.closing(_connect(file)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            yield

    def _opened(self) -> tuple[sqlite3.Connection, sqlite3.Connection]:
        try:
            self._check()
        except _Damaged as damage:
            self._set_aside(str(damage))
        if not self._file.exists():
            self._create()
        self._migrate(self._file)
        writer = _connect(self._file)
        try:
            # A write is one sync of a journal, and readers go on meanwhile. Not on every network
            # file system: there it stays with the other journal, as safe and slower.
            writer.execute("PRAGMA journal_mode = WAL")
            return _connect(self._file), writer
        except BaseException:
            writer.close()
            raise

    def _check(self) -> None:
        """Raises _Damaged when the file is there and cannot be used."""
        beside = [name for name in self._with_beside(self._file)[1:] if name.exists()]
        if not self._file.exists():
            if beside:
                raise _Damaged("only its journal is left")
            return
        if self._file.is_file() and self._file.stat().st_size == 0:
            raise _Damaged("it is empty")
        with _damage_recognised(), contextlib.closing(_connect(self._file)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > len(self._migrations):
                raise _Damaged(f"a newer desktopxfer made it, version {version}")
            self._same_schema(connection, version)
            # The quick one looks into no index. It costs little: the large tables have none.
            (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if answer != "ok":
                raise _Damaged(answer)

    def _same_schema(self, connection: sqlite3.Connection, version: int) -> None:
        with contextlib.closing(sqlite3.connect(":memory:")) as pristine:
            for statements in self._migrations[:version]:
                for statement in statements:
                    pristine.execute(statement)
            if _schema(connection) != _schema(pristine):
                raise _Damaged("it holds something else")

    def _create(self) -> None:
        """Under another name until it is whole, so that an empty file always means damage."""
        new = self._file.with_name(f"{self._file.name}.new")
        for part in self._with_beside(new):
            part.unlink(missing_ok=True)
        os.close(os.open(new, os.O_CREAT | os.O_WRONLY, 0o600))
        self._migrate(new)
        os.replace(new, self._file)

    def _migrate(self, file: Path) -> None:
        with contextlib.closing(_connect(file)) as connection:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # counts until the first table
            # A table that is made anew must not take along what hangs on its rows.
            connection.execute("PRAGMA foreign_keys = OFF")
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            for number, statements in enumerate(self._migrations[version:], start=version + 1):
                with _transaction(connection):
                    for statement in statements:
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {number}")

    def _set_aside(self, damage: str) -> None:
        aside = self._file.with_name(f"{self._file.name}.damaged")
        number = 1
        while any(part.exists() for part in self._with_beside(aside)):
            number += 1
            aside = aside.with_name(f"{self._file.name}.damaged.{number}")
        sources, targets = self._with_beside(self._file), self._with_beside(aside)
        for source, target in zip(reversed(sources), reversed(targets), strict=True):
            with contextlib.suppress(FileNotFoundError):
                os.rename(source, target)
        self._profile.warnings.append(DamagedFile(str(aside), damage))

    @staticmethod
    def _with_beside(file: Path) -> list[Path]:
        return [file, *(file.with_name(file.name + suffix) for suffix in _BESIDE)]

    @contextlib.contextmanager
    def _refusals(self) -> Iterator[None]:
        """What the system and SQLite refuse, in our words; a mistake of ours stays what it is."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
            raise
        except sqlite3.Error as error:
            raise ProfileUnusable(str(self._profile.root), str(error)) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProfileUnusable(str(self._profile.root), reason) from error


def _connect(file: Path) -> sqlite3.Connection:
    """Whatever it commits is on the disk then, also on macOS, where that takes more than fsync."""
    connection = sqlite3.connect(
        file, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # who clears a history wants it gone
        connection.execute(f"PRAGMA journal_size_limit = {LARGEST_JOURNAL}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has undone it already
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def _damage_recognised() -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's complaint quotes what it did not understand
        raise _Damaged("malformed database schema") from error
    except sqlite3.DatabaseError as error:
        # Python's own complaint, about text that is none, has no code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        if code & 0xFF in _DAMAGE:
            raise _Damaged(str(error)) from error
        raise


def _schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """What tables and indexes there are, without those that SQLite makes by itself."""
    return connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY name"
    ).fetchall()
