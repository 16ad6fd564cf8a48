"""Owns what arrives, on this side's disk: part files, their final names, and what is left after."""

import contextlib
import errno
import os
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from blake3 import blake3

from desktopxfer.errors import (
    Damaged,
    DesktopxferError,
    DiskFailed,
    DiskFull,
    FolderMissing,
    ReadOnlyFolder,
)
from desktopxfer.offer import TOP, Entry, EntryKind, path_of
from desktopxfer.transfer.folder import HAS_VOLUME_SYNC, Folder, set_file_mtime, start_writing
from desktopxfer.transfer.names import STAGING_PREFIX, numbered
from desktopxfer.transfer.room import check_room

# A batch becomes durable with one call, which for many small files is far cheaper than one each.
BATCH_FILES = 256
BATCH_BYTES = 16 * 1024 * 1024
OWN_SYNC_BYTES = (
    8 * 1024 * 1024
)  # from this size a file's own fsync costs little beside its writing
# A slow stick takes 1 MB a second. While the disk holds this thread the sender hears nothing, so no
# wait may come near the sender's idle timeout.
WRITEBACK_BYTES = 8 * 1024 * 1024
OPEN_FOLDERS = 16  # descriptors kept; entries come folder by folder, and others need some too
MAX_NUMBER = 10_000  # of " (2)", " (3)", ... before giving up

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def disk_error(error: OSError, subject: str) -> DesktopxferError:
    """The sentence for what the disk said. The only place that reads its error numbers."""
    detail = error.strerror or str(error)
    if error.errno in _FULL:
        return DiskFull(subject)
    if error.errno in _READ_ONLY:
        return ReadOnlyFolder(subject)
    return DiskFailed(subject, detail)


