"""What is read of interfaces, from a folder like Linux's own."""

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import ifaddr
import pytest

from desktopxfer.diagnosis import links
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.diagnosis.links import Interface
from desktopxfer.network.interfaces import LocalAddress

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own folder")
pytestmark = linux


class System:
    """A computer with these interfaces."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.adapters: list[ifaddr.Adapter] = []
        self.add("lo", kind=772, host="127.0.0.1")

    def add(
        self,
        name: str,
        *,
        kind: int = 1,
        up: bool = True,
        link: bool | None = True,
        host: str = "",
        files: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        folder = self.folder / name
        folder.mkdir()
        shown = {"type": str(kind), "flags": hex(0x1002 | up), **files}
        if link is not None:
            shown["carrier"] = str(int(link))
        for file, content in shown.items():
            (folder / file).write_text(content + "\n")
        if host:
            self.adapters.append(ifaddr.Adapter(name, name, [ifaddr.IP(host, 24, name)], 7))

    def interface(self, name: str) -> Interface:
        (found,) = (each for each in links.interfaces(self.folder) if each.name == name)
        return found

    @property
    def found(self) -> list[tuple[Kind, str]]:
        findings: list[Finding] = list(links.look(links.interfaces(self.folder)))
        return [(each.kind, next(iter(each.facts.values()), "")) for each in findings]


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> System:
    system = System(tmp_path)
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: system.adapters)
    return system


def test_one_that_works_is_enough(system: System) -> None:
    system.add("eth0", link=False)
    system.add("wlan0", host="192.168.1.20")
    assert system.found == [(Kind.ADDRESSES, "192.168.1.20 (wlan0)")]


def test_only_loopback(system: System) -> None:
    assert system.found == [(Kind.NO_NETWORK, "")]


def test_what_each_interface_lacks(system: System) -> None:
    system.add("eth0", link=False)
    system.add("eth1", up=False, link=None)
    system.add("eth2")
    assert system.found == [
        (Kind.LINK_DOWN, "eth0"),
        (Kind.SWITCHED_OFF, "eth1"),
        (Kind.NO_ADDRESS, "eth2"),
    ]


def test_an_address_without_a_link_leads_nowhere(system: System) -> None:
    system.add("eth0", link=False, host="192.168.1.20")
    assert system.found == [(Kind.LINK_DOWN, "eth0")]


def test_only_an_address_of_its_own_making(system: System) -> None:
    system.add("eth0", host="169.254.7.7")
    kinds = [kind for kind, _ in system.found]
    assert kinds == [Kind.ADDRESSES, Kind.LINK_LOCAL_ONLY]


@pytest.mark.parametrize("name", ["docker0", "br-0a1b2c", "virbr0", "veth12", "ifb0", "dummy0"])
def test_what_leads_nowhere_is_no_network(system: System, name: str) -> None:
    system.add(name, host="172.17.0.1")
    assert system.found == [(Kind.NO_NETWORK, "")]


@pytest.mark.parametrize(
    ("name", "kind", "files"),
    [
        ("tun0", 65534, {"tun_flags": "0x1"}),
        ("office", 65534, {}),  # WireGuard may be called anything
        ("tap7", 1, {"tun_flags": "0x2"}),
        ("ppp0", 512, {}),
        ("gre1", 778, {}),
        ("tailscale0", 65534, {}),
    ],
)
def test_what_a_vpn_looks_like(system: System, name: str, kind: int, files: dict[str, str]) -> None:
    system.add(name, kind=kind, host="10.8.0.2", files=files)
    assert system.interface(name).is_vpn
    assert not system.interface(name).is_local


def test_a_network_card_is_no_vpn(system: System) -> None:
    system.add("enp3s0", host="192.168.1.20")
    assert system.interface("enp3s0").is_local


def test_odd_files_are_no_obstacle(system: System) -> None:
    system.add("eth0", kind=1, host="192.168.1.20")
    for file in ("type", "flags", "carrier"):
        (system.folder / "eth0" / file).write_text("what?\n")
    assert system.interface("eth0").is_up
    assert system.interface("eth0").has_link


def test_a_name_is_one_word_for_the_shell() -> None:
    odd = Interface("a b;reboot", is_up=False)
    (finding,) = links.look([odd])
    assert finding.command == "sudo ip link set 'a b;reboot' up"


def test_many_addresses_are_cut() -> None:
    some = tuple(LocalAddress(f"eth{n}", n, f"10.0.{n}.1", 24) for n in range(1, 10))
    interfaces = [Interface(each.interface, (each,)) for each in some]
    (finding,) = links.look(interfaces)
    assert finding.facts["addresses"].count("10.0.") == links.MOST_SHOWN
    assert finding.facts["addresses"].endswith("…")
