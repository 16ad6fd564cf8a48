"""A hostile receiver: what it can make an honest sender send, and how it can make it fail."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from desktopxfer import errors
from desktopxfer.protocol.framing import encode
from desktopxfer.protocol.messages import (
    Accept,
    Decline,
    FileResults,
    FrameType,
    ManifestEnd,
    Message,
    Receipt,
    Result,
    ResumePoint,
    ResumePoints,
)
from desktopxfer.protocol.session import State, entry_bits, wanted_bits
from desktopxfer.transfer.progress import Event, Finished, Stage, StageChanged
from tests.hostile.harness import ALICE, Attacker, data, hostile_receiver, picture, welcome
from tests.protocol.link import SAMPLES
from tests.transfer.engine import send

DIGEST = bytes(32)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two files that are offered, in a folder beside one that is not."""
    folder = tmp_path / "offered"
    (folder / "empty").mkdir(parents=True)
    (folder / "a").write_bytes(b"a" * 1000)
    (folder / "b").write_bytes(b"b" * 3_000_000)
    (tmp_path / "secret").write_text("never offered")
    return folder


def sent_to(source: Path, behave: Callable[[Attacker], None]) -> Finished | errors.DesktopxferError:
    """How sending to a device that behaves like this ends. The source stays as it was."""
    before = picture(source.parent)
    stages: list[Stage] = []

    def on_event(event: Event) -> None:
        if isinstance(event, StageChanged):
            stages.append(event.stage)

    outcome: Finished | errors.DesktopxferError
    with hostile_receiver(behave) as device:
        try:
            outcome = send([source], device, local=ALICE, on_event=on_event)
        except errors.DesktopxferError as error:
            outcome = error
    assert picture(source.parent) == before
    return outcome


def take_offer(mallory: Attacker) -> None:
    while not isinstance(mallory.conversation.next(), ManifestEnd):
        pass


def hear_out(mallory: Attacker) -> bytes:
    """Everything that still comes, as bytes."""
    heard = bytearray()
    with contextlib.suppress(errors.ConnectionLost):
        while True:
            heard += mallory.channel.receive()
    return bytes(heard)


# What was not offered -----------------------------------------------------------------------------

ENTRIES = 4  # offered, a, b, empty
NOT_A = wanted_bits(ENTRIES, frozenset({1}))
ALL = wanted_bits(ENTRIES, frozenset())


def points(*points: tuple[int, int]) -> ResumePoints:
    return ResumePoints(tuple(ResumePoint(entry, offset, DIGEST) for entry, offset in points))


GREEDY: dict[str, list[Message]] = {
    "an entry after the last one": [Accept(b"\xff")],
    "entries far beyond": [Accept(b"\xff" * 1000)],
    "nothing at all": [Accept(b"")],
    "a range of an entry beyond": [points((4, 1)), Accept(ALL)],
    "a range of a folder": [points((0, 1)), Accept(ALL)],
    "a range of an unwanted file": [points((1, 1)), Accept(NOT_A)],
    "a range from beyond the end": [points((1, 1001)), Accept(ALL)],
    "a range from 2^63": [points((1, 2**63 - 1)), Accept(ALL)],
    "two ranges of one file": [points((1, 1), (1, 2)), Accept(ALL)],
    "the same range again and again": [points((1, 1)), points((1, 1)), Accept(ALL)],
    "a saved folder": [Accept(NOT_A, entry_bits(ENTRIES, [0]))],
    "a file that is saved and wanted": [Accept(ALL, entry_bits(ENTRIES, [1]))],
}


@pytest.mark.parametrize("wish", GREEDY)
def test_what_was_not_offered_is_not_sent(source: Path, wish: str) -> None:
    """rsync CVE-2024-12084..12088: ids and offsets of the other side led anywhere in memory."""
    heard = b""

    def ask_for_more(mallory: Attacker) -> None:
        nonlocal heard
        take_offer(mallory)
        mallory.say(*GREEDY[wish])
        heard = hear_out(mallory)

    assert isinstance(sent_to(source, ask_for_more), errors.ProtocolViolation)
    assert b"a" * 10 not in heard
    assert b"never offered" not in heard


