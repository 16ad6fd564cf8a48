"""Owns safe steps on the disk: an open directory, and what may be done inside it."""

import contextlib
import ctypes
import errno
import os
import stat
import sys
from ctypes import c_int64
from pathlib import Path
from typing import Self

# Where the system has them, every step goes through the descriptor of an open directory, so that
# nobody can swap a folder for a link between a check and its use. Windows has none: there paths
# are used, links (reparse points) are refused, and a race by a local program remains.
HAS_DESCRIPTORS = os.open in os.supports_dir_fd and os.rename in os.supports_dir_fd
_CLOSED = -1  # in the place of a descriptor; the system refuses it (EBADF)
_DIRECTORY_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NEW_FILE_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_EXCL
    | _NOFOLLOW
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_OLD_FILE_FLAGS = (
    os.O_RDONLY
    | _NOFOLLOW
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Folder:
    """An open directory. All names are single components that passed names.py.

    Raises OSError as the system does; FileExistsError means the name is taken, and nothing that
    exists is ever replaced.
    """

    def __init__(self, path: Path, descriptor: int | None) -> None:
        self.path = path  # for people, and for systems without descriptors
        self._descriptor = descriptor

    @classmethod
    def open(cls, path: Path) -> Self:
        """Opens a folder that the user chose; links on the way to it are the user's own."""
        if not HAS_DESCRIPTORS:
            if not path.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
            return cls(path, None)
        return cls(path, os.open(path, _DIRECTORY_FLAGS))

    def open_folder(self, name: str) -> Self:
        """Opens a folder inside this one; refuses a link."""
        target, base = self.locate(name)
        if base is None:
            status = os.lstat(target)
            if not stat.S_ISDIR(status.st_mode) or _is_reparse_point(status):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), target)
            return type(self)(self.path / name, None)
        descriptor = os.open(target, _DIRECTORY_FLAGS | _NOFOLLOW, dir_fd=base)
        return type(self)(self.path / name, descriptor)

    def make_folder(self, name: str) -> None:
        target, base = self.locate(name)
        os.mkdir(target, dir_fd=base)

    def create_file(self, name: str, *, executable: bool = False) -> int:
        """The descriptor of a new, empty file. Its mode is what the user's umask leaves."""
        target, base = self.locate(name)
        return os.open(target, _NEW_FILE_FLAGS, 0o777 if executable else 0o666, dir_fd=base)

    def open_file(self, name: str, *, to_write: bool = False) -> int:
        """The descriptor of a file that is there; refuses a link, and waits for no pipe."""
        target, base = self.locate(name)
        return os.open(target, _OLD_FILE_FLAGS | (os.O_RDWR if to_write else 0), dir_fd=base)

    def names(self) -> list[str]:
        """What is in it."""
        return os.listdir(self.path if self._descriptor is None else self._descriptor)

    def status(self, name: str) -> os.stat_result:
        """Of a link itself, not of what it points to."""
        target, base = self.locate(name)
        return os.stat(target, dir_fd=base, follow_symlinks=False)

    def move(self, name: str, to: "Folder", new_name: str) -> None:
        """Gives a file its final name in another folder of the same volume.

        Raises FileExistsError, and changes nothing, when that name is taken.
        """
        source, source_base = self.locate(name)
        target, target_base = to.locate(new_name)
        _rename_exclusively(source, source_base, target, target_base)

    def move_over(self, name: str, to: "Folder", new_name: str) -> None:
        """Like move(), in place of the file that has the name, in one step.

        Raises IsADirectoryError or another OSError, and changes nothing, when it is a folder.
        """
        source, source_base = self.locate(name)
        target, target_base = to.locate(new_name)
        os.replace(source, target, src_dir_fd=source_base, dst_dir_fd=target_base)

    def remove_file(self, name: str) -> None:
        target, base = self.locate(name)
        os.unlink(target, dir_fd=base)

    def remove_folder(self, name: str) -> None:
        """Raises OSError when something is in it."""
        target, base = self.locate(name)
        os.rmdir(target, dir_fd=base)

    def set_folder_mtime(self, name: str, mtime_ns: int) -> None:
        target, base = self.locate(name)
        if base is None:
            os.utime(target, ns=(mtime_ns, mtime_ns))
        else:
            os.utime(target, ns=(mtime_ns, mtime_ns), dir_fd=base, follow_symlinks=False)

    def sync_file(self, name: str) -> None:
        """Puts one file's content on the disk."""
        target, base = self.locate(name)
        descriptor = os.open(target, os.O_RDWR | _NOFOLLOW, dir_fd=base)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def sync_names(self) -> None:
        """Puts this folder's own entries on the disk."""
        if self._descriptor is not None:
            os.fsync(self._descriptor)

    def sync_volume(self) -> bool:
        """Puts everything written to this volume on the disk; False where there is no such call."""
        if _syncfs is None or self._descriptor is None:
            return False
        if _syncfs(self._descriptor):
            raise _errno_error(str(self.path))
        return True

    def close(self) -> None:
        """After that every step fails: its path may be another folder by now.

        Not on systems without descriptors: there the path is all there is.
        """
        if self._descriptor not in {None, _CLOSED}:
            os.close(self._descriptor)
            self._descriptor = _CLOSED

    def locate(self, name: str) -> tuple[str, int | None]:
        """What the system's calls take: a name and the descriptor to start from, or a path."""
        if self._descriptor is None:
            return os.path.join(self.path, name), None
        return name, self._descriptor

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _is_reparse_point(status: os.stat_result) -> bool:
    return bool(
        getattr(status, "st_file_attributes", 0)
        & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)
    )


