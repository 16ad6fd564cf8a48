"""Owns the wish that the computer does not fall asleep while something moves; the screen may."""

import contextlib
import ctypes
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

_log = logging.getLogger(__name__)

APPLICATION = "desktopxfer"
CALL_TIMEOUT_S = 5.0  # for a service of the desktop that must be started first
GRACE_S = 1.0  # what is over sooner is not worth a word to the system
PORTAL_SUSPEND = 4  # the portal's flag for "no suspend"; 8 would be the screen
ES_SYSTEM_REQUIRED, ES_CONTINUOUS = (
    0x00000001,
    0x80000000,
)  # of Windows; the screen has one of its own

# Asks the system to stay awake for the reason, until it is left.
Inhibit = Callable[[str], AbstractContextManager[None]]


class Wakefulness:
    """Keeps the computer awake while anybody holds it. Any thread.

    A thread of its own speaks to the system, which may be slow, refuse or hang: who holds waits for
    nothing and learns of no failure. It ends when nobody holds any more; what it holds ends with
    the process in any case.
    """

    def __init__(self, inhibit: Inhibit, grace_s: float = GRACE_S) -> None:
        self._inhibit = inhibit
        self._grace_s = grace_s
        self._changed = threading.Condition()
        self._holders = 0
        self._running = False

    @contextlib.contextmanager
    def held(self, reason: str) -> Iterator[None]:
        """The system shows the reason of whoever came first."""
        self._enter(reason)
        try:
            yield
        finally:
            with self._changed:
                self._holders -= 1
                self._changed.notify_all()

    def _enter(self, reason: str) -> None:
        with self._changed:
            self._holders += 1
            if self._running:
                return
            thread = threading.Thread(target=self._run, args=(reason,), name="awake", daemon=True)
            with contextlib.suppress(RuntimeError):  # the system allows no more threads
                thread.start()
                self._running = True

    def _run(self, reason: str) -> None:
        while self._wanted():
            try:
                with self._inhibit(reason), self._changed:
                    self._changed.wait_for(lambda: not self._holders)
            except Exception as error:  # noqa: BLE001 - a border: whatever is wrong with the system
                _log.info("the computer may fall asleep: %r", error)
                with self._changed:
                    self._changed.wait_for(lambda: not self._holders)

    def _wanted(self) -> bool:
        """Whether somebody holds it for longer than a moment; if not, this thread is over."""
        with self._changed:
            if self._changed.wait_for(lambda: not self._holders, self._grace_s):
                self._running = False
            return self._running


def staying_awake(reason: str) -> AbstractContextManager[None]:
    """While it is entered, this computer does not fall asleep by itself. Waits for nothing.

    For the time in which bytes move, and not while a person is waited for. May be entered by any
    number of threads at once; what can go wrong goes to the log.
    """
    return _process.held(reason)


# Linux ------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _on_linux(reason: str) -> Iterator[None]:
    """Through whichever service agrees; of those that concern the screen as well, none is asked."""
    with ExitStack() as stack:
        refusals = []
        for service in (_login_manager, _power_manager, _portal):
            try:
                stack.enter_context(service(reason))
                break
            except Exception as refusal:  # noqa: BLE001 - as many kinds as there are ways to fail
                refusals.append(refusal)
        else:
            raise ExceptionGroup("no service agreed", refusals)
        yield


@contextlib.contextmanager
def _login_manager(reason: str) -> Iterator[None]:
    """systemd's or elogind's, on every desktop and without one.

    https://systemd.io/INHIBITOR_LOCKS: the lock is a descriptor, and ends when it is closed.
    """
    words = ("sleep", APPLICATION, reason, "block")
    with _bus("SYSTEM", enable_fds=True) as bus:
        (lock,) = _call(
            bus,
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
            ("Inhibit", "ssss", words),
        )
    with lock:
        os.set_inheritable(lock.fileno(), False)  # what we start may outlive us
        yield


@contextlib.contextmanager
def _power_manager(reason: str) -> Iterator[None]:
    """That of Xfce and KDE. Its promise ends with the connection."""
    with _bus("SESSION") as bus:
        _call(
            bus,
            "org.freedesktop.PowerManagement",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
            ("Inhibit", "ss", (APPLICATION, reason)),
        )
        yield


@contextlib.contextmanager
def _portal(reason: str) -> Iterator[None]:
    """The desktop seen from a sandbox. Its promise ends with the connection."""
    with _bus("SESSION") as bus:
        _call(
            bus,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Inhibit",
            ("Inhibit", "sua{sv}", ("", PORTAL_SUSPEND, {"reason": ("s", reason)})),
        )
        yield


def _bus(which: str, *, enable_fds: bool = False) -> Any:
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - nobody else needs it

    return open_dbus_connection(which, enable_fds=enable_fds, auth_timeout=CALL_TIMEOUT_S)


def _call(bus: Any, name: str, path: str, interface: str, call: tuple[str, str, Any]) -> Any:
    """The reply's values. Raises what jeepney raises, also for an error in the reply."""
    from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - as above
    from jeepney.wrappers import unwrap_msg  # noqa: PLC0415 - as above

    message = new_method_call(DBusAddress(path, name, interface), *call)
    return unwrap_msg(bus.send_and_get_reply(message, timeout=CALL_TIMEOUT_S))


# The others -------------------------------------------------------------------------------------


@contextlib.contextmanager
def _on_macos(_reason: str) -> Iterator[None]:
    """`-i` is the computer and not the screen; `-w` ends it with us, whatever happens to us."""
    with subprocess.Popen(["caffeinate", "-i", "-w", str(os.getpid())]) as caffeinate:
        try:
            yield
        finally:
            caffeinate.terminate()


@contextlib.contextmanager
def _on_windows(_reason: str) -> Iterator[None]:
    """The state is the thread's, and ends with it."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined] # only Windows has it
    kernel.SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED)
    try:
        yield
    finally:
        kernel.SetThreadExecutionState(ES_CONTINUOUS)


_SYSTEMS: dict[str, Inhibit] = {"win32": _on_windows, "darwin": _on_macos}
_process = Wakefulness(_SYSTEMS.get(sys.platform, _on_linux))
