"""Owns how a fuzzer's bytes become decisions: numbers, texts, one of several."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# Where ranges end: of bytes, of the numbers on the wire, of a signed and an unsigned 64 bit number.
EDGES = (
    *(0, 1, -1, 2, 127, 128, 255, 256, 2**31 - 1, 2**31, 2**32),
    *(2**63 - 1, 2**63, 2**64 - 1, 2**64, -(2**63), -(2**63) - 1),
)


class Choices:
    """Reads decisions off the bytes. Once they have run out, every decision is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> bool:
        return self._at < len(self._data)

    def take(self, length: int) -> bytes:
        """At most that many bytes."""
        taken = self._data[self._at : self._at + length]
        self._at += length
        return taken

    def rest(self) -> bytes:
        return self.take(len(self._data))

    def byte(self) -> int:
        return int.from_bytes(self.take(1))

    def yes(self) -> bool:
        return bool(self.byte() & 1)

    def one_of(self, options: Sequence[T]) -> T:
        return options[self.byte() % len(options)]

    def blob(self) -> bytes:
        return self.take(self.byte())

    def text(self) -> str:
        return as_text(self.blob())

    def number(self, honest: int = 0) -> int:
        """Mostly the honest one, otherwise a neighbour of it or an edge."""
        byte = self.byte()
        if byte < 128:
            return honest
        if byte < 192:
            return honest + byte - 160
        return EDGES[byte % len(EDGES)]


def as_text(data: bytes) -> str:
    """Any bytes as text; those that are not UTF-8 become the lone surrogates of file names."""
    return data.decode("utf-8", "surrogateescape")
