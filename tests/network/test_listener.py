import contextlib
import errno
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest

from desktopxfer.device import Address
from desktopxfer.errors import CannotListen, OutOfDescriptors, PortTaken, TooManyConnections
from desktopxfer.identity import certificate
from desktopxfer.network import channel, doorstep
from desktopxfer.network import listener as module
from desktopxfer.network.channel import BUSY, Channel, tls_context
from desktopxfer.network.listener import Listener, OnConnection
from desktopxfer.network.wakeup import Wakeup
from tests.network.peers import DEADLINE_S, LOOPBACK

# The shortest record that could be a ClientHello: type, version, length, type of the message.
HELLO = bytes.fromhex("16 0301 0001 01")

Accepted = SimpleQueue[tuple[socket.socket, Address]]


@contextlib.contextmanager
def serving(listener: Listener, on_connection: OnConnection) -> Iterator[Listener]:
    thread = threading.Thread(target=listener.serve, args=(on_connection,))
    thread.start()
    try:
        yield listener
    finally:
        listener.close()
        thread.join(DEADLINE_S)
        assert not thread.is_alive()


@contextlib.contextmanager
def collecting(host: str = LOOPBACK, port: int = 0) -> Iterator[tuple[Listener, Accepted]]:
    """A listener whose connections pile up in a queue, and are closed at the end."""
    accepted: Accepted = SimpleQueue()
    try:
        with serving(Listener(host, port), lambda *both: accepted.put(both)) as listener:
            yield listener, accepted
    finally:
        while not accepted.empty():
            accepted.get()[0].close()


def connect(port: int, source: str = LOOPBACK) -> socket.socket:
    return socket.create_connection((LOOPBACK, port), DEADLINE_S, source_address=(source, 0))


def knock(port: int, host: str = LOOPBACK) -> socket.socket:
    """A connection on which a handshake begins."""
    sock = socket.create_connection((host, port), timeout=DEADLINE_S)
    sock.sendall(HELLO)
    return sock


def assert_ended(client: socket.socket) -> None:
    with contextlib.suppress(ConnectionResetError):  # something was left unread
        assert client.recv(1) == b""


def taken(host: str = LOOPBACK) -> socket.socket:
    """A port that another program uses."""
    return socket.create_server((host, 0))


# Where ------------------------------------------------------------------------------------------


def test_connections_come_with_their_address() -> None:
    with collecting() as (listener, accepted):
        with knock(listener.port) as client:
            sock, address = accepted.get(timeout=DEADLINE_S)
            with sock:
                assert address == Address(*client.getsockname())
                assert sock.getblocking()


def test_port_0_is_any_free_one() -> None:
    with collecting() as (one, _), collecting() as (other, _):
        assert one.port != other.port
        assert one.address == Address(LOOPBACK, one.port)


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this system has no IPv6")
def test_everywhere_is_ipv4_and_ipv6() -> None:
    with collecting("") as (listener, accepted):
        assert listener.address.host == "::"
        for host in (LOOPBACK, "::1"):
            with knock(listener.port, host):
                sock, address = accepted.get(timeout=DEADLINE_S)
                sock.close()
                assert address.host == host  # not ::ffff:127.0.0.1


def test_everywhere_is_ipv4_where_there_is_no_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "has_dualstack_ipv6", lambda: False)
    with collecting("") as (listener, accepted):
        assert listener.address.host == "0.0.0.0"
        with knock(listener.port):
            accepted.get(timeout=DEADLINE_S)[0].close()


def test_without_descriptors_it_says_so_and_gives_the_port_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exhausted() -> Wakeup:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    with taken() as other:
        port = other.getsockname()[1]
    monkeypatch.setattr("desktopxfer.network.listener.Wakeup", exhausted)
    with pytest.raises(OutOfDescriptors, match=os.strerror(errno.EMFILE)):
        Listener(LOOPBACK, port)
    with socket.create_server((LOOPBACK, port)):
        pass


def test_a_taken_port_is_said() -> None:
    with taken() as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"port {port} is used"):
            Listener(LOOPBACK, port)


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this system has no IPv6")
def test_half_a_port_is_a_taken_port() -> None:
    with taken("0.0.0.0") as other, pytest.raises(PortTaken):
        Listener("", other.getsockname()[1])


def test_a_taken_port_may_be_replaced_by_the_next_free_one() -> None:
    with taken() as other:
        port = other.getsockname()[1]
        listener = Listener(LOOPBACK, port, or_next=True)
        assert listener.port != port
        listener.abandon()


