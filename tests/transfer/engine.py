"""Owns a receiving device for tests: the real listener, the real engine, no window."""

import queue
import socket
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

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
from desktopxfer.transfer.progress import Event, Finished

DEADLINE_S = 60  # for anything that must happen; far beyond what the slowest machine needs

Outcome = Finished | DesktopxferError | None


def new_device(name: str) -> LocalDevice:
    return LocalDevice(certificate.create(), name)


class ReceivingDevice:
    """Listens on loopback; `decide` answers each offer, None leaves it unanswered."""

    def __init__(
        self, into: Path, decide: Callable[[Offer], Decision | None] | None = None
    ) -> None:
        self.local = new_device("Bob")
        self.events: list[Event] = []
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self.offers: queue.Queue[tuple[Offer, str, Control]] = queue.Queue()
        self.codes: queue.Queue[tuple[Peer, str, Control]] = queue.Queue()
        self._folder = tempfile.TemporaryDirectory()
        self.known = KnownDevices(Profile(Path(self._folder.name)))
        self.admission = Admission(self.known, Visibility.EVERYONE)
        self._decide = decide or (lambda _offer: Decision(into))
        self._listener = Listener("127.0.0.1", 0)
        self._threads = [threading.Thread(target=self._listener.serve, args=(self._begin,))]
        self._threads[0].start()

    @property
    def device(self) -> Device:
        """As a sender knows it."""
        address = Address("127.0.0.1", self._listener.port)
        return Device(self.local.identity.device_id, "Bob", "", (address,), online=True)

    def outcome(self) -> Outcome:
        return self.outcomes.get(timeout=DEADLINE_S)

    def _begin(self, sock: socket.socket, address: Address) -> None:
        thread = threading.Thread(target=self._receive, args=(sock, address))
        self._threads.append(thread)
        thread.start()

    def _receive(self, sock: socket.socket, address: Address) -> None:
        control = Control()

        def ask(offer: Offer, code: str) -> None:
            self.offers.put((offer, code, control))
            if (decision := self._decide(offer)) is not None:
                control.answer(decision)

        try:
            outcome: Outcome = receiver.receive(
                sock,
                address,
                self.local,
                admission=self.admission,
                ask=ask,
                ask_code=lambda peer, code: self.codes.put((peer, code, control)),
                on_event=self.events.append,
                control=control,
            )
        except DesktopxferError as error:
            outcome = error
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
    return sender.send(
        paths,
        device,
        local or new_device("Alice"),
        check_peer=check_peer,
        on_event=on_event,
        control=control or Control(),
    )
