import contextlib
import datetime
import errno
import os
import selectors
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from OpenSSL import SSL, crypto

from desktopxfer.errors import (
    BadCertificate,
    ConnectionLost,
    DesktopxferError,
    NotDesktopxfer,
    TimedOut,
)
from desktopxfer.identity import certificate
from desktopxfer.identity.certificate import Identity
from desktopxfer.network import channel as module
from desktopxfer.network.channel import Channel, tls_context
from desktopxfer.network.rate_limit import BURST_S, SLICE_S, SLOWEST, RateLimit
from desktopxfer.network.wakeup import Interrupted, Wakeup
from tests.network.peers import (
    DEADLINE_S,
    HTTP,
    SSH,
    TLS_RECORD_ALERT,
    TLS_RECORD_HANDSHAKE,
    ZEROS,
    ForeignTls,
    Proxy,
    Server,
    foreign_context,
    forged,
    reset,
    stolen,
    tcp_pair,
)

MIB = 1024 * 1024

near_identity = certificate.create()
far_identity = certificate.create()

Make = Callable[..., Channel]


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as executor:
        yield executor


@pytest.fixture
def make() -> Iterator[Make]:
    """Channels that are closed, with their wakeups, after the test."""
    with contextlib.ExitStack() as stack:

        def channel(sock: socket.socket, identity: Identity, *, server: bool) -> Channel:
            wakeup = stack.enter_context(Wakeup())
            made = Channel(
                sock, tls_context(identity), server=server, wakeup=wakeup, name="Desk-PC"
            )
            stack.callback(made.close)
            return made

        yield channel


Pair = tuple[Channel, Channel]


@pytest.fixture
def pair(make: Make, threads: ThreadPoolExecutor) -> Pair:
    """A client and a server channel that have shaken hands, over sockets with small buffers."""
    near, far = tcp_pair()
    for sock in (near, far):
        for option in (socket.SO_SNDBUF, socket.SO_RCVBUF):
            sock.setsockopt(socket.SOL_SOCKET, option, 32 * 1024)
    return joined(make, threads, near, far)


def joined(
    make: Make, threads: ThreadPoolExecutor, near: socket.socket, far: socket.socket
) -> Pair:
    client = make(near, near_identity, server=False)
    server = make(far, far_identity, server=True)
    both = [threads.submit(one.handshake) for one in (client, server)]
    for one in both:
        one.result(DEADLINE_S)
    for channel in (client, server):
        channel.deadline = time.monotonic() + DEADLINE_S
    return client, server


def receive_exactly(channel: Channel, count: int) -> bytes:
    received = bytearray()
    while len(received) < count:
        received += channel.receive()
    return bytes(received)


def receive_for_ever(channel: Channel) -> None:
    while True:
        channel.receive()


def failure(future: Future[Any]) -> BaseException | None:
    return future.exception(DEADLINE_S)


# The handshake ----------------------------------------------------------------------------------


def test_both_sides_learn_who_is_there(pair: Pair) -> None:
    client, server = pair
    assert client.peer_id == far_identity.device_id
    assert server.peer_id == near_identity.device_id


def test_both_ends_share_a_secret_that_other_connections_do_not(
    pair: Pair, make: Make, threads: ThreadPoolExecutor
) -> None:
    client, server = pair
    other, _ = joined(make, threads, *tcp_pair())
    assert client.exporter(b"EXPORTER-a") == server.exporter(b"EXPORTER-a")
    assert client.exporter(b"EXPORTER-a") != other.exporter(b"EXPORTER-a")
    assert len(client.exporter(b"EXPORTER-a")) == 32


def test_what_arrives_with_the_end_of_the_handshake_is_kept(
    make: Make, threads: ThreadPoolExecutor
) -> None:
    near, far = tcp_pair()
    client = make(near, near_identity, server=False)
    # The server gets the client's last handshake message and its first data in one read.
    with ForeignTls(far, foreign_context(far_identity), server=True) as peer:
        shaken = threads.submit(client.handshake)
        peer.handshake()
        peer.tls.sendall(b"with the tickets, ")
        peer.send(b"in one packet")
        shaken.result(DEADLINE_S)
        assert receive_exactly(client, 31) == b"with the tickets, in one packet"


