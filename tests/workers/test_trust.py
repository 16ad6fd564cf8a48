"""Trust between two managers: pairing, what it allows, and who does not get it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktopxfer import errors
from desktopxfer.device import Trust
from desktopxfer.settings import Visibility
from desktopxfer.transfer.progress import Stage
from tests.workers.side import Side, typed, until


@pytest.fixture
def pair(qtbot: QtBot, new_side: Callable[..., Side]) -> tuple[Side, Side]:
    """Alice and Bob, who trust each other."""
    alice, bob = new_side("Alice"), new_side("Bob")
    alice.manager.pair(typed(bob))
    until(qtbot, lambda: alice.pairings and bob.pairings)
    assert alice.pairings[0].code == bob.pairings[0].code
    assert (bob.pairings[0].name, bob.pairings[0].started_here) == ("Alice", False)
    for side in (alice, bob):
        side.manager.confirm(side.pairings[0], same=True)
    until(qtbot, lambda: len(alice.pairings) == len(bob.pairings) == 2)
    assert all(side.pairings[1].paired for side in (alice, bob))
    return alice, bob


def test_paired_devices_are_trusted_on_both_sides(pair: tuple[Side, Side], qtbot: QtBot) -> None:
    alice, bob = pair
    until(qtbot, lambda: alice.sees(bob) and bob.sees(alice))
    for side, other in ((alice, bob), (bob, alice)):
        device = side.sees(other)
        assert device
        assert device.trust is Trust.TRUSTED


def test_one_who_says_the_codes_differ_ends_it(qtbot: QtBot, new_side: Callable[..., Side]) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    alice.manager.pair(typed(bob))
    until(qtbot, lambda: alice.pairings and bob.pairings)
    alice.manager.confirm(alice.pairings[0], same=True)
    bob.manager.confirm(bob.pairings[0], same=False)
    until(qtbot, lambda: len(alice.pairings) == len(bob.pairings) == 2)
    for side in (alice, bob):
        assert isinstance(side.pairings[1].error, errors.CodesDiffer)
    device = alice.sees(bob)
    assert device is None or device.trust is Trust.NEW


def test_leaving_a_pairing_ends_it_on_both_sides(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    pairing = alice.manager.pair(typed(bob))
    until(qtbot, lambda: alice.pairings and bob.pairings)
    alice.manager.cancel_pairing(pairing)
    until(qtbot, lambda: len(alice.pairings) == len(bob.pairings) == 2)
    assert isinstance(bob.pairings[1].error, errors.CancelledThere)


def test_a_trusted_device_may_save_without_asking(
    pair: tuple[Side, Side], qtbot: QtBot, tmp_path: Path
) -> None:
    alice, bob = pair
    until(qtbot, lambda: bob.sees(alice))
    device = bob.sees(alice)
    assert device
    bob.manager.accept_from(device, tmp_path / "from Alice")
    (tmp_path / "file").write_text("content")
    sent = alice.manager.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: sent.stage.ended)
    assert sent.stage is Stage.FINISHED
    assert bob.offers == []  # nobody was asked
    assert (tmp_path / "from Alice" / "file").read_text() == "content"


def test_only_trusted_devices_may_ask(
    pair: tuple[Side, Side], qtbot: QtBot, new_side: Callable[..., Side], tmp_path: Path
) -> None:
    alice, bob = pair
    carol = new_side("Carol")
    bob.manager.apply(replace(bob.manager.settings, visibility=Visibility.TRUSTED))
    (tmp_path / "file").touch()
    refused = carol.manager.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: refused.stage.ended)
    assert isinstance(refused.error, errors.NotReceiving)
    alice.manager.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    assert bob.offers[0].trust is Trust.TRUSTED


def test_a_nickname_stays_and_a_block_holds(
    pair: tuple[Side, Side], qtbot: QtBot, tmp_path: Path
) -> None:
    alice, bob = pair
    until(qtbot, lambda: bob.sees(alice))
    device = bob.sees(alice)
    assert device
    bob.manager.rename_device(device, "  Sister ")
    device = bob.sees(alice)
    assert device
    assert device.name == "Sister"
    bob.manager.block_device(device, blocked=True)
    (tmp_path / "file").touch()
    refused = alice.manager.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: refused.stage.ended)
    assert isinstance(refused.error, errors.NotReceiving)
    assert bob.offers == []


def test_an_impostor_raises_the_alarm(
    pair: tuple[Side, Side],
    qtbot: QtBot,
    new_side: Callable[..., Side],
    tmp_path: Path,
) -> None:
    _, bob = pair
    (tmp_path / "other").mkdir()
    impostor = Side(tmp_path / "other", "alice")  # a new certificate under the old name
    impostor.manager.start()
    (tmp_path / "file").touch()
    refused = impostor.manager.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: refused.stage.ended and bob.alarms)
    assert isinstance(bob.alarms[0], errors.IdentityChanged)
    assert bob.offers == []
    until(qtbot, lambda: (device := bob.sees(impostor)) and device.impostor)
    assert impostor.manager.shutdown()


def test_a_sender_can_be_trusted_from_its_offer(
    qtbot: QtBot, new_side: Callable[..., Side], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    sent = alice.manager.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers and sent.code)
    assert sent.code == bob.offers[0].code
    bob.manager.trust_sender(bob.offers[0])
    until(qtbot, lambda: (device := bob.sees(alice)) and device.trust is Trust.TRUSTED)
