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
_DATA = FrameType.DATA.value
_limits = {code.value: limit for code, (_, limit) in FRAMES.items()} | {_DATA: MAX_DATA}


def encode_payload(message: Message) -> bytes:
    return _encoder.encode(message)


def encode(message: Message) -> bytes:
    """The whole frame of a control message."""
    return frame(TYPE_OF[type(message)], encode_payload(message))


def frame(code: FrameType, payload: bytes) -> bytes:
    if len(payload) > _limits[code]:
        raise ValueError(f"{code.name} of {len(payload)} bytes is over its limit")
    return HEADER.pack(code, len(payload)) + payload


def decode(code: FrameType, payload: bytes | memoryview) -> Message:
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
            number, length = HEADER.unpack_from(chunk, at)
            if length > _limits.get(number, -1):
                raise ProtocolViolation(detail=_problem(number))
            if number == _DATA:
                if not length:  # would cost work and move nothing
                    raise ProtocolViolation(detail="an empty piece of data")
                self.data_left = length
                at += HEADER.size
                continue
            if end - at < HEADER.size + length:
                self._keep(chunk[at:], HEADER.size + length)
                return
            at += HEADER.size
            yield _types[number], chunk[at : at + length]
            at += length

    def _keep(self, start: memoryview, until: int) -> None:
        self._start += start
        self._missing = until - len(start)


def _problem(number: int) -> str:
    return "a message that is too long" if number in _limits else "an unknown kind of message"
