"""Texts between two managers: asked about, accepted by itself, waiting for a device, forgotten."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktopxfer.offer import Decision, Kind
from desktopxfer.transfer.clippings import Clipping
from desktopxfer.transfer.progress import Stage
from desktopxfer.workers.texts import PREVIEW_CHARS, preview
from tests.workers.side import Side, typed, until
from tests.workers.test_resuming import as_listed, meet, pair

WORDS = "\n  https://example.org/ \nand more"
LINK = "https://example.org/"


def test_a_text_is_kept_in_the_profile_and_tells_its_beginning(
    qtbot: QtBot, new_side: Callable[..., Side], tmp_path: Path
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    sent = alice.manager.sending.send(Clipping.of_text(WORDS), typed(bob))
    assert sent.preview == LINK
    until(qtbot, lambda: bob.offers)
    [received] = bob.offers
    assert (received.kind, received.preview) == (Kind.TEXT, "")
    bob.manager.offers.answer(received, Decision(received.into))
    until(qtbot, lambda: received.preview)
    assert received.preview == LINK
    [file] = received.saved_paths
    assert file.is_relative_to(tmp_path / "Bob")
    assert bob.manager.preferences.current.recent_folders == ()
    until(qtbot, lambda: sent.stage is Stage.FINISHED)
    until(qtbot, lambda: not [*(tmp_path / "Alice" / "clippings").iterdir()])
    [record] = bob.manager.history.find()
    bob.manager.history.forget([record])
    until(qtbot, lambda: not file.exists())


def test_a_device_that_may_save_without_asking_delivers_into_the_list(
    qtbot: QtBot, new_side: Callable[..., Side], tmp_path: Path
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    meet(qtbot, alice, bob)
    pair(qtbot, alice, bob)
    bob.manager.devices.accept_from(as_listed(bob, alice), tmp_path / "from Alice")
    sent = alice.manager.sending.send(Clipping.of_text(WORDS), as_listed(alice, bob))
    until(qtbot, lambda: sent.stage is Stage.FINISHED and bob.added and bob.added[0].preview)
    assert bob.offers == []
    assert bob.added[0].is_readable
    assert not (tmp_path / "from Alice").exists()


def test_a_text_for_a_device_that_is_off_survives_a_restart(
    qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    meet(qtbot, alice, bob)
    pair(qtbot, alice, bob)
    assert bob.manager.shutdown()
    until(qtbot, lambda: not as_listed(alice, bob).online)
    sent = alice.manager.sending.send(Clipping.of_text(WORDS), as_listed(alice, bob))
    until(qtbot, lambda: sent.stage is Stage.QUEUED)
    assert alice.manager.shutdown()
    alice, bob = new_side("Alice"), new_side("Bob")
    until(qtbot, lambda: bob.offers)
    assert alice.added[0].kind is Kind.TEXT
    [received] = bob.offers
    bob.manager.offers.answer(received, Decision(received.into))
    until(qtbot, lambda: received.is_readable)
    assert received.saved_paths[0].read_text() == WORDS


def test_a_discarded_text_leaves_nothing(
    qtbot: QtBot, new_side: Callable[..., Side], tmp_path: Path
) -> None:
    alice, bob = new_side("Alice"), new_side("Bob")
    meet(qtbot, alice, bob)
    pair(qtbot, alice, bob)
    assert bob.manager.shutdown()
    until(qtbot, lambda: not as_listed(alice, bob).online)
    sent = alice.manager.sending.send(Clipping.of_text(WORDS), as_listed(alice, bob))
    until(qtbot, lambda: sent.stage is Stage.QUEUED)
    assert [*(tmp_path / "Alice" / "clippings").iterdir()] != []
    alice.manager.interruptions.cancel(sent)
    until(qtbot, lambda: sent.stage is Stage.CANCELLED)
    assert [*(tmp_path / "Alice" / "clippings").iterdir()] == []


def test_a_preview_is_one_harmless_line() -> None:
    assert preview("\n \n\ta  b\x1b[2J\u202ec\r\nd") == "a b\ufffd[2J\ufffdc"
    assert len(preview("x" * 1_000_000)) == PREVIEW_CHARS
    assert preview("") == preview(" \n" * 10) == ""
