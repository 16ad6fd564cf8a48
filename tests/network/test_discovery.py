import asyncio
import contextlib
import errno
import json
import os
import queue
import secrets
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from zeroconf import ServiceBrowser, ServiceInfo, Zeroconf

from desktopxfer.device import Address
from desktopxfer.errors import CannotDiscover
from desktopxfer.network import discovery, interfaces, neighbourhood
from desktopxfer.network.announcement import (
    MAX_ADDRESSES,
    SERVICE_TYPE,
    Announcement,
    Found,
    by_device,
    read,
)
from desktopxfer.network.discovery import Discovery
from desktopxfer.network.interfaces import LocalAddress
from tests.end_to_end import namespaces
from tests.end_to_end.namespaces import PYTHON, Cable, Computer, Network, events

LOOPBACK = "127.0.0.1"
DEADLINE_S = 30.0  # for what takes some tenths of a second on an idle machine
HERE = (
    LocalAddress("eth0", 2, "192.168.1.20", 24),
    LocalAddress("eth0", 2, "2001:db8::5", 64),
    LocalAddress("eth0", 2, "fe80::1%eth0", 64),
)
ONLY_LOOPBACK: tuple[LocalAddress, ...] = (LocalAddress("lo", 1, LOOPBACK, 8),)


def new_id() -> str:
    return secrets.token_hex(32)


class Around:
    """The devices that one Discovery reports, without those of other programs on this computer."""

    def __init__(self, *ids: str) -> None:
        self._ids = ids
        self._changed = threading.Condition()
        self.reports: list[dict[str, Found]] = [{}]

    def __call__(self, around: tuple[Found, ...]) -> None:
        with self._changed:
            self.reports.append(
                {one.device_id: one for one in around if one.device_id in self._ids}
            )
            self._changed.notify_all()

    def until(self, condition: Callable[[dict[str, Found]], object]) -> dict[str, Found]:
        """The devices around, as soon as they satisfy this."""
        with self._changed:
            assert self._changed.wait_for(lambda: condition(self.reports[-1]), DEADLINE_S), (
                self.reports[-1]
            )
            return self.reports[-1]

    def soon(self, condition: Callable[[dict[str, Found]], object]) -> bool:
        """Whether the devices around satisfy this within half a second."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(condition(self.reports[-1])), 0.5)


Start = Callable[..., Discovery]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts discoveries on loopback, and ends them."""
    with contextlib.ExitStack() as stack:

        def start(device_id: str, on_change: Callable[[tuple[Found, ...]], None]) -> Discovery:
            started = Discovery(device_id, LOOPBACK, on_change)
            stack.callback(started.close)
            started.start()
            return started

        yield start


@pytest.fixture
def responder() -> Iterator[Zeroconf]:
    """Another implementation on loopback, which may say anything."""
    responder = Zeroconf(interfaces=[LOOPBACK])
    yield responder
    responder.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "POLL_S", 0.05)


def service(
    device_id: str,
    *,
    label: str = "",
    port: int = 1234,
    addresses: Sequence[str] = (LOOPBACK,),
    host_ttl: int = 120,
    **fields: str | bytes | None,
) -> ServiceInfo:
    """An announcement with any fields."""
    label = label or secrets.token_hex(8)
    return ServiceInfo(
        SERVICE_TYPE,
        f"{label}.{SERVICE_TYPE}",
        server=f"{label}.local.",
        port=port,
        parsed_addresses=list(addresses),
        host_ttl=host_ttl,
        properties={"id": device_id, "name": "Stranger", "platform": "Linux", **fields},
    )


def browsed(zeroconf: Zeroconf) -> Iterator[str]:
    """The names of the announcements around, as they are heard."""
    names: queue.SimpleQueue[str] = queue.SimpleQueue()

    def heard(*, name: str, **_: object) -> None:
        names.put(name)

    browser = ServiceBrowser(zeroconf, SERVICE_TYPE, [heard])
    try:
        while True:
            yield names.get(timeout=DEADLINE_S)
    finally:
        browser.cancel()


# Two devices on one computer ----------------------------------------------------------------------


