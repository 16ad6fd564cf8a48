"""Owns what runs behind the window, from its start to its end: puts the parts together."""

import dataclasses

from PySide6.QtCore import QDeadlineTimer, QObject, Signal, Slot

from desktopxfer.errors import IdentityChanged
from desktopxfer.identity.certificate import Identity
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    GoesOn,
    Paired,
    ResumeWanted,
    Stage,
)
from desktopxfer.workers.checks import Checks
from desktopxfer.workers.devices import Devices
from desktopxfer.workers.errands import Errands
from desktopxfer.workers.history import History
from desktopxfer.workers.integration import Integration
from desktopxfer.workers.interruptions import Interruptions
from desktopxfer.workers.leftovers import Leftovers
from desktopxfer.workers.offers import Offers
from desktopxfer.workers.pairings import Pairings
from desktopxfer.workers.preferences import Preferences
from desktopxfer.workers.presence import Presence
from desktopxfer.workers.remembered import Remembered
from desktopxfer.workers.running import Running
from desktopxfer.workers.sending import Sending
from desktopxfer.workers.texts import Previews
from desktopxfer.workers.threads import Asked, Ended, Happening, Report
from desktopxfer.workers.transfers import Transfers
from desktopxfer.workers.visibility import VisibilityControl
from desktopxfer.workers.waiting import Waiting

SHUTDOWN_TIMEOUT_MS = 10_000  # a thread answers in milliseconds, unless the disk holds it


class TransferManager(QObject):
    """Its parts are spoken to directly. Lives in the GUI thread; only shutdown() blocks.

    They are `transfers`, `sending`, `offers`, `interruptions`, `remembered`, `history` and
    `leftovers`; `devices`, `pairings` and `checks`; `preferences`, `visibility`, `presence` and
    `integration`. Every signal of them carries one object and is emitted in the GUI thread.
    """

    alarmed = Signal(object)  # DesktopxferError: somebody posed as a trusted device

    def __init__(self, profile: Profile, identity: Identity, settings: Settings) -> None:
        super().__init__()
        known = KnownDevices(profile)
        admission = Admission(known, settings.visibility)
        local = LocalDevice(identity, settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        self._memory = Memory(profile)
        self._running = Running(local, known, self._memory, self)
        self._notes = Errands("notes", self)
        self._removals = Errands("removals", self)  # which may hang in a dead network mount
        self.preferences = Preferences(profile, settings, self)
        self.visibility = VisibilityControl(self.preferences, admission, self)
        self.presence = Presence(local, settings, self)
        self.devices = Devices(known, self._running, self)
        self.pairings = Pairings(known, self.devices, self._running, self)
        self.checks = Checks(known, self.presence, self.preferences, self._running, self)
        self.transfers = Transfers(known, self._memory, self)
        self._waiting = Waiting(self.transfers, known, self)
        self.sending = Sending(
            self.transfers,
            self._memory,
            self._running,
            self.devices,
            self.preferences,
            self._notes,
        )
        self.offers = Offers(
            self.transfers,
            known,
            self._memory,
            self._running,
            self.devices,
            admission,
            self.preferences,
            self._notes,
            self,
        )
        self.interruptions = Interruptions(
            self.transfers,
            self._memory,
            self._running,
            self.devices,
            self.sending,
            self._waiting,
            self._notes,
            self._removals,
            self,
        )
        self.remembered = Remembered(
            self.transfers,
            self._memory,
            self._running,
            self.sending,
            self._waiting,
            self.preferences,
            self._notes,
            self,
        )
        self.history = History(self._memory, self._notes, self)
        self.leftovers = Leftovers(self.transfers, self._memory, self)
        self.integration = Integration(profile.root, self)
        self._previews = Previews(self.transfers)
        self._running.reported.connect(self._take_report)
        self.preferences.changed.connect(self._follow)
        self.presence.accepted.connect(self.offers.connect_to)
        self.presence.found.connect(self.devices.take_found)
        self.presence.found.connect(self._waiting.take_found)
        self.transfers.changed.connect(self.history.follow)

    def start(self) -> None:
        """Starts to listen and to look for devices, and takes up what was not finished."""
        self.devices.show()
        going_on = self.remembered.take_up()
        self.presence.start()
        self._waiting.start()
        for transfer in going_on:
            self.interruptions.resume(transfer)

    @Slot(object)
    def _follow(self, settings: Settings) -> None:
        local = dataclasses.replace(self._running.local, name=settings.device_name)
        local.limits.set(sending=settings.send_limit, receiving=settings.receive_limit)
        self._running.local = local
        self.presence.follow(self._running.local, settings)

    @Slot(object)
    def _take_report(self, report: Report) -> None:
        """What a thread says."""
        key, event = report.key, report.event
        if isinstance(event, Connected | Paired):
            self.devices.show()
        if self.pairings.take_report(report) or self.checks.take_report(report):
            return
        match event:
            case Asked():
                self.offers.take(key, event)
            case GoesOn():
                if (record := self.transfers.record(key)) is not None:
                    self.transfers.reopen(record)
            case ResumeWanted(key=wanted):
                self.interruptions.resume_for_peer(wanted)
            case Ended(error=IdentityChanged() as error):
                self.alarmed.emit(error)
            case _:
                pass
        self._pass_on(key, event)

    def _pass_on(self, key: str, event: Happening) -> None:
        if (transfer := self.transfers.get(key)) is None:
            return
        if isinstance(event, Ended):
            self.interruptions.end(transfer, event.error)
            self.offers.end(transfer)
        else:
            self.transfers.note(transfer, event)

    def shutdown(self) -> bool:
        """Interrupts everything and waits for every thread: nothing is lost, and nothing runs on.

        What waits for the person here to answer is cancelled. False if a thread hangs in the
        system, as in a dead network mount: then the process must be left without destroying this
        object.
        """
        interrupted = {
            transfer.key
            for transfer in self.transfers
            if transfer.direction is Direction.SENDING or transfer.stage is not Stage.WAITING
        }
        self._running.stop_all(interrupting=interrupted)
        self._waiting.close()
        self.preferences.close()
        self._notes.close()
        self._removals.close()
        self.presence.close()
        deadline = QDeadlineTimer(SHUTDOWN_TIMEOUT_MS)
        parts = (self._running, self.preferences, self._notes, self._removals)
        if not all(part.wait(deadline) for part in parts):
            return False
        self._memory.close()
        return True
