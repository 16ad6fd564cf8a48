import contextlib
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from desktopxfer.commands.questions import means_yes, read_line
from desktopxfer.errors import (
    BadAddress,
    CannotListen,
    CannotSave,
    Declined,
    DiskFull,
    FolderMissing,
    NotEnoughSpace,
    NotReceiving,
    PathMissing,
    PortReplaced,
    PortTaken,
    ReadOnlyFolder,
    UpdateHere,
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
    HASTY,
    LOOPBACK,
    WITHOUT_NAME_SERVER,
    WITHOUT_ROOT_POWERS,
    Program,
    Receiver,
    assert_failed,
    leftovers,
    mounted,
    new_profile,
    run,
    said,
    send_to,
)
from tests.network.peers import Speaker

KIB = 1024
MIB = 1024 * KIB


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


# Hostile and newer peers ------------------------------------------------------------------------


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
