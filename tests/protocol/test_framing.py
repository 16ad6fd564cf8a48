import contextlib
import tracemalloc
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.errors import ProtocolViolation
from desktopxfer.offer import Entry, EntryKind
from desktopxfer.protocol import framing
from desktopxfer.protocol.framing import HEADER, FrameReader, decode, encode
from desktopxfer.protocol.messages import (
    FRAMES,
    MAX_DATA,
    Cancel,
    End,
    FrameType,
    ManifestPage,
    Message,
    Reveal,
)
from tests.protocol.link import NONCE, SAMPLES, data_frame

T = FrameType
CONTROL = [code for code in T if code is not T.DATA]
LIMITS = {code: limit for code, (_, limit) in FRAMES.items()} | {T.DATA: MAX_DATA}
KIB = 1024

Pieces = list[tuple[FrameType, bytes]]


def read(stream: bytes, *cuts: int) -> Pieces:
    """The frames of a stream that arrives cut at these places; raises ProtocolViolation."""
    frames, violation = read_all(stream, cuts)
    if violation:
        raise violation
    return frames


def read_all(stream: bytes, cuts: Iterable[int]) -> tuple[Pieces, ProtocolViolation | None]:
    """What was read, and why reading ended early. The pieces of one Data frame are joined."""
    reader, frames, inside_data = FrameReader(), Pieces(), False
    ends = [*cuts, len(stream)]
    try:
        for start, end in pairwise([0, *ends]):
            for code, piece in reader.feed(memoryview(stream)[start:end]):
                if inside_data:
                    frames[-1] = (code, frames[-1][1] + bytes(piece))
                else:
                    frames.append((code, bytes(piece)))
                inside_data = reader.data_left > 0
    except ProtocolViolation as error:
        return frames, error
    return frames, None


def header(code: int, length: int) -> bytes:
    return HEADER.pack(code, length)


def allocated_by(stream: bytes) -> int:
    """The most that reading (and refusing) a stream holds at one time, in bytes."""
    tracemalloc.start()
    read_all(stream, ())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def padded(message: Message, length: int) -> bytes:
    """The message's payload in `length` bytes, filled up with a field that nobody knows."""
    fields: dict[str, Any] = msgspec.to_builtins(message, builtin_types=[bytes])
    for room in range(length):
        payload = msgspec.msgpack.encode(fields | {"": bytes(room)})
        if len(payload) == length:
            return payload
        if len(payload) > length:
            break
        if length - len(payload) > 2 * KIB:  # come closer in one step
            fields[" "] = bytes(length - len(payload) - KIB)
    raise AssertionError("no padding makes this length")


# The frame ----------------------------------------------------------------------------------------


def test_a_frame_is_its_type_its_length_and_its_payload() -> None:
    assert encode(Reveal(NONCE)) == bytes.fromhex("03 00000029 81 a5 6e6f6e6365 c420") + NONCE
    assert encode(End()) == bytes.fromhex("0e 00000001 80")


@pytest.mark.parametrize("code", CONTROL)
def test_every_message_comes_back_as_it_was(code: FrameType) -> None:
    message = SAMPLES[code]
    assert not isinstance(message, bytes)
    [(read_code, payload)] = read(encode(message))
    assert read_code is code
    assert decode(code, payload) == message


def test_frames_follow_each_other_without_anything_between() -> None:
    stream = encode(End()) + data_frame(b"abc") + encode(End())
    assert read(stream) == [(T.END, b"\x80"), (T.DATA, b"abc"), (T.END, b"\x80")]
    assert read(stream, *range(1, len(stream))) == read(stream)


def test_the_start_of_a_frame_says_nothing_yet() -> None:
    whole = encode(Cancel("declined"))
    for length in range(len(whole)):
        assert read(whole[:length]) == []


def test_data_passes_through_as_it_comes() -> None:
    reader = FrameReader()
    assert list(reader.feed(memoryview(header(T.DATA, 5)))) == []
    for piece in (b"ab", b"c", b"de"):
        assert [bytes(view) for _, view in reader.feed(memoryview(piece))] == [piece]
    assert reader.data_left == 0


# Limits -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CONTROL)
def test_a_message_may_be_as_long_as_its_limit(code: FrameType) -> None:
    message = SAMPLES[code]
    assert not isinstance(message, bytes)
    payload = padded(message, LIMITS[code])
    [(_, heard)] = read(header(code, len(payload)) + payload)
    assert decode(code, heard) == message


@pytest.mark.parametrize("code", CONTROL)
def test_nothing_longer_than_its_limit_is_made(code: FrameType) -> None:
    assert framing.frame(code, bytes(LIMITS[code]))
    with pytest.raises(ValueError, match="over its limit"):
        framing.frame(code, bytes(LIMITS[code] + 1))


def test_data_may_be_as_long_as_its_limit() -> None:
    assert read(data_frame(bytes(MAX_DATA))) == [(T.DATA, bytes(MAX_DATA))]


