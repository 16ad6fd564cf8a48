import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.device import Address, Device, Peer, name_key, short_id
from desktopxfer.errors import BadAddress
from desktopxfer.settings import DEFAULT_PORT


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("desk-pc", ("desk-pc", DEFAULT_PORT)),
        ("nas.example.lan:99", ("nas.example.lan", 99)),
        ("my_printer", ("my_printer", DEFAULT_PORT)),
        ("bücher.example", ("bücher.example", DEFAULT_PORT)),
        ("192.168.1.20", ("192.168.1.20", DEFAULT_PORT)),
        ("192.168.1.20:65535", ("192.168.1.20", 65535)),
        ("  192.168.1.20:1  ", ("192.168.1.20", 1)),
        ("::1", ("::1", DEFAULT_PORT)),
        ("2001:db8::5", ("2001:db8::5", DEFAULT_PORT)),
        ("[2001:db8::5]", ("2001:db8::5", DEFAULT_PORT)),
        ("[2001:db8::5]:99", ("2001:db8::5", 99)),
        ("fe80::1%eth0", ("fe80::1%eth0", DEFAULT_PORT)),
        ("[fe80::1%eth0]:99", ("fe80::1%eth0", 99)),
    ],
)
def test_an_address_is_read_as_people_write_it(text: str, address: tuple[str, int]) -> None:
    assert Address.parse(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ":99",
        "desk:",
        "desk:0",
        "desk:65536",
        "desk:-1",
        "desk:+1",
        "desk: 1",
        "desk:1_0",
        "desk:٣",
        "desk:000080",
        "desk:http",
        "desk pc",
        "desk/pc",
        "http://desk",
        "user@desk",
        "de\nsk",
        "de\x1b[31msk",
        "a" * 254,
        "1:2:3",
        "2001:db8::5:99999",
        "[::1",
        "[::1]99",
        "[::1]:",
        "[]",
        "[]:99",
        "[desk]:99",
        "[192.168.1.20]:99",
        "::1]",
        "fe80::1%a%b",
        "fe80::1%a]",
        "fe80::1%a b",
        "fe80::1%\x1b[31m",
        "[fe80::1%\u202e]:99",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        Address.parse(text)


def test_port_0_is_only_for_listening() -> None:
    assert Address.parse("[::]:0", lowest_port=0) == ("::", 0)
    with pytest.raises(BadAddress):
        Address.parse("[::]:0")


names = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?(\.[a-z]{2,9})?", fullmatch=True)
hosts = names | st.ip_addresses().map(str)


@given(hosts, st.integers(1, 65535))
def test_what_is_written_is_read_again(host: str, port: int) -> None:
    address = Address(host, port)
    assert Address.parse(str(address)) == address


@given(st.text())
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    try:
        host, port = Address.parse(text)
    except BadAddress:
        return
    assert 1 <= port <= 65535
    assert 0 < len(host) <= 253
    if ":" in host:
        ipaddress.IPv6Address(host)
        host = host.replace("%", "", 1)
    assert not any(char.isspace() or char in "/\\@[]%?#" for char in host)


def test_an_id_is_short_enough_to_compare() -> None:
    device_id = "3f2a91bc" + "0" * 56
    assert short_id(device_id) == "3F2A-91BC"
    assert Peer(device_id, "Bob", "Linux", Address("10.0.0.2")).short_id == "3F2A-91BC"


@pytest.mark.parametrize(
    "name",
    ["anna é", "ANNA É", "Anna\u2003é", "\uff21nna e\u0301", "ann a e \u0301", "Annaé"],
)
def test_names_that_people_would_take_for_the_same_have_one_key(name: str) -> None:
    assert name_key(name) == name_key("Anna é")
    assert name_key(name) != name_key("Anne é")


def test_a_row_is_told_by_its_identity_or_else_by_its_address() -> None:
    nas = Address("nas.lan", 99)
    assert Device("b0b", "Bob", "Linux", (nas,), online=True).key == "b0b"
    assert Device("", "nas.lan:99", "", (nas,), online=False, typed=True).key == "nas.lan:99"
