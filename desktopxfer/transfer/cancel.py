"""Owns what other threads may do to a running transfer: cancel it, answer its offer."""

import contextlib
import threading
from collections.abc import Iterator

from desktopxfer.errors import Cancelled
from desktopxfer.network.wakeup import Interrupted, Wakeup
from desktopxfer.offer import Decision


class Control:
    """The remote control of one transfer. Every method may be called from any thread.

    The transfer's own thread owns `wakeup` and closes it at the end; calls after that do nothing.
    """

    def __init__(self) -> None:
        self.wakeup = Wakeup()
        self._lock = threading.RLock()  # a signal handler cancels, whatever its thread is at
        self._cancelled = False
        self._decision: Decision | None = None
        self._confirmed: bool | None = None

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """For the transfer's thread: everything it does. Turns an interruption into Cancelled."""
        with self.wakeup:
            try:
                yield
            except Interrupted:
                raise Cancelled from None

    def cancel(self) -> None:
        """Ends the transfer; its thread raises Cancelled within milliseconds."""
        with self._lock:
            self._cancelled = True
            self.wakeup.set()

    def answer(self, decision: Decision) -> None:
        """Answers an offer. Only the first answer counts."""
        with self._lock:
            if self._decision is None:
                self._decision = decision
                self.wakeup.set()

    def confirm(self, same: bool) -> None:
        """Says whether both screens show the same code. Only the first answer counts."""
        with self._lock:
            if self._confirmed is None:
                self._confirmed = same
                self.wakeup.set()

    def check(self) -> None:
        """For the transfer's thread: raises Cancelled if somebody asked for it."""
        if self._cancelled:
            raise Cancelled

    def decision(self) -> Decision | None:
        """For the transfer's thread: takes note of everything said so far, then as check()."""
        return self._heard()[0]

    def confirmed(self) -> bool | None:
        """Likewise, for the comparison of the codes."""
        return self._heard()[1]

    def _heard(self) -> tuple[Decision | None, bool | None]:
        # In one step with clear(): an answer that was heard must not interrupt anything later.
        with self._lock:
            self.wakeup.clear()
            self.check()
            return self._decision, self._confirmed
