import contextlib
import fcntl
import json
import os
import pty
import struct
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktopxfer.errors import ConnectionLost
from tests.command_line import (
    LOOPBACK,
    Program,
    Receiver,
    assert_failed,
    environment,
    new_profile,
    run,
    send_to,
)

MIB = 1024 * 1024


def test_a_terminal_shows_a_bar_and_a_pipe_none(
    profile: Path, everyone: Receiver, tmp_path: Path
) -> None:
    file = tmp_path / "bar.bin"
    file.write_bytes(bytes(8 * MIB))
    words = ("--profile", profile, "send", file, "--to", everyone.target)
    piped = run(*words)
    assert not any("%" in line or "\r" in line for line in piped.err)
    shown = on_a_terminal(*words)
    assert "100%" in shown
    assert "bar.bin" in shown
    assert "1 file, 8.4 MB" in shown


def on_a_terminal(*words: str | Path) -> str:
    """What a terminal shows of this run."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 80, 0, 0))
    with Program(*words, stderr=theirs, stdout=theirs) as program:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while piece := os.read(ours, 4096):
                shown += piece
        os.close(ours)
        assert program.wait() == 0
    return shown.decode()


@contextlib.contextmanager
def nobody_reads() -> Iterator[int]:
    """A pipe like that of `| head` after head has gone."""
    ours, theirs = os.pipe()
    os.close(ours)
    yield theirs
    os.close(theirs)


@pytest.mark.parametrize(
    "words", [("identity",), ("receive", "--json", "--listen", f"{LOOPBACK}:0")]
)
def test_output_that_nobody_reads_ends_the_program(profile: Path, words: tuple[str, ...]) -> None:
    with nobody_reads() as pipe:
        program = run("--profile", profile, *words, stdout=pipe)
    assert program.process.returncode == 1
    assert not program.err


def test_output_to_a_full_disk_ends_the_program(profile: Path) -> None:
    with open("/dev/full", "wb") as full:
        assert run("--profile", profile, "identity", stdout=full).process.returncode == 1


def test_a_receiver_whose_output_nobody_reads_leaves_nothing(
    profile: Path, tmp_path: Path, letter: Path
) -> None:
    ours, theirs = os.pipe()
    words = ("receive", "--json", "--accept", "everyone", "--listen", f"{LOOPBACK}:0")
    into = tmp_path / "in"
    with Program(
        *("--profile", new_profile(tmp_path, "Bob"), *words, "--into", into), stdout=theirs
    ) as receiver:
        os.close(theirs)
        port = json.loads(os.read(ours, 4096))["port"]
        os.close(ours)
        program = send_to(f"{LOOPBACK}:{port}", profile, letter)
        assert_failed(program, ConnectionLost)
        assert receiver.wait() == 1
        assert not receiver.err
        assert not into.exists()


def test_closed_streams_are_no_failure(profile: Path) -> None:
    for closed in ("2", "1); os.close(2"):
        program = run("--profile", profile, "identity", setup=f"import os; os.close({closed})")
        assert program.process.returncode in {0, 1}


def test_a_terminal_that_lacks_a_character_shows_its_number(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "\u0436\U0001f600.txt"
    file.write_text("!")
    words = ("receive", "--once", "--accept", "everyone", "--into", tmp_path / "in")
    with Program(
        *("--profile", new_profile(tmp_path, "Bob"), *words, "--listen", f"{LOOPBACK}:0"),
        env=environment(PYTHONIOENCODING="ascii"),
    ) as receiver:
        target = receiver.said(r"Listening at (\S+) as")[1]
        assert send_to(target, profile, file).process.returncode == 0
        assert receiver.wait() == 0
        assert receiver.out[0].endswith(r"\u0436\U0001f600.txt")
