"""A real window with its real threads, and hostile devices that reach it over the network."""

import logging
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer import errors
from desktopxfer.protocol.messages import Message, Pair, Reveal
from desktopxfer.protocol.session import Role
from desktopxfer.transfer.admission import MAX_PENDING_STRANGERS
from desktopxfer.transfer.conversation import LocalDevice
from desktopxfer.transfer.progress import Stage
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.workers import manager
from tests.command_line import CHECKOUT
from tests.hostile.harness import MALLORY, Attacker, connected, file, folder, offer
from tests.network.peers import LOOPBACK
from tests.transfer.engine import DEADLINE_S, new_device
from tests.workers.side import Side, typed, until

# 20 bytes like these took 2 GB of a Qt program that showed them as rich text.
MARKUP = "<img width=99999 height=99999 src=x><b>bold&amp;\u202egpj.exe\x1b[2J"
MIB = 1024 * 1024


@pytest.fixture
def bob(tmp_path: Path, qtbot: QtBot) -> Iterator[Side]:
    """A device with its window on an invisible screen."""
    side = Side(tmp_path, "Bob")
    window = MainWindow(side.manager, side.device_id)
    qtbot.addWidget(window)
    window.show()
    side.manager.start()
    yield side
    assert side.manager.shutdown()
    window._may_close = True


T = TypeVar("T")


def meanwhile(qtbot: QtBot, step: Callable[[], T]) -> T:
    """What an attacker does, in a thread of its own: this one belongs to the victim's window."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(step)
        until(qtbot, future.done)
        return future.result()


def attacker(
    bob: Side, said: Sequence[Message], local: LocalDevice = MALLORY, source: str = LOOPBACK
) -> Attacker:
    """Says this after an honest greeting, and stays."""
    mallory = Attacker(connected(bob.address, source), local, Role.SENDER)
    try:
        mallory.greet()
        mallory.say(*said)
    except BaseException:
        mallory.__exit__()
        raise
    return mallory


class Pulse(QObject):
    """Beats in the event loop; knows the longest time in seconds without a beat."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_s = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now


def resident_bytes() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmRSS")


def assert_plain(top: QWidget) -> None:
    """No label or tooltip may take a stranger's words for markup, or be steered by them."""
    for label in top.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        assert not re.search("[\u202e\x1b]", label.text())
    for widget in top.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
        assert not re.search("[\u202e\x1b]", widget.windowTitle() + widget.accessibleName())


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("question", ["offer", "pair"])
def test_markup_in_a_question_is_shown_as_it_is(bob: Side, qtbot: QtBot, question: str) -> None:
    """OnionShare CVE-2022-21690, -21688; Syncthing CVE-2022-46165: markup in names took 2 GB."""
    before = resident_bytes()
    entries = [folder(MARKUP), *(file(f"{MARKUP}{number}", 0, 0) for number in range(50))]
    said = offer(*entries) if question == "offer" else [Pair()]
    with meanwhile(qtbot, lambda: attacker(bob, said, new_device(MARKUP))):
        until(qtbot, lambda: bob.offers or bob.codes())
        until(qtbot, dialogs)
        for top in QApplication.topLevelWidgets():
            top.grab()
            assert_plain(top)
    until(qtbot, lambda: bob.withdrawn or any(pairing.error for pairing in bob.pairings))
    for top in QApplication.topLevelWidgets():
        top.grab()
        assert_plain(top)
        if isinstance(top, QDialog):
            top.reject()
    assert resident_bytes() - before < 256 * MIB


def dialogs() -> list[QDialog]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, QDialog) and top.isVisible()]


