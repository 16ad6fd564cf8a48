"""Owns reading what is on the disk already, to go on behind it."""

import io
from collections.abc import Callable

from blake3 import blake3

READ_BYTES = 4 * 1024 * 1024  # some milliseconds of hashing: a cancel in between is felt at once


def hash_prefix(descriptor: int, length: int, pulse: Callable[[], None]) -> blake3 | None:
    """A hasher over the first `length` bytes of a file, ready for more; None if it has fewer.

    Uses every processor, because somebody waits. The file's position is behind those bytes
    afterwards. `pulse` is called now and then and may raise to end it. Raises OSError.
    """
    hasher = blake3(max_threads=blake3.AUTO)
    buffer = memoryview(bytearray(min(READ_BYTES, length)))
    with io.FileIO(descriptor, closefd=False) as file:
        file.seek(0)
        while length:
            pulse()
            count = file.readinto(buffer[:length])
            if not count:
                return None
            hasher.update(buffer[:count])
            length -= count
    return hasher
