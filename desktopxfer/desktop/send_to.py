"""Owns our place in the menus of the file managers: what is selected there goes to the window."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import platformdirs

from desktopxfer.desktop import own_files
from desktopxfer.desktop.autostart import marked_plist
from desktopxfer.desktop.program import filled, speakable
from desktopxfer.desktop.thunar import Thunar
from desktopxfer.errors import (
    CannotSetUp,
    DamagedActions,
    DesktopxferError,
    ForeignFile,
    NoFileManager,
)
from desktopxfer.resources import resource_path

TITLE = "Send with desktopxfer"  # where a menu knows one language only


class SendTo(Protocol):
    """One system's way. Each call may wait for the disk and for other programs."""

    def is_on(self) -> bool:
        """Raises CannotSetUp or DamagedActions."""

    def turn_on(self, command: Sequence[str], /) -> list[DesktopxferError]:
        """`command` starts the window: program.command(). Returns what could not be done."""

    def turn_off(self) -> list[DesktopxferError]:
        """Returns what could not be undone."""


# Linux ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Menu:
    """One file of ours that one file manager reads."""

    program: str  # "" is the desktop itself
    file: Path
    text: str  # of resources/linux
    executable: bool = False

    def is_on(self) -> bool:
        return own_files.is_ours(self.file)

    def is_wanted(self) -> bool:
        """An entry that an installer has made, for this user or for all, will do."""
        if self.program:
            return shutil.which(self.program) is not None
        systems = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        theirs = (Path(folder, "applications", self.file.name) for folder in systems.split(":"))
        return self.is_on() or not any(map(os.path.lexists, (self.file, *theirs)))

    def turn_on(self, command: Sequence[str]) -> None:
        if self.text.endswith(".sh"):
            content = _script(self.text, command)
        else:
            content = filled(self.text, command)
        own_files.put(self.file, content.encode(), executable=self.executable)

    def turn_off(self) -> None:
        own_files.remove(self.file)


def _script(name: str, command: Sequence[str]) -> str:
    text = resource_path(f"linux/{name}").read_text("utf-8")
    first, rest = text.split("\n", 1)
    return f"{first}\n{own_files.COMMENT}" + rest.replace(
        "exec desktopxfer ", f"exec {shlex.join(map(speakable, command))} "
    )


class FileManagers:
    """Those of Linux, as far as they are installed, and the program's entry in the desktop's menu.

    That entry claims no kind of file: whoever claims folders opens them all on a desktop that has
    not been told of another program for them (Audacious, QDirStat and others have met this).
    """

    def __init__(self) -> None:
        data, config = platformdirs.user_data_path(), platformdirs.user_config_path()
        self._menus = (
            _Menu("", data / "applications/desktopxfer.desktop", "desktopxfer.desktop"),
            _Menu(
                "dolphin",
                data / "kio/servicemenus/desktopxfer.desktop",
                "dolphin.desktop",
                executable=True,  # Dolphin runs no other ones of a user's
            ),
            _Menu("nautilus", data / "nautilus/scripts" / TITLE, "script.sh", executable=True),
            _Menu("caja", config / "caja/scripts" / TITLE, "script.sh", executable=True),
            _Menu("nemo", data / "nemo/actions/desktopxfer.nemo_action", "desktopxfer.nemo_action"),
        )
        self._thunar = Thunar()

    def is_on(self) -> bool:
        if any(menu.is_on() for menu in self._menus):
            return True
        with contextlib.suppress(DamagedActions):  # said when it is to be changed
            return self._thunar.is_on()
        return False

    def turn_on(self, command: Sequence[str], /) -> list[DesktopxferError]:
        there: list[_Menu | Thunar] = [menu for menu in self._menus if menu.is_wanted()]
        if shutil.which("thunar"):
            there.append(self._thunar)
        if not there:  # for then nothing would be on, and nobody knew why
            return [NoFileManager()]
        return _errors(partial(each.turn_on, command) for each in there)

    def turn_off(self) -> list[DesktopxferError]:
        return _errors([each.turn_off for each in (*self._menus, self._thunar)])


def _errors(jobs: Iterable[Callable[[], object]]) -> list[DesktopxferError]:
    """Does all of them, whatever becomes of the others."""
    errors = []
    for job in jobs:
        try:
            job()
        except DesktopxferError as error:
            errors.append(error)
    return errors


# Windows ----------------------------------------------------------------------------------------


