"""Owns a link without a network: two sessions joined in memory, and honest ways to each state."""

from collections.abc import Collection, Iterable, Sequence

from blake3 import blake3

from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.protocol.framing import HEADER, encode
from desktopxfer.protocol.messages import (
    Accept,
    Cancel,
    Check,
    Checked,
    Confirm,
    Decline,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    FrameType,
    Hello,
    ManifestEnd,
    ManifestPage,
    Message,
    OfferStart,
    Pair,
    Receipt,
    Result,
    Resume,
    ResumePoint,
    ResumePoints,
    Resuming,
    Reveal,
    Welcome,
)
from desktopxfer.protocol.session import (
    Role,
    Session,
    State,
    entry_bits,
    manifest_pages,
    wanted_bits,
)

S, R = Role.SENDER, Role.RECEIVER
FILE, FOLDER = EntryKind
NONCE = bytes(range(32))
DIGEST = bytes(range(32, 64))
TRANSFER_ID = bytes(range(16))

Heard = Message | bytes  # a message, or file data
Said = tuple[Role, Message | bytes]  # bytes: the content of one Data frame

HELLO = Hello((1,), "Anna", "Linux", DIGEST)
WELCOME = Welcome(1, "Bob", "Windows", NONCE)
REVEAL = Reveal(NONCE)
GREETING: tuple[Said, ...] = ((S, HELLO), (R, WELCOME), (S, REVEAL))


def other(role: Role) -> Role:
    return R if role is S else S


def file(name: str, size: int = 0, parent: int = TOP) -> Entry:
    return Entry(parent, name, FILE, size)


def folder(name: str, parent: int = TOP) -> Entry:
    return Entry(parent, name, FOLDER)


def data_frame(content: bytes) -> bytes:
    return HEADER.pack(FrameType.DATA, len(content)) + content


def as_frame(said: Message | bytes) -> bytes:
    return data_frame(said) if isinstance(said, bytes) else encode(said)


def manifest_digest(pages: Iterable[ManifestPage]) -> bytes:
    digest = blake3()
    for page in pages:
        digest.update(encode(page)[HEADER.size :])
    return digest.digest()


def offer(entries: Sequence[Entry]) -> tuple[Said, ...]:
    """Everything that the sending side says to offer these entries."""
    pages = list(manifest_pages(list(entries)))
    start = OfferStart(TRANSFER_ID, len(entries), sum(entry.size for entry in entries))
    return (
        (S, start),
        *((S, page) for page in pages),
        (S, ManifestEnd(manifest_digest(pages))),
    )


def acceptance(count: int, unwanted: Iterable[int] = (), saved: Collection[int] = ()) -> Accept:
    """Wants everything else; what is saved is not wanted again."""
    wanted = wanted_bits(count, {*unwanted, *saved})
    return Accept(wanted, entry_bits(count, saved) if saved else b"")


class Link:
    """Carries what one session says to the other one, in pieces of `step` bytes."""

    def __init__(self, *said: Said, step: int = 1) -> None:
        self.step = step
        self.sides = {role: Session(role) for role in Role}
        for who, what in said:
            self.say(who, what)

    def say(self, who: Role, *said: Message | bytes) -> list[Heard]:
        """Returns what the other side heard; file data in one piece."""
        heard: list[Heard] = []
        for what in said:
            if isinstance(what, bytes):
                frame = self.sides[who].send_data(len(what)) + what
            else:
                frame = self.sides[who].send(what)
            heard += self.hear(other(who), frame)
        return heard

    def hear(self, who: Role, stream: bytes) -> list[Heard]:
        return hear(self.sides[who], stream, self.step)

    @property
    def states(self) -> set[State]:
        return {session.state for session in self.sides.values()}


def hear(session: Session, stream: bytes, step: int = 0) -> list[Heard]:
    """Feeds a session in pieces of `step` bytes (0: in one). Neighbouring data is joined."""
    heard: list[Heard] = []
    step = step or max(1, len(stream))
    for at in range(0, len(stream), step):
        for what in session.receive(memoryview(stream[at : at + step])):
            add(heard, what)
    return heard


def add(heard: list[Heard], what: Message | memoryview) -> None:
    """Notes one step of Session.receive(); the view is valid only now."""
    if not isinstance(what, memoryview):
        heard.append(what)
    elif heard and isinstance(heard[-1], bytes):
        heard[-1] += bytes(what)
    else:
        heard.append(bytes(what))


