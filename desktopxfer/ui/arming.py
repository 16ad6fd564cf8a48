"""Owns the moment from which a dialog that appeared by itself may be agreed to."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

# A dialog that opens under a moving pointer must not be accepted by a click meant for another.
ARMING_MS = 500


class Arming(QObject):
    """Tells when a dialog has been in sight for long enough; hiding it starts all over."""

    changed = Signal()  # `done` is another one now

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._timer = QTimer(self, singleShot=True, interval=ARMING_MS)
        self._timer.timeout.connect(self._finish)
        self.done = False
        dialog.installEventFilter(self)

    def restart(self) -> None:
        """What is agreed to has only now appeared in it."""
        self._disarm()
        if self._dialog.isVisible():
            self._timer.start()

    def eventFilter(self, _dialog: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self._timer.start()
        elif event.type() is QEvent.Type.Hide:
            self._disarm()
        return False

    def _disarm(self) -> None:
        self._timer.stop()
        if self.done:
            self.done = False
            self.changed.emit()

    def _finish(self) -> None:
        self.done = True
        self.changed.emit()
