"""The port itself: other programs, the slow, the many, the cut connection, and ourselves."""

import contextlib
import itertools
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from OpenSSL import SSL

from desktopxfer import errors
from desktopxfer.device import Trust
from desktopxfer.network import channel, listener
from desktopxfer.network.channel import Channel
from desktopxfer.network.listener import MAX_CONNECTIONS, MAX_PER_ADDRESS, Listener
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.offer import Decision
from desktopxfer.protocol.messages import OfferStart, Pair
from desktopxfer.settings import Visibility
from desktopxfer.transfer import conversation, receiver
from desktopxfer.transfer.admission import MAX_PENDING_STRANGERS, MAX_PENDING_STRANGERS_PER_HOST
from desktopxfer.transfer.progress import Finished
from tests.command_line import CHECKOUT, Receiver
from tests.hostile.flood import HELLO
from tests.hostile.harness import (
    ALICE,
    MALLORY,
    Target,
    attacker,
    connected,
    file,
    greeted,
    hello,
    offer,
    reached,
)
from tests.network.peers import HTTP, LOOPBACK, SSH, ZEROS, Proxy, reset, tcp_pair
from tests.transfer.engine import DEADLINE_S, ReceivingDevice, new_device, send

SMB = bytes.fromhex("000000a4ff534d4272000000001801280000000000000000000000000000")
CLIENT_HELLO = bytes.fromhex("16030100c8010000c40303") + bytes(32)  # the start of one


def heard_out(sock: socket.socket) -> None:
    """Waits until the victim hangs up."""
    with contextlib.suppress(ConnectionError):
        while sock.recv(65536):
            pass


# Other programs -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [b"", HTTP, b"GET / HTTP/1.1\r\n\r\n", SSH, SMB, ZEROS, CLIENT_HELLO, b"\x16\x03\x01\xff\xff"],
    ids=["nothing", "HTTP", "GET", "SSH", "SMB", "zeros", "half a hello", "a long record"],
)
@pytest.mark.parametrize("end", ["shut", "reset"])
def test_another_program_at_the_port_is_nobody(target: Target, words: bytes, end: str) -> None:
    with connected(target.address) as mallory:
        with contextlib.suppress(OSError):  # it may have hung up already
            mallory.sendall(words)
            if end == "shut":
                mallory.shutdown(socket.SHUT_WR)
                heard_out(mallory)
        if end == "reset":
            reset(mallory)
    assert target.bob.outcomes.empty()  # not even a thread was spent on it
    assert not target.was_asked


# The slow -----------------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The deadlines of the real thing are 10, 10 and 120 s."""
    monkeypatch.setattr(channel, "HANDSHAKE_TIMEOUT_S", 0.5)
    monkeypatch.setattr(conversation, "HELLO_TIMEOUT_S", 0.5)
    monkeypatch.setattr(receiver, "MANIFEST_TIMEOUT_S", 0.5)


PAUSE = threading.Event()  # never set


def drip(sock: socket.socket, words: bytes) -> None:
    """One byte at a time, for as long as anybody listens."""
    with contextlib.suppress(OSError):
        for byte in words:
            sock.sendall(bytes([byte]))
            PAUSE.wait(0.01)


def silence(_sock: socket.socket) -> None:
    pass


def slow_knock(sock: socket.socket) -> None:
    drip(sock, CLIENT_HELLO + bytes(1000))


@pytest.mark.parametrize("attack", [silence, slow_knock], ids=lambda attack: attack.__name__)
@pytest.mark.usefixtures("impatient")
def test_who_begins_no_handshake_is_shown_out(
    target: Target, attack: Callable[[socket.socket], None]
) -> None:
    """And costs no thread meanwhile."""
    began = time.monotonic()
    with connected(target.address) as sock:
        attack(sock)
        heard_out(sock)
    assert time.monotonic() - began < DEADLINE_S / 2
    assert target.bob.outcomes.empty()
    assert not target.was_asked


