import contextlib
import dataclasses
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue

import pytest

from desktopxfer.device import Address, Device, Peer
from desktopxfer.errors import (
    Cancelled,
    CancelledThere,
    ConnectionLost,
    ConnectionToSelf,
    Declined,
    DesktopxferError,
    DiskFull,
    FailedThere,
    NotDesktopxfer,
    NotEnoughSpace,
    ProtocolViolation,
    TimedOut,
    UpdateHere,
    UpdateThere,
    WrongDevice,
)
from desktopxfer.identity import certificate, verification
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.offer import Entry, EntryKind
from desktopxfer.protocol.messages import (
    VERSION,
    Cancel,
    Decline,
    End,
    Hello,
    ManifestEnd,
    ManifestPage,
    Message,
    OfferStart,
    Reveal,
    Welcome,
)
from desktopxfer.protocol.session import Role
from desktopxfer.transfer import conversation as module
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.connecting import connect
from desktopxfer.transfer.conversation import Conversation, LocalDevice
from tests.network.peers import (
    DEADLINE_S,
    HTTP,
    Proxy,
    Server,
    Speaker,
    hanging_up,
    saying,
    tcp_pair,
)

anna = LocalDevice(certificate.create(), "Anna", "Linux")
bob = LocalDevice(certificate.create(), "Bob", "Windows")
HERE = Address("192.0.2.1", 1)  # what the listener said; nobody connects to it
NONCE = bytes(range(32))

Converse = Callable[..., Conversation]
Greeting = tuple[Peer, str]


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as executor:
        yield executor


@pytest.fixture
def converse() -> Iterator[Converse]:
    """Conversations that are closed, with their wakeups, after the test."""
    with contextlib.ExitStack() as stack:

        def conversation(sock: socket.socket, local: LocalDevice, role: Role) -> Conversation:
            wakeup = stack.enter_context(Wakeup())
            channel = Channel(
                sock, local.context, server=role is Role.RECEIVER, wakeup=wakeup, name="there"
            )
            stack.callback(channel.close)
            return Conversation(channel, role)

        yield conversation


Pair = tuple[Conversation, Conversation]


@pytest.fixture
def pair(converse: Converse) -> Pair:
    near, far = tcp_pair()
    return converse(near, anna, Role.SENDER), converse(far, bob, Role.RECEIVER)


def greet_both(
    pair: Pair,
    threads: ThreadPoolExecutor,
    sender: LocalDevice = anna,
    receiver: LocalDevice = bob,
    expected_id: str = "",
) -> tuple["Future[Greeting]", "Future[Greeting]"]:
    return (
        threads.submit(pair[0].greet, sender, HERE, expected_id=expected_id),
        threads.submit(pair[1].greet, receiver, HERE),
    )


def failure(future: "Future[Greeting]") -> BaseException | None:
    return future.exception(DEADLINE_S)


# While content moves ----------------------------------------------------------------------------


def test_only_while_content_moves_it_keeps_to_the_limits_of_its_device(
    pair: Pair, threads: ThreadPoolExecutor
) -> None:
    for each in greet_both(pair, threads):
        each.result(DEADLINE_S)
    for conversation, limit in zip(pair, (anna.limits.sending, bob.limits.receiving), strict=True):
        assert conversation.channel.limit is None
        with conversation.moving():
            assert conversation.channel.limit is limit
        assert conversation.channel.limit is None


