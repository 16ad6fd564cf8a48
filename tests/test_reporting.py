import io
import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from desktopxfer import reporting
from desktopxfer.device import Address, Device, Peer, Trust
from desktopxfer.errors import (
    ConnectionLost,
    Damaged,
    DesktopxferError,
    LinkSkipped,
    NotAFile,
    Unreadable,
    Vanished,
)
from desktopxfer.offer import Entry, EntryKind, Offer
from desktopxfer.reporting import OutputLost, People, Programs, TransferReport
from desktopxfer.transfer.progress import (
    Connected,
    EntriesEnded,
    EntriesSkipped,
    Event,
    Finished,
    GoesOn,
    Offered,
    Progress,
    Stage,
    StageChanged,
)

ESC = "\x1b[31m"
BOB = Peer("3f2a91bc" + "0" * 56, "Bob", "Linux", Address("192.0.2.7", 26710))
EVE = Peer("e" * 64, f"{ESC}Eve\u202e", "", Address("192.0.2.8", 26710))
ENTRIES = (
    Entry(-1, "Photos", EntryKind.FOLDER),
    Entry(0, f"{ESC}sea.jpg", EntryKind.FILE, 3000),
    Entry(-1, "notes.txt", EntryKind.FILE, 12),
)

Said = Callable[[], tuple[list[str], list[str]]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """The lines on stdout and on stderr since the last look."""

    def lines() -> tuple[list[str], list[str]]:
        captured = capsys.readouterr()
        return captured.out.splitlines(), captured.err.splitlines()

    return lines


def events(out: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out]


def offer(peer: Peer = BOB) -> Offer:
    return Offer("9c01" * 8, peer, ENTRIES)


# What counts as a problem -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "problems"),
    [
        (EntriesSkipped((LinkSkipped("a"),)), 0),
        (EntriesSkipped((NotAFile("a"),)), 0),
        (EntriesSkipped((LinkSkipped("a"), Unreadable("b"))), 1),
        (EntriesEnded(((1, None), (2, None))), 0),
        (EntriesEnded(((1, Damaged("a")), (2, None))), 1),
        (EntriesEnded(((1, Damaged("a")), (2, Vanished("b")))), 2),
    ],
)
@pytest.mark.parametrize("kind", [People, Programs])
def test_links_are_left_out_by_design_everything_else_counts(
    said: Said, kind: type[TransferReport], event: Event, problems: int
) -> None:
    report = kind()
    report(Offered(offer()))
    report(event)
    assert report.problems == problems


# For people -------------------------------------------------------------------------------------


def test_a_sender_is_told_what_happens(said: Said) -> None:
    report = People([Path("/home/anna/Photos")])
    report(Connected(BOB, "123456"))
    report(Offered(offer()))
    report(StageChanged(Stage.WAITING))
    report(StageChanged(Stage.MOVING))
    report(Progress(1500, 3012, 1500.0))
    report(EntriesEnded(((2, Vanished("notes.txt")),)))
    report(Finished(files=1, failed=1, total_bytes=3000, seconds=2.0))
    out, err = said()
    assert not out
    assert err == [
        "Waiting for Bob to accept (code 123 456) …",
        "notes.txt is no longer there.",
        "1 file, 3.0 kB in 2.0 s (1.5 kB/s); 1 file failed.",
    ]


def test_a_lost_connection_is_said_once_each_time(said: Said) -> None:
    report = People([Path("/home/anna/Photos")], key="5d0e" * 4, start="dx --profile here")
    report(Connected(BOB, "123456"))
    report(Offered(offer()))
    for _ in range(2):
        report(StageChanged(Stage.MOVING))
        for _ in range(3):
            report(StageChanged(Stage.RECONNECTING))
            report(StageChanged(Stage.CONNECTING))
    report(StageChanged(Stage.INTERRUPTED, ConnectionLost("Bob")))
    report.failed(ConnectionLost("Bob"))
    out, err = said()
    assert not out
    assert err == [
        *["The connection was lost. Trying again …"] * 2,
        str(ConnectionLost("Bob")),
        "To go on: dx --profile here resume 5d0e5d0e",
    ]


def test_what_failed_can_be_sent_again(said: Said) -> None:
    report = People([Path("/home/anna/Photos")], key="5d0e" * 4)
    report(Finished(files=1, failed=1, total_bytes=3000, seconds=2.0))
    assert said()[1][-1] == "To send what failed again: desktopxfer resume 5d0e5d0e"


def test_who_goes_on_is_said_instead_of_asked(said: Said) -> None:
    for report in (People(), Programs()):
        report(GoesOn("5d0e" * 4))
        report(Connected(BOB, "123456"))
        report(Offered(offer()))
        assert report.key == "5d0e" * 4
        assert report.transfer_id == offer().transfer_id
    out, err = said()
    assert err == ["Bob (3F2A-91BC) goes on with Photos +1."]
    assert events(out) == [
        {
            "event": "resumed",
            "transfer": offer().transfer_id,
            "from": "Bob",
            "device_id": BOB.device_id,
            "kind": "files",
            "files": 2,
            "bytes": 3012,
        }
    ]