def slow_handshake(target: Target) -> None:
    with connected(target.address) as sock:
        sock.sendall(HELLO)
        drip(sock, bytes(1000))


def slow_hello(target: Target) -> None:
    with attacker(target) as mallory:
        mallory.last_words()


def slow_reveal(target: Target) -> None:
    with attacker(target) as mallory:
        mallory.say(hello())
        mallory.last_words()


def slow_offer(target: Target) -> None:
    with greeted(target) as mallory:
        mallory.last_words()


def slow_manifest(target: Target) -> None:
    start, *_ = offer(*(file(f"{number}") for number in range(1000)))
    with greeted(target) as mallory:
        mallory.say(start)
        with contextlib.suppress(errors.DesktopxferError):
            for number in range(1000):
                if not target.bob.outcomes.empty():
                    break
                mallory.say(offer(file(f"{number}"))[1])
                PAUSE.wait(0.01)
        mallory.last_words()


SLOW = [slow_handshake, slow_hello, slow_reveal, slow_offer, slow_manifest]


@pytest.mark.parametrize("attack", SLOW, ids=lambda attack: attack.__name__)
@pytest.mark.usefixtures("impatient")
def test_the_slow_end_in_time(target: Target, attack: Callable[[Target], None]) -> None:
    """KDE Connect CVE-2020-26164, rsync 2026: a deadline for each step that no drip lengthens."""
    began = time.monotonic()
    attack(target)
    outcome = target.outcome()
    assert isinstance(outcome, errors.TimedOut | errors.NotDesktopxfer)
    assert time.monotonic() - began < DEADLINE_S / 2
    assert not target.was_asked


@pytest.mark.usefixtures("impatient")
def test_places_that_the_slow_took_are_free_again(target: Target) -> None:
    """OnionShare CVE-2022-21689: the upload slots were taken for ever."""
    with contextlib.ExitStack() as held:
        for number in range(MAX_CONNECTIONS):
            source = f"127.0.0.{2 + number // MAX_PER_ADDRESS}"
            held.enter_context(connected(target.address, source)).sendall(HELLO)
        for _ in range(MAX_CONNECTIONS):
            target.outcome()
    assert not target.bob._listener._open


# The many -----------------------------------------------------------------------------------------


def test_one_computer_cannot_take_every_place(target: Target) -> None:
    """croc 2026, KDE Connect CVE-2020-26164: the others still come through."""
    with contextlib.ExitStack() as held:
        for _ in range(10 * MAX_PER_ADDRESS):
            held.enter_context(connected(target.address, "127.0.0.2")).sendall(HELLO)
        target.send_honestly()
    for _ in range(MAX_PER_ADDRESS):
        target.outcome()


@pytest.mark.parametrize("words", [b"", CLIENT_HELLO], ids=["silent", "half a hello"])
def test_who_only_knocks_takes_no_place(target: Target, words: bytes) -> None:
    """From many addresses, as one computer may have them."""
    with contextlib.ExitStack() as held:
        for number in range(4 * MAX_CONNECTIONS):
            sock = connected(target.address, f"127.0.1.{1 + number % 100}")
            held.enter_context(sock).sendall(words)
        target.send_honestly()
    assert target.bob.outcomes.empty()


def test_a_burst_of_knocks_drops_no_honest_one() -> None:
    """Where the queue of the system is full, whoever knocks next has to wait for seconds."""
    server = Listener(LOOPBACK, 0)  # not even accepting yet
    with contextlib.ExitStack() as held:
        for _ in range(500):
            sock = held.enter_context(socket.socket())
            sock.settimeout(0.9)  # before the system tries a second time
            sock.connect((LOOPBACK, server.port))
    server.abandon()


@contextlib.contextmanager
def flood(port: int, count: int, seconds: float) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "tests.hostile.flood", str(port), str(count), str(seconds)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as process:
        yield process
        made, _ = process.communicate(timeout=DEADLINE_S)
        assert int(made.split()[0]) == count


