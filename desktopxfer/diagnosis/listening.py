"""Owns the look at our own port: is desktopxfer open there? While it is not, this answers."""

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from desktopxfer.device import Address
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.errors import CannotListen, DesktopxferError, NotReceiving, OutOfDescriptors
from desktopxfer.network.channel import Channel
from desktopxfer.network.listener import NEXT_PORTS, Listener
from desktopxfer.protocol.session import Role
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.conversation import Conversation, LocalDevice

LOOPBACK = "127.0.0.1"
OWN_TIMEOUT_S = 0.3  # this very computer answers at once, or a firewall keeps even that out


@dataclass(frozen=True, slots=True)
class Door:
    """Where others would connect to this device, and what is to be said of that."""

    port: int  # 0: nowhere
    findings: tuple[Finding, ...]


@contextlib.contextmanager
def answering(local: LocalDevice, host: str, wanted: int, control: Control) -> Iterator[Door]:
    """Finds the running desktopxfer of this profile; if there is none, answers in its place.

    Raises Interrupted.
    """
    for port in _candidates(wanted):
        if _is_this_device(host or LOOPBACK, port, local, control):
            yield opened(host, wanted, port)
            return
    try:
        listener = Listener(host, wanted, or_next=True)
    except (DesktopxferError, OSError) as error:
        yield Door(0, (_failed(host, error),))
        return
    with _Stand(listener, local):
        facts = {"port": str(listener.port)}
        door = opened(host, wanted, listener.port)
        said = [each for each in door.findings if each.kind is not Kind.LISTENING]
        yield Door(door.port, (Finding(Kind.NOT_OPEN, facts), *said))


def opened(host: str, wanted: int, port: int) -> Door:
    """What is to be said where desktopxfer listens at `port`."""
    if stays_here(host):
        at = str(Address(host, port))
        return Door(port, (Finding(Kind.LISTENING_TO_ITSELF, {"host": at}),))
    if wanted not in {0, port}:
        facts = {"wanted": str(wanted), "port": str(port)}
        return Door(port, (Finding(Kind.LISTENING_ELSEWHERE, facts),))
    return Door(port, (Finding(Kind.LISTENING, {"port": str(port)}),))


def _candidates(wanted: int) -> range:
    return range(wanted, min(wanted + 1 + NEXT_PORTS, 65536)) if wanted else range(0)


def _failed(host: str, error: Exception) -> Finding:
    if not isinstance(error, DesktopxferError):
        reason = getattr(error, "strerror", "") or str(error)
        error = OutOfDescriptors(detail=reason) if not host else CannotListen(host, reason)
    return Finding(Kind.NOT_LISTENING, error=error)


def stays_here(host: str) -> bool:
    """Whether who listens there wants everything to stay on this computer."""
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


def _is_this_device(host: str, port: int, local: LocalDevice, control: Control) -> bool:
    """Whether our own certificate is shown there."""
    try:
        sock = socket.create_connection((host, port), OWN_TIMEOUT_S)
    except (OSError, UnicodeError):
        return False
    try:
        channel = Channel(sock, local.context, server=False, wakeup=control.wakeup, name=host)
        try:
            channel.handshake()
            return channel.peer_id == local.identity.device_id
        finally:
            channel.close()
    except DesktopxferError:
        return False


class _Stand:
    """Shows who is here to whoever connects, and takes nothing."""

    def __init__(self, listener: Listener, local: LocalDevice) -> None:
        self._listener = listener
        self._local = local
        self._threads = [threading.Thread(target=listener.serve, args=(self._begin,), name="check")]
        self._controls: list[Control] = []

    def _begin(self, sock: socket.socket, address: Address) -> None:
        control = Control()
        thread = threading.Thread(target=self._greet, args=(sock, address, control), name="greet")
        try:
            thread.start()
        except RuntimeError:
            control.wakeup.close()
            raise
        self._controls.append(control)
        self._threads.append(thread)

    def _greet(self, sock: socket.socket, address: Address, control: Control) -> None:
        try:
            with contextlib.suppress(DesktopxferError), control.running():
                channel = Channel(
                    sock, self._local.context, server=True, wakeup=control.wakeup, name=str(address)
                )
                conversation = Conversation(channel, Role.RECEIVER)
                with conversation.to_its_end(control):
                    conversation.greet(self._local, address)
                    raise NotReceiving
        finally:
            self._listener.release(address)

    def __enter__(self) -> None:
        self._threads[0].start()

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self._threads[0].join()
        for control in self._controls:
            control.cancel()
        for thread in self._threads[1:]:
            thread.join()
