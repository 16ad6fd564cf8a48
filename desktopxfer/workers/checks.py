"""Owns the connection checks on their way, and where in this program they have to look."""

import secrets

from PySide6.QtCore import QObject, Signal

from desktopxfer.device import Device
from desktopxfer.diagnosis.check import Subject
from desktopxfer.diagnosis.finding import Finding
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.transfer.devices import pinned
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.presence import Presence
from desktopxfer.workers.running import Running
from desktopxfer.workers.state import ConnectionCheck
from desktopxfer.workers.threads import Ended, Report, Written


class Checks(QObject):
    """Lives in the GUI thread."""

    changed = Signal(object)  # ConnectionCheck: something was found, or it has ended

    def __init__(
        self,
        known: KnownDevices,
        presence: Presence,
        preferences: Preferences,
        running: Running,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._presence = presence
        self._preferences = preferences
        self._running = running
        self._checks: dict[str, ConnectionCheck] = {}

    def start(self, device: Device | None = None) -> ConnectionCheck:
        """Begins to look, also at the way to a device. Raises OutOfDescriptors."""
        check = ConnectionCheck(secrets.token_hex(8), device)
        settings = self._preferences.current
        subject = Subject(
            self._running.local,
            settings.listen_host,
            settings.port,
            self._known.check,
            pinned(self._known, device) if device and device.addresses else device,
            port=self._presence.port,
            error=self._presence.error,
        )
        self._running.check(check.key, subject)
        self._checks[check.key] = check
        return check

    def cancel(self, check: ConnectionCheck) -> None:
        """Ends it early; without effect on one that has ended."""
        self._running.cancel(check.key)

    def take_report(self, report: Report) -> bool:
        """Notes what a thread says. Whether it speaks of a check."""
        if (check := self._checks.get(report.key)) is None:
            return False
        match report.event:
            case Finding() as finding:
                check.findings.append(finding)
            case Written(report=words):
                check.report = words
            case Ended(error=error):
                del self._checks[check.key]
                check.ended, check.error = True, error
            case _:
                pass
        self.changed.emit(check)
        return True
