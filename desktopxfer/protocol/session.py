"""Owns the order of the conversation: who may say what when, the same rules for both sides."""

from collections.abc import Iterable, Iterator
from enum import IntEnum, auto
from operator import and_

from blake3 import blake3

from desktopxfer.errors import ProtocolViolation
from desktopxfer.offer import MAX_ENTRIES, Entry, EntryKind, Kind, is_text
from desktopxfer.protocol import framing
from desktopxfer.protocol.messages import (
    MAX_DATA,
    TYPE_OF,
    Accept,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    FrameType,
    ManifestEnd,
    ManifestPage,
    Message,
    OfferStart,
    Receipt,
    ResumePoints,
)

# In memory it may take four times as much, and strangers may fill it before anyone has accepted.
MAX_MANIFEST_BYTES = 64 * 1024 * 1024
ROW_OVERHEAD_BYTES = 32  # of an entry on the wire beside its name, and its part of the page's own
PAGE_ENTRIES = 250  # names of 765 bytes (255 UTF-16 units) at most: half of a page's limit


class LocalProtocolError(Exception):
    """This side tried to say something it must not say now: a defect of ours."""


RemoteProtocolError = ProtocolViolation  # the other side did; the user gets a sentence


class Role(IntEnum):  # as integers they are quick to look up, several times a file
    SENDER = auto()  # connects and offers (or asks to be offered the rest of a transfer)
    RECEIVER = auto()  # listens and decides


class State(IntEnum):
    HELLO = auto()
    WELCOME = auto()
    REVEAL = auto()
    OFFER = auto()
    MANIFEST = auto()
    DECISION = auto()
    FILES = auto()  # between two files
    FILE = auto()  # inside a file
    RECEIPT = auto()
    PAIRING = auto()  # both people compare the short code
    SENDER_CONFIRMED = auto()
    RECEIVER_CONFIRMED = auto()
    RESUMPTION = auto()  # asked to go on with an interrupted transfer
    CHECK = auto()  # asked to connect back
    DONE = auto()
    DECLINED = auto()
    CANCELLED = auto()

    @property
    def final(self) -> bool:
        return self in {State.DONE, State.DECLINED, State.CANCELLED}


S, R = Role.SENDER, Role.RECEIVER
T = FrameType

# The whole conversation. CANCEL stands in every state that is not final, for either side.
TRANSITIONS: dict[State, dict[tuple[Role, FrameType], State]] = {
    State.HELLO: {(S, T.HELLO): State.WELCOME},
    State.WELCOME: {(R, T.WELCOME): State.REVEAL},
    State.REVEAL: {(S, T.REVEAL): State.OFFER},
    State.OFFER: {
        (S, T.OFFER): State.MANIFEST,
        (S, T.PAIR): State.PAIRING,
        (S, T.RESUME): State.RESUMPTION,
        (S, T.CHECK): State.CHECK,
    },
    State.MANIFEST: {(S, T.MANIFEST_PAGE): State.MANIFEST, (S, T.MANIFEST_END): State.DECISION},
    State.DECISION: {
        (R, T.RESUME_POINTS): State.DECISION,
        (R, T.ACCEPT): State.FILES,
        (R, T.DECLINE): State.DECLINED,
    },
    State.FILES: {
        (S, T.FILE_START): State.FILE,
        (S, T.FILE_FAILED): State.FILES,
        (S, T.END): State.RECEIPT,
        (R, T.FILE_RESULTS): State.FILES,
    },
    State.FILE: {
        (S, T.DATA): State.FILE,
        (S, T.FILE_END): State.FILES,
        (S, T.FILE_FAILED): State.FILES,
        (R, T.FILE_RESULTS): State.FILE,
    },
    State.RECEIPT: {
        (R, T.FILE_RESULTS): State.RECEIPT,
        (R, T.RECEIPT): State.DONE,
    },
    State.PAIRING: {
        (S, T.CONFIRM): State.SENDER_CONFIRMED,
        (R, T.CONFIRM): State.RECEIVER_CONFIRMED,
    },
    State.SENDER_CONFIRMED: {(R, T.CONFIRM): State.DONE},
    State.RECEIVER_CONFIRMED: {(S, T.CONFIRM): State.DONE},
    State.RESUMPTION: {(R, T.RESUMING): State.DONE, (R, T.DECLINE): State.DECLINED},
    State.CHECK: {(R, T.CHECKED): State.DONE},
    State.DONE: {},
    State.DECLINED: {},
    State.CANCELLED: {},
}
for _state, _moves in TRANSITIONS.items():
    if not _state.final:
        _moves[S, T.CANCEL] = _moves[R, T.CANCEL] = State.CANCELLED


