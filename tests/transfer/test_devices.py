from pathlib import Path

import pytest

from desktopxfer.device import Address, Device, Peer
from desktopxfer.errors import AmbiguousDevice, BadAddress, DeviceNotFound
from desktopxfer.identity.known_devices import KnownDevice, KnownDevices
from desktopxfer.network.announcement import Found
from desktopxfer.settings import Profile
from desktopxfer.transfer.devices import devices_around, find, is_address

OWN = "00" * 32
ANN = "a11ce" + "0" * 59
BOB = "b0b1" + "0" * 60
CAROL = "ca01" + "0" * 60
HERE, OLD = Address("192.168.1.20"), Address("10.0.0.2")


@pytest.fixture
def known(tmp_path: Path) -> KnownDevices:
    return KnownDevices(Profile(tmp_path))


def announced(device_id: str, name: str, *addresses: Address) -> Found:
    return Found(device_id, name, "Linux", addresses or (HERE,))


def device(device_id: str, name: str, *, online: bool = True) -> Device:
    return Device(device_id, name, "Linux", (HERE,), online=online)


# The list -----------------------------------------------------------------------------------------


def test_online_devices_stand_first_and_then_the_alphabet_counts(known: KnownDevices) -> None:
    known.met(Peer(CAROL, "Anybody", "Linux", OLD))
    found = [announced(BOB, "bob"), announced(ANN, "Ann")]
    names = [(device.name, device.online) for device in devices_around(found, known, OWN)]
    assert names == [("Ann", True), ("bob", True), ("Anybody", False)]


def test_a_device_is_one_row_with_every_address_once(known: KnownDevices) -> None:
    ipv6, nas = Address("2001:db8::5"), Address("nas.lan")
    known.met(Peer(BOB, "Bob's old name", "Linux", OLD))
    known.met(Peer(BOB, "Bob's old name", "Linux", HERE))
    known.typed(nas, BOB)
    (bob,) = devices_around([announced(BOB, "Bob", HERE, ipv6)], known, OWN)
    assert bob == Device(BOB, "Bob", "Linux", (HERE, ipv6, OLD, nas), online=True, typed=True)


def test_a_device_that_is_away_keeps_its_name_and_where_it_was(known: KnownDevices) -> None:
    known.met(Peer(BOB, "Bob", "macOS", OLD))
    assert devices_around([], known, OWN) == (Device(BOB, "Bob", "macOS", (OLD,), online=False),)


def test_a_typed_address_that_never_answered_is_a_row_of_its_own(known: KnownDevices) -> None:
    known.typed(Address("nas.lan", 99))
    known.typed(Address("::1"))
    rows = devices_around([], known, OWN)
    assert [(row.name, row.key, row.typed) for row in rows] == [
        ("[::1]:26710", "[::1]:26710", True),
        ("nas.lan:99", "nas.lan:99", True),
    ]


def test_this_device_is_not_in_its_own_list(known: KnownDevices) -> None:
    known.met(Peer(OWN, "Me", "Linux", HERE))
    assert devices_around([announced(OWN, "Me")], known, OWN) == ()


def test_a_file_edited_by_hand_spoils_nothing(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.known_devices_file.write_text(
        '[{"device_id": "b0b1", "name": "Bob", "addresses": ["a b", "10.0.0.2:26710"]},'
        ' {"typed": ["not an address"]}]'
    )
    (bob,) = devices_around([], KnownDevices(profile), OWN)
    assert bob.addresses == (OLD,)


# TARGET -------------------------------------------------------------------------------------------

AROUND = (
    device(ANN, "Ann's Mac v2.0"),
    device(BOB, "desk-pc"),
    device(CAROL, "Desk-PC"),
    device("de5c" + "0" * 60, "ÄNNCHEN", online=False),
)


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("desk-pc", "desk-pc"),
        ("Desk-PC", "Desk-PC"),
        ("ännchen", "ÄNNCHEN"),
        ("a\u0308nnchen", "ÄNNCHEN"),  # as macOS writes it
        ("ann's mac V2.0", "Ann's Mac v2.0"),
        ("b0b1", "desk-pc"),
        ("B0B1-0000", "desk-pc"),
        (CAROL, "Desk-PC"),
    ],
)
def test_a_device_is_meant_by_its_name_or_the_start_of_its_id(target: str, name: str) -> None:
    assert find(target, AROUND).name == name


def test_two_devices_with_the_name_are_told_apart_by_their_ids() -> None:
    with pytest.raises(AmbiguousDevice) as caught:
        find("DESK-PC", AROUND)
    assert "B0B1-0000" in str(caught.value)
    assert "CA01-0000" in str(caught.value)
    assert find("CA01-0000", AROUND).device_id == CAROL


def test_an_id_start_that_two_devices_share_is_not_enough() -> None:
    with pytest.raises(AmbiguousDevice):
        find("beef", [device("beef1" + "0" * 59, "one"), device("beef2" + "0" * 59, "two")])


def test_a_name_goes_before_an_id_and_short_starts_of_ids_do_not_count() -> None:
    around = [device("beef" + "0" * 60, "one"), device("cafe" + "0" * 60, "beef")]
    assert find("beef", around).name == "beef"
    assert find("bee", around).device_id == ""


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("192.168.1.20", Address("192.168.1.20")),
        ("192.168.1.20:99", Address("192.168.1.20", 99)),
        ("nas.lan", Address("nas.lan")),
        ("desk-pc:99", Address("desk-pc", 99)),
        ("::1", Address("::1")),
        ("[fe80::1%eth0]:99", Address("fe80::1%eth0", 99)),
        ("localhost", Address("localhost")),
    ],
)
def test_an_address_is_an_address_whoever_calls_itself_so(target: str, address: Address) -> None:
    assert is_address(target)
    found = find(target, [device(BOB, target)])
    assert found == Device("", target, "", (address,), online=False, typed=True)


def test_a_word_that_nobody_is_called_may_be_a_computer() -> None:
    assert not is_address("nas")
    assert find("nas", AROUND).addresses == (Address("nas"),)


@pytest.mark.parametrize("target", ["Ann's Mac v3.0", "the other one", "photo 📷", "f" * 300])
def test_what_is_neither_a_device_nor_an_address_is_not_found(target: str) -> None:
    with pytest.raises(DeviceNotFound):
        find(target, AROUND)


@pytest.mark.parametrize("target", ["desk:99999", "1:2:3", "[::1", "desk:port", "[::1]99"])
def test_what_looks_like_an_address_and_is_none_is_said_to_be_none(target: str) -> None:
    with pytest.raises(BadAddress):
        find(target, AROUND)


# Trusted ones -------------------------------------------------------------------------------------


def test_an_announcement_renames_no_trusted_device(known: KnownDevices) -> None:
    known.trust(Peer(BOB, "Bob", "Linux", HERE))
    (bob,) = devices_around([announced(BOB, "Your bank")], known, OWN)
    assert bob.name == "Bob"


def test_a_nickname_is_shown_and_what_it_calls_itself_is_kept(known: KnownDevices) -> None:
    known.remember(KnownDevice(device_id=BOB, name="DESKTOP-7XK2"), nickname="Bob")
    (bob,) = devices_around([announced(BOB, "DESKTOP-7XK2")], known, OWN)
    assert (bob.name, bob.own_name) == ("Bob", "DESKTOP-7XK2")
