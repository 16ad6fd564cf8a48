"""Owns reading and saving a text that has arrived, in a thread: a disk may be slow or gone."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot

from desktopxfer.errors import DesktopxferError
from desktopxfer.text_safety import printable, visible_lines
from desktopxfer.transfer.clippings import read_text as read
from desktopxfer.transfer.incoming import disk_error
from desktopxfer.workers.question import Question
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.transfers import Transfers

PREVIEW_CHARS = 120  # as much as a wide row shows


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as it may be shown and copied: nothing in it hides, reorders or steers."""

    file: Path
    text: str = field(default="", repr=False)
    is_changed: bool = False  # something of it was replaced by U+FFFD
    error: DesktopxferError | None = None  # why it cannot be read


def read_text(file: Path, then: Callable[[ReadText], Any]) -> None:
    """Reads what has arrived; `then` is a slot of a QObject of the GUI thread."""
    _ask(partial(_read, file), then)


def save_text(file: Path, to: Path, then: Callable[[DesktopxferError | None], Any]) -> None:
    """Saves it as it came, to the byte; a file of that name is replaced."""
    _ask(partial(_save, file, to), then)


def preview(text: str) -> str:
    """The first line with something on it, or its beginning."""
    line = next(iter(text[: 64 * PREVIEW_CHARS].strip().splitlines()), "")
    return printable(" ".join(line[:PREVIEW_CHARS].split()), PREVIEW_CHARS)


class Previews(QObject):
    """Lets the row of a text that has arrived tell it by its beginning. Lives in the GUI thread."""

    def __init__(self, transfers: Transfers) -> None:
        super().__init__(transfers)
        self._transfers = transfers
        self._asked: set[Path] = set()
        transfers.changed.connect(self._follow)

    @Slot(object)
    def _follow(self, transfer: Transfer) -> None:
        if transfer.is_readable and transfer.saved_paths[0] not in self._asked:
            self._asked.add(transfer.saved_paths[0])
            read_text(transfer.saved_paths[0], self._take)

    @Slot(object)
    def _take(self, read: ReadText) -> None:
        for transfer in self._transfers:
            if read.file in transfer.saved_paths:
                transfer.preview = preview(read.text)
                self._transfers.changed.emit(transfer)


def _ask(what: Callable[[], object], then: Callable[..., Any]) -> None:
    question = Question(what, "text")
    question.answered.connect(then, Qt.ConnectionType.QueuedConnection)
    question.start()


def _read(file: Path) -> ReadText:
    try:
        text = read(file)
    except DesktopxferError as error:
        return ReadText(file, error=error)
    shown = visible_lines(text)
    return ReadText(file, shown, "\ufffd" in shown and shown.count("\ufffd") > text.count("\ufffd"))


def _save(file: Path, to: Path) -> DesktopxferError | None:
    try:
        shutil.copyfile(file, to)
    except OSError as error:
        return disk_error(error, str(to))
    return None
