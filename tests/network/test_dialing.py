import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.device import Address
from desktopxfer.errors import DesktopxferError, Refused, UnknownHost, Unreachable
from desktopxfer.network import dialing
from desktopxfer.network.dialing import dial
from desktopxfer.network.wakeup import Interrupted, Wakeup
from tests.network.peers import DEADLINE_S, LOOPBACK, Blackhole, Server, hanging_up, swallow


@pytest.fixture
def wakeup() -> Iterator[Wakeup]:
    with Wakeup() as made:
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(swallow) as made:
        yield made


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialing, "CONNECT_TIMEOUTS_S", (0.05, 0.1))


def closed_port() -> Address:
    with socket.create_server((LOOPBACK, 0)) as taken:
        return Address(*taken.getsockname())


def reached(*addresses: Address, wakeup: Wakeup) -> Address:
    """The first address where a connection comes about."""
    sock, address = next(dial(addresses, wakeup=wakeup, name="Desk-PC"))
    sock.close()
    return address


def failure(*addresses: Address, wakeup: Wakeup, name: str = "Desk-PC") -> DesktopxferError:
    with pytest.raises(DesktopxferError) as caught:
        next(dial(addresses, wakeup=wakeup, name=name))
    return caught.value


Lookup = Callable[..., Any]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, Lookup]:
    """Names that end in .test, and what looking them up does; others are nobody's."""
    stubs: dict[str, Lookup] = {}
    original = socket.getaddrinfo

    def lookup(host: str, port: int, **options: Any) -> Any:
        if host.endswith(".test"):
            if host not in stubs:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return stubs[host](host, port, **options)
        return original(host, port, **options)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return stubs


def leads_to(*targets: Address) -> Lookup:
    return lambda *_, **__: [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", tuple(target)) for target in targets
    ]


# Which address ----------------------------------------------------------------------------------


def test_the_first_address_that_answers_is_used(wakeup: Wakeup, server: Server) -> None:
    assert reached(closed_port(), server.address, wakeup=wakeup) == server.address


def test_a_dead_address_costs_about_a_second(wakeup: Wakeup, server: Server) -> None:
    with Blackhole() as dead:
        began = time.monotonic()
        assert reached(dead.address, server.address, wakeup=wakeup) == server.address
        assert 1.0 <= time.monotonic() - began < dialing.CONNECT_TIMEOUTS_S[1]


def test_a_slow_address_gets_a_second_chance(
    wakeup: Wakeup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialing, "CONNECT_TIMEOUTS_S", (0.05, DEADLINE_S))
    original = dialing._connect

    with Blackhole() as slow:

        def connect(family: Any, target: Any, timeout_s: float, wakeup: Wakeup) -> socket.socket:
            if timeout_s == DEADLINE_S:
                slow.wake_up()
            return original(family, target, timeout_s, wakeup)

        monkeypatch.setattr(dialing, "_connect", connect)
        assert reached(slow.address, wakeup=wakeup) == slow.address


def test_the_next_one_is_tried_when_the_device_is_another_one(
    wakeup: Wakeup, server: Server
) -> None:
    with Server(swallow) as other:
        sockets = dial((server.address, other.address), wakeup=wakeup, name="Desk-PC")
        for expected in (server, other):
            sock, address = next(sockets)
            sock.close()
            assert address == expected.address
        with pytest.raises(Unreachable):
            next(sockets)


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this system has no IPv6")
def test_ipv6_works(wakeup: Wakeup) -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listening:
        address = Address("::1", listening.getsockname()[1])
        assert reached(address, wakeup=wakeup) == address


def test_a_name_is_looked_up(wakeup: Wakeup, server: Server, names: dict[str, Lookup]) -> None:
    names["desk.test"] = leads_to(closed_port(), server.address)
    assert reached(Address("desk.test"), wakeup=wakeup) == server.address


