"""Owns the start and the end of the program with the window: puts its parts together."""

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from desktopxfer import reporting
from desktopxfer.desktop.instance import Wish, only_one
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity import certificate
from desktopxfer.settings import Profile
from desktopxfer.ui import icons, language, text
from desktopxfer.ui.background import Background
from desktopxfer.ui.garbage import Collector
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.theme import Theme
from desktopxfer.workers.later_starts import LaterStarts, OpenedFiles
from desktopxfer.workers.manager import TransferManager


def main(profile_root: Path | None, paths: Sequence[Path], *, hidden: bool = False) -> int:
    """Runs the window until it is closed and returns the exit code.

    `paths` wait in it for a device; `hidden` it begins in the tray. If a window is open with this
    profile they wait in that one, and this ends at once. What makes a start impossible is shown in
    a dialog.
    """
    app = application()
    wish = Wish.of(paths, hidden=hidden)
    try:
        profile = Profile(profile_root)
        with only_one(profile, wish) as is_only_one:
            return _run(app, profile, wish) if is_only_one else 0
    except DesktopxferError as error:
        return _refuse(app, error)


def _run(app: QApplication, profile: Profile, wish: Wish) -> int:
    later = LaterStarts(profile.root)
    try:
        is_first = not profile.has_settings
        settings = profile.load_settings()
        if settings.language:
            language.speak(app, settings.language)
        identity = certificate.load_or_create(profile)
        manager = TransferManager(profile, identity, settings)
    except DesktopxferError:
        later.close()
        raise
    window = MainWindow(manager, identity.device_id)
    for warning in profile.warnings:
        window.notify(text.sentence(warning))
    window.offer_paths(wish.paths)
    later.wished.connect(window.take_wish)
    opened = OpenedFiles()
    opened.wished.connect(window.take_wish)
    app.installEventFilter(opened)
    signals = Signals()
    signals.received.connect(app.exit)  # not quit(), which an open question could stop
    background = Background(manager, window)
    collector = Collector()
    manager.start()  # before the window is there: whoever looks for this device finds it
    background.start(hidden=wish.hidden)
    window.closed.connect(app.exit)
    if is_first and not wish.hidden:
        window.welcome()
    app.exec()
    later.close()
    signals.close()
    background.close()
    window.hide()
    if not manager.shutdown():
        # A thread hangs in the system, as in a dead network drive; destroying it would crash.
        if sys.stdout:  # which no window of Windows has
            sys.stdout.flush()
        os._exit(0)
    collector.close()
    return 0


def application() -> QApplication:
    """The one there is, or a new one that looks as ours does."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("desktopxfer")
    app.setApplicationDisplayName("desktopxfer")
    app.setDesktopFileName("desktopxfer")
    app.setWindowIcon(icons.app_icon())
    Theme(app)
    language.speak(app)
    return app


def _refuse(app: QApplication, error: DesktopxferError) -> int:
    """Says why the program cannot start, where it can be seen: it may have no terminal."""
    with contextlib.suppress(reporting.OutputLost):
        reporting.failed(error, as_json=False)
    box = QMessageBox()
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("desktopxfer")
    box.setText(text.sentence(error))
    box.finished.connect(app.exit)
    box.open()
    app.exec()
    return error.exit_code


# Ctrl+C, the end of the session, and the end of the terminal that it was started from. Windows
# lacks the last one.
ENDING = [signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Signals(QObject):
    """Turns the signals that ask for the end into a Qt signal; what `nohup` ignores stays ignored.

    While Qt's event loop runs, Python gets no chance to run its handlers; so the interpreter's C
    code writes to a socket that Qt watches.
    """

    received = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._wakeup_before = signal.set_wakeup_fd(self._writing.fileno())
        self._handlers_before = {
            number: signal.signal(number, self._ignore)
            for number in ENDING
            if signal.getsignal(number) is not signal.SIG_IGN
        }
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @staticmethod
    def _ignore(_number: int, _frame: FrameType | None) -> None:
        """Without a handler of its own the signal would end the process at once."""

    @Slot()
    def _read(self) -> None:
        self._reading.recv(64)
        self.received.emit()

    def close(self) -> None:
        """Puts everything back as it was."""
        self._notifier.setEnabled(False)
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._reading.close()
        self._writing.close()