def test_data_in_the_packet_that_ends_the_servers_handshake_is_kept(
    make: Make, threads: ThreadPoolExecutor
) -> None:
    near, far = tcp_pair()
    server = make(far, far_identity, server=True)
    with ForeignTls(near, foreign_context(near_identity)) as peer:
        shaken = threads.submit(server.handshake)
        with contextlib.suppress(SSL.WantReadError):
            peer.tls.do_handshake()
        peer.flush()
        while True:  # without sending the last message on its own
            peer.tls.bio_write(peer.sock.recv(65536))
            try:
                peer.tls.do_handshake()
            except SSL.WantReadError:
                continue
            break
        peer.send(b"early bird")
        shaken.result(DEADLINE_S)
        assert receive_exactly(server, 10) == b"early bird"


def test_a_handshake_survives_delivery_byte_by_byte(
    make: Make, threads: ThreadPoolExecutor
) -> None:
    accepted: Future[socket.socket] = Future()
    done = threading.Event()

    def hand_over(sock: socket.socket) -> None:
        accepted.set_result(sock)
        done.wait(DEADLINE_S)

    with Server(hand_over) as target, Proxy(target.address, step=1) as proxy:
        near = socket.create_connection(proxy.address)
        try:
            client, server = joined(make, threads, near, accepted.result(DEADLINE_S))
            client.send(b"to the server")
            server.send(b"to the client")
            assert receive_exactly(server, 13) == b"to the server"
            assert receive_exactly(client, 13) == b"to the client"
        finally:
            done.set()


# Who is refused, and how ------------------------------------------------------------------------


def chain_of_two(folder: Path) -> SSL.Context:
    root = forged(authority=True)
    leaf = forged(issuer=root)
    both = folder / "chain.pem"
    both.write_bytes(b"".join(one.certificate.public_bytes(Encoding.PEM) for one in (leaf, root)))
    context = foreign_context()
    context.use_certificate_chain_file(both)
    context.use_privatekey(leaf.key)
    return context


def thief(folder: Path) -> SSL.Context:
    key = folder / "stolen.pem"
    key.write_bytes(stolen(near_identity))
    context = foreign_context()
    context.use_certificate(near_identity.certificate)
    context.use_privatekey_file(key)
    return context


def expired(_folder: Path) -> SSL.Context:
    yesterday = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    return foreign_context(forged(not_after=yesterday))