def set_file_mtime(descriptor: int, mtime_ns: int) -> None:
    if os.utime in os.supports_fd:
        os.utime(descriptor, ns=(mtime_ns, mtime_ns))


def set_executable(descriptor: int, executable: bool) -> None:
    """For all who may read the file. Without effect where there is no such bit."""
    mode = stat.S_IMODE(os.fstat(descriptor).st_mode)
    wanted = mode | (mode & 0o444) >> 2 if executable else mode & ~0o111
    if wanted != mode and hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):  # a stick may know no modes
            os.fchmod(descriptor, wanted)


# System calls that Python does not offer ----------------------------------------------------------

_libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
_syncfs = getattr(_libc, "syncfs", None)  # Linux
HAS_VOLUME_SYNC = _syncfs is not None
_sync_file_range = getattr(_libc, "sync_file_range", None)  # Linux
_START, _WAIT = 2, 7  # SYNC_FILE_RANGE_WRITE; with WAIT_BEFORE and WAIT_AFTER
_NO_REPLACE = 1  # RENAME_NOREPLACE of renameat2 (Linux)
_EXCLUSIVE = 4  # RENAME_EXCL of renameatx_np (macOS)
_rename_call, _rename_flag = (
    (getattr(_libc, "renameatx_np", None), _EXCLUSIVE)
    if sys.platform == "darwin"
    else (getattr(_libc, "renameat2", None), _NO_REPLACE)
)
# What file systems answer that do not know the flag.
_NOT_SUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def start_writing(descriptor: int, offset: int, length: int) -> None:
    """Sends a range that was just written on its way to the disk, and waits for the one before it.

    So the disk works all the time, at most two ranges wait for it, and the final sync is short. A
    fault is not reported here but by that sync. Where the system has no such call it syncs.
    """
    if _sync_file_range is None:
        os.fsync(descriptor)
        return
    _sync_file_range(*(descriptor, c_int64(offset), c_int64(length), _START))
    if offset >= length:
        _sync_file_range(*(descriptor, c_int64(offset - length), c_int64(length), _WAIT))


def _errno_error(path: str) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number), path)


def _rename_exclusively(
    source: str, source_base: int | None, target: str, target_base: int | None
) -> None:
    if source_base is None or target_base is None:
        if os.name != "nt" and os.path.lexists(target):  # Windows' rename never replaces
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
        os.rename(source, target)
        return
    if _rename_call is not None:
        failed = _rename_call(
            *(source_base, os.fsencode(source), target_base, os.fsencode(target), _rename_flag)
        )
        if not failed:
            return
        error = _errno_error(target)
        if error.errno not in _NOT_SUPPORTED:
            raise error
    try:
        os.link(
            source,
            target,
            src_dir_fd=source_base,
            dst_dir_fd=target_base,
            follow_symlinks=False,
        )
    except OSError as error:
        if error.errno not in {errno.EPERM, *_NOT_SUPPORTED}:
            raise
        _rename_into_reserved(source, source_base, target, target_base)
    else:
        os.unlink(source, dir_fd=source_base)


def _rename_into_reserved(source: str, source_base: int, target: str, target_base: int) -> None:
    """For file systems with neither exclusive rename nor hard links: takes the name first."""
    os.close(os.open(target, _NEW_FILE_FLAGS, dir_fd=target_base))
    os.rename(source, target, src_dir_fd=source_base, dst_dir_fd=target_base)
