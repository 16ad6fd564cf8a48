import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from desktopxfer import screen
from desktopxfer.errors import NoScreen, ScreenLibrariesMissing, ScreenUnreachable
from desktopxfer.screen import ALWAYS, WAYLAND, XCB
from tests import needs

if sys.platform != "linux":
    pytest.skip("only Linux leaves libraries to the system", allow_module_level=True)

X11 = {"DISPLAY": ":77"}
BOTH = X11 | {"WAYLAND_DISPLAY": "wayland-0"}
NO_SERVER = ":7077"  # a display number that nobody uses


def system_without(*libraries: str) -> screen.Load:
    def load(library: str) -> object:
        if library in libraries:
            raise OSError(library)
        return object()

    return load


def missing(environment: dict[str, str], *libraries: str) -> ScreenLibrariesMissing:
    with pytest.raises(ScreenLibrariesMissing) as raised:
        screen.check(environment, system_without(*libraries))
    return raised.value


def test_without_a_screen_it_points_to_the_command_line() -> None:
    with pytest.raises(NoScreen, match="the command line"):
        screen.check({})


def test_xcb_asked_for_without_a_display() -> None:
    with pytest.raises(NoScreen):
        screen.check({"QT_QPA_PLATFORM": "xcb"}, system_without())


def test_an_invisible_window_needs_no_screen() -> None:
    screen.check({"QT_QPA_PLATFORM": "offscreen"})


def test_missing_libraries_are_named_with_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    error = missing(X11, "libEGL.so.1", "libxcb-cursor.so.0")
    assert "libEGL.so.1, libxcb-cursor.so.0" in str(error)
    assert str(error).endswith("sudo apt-get install libegl1 libxcb-cursor0")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "with: apt-get install" in str(missing(X11, "libEGL.so.1"))


def test_no_debian_command_where_there_is_no_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    assert "package manager" in str(missing(X11, "libEGL.so.1"))


def test_one_of_two_platforms_is_enough() -> None:
    screen.check(BOTH, system_without("libxcb-cursor.so.0"))
    screen.check(BOTH, system_without("libwayland-client.so.0"))
    assert "libxcb-cursor0" in str(missing(BOTH, "libxcb-cursor.so.0", "libwayland-client.so.0"))


def test_libraries_of_every_platform_are_needed_even_without_a_screen() -> None:
    assert "libegl1" in str(missing({"QT_QPA_PLATFORM": "offscreen"}, "libEGL.so.1"))


def test_a_screen_that_nobody_answers_for() -> None:
    needs.libraries(XCB | ALWAYS)
    with pytest.raises(ScreenUnreachable, match=NO_SERVER):
        screen.check({"DISPLAY": NO_SERVER})


@pytest.mark.screen
def test_a_screen_that_answers(x_display: str) -> None:
    needs.libraries(XCB | ALWAYS)
    screen.check({"DISPLAY": x_display})


@pytest.fixture
def x_display() -> Iterator[str]:
    """An X server of our own, on a display number that it chose."""
    needs.programs(Xvfb="xvfb")
    receiving, sending = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(sending), "-nolisten", "tcp"],
        pass_fds=[sending],
        stderr=subprocess.DEVNULL,
    )
    os.close(sending)
    try:
        with os.fdopen(receiving) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def linked_by(file: Path) -> set[str]:
    """The names of all libraries that the dynamic linker loads for this one."""
    lines = subprocess.check_output(["ldd", file], text=True).splitlines()
    return {line.split()[0] for line in lines}


def ours(libraries: Collection[str], prefix: str) -> set[str]:
    return {library for library in libraries if library.startswith(prefix)}


def test_the_tables_say_what_the_installed_qt_links_to() -> None:
    needs.programs(ldd="libc-bin")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    xcb = linked_by(plugins / "libqxcb.so")
    assert xcb >= XCB.keys()
    assert ours(xcb, "libxcb") == ours(XCB, "libxcb")
    if wayland := next(plugins.glob("libqwayland*.so"), None):
        assert ours(linked_by(wayland), "libwayland") <= WAYLAND.keys()


def test_the_program_says_it_instead_of_aborting() -> None:
    environment = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    del environment["QT_QPA_PLATFORM"]
    run = subprocess.run(
        [sys.executable, "-m", "desktopxfer"], env=environment, capture_output=True, text=True
    )
    assert run.returncode == 1
    (sentence,) = run.stderr.splitlines()
    *_, advice = sentence.rstrip(".").partition("the command line: ")
    subprocess.run(shlex.split(advice), check=True, capture_output=True)
