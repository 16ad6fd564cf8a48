"""Owns the attacker's tools: a raw client, a raw server, and a target that is looked at afterwards.

The target is the real listener with the real engine. Its destination lies beside a canary folder.
At the end of each test the canary is unchanged, no thread has died or hangs, nothing unfinished is
left, and an honest transfer succeeds.
"""

import contextlib
import os
import shutil
import socket
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

from blake3 import blake3
from OpenSSL import SSL

from desktopxfer import errors
from desktopxfer.device import Address, Device, Peer
from desktopxfer.errors import DesktopxferError
from desktopxfer.identity import verification
from desktopxfer.network.channel import Channel
from desktopxfer.network.wakeup import Wakeup
from desktopxfer.offer import TOP, Decision, Entry, EntryKind, Offer
from desktopxfer.protocol.framing import HEADER, encode, encode_payload
from desktopxfer.protocol.messages import (
    VERSION,
    Accept,
    Hello,
    ManifestEnd,
    ManifestPage,
    Message,
    OfferStart,
    Welcome,
)
from desktopxfer.protocol.session import Role, manifest_pages
from desktopxfer.transfer import resumption
from desktopxfer.transfer.conversation import Conversation, LocalDevice
from desktopxfer.transfer.names import STAGING_PREFIX
from desktopxfer.transfer.progress import Finished, Stage
from tests.command_line import Receiver
from tests.network.peers import LOOPBACK, Server
from tests.transfer.engine import DEADLINE_S, Outcome, ReceivingDevice, new_device, send

FILE, FOLDER = EntryKind
ALICE = new_device("Alice")  # honest and trusted
MALLORY = new_device("Mallory")

Decide = Callable[[Offer], Decision | None]

# The victim -------------------------------------------------------------------------------------


def picture(folder: Path) -> dict[str, tuple[object, ...]]:
    """Everything there is to see below a folder, links not followed."""
    seen: dict[str, tuple[object, ...]] = {}
    for path in (folder, *folder.rglob("*")):
        status = path.lstat()
        content: object = None
        if stat.S_ISLNK(status.st_mode):
            content = os.readlink(path)
        elif stat.S_ISREG(status.st_mode):
            content = path.read_bytes()
        seen[str(path.relative_to(folder))] = (status.st_mode, status.st_mtime_ns, content)
    return seen


class Target:
    """A device that receives into `into`; beside that lies `canary`, which nothing may change."""

    def __init__(self, root: Path) -> None:
        self.into = root / "into"
        self.into.mkdir()
        self.canary = root / "canary"
        (self.canary / "empty").mkdir(parents=True)
        (self.canary / "file").write_text("untouched")
        (self.canary / "link").symlink_to("file")
        self._before = picture(self.canary)
        self._around = sorted(path.name for path in root.iterdir())
        self._source = root.parent / f"{root.name}-source"
        self._source.mkdir()
        (self._source / "honest").write_bytes(os.urandom(5000))
        self._root = root
        self.decide: Decide = self.accept
        self.bob = ReceivingDevice(self.into, self._answer)
        self.trust(ALICE)

    def _answer(self, offer: Offer) -> Decision | None:
        return self.decide(offer)

    def accept(self, _offer: Offer) -> Decision:
        return Decision(self.into)

    def unanswered(self, _offer: Offer) -> None:
        return None

    def trust(self, local: LocalDevice) -> None:
        peer = Peer(local.identity.device_id, local.name, "Linux", Address(LOOPBACK))
        self.bob.known.trust(peer)

    @property
    def address(self) -> Address:
        return self.bob.device.addresses[0]

    @property
    def device(self) -> Device:
        return self.bob.device

    def outcome(self) -> Outcome:
        return self.bob.outcome()

    def fate_of(self, attacker: "Attacker") -> Outcome:
        """How the attacker's connection ended here, once it has heard it and hung up."""
        attacker.last_words()
        attacker.channel.close()
        return self.outcome()

    @property
    def was_asked(self) -> bool:
        """Whether anybody was asked anything since the last call."""
        asked = not (self.bob.offers.empty() and self.bob.codes.empty())
        for questions in (self.bob.offers, self.bob.codes):
            while not questions.empty():
                questions.get_nowait()
        return asked

    @property
    def saved(self) -> list[str]:
        """Everything below the destination."""
        return sorted(str(path.relative_to(self.into)) for path in self.into.rglob("*"))

    def clear(self) -> None:
        """Takes what has arrived out of the way."""
        for path in self.into.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()

    def check(self) -> None:
        """What has to hold after any attack."""
        assert picture(self.canary) == self._before
        assert sorted(path.name for path in self._root.iterdir()) == self._around
        self.discard_interrupted()
        assert [name for name in self.saved if STAGING_PREFIX in name] == []
        self.send_honestly()

    @property
    def published(self) -> list[str]:
        """Of what is saved: without the parts of what was interrupted."""
        return [name for name in self.saved if not name.startswith(STAGING_PREFIX)]

    def discard_interrupted(self) -> None:
        """What a person does with transfers that are not to go on: nothing of them may be left."""
        for record in self.bob.memory.store.records(Stage.INTERRUPTED):
            resumption.discard(self.bob.memory, record.key)

    def send_honestly(self) -> None:
        """A trusted device sends a file, and it arrives."""
        self.decide = self.accept
        while not self.bob.outcomes.empty():
            self.bob.outcomes.get_nowait()
        sent = send([self._source / "honest"], self.device, local=ALICE)
        assert (sent.files, sent.failed) == (1, 0)
        while not isinstance(received := self.outcome(), Finished):
            pass  # what an attack came to that nobody asked about
        (path,) = received.paths
        assert path.read_bytes() == (self._source / "honest").read_bytes()
        path.unlink()
        self.was_asked  # noqa: B018 - forgets the honest question

    def __enter__(self) -> Self:
        self.bob.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self.bob.__exit__(*raised)


