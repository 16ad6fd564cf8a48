"""Two managers, as two windows would use them, over real sockets on loopback."""

import asyncio
import contextlib
import errno
import os
import selectors
import socket
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from pytestqt.qtbot import QtBot

from desktopxfer import errors
from desktopxfer.device import Address, Device
from desktopxfer.network.listener import MAX_PER_ADDRESS
from desktopxfer.offer import Decision
from desktopxfer.settings import Profile, Settings, Visibility
from desktopxfer.transfer.cancel import Control
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.workers import manager, threads
from tests.end_to_end.trees import compare, make_tree
from tests.workers.side import Side, typed, until

HELLO = bytes.fromhex("16 0301 0001 01")  # the shortest: who says less is not served


def test_two_devices_find_each_other_and_a_tree_arrives(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    make_tree(tmp_path / "tree", 60, 10)
    alice, bob = new_side("Alice"), new_side("Bob")
    bob.manager.offers.received.connect(bob.accept)
    until(qtbot, lambda: alice.sees(bob) and bob.sees(alice))
    device = alice.sees(bob)
    assert device
    sent = alice.manager.sending.send([tmp_path / "tree"], device)
    assert alice.added == [sent]
    until(qtbot, lambda: sent.stage.ended and bob.added and bob.added[0].stage.ended)
    (received,) = bob.added
    assert compare(tmp_path / "tree", bob.downloads / "tree") == []
    assert (sent.stage, sent.peer_name, sent.title) == (Stage.FINISHED, "Bob", "tree")
    assert (received.stage, received.peer_name) == (Stage.FINISHED, "Alice")
    assert received.direction is Direction.RECEIVING
    assert received.saved_paths == (bob.downloads / "tree",)
    assert len(received.code) == 6
    assert sent.progress
    assert sent.progress.done_bytes == sent.progress.total_bytes
    assert len(sent.ended_entries) == len(received.ended_entries) == 60
    assert alice.stages[0] is Stage.PREPARING
    assert alice.stages[-1] is Stage.FINISHED
    assert bob.manager.preferences.current.recent_folders == (str(bob.downloads),)


def test_a_decline_reaches_the_other_window(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    bob.manager.offers.received.connect(
        lambda transfer: bob.manager.offers.answer(transfer, Decision(None))
    )
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: sent.stage.ended and bob.offers and bob.offers[0].stage.ended)
    assert (sent.stage, bob.offers[0].stage) == (Stage.DECLINED, Stage.DECLINED)
    assert isinstance(sent.error, errors.Declined)
    assert bob.withdrawn == []


def test_an_offer_is_withdrawn(tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    alice.manager.interruptions.cancel(sent)
    until(qtbot, lambda: sent.stage.ended and bob.withdrawn)
    assert sent.stage is Stage.CANCELLED
    assert bob.withdrawn[0].stage is Stage.CANCELLED
    bob.accept(bob.withdrawn[0])  # too late, and without effect
    assert not bob.downloads.exists()


def test_who_offers_and_withdraws_again_and_again_has_one_row(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    for count in range(1, 4):
        sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
        until(qtbot, partial(lambda count: len(bob.offers) == count, count))
        alice.manager.interruptions.cancel(sent)
        until(qtbot, partial(lambda count: len(bob.withdrawn) == count, count))
    assert bob.removed == bob.added[:2]
    answered = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: len(bob.offers) == 4)
    bob.accept(bob.offers[3])
    until(qtbot, lambda: answered.stage.ended and bob.offers[3].stage.ended)
    assert answered.stage is Stage.FINISHED
    assert bob.removed == bob.added[:2]  # an answer leaves the rows before it alone


def test_only_what_has_ended_is_removed_and_its_files_stay(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").write_text("content")
    alice, bob = new_side("Alice"), new_side("Bob")
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    bob.manager.transfers.remove(bob.offers)
    assert bob.removed == []
    bob.accept(bob.offers[0])
    until(qtbot, lambda: bob.offers[0].stage.ended)
    bob.manager.transfers.remove(bob.offers)
    assert bob.removed == bob.offers
    assert (bob.downloads / "file").read_text() == "content"


def test_without_descriptors_for_a_connection_that_is_said(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    monkeypatch.setattr(threads, "Control", exhausted)
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    assert sent.stage is Stage.FAILED
    assert isinstance(sent.error, errors.OutOfDescriptors)
    assert os.strerror(errno.EMFILE) in str(sent.error)
    with pytest.raises(errors.OutOfDescriptors):
        alice.manager.devices.add_address(bob.address)
    with pytest.raises(errors.OutOfDescriptors):
        alice.manager.pairings.pair(typed(bob))


def exhausted() -> Control:
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


@pytest.mark.parametrize("by_sender", [True, False])
def test_cancel_in_mid_file(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side], by_sender: bool
) -> None:
    file = tmp_path / "file"
    with file.open("wb") as stream:
        stream.truncate(1 << 30)
    alice, bob = new_side("Alice"), new_side("Bob")
    bob.manager.offers.received.connect(bob.accept)
    sent = alice.manager.sending.send([file], typed(bob))
    until(qtbot, lambda: bob.offers and bob.offers[0].progress)
    if by_sender:
        alice.manager.interruptions.cancel(sent)
    else:
        bob.manager.interruptions.cancel(bob.offers[0])
    until(qtbot, lambda: sent.stage.ended and bob.offers[0].stage.ended)
    assert (sent.stage, bob.offers[0].stage) == (Stage.CANCELLED, Stage.CANCELLED)
    assert list(bob.downloads.iterdir()) == []


def test_a_typed_address_becomes_the_device_behind_it(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice = new_side("Alice")
    bob = new_side("Bob", visibility=Visibility.NOBODY)  # found by its address only
    alice.manager.devices.add_address(bob.address)
    assert str(bob.address) in [device.name for device in alice.devices]
    until(qtbot, lambda: alice.sees(bob))
    device = alice.sees(bob)
    assert device
    assert (device.name, device.typed) == ("Bob", True)
    alice.manager.devices.forget(device)
    assert alice.sees(bob) is None


def test_nobody_is_asked_while_hidden(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob", visibility=Visibility.NOBODY)
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: sent.stage.ended)
    assert isinstance(sent.error, errors.NotReceiving)
    assert bob.added == []


def test_a_taken_port_is_replaced_and_said(qtbot: QtBot, new_side: Callable[..., Side]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        alice = new_side("Alice", port=taken)
    assert alice.address.port != taken
    assert isinstance(alice.listening.note, errors.PortReplaced)
    assert str(taken) in str(alice.listening.note)


def test_that_nobody_can_be_looked_for_is_said(
    qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> NoReturn:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(asyncio, "new_event_loop", refuse)
    alice = new_side("Alice")
    until(qtbot, lambda: alice.listening.note is not None)
    assert isinstance(alice.listening.note, errors.CannotDiscover)
    assert alice.listening.addresses


def test_new_settings_take_effect_at_once(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    until(qtbot, lambda: alice.sees(bob))
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = other.getsockname()[1]
    settings = Settings(device_name="Robert", listen_host="127.0.0.1", port=free)
    before = bob.address
    bob.manager.preferences.apply(settings)
    assert bob.address != before
    until(
        qtbot,
        lambda: (
            (device := alice.sees(bob))
            and (device.name, device.addresses) == ("Robert", (bob.address,))
        ),
    )
    assert Profile(tmp_path / "Bob").load_settings() == settings


def test_shutdown_ends_running_transfers(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    assert bob.manager.shutdown()
    until(qtbot, lambda: sent.stage.ended)
    assert isinstance(sent.error, errors.CancelledThere)


def test_an_unreachable_device_is_an_error_in_its_row(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = Address("127.0.0.1", other.getsockname()[1])
    alice = new_side("Alice")
    device = Device("", str(address), "", (address,), online=False, typed=True)
    sent = alice.manager.sending.send([tmp_path / "file"], device)
    until(qtbot, lambda: sent.stage.ended)
    assert sent.stage is Stage.FAILED
    assert isinstance(sent.error, errors.Refused)


def test_what_was_chosen_last_is_what_is_saved(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow the disk is with the folder that was accepted into just before."""
    save, overtaken = Profile.save_settings, threading.Event()

    def slow(profile: Profile, settings: Settings) -> None:
        if settings.visibility is Visibility.EVERYONE:
            overtaken.wait(0.5)
        save(profile, settings)
        overtaken.set()

    monkeypatch.setattr(Profile, "save_settings", slow)
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    bob.accept(bob.offers[0])
    bob.manager.visibility.choose(Visibility.NOBODY)
    assert bob.manager.shutdown()
    saved = Profile(tmp_path / "Bob").load_settings()
    assert saved.visibility is Visibility.NOBODY
    assert saved.recent_folders == (str(bob.downloads),)


def test_shutdown_does_not_wait_for_ever_for_a_disk_that_hangs(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(Profile, "save_settings", lambda *_: answers.wait(60))
    monkeypatch.setattr(manager, "SHUTDOWN_TIMEOUT_MS", 500)
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    sent = alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    bob.accept(bob.offers[0])
    until(qtbot, lambda: sent.stage.ended)
    assert not bob.manager.shutdown()
    answers.set()


def test_a_connection_without_descriptors_to_serve_it_gives_its_place_back(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    with monkeypatch.context() as patch, contextlib.ExitStack() as stack:
        patch.setattr(threads, "Control", exhausted)
        for _ in range(MAX_PER_ADDRESS):
            sock = stack.enter_context(socket.create_connection(bob.address))
            sock.sendall(HELLO)
            ended = stack.enter_context(selectors.DefaultSelector())
            ended.register(sock, selectors.EVENT_READ)
            until(qtbot, partial(ended.select, 0))
            with contextlib.suppress(ConnectionResetError):  # its hello was never read
                assert sock.recv(1) == b""
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
