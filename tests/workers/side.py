"""Owns one device with its manager for tests, as a window would use it."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity import certificate
from desktopxfer.offer import Decision
from desktopxfer.settings import Profile, Settings
from desktopxfer.transfer.progress import Stage
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Listening, Pairing, Transfer, Visible

DEADLINE_MS = 30_000


class Side:
    """One device with its manager, and what it has said so far."""

    def __init__(self, root: Path, name: str, **settings: object) -> None:
        profile = Profile(root / name)
        self.downloads = root / f"{name} downloads"
        chosen = Settings(
            device_name=name,
            listen_host="127.0.0.1",
            **{"port": 0, "download_folder": str(self.downloads), **settings},  # type: ignore[arg-type]
        )
        identity = certificate.load_or_create(profile)
        self.device_id = identity.device_id
        self.manager = TransferManager(profile, identity, chosen)
        self.added: list[Transfer] = []
        self.offers: list[Transfer] = []
        self.withdrawn: list[Transfer] = []
        self.removed: list[Transfer] = []
        self.stages: list[Stage] = []
        self.devices: tuple[Device, ...] = ()
        self.listening = Listening(())
        self.manager.transfers.added.connect(self.added.append)
        self.manager.transfers.changed.connect(self._changed)
        self.manager.transfers.removed.connect(self.removed.extend)
        self.manager.offers.received.connect(self.offers.append)
        self.manager.offers.withdrawn.connect(self.withdrawn.append)
        self.manager.devices.changed.connect(self._devices)
        self.manager.presence.listening_changed.connect(self._listening)
        self.pairings: list[Pairing] = []
        self.alarms: list[DesktopxferError] = []
        self.visible: list[Visible] = []
        self.manager.pairings.changed.connect(self.pairings.append)
        self.manager.alarmed.connect(self.alarms.append)
        self.manager.visibility.changed.connect(self.visible.append)

    def _changed(self, transfer: Transfer) -> None:
        if not self.stages or self.stages[-1] is not transfer.stage:
            self.stages.append(transfer.stage)

    def _devices(self, devices: tuple[Device, ...]) -> None:
        self.devices = devices

    def _listening(self, listening: Listening) -> None:
        self.listening = listening

    def codes(self) -> list[Pairing]:
        """The pairings that wait for an answer here."""
        pairings = {pairing.key: pairing for pairing in self.pairings}.values()
        return [each for each in pairings if each.code and not (each.paired or each.error)]

    def accept(self, transfer: Transfer) -> None:
        self.manager.offers.answer(transfer, Decision(self.downloads))

    def sees(self, other: "Side") -> Device | None:
        """By its id: another test run on this computer may have a Bob too."""
        return next(
            (device for device in self.devices if device.device_id == other.device_id), None
        )

    @property
    def address(self) -> Address:
        return self.listening.addresses[0]


def typed(side: Side) -> Device:
    """The other side as a typed address, so that no discovery is needed."""
    return Device("", str(side.address), "", (side.address,), online=False, typed=True)


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=DEADLINE_MS)
