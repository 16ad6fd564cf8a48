"""Owns the fuzzing of what a later start of the program says to the window that is open."""

import re
from collections.abc import Iterator

import msgspec

from desktopxfer.desktop import instance
from desktopxfer.desktop.instance import LENGTH, MOST_BYTES, MOST_PATHS, Wish


def target(data: bytes) -> None:
    if len(data) >= LENGTH.size:
        length = int.from_bytes(data[: LENGTH.size], "big")
        try:
            assert instance.length_of(data[: LENGTH.size]) == length <= MOST_BYTES
        except ValueError:
            assert length > MOST_BYTES
    try:
        wish = instance.decode(data)
    except ValueError:
        return
    assert len(wish.names) <= MOST_PATHS
    assert all(name.startswith(b"/") and b"\0" not in name for name in wish.names)
    assert len(wish.paths) == len(wish.names)
    assert re.fullmatch("[!-~]{0,1024}", wish.token)
    assert instance.decode(instance.encode(wish)[LENGTH.size :]) == wish


def seeds() -> Iterator[bytes]:
    yield from (b"", LENGTH.pack(MOST_BYTES), LENGTH.pack(MOST_BYTES + 1))
    for wish in (
        Wish(),
        Wish((b"/a", b"/b c", b"/\xff\n"), hidden=True, token="gnome-shell/1-2_TIME3"),
        Wish(quits=True),
        Wish((b"relative",)),
        Wish((b"/nul\0",)),
        Wish(token="two words"),
        Wish(token="a\n"),
    ):
        yield msgspec.msgpack.encode(wish)
