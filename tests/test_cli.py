import contextlib
import fcntl
import hashlib
import importlib
import json
import os
import pty
import re
import socket
import struct
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from blake3 import blake3

from desktopxfer import cli, commands
from desktopxfer.commands import (
    check,
    devices,
    discard,
    history,
    identity,
    integrate,
    pair,
    pause,
    queue,
    receive,
    resume,
    send,
    trust,
)
from desktopxfer.commands.questions import means_yes, read_line
from desktopxfer.device import Address
from desktopxfer.errors import (
    AmbiguousDevice,
    BadAddress,
    CancelledThere,
    CannotListen,
    CannotSave,
    ConnectionLost,
    Declined,
    DesktopxferError,
    DeviceNotFound,
    DiskFull,
    FolderMissing,
    NotDesktopxfer,
    NotEnoughSpace,
    NotReceiving,
    PathMissing,
    PortReplaced,
    PortTaken,
    ReadOnlyFolder,
    Refused,
    TooManyConnections,
    UnknownHost,
    Unreachable,
    Unreadable,
    UpdateHere,
    UpdateThere,
    code_of,
)
from desktopxfer.identity import certificate, verification
from desktopxfer.offer import Entry, EntryKind
from desktopxfer.protocol.framing import encode_payload
from desktopxfer.protocol.messages import (
    Cancel,
    Hello,
    ManifestEnd,
    ManifestPage,
    OfferStart,
    Reveal,
    Welcome,
)
from tests.command_line import (
    CHECKOUT,
    LOOPBACK,
    WITHOUT_NAME_SERVER,
    WITHOUT_ROOT_POWERS,
    Program,
    Receiver,
    environment,
    leftovers,
    mounted,
    new_profile,
    run,
)
from tests.network.peers import (
    HTTP,
    SSH,
    Blackhole,
    Proxy,
    Server,
    Speaker,
    hanging_up,
    saying,
    swallow,
)

KIB = 1024
MIB = 1024 * KIB

# Patience is tested elsewhere; here it would only take time.
HASTY = """
from desktopxfer.commands import neighbours
from desktopxfer.network import channel, dialing
dialing.CONNECT_TIMEOUTS_S = (0.05, 0.1)
channel.HANDSHAKE_TIMEOUT_S = 0.2
neighbours.FIND_TIMEOUT_S = 0.2
"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anna's, who sends."""
    return new_profile(tmp_path_factory.mktemp("anna"), "Anna")


@pytest.fixture(scope="module")
def everyone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    """Bob, who accepts whatever comes, all the time."""
    with Receiver(tmp_path_factory.mktemp("bob"), "--accept", "everyone") as receiver:
        yield receiver
        receiver.stop()
        assert not leftovers(receiver.into)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / f"letter {os.urandom(4).hex()}.txt"
    file.write_text("Dear Bob")
    return file


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file that takes longer to send than anybody waits; it takes no room here."""
    file = tmp_path / "endless.bin"
    with file.open("wb") as stream:
        stream.truncate(2**40)
    return file


def said(error: type[DesktopxferError]) -> str:
    """The part of its sentence that names nothing."""
    return max(re.split(r"\{\w+\}", error.sentence), key=len).strip()


def assert_failed(
    program: Program, error: type[DesktopxferError], exit_code: int | None = None
) -> None:
    """It ended with this error's sentence, or with --json its event, and nothing else."""
    assert program.process.returncode == (error.exit_code if exit_code is None else exit_code)
    if "--json" in program.process.args:  # type: ignore[operator]
        assert [event["error"] for event in program.events if event["event"] == "failed"] == [
            code_of(error)
        ]
        assert said(error) in program.events[-1]["message"]
        assert not program.err
    else:
        assert said(error) in program.sentences
        assert not program.out


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


# Asking -----------------------------------------------------------------------------------------


def receiving_on_a_terminal(tmp_path: Path, *words: str) -> tuple[Program, str]:
    """A `receive` that asks a person; and where."""
    program = Program(
        *("--profile", new_profile(tmp_path, "Bob"), "receive", "--into", tmp_path / "in"),
        *("--listen", f"{LOOPBACK}:0", *words),
    )
    return program, program.said(r"Listening at (\S+) as")[1]