def reached(program: Receiver) -> Device:
    """A running program as a sender knows it that was given its address."""
    return Device("", "Bob", "", (Address.parse(program.target),), online=False)


# The attackers ----------------------------------------------------------------------------------


class Attacker:
    """One end of a real TLS connection, on which anything may be said at any time.

    `conversation` plays by the rules as long as the test wants it to; `say` knows none.
    """

    def __init__(self, sock: socket.socket, local: LocalDevice, role: Role) -> None:
        self.wakeup = Wakeup()
        self.local = local
        sock.settimeout(DEADLINE_S)
        self.channel = Channel(
            sock, local.context, server=role is Role.RECEIVER, wakeup=self.wakeup, name="victim"
        )
        self.conversation = Conversation(self.channel, role)

    def handshake(self) -> None:
        self.channel.handshake()
        self.channel.deadline = None
        self.channel.idle_timeout_s = DEADLINE_S

    def greet(self) -> str:
        """Everything up to the offer, honestly. Returns the short code."""
        _, code = self.conversation.greet(self.local, Address(LOOPBACK))
        self.channel.idle_timeout_s = DEADLINE_S
        return code

    def say(self, *said: Message | bytes) -> None:
        """Messages, or bytes as they are, against any rule."""
        words = b"".join(encode(each) if not isinstance(each, bytes) else each for each in said)
        self.channel.send(words)

    def last_words(self) -> DesktopxferError:
        """Listens to the end: why the victim hung up, as far as it says so by our own rules."""
        try:
            while True:
                self.conversation.next()
        except errors.ProtocolViolation as error:  # we lost count of the rules that we broke
            with contextlib.suppress(errors.ConnectionLost):
                while True:
                    self.channel.receive()
            return error
        except DesktopxferError as error:
            return error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.channel.close()
        self.wakeup.close()


def connected(address: Address, source: str = LOOPBACK) -> socket.socket:
    """A plain connection from an address of the attacker's choice (127.0.0.2, ...)."""
    return socket.create_connection(address, DEADLINE_S, source_address=(source, 0))


@contextlib.contextmanager
def attacker(
    target: Target, local: LocalDevice = MALLORY, *, source: str = LOOPBACK
) -> Iterator[Attacker]:
    """A hostile sender after the TLS handshake."""
    with Attacker(connected(target.address, source), local, Role.SENDER) as mallory:
        mallory.handshake()
        yield mallory


@contextlib.contextmanager
def greeted(
    target: Target, local: LocalDevice = MALLORY, *, source: str = LOOPBACK
) -> Iterator[Attacker]:
    """A hostile sender that was honest until the offer."""
    with Attacker(connected(target.address, source), local, Role.SENDER) as mallory:
        mallory.greet()
        yield mallory


@contextlib.contextmanager
def hostile_receiver(
    behave: Callable[[Attacker], None], local: LocalDevice = MALLORY, *, greets: bool = True
) -> Iterator[Device]:
    """A device that behaves as the test wants it to, after the TLS handshake or the greeting."""
    defects: list[BaseException] = []

    def serve(sock: socket.socket) -> None:
        with Attacker(sock, local, Role.RECEIVER) as mallory:
            try:
                if greets:
                    mallory.greet()
                else:
                    mallory.handshake()
                behave(mallory)
            except (errors.ConnectionLost, errors.CancelledThere, SSL.Error):
                pass  # the victim has had enough
            except BaseException as defect:
                defects.append(defect)
                raise

    with Server(serve) as server:
        device_id = local.identity.device_id
        yield Device(device_id, local.name, "", (server.address,), online=True)
    assert defects == []


def closed_port() -> int:
    """One at which nobody listens."""
    with socket.socket() as sock:
        sock.bind((LOOPBACK, 0))
        return int(sock.getsockname()[1])


# What they say ----------------------------------------------------------------------------------

NONCE = bytes(range(32))


def hello(name: str = "Mallory", versions: Sequence[int] = (VERSION,)) -> Hello:
    return Hello(tuple(versions), name, "Linux", verification.commitment(NONCE))


def welcome(version: int = VERSION) -> Welcome:
    return Welcome(version, "Mallory", "Linux", NONCE)


def file(name: str, size: int = 0, parent: int = TOP) -> Entry:
    return Entry(parent, name, FILE, size)


def folder(name: str, parent: int = TOP) -> Entry:
    return Entry(parent, name, FOLDER)


def offer(*entries: Entry, total: int | None = None) -> list[Message]:
    """Everything that offers these entries, however absurd they are."""
    pages: list[ManifestPage] = list(manifest_pages(list(entries)))
    digest = blake3()
    for page in pages:
        digest.update(encode_payload(page))
    size = sum(entry.size for entry in entries) if total is None else total
    return [OfferStart(bytes(16), len(entries), size), *pages, ManifestEnd(digest.digest())]


def offered_and_accepted(mallory: Attacker, *entries: Entry) -> Accept:
    """Offers, plays by the rules, and waits for the answer."""
    mallory.conversation.send(*offer(*entries))
    return mallory.conversation.expect(Accept)


def data(content: bytes) -> bytes:
    """One Data frame."""
    return HEADER.pack(10, len(content)) + content
