"""Texts and pasted pictures: sent without a file of the user's, kept only while they are of use."""

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktopxfer import errors
from desktopxfer.offer import MAX_TEXT_BYTES, Decision, Kind, Offer
from desktopxfer.settings import Profile
from desktopxfer.transfer.clippings import (
    LASTS_S,
    STRANGERS_LAST_S,
    Clipping,
    Clippings,
    lasts,
    read_text,
)
from desktopxfer.transfer.memory import Memory
from desktopxfer.transfer.progress import Direction, EntriesEnded, Finished, Progress, Stage
from desktopxfer.transfer.shipment import Shipment
from desktopxfer.transfer.store import Record
from tests.transfer.engine import ReceivingDevice, SendingDevice

KEY = "0123456789abcdef"
SECRET = "correct horse\nbattery staple\n"


@pytest.fixture
def alice() -> Iterator[SendingDevice]:
    with SendingDevice() as alice:
        yield alice


@pytest.fixture
def bob(tmp_path: Path) -> Iterator[ReceivingDevice]:
    """He keeps texts in his profile, as the window does; anything else goes into a folder."""

    profile = Profile(tmp_path / "bob")
    kept = Clippings(profile).folder(KEY)

    def decide(offer: Offer) -> Decision:
        return Decision(kept if offer.kind is Kind.TEXT else tmp_path / "into")

    with ReceivingDevice(tmp_path, decide, profile) as bob:
        bob.key = KEY
        yield bob


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_text_arrives_and_the_sender_keeps_nothing_of_it(
    alice: SendingDevice, bob: ReceivingDevice
) -> None:
    clipping = Clipping.of_text(SECRET)
    alice.send(clipping, bob.device)
    finished = bob.outcome()
    assert isinstance(finished, Finished)
    [file] = finished.paths
    assert file.name == clipping.name
    assert read_text(file) == SECRET
    assert bob.offers.get_nowait()[0].kind is Kind.TEXT
    assert alice.memory.clippings.files(alice.key) == ()
    assert b"horse" not in everything_in(alice.profile.root)


def test_neither_history_has_a_word_of_it(
    alice: SendingDevice, bob: ReceivingDevice, tmp_path: Path
) -> None:
    alice.send(Clipping.of_text(SECRET), bob.device)
    bob.outcome()
    for memory in (alice.memory, bob.memory):
        [record] = memory.store.records()
        assert record.kind is Kind.TEXT
        assert record.title.startswith("Text 2")
        assert memory.store.records(search="horse") == []
    bob.memory.forget(KEY)
    assert b"horse" not in everything_in(tmp_path / "bob")


def test_only_the_owner_may_look(alice: SendingDevice, bob: ReceivingDevice) -> None:
    alice.send(Clipping.of_text(SECRET), bob.device)
    bob.outcome()
    folder = bob.memory.clippings.folder(KEY)
    alice.memory.clippings.keep(KEY, Clipping.of_text(SECRET))
    for private in (folder, folder.parent, *(alice.profile.root / "clippings").rglob("*")):
        assert stat.S_IMODE(private.stat().st_mode) & 0o077 == 0


def test_a_picture_is_a_file_to_the_other_side(
    alice: SendingDevice, bob: ReceivingDevice, tmp_path: Path
) -> None:
    alice.send(Clipping.of_picture(b"\x89PNG"), bob.device)
    finished = bob.outcome()
    assert isinstance(finished, Finished)
    [file] = finished.paths
    assert file.parent == tmp_path / "into"
    assert file.name.startswith("Picture 2")
    assert file.read_bytes() == b"\x89PNG"
    assert bob.offers.get_nowait()[0].kind is Kind.FILES


@pytest.mark.parametrize("answer", [Decision(None), None])
def test_declined_or_cancelled_it_leaves_nothing(
    alice: SendingDevice, tmp_path: Path, answer: Decision | None
) -> None:
    def decide(_offer: Offer) -> Decision | None:
        if answer is None:
            alice.control.cancel()
        return answer

    with ReceivingDevice(tmp_path, decide) as bob:
        with pytest.raises((errors.Declined, errors.Cancelled)):
            alice.send(Clipping.of_text(SECRET), bob.device)
    assert b"horse" not in everything_in(alice.profile.root)


def test_what_waits_for_a_device_survives_a_restart(bob: ReceivingDevice, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "alice")
    memory = Memory(profile)
    clipping = Clipping.of_text(SECRET)
    shipment = Shipment.new(memory, clipping, bob.device, stage=Stage.QUEUED)
    memory.close()
    with SendingDevice(profile) as alice:
        alice.resume(bob.device, key=shipment.key)
        finished = bob.outcome()
        assert isinstance(finished, Finished)
        assert read_text(finished.paths[0]) == SECRET
        assert alice.memory.clippings.files(shipment.key) == ()


