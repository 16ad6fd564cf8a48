import contextlib
import plistlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktopxfer.desktop import autostart
from desktopxfer.desktop.autostart import LaunchAgent, RunKey, XdgAutostart
from desktopxfer.errors import CannotSetUp, ForeignFile
from tests import needs

COMMAND = ("/opt/my programs/desktopxfer", "--profile", "/home/anna/p")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart" / "desktopxfer.desktop"


def test_this_system_has_a_way() -> None:
    kind = {"win32": RunKey, "darwin": LaunchAgent}.get(sys.platform, XdgAutostart)
    assert isinstance(autostart.of_this_system(), kind)


def test_on_and_off(file: Path) -> None:
    ours = XdgAutostart()
    assert not ours.is_on()
    ours.turn_on(COMMAND)
    assert ours.is_on()
    start = 'Exec="/opt/my programs/desktopxfer" --profile /home/anna/p --hidden'
    assert [line for line in file.read_text().splitlines() if "Exec" in line] == [start]
    ours.turn_off()
    ours.turn_off()
    assert not ours.is_on()
    assert not file.exists()


def test_the_entry_is_valid(file: Path) -> None:
    needs.programs(desktop_file_validate="desktop-file-utils")
    XdgAutostart().turn_on(COMMAND)
    assert subprocess.run(["desktop-file-validate", file], capture_output=True).stdout == b""


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_has_switched_off_is_off(file: Path, line: str) -> None:
    XdgAutostart().turn_on(COMMAND)
    file.write_text(f"{file.read_text()}{line}\n")
    assert not XdgAutostart().is_on()
    XdgAutostart().turn_on(COMMAND)
    assert XdgAutostart().is_on()


def test_an_entry_of_somebody_else_stays(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[Desktop Entry]\nExec=mine\n")
    assert not XdgAutostart().is_on()
    with pytest.raises(ForeignFile, match="somebody else"):
        XdgAutostart().turn_on(COMMAND)
    XdgAutostart().turn_off()
    assert file.read_text() == "[Desktop Entry]\nExec=mine\n"


# The others: nobody has run these on their systems ------------------------------------------------


class Registry:
    """As much of winreg as is used, over a dictionary of keys with values."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = object(), 2, 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, Any]] = {}

    @contextlib.contextmanager
    def OpenKey(self, _root: object, path: str, *_: int) -> Iterator[dict[str, Any]]:
        if path not in self.keys:
            raise FileNotFoundError(path)
        yield self.keys[path]

    @contextlib.contextmanager
    def CreateKey(self, _root: object, path: str) -> Iterator[dict[str, Any]]:
        yield self.keys.setdefault(path, {})

    def QueryValueEx(self, key: dict[str, Any], name: str) -> tuple[Any, int]:
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], self.REG_SZ

    def SetValueEx(self, key: dict[str, Any], name: str, _: int, _kind: int, value: Any) -> None:
        key[name] = value

    def DeleteValue(self, key: dict[str, Any], name: str) -> None:
        if key.pop(name, None) is None:
            raise FileNotFoundError(name)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    return registry


def test_windows_has_a_value_of_its_own_in_the_run_key(registry: Registry) -> None:
    registry.keys[RunKey.RUN] = {"other": "stays"}
    assert not RunKey().is_on()
    RunKey().turn_on(COMMAND)
    assert RunKey().is_on()
    assert registry.keys[RunKey.RUN]["desktopxfer"] == (
        '"/opt/my programs/desktopxfer" --profile /home/anna/p --hidden'
    )
    RunKey().turn_off()
    RunKey().turn_off()
    assert registry.keys[RunKey.RUN] == {"other": "stays"}


def test_what_the_task_manager_has_switched_off_is_off(registry: Registry) -> None:
    RunKey().turn_on(COMMAND)
    registry.keys[RunKey.APPROVED] = {"desktopxfer": b"\3" + bytes(11)}
    assert not RunKey().is_on()
    registry.keys[RunKey.APPROVED] = {"desktopxfer": b"\2" + bytes(11)}
    assert RunKey().is_on()
    registry.keys[RunKey.APPROVED] = {"desktopxfer": b"\3" + bytes(11)}
    RunKey().turn_on(COMMAND)
    assert RunKey().is_on()


def test_a_registry_that_refuses_is_said(registry: Registry, monkeypatch: Any) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(registry, "CreateKey", refuse)
    with pytest.raises(CannotSetUp, match="Access is denied"):
        RunKey().turn_on(COMMAND)


def test_macos_has_a_launch_agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    LaunchAgent().turn_on(COMMAND)
    assert LaunchAgent().is_on()
    file = tmp_path / "Library/LaunchAgents/desktopxfer.plist"
    agent = SimpleNamespace(**plistlib.loads(file.read_bytes()))
    assert agent.ProgramArguments == [*COMMAND, "--hidden"]
    assert agent.RunAtLoad is True
    LaunchAgent().turn_off()
    assert not LaunchAgent().is_on()
    assert not file.exists()