def test_proxies_play_no_part(
    wakeup: Wakeup, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(variable, f"socks5://{closed_port()}")
    assert reached(server.address, wakeup=wakeup) == server.address


def test_one_that_resets_at_once_is_still_an_address(wakeup: Wakeup) -> None:
    with Server(hanging_up) as rude:
        assert reached(rude.address, wakeup=wakeup) == rude.address


# Why not ----------------------------------------------------------------------------------------


def test_a_dead_address_is_unreachable(wakeup: Wakeup, hasty: None) -> None:
    with Blackhole() as dead:
        assert type(failure(dead.address, wakeup=wakeup)) is Unreachable


def test_a_refusal_says_where(wakeup: Wakeup) -> None:
    address = closed_port()
    error = failure(address, wakeup=wakeup)
    assert type(error) is Refused
    assert error.subject == f"Desk-PC ({address})"
    assert failure(address, wakeup=wakeup, name=str(address)).subject == str(address)


def test_a_refusal_says_more_than_silence(wakeup: Wakeup, hasty: None) -> None:
    with Blackhole() as dead:
        assert type(failure(closed_port(), dead.address, wakeup=wakeup)) is Refused


def test_a_name_nobody_has(wakeup: Wakeup, names: dict[str, Lookup]) -> None:
    error = failure(Address("nobody.test"), wakeup=wakeup)
    assert type(error) is UnknownHost
    assert error.subject == "nobody.test"


def test_a_name_that_cannot_be_one(wakeup: Wakeup) -> None:
    assert type(failure(Address("x" * 70 + ".test"), wakeup=wakeup)) is UnknownHost


def test_no_address_at_all(wakeup: Wakeup) -> None:
    assert type(failure(wakeup=wakeup)) is Unreachable


def test_a_resolver_that_does_not_answer(
    wakeup: Wakeup, names: dict[str, Lookup], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialing, "RESOLVE_TIMEOUT_S", 0.05)
    with blocking(names, "slow.test"):
        assert type(failure(Address("slow.test"), wakeup=wakeup)) is UnknownHost


@contextlib.contextmanager
def blocking(names: dict[str, Lookup], name: str) -> Iterator[threading.Event]:
    """Looking this name up takes until the end of the block; the event says that it has begun."""
    begun, over = threading.Event(), threading.Event()

    def lookup(*_: object, **__: object) -> list[object]:
        begun.set()
        over.wait(DEADLINE_S)
        return []

    names[name] = lookup
    try:
        yield begun
    finally:
        over.set()
        for thread in threading.enumerate():
            if thread.name.startswith("resolve"):
                thread.join(DEADLINE_S)


# Cancel -----------------------------------------------------------------------------------------


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def test_cancel_while_connecting(wakeup: Wakeup, threads: ThreadPoolExecutor) -> None:
    with Blackhole() as dead:
        dialled = threads.submit(reached, *[dead.address] * 100, wakeup=wakeup)
        wakeup.set()
        assert isinstance(dialled.exception(DEADLINE_S), Interrupted)


def test_cancel_while_a_name_is_looked_up(
    wakeup: Wakeup, threads: ThreadPoolExecutor, names: dict[str, Lookup]
) -> None:
    with blocking(names, "slow.test") as begun:
        dialled = threads.submit(reached, Address("slow.test"), wakeup=wakeup)
        assert begun.wait(DEADLINE_S)
        wakeup.set()
        assert isinstance(dialled.exception(DEADLINE_S), Interrupted)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts descriptors in /proc")
def test_no_way_of_failing_leaves_a_descriptor_open(hasty: None, names: dict[str, Lookup]) -> None:
    with Blackhole() as dead:

        def fail_in_every_way() -> None:
            with Wakeup() as wakeup:
                failure(dead.address, closed_port(), Address("nobody.test"), wakeup=wakeup)
                wakeup.set()
                for address in (dead.address, Address("nobody.test")):
                    with pytest.raises(Interrupted):
                        reached(address, wakeup=wakeup)
            for thread in threading.enumerate():
                if thread.name.startswith("resolve"):
                    thread.join(DEADLINE_S)

        fail_in_every_way()
        before = len(os.listdir("/proc/self/fd"))
        fail_in_every_way()
        assert len(os.listdir("/proc/self/fd")) == before
