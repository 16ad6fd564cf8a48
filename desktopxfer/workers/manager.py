"""Owns every thread behind the window and keeps the list of transfers and devices for it."""

import dataclasses
import math
import secrets
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal, Slot

from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.errors import (
    Cancelled,
    DesktopxferError,
    IdentityChanged,
    PortReplaced,
)
from desktopxfer.identity.certificate import Identity
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.announcement import Found
from desktopxfer.network.discovery import Discovery
from desktopxfer.network.interfaces import reachable_at
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Decision
from desktopxfer.settings import Profile, Settings, Visibility
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.devices import devices_around
from desktopxfer.transfer.progress import (
    Connected,
    Direction,
    Paired,
    Stage,
)
from desktopxfer.workers.state import Listening, Pairing, Transfer, Visible
from desktopxfer.workers.threads import (
    Accepted,
    Asked,
    CodeAsked,
    ConnectingThread,
    Ended,
    Happening,
    ListenThread,
    PairThread,
    ProbeThread,
    ReceiveThread,
    Report,
    SendThread,
    TransferThread,
)

_Connecting = TypeVar("_Connecting", bound=ConnectingThread)

OPENING_STEP_MS = 1_000  # how often the time that is left is told
SHUTDOWN_TIMEOUT_MS = 10_000  # a thread answers in milliseconds, unless the disk holds it


