"""Owns how dropped paths become entries, and how the file behind an entry is opened."""

import errno
import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from desktopxfer.errors import (
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
from desktopxfer.offer import MAX_ENTRIES, TOP, Entry, EntryKind
from desktopxfer.text_safety import printable
from desktopxfer.transfer.names import (
    DEPTH_LIMIT,
    MTIME_MAX_NS,
    MTIME_MIN_NS,
    PATH_LIMIT,
    Siblings,
    System,
    sendable,
)

REPORT_EVERY = 1000  # found entries: some milliseconds, so that a scan shows and stops at once
ROOT_NAME = "root"  # of a dropped `/`, which has no name of its own

# Where the system can: never through a link, never waiting for the other end of a pipe, never
# handed on to a child process; and on Windows the bytes as they are.
_OPEN_FLAGS = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    _OPEN_FLAGS |= getattr(os, _flag, 0)

_HAS_EXECUTABLE_BIT = os.name == "posix"
_IO_REPARSE_TAG_MOUNT_POINT = 0xA0000003  # a junction: Windows' link to a folder


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What will be offered, and where it is."""

    entries: list[Entry]
    skipped: list[DesktopxferError]  # not part of the offer; the subject is the path, printable
    # Only where it is not the entry's own name, because a million paths would fill the memory: the
    # absolute path of what was dropped itself, and names that cannot travel as they are.
    disk_names: dict[int, str] = field(repr=False)

    def source(self, index: int) -> str:
        """The absolute path of an entry's file or folder on this computer."""
        parts = []
        while index != TOP:
            entry = self.entries[index]
            parts.append(self.disk_names.get(index, entry.name))
            index = entry.parent
        return os.path.join(*reversed(parts))


def scan(
    paths: Sequence[Path],
    *,
    on_found: Callable[[int, int], None] | None = None,
    stop: Callable[[], None] = lambda: None,
) -> Outgoing:
    """Walks what was dropped. Opens no file, follows no link but a dropped one.

    The order is that of `paths`; within a folder first its files, then its folders with what is in
    them, each by name. `on_found` gets the entries and bytes so far, `stop` may raise to end the
    scan; both are called every 1000 entries or more often, in the calling thread. What cannot be
    sent is left out and listed as skipped. Raises PathMissing, Unreadable (a dropped path that
    cannot even be looked at), TooManyEntries, NothingToSend.
    """
    running = _Scan(on_found, stop)
    for dropped in _dropped(paths):
        running.walk(dropped)
    if not running.entries:
        skipped = [str(error).rstrip(".") for error in running.skipped[:1]]
        raise NothingToSend(*skipped or ["no file or folder was given"])
    running.report()
    return Outgoing(running.entries, running.skipped, running.disk_names)


class _Parent(NamedTuple):
    """A folder that became an entry, for what is in it."""

    entry: int  # its index
    depth: int  # 1 for what was dropped
    length: int  # of its path on the wire, in bytes, as names.check counts it


class _Found(NamedTuple):
    """Something on the disk that may become an entry."""

    path: str
    disk_name: str
    name: str  # on the wire
    parent: _Parent


def _dropped(paths: Sequence[Path]) -> list[_Found]:
    """All of them, before the long walk through any."""
    top = _Parent(TOP, 0, 0)
    siblings = Siblings(System.LINUX)
    found = []
    for path in paths:
        location = _location(path)
        name = path.name if path.name not in {"", ".."} else os.path.basename(location)
        name = sendable(name or os.path.splitdrive(location)[0] or ROOT_NAME)
        kind = EntryKind.FOLDER if os.path.isdir(location) else EntryKind.FILE
        found.append(_Found(location, location, siblings.claim(TOP, name, kind), top))
    return found


def _location(path: Path) -> str:
    """The absolute path without links, because a link that the user chose stands for its target."""
    subject = printable(str(path), PATH_LIMIT)
    try:
        location = os.path.realpath(path)
        os.lstat(location)
    except OSError as error:
        problem = _meaning(error)
        raise (PathMissing if problem is Vanished else problem)(subject) from error
    except ValueError as error:  # NUL in it
        raise PathMissing(subject) from error
    return location


class _Scan:
    """One running scan: what it has found so far."""

    def __init__(
        self, on_found: Callable[[int, int], None] | None, stop: Callable[[], None]
    ) -> None:
        self._on_found = on_found
        self._stop = stop
        self._total_bytes = 0
        self.entries: list[Entry] = []
        self.skipped: list[DesktopxferError] = []
        self.disk_names: dict[int, str] = {}

    def walk(self, dropped: _Found) -> None:
        pending = [dropped]  # no recursion: what lies too deep is to be skipped, not to crash
        while pending:
            pending.extend(reversed(self._add(pending.pop())))

    def report(self) -> None:
        self._stop()
        if self._on_found:
            self._on_found(len(self.entries), self._total_bytes)

    def _add(self, found: _Found) -> list[_Found]:
        """Adds a file; or a folder with the files in it, and returns the folders in it."""
        parent = found.parent
        length = parent.length + len(found.name.encode()) + 1
        listing: list[tuple[EntryKind, str]] = []
        try:
            status = os.lstat(found.path)
            is_folder = stat.S_ISDIR(status.st_mode)
            problem = _problem(status)
            if parent.depth >= DEPTH_LIMIT or length > PATH_LIMIT:
                problem = TooDeep
            elif is_folder and not problem:
                listing = self._list(found.path)
        except OSError as error:
            return self._skip(found, _meaning(error))
        if problem:
            return self._skip(found, problem)
        index = len(self.entries)
        if found.disk_name != found.name:
            self.disk_names[index] = found.disk_name
        self.entries.append(entry_of(parent.entry, found.name, status))
        self._total_bytes += self.entries[index].size
        self._count()
        if not is_folder:
            return []
        return self._enter(found, listing, _Parent(index, parent.depth + 1, length))

    def _enter(
        self, folder: _Found, listing: list[tuple[EntryKind, str]], parent: _Parent
    ) -> list[_Found]:
        folders = []
        prefix = os.path.join(folder.path, "")
        for (kind, disk_name), name in zip(listing, _wire_names(listing), strict=True):
            child = _Found(prefix + disk_name, disk_name, name, parent)
            if kind is EntryKind.FOLDER:
                folders.append(child)
            else:
                folders += self._add(child)  # none, unless a folder took its place just now
        return folders

    def _list(self, path: str) -> list[tuple[EntryKind, str]]:
        """What is in a folder: first the files, then the folders, each by name."""
        listing: list[tuple[EntryKind, str]] = []
        with os.scandir(path) as children:
            for child in children:
                if len(listing) % REPORT_EVERY == 0:
                    self._stop()
                is_folder = child.is_dir(follow_symlinks=False)
                listing.append((EntryKind.FOLDER if is_folder else EntryKind.FILE, child.name))
                _limit(len(listing))
        listing.sort()
        return listing

    def _skip(self, found: _Found, problem: type[DesktopxferError]) -> list[_Found]:
        self.skipped.append(problem(printable(found.path, PATH_LIMIT)))
        self._count()
        return []

    def _count(self) -> None:
        found = len(self.entries) + len(self.skipped)
        _limit(found)
        if found % REPORT_EVERY == 0:
            self.report()


def _limit(found: int) -> None:
    if found > MAX_ENTRIES:
        raise TooManyEntries(detail=f"more than {MAX_ENTRIES:,} files and folders")


def _wire_names(listing: list[tuple[EntryKind, str]]) -> list[str]:
    """The names of a folder's content as they travel, still different from each other."""
    names = [sendable(disk_name) for _, disk_name in listing]
    if len(set(names)) == len(names):
        return names
    siblings = Siblings(System.LINUX)  # the other side may be Linux; if not, it folds them itself
    return [siblings.claim(TOP, name, kind) for (kind, _), name in zip(listing, names, strict=True)]


def entry_of(parent: int, name: str, status: os.stat_result) -> Entry:
    """A file or folder as it is offered, by its status."""
    mtime_ns = min(max(status.st_mtime_ns, MTIME_MIN_NS), MTIME_MAX_NS)  # as it can travel
    if stat.S_ISDIR(status.st_mode):
        return Entry(parent, name, EntryKind.FOLDER, mtime_ns=mtime_ns)
    executable = _HAS_EXECUTABLE_BIT and bool(status.st_mode & 0o111)
    return Entry(parent, name, EntryKind.FILE, status.st_size, mtime_ns, executable)


def open_source(path: str, entry: Entry) -> tuple[int, os.stat_result]:
    """Opens the file behind an entry: its descriptor, owned by the caller, and its status.

    Blocks on no pipe and follows no link that meanwhile took the file's place. Raises Vanished,
    Unreadable, LinkSkipped, NotAFile, or ChangedWhileSending when the size is another one.
    """
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        raise _meaning(error)(printable(path, PATH_LIMIT), error.strerror or "") from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(printable(path, PATH_LIMIT))
        if status.st_size != entry.size:
            raise ChangedWhileSending(printable(path, PATH_LIMIT))
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, status


def _problem(status: os.stat_result) -> type[DesktopxferError] | None:
    """Why something that is there is not sent."""
    tag = getattr(status, "st_reparse_tag", 0)  # only Windows has it
    if stat.S_ISLNK(status.st_mode) or tag == _IO_REPARSE_TAG_MOUNT_POINT:
        return LinkSkipped
    if stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode):
        return None
    return NotAFile


def _meaning(error: OSError) -> type[DesktopxferError]:
    """What the system's answer about a path means for it."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return Vanished
        case errno.ELOOP | errno.EMLINK:  # O_NOFOLLOW met a link; EMLINK on FreeBSD
            return LinkSkipped
        case errno.ENXIO | errno.ENODEV | errno.EOPNOTSUPP:  # a socket; a device without driver
            return NotAFile
        case errno.ENAMETOOLONG:
            return TooDeep
        case _:
            return Unreadable
