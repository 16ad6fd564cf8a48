import configparser
import os
import plistlib
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktopxfer.desktop import send_to
from desktopxfer.desktop.own_files import MARK
from desktopxfer.desktop.send_to import FileManagers, QuickAction, SendToFolder
from desktopxfer.errors import CannotSetUp, DamagedActions, ForeignFile, NoFileManager

EVERY = {"dolphin", "nautilus", "caja", "nemo", "thunar"}
SCRIPT = "nautilus/scripts/Send with desktopxfer"


@pytest.fixture
def listener(tmp_path: Path) -> Path:
    """A program with a strange name that writes down what it is called with."""
    script = tmp_path / "it's a $strange %f na\"me"
    script.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    script.chmod(0o755)
    return script


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder for data; Thunar's is beside it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for variable in ("XDG_CONFIG_DIRS", "XDG_DATA_DIRS"):
        monkeypatch.setenv(variable, str(tmp_path / "system"))
    has(monkeypatch, EVERY)
    return tmp_path / "data"


def has(monkeypatch: pytest.MonkeyPatch, programs: set[str]) -> None:
    """Pretends that these file managers are installed."""
    monkeypatch.setattr(shutil, "which", lambda program: program if program in programs else None)


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() or path.is_symlink()
    }


def test_this_system_has_a_way() -> None:
    kind = {"win32": SendToFolder, "darwin": QuickAction}.get(sys.platform, FileManagers)
    assert isinstance(send_to.of_this_system(), kind)


def test_every_file_manager_gets_its_own_and_loses_it_again(
    data: Path, tmp_path: Path, listener: Path
) -> None:
    ours = FileManagers()
    assert not ours.is_on()
    assert ours.turn_on([str(listener)]) == []
    assert ours.turn_on([str(listener)]) == []
    assert ours.is_on()
    assert files(data) == {
        "applications/desktopxfer.desktop",
        "kio/servicemenus/desktopxfer.desktop",
        SCRIPT,
        "nemo/actions/desktopxfer.nemo_action",
    }
    assert files(tmp_path / "config") == {
        "Thunar/uca.xml",
        "caja/scripts/Send with desktopxfer",
    }
    for name in ("kio/servicemenus/desktopxfer.desktop", SCRIPT):
        assert (data / name).stat().st_mode & stat.S_IXUSR
    assert ours.turn_off() == []
    assert ours.turn_off() == []
    assert not ours.is_on()
    assert files(data) == set()
    assert files(tmp_path / "config") == {"Thunar/uca.xml"}


def test_who_is_not_installed_gets_nothing(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, {"nemo"})
    assert FileManagers().turn_on(["/bin/true"]) == []
    assert files(tmp_path) == {
        "data/applications/desktopxfer.desktop",
        "data/nemo/actions/desktopxfer.nemo_action",
    }


def test_where_no_file_manager_is_known_that_is_said(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    has(monkeypatch, set())
    installers = data / "applications/desktopxfer.desktop"
    installers.parent.mkdir(parents=True)
    installers.write_text("[Desktop Entry]\n")
    assert [type(error) for error in FileManagers().turn_on(["/bin/true"])] == [NoFileManager]
    assert not FileManagers().is_on()
    assert FileManagers().turn_off() == []
    assert installers.exists()


def test_what_fails_fails_alone(data: Path, tmp_path: Path) -> None:
    theirs = data / "kio/servicemenus/desktopxfer.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\n")
    (data / "nemo").touch()
    thunars = tmp_path / "config/Thunar/uca.xml"
    thunars.parent.mkdir(parents=True)
    thunars.write_text("<actions>")
    errors = FileManagers().turn_on(["/bin/true"])
    assert [type(error) for error in errors] == [ForeignFile, CannotSetUp, DamagedActions]
    assert theirs.read_text() == "[Desktop Entry]\n"
    assert thunars.read_text() == "<actions>"
    assert (data / SCRIPT).exists()
    assert [type(error) for error in FileManagers().turn_off()] == [CannotSetUp, DamagedActions]
    assert not (data / SCRIPT).exists()


@pytest.mark.parametrize("whose", ["data", "system"])
def test_an_entry_that_an_installer_made_will_do(data: Path, tmp_path: Path, whose: str) -> None:
    theirs = tmp_path / whose / "applications/desktopxfer.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\n")
    assert FileManagers().turn_on(["/bin/true"]) == []
    assert FileManagers().is_on()
    assert FileManagers().turn_off() == []
    assert theirs.read_text() == "[Desktop Entry]\n"
    assert not (data / "applications/desktopxfer.desktop").exists() or whose == "data"


