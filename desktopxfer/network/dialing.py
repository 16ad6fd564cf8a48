"""Owns the way to a device: names to addresses, addresses to a connected socket."""

import errno
import ipaddress
import queue
import selectors
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

from desktopxfer.device import Address
from desktopxfer.errors import DesktopxferError, Refused, TimedOut, UnknownHost, Unreachable
from desktopxfer.network.wakeup import Wakeup

# A dead interface costs the first timeout; a slow but living one gets the second chance.
CONNECT_TIMEOUTS_S = (1.0, 5.0)
RESOLVE_TIMEOUT_S = 5.0  # system resolvers try for half a minute
MAX_ADDRESSES_PER_NAME = 8

_IN_PROGRESS = {errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 10035)}


def dial(
    addresses: Sequence[Address], *, wakeup: Wakeup, name: str
) -> Iterator[tuple[socket.socket, Address]]:
    """Yields connected sockets with their numeric addresses, one by one in the given order.

    The caller takes the next one when the device behind a socket turns out to be another one. When
    none is left, raises the error that says most: Refused, UnknownHost or Unreachable.
    System proxies play no part. Raises Interrupted as soon as `wakeup` is set.
    """
    failure: DesktopxferError = Unreachable(name)
    waiting = list(addresses)
    for timeout_s in CONNECT_TIMEOUTS_S:
        slow = []
        for address in waiting:
            try:
                numeric = _resolve(address, wakeup)
            except UnknownHost as error:
                failure = error
                continue
            for family, target in numeric:
                try:
                    sock = _connect(family, target, timeout_s, wakeup)
                except TimedOut:
                    slow.append(address)
                except ConnectionRefusedError:
                    failure = Refused(f"{name} ({address})" if name != str(address) else name)
                except OSError:  # no route, network down, interface gone
                    pass
                else:
                    # Not from getpeername(): the other side may have reset the connection already.
                    yield sock, Address(*target[:2])
        waiting = list(dict.fromkeys(slow))
    raise failure


_Target = tuple[socket.AddressFamily, tuple[Any, ...]]


def _resolve(address: Address, wakeup: Wakeup) -> list[_Target]:
    """The numeric forms of an address. A name is looked up in a thread, so that cancel works."""
    try:
        ipaddress.ip_address(address.host)
    except ValueError:
        pass
    else:
        return _lookup(address)
    answer: queue.SimpleQueue[list[_Target]] = queue.SimpleQueue()
    done = Wakeup()

    def look_up() -> None:
        answer.put(_lookup(address))
        done.set()

    with done, selectors.DefaultSelector() as selector:
        threading.Thread(target=look_up, name=f"resolve {address.host}", daemon=True).start()
        selector.register(done, selectors.EVENT_READ)
        selector.register(wakeup, selectors.EVENT_READ)
        wakeup.check()
        selector.select(RESOLVE_TIMEOUT_S)
        wakeup.check()
        found = answer.get_nowait() if not answer.empty() else []
    if not found:
        raise UnknownHost(address.host)
    return found


def _lookup(address: Address) -> list[_Target]:
    try:
        answers = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    found: list[_Target] = [(family, target) for family, _, _, _, target in answers]
    return list(dict.fromkeys(found))[:MAX_ADDRESSES_PER_NAME]


def _connect(
    family: socket.AddressFamily, target: tuple[Any, ...], timeout_s: float, wakeup: Wakeup
) -> socket.socket:
    """One attempt. Raises OSError, TimedOut or Interrupted, and leaves no socket behind."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        code = sock.connect_ex(target)
        if code not in _IN_PROGRESS | {0}:
            raise OSError(code, errno.errorcode.get(code, ""))
        _await_connection(sock, time.monotonic() + timeout_s, wakeup)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, errno.errorcode.get(code, ""))
    except BaseException:
        sock.close()
        raise
    return sock


def _await_connection(sock: socket.socket, deadline: float, wakeup: Wakeup) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_WRITE)
        selector.register(wakeup, selectors.EVENT_READ)
        wakeup.check()
        ready = selector.select(max(0.0, deadline - time.monotonic()))
        wakeup.check()
        if not ready:
            raise TimedOut