# Every frame in every state -----------------------------------------------------------------------


def after_hello(mallory: Attacker) -> None:
    mallory.conversation.next()


def after_reveal(mallory: Attacker) -> None:
    """In the middle of the offer, or at its end: who sends does not stop for it."""
    after_hello(mallory)
    mallory.say(welcome())


def after_offer(mallory: Attacker) -> None:
    after_reveal(mallory)
    mallory.conversation.session.state = State.REVEAL
    take_offer(mallory)


def after_acceptance(mallory: Attacker) -> None:
    after_offer(mallory)
    mallory.say(Accept(ALL))


STATES = [after_hello, after_reveal, after_offer, after_acceptance]


@pytest.mark.parametrize("way", STATES, ids=lambda way: way.__name__)
@pytest.mark.parametrize("kind", FrameType, ids=lambda kind: kind.name)
def test_no_frame_at_any_time_passes_for_success(
    source: Path, way: Callable[[Attacker], None], kind: FrameType
) -> None:
    """Whatever a receiver says and when: the sender ends with a reason, and reads nothing else."""
    sample = SAMPLES[kind]
    said = data(sample) if isinstance(sample, bytes) else encode(sample)

    def behave(mallory: Attacker) -> None:
        way(mallory)
        mallory.say(said, data(b"from the wrong side"))
        hear_out(mallory)

    with hostile_receiver(behave, greets=False) as device:
        with pytest.raises(errors.DesktopxferError) as caught:
            send([source], device, local=ALICE)
    expected: set[type[errors.DesktopxferError]] = {errors.ProtocolViolation}
    if kind is FrameType.CANCEL:
        expected = {errors.CancelledThere}
    elif kind is FrameType.DECLINE and way in {after_reveal, after_offer}:
        expected = {errors.Declined, errors.ProtocolViolation}  # it may come too early
    assert type(caught.value) in expected


@pytest.mark.parametrize("version", [0, 2, 2**31 - 1])
def test_a_version_that_was_not_offered_is_refused(source: Path, version: int) -> None:
    """A downgrade, or an upgrade to what this side does not speak."""

    def behave(mallory: Attacker) -> None:
        after_hello(mallory)
        mallory.say(welcome(version))
        hear_out(mallory)

    with hostile_receiver(behave, greets=False) as device:
        with pytest.raises(errors.ProtocolViolation, match="a version that was not offered"):
            send([source], device, local=ALICE)


@pytest.mark.parametrize(
    "reason", ["", "\x1b[2J", "declined\n", "__class__", "{subject}", "x" * 64]
)
def test_a_reason_is_one_of_ours_or_a_plain_sentence(source: Path, reason: str) -> None:
    """What the other side writes as its reason is never shown."""

    def decline(mallory: Attacker) -> None:
        take_offer(mallory)
        mallory.say(Decline(reason))
        hear_out(mallory)

    outcome = sent_to(source, decline)
    assert type(outcome) is errors.FailedThere
    assert str(outcome) == "Mallory could not go on. Look at its screen for the reason."


def test_a_receipt_before_the_end_is_no_success(source: Path) -> None:
    """The other side claims that everything is saved, before anything was sent or after a part."""

    def claim(mallory: Attacker) -> None:
        take_offer(mallory)
        mallory.say(Accept(ALL), Receipt(2))
        hear_out(mallory)

    def claim_for_others(mallory: Attacker) -> None:
        take_offer(mallory)
        mallory.say(Accept(ALL), FileResults((Result(1), Result(2))))
        hear_out(mallory)

    for behave in (claim, claim_for_others):
        assert isinstance(sent_to(source, behave), errors.ProtocolViolation)
