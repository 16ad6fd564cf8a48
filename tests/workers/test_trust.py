"""Trust between two managers: pairing, what it allows, and who does not get it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktopxfer import cli, errors
from desktopxfer.device import Peer, Trust
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.settings import Profile, Visibility
from desktopxfer.transfer.progress import Paired, Stage
from desktopxfer.workers.threads import Report
from tests.workers.side import Side, typed, until


@pytest.fixture
def pair(qtbot: QtBot, new_side: Callable[..., Side]) -> tuple[Side, Side]:
    """Alice and Bob, who trust each other."""
    alice, bob = new_side("Alice"), new_side("Bob")
    alice.manager.pairings.pair(typed(bob))
    until(qtbot, lambda: alice.pairings and bob.pairings)
    assert alice.pairings[0].code == bob.pairings[0].code
    assert (bob.pairings[0].name, bob.pairings[0].started_here) == ("Alice", False)
    for side in (alice, bob):
        side.manager.pairings.confirm(side.pairings[0], same=True)
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
    alice.manager.pairings.pair(typed(bob))
    until(qtbot, lambda: alice.pairings and bob.pairings)
    alice.manager.pairings.confirm(alice.pairings[0], same=True)
    bob.manager.pairings.confirm(bob.pairings[0], same=False)
    until(qtbot, lambda: len(alice.pairings) == len(bob.pairings) == 2)
    for side in (alice, bob):
        assert isinstance(side.pairings[1].error, errors.CodesDiffer)
    device = alice.sees(bob)
    assert device is None or device.trust is Trust.NEW


def test_leaving_a_pairing_ends_it_on_both_sides(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    pairing = alice.manager.pairings.pair(typed(bob))
    until(qtbot, lambda: alice.pairings and bob.pairings)
    alice.manager.pairings.cancel(pairing)
    until(qtbot, lambda: len(alice.pairings) == len(bob.pairings) == 2)
    assert isinstance(bob.pairings[1].error, errors.CancelledThere)


def test_a_trusted_device_may_save_without_asking(
    pair: tuple[Side, Side], qtbot: QtBot, tmp_path: Path
) -> None:
    alice, bob = pair
    until(qtbot, lambda: bob.sees(alice))
    device = bob.sees(alice)
    assert device
    bob.manager.devices.accept_from(device, tmp_path / "from Alice")
    (tmp_path / "file").write_text("content")
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: sent.stage.ended)
    assert sent.stage is Stage.FINISHED
    assert bob.offers == []  # nobody was asked
    assert (tmp_path / "from Alice" / "file").read_text() == "content"


def test_only_trusted_devices_may_ask(
    pair: tuple[Side, Side], qtbot: QtBot, new_side: Callable[..., Side], tmp_path: Path
) -> None:
    alice, bob = pair
    carol = new_side("Carol")
    bob.manager.preferences.apply(
        replace(bob.manager.preferences.current, visibility=Visibility.TRUSTED)
    )
    (tmp_path / "file").touch()
    refused = carol.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: refused.stage.ended)
    assert isinstance(refused.error, errors.NotReceiving)
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    assert bob.offers[0].trust is Trust.TRUSTED


def test_a_nickname_stays_and_a_block_holds(
    pair: tuple[Side, Side], qtbot: QtBot, tmp_path: Path
) -> None:
    alice, bob = pair
    until(qtbot, lambda: bob.sees(alice))
    device = bob.sees(alice)
    assert device
    bob.manager.devices.rename(device, "  Sister ")
    device = bob.sees(alice)
    assert device
    assert device.name == "Sister"
    bob.manager.devices.block(device)
    (tmp_path / "file").touch()
    refused = alice.manager.sending.send([tmp_path / "file"], typed(bob))
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
    refused = impostor.manager.sending.send([tmp_path / "file"], typed(bob))
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
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers and sent.code)
    assert sent.code == bob.offers[0].code
    bob.manager.offers.trust_sender(bob.offers[0])
    until(qtbot, lambda: (device := bob.sees(alice)) and device.trust is Trust.TRUSTED)


def test_when_both_press_pair_they_compare_one_code(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    alice.manager.pairings.pair(typed(bob))
    bob.manager.pairings.pair(typed(alice))

    def seen(side: Side) -> set[str]:
        return {pairing.key for pairing in side.pairings}

    until(qtbot, lambda: len(seen(alice)) == len(seen(bob)) == 2)
    until(qtbot, lambda: len(alice.codes()) == len(bob.codes()) == 1)
    (mine,), (theirs,) = alice.codes(), bob.codes()
    assert mine.code == theirs.code
    assert mine.started_here is not theirs.started_here
    alice.manager.pairings.confirm(mine, same=True)
    bob.manager.pairings.confirm(theirs, same=True)
    until(qtbot, lambda: mine.paired and theirs.paired)


def test_trust_that_cannot_be_saved_is_none(
    qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    mine = alice.manager.pairings.pair(typed(bob))
    until(qtbot, lambda: alice.codes() and bob.codes())
    (theirs,) = bob.codes()

    def no_room(_profile: Profile, file: Path, _content: bytes, **_: object) -> None:
        raise errors.ProfileUnusable(str(file), "no space left")

    monkeypatch.setattr(Profile, "save_bytes", no_room)
    alice.manager.pairings.confirm(mine, same=True)
    bob.manager.pairings.confirm(theirs, same=True)
    until(qtbot, lambda: mine.error and theirs.error)
    for pairing in (mine, theirs):
        assert isinstance(pairing.error, errors.ProfileUnusable)
        assert not pairing.paired


def test_a_question_that_was_closed_does_not_come_back_at_once(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    first = alice.manager.pairings.pair(typed(bob))
    until(qtbot, bob.codes)
    bob.manager.pairings.cancel(bob.codes()[0])
    until(qtbot, lambda: first.error)
    assert isinstance(first.error, errors.CancelledThere)
    again = alice.manager.pairings.pair(typed(bob))
    until(qtbot, lambda: again.error)
    assert isinstance(again.error, errors.NotReceiving)
    assert bob.codes() == []


def test_a_blocked_sender_asks_for_nothing_any_more(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    first = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    bob.manager.offers.block_sender(bob.offers[0])
    until(qtbot, lambda: first.stage.ended)
    assert isinstance(first.error, errors.Declined)
    device = bob.sees(alice)
    assert device
    assert device.trust is Trust.BLOCKED
    again = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    pairing = alice.manager.pairings.pair(typed(bob))
    until(qtbot, lambda: again.stage.ended and pairing.error)
    assert isinstance(again.error, errors.NotReceiving)
    assert isinstance(pairing.error, errors.NotReceiving)
    assert len(bob.added) == 1
    assert bob.pairings == []


def test_who_wants_to_pair_can_be_blocked(qtbot: QtBot, new_side: Callable[..., Side]) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    mine = alice.manager.pairings.pair(typed(bob))
    until(qtbot, bob.codes)
    bob.manager.pairings.block(bob.codes()[0])
    until(qtbot, lambda: mine.error)
    device = bob.sees(alice)
    assert device
    assert device.trust is Trust.BLOCKED


def test_a_blocked_device_is_not_accepted_unasked_when_it_is_trusted_again(
    pair: tuple[Side, Side], qtbot: QtBot, tmp_path: Path
) -> None:
    alice, bob = pair
    device = bob.sees(alice)
    assert device
    bob.manager.devices.accept_from(device, tmp_path)
    bob.manager.devices.block(device)
    bob.manager.devices.unblock(device)
    device = bob.sees(alice)
    assert device
    assert (device.trust, device.accept_into) == (Trust.NEW, "")


@pytest.mark.parametrize("word", ["block", "forget"])
def test_what_a_command_decides_holds_in_the_open_window(
    pair: tuple[Side, Side], qtbot: QtBot, tmp_path: Path, word: str
) -> None:
    alice, bob = pair
    (tmp_path / "file").touch()
    device = bob.sees(alice)
    assert device
    bob.manager.devices.accept_from(device, tmp_path / "into")
    bob.manager.visibility.choose(Visibility.TRUSTED)
    words = ["--profile", str(tmp_path / "Bob"), "trust", word, alice.device_id]
    assert cli.main(words, lambda *_: 1, lambda: 1) == 0
    known = KnownDevices(Profile(tmp_path / "Bob")).get(alice.device_id)
    assert (known.trust is Trust.TRUSTED, known.accept_into) == (False, "")
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: sent.stage.ended)
    assert isinstance(sent.error, errors.NotReceiving)
    assert bob.added == []


def test_a_transfer_shows_whom_the_person_here_trusts(
    pair: tuple[Side, Side], tmp_path: Path, qtbot: QtBot
) -> None:
    alice, bob = pair
    (tmp_path / "file").touch()
    until(qtbot, lambda: alice.sees(bob))
    device = alice.sees(bob)
    assert device
    alice.manager.devices.rename(device, "Brother")
    device = alice.sees(bob)
    assert device
    assert (device.name, device.own_name) == ("Brother", "Bob")
    sent = alice.manager.sending.send([tmp_path / "file"], device)
    until(qtbot, lambda: bob.offers)
    assert (sent.trust, bob.offers[0].trust) == (Trust.TRUSTED, Trust.TRUSTED)
    assert sent.peer_name == "Brother"


def test_a_known_device_that_falls_silent_was_seen_just_now(
    pair: tuple[Side, Side], qtbot: QtBot
) -> None:
    alice, bob = pair
    until(qtbot, lambda: (device := alice.sees(bob)) and device.online)
    since = time.time()
    bob.manager.preferences.apply(
        replace(bob.manager.preferences.current, visibility=Visibility.NOBODY)
    )
    until(qtbot, lambda: (device := alice.sees(bob)) and not device.online)
    device = alice.sees(bob)
    assert device
    assert device.last_seen >= since


def test_a_block_answers_what_the_device_has_asked(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    until(qtbot, lambda: bob.sees(alice))
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    device = bob.sees(alice)
    assert device
    bob.manager.devices.block(device)
    until(qtbot, lambda: sent.stage.ended)
    assert isinstance(sent.error, errors.Declined)


def test_a_pairing_that_gave_way_may_just_have_succeeded(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    """Both people were quicker than the news that another connection goes on."""
    alice = new_side("Alice")
    late = Report("gave way", Paired(Peer("b0" * 32, "Bob", "Linux", alice.address)))
    with qtbot.waitSignal(alice.manager.devices.changed):
        alice.manager._take_report(late)