def test_only_while_content_moves_the_computer_is_kept_awake(
    pair: Pair, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    holders: list[str] = []

    @contextlib.contextmanager
    def hold(reason: str) -> Iterator[None]:
        holders.append(reason)
        yield
        holders.remove(reason)

    monkeypatch.setattr(module, "staying_awake", hold)
    for each in greet_both(pair, threads):
        each.result(DEADLINE_S)
    with pair[0].moving(), pair[1].moving():
        assert holders == ["Files are being sent", "Files are being received"]
    assert not holders


def test_a_device_that_is_called_otherwise_keeps_its_limits() -> None:
    renamed = dataclasses.replace(anna, name="Annika")
    assert renamed.name == "Annika"
    assert renamed.limits is anna.limits


# The greeting -----------------------------------------------------------------------------------


def test_both_learn_who_is_there_and_see_the_same_code(
    pair: Pair, threads: ThreadPoolExecutor
) -> None:
    (receiver, code), (sender, same_code) = (
        each.result(DEADLINE_S) for each in greet_both(pair, threads)
    )
    assert receiver == Peer(bob.identity.device_id, "Bob", "Windows", HERE)
    assert sender == Peer(anna.identity.device_id, "Anna", "Linux", HERE)
    assert code == same_code
    assert len(code) == 6
    assert code.isdecimal()


def test_the_code_is_another_one_each_time(converse: Converse, threads: ThreadPoolExecutor) -> None:
    codes = set()
    for _ in range(3):
        near, far = tcp_pair()
        pair = converse(near, anna, Role.SENDER), converse(far, bob, Role.RECEIVER)
        codes.add(greet_both(pair, threads)[0].result(DEADLINE_S)[1])
    assert len(codes) > 1


def test_what_it_calls_itself_is_cleaned(pair: Pair, threads: ThreadPoolExecutor) -> None:
    hostile = LocalDevice(certificate.create(), "Bob", "Windows")
    object.__setattr__(hostile, "name", "\x1b]0;pwned\x07 \u202eboB \n" + "x" * 200)
    object.__setattr__(hostile, "platform", "<b>\x00")
    peer, _ = greet_both(pair, threads, sender=hostile)[1].result(DEADLINE_S)
    assert "\x1b" not in peer.name
    assert "\u202e" not in peer.name
    assert "\n" not in peer.name
    assert len(peer.name) <= 64
    assert "\x00" not in peer.platform


@pytest.mark.parametrize("name", ["", " ", "x" * 100_000, "caf\udce9", "\u202e\x1b[31m"])
def test_whatever_the_user_calls_a_device_it_can_greet(
    pair: Pair, threads: ThreadPoolExecutor, name: str
) -> None:
    odd = LocalDevice(certificate.create(), name, name)
    greetings = greet_both(pair, threads, sender=odd)
    assert all(each.result(DEADLINE_S)[0].name for each in greetings)


def test_another_device_gets_no_byte(pair: Pair, threads: ThreadPoolExecutor) -> None:
    at_sender, at_receiver = greet_both(pair, threads, expected_id="0" * 64)
    error = failure(at_sender)
    assert isinstance(error, WrongDevice)
    pair[0].channel.close()
    assert isinstance(failure(at_receiver), ConnectionLost)


def test_a_device_does_not_talk_to_itself(converse: Converse, threads: ThreadPoolExecutor) -> None:
    near, far = tcp_pair()
    pair = converse(near, anna, Role.SENDER), converse(far, anna, Role.RECEIVER)
    greetings = greet_both(pair, threads, receiver=anna)
    assert all(isinstance(failure(each), ConnectionToSelf) for each in greetings)


def test_it_survives_delivery_byte_by_byte(converse: Converse, threads: ThreadPoolExecutor) -> None:
    def receive(sock: socket.socket) -> None:
        conversation = converse(sock, bob, Role.RECEIVER)
        met.set_result(conversation.greet(bob, HERE))
        conversation.channel.say_goodbye()

    met: Future[Greeting] = Future()
    with Server(receive) as server, Proxy(server.address, step=1) as proxy:
        sender = converse(socket.create_connection(proxy.address), anna, Role.SENDER)
        _, code = sender.greet(anna, HERE)
        assert met.result(DEADLINE_S)[1] == code
        sender.channel.say_goodbye()


def test_wherever_it_is_cut_both_sides_fail_with_a_sentence(
    converse: Converse, threads: ThreadPoolExecutor
) -> None:
    met: SimpleQueue[Future[Greeting]] = SimpleQueue()

    def receive(sock: socket.socket) -> None:
        conversation = converse(sock, bob, Role.RECEIVER)
        greeting = threads.submit(conversation.greet, bob, HERE)
        met.put(greeting)
        greeting.exception(DEADLINE_S)
        conversation.channel.close()

    failures = []
    with Server(receive) as server:
        for cut_after in range(1, 100_000, 67):  # no regular place of anything
            with Proxy(server.address, cut_after=cut_after) as proxy:
                sender = converse(socket.create_connection(proxy.address), anna, Role.SENDER)
                with contextlib.suppress(ConnectionLost, NotDesktopxfer):
                    sender.greet(anna, HERE)
                sender.channel.close()
            error = failure(met.get(timeout=DEADLINE_S))
            if error is None:  # the cut came after the whole greeting
                break
            failures.append(error)
    assert len(failures) > 20
    assert all(isinstance(each, ConnectionLost | NotDesktopxfer) for each in failures)


# Foreign and hostile peers ----------------------------------------------------------------------


@contextlib.contextmanager
def foreign_sender(
    converse: Converse, threads: ThreadPoolExecutor
) -> Iterator[tuple[Speaker, "Future[Greeting]"]]:
    """A peer of our making that connects to an honest receiver."""
    near, far = tcp_pair()
    receiver = converse(far, bob, Role.RECEIVER)
    with Speaker(near, anna.identity) as speaker:
        greeted = threads.submit(greet_or_give_up, receiver, bob)
        speaker.handshake()
        yield speaker, greeted


@contextlib.contextmanager
def foreign_receiver(
    converse: Converse, threads: ThreadPoolExecutor
) -> Iterator[tuple[Speaker, "Future[Greeting]"]]:
    """A peer of our making to which an honest sender connects."""
    near, far = tcp_pair()
    sender = converse(near, anna, Role.SENDER)
    with Speaker(far, bob.identity, server=True) as speaker:
        greeted = threads.submit(greet_or_give_up, sender, anna)
        speaker.handshake()
        yield speaker, greeted


def greet_or_give_up(conversation: Conversation, local: LocalDevice) -> Greeting:
    try:
        return conversation.greet(local, HERE)
    except DesktopxferError as error:
        conversation.give_up(error)
        raise


def hello(*versions: int, nonce: bytes = NONCE) -> Hello:
    return Hello(versions, "Eve", "Plan 9", verification.commitment(nonce))


@pytest.mark.parametrize(
    ("versions", "here", "there"),
    [
        ((VERSION + 1, VERSION + 2), UpdateHere, "update_there"),
        ((0,), UpdateThere, "update_here"),
    ],
)
def test_without_a_common_version_both_people_hear_who_has_to_update(
    converse: Converse,
    threads: ThreadPoolExecutor,
    versions: tuple[int, ...],
    here: type[DesktopxferError],
    there: str,
) -> None:
    with foreign_sender(converse, threads) as (speaker, greeted):
        speaker.say(hello(*versions))
        assert speaker.hear() == Cancel(there)
        assert speaker.hear() is None
    error = failure(greeted)
    assert type(error) is here
    assert str(error).startswith("Eve uses ")


def test_a_newer_peer_that_still_speaks_this_version_is_welcome(
    converse: Converse, threads: ThreadPoolExecutor
) -> None:
    with foreign_sender(converse, threads) as (speaker, greeted):
        speaker.say(hello(VERSION + 1, VERSION))
        welcome = speaker.hear()
        assert isinstance(welcome, Welcome)
        assert welcome.version == VERSION
        speaker.say(Reveal(NONCE))
        assert greeted.result(DEADLINE_S)[0].name == "Eve"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Cancel("update_here"), UpdateHere),
        (Cancel("update_there"), UpdateThere),
        (Cancel("not_receiving"), DesktopxferError),
        (Cancel("an error of the future"), FailedThere),
        (Cancel("path_missing"), FailedThere),  # ours alone; a peer cannot put it on our screen
        (Welcome(VERSION + 1, "Eve", "", NONCE), ProtocolViolation),
        (Reveal(NONCE), ProtocolViolation),
        (Decline("declined"), ProtocolViolation),
    ],
)
def test_a_receiver_may_answer_a_greeting_with_anything(
    converse: Converse,
    threads: ThreadPoolExecutor,
    answer: Message,
    expected: type[DesktopxferError],
) -> None:
    with foreign_receiver(converse, threads) as (speaker, greeted):
        assert isinstance(speaker.hear(), Hello)
        speaker.say(answer)
    error = failure(greeted)
    assert isinstance(error, expected)
    assert error.subject == "there"