def test_how_the_program_is_started_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started = tmp_path / "a clone" / "desktopxfer"
    started.parent.mkdir()
    started.touch(mode=0o755)
    monkeypatch.setattr(sys, "argv", [str(started)])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reporting.program() == f"'{started}'"
    monkeypatch.setenv("PATH", str(started.parent))
    assert reporting.program() == "desktopxfer"
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert reporting.program().endswith(" -m desktopxfer")


def test_a_receiver_is_told_who_and_where(said: Said) -> None:
    report = People()
    report.offered(offer(), "123456")
    report(Offered(offer()))
    report(Finished(files=2, failed=0, total_bytes=3012, seconds=0.0, paths=(Path("/in/Photos"),)))
    out, err = said()
    assert out == ["/in/Photos"]
    assert err[0] == "Bob (3F2A-91BC, code 123 456) offers Photos +1: 2 files, 3.0 kB."


def test_nothing_that_a_peer_says_steers_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = People()
    report(Connected(EVE, "123456"))
    hostile = Offer("9c01" * 8, EVE, [Entry(-1, f"{ESC}red\r.txt", EntryKind.FILE, 1)])
    report.offered(hostile, "123456")
    report(Offered(hostile))
    report.code(EVE, "123456")
    report.failed(ConnectionLost(EVE.name))
    report(EntriesSkipped((Unreadable(f"{ESC}\u202ea\nb"),)))
    report(Finished(files=1, failed=0, total_bytes=1, seconds=1, paths=(Path(f"/in/{ESC}a\r"),)))
    reporting.device(Device("", f"{ESC}Eve", "", (EVE.address,), online=True), as_json=False)
    reporting.identity("e" * 64, f"{ESC}Eve", Path("/p"), as_json=False)
    captured = capsys.readouterr()
    assert (captured.out + captured.err).replace("\n", "").isprintable()
    assert len((captured.out + captured.err).splitlines()) == 10


def test_a_list_of_devices_tells_who_is_blocked(capsys: pytest.CaptureFixture[str]) -> None:
    for trust in Trust:
        listed = Device("e" * 64, "Eve", "", (EVE.address,), online=True, trust=trust)
        reporting.device(listed, as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[2] for line in lines] == ["new", "trusted", "blocked"]


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (99_949, "99.9 kB"),
        (99_950, "100 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (4_831_838_208, "4.8 GB"),
        (2**63, "9223 PB"),
    ],
)
def test_sizes_are_those_of_the_window(count: int, shown: str) -> None:
    assert reporting.size(count) == shown


@pytest.mark.parametrize(
    ("host", "shown"),
    [("::", "port 26710"), ("0.0.0.0", "port 26710"), ("::1", "[::1]:26710")],
)
def test_everywhere_is_not_shown_as_an_address(said: Said, host: str, shown: str) -> None:
    reporting.listening(Address(host), "3f2a91bc" * 8, as_json=False)
    assert said()[1] == [f"Listening at {shown} as 3F2A-91BC. Ctrl+C ends it."]


# For programs -----------------------------------------------------------------------------------


def test_every_event_is_one_line_of_ascii(said: Said) -> None:
    report = Programs([Path("/home/anna/\u0436\udcff")])
    report.offered(offer(EVE), "123456")
    report(Offered(offer(EVE)))
    report(Progress(1, 2, 3.7))
    report(EntriesEnded(((1, Damaged("Photos/sea.jpg")),)))
    report(Finished(files=1, failed=1, total_bytes=12, seconds=1.23456))
    report.failed(ConnectionLost("Bob\n"))
    out, err = said()
    assert not err
    assert all(line.isascii() for line in out)
    kinds = {event["event"]: event for event in events(out)}
    assert kinds["offer"]["from"] == EVE.name
    assert kinds["progress"]["bytes_per_second"] == 4
    assert kinds["entry_failed"]["path"] == f"Photos/{ESC}sea.jpg"
    assert kinds["finished"]["seconds"] == 1.235
    assert kinds["finished"]["paths"] == ["/home/anna/\u0436\udcff"]
    assert kinds["failed"]["error"] == "connection_lost"
    assert {event["transfer"] for event in kinds.values()} == {"9c01" * 8}


def test_lines_of_many_transfers_stay_whole(said: Said) -> None:
    report = Programs()
    report(Offered(offer()))
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: report(Progress(number, 10**6, 1.0)), range(1000)))
    assert {event["done_bytes"] for event in events(said()[0])} == set(range(1000))


# The streams ------------------------------------------------------------------------------------


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("speak", [reporting.answer, reporting.say, reporting.ask, reporting.emit])
def test_output_that_goes_nowhere_is_noticed(
    monkeypatch: pytest.MonkeyPatch, speak: Callable[[str], None]
) -> None:
    with open("/dev/full", "w") as stdout, open("/dev/full", "w") as stderr:
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", stderr)
        with pytest.raises(OutputLost):
            speak("anything")
        reporting.fall_silent()
        speak("to nobody")


def test_closed_streams_are_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    reporting.prepare()
    for report in (People(), Programs()):
        report.offered(offer(), "123456")
        report(Progress(1, 2, 3.0))
        report.failed(DesktopxferError(detail="x"))
    reporting.fall_silent()


def test_a_character_that_the_terminal_lacks_is_shown_by_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    reporting.prepare()
    reporting.answer("\u0436\U0001f600")
    assert buffer.getvalue().split() == [b"\\u0436\\U0001f600"]
