"""A man in the middle at first contact: two TLS connections with certificates of his own.

Anna sends to Bob, but both talk to Mallory. He wins when both screens show the same code, because
then two people confirm it.
"""

import contextlib
import hashlib
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from desktopxfer import errors
from desktopxfer.device import Address
from desktopxfer.identity import verification
from desktopxfer.identity.verification import commitment, opens, short_code
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.protocol.messages import VERSION, Hello, Reveal, Welcome
from desktopxfer.protocol.session import Role
from desktopxfer.transfer import conversation as module
from desktopxfer.transfer.conversation import Conversation, LocalDevice
from tests.transfer.engine import DEADLINE_S, new_device

ANNA, BOB = new_device("Anna"), new_device("Bob")
# To Anna he is Bob, to Bob he is Anna; only the certificates are his own.
AS_BOB, AS_ANNA = new_device("Bob"), new_device("Anna")
SOMEWHERE = Address("127.0.0.1")


class End:
    """One end of a connection over a socket pair, with real TLS."""

    def __init__(self, sock: socket.socket, local: LocalDevice, role: Role) -> None:
        self.local = local
        self.wakeup = Wakeup()
        server = role is Role.RECEIVER
        self.channel = Channel(sock, local.context, server=server, wakeup=self.wakeup, name="other")
        self.conversation = Conversation(self.channel, role)

    @property
    def exporter(self) -> bytes:
        return self.channel.exporter(verification.EXPORTER_LABEL)

    def close(self) -> None:
        self.channel.close()
        self.wakeup.close()


class Victim(threading.Thread):
    """Greets honestly and shows a code on its screen."""

    def __init__(self, sock: socket.socket, local: LocalDevice, role: Role) -> None:
        super().__init__()
        self._end = End(sock, local, role)
        self.code = ""
        self.failure: errors.DesktopxferError | None = None
        self.start()

    def run(self) -> None:
        try:
            _, self.code = self._end.conversation.greet(self._end.local, SOMEWHERE)
        except errors.DesktopxferError as failure:
            self.failure = failure
        self._end.close()


class Mallory:
    """Both legs after their handshakes, and the two victims."""

    def __init__(self) -> None:
        annas, here = socket.socketpair()
        bobs, there = socket.socketpair()
        self.anna = Victim(annas, ANNA, Role.SENDER)
        self.bob = Victim(bobs, BOB, Role.RECEIVER)
        self.to_anna = End(here, AS_BOB, Role.RECEIVER)
        self.to_bob = End(there, AS_ANNA, Role.SENDER)
        for leg in (self.to_anna, self.to_bob):
            leg.channel.handshake()
            leg.channel.deadline = None
            leg.channel.idle_timeout_s = DEADLINE_S

    def code_at_anna(self, annas_nonce: bytes, nonce: bytes) -> str:
        return short_code(
            sender_id=ANNA.identity.device_id,
            receiver_id=AS_BOB.identity.device_id,
            sender_nonce=annas_nonce,
            receiver_nonce=nonce,
            exporter=self.to_anna.exporter,
        )

    def code_at_bob(self, nonce: bytes, bobs_nonce: bytes) -> str:
        return short_code(
            sender_id=AS_ANNA.identity.device_id,
            receiver_id=BOB.identity.device_id,
            sender_nonce=nonce,
            receiver_nonce=bobs_nonce,
            exporter=self.to_bob.exporter,
        )

    def screens(self) -> tuple[str, str]:
        """What Anna and Bob see."""
        for victim in (self.anna, self.bob):
            victim.join(DEADLINE_S)
            assert victim.failure is None
        return self.anna.code, self.bob.code


@contextlib.contextmanager
def mallory() -> Iterator[Mallory]:
    between = Mallory()
    try:
        yield between
    finally:
        between.to_anna.close()
        between.to_bob.close()
        between.anna.join(DEADLINE_S)
        between.bob.join(DEADLINE_S)


def welcome(nonce: bytes) -> Welcome:
    return Welcome(VERSION, "Bob", "Linux", nonce)


def hello(committed: bytes) -> Hello:
    return Hello((VERSION,), "Anna", "Linux", committed)


def pass_on(between: Mallory) -> None:
    """Every word of the one to the other: same names, same commitment, same nonces."""
    annas = between.to_anna.conversation.expect(Hello)
    between.to_bob.conversation.send(hello(annas.commitment))
    bobs = between.to_bob.conversation.expect(Welcome)
    between.to_anna.conversation.send(welcome(bobs.nonce))
    between.to_bob.conversation.send(between.to_anna.conversation.expect(Reveal))


def make_own(between: Mallory) -> None:
    """Nonces of his own on both legs."""
    nonce = verification.new_nonce()
    between.to_anna.conversation.expect(Hello)
    between.to_bob.conversation.send(hello(commitment(nonce)))
    between.to_bob.conversation.expect(Welcome)
    between.to_anna.conversation.send(welcome(nonce))
    between.to_anna.conversation.expect(Reveal)
    between.to_bob.conversation.send(Reveal(nonce))


