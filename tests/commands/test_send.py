import contextlib
import hashlib
import json
import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.errors import (
    BadAddress,
    DesktopxferError,
    DeviceNotFound,
    NotDesktopxfer,
    PathMissing,
    Refused,
    TooManyConnections,
    UnknownHost,
    Unreachable,
    Unreadable,
    UpdateHere,
    UpdateThere,
)
from desktopxfer.identity import certificate
from desktopxfer.protocol.messages import Cancel, Hello
from tests.command_line import (
    CHECKOUT,
    HASTY,
    LOOPBACK,
    WITHOUT_NAME_SERVER,
    WITHOUT_ROOT_POWERS,
    Program,
    Receiver,
    assert_failed,
    new_profile,
    run,
    said,
    send_to,
)
from tests.network.peers import HTTP, SSH, Blackhole, Server, Speaker, hanging_up, saying, swallow

KIB = 1024
MIB = 1024 * KIB


# The main job -----------------------------------------------------------------------------------


def test_a_folder_arrives_whole(profile: Path, everyone: Receiver, tmp_path: Path) -> None:
    top = tmp_path / "Photos"
    (top / "empty").mkdir(parents=True)
    (top / "2026").mkdir()
    (top / "2026" / "sea.jpg").write_bytes(os.urandom(3 * MIB))
    (top / "run.sh").write_text("#!/bin/sh\n")
    (top / "run.sh").chmod(0o755)
    (top / "nothing").touch()
    program = run("--profile", profile, "send", top, "--to", everyone.target)
    assert program.process.returncode == 0
    assert re.fullmatch(r"Waiting for Bob to accept \(code \d{3} \d{3}\) …", program.err[0])
    assert re.fullmatch(r"3 files, 3\.1 MB in .* s \(.*/s\)\.", program.err[-1])
    arrived = everyone.into / "Photos"
    assert shape(arrived) == shape(top)


def shape(top: Path) -> dict[str, tuple[object, ...]]:
    return {
        str(path.relative_to(top)): (
            path.is_dir(),
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.is_file() and hashlib.sha256(path.read_bytes()).digest(),
        )
        for path in top.rglob("*")
    }


def test_several_paths_go_together(
    profile: Path, everyone: Receiver, tmp_path: Path, letter: Path
) -> None:
    other = tmp_path / f"{letter.stem} again"
    other.write_text("P.S.")
    program = run("--profile", profile, "send", letter, other, "--to", everyone.target, "--json")
    assert program.process.returncode == 0
    finished = program.event("finished")
    assert finished["files"] == 2
    assert finished["paths"] == [str(letter), str(other)]
    received = everyone.event("finished", transfer=finished["transfer"])
    assert received["paths"] == [str(everyone.into / letter.name), str(everyone.into / other.name)]


def test_a_taken_name_is_not_overwritten(profile: Path, everyone: Receiver, letter: Path) -> None:
    for _ in range(2):
        program = run("--profile", profile, "send", letter, "--to", everyone.target)
        assert program.process.returncode == 0
    assert (everyone.into / f"{letter.stem} (2).txt").read_text() == "Dear Bob"


def test_the_json_events_are_those_of_the_readme(
    profile: Path, everyone: Receiver, letter: Path, tmp_path: Path
) -> None:
    (tmp_path / "sent").mkdir()
    letter.rename(tmp_path / "sent" / letter.name)
    program = run(
        "--profile", profile, "send", tmp_path / "sent", "--to", everyone.target, "--json"
    )
    transfer = program.event("finished")["transfer"]
    everyone.event("finished", transfer=transfer)
    failed = run("--profile", profile, "send", "nowhere", "--to", everyone.target, "--json")
    identity = run("--profile", profile, "identity", "--json")
    shown = {
        event["event"]: event
        for each in (everyone, program, failed, identity)
        for event in each.events
    }
    readme = (CHECKOUT / "README.md").read_text()
    documented = {
        event["event"]: event
        for event in map(json.loads, re.findall(r'^\{"event".*', readme, re.MULTILINE))
    }
    for kind, event in shown.items():
        assert types(documented[kind]) == types(event), kind
    assert documented.keys() - shown.keys() <= {
        *("entry_failed", "device", "paired"),
        "text",  # test_text_commands.py
        "finding",  # diagnosis/test_check.py
        "integrated",  # test_integrate_command.py
        # test_resume_commands.py
        *("taken", "reconnecting", "resumed", "absent", "asked", "transfer"),
    }


def types(event: dict[str, Any]) -> dict[str, type]:
    return {key: type(value) for key, value in event.items()}


