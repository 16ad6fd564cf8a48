"""Owns the thread that speaks to the desktop's notification service, where there is one."""

import contextlib
import logging
import queue
import selectors
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktopxfer.desktop.notification import LauncherProgress, Notification, Press
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.resources import resource_path

if TYPE_CHECKING:
    from desktopxfer.desktop.notification_service import NotificationService

_log = logging.getLogger(__name__)

CLOSING_TIMEOUT_S = 1.0  # a service answers in milliseconds, unless it hangs

# A str is the key of what is not to be shown any more.
Wish: TypeAlias = Notification | LauncherProgress | str


class Notifier(QObject):
    """Shows notifications and tells of clicks on them. Lives in the GUI thread; close() may block.

    A daemon thread and no QThread, as one that hangs in a service must not keep the program from
    ending. On systems without such a service everything is refused at once.
    """

    pressed = Signal(object)  # Press
    refused = Signal(object)  # Notification: there is nobody who shows it
    changed = Signal(object)  # frozenset[str]: what the service can do now; empty without one

    _reported = Signal(object)  # Press | Notification | frozenset[str], from the thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.capabilities: frozenset[str] = frozenset()
        self._wishes: queue.SimpleQueue[Wish] = queue.SimpleQueue()
        self._wakeup = Wakeup()
        self._is_closed = False
        self._reported.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        if sys.platform == "linux":
            self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
            self._thread.start()

    def show(self, notification: Notification) -> None:
        """Shows it, in the place of what it had shown with the same key."""
        if self._thread is None:
            self.refused.emit(notification)
        else:
            self._want(notification)

    def withdraw(self, key: str) -> None:
        """What was shown with this key has become untrue."""
        if self._thread is not None:
            self._want(key)

    @Slot(object)
    def show_progress(self, share: float | None) -> None:
        """Where a dock shows it; None takes it away."""
        if self._thread is not None:
            self._want(LauncherProgress(share))

    def _want(self, wish: Wish) -> None:
        self._wishes.put(wish)
        self._wakeup.set()

    @Slot(object)
    def _tell(self, report: Press | Notification | frozenset[str]) -> None:
        match report:
            case Press():
                self.pressed.emit(report)
            case Notification():
                self.refused.emit(report)
            case _ if report != self.capabilities:
                self.capabilities = report
                self.changed.emit(report)

    def close(self) -> None:
        """Takes back what is shown: nobody is there any more to whom a click could go."""
        self._is_closed = True
        self._wakeup.set()
        if self._thread is not None:
            self._thread.join(CLOSING_TIMEOUT_S)
        else:
            self._wakeup.close()

    # In the thread --------------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._is_closed:
            try:
                with contextlib.closing(self._connect()) as service:
                    self._serve(service)
            except Exception as error:  # noqa: BLE001 - a border: whatever is wrong with the desktop
                _log.info("no notifications: %r", error)
                self._report(frozenset())
                self._give_up()
        self._wakeup.close()

    def _connect(self) -> "NotificationService":
        # Of Linux only, as jeepney.
        from desktopxfer.desktop.notification_service import NotificationService  # noqa: PLC0415

        return NotificationService(resource_path("icons/desktopxfer.svg").as_uri())

    def _serve(self, service: "NotificationService") -> None:
        self._report(service.capabilities())
        with selectors.DefaultSelector() as selector:
            selector.register(service, selectors.EVENT_READ)
            selector.register(self._wakeup, selectors.EVENT_READ)
            while not self._is_closed:
                for wish in self._taken():
                    self._grant(service, wish)
                for press in service.presses():
                    self._report(press)
                self._wait(selector)
        service.withdraw_all()

    def _taken(self) -> Iterator[Wish]:
        self._wakeup.clear()
        with contextlib.suppress(queue.Empty):
            while True:
                yield self._wishes.get_nowait()

    def _grant(self, service: "NotificationService", wish: Wish) -> None:
        match wish:
            case str():
                service.withdraw(wish)
            case LauncherProgress():
                service.show_progress(wish)
            case _:
                self._show(service, wish)

    def _show(self, service: "NotificationService", notification: Notification) -> None:
        try:
            self._report(service.show(notification))
        except Exception:
            self._report(notification)
            raise

    def _give_up(self) -> None:
        """Until there is a new wish: then it may be worth another try."""
        for wish in self._taken():
            if isinstance(wish, Notification):
                self._report(wish)
        with selectors.DefaultSelector() as selector:
            selector.register(self._wakeup, selectors.EVENT_READ)
            self._wait(selector)

    def _wait(self, selector: selectors.BaseSelector) -> None:
        """After _taken(), which may have cleared the call with which close() would wake it."""
        if not self._is_closed:
            selector.select()

    def _report(self, report: Press | Notification | frozenset[str]) -> None:
        if not self._is_closed:
            self._reported.emit(report)
