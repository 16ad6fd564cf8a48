"""Owns what arrives, on this side's disk: part files, their final names, and what is left after."""

import contextlib
import errno
import io
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from blake3 import blake3

from desktopxfer.errors import (
    Damaged,
    DesktopxferError,
    DiskFailed,
    DiskFull,
    FolderMissing,
    NotText,
    ReadOnlyFolder,
)
from desktopxfer.offer import MAX_TEXT_BYTES, Conflicts, Entry, EntryKind, Kind, path_of
from desktopxfer.transfer.clippings import decoded
from desktopxfer.transfer.destination import Destination
from desktopxfer.transfer.folder import set_file_mtime
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.prefix import READ_BYTES, hash_prefix
from desktopxfer.transfer.room import check_room
from desktopxfer.transfer.staging import Part, Staging

# A batch becomes durable with one call, which for many small files is far cheaper than one each.
BATCH_FILES = 256
BATCH_BYTES = 16 * 1024 * 1024
# From this size a file's own fsync costs little beside its writing.
OWN_SYNC_BYTES = 8 * 1024 * 1024

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


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended; no error means that it is durable under its final name."""

    index: int
    error: DesktopxferError | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first bytes of a file that are here already: its part, or a whole file of its name."""

    length: int  # bytes
    digest: bytes  # BLAKE3 of them
    hasher: blake3 | None  # over them, ready for more; None for a file that is not ours to change


