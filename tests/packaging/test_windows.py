"""Compiles the installer for Windows around programs that wait, and tries it under Wine."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktopxfer.desktop import own_files
from desktopxfer.desktop.autostart import RunKey
from tests import needs
from tests.packaging.bare_system import run

if sys.platform != "linux":
    pytest.skip("tries it under Wine", allow_module_level=True)

pytestmark = [pytest.mark.package, pytest.mark.timeout(600)]

CHECKOUT = Path(__file__).parents[2]
WINDOWS = CHECKOUT / "packaging" / "windows"
OLDER, NEWER = "0.0.1", "0.0.2"
TIMEOUT_S = 120.0
# It waits for a long time; `--quit` ends the one beside it, and returns when it is heard.
ASKED_TO_QUIT = 7
WAITING = f"""Target amd64-unicode
Unicode true
SilentInstall silent
RequestExecutionLevel user
OutFile "${{OUT}}"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
Section
  ${{GetParameters}} $1
  StrCpy $2 started
  ${{If}} $1 == "--quit"
    StrCpy $2 quit
  ${{EndIf}}
  FileOpen $0 "$EXEDIR\\$2" w
  FileClose $0
  ${{If}} $2 == "quit"
    ${{DoWhile}} ${{FileExists}} "$EXEDIR\\quit"
      Sleep 100
    ${{Loop}}
    Quit
  ${{EndIf}}
  ${{For}} $0 1 6000
    Sleep 100
    ${{If}} ${{FileExists}} "$EXEDIR\\quit"
      Delete "$EXEDIR\\quit"
      ${{If}} $1 != "stubborn"
        SetErrorLevel {ASKED_TO_QUIT}
        Quit
      ${{EndIf}}
    ${{EndIf}}
  ${{Next}}
SectionEnd
"""
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\desktopxfer"
PROGRAMS = ("desktopxfer.exe", "desktopxferw.exe")


@dataclass(frozen=True, slots=True)
class Windows:
    """A computer of its own, as far as Wine is one."""

    folder: Path
    programs: Path
    processes: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    @property
    def user(self) -> Path:
        [home] = (
            each for each in (self.folder / "drive_c/users").iterdir() if each.name != "Public"
        )
        return home

    @property
    def local(self) -> Path:
        return self.user / "AppData/Local"

    @property
    def installed(self) -> Path:
        return self.local / "Programs/desktopxfer"

    @property
    def start_menu(self) -> Path:
        return self.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/desktopxfer.lnk"

    @property
    def send_to(self) -> Path:
        return self.user / "AppData/Roaming/Microsoft/Windows/SendTo/desktopxfer.lnk"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.folder.parent),
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "WINEPREFIX": str(self.folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # else it asks to download them
        }

    def start(self, program: Path | str, *words: str) -> "subprocess.Popen[bytes]":
        command = [self.programs / "wine64", program, *words]
        said = subprocess.DEVNULL
        self.processes.append(subprocess.Popen(command, env=self.environment, stdout=said))
        return self.processes[-1]

    def run(self, program: Path | str, *words: str) -> None:
        assert self.start(program, *words).wait(TIMEOUT_S) == 0

    def pretend(self, version: str) -> None:
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    def value(self, key: str, name: str) -> str | None:
        """Of the registry."""
        query = [str(self.programs / "wine64"), "reg", "query", key, "/v", name]
        said = subprocess.run(query, env=self.environment, capture_output=True, text=True).stdout
        found = re.search(rf"^ +{name} +REG_\w+ +(.*?)\r?$", said, re.MULTILINE)
        return found[1] if found else None

    def files(self) -> set[str]:
        """Of the user, but for what is temporary."""
        return {
            name
            for path in self.user.rglob("*")
            if not (name := str(path.relative_to(self.user))).startswith(
                ("AppData/Local/Temp", "Temp")
            )
        }

    def uninstall(self, *words: str) -> None:
        """As Windows' settings do it without asking."""
        command = self.value(UNINSTALL, "QuietUninstallString")
        assert command is not None
        program, silent = command.split('"')[1:]
        self.run(program, silent.strip(), *words)
        # It goes on as a copy of itself, so that it can remove itself.
        wait_until(lambda: self.value(UNINSTALL, "DisplayName") is None)
        wait_until(lambda: not (self.installed / "uninstall.exe").exists())


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture(scope="module")
def installers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    needs.programs(makensis="nsis")
    folder = tmp_path_factory.mktemp("installers")
    return {version: compiled(folder / version, version) for version in (OLDER, NEWER)}