@pytest.mark.parametrize("code", T)
def test_one_byte_over_the_limit_is_refused_at_the_header(code: FrameType) -> None:
    assert read(header(code, LIMITS[code])) == []
    with pytest.raises(ProtocolViolation, match="too long"):
        read(header(code, LIMITS[code] + 1))


@pytest.mark.parametrize("code", sorted(set(range(256)) - set(T)))
def test_an_unknown_type_is_refused(code: int) -> None:
    for length in (0, 1, 0xFFFFFFFF):
        with pytest.raises(ProtocolViolation, match="unknown kind"):
            read(header(code, length))


def test_an_empty_piece_of_data_is_refused() -> None:
    with pytest.raises(ProtocolViolation, match="empty"):
        read(header(T.DATA, 0))


@pytest.mark.parametrize("code", range(256))
def test_a_length_of_4_gib_allocates_nothing(code: int) -> None:
    assert allocated_by(header(code, 0xFFFFFFFF) + bytes(64)) < 8 * KIB


@pytest.mark.parametrize("code", T)
def test_an_announced_length_allocates_nothing(code: FrameType) -> None:
    """Only what has arrived is kept, whatever is still to come."""
    assert allocated_by(header(code, LIMITS[code]) + bytes(4)) < 8 * KIB


def test_data_is_never_copied() -> None:
    stream = data_frame(bytes(MAX_DATA))
    reader = FrameReader()
    tracemalloc.start()
    for _code, piece in reader.feed(memoryview(stream)):
        assert piece.obj is stream
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * KIB


def test_pages_of_ours_fit_their_frame_whatever_the_names() -> None:
    worst = Entry(2**31 - 1, "\N{HUNDRED POINTS SYMBOL}" * 256, EntryKind.FILE, 2**63 - 1, -(2**63))
    assert len(encode(ManifestPage((worst,) * 250))) < LIMITS[T.MANIFEST_PAGE]


# Work ---------------------------------------------------------------------------------------------


class Work:
    """Counts what a FrameReader copies and how often it looks at a header."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.copied = 0
        self.headers = 0

        def copy(start: bytearray) -> bytes:
            self.copied += len(start)
            return bytes(start)

        class Header:
            size = HEADER.size

            @staticmethod
            def unpack_from(chunk: memoryview, at: int) -> tuple[int, ...]:
                self.headers += 1
                return HEADER.unpack_from(chunk, at)

        monkeypatch.setattr(framing, "bytes", copy, raising=False)
        monkeypatch.setattr(framing, "HEADER", Header)


def test_a_large_message_in_single_bytes_is_copied_twice_not_a_million_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = Work(monkeypatch)
    length = LIMITS[T.ACCEPT]
    reader = FrameReader()
    byte = memoryview(b"\0")
    for piece in header(T.ACCEPT, length):
        assert not list(reader.feed(memoryview(bytes([piece]))))
    for _ in range(length - 1):
        assert not list(reader.feed(byte))
    [(_, payload)] = reader.feed(byte)
    assert len(payload) == length
    assert work.copied <= length + 2 * HEADER.size
    assert work.headers == 2


def test_small_frames_in_single_bytes_cost_the_same_each(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = encode(End()) * 1000
    work = Work(monkeypatch)
    assert len(read(stream, *range(1, len(stream)))) == 1000
    assert work.copied <= 2 * len(stream)
    assert work.headers <= 2 * 1000


# Chunks -------------------------------------------------------------------------------------------

frames = st.one_of(
    st.binary(min_size=1, max_size=40).map(data_frame),
    st.sampled_from(CONTROL).flatmap(
        lambda code: st.binary(max_size=min(40, LIMITS[code])).map(
            lambda payload: header(code, len(payload)) + payload
        )
    ),
)
streams = st.lists(frames, max_size=8).map(b"".join)


def chunked(stream: bytes, data: st.DataObject) -> list[int]:
    return data.draw(st.lists(st.integers(0, len(stream))).map(sorted))


@given(streams, st.data())
def test_chunks_make_no_difference(stream: bytes, data: st.DataObject) -> None:
    assert read(stream, *chunked(stream, data)) == read(stream)


@given(st.one_of(st.binary(), st.tuples(streams, st.binary()).map(b"".join)), st.data())
def test_random_bytes_raise_nothing_but_a_violation_and_the_same_in_any_chunks(
    stream: bytes, data: st.DataObject
) -> None:
    frames, violation = read_all(stream, chunked(stream, data))
    whole_frames, whole_violation = read_all(stream, ())
    assert frames == whole_frames
    assert str(violation) == str(whole_violation)


@given(st.sampled_from(CONTROL), st.binary())
def test_random_payloads_raise_nothing_but_a_violation(code: FrameType, payload: bytes) -> None:
    with contextlib.suppress(ProtocolViolation):
        decode(code, payload)
