"""Owns what a profile remembers of its transfers: running, interrupted, queued and past ones."""

# ruff: noqa: S608 - only names of ours become part of a statement, every value is a parameter

import json
import sqlite3
import time
import unicodedata
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from typing import Any, TypeAlias, get_origin

import msgspec

from desktopxfer.errors import DamagedList
from desktopxfer.offer import Conflicts, Entry, Kind
from desktopxfer.settings import Profile
from desktopxfer.transfer.database import Database
from desktopxfer.transfer.progress import Direction, Stage

HISTORY = 10_000  # ended transfers; a busy year of them is some megabytes
CONTENTS_LAST_S = 7 * 24 * 3600.0  # the list of what needs no retry is only there to look at
WISHES_LAST_S = 60.0  # whoever has not taken one by then died, and the next one is to run
PIECE = 8192  # entries that are packed at once: few milliseconds in which no other thread runs
ROWS_AT_ONCE = 4096  # then other threads may read: a window must not wait for all of a million

_LARGEST = 2**63 - 1  # what SQLite holds; sums of what a peer claims may be larger

# Every text is kept as UTF-8 bytes: SQLite's TEXT refuses names that are not Unicode. The checks
# are for the look that SQLite takes at the file when it is opened: what passes can be read.
_FIRST = (
    """
        CREATE TABLE transfers (
            number INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE,
            direction TEXT NOT NULL CHECK (direction IN ('sending', 'receiving')),
            stage TEXT NOT NULL CHECK (stage IN (
                'queued', 'interrupted', 'finished', 'failed', 'declined', 'cancelled'
            )),
            transfer_id BLOB NOT NULL,
            device_id BLOB NOT NULL,
            peer_name BLOB NOT NULL,
            title BLOB NOT NULL,
            files INTEGER NOT NULL,
            failed INTEGER NOT NULL,
            total_bytes INTEGER NOT NULL,
            done_bytes INTEGER NOT NULL,
            error BLOB NOT NULL,
            subject BLOB NOT NULL,
            detail BLOB NOT NULL,
            paths BLOB NOT NULL,
            "into" BLOB NOT NULL,
            staging BLOB NOT NULL,
            conflicts TEXT NOT NULL
                CHECK (conflicts IN ('keep_both', 'skip_identical', 'replace')),
            accepted INTEGER NOT NULL,
            began REAL NOT NULL,
            changed REAL NOT NULL,
            seconds REAL NOT NULL,
            searched BLOB NOT NULL,
            CHECK (
                max(
                    typeof(key), typeof(transfer_id), typeof(device_id), typeof(peer_name),
                    typeof(title), typeof(error), typeof(subject), typeof(detail), typeof(paths),
                    typeof("into"), typeof(staging), typeof(searched)
                ) = 'blob'
                AND min(
                    typeof(files), typeof(failed), typeof(total_bytes), typeof(done_bytes),
                    typeof(accepted)
                ) = 'integer'
                AND max(
                    typeof(files), typeof(failed), typeof(total_bytes), typeof(done_bytes),
                    typeof(accepted)
                ) = 'integer'
                AND min(typeof(began), typeof(changed), typeof(seconds)) = 'real'
                AND max(typeof(began), typeof(changed), typeof(seconds)) = 'real'
            )
        )
        """,
    "CREATE INDEX by_stage ON transfers (stage)",
    "CREATE INDEX by_transfer_id ON transfers (transfer_id)",
    """
        CREATE TABLE contents (
            transfer INTEGER NOT NULL REFERENCES transfers ON DELETE CASCADE,
            piece INTEGER NOT NULL,
            packed BLOB NOT NULL CHECK (typeof(packed) = 'blob'),
            PRIMARY KEY (transfer, piece)
        )
        """,
    """
        CREATE TABLE ended (
            transfer INTEGER NOT NULL REFERENCES transfers ON DELETE CASCADE,
            entry INTEGER NOT NULL CHECK (typeof(entry) = 'integer'),
            error BLOB NOT NULL CHECK (typeof(error) = 'blob'),
            PRIMARY KEY (transfer, entry)
        ) WITHOUT ROWID
        """,
    """
        CREATE TABLE folders (
            transfer INTEGER NOT NULL REFERENCES transfers ON DELETE CASCADE,
            entry INTEGER NOT NULL CHECK (typeof(entry) = 'integer'),
            name BLOB NOT NULL CHECK (typeof(name) = 'blob'),
            PRIMARY KEY (transfer, entry)
        ) WITHOUT ROWID
        """,
    """
        CREATE TABLE wishes (
            transfer INTEGER PRIMARY KEY REFERENCES transfers ON DELETE CASCADE,
            wish BLOB NOT NULL CHECK (typeof(wish) = 'blob'),
            wished REAL NOT NULL CHECK (typeof(wished) = 'real')
        )
        """,
)
_ASKS_FOR_EACH = (
    "CREATE TABLE kept AS SELECT * FROM transfers",
    "DROP TABLE transfers",
    _FIRST[0].replace("'replace')", "'replace', 'ask')"),
    *_FIRST[1:3],
    "INSERT INTO transfers SELECT * FROM kept",
    "DROP TABLE kept",
)
_HAS_TEXTS = (
    """
    ALTER TABLE transfers ADD COLUMN kind TEXT NOT NULL DEFAULT 'files'
        CHECK (kind IN ('files', 'text'))
    """,
)
_MIGRATIONS = (_FIRST, _ASKS_FOR_EACH, _HAS_TEXTS)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One transfer as it is remembered. Texts may hold anything that a path or a peer holds."""

    key: str  # 16 hex digits, unique in the profile
    direction: Direction
    stage: Stage  # QUEUED, an ended one, or INTERRUPTED: also while it runs, should it die now
    transfer_id: str = ""  # as on the wire, 32 hex digits; "" while QUEUED
    device_id: str = ""
    peer_name: str = ""
    title: str = ""
    files: int = 0  # accepted ones; offered ones until then
    failed: int = 0  # entries
    total_bytes: int = 0
    done_bytes: int = 0
    error: str = ""  # why it is not finished: the short name in errors.py
    subject: str = ""  # what that speaks of
    detail: str = ""
    # Absolute; sending: what was dropped, or nothing for a clipping; receiving: where it is now.
    paths: tuple[str, ...] = ()
    into: str = ""  # receiving: the folder
    staging: str = ""  # receiving: the staging folder in it; "" when there is none
    conflicts: Conflicts = Conflicts.KEEP_BOTH
    accepted: bool = False  # the other side (sending) or the person here (receiving) has agreed
    began: float = 0.0  # seconds since 1970; set by the store
    changed: float = 0.0  # seconds since 1970; set by the store
    seconds: float = 0.0  # how long bytes moved
    kind: Kind = Kind.FILES  # TEXT: clippings.py keeps it; one that was saved elsewhere is FILES


class Contents(msgspec.Struct, frozen=True):
    """What is in a transfer."""

    entries: list[Entry]  # as on the wire
    disk_names: dict[int, str] = {}  # sending: outgoing.Outgoing.disk_names
    unwanted: frozenset[int] = frozenset()  # receiving: Decision.unwanted
    replaced: frozenset[int] = frozenset()  # receiving: Decision.replaced
    # Receiving: size and mtime_ns with which files were saved that have changed there since.
    outdated: dict[int, tuple[int, int]] = {}


class _Rest(msgspec.Struct, frozen=True, array_like=True):
    """The first piece of packed contents: all but the entries."""

    disk_names: dict[int, bytes]
    unwanted: bytes  # a bit for each entry
    outdated: dict[int, tuple[int, int]] = {}
    replaced: bytes = b""


_COLUMNS = ", ".join(f'"{name}"' for name in Record.__struct_fields__)
_VALUES = ", ".join("?" for _ in range(len(Record.__struct_fields__) + 1))
_SELECT = f"SELECT {_COLUMNS} FROM transfers"
_ENDED = [stage.value for stage in Stage if stage.ended]

_Stored: TypeAlias = bytes | str | int | float


class Store:
    """What a profile remembers of its transfers, in `transfers.db`.

    What a call has written is durable when it returns: it survives a kill and a power cut. Every
    method is for any thread; several processes may have a store of the same profile. A damaged
    file is set aside with a DamagedFile in `profile.warnings`. Every call raises ProfileUnusable
    when the system refuses: a full disk, a folder that cannot be written, a file locked for 10 s.
    A key that is unknown, or was forgotten meanwhile, is no error: nothing happens.
    """

    def __init__(self, profile: Profile, *, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._database = Database(profile, profile.transfers_file, _MIGRATIONS)
        self._profile = profile
        self._seen = (-1, True)  # the version of the database without wishes; whether it had any
        try:
            self._tidy()
        except BaseException:
            self._database.close()
            raise

    def add(self, record: Record, contents: Contents | None = None) -> None:
        """Remembers a new transfer, with what is in it, at once or not at all.

        The oldest ended ones beyond HISTORY go. Raises sqlite3.IntegrityError for a key that is
        there already, and for a stage that does not last: both are mistakes of the caller.
        """
        pieces = _packed(contents) if contents else []
        now = self._clock()
        record = msgspec.structs.replace(record, began=now, changed=now)
        with self._database.writing() as database:
            number = database.execute(
                f"INSERT INTO transfers ({_COLUMNS}, searched) VALUES ({_VALUES})", _row(record)
            ).lastrowid
            assert number is not None
            _insert_pieces(database, number, pieces)
            _trim(database)

    def change(self, key: str, **fields: Any) -> None:
        """Gives fields of a record new values. Raises TypeError for one that a Record has not."""
        with self._database.writing() as database:
            self._change(database, key, fields)

    def get(self, key: str) -> Record | None:
        return self._first("WHERE key = ?", _bytes(key))

    def find(self, direction: Direction, device_id: str, transfer_id: str) -> Record | None:
        """The latest transfer with that device that has that id on the wire."""
        return self._first(
            "WHERE transfer_id = ? AND device_id = ? AND direction = ? ORDER BY number DESC",
            _bytes(transfer_id),
            _bytes(device_id),
            direction.value,
        )

    def records(self, *stages: Stage, search: str = "", limit: int | None = None) -> list[Record]:
        """Those in one of these stages, or all; what was added last stands first.

        `search` is a part of the title, the peer's name or a path; upper and lower case and width
        do not count.
        """
        wanted = [stage.value for stage in stages or Stage]
        marks = ", ".join("?" for _ in wanted)
        with self._database.reading() as database:
            rows = database.execute(
                f"{_SELECT} WHERE stage IN ({marks}) AND instr(searched, ?) "
                "ORDER BY number DESC LIMIT ?",
                (*wanted, _searched(search), -1 if limit is None else limit),
            ).fetchall()
        return [_record(row) for row in rows]

    def keep_contents(self, key: str, contents: Contents, *, reopened: Iterable[int] = ()) -> None:
        """Replaces what is in a transfer, and forgets how the `reopened` entries ended; at once.

        A million entries take a second: no call for a window.
        """
        pieces = _packed(contents)
        with self._database.writing() as database:
            if (number := _number(database, key)) is not None:
                database.execute("DELETE FROM contents WHERE transfer = ?", (number,))
                _insert_pieces(database, number, pieces)
                database.executemany(
                    f"DELETE FROM ended WHERE transfer = {number} AND entry = ?",
                    [(entry,) for entry in reopened],
                )

    def contents(self, key: str) -> Contents | None:
        """What is in a transfer. A million entries take a second: no call for a window.

        None when it was never kept, or dropped since; also when it is damaged, which then stands
        in `profile.warnings`.
        """
        with self._database.reading() as database:
            pieces = database.execute(
                "SELECT packed FROM contents JOIN transfers ON number = transfer "
                "WHERE key = ? ORDER BY piece",
                (_bytes(key),),
            ).fetchall()
        try:
            return _unpacked([piece for (piece,) in pieces]) if pieces else None
        except (zlib.error, msgspec.MsgspecError) as error:
            self._profile.warnings.append(DamagedList(detail=str(error)))
            return None

    def note_ended(
        self, key: str, results: Iterable[tuple[int, str]], *, done_bytes: int | None = None
    ) -> None:
        """Entries that ended: the index, and "" or the short name of what was wrong.

        One transaction; a later result replaces an earlier one. `done_bytes` is the record's.
        """
        entries: dict[str, list[int]] = {}  # by how they ended
        for entry, error in dict(results).items():
            entries.setdefault(error, []).append(entry)
        with self._database.writing() as database:
            if (number := _number(database, key)) is None:
                return
            database.executemany(  # row by row it takes three times as long
                f"INSERT OR REPLACE INTO ended SELECT {number}, value, ? FROM json_each(?)",
                [(_bytes(error), json.dumps(ended)) for error, ended in entries.items()],
            )
            if done_bytes is not None:
                database.execute(
                    "UPDATE transfers SET done_bytes = ?, changed = ? WHERE number = ?",
                    (_stored(done_bytes), self._clock(), number),
                )

    def ended(self, key: str) -> dict[int, str]:
        """How entries ended: "" or the short name of what was wrong.

        A million entries take a second: no call for a window.
        """
        return self._by_entry("SELECT entry, ended.error FROM ended", key)

    def note_names(self, key: str, names: Mapping[int, str]) -> None:
        """Receiving: the names that folders and files got on the disk, by entry."""
        rows = [(entry, _bytes(name)) for entry, name in names.items()]
        with self._database.writing() as database:
            if (number := _number(database, key)) is not None:
                database.executemany(
                    f"INSERT OR REPLACE INTO folders VALUES ({number}, ?, ?)", rows
                )

    def names(self, key: str) -> dict[int, str]:
        """The names that note_names got, by entry."""
        return self._by_entry("SELECT entry, name FROM folders", key)

    def finish(self, key: str, **fields: Any) -> None:
        """Changes a record for the last time; of its results only the failed ones are kept.

        A million entries take a second: no call for a window.
        """
        with self._database.writing() as database:
            if (number := self._change(database, key, fields)) is not None:
                database.execute("DELETE FROM ended WHERE transfer = ? AND error = x''", (number,))
                database.execute("DELETE FROM wishes WHERE transfer = ?", (number,))

    def forget(self, *keys: str) -> None:
        """Drops everything about these transfers, at once."""
        with self._database.writing() as database:
            database.executemany(
                "DELETE FROM transfers WHERE key = ?", [(_bytes(key),) for key in keys]
            )

    def wish(self, key: str, wish: str) -> None:
        """Asks the process that runs a transfer for something: `pause`. Lasts for WISHES_LAST_S."""
        with self._database.writing() as database:
            if (number := _number(database, key)) is not None:
                database.execute(
                    "INSERT OR REPLACE INTO wishes VALUES (?, ?, ?)",
                    (number, _bytes(wish), self._clock()),
                )

    def take_wishes(self, keys: Collection[str]) -> dict[str, str]:
        """What was wished for these transfers since the last call, by key; the latest for each.

        Costs microseconds when there is nothing, so it may be called often.
        """
        with self._database.reading() as database:
            (version,) = database.execute("PRAGMA data_version").fetchone()
            if self._seen == (version, False):
                return {}
            rows = database.execute(
                "SELECT transfer, key, wish, wished FROM wishes JOIN transfers ON number = transfer"
            ).fetchall()
            self._seen = (version, bool(rows))
        oldest = self._clock() - WISHES_LAST_S
        taken = [
            (number, _text(key), _text(wish), wished)
            for number, key, wish, wished in rows
            if wished < oldest or _text(key) in keys
        ]
        if not taken:
            return {}
        with self._database.writing() as database:
            database.executemany(
                "DELETE FROM wishes WHERE transfer = ? AND wished = ?",  # not a newer one
                [(number, wished) for number, _, _, wished in taken],
            )
        return {key: wish for _, key, wish, wished in taken if wished >= oldest}

    def close(self) -> None:
        """Once no other thread uses it. Twice is allowed."""
        self._database.close()

    def _tidy(self) -> None:
        with self._database.writing() as database:
            old = (
                "WHERE transfer IN (SELECT number FROM transfers "
                "WHERE stage IN ('finished', 'declined', 'cancelled') AND failed = 0 "
                "AND changed < ?)"
            )
            for table in ("contents", "folders"):
                database.execute(f"DELETE FROM {table} {old}", (self._clock() - CONTENTS_LAST_S,))
            _trim(database)
        self._database.shrink()

    def _change(self, database: sqlite3.Connection, key: str, fields: dict[str, Any]) -> int | None:
        row = database.execute(f"{_SELECT} WHERE key = ?", (_bytes(key),)).fetchone()
        if row is None:
            return None
        changed = {**fields, "changed": self._clock()}
        record = msgspec.structs.replace(_record(row), **changed)
        database.execute(
            f"UPDATE transfers SET ({_COLUMNS}, searched) = ({_VALUES}) WHERE key = ?",
            (*_row(record), _bytes(key)),
        )
        return _number(database, key)

    def _first(self, where: str, *values: _Stored) -> Record | None:
        with self._database.reading() as database:
            row = database.execute(f"{_SELECT} {where} LIMIT 1", values).fetchone()
        return _record(row) if row else None

    def _by_entry(self, select: str, key: str) -> dict[int, str]:
        found: dict[int, str] = {}
        last = -1
        while True:
            with self._database.reading() as database:
                rows = database.execute(
                    f"{select} JOIN transfers ON number = transfer "
                    "WHERE key = ? AND entry > ? ORDER BY entry LIMIT ?",
                    (_bytes(key), last, ROWS_AT_ONCE),
                ).fetchall()
            found.update((entry, _text(value)) for entry, value in rows)
            if len(rows) < ROWS_AT_ONCE:
                return found
            last = rows[-1][0]


def _number(database: sqlite3.Connection, key: str) -> int | None:
    row = database.execute("SELECT number FROM transfers WHERE key = ?", (_bytes(key),)).fetchone()
    return row[0] if row else None


def _trim(database: sqlite3.Connection) -> None:
    marks = ", ".join("?" for _ in _ENDED)
    database.execute(
        "DELETE FROM transfers WHERE number IN (SELECT number FROM transfers "
        f"WHERE stage IN ({marks}) ORDER BY number DESC LIMIT -1 OFFSET ?)",
        (*_ENDED, HISTORY),
    )


# Values -------------------------------------------------------------------------------------------


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(stored: bytes) -> str:
    try:
        return stored.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:  # SQLite does not notice a damaged byte in a text
        return stored.decode("utf-8", "replace")


def _searched(*texts: str) -> bytes:
    """What a search compares: a name is found in any case, width and composition."""
    folded = unicodedata.normalize("NFKC", "\n".join(texts)).casefold()
    return _bytes(unicodedata.normalize("NFKC", folded))


def _row(record: Record) -> list[_Stored]:
    fields = [_stored(getattr(record, name)) for name in Record.__struct_fields__]
    return [*fields, _searched(record.title, record.peer_name, *record.paths)]


def _stored(value: Any) -> _Stored:
    match value:
        case Enum():
            return str(value.value)
        case str():
            return _bytes(value)
        case tuple():
            return b"".join(_bytes(path) + b"\0" for path in value)  # no path has a NUL in it
        case int():
            return min(int(value), _LARGEST)
        case _:
            return float(value)


def _paths(stored: bytes) -> tuple[str, ...]:
    return tuple(_text(path) for path in stored.split(b"\0")[:-1])


def _reader(kind: Any) -> Callable[[Any], Any]:
    if get_origin(kind) is tuple:
        return _paths
    return _text if kind is str else kind


_READERS = [_reader(field.type) for field in msgspec.structs.fields(Record)]


def _record(row: tuple[Any, ...]) -> Record:
    values = (read(value) for read, value in zip(_READERS, row, strict=True))
    return Record(**dict(zip(Record.__struct_fields__, values, strict=True)))


# Contents -----------------------------------------------------------------------------------------


def _packed(contents: Contents) -> list[bytes]:
    """In pieces, because nothing else runs while one is packed."""
    rest = _Rest(
        {entry: _bytes(name) for entry, name in contents.disk_names.items()},
        _bits(contents.unwanted),
        contents.outdated,
        _bits(contents.replaced),
    )
    entries = contents.entries
    pieces = (entries[start : start + PIECE] for start in range(0, len(entries), PIECE))
    return [zlib.compress(msgspec.msgpack.encode(piece), 1) for piece in (rest, *pieces)]


def _unpacked(pieces: list[bytes]) -> Contents:
    rest = msgspec.msgpack.decode(zlib.decompress(pieces[0]), type=_Rest)
    decoder = msgspec.msgpack.Decoder(list[Entry])
    entries: list[Entry] = []
    for piece in pieces[1:]:
        entries += decoder.decode(zlib.decompress(piece))
    names = {entry: _text(name) for entry, name in rest.disk_names.items()}
    return Contents(
        entries, names, _set_bits(rest.unwanted), _set_bits(rest.replaced), rest.outdated
    )


def _bits(numbers: Collection[int]) -> bytes:
    bits = bytearray(max(numbers) // 8 + 1 if numbers else 0)
    for number in numbers:
        bits[number // 8] |= 1 << number % 8
    return bytes(bits)


def _set_bits(bits: bytes) -> frozenset[int]:
    return frozenset(
        8 * position + bit
        for position, byte in enumerate(bits)
        if byte
        for bit in range(8)
        if byte >> bit & 1
    )


def _insert_pieces(database: sqlite3.Connection, number: int, pieces: list[bytes]) -> None:
    database.executemany(
        "INSERT INTO contents VALUES (?, ?, ?)",
        [(number, piece, packed) for piece, packed in enumerate(pieces)],
    )