def test_two_devices_see_each_other_and_not_themselves(start: Start) -> None:
    ann, bob = new_id(), new_id()
    ann_sees, bob_sees = Around(ann, bob), Around(ann, bob)
    start(ann, ann_sees).announce("Ann's laptop", "Linux", 1111)
    start(bob, bob_sees).announce("Bob", "Windows", 2222)
    assert ann_sees.until(len) == {bob: Found(bob, "Bob", "Windows", (Address(LOOPBACK, 2222),))}
    assert bob_sees.until(len) == {
        ann: Found(ann, "Ann's laptop", "Linux", (Address(LOOPBACK, 1111),))
    }


def test_who_is_not_announced_sees_and_is_not_seen(start: Start) -> None:
    ann, bob, carol = new_id(), new_id(), new_id()
    ann_sees, carol_sees = Around(ann, bob, carol), Around(ann, bob, carol)
    start(ann, ann_sees)
    start(bob, Around()).announce("Bob", "Linux", 2222)
    ann_sees.until(lambda around: bob in around)
    start(carol, carol_sees)
    assert carol_sees.until(len).keys() == {bob}


def test_a_new_name_and_port_reach_the_others(start: Start) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    announced = start(bob, Around())
    announced.announce("Bob", "Linux", 2222)
    sees.until(lambda around: bob in around and around[bob].name == "Bob")
    announced.announce("Robert", "Linux", 3333)
    found = sees.until(lambda around: around[bob].name == "Robert")[bob]
    assert found.addresses == (Address(LOOPBACK, 3333),)


def test_who_hides_vanishes_and_comes_back(start: Start) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    announced = start(bob, Around())
    announced.announce("Bob", "Linux", 2222)
    sees.until(len)
    announced.hide()
    sees.until(lambda around: not around)
    announced.announce("Bob", "Linux", 2222)
    sees.until(len)


def test_an_answer_that_follows_the_goodbye_does_not_bring_it_back(
    impatient: None, start: Start, responder: Zeroconf
) -> None:
    """Whoever was asked shortly before answers up to a second late."""
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    announced = start(bob, Around())
    announced.announce("Bob", "Linux", 2222)
    sees.until(len)
    name = next(name for name in browsed(responder) if name.startswith(bob[:32]))
    announcement = responder.get_service_info(SERVICE_TYPE, name)
    assert announcement
    announced.hide()
    sees.until(lambda around: not around)
    while not sees.soon(len):  # until it comes behind the last of the three goodbyes
        responder.send(responder.generate_service_broadcast(announcement, None))
    sees.until(lambda around: not around)


def test_an_announcement_before_the_start_holds(start: Start) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    announced = Discovery(bob, LOOPBACK, Around())
    announced.announce("Bob", "Linux", 2222)
    announced.start()
    sees.until(len)
    announced.close()


def test_who_closes_says_goodbye_and_leaves_no_thread(start: Start) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    before = set(threading.enumerate())
    closed = Discovery(bob, LOOPBACK, Around())
    closed.start()
    closed.announce("Bob", "Linux", 2222)
    sees.until(len)
    closed.close()
    assert set(threading.enumerate()) == before
    sees.until(lambda around: not around)


def test_closing_is_fine_at_any_time() -> None:
    never_started = Discovery(new_id(), LOOPBACK, Around())
    never_started.announce("Bob", "Linux", 2222)
    never_started.close()
    at_once = Discovery(new_id(), LOOPBACK, Around())
    at_once.start()
    at_once.announce("Bob", "Linux", 2222)
    at_once.close()
    at_once.close()
    at_once.hide()


def test_the_end_of_one_program_does_not_hide_another_of_the_same_device(start: Start) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    window, command = start(bob, Around()), start(bob, Around())
    window.announce("Bob", "Linux", 2222)
    command.announce("Bob", "Linux", 3333)
    both = (Address(LOOPBACK, 2222), Address(LOOPBACK, 3333))
    sees.until(lambda around: bob in around and sorted(around[bob].addresses) == sorted(both))
    command.close()
    sees.until(lambda around: around[bob].addresses == both[:1])


# Silence and broken networks ----------------------------------------------------------------------


def test_a_device_that_died_in_silence_vanishes_and_a_living_one_stays(
    impatient: None, start: Start, responder: Zeroconf
) -> None:
    living, dead = new_id(), new_id()
    sees = Around(living, dead)
    responder.register_service(service(living, host_ttl=1), cooperating_responders=True)
    start(new_id(), sees)
    sees.until(len)
    responder.send(responder.generate_service_broadcast(service(dead, host_ttl=2), None))
    sees.until(lambda around: around.keys() == {living, dead})
    # The records of the living device expire first: it is asked, and answers.
    sees.until(lambda around: dead not in around)
    first = next(number for number, around in enumerate(sees.reports) if living in around)
    assert all(living in around for around in sees.reports[first:])