@pytest.mark.parametrize(
    "words",
    [
        [Reveal(NONCE)],
        [OfferStart(bytes(16), 1, 0)],
        [hello(VERSION), hello(VERSION)],
        [hello(VERSION), Reveal(bytes(32))],  # not what was committed to
        [End()],
    ],
)
def test_a_sender_out_of_order_is_sent_away(
    converse: Converse, threads: ThreadPoolExecutor, words: list[Message]
) -> None:
    with foreign_sender(converse, threads) as (speaker, greeted):
        speaker.say(*words)
        heard = list(iter(speaker.hear, None))
    assert heard[-1] == Cancel("failed_there")
    assert isinstance(failure(greeted), ProtocolViolation)


@pytest.mark.parametrize(
    "stream", [b"\x01\xff\xff\xff\xff", b"\xee\x00\x00\x00\x00", b"GET / HTTP/1.1\r\n\r\n"]
)
def test_bytes_that_are_no_frames_are_a_violation(
    converse: Converse, threads: ThreadPoolExecutor, stream: bytes
) -> None:
    with foreign_sender(converse, threads) as (speaker, greeted):
        speaker.send(stream)
        assert speaker.hear() == Cancel("failed_there")
    assert isinstance(failure(greeted), ProtocolViolation)


def test_a_silent_peer_is_not_waited_for(
    converse: Converse, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HELLO_TIMEOUT_S", 0.1)
    with foreign_sender(converse, threads) as (speaker, greeted):
        assert speaker.hear() == Cancel("failed_there")
    assert isinstance(failure(greeted), TimedOut)


def test_a_greeting_that_drips_ends_at_its_deadline(
    converse: Converse, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HELLO_TIMEOUT_S", 0.3)
    near, far = tcp_pair()
    receiver = converse(far, bob, Role.RECEIVER)
    with Speaker(near, anna.identity) as speaker:
        greeted = threads.submit(receiver.greet, bob, HERE)
        speaker.handshake()
        speaker.send(b"\x01\x00\x00\x0f\xff")  # a Hello of 4 KiB
        while not greeted.done():
            speaker.send(b"\x00")
            with contextlib.suppress(TimeoutError):
                greeted.exception(0.01)
        assert isinstance(failure(greeted), TimedOut)


# Messages ---------------------------------------------------------------------------------------


@pytest.fixture
def greeted(pair: Pair, threads: ThreadPoolExecutor) -> Pair:
    for greeting in greet_both(pair, threads):
        greeting.result(DEADLINE_S)
    for conversation in pair:
        conversation.channel.deadline = time.monotonic() + DEADLINE_S
    return pair


def test_messages_arrive_in_order(greeted: Pair) -> None:
    sender, receiver = greeted
    page = ManifestPage((Entry(-1, "a", EntryKind.FOLDER),))
    sender.send(OfferStart(bytes(16), 1, 0), page)
    assert receiver.expect(OfferStart) == OfferStart(bytes(16), 1, 0)
    assert receiver.expect(ManifestPage) == page


def test_an_unexpected_message_is_a_violation(greeted: Pair) -> None:
    sender, receiver = greeted
    sender.send(OfferStart(bytes(16), 1, 0))
    with pytest.raises(ProtocolViolation, match=r"Anna sent something .* OfferStart message"):
        receiver.expect(ManifestEnd)


def test_a_cancel_raises_wherever_it_arrives(greeted: Pair) -> None:
    sender, receiver = greeted
    sender.send(OfferStart(bytes(16), 1, 0), Cancel("cancelled_there"))
    receiver.expect(OfferStart)
    with pytest.raises(CancelledThere, match="Anna cancelled"):
        list(receiver.poll())


def test_polling_yields_what_came_while_a_send_waited(
    greeted: Pair, threads: ThreadPoolExecutor
) -> None:
    sender, receiver = greeted
    receiver.send(Cancel("declined"))
    receiver.channel.send(bytes(1))  # what follows a Cancel is not even looked at
    while not sender.channel._backlog:
        sender.channel._backlog += sender.channel._decrypt_available()
    with pytest.raises(Declined):
        list(sender.poll())


# The end ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "heard"),
    [
        (Cancelled(), CancelledThere),
        (DiskFull("a.txt"), NotEnoughSpace),
        (ProtocolViolation("Anna", "nonsense"), FailedThere),
        (ConnectionLost("Anna"), ConnectionLost),  # they know
    ],
)
def test_giving_up_tells_the_other_side_why(
    greeted: Pair,
    threads: ThreadPoolExecutor,
    reason: DesktopxferError,
    heard: type[DesktopxferError],
) -> None:
    sender, receiver = greeted
    leaving = threads.submit(receiver.give_up, reason)
    with pytest.raises(heard) as caught:
        sender.next()
    assert caught.type is heard
    assert caught.value.subject == "Bob"
    sender.channel.close()
    leaving.result(DEADLINE_S)


def test_after_the_last_word_there_is_none(greeted: Pair, threads: ThreadPoolExecutor) -> None:
    sender, receiver = greeted
    sender.send(Cancel("cancelled_there"))
    with pytest.raises(CancelledThere) as caught:
        receiver.next()
    leaving = threads.submit(receiver.give_up, caught.value)
    with pytest.raises(ConnectionLost):
        sender.next()
    sender.channel.close()
    leaving.result(DEADLINE_S)


# The right device among addresses ---------------------------------------------------------------


def honest(local: LocalDevice) -> Callable[[socket.socket], None]:
    """A server that greets and waits for the end."""

    def serve(sock: socket.socket) -> None:
        with Wakeup() as wakeup:
            channel = Channel(sock, local.context, server=True, wakeup=wakeup, name="there")
            conversation = Conversation(channel, Role.RECEIVER)
            with contextlib.suppress(DesktopxferError):
                conversation.greet(local, HERE)
                conversation.next()
            channel.close()

    return serve


def reach(*servers: Server, device_id: str = "") -> Peer:
    addresses = tuple(server.address for server in servers)
    control = Control()
    with control.wakeup:
        device = Device(device_id, "Desk-PC", "", addresses, online=True)
        conversation, peer, _ = connect(device, anna, control)
        conversation.channel.say_goodbye()
        return peer


def test_another_device_at_an_address_moves_on_to_the_next() -> None:
    carol = LocalDevice(certificate.create(), "Carol")
    with Server(honest(carol)) as wrong, Server(honest(bob)) as right:
        peer = reach(wrong, right, device_id=bob.identity.device_id)
        assert peer.name == "Bob"
        assert peer.address == right.address
        with pytest.raises(WrongDevice, match="address of Desk-PC"):
            reach(wrong, device_id=bob.identity.device_id)


@pytest.mark.parametrize("other", [saying(HTTP), hanging_up])
def test_so_does_another_program(other: Callable[[socket.socket], None]) -> None:
    with Server(other) as wrong, Server(honest(bob)) as right:
        assert reach(wrong, right).name == "Bob"
        with pytest.raises(NotDesktopxfer, match="Desk-PC answers, but it is not desktopxfer"):
            reach(wrong)


def test_nobody_connects_to_this_very_device() -> None:
    with Server(honest(anna)) as mirror, pytest.raises(ConnectionToSelf):
        reach(mirror)