def test_the_menus_of_dolphin_and_nemo_start_the_program(data: Path, listener: Path) -> None:
    FileManagers().turn_on([str(listener)])
    quoted = str(listener).replace('"', '\\\\"').replace("$", "\\\\$").replace("%", "%%")
    for name, group, key in (
        ("kio/servicemenus/desktopxfer.desktop", "Desktop Action send", f'env "{quoted}" %F'),
        ("nemo/actions/desktopxfer.nemo_action", "Nemo Action", f'env "{quoted}" %U'),
    ):
        entry = configparser.RawConfigParser()
        entry.read(data / name, "utf-8")
        assert entry[group]["Exec"] == key
        assert Path(entry[group].get("Icon") or entry[group]["Icon-Name"]).is_file()


# The script of Nautilus and Caja, run as they run it ----------------------------------------------

NAMES = ["a b", "it's", '"quoted"', "$HOME `id` *", "Grüße", "-n", "back\\slash"]


@pytest.mark.parametrize("variable", ["NAUTILUS", "CAJA"])
@pytest.mark.parametrize("relative", [True, False])
def test_the_script_hands_over_what_is_selected(
    data: Path, tmp_path: Path, listener: Path, variable: str, relative: bool
) -> None:
    FileManagers().turn_on([str(listener), "--profile", "a b"])
    folder = tmp_path / "there"
    folder.mkdir()
    paths = [f"{folder}/{name}" for name in NAMES]
    heard = run_script(data / SCRIPT, folder, variable, paths, NAMES if relative else paths)
    assert heard == ["--profile", "a b", "--", *paths]


def test_a_name_with_a_line_break_is_whole(data: Path, tmp_path: Path, listener: Path) -> None:
    FileManagers().turn_on([str(listener)])
    names = ["two\nlines", "other"]
    paths = [f"{tmp_path}/{name}" for name in names]
    assert run_script(data / SCRIPT, tmp_path, "NAUTILUS", paths, names) == ["--", *names]


def test_without_arguments_the_paths_are_taken(data: Path, tmp_path: Path, listener: Path) -> None:
    FileManagers().turn_on([str(listener)])
    heard = run_script(data / SCRIPT, tmp_path, "NAUTILUS", ["/a b", "/c"], [])
    assert heard == ["--", "/a b", "/c"]


def run_script(
    script: Path, cwd: Path, variable: str, paths: list[str], arguments: list[str]
) -> list[str]:
    selected = "".join(f"{path}\n" for path in paths)
    said = subprocess.check_output(
        [script, *arguments],
        cwd=cwd,
        env={**os.environ, f"{variable}_SCRIPT_SELECTED_FILE_PATHS": selected},
        text=True,
    )
    return said.split("\0")[:-1]


# The others: nobody has run these on their systems ------------------------------------------------


def test_windows_makes_the_shortcut_and_we_know_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPDATA", str(tmp_path))
    asked: list[dict[str, str]] = []

    def run(command: list[str], *, env: dict[str, str], **_: object) -> None:
        assert command[0] == "powershell"
        asked.append(env)
        shortcut = Path(env["SHORTCUT"])
        shortcut.parent.mkdir(parents=True, exist_ok=True)
        shortcut.write_bytes(b"L\0\0\0" + env["DESCRIPTION"].encode("utf-16-le"))

    monkeypatch.setattr(send_to, "subprocess", SimpleNamespace(
        run=run, list2cmdline=subprocess.list2cmdline, SubprocessError=subprocess.SubprocessError
    ))  # fmt: skip
    ours = SendToFolder()
    assert not ours.is_on()
    assert ours.turn_on(["C:\\x y\\desktopxfer.exe", "--profile", "a b"]) == []
    assert asked[0]["TARGET"] == "C:\\x y\\desktopxfer.exe"
    assert asked[0]["ARGUMENTS"] == '--profile "a b"'
    assert ours.is_on()
    assert ours.turn_off() == []
    assert not ours.is_on()
    Path(asked[0]["SHORTCUT"]).write_bytes(b"somebody else's")
    assert [type(error) for error in ours.turn_on(["x"])] == [ForeignFile]


def test_windows_without_a_powershell_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [type(error) for error in SendToFolder().turn_on(["x"])] == [CannotSetUp]


def test_macos_gets_a_quick_action(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    ours = QuickAction()
    assert not ours.is_on()
    assert ours.turn_on(["/Applications/desktop xfer/x", "--profile", "p"]) == []
    assert ours.is_on()
    contents = tmp_path / "Library/Services/Send with desktopxfer.workflow/Contents"
    info = plistlib.loads((contents / "Info.plist").read_bytes())
    assert info["NSServices"][0]["NSMenuItem"] == {"default": "Send with desktopxfer"}
    document = (contents / "document.wflow").read_bytes()
    assert MARK.encode() in document
    action = plistlib.loads(document)["actions"][0]["action"]
    start = action["ActionParameters"]["COMMAND_STRING"]
    assert start == "exec '/Applications/desktop xfer/x' --profile p -- \"$@\""
    assert ours.turn_off() == []
    assert not contents.parent.exists()