BYSTANDER = """
import socket
with socket.create_server(("127.0.0.1", 0), backlog=1024) as server:
    print(server.getsockname()[1], flush=True)
    while True:
        server.accept()[0].close()
"""


@contextlib.contextmanager
def bystander() -> Iterator[int]:
    """The port of a program that takes connections and does nothing with them."""
    words = [sys.executable, "-c", BYSTANDER]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield int(process.stdout.readline())
        process.terminate()


def speed(program: Receiver, source: Path) -> float:
    """Sends a file honestly; its speed in bytes per second."""
    sent = send([source], reached(program), local=ALICE)
    assert (sent.files, sent.failed) == (1, 0)
    shutil.rmtree(program.into)
    return sent.total_bytes / sent.seconds


def test_honest_transfers_succeed_in_a_flood(tmp_path: Path) -> None:
    """KDE Connect CVE-2020-26164, croc 2026: a thousand connections that never authenticate."""
    (tmp_path / "file").write_bytes(b"x" * 1_000_000)
    with Receiver(tmp_path, "--accept", "everyone") as program:
        with flood(program.listening["port"], 1000, 1.0) as attack:
            while attack.poll() is None:
                speed(program, tmp_path / "file")
        speed(program, tmp_path / "file")
        program.stop()  # and has shown no traceback
        assert {event["event"] for event in program.events} <= {
            *("listening", "offer", "progress", "finished")
        }


def speeds_in_flood(program: Receiver, source: Path, port: int) -> list[float]:
    """Of one honest transfer after the other, while 2 000 connections come to `port`."""
    measured = []
    with flood(port, 2000, 1.6) as attack:
        while attack.poll() is None:
            measured.append(speed(program, source))
    return measured[:-1] or measured  # the last one saw the flood end


def kept_in_flood(program: Receiver, source: Path) -> float:
    """The part of its speed that a transfer keeps in a flood of 10 000 connections.

    Of its speed while the same flood comes to another program on this computer: the processor time
    of the attacker, which would be another computer, is not what the flood costs the victim.
    """
    spared, besieged = [], []
    with bystander() as elsewhere:
        for _ in range(5):  # in turns, so that whatever else the machine does concerns both
            spared += speeds_in_flood(program, source, elsewhere)
            besieged += speeds_in_flood(program, source, program.listening["port"])
    ratio = statistics.median(besieged) / statistics.median(spared)
    print(f"{ratio:.0%} of {statistics.median(spared) / 1e6:.0f} MB/s in a flood")
    return ratio


@pytest.mark.slow
def test_10_000_connections_stop_no_honest_transfer(tmp_path: Path) -> None:
    """KDE Connect CVE-2020-26164: a transfer keeps at least 80 % of its speed (prints it: -s).

    It may be tried again: what else runs on the machine may fall on the wrong half of one trial.
    """
    with (tmp_path / "file").open("wb") as file:
        file.truncate(100_000_000)
    with Receiver(tmp_path, "--accept", "everyone") as program:
        speed(program, tmp_path / "file")  # everything is loaded
        assert any(kept_in_flood(program, tmp_path / "file") >= 0.8 for _ in range(3))
        program.stop()


def test_a_device_has_one_question_at_a_time(target: Target) -> None:
    """A flood of offers from one device: one dialog."""
    target.decide = target.unanswered
    with greeted(target) as first:
        first.say(*offer(file("a")))
        target.bob.offers.get(timeout=DEADLINE_S)
        for words in (offer(file("b")), [Pair()]):
            with greeted(target) as again:
                again.say(*words)
                assert isinstance(again.last_words(), errors.TooManyConnections)
            assert isinstance(target.outcome(), errors.TooManyConnections)
    target.outcome()
    assert not target.was_asked


