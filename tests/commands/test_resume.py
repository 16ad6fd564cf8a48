"""Interrupted, paused, queued and past transfers, by real processes."""

import contextlib
import json
import os
import re
import signal
import socket
import sys
import threading
from pathlib import Path

import pytest

from desktopxfer.device import Address
from desktopxfer.errors import (
    AlreadyRunning,
    AmbiguousTransfer,
    ConnectionLost,
    DesktopxferError,
    NoSuchTransfer,
    NotReceiving,
    NotRunning,
    NotTrusted,
    PathMissing,
    Refused,
    TransferOver,
    Unreachable,
    code_of,
)
from desktopxfer.settings import Profile
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.transfer.store import Record, Store
from tests.command_line import (
    CHECKOUT,
    LOOPBACK,
    WITHOUT_ROOT_POWERS,
    Event,
    Program,
    Receiver,
    leftovers,
    new_profile,
    run,
)
from tests.network.peers import Proxy, Server

MIB = 1024 * 1024
SLOW = ("--limit", "4M")  # so that there is a middle to stop in
EVERYONE = ("--accept", "everyone")


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    return new_profile(tmp_path, "Anna")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Small files and a large one: some seconds at the speed of SLOW."""
    top = tmp_path / "Photos"
    (top / "empty").mkdir(parents=True)
    (top / "large.bin").write_bytes(os.urandom(12 * MIB))
    (top / "z").mkdir()
    for number in range(20):
        (top / "z" / f"{number}.txt").write_text(f"small {number}")
    return top


TOTAL = 12 * MIB


def tree(top: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(top)): path.read_bytes() if path.is_file() else None
        for path in top.rglob("*")
    }


def half_way(program: Program) -> Event:
    """Waits until some of the large file has moved; long before its end."""
    return until_bytes(program, TOTAL // 4)


def until_bytes(program: Program, count: int) -> Event:
    def moved() -> list[Event]:
        return [
            event
            for event in program.events
            if event["event"] == "progress" and event["done_bytes"] >= count
        ]

    program.until(moved)
    return moved()[0]


def sending(anna: Path, photos: Path, target: str, *words: str) -> Program:
    return Program("--profile", anna, "send", photos, "--to", target, "--json", *SLOW, *words)


def transfer(profile: Path) -> Event:
    """The latest one that the profile remembers."""
    return run("--profile", profile, "history", "--json").event("transfer")


def kill(program: Program) -> None:
    program.process.send_signal(signal.SIGKILL)
    program.process.wait()


def receiver_at(folder: Path, target: str, *words: str) -> Receiver:
    return Receiver(folder, *EVERYONE, "--listen", target, *words)


def failed(program: Program) -> Event:
    return program.event("failed")


@pytest.fixture
def interrupted(anna: Path, photos: Path, tmp_path: Path) -> Event:
    """Both programs were killed in the middle; what Anna remembers of it."""
    with Receiver(tmp_path, *EVERYONE) as bob:
        with sending(anna, photos, bob.target) as sender:
            half_way(sender)
            kill(bob)
            kill(sender)
    return transfer(anna)


# The sender goes on by itself -------------------------------------------------------------------


def test_a_receiver_that_is_killed_and_started_again_gets_the_rest(
    anna: Path, photos: Path, tmp_path: Path
) -> None:
    with Receiver(tmp_path, *EVERYONE) as bob:
        with sending(anna, photos, bob.target) as sender:
            half_way(sender)
            kill(bob)
            sender.event("reconnecting")
            with receiver_at(tmp_path, bob.target, "--once") as again:
                assert again.wait() == sender.wait() == 0
                resumed = again.event("resumed")
                assert (resumed["from"], resumed["files"]) == ("Anna", 21)
                assert not any(event["event"] == "offer" for event in again.events)
                done = again.event("finished", transfer=resumed["transfer"])
                assert done["paths"] == [str(bob.into / "Photos")]
            assert sender.event("finished")["transfer"] == resumed["transfer"]
    assert tree(bob.into / "Photos") == tree(photos)
    assert not leftovers(bob.into)


def test_a_receiver_that_moved_to_another_port_is_found(
    anna: Path, photos: Path, tmp_path: Path
) -> None:
    with Receiver(tmp_path, *EVERYONE) as bob:
        with sending(anna, photos, bob.target) as sender:
            half_way(sender)
            kill(bob)
            with Receiver(tmp_path, *EVERYONE, "--once") as elsewhere:
                assert elsewhere.target != bob.target
                assert elsewhere.wait() == sender.wait() == 0
    assert tree(bob.into / "Photos") == tree(photos)


def test_who_is_told_never_to_retry_says_how_to_go_on(
    anna: Path, photos: Path, tmp_path: Path
) -> None:
    with Receiver(tmp_path, *EVERYONE) as bob:
        words = ("--profile", anna, "send", photos, "--to", bob.target, "--retry", "0", *SLOW)
        with Program(*words) as sender:
            half_way(bob)
            kill(bob)
            assert sender.wait() == ConnectionLost.exit_code
        with receiver_at(tmp_path, bob.target, "--once") as again:
            advice = sender.said(r"To go on: .* -m desktopxfer (.* resume [0-9a-f]{8})$")[1]
            assert advice.startswith(f"--profile '{anna}'")
            goes_on = run("--profile", anna, "resume", advice[-8:], "--limit", "0")
            assert goes_on.process.returncode == again.wait() == 0
    assert tree(bob.into / "Photos") == tree(photos)


def test_a_cut_connection_counts_as_one_transfer(anna: Path, photos: Path, tmp_path: Path) -> None:
    """The receiver reports both connections under the same id."""
    with Receiver(tmp_path, *EVERYONE) as bob:
        address = Address(LOOPBACK, bob.listening["port"])
        with (
            Proxy(address, cut_after=5 * MIB) as proxy,
            sending(anna, photos, str(proxy.address)) as sender,
        ):
            assert sender.wait() == 0
        lost = failed(bob)
        assert (lost["error"], lost["resumable"]) == ("connection_lost", True)
        offer, resumed = bob.event("offer"), bob.event("resumed")
        assert offer["transfer"] == lost["transfer"] == resumed["transfer"]
        bob.event("finished", transfer=offer["transfer"])
        bob.stop()
    assert tree(bob.into / "Photos") == tree(photos)


def test_a_connection_that_is_dead_unnoticed_gives_way_to_the_next(
    anna: Path, photos: Path, tmp_path: Path
) -> None:
    """Not even with --once does the receiver say of the first one that it failed."""
    with Receiver(tmp_path, *EVERYONE, "--once") as bob:

        def hide_the_end(client: socket.socket) -> None:
            with socket.create_connection((LOOPBACK, bob.listening["port"])) as server:
                back = threading.Thread(target=pass_on, args=(server, client))
                back.start()
                pass_on(client, server)
                back.join()  # until the receiver ends it

        with Server(hide_the_end) as relay:
            with sending(anna, photos, str(relay.address)) as sender:
                half_way(bob)
                kill(sender)
            again = run("--profile", anna, "resume", transfer(anna)["id"])
            assert again.process.returncode == bob.wait() == 0
        kinds = [event["event"] for event in bob.events if event["event"] != "progress"]
        assert kinds == ["listening", "offer", "resumed", "finished"]
    assert tree(bob.into / "Photos") == tree(photos)


def pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)


# Resume -----------------------------------------------------------------------------------------


def test_both_are_killed_and_resume_sends_only_the_rest(
    anna: Path, interrupted: Event, photos: Path, tmp_path: Path
) -> None:
    assert (interrupted["stage"], interrupted["direction"]) == ("interrupted", "sending")
    listed = run("--profile", anna, "resume", "--json").events
    assert [event["id"] for event in listed] == [interrupted["id"]]
    with Receiver(tmp_path, *EVERYONE, "--once") as bob:
        words = ("resume", interrupted["id"][:6], "--json", "--limit", "8M")
        with Program("--profile", anna, *words) as program:
            assert program.wait() == bob.wait() == 0
        assert program.event("progress")["done_bytes"] > TOTAL // 8
        assert program.event("progress")["total_bytes"] == bob.event("resumed")["bytes"]
        assert program.event("finished")["transfer"] == interrupted["transfer"]
    assert tree(bob.into / "Photos") == tree(photos)
    assert not leftovers(bob.into)
    assert transfer(anna)["stage"] == transfer(bob.profile)["stage"] == "finished"
    over = run("--profile", anna, "resume", interrupted["id"])
    assert_refused(over, TransferOver)


def test_the_id_on_the_wire_is_as_good_when_it_is_whole(
    anna: Path, interrupted: Event, tmp_path: Path
) -> None:
    wire = interrupted["transfer"]
    assert_refused(run("--profile", anna, "discard", wire[:8]), NoSuchTransfer)
    with Receiver(tmp_path, *EVERYONE, "--once") as bob:
        assert run("--profile", anna, "resume", wire).process.returncode == bob.wait() == 0


def test_resume_waits_for_a_device_that_is_off(
    anna: Path, interrupted: Event, photos: Path, tmp_path: Path
) -> None:
    off = run("--profile", anna, "resume", interrupted["id"], "--json")
    assert off.process.returncode == Unreachable.exit_code
    assert failed(off)["resumable"]
    assert failed(off)["transfer"] == interrupted["transfer"]
    with Program("--profile", anna, "resume", interrupted["id"], "--wait", "--json") as program:
        assert program.event("absent")["name"] == "Bob"
        with Receiver(tmp_path, *EVERYONE, "--once") as bob:
            assert program.wait() == bob.wait() == 0
    assert tree(bob.into / "Photos") == tree(photos)


def test_what_is_stopped_while_it_looks_for_its_device_is_not_lost(
    anna: Path, interrupted: Event
) -> None:
    with Program("--profile", anna, "resume", interrupted["id"], "--wait", "--json") as program:
        program.event("absent")
        program.interrupt()
        assert program.wait() == 130
        assert failed(program)["resumable"]
    assert transfer(anna)["stage"] == "interrupted"


def test_who_was_receiving_asks_and_who_receives_there_goes_on(
    anna: Path, interrupted: Event, photos: Path, tmp_path: Path
) -> None:
    """Anna runs `receive` too, as one does on a server."""
    with (
        Receiver(tmp_path, name="Anna") as annas,
        Receiver(tmp_path, *EVERYONE, "--once") as bob,
    ):
        received = transfer(bob.profile)
        assert (received["direction"], received["stage"]) == ("receiving", "interrupted")
        asked = run("--profile", bob.profile, "resume", received["id"], "--json")
        assert asked.process.returncode == 0
        assert asked.event("asked") == {
            "event": "asked",
            "transfer": interrupted["transfer"],
            "name": "Anna",
        }
        assert bob.wait() == 0
        assert annas.event("finished")["transfer"] == interrupted["transfer"]
        annas.stop()
    assert tree(bob.into / "Photos") == tree(photos)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_a_program_that_is_closed_only_interrupts(
    anna: Path, photos: Path, tmp_path: Path, stop: signal.Signals, who: str
) -> None:
    with (
        Receiver(tmp_path, *EVERYONE) as bob,
        sending(anna, photos, bob.target, "--retry", "0") as sender,
    ):
        half_way(bob)
        closed = sender if who == "sender" else bob
        closed.interrupt(stop)
        assert closed.wait() == 130
        assert failed(closed)["error"] == "stopped"
        assert failed(sender if who == "receiver" else bob)["resumable"]
        if who == "receiver":
            sender.wait()
    assert transfer(anna)["stage"] == transfer(bob.profile)["stage"] == "interrupted"
    assert leftovers(bob.into)


def test_with_once_only_that_transfer_may_go_on(
    anna: Path, interrupted: Event, tmp_path: Path
) -> None:
    carol = new_profile(tmp_path, "Carol")
    letter = tmp_path / "letter"
    letter.write_text("Dear Bob")
    with Receiver(tmp_path, "--once") as bob:
        with Program("--profile", carol, "send", letter, "--to", bob.target) as other:
            bob.event("offer")
            refused = run("--profile", anna, "resume", interrupted["id"], "--json")
            assert refused.process.returncode == NotReceiving.exit_code
            assert failed(refused)["resumable"]
            bob.type("y\n")
            assert other.wait() == bob.wait() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_what_failed_is_sent_by_resume(anna: Path, tmp_path: Path) -> None:
    top = tmp_path / "mixed"
    top.mkdir()
    for name in ("open.txt", "secret.txt"):
        (top / name).write_text(name)
    (top / "secret.txt").chmod(0)
    with Receiver(tmp_path, *EVERYONE) as bob:
        words = ("--profile", anna, "send", top, "--to", bob.target)
        program = run(*words, setup=WITHOUT_ROOT_POWERS)
        assert program.process.returncode == 1
        key = program.said("To send what failed again: .* resume ([0-9a-f]{8})")[1]
        (top / "secret.txt").chmod(0o600)
        again = run("--profile", anna, "resume", key, "--json")
        assert again.process.returncode == 0
        assert (again.event("finished")["files"], again.event("finished")["failed"]) == (2, 0)
        bob.event("resumed")
        bob.stop()
    assert tree(bob.into / "mixed") == tree(top)


# Pause and discard ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_a_second_process_pauses_and_discards(
    anna: Path, photos: Path, tmp_path: Path, who: str
) -> None:
    with (
        Receiver(tmp_path, *EVERYONE, "--once") as bob,
        # So slow that it outlives the four commands on a busy machine, too.
        sending(anna, photos, bob.target, "--limit", "300k") as sender,
    ):
        until_bytes(bob, 1)
        here, profile = (sender, anna) if who == "sender" else (bob, bob.profile)
        there = bob if who == "sender" else sender
        running = transfer(profile)
        assert running["stage"] == "running"
        assert_refused(run("--profile", profile, "discard", running["id"]), AlreadyRunning)
        assert_refused(run("--profile", profile, "resume", running["id"]), AlreadyRunning)
        paused = run("--profile", profile, "pause", running["id"], "--json")
        assert paused.process.returncode == 0
        assert paused.event("transfer")["stage"] == "interrupted"
        assert here.wait() == 130
        assert there.wait() == 1
        for program, error in ((here, "paused"), (there, "paused_there")):
            assert (failed(program)["error"], failed(program)["resumable"]) == (error, True)
    assert_refused(run("--profile", profile, "pause", running["id"]), NotRunning)
    assert leftovers(bob.into)
    (bob.into / "mine.txt").write_text("untouched")
    received = transfer(bob.profile)
    discarded = run("--profile", bob.profile, "discard", received["id"], "--json")
    assert discarded.process.returncode == 0
    assert discarded.event("transfer")["stage"] == "cancelled"
    assert not leftovers(bob.into)
    assert [path.name for path in bob.into.iterdir()] == ["mine.txt"]
    assert_refused(run("--profile", bob.profile, "discard", received["id"]), TransferOver)


def test_what_was_discarded_there_is_over_here(
    anna: Path, interrupted: Event, tmp_path: Path
) -> None:
    with Receiver(tmp_path, *EVERYONE) as bob:
        received = transfer(bob.profile)
        assert run("--profile", bob.profile, "discard", received["id"]).process.returncode == 0
        program = run("--profile", anna, "resume", interrupted["id"], "--json")
        assert program.process.returncode == 1
        assert (failed(program)["error"], failed(program)["resumable"]) == (
            "cancelled_there",
            False,
        )
        bob.stop()


# Queue and wait ---------------------------------------------------------------------------------


def trusting(profile: Path, other: Receiver) -> None:
    """As after a pairing."""
    known = [
        {
            "device_id": other.listening["device_id"],
            "name": "Bob",
            "trust": "trusted",
            "addresses": [other.target],
        }
    ]
    (profile / "known_devices.json").write_text(json.dumps(known))


def test_what_is_queued_goes_when_it_is_resumed(anna: Path, photos: Path, tmp_path: Path) -> None:
    with Receiver(tmp_path) as bob:
        trusting(anna, bob)
        bob.stop()
    queued = run("--profile", anna, "queue", photos, "--to", "Bob", "--json").event("transfer")
    assert (queued["stage"], queued["title"], queued["name"]) == ("queued", "Photos", "Bob")
    assert [event["id"] for event in run("--profile", anna, "queue", "--json").events] == [
        queued["id"]
    ]
    off = run("--profile", anna, "resume", queued["id"], "--json")
    assert off.process.returncode == Refused.exit_code
    assert failed(off)["resumable"]
    assert transfer(anna)["stage"] == "queued"
    with Receiver(tmp_path, *EVERYONE, "--once") as bob:
        assert run("--profile", anna, "resume", queued["id"]).process.returncode == bob.wait() == 0
    assert tree(bob.into / "Photos") == tree(photos)
    assert run("--profile", anna, "queue").err == ["Nothing is queued."]


@pytest.mark.parametrize("target", ["Bob", "192.0.2.7", "3f2a91bc", "desk:99999"])
def test_nothing_waits_for_a_stranger(anna: Path, photos: Path, target: str) -> None:
    assert_refused(run("--profile", anna, "queue", photos, "--to", target), NotTrusted)
    with contextlib.closing(Store(Profile(anna))) as store:
        assert not store.records()


def test_what_is_not_there_cannot_wait(anna: Path, photos: Path, tmp_path: Path) -> None:
    with Receiver(tmp_path) as bob:
        trusting(anna, bob)
        bob.stop()
    program = run("--profile", anna, "queue", photos, "nowhere", "--to", "Bob")
    assert_refused(program, PathMissing)
    for words in ((photos,), ("--to", "Bob")):
        program = run("--profile", anna, "queue", *words)
        assert program.process.returncode == 2
        assert "belong together" in program.sentences


def test_send_waits_until_the_device_is_there(anna: Path, photos: Path, tmp_path: Path) -> None:
    with Receiver(tmp_path) as bob:
        bob.stop()
    words = ("send", photos, "--to", bob.target, "--wait", "--json")
    with Program("--profile", anna, *words) as sender:
        absent = sender.event("absent")
        assert (absent["name"], absent["error"]) == (bob.target, "refused")
        with receiver_at(tmp_path, bob.target, "--once") as again:
            assert again.wait() == sender.wait() == 0
    assert tree(bob.into / "Photos") == tree(photos)


def test_waiting_is_stopped_and_leaves_nothing(anna: Path, photos: Path, tmp_path: Path) -> None:
    words = ("send", photos, "--to", f"{LOOPBACK}:1", "--wait")
    with Program("--profile", anna, *words) as sender:
        sender.said(rf"Waiting for {LOOPBACK}:1 …")
        sender.interrupt()
        assert sender.wait() == 130
        assert sender.err[-1] == "Cancelled."
    assert run("--profile", anna, "history").err == ["No transfer is remembered."]


# Conflicts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("keep-both", {"Photos", "Photos (2)"}),
        ("skip-identical", {"Photos"}),
        ("replace", {"Photos"}),
    ],
)
def test_what_happens_with_a_taken_name_is_chosen(
    anna: Path, tmp_path: Path, choice: str, expected: set[str]
) -> None:
    photos = tmp_path / "Photos"
    photos.mkdir()
    (photos / "same.txt").write_text("same")
    (photos / "other.txt").write_text("before")
    with Receiver(tmp_path, *EVERYONE, "--conflicts", choice) as bob:
        for _ in range(2):
            program = run("--profile", anna, "send", photos, "--to", bob.target)
            assert program.process.returncode == 0
            (photos / "other.txt").write_text("after that")
        bob.stop()
    assert {path.name for path in bob.into.iterdir()} == expected
    files = {path.name for path in (bob.into / "Photos").iterdir()}
    assert files == {"same.txt", "other.txt"} | (
        {"other (2).txt"} if choice == "skip-identical" else set()
    )
    replaced = (bob.into / "Photos" / "other.txt").read_text() == "after that"
    assert replaced is (choice == "replace")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Four files, which Bob has all, each with another content."""
    letters = tmp_path / "Letters"
    there = tmp_path / "received by Bob" / "Letters"
    for folder, content in ((letters, "new"), (there, "old!")):
        folder.mkdir(parents=True)
        for name in "abcd":
            (folder / name).write_text(content)
    return letters


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_each_taken_file_is_asked_about(anna: Path, letters: Path, tmp_path: Path) -> None:
    with (
        Receiver(tmp_path, "--conflicts", "ask", "--once") as bob,
        Program("--profile", anna, "send", letters, "--to", bob.target) as sender,
    ):
        offer = bob.event("offer")
        bob.type("y\n")
        for name, answer in (("a", "replace\n"), ("b", "S\n"), ("c", "\n")):
            event = bob.event("taken", path=f"Letters/{name}")
            assert event["transfer"] == offer["transfer"]
            bob.type(answer)
        bob.event("taken", path="Letters/d")
        bob.end_of_input()  # keeps both
        assert sender.wait() == bob.wait() == 0
    assert contents(bob.into / "Letters") == {
        "a": "new",
        "b": "old!",
        "c": "old!",
        "d": "old!",
        "c (2)": "new",
        "d (2)": "new",
    }