class Incoming:
    """Saves the files of one transfer below a folder. Belongs to the transfer's thread.

    Part files lie in one staging folder inside the destination, so on the same volume. A file gets
    its final name only after its size and digest were found right and its bytes are on the disk.
    What an earlier connection left, as the journal says, is taken up.
    Methods raise DiskFull, ReadOnlyFolder and other errors of the destination as a whole; what
    concerns one file is an Outcome. ProfileUnusable when the journal cannot be written.
    """

    def __init__(
        self,
        into: Path,
        entries: Sequence[Entry],
        names: Sequence[str],
        journal: Journal,
        *,
        unwanted: frozenset[int] = frozenset(),
        conflicts: Conflicts = Conflicts.KEEP_BOTH,
        replaced: frozenset[int] = frozenset(),
        outdated: Mapping[int, tuple[int, int]] = MappingProxyType({}),
        kind: Kind = Kind.FILES,
    ) -> None:
        self._into = into
        self._kind = kind
        self._entries = entries
        self._journal = journal
        self._unwanted = unwanted
        self._merges = conflicts is not Conflicts.KEEP_BOTH
        self._outdated = outdated
        self._part: Part | None = None
        self._kept: tuple[int, bytes] | None = None  # the current file, when it is here and stays
        self._batch: list[int] = []  # complete, waiting for the disk
        self._batch_bytes = 0
        self._batch_unsynced = False
        self._outcomes: list[Outcome] = []  # of files that need nothing from the disk
        self._failed_there: dict[int, DesktopxferError] = {}  # of these nothing is to be reported
        self.beginnings: dict[int, Beginning] = {}  # what prepare() found, by entry
        self.finds_something = journal.goes_on or self._merges
        if journal.goes_on and not into.is_dir():  # on a stick that was pulled, perhaps
            raise FolderMissing(str(into))
        if not self.finds_something:
            check_room(into, self._bytes_wanted())
        try:
            self._destination = Destination(
                into,
                entries,
                names,
                unwanted,
                conflicts,
                journal,
                replaced=replaced,
                outdated=outdated,
            )
        except (FileExistsError, NotADirectoryError) as error:
            raise FolderMissing(str(into)) from error
        except OSError as error:
            raise disk_error(error, str(into)) from error
        try:
            if (
                not journal.staging
            ):  # noted before it is made, or after a crash nobody would know of it
                journal.note_staging(STAGING_PREFIX + secrets.token_hex(6))
            self._staging = Staging(self._destination.folder, journal.staging)
        except BaseException as error:
            self._destination.close()
            if isinstance(error, OSError):
                raise disk_error(error, str(into)) from error
            raise

    @property
    def saved(self) -> set[int]:
        """Files that are here, complete and durable; none of them is wanted again."""
        return self._journal.saved

    # What is here already ---------------------------------------------------------------------

    def prepare(self, pulse: Callable[[], None]) -> None:
        """Finds the beginnings of files, and whether there is room for the rest.

        `pulse` is called every few milliseconds and may raise to end it. Raises NotEnoughSpace.
        """
        try:
            if self._merges and not self._journal.names:
                self._destination.claim_new_folders(pulse)
            sizes = self._staging.sizes()
            for index in sorted(self.saved & sizes.keys()):  # a crash came just before
                if (problem := self._publish(index).error) is not None:
                    self._journal.note_failed({index: problem})
                    self._staging.remove(index)
                del sizes[index]
            self._destination.note_names()
            for index in self.wanted_files() if sizes or self._merges or self._outdated else ():
                pulse()
                if index in sizes:
                    self._take_up(index, sizes[index], pulse)
                elif index in self._outdated:
                    self._begin_with_outdated(index, pulse)
                elif self._merges:
                    self._compare(index, pulse)
            check_room(self._into, self._bytes_wanted())
        except OSError as error:
            raise disk_error(error, str(self._into)) from error

    def wanted_files(self) -> list[int]:
        """What is still to come, in order."""
        saved = self.saved
        return [
            index
            for index, entry in enumerate(self._entries)
            if entry.kind is EntryKind.FILE and index not in self._unwanted and index not in saved
        ]

    def _take_up(self, index: int, size: int, pulse: Callable[[], None]) -> None:
        if not 0 < size <= self._entries[index].size:
            self._staging.remove(index)
            return
        descriptor = self._staging.open(index)
        try:
            hasher = hash_prefix(descriptor, size, pulse)
        finally:
            os.close(descriptor)
        if hasher is not None:
            self.beginnings[index] = Beginning(size, hasher.digest(), hasher)

    def _begin_with_outdated(self, index: int, pulse: Callable[[], None]) -> None:
        """Copies what was saved of a file that has changed since: often it has only grown.

        That one keeps its name until the new one is complete.
        """
        descriptor = self._destination.open_outdated(index)
        if descriptor is None:
            return
        entry = self._entries[index]
        left = min(entry.size, self._outdated[index][0])
        buffer = memoryview(bytearray(min(READ_BYTES, left)))
        with (
            io.FileIO(descriptor) as saved,
            self._staging.create(index, executable=entry.executable) as part,
        ):
            while left and (count := saved.readinto(buffer[:left])):
                pulse()
                part.write(buffer[:count])
                left -= count
        if part.written:
            self.beginnings[index] = Beginning(part.written, part.hasher.digest(), part.hasher)

    def _compare(self, index: int, pulse: Callable[[], None]) -> None:
        """Whether the file that has the name is the same one: the sender will say by its digest."""
        descriptor = self._destination.open_existing(index)
        if descriptor is None:
            return
        size = self._entries[index].size
        with io.FileIO(descriptor) as file:
            if size == 0:
                self._journal.note_saved([index])
                return
            with contextlib.suppress(OSError):  # unreadable: then it is not the same
                if (hasher := hash_prefix(file.fileno(), size, pulse)) is not None:
                    self.beginnings[index] = Beginning(size, hasher.digest(), None)

    def _bytes_wanted(self) -> int:
        wanted = sum(self._entries[index].size for index in self.wanted_files())
        return wanted - sum(beginning.length for beginning in self.beginnings.values())

    # One file after the other -----------------------------------------------------------------

    def start(self, index: int, offset: int = 0) -> None:
        """What follows is the rest of a file from `offset`: 0, or the length of its beginning."""
        entry = self._entries[index]
        beginning = self.beginnings.pop(index, None)
        try:
            if beginning is None or not offset:
                self._part = self._staging.create(index, executable=entry.executable)
            elif beginning.hasher is None:
                self._kept = (index, beginning.digest)
            else:
                self._part = self._staging.go_on(
                    index, beginning.hasher, offset, executable=entry.executable
                )
        except OSError as error:
            raise disk_error(error, self._path(index)) from error

    def write(self, piece: memoryview) -> None:
        part = self._part
        assert part is not None  # the session lets data through only inside a file
        try:
            part.write(piece)
        except OSError as error:
            raise disk_error(error, self._path(part.index)) from error

    def end(self, digest: bytes, mtime_ns: int) -> None:
        """The file is complete; its outcome comes with a later batch."""
        if self._kept is not None:
            (index, expected), self._kept = self._kept, None
            if digest == expected:
                self._journal.note_saved([index])
                self._outcomes.append(Outcome(index))
            else:
                self._outcomes.append(Outcome(index, Damaged(self._path(index))))
            return
        part, self._part = self._part, None
        assert part is not None
        size = self._entries[part.index].size
        try:
            try:
                if part.hasher.digest() != digest:
                    self._fail(part.index, Damaged(self._path(part.index)))
                    return
                if self._kind is Kind.TEXT:
                    self._check_text(part)
                set_file_mtime(part.descriptor, mtime_ns)
                if size >= OWN_SYNC_BYTES:
                    os.fsync(part.descriptor)
                else:
                    self._batch_unsynced = True
            finally:
                part.close()
        except NotText as error:
            self._fail(part.index, error)
            return
        except OSError as error:
            # After a failed fsync the system may have dropped the data: this file is lost.
            self._fail(part.index, disk_error(error, self._path(part.index)))
            return
        self._batch.append(part.index)
        self._batch_bytes += size

    def _check_text(self, part: Part) -> None:
        with io.FileIO(self._staging.open(part.index)) as file:
            decoded(file.read(MAX_TEXT_BYTES), self._path(part.index))

    def abandon(self, index: int, error: DesktopxferError) -> None:
        """The sender could not deliver a file, whether it had begun to or not."""
        self._failed_there[index] = error
        self._kept = None
        self.beginnings.pop(index, None)
        self._close_part()
        self._staging.remove(index)

    def _close_part(self) -> None:
        part, self._part = self._part, None
        if part is not None:
            part.close()

    def _fail(self, index: int, error: DesktopxferError) -> None:
        self._staging.remove(index)
        self._outcomes.append(Outcome(index, error))

    # Batches ----------------------------------------------------------------------------------

    @property
    def batch_is_full(self) -> bool:
        gathered = len(self._batch) + len(self._outcomes)
        return gathered >= BATCH_FILES or self._batch_bytes >= BATCH_BYTES

    def settle(self) -> list[Outcome]:
        """Makes the gathered files durable and gives them their final names."""
        batch, self._batch, self._batch_bytes = self._batch, [], 0
        outcomes, self._outcomes = self._outcomes, []
        try:
            if self._batch_unsynced:
                self._batch_unsynced = False
                self._staging.sync(batch)
        except OSError as error:
            lost = batch
            outcomes += [Outcome(index, disk_error(error, self._path(index))) for index in batch]
        else:
            # Before they get their names: a saved file without a part is one that has its name.
            self._journal.note_saved(batch)
            published = [self._publish(index) for index in batch]
            self._destination.note_names()
            lost = [outcome.index for outcome in published if outcome.error]
            outcomes += published
        failed, self._failed_there = self._failed_there, {}
        for outcome in outcomes:
            if outcome.error is not None:
                failed[outcome.index] = outcome.error
        self._journal.note_failed(failed)
        for index in lost:  # only now: until then the journal may call it saved
            self._staging.remove(index)
        return outcomes

    def _publish(self, index: int) -> Outcome:
        try:
            self._destination.publish(self._staging.folder, str(index), index)
        except OSError as error:
            return Outcome(index, disk_error(error, self._path(index)))
        return Outcome(index)

    # The end ----------------------------------------------------------------------------------

    def finish(self) -> list[Outcome]:
        """After the last file: settles, makes the empty folders, and everything durable.

        Returns the last outcomes. Raises DiskFailed when the folders' entries did not reach the
        disk: then there must be no receipt.
        """
        outcomes = self.settle()
        try:
            self._destination.make_folders()
            self._staging.discard()
            self._destination.sync()
        except OSError as error:
            raise disk_error(error, str(self._into)) from error
        self._destination.close()
        return outcomes

    def saved_paths(self) -> tuple[Path, ...]:
        """Where the dropped things are now, in the offer's order."""
        return self._destination.saved_paths(self.saved)

    def suspend(self) -> None:
        """Keeps everything for a later connection; what is complete gets its name."""
        self._close_part()
        with contextlib.suppress(OSError, DesktopxferError):
            self.settle()
        self._staging.close()
        self._destination.close()

    def discard(self) -> None:
        """Removes everything unfinished: part files, the staging folder, folders left empty.

        Finished files stay. Removes only what this transfer made.
        """
        self._close_part()
        self._staging.discard()
        self._destination.remove_empty_folders()
        self._destination.close()

    # Words ------------------------------------------------------------------------------------

    def _path(self, index: int) -> str:
        return path_of(self._entries, index)