def test_three_senders_at_once(everyone: Receiver, tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        sending = []
        for number in range(3):
            file = tmp_path / f"from {number}.bin"
            file.write_bytes(os.urandom(5 * MIB))
            sender = new_profile(tmp_path, f"sender {number}")
            words = ("--profile", sender, "send", file, "--to", everyone.target)
            sending.append((file, stack.enter_context(Program(*words))))
        for file, program in sending:
            assert program.wait() == 0
            assert (everyone.into / file.name).read_bytes() == file.read_bytes()


def test_one_device_sends_to_three_at_once(
    profile: Path, everyone: Receiver, tmp_path: Path, letter: Path
) -> None:
    with contextlib.ExitStack() as stack:
        receivers = [everyone] + [
            stack.enter_context(Receiver(tmp_path, "--accept", "everyone", "--once", name=name))
            for name in ("Carol", "Dave")
        ]
        sending = [
            stack.enter_context(
                Program("--profile", profile, "send", letter, "--to", receiver.target)
            )
            for receiver in receivers
        ]
        assert [program.wait() for program in sending] == [0, 0, 0]
        assert [receiver.wait() for receiver in receivers[1:]] == [0, 0]
        assert all((each.into / letter.name).read_text() == "Dear Bob" for each in receivers)


# Not getrusage(): its peak counts the program that started this one.
PEAK_MEMORY = """
import atexit, pathlib, re, sys
atexit.register(lambda: print(
    "peak", re.search("VmHWM:[^0-9]*([0-9]+) kB", pathlib.Path("/proc/self/status").read_text())[1],
    "PySide6" in sys.modules, file=sys.stderr))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads its memory in /proc")
def test_neither_qt_nor_the_file_is_loaded(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.bin"
    with file.open("wb") as stream:
        stream.truncate(200 * MIB)
    with Receiver(tmp_path, "--accept", "everyone", "--once", setup=PEAK_MEMORY) as receiver:
        program = run(
            "--profile", profile, "send", file, "--to", receiver.target, setup=PEAK_MEMORY
        )
        assert program.process.returncode == receiver.wait() == 0
        for each in (program, receiver):
            peak_kib, qt = each.err[-1].split()[1:]
            assert int(peak_kib) < 100 * KIB
            assert qt == "False"


# Nobody there, or somebody else -----------------------------------------------------------------


def test_nobody_listens_there(profile: Path, letter: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        target = f"{LOOPBACK}:{taken.getsockname()[1]}"
    program = send_to(target, profile, letter)
    assert_failed(program, Refused)
    assert f"at {target}." in program.sentences
    assert_failed(send_to(target, profile, letter, "--json"), Refused)


def test_nobody_answers_there(profile: Path, letter: Path) -> None:
    with Blackhole() as dead:
        assert_failed(send_to(dead.address, profile, letter), Unreachable)


@pytest.mark.parametrize(
    "other",
    [saying(HTTP), lambda sock: sock.sendall(SSH), swallow, hanging_up],
    ids=["HTTP", "SSH", "silence", "hanging up"],
)
def test_another_program_listens_there(
    profile: Path, letter: Path, other: Callable[[socket.socket], None]
) -> None:
    with Server(other) as server:
        assert_failed(send_to(server.address, profile, letter), NotDesktopxfer)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Cancel("update_here"), UpdateHere),
        (Cancel("update_there"), UpdateThere),
        (Cancel("too_many_connections"), TooManyConnections),
    ],
)
def test_another_version_listens_there(
    profile: Path, letter: Path, answer: Cancel, expected: type[DesktopxferError]
) -> None:
    identity = certificate.create()

    def serve(sock: socket.socket) -> None:
        speaker = Speaker(sock, identity, server=True)
        speaker.handshake()
        assert isinstance(speaker.hear(), Hello)
        speaker.say(answer)
        speaker.hear()

    with Server(serve) as server:
        assert_failed(send_to(server.address, profile, letter, "--json"), expected)


def test_an_address_that_is_none(profile: Path, letter: Path) -> None:
    assert_failed(send_to(f"{LOOPBACK}:99999", profile, letter), BadAddress)


@pytest.mark.parametrize(
    ("target", "expected"),
    [("nobody.example", UnknownHost), ("Nobody", DeviceNotFound), ("No Body", DeviceNotFound)],
)
def test_a_name_that_nobody_has(
    profile: Path, letter: Path, target: str, expected: type[DesktopxferError]
) -> None:
    program = send_to(target, profile, letter, setup=HASTY + WITHOUT_NAME_SERVER)
    assert_failed(program, expected)
    assert f"called {target} was found" in program.sentences


# What is sent -----------------------------------------------------------------------------------


def test_a_missing_path(profile: Path, everyone: Receiver, letter: Path) -> None:
    program = run("--profile", profile, "send", letter, "nowhere", "--to", everyone.target)
    assert_failed(program, PathMissing)
    assert not (everyone.into / letter.name).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_an_unreadable_file_fails_alone(profile: Path, everyone: Receiver, tmp_path: Path) -> None:
    top = tmp_path / "mixed"
    top.mkdir()
    (top / "open.txt").write_text("for everyone")
    (top / "secret.txt").write_text("for nobody")
    (top / "secret.txt").chmod(0)
    words = ("--profile", profile, "send", top, "--to", everyone.target)
    program = run(*words, "--json", setup=WITHOUT_ROOT_POWERS)
    assert program.process.returncode == 1
    failed = program.event("entry_failed")
    assert (failed["path"], failed["error"]) == ("mixed/secret.txt", "unreadable")
    finished = program.event("finished")
    assert (finished["files"], finished["failed"]) == (1, 1)
    everyone.event("finished", transfer=finished["transfer"])
    assert [path.name for path in (everyone.into / "mixed").iterdir()] == ["open.txt"]
    program = run(*words, setup=WITHOUT_ROOT_POWERS)
    assert program.process.returncode == 1
    assert said(Unreadable) in program.sentences
    assert "1 file failed" in program.sentences


def test_a_file_called_like_a_command(profile: Path, everyone: Receiver, tmp_path: Path) -> None:
    for name in ("send", "--to"):
        (tmp_path / name).write_text(name)
    words = ("--profile", profile, "send", "--to", everyone.target, "./send", "./--to")
    assert run(*words, cwd=tmp_path).process.returncode == 0
    assert run(*words[:-2], "send", "--", "--to", cwd=tmp_path).process.returncode == 0
    assert (everyone.into / "send (2)").read_text() == "send"
    assert (everyone.into / "--to (2)").read_text() == "--to"
