"""Owns when Python collects its garbage: only in the thread that may destroy windows."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 250


class Collector(QObject):
    """Collects in the GUI thread, in which it is made, until it is closed.

    By itself Python collects in whichever thread makes an object too many. A closed dialog and its
    slots hold each other, so it would be destroyed there and then: in a thread that moves files Qt
    cannot stop its timers, and a window that is being painted falls over what is missing.
    """

    def __init__(self) -> None:
        super().__init__()
        self._was_enabled = gc.isenabled()
        gc.collect()
        gc.freeze()  # what is there now stays, and need not be looked at again
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        """As much as Python itself would: the older, the more rarely."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in reversed(range(len(counts))):
            if counts[generation] > thresholds[generation] > 0:
                gc.collect(generation)
                return

    def close(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