@pytest.mark.parametrize("relay", [pass_on, make_own], ids=lambda relay: relay.__name__)
@pytest.mark.parametrize(
    "runs", [20, pytest.param(1000, marks=pytest.mark.slow)], ids=["20", "1000"]
)
def test_the_codes_differ(relay: Callable[[Mallory], None], runs: int) -> None:
    """Two codes are equal once in a million runs, whatever he does.

    One of a thousand by chance would be a rare sight; two are a defect.
    """
    equal = 0
    for _ in range(runs):
        with mallory() as between:
            relay(between)
            annas, bobs = between.screens()
            assert len(annas) == len(bobs) == 6
            equal += annas == bobs
    print(f"codes differed in {runs - equal} of {runs} runs")
    assert equal <= runs // 1000


def test_without_a_man_in_the_middle_they_are_equal() -> None:
    near, far = socket.socketpair()
    anna, bob = Victim(near, ANNA, Role.SENDER), Victim(far, BOB, Role.RECEIVER)
    anna.join(DEADLINE_S)
    bob.join(DEADLINE_S)
    assert anna.code == bob.code != ""


def ground_out(
    between: Mallory, annas_nonce: bytes, wanted: str, tries: int
) -> tuple[bytes, int] | None:
    """A nonce that makes Anna's screen show the wanted code, and how many were tried."""
    ids = bytes.fromhex(ANNA.identity.device_id + AS_BOB.identity.device_id)
    start = hashlib.sha256(b"desktopxfer short code" + ids + annas_nonce)
    exporter, target = between.to_anna.exporter, int(wanted)
    for number in range(tries):
        digest, nonce = start.copy(), number.to_bytes(32)
        digest.update(nonce + exporter)
        if int.from_bytes(digest.digest()[:8]) % 1_000_000 == target:
            return nonce, number
    return None


@pytest.mark.slow
def test_without_the_commitment_the_codes_are_made_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    """KDE Connect CVE-2025-32898: a test build in which Hello shows the nonce itself.

    Mallory finishes with Bob first, so that his code is fixed, and then tries nonces for Anna. It
    shows that the attack of these tests works where there is something to win.
    """
    monkeypatch.setattr(verification, "commitment", lambda nonce: nonce)
    monkeypatch.setattr(module, "HELLO_TIMEOUT_S", 60.0)
    nonce = verification.new_nonce()
    with mallory() as between:
        annas_nonce = between.to_anna.conversation.expect(Hello).commitment
        between.to_bob.conversation.send(hello(nonce))
        bobs = between.to_bob.conversation.expect(Welcome)
        between.to_bob.conversation.send(Reveal(nonce))
        wanted = between.code_at_bob(nonce, bobs.nonce)
        ground = ground_out(between, annas_nonce, wanted, 20_000_000)
        assert ground is not None  # e^-20 that it is
        between.to_anna.conversation.send(welcome(ground[0]))
        annas, bobs_code = between.screens()
    print(f"ground out after {ground[1]} tries")
    assert annas == bobs_code


def test_with_the_commitment_200_000_trials_find_nothing() -> None:
    """The same grinding against the real thing: what is found does not open the commitment.

    Mallory knows Bob's nonce before he shows his own, so he can look for one that makes the codes
    equal; but he has committed himself before he saw it.
    """
    trials = 200_000
    with mallory() as between:
        promised = verification.new_nonce()
        between.to_anna.conversation.expect(Hello)
        between.to_bob.conversation.send(hello(commitment(promised)))
        between.to_bob.conversation.expect(Welcome)
        between.to_anna.conversation.send(welcome(verification.new_nonce()))
        annas = between.to_anna.conversation.expect(Reveal)
        committed = commitment(promised)
        opened = sum(opens(number.to_bytes(32), committed) for number in range(trials))
        assert opened == 0
        between.to_bob.conversation.send(Reveal((1).to_bytes(32)))
        between.bob.join(DEADLINE_S)
        assert isinstance(between.bob.failure, errors.ProtocolViolation)
        assert len(annas.nonce) == 32


def test_a_guess_before_the_reveal_is_only_luck() -> None:
    """The other direction: his answer to Anna is on its way before her nonce is known.

    The same 200 000 random-looking choices in every run; not one happens to be right.
    """

    def nonces(whose: bytes) -> Iterator[bytes]:
        number = 0
        while True:
            number += 1
            yield hashlib.sha256(whose + number.to_bytes(8)).digest()

    ids = {"sender_id": "a" * 64, "receiver_id": "b" * 64}
    lucky = 0
    for annas, chosen, _ in zip(nonces(b"Anna"), nonces(b"Mallory"), range(200_000), strict=False):
        shown = short_code(sender_nonce=annas, receiver_nonce=chosen, exporter=bytes(32), **ids)
        lucky += shown == "482913"
    assert lucky == 0
