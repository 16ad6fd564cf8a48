import contextlib
import os
import resource
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktopxfer.desktop import instance
from desktopxfer.desktop.instance import LENGTH, MOST_BYTES, Wish
from desktopxfer.workers import later_starts
from desktopxfer.workers.later_starts import MOST_AT_ONCE, LaterStarts, OpenedFiles
from tests import needs

if sys.platform == "win32":
    pytest.skip("these speak to a socket of Unix", allow_module_level=True)

T = TypeVar("T")
DEADLINE_MS = 30_000


class Ear:
    """An open window's, and what it has heard. Who speaks to it waits, so that is in threads."""

    def __init__(self, qtbot: QtBot, root: Path) -> None:
        self._qtbot = qtbot
        self.root = root
        self.heard: list[Wish] = []
        self.later = LaterStarts(root)
        self.later.wished.connect(self.heard.append)

    @property
    def place(self) -> str:
        return next(instance.places(self.root))

    def during(self, *calls: Callable[[], T]) -> list[T]:
        """What the calls return, all at once in threads, while the event loop runs."""
        with ThreadPoolExecutor(len(calls)) as pool:
            futures = [pool.submit(call) for call in calls]
            self._qtbot.waitUntil(lambda: all(each.done() for each in futures), timeout=DEADLINE_MS)
        return [each.result() for each in futures]

    def answers(self) -> bool:
        before = len(self.heard)
        (taken,) = self.during(lambda: instance.hand_over(self.root, Wish((b"/honest",))))
        return taken and self.heard[before:] == [Wish((b"/honest",))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    folder.mkdir(0o700)
    return folder


@pytest.fixture
def ear(qtbot: QtBot, root: Path) -> Iterator[Ear]:
    ear = Ear(qtbot, root)
    yield ear
    ear.later.close()


def test_paths_arrive_as_they_are(ear: Ear) -> None:
    paths = [Path(os.fsdecode(b"/tmp/\xff\xfe")), Path("/tmp/two\nlines"), Path("/tmp/Фото 💾")]
    assert ear.during(lambda: instance.hand_over(ear.root, Wish.of(paths))) == [True]
    assert ear.heard[0].paths == tuple(paths)


def test_a_hundred_at_once_are_all_answered(ear: Ear) -> None:
    wishes = [
        Wish(tuple(b"/%d/%d" % (number, file) for file in range(50))) for number in range(100)
    ]
    calls = [lambda wish=wish: instance.hand_over(ear.root, wish) for wish in wishes]
    assert ear.during(*calls) == [True] * 100
    assert sorted(wish.names for wish in ear.heard) == sorted(wish.names for wish in wishes)


def test_as_many_paths_as_a_command_line_can_hold(ear: Ear) -> None:
    wish = Wish(tuple(b"/home/anna/Photos/IMG_%06d.jpg" % number for number in range(60_000)))
    assert ear.during(lambda: instance.hand_over(ear.root, wish)) == [True]
    assert ear.heard == [wish]


def test_a_message_may_come_in_pieces(ear: Ear, qtbot: QtBot) -> None:
    message = instance.encode(Wish((b"/a",)))
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(ear.place)
        for number in range(len(message)):
            assert not ear.heard
            client.sendall(message[number : number + 1])
            QApplication.processEvents()
        assert ear.during(lambda: client.recv(2)) == [instance.TAKEN]
    assert ear.heard == [Wish((b"/a",))]


# What is no start of ours -------------------------------------------------------------------------


def say(place: str, said: bytes) -> bytes:
    """The answer; empty when it was hung up on us."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(DEADLINE_MS / 1000)
        client.connect(place)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            client.sendall(said)
            return client.recv(1)
        return b""


def framed(said: object) -> bytes:
    message = msgspec.msgpack.encode(said)
    return LENGTH.pack(len(message)) + message


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\0" * 100,
        b"\xff" * 100,
        os.urandom(4096),
        LENGTH.pack(MOST_BYTES + 1),
        LENGTH.pack(3) + b"abc",
        framed({"names": [b"relative"]}),
        framed({"names": [b"/with\0nul"]}),
        framed({"names": [b"/a"] * 100_001}),
        framed([1, 2, 3]),
    ],
)
def test_garbage_is_hung_up_on(ear: Ear, said: bytes) -> None:
    assert ear.during(lambda: say(ear.place, said)) == [b""]
    assert not ear.heard
    assert ear.answers()


@pytest.mark.parametrize("head", [LENGTH.pack(MOST_BYTES), LENGTH.pack(2**32 - 1), b""])
def test_a_gigabyte_is_not_kept(ear: Ear, head: bytes) -> None:
    def throw() -> int:
        thrown = 0
        chunk = b"\xc1" * (1 << 20)
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(ear.place)
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                client.sendall(head)
                while thrown < 1 << 30:
                    client.sendall(chunk)
                    thrown += len(chunk)
        return thrown

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in kB
    thrown = ear.during(throw, throw, throw)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert max(thrown) <= 4 * MOST_BYTES  # with what the sockets hold
    assert grown < 100_000
    assert not ear.heard
    assert ear.answers()


def test_who_says_nothing_does_not_stay(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later_starts, "DEADLINE_MS", 100)
    with contextlib.ExitStack() as stack:
        for _ in range(3 * MOST_AT_ONCE):
            silent = stack.enter_context(socket.socket(socket.AF_UNIX))
            silent.connect(ear.place)
        assert ear.answers()


def test_who_goes_away_in_mid_sentence_leaves_nothing(ear: Ear) -> None:
    for _ in range(3 * MOST_AT_ONCE):
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(ear.place)
            client.sendall(LENGTH.pack(1000) + b"half")
    assert ear.answers()
    assert not ear.later._visitors


# The place ----------------------------------------------------------------------------------------


def test_the_socket_is_for_this_user_only(ear: Ear) -> None:
    assert stat.S_IMODE(os.stat(ear.place).st_mode) & 0o077 == 0


def test_another_user_is_not_let_in(qtbot: QtBot, tmp_path: Path) -> None:
    needs.root()
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # so that the socket alone decides
    root = tmp_path / "p"
    root.mkdir(0o755)
    ear = Ear(qtbot, root)
    program = """
import os, socket, sys
os.setgid(65534), os.setuid(65534)
client = socket.socket(socket.AF_UNIX)
try:
    client.connect(sys.argv[1])
except PermissionError:
    sys.exit(7)
"""
    run = [sys.executable, "-c", program, ear.place]
    (result,) = ear.during(lambda: subprocess.run(run, capture_output=True))
    ear.later.close()
    assert result.returncode == 7, result.stderr


def test_what_a_killed_window_left_is_replaced(qtbot: QtBot, root: Path) -> None:
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(next(instance.places(root)))
    assert not instance.hand_over(root, Wish())
    ear = Ear(qtbot, root)
    assert ear.answers()
    ear.later.close()
    assert [*root.iterdir()] == []


def test_a_profile_with_a_long_name_is_found_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "t"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    root = tmp_path / ("long" * 25)
    root.mkdir()
    ear = Ear(qtbot, root)
    assert ear.answers()
    ear.later.close()


def test_what_is_closed_hears_nothing(ear: Ear) -> None:
    ear.later.close()
    assert not instance.hand_over(ear.root, Wish())


# macOS --------------------------------------------------------------------------------------------


def test_a_file_dropped_on_the_icon_of_macos_is_a_wish(qtbot: QtBot, qapp: QApplication) -> None:
    opened = OpenedFiles()
    qapp.installEventFilter(opened)
    with qtbot.waitSignal(opened.wished) as wished:
        qapp.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile("/tmp/a b")))
    qapp.removeEventFilter(opened)
    assert wished.args == [Wish.of([Path("/tmp/a b")])]
