"""Owns whether the program starts, hidden, when its user logs in."""

import contextlib
import importlib
import plistlib
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import platformdirs

from desktopxfer.desktop import own_files
from desktopxfer.desktop.program import filled
from desktopxfer.errors import CannotSetUp

HIDDEN = "--hidden"


class Autostart(Protocol):
    """One system's way. Each call may wait for the disk, and raises CannotSetUp or ForeignFile."""

    def is_on(self) -> bool: ...

    def turn_on(self, command: Sequence[str], /) -> None:
        """`command` starts the window: program.command()."""

    def turn_off(self) -> None: ...


class XdgAutostart:
    """An entry in the user's folder: https://specifications.freedesktop.org/autostart-spec/."""

    # What the desktops' own settings write into an entry to switch it off.
    OFF = re.compile(r"^(Hidden *= *true|X-GNOME-Autostart-enabled *= *false)$", re.MULTILINE)

    def __init__(self) -> None:
        self._file = platformdirs.user_config_path() / "autostart" / "desktopxfer.desktop"

    def is_on(self) -> bool:
        if not own_files.is_ours(self._file):
            return False
        return not self.OFF.search(self._file.read_text("utf-8", "replace"))

    def turn_on(self, command: Sequence[str], /) -> None:
        entry = filled("desktopxfer.desktop", (*command, HIDDEN))
        entry, _, _ = entry.partition("\n[Desktop Action ")
        for menus, logins in ((" %F\n", "\n"), ("Notify=true", "Notify=false")):
            entry = entry.replace(menus, logins)
        entry = re.sub("(?m)^Actions=.*\n", "", entry)
        own_files.put(self._file, entry.encode())

    def turn_off(self) -> None:
        own_files.remove(self._file)


class RunKey:
    """A value in the user's part of Windows' registry."""

    RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    # Where the task manager notes what the user has switched off there: an odd first byte.
    APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
    NAME = "desktopxfer"

    def __init__(self) -> None:
        self._winreg: Any = importlib.import_module("winreg")  # which only Windows has

    def is_on(self) -> bool:
        with self._errors():
            approval = self._read(self.APPROVED)
            return self._read(self.RUN) is not None and not (approval and approval[0] & 1)

    def turn_on(self, command: Sequence[str], /) -> None:
        start = subprocess.list2cmdline((*command, HIDDEN))
        with self._errors():
            with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, self.RUN) as key:
                self._winreg.SetValueEx(key, self.NAME, 0, self._winreg.REG_SZ, start)
            self._delete(self.APPROVED)

    def turn_off(self) -> None:
        with self._errors():
            self._delete(self.RUN)
            self._delete(self.APPROVED)

    def _read(self, path: str) -> Any:
        try:
            with self._winreg.OpenKey(self._winreg.HKEY_CURRENT_USER, path) as key:
                return self._winreg.QueryValueEx(key, self.NAME)[0]
        except FileNotFoundError:
            return None

    def _delete(self, path: str) -> None:
        user, access = self._winreg.HKEY_CURRENT_USER, self._winreg.KEY_SET_VALUE
        with contextlib.suppress(FileNotFoundError):
            with self._winreg.OpenKey(user, path, 0, access) as key:
                self._winreg.DeleteValue(key, self.NAME)

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CannotSetUp(self.RUN, error.strerror or str(error)) from error


class LaunchAgent:
    """A file for macOS' launchd, which reads it when the user logs in."""

    LABEL = "desktopxfer"

    def __init__(self) -> None:
        self._file = Path("~/Library/LaunchAgents").expanduser() / f"{self.LABEL}.plist"

    def is_on(self) -> bool:
        return own_files.is_ours(self._file)

    def turn_on(self, command: Sequence[str], /) -> None:
        own_files.put(
            self._file,
            marked_plist(
                {
                    "Label": self.LABEL,
                    "ProgramArguments": [*command, HIDDEN],
                    "RunAtLoad": True,
                    "ProcessType": "Interactive",
                    "LimitLoadToSessionType": "Aqua",
                }
            ),
        )

    def turn_off(self) -> None:
        own_files.remove(self._file)


def marked_plist(value: dict[str, object]) -> bytes:
    mark = f"<!-- {own_files.MARK} -->\n".encode()
    return plistlib.dumps(value).replace(b"<plist", mark + b"<plist", 1)


def of_this_system() -> Autostart:
    match sys.platform:
        case "win32":
            return RunKey()
        case "darwin":
            return LaunchAgent()
        case _:
            return XdgAutostart()
