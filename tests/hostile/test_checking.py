"""Who asks to be connected to: only there, only to be recognised, and only so often."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktopxfer import errors
from desktopxfer.device import Address, Peer
from desktopxfer.errors import DesktopxferError
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.protocol.framing import frame
from desktopxfer.protocol.messages import Check, Checked, FrameType
from desktopxfer.settings import Visibility
from desktopxfer.transfer import admission
from desktopxfer.transfer.admission import Admission
from tests.hostile.harness import (
    ALICE,
    MALLORY,
    Target,
    closed_port,
    greeted,
)
from tests.network.peers import LOOPBACK, SSH, Server


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Target]:
    root = tmp_path / "target"
    root.mkdir()
    with Target(root) as target:
        yield target
        target.check()


def answer(target: Target, port: int, *, source: str = LOOPBACK) -> str:
    """What the target says that it met at this port of who asks; or why it does not try."""
    with greeted(target, source=source) as mallory:
        mallory.conversation.send(Check(port))
        try:
            said = mallory.conversation.expect(Checked).error
        except DesktopxferError as error:
            said = error.code
        mallory.channel.close()
    target.outcome()
    return said


class Watch:
    """Listens at one address and counts who comes; shows what they say before anything is said."""

    def __init__(self, host: str) -> None:
        self.came: list[bytes] = []
        self._sock = socket.create_server((host, 0))
        self.port = int(self._sock.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self._sock.accept()
                with sock:
                    self.came.append(sock.recv(100_000))

    def close(self) -> None:
        self._sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._sock.close()


@contextlib.contextmanager
def watch(host: str) -> Iterator[Watch]:
    with contextlib.closing(Watch(host)) as watched:
        yield watched


def test_who_is_there_is_met(target: Target) -> None:
    def serve(sock: socket.socket) -> None:
        with Wakeup() as wakeup:
            channel = Channel(sock, MALLORY.context, server=True, wakeup=wakeup, name="target")
            channel.handshake()
            assert channel.peer_id == target.bob.local.identity.device_id
            with pytest.raises(errors.ConnectionLost):  # not a byte is said inside
                channel.receive()
            channel.close()

    with Server(serve) as server:
        assert answer(target, server.address.port) == ""


def test_what_is_there_instead_is_named(target: Target) -> None:
    def other(sock: socket.socket) -> None:
        with Wakeup() as wakeup:
            channel = Channel(sock, ALICE.context, server=True, wakeup=wakeup, name="target")
            with contextlib.suppress(DesktopxferError):
                channel.handshake()
                channel.receive()
            channel.close()

    def ssh(sock: socket.socket) -> None:
        sock.sendall(SSH)
        sock.recv(100_000)

    assert answer(target, closed_port()) == "refused"
    with Server(other) as server:
        assert answer(target, server.address.port) == "wrong_device"
    with Server(ssh) as server:
        assert answer(target, server.address.port) == "not_desktopxfer"


def test_only_the_address_that_asks_is_connected_to(target: Target) -> None:
    """KDE Connect CVE-2020-26164: made to connect to whatever a packet names."""
    with watch("127.0.0.7") as mine, watch("127.0.0.8") as another:
        answer(target, mine.port, source="127.0.0.7")
        answer(target, another.port, source="127.0.0.7")
    assert len(mine.came) == 1
    assert mine.came[0][:1] == b"\x16"  # a TLS handshake, and no byte of ours before it
    assert another.came == []


@pytest.mark.parametrize(
    "port", [-1, 0, 1, 22, 80, 1023, 65536, 2**31, 2**63, True, 1.5, "22", None]
)
def test_no_other_port_can_be_asked_for(target: Target, port: object) -> None:
    with greeted(target) as mallory:
        mallory.say(frame(FrameType.CHECK, msgspec.msgpack.encode({"port": port})))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)


def test_an_address_in_the_message_is_not_looked_at(target: Target) -> None:
    asked = {"port": closed_port(), "host": "127.0.0.8", "address": "127.0.0.8"}
    with watch("127.0.0.8") as other, greeted(target, source="127.0.0.7") as mallory:
        asked["port"] = other.port
        mallory.say(frame(FrameType.CHECK, msgspec.msgpack.encode(asked)))
        mallory.conversation.session.state = mallory.conversation.session.state.CHECK
        assert mallory.conversation.expect(Checked).error == "refused"
    target.outcome()
    assert other.came == []


def test_a_thousand_wishes_are_a_few_connections(target: Target) -> None:
    """Asked as fast as one address may, over and over; each connection asks once."""
    with watch(LOOPBACK) as mine:
        answers = [answer(target, mine.port) for _ in range(40)]
    assert len(mine.came) == admission.CHECKS_PER_HOST
    assert answers[admission.CHECKS_PER_HOST :] == ["too_many_connections"] * (
        40 - admission.CHECKS_PER_HOST
    )


def test_a_connection_asks_once(target: Target) -> None:
    with watch(LOOPBACK) as mine, greeted(target) as mallory:
        wish = frame(FrameType.CHECK, msgspec.msgpack.encode({"port": mine.port}))
        mallory.say(wish * 1000)
        target.fate_of(mallory)
    assert len(mine.came) == 1


def test_one_that_never_answers_holds_no_place_for_others(target: Target) -> None:
    """It takes a connection and is silent: meanwhile others are told that it is busy."""
    with socket.create_server((LOOPBACK, 0)) as silent:
        with greeted(target) as mallory:
            mallory.conversation.send(Check(silent.getsockname()[1]))
            held, _ = silent.accept()
            with held:
                assert answer(target, closed_port()) == "too_many_connections"
            assert mallory.conversation.expect(Checked).error == "not_desktopxfer"
        target.outcome()
    assert answer(target, closed_port()) == "refused"


@pytest.mark.parametrize("visibility", [Visibility.TRUSTED, Visibility.NOBODY])
def test_who_may_not_offer_may_not_ask_this(target: Target, visibility: Visibility) -> None:
    target.bob.admission.visibility = visibility
    with watch(LOOPBACK) as mine:
        assert answer(target, mine.port) == "not_receiving"
    assert mine.came == []
    target.bob.admission.visibility = Visibility.EVERYONE


def test_a_blocked_device_is_not_connected_to(target: Target) -> None:
    peer = Peer(MALLORY.identity.device_id, "Mallory", "Linux", Address(LOOPBACK))
    target.bob.known.block(peer)
    with watch(LOOPBACK) as mine:
        assert answer(target, mine.port) == "not_receiving"
    assert mine.came == []


def test_a_minute_later_it_may_be_asked_again(target: Target) -> None:
    now = [0.0]
    door = Admission(target.bob.known, Visibility.EVERYONE, clock=lambda: now[0])

    def asks(host: str) -> bool:
        peer = Peer("d" * 64, "Dora", "Linux", Address(host))
        try:
            with door.check(peer):
                return True
        except errors.TooManyConnections:
            return False

    hosts = [f"10.0.0.{number}" for number in range(10)]
    let_in = [asks(host) for host in hosts for _ in range(10)]
    assert sum(let_in) == admission.CHECKS
    assert sum(let_in[:10]) == admission.CHECKS_PER_HOST
    now[0] += admission.CHECKS_WITHIN_S
    assert asks(hosts[0])
