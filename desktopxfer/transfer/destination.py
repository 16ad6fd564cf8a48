"""Owns what one transfer makes below the chosen folder: its folders and the final names."""

import contextlib
import errno
import os
import stat
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from desktopxfer.offer import TOP, Conflicts, Entry, EntryKind
from desktopxfer.transfer.folder import HAS_VOLUME_SYNC, Folder
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.names import numbered

OPEN_FOLDERS = 16  # descriptors kept; entries come folder by folder, and others need some too
MAX_NUMBER = 10_000  # of " (2)", " (3)", ... before giving up

# What the system says when a name belongs to no folder: nothing, a file, a link.
SAME_DATE_NS = 2_000_000_000  # within which two dates are the same to FAT

_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EMLINK}


class Destination:
    """Gives part files their final names below a folder. Belongs to the transfer's thread.

    With KEEP_BOTH the dropped folders are new ones, and a taken name gets " (2)". Otherwise a
    folder that has the name already is entered. What this transfer itself has saved of a file that
    is `outdated` now (its size and date by entry) is replaced in any case. Raises OSError.
    """

    def __init__(
        self,
        into: Path,
        entries: Sequence[Entry],
        names: Sequence[str],
        unwanted: frozenset[int],
        conflicts: Conflicts,
        journal: Journal,
        *,
        replaced: Collection[int],
        outdated: Mapping[int, tuple[int, int]],
    ) -> None:
        self._entries = entries
        self._names = names  # wanted ones, by index
        self._unwanted = unwanted
        self._conflicts = conflicts
        self._merges = conflicts is not Conflicts.KEEP_BOTH
        self._replaced = replaced  # files that take the place of what has their name
        self._outdated = outdated
        self._journal = journal
        self._renamed: dict[int, str] = {}  # files that got another name, and were not noted yet
        self._used: dict[int, str] = {}  # folder entry -> the name it has
        self._made: set[int] = set()  # of these, the transfer's own: nothing had their names
        self._open: OrderedDict[int, Folder] = OrderedDict()
        into.mkdir(parents=True, exist_ok=True)
        self.folder = Folder.open(into)

    # Files ------------------------------------------------------------------------------------

    def publish(self, staging: Folder, part: str, index: int) -> None:
        """Gives a complete part its final name."""
        folder = self._folder(self._entries[index].parent)
        if (replaced := self._name_to_replace(index, folder)) is not None:
            try:
                staging.move_over(part, folder, replaced)
            except OSError as error:  # a folder has the name, which stays
                if error.errno not in {errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY, errno.EACCES}:
                    raise
            else:
                return
        name = self._free_name(index, lambda name: staging.move(part, folder, name))
        if name != self._names[index]:
            self._renamed[index] = name

    def note_names(self) -> None:
        """Writes down which names files got, for many of them at once."""
        self._journal.note_names(self._renamed)
        self._renamed = {}

    def _name_to_replace(self, index: int, folder: Folder) -> str | None:
        """The name of the file whose place a file takes; None if it gets a free name."""
        if self._is_as_saved(index, folder):
            return self._name(index)
        match self._conflicts:
            case Conflicts.REPLACE:
                return self._names[index]
            case Conflicts.ASK if index in self._replaced:
                return self._names[index]
            case _:
                return None

    def _is_as_saved(self, index: int, folder: Folder) -> bool:
        """Whether an outdated file is as it was saved: if not, the person here has it now."""
        if index not in self._outdated:
            return False
        size, mtime_ns = self._outdated[index]
        try:
            status = folder.status(self._name(index))
        except OSError:
            return False
        same_date = abs(status.st_mtime_ns - mtime_ns) < SAME_DATE_NS
        return stat.S_ISREG(status.st_mode) and status.st_size == size and same_date

    def open_outdated(self, index: int) -> int | None:
        """The descriptor of an outdated file, if it is still as it was saved."""
        with contextlib.suppress(OSError):
            folder = self._folder(self._entries[index].parent, make=False)
            if self._is_as_saved(index, folder):
                return folder.open_file(self._name(index))
        return None

    def open_existing(self, index: int) -> int | None:
        """The descriptor of the file that has the entry's name, if it also has its size."""
        try:
            folder = self._folder(self._entries[index].parent, make=False)
            status = folder.status(self._names[index])
            if not stat.S_ISREG(status.st_mode) or status.st_size != self._entries[index].size:
                return None
            return folder.open_file(self._names[index])
        except OSError:  # not there, or not to be read: then it is no use
            return None

    # Folders ----------------------------------------------------------------------------------

    def claim_new_folders(self, pulse: Callable[[], None]) -> None:
        """Notes which ones are not there: they are this transfer's own, also after a crash."""
        new = {}
        for index, entry in enumerate(self._entries):
            if entry.kind is EntryKind.FOLDER and index not in self._unwanted:
                pulse()
                try:
                    self._folder(index, make=False)
                except FileNotFoundError:
                    new[index] = self._names[index]
                except OSError:  # whatever is to be saved in it will fail, and say so
                    pass
        self._journal.note_names(new)

    def make_folders(self) -> None:
        """Makes those that no file has needed, and gives all of them their dates."""
        folders = [
            index
            for index, entry in enumerate(self._entries)
            if entry.kind is EntryKind.FOLDER and index not in self._unwanted
        ]
        for index in folders:
            self._folder(index)
        for index in reversed(folders):  # inner ones first: a new entry changes its folder
            if index in self._made:
                self._date(index)
        self._close_folders()

    def _folder(self, index: int, *, make: bool = True) -> Folder:
        """The open folder of an entry, made and opened down from the nearest one that is open."""
        missing = []
        while index != TOP and index not in self._open:
            missing.append(index)
            index = self._entries[index].parent
        if index == TOP:
            folder = self.folder
        else:
            self._open.move_to_end(index)
            folder = self._open[index]
        for child in reversed(missing):
            folder = self._enter(folder, child, make=make)
        return folder

    def _enter(self, parent: Folder, index: int, *, make: bool) -> Folder:
        folder = self._existing(parent, index)
        if folder is None:
            if not make:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            self._make(parent, index)
            folder = parent.open_folder(self._used[index])
        self._open[index] = folder
        if len(self._open) > OPEN_FOLDERS:
            self._shut(self._open.popitem(last=False)[1])
        return folder

    def _existing(self, parent: Folder, index: int) -> Folder | None:
        """A folder that this transfer has made, or may enter because it is merged."""
        is_ours = self._is_ours(index)
        if not is_ours and not self._merges:
            return None
        name = self._used.get(index) or self._name(index)
        try:
            folder = parent.open_folder(name)
        except OSError as error:
            if error.errno not in _NO_FOLDER:
                raise
            return None
        self._used[index] = name
        if is_ours:
            self._made.add(index)
        return folder

    def _is_ours(self, index: int) -> bool:
        if index in self._journal.names or self._merges:
            return index in self._journal.names
        is_top = self._entries[index].parent == TOP
        return index in self._used or (self._journal.goes_on and not is_top)

    def _make(self, parent: Folder, index: int) -> None:
        is_top = self._entries[index].parent == TOP

        def make(name: str) -> None:
            # Noted before, or a crash would leave an empty folder that nobody knows.
            if (is_top or self._merges) and name != self._journal.names.get(index):
                with contextlib.suppress(FileNotFoundError):
                    parent.status(name)
                    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)
                self._journal.note_names({index: name})
            parent.make_folder(name)

        self._used[index] = self._free_name(index, make)
        self._made.add(index)

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

    def _date(self, index: int) -> None:
        entry = self._entries[index]
        with contextlib.suppress(OSError):  # a folder's date is not worth failing for
            self._folder(entry.parent).set_folder_mtime(self._used[index], entry.mtime_ns)

    def _close_folders(self) -> None:
        while self._open:
            self._shut(self._open.popitem()[1])

    def _shut(self, folder: Folder) -> None:
        if not HAS_VOLUME_SYNC:
            folder.sync_names()
        folder.close()

    # The end ----------------------------------------------------------------------------------

    def sync(self) -> None:
        if not self.folder.sync_volume():
            self.folder.sync_names()

    def saved_paths(self, saved: Collection[int]) -> tuple[Path, ...]:
        """Where the dropped things are now, in the offer's order; of the files, only `saved`."""
        return tuple(
            self.folder.path / (self._used.get(index) or self._name(index))
            for index, entry in enumerate(self._entries)
            if entry.parent == TOP
            and (index in saved if entry.kind is EntryKind.FILE else index in self._used)
        )

    def _name(self, index: int) -> str:
        return self._journal.names.get(index) or self._names[index]

    def remove_empty_folders(self) -> None:
        """Removes the folders that this transfer made, where nothing is in them."""
        for index in range(len(self._entries) - 1, -1, -1):
            entry = self._entries[index]
            if entry.kind is not EntryKind.FOLDER:
                continue
            with contextlib.suppress(OSError):
                parent = self._folder(entry.parent, make=False)
                if self._existing_ours(parent, index):
                    if (folder := self._open.pop(index, None)) is not None:
                        folder.close()
                    parent.remove_folder(self._used[index])

    def _existing_ours(self, parent: Folder, index: int) -> bool:
        if index not in self._made and (folder := self._existing(parent, index)) is not None:
            folder.close()
        return index in self._made

    def close(self) -> None:
        self._close_folders()
        self.folder.close()
