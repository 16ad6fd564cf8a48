"""Owns the way one thread gets another one's attention while that one waits on a socket."""

import contextlib
import signal
import socket
import threading
from typing import Self


class Interrupted(Exception):
    """Raised in the waiting thread after Wakeup.set(), until clear()."""


class Wakeup:
    """A flag that a selector can wait for. set() may be called from any thread, at any time.

    In the main thread a signal ends the wait too: between `with` and its end, the innermost one's.
    """

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        # The flag and the byte change together: whoever is woken finds the flag, and no byte stays
        # behind that would wake for nothing. Reentrant, because signal handlers call set().
        self._lock = threading.RLock()
        self.is_set = False
        self._signals_before: int | None = None  # where their bytes went before

    def set(self) -> None:
        with self._lock:
            self.is_set = True
            with contextlib.suppress(OSError):  # full: already readable; closed: nobody waits
                self._theirs.send(b"\0")

    def clear(self) -> None:
        """For the waiting thread: goes on after an interruption."""
        with self._lock:
            self.is_set = False
            with contextlib.suppress(OSError):
                while self._ours.recv(64):
                    pass

    def check(self) -> None:
        if self.is_set:
            raise Interrupted

    def fileno(self) -> int:
        return self._ours.fileno()

    def close(self) -> None:
        # Not while set() writes: the number of a closed descriptor may be another connection's.
        with self._lock:
            self._ours.close()
            self._theirs.close()

    def __enter__(self) -> Self:
        # A handler runs between two steps of Python. A signal that comes after the last one before
        # a wait would be noticed only when that ends (measured: 1 Ctrl+C of 500 on a busy machine);
        # its byte ends the wait at once.
        is_outermost = self._signals_before is None  # a command and the engine enter the same one
        if is_outermost and threading.current_thread() is threading.main_thread():
            self._signals_before = signal.set_wakeup_fd(
                self._theirs.fileno(), warn_on_full_buffer=False
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._signals_before is not None:
            signal.set_wakeup_fd(self._signals_before)
            self._signals_before = None
        self.close()
