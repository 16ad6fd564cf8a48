"""Owns what other threads may do to a running transfer: stop it, answer its offer."""

import contextlib
import selectors
import threading
from collections.abc import Iterator

from desktopxfer.errors import Cancelled, DesktopxferError, Paused, Stopped
from desktopxfer.network.wakeup import Interrupted, Wakeup
from desktopxfer.offer import Decision


class Control:
    """The remote control of one transfer. Every method may be called from any thread.

    The transfer's own thread owns `wakeup` and closes it at the end; calls after that do nothing.
    """

    def __init__(self) -> None:
        self.wakeup = Wakeup()
        self._lock = threading.RLock()  # a signal handler cancels, whatever its thread is at
        self._reason: DesktopxferError | None = None
        self._reason_is_known = False
        self._decision: Decision | None = None
        self._confirmed: bool | None = None

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """For the transfer's thread: everything it does. Raises why it was interrupted."""
        with self.wakeup:
            try:
                yield
            except Interrupted:
                raise self.reason from None

    @property
    def reason(self) -> DesktopxferError:
        """Why it was stopped: Cancelled, Paused or Stopped.

        For the transfer's thread: from the first time on it stays so. What becomes of the part
        files, of the record and of the other side hangs on the same reason.
        """
        with self._lock:
            self._reason_is_known = self._reason is not None
            return self._reason or Cancelled()

    def cancel(self) -> None:
        """Ends the transfer for good; its thread raises Cancelled within milliseconds."""
        self._stop(Cancelled())

    def pause(self) -> None:
        """Interrupts the transfer until somebody resumes it; its thread raises Paused."""
        self._stop(Paused())

    def stop(self) -> None:
        """Interrupts the transfer as a lost connection would; its thread raises Stopped."""
        self._stop(Stopped())

    def _stop(self, reason: DesktopxferError) -> None:
        with self._lock:
            # Nothing takes a cancel back.
            if not self._reason_is_known and not isinstance(self._reason, Cancelled):
                self._reason = reason
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
        """For the transfer's thread: raises why it was stopped, if it was."""
        if self._reason is not None:
            raise self.reason

    def wait(self, seconds: float) -> None:
        """For the transfer's thread: waits, unless it is stopped. Raises Interrupted then."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.wakeup, selectors.EVENT_READ)
            self.wakeup.check()
            selector.select(seconds)
            self.wakeup.check()

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