def test_nobody_can_be_asked_where_nobody_is_asked(anna: Path) -> None:
    program = run("--profile", anna, "receive", "--conflicts", "ask", *EVERYONE)
    assert program.process.returncode == 2
    assert "--accept ask" in program.sentences


def test_all_taken_files_are_answered_at_once(anna: Path, letters: Path, tmp_path: Path) -> None:
    into = tmp_path / "received by Bob"
    words = ("receive", "--into", into, "--conflicts", "ask", "--once")
    with Program(
        "--profile", new_profile(tmp_path, "Bob"), *words, "--listen", f"{LOOPBACK}:0"
    ) as bob:
        target = bob.said(r"Listening at (\S+) as")[1]
        with Program("--profile", anna, "send", letters, "--to", target) as sender:
            bob.said("offers Letters")
            bob.type("y\nskip\nreplace all\n")
            assert sender.wait() == bob.wait() == 0
        assert "Letters/a is there already. Keep both, replace or skip?" in bob.sentences
        assert "Letters/b is there already." in bob.sentences
        assert "Letters/c" not in bob.sentences
    assert contents(into / "Letters") == {"a": "old!", "b": "new", "c": "new", "d": "new"}


# History and ids --------------------------------------------------------------------------------


@pytest.fixture
def past(anna: Path) -> Path:
    store = Store(Profile(anna))
    for number, (title, peer) in enumerate(
        [("Photos", "Bob"), ("letter\x1b[31m.txt", "Bob"), ("Music", "Carol")]
    ):
        store.add(
            Record(
                key=f"{number + 10:x}" * 16,
                direction=Direction.SENDING if number else Direction.RECEIVING,
                stage=Stage.INTERRUPTED if number == 1 else Stage.FINISHED,
                transfer_id=f"{number}" * 32,
                peer_name=peer,
                title=title,
                files=3,
                failed=1 if number == 2 else 0,
                total_bytes=2000,
                done_bytes=1430,
                error="connection_lost" if number == 1 else "",
                subject="Bob" if number == 1 else "",
            )
        )
    store.add(Record(key="ab" * 8, direction=Direction.SENDING, stage=Stage.DECLINED))
    store.close()
    return anna


