"""Owns what the two sides can say to each other: every message, its fields and their limits."""

from enum import IntEnum
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from desktopxfer.offer import Count, Entry, Index, TimeNs

VERSION = 1  # the only one so far; Hello lists all that a device speaks

NONCE_BYTES = 32
DIGEST_BYTES = 32  # BLAKE3 and SHA-256
TRANSFER_ID_BYTES = 16
MAX_NAME_CHARS = 256  # a display name; longer ones only push other things off a screen
MAX_CODE_CHARS = 64  # a short name from errors.py
MAX_KIND_CHARS = 16  # "text", or what a later program calls something
MAX_VERSIONS = 16  # no program keeps more alive
MAX_PAGE_ENTRIES = 4_096  # the codec makes room for as many as a page says it holds
MAX_RESUME_POINTS = 8_192  # of a page: a large folder that mostly exists there has many pages
LOWEST_CHECKED_PORT = 1_024  # below it lie the services of the system, where ours never listens
MAX_RESULTS = 4_096  # results gather while a batch of files becomes durable

Digest: TypeAlias = Annotated[bytes, Meta(min_length=DIGEST_BYTES, max_length=DIGEST_BYTES)]
TransferId: TypeAlias = Annotated[
    bytes, Meta(min_length=TRANSFER_ID_BYTES, max_length=TRANSFER_ID_BYTES)
]
Nonce: TypeAlias = Annotated[bytes, Meta(min_length=NONCE_BYTES, max_length=NONCE_BYTES)]
Name: TypeAlias = Annotated[str, Meta(max_length=MAX_NAME_CHARS)]
Port: TypeAlias = Annotated[int, Meta(ge=LOWEST_CHECKED_PORT, le=65_535)]
ErrorCode: TypeAlias = Annotated[str, Meta(max_length=MAX_CODE_CHARS)]
KindName: TypeAlias = Annotated[str, Meta(max_length=MAX_KIND_CHARS)]


class FrameType(IntEnum):
    """The first byte of a frame."""

    HELLO = 1
    WELCOME = 2
    REVEAL = 3
    OFFER = 4
    MANIFEST_PAGE = 5
    MANIFEST_END = 6
    ACCEPT = 7
    DECLINE = 8
    FILE_START = 9
    DATA = 10
    FILE_END = 11
    FILE_FAILED = 12
    FILE_RESULTS = 13
    END = 14
    RECEIPT = 15
    CANCEL = 16
    PAIR = 17
    CONFIRM = 18
    RESUME_POINTS = 19
    RESUME = 20
    RESUMING = 21
    CHECK = 22
    CHECKED = 23


class Hello(Struct, frozen=True):
    """The connecting side presents itself and commits to a nonce it does not show yet."""

    versions: Annotated[tuple[Index, ...], Meta(min_length=1, max_length=MAX_VERSIONS)]
    name: Name
    platform: Name
    commitment: Digest  # to the nonce in Reveal: identity/verification.py


class Welcome(Struct, frozen=True):
    """The listening side chooses the version and shows its nonce."""

    version: Index
    name: Name
    platform: Name
    nonce: Nonce


class Reveal(Struct, frozen=True):
    """The connecting side opens its commitment: both can now compute the short code."""

    nonce: Nonce


class Pair(Struct, frozen=True):
    """Instead of an offer: the connecting side asks to become trusted, and to trust."""


class Confirm(Struct, frozen=True):
    """The person at this side has compared the short codes and found them equal."""


class Resume(Struct, frozen=True):
    """Instead of an offer: who was receiving asks the device that was sending to go on."""

    transfer_id: TransferId


class Resuming(Struct, frozen=True):
    """The device that was sending will connect and offer that transfer again."""


class Check(Struct, frozen=True):
    """Instead of an offer: the connecting side asks whether others can connect to it."""

    port: Port  # at which it listens, at the address that it comes from


class Checked(Struct, frozen=True):
    """The listening side has tried to connect back."""

    error: ErrorCode  # empty: it met the same certificate there


class OfferStart(Struct, frozen=True, omit_defaults=True):
    transfer_id: TransferId  # the same one whenever an interrupted transfer goes on
    entries: Index  # how many the manifest pages will hold
    total_bytes: Count  # the sum of their sizes
    kind: KindName = "files"  # or "text": offer.Kind


class ManifestPage(Struct, frozen=True):
    entries: Annotated[tuple[Entry, ...], Meta(min_length=1, max_length=MAX_PAGE_ENTRIES)]


