"""Owns the connections that have not yet begun a handshake: who only knocks costs no thread."""

import contextlib
import selectors
import socket
import time
from collections import Counter, deque
from dataclasses import dataclass

from desktopxfer.device import Address
from desktopxfer.network.channel import BUSY

MAX_WAITING = 64
MAX_WAITING_PER_ADDRESS = 16
# A TLS connection begins with a record that holds a ClientHello or its first part (RFC 8446, 4 and
# 5.1): type, version and length of the record, then the type of the message. Ours have 300 bytes,
# or 1 700 with a key exchange for the days of quantum computers.
RECORD_HEADER_BYTES = 5
START_BYTES = RECORD_HEADER_BYTES + 1
MAX_HELLO_BYTES = RECORD_HEADER_BYTES + 16 * 1024


@dataclass(slots=True)
class _Silent:
    """One whose hello is not there yet."""

    address: Address
    since: float  # monotonic
    wanted: int  # bytes that the system waits for before it wakes us


class Doorstep:
    """Waits until a connection has sent its ClientHello, and leaves that in the socket.

    Belongs to the thread that listens. Other programs and who hangs up are shown out. Where there
    is no room, the oldest connection of the address that has most of them gives way: an honest
    hello comes right behind the connection, so a flood of silent ones keeps nobody out.
    """

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self._selector = selector
        self._silent: dict[socket.socket, _Silent] = {}  # oldest first
        # By host, the one whose turn it is first; of each the oldest first.
        self._ready: dict[str, deque[tuple[socket.socket, Address]]] = {}
        self._by_host: Counter[str] = Counter()  # how many of both

    def __len__(self) -> int:
        return self._by_host.total()

    def add(self, sock: socket.socket, address: Address) -> None:
        """Owns the socket from now on. In a crowd its hello, or its end, is often there already."""
        try:
            sock.setblocking(False)
            wanted = _wanted(sock, 1)
            if wanted:
                self._selector.register(sock, selectors.EVENT_READ)
        except (OSError, ValueError):
            sock.close()
            return
        if self._by_host[address.host] >= MAX_WAITING_PER_ADDRESS:
            self._drop_oldest(address.host)
        elif len(self) >= MAX_WAITING:
            ((crowded, _),) = self._by_host.most_common(1)
            self._drop_oldest(crowded)
        self._by_host[address.host] += 1
        if wanted:
            self._silent[sock] = _Silent(address, time.monotonic(), wanted)
        else:
            self._ready.setdefault(address.host, deque()).append((sock, address))

    def look(self, sock: socket.socket) -> None:
        """Something has come from it, if only its end."""
        if (silent := self._silent.get(sock)) is None:  # it has given way since
            return
        try:
            silent.wanted = _wanted(sock, silent.wanted)
        except (OSError, ValueError):
            self._drop(sock)
            return
        if not silent.wanted:
            self._selector.unregister(sock)
            del self._silent[sock]
            self._ready.setdefault(silent.address.host, deque()).append((sock, silent.address))

    def next_address(self) -> Address | None:
        """Whose turn it is of those whose hello is there.

        The addresses take turns: however many connections one of them makes, another one waits for
        no more than one of them.
        """
        for ready in self._ready.values():
            return ready[0][1]
        return None

    def take(self) -> socket.socket:
        """The one of next_address(), which goes on as a socket like any other."""
        host, ready = next(iter(self._ready.items()))
        sock, _ = ready.popleft()
        del self._ready[host]
        if ready:
            self._ready[host] = ready
        self._forget(host)
        sock.setblocking(True)
        with contextlib.suppress(OSError):  # as in _wanted
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
        return sock

    def show_out(self, patience_s: float) -> float | None:
        """Those who have been silent for so long. Returns the seconds until the next one has."""
        while self._silent:
            sock, silent = next(iter(self._silent.items()))
            if (left_s := silent.since + patience_s - time.monotonic()) > 0:
                return left_s
            self._drop(sock)
        return None

    def close(self) -> None:
        for host in [*self._by_host]:
            while host in self._by_host:
                self._drop_oldest(host)

    def _drop_oldest(self, host: str) -> None:
        """The silent one first."""
        for sock, silent in self._silent.items():
            if silent.address.host == host:
                self._drop(sock)
                return
        ready = self._ready[host]
        sock, _ = ready.popleft()
        if not ready:
            del self._ready[host]
        self._forget(host)
        refuse(sock)

    def _drop(self, sock: socket.socket) -> None:
        self._forget(self._silent.pop(sock).address.host)
        self._selector.unregister(sock)
        sock.close()

    def _forget(self, host: str) -> None:
        self._by_host[host] -= 1
        if not self._by_host[host]:
            del self._by_host[host]


def refuse(sock: socket.socket) -> None:
    """Tells one whose hello is there that there is no place, and closes."""
    with sock, contextlib.suppress(OSError):
        sock.setblocking(False)
        sock.recv(MAX_HELLO_BYTES)  # unread it would end in a reset, which may overtake the reason
        sock.send(BUSY)


def _wanted(sock: socket.socket, before: int) -> int:
    """How many bytes its hello has while it is not all there, else 0; `before` is the last answer.

    Raises ValueError or OSError when no hello will come.
    """
    try:
        start = sock.recv(MAX_HELLO_BYTES, socket.MSG_PEEK)
    except BlockingIOError:
        return before
    size = _hello_bytes(start)
    if len(start) >= size:
        return 0
    # The system waits for the rest: nothing less wakes us but the end, so a hello in drips costs no
    # more than another one.
    if size == before:
        raise ValueError("it hung up in the middle")
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, size)
    except OSError:  # Windows cannot: there the rest is waited for in the handshake
        return 0
    return size


def _hello_bytes(start: bytes) -> int:
    """The size of what begins like this, as far as that can be known. Raises ValueError: no hello.

    For START_BYTES 16 03 01 02 00 01: a handshake record of TLS, 512 bytes, a ClientHello.
    """
    if not start or start[:1] != b"\x16" or start[1:2] not in {b"", b"\x03"}:
        raise ValueError("not TLS")
    if len(start) < START_BYTES:
        return START_BYTES
    size = RECORD_HEADER_BYTES + int.from_bytes(start[3:RECORD_HEADER_BYTES])
    if start[RECORD_HEADER_BYTES] != 1 or size > MAX_HELLO_BYTES:
        raise ValueError("not a ClientHello")
    return size
