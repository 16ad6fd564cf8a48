"""Owns the moment from which a dialog that appeared by itself may be agreed to."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

# A dialog that opens under a moving pointer must not be accepted by a click meant for another.
ARMING_MS = 500


class Arming(QObject):
    """Counts from when something was shown. The dialog says so: it started and it stopped."""

    changed = Signal()  # `done` is another one now

    def __init__(self, dialog: QObject) -> None:
        super().__init__(dialog)
        self._timer = QTimer(self, singleShot=True, interval=ARMING_MS)
        self._timer.timeout.connect(self._finish)
        self.done = False

    def start(self) -> None:
        """The dialog, or what is agreed to in it, has appeared."""
        self.stop()
        self._timer.start()

    def stop(self) -> None:
        """It is out of sight."""
        self._timer.stop()
        if self.done:
            self.done = False
            self.changed.emit()

    @Slot()
    def _finish(self) -> None:
        self.done = True
        self.changed.emit()