@dataclass(slots=True)
class _Part:
    """A file on its way: its name in the staging folder is its entry's index."""

    index: int
    descriptor: int
    hasher: blake3
    written: int = 0
    on_its_way: int = 0  # of these, how much the system was told to write to the disk


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended; no error means that it is durable under its final name."""

    index: int
    error: DesktopxferError | None = None


class Incoming:
    """Saves the files of one transfer below a folder. Belongs to the transfer's thread.

    Part files lie in one staging folder inside the destination, so on the same volume. A file gets
    its final name only after its size and digest were found right and its bytes are on the disk.
    Folders of the transfer are always new; a taken name gets " (2)".
    Methods raise DiskFull, ReadOnlyFolder and other errors of the destination as a whole; what
    concerns one file is an Outcome.
    """

    def __init__(
        self,
        into: Path,
        entries: Sequence[Entry],
        names: Sequence[str],
        unwanted: frozenset[int] = frozenset(),
    ) -> None:
        self._entries = entries
        self._names = names  # final names, by index
        self._unwanted = unwanted
        self._part: _Part | None = None
        self._batch: list[int] = []  # complete, waiting for the disk
        self._batch_bytes = 0
        self._batch_unsynced = False
        self._failed: list[Outcome] = []  # since the last batch
        self._made: dict[int, str] = {}  # folder entry -> the name it got
        self._open: OrderedDict[int, Folder] = OrderedDict()
        self._tops: dict[int, str] = {}  # dropped entry -> the name it got
        needed = sum(entry.size for i, entry in enumerate(entries) if i not in unwanted)
        check_room(into, needed)
        try:
            into.mkdir(parents=True, exist_ok=True)
            self._destination = Folder.open(into)
        except (FileExistsError, NotADirectoryError) as error:
            raise FolderMissing(str(into)) from error
        except OSError as error:
            raise disk_error(error, str(into)) from error
        try:
            self._staging_name = STAGING_PREFIX + secrets.token_hex(6)
            self._destination.make_folder(self._staging_name)
            self._staging = self._destination.open_folder(self._staging_name)
        except OSError as error:
            self._destination.close()
            raise disk_error(error, str(into)) from error

    # One file after the other -----------------------------------------------------------------

    def start(self, index: int) -> None:
        entry = self._entries[index]
        try:
            descriptor = self._staging.create_file(str(index), executable=entry.executable)
        except OSError as error:
            raise disk_error(error, self._path(index)) from error
        self._part = _Part(index, descriptor, blake3())

    def write(self, piece: memoryview) -> None:
        part = self._part
        assert part is not None  # the session lets data through only inside a file
        part.hasher.update(piece)
        try:
            while piece:
                count = os.write(part.descriptor, piece)
                part.written += count
                piece = piece[count:]
            while part.written - part.on_its_way >= WRITEBACK_BYTES:
                start_writing(part.descriptor, part.on_its_way, WRITEBACK_BYTES)
                part.on_its_way += WRITEBACK_BYTES
        except OSError as error:
            raise disk_error(error, self._path(part.index)) from error

    def end(self, digest: bytes, mtime_ns: int) -> None:
        """The file is complete; its outcome comes with a later batch."""
        part, self._part = self._part, None
        assert part is not None
        size = self._entries[part.index].size
        try:
            try:
                if part.hasher.digest() != digest:
                    self._fail(part.index, Damaged(self._path(part.index)))
                    return
                set_file_mtime(part.descriptor, mtime_ns)
                if size >= OWN_SYNC_BYTES:
                    os.fsync(part.descriptor)
                else:
                    self._batch_unsynced = True
            finally:
                os.close(part.descriptor)
        except OSError as error:
            # After a failed fsync the system may have dropped the data: this file is lost.
            self._fail(part.index, disk_error(error, self._path(part.index)))
            return
        self._batch.append(part.index)
        self._batch_bytes += size

    def abandon(self) -> None:
        """The sender could not deliver the current file."""
        part, self._part = self._part, None
        if part is not None:
            os.close(part.descriptor)
            self._remove_part(part.index)

    def _fail(self, index: int, error: DesktopxferError) -> None:
        self._remove_part(index)
        self._failed.append(Outcome(index, error))

    def _remove_part(self, index: int) -> None:
        with contextlib.suppress(OSError):
            self._staging.remove_file(str(index))

    # Batches ----------------------------------------------------------------------------------

    @property
    def batch_is_full(self) -> bool:
        return (
            len(self._batch) + len(self._failed) >= BATCH_FILES or self._batch_bytes >= BATCH_BYTES
        )

    def settle(self) -> list[Outcome]:
        """Makes the gathered files durable and gives them their final names."""
        batch, self._batch, self._batch_bytes = self._batch, [], 0
        outcomes, self._failed = self._failed, []
        if self._batch_unsynced:
            self._batch_unsynced = False
            try:
                self._sync(batch)
            except OSError as error:
                for index in batch:
                    self._remove_part(index)
                    outcomes.append(Outcome(index, disk_error(error, self._path(index))))
                return outcomes
        outcomes += [self._publish(index) for index in batch]
        return outcomes

    def _sync(self, batch: list[int]) -> None:
        if not self._staging.sync_volume():
            for index in batch:
                self._staging.sync_file(str(index))

    def _publish(self, index: int) -> Outcome:
        entry = self._entries[index]
        try:
            folder = self._folder(entry.parent)
            name = self._free_name(index, lambda name: self._staging.move(str(index), folder, name))
        except OSError as error:
            self._remove_part(index)
            return Outcome(index, disk_error(error, self._path(index)))
        if entry.parent == TOP:
            self._tops[index] = name
        return Outcome(index)

    def finish(self) -> list[Outcome]:
        """After the last file: settles, makes the empty folders, and everything durable.

        Returns the last outcomes. Raises DiskFailed when the folders' entries did not reach the
        disk: then there must be no receipt.
        """
        outcomes = self.settle()
        folders = [
            index
            for index, entry in enumerate(self._entries)
            if entry.kind is EntryKind.FOLDER and index not in self._unwanted
        ]
        try:
            for index in folders:
                self._folder(index)
            for index in reversed(folders):  # inner ones first: a new entry changes its folder
                self._date_folder(index)
            self._close_folders()
            self._staging.close()
            self._destination.remove_folder(self._staging_name)
            if not self._destination.sync_volume():
                self._destination.sync_names()
        except OSError as error:
            raise disk_error(error, str(self._destination.path)) from error
        self._destination.close()
        return outcomes

    def saved_paths(self) -> tuple[Path, ...]:
        """Where the dropped things are now, in the offer's order."""
        return tuple(self._destination.path / self._tops[index] for index in sorted(self._tops))

    def discard(self) -> None:
        """Removes everything unfinished: part files, the staging folder, folders left empty.

        Finished files stay. Removes only what this transfer made.
        """
        self.abandon()
        for index in self._batch:
            self._remove_part(index)
        self._batch.clear()
        self._staging.close()
        with contextlib.suppress(OSError):
            self._destination.remove_folder(self._staging_name)
        for index in sorted(self._made, reverse=True):
            with contextlib.suppress(OSError):
                self._folder(self._entries[index].parent).remove_folder(self._made[index])
        self._close_folders()
        self._destination.close()

    # Folders ----------------------------------------------------------------------------------

    def _folder(self, index: int) -> Folder:
        """The open folder of an entry, made and opened down from the nearest one that is open."""
        missing = []
        while index != TOP and index not in self._open:
            missing.append(index)
            index = self._entries[index].parent
        if index == TOP:
            folder = self._destination
        else:
            self._open.move_to_end(index)
            folder = self._open[index]
        for child in reversed(missing):
            folder = self._enter(folder, child)
        return folder

    def _enter(self, parent: Folder, index: int) -> Folder:
        if index not in self._made:
            self._made[index] = self._free_name(index, parent.make_folder)
            if self._entries[index].parent == TOP:
                self._tops[index] = self._made[index]
        folder = parent.open_folder(self._made[index])
        self._open[index] = folder
        if len(self._open) > OPEN_FOLDERS:
            self._shut(self._open.popitem(last=False)[1])
        return folder

    def _free_name(self, index: int, take: Callable[[str], None]) -> str:
        """Takes the entry's final name, or the first free numbered one, by trying."""
        name = self._names[index]
        for number in range(2, MAX_NUMBER):
            try:
                take(name)
            except FileExistsError:
                name = numbered(self._names[index], number, self._entries[index].kind)
            else:
                return name
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)

    def _date_folder(self, index: int) -> None:
        entry = self._entries[index]
        with contextlib.suppress(OSError):  # a folder's date is not worth failing for
            self._folder(entry.parent).set_folder_mtime(self._made[index], entry.mtime_ns)

    def _close_folders(self) -> None:
        while self._open:
            self._shut(self._open.popitem()[1])

    def _shut(self, folder: Folder) -> None:
        if not HAS_VOLUME_SYNC:
            folder.sync_names()
        folder.close()

    # Words ------------------------------------------------------------------------------------

    def _path(self, index: int) -> str:
        return path_of(self._entries, index)