class TransferManager(QObject):
    """Starts, cancels and watches transfers. Lives in the GUI thread; only shutdown() blocks.

    Every signal carries one object and is emitted in the GUI thread.
    """

    transfer_added = Signal(object)  # Transfer
    transfer_changed = Signal(object)  # Transfer
    offer_received = Signal(object)  # Transfer: RECEIVING, WAITING, its offer is there
    offer_withdrawn = Signal(object)  # Transfer: the sender cancelled or vanished while we waited
    devices_changed = Signal(object)  # tuple[Device, ...], sorted for display
    listening_changed = Signal(object)  # Listening
    visibility_changed = Signal(object)  # Visible; every second while its time is limited
    pairing_changed = Signal(object)  # Pairing: there is a code to compare, or it has ended
    alarmed = Signal(object)  # DesktopxferError: somebody posed as a trusted device

    _heard = Signal(object)  # tuple[Found, ...], from the discovery's thread

    def __init__(self, profile: Profile, identity: Identity, settings: Settings) -> None:
        super().__init__()
        self._profile = profile
        self._settings = settings
        self._local = LocalDevice(identity, settings.device_name)
        self._known = KnownDevices(profile)
        self._admission = Admission(self._known, settings.visibility)
        self._pairings: dict[str, Pairing] = {}
        self._found: tuple[Found, ...] = ()
        self._left: dict[str, float] = {}  # device id -> seconds since 1970 when it fell silent
        self._open_until: tuple[float, float] | None = None  # by the steady and by the wall clock
        self._opening = QTimer(self, interval=OPENING_STEP_MS)
        self._opening.timeout.connect(self._check_opening)
        self._transfers: dict[str, Transfer] = {}
        self._threads: dict[str, TransferThread] = {}
        # One thread, so that the last settings saved are the last chosen ones.
        self._writer = ThreadPoolExecutor(1, "settings")
        self._saving: Future[None] | None = None  # the last one
        self._listen_thread: ListenThread | None = None
        self._listening: Listening | None = None
        self._discovery: Discovery | None = None
        self._heard.connect(self._take_found)

    @property
    def settings(self) -> Settings:
        return self._settings

    # Being found --------------------------------------------------------------------------------

    def start(self) -> None:
        """Starts to listen and to look for devices."""
        self._listen()
        self._discover()

    def _listen(self) -> None:
        settings = self._settings
        try:
            listener = Listener(settings.listen_host, settings.port, or_next=True)
        except DesktopxferError as error:
            self._show_listening(Listening((), error))
            return
        self._listen_thread = ListenThread(listener, self)
        self._listen_thread.accepted.connect(self._receive)
        self._listen_thread.start()
        self._show_listening(self._reachable(listener))

    def _reachable(self, listener: Listener) -> Listening:
        own = reachable_at(listener.host)
        wanted = self._settings.port
        replaced = wanted not in {0, listener.port}
        return Listening(
            tuple(Address(address.host, listener.port) for address in own),
            note=PortReplaced(str(wanted), str(listener.port)) if replaced else None,
        )

    def _show_listening(self, listening: Listening) -> None:
        if listening != self._listening:
            self._listening = listening
            self.listening_changed.emit(listening)

    def _stop_listening(self) -> None:
        thread, self._listen_thread = self._listen_thread, None
        if thread is not None:
            thread.listener.close()
            thread.wait()
            thread.deleteLater()

    def _discover(self) -> None:
        self._discovery = Discovery(
            self._local.identity.device_id,
            self._settings.listen_host,
            on_change=self._heard.emit,
        )
        self._announce()
        self._discovery.start()
        self._show_devices()

    def _announce(self) -> None:
        if self._discovery is None:
            return
        if self._listen_thread is None or self._settings.visibility is Visibility.NOBODY:
            self._discovery.hide()
        else:
            port = self._listen_thread.listener.port
            self._discovery.announce(self._local.name, self._local.platform, port)

    def apply(self, settings: Settings) -> None:
        """Takes new settings and saves them; listens and announces anew where that changed.

        Raises ProfileUnusable when they cannot be saved; then the old ones stay in force.
        """
        before = self._settings
        self._save(settings).result()
        self._settings = settings
        if settings.device_name != before.device_name:
            self._local = LocalDevice(self._local.identity, settings.device_name)
        if (settings.port, settings.listen_host) != (before.port, before.listen_host):
            self._stop_listening()
            self._listen()
        if settings.visibility is not before.visibility:
            self._stop_opening()
        self._show_visible()
        self._announce()

    def _save(self, settings: Settings) -> Future[None]:
        self._saving = self._writer.submit(self._profile.save_settings, settings)
        return self._saving

    # Who may ask --------------------------------------------------------------------------------

    @property
    def visible(self) -> Visible:
        if self._open_until is None:
            return Visible(self._settings.visibility)
        steady, wall = self._open_until
        # Both clocks: one stands still while the computer sleeps, the other one can be set.
        left = min(steady - time.monotonic(), wall - time.time())
        return Visible(Visibility.EVERYONE, max(1, math.ceil(left)))

    def set_visibility(self, visibility: Visibility) -> None:
        """Says who may ask from now on. Raises ProfileUnusable."""
        self.apply(replace(self._settings, visibility=visibility))
        self._stop_opening()
        self._show_visible()

    def open_to_everyone(self, seconds: float) -> None:
        """Lets everyone ask for some time, and then only trusted devices; also after a restart.

        Raises ProfileUnusable.
        """
        self.apply(replace(self._settings, visibility=Visibility.TRUSTED))
        self._open_until = (time.monotonic() + seconds, time.time() + seconds)
        self._opening.start()
        self._show_visible()

    @Slot()
    def _check_opening(self) -> None:
        if self._open_until is not None:
            steady, wall = self._open_until
            if time.monotonic() >= steady or time.time() >= wall:
                self._stop_opening()
        self._show_visible()

    def _stop_opening(self) -> None:
        self._opening.stop()
        self._open_until = None

    def _show_visible(self) -> None:
        visible = self.visible
        self._admission.visibility = visible.to
        self.visibility_changed.emit(visible)

    # Devices ------------------------------------------------------------------------------------

    @Slot(object)
    def _take_found(self, found: tuple[Found, ...]) -> None:
        heard = {device.device_id for device in found}
        for device in self._found:
            if device.device_id not in heard and self._known.get(device.device_id).name:
                self._left[device.device_id] = time.time()
        self._found = found
        self._show_devices()
        if self._listen_thread is not None:  # what changed may be an interface of ours
            self._show_listening(self._reachable(self._listen_thread.listener))

    def _show_devices(self) -> None:
        around = devices_around(self._found, self._known, self._local.identity.device_id)
        self.devices_changed.emit(tuple(map(self._with_last_seen, around)))

    def _with_last_seen(self, device: Device) -> Device:
        left = self._left.get(device.device_id, 0.0)
        return dataclasses.replace(device, last_seen=max(device.last_seen, left))

    def add_address(self, address: Address) -> None:
        """Remembers a typed address and asks it who it is."""
        self._known.typed(address)
        self._show_devices()
        device = Device("", str(address), "", (address,), online=False, typed=True)
        self._connect(ProbeThread, device)

    def remove_device(self, device: Device) -> None:
        """Forgets a device that was met or typed, and its trust; it stays listed while heard."""
        self._known.forget(device)
        self._show_devices()

    def rename_device(self, device: Device, nickname: str) -> None:
        """Gives a device a name of our own; an empty one takes it back."""
        self._remember(device, nickname=nickname.strip())

    def block_device(self, device: Device, blocked: bool) -> None:
        """A blocked device may not ask for anything. Unblocked it is as new."""
        if blocked:
            self._block(device)
        else:
            self._remember(device, trust=Trust.NEW)

    def _block(self, device: Device | Peer) -> None:
        for transfer in self._transfers.values():
            waits = transfer.direction is Direction.RECEIVING and transfer.stage is Stage.WAITING
            if waits and transfer.device_id == device.device_id:
                self.answer(transfer, Decision(None))
        for pairing in self._pairings.values():
            if pairing.device_id == device.device_id:
                self.cancel_pairing(pairing)
        self._known.block(device)
        self._show_devices()

    def accept_from(self, device: Device, into: Path | None) -> None:
        """Saves what a trusted device sends without asking; None asks again."""
        self._remember(device, accept_into=str(into) if into else "")

    def _remember(self, device: Device | Peer, **decided: Any) -> None:
        self._known.remember(device, **decided)
        self._show_devices()

    # Pairing ------------------------------------------------------------------------------------

    def pair(self, device: Device) -> Pairing:
        """Starts to pair; pairing_changed brings the code to compare."""
        thread = self._connect(PairThread, device)
        pairing = Pairing(thread.key, device.name, device.device_id)
        self._pairings[thread.key] = pairing
        return pairing

    def confirm(self, pairing: Pairing, same: bool) -> None:
        """Says whether both screens show the same code."""
        if (thread := self._threads.get(pairing.key)) is not None:
            pairing.confirmed = same
            thread.control.confirm(same)

    def cancel_pairing(self, pairing: Pairing) -> None:
        """Leaves without an answer."""
        if (thread := self._threads.get(pairing.key)) is not None:
            thread.control.cancel()

    def trust_sender(self, transfer: Transfer) -> None:
        """Trusts the other device of a transfer, after its code was compared."""
        if transfer.offer is not None:
            self._known.trust(transfer.offer.peer)
            self._show_devices()
            transfer.trust = Trust.TRUSTED
            self.transfer_changed.emit(transfer)

    def block_sender(self, transfer: Transfer) -> None:
        """Declines, and hears no more from the other device of a transfer."""
        if transfer.offer is not None:
            self._block(transfer.offer.peer)

    def block_pairing(self, pairing: Pairing) -> None:
        """Leaves, and hears no more from the other device of a pairing."""
        if pairing.peer is not None:
            self._block(pairing.peer)

    def _compare(self, key: str, asked: CodeAsked) -> None:
        peer = asked.peer
        pairing = self._pairings.setdefault(key, Pairing(key, "", started_here=False))
        pairing.name = self._known.get(peer.device_id).nickname or peer.name
        pairing.device_id, pairing.peer, pairing.code = peer.device_id, peer, asked.code
        if (other := self._other_pairing(pairing)) is not None:
            # Both people have pressed "Pair" and would compare two codes. Both sides keep the same
            # one: what the device with the smaller id has started.
            started_here = self._local.identity.device_id < peer.device_id
            loser = other if pairing.started_here is started_here else pairing
            self._give_way(loser)
            if loser is pairing:
                return
        self.pairing_changed.emit(pairing)

    def _other_pairing(self, pairing: Pairing) -> Pairing | None:
        return next(
            (
                other
                for other in self._pairings.values()
                if other.device_id == pairing.device_id and other.code and other is not pairing
            ),
            None,
        )

    def _give_way(self, pairing: Pairing) -> None:
        del self._pairings[pairing.key]
        self._threads[pairing.key].control.cancel()
        pairing.error = Cancelled()
        self.pairing_changed.emit(pairing)

    # Transfers ----------------------------------------------------------------------------------

    def send(self, paths: Sequence[Path], device: Device) -> Transfer:
        """Starts to send; the row is there at once."""
        more = f" +{len(paths) - 1}" if len(paths) > 1 else ""
        transfer = Transfer(
            secrets.token_hex(8),
            Direction.SENDING,
            device.name,
            device.device_id,
            title=(paths[0].name or str(paths[0])) + more,
            trust=device.trust,
        )
        self._add(transfer)
        thread = self._make(SendThread, transfer.key, device)
        thread.paths = paths
        self._run(thread)
        return transfer

    @Slot(object)
    def _receive(self, accepted: Accepted) -> None:
        key = secrets.token_hex(8)
        try:
            thread = ReceiveThread(key, self._local, self._known, accepted, self._admission, self)
        except OSError:  # no descriptors left: only this connection is lost
            accepted.listener.release(accepted.address)
            accepted.sock.close()
        else:
            self._run(thread)

    def answer(self, transfer: Transfer, decision: Decision) -> None:
        """Answers an offer. Without effect once it was answered or withdrawn."""
        thread = self._threads.get(transfer.key)
        if thread is None or transfer.decision is not None:
            return
        transfer.decision = decision
        thread.control.answer(decision)
        if decision.into is not None:
            self._settings = self._settings.with_recent_folder(decision.into)
            self._save(self._settings)
        self.transfer_changed.emit(transfer)

    def cancel(self, transfer: Transfer) -> None:
        """Ends a transfer in any stage; the row changes when the thread has cleaned up."""
        if (thread := self._threads.get(transfer.key)) is not None:
            thread.control.cancel()

    def _add(self, transfer: Transfer) -> None:
        self._transfers[transfer.key] = transfer
        self.transfer_added.emit(transfer)

    def _connect(self, kind: type[_Connecting], device: Device) -> _Connecting:
        thread = self._make(kind, secrets.token_hex(8), device)
        self._run(thread)
        return thread

    def _make(self, kind: type[_Connecting], key: str, device: Device) -> _Connecting:
        return kind(key, self._local, self._known, device, self)

    def _run(self, thread: TransferThread) -> None:
        self._threads[thread.key] = thread
        thread.reported.connect(self._take_report)
        thread.start()

    # What the threads say -----------------------------------------------------------------------

    @Slot(object)
    def _take_report(self, report: Report) -> None:
        key, event = report.key, report.event
        match event:
            case Connected():
                self._show_devices()
            case Asked():
                self._offered(key, event)
            case CodeAsked():
                self._compare(key, event)
            case Paired():
                if (pairing := self._pairings.get(key)) is not None:  # else it gave way too late
                    pairing.paired = True
                self._show_devices()
            case _:
                pass
        if (transfer := self._transfers.get(key)) is not None:
            self._change(transfer, event)
        if isinstance(event, Ended):
            self._ended(key, event)

    def _change(self, transfer: Transfer, event: Happening) -> None:
        if isinstance(event, Ended):
            transfer.end(event.error)
            if transfer.direction is Direction.RECEIVING and transfer.decision is None:
                self.offer_withdrawn.emit(transfer)
        else:
            transfer.note(event)
            if isinstance(event, Connected):
                known = self._known.get(event.peer.device_id)
                transfer.trust = known.trust
                transfer.peer_name = known.nickname or event.peer.name
        self.transfer_changed.emit(transfer)

    def _ended(self, key: str, event: Ended) -> None:
        if (pairing := self._pairings.pop(key, None)) is not None:
            pairing.error = event.error
            self.pairing_changed.emit(pairing)
        elif isinstance(event.error, IdentityChanged):
            self.alarmed.emit(event.error)
        thread = self._threads.pop(key)
        thread.wait()  # it has said its last word
        thread.deleteLater()

    def _offered(self, key: str, asked: Asked) -> None:
        offer = asked.offer
        known = self._known.get(offer.peer.device_id)
        transfer = Transfer(
            key,
            Direction.RECEIVING,
            known.nickname or offer.peer.name,
            offer.peer.device_id,
            title=offer.title,
            trust=known.trust,
            stage=Stage.WAITING,
            offer=offer,
            code=asked.code,
        )
        self._add(transfer)
        if known.trust is Trust.TRUSTED and known.accept_into:
            self.answer(transfer, Decision(Path(known.accept_into)))
        else:
            self.offer_received.emit(transfer)

    # The end ------------------------------------------------------------------------------------

    def shutdown(self) -> bool:
        """Cancels everything and waits for every thread, so that nothing unfinished stays behind.

        False if a thread hangs in the system, as in a dead network mount: then the process must be
        left without destroying this object.
        """
        self._stop_listening()
        self._writer.shutdown(wait=False)
        for thread in self._threads.values():
            thread.control.cancel()
        if self._discovery is not None:
            self._discovery.close()
            self._discovery = None
        deadline = QDeadlineTimer(SHUTDOWN_TIMEOUT_MS)
        ended = [thread.wait(deadline) for thread in self._threads.values()]
        if self._saving is not None:
            ended.append(bool(wait([self._saving], deadline.remainingTime() / 1000).done))
        return all(ended)
