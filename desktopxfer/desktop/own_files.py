"""Owns the files that this program puts into others' folders: marked, and never over another's."""

import contextlib
import os
import tempfile
from pathlib import Path

from desktopxfer.errors import CannotSetUp, ForeignFile

MARK = "Written by desktopxfer"
COMMENT = f"# {MARK}, which may write it anew or take it away: see its settings.\n"


def is_ours(file: Path) -> bool:
    """Whether it is there and this program made it. Raises CannotSetUp when it cannot be read."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise CannotSetUp(str(file), error.strerror or str(error)) from error
    return MARK.encode() in content or MARK.encode("utf-16-le") in content  # Windows' shortcuts


def put(file: Path, content: bytes, *, executable: bool = False) -> None:
    """Makes or renews one of ours. Raises ForeignFile or CannotSetUp, and then leaves it as it was.

    The content carries the mark.
    """
    if os.path.lexists(file) and not is_ours(file):
        raise ForeignFile(str(file))
    replace(file, content, 0o755 if executable else 0o644)


def remove(file: Path) -> None:
    """Takes one of ours away; another's stays. Raises CannotSetUp."""
    if is_ours(file):
        try:
            file.unlink()
        except OSError as error:
            raise CannotSetUp(str(file), error.strerror or str(error)) from error


def replace(file: Path, content: bytes, mode: int) -> None:
    """In one step, whosever it is. Raises CannotSetUp."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, part = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(descriptor)
            os.chmod(part, mode)
            os.replace(part, file)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(part)
            raise
    except OSError as error:
        raise CannotSetUp(str(file), error.strerror or str(error)) from error