def test_history_lists_the_latest_first(past: Path) -> None:
    shown = run("--profile", past, "history")
    when = r"\d{4}-\d\d-\d\d \d\d:\d\d"
    assert len(shown.out) == 4
    assert re.fullmatch(
        rf"cccccccc  {when}  finished, 1 failed  Music to Carol  3 files, 2\.0 kB", shown.out[1]
    )
    assert re.search(r"interrupted at 71 %  letter.*\.txt to Bob", shown.out[2])
    assert re.search(r"finished +Photos from Bob", shown.out[3])
    assert "\x1b" not in "\n".join(shown.out)


def test_history_is_searched_and_limited(past: Path) -> None:
    def titles(*words: str) -> list[str]:
        return [
            event["title"] for event in run("--profile", past, "history", "--json", *words).events
        ]

    assert titles("--search", "carol") == ["Music"]
    assert titles("--search", "bob", "--limit", "1") == ["letter\x1b[31m.txt"]
    assert titles("--search", "nothing") == []


def test_what_is_over_is_forgotten_and_nothing_else(past: Path) -> None:
    def left() -> list[str]:
        return [event["stage"] for event in run("--profile", past, "history", "--json").events]

    cleared = run("--profile", past, "history", "--clear", "--search", "carol", "--json")
    assert [event["title"] for event in cleared.events] == ["Music"]
    assert left() == ["declined", "interrupted", "finished"]
    cleared = run("--profile", past, "history", "--clear", "--limit", "1")
    assert cleared.err == ["2 transfers are forgotten."]
    assert left() == ["interrupted"]
    assert run("--profile", past, "history", "--clear").err == ["0 transfers are forgotten."]