def compiled(folder: Path, version: str) -> Path:
    bundle = folder / "bundle"
    (bundle / "_internal" / "deeper").mkdir(parents=True)
    (bundle / "_internal" / "deeper" / f"of {version}.txt").touch()
    for name in PROGRAMS:
        script = folder / "program.nsi"
        script.write_text(WAITING)
        run(["makensis", "-V2", "-WX", f"-DOUT={bundle / name}", script])
    words = [
        "import installer, sys; installer.build(*map(installer.Path, sys.argv[1:4]), sys.argv[4])"
    ]
    environment = {**os.environ, "PYTHONPATH": f"{CHECKOUT}:{WINDOWS}"}
    said = run([sys.executable, "-c", *words, bundle, folder, folder, version], env=environment)
    assert not said  # NSIS has no warning
    [made] = folder.glob("*.exe")
    assert made.name == f"desktopxfer-{version}-windows-x64.exe"
    return made


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    found = shutil.which("wine64", path=f"{os.environ['PATH']}:/usr/lib/wine")
    if found is None:
        pytest.skip("needs: apt-get install wine64")
    computer = Windows(tmp_path / "wine", Path(found).parent)
    try:
        computer.run("wineboot", "--init")
        computer.pretend("win10")
        yield computer
    finally:
        for word in ("--kill", "--wait"):
            subprocess.run([computer.programs / "wineserver", word], env=computer.environment)
        for process in computer.processes:
            process.wait(TIMEOUT_S)


def started(windows: Windows, program: Path, *words: str) -> "subprocess.Popen[bytes]":
    program.with_name("started").unlink(missing_ok=True)
    process = windows.start(program, *words)
    wait_until(program.with_name("started").exists)
    return process


def test_install_upgrade_and_removal(installers: dict[str, Path], windows: Windows) -> None:
    before = windows.files()
    windows.run(installers[OLDER], "/S")
    there = {path.name for path in windows.installed.iterdir()}
    assert there == {*PROGRAMS, "_internal", "uninstall.exe"}
    assert windows.start_menu.exists()
    assert own_files.is_ours(windows.send_to)  # so that the program's settings can take it away
    assert windows.value(UNINSTALL, "DisplayVersion") == OLDER
    run_key = f"HKCU\\{RunKey.RUN}"
    assert windows.value(run_key, RunKey.NAME) is None

    # What runs of it is asked to end, and nothing else is; what was chosen stays chosen.
    profile = windows.local / "desktopxfer" / "identity.pem"
    profile.parent.mkdir()
    profile.touch()
    elsewhere = windows.user / "elsewhere" / "desktopxferw.exe"
    elsewhere.parent.mkdir()
    shutil.copy(windows.installed / elsewhere.name, elsewhere)
    other = started(windows, elsewhere)
    running = started(windows, windows.installed / elsewhere.name)
    windows.send_to.unlink()
    windows.run(installers[NEWER], "/S", "/AUTOSTART")
    assert running.wait(TIMEOUT_S) == ASKED_TO_QUIT
    assert other.poll() is None
    assert windows.value(UNINSTALL, "DisplayVersion") == NEWER
    inside = {path.name for path in (windows.installed / "_internal").rglob("*.txt")}
    assert inside == {f"of {NEWER}.txt"}
    assert not windows.send_to.exists()
    command = windows.value(run_key, RunKey.NAME)
    assert command is not None
    assert re.fullmatch(r'"C:\\.*\\Programs\\desktopxfer\\desktopxferw.exe" --hidden', command)
    windows.run(installers[NEWER], "/S")
    assert windows.value(run_key, RunKey.NAME) == command

    # What does not end when it is asked is ended. What is not ours stays: the profile, a file that
    # somebody has put there, the other copy.
    (windows.installed / "my notes.txt").touch()
    running = started(windows, windows.installed / elsewhere.name, "stubborn")
    windows.uninstall()
    assert running.wait(TIMEOUT_S) == 0
    assert other.poll() is None
    assert windows.value(run_key, RunKey.NAME) is None
    shutil.rmtree(elsewhere.parent)
    kept = {"AppData/Local/desktopxfer/identity.pem", "AppData/Local/desktopxfer"}
    folder = windows.installed.relative_to(windows.user)
    notes = {str(folder / name) for name in ("", "started", "my notes.txt")}
    assert windows.files() - before - {"AppData/Local/Programs"} == kept | notes


def test_an_older_windows_is_refused(installers: dict[str, Path], windows: Windows) -> None:
    windows.pretend("win81")
    assert windows.start(installers[NEWER], "/S").wait(TIMEOUT_S) == 2
    assert not windows.installed.exists()


def test_who_is_started_for_the_firewall_alone_installs_nothing(
    installers: dict[str, Path], windows: Windows
) -> None:
    windows.run(installers[NEWER], "/S", "/RULES=allow", f"/D={windows.local / 'Programs'}")
    assert not windows.start_menu.exists()
    assert windows.value(UNINSTALL, "DisplayName") is None


def test_a_removal_forgets_the_profile_when_asked(
    installers: dict[str, Path], windows: Windows
) -> None:
    before = windows.files()
    windows.run(installers[NEWER], "/S")
    (windows.local / "desktopxfer").mkdir()
    (windows.local / "desktopxfer" / "identity.pem").touch()
    windows.uninstall("/PURGE")
    wait_until(lambda: not windows.installed.exists())
    assert windows.files() - before <= {"AppData/Local/Programs"}
