"""Owns `--selftest`: whether this copy of the program is whole and can work on this computer."""

import importlib
import os
import pkgutil
import platform
import secrets
import ssl
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from cryptography.hazmat.backends.openssl import backend
from PySide6 import QtCore
from PySide6.QtCore import (
    QEventLoop,
    QLibraryInfo,
    QObject,
    QPluginLoader,
    QTimer,
    QTranslator,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QPixmap

import desktopxfer
from desktopxfer import __version__, app, reporting, screen
from desktopxfer.device import Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity import certificate
from desktopxfer.offer import Decision
from desktopxfer.resources import resource_path
from desktopxfer.settings import Profile, Settings
from desktopxfer.ui.language import LANGUAGES
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Listening, Transfer

# Each distribution that the program needs, with a module that loads its compiled part.
DEPENDENCIES = {
    "PySide6-Essentials": "PySide6.QtSvg",
    "blake3": "blake3",
    "cryptography": "cryptography.hazmat.bindings._rust",
    "ifaddr": "ifaddr",
    "msgspec": "msgspec._core",
    "platformdirs": "platformdirs",
    "pyOpenSSL": "OpenSSL.SSL",
    "tqdm": "tqdm",
    "zeroconf": "zeroconf._dns",
}
if sys.platform == "linux":
    DEPENDENCIES["jeepney"] = "jeepney.io.blocking"

# What a window needs of Qt's plugins, as patterns in their folder. An installed copy was trimmed to
# what has to work; from source Qt brings more than most systems can load.
PLUGINS = {
    "linux": (
        "platforms/libqxcb.so",
        "platforms/libqwayland*.so",
        "platforms/libqoffscreen.so",
        "wayland-decoration-client/*.so",
        "wayland-shell-integration/*xdg-shell.so",
    ),
    "win32": ("platforms/qwindows.dll", "platforms/qoffscreen.dll"),
    "darwin": ("platforms/libqcocoa.dylib", "platforms/libqoffscreen.dylib"),
}
EVERY_PLUGIN = ("*/*.so", "*/*.dll", "*/*.dylib")

LOOPBACK = "127.0.0.1"
FILE_SIZE = 3_000_001  # some pieces, and the last one is not full
DEADLINE_MS = 60_000
DISCOVERY_DEADLINE_MS = 5_000
POLL_MS = 20


def main() -> int:
    """Tries one part after the other and says what came of it. Returns 0 if all work.

    It touches neither the profile nor any network: what it sends, it sends to itself.
    """
    failures = 0
    for title, part in PARTS.items():
        try:
            said = part()
        except Exception as defect:  # noqa: BLE001 - whatever this copy lacks, the rest says more
            failures += 1
            reporting.answer(f"FAILED  {title}: {defect!r}")
        else:
            reporting.answer(f"ok      {title}: {said}")
    whole = "This copy of desktopxfer is whole." if not failures else "This copy does not work."
    reporting.answer(whole)
    return int(failures > 0)


def _versions() -> str:
    own = f"desktopxfer {__version__}, Python {platform.python_version()}, Qt {QtCore.qVersion()}"
    return f"{own}, {backend.openssl_version_text()} ({ssl.OPENSSL_VERSION} in Python)"


def _modules() -> str:
    packages = pkgutil.walk_packages(desktopxfer.__path__, "desktopxfer.")
    modules = [importlib.import_module(module.name) for module in packages]
    assert len(modules) > len(desktopxfer.__path__), "none were found"
    return f"{len(modules)} loaded"


def _dependencies() -> str:
    for module in DEPENDENCIES.values():
        importlib.import_module(module)
    return ", ".join(f"{name} {metadata.version(name)}" for name in DEPENDENCIES)


def _plugins() -> str:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    is_installed = getattr(sys, "frozen", False)
    patterns = PLUGINS.get(sys.platform, ())
    for pattern in patterns:
        assert any(folder.glob(pattern)), f"no {pattern} in {folder}"
    wanted = EVERY_PLUGIN if is_installed else patterns
    files = sorted(file for pattern in wanted for file in folder.glob(pattern))
    errors = [why for file in files if (why := _why_it_does_not_load(file))]
    assert not errors, "; ".join(errors)
    return ", ".join(file.stem.removeprefix("lib") for file in files)


def _languages() -> str:
    """A language needs our words, and Qt's own of the same one."""
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for code in LANGUAGES:
        for file in (
            resource_path(f"translations/desktopxfer_{code}.qm"),
            qt / f"qtbase_{code}.qm",
        ):
            assert QTranslator().load(str(file)), f"{file} does not load"
    return ", ".join(LANGUAGES.values())


def _why_it_does_not_load(file: Path) -> str:
    plugin = QPluginLoader(str(file))
    return "" if plugin.load() else plugin.errorString()


def _environment() -> str:
    """What an installed copy needs to find its own libraries must not reach what it starts."""
    folder = getattr(sys, "_MEIPASS", "")  # of an installed copy
    if not folder:
        return "that of Python"
    ours = [
        name
        for name, value in os.environ.items()
        if folder in value and not name.startswith("_PYI_")  # which only such copies read
    ]
    assert not ours, f"{folder} stands in {', '.join(ours)}"
    return f"free of {folder}"


def _window_and_transfer() -> str:
    try:
        screen.check()
    except DesktopxferError:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = app.application()
    with tempfile.TemporaryDirectory(prefix="desktopxfer-selftest-") as folder:
        sides = [_Side(Path(folder), name) for name in ("Sender", "Receiver")]
        try:
            sender, receiver = sides
            window = MainWindow(sender.manager, sender.device_id)
            window.show()
            moved = _send(sender, receiver, Path(folder))
            found = _wait(lambda: sender.sees(receiver), DISCOVERY_DEADLINE_MS)
            colours = _colours(window.grab())
            assert colours > 16, f"the window shows only {colours} colours"
            window.hide()
        finally:
            ended = [side.manager.shutdown() for side in sides]
        assert all(ended), "a thread does not end"
    application.processEvents()
    # Not every network has multicast, and without it a typed address works all the same.
    discovered = "found by" if found else "NOT found by"
    return (
        f"on {QGuiApplication.platformName()}, {moved} bytes sent and received, "
        f"the receiver {discovered} mDNS"
    )


def _send(sender: "_Side", receiver: "_Side", folder: Path) -> int:
    source = folder / "Grüße – 你好.bin"
    source.write_bytes(secrets.token_bytes(FILE_SIZE))
    transfer = sender.manager.sending.send([source], receiver.as_typed())
    ended = _wait(lambda: transfer.stage.ended, DEADLINE_MS)
    assert ended, f"after {DEADLINE_MS // 1000} s it is still {transfer.stage.value}"
    assert transfer.error is None, str(transfer.error)
    received = receiver.downloads / source.name
    assert received.read_bytes() == source.read_bytes(), "what arrived is not what was sent"
    return FILE_SIZE


def _colours(picture: QPixmap) -> int:
    image = picture.toImage()
    columns, rows = range(0, image.width(), 3), range(0, image.height(), 3)
    return len({image.pixel(x, y) for x in columns for y in rows})


class _Side(QObject):
    """One of the two devices that this computer is while it tests itself."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__()
        self.downloads = folder / f"{name} received"
        profile = Profile(folder / name)
        settings = Settings(
            device_name=name,
            listen_host=LOOPBACK,
            port=0,
            download_folder=str(self.downloads),
        )
        identity = certificate.load_or_create(profile)
        self.device_id = identity.device_id
        self.manager = TransferManager(profile, identity, settings)
        self._listening = Listening(())
        self._devices: tuple[Device, ...] = ()
        self.manager.presence.listening_changed.connect(self._note_address)
        self.manager.offers.received.connect(self._accept)
        self.manager.devices.changed.connect(self._note_devices)
        self.manager.start()
        assert self._listening.addresses, str(self._listening.error)

    @Slot(object)
    def _note_address(self, listening: Listening) -> None:
        self._listening = listening

    @Slot(object)
    def _note_devices(self, devices: tuple[Device, ...]) -> None:
        self._devices = devices

    @Slot(object)
    def _accept(self, transfer: Transfer) -> None:
        self.manager.offers.answer(transfer, Decision(self.downloads))

    def as_typed(self) -> Device:
        """This side as a typed address, for which nobody has to be discovered."""
        [address, *_] = self._listening.addresses
        return Device("", str(address), "", (address,), online=False, typed=True)

    def sees(self, other: "_Side") -> bool:
        return any(device.device_id == other.device_id for device in self._devices)


class _EventLoop(QEventLoop):
    """Runs until a condition holds."""

    def __init__(self, condition: Callable[[], bool]) -> None:
        super().__init__()
        self._condition = condition

    @Slot()
    def look(self) -> None:
        if self._condition():
            self.quit()


def _wait(condition: Callable[[], bool], deadline_ms: int) -> bool:
    """Lets Qt work until the condition holds; False if it does not come to that."""
    loop, looks, end = _EventLoop(condition), QTimer(), QTimer()
    looks.timeout.connect(loop.look)
    end.timeout.connect(loop.quit)
    looks.start(POLL_MS)
    end.start(deadline_ms)
    loop.exec()
    return condition()


PARTS: dict[str, Callable[[], str]] = {
    "versions": _versions,
    "modules": _modules,
    "dependencies": _dependencies,
    "plugins": _plugins,
    "languages": _languages,
    "environment": _environment,
    "window and transfer": _window_and_transfer,
}