def test_when_all_the_next_ones_are_taken_any_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    original = socket.socket.bind

    def bind(self: socket.socket, target: tuple[str, int]) -> None:
        if target[1]:
            raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
        original(self, target)

    monkeypatch.setattr("socket.socket.bind", bind)
    listener = Listener(LOOPBACK, 65530, or_next=True)
    assert listener.port
    listener.abandon()


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("203.0.113.7", "203.0.113.7:0"),  # not ours (RFC 5737)
        ("x" * 70 + ".example", "not an IP address"),
        ("localhost", "localhost:0 .*not an IP address"),  # no name is looked up
    ],
)
def test_where_this_computer_is_not_it_cannot_listen(host: str, said: str) -> None:
    with pytest.raises(CannotListen, match=said):
        Listener(host, 0)


# Who is let in ----------------------------------------------------------------------------------


WHOLE_HELLO = bytes.fromhex("16 0301 0100 01") + bytes(range(255))


@pytest.mark.parametrize("pieces", [(2, 100), (1, 6), tuple(range(1, 30))], ids=str)
def test_a_hello_in_pieces_is_waited_for_and_left_to_be_read(pieces: tuple[int, ...]) -> None:
    with collecting() as (listener, accepted), connect(listener.port) as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for begin, end in zip((0, *pieces), (*pieces, len(WHOLE_HELLO)), strict=True):
            assert accepted.empty()
            client.sendall(WHOLE_HELLO[begin:end])
        sock, _ = accepted.get(timeout=DEADLINE_S)
        with sock:
            assert sock.recv(1000) == WHOLE_HELLO
            client.sendall(b"!")
            assert sock.recv(1000) == b"!"  # one byte is enough again


def test_where_the_system_cannot_wait_for_many_bytes_the_handshake_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    original = socket.socket.setsockopt

    def setsockopt(self: socket.socket, level: int, option: int, value: int) -> None:
        if option == socket.SO_RCVLOWAT:  # as Windows says it
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        original(self, level, option, value)

    monkeypatch.setattr("socket.socket.setsockopt", setsockopt)
    for count in (3, 100, len(WHOLE_HELLO)):
        with collecting() as (listener, accepted), connect(listener.port) as client:
            client.sendall(WHOLE_HELLO[:count])
            sock, _ = accepted.get(timeout=DEADLINE_S)
            with sock:
                assert sock.recv(1000) == WHOLE_HELLO[:count]


@pytest.mark.parametrize("count", [0, 1, 5, 6, len(WHOLE_HELLO) - 1])
def test_who_hangs_up_before_is_nobody(count: int) -> None:
    with collecting() as (listener, accepted), connect(listener.port) as client:
        client.sendall(WHOLE_HELLO[:count])
        client.shutdown(socket.SHUT_WR)
        assert_ended(client)
        assert accepted.empty()


@pytest.mark.parametrize(
    "words", ["17", "16 02", "16 0301 ffff", "16 0301 0001 02", "16 0301 4001 01"]
)
def test_what_is_no_hello_is_shown_out_at_once(words: str) -> None:
    with collecting() as (listener, accepted), connect(listener.port) as client:
        client.sendall(bytes.fromhex(words) + (bytes(1) if words == "16 0301 ffff" else b""))
        assert_ended(client)
        assert accepted.empty()


def test_who_is_silent_is_shown_out_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "HANDSHAKE_TIMEOUT_S", 0.05)
    with collecting() as (listener, accepted), connect(listener.port) as client:
        assert_ended(client)
        assert accepted.empty()


def test_where_there_is_no_room_the_oldest_of_the_crowd_gives_way() -> None:
    with collecting() as (listener, accepted), contextlib.ExitStack() as stack:
        alone = stack.enter_context(connect(listener.port, "127.0.0.100"))
        crowd = [
            stack.enter_context(connect(listener.port, f"127.0.0.{2 + number // 10}"))
            for number in range(2 * doorstep.MAX_WAITING)
        ]
        assert_ended(crowd[0])
        alone.sendall(HELLO)
        accepted.get(timeout=DEADLINE_S)[0].close()
        crowd[-1].sendall(HELLO)
        accepted.get(timeout=DEADLINE_S)[0].close()


def test_the_addresses_take_turns() -> None:
    """One that makes ten connections is not before another one that makes one."""
    accepted: Accepted = SimpleQueue()
    listener = Listener(LOOPBACK, 0)
    with contextlib.ExitStack() as stack:
        for source in (*(["127.0.0.2"] * 10), "127.0.0.3"):
            stack.enter_context(connect(listener.port, source)).sendall(HELLO)
        hosts = []
        with serving(listener, lambda *both: accepted.put(both)):
            for _ in range(11):
                sock, address = accepted.get(timeout=DEADLINE_S)
                stack.enter_context(sock)
                hosts.append(address.host)
    assert hosts[:3] == ["127.0.0.2", "127.0.0.3", "127.0.0.2"]


