import ipaddress

import ifaddr
import pytest
from ifaddr import IP

from desktopxfer.network import interfaces
from desktopxfer.network.interfaces import Link, LocalAddress, from_adapters, usable


def adapter(name: str, index: int, *ips: tuple[str, int]) -> ifaddr.Adapter:
    """An interface with these addresses, each with its prefix length."""
    return ifaddr.Adapter(
        name,
        name,
        [
            IP(
                (ip, 0, index if ip.startswith("fe80") else 0) if ":" in ip else ip,
                length,
                f"{name} connection",
            )
            for ip, length in ips
        ],
        index=index,
    )


LOOPBACK = adapter("lo", 1, ("127.0.0.1", 8), ("::1", 128))
CABLE = adapter("eth0", 2, ("fe80::1", 64), ("2001:db8::5", 64), ("192.168.1.20", 24))
RADIO = adapter("wlan0", 3, ("fe80::2", 64), ("192.168.7.20", 24))
TUNNEL = adapter("wg0", 4, ("10.8.0.2", 24))
CONTAINERS = adapter("docker0", 5, ("172.17.0.1", 16))


def hosts(*adapters: ifaddr.Adapter) -> list[str]:
    return [address.host for address in usable(from_adapters(adapters))]


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with loopback, a cable and a radio, all of them up and ready."""
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [LOOPBACK, RADIO, CABLE])
    monkeypatch.setattr(interfaces, "_is_up", lambda interface: True)
    monkeypatch.setattr(interfaces, "_is_ready", lambda address: True)


def test_ipv4_stands_before_global_ipv6_before_link_local() -> None:
    assert hosts(LOOPBACK, CABLE) == ["192.168.1.20", "2001:db8::5", "fe80::1%eth0"]


def test_addresses_of_one_kind_stand_in_the_order_of_the_interfaces() -> None:
    assert hosts(RADIO, CABLE)[:2] == ["192.168.1.20", "192.168.7.20"]


def test_bridges_to_containers_and_tunnels_stand_behind_the_real_links() -> None:
    containers_first = adapter("docker0", 0, ("172.17.0.1", 16))
    assert hosts(containers_first, TUNNEL, RADIO)[0] == "192.168.7.20"


def test_a_direct_cable_without_a_router_counts() -> None:
    assert hosts(LOOPBACK, adapter("eth0", 2, ("169.254.10.1", 16))) == ["169.254.10.1"]


def test_loopback_is_left_out_unless_there_is_nothing_else() -> None:
    assert hosts(LOOPBACK) == ["127.0.0.1", "::1"]
    assert hosts() == []


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("eth0", Link.ETHERNET),
        ("enp3s0", Link.ETHERNET),
        ("Ethernet 2", Link.ETHERNET),
        ("wlp2s0", Link.WIFI),
        ("Wi-Fi", Link.WIFI),
        ("wg0", Link.VPN),
        ("tailscale0", Link.VPN),
        ("docker0", Link.VIRTUAL),
        ("br-3f2a", Link.VIRTUAL),
        ("Local Area Connection", Link.OTHER),
    ],
)
def test_a_link_is_known_by_the_name_of_its_interface(name: str, link: Link) -> None:
    assert LocalAddress(name, 2, "192.168.1.20", 24).link is link


def test_loopback_is_known_by_its_address() -> None:
    assert LocalAddress("Loopback Pseudo-Interface 1", 1, "127.0.0.1", 8).link is Link.LOOPBACK


def test_the_network_is_what_all_computers_on_the_link_share() -> None:
    address = LocalAddress("eth0", 2, "fe80::1%eth0", 64)
    assert address.ip == ipaddress.IPv6Address("fe80::1")
    assert address.network == ipaddress.IPv6Network("fe80::/64")


@pytest.mark.parametrize(
    ("listen_host", "reachable"),
    [
        ("", ["192.168.1.20", "192.168.7.20", "2001:db8::5", "fe80::1%eth0", "fe80::2%wlan0"]),
        ("0.0.0.0", ["192.168.1.20", "192.168.7.20"]),
        ("::", ["2001:db8::5", "fe80::1%eth0", "fe80::2%wlan0"]),
        ("192.168.7.20", ["192.168.7.20"]),
        ("2001:db8::5", ["2001:db8::5"]),
        ("127.0.0.1", ["127.0.0.1"]),
        ("127.9.9.9", ["127.9.9.9"]),
        ("::1", ["::1"]),
        ("192.168.1.99", []),
        ("no such host!", []),
        ("localhost", []),  # no name is looked up
    ],
)
def test_a_listener_is_reachable_at_what_it_listens_on(
    computer: None, listen_host: str, reachable: list[str]
) -> None:
    assert [address.host for address in interfaces.reachable_at(listen_host)] == reachable


def test_a_system_that_does_not_tell_has_no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("no more file descriptors")

    monkeypatch.setattr(ifaddr, "get_adapters", fail)
    assert interfaces.local_addresses() == ()


def test_this_computer_has_addresses() -> None:
    addresses = interfaces.local_addresses()
    assert addresses
    assert all(address.ip in address.network for address in addresses)


def test_windows_shows_connections_by_the_names_its_users_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert [(each.interface, each.host) for each in from_adapters([RADIO])] == [
        ("wlan0 connection", "fe80::2%3"),
        ("wlan0 connection", "192.168.7.20"),
    ]