def test_a_flood_of_offers_opens_one_dialog(bob: Side, qtbot: QtBot) -> None:
    """Strangers with made-up certificates ask at once: one dialog, and the rest is turned away."""
    attackers = []
    for number in range(2 * MAX_PENDING_STRANGERS):
        stranger, source = new_device(f"Stranger {number}"), f"127.0.0.{2 + number}"
        mallory = meanwhile(qtbot, partial(attacker, bob, offer(file("a")), stranger, source))
        attackers.append(mallory)
        if number < MAX_PENDING_STRANGERS:
            until(qtbot, lambda: len(bob.offers) == len(attackers))
        else:
            refusal = meanwhile(qtbot, mallory.last_words)
            assert isinstance(refusal, errors.TooManyConnections)
    until(qtbot, dialogs)
    assert len(dialogs()) == 1
    for mallory in attackers:
        mallory.channel.close()
        mallory.wakeup.close()
    until(qtbot, lambda: all(offered.stage.ended for offered in bob.offers))
    for dialog in dialogs():
        dialog.reject()


@pytest.mark.parametrize(
    ("count", "seconds"),
    [(500, 0.5), pytest.param(10_000, 8.0, marks=pytest.mark.slow)],
    ids=["500", "10000"],
)
def test_the_window_lives_through_a_flood(
    bob: Side, qtbot: QtBot, tmp_path: Path, count: int, seconds: float
) -> None:
    """KDE Connect CVE-2020-26164: the event loop comes round, and an honest transfer succeeds.

    2 s is far more than an idle machine needs, and far less than any deadline of a connection that
    the event loop might have waited for.
    """
    (tmp_path / "honest").write_bytes(b"x" * 1_000_000)
    alice = Side(tmp_path, "Alice")
    bob.manager.offers.received.connect(bob.accept)
    pulse = Pulse()
    words = [sys.executable, "-m", "tests.hostile.flood", str(bob.address.port)]
    with subprocess.Popen([*words, str(count), str(seconds)], cwd=CHECKOUT) as attack:
        sent = alice.manager.sending.send([tmp_path / "honest"], typed(bob))
        until(qtbot, lambda: sent.stage.ended)
        until(qtbot, lambda: attack.poll() is not None)
    print(f"{count} connections: the event loop stood still for {pulse.longest_s * 1000:.0f} ms")
    assert sent.stage is Stage.FINISHED
    assert (bob.downloads / "honest").stat().st_size == 1_000_000
    assert alice.manager.shutdown()
    assert pulse.longest_s < 2.0


def test_nothing_that_a_peer_says_is_logged(
    bob: Side, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever strangers do: the log is for defects of ours, and there is nothing to escape."""
    caplog.set_level(logging.DEBUG, "desktopxfer")
    stranger = new_device(MARKUP)
    for said in (offer(file("..")), [Pair(), Pair()], offer(file(MARKUP)), [Reveal(bytes(32))]):
        mallory = meanwhile(qtbot, partial(attacker, bob, said, stranger))
        with mallory:
            if said[-1:] == offer(file(MARKUP))[-1:]:
                until(qtbot, lambda: bob.offers)
            else:
                meanwhile(qtbot, mallory.last_words)
    until(qtbot, lambda: all(offered.stage.ended for offered in bob.offers))
    assert [record for record in caplog.records if record.name.startswith("desktopxfer")] == []
    for dialog in dialogs():
        dialog.reject()


def test_a_thread_that_hangs_does_not_hold_up_the_end(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dead network mount holds the thread that writes: shutdown() says so in time."""
    monkeypatch.setattr(manager, "SHUTDOWN_TIMEOUT_MS", 300)
    held, released = threading.Event(), threading.Event()

    def hang(descriptor: int, piece: memoryview) -> int:
        held.set()
        released.wait(DEADLINE_S)
        return os_write(descriptor, piece)

    os_write = os.write
    monkeypatch.setattr("desktopxfer.transfer.incoming.os.write", hang)
    (tmp_path / "file").write_bytes(b"x" * 1000)
    alice, bob = Side(tmp_path, "Alice"), Side(tmp_path, "Bob")
    bob.manager.offers.received.connect(bob.accept)
    bob.manager.start()
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, held.is_set)
    assert not bob.manager.shutdown()
    released.set()
    monkeypatch.setattr(manager, "SHUTDOWN_TIMEOUT_MS", DEADLINE_S * 1000)
    assert bob.manager.shutdown()
    assert alice.manager.shutdown()
