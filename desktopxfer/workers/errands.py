"""Owns what the window has done on the disk beside its own thread: notes, removals, in order."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, Signal, Slot

from desktopxfer.errors import DesktopxferError

_log = logging.getLogger(__name__)

# Called in the GUI thread with what went wrong, if anything did.
Then = Callable[[DesktopxferError | None], None]


class Errands(QObject):
    """Runs one after another in one thread. Lives in the GUI thread; only wait() blocks."""

    _done = Signal(object)  # tuple[Then, DesktopxferError | None], from the thread

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = ThreadPoolExecutor(1, name)
        self._last: Future[None] | None = None
        self._is_closed = False
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], object], then: Then) -> None:
        """Does `job` when its turn comes, then tells. After close() nothing is done."""
        if not self._is_closed:
            self._last = self._runner.submit(self._do, job, then)

    def _do(self, job: Callable[[], object], then: Then) -> None:
        error: DesktopxferError | None = None
        try:
            job()
        except DesktopxferError as expected:
            error = expected
        except Exception as defect:  # noqa: BLE001
            # A border: whoever waits for the end of it must be told.
            _log.exception("errand")
            error = DesktopxferError(detail=repr(defect))
        self._done.emit((then, error))

    @Slot(object)
    def _tell(self, done: tuple[Then, DesktopxferError | None]) -> None:
        then, error = done
        then(error)

    def close(self) -> None:
        """Does what was asked for, and nothing more."""
        self._is_closed = True
        self._runner.shutdown(wait=False)

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Whether all of it is done before the deadline."""
        if self._last is None:
            return True
        return bool(wait([self._last], deadline.remainingTime() / 1000).done)
