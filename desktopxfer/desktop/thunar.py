"""Owns our action among those of Thunar, which keeps all of them in one file that is not ours."""

import html
import os
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from xml.parsers import expat

import platformdirs

from desktopxfer.desktop import own_files
from desktopxfer.desktop.program import speakable
from desktopxfer.errors import CannotSetUp, DamagedActions
from desktopxfer.resources import resource_path

UNIQUE_ID = "desktopxfer-send"
EMPTY = b'<?xml version="1.0" encoding="UTF-8"?>\n<actions>\n</actions>\n'


class Thunar:
    """Every call reads the file anew, may raise CannotSetUp and DamagedActions, and changes nothing
    of the other actions, not even a space.
    """

    def __init__(self) -> None:
        self._file = platformdirs.user_config_path() / "Thunar" / "uca.xml"

    def is_on(self) -> bool:
        return bool(_Actions.read(self._file).ours)

    def turn_on(self, command: Sequence[str]) -> None:
        # Without a file of the user's own, Thunar shows the system's; with one, only that.
        before = _Actions.read(self._file).content or self._systems() or EMPTY
        after = _without_ours(self._file, before)
        end = _Actions(self._file, after).end
        self._write(after[:end] + _action(command) + after[end:])

    def turn_off(self) -> None:
        before = _Actions.read(self._file)
        if before.ours:
            self._write(_without_ours(self._file, before.content))

    def _write(self, content: bytes) -> None:
        _Actions(self._file, content)  # nothing that Thunar could not read
        file = Path(os.path.realpath(self._file))  # which people like to link to their dotfiles
        mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
        own_files.replace(file, content, mode)

    @staticmethod
    def _systems() -> bytes:
        folders = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        for folder in folders.split(":"):
            if content := _Actions.read(Path(folder, "Thunar", "uca.xml")).content:
                return content
        return b""


def _action(command: Sequence[str]) -> bytes:
    words = shlex.join(map(speakable, command)).replace("%", "%%")
    icon = speakable(str(resource_path("icons/desktopxfer.svg")))
    text = resource_path("linux/thunar-action.xml").read_text("utf-8")
    text = text.replace("<command>desktopxfer", f"<command>{html.escape(words, quote=False)}")
    text = text.replace("<icon>desktopxfer", f"<icon>{html.escape(icon, quote=False)}")
    return text.encode("ascii", "xmlcharrefreplace")  # right in whatever encoding the file has


def _without_ours(file: Path, content: bytes) -> bytes:
    for begin, end in reversed(_Actions(file, content).ours):
        content = content[:begin] + content[end:]
    return content


class _Actions:
    """Where in the file which action stands. Raises DamagedActions."""

    PATH = ("actions", "action")

    def __init__(self, file: Path, content: bytes) -> None:
        self.content = content
        self.ours: list[tuple[int, int]] = []  # from where to where, with the line's end
        self.end = 0  # of the list: where one more can be added
        self._open: list[str] = []
        self._begin = 0
        self._id = ""
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = self._read_on
        if not content:
            return
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise DamagedActions(str(file), str(error)) from error
        if not content.startswith(b"</actions", self.end):
            raise DamagedActions(str(file), "it does not end with </actions>")

    @classmethod
    def read(cls, file: Path) -> "_Actions":
        try:
            return cls(file, file.read_bytes())
        except FileNotFoundError:
            return cls(file, b"")
        except OSError as error:
            raise CannotSetUp(str(file), error.strerror or str(error)) from error

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._open.append(name)
        if (*self._open,) == self.PATH:
            self._begin, self._id = self._parser.CurrentByteIndex, ""

    def _read_on(self, text: str) -> None:
        if self._open[-1] == "unique-id":
            self._id += text

    def _finish(self, _name: str) -> None:
        at = self._parser.CurrentByteIndex
        match (*self._open,):
            case self.PATH if self._id.strip() == UNIQUE_ID:
                closed = re.compile(rb"[^>]*>\n?").match(self.content, at)
                assert closed is not None
                self.ours.append((self._begin, closed.end()))
            case ("actions",):
                self.end = at
        self._open.pop()