class Session:
    """One conversation, without any I/O: messages to bytes and bytes to messages.

    Both directions pass through the same rules. What breaks them raises LocalProtocolError when
    this side wanted to say it and RemoteProtocolError when the other side said it.
    """

    def __init__(self, role: Role) -> None:
        self.role = role
        self.other = R if role is S else S
        self.state = State.HELLO
        self.kind = Kind.FILES  # of what is offered
        self.entries: list[Entry] = []  # the manifest, once DECISION is reached
        self.wanted_files: list[int] = []  # indexes in order, once accepted
        self.saved_files: list[int] = []  # those that the receiver has from an earlier connection
        self.resume: dict[int, tuple[int, bytes]] = {}  # entry -> (offset, digest of the prefix)
        self.current: int | None = None  # the entry between FileStart and FileEnd
        self._frames = framing.FrameReader()
        self._manifest = blake3()
        self._manifest_bytes = 0
        self._declared_entries = 0
        self._declared_bytes = 0
        self._next_wanted = 0
        self.data_left = 0  # of the current file; after FileFailed, what will never come
        self._unreported: set[int] = set()  # files that ended and have no result yet
        self._saved = 0

    # Bytes in, bytes out ---------------------------------------------------------------------

    def send(self, message: Message) -> bytes:
        """The frame to put on the wire. Raises LocalProtocolError."""
        code = TYPE_OF[type(message)]
        try:
            frame = framing.encode(message)
            payload = frame[framing.HEADER.size :]
            framing.decode(code, payload)  # no type checker sees a number or text out of its range
            state = self._next_state(self.role, code)
            self._apply(message, payload)
        except (ProtocolViolation, ValueError, OverflowError) as error:
            raise LocalProtocolError(f"{code.name} in {self.state.name}: {error}") from error
        self.state = state
        return frame

    def send_data(self, length: int) -> bytes:
        """The header for a Data frame of `length` bytes, which the caller sends right after it.

        Raises LocalProtocolError.
        """
        if not 0 < length <= MAX_DATA:
            raise LocalProtocolError(f"DATA of {length} bytes")
        try:
            state = self._next_state(self.role, T.DATA)
            self._count_data(length)
        except ProtocolViolation as error:
            raise LocalProtocolError(f"DATA in {self.state.name}: {error}") from error
        self.state = state
        return framing.HEADER.pack(T.DATA, length)

    def receive(self, chunk: memoryview) -> Iterator[Message | memoryview]:
        """Messages and pieces of the current file's data, in order.

        A view is valid until the next step. After a Cancel from either side the rest is ignored:
        it was on its way before the other side knew. Raises RemoteProtocolError.
        """
        if self.state is State.CANCELLED:
            return
        for code, payload in self._frames.feed(chunk):
            state = self._next_state(self.other, code)  # before the codec spends time on it
            item: Message | memoryview = payload
            if code is T.DATA:
                self._count_data(len(payload), announced=self._frames.data_left)
            else:
                item = message = framing.decode(code, payload)
                self._apply(message, payload)
            self.state = state
            yield item
            if self.state is State.CANCELLED:
                return

    # The rules, for both directions ------------------------------------------------------------

    def _next_state(self, who: Role, code: FrameType) -> State:
        try:
            return TRANSITIONS[self.state][who, code]
        except KeyError:
            raise RemoteProtocolError(detail=f"{code.name} while in {self.state.name}") from None

    def _apply(self, message: Message, payload: bytes | memoryview) -> None:
        match message:
            case FileStart():
                self._start_file(message)
            case FileEnd():
                self._require(self.data_left == 0, "a file shorter than announced")
                self._end_file()
            case FileFailed():
                self._fail_file(message)
            case FileResults():
                self._report(message)
            case OfferStart():
                self._declare(message)
            case ManifestPage():
                self._add_page(message, payload)
            case ManifestEnd():
                self._close_manifest(message)
            case ResumePoints():
                self._note_parts(message)
            case Accept():
                self._accept(message)
            case End():
                self._require(self._next_wanted == len(self.wanted_files), "an early end")
            case Receipt():
                self._require(not self._unreported, "a receipt before the results")
                self._require(message.saved == self._saved, "a receipt over another count")
            case _:  # the table says all there is to say
                pass

    @staticmethod
    def _require(condition: bool, otherwise: str) -> None:
        if not condition:
            raise RemoteProtocolError(detail=otherwise)

    def _declare(self, message: OfferStart) -> None:
        self._require(0 < message.entries <= MAX_ENTRIES, "too many or no entries")
        self._declared_entries = message.entries
        self._declared_bytes = message.total_bytes
        self.kind = Kind(message.kind)

    def _add_page(self, message: ManifestPage, payload: bytes | memoryview) -> None:
        self._manifest.update(payload)
        self._manifest_bytes += len(payload)
        self.entries += message.entries
        self._require(self._manifest_bytes <= MAX_MANIFEST_BYTES, "a list of entries too long")
        self._require(len(self.entries) <= self._declared_entries, "more entries than announced")

    def _close_manifest(self, message: ManifestEnd) -> None:
        self._require(message.digest == self._manifest.digest(), "a damaged list of entries")
        self._require(len(self.entries) == self._declared_entries, "fewer entries than announced")
        self._require(
            sum(entry.size for entry in self.entries) == self._declared_bytes,
            "a total that is not the sum of the sizes",
        )
        self._require(
            self.kind is not Kind.TEXT or is_text(self.entries), "a text that is not one small file"
        )

    def _note_parts(self, message: ResumePoints) -> None:
        """Each file once, so pages come to an end; Accept then has to want every one of them."""
        for point in message.points:
            self._require(
                point.entry < len(self.entries)
                and self.entries[point.entry].kind is EntryKind.FILE
                and point.entry not in self.resume
                and 0 < point.offset <= self.entries[point.entry].size,
                "a resume point for something else",
            )
            self.resume[point.entry] = (point.offset, point.digest)

    def _accept(self, message: Accept) -> None:
        for bits in (message.wanted, message.saved) if message.saved else (message.wanted,):
            self._require(self._are_of_entries(bits), "an acceptance of other entries")
        self._require(
            not any(map(and_, message.wanted, message.saved)), "a file both wanted and saved"
        )
        self.wanted_files = [
            index
            for index in entries_in(message.wanted)
            if self.entries[index].kind is EntryKind.FILE
        ]
        self.saved_files = entries_in(message.saved)
        self._require(
            all(self.entries[index].kind is EntryKind.FILE for index in self.saved_files),
            "a saved folder",
        )
        self._require(
            not self.resume or self.resume.keys() <= set(self.wanted_files),
            "a resume point for an unwanted file",
        )

    def _are_of_entries(self, bits: bytes) -> bool:
        """Whether there is one bit for each entry, and no other one is set."""
        count = len(self.entries)
        spare = len(bits) * 8 - count
        return 0 <= spare < 8 and (not spare or bits[-1] >> (8 - spare) == 0)

    def _take_next(self, entry: int) -> None:
        """Files come in the manifest's order, each once: nothing to remember, nothing to repeat."""
        self._require(
            self._next_wanted < len(self.wanted_files)
            and self.wanted_files[self._next_wanted] == entry,
            "a file that was not accepted or is out of order",
        )
        self._next_wanted += 1

    def _start_file(self, message: FileStart) -> None:
        self._take_next(message.entry)
        if message.offset:
            resume_at, _ = self.resume.get(message.entry, (0, b""))
            self._require(message.offset == resume_at, "a file from an offset nobody asked for")
        self.current = message.entry
        self.data_left = self.entries[message.entry].size - message.offset

    def _count_data(self, length: int, *, announced: int = 0) -> None:
        """`announced` bytes of the same frame will follow: refused before the first one counts."""
        self._require(length + announced <= self.data_left, "a file longer than announced")
        self.data_left -= length

    def _end_file(self) -> None:
        assert self.current is not None  # the table admits this only inside a file
        self._unreported.add(self.current)
        self.current = None

    def _fail_file(self, message: FileFailed) -> None:
        if self.current is None:
            self._take_next(message.entry)
            self.data_left = self.entries[message.entry].size
        else:
            self._require(self.current == message.entry, "a failure of another file")
            self.current = None

    def _report(self, message: FileResults) -> None:
        for result in message.results:
            self._require(result.entry in self._unreported, "a result for another file")
            self._unreported.remove(result.entry)
            self._saved += not result.error