class ManifestEnd(Struct, frozen=True):
    digest: Digest  # BLAKE3 of the payloads of all manifest pages in order


class ResumePoint(Struct, frozen=True, array_like=True):
    """The receiver has the first `offset` bytes of a file, or all of them."""

    entry: Index
    offset: Count
    digest: Digest  # BLAKE3 of those bytes


class ResumePoints(Struct, frozen=True):
    """Before Accept: a page of what the receiver has of files that it will want."""

    points: Annotated[tuple[ResumePoint, ...], Meta(min_length=1, max_length=MAX_RESUME_POINTS)]


class Accept(Struct, frozen=True):
    """What the receiver wants: bit `i % 8` (lowest first) of byte `i // 8` stands for entry `i`."""

    wanted: bytes
    saved: bytes = b""  # files it has, complete, from an earlier connection; empty: none


class Decline(Struct, frozen=True):
    error: ErrorCode


class FileStart(Struct, frozen=True):
    """Data for this entry follows, from `offset`: 0 or that of its resume point."""

    entry: Index
    offset: Count = 0


class FileEnd(Struct, frozen=True):
    digest: Digest  # BLAKE3 of the whole file, from its first byte
    mtime_ns: TimeNs  # as it was when its last byte was read


class FileFailed(Struct, frozen=True):
    """The sender cannot deliver this entry; nothing of it may be kept."""

    entry: Index
    error: ErrorCode


class Result(Struct, frozen=True, array_like=True):
    entry: Index
    error: ErrorCode = ""  # empty: saved


class FileResults(Struct, frozen=True):
    results: Annotated[tuple[Result, ...], Meta(min_length=1, max_length=MAX_RESULTS)]


class End(Struct, frozen=True):
    """The sender has delivered, or failed, every wanted file."""


class Receipt(Struct, frozen=True):
    """Everything saved is durable. Only this makes a transfer complete."""

    saved: Index  # files


class Cancel(Struct, frozen=True):
    """Either side ends the transfer; nothing follows."""

    error: ErrorCode


Message: TypeAlias = (
    Hello
    | Welcome
    | Reveal
    | OfferStart
    | ManifestPage
    | ManifestEnd
    | Accept
    | Decline
    | FileStart
    | FileEnd
    | FileFailed
    | FileResults
    | End
    | Receipt
    | Cancel
    | Pair
    | Confirm
    | ResumePoints
    | Resume
    | Resuming
    | Check
    | Checked
)

KIB = 1024
MAX_DATA = 1024 * KIB  # one Data frame; senders use half of it, measured as the best size

# Each limit is checked before anything is allocated for the payload.
FRAMES: dict[FrameType, tuple[type[Message], int]] = {
    FrameType.HELLO: (Hello, 4 * KIB),  # two names of 256 characters, 4 bytes each, and a digest
    FrameType.WELCOME: (Welcome, 4 * KIB),
    FrameType.REVEAL: (Reveal, 128),
    FrameType.OFFER: (OfferStart, 256),
    FrameType.MANIFEST_PAGE: (ManifestPage, 512 * KIB),  # twice 250 entries of at most 1 KiB
    FrameType.MANIFEST_END: (ManifestEnd, 128),
    FrameType.ACCEPT: (Accept, 512 * KIB),  # twice 122 KiB of bits for a million entries
    FrameType.DECLINE: (Decline, 256),
    FrameType.FILE_START: (FileStart, 128),
    FrameType.FILE_END: (FileEnd, 128),
    FrameType.FILE_FAILED: (FileFailed, 256),
    FrameType.FILE_RESULTS: (FileResults, 512 * KIB),  # 4 096 results of at most 76 bytes
    FrameType.END: (End, 16),
    FrameType.RECEIPT: (Receipt, 64),
    FrameType.CANCEL: (Cancel, 256),
    FrameType.PAIR: (Pair, 16),
    FrameType.CONFIRM: (Confirm, 16),
    FrameType.RESUME_POINTS: (ResumePoints, 512 * KIB),  # 8 192 points of at most 49 bytes
    FrameType.RESUME: (Resume, 128),
    FrameType.RESUMING: (Resuming, 16),
    FrameType.CHECK: (Check, 64),
    FrameType.CHECKED: (Checked, 256),
}
TYPE_OF: dict[type[Message], FrameType] = {kind: code for code, (kind, _) in FRAMES.items()}
