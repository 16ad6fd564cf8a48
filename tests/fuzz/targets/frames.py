"""Owns the fuzzing of the frame reader, beside a second reader that has the whole stream at once.

The first byte says in pieces of which size the rest arrives.
"""

from collections.abc import Iterator

from desktopxfer.errors import ProtocolViolation
from desktopxfer.protocol.framing import HEADER, FrameReader
from desktopxfer.protocol.messages import FRAMES, MAX_DATA, FrameType
from tests.protocol import link

LIMITS = {code: limit for code, (_, limit) in FRAMES.items()} | {FrameType.DATA: MAX_DATA}
LONGEST_KEPT = HEADER.size + max(limit for _, limit in FRAMES.values())

Frames = list[tuple[FrameType, bytes]]


def target(data: bytes) -> None:
    step, stream = 1 + data[0] if data else 1, data[1:]
    reader = FrameReader()
    frames: Frames = []
    refused = False
    try:
        for at in range(0, len(stream), step):
            for code, payload in reader.feed(memoryview(stream[at : at + step])):
                if code is FrameType.DATA:
                    assert payload, "an empty piece"
                frames.append((code, bytes(payload)))
            assert len(reader._start) <= LONGEST_KEPT
    except ProtocolViolation:
        refused = True
    expected, expected_refused, data_left = read_at_once(stream)
    assert joined(frames) == expected
    assert refused == expected_refused
    assert refused or reader.data_left == data_left


def read_at_once(stream: bytes) -> tuple[Frames, bool, int]:
    """The frames, whether the rest is refused, and how much of the last Data frame is to come."""
    frames: Frames = []
    while len(stream) >= HEADER.size:
        number, length = HEADER.unpack_from(stream)
        if number not in LIMITS or length > LIMITS[FrameType(number)]:
            return joined(frames), True, 0
        code = FrameType(number)
        if code is FrameType.DATA and length == 0:
            return joined(frames), True, 0
        payload = stream[HEADER.size :][:length]
        missing = length - len(payload)
        if missing and code is not FrameType.DATA:
            break
        frames.append((code, payload))
        if missing:
            return joined(frames), False, missing
        stream = stream[HEADER.size + length :]
    return joined(frames), False, 0


def joined(frames: Frames) -> Frames:
    """With neighbouring data in one piece: how it is cut says nothing."""
    result: Frames = []
    for code, payload in frames:
        if code is FrameType.DATA and result and result[-1][0] is code:
            result[-1] = code, result[-1][1] + payload
        elif payload or code is not FrameType.DATA:
            result.append((code, payload))
    return result


def seeds() -> Iterator[bytes]:
    samples = [link.as_frame(sample) for sample in link.SAMPLES.values()]
    for sample in samples:
        yield b"\xff" + sample
    for step in (0, 4, 63):
        yield bytes([step]) + b"".join(samples)
    for code, limit in LIMITS.items():
        yield b"\x03" + HEADER.pack(code, limit)
        yield b"\x03" + HEADER.pack(code, limit + 1)