def offered(*entries: Entry) -> Link:
    """Two sessions that wait for the decision."""
    return Link(*GREETING, *offer(entries), step=0)


def accepted(
    *entries: Entry,
    unwanted: Iterable[int] = (),
    saved: Collection[int] = (),
    resume: Sequence[ResumePoint] = (),
) -> Link:
    """Two sessions before the first file."""
    link = offered(*entries)
    if resume:
        link.say(R, ResumePoints(tuple(resume)))
    link.say(R, acceptance(len(entries), unwanted, saved))
    return link


# An honest conversation to each state: the first file is there but not yet reported, the second one
# is the current one in FILE, and still to come in FILES.
_ENTRIES = (file("a", 2), file("b", 3))
_FIRST: tuple[Said, ...] = ((S, FileStart(0)), (S, b"aa"), (S, FileEnd(DIGEST, 0)))
_RESULTS = FileResults((Result(0),))
_FAILED = FileFailed(1, "vanished")
_OFFER = offer(_ENTRIES)
_TO_DECISION = (*GREETING, *_OFFER)
_TO_FILES = (*_TO_DECISION, (R, acceptance(2)), *_FIRST)
_TO_RECEIPT: tuple[Said, ...] = (*_TO_FILES, (S, _FAILED), (S, End()))
_TO_PAIRING: tuple[Said, ...] = (*GREETING, (S, Pair()))

WAY_TO: dict[State, tuple[Said, ...]] = {
    State.HELLO: (),
    State.WELCOME: GREETING[:1],
    State.REVEAL: GREETING[:2],
    State.OFFER: GREETING,
    State.MANIFEST: (*GREETING, *_OFFER[:1]),
    State.DECISION: _TO_DECISION,
    State.FILES: _TO_FILES,
    State.FILE: (*_TO_FILES, (S, FileStart(1))),
    State.RECEIPT: _TO_RECEIPT,
    State.PAIRING: _TO_PAIRING,
    State.SENDER_CONFIRMED: (*_TO_PAIRING, (S, Confirm())),
    State.RECEIVER_CONFIRMED: (*_TO_PAIRING, (R, Confirm())),
    State.RESUMPTION: (*GREETING, (S, Resume(TRANSFER_ID))),
    State.CHECK: (*GREETING, (S, Check(26710))),
    State.DONE: (*_TO_RECEIPT, (R, _RESULTS), (R, Receipt(1))),
    State.DECLINED: (*_TO_DECISION, (R, Decline("declined"))),
    State.CANCELLED: (*GREETING, (S, Cancel("cancelled_there"))),
}

# What has to be said before a message that the table admits is also true.
FIRST_SAY: dict[tuple[State, FrameType], tuple[Said, ...]] = {
    (State.MANIFEST, FrameType.MANIFEST_END): _OFFER[1:2],
    (State.FILES, FrameType.END): ((S, _FAILED),),
    (State.FILE, FrameType.FILE_END): ((S, b"bbb"),),
    (State.RECEIPT, FrameType.RECEIPT): ((R, _RESULTS),),
}

SAMPLES: dict[FrameType, Message | bytes] = {
    FrameType.HELLO: HELLO,
    FrameType.WELCOME: WELCOME,
    FrameType.REVEAL: REVEAL,
    FrameType.OFFER: _OFFER[0][1],
    FrameType.MANIFEST_PAGE: _OFFER[1][1],
    FrameType.MANIFEST_END: _OFFER[2][1],
    FrameType.ACCEPT: acceptance(2, saved=[1]),
    FrameType.DECLINE: Decline("declined"),
    FrameType.FILE_START: FileStart(1),
    FrameType.DATA: b"bbb",
    FrameType.FILE_END: FileEnd(DIGEST, -1),
    FrameType.FILE_FAILED: _FAILED,
    FrameType.FILE_RESULTS: _RESULTS,
    FrameType.END: End(),
    FrameType.RECEIPT: Receipt(1),
    FrameType.CANCEL: Cancel("cancelled_there"),
    FrameType.PAIR: Pair(),
    FrameType.CONFIRM: Confirm(),
    FrameType.RESUME_POINTS: ResumePoints((ResumePoint(1, 2, DIGEST),)),
    FrameType.RESUME: Resume(TRANSFER_ID),
    FrameType.RESUMING: Resuming(),
    FrameType.CHECK: Check(26710),
    FrameType.CHECKED: Checked("unreachable"),
}
