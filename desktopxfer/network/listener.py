"""Owns the listening socket: accepts connections, caps them, hands them on."""

import contextlib
import errno
import ipaddress
import selectors
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import cast

from desktopxfer.device import Address
from desktopxfer.errors import CannotListen, OutOfDescriptors, PortTaken
from desktopxfer.network import channel
from desktopxfer.network.doorstep import Doorstep, refuse
from desktopxfer.network.wakeup import Wakeup

NEXT_PORTS = 10  # tried after the wanted one, so that a firewall rule for a small range is enough
# Where it is full the system drops who knocks, honest ones too, who then knock again after 1, 3 and
# 7 seconds. A thousand knocks at once took 13 s with room for 64, and 1 s with this.
BACKLOG = 1024

MAX_CONNECTIONS = 64  # each may hold a thread and, before acceptance, a list of entries
MAX_PER_ADDRESS = 16  # one computer cannot take all places; enough for a queue of transfers
ACCEPTS_AT_ONCE = 64  # before those who wait are looked at again
# A handshake costs processor time that a transfer in the same process lacks: 150 of them a second,
# as a flood brings them, took a quarter of its speed. Nobody notices this wait but a flood.
BEGIN_EVERY_S = 0.05
BEGIN_AT_ONCE = 16
# Each look at those who wait takes the interpreter from a running transfer, so a crowd is looked at
# all together and less often.
CROWD = 8
REST_S = 0.01
PAUSE_WHEN_EXHAUSTED_S = 0.2  # no file descriptors left: the backlog waits, listening goes on

OnConnection = Callable[[socket.socket, Address], None]


class Listener:
    """Listens at `host` (""= every interface, IPv4 and IPv6) and `port` (0 = any free one).

    `host` is an IP address: a name would have to be looked up, and the window never waits.
    With `or_next`, a taken port is replaced by the next free one, and then by any.
    Raises CannotListen, PortTaken or OutOfDescriptors.
    """

    def __init__(self, host: str, port: int, *, or_next: bool = False) -> None:
        self.host = host
        candidates = [port]
        if or_next and port:
            candidates += [*range(port + 1, min(port + 1 + NEXT_PORTS, 65536)), 0]
        self._socket = self._first_free(candidates)
        self._socket.setblocking(False)
        try:
            self._wakeup = Wakeup()
        except OSError as error:
            self._socket.close()
            raise OutOfDescriptors(detail=error.strerror or str(error)) from error
        self._lock = threading.Lock()
        self._open: Counter[str] = Counter()  # connections in work, by address
        self._pace = _Pace()
        self.address = Address(*self._socket.getsockname()[:2])  # `::` or 0.0.0.0 is everywhere
        self.port = self.address.port

    def _first_free(self, candidates: list[int]) -> socket.socket:
        wanted = candidates[0]
        for candidate in candidates:
            try:
                return _listen(self.host, candidate)
            except OSError as error:
                if candidate != candidates[-1] and error.errno in {errno.EADDRINUSE, errno.EACCES}:
                    continue
                if error.errno == errno.EADDRINUSE:
                    raise PortTaken(str(wanted)) from error
                where = str(Address(self.host or "*", wanted))
                raise CannotListen(where, error.strerror or str(error)) from error
        raise PortTaken(str(wanted))

    def serve(self, on_connection: OnConnection) -> None:
        """Accepts until close() is called from another thread.

        `on_connection` gets a connected socket where a handshake has begun, must return at once
        (start a thread), and must call release(address) when the connection is over. When it raises
        OSError or RuntimeError, for want of descriptors or threads, only this connection is lost.
        """
        with selectors.DefaultSelector() as selector, self._socket, self._wakeup:
            selector.register(self._wakeup, selectors.EVENT_READ)
            selector.register(self._socket, selectors.EVENT_READ)
            with contextlib.closing(Doorstep(selector)) as doorstep:
                while True:
                    ready = [key.fileobj for key, _ in selector.select(self._wait_s(doorstep))]
                    if self._wakeup.is_set:
                        return
                    try:
                        for waiting in ready:
                            if waiting is not self._socket:
                                doorstep.look(cast(socket.socket, waiting))
                        self._begin(doorstep, on_connection)
                        if self._socket in ready:
                            self._accept(doorstep)
                    except (OSError, RuntimeError):
                        # No descriptors (EMFILE, ENFILE), no memory, no threads: whoever has had
                        # time to speak gives them back, and the others wait.
                        doorstep.show_out(PAUSE_WHEN_EXHAUSTED_S)
                        time.sleep(PAUSE_WHEN_EXHAUSTED_S)
                    if len(doorstep) > CROWD:
                        time.sleep(REST_S)

    def _wait_s(self, doorstep: Doorstep) -> float | None:
        """How long there is nothing to do, if nothing comes."""
        limits = [doorstep.show_out(channel.HANDSHAKE_TIMEOUT_S)]
        if doorstep.next_address() is not None:
            limits.append(self._pace.wait_s())
        return min((limit for limit in limits if limit is not None), default=None)

    def _accept(self, doorstep: Doorstep) -> None:
        for _ in range(ACCEPTS_AT_ONCE):
            try:
                sock, (host, port, *_) = self._socket.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            doorstep.add(sock, Address(_plain(host), port))

    def _begin(self, doorstep: Doorstep, on_connection: OnConnection) -> None:
        """Hands those on whose turn it is."""
        while (address := doorstep.next_address()) is not None:
            with self._lock:
                full = (
                    self._open.total() >= MAX_CONNECTIONS
                    or self._open[address.host] >= MAX_PER_ADDRESS
                )
                if not full and not self._pace.take():
                    return
                if not full:
                    self._open[address.host] += 1
            sock = doorstep.take()
            if full:
                refuse(sock)
                continue
            try:
                on_connection(sock, address)
            except BaseException:
                self.release(address)
                refuse(sock)
                raise

    def release(self, address: Address) -> None:
        """Gives a place back. Any thread."""
        with self._lock:
            self._open[address.host] -= 1
            if not self._open[address.host]:
                del self._open[address.host]

    def close(self) -> None:
        """Ends serve(). Any thread."""
        self._wakeup.set()

    def abandon(self) -> None:
        """Frees the port of a listener that never came to serve()."""
        self._socket.close()
        self._wakeup.close()


