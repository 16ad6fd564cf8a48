"""Owns the frame: one type byte, a length of four bytes (big endian), a payload."""

import struct
from collections.abc import Iterator

import msgspec

from desktopxfer.errors import ProtocolViolation
from desktopxfer.protocol.messages import FRAMES, MAX_DATA, TYPE_OF, FrameType, Message

HEADER = struct.Struct("!BI")

_encoder = msgspec.msgpack.Encoder()
_decoders = {code: msgspec.msgpack.Decoder(kind) for code, (kind, _) in FRAMES.items()}
_types = {code.value: code for code in FrameType}
_limits = {code.value: limit for code, (_, limit) in FRAMES.items()} | {
    FrameType.DATA.value: MAX_DATA
}


def encode_payload(message: Message) -> bytes:
    return _encoder.encode(message)


def encode(message: Message) -> bytes:
    """The whole frame of a control message."""
    return frame(TYPE_OF[type(message)], encode_payload(message))


def frame(code: FrameType, payload: bytes) -> bytes:
    if len(payload) > _limits[code]:
        raise ValueError(f"{code.name} of {len(payload)} bytes is over its limit")
    return HEADER.pack(code, len(payload)) + payload


def decode(code: FrameType, payload: bytes) -> Message:
    """Raises ProtocolViolation for a payload that is not exactly the message of this type."""
    try:
        return _decoders[code].decode(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolViolation(detail=f"a broken {code.name} message") from error


class FrameReader:
    """Cuts a byte stream into frames. Data payloads pass through in pieces, never gathered."""

    def __init__(self) -> None:
        self.data_left = 0  # bytes of the current Data frame still to come
        self._start = bytearray()  # of a frame that is not complete yet
        self._missing = 0  # bytes that must come before that frame can be looked at again

    def feed(self, chunk: memoryview) -> Iterator[tuple[FrameType, memoryview]]:
        """Yields (type, payload) for complete frames, and (DATA, piece) for each piece of Data.

        The views are valid until the next step of the iterator; the chunk must be fully consumed.
        Raises ProtocolViolation for an unknown type or a length over its limit, before allocating.
        """
        if self._start:
            self._start += chunk
            self._missing -= len(chunk)
            if self._missing > 0:  # looked at only when it helps: no copy for each little piece
                return
            chunk = memoryview(bytes(self._start))
            self._start.clear()
        at, end = 0, len(chunk)
        while at < end:
            if self.data_left:
                piece = chunk[at : at + self.data_left]
                self.data_left -= len(piece)
                at += len(piece)
                yield FrameType.DATA, piece
                continue
            if end - at < HEADER.size:
                self._keep(chunk[at:], HEADER.size)
                return
            code, length = _read_header(chunk, at)
            if code is FrameType.DATA:
                self.data_left = length
                at += HEADER.size
                continue
            if end - at < HEADER.size + length:
                self._keep(chunk[at:], HEADER.size + length)
                return
            at += HEADER.size
            yield code, chunk[at : at + length]
            at += length

    def _keep(self, start: memoryview, until: int) -> None:
        self._start += start
        self._missing = until - len(start)


def _read_header(chunk: memoryview, at: int) -> tuple[FrameType, int]:
    code, length = HEADER.unpack_from(chunk, at)
    if code not in _limits:
        raise ProtocolViolation(detail="an unknown kind of message")
    if length > _limits[code]:
        raise ProtocolViolation(detail="a message that is too long")
    if code == FrameType.DATA and not length:  # would cost work and move nothing
        raise ProtocolViolation(detail="an empty piece of data")
    return _types[code], length