def test_yes_accepts(profile: Path, tmp_path: Path, letter: Path) -> None:
    into = ("--into", f"{tmp_path}/nowhere/../in")
    receiver, target = receiving_on_a_terminal(tmp_path, "--once", *into)
    with receiver, Program("--profile", profile, "send", letter, "--to", target) as sender:
        receiver.said(r"Anna \(\w{4}-\w{4}, code \d{3} \d{3}\) offers letter .*: 1 file, 8 B\.")
        receiver.type("y\n")
        assert receiver.wait() == sender.wait() == 0
        assert receiver.out == [str(tmp_path / "in" / letter.name)]
        assert f"Save in {tmp_path / 'in'}? [y/N] " in receiver.sentences


@pytest.mark.parametrize("answer", ["n\n", ""])
def test_anything_else_declines(profile: Path, tmp_path: Path, letter: Path, answer: str) -> None:
    receiver, target = receiving_on_a_terminal(tmp_path, "--once")
    with receiver, Program("--profile", profile, "send", letter, "--to", target) as sender:
        receiver.type(answer)
        receiver.end_of_input()
        assert receiver.wait() == Declined.exit_code
        sender.wait()
        assert_failed(sender, Declined)
        assert not list(tmp_path.glob("in/*"))


@pytest.mark.parametrize(
    ("typed", "yes"),
    [
        (b"y\n", True),
        (b" YES \r\n", True),
        (b"yes", True),
        (b"\n", False),
        (b"yesterday\n", False),
        (b"\xff\n", False),
        (b"", False),
    ],
)
def test_only_yes_is_yes(monkeypatch: pytest.MonkeyPatch, typed: bytes, yes: bool) -> None:
    ours, theirs = os.pipe()
    read = os.read
    monkeypatch.setattr(os, "read", lambda number, count: read(ours if not number else -1, count))
    os.write(theirs, typed)
    os.close(theirs)
    assert means_yes(read_line()) is yes
    os.close(ours)


def test_a_program_may_answer(profile: Path, tmp_path: Path, letter: Path) -> None:
    with Receiver(tmp_path, "--once") as receiver:
        with Program("--profile", profile, "send", letter, "--to", receiver.target) as sender:
            offer = receiver.event("offer")
            assert (offer["from"], offer["files"], offer["bytes"]) == ("Anna", 1, 8)
            receiver.type("yes\n")
            assert receiver.wait() == sender.wait() == 0
            assert not receiver.err


def test_both_programs_are_told_the_same_code(profile: Path, tmp_path: Path, letter: Path) -> None:
    """Before anything is accepted: what two people would compare."""
    with Receiver(tmp_path, "--once") as receiver:
        words = ("send", letter, "--to", receiver.target, "--json")
        with Program("--profile", profile, *words) as sender:
            code = sender.event("code")
            assert code["code"] == receiver.event("offer")["code"]
            assert code["from"] == "Bob"
            assert code["device_id"] == receiver.listening["device_id"]
            receiver.type("yes\n")
            assert receiver.wait() == sender.wait() == 0


def test_a_question_ends_with_its_offer(profile: Path, tmp_path: Path, letter: Path) -> None:
    """The sender gives up: `--once` is over although nobody has typed anything."""
    receiver, target = receiving_on_a_terminal(tmp_path, "--once")
    with receiver, Program("--profile", profile, "send", letter, "--to", target) as sender:
        receiver.said("offers")
        sender.interrupt()
        assert sender.wait() == 130
        assert receiver.wait() == 1
        assert "Anna cancelled." in receiver.sentences


def test_an_answer_does_not_count_for_the_next_offer(
    profile: Path, tmp_path: Path, letter: Path
) -> None:
    """What was typed before the second question was shown answers the first one."""
    receiver, target = receiving_on_a_terminal(tmp_path)
    with receiver:
        with Program("--profile", profile, "send", letter, "--to", target) as first:
            receiver.said("offers")
            first.interrupt()
            assert first.wait() == 130
        receiver.said("Anna cancelled")
        with Program("--profile", profile, "send", letter, "--to", target) as second:
            second.said("Waiting for Bob")
            receiver.said("offers[^$]*offers")
            receiver.type("y\n")  # to the question that is on the screen: the first one's
            receiver.type("n\n")
            second.wait()
            assert_failed(second, Declined)
        receiver.interrupt()
        assert receiver.wait() == 130


