"""Owns what of PyInstaller's collection goes into the bundle: it collects three times too much."""

import sys
from fnmatch import fnmatch
from pathlib import Path, PurePath

Entry = tuple[str, str, str]  # name in the bundle, file on this computer, kind

QT_PLUGINS = "*/plugins/*"
WANTED_PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqwayland*.so",
    "platforms/*qoffscreen.*",
    "platforms/qwindows.dll",
    "platforms/libqcocoa.dylib",
    "platforminputcontexts/lib*platforminputcontextplugin.so",
    "platformthemes/libqxdgdesktopportal.so",
    "styles/*",
    "iconengines/*qsvgicon.*",
    "imageformats/*qsvg.*",
    "imageformats/qico.dll",
    # Both: without one of them a quarter of the starts on Wayland ended in a crash.
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/*",
)
UNWANTED_PLUGINS = ("platforminputcontexts/*virtualkeyboard*",)


def binaries(collected: list[Entry]) -> list[Entry]:
    """Without the plugins that a window of ours never loads, and what only they need."""
    kept = [entry for entry in collected if _is_wanted(entry[0])]
    if sys.platform != "linux":
        return kept
    import libraries  # noqa: PLC0415 - of ../linux, where the .spec file has put it on the path

    # A shared library at the top was collected because something needs it, which may be gone now.
    helpers = {Path(source) for name, source, kind in kept if _is_helper(name, kind)}
    roots = [Path(source) for name, source, kind in kept if not _is_helper(name, kind)]
    needed = libraries.reachable(roots, helpers)
    return [
        entry for entry in kept if not _is_helper(entry[0], entry[2]) or Path(entry[1]) in needed
    ]


def data(collected: list[Entry]) -> list[Entry]:
    """Of Qt's translations those of its own words in windows; of dist-info the version."""
    return [entry for entry in collected if _is_wanted_data(PurePath(entry[0]))]


def _is_wanted(name: str) -> bool:
    path = PurePath(name)
    if not fnmatch(path.as_posix(), QT_PLUGINS):
        return True
    plugin = f"{path.parent.name}/{path.name}"
    wanted = any(fnmatch(plugin, pattern) for pattern in WANTED_PLUGINS)
    return wanted and not any(fnmatch(plugin, pattern) for pattern in UNWANTED_PLUGINS)


def _is_helper(name: str, kind: str) -> bool:
    is_python = name.startswith("libpython")  # which the program itself loads
    return kind == "BINARY" and "/" not in name and not is_python


def _is_wanted_data(path: PurePath) -> bool:
    if path.suffix == ".qm" and "PySide6" in path.parts:
        return path.name.startswith("qtbase_")
    if any(part.endswith(".dist-info") for part in path.parts):
        return path.name == "METADATA"
    return not {"include", "typesystems", "glue", "doc"} & {*path.parts}