class _Pace:
    """Lets BEGIN_AT_ONCE through after a rest, and then one in BEGIN_EVERY_S."""

    def __init__(self) -> None:
        self._paid_until = 0.0

    def wait_s(self) -> float:
        """Until take() succeeds."""
        credit_s = (BEGIN_AT_ONCE - 1) * BEGIN_EVERY_S
        return max(0.0, self._paid_until - credit_s - time.monotonic())

    def take(self) -> bool:
        if self.wait_s() > 0:
            return False
        self._paid_until = max(self._paid_until, time.monotonic()) + BEGIN_EVERY_S
        return True


def _listen(host: str, port: int) -> socket.socket:
    if host:
        try:
            answers = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
            )
        except (socket.gaierror, UnicodeError) as error:
            raise OSError(errno.EADDRNOTAVAIL, "this is not an IP address") from error
        family, _, _, _, target = answers[0]
        return _bind(family, target)
    if socket.has_dualstack_ipv6():
        try:
            return _bind(socket.AF_INET6, ("::", port), dual=True)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:  # half of the port would be worse than none
                raise
    return _bind(socket.AF_INET, ("0.0.0.0", port))  # noqa: S104 - receiving is the point


def _bind(family: int, target: tuple[object, ...], *, dual: bool = False) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows: SO_REUSEADDR would steal the port
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if dual:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        sock.bind(target)
        sock.listen(BACKLOG)
    except BaseException:
        sock.close()
        raise
    return sock


def _plain(host: str) -> str:
    """`::ffff:192.168.1.2`, as a dual-stack socket shows an IPv4 peer, is 192.168.1.2."""
    if ":" not in host:
        return host
    address = ipaddress.ip_address(host.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped) if mapped else host
