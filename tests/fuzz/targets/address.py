"""Owns the fuzzing of typed addresses. The first byte says whether port 0 is one."""

from collections.abc import Iterator

from desktopxfer.device import Address
from desktopxfer.errors import BadAddress, DesktopxferError
from desktopxfer.settings import DEFAULT_PORT
from desktopxfer.transfer.devices import find, is_address
from tests.fuzz.choices import as_text

TYPED = (
    *("desk-pc", "desk-pc:1", "nas.lan:65535", "192.168.1.20", "192.168.1.20:26710", "localhost"),
    *("::1", "[::1]", "[::1]:26710", "fe80::1%eth0", "[fe80::1%eth0]:1", "::ffff:1.2.3.4", "::"),
    *(
        "",
        ":",
        ":1",
        "a:",
        "a:0",
        "a:65536",
        "a:٣",
        "a:²",
        "a:000080",
        "[]:1",
        "[::1",
        "[::1]x",
        "a b",
        "é.lan",
        "1.2.3",
    ),
    *("x" * 253, "x" * 254, "[fe80::1%e:1]:2", "http://x/", "-x", "a:1:2", "%", "a\n", "\u202ea"),
)


def target(data: bytes) -> None:
    lowest_port = data[0] & 1 if data else 1
    text = as_text(data[1:])
    with_name = is_address(text)
    try:
        address = Address.parse(text, lowest_port=lowest_port)
    except BadAddress as error:
        assert not with_name or not lowest_port
        assert str(error)
    else:
        check(address, lowest_port)
        typed = text.strip().rpartition(":")[2].zfill(5)
        assert address.port == DEFAULT_PORT or typed == f"{address.port:05}"
    try:
        device = find(text, ())
    except DesktopxferError as error:
        assert str(error)
    else:
        assert device.addresses == (Address.parse(text),)


def check(address: Address, lowest_port: int) -> None:
    assert lowest_port <= address.port <= 65535
    assert len(address.host) > 0
    assert not set(address.host) & set(" \t\r\n\0/\\[]@")
    assert address.host.isprintable()
    assert Address.parse(str(address), lowest_port=lowest_port) == address


def seeds() -> Iterator[bytes]:
    for text in TYPED:
        yield b"\x01" + text.encode()
    yield b"\x00a:0"
