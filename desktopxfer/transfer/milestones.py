"""Owns how far a transfer has come, as the store shows it after a crash and while it is stopped."""

import contextlib
import time

from desktopxfer.errors import ProfileUnusable
from desktopxfer.transfer.store import Store

INTERVAL_S = 2.0  # how stale it may be after a crash


class Milestones:
    """Belongs to the transfer's thread. Only shown: what counts is on the receiver's disk."""

    def __init__(self, store: Store, key: str) -> None:
        self._store = store
        self._key = key
        self._next = 0.0

    def begin(self) -> None:
        """Bytes move from now on; what ends soon needs no note."""
        self._next = time.monotonic() + INTERVAL_S

    def note(self, done_bytes: int) -> None:
        """May be called often. Raises ProfileUnusable."""
        if (now := time.monotonic()) >= self._next:
            self._next = now + INTERVAL_S
            self._store.change(self._key, done_bytes=done_bytes)

    def stop(self, done_bytes: int) -> None:
        with contextlib.suppress(ProfileUnusable):
            self._store.change(self._key, done_bytes=done_bytes)
