"""Owns a receiving device for tests: the real listener, the real engine, no window."""

import queue
import socket
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

from desktopxfer.device import Address, Device, Peer
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity import certificate
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.network.listener import Listener
from desktopxfer.offer import Decision, Offer
from desktopxfer.settings import Profile, Visibility
from desktopxfer.transfer import receiver, sender
from desktopxfer.transfer.admission import Admission
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import CheckPeer, LocalDevice
from desktopxfer.transfer.journal import Journal
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, Event, Finished, Stage
from desktopxfer.transfer.sender import Retry
from desktopxfer.transfer.shipment import What, new_key
from desktopxfer.transfer.store import Record, Store

DEADLINE_S = 60  # for anything that must happen; far beyond what the slowest machine needs

Outcome = Finished | DesktopxferError | None


class Killed(Exception):
    """Raised in a transfer's thread by a test, as if the process had died there."""


def new_device(name: str) -> LocalDevice:
    return LocalDevice(certificate.create(), name)


def new_journal(store: Store) -> Journal:
    """For a transfer that the store has just begun to remember."""
    key = new_key()
    store.add(Record(key=key, direction=Direction.RECEIVING, stage=Stage.INTERRUPTED))
    return Journal(store, key)


class ReceivingDevice:
    """Listens on loopback; `decide` answers each offer, None leaves it unanswered.

    With the `profile` of an earlier one it is the same device, started again.
    """

    def __init__(
        self,
        into: Path,
        decide: Callable[[Offer], Decision | None] | None = None,
        profile: Profile | None = None,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory()
        profile = profile or Profile(Path(self._folder.name))
        self.local = LocalDevice(certificate.load_or_create(profile), "Bob")
        self.known = KnownDevices(profile)
        self.memory = Memory(profile)
        self.events: list[Event] = []
        self.on_event: Callable[[Event], None] = lambda _event: None  # in the transfer's thread
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self.offers: queue.Queue[tuple[Offer, str, Control]] = queue.Queue()
        self.codes: queue.Queue[tuple[Peer, str, Control]] = queue.Queue()
        self.controls: list[Control] = []  # of every connection, the last one last
        self.admission = Admission(self.known, Visibility.EVERYONE)
        self.key = ""  # in the store, of what is received next; "" makes one
        self._decide = decide or (lambda _offer: Decision(into))
        self._listener = Listener("127.0.0.1", 0)
        self._threads = [threading.Thread(target=self._listener.serve, args=(self._begin,))]
        self._threads[0].start()

    @property
    def device(self) -> Device:
        """As a sender knows it."""
        address = Address("127.0.0.1", self._listener.port)
        return Device(self.local.identity.device_id, "Bob", "", (address,), online=True)

    @property
    def control(self) -> Control:
        """Of the last connection."""
        return self.controls[-1]

    def outcome(self) -> Outcome:
        return self.outcomes.get(timeout=DEADLINE_S)

    def join(self) -> None:
        """Waits for the end of every connection there has been."""
        for thread in self._threads[1:]:
            thread.join(DEADLINE_S)
            assert not thread.is_alive()

    def _note(self, event: Event) -> None:
        self.events.append(event)
        self.on_event(event)

    def _begin(self, sock: socket.socket, address: Address) -> None:
        thread = threading.Thread(target=self._receive, args=(sock, address))
        self._threads.append(thread)
        thread.start()

    def _receive(self, sock: socket.socket, address: Address) -> None:
        control = Control()
        self.controls.append(control)

        def ask(offer: Offer, code: str) -> None:
            self.offers.put((offer, code, control))
            if (decision := self._decide(offer)) is not None:
                control.answer(decision)

        try:
            outcome: Outcome = receiver.receive(
                sock,
                address,
                self.local,
                memory=self.memory,
                admission=self.admission,
                ask=ask,
                ask_code=lambda peer, code: self.codes.put((peer, code, control)),
                on_event=self._note,
                control=control,
                key=self.key,
            )
        except DesktopxferError as error:
            outcome = error
        except Killed:
            outcome = None
        finally:
            self._listener.release(address)
        self.outcomes.put(outcome)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        for thread in self._threads:
            thread.join(DEADLINE_S)
            assert not thread.is_alive()
        self.memory.close()
        self._folder.cleanup()


class SendingDevice:
    """Sends from one profile; with that of an earlier one it is the same device, started again."""

    def __init__(self, profile: Profile | None = None) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.profile = profile or Profile(Path(self._folder.name))
        self.local = LocalDevice(certificate.load_or_create(self.profile), "Alice")
        self.memory = Memory(self.profile)
        self.events: list[Event] = []
        self._controls: list[Control] = []

    @property
    def control(self) -> Control:
        """Of the last transfer."""
        return self._controls[-1]

    @property
    def key(self) -> str:
        """Of the last transfer."""
        return self.memory.store.records()[0].key

    def send(
        self,
        what: What,
        device: Device,
        *,
        on_event: Callable[[Event], None] = lambda _event: None,
        retry: Retry | None = None,
    ) -> Finished:
        return sender.send(what, device, self.local, **self._how(on_event, retry))

    def resume(
        self,
        device: Device,
        *,
        key: str = "",
        on_event: Callable[[Event], None] = lambda _event: None,
        retry: Retry | None = None,
    ) -> Finished:
        """Goes on with a transfer, or with the last one."""
        return sender.resume(key or self.key, device, self.local, **self._how(on_event, retry))

    def _how(self, on_event: Callable[[Event], None], retry: Retry | None) -> dict[str, Any]:
        self._controls.append(Control())
        self.events.clear()

        def note(event: Event) -> None:
            self.events.append(event)
            on_event(event)

        return {
            "memory": self.memory,
            "check_peer": lambda _peer: None,
            "on_event": note,
            "control": self.control,
            "retry": retry,
        }

    def close(self) -> None:
        self.memory.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._folder.cleanup()


def send(
    paths: Sequence[Path],
    device: Device,
    *,
    on_event: Callable[[Event], None] = lambda _event: None,
    control: Control | None = None,
    local: LocalDevice | None = None,
    check_peer: CheckPeer = lambda _peer: None,
) -> Finished:
    """From a profile that is new each time."""
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(Profile(Path(folder)))
        try:
            return sender.send(
                paths,
                device,
                local or new_device("Alice"),
                memory=memory,
                check_peer=check_peer,
                on_event=on_event,
                control=control or Control(),
            )
        finally:
            memory.close()
