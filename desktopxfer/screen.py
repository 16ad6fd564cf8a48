"""Owns the question whether a window can open here. Asked before Qt is loaded: Qt would abort."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from desktopxfer.errors import NoScreen, ScreenLibrariesMissing, ScreenUnreachable

Load: TypeAlias = Callable[[str], Any]  # ctypes.CDLL: takes a library's name, raises OSError

# What PySide6's wheels link to but leave to the system: each library with its Debian package. Left
# out is what every Debian has (libc6, zlib1g, libzstd1 and whatever apt-get brings with these).
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
XCB = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
LIBRARIES = {"xcb": XCB, "wayland": WAYLAND}


def check(environment: Mapping[str, str] = os.environ, load: Load = ctypes.CDLL) -> None:
    """Returns if Qt will find a screen and the system libraries it needs.

    Raises NoScreen, ScreenLibrariesMissing (with the command that installs them on Debian) or
    ScreenUnreachable. Only Linux leaves any of this to chance.
    """
    if sys.platform != "linux":
        return
    platforms = _platforms(environment)
    if not platforms:
        raise NoScreen
    missing = [_missing(ALWAYS | LIBRARIES.get(platform, {}), load) for platform in platforms]
    if all(missing):  # Qt goes on to the next platform when it cannot load the first one
        raise ScreenLibrariesMissing(", ".join(missing[0]), _remedy(missing[0]))
    if platforms == ["xcb"]:
        display = environment.get("DISPLAY")
        if not display:
            raise NoScreen
        if not _answers(display, load("libxcb.so.1")):
            raise ScreenUnreachable(display)


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """The platform plugins that Qt would try here."""
    if chosen := environment.get("QT_QPA_PLATFORM"):  # "wayland;xcb", "offscreen:size=800x600"
        return [platform.partition(":")[0] for platform in chosen.split(";")]
    screens = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return [platform for platform, variable in screens.items() if environment.get(variable)]


def _missing(libraries: Mapping[str, str], load: Load) -> dict[str, str]:
    missing = {}
    for library, package in libraries.items():
        try:
            load(library)
        except OSError:
            missing[library] = package
    return missing


def _remedy(missing: Mapping[str, str]) -> str:
    if shutil.which("apt-get") is None:
        return "Install them with your system's package manager."
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"Install them with: {sudo}apt-get install {' '.join(missing.values())}"


def _answers(display: str, xcb: Any) -> bool:
    """Whether this X server lets us in."""
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
