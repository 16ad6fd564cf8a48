import contextlib
import socket
from pathlib import Path

from desktopxfer.device import Address
from desktopxfer.errors import CancelledThere, ConnectionLost
from tests.command_line import (
    HASTY,
    LOOPBACK,
    Program,
    Receiver,
    assert_failed,
    leftovers,
    run,
    said,
    send_to,
)
from tests.network.peers import Blackhole, Proxy

MIB = 1024 * 1024


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
