"""Owns who may ask: what was chosen for good, and the minutes in which everyone may."""

import math
import time

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktopxfer.settings import Settings, Visibility
from desktopxfer.transfer.admission import Admission
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.state import Visible

STEP_MS = 1_000  # how often the time that is left is told


class VisibilityControl(QObject):
    """Tells the admission who may ask. Lives in the GUI thread."""

    changed = Signal(object)  # Visible; every second while its time is limited

    def __init__(
        self, preferences: Preferences, admission: Admission, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._admission = admission
        self._chosen = preferences.current.visibility
        self._open_until: tuple[float, float] | None = None  # by the steady and by the wall clock
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._check)
        preferences.changed.connect(self._follow)

    @property
    def visible(self) -> Visible:
        if self._open_until is None:
            return Visible(self._chosen)
        steady, wall = self._open_until
        # Both clocks: one stands still while the computer sleeps, the other one can be set.
        left = min(steady - time.monotonic(), wall - time.time())
        return Visible(Visibility.EVERYONE, max(1, math.ceil(left)))

    def choose(self, visibility: Visibility) -> None:
        """Says who may ask from now on. Raises ProfileUnusable."""
        self._preferences.apply(replace(self._preferences.current, visibility=visibility))
        self._close_again()
        self._show()

    def open_to_everyone(self, seconds: float) -> None:
        """Lets everyone ask for some time, and then only trusted devices; also after a restart.

        Raises ProfileUnusable.
        """
        self.choose(Visibility.TRUSTED)
        self._open_until = (time.monotonic() + seconds, time.time() + seconds)
        self._timer.start()
        self._show()

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        if settings.visibility is not self._chosen:
            self._chosen = settings.visibility
            self._close_again()
        self._show()

    @Slot()
    def _check(self) -> None:
        if self._open_until is not None:
            steady, wall = self._open_until
            if time.monotonic() >= steady or time.time() >= wall:
                self._close_again()
        self._show()

    def _close_again(self) -> None:
        self._timer.stop()
        self._open_until = None

    def _show(self) -> None:
        visible = self.visible
        self._admission.visibility = visible.to
        self.changed.emit(visible)
