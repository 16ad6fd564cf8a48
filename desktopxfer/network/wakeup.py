"""Owns the way one thread gets another one's attention while that one waits on a socket."""

import contextlib
import socket
import threading
from typing import Self


class Interrupted(Exception):
    """Raised in the waiting thread after Wakeup.set(), until clear()."""


class Wakeup:
    """A flag that a selector can wait for. set() may be called from any thread, at any time."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        # The flag and the byte change together: whoever is woken finds the flag, and no byte stays
        # behind that would wake for nothing. Reentrant, because signal handlers call set().
        self._lock = threading.RLock()
        self.is_set = False

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
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