def of_no_known_version(folder: Path) -> SSL.Context:
    """OpenSSL takes it; the library that reads it for us does not even call it a bad value."""
    file = folder / "strange.der"
    der = near_identity.certificate.public_bytes(Encoding.DER)
    file.write_bytes(der.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x01", 1))
    context = foreign_context()
    context.use_certificate_file(file, crypto.FILETYPE_ASN1)
    context.use_privatekey(near_identity.key)
    return context


STRANGERS: dict[str, tuple[Callable[[Path], SSL.Context], type[DesktopxferError]]] = {
    "a certificate authority": (
        lambda _: foreign_context(forged(authority=True)),
        BadCertificate,
    ),
    "an expired certificate": (expired, BadCertificate),
    "a certificate of no known version": (of_no_known_version, BadCertificate),
    "a chain of two certificates": (chain_of_two, NotDesktopxfer),
    "a stolen certificate without its key": (thief, NotDesktopxfer),
    "no certificate": (lambda _: foreign_context(), NotDesktopxfer),
    "TLS 1.2": (
        lambda _: foreign_context(near_identity, newest=SSL.TLS1_2_VERSION),
        NotDesktopxfer,
    ),
    "no ALPN": (lambda _: foreign_context(near_identity, alpn=None), NotDesktopxfer),
    "another ALPN": (lambda _: foreign_context(near_identity, alpn=b"h2"), NotDesktopxfer),
    "a later desktopxfer's ALPN": (
        lambda _: foreign_context(near_identity, alpn=b"desktopxfer/2"),
        NotDesktopxfer,
    ),
}


def refusal(channel: Channel) -> DesktopxferError | None:
    """Why the handshake failed, after a goodbye with words that no stranger may hear."""
    try:
        channel.handshake()
    except DesktopxferError as error:
        channel.say_goodbye(b"secret")
        return error
    return None


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("side", ["server", "client"])
def test_a_stranger_is_refused_and_gets_no_byte(
    make: Make, threads: ThreadPoolExecutor, tmp_path: Path, stranger: str, side: str
) -> None:
    context, expected = STRANGERS[stranger]
    near, far = tcp_pair()
    ours = make(near, far_identity, server=side == "server")
    refused = threads.submit(refusal, ours)
    with ForeignTls(far, context(tmp_path), server=side == "client") as peer:
        heard = b""
        with contextlib.suppress(SSL.Error, EOFError, ConnectionError):
            peer.handshake()
            heard = peer.receive_all()
    error = refused.result(DEADLINE_S)
    assert type(error) is expected
    assert error.subject == "Desk-PC"
    assert not heard
    assert not ours.peer_id


def test_a_ticket_does_not_stand_in_for_a_certificate(
    make: Make, threads: ThreadPoolExecutor
) -> None:
    """OpenSSL sends two of 79 bytes, whatever the options; nothing can be done with them."""
    ours = tls_context(far_identity)  # tickets would hold for all connections of one context
    theirs = foreign_context()

    def visit(identity: Identity, ticket: SSL.Session | None) -> tuple[str, SSL.Session | None]:
        near, far = tcp_pair()
        server = make(far, far_identity, server=True)
        server._tls = SSL.Connection(ours, None)
        server._tls.set_accept_state()
        with ForeignTls(near, theirs) as peer:
            peer.tls.use_certificate(identity.certificate)
            peer.tls.use_privatekey(identity.key)
            if ticket:
                peer.tls.set_session(ticket)
            refused = threads.submit(refusal, server)
            peer.handshake()
            assert refused.result(DEADLINE_S) is None
            server.send(b"welcome")
            assert peer.receive() == b"welcome"
            return server.peer_id, peer.tls.get_session()

    peer_id, ticket = visit(near_identity, None)
    assert peer_id == near_identity.device_id
    assert ticket
    other = certificate.create()
    peer_id, _ = visit(other, ticket)
    assert peer_id == other.device_id


@pytest.mark.parametrize("words", [HTTP, SSH, ZEROS, b"\x16\x03\x01\xff\xff" + ZEROS])
@pytest.mark.parametrize("side", ["server", "client"])
def test_another_program_is_recognised(
    make: Make, threads: ThreadPoolExecutor, words: bytes, side: str
) -> None:
    near, far = tcp_pair()
    refused = threads.submit(refusal, make(near, far_identity, server=side == "server"))
    heard = b""
    with far:
        with contextlib.suppress(ConnectionError):
            far.sendall(words)
            while piece := far.recv(65536):
                heard += piece
    assert type(refused.result(DEADLINE_S)) is NotDesktopxfer
    assert records(heard) <= {TLS_RECORD_HANDSHAKE, TLS_RECORD_ALERT}


def records(stream: bytes) -> set[int]:
    """The types of the TLS records in a stream that must hold nothing else."""
    types = set()
    while stream:
        kind, version, length = struct.unpack_from("!BHH", stream)
        assert version in {0x0301, 0x0303}
        assert len(stream) >= 5 + length
        types.add(kind)
        stream = stream[5 + length :]
    return types


@pytest.mark.parametrize("side", ["server", "client"])
def test_silence_is_not_waited_for(make: Make, monkeypatch: pytest.MonkeyPatch, side: str) -> None:
    monkeypatch.setattr(module, "HANDSHAKE_TIMEOUT_S", 0.1)
    near, far = tcp_pair()
    with far, pytest.raises(NotDesktopxfer):
        make(near, far_identity, server=side == "server").handshake()


def test_a_handshake_that_drips_ends_at_its_deadline(
    make: Make, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HANDSHAKE_TIMEOUT_S", 0.3)
    near, far = tcp_pair()
    hello = SSL.Connection(foreign_context(near_identity), None)
    hello.set_connect_state()
    with pytest.raises(SSL.WantReadError):
        hello.do_handshake()
    # Its last byte never comes, the others one by one and slowly enough to outlast the test.
    with dripping(far, hello.bio_read(65536)[:-1]), pytest.raises(NotDesktopxfer):
        make(near, far_identity, server=True).handshake()


@contextlib.contextmanager
def dripping(sock: socket.socket, stream: bytes = b"") -> Iterator[None]:
    """Sends one byte every 10 ms from another thread."""
    over = threading.Event()

    def drip() -> None:
        with contextlib.suppress(OSError):
            for byte in stream:
                sock.send(bytes([byte]))
                if over.wait(0.01):
                    return

    thread = threading.Thread(target=drip)
    thread.start()
    with sock:
        yield
        over.set()
        thread.join(DEADLINE_S)


@pytest.mark.parametrize("end", [socket.socket.close, reset])
@pytest.mark.parametrize("side", ["server", "client"])
def test_a_peer_that_hangs_up_at_once_is_not_desktopxfer(
    make: Make, end: Callable[[socket.socket], None], side: str
) -> None:
    near, far = tcp_pair()
    end(far)
    with pytest.raises((NotDesktopxfer, ConnectionLost)):
        make(near, far_identity, server=side == "server").handshake()


# Data -------------------------------------------------------------------------------------------


def test_both_sides_may_send_much_at_once(pair: Pair, threads: ThreadPoolExecutor) -> None:
    """Each drains what comes while its own send waits: nobody waits for the other."""
    words = [os.urandom(900_000), os.urandom(900_000)]

    def speak(channel: Channel, mine: bytes, theirs: bytes) -> bool:
        channel.send(mine)
        return receive_exactly(channel, len(theirs)) == theirs

    client, server = pair
    both = [threads.submit(speak, client, *words), threads.submit(speak, server, *words[::-1])]
    assert all(one.result(DEADLINE_S) for one in both)


def test_the_bytes_of_a_large_send_arrive_in_order(pair: Pair, threads: ThreadPoolExecutor) -> None:
    client, server = pair
    words = os.urandom(5 * MIB)
    sent = threads.submit(client.send, b"head", memoryview(words), bytearray(b"tail"))
    assert receive_exactly(server, len(words) + 8) == b"head" + words + b"tail"
    sent.result(DEADLINE_S)


def test_what_is_kept_while_a_send_waits_is_bounded(
    make: Make, threads: ThreadPoolExecutor
) -> None:
    near, far = tcp_pair()
    server = make(far, far_identity, server=True)
    waits_only_to_send = threading.Event()

    def select(timeout: float | None = None) -> object:
        if server._selector.get_key(far).events == selectors.EVENT_WRITE:
            waits_only_to_send.set()
        return original(timeout)

    original = server._selector.select
    with ForeignTls(near, foreign_context(near_identity)) as peer:
        shaken = threads.submit(server.handshake)
        peer.handshake()
        shaken.result(DEADLINE_S)
        server._selector.select = select  # type: ignore[method-assign, assignment]
        flood = threads.submit(send_until_told_off, peer)
        stuck = threads.submit(server.send, bytes(64 * MIB))
        assert waits_only_to_send.wait(DEADLINE_S)
        assert server.received_bytes < module.MAX_BACKLOG + 3 * module.READ_BYTES
        server.wakeup.set()
        assert isinstance(failure(stuck), Interrupted)
        server.close()
        flood.result(DEADLINE_S)


def send_until_told_off(peer: ForeignTls) -> None:
    with contextlib.suppress(OSError):
        while True:
            peer.send(bytes(65536))


# Waiting ----------------------------------------------------------------------------------------


@pytest.fixture
def waiting(pair: Pair) -> threading.Event:
    """Is set as soon as the client has nothing to do but wait."""
    client, _ = pair
    event = threading.Event()
    original = client._selector.select

    def select(timeout: float | None = None) -> object:
        event.set()
        return original(timeout)

    client._selector.select = select  # type: ignore[method-assign, assignment]
    return event


def test_a_wakeup_interrupts_a_receive(
    pair: Pair, waiting: threading.Event, threads: ThreadPoolExecutor
) -> None:
    client, _ = pair
    received = threads.submit(client.receive)
    assert waiting.wait(DEADLINE_S)
    client.wakeup.set()
    assert isinstance(failure(received), Interrupted)


def test_an_interrupted_send_goes_on_where_it_stopped(
    pair: Pair, waiting: threading.Event, threads: ThreadPoolExecutor
) -> None:
    client, server = pair
    words = os.urandom(5 * MIB)
    sent = threads.submit(client.send, words)  # far more than the buffers hold
    assert waiting.wait(DEADLINE_S)
    client.wakeup.set()
    assert isinstance(failure(sent), Interrupted)
    client.wakeup.clear()
    sent = threads.submit(client.send, b"and on")
    assert receive_exactly(server, len(words) + 6) == words + b"and on"
    sent.result(DEADLINE_S)


def test_a_wakeup_that_was_set_before_is_seen_first(pair: Pair) -> None:
    client, server = pair
    server.send(b"there is something to read")
    client.wakeup.set()
    for call in (client.receive, client.poll, lambda: client.send(b"x")):
        with pytest.raises(Interrupted):
            call()


def test_polling_does_not_wait(pair: Pair) -> None:
    client, _ = pair
    assert not client.poll()


def test_a_peer_that_takes_nothing_ends_in_time(pair: Pair) -> None:
    client, _ = pair
    client.idle_timeout_s = 0.1
    with pytest.raises(TimedOut):
        client.send(bytes(64 * MIB))


@pytest.mark.parametrize("limit", ["deadline", "idle_timeout_s"])
def test_a_drip_of_words_lengthens_nothing(
    pair: Pair, threads: ThreadPoolExecutor, limit: str
) -> None:
    client, server = pair
    over = threading.Event()

    def drip() -> None:
        while not over.wait(0.01):
            server.send(b"x")

    dripping = threads.submit(drip)
    if limit == "deadline":
        client.deadline = time.monotonic() + 0.3
    else:
        client.idle_timeout_s = 0.3
    try:
        with pytest.raises(TimedOut):
            receive_for_ever(client)
    finally:
        over.set()
        dripping.result(DEADLINE_S)


def test_a_flood_does_not_lengthen_a_deadline(pair: Pair, threads: ThreadPoolExecutor) -> None:
    client, server = pair
    server.deadline = None

    def flood() -> None:
        with contextlib.suppress(ConnectionLost):
            while True:
                server.send(bytes(65536))

    flooding = threads.submit(flood)
    client.deadline = time.monotonic() + 0.2
    with pytest.raises(TimedOut):
        receive_for_ever(client)
    client.close()
    flooding.result(DEADLINE_S)


def test_waiting_for_a_person_does_not_use_up_the_idle_timeout(
    pair: Pair, threads: ThreadPoolExecutor
) -> None:
    client, server = pair
    client.idle_timeout_s = 3600.0
    client._idle_s = 3599.99
    client.idle_timeout_s = 60.0
    answered = threads.submit(client.receive)
    server.send(b"after lunch")
    assert bytes(answered.result(DEADLINE_S)) == b"after lunch"


# Our own limit ----------------------------------------------------------------------------------


class UsedUp(RateLimit):
    """A limit at which the next turn comes in a day, unless its rate is changed."""

    def __init__(self) -> None:
        super().__init__(SLOWEST)
        self.asked = threading.Event()

    def seconds_until(self, turn: int) -> float:
        self.asked.set()
        return 86_400.0 if self.rate == SLOWEST else super().seconds_until(turn)


@pytest.mark.parametrize("side", ["sending", "receiving"])
def test_a_limited_channel_is_no_faster_than_its_limit(
    pair: Pair, threads: ThreadPoolExecutor, side: str
) -> None:
    client, server = pair
    (client if side == "sending" else server).limit = RateLimit(1_000_000)
    words = os.urandom(600_000)
    began = time.monotonic()
    sent = threads.submit(client.send, words)
    assert receive_exactly(server, len(words)) == words
    allowed = len(words) / 1_000_000 - BURST_S - SLICE_S
    assert time.monotonic() - began > allowed
    sent.result(DEADLINE_S)


def test_channels_share_a_limit(make: Make, pair: Pair, threads: ThreadPoolExecutor) -> None:
    pairs = [pair, joined(make, threads, *tcp_pair())]
    limit = RateLimit(1_000_000)
    words = os.urandom(300_000)
    began = time.monotonic()
    for client, _ in pairs:
        client.limit = limit
        threads.submit(client.send, words)
    for received in [threads.submit(receive_exactly, each, len(words)) for _, each in pairs]:
        assert received.result(DEADLINE_S) == words
    allowed = 2 * len(words) / 1_000_000 - BURST_S - 2 * SLICE_S
    assert time.monotonic() - began > allowed


def test_only_what_a_client_sends_and_a_server_receives_is_limited(pair: Pair) -> None:
    client, server = pair
    client.limit = server.limit = UsedUp()
    server.send(b"results")
    assert receive_exactly(client, 7) == b"results"


@pytest.mark.parametrize("side", ["sending", "receiving"])
def test_waiting_for_our_own_limit_is_nobodys_idleness(pair: Pair, side: str) -> None:
    client, server = pair
    limited = client if side == "sending" else server
    limited.limit = RateLimit(SLOWEST)
    if side == "sending":
        client.idle_timeout_s = 0.05
        client.send(bytes(5_000))
    else:
        client.send(bytes(5_000))
        server.idle_timeout_s = 0.05
        receive_exactly(server, 5_000)


@pytest.mark.parametrize("side", ["sending", "receiving"])
def test_a_wakeup_interrupts_the_wait_for_a_turn(
    pair: Pair, threads: ThreadPoolExecutor, side: str
) -> None:
    client, server = pair
    limited = client if side == "sending" else server
    if side == "receiving":
        client.send(b"x")
    limited.limit = limit = UsedUp()
    if side == "sending":
        waited: Future[Any] = threads.submit(client.send, b"x")
    else:
        waited = threads.submit(server.receive)
    assert limit.asked.wait(DEADLINE_S)
    limited.wakeup.set()
    assert isinstance(failure(waited), Interrupted)


@pytest.mark.parametrize("rate", [0, 1_000_000_000])
def test_another_limit_holds_for_who_waits_already(
    pair: Pair, threads: ThreadPoolExecutor, rate: int
) -> None:
    client, server = pair
    client.limit = limit = UsedUp()
    sent = threads.submit(client.send, b"at last")
    assert limit.asked.wait(DEADLINE_S)
    limit.rate = rate
    assert receive_exactly(server, 7) == b"at last"
    sent.result(DEADLINE_S)


def test_a_goodbye_waits_for_no_turn(pair: Pair, threads: ThreadPoolExecutor) -> None:
    client, server = pair
    client.limit = UsedUp()
    client.wakeup.set()
    left = threads.submit(client.say_goodbye, b"bye")
    assert receive_exactly(server, 3) == b"bye"
    server.close()
    left.result(DEADLINE_S)


def test_last_words_are_heard_without_a_turn(pair: Pair) -> None:
    client, server = pair
    server.limit = UsedUp()
    client.send(b"because")
    reset(client._sock)
    with contextlib.suppress(ConnectionLost):
        while not server._backlog:
            server.send(bytes(65536))
    server.limit = None
    assert receive_exactly(server, 7) == b"because"


# The end ----------------------------------------------------------------------------------------


def test_an_end_of_the_stream_is_a_lost_connection(pair: Pair) -> None:
    client, server = pair
    server.send(b"the last thing")
    server.close()
    assert receive_exactly(client, 14) == b"the last thing"
    with pytest.raises(ConnectionLost):
        client.receive()


def test_so_is_a_goodbye_of_the_other_side(pair: Pair, threads: ThreadPoolExecutor) -> None:
    client, server = pair
    leaving = threads.submit(server.say_goodbye, b"bye")
    assert receive_exactly(client, 3) == b"bye"
    with pytest.raises(ConnectionLost):
        client.receive()
    client.close()
    leaving.result(DEADLINE_S)


def test_a_reset_is_a_lost_connection(pair: Pair) -> None:
    client, server = pair
    reset(server._sock)
    with pytest.raises(ConnectionLost):
        client.receive()
    with pytest.raises(ConnectionLost):
        client.send(bytes(MIB))


def test_garbage_in_the_stream_is_a_lost_connection(pair: Pair) -> None:
    client, server = pair
    server._sock.send(b"\x17\x03\x03\x00\x20" + bytes(32))
    with pytest.raises(ConnectionLost):
        client.receive()


def test_last_words_reach_one_who_keeps_sending(pair: Pair, threads: ThreadPoolExecutor) -> None:
    client, server = pair

    def pump() -> bytes:
        while True:
            client.send(bytes(300_000))
            if heard := client.poll():
                return bytes(heard)

    heard = threads.submit(pump)
    receive_exactly(server, MIB)
    server.say_goodbye(b"disk full")
    assert heard.result(DEADLINE_S) == b"disk full"


def test_last_words_beat_the_broken_pipe(
    pair: Pair, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one who leaves does not wait for the end of a send that takes longer than a goodbye."""
    monkeypatch.setattr(module, "GOODBYE_TIMEOUT_S", 0.02)
    client, server = pair
    client.deadline = None
    sent = threads.submit(client.send, bytes(64 * MIB))
    receive_exactly(server, MIB)
    server.say_goodbye(b"disk full")
    sent.result(DEADLINE_S)
    assert bytes(client.receive()) == b"disk full"
    with pytest.raises(ConnectionLost):
        client.receive()
    with pytest.raises(ConnectionLost):
        client.send(b"more")


def test_a_goodbye_does_not_wait_for_one_who_stays(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GOODBYE_TIMEOUT_S", 0.1)
    client, server = pair
    server.say_goodbye(b"bye")
    assert receive_exactly(client, 3) == b"bye"


def test_nor_for_one_who_does_not_read(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GOODBYE_TIMEOUT_S", 0.1)
    client, _ = pair
    client.say_goodbye(bytes(64 * MIB))


def test_nor_for_one_who_never_stops(
    pair: Pair, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GOODBYE_TIMEOUT_S", 0.1)
    client, server = pair
    client.deadline = None

    def flood() -> None:
        with contextlib.suppress(ConnectionLost):
            while True:
                client.send(bytes(65536))
                client.poll()

    flooding = threads.submit(flood)
    server.say_goodbye(b"bye")
    flooding.result(DEADLINE_S)


def test_a_second_wakeup_does_not_cut_a_goodbye_short(
    pair: Pair, threads: ThreadPoolExecutor
) -> None:
    """Somebody who presses Ctrl+C twice still tells the other side."""
    client, server = pair
    client.wakeup.set()
    with pytest.raises(Interrupted):
        client.receive()
    client.wakeup.set()
    leaving = threads.submit(client.say_goodbye, b"cancelled")
    assert receive_exactly(server, 9) == b"cancelled"
    client.wakeup.set()
    server.close()
    leaving.result(DEADLINE_S)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts descriptors in /proc")
def test_no_failure_leaves_a_descriptor_open(
    threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HANDSHAKE_TIMEOUT_S", 0.05)
    monkeypatch.setattr(module, "GOODBYE_TIMEOUT_S", 0.05)

    def fail(treat: Callable[[socket.socket], object]) -> None:
        near, far = tcp_pair()
        with far, Wakeup() as wakeup:
            treated = threads.submit(treat, far)
            channel = Channel(
                near, tls_context(near_identity), server=True, wakeup=wakeup, name="X"
            )
            with pytest.raises(DesktopxferError):
                channel.handshake()
            channel.say_goodbye(b"why")
            treated.result(DEADLINE_S)

    treatments: list[Callable[[socket.socket], object]] = [
        lambda sock: None,
        reset,
        lambda sock: sock.sendall(HTTP),
        lambda sock: sock.close(),
        foreign_visit,
    ]
    for treat in treatments:
        fail(treat)
    before = descriptors()
    for treat in treatments * 3:
        fail(treat)
    assert descriptors() == before


def foreign_visit(sock: socket.socket) -> None:
    with contextlib.suppress(SSL.Error, EOFError, OSError):
        ForeignTls(sock, foreign_context(forged(authority=True))).handshake()


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def test_without_descriptors_a_channel_fails_and_closes_its_socket(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exhausted() -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr("selectors.DefaultSelector", exhausted)
    near, far = tcp_pair()
    with far, Wakeup() as wakeup:
        with pytest.raises(ConnectionLost):
            Channel(near, tls_context(near_identity), server=True, wakeup=wakeup, name="X")
        assert far.recv(1) == b""
