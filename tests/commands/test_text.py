"""Texts from the command line and to it, by real processes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktopxfer.device import Trust
from desktopxfer.errors import NothingToSend, NotText, TextTooLong
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.offer import MAX_TEXT_BYTES
from desktopxfer.settings import Profile
from tests.command_line import LOOPBACK, Program, Receiver, command, environment, new_profile, run

EVERYONE = ("--accept", "everyone")
WORDS = "See you\n\tat noon — http://192.0.2.1/<b>?a&b\n"


@pytest.fixture(scope="module")
def anna(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_profile(tmp_path_factory.mktemp("anna"), "Anna")


@pytest.fixture
def saving(tmp_path: Path) -> Iterator[Receiver]:
    """Bob, who has said a folder."""
    with Receiver(tmp_path, *EVERYONE) as receiver:
        yield receiver
        receiver.stop()


def showing(folder: Path, *words: str, port: str = "0") -> Program:
    """Bob, who has not."""
    profile = new_profile(folder, "Bob", download_folder=str(folder / "downloads"))
    return Program("--profile", profile, "receive", "--listen", f"{LOOPBACK}:{port}", *words)


def address(receiver: Program) -> str:
    if "--json" in receiver.process.args:  # type: ignore[operator]
        return f"{LOOPBACK}:{receiver.event('listening')['port']}"
    return receiver.said(r"Listening at (\S+) as")[1]


def send(anna: Path, target: str, content: bytes) -> subprocess.CompletedProcess[bytes]:
    """Sends what stands in standard input."""
    return subprocess.run(
        command("--profile", anna, "send", "--text", "-", "--to", target),
        input=content,
        capture_output=True,
        env=environment(),
        check=False,
    )


def words(program: Program) -> str:
    """What somebody reads on standard output."""
    return "\n".join(program.out)


# Sending ----------------------------------------------------------------------------------------


def test_a_text_is_shown_where_it_arrives(anna: Path, tmp_path: Path) -> None:
    with showing(tmp_path, "--once") as receiver:
        target = address(receiver)
        with Program("--profile", anna, "send", "--text", WORDS, "--to", target) as sender:
            receiver.said(r"Anna \(\w{4}-\w{4}, code \d{3} \d{3}\) offers a text: 46 B\.")
            assert not receiver.out
            receiver.type("y\n")
            assert receiver.wait() == sender.wait() == 0
        assert "\nShow it? [y/N] " in receiver.sentences
        assert f"{words(receiver)}\n" == WORDS
        assert sender.said(r"^Waiting for Bob to accept \(code \d{3} \d{3}\) …")
        assert sender.said(r"1 text, 46 B in ")
        assert receiver.said(r"1 text, 46 B in ")
        assert not sender.out
        assert not (tmp_path / "downloads").exists()


def test_a_text_that_was_declined_is_seen_nowhere(tmp_path: Path) -> None:
    anna = new_profile(tmp_path, "Anna")
    with showing(tmp_path, "--once") as receiver:
        target = address(receiver)
        with Program("--profile", anna, "send", "--text", "secret", "--to", target) as sender:
            receiver.said("offers a text")
            receiver.type("n\n")
            assert receiver.wait() == sender.wait() == 3
    assert not receiver.out
    for profile in (anna, tmp_path / "profile of Bob"):
        assert not [*(profile / "clippings").glob("*/*")]


def test_standard_input_is_sent_to_the_byte(anna: Path, saving: Receiver) -> None:
    content = "\ufeffone\r\ntwo\0\u202e\x1b[31m three".encode()
    assert send(anna, saving.target, content).returncode == 0
    [path] = saving.event("finished")["paths"]
    assert Path(path).read_bytes() == content
    assert Path(path).parent == saving.into
    assert saving.event("offer")["kind"] == "text"
    assert "text" not in {event["event"] for event in saving.events}


def test_the_longest_text_arrives(anna: Path, saving: Receiver) -> None:
    assert send(anna, saving.target, b"x" * MAX_TEXT_BYTES).returncode == 0
    assert saving.event("finished")["bytes"] == MAX_TEXT_BYTES


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"x" * (MAX_TEXT_BYTES + 1), TextTooLong()),
        (b"caf\xe9", NotText("Standard input")),
        (b" \n", NothingToSend("the text is empty")),
        (b"", NothingToSend("the text is empty")),
    ],
    ids=["too long", "latin-1", "blank", "empty"],
)
def test_what_is_no_text_is_wrong_usage(anna: Path, content: bytes, error: Exception) -> None:
    done = send(anna, LOOPBACK, content)
    assert done.returncode == 2
    assert done.stderr.decode().rstrip().endswith(f"error: {error}")


def test_an_endless_input_is_not_read_to_its_end(anna: Path) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        words = ("--profile", anna, "send", "--text", "-", "--to", LOOPBACK)
        with Program(*words, stdin=zeros.fileno()) as sender:
            assert sender.wait() == 2
    assert str(TextTooLong()) in sender.sentences


def test_a_closed_input_is_an_empty_text(anna: Path) -> None:
    words = ("--profile", anna, "send", "--text", "-", "--to", LOOPBACK)
    sender = run(*words, setup="import os; os.close(0)")
    assert sender.process.returncode == 2
    assert str(NothingToSend("the text is empty")) in sender.sentences


@pytest.mark.skipif(sys.platform == "win32", reason="its arguments are text")
def test_an_argument_that_is_no_text_is_wrong_usage(anna: Path) -> None:
    words: list[str | bytes] = [*command("--profile", anna, "send", "--text"), b"caf\xe9"]
    words += ["--to", LOOPBACK]
    done = subprocess.run(words, capture_output=True, env=environment(), text=True, check=False)
    assert done.returncode == 2
    assert str(NotText("What follows --text")) in done.stderr


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("send", "--text", "x", "a.txt", "--to", LOOPBACK), "either PATHs or --text"),
        (("send", "--text", "x", "--again", "5d0e", "--to", "y"), "either PATHs or --text or"),
        (("send", "--text", "x"), "--to has to say which device"),
        (("queue", "--text", "x"), "belong together"),
        (("queue", "--to", "Bob"), "belong together"),
    ],
)
def test_wrong_usage(anna: Path, wrong: tuple[str, ...], sentence: str) -> None:
    program = run("--profile", anna, *wrong)
    assert program.process.returncode == 2
    assert sentence in program.sentences


def test_a_text_waits_for_its_device(tmp_path: Path) -> None:
    anna = new_profile(tmp_path, "Anna")
    with showing(tmp_path, "--json", "--once", *EVERYONE) as bob:
        target = address(bob)
        first = run("--profile", anna, "send", "--text", "first", "--to", target)
        assert first.process.returncode == bob.wait() == 0
    known = KnownDevices(Profile(anna))
    [device] = known.all()
    known.remember(device, trust=Trust.TRUSTED)
    queued = run("--profile", anna, "queue", "--text", "later", "--to", "Bob", "--json")
    event = queued.event("transfer")
    assert (event["stage"], event["paths"]) == ("queued", [])
    port = target.rpartition(":")[2]
    with showing(tmp_path, "--json", "--once", *EVERYONE, port=port) as bob:
        address(bob)
        resumed = run("--profile", anna, "resume", event["id"])
        assert resumed.process.returncode == bob.wait() == 0
        assert bob.event("text")["text"] == "later"
        assert resumed.said("^Waiting for Bob to accept")
    assert not [*(anna / "clippings").glob("*/*")]


def test_a_text_that_came_is_sent_on(anna: Path, tmp_path: Path, saving: Receiver) -> None:
    carol = new_profile(tmp_path, "Carol")
    receive = ("--profile", carol, "receive", "--listen", f"{LOOPBACK}:0", *EVERYONE)
    with Program(*receive, "--once", "--json") as program:
        target = address(program)
        assert run("--profile", anna, "send", "--text", WORDS, "--to", target).wait() == 0
        assert program.wait() == 0
        assert program.event("text")["text"] == WORDS
        assert program.event("finished")["paths"] == []
    [past] = run("--profile", carol, "history", "--json").events
    again = run("--profile", carol, "send", "--again", past["id"], "--to", saving.target)
    assert again.process.returncode == 0
    assert saving.event("offer")["kind"] == "text"
    [path] = saving.event("finished")["paths"]
    assert Path(path).read_text() == WORDS


# Receiving --------------------------------------------------------------------------------------


def test_a_text_cannot_steer_the_terminal(anna: Path, tmp_path: Path) -> None:
    hostile = "\x1b]0;owned\x07\x1b[2Jred\u202etxt.exe\u2066\x9b31m\0\b\rAnna\u200b\tx"
    with showing(tmp_path, "--once", *EVERYONE) as receiver:
        assert send(anna, address(receiver), hostile.encode()).returncode == 0
        assert receiver.wait() == 0
    shown = words(receiver)
    assert shown.replace("\n", "").replace("\t", "").isprintable()
    assert shown.splitlines() == ["�]0;owned��[2Jred�txt.exe��31m��", "Anna�\tx"]
    assert "With --into a text is saved as it came." in receiver.sentences


def test_programs_get_a_text_as_it_was_sent(anna: Path, tmp_path: Path) -> None:
    content = "a\r\nb\0\u202e\x1b[31m\N{PILE OF POO}"
    with showing(tmp_path, "--json", "--once", *EVERYONE) as receiver:
        assert send(anna, address(receiver), content.encode()).returncode == 0
        assert receiver.wait() == 0
        assert receiver.event("text")["text"] == content
        assert receiver.event("offer")["kind"] == "text"
    kinds = [event["event"] for event in receiver.events if event["event"] != "progress"]
    assert kinds == ["listening", "offer", "text", "finished"]
    assert all(line.isascii() for line in receiver.out)
