"""Owns the listening socket: accepts connections, caps them, hands them on."""

import contextlib
import errno
import ipaddress
import selectors
import socket
import threading
from collections import Counter
from collections.abc import Callable

from desktopxfer.device import Address
from desktopxfer.errors import CannotListen, PortTaken
from desktopxfer.network.channel import BUSY
from desktopxfer.network.wakeup import Wakeup

NEXT_PORTS = 10  # tried after the wanted one, so that a firewall rule for a small range is enough
# Where it is full the system drops who knocks, honest ones too, who then knock again after 1, 3 and
# 7 seconds. A thousand knocks at once took 13 s with room for 64, and 1 s with this.
BACKLOG = 1024

MAX_CONNECTIONS = 64  # each may hold a thread and, before acceptance, a list of entries
MAX_PER_ADDRESS = 16  # one computer cannot take all places; enough for a queue of transfers
PAUSE_WHEN_EXHAUSTED_S = 0.2  # no file descriptors left: the backlog waits, listening goes on

OnConnection = Callable[[socket.socket, Address], None]


class Listener:
    """Listens at `host` (""= every interface, IPv4 and IPv6) and `port` (0 = any free one).

    With `or_next`, a taken port is replaced by the next free one, and then by any.
    Raises CannotListen or PortTaken.
    """

    def __init__(self, host: str, port: int, *, or_next: bool = False) -> None:
        self.host = host
        candidates = [port]
        if or_next and port:
            candidates += [*range(port + 1, min(port + 1 + NEXT_PORTS, 65536)), 0]
        self._socket = self._first_free(candidates)
        self._socket.setblocking(False)
        self._wakeup = Wakeup()
        self._lock = threading.Lock()
        self._open: Counter[str] = Counter()  # connections in work, by address
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

        `on_connection` gets a connected socket, must return at once (start a thread), and must
        call release(address) when the connection is over. When it raises OSError or RuntimeError,
        for want of descriptors or threads, only this connection is lost.
        """
        with selectors.DefaultSelector() as selector, self._socket, self._wakeup:
            selector.register(self._wakeup, selectors.EVENT_READ)
            selector.register(self._socket, selectors.EVENT_READ)
            while True:
                selector.select()
                if self._wakeup.is_set:
                    return
                try:
                    self._accept(on_connection)
                except (OSError, RuntimeError):
                    # No descriptors (EMFILE, ENFILE), no memory, no threads: the backlog waits.
                    selector.unregister(self._socket)
                    selector.select(PAUSE_WHEN_EXHAUSTED_S)
                    selector.register(self._socket, selectors.EVENT_READ)

    def _accept(self, on_connection: OnConnection) -> None:
        try:
            sock, (host, port, *_) = self._socket.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        address = Address(_plain(host), port)
        with self._lock:
            full = (
                self._open.total() >= MAX_CONNECTIONS or self._open[address.host] >= MAX_PER_ADDRESS
            )
            if not full:
                self._open[address.host] += 1
        if full:
            with sock, contextlib.suppress(OSError):
                sock.send(BUSY)
            return
        try:
            on_connection(sock, address)
        except BaseException:
            self.release(address)
            sock.close()
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


def _listen(host: str, port: int) -> socket.socket:
    if host:
        try:
            answers = socket.getaddrinfo(
                host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )
        except UnicodeError as error:  # part of a name longer than 63 characters
            raise socket.gaierror(socket.EAI_NONAME, "not a name") from error
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
    address = ipaddress.ip_address(host.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped) if mapped else host