def test_it_goes_on_where_it_stopped(
    alice: SendingDevice, bob: ReceivingDevice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktopxfer.transfer.progress.INTERVAL_S", 0.0)
    clipping = Clipping.of_text("a word and another one\n" * 40_000)

    def pause(event: object) -> None:
        if isinstance(event, Progress) and event.done_bytes:
            alice.control.pause()

    with pytest.raises(errors.Paused):
        alice.send(clipping, bob.device, on_event=pause)
    assert isinstance(bob.outcome(), errors.PausedThere)
    alice.resume(bob.device)
    finished = bob.outcome()
    assert isinstance(finished, Finished)
    assert read_text(finished.paths[0]) == clipping.text
    assert bob.offers.qsize() == 1  # asked once
    assert alice.memory.clippings.files(alice.key) == ()


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"latin \xe9", b"\xed\xa0\x80", b"\xc0\xaf", b"\xe2\x82", b"\xf5\x80"]
)
def test_what_is_not_utf_8_is_no_text(
    alice: SendingDevice, bob: ReceivingDevice, content: bytes
) -> None:
    finished = alice.send(Clipping("a.txt", content, Kind.TEXT), bob.device)
    assert finished.failed == 1
    [error] = [
        error
        for event in alice.events
        if isinstance(event, EntriesEnded)
        for _, error in event.results
    ]
    assert isinstance(error, errors.NotText)
    assert isinstance(bob.outcome(), Finished)
    assert bob.memory.clippings.files(KEY) == ()


def test_anything_else_in_utf_8_is_one(alice: SendingDevice, bob: ReceivingDevice) -> None:
    text = "\0\x1b[31m\u202e<b>\r\r\n\ufeff\U0010ffff" + "x" * 1_000_000
    alice.send(Clipping.of_text(text), bob.device)
    finished = bob.outcome()
    assert isinstance(finished, Finished)
    assert read_text(finished.paths[0]) == text


def test_a_text_has_1_mib_at_most(alice: SendingDevice, bob: ReceivingDevice) -> None:
    assert len(Clipping.of_text("x" * MAX_TEXT_BYTES).content) == MAX_TEXT_BYTES
    with pytest.raises(errors.TextTooLong):
        Clipping.of_text("x" * (MAX_TEXT_BYTES + 1))
    with pytest.raises(errors.TextTooLong):
        Clipping.of_text("é" * (MAX_TEXT_BYTES // 2 + 1))
    too_long = Clipping("a.txt", b"x" * (MAX_TEXT_BYTES + 1), Kind.TEXT)
    with pytest.raises(errors.TextTooLong):
        alice.send(too_long, bob.device)


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_an_empty_text_is_nothing(text: str) -> None:
    with pytest.raises(errors.NothingToSend):
        Clipping.of_text(text)


def test_a_file_that_grew_or_is_gone_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with pytest.raises(errors.TextGone):
        read_text(file)
    file.write_bytes(b"x" * (MAX_TEXT_BYTES + 1))
    with pytest.raises(errors.TextTooLong):
        read_text(file)


def record(stage: Stage, direction: Direction = Direction.SENDING, **fields: object) -> Record:
    return replace(
        Record(key=KEY, direction=direction, stage=stage, changed=1e9, kind=Kind.TEXT), **fields
    )


@pytest.mark.parametrize(
    ("remembered", "now", "after_a_week"),
    [
        (record(Stage.QUEUED), True, True),
        (record(Stage.INTERRUPTED), True, True),
        (record(Stage.FINISHED), False, False),
        (record(Stage.FINISHED, failed=1), True, False),
        (record(Stage.FAILED), True, False),
        (record(Stage.CANCELLED), False, False),
        (record(Stage.DECLINED), False, False),
        (record(Stage.INTERRUPTED, Direction.RECEIVING), True, True),
        (record(Stage.FINISHED, Direction.RECEIVING), True, False),
        (record(Stage.CANCELLED, Direction.RECEIVING), False, False),
        (record(Stage.FAILED, Direction.RECEIVING), False, False),
    ],
)
def test_how_long_it_lasts(remembered: Record, now: bool, after_a_week: bool) -> None:
    assert lasts(remembered, 1e9 + 1) is now
    assert lasts(remembered, 1e9 + LASTS_S + 1) is after_a_week


def test_a_start_sweeps_what_nobody_needs(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    memory = Memory(profile)
    for key, stage in {"queued": Stage.QUEUED, "cancelled": Stage.CANCELLED}.items():
        memory.store.add(Record(key=key, direction=Direction.SENDING, stage=stage))
        memory.clippings.keep(key, Clipping.of_text(key))
    for key in ("fresh", "stray"):
        memory.clippings.keep(key, Clipping.of_text(key))
    long_ago = time.time() - STRANGERS_LAST_S - 10
    os.utime(memory.clippings.folder("stray"), (long_ago, long_ago))
    memory.close()
    memory = Memory(profile)
    kept = {path.name for path in (tmp_path / "clippings").iterdir()}
    memory.close()
    assert kept == {"queued", "fresh"}


def test_a_text_that_turns_into_files_is_asked_about_again(
    alice: SendingDevice, bob: ReceivingDevice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or a trusted device could fill the profile with a file of any size."""
    monkeypatch.setattr("desktopxfer.transfer.progress.INTERVAL_S", 0.0)

    def pause(event: object) -> None:
        if isinstance(event, Progress) and event.done_bytes:
            alice.control.pause()

    with pytest.raises(errors.Paused):
        alice.send(Clipping.of_text("x" * 900_000), bob.device, on_event=pause)
    assert isinstance(bob.outcome(), errors.PausedThere)
    alice.memory.store.change(alice.key, kind=Kind.FILES)
    bob.key = "f" * 16
    alice.resume(bob.device)
    finished = bob.outcome()
    assert isinstance(finished, Finished)
    assert finished.paths[0].parent == tmp_path / "into"
    assert [bob.offers.get_nowait()[0].kind for _ in range(2)] == [Kind.TEXT, Kind.FILES]
