"""Owns what of PyInstaller's collection goes into the bundle: it collects three times too much."""

import sys
from fnmatch import fnmatch
from pathlib import Path, PurePath

from desktopxfer.ui.language import LANGUAGES

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

    # What is only linked to was collected for somebody, who may be gone now.
    linked = {Path(source) for name, source, kind in kept if _is_linked(name) and kind == "BINARY"}
    roots = {Path(source) for name, source, _ in kept if not _is_linked(name)}
    needed = {library.name for library in libraries.reachable(roots, linked)}
    return [entry for entry in kept if not _is_linked(entry[0]) or Path(entry[0]).name in needed]


def data(collected: list[Entry], kept: list[Entry]) -> list[Entry]:
    """Of Qt's translations those of the languages that we speak; of dist-info the version.

    PyInstaller makes links from the top to libraries in the folders of their packages: of these the
    ones to what is `kept` of the binaries. Those inside of a framework of macOS make it one.
    """
    there = {PurePath(name) for name, _, _ in kept}
    return [
        (name, source, kind)
        for name, source, kind in collected
        if (
            PurePath(source) in there
            if kind == "SYMLINK" and ".framework/" not in name
            else _is_wanted_data(PurePath(name))
        )
    ]


def _is_wanted(name: str) -> bool:
    path = PurePath(name)
    if not fnmatch(path.as_posix(), QT_PLUGINS):
        return True
    plugin = f"{path.parent.name}/{path.name}"
    wanted = any(fnmatch(plugin, pattern) for pattern in WANTED_PLUGINS)
    return wanted and not any(fnmatch(plugin, pattern) for pattern in UNWANTED_PLUGINS)


def _is_linked(name: str) -> bool:
    """A library, and neither a plugin nor a module of Python nor Python, which are loaded."""
    path = PurePath(name)
    is_library = fnmatch(path.name, "lib*.so*") and not path.name.startswith("libpython")
    return is_library and not fnmatch(name, QT_PLUGINS)


def _is_wanted_data(path: PurePath) -> bool:
    if path.suffix == ".qm" and "PySide6" in path.parts:
        return path.stem.removeprefix("qtbase_") in LANGUAGES
    if path.suffix == ".ts":  # what .qm files are made from
        return False
    if any(part.endswith(".dist-info") for part in path.parts):
        return path.name == "METADATA"
    return not {"include", "typesystems", "glue", "doc"} & {*path.parts}
