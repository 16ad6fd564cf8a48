"""Owns what is sent or received without a file of the user's: texts, and pictures that were pasted.

Each has a folder of the profile, named by its transfer's key, and lives as long as the transfer can
use it: see lasts(). Nothing of a text gets into the store, whose history is kept for years: people
send each other passwords.
"""

import contextlib
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from desktopxfer.errors import NothingToSend, NotText, ProfileUnusable, TextGone, TextTooLong
from desktopxfer.offer import MAX_TEXT_BYTES, Kind
from desktopxfer.settings import Profile
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record

FOLDER = "clippings"
# After its end. A text that arrived while nobody was there can still be read after a restart; who
# wants it longer saves it.
LASTS_S = 7 * 24 * 3600.0
# A program that has just begun to send writes the file before anything stands in the store.
STRANGERS_LAST_S = 3600.0

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change the line ends


@dataclass(frozen=True, slots=True)
class Clipping:
    """Something to send that is no file yet: a text, or a picture from the clipboard."""

    name: str  # of the file that it becomes, and that programs see which know no texts
    content: bytes = field(repr=False)
    kind: Kind = Kind.FILES

    @classmethod
    def of_text(cls, text: str, word: str = "Text") -> Self:
        """`word` begins its name. Raises TextTooLong, and NothingToSend for one without a sign."""
        content = text.encode("utf-8", "replace")  # lone surrogates, which only Windows types
        if not text.strip():
            raise NothingToSend("the text is empty")
        if len(content) > MAX_TEXT_BYTES:
            raise TextTooLong
        return cls(_dated(word, "txt"), content, Kind.TEXT)

    @classmethod
    def of_picture(cls, png: bytes, word: str = "Picture") -> Self:
        return cls(_dated(word, "png"), png)

    @property
    def text(self) -> str:
        return self.content.decode() if self.kind is Kind.TEXT else ""


def _dated(word: str, ending: str) -> str:
    return f"{word} {time.strftime('%Y-%m-%d %H.%M')}.{ending}"


def decoded(content: bytes, subject: str = "") -> str:
    """Raises NotText, TextTooLong."""
    if len(content) > MAX_TEXT_BYTES:
        raise TextTooLong
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise NotText(subject) from error


def read_text(file: Path) -> str:
    """A text that has arrived. Blocks. Raises TextGone, NotText, TextTooLong."""
    try:
        with file.open("rb") as stream:
            return decoded(stream.read(MAX_TEXT_BYTES + 1))
    except OSError as error:
        raise TextGone from error


def lasts(record: Record, now: float) -> bool:
    """Whether what is kept for a transfer may still be of use. `now` in seconds since 1970."""
    sends = record.direction is Direction.SENDING
    match record.stage:
        case Stage.QUEUED | Stage.INTERRUPTED:
            return True
        case Stage.FINISHED:
            used = bool(record.failed) if sends else True
        case Stage.FAILED:  # the other side may have said yes all the same, and ask for it again
            used = sends
        case _:
            used = False
    return used and abs(now - record.changed) < LASTS_S


class Clippings:
    """The folders of a profile for this. Any thread. Only their owner may look into them."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._root = profile.root / FOLDER

    def folder(self, key: str) -> Path:
        """Where what belongs to a transfer is kept, or will be."""
        return self._root / key

    def keep(self, key: str, clipping: Clipping) -> None:
        """Writes it to the disk. Raises ProfileUnusable."""
        file = self.prepare(key) / clipping.name
        with self._refusals():
            descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(clipping.content)
                stream.flush()
                os.fsync(descriptor)

    def prepare(self, key: str) -> Path:
        """Makes the folder. Raises ProfileUnusable."""
        with self._refusals():
            for folder in (self._root, self.folder(key)):
                folder.mkdir(mode=0o700, exist_ok=True)
        return self.folder(key)

    @contextlib.contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProfileUnusable(str(self._profile.root), reason) from error

    def files(self, key: str) -> tuple[Path, ...]:
        """What is kept for a transfer."""
        try:
            return tuple(sorted(self.folder(key).iterdir()))
        except OSError:
            return ()

    def drop(self, keys: Iterable[str]) -> None:
        for key in keys:
            shutil.rmtree(self.folder(key), ignore_errors=True)

    def sweep(self, find: Callable[[str], Record | None], now: float | None = None) -> None:
        """Drops what lasts no longer; `find` looks a transfer up."""
        now = time.time() if now is None else now
        with contextlib.suppress(OSError):
            for folder in self._root.iterdir():
                if not self._is_of_use(folder, find(folder.name), now):
                    self.drop([folder.name])

    @staticmethod
    def _is_of_use(folder: Path, record: Record | None, now: float) -> bool:
        if record is not None:
            return lasts(record, now)
        status = folder.lstat()
        return stat.S_ISDIR(status.st_mode) and abs(now - status.st_mtime) < STRANGERS_LAST_S
