"""Owns the fuzzing of every message: what the codec lets in, and what is made of it right after.

The first byte chooses the kind of message, the rest is its payload.
"""

from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from desktopxfer.errors import ProtocolViolation, UnsafeName, code_for_peer, entry_error, peer_error
from desktopxfer.offer import EntryKind
from desktopxfer.protocol.framing import HEADER, decode, encode, encode_payload
from desktopxfer.protocol.messages import (
    FRAMES,
    MAX_CODE_CHARS,
    MAX_NAME_CHARS,
    MAX_PAGE_ENTRIES,
    VERSION,
    Cancel,
    Decline,
    FileFailed,
    FileResults,
    FrameType,
    Hello,
    ManifestPage,
    Message,
    Welcome,
)
from desktopxfer.protocol.session import common_version
from desktopxfer.text_safety import device_name
from desktopxfer.transfer import names
from tests.fuzz import msgpack
from tests.fuzz.target import Mutate
from tests.protocol import link

CODES = tuple(FRAMES)

Field: TypeAlias = "str | int | bytes | tuple[Field, ...]"


def target(data: bytes) -> None:
    if not data:
        return
    code, payload = CODES[data[0] % len(CODES)], data[1:]
    kind, limit = FRAMES[code]
    try:
        message = decode(code, payload[:limit])
    except ProtocolViolation as violation:
        assert str(violation)
        return
    assert type(message) is kind
    check_fields(msgspec.structs.astuple(message))
    assert decode(code, encode_payload(message)) == message
    use(message)


def mutate(data: bytes, max_size: int, seed: int, blindly: Mutate) -> bytes:
    """Of the same kind, with another payload."""
    return data[:1] + msgpack.mutate(data[1:], max_size - 1, seed, blindly)


def check_fields(field: Field) -> None:
    """Of the types and ranges that every later use relies on."""
    match field:
        case bool() | EntryKind() | bytes():
            pass
        case int():
            assert -(2**63) <= field < 2**63
        case str():
            field.encode()  # no lone surrogates
        case tuple():
            for part in field:
                check_fields(part)
        case msgspec.Struct():
            check_fields(msgspec.structs.astuple(field))
        case _:
            raise AssertionError(f"a {type(field).__name__}")


def use(message: Message) -> None:
    match message:
        case Hello():
            assert len(message.name) <= MAX_NAME_CHARS
            common_version(message.versions, (VERSION,))
            show(device_name(message.name), device_name(message.platform))
        case Welcome():
            assert len(message.name) <= MAX_NAME_CHARS
            show(device_name(message.name), device_name(message.platform))
        case ManifestPage():
            assert len(message.entries) <= MAX_PAGE_ENTRIES
            try:
                names.check(message.entries)
            except (UnsafeName, ProtocolViolation) as refusal:
                show(str(refusal))
        case Cancel() | Decline():
            fail(message.error)
        case FileFailed():
            fail(message.error)
        case FileResults():
            for result in message.results:
                fail(result.error)


def fail(code: str) -> None:
    """Says what a peer's short name for a failure means; the name itself is never shown."""
    assert len(code) <= MAX_CODE_CHARS
    error = peer_error(code, "{subject}{detail}{0}%s")  # a device may be called so
    show(str(error), str(entry_error(code, "a/b")))
    assert code_for_peer(error).isascii()


def show(*texts: str) -> None:
    for text in texts:
        assert text
        assert text.isprintable() or not text.isascii(), text


def seeds() -> Iterator[bytes]:
    for code, sample in link.SAMPLES.items():
        if not isinstance(sample, bytes):
            whole = bytes([CODES.index(code)]) + encode(sample)[HEADER.size :]
            yield whole
            yield whole[:-1]
    page = ManifestPage((link.folder("d"), link.file("é.txt", 7, 0), link.file("x" * 40)))
    yield bytes([CODES.index(FrameType.MANIFEST_PAGE)]) + encode_payload(page)
    for count in (MAX_PAGE_ENTRIES, MAX_PAGE_ENTRIES + 1):
        page = ManifestPage((link.file(""),) * count)
        yield bytes([CODES.index(FrameType.MANIFEST_PAGE)]) + encode_payload(page)
    newer = {"versions": [1, 2], "name": "Anna", "platform": "x", "commitment": link.DIGEST, "n": 1}
    yield bytes([CODES.index(FrameType.HELLO)]) + msgspec.msgpack.encode(newer)