def test_what_was_sent_is_sent_again_as_it_is_now(anna: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_text("first")
    with Receiver(tmp_path, *EVERYONE) as bob:
        assert run("--profile", anna, "send", letter, "--to", bob.target).process.returncode == 0
        first = transfer(anna)["id"]
        letter.write_text("second")
        again = run("--profile", anna, "send", "--again", first[:8])
        assert again.process.returncode == 0
        assert transfer(anna)["id"] != first
        with Receiver(tmp_path, *EVERYONE, name="Carol") as carol:
            elsewhere = run("--profile", anna, "send", "--again", first, "--to", carol.target)
            assert elsewhere.process.returncode == 0
        got = transfer(bob.profile)["id"]  # what was received can be sent on
        assert run("--profile", bob.profile, "send", "--again", got).process.returncode == 2
        letter.unlink()
        assert_refused(run("--profile", anna, "send", "--again", first), PathMissing)
    assert contents(bob.into) == {"letter": "first", "letter (2)": "second"}
    assert contents(carol.into) == {"letter": "second"}


def test_its_json_is_that_of_the_readme(past: Path) -> None:
    readme = (CHECKOUT / "README.md").read_text()
    documented = next(
        json.loads(line) for line in readme.splitlines() if line.startswith('{"event":"transfer"')
    )
    for event in run("--profile", past, "history", "--json").events:
        assert {key: type(value) for key, value in event.items()} == {
            key: type(value) for key, value in documented.items()
        }


def assert_refused(program: Program, error: type[DesktopxferError]) -> None:
    assert program.process.returncode == error.exit_code
    (sentence,) = [line for line in program.err if not line.startswith("To go on: ")]
    pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(error.sentence))
    assert re.fullmatch(pattern, sentence)
    assert not program.out


@pytest.mark.parametrize("command", ["resume", "pause", "discard"])
def test_an_id_that_is_none_or_several(past: Path, command: str) -> None:
    assert_refused(run("--profile", past, command, "f00d"), NoSuchTransfer)
    ambiguous = run("--profile", past, command, "A")
    assert_refused(ambiguous, AmbiguousTransfer)
    assert "aaaaaaaaaaaaaaaa" in ambiguous.sentences
    assert "abababababababab" in ambiguous.sentences
    program = run("--profile", past, command, "f00d", "--json")
    assert failed(program)["error"] == code_of(NoSuchTransfer)
    if command != "pause":
        assert_refused(run("--profile", past, command, "abab"), TransferOver)
