"""Owns what other threads may do to a running transfer: cancel it, answer its offer."""

from desktopxfer.errors import Cancelled
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.offer import Decision


class Control:
    """The remote control of one transfer. Every method may be called from any thread.

    The transfer's own thread owns `wakeup` and closes it at the end; calls after that do nothing.
    """

    def __init__(self) -> None:
        self.wakeup = Wakeup()
        self._cancelled = False
        self._decision: Decision | None = None

    def cancel(self) -> None:
        """Ends the transfer; its thread raises Cancelled within milliseconds."""
        self._cancelled = True
        self.wakeup.set()

    def answer(self, decision: Decision) -> None:
        """Answers an offer. Only the first answer counts."""
        if self._decision is None:
            self._decision = decision
            self.wakeup.set()

    def check(self) -> None:
        """For the transfer's thread: raises Cancelled if somebody asked for it."""
        if self._cancelled:
            raise Cancelled

    @property
    def decision(self) -> Decision | None:
        return self._decision