def test_an_address_taken_back_is_no_longer_tried(
    impatient: None, start: Start, responder: Zeroconf
) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    before = service(bob, label=bob[:8], addresses=["127.0.0.1", "127.0.0.2"], host_ttl=2)
    responder.register_service(before, cooperating_responders=True)
    sees.until(lambda around: bob in around and len(around[bob].addresses) == 2)
    responder.update_service(service(bob, label=bob[:8], addresses=["127.0.0.2"]))
    found = sees.until(lambda around: len(around[bob].addresses) == 1)[bob]
    assert found.addresses == (Address("127.0.0.2", 1234),)


def test_without_a_network_the_error_says_so_until_there_is_one(
    impatient: None, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob = new_id()
    here: tuple[LocalAddress, ...] = ()
    monkeypatch.setattr(interfaces, "reachable_at", lambda listen_host: here)
    told: list[object] = []
    changed = threading.Semaphore(0)

    def on_change(around: tuple[Found, ...]) -> None:
        told.append(alone.error)
        changed.release()

    alone = Discovery(bob, "", on_change)
    alone.start()
    try:
        alone.announce("Bob", "Linux", 2222)
        assert changed.acquire(timeout=DEADLINE_S)
        assert isinstance(told[0], CannotDiscover)
        here = ONLY_LOOPBACK
        assert changed.acquire(timeout=DEADLINE_S)
        assert told[1] is None
        sees = Around(bob)
        start(new_id(), sees)
        sees.until(len)
        here = ()
        assert changed.acquire(timeout=DEADLINE_S)
        sees.until(lambda around: not around)
        here = ONLY_LOOPBACK
        sees.until(len)
    finally:
        alone.close()


def test_a_change_of_our_own_addresses_is_told(
    impatient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ONLY_LOOPBACK
    monkeypatch.setattr(interfaces, "reachable_at", lambda listen_host: here)
    looked, told = threading.Event(), threading.Event()

    class Looking(neighbourhood.Neighbourhood):
        def listen_again(self) -> None:
            super().listen_again()
            looked.set()

    monkeypatch.setattr(discovery, "Neighbourhood", Looking)
    alone = Discovery(new_id(), "", lambda around: told.set())
    alone.start()
    try:
        assert looked.wait(DEADLINE_S)
        here = (*ONLY_LOOPBACK, LocalAddress("lo", 1, "127.0.0.2", 8))
        assert told.wait(DEADLINE_S)
    finally:
        alone.close()


def test_where_multicast_is_forbidden_nothing_is_raised(
    impatient: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*arguments: object, **options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(neighbourhood, "AsyncZeroconf", forbidden)
    told = threading.Event()
    alone = Discovery(new_id(), LOOPBACK, lambda around: told.set())
    alone.start()
    assert told.wait(DEADLINE_S)
    assert "Operation not permitted" in str(alone.error)
    alone.close()


def test_without_descriptors_nothing_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted() -> asyncio.AbstractEventLoop:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(asyncio, "new_event_loop", exhausted)
    told = threading.Event()
    alone = Discovery(new_id(), LOOPBACK, lambda around: told.set())
    alone.announce("Alone", "Linux", 1)
    alone.start()
    assert told.is_set()
    assert os.strerror(errno.EMFILE) in str(alone.error)
    alone.close()


def test_after_a_sleep_of_the_computer_everything_is_asked_anew(
    impatient: None, start: Start, responder: Zeroconf, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob = new_id()
    sees = Around(bob)
    responder.register_service(service(bob), cooperating_responders=True)
    start(new_id(), sees)
    sees.until(len)
    seen = len(sees.reports)
    hour = 3600.0
    now = time.time()
    clock = iter((now + hour, now + 2 * hour, now + 3 * hour))  # at least one wait sees a jump
    monkeypatch.setattr(
        "desktopxfer.network.discovery.time",
        SimpleNamespace(time=lambda: next(clock, now + 3 * hour)),
    )
    sees.until(lambda around: len(sees.reports) > seen and around)
    assert {} in sees.reports[seen:]


# Hostile announcements ----------------------------------------------------------------------------


def test_a_stranger_with_a_known_id_only_adds_addresses(start: Start, responder: Zeroconf) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    start(bob, Around()).announce("Bob", "Linux", 2222)
    sees.until(len)
    stranger = service(bob, name="Mallory", port=6666)
    responder.register_service(stranger, cooperating_responders=True)
    found = sees.until(lambda around: len(around[bob].addresses) == 2)[bob]
    assert found.name == "Bob"
    assert found.addresses == (Address(LOOPBACK, 2222), Address(LOOPBACK, 6666))
    responder.unregister_service(stranger)
    sees.until(lambda around: around[bob].addresses == (Address(LOOPBACK, 2222),))


def test_made_up_devices_fill_no_memory(
    start: Start, responder: Zeroconf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbourhood, "MAX_ANNOUNCEMENTS", 3)
    counts: list[int] = []
    enough = threading.Event()

    def count(around: tuple[Found, ...]) -> None:
        counts.append(len(around))
        if len(around) >= 3:
            enough.set()

    for _ in range(6):
        responder.register_service(service(new_id()), cooperating_responders=True)
    start(new_id(), count)
    assert enough.wait(DEADLINE_S)
    assert max(counts) == 3


def test_a_name_without_a_device_behind_it_is_asked_for_and_dropped(
    impatient: None, start: Start, responder: Zeroconf
) -> None:
    bob = new_id()
    sees = Around(bob)
    start(new_id(), sees)
    packet = responder.generate_service_broadcast(service(new_id(), addresses=[]), None)
    responder.send(packet)
    responder.register_service(service(bob), cooperating_responders=True)
    assert sees.until(len).keys() == {bob}


def test_an_honest_announcement_is_read_as_it_was_meant() -> None:
    device_id = new_id()
    said = Announcement(device_id, "Ännchen's 💻", "Linux", 26710, HERE)
    found = read(said.service("label"), HERE)
    # The zone of a link-local address comes with the packet.
    hosts = ("192.168.1.20", "2001:db8::5")
    addresses = tuple(Address(host, 26710) for host in hosts)
    assert found == Found(device_id, "Ännchen's 💻", "Linux", addresses)


def test_a_name_too_long_for_its_field_is_cut_at_a_character() -> None:
    said = Announcement(new_id(), "💻" * 100, "Linux", 26710, HERE)
    found = read(said.service("label"), HERE)
    assert found
    assert set(found.name) <= {"💻", "…"}


@pytest.mark.parametrize(
    "device_id", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "0" * 64 + "\n", "٣" * 64]
)
def test_an_id_that_is_none_is_ignored(device_id: str) -> None:
    assert read(service(device_id, addresses=["192.168.1.9"]), HERE) is None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:192.168.1.9",
        "::127.0.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "224.0.0.251",
        "ff02::fb",
        "240.1.2.3",
        "255.255.255.255",
        "fe80::9",  # without a zone
    ],
)
def test_an_address_that_no_other_computer_can_have_is_ignored(address: str) -> None:
    assert read(service(new_id(), addresses=[address]), HERE) is None


def test_on_loopback_only_loopback_counts() -> None:
    found = read(service(new_id(), addresses=[LOOPBACK, "192.168.1.9", "::1"]), ONLY_LOOPBACK)
    assert found
    assert [address.host for address in found.addresses] == [LOOPBACK, "::1"]


@pytest.mark.parametrize("port", [0, 65536, -1])
def test_a_port_that_is_none_is_ignored(port: int) -> None:
    said = service(new_id(), addresses=["192.168.1.9"])
    said.port = port
    assert read(said, HERE) is None


def test_a_hostile_name_is_made_fit_for_one_line() -> None:
    said = service(
        new_id(),
        addresses=["192.168.1.9"],
        name="Bob\x1b[31m\n\u202eexe.gpj" + "\u0301" * 60,
        platform=b"\xff\x00<b>",
    )
    found = read(said, HERE)
    assert found
    assert "\x1b" not in found.name
    assert "\n" not in found.name
    assert "\u202e" not in found.name
    assert len(found.name) <= 64
    assert "\x00" not in found.platform


@pytest.mark.parametrize("name", [None, "", "   "])
def test_a_device_without_a_name_is_called_by_its_id(name: str | None) -> None:
    found = read(service("3f2a91bc" + "0" * 56, addresses=["192.168.1.9"], name=name), HERE)
    assert found
    assert found.name == "3F2A-91BC"


def test_what_is_on_our_own_link_is_tried_first_and_our_own_address_last() -> None:
    announced = ["2001:db8:9::9", "2001:db8::9", "10.0.0.9", "192.168.1.20", "192.168.1.9"]
    found = read(service(new_id(), addresses=announced), HERE)
    assert found
    assert [address.host for address in found.addresses] == [
        "192.168.1.9",
        "10.0.0.9",
        "2001:db8::9",
        "2001:db8:9::9",
        "192.168.1.20",
    ]


def test_a_device_has_a_limited_number_of_addresses() -> None:
    device_id = new_id()
    many = [f"10.0.{part}.{host}" for part in range(2) for host in range(1, MAX_ADDRESSES)]
    found = read(service(device_id, addresses=many), HERE)
    assert found
    assert len(found.addresses) == MAX_ADDRESSES
    honest = Found(device_id, "Bob", "Linux", (Address("10.9.9.9", 1),))
    (merged,) = by_device([honest, found], HERE)
    assert len(merged.addresses) == MAX_ADDRESSES
    assert merged.addresses[0] == honest.addresses[0]


def test_an_address_said_many_times_takes_the_room_of_one() -> None:
    said = ["10.0.0.9"] * MAX_ADDRESSES + ["10.0.0.8"]
    found = read(service(new_id(), addresses=said), HERE)
    assert found
    assert [address.host for address in found.addresses] == ["10.0.0.9", "10.0.0.8"]


# Computers with cables ----------------------------------------------------------------------------


class Program:
    """discoverer.py in one computer."""

    def __init__(self, computer: Computer, log: Path, *arguments: str) -> None:
        self.log = log
        with log.open("w") as output:
            self._process = computer.popen(
                [PYTHON, "-m", "tests.network.discoverer", *arguments],
                stdin=subprocess.PIPE,
                stdout=output,
            )

    def announce(self, name: str, port: int) -> None:
        self._say({"name": name, "port": port})

    def hide(self) -> None:
        self._say(None)

    def _say(self, command: dict[str, Any] | None) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()

    def until(self, condition: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """The devices it sees, by id, as soon as they satisfy this."""

        def satisfied() -> list[dict[str, Any]]:
            return [around for around in events(self.log)[-1:] if condition(around)]

        return namespaces.wait_until(satisfied, f"last seen: {self.log}")[0]

    def end(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        assert self._process.wait(DEADLINE_S) == 0


def hosts(around: dict[str, Any], device_id: str) -> list[str]:
    addresses = around.get(device_id, {}).get("addresses", [])
    return [Address.parse(address).host.partition("%")[0] for address in addresses]


def of(computer: Computer, cables: Iterable[Cable]) -> list[str]:
    """Its addresses on these cables, best first."""
    number, cables = computer.number, list(cables)
    return [
        *(cable.ipv4(number) for cable in cables),
        *(cable.ipv6(number) for cable in cables),
        *(computer.link_local(cable) for cable in cables),
    ]


@pytest.fixture
def network() -> Iterator[Network]:
    """Ann and Bob, joined by two cables."""
    namespaces.needed()
    with Network("ann", "bob", cables=2) as network:
        yield network


@pytest.fixture
def discover(tmp_path: Path) -> Callable[..., Program]:
    def discover(computer: Computer, device_id: str, listen_host: str = "") -> Program:
        log = tmp_path / f"{computer.name} {device_id}.log"
        return Program(computer, log, "discover", device_id, listen_host)

    return discover


Discover = Callable[..., Program]


@pytest.mark.netns
def test_computers_on_two_cables_see_each_other_as_one_row_with_all_addresses(
    network: Network, discover: Discover
) -> None:
    ann, bob = new_id(), new_id()
    anns, bobs = discover(network["ann"], ann), discover(network["bob"], bob)
    anns.announce("Ann", 1111)
    bobs.announce("Bob", 2222)
    bobs_addresses = of(network["bob"], network.cables)
    around = anns.until(lambda around: len(hosts(around, bob)) == len(bobs_addresses))
    assert around.keys() == {bob}
    assert sorted(hosts(around, bob)) == sorted(bobs_addresses)
    ranks = [interfaces.preference(interfaces.without_zone(host)) for host in hosts(around, bob)]
    assert ranks == sorted(ranks)
    link_local = [host for host in around[bob]["addresses"] if "fe80" in host]
    assert all("%" in host for host in link_local)
    bobs.until(lambda around: ann in around)
    bobs.end()
    anns.until(lambda around: bob not in around)


@pytest.mark.netns
@pytest.mark.slow
def test_a_cable_plugged_in_later_is_used(network: Network, discover: Discover) -> None:
    ann, bob, carol = new_id(), new_id(), new_id()
    later = network.add_cable()
    anns, bobs = discover(network["ann"], ann), discover(network["bob"], bob)
    anns.announce("Ann", 1111)
    bobs.announce("Bob", 2222)
    carols = discover(network.add_computer("carol", only=later), carol)
    carols.announce("Carol", 3333)
    anns.until(lambda around: bob in around)
    network["ann"].plug_in(later, detect_duplicates=True)
    anns.until(lambda around: set(hosts(around, carol)) == set(of(network["carol"], [later])))
    carols.until(lambda around: later.ipv6(1) in hosts(around, ann))
    bobs.until(lambda around: later.ipv4(1) in hosts(around, ann))
    network["ann"].unplug(later)
    bobs.until(lambda around: later.ipv4(1) not in hosts(around, ann))
    # The same address on a new interface: what was joined on the old one is gone with it.
    network["ann"].plug_in(later)
    bobs.until(lambda around: later.ipv4(1) in hosts(around, ann))
    carols.hide()
    anns.until(lambda around: carol not in around)


@pytest.mark.netns
def test_who_listens_at_one_address_is_seen_at_no_other(
    network: Network, discover: Discover
) -> None:
    ann, bob = new_id(), new_id()
    only = network.cables[1].ipv4(network["ann"].number)
    anns, bobs = discover(network["ann"], ann, only), discover(network["bob"], bob)
    anns.announce("Ann", 1111)
    bobs.announce("Bob", 2222)
    around = bobs.until(lambda around: ann in around)
    assert hosts(around, ann) == [only]
    anns.until(lambda around: network.cables[1].ipv4(2) in hosts(around, bob))


@pytest.mark.netns
def test_who_listens_on_loopback_only_sends_nothing_outside(
    network: Network, discover: Discover
) -> None:
    ann, bob, neighbour = new_id(), new_id(), new_id()
    sent = network["ann"].count_sent('oifname != "lo" udp dport 5353')
    anns, bobs = discover(network["ann"], ann, LOOPBACK), discover(network["bob"], bob)
    anns.announce("Ann", 1111)
    bobs.announce("Bob", 2222)
    neighbours = discover(network["ann"], neighbour, LOOPBACK)
    neighbours.until(lambda around: ann in around)
    anns.end()
    neighbours.until(lambda around: ann not in around)
    assert sent() == 0
    outside = discover(network["ann"], new_id())
    outside.until(lambda around: bob in around)
    assert sent() > 0
    assert ann not in json.dumps(events(bobs.log))
    assert bob not in json.dumps(events(neighbours.log))


@pytest.mark.netns
def test_an_impostor_only_adds_addresses_and_never_our_own_loopback(
    network: Network, discover: Discover, tmp_path: Path
) -> None:
    ann, bob = new_id(), new_id()
    cable = network.cables[0]
    anns, bobs = discover(network["ann"], ann), discover(network["bob"], bob)
    bobs.announce("Bob", 2222)
    anns.until(lambda around: len(hosts(around, bob)) == 6)
    mallory = network.add_computer("mallory")
    odd = [LOOPBACK, "224.0.0.1", "::1", "0.0.0.0"]
    Program(mallory, tmp_path / "mallory.log", "impersonate", bob, cable.ipv4(3), *odd)
    around = anns.until(lambda around: cable.ipv4(3) in hosts(around, bob))
    assert around[bob]["name"] == "Bob"
    bobs_addresses = of(network["bob"], network.cables)
    assert sorted(hosts(around, bob)) == sorted([*bobs_addresses, cable.ipv4(3)])


@pytest.mark.netns
def test_a_computer_without_ipv6_is_found_as_well(network: Network, discover: Discover) -> None:
    ann, bob = new_id(), new_id()
    network["bob"].set("net/ipv6/conf/all/disable_ipv6", "1")
    anns, bobs = discover(network["ann"], ann), discover(network["bob"], bob)
    anns.announce("Ann", 1111)
    bobs.announce("Bob", 2222)
    around = anns.until(lambda around: bob in around)
    assert sorted(hosts(around, bob)) == [cable.ipv4(2) for cable in network.cables]
    bobs.until(lambda around: ann in around)
