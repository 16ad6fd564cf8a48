"""A connection check between two managers: it reports, ends early, and ends with the program."""

import socket
import threading
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address, Device
from desktopxfer.diagnosis import firewall, links
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.diagnosis.firewall import Firewall
from desktopxfer.diagnosis.links import Interface
from desktopxfer.errors import Cancelled, CannotListen
from desktopxfer.network.interfaces import LocalAddress
from desktopxfer.settings import Visibility
from desktopxfer.workers.state import ConnectionCheck
from tests.workers.side import DEADLINE_MS, Side, typed, until

LOOPBACK = "127.0.0.1"


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a test leaves this computer."""
    lo = Interface("lo", (LocalAddress("lo", 1, LOOPBACK, 8),), is_outside=False)
    monkeypatch.setattr(links, "interfaces", lambda: (lo,))


def kinds(check: ConnectionCheck) -> set[Kind]:
    return {each.kind for each in check.findings}


def test_each_reaches_the_other_and_nobody_notices(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    check = alice.manager.checks.start(typed(bob))
    until(qtbot, lambda: check.ended)
    assert check.error is None
    assert kinds(check) >= {Kind.LISTENING_TO_ITSELF, Kind.REACHED, Kind.REACHED_BACK}
    assert bob.device_id not in check.report  # it was typed, and is never met
    assert alice.device_id in check.report
    (back,) = (each for each in check.findings if each.kind is Kind.REACHED_BACK)
    assert back.facts == {"name": "Bob", "port": str(alice.address.port)}
    for side in (alice, bob):
        noticed = [*side.added, *side.offers, *side.pairings, *side.alarms]
        assert noticed == []


def test_who_takes_nothing_does_not_connect_back(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob", visibility=Visibility.NOBODY)
    check = alice.manager.checks.start(typed(bob))
    until(qtbot, lambda: check.ended)
    assert Kind.BACK_NOT_ALLOWED in kinds(check)


def test_why_it_does_not_listen_is_found(qtbot: QtBot, new_side: Callable[..., Side]) -> None:
    alice = new_side("Alice")
    preferences = alice.manager.preferences
    preferences.apply(replace(preferences.current, listen_host="192.0.2.1"))
    until(qtbot, lambda: alice.listening.error)
    check = alice.manager.checks.start()
    until(qtbot, lambda: check.ended)
    (finding,) = (each for each in check.findings if each.kind is Kind.NOT_LISTENING)
    assert isinstance(finding.error, CannotListen)


def test_it_ends_early(
    qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled = threading.Event()

    def look(_port: int) -> Firewall:
        assert cancelled.wait(DEADLINE_MS / 1000)
        return Firewall(Finding(Kind.FIREWALL_UNKNOWN))

    monkeypatch.setattr(firewall, "look", look)
    alice = new_side("Alice")
    check = alice.manager.checks.start()
    until(qtbot, lambda: check.findings)
    alice.manager.checks.cancel(check)
    cancelled.set()
    until(qtbot, lambda: check.ended)
    assert isinstance(check.error, Cancelled)
    assert check.report == ""
    alice.manager.checks.cancel(check)  # once more: nothing


def test_it_keeps_no_program_from_ending(qtbot: QtBot, new_side: Callable[..., Side]) -> None:
    alice = new_side("Alice")
    with socket.create_server((LOOPBACK, 0)) as silent:
        silent.settimeout(DEADLINE_MS / 1000)
        at = Address(LOOPBACK, silent.getsockname()[1])
        check = alice.manager.checks.start(Device("", "Silent", "", (at,), online=False))
        held, _ = silent.accept()  # it waits for a handshake now
        with held:
            assert alice.manager.shutdown()
    assert not check.report