# How many ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", ["MAX_PER_ADDRESS", "MAX_CONNECTIONS"])
def test_places_are_limited_and_given_back(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(module, limit, 2)
    with collecting() as (listener, accepted), contextlib.ExitStack() as clients:
        for _ in range(2):
            clients.enter_context(knock(listener.port))
        places = [accepted.get(timeout=DEADLINE_S) for _ in range(2)]
        with knock(listener.port) as too_many:
            assert too_many.recv(100) == BUSY
            assert too_many.recv(100) == b""
        places[0][0].close()
        listener.release(places[0][1])
        with knock(listener.port):
            accepted.get(timeout=DEADLINE_S)[0].close()
        places[1][0].close()


def test_one_without_a_place_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CONNECTIONS", 0)
    with collecting() as (listener, _), Wakeup() as wakeup:
        context = tls_context(certificate.create())
        opened = Channel(
            connect(listener.port), context, server=False, wakeup=wakeup, name="Desk-PC"
        )
        with pytest.raises(TooManyConnections, match="Desk-PC is busy"):
            opened.handshake()
        opened.close()


def test_a_connection_that_cannot_be_served_gives_its_place_back() -> None:
    accepted: Accepted = SimpleQueue()
    failures: list[Exception] = [
        OSError(errno.EMFILE, os.strerror(errno.EMFILE)),
        RuntimeError("can't start new thread"),
    ]

    def on_connection(sock: socket.socket, address: Address) -> None:
        if failures:
            raise failures.pop()
        accepted.put((sock, address))

    with serving(Listener(LOOPBACK, 0), on_connection) as listener:
        for _ in range(2):
            with knock(listener.port) as refused:
                assert refused.recv(100) == BUSY
        with knock(listener.port):
            accepted.get(timeout=DEADLINE_S)[0].close()
        assert listener._open.total() == 1


def test_a_defect_is_not_hidden() -> None:
    def on_connection(_sock: socket.socket, _address: Address) -> None:
        raise ZeroDivisionError

    listener = Listener(LOOPBACK, 0)
    with knock(listener.port) as client:
        with pytest.raises(ZeroDivisionError):
            listener.serve(on_connection)
        assert client.recv(100) == BUSY


OUT_OF_DESCRIPTORS = """
import resource, sys, threading
from desktopxfer.network.listener import Listener

class Honest(Listener):
    def _accept(self, doorstep):
        try:
            super()._accept(doorstep)
        except OSError as error:
            print(error.errno, flush=True)
            raise

held = []
def on_connection(sock, address):
    held.append((sock, address))
    print("accepted", flush=True)

listener = Honest("127.0.0.1", 0)
thread = threading.Thread(target=listener.serve, args=(on_connection,))
thread.start()
resource.setrlimit(resource.RLIMIT_NOFILE, (20, 20))
print(listener.port, flush=True)
for line in sys.stdin:
    sock, address = held.pop()
    sock.close()
    listener.release(address)
listener.close()
thread.join()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits descriptors with setrlimit")
def test_listening_goes_on_after_the_descriptors_ran_out() -> None:
    command = [sys.executable, "-c", OUT_OF_DESCRIPTORS]
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process,
        contextlib.ExitStack() as clients,
    ):
        assert process.stdin
        assert process.stdout
        lines: Callable[[], str] = process.stdout.readline
        port = int(lines())
        for _ in range(14):
            clients.enter_context(knock(port))
        accepted, exhausted = 0, False
        while not (accepted and exhausted):
            if (line := lines()) == "accepted\n":
                accepted += 1
            else:
                assert int(line) == errno.EMFILE
                exhausted = True
        while accepted < 14:
            process.stdin.write("give one back\n")
            process.stdin.flush()
            while (line := lines()) != "accepted\n":
                assert int(line) == errno.EMFILE
            accepted += 1
        process.stdin.close()
        assert process.wait(DEADLINE_S) == 0


# The end ----------------------------------------------------------------------------------------


def test_it_ends_from_another_thread_and_frees_the_port() -> None:
    with collecting() as (listener, _):
        pass
    Listener(LOOPBACK, listener.port).abandon()
    listener.close()


def test_closed_before_it_serves_it_ends_at_once() -> None:
    listener = Listener(LOOPBACK, 0)
    listener.close()
    listener.serve(lambda *_: pytest.fail("nobody is to be let in"))