class SendToFolder:
    """A shortcut in Windows' menu "Send to"."""

    # Shortcuts are made by Windows itself. The values come as variables: they need no quoting.
    MAKE = (
        "$ErrorActionPreference = 'Stop'; "
        "$it = (New-Object -ComObject WScript.Shell).CreateShortcut($env:SHORTCUT); "
        "$it.TargetPath = $env:TARGET; $it.Arguments = $env:ARGUMENTS; "
        "$it.Description = $env:DESCRIPTION; $it.Save()"
    )
    TIMEOUT_S = 60.0  # a PowerShell that starts for the first time

    def __init__(self) -> None:
        roaming = os.environ.get("APPDATA") or Path("~/AppData/Roaming").expanduser()
        self._file = Path(roaming) / r"Microsoft/Windows/SendTo/desktopxfer.lnk"

    def is_on(self) -> bool:
        return own_files.is_ours(self._file)

    def turn_on(self, command: Sequence[str], /) -> list[DesktopxferError]:
        return _errors([lambda: self._make(command)])

    def turn_off(self) -> list[DesktopxferError]:
        return _errors([lambda: own_files.remove(self._file)])

    def _make(self, command: Sequence[str]) -> None:
        if os.path.lexists(self._file) and not own_files.is_ours(self._file):
            raise ForeignFile(str(self._file))
        values = {
            "SHORTCUT": str(self._file),
            "TARGET": command[0],
            "ARGUMENTS": subprocess.list2cmdline(command[1:]),
            "DESCRIPTION": own_files.MARK,
        }
        try:
            subprocess.run(
                ["powershell", "-NoProfile", "-NonInteractive", "-Command", self.MAKE],
                env={**os.environ, **values},
                check=True,
                capture_output=True,
                timeout=self.TIMEOUT_S,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotSetUp(str(self._file), str(error)) from error


# macOS ------------------------------------------------------------------------------------------


class QuickAction:
    """A bundle of Automator's, which the Finder shows among its quick actions."""

    def __init__(self) -> None:
        self._bundle = Path("~/Library/Services").expanduser() / f"{TITLE}.workflow"
        self._info = self._bundle / "Contents/Info.plist"
        self._document = self._bundle / "Contents/document.wflow"

    def is_on(self) -> bool:
        return own_files.is_ours(self._document)

    def turn_on(self, command: Sequence[str], /) -> list[DesktopxferError]:
        start = f'exec {shlex.join(command)} -- "$@"'
        return _errors([
            lambda: own_files.put(self._info, marked_plist(INFO)),
            lambda: own_files.put(self._document, marked_plist(_document(start))),
        ])  # fmt: skip

    def turn_off(self) -> list[DesktopxferError]:
        errors = _errors([
            lambda: own_files.remove(self._info),
            lambda: own_files.remove(self._document),
        ])  # fmt: skip
        for folder in (self._info.parent, self._bundle):
            with contextlib.suppress(OSError):  # it was not there, or others have put something in
                folder.rmdir()
        return errors


INFO: dict[str, object] = {
    "CFBundleName": TITLE,
    "NSServices": [
        {
            "NSMenuItem": {"default": TITLE},
            "NSMessage": "runWorkflowAsService",
            "NSRequiredContext": {"NSApplicationIdentifier": "com.apple.finder"},
            "NSSendFileTypes": ["public.item"],
        }
    ],
}


def _document(shell_script: str) -> dict[str, object]:
    """One action, "Run Shell Script", that gets what is selected as arguments."""
    text = {"Container": "List", "Types": ["com.apple.cocoa.string"]}
    action = {
        "AMAccepts": {**text, "Optional": True},
        "AMProvides": text,
        "AMActionVersion": "2.0.3",
        "AMApplication": ["Automator"],
        "AMParameterProperties": {
            name: {}
            for name in (
                "COMMAND_STRING",
                "CheckedForUserDefaultShell",
                "inputMethod",
                "shell",
                "source",
            )
        },
        "ActionBundlePath": "/System/Library/Automator/Run Shell Script.action",
        "ActionName": "Run Shell Script",
        "ActionParameters": {
            "COMMAND_STRING": shell_script,
            "CheckedForUserDefaultShell": True,
            "inputMethod": 1,  # as arguments; 0 would be standard input
            "shell": "/bin/sh",
            "source": "",
        },
        "BundleIdentifier": "com.apple.RunShellScript",
        "CFBundleVersion": "2.0.3",
        "CanShowSelectedItemsWhenRun": False,
        "CanShowWhenRun": True,
        "Category": ["AMCategoryUtilities"],
        "Class Name": "RunShellScriptAction",
        "InputUUID": "6C1B2F0E-52F5-4C2B-9E0E-3C7B5C1E9A01",
        "OutputUUID": "6C1B2F0E-52F5-4C2B-9E0E-3C7B5C1E9A02",
        "UUID": "6C1B2F0E-52F5-4C2B-9E0E-3C7B5C1E9A03",
        "UnlocalizedApplications": ["Automator"],
        "isViewVisible": 1,
    }
    return {
        "AMApplicationBuild": "523",
        "AMApplicationVersion": "2.10",
        "AMDocumentVersion": "2",
        "actions": [{"action": action, "isViewVisible": 1}],
        "connectors": {},
        "workflowMetaData": {
            "applicationBundleIDsByPath": {},
            "applicationPaths": [],
            "inputTypeIdentifier": "com.apple.Automator.fileSystemObject",
            "outputTypeIdentifier": "com.apple.Automator.nothing",
            "presentationMode": 15,
            "processesInput": False,
            "serviceApplicationBundleID": "com.apple.finder",
            "serviceInputTypeIdentifier": "com.apple.Automator.fileSystemObject",
            "serviceOutputTypeIdentifier": "com.apple.Automator.nothing",
            "serviceProcessesInput": False,
            "systemImageName": "NSActionTemplate",
            "useAutomaticInputType": False,
            "workflowTypeIdentifier": "com.apple.Automator.servicesMenu",
        },
    }


def of_this_system() -> SendTo:
    match sys.platform:
        case "win32":
            return SendToFolder()
        case "darwin":
            return QuickAction()
        case _:
            return FileManagers()
