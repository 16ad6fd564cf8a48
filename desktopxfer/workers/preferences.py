"""Owns the settings in force, and the thread that saves them in the order they were chosen."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Signal

from desktopxfer.settings import Profile, Settings


class Preferences(QObject):
    """Lives in the GUI thread; only apply() and wait() block."""

    changed = Signal(object)  # Settings

    def __init__(self, profile: Profile, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._current = settings
        # One thread, so that the last settings saved are the last chosen ones.
        self._writer = ThreadPoolExecutor(1, "settings")
        self._saving: Future[None] | None = None  # the last one

    @property
    def current(self) -> Settings:
        return self._current

    @property
    def patience_s(self) -> float:
        """How long a sender tries again by itself when the connection is lost."""
        return self._current.retry_minutes * 60.0

    def apply(self, settings: Settings) -> None:
        """Saves new settings, then puts them in force.

        Raises ProfileUnusable when they cannot be saved; then the old ones stay.
        """
        self._save(settings).result()
        self._current = settings
        self.changed.emit(settings)

    def remember_folder(self, folder: Path) -> None:
        """Something was saved there: it is among the recent folders from now on."""
        self._current = self._current.with_recent_folder(folder)
        self._save(self._current)

    def _save(self, settings: Settings) -> Future[None]:
        self._saving = self._writer.submit(self._profile.save_settings, settings)
        return self._saving

    def close(self) -> None:
        """Nothing is changed any more."""
        self._writer.shutdown(wait=False)

    def wait(self, deadline: QDeadlineTimer) -> bool:
        """Whether everything is saved before the deadline."""
        if self._saving is None:
            return True
        return bool(wait([self._saving], deadline.remainingTime() / 1000).done)
