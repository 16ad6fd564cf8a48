"""Owns the part files of one transfer, in a folder of their own inside the destination."""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from blake3 import blake3

from desktopxfer.transfer.folder import Folder, set_executable, start_writing

# A slow stick takes 1 MB a second. While the disk holds this thread the sender hears nothing, so no
# wait may come near the sender's idle timeout.
WRITEBACK_BYTES = 8 * 1024 * 1024


@dataclass(slots=True)
class Part:
    """A file on its way: its name in the staging folder is its entry's index."""

    index: int
    descriptor: int
    hasher: blake3
    written: int = 0
    on_its_way: int = 0  # of these, how much the system was told to write to the disk

    def write(self, piece: memoryview) -> None:
        """Raises OSError."""
        self.hasher.update(piece)
        while piece:
            count = os.write(self.descriptor, piece)
            self.written += count
            piece = piece[count:]
        while self.written - self.on_its_way >= WRITEBACK_BYTES:
            start_writing(self.descriptor, self.on_its_way, WRITEBACK_BYTES)
            self.on_its_way += WRITEBACK_BYTES

    def close(self) -> None:
        os.close(self.descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Staging:
    """On the destination's own volume, so that a complete part needs only a new name.

    Belongs to the transfer's thread. Raises OSError.
    """

    def __init__(self, destination: Folder, name: str) -> None:
        """Opens the folder, or makes it."""
        self._destination = destination
        self._name = name
        with contextlib.suppress(FileExistsError):
            destination.make_folder(name)
        self.folder = destination.open_folder(name)

    def sizes(self) -> dict[int, int]:
        """The parts that an earlier connection left, by entry: bytes on the disk."""
        return dict(self._parts())

    def _parts(self) -> Iterator[tuple[int, int]]:
        for name in self.folder.names():
            if name.isascii() and name.isdecimal():
                status = self.folder.status(name)
                if stat.S_ISREG(status.st_mode):
                    yield int(name), status.st_size

    def create(self, index: int, *, executable: bool) -> Part:
        """A new, empty part; what was left of it is dropped."""
        try:
            descriptor = self.folder.create_file(str(index), executable=executable)
        except FileExistsError:
            self.remove(index)
            descriptor = self.folder.create_file(str(index), executable=executable)
        return Part(index, descriptor, blake3())

    def open(self, index: int) -> int:
        """The descriptor of a part that is there, to read and to write."""
        return self.folder.open_file(str(index), to_write=True)

    def go_on(self, index: int, hasher: blake3, offset: int, *, executable: bool) -> Part:
        """A part that is there, to be written on from `offset`; `hasher` has what is before."""
        descriptor = self.open(index)
        os.lseek(descriptor, offset, os.SEEK_SET)
        set_executable(descriptor, executable)  # which may have changed since
        return Part(index, descriptor, hasher, offset, offset)

    def remove(self, index: int) -> None:
        with contextlib.suppress(OSError):
            self.folder.remove_file(str(index))

    def sync(self, indexes: Iterable[int]) -> None:
        if not self.folder.sync_volume():
            for index in indexes:
                self.folder.sync_file(str(index))

    def close(self) -> None:
        self.folder.close()

    def remove_folder(self) -> None:
        """Raises OSError when something is in it."""
        self.folder.close()
        self._destination.remove_folder(self._name)

    def discard(self) -> None:
        """Removes every part and the folder; and nothing that is not a part."""
        for index in self.sizes():
            self.remove(index)
        with contextlib.suppress(OSError):
            self.remove_folder()