def test_the_second_offer_to_a_single_receive_is_declined(
    profile: Path, tmp_path: Path, letter: Path
) -> None:
    other = new_profile(tmp_path, "Carol")
    with Receiver(tmp_path, "--once") as receiver:
        words = ("send", letter, "--to", receiver.target)
        with Program("--profile", profile, *words) as first:
            receiver.event("offer")
            assert_failed(run("--profile", other, *words), NotReceiving)
            receiver.type("y\n")
            assert receiver.wait() == first.wait() == 0


def test_without_standard_input_everything_is_declined(
    profile: Path, tmp_path: Path, letter: Path
) -> None:
    words = ("--profile", new_profile(tmp_path, "Bob"), "receive", "--listen", f"{LOOPBACK}:0")
    closed = "import os; os.close(0)"
    with Program(*words, "--json", "--once", setup=closed) as receiver:
        port = receiver.event("listening")["port"]
        sender = run("--profile", profile, "send", letter, "--to", f"{LOOPBACK}:{port}")
        assert_failed(sender, Declined)
        assert receiver.wait() == Declined.exit_code


# Stopping ---------------------------------------------------------------------------------------


def test_a_sender_that_is_stopped_leaves_nothing(
    profile: Path, tmp_path: Path, endless: Path
) -> None:
    with Receiver(tmp_path, "--accept", "everyone", "--once", setup=ROOMY) as receiver:
        with Program(
            "--profile", profile, "send", endless, "--to", receiver.target, "--json"
        ) as sender:
            receiver.event("progress")
            sender.interrupt()
            assert sender.wait() == 130
            assert sender.event("failed")["error"] == "cancelled"
        assert receiver.wait() == 1
        assert receiver.event("failed")["error"] == "cancelled_there"
        assert not list(receiver.into.iterdir())


def test_a_receiver_that_is_stopped_leaves_nothing(
    profile: Path, tmp_path: Path, endless: Path
) -> None:
    with Receiver(tmp_path, "--accept", "everyone", setup=ROOMY) as receiver:
        with Program("--profile", profile, "send", endless, "--to", receiver.target) as sender:
            receiver.event("progress")
            receiver.interrupt()
            assert receiver.wait() == 130
            sender.wait()
            assert "Bob cancelled." in sender.sentences
            assert_failed(sender, CancelledThere)
        assert not list(receiver.into.iterdir())


# The endless file does not fit any disk, and nobody writes that much of it.
ROOMY = """
from desktopxfer.transfer import room
room.free_bytes = lambda *_, **__: 2**62
"""


def test_a_sender_is_stopped_while_it_connects(profile: Path, letter: Path) -> None:
    patient = "from desktopxfer.network import dialing\ndialing.CONNECT_TIMEOUTS_S = (600.0,)"
    with Blackhole() as dead:
        words = ("--profile", profile, "send", letter, "--to", str(dead.address), "--json")
        with Program(*words, setup=patient + NOTE_THE_WAIT) as program:
            program.said("waiting")
            program.interrupt()
            assert program.wait() == 130
            assert program.event("failed")["error"] == "cancelled"


NOTE_THE_WAIT = """
from desktopxfer.network import dialing
import sys
def note(*arguments, original=dialing._await_connection):
    print("waiting", file=sys.stderr, flush=True)
    original(*arguments)
dialing._await_connection = note
"""


def test_a_stopped_receiver_does_not_wait_for_those_who_stay(
    profile: Path, everyone: Receiver, tmp_path: Path, letter: Path
) -> None:
    with Receiver(tmp_path, "--accept", "everyone", setup=HASTY) as receiver:
        with contextlib.ExitStack() as silent:
            for _ in range(5):
                address = (LOOPBACK, receiver.listening["port"])
                silent.enter_context(socket.create_connection(address))
            program = run("--profile", profile, "send", letter, "--to", receiver.target)
            assert program.process.returncode == 0
            receiver.stop()


# Nobody there, or somebody else -----------------------------------------------------------------


def send_to(
    target: object, profile: Path, letter: Path, *words: str, setup: str = HASTY
) -> Program:
    return run("--profile", profile, "send", letter, "--to", str(target), *words, setup=setup)


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
    [
        saying(HTTP),
        lambda sock: sock.sendall(SSH),
        swallow,
        hanging_up,
    ],
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