def test_strangers_have_few_questions_at_a_time(target: Target) -> None:
    """A flood of offers from made-up devices; who is trusted is asked about all the same."""
    target.decide = target.unanswered
    with contextlib.ExitStack() as held:
        for number in range(3 * MAX_PENDING_STRANGERS):
            local, source = new_device(f"Stranger {number}"), f"127.0.0.{2 + number}"
            stranger = held.enter_context(greeted(target, local, source=source))
            stranger.say(*offer(file("a")))
            if number < MAX_PENDING_STRANGERS:
                target.bob.offers.get(timeout=DEADLINE_S)
            else:
                assert isinstance(target.fate_of(stranger), errors.TooManyConnections)
        assert not target.was_asked
        target.send_honestly()
    for _ in range(MAX_PENDING_STRANGERS):
        target.outcome()


def test_one_computer_cannot_ask_every_question(target: Target) -> None:
    """However many certificates it makes for itself, another stranger is asked about."""
    target.decide = target.unanswered
    with contextlib.ExitStack() as held:
        for number in range(2 * MAX_PENDING_STRANGERS):
            stranger = held.enter_context(greeted(target, new_device(f"Stranger {number}")))
            stranger.say(*offer(file("a")))
            if number < MAX_PENDING_STRANGERS_PER_HOST:
                target.bob.offers.get(timeout=DEADLINE_S)
            else:
                assert isinstance(target.fate_of(stranger), errors.TooManyConnections)
        assert not target.was_asked
        honest = held.enter_context(greeted(target, new_device("Carol"), source="127.0.0.2"))
        honest.say(*offer(file("a")))
        target.bob.offers.get(timeout=DEADLINE_S)
    for _ in range(MAX_PENDING_STRANGERS_PER_HOST + 1):
        target.outcome()


@pytest.mark.parametrize("identity", ["the same", "a new one"])
def test_after_a_no_a_stranger_must_wait(target: Target, identity: str) -> None:
    """Neither the device nor, with a new certificate, its computer is asked about again soon."""
    target.decide = lambda _offer: Decision(None)
    mallory, again = new_device("Mallory"), new_device("Trudy")
    with greeted(target, mallory) as attack:
        attack.say(*offer(file("a")))
        assert target.fate_of(attack) is None  # declined
    assert target.was_asked
    for _ in range(20):
        with greeted(target, mallory if identity == "the same" else again) as attack:
            attack.say(*offer(file("a")))
            assert isinstance(attack.last_words(), errors.NotReceiving)
        assert isinstance(target.outcome(), errors.NotReceiving)
    assert not target.was_asked


@pytest.mark.parametrize("visibility", [Visibility.TRUSTED, Visibility.NOBODY])
@pytest.mark.parametrize("words", [offer(file("a")), [Pair()]], ids=["offer", "pair"])
def test_nobody_is_asked_about_a_stranger(
    target: Target, visibility: Visibility, words: list[OfferStart]
) -> None:
    target.bob.admission.visibility = visibility
    with greeted(target) as mallory:
        mallory.say(*words)
        assert isinstance(mallory.last_words(), errors.NotReceiving)
    assert isinstance(target.outcome(), errors.NotReceiving)
    assert not target.was_asked
    target.bob.admission.visibility = Visibility.EVERYONE


def test_a_blocked_device_learns_nothing(target: Target) -> None:
    known = target.bob.known.get(MALLORY.identity.device_id)
    target.bob.known.remember(known, trust=Trust.BLOCKED)
    with greeted(target) as mallory:
        mallory.say(*offer(file("a")))
        assert isinstance(mallory.last_words(), errors.NotReceiving)
    assert isinstance(target.outcome(), errors.DeviceBlocked)
    assert not target.was_asked


# Cut ----------------------------------------------------------------------------------------------


A_LOT = 1 << 30


def first_words() -> int:
    """The size of Alice's ClientHello."""
    tls = SSL.Connection(ALICE.context, None)
    tls.set_connect_state()
    with contextlib.suppress(SSL.WantReadError):
        tls.do_handshake()
    return len(tls.bio_read(65536))