def fits_manifest(entries: list[Entry]) -> bool:
    """Whether a receiver will read a list of these entries to its end."""
    names = sum(len(entry.name.encode()) for entry in entries)
    return names + ROW_OVERHEAD_BYTES * len(entries) <= MAX_MANIFEST_BYTES


def entry_bits(count: int, entries: Iterable[int]) -> bytes:
    """One bit for each of `count` entries, set for these: Accept.saved, or Accept.wanted."""
    bits = bytearray((count + 7) // 8)
    for index in entries:
        bits[index >> 3] |= 1 << (index & 7)
    return bytes(bits)


def wanted_bits(count: int, unwanted: Iterable[int]) -> bytes:
    """Accept.wanted for `count` entries without the unwanted ones."""
    without = int.from_bytes(entry_bits(count, unwanted), "little")
    return (((1 << count) - 1) & ~without).to_bytes((count + 7) // 8, "little")


def entries_in(bits: bytes) -> list[int]:
    """The entries whose bits are set, in order."""
    return [
        at * 8 + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte >> bit & 1
    ]


def manifest_pages(entries: list[Entry]) -> Iterator[ManifestPage]:
    for start in range(0, len(entries), PAGE_ENTRIES):
        yield ManifestPage(tuple(entries[start : start + PAGE_ENTRIES]))


def common_version(offered: tuple[int, ...], spoken: tuple[int, ...]) -> int | None:
    """The highest version both speak, or None."""
    return max(set(offered) & set(spoken), default=None)