def test_another_version_knocks_here(tmp_path: Path) -> None:
    receiver, target = receiving_on_a_terminal(tmp_path)
    with receiver:
        with speaking(target) as speaker:
            speaker.say(Hello((99,), "Eve\x1b[31m", "", bytes(32)))
            assert speaker.hear() == Cancel("update_there")
        receiver.said(said(UpdateHere))
        assert "\x1b" not in receiver.sentences
        receiver.interrupt()
        assert receiver.wait() == 130


def test_an_address_that_is_none(profile: Path, letter: Path) -> None:
    assert_failed(send_to(f"{LOOPBACK}:99999", profile, letter), BadAddress)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("nobody.example", UnknownHost),
        ("Nobody", DeviceNotFound),
        ("No Body", DeviceNotFound),
    ],
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


def test_names_are_shown_but_not_obeyed(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "\x1b]0;pwned\x07\x1b[31mred\u202etxt.exe"
    file.write_text("!")
    receiver, target = receiving_on_a_terminal(tmp_path, "--once", "--accept", "everyone")
    with receiver:
        program = run("--profile", profile, "send", file, "--to", target)
        assert program.process.returncode == receiver.wait() == 0
    with pytest.raises(FileNotFoundError):
        file.with_name("nowhere").read_text()
    missing = run("--profile", profile, "send", f"{file}?", "--to", target)
    assert_failed(missing, PathMissing)
    for each in (program, receiver, missing):
        for character in "\x1b\x07\u202e":
            assert character not in "\n".join((*each.out, *each.err))


def test_a_hostile_name_reaches_neither_disk_nor_screen(tmp_path: Path) -> None:
    receiver, target = receiving_on_a_terminal(tmp_path)
    with receiver:
        with speaking(target) as speaker:
            greet(speaker, "\x1b[2J\u202eeve")
            offer(speaker, Entry(-1, "../../\x1b[31mescape", EntryKind.FILE, 1))
            assert speaker.hear() == Cancel("names_refused")
        with speaking(target) as speaker:
            greet(speaker, "\x1b[2J\u202eeve")
            offer(speaker, Entry(-1, "\x1b[31mred.txt", EntryKind.FILE, 1))
            receiver.said(r"offers .*red\.txt")
            speaker.say(Cancel("cancelled_there"))
        receiver.said("cancelled")
        receiver.interrupt()
        assert receiver.wait() == 130
    assert "\x1b" not in receiver.sentences
    assert not list(tmp_path.glob("**/*escape*"))


@contextlib.contextmanager
def speaking(target: str) -> Iterator[Speaker]:
    """A peer of our making at the receiver's door."""
    host, _, port = target.rpartition(":")
    sock = socket.create_connection((host, int(port)))
    with Speaker(sock, certificate.create()) as speaker:
        speaker.handshake()
        yield speaker


def greet(speaker: Speaker, name: str) -> None:
    nonce = bytes(32)
    speaker.say(Hello((1,), name, "", verification.commitment(nonce)))
    assert isinstance(speaker.hear(), Welcome)
    speaker.say(Reveal(nonce))


def offer(speaker: Speaker, *entries: Entry) -> None:
    page = ManifestPage(entries)
    total = sum(entry.size for entry in entries)
    speaker.say(OfferStart(os.urandom(16), len(entries), total), page)
    speaker.say(ManifestEnd(blake3(encode_payload(page)).digest()))


# Where it is saved ------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_a_folder_that_may_not_be_written_to(profile: Path, tmp_path: Path, letter: Path) -> None:
    into = tmp_path / "read-only"
    into.mkdir(mode=0o555)
    words = ("--accept", "everyone", "--once")
    with Receiver(tmp_path, *words, into=into, setup=WITHOUT_ROOT_POWERS) as receiver:
        assert_failed(send_to(receiver.target, profile, letter), CannotSave)
        receiver.wait()
        assert_failed(receiver, ReadOnlyFolder)


def test_a_read_only_disk(profile: Path, tmp_path: Path, letter: Path) -> None:
    with mounted(tmp_path / "disk", "ro,size=1m") as into:
        with Receiver(tmp_path, "--accept", "everyone", "--once", into=into) as receiver:
            assert_failed(send_to(receiver.target, profile, letter), CannotSave)
            receiver.wait()
            assert_failed(receiver, ReadOnlyFolder)


def test_a_disk_without_room_is_said_before_anything_is_sent(
    profile: Path, tmp_path: Path, endless: Path
) -> None:
    with Receiver(tmp_path, "--accept", "everyone", "--once") as receiver:
        assert_failed(send_to(receiver.target, profile, endless), NotEnoughSpace)
        receiver.wait()
        assert_failed(receiver, NotEnoughSpace)
        assert not leftovers(tmp_path)


def test_a_disk_that_runs_full(profile: Path, tmp_path: Path) -> None:
    top = tmp_path / "many"
    top.mkdir()
    for number in range(500):  # half a mebibyte by their sizes, two by the blocks they take
        (top / f"{number}.txt").write_bytes(bytes(KIB))
    with mounted(tmp_path / "disk", "size=1m") as into:
        with Receiver(tmp_path, "--accept", "everyone", "--once", into=into) as receiver:
            assert_failed(send_to(receiver.target, profile, top), NotEnoughSpace)
            receiver.wait()
            assert_failed(receiver, DiskFull)
            assert leftovers(into)  # kept, to go on when there is room
            assert all(file.stat().st_size == KIB for file in into.rglob("*.txt"))


def test_a_folder_that_became_a_file(profile: Path, tmp_path: Path, letter: Path) -> None:
    into = tmp_path / "inbox"
    with Receiver(tmp_path, "--accept", "everyone", "--once", into=into) as receiver:
        into.touch()
        assert_failed(send_to(receiver.target, profile, letter), CannotSave)
        receiver.wait()
        assert_failed(receiver, FolderMissing)


def test_a_lost_connection_leaves_only_parts(profile: Path, tmp_path: Path, endless: Path) -> None:
    words = ("--accept", "everyone", "--once")
    with Receiver(tmp_path, *words, setup=ROOMY) as receiver:
        with Proxy(address_of(receiver), cut_after=5 * MIB) as proxy:
            once = ("--retry", "0")
            program = send_to(proxy.address, profile, endless, *once, setup="")
            assert program.process.returncode == ConnectionLost.exit_code
            assert said(ConnectionLost) in program.sentences
        receiver.wait()
        assert_failed(receiver, ConnectionLost)
        assert list(receiver.into.iterdir()) == leftovers(receiver.into)


def test_a_receiver_whose_sender_was_killed_is_not_told_to_send(
    profile: Path, tmp_path: Path, endless: Path
) -> None:
    with Receiver(tmp_path, "--accept", "everyone", "--once", setup=ROOMY) as receiver:
        with Program("--profile", profile, "send", endless, "--to", receiver.target) as sender:
            receiver.event("progress")
            sender.process.kill()
        assert receiver.wait() == ConnectionLost.exit_code
        message = receiver.event("failed")["message"]
        assert "The connection to Anna was lost" in message
        assert "and send again" not in message
        assert list(receiver.into.iterdir()) == leftovers(receiver.into)


def address_of(receiver: Receiver) -> Address:
    return Address(LOOPBACK, receiver.listening["port"])


# Where to listen --------------------------------------------------------------------------------


def receive_at(listen: str, profile: Path, *words: str) -> Program:
    given = ("--profile", profile, "receive", "--listen", listen)
    return run(*given, *words, setup=WITHOUT_NAME_SERVER)


def test_a_place_to_listen_that_is_none(profile: Path) -> None:
    assert_failed(receive_at("nowhere:port", profile), BadAddress)


def test_a_place_to_listen_that_is_elsewhere(profile: Path) -> None:
    assert_failed(receive_at("203.0.113.7:0", profile), CannotListen)
    assert_failed(receive_at("nobody.example:0", profile, "--json"), CannotListen)


def test_a_taken_port(profile: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        program = receive_at(f"{LOOPBACK}:{port}", profile)
    assert_failed(program, PortTaken)
    assert f"port {port} " in program.sentences


def test_the_usual_port_is_replaced_by_the_next_one(tmp_path: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        bob = new_profile(tmp_path, "Bob", port=port)
        with Program("--profile", bob, "receive", "--json") as receiver:
            listening = receiver.event("listening")
            assert listening["host"] == LOOPBACK
            assert listening["port"] != port
            receiver.said(f"port {listening['port']}")
            assert said(PortReplaced)[:20] in receiver.sentences
            receiver.interrupt()
            assert receiver.wait() == 130


def test_a_listener_without_descriptors_goes_on(
    profile: Path, tmp_path: Path, letter: Path
) -> None:
    few = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (48, 48))\n"
    with Receiver(tmp_path, "--accept", "everyone", "--once", setup=few + HASTY) as receiver:
        with contextlib.ExitStack() as flood:
            address = (LOOPBACK, receiver.listening["port"])
            for _ in range(40):
                flood.enter_context(socket.create_connection(address))
            # Each is sent away after its time, and an honest one gets its turn.
            assert_arrives(profile, letter, receiver)


def assert_arrives(profile: Path, letter: Path, receiver: Receiver) -> None:
    while True:
        program = send_to(receiver.target, profile, letter, setup="")
        if program.process.returncode == 0:
            break
        assert program.process.returncode in {1, 4}  # busy, or out of descriptors
    assert receiver.wait() == 0


# Devices ----------------------------------------------------------------------------------------


# However slow this computer is, it is not for want of time that nobody is found.
PATIENT = """
from desktopxfer.commands import neighbours
neighbours.FIND_TIMEOUT_S = neighbours.REMEMBERED_TIMEOUT_S = 60.0
"""

RUN = os.urandom(3).hex()  # another run of these tests may be at it on this computer
UNIQUE, TWIN = f"Unique Desk {RUN}", f"Twin Desk {RUN}"


@pytest.fixture(scope="module")
def neighbours(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Receiver, Receiver, Receiver]]:
    """Three devices on this computer; two have the same name."""
    folders = [tmp_path_factory.mktemp("neighbour") for _ in range(3)]
    words = ("--accept", "everyone")
    with (
        Receiver(folders[0], *words, name=UNIQUE) as unique,
        Receiver(folders[1], *words, name=TWIN) as twin,
        Receiver(folders[2], *words, name=TWIN) as other_twin,
    ):
        yield unique, twin, other_twin
        for each in (unique, twin, other_twin):
            each.stop()


Neighbours = tuple[Receiver, Receiver, Receiver]


def test_a_device_is_found_by_its_name(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    anna = new_profile(tmp_path, "Anna")
    program = run(
        "--profile", anna, "send", letter, "--to", UNIQUE.lower(), "--json", setup=PATIENT
    )
    assert program.process.returncode == 0
    unique, *_ = neighbours
    unique.event("finished", transfer=program.event("finished")["transfer"])


def test_a_device_is_found_by_the_start_of_its_id(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    _, twin, _ = neighbours
    short = twin.listening["device_id"][:8].upper()
    anna = new_profile(tmp_path, "Anna")
    words = ("send", letter, "--to", f"{short[:4]}-{short[4:]}", "--json")
    program = run("--profile", anna, *words, setup=PATIENT)
    assert program.process.returncode == 0
    twin.event("finished", transfer=program.event("finished")["transfer"])


def test_a_device_that_moved_is_found_where_it_is_now(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    unique, *_ = neighbours
    anna = new_profile(tmp_path, "Anna")
    with socket.create_server((LOOPBACK, 0)) as gone:
        old = {
            "device_id": unique.listening["device_id"],
            "name": UNIQUE,
            "platform": "Linux",
            "addresses": [f"{LOOPBACK}:{gone.getsockname()[1]}"],
            "typed": [],
            "last_seen": 1.0,
        }
    (anna / "known_devices.json").write_text(json.dumps([old]))
    program = run("--profile", anna, "send", letter, "--to", UNIQUE, setup=PATIENT)
    assert program.process.returncode == 0


def test_two_devices_of_one_name_have_to_be_told_apart(
    tmp_path: Path, neighbours: Neighbours, letter: Path
) -> None:
    anna = new_profile(tmp_path, "Anna")
    patient = PATIENT + "neighbours.NAMESAKES_TIMEOUT_S = 3.0"
    program = run("--profile", anna, "send", letter, "--to", TWIN, setup=patient)
    assert_failed(program, AmbiguousDevice)
    for twin in neighbours[1:]:
        short = twin.listening["device_id"][:8].upper()
        assert f"{short[:4]}-{short[4:]}" in program.sentences


def test_devices_lists_who_is_around(tmp_path: Path, neighbours: Neighbours) -> None:
    anna = new_profile(tmp_path, "Anna")
    listed: dict[str, Any] = {}
    wait_s = 1
    # Until they are all heard: a slow computer gets more time.
    while not {each.listening["device_id"] for each in neighbours} <= listed.keys():
        program = run("--profile", anna, "devices", "--wait", str(wait_s), "--json")
        listed = {event["device_id"]: event for event in program.events}
        wait_s += 1
    for each in neighbours:
        event = listed[each.listening["device_id"]]
        assert event["online"]
        assert each.target in event["addresses"]
    people = run("--profile", anna, "devices", "--wait", str(wait_s))
    assert any(
        re.match(rf"{UNIQUE} +[0-9A-F]{{4}}-[0-9A-F]{{4}} +new +online", line)
        for line in people.out
    )


def test_who_finds_nobody_is_told_what_to_do(tmp_path: Path) -> None:
    alone = new_profile(tmp_path, "Anna", listen_host="127.66.6.6")  # where nobody else is
    words = ("--profile", alone, "devices", "--wait", "0")
    program = run(*words)
    assert program.process.returncode == 0
    assert program.err == ["No device was found. Open desktopxfer on the other computer."]
    for_programs = run(*words, "--json")
    assert (for_programs.out, for_programs.err) == ([], [])


WITHOUT_MULTICAST = """
import errno
from desktopxfer.network import discovery
def refuse(*_): raise OSError(errno.EPERM, "Operation not permitted")
discovery.Neighbourhood = refuse
"""


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_who_cannot_look_for_devices_is_told_why(tmp_path: Path, words: tuple[str, ...]) -> None:
    anna = new_profile(tmp_path, "Anna")
    said, wait_s = "", 0.5
    while "cannot look for other devices (Operation not permitted)" not in said:
        wait_s *= 2  # a slow computer gets more time
        given = ("--profile", anna, "devices", "--wait", str(wait_s))
        program = run(*given, *words, setup=WITHOUT_MULTICAST)
        assert program.process.returncode == 0
        assert not program.out
        said = program.sentences


# The words --------------------------------------------------------------------------------------


def test_identity_stays_the_same(tmp_path: Path) -> None:
    bob = new_profile(tmp_path, "Bob")
    identity = run("--profile", bob, "identity", "--json").event("identity")
    assert re.fullmatch("[0-9a-f]{64}", identity["device_id"])
    people = run(f"--profile={bob}", "identity")
    assert people.out[:2] == ["Bob", f"device id  {identity['device_id']}"]


def test_a_profile_is_named_in_full(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(new_profile(tmp_path, "Bob"))
    for words in ("link", "./nowhere/../link/"):
        identity = run("--profile", words, "identity", "--json", cwd=tmp_path).event("identity")
        assert identity["profile"] == str(tmp_path / "link")


def test_a_profile_that_cannot_be_used(tmp_path: Path, letter: Path) -> None:
    program = run("--profile", letter / "profile", "identity", "--json")
    assert program.process.returncode == 1
    assert program.event("failed")["error"] == "profile_unusable"


@pytest.mark.parametrize(
    "words",
    [
        ("send",),
        ("send", "x"),
        ("send", "--to", "Bob"),
        ("send", "x", "--again", "3f2a", "--to", "Bob"),
        ("send", "", "--to", "Bob"),  # `send "$FILE"` without a FILE is not the current folder
        ("receive", "--into", ""),
        ("receive", "--into", __file__),
        ("--profile", __file__, "identity"),
        ("receive", "--accept", "nobody"),
        ("receive", "extra"),
        ("trust", "everyone"),
        ("receive", "--conflicts", "keep_both"),
        *(("receive", "--limit", rate) for rate in ("fast", "-1", "nan", "")),
        ("send", "x", "--to", "Bob", "--retry", "-1"),
        ("history", "--limit", "0"),
        ("pause",),
        ("discard",),
        ("identity", "--nonsense"),
        ("--nonsense",),
        ("--nonsense", "x"),
        ("--prof", "x", "identity"),
        ("--profile", "", "identity"),
        *(("devices", "--wait", wait) for wait in ("-1", "nan", "inf", "1e99", "soon", "")),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert cli.main(words, no_window, no_selftest) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("usage: desktopxfer")
    assert " _" not in captured.err  # no name of a function of ours
    assert not captured.out


def no_window(_profile: Path | None, _paths: Sequence[Path], _hidden: bool) -> int:
    raise AssertionError("no window was asked for")


def no_selftest() -> int:
    raise AssertionError("no test of the program was asked for")


@pytest.mark.parametrize("words", [("--help",), ("send", "--help"), ("--version",)])
def test_help_is_an_answer(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert cli.main(words, no_window, no_selftest) == 0
    captured = capsys.readouterr()
    assert captured.out
    assert not captured.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("./send",),
        ("letter.txt", "receive"),
        ("--profile=p", "a"),
        ("--", "send"),
        ("--hidden",),
        ("--profile=p", "--hidden", "letter.txt"),
    ],
)
def test_without_a_command_the_window_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("send", "receive", "letter.txt", "a"):
        (tmp_path / name).touch()
    opened = []

    def open_window(profile: Path | None, paths: Sequence[Path], hidden: bool) -> int:
        opened.append((profile, [*paths], hidden))
        return 7

    assert cli.main(words, open_window, no_selftest) == 7
    paths = [Path(word) for word in words if not word.startswith("--")]
    profile = tmp_path / "p" if "--profile=p" in words else None
    assert opened == [(profile, paths, "--hidden" in words)]


@pytest.mark.parametrize("word", ["--hidden", "letter.txt"])
def test_who_ends_the_window_wants_nothing_else_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, word: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").touch()
    assert cli.main(["--profile=p", "--quit", word], no_window, no_selftest) == 2
    assert cli.main(["--profile=p", "--quit"], no_window, no_selftest) == 0
    assert not (tmp_path / "p").exists()


def test_a_file_may_be_named_by_its_address(tmp_path: Path) -> None:
    names = ["two words", "100 %", 'it\'s "quoted"', os.fsdecode(b"\xff")]
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.touch()
    opened: list[Path] = []

    def open_window(_profile: Path | None, given: Sequence[Path], _hidden: bool) -> int:
        opened.extend(given)
        return 0

    words = [path.as_uri() for path in paths]
    words.append(paths[0].as_uri().replace("file://", "file://localhost"))
    assert cli.main(words, open_window, no_selftest) == 0
    assert opened == [*paths, paths[0]]
    assert cli.main([f"file://{tmp_path}/absent"], no_window, no_selftest) == 2


def test_every_command_is_named_and_every_name_is_one() -> None:
    # Loaded by name, so that only here the type checker sees what each one is.
    known: dict[str, cli.Command] = {
        "send": send,
        "receive": receive,
        "resume": resume,
        "pause": pause,
        "discard": discard,
        "queue": queue,
        "history": history,
        "pair": pair,
        "trust": trust,
        "devices": devices,
        "check": check,
        "identity": identity,
        "integrate": integrate,
    }
    assert tuple(known) == cli.COMMANDS
    modules = (path.stem for path in Path(commands.__file__).parent.glob("*.py"))
    found = {
        name
        for name in modules
        if hasattr(importlib.import_module(f"desktopxfer.commands.{name}"), "HELP")
    }
    assert found == set(cli.COMMANDS)


def test_a_link_that_leads_nowhere_is_something_that_exists(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert cli.main([str(tmp_path / "link")], lambda _profile, _paths, _hidden: 7, no_selftest) == 7


@pytest.mark.parametrize(
    "words", [("recieve",), ("recieve", "--into", "x"), ("--profile", "p", "recieve", "--once")]
)
def test_a_word_that_is_neither_command_nor_path_opens_no_window(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert cli.main(words, no_window, no_selftest) == 2
    said = capsys.readouterr().err
    assert said.startswith("usage: desktopxfer")
    assert "no command and no file or folder 'recieve'" in said
    assert "desktopxfer --help" in said


@pytest.mark.parametrize("words", [("letter.txt", "gone.txt"), ("--", "gone.txt")])
def test_a_path_that_is_gone_opens_no_window(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").touch()
    assert cli.main(words, no_window, no_selftest) == 2
    assert "no file or folder 'gone.txt'" in capsys.readouterr().err


def test_a_program_that_is_refused_its_words_says_how_they_go(profile: Path) -> None:
    program = run("--profile", profile, "send")
    assert program.process.returncode == 2
    assert program.err[0].startswith("usage: desktopxfer")


def test_a_file_called_like_a_command(profile: Path, everyone: Receiver, tmp_path: Path) -> None:
    for name in ("send", "--to"):
        (tmp_path / name).write_text(name)
    words = ("--profile", profile, "send", "--to", everyone.target, "./send", "./--to")
    assert run(*words, cwd=tmp_path).process.returncode == 0
    assert run(*words[:-2], "send", "--", "--to", cwd=tmp_path).process.returncode == 0
    assert (everyone.into / "send (2)").read_text() == "send"
    assert (everyone.into / "--to (2)").read_text() == "--to"


# Terminals and pipes ----------------------------------------------------------------------------


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