@pytest.mark.parametrize(
    "step", [97, pytest.param(3, marks=pytest.mark.slow)], ids=["some", "many"]
)
def test_cut_at_every_byte(
    target: Target, tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection ends after each number of bytes: all has arrived, or nothing has its name."""
    monkeypatch.setattr(listener, "BEGIN_EVERY_S", 0.0)  # a flood of our own
    (tmp_path / "file").write_bytes(b"x" * 3000)
    with Proxy(target.address, cut_after=A_LOT) as proxy:
        through = replace(target.device, addresses=(proxy.address,))
        send([tmp_path / "file"], through, local=ALICE)
        assert isinstance(target.outcome(), Finished)
        assert proxy._left is not None
        whole = A_LOT - proxy._left
    target.clear()
    finished = 0
    for cut in range(1, whole + step, step):
        with Proxy(target.address, cut_after=cut) as proxy:
            through = replace(target.device, addresses=(proxy.address,))
            with contextlib.suppress(errors.DesktopxferError):
                send([tmp_path / "file"], through, local=ALICE)
            # What ends within the first words of the handshake never came to be a connection.
            outcome = target.outcome() if cut >= first_words() else None
        assert set(target.published) <= {"file"}
        if target.published:  # then whole, even if the receipt did not come through
            assert (target.into / "file").read_bytes() == b"x" * 3000
        else:
            assert not isinstance(outcome, Finished)
        finished += isinstance(outcome, Finished)
        target.discard_interrupted()
        target.clear()
    assert finished > 0


# Ourselves ----------------------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[ReceivingDevice, ReceivingDevice]]:
    with ReceivingDevice(tmp_path / "one") as one, ReceivingDevice(tmp_path / "other") as other:
        yield one, other


def test_both_connect_at_once(two: tuple[ReceivingDevice, ReceivingDevice], tmp_path: Path) -> None:
    """Each sends to the other at the same moment, again and again: two connections, no deadlock."""
    (tmp_path / "file").write_bytes(b"x" * 500_000)
    together = threading.Barrier(2)
    failures: list[BaseException] = []

    def send_often(source: ReceivingDevice, to: ReceivingDevice) -> None:
        try:
            for _ in range(10):
                together.wait(DEADLINE_S)
                assert send([tmp_path / "file"], to.device, local=source.local).files == 1
        except BaseException as failure:  # noqa: BLE001 - told in the test's own thread
            failures.append(failure)
            together.abort()

    threads = [threading.Thread(target=send_often, args=pair) for pair in (two, two[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(DEADLINE_S)
    assert failures == []
    assert len(list((tmp_path / "one").iterdir())) == 10
    assert len(list((tmp_path / "other").iterdir())) == 10


def test_a_connection_to_self_ends_before_anything_is_said(target: Target, tmp_path: Path) -> None:
    (tmp_path / "secret-plan").touch()
    for known in (target.device, replace(target.device, device_id="")):
        with pytest.raises(errors.ConnectionToSelf):
            send([tmp_path / "secret-plan"], known, local=target.bob.local)
        assert isinstance(target.outcome(), errors.ConnectionToSelf)
    assert not target.was_asked


def test_a_computer_that_is_gone_is_noticed() -> None:
    """Half-open: besides our own deadlines the system asks and counts what nobody acknowledges."""
    near, far = tcp_pair()
    with far, Wakeup() as wakeup:
        opened = Channel(near, ALICE.context, server=True, wakeup=wakeup, name="victim")
        assert near.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            assert 0 < near.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) <= 600_000
        opened.close()


def test_no_wait_depends_on_the_wall_clock(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that is set, by hand or over the network, jumps by years at every look."""
    years = itertools.cycle([0.0, 4e9, 1e9, -1e9, 2e9])
    monkeypatch.setattr(time, "time", lambda: next(years))
    for _ in range(5):
        target.send_honestly()
