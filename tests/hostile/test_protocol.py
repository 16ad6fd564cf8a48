"""Sizes, numbers and frames that no honest sender says, after the person has accepted or before."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from blake3 import blake3

from desktopxfer import errors
from desktopxfer.device import Address
from desktopxfer.offer import MAX_ENTRIES, TOP, Entry
from desktopxfer.protocol.framing import HEADER, encode, frame
from desktopxfer.protocol.messages import (
    Accept,
    End,
    FileEnd,
    FileFailed,
    FileStart,
    FrameType,
    ManifestEnd,
    ManifestPage,
    OfferStart,
    Reveal,
)
from desktopxfer.protocol.session import Role
from desktopxfer.transfer.progress import Finished
from tests.command_line import Receiver
from tests.hostile.harness import (
    FOLDER,
    MALLORY,
    NONCE,
    Attacker,
    Target,
    connected,
    data,
    file,
    folder,
    greeted,
    hello,
    offer,
    offered_and_accepted,
)
from tests.protocol.link import SAMPLES
from tests.transfer.engine import DEADLINE_S, new_device

DIGEST = blake3(b"12345").digest()

# After acceptance ---------------------------------------------------------------------------------


def to_files(_mallory: Attacker) -> None:
    """Between two files."""


def to_file(mallory: Attacker) -> None:
    """Inside a file."""
    mallory.say(FileStart(0), data(b"12"))


def to_end(mallory: Attacker) -> None:
    """After the last file."""
    mallory.say(FileStart(0), data(b"12345"), FileEnd(DIGEST, 0), FileFailed(1, "vanished"), End())


@pytest.mark.parametrize("way", [to_files, to_file, to_end], ids=lambda way: way.__name__)
@pytest.mark.parametrize("kind", FrameType, ids=lambda kind: kind.name)
def test_no_frame_out_of_order_saves_anything(
    target: Target, way: Callable[[Attacker], None], kind: FrameType
) -> None:
    """Early, repeated and foreign frames while files are coming: at most whole ones are saved."""
    sample = SAMPLES[kind]
    said = data(sample) if isinstance(sample, bytes) else encode(sample)
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("a", 5), file("b", 3))
        way(mallory)
        mallory.say(said, said)
        outcome = target.fate_of(mallory)
    if way is to_end:  # it is over for the receiver: nothing is read any more
        assert isinstance(outcome, Finished)
        assert target.saved == ["a"]
    elif kind is FrameType.CANCEL:
        assert isinstance(outcome, errors.CancelledThere)
    else:
        assert isinstance(outcome, errors.ProtocolViolation)
    assert set(target.saved) <= {"a"}


LIES = {
    "fewer bytes": (FileStart(0), data(b"1234"), FileEnd(blake3(b"1234").digest(), 0)),
    "one byte more": (FileStart(0), data(b"123456")),
    "more in a second piece": (FileStart(0), data(b"12345"), data(b"6")),
    "an offset nobody asked for": (FileStart(0, 2), data(b"345"), FileEnd(DIGEST, 0)),
    "an offset of 2^63": (FileStart(0, 2**63 - 1),),
    "the second file first": (FileStart(1), data(b"12345")),
    "a failure of another file": (FileStart(0), FileFailed(1, "vanished")),
    "the end before the files": (End(),),
    "the end inside a file": (FileStart(0), data(b"12"), End()),
    "a file inside a file": (FileStart(0), FileStart(1)),
    "another offer": (OfferStart(bytes(16), 1, 0),),
    "an empty piece": (FileStart(0), HEADER.pack(FrameType.DATA, 0) * 1000),
    "an unknown frame": (b"\x00\x00\x00\x00\x00",),
    "a frame type of 255": (b"\xff\x00\x00\x00\x00",),
    "a huge piece": (FileStart(0), HEADER.pack(FrameType.DATA, 2**32 - 1)),
}


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_about_a_file_saves_anything(target: Target, lie: str) -> None:
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("a", 5), file("b", 5))
        mallory.say(*LIES[lie])
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert target.saved == []


def test_a_wrong_hash_loses_this_file_alone(target: Target) -> None:
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("a", 5), file("b", 5))
        mallory.say(FileStart(0), data(b"12345"), FileEnd(bytes(32), 0))
        mallory.say(FileStart(1), data(b"12345"), FileEnd(DIGEST, 0), End())
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, Finished)
    assert (outcome.files, outcome.failed) == (1, 1)
    assert target.saved == ["b"]


# Before acceptance --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entries", "total", "count"),
    [
        ([file("a", 5)], 4, None),
        ([file("a", 5)], 6, None),
        ([file("a", 5)], 0, None),
        ([file("a", 2**62), file("b", 2**62)], 2**63 - 1, None),
        ([file("a")], 0, 2),
        ([file("a"), file("b")], 0, 1),
        ([file("a")], 0, 0),
        ([file("a")], 0, MAX_ENTRIES + 1),
        ([Entry(TOP, "a", FOLDER, 5)], 5, None),
    ],
)
def test_a_total_is_the_sum_and_a_count_the_number(
    target: Target, entries: list[Entry], total: int, count: int | None
) -> None:
    start, *rest = offer(*entries, total=total)
    if count is not None:
        start = OfferStart(bytes(16), count, total)
    with greeted(target) as mallory:
        mallory.say(start, *rest)
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert not target.was_asked


NOT_NUMBERS = [True, False, 1.0, float("nan"), float("inf"), -0.0, "1", b"1", None, [], {}, [[1]]]


@pytest.mark.parametrize("value", NOT_NUMBERS, ids=repr)
@pytest.mark.parametrize("place", ["entries", "total_bytes", "size", "mtime", "parent"])
def test_only_an_integer_is_an_integer(target: Target, place: str, value: object) -> None:
    row: list[object] = [TOP, "a", 0, 0, 0]
    start: dict[str, object] = {"transfer_id": bytes(16), "entries": 1, "total_bytes": 0}
    if place in start:
        start[place] = value
    else:
        row[{"parent": 0, "size": 3, "mtime": 4}[place]] = value
    page = msgspec.msgpack.encode({"entries": [row]})
    with greeted(target) as mallory:
        mallory.say(frame(FrameType.OFFER, msgspec.msgpack.encode(start)))
        mallory.say(frame(FrameType.MANIFEST_PAGE, page), ManifestEnd(blake3(page).digest()))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert not target.was_asked


@pytest.mark.parametrize("kind", sorted(set(FrameType) - {FrameType.DATA}), ids=lambda k: k.name)
def test_deep_nesting_and_empty_frames_are_refused(target: Target, kind: FrameType) -> None:
    deep = b"\x91" * 60 + b"\x90"
    for payload in (b"", deep):
        with greeted(target) as mallory:
            mallory.say(HEADER.pack(kind, len(payload)) + payload)
            assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)


def test_endless_pages_end_at_the_announced_count(target: Target) -> None:
    page = encode(ManifestPage((file("a"),)))
    with greeted(target) as mallory:
        mallory.say(OfferStart(bytes(16), 10, 0), page * 1000)
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, errors.ProtocolViolation)
    assert outcome.detail == "more entries than announced"


def test_an_offer_is_asked_about_each_time(target: Target) -> None:
    """Replayed: the same bytes are an old acceptance for nobody else, nor for anything else.

    From the same device they go on with what was accepted: of that, nothing is missing.
    """
    words = offer(file("a", 5))
    with greeted(target) as mallory:
        mallory.conversation.send(*words)
        mallory.conversation.expect(Accept)
        mallory.say(FileStart(0), data(b"12345"), FileEnd(DIGEST, 0), End())
        assert isinstance(target.fate_of(mallory), Finished)
    assert target.was_asked
    target.decide = target.unanswered
    start, page, end = words
    for local, again in (
        (MALLORY, offer(file("b", 5))),
        (MALLORY, [msgspec.structs.replace(start, transfer_id=b"1" * 16), page, end]),
        (new_device("Trudy"), words),
    ):
        with greeted(target, local) as mallory:
            mallory.say(*again)
            target.bob.offers.get(timeout=DEADLINE_S)
            mallory.say(FileStart(0), data(b"12345"))  # as if it had been accepted again
            assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    with greeted(target) as mallory:
        mallory.conversation.send(*words)
        assert mallory.conversation.expect(Accept) == Accept(b"\0", b"\1")
        mallory.say(FileStart(0), data(b"12345"))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert not target.was_asked
    assert target.saved == ["a"]


@pytest.mark.parametrize(
    ("versions", "reason"),
    [((2,), errors.UpdateHere), ((0,), errors.UpdateThere), ((2**31 - 1, 0), errors.UpdateHere)],
)
def test_another_version_is_one_clear_sentence(
    target: Target, versions: tuple[int, ...], reason: type[errors.DesktopxferError]
) -> None:
    with Attacker(connected(target.address), MALLORY, Role.SENDER) as mallory:
        mallory.handshake()
        mallory.say(hello(versions=versions))
        outcome = target.fate_of(mallory)
    assert type(outcome) is reason
    assert "Update desktopxfer" in str(outcome)


@pytest.mark.parametrize("nonce", [bytes(32), bytes(31) + b"\x01"])
def test_a_nonce_that_was_not_committed_to_is_refused(target: Target, nonce: bytes) -> None:
    with Attacker(connected(target.address), MALLORY, Role.SENDER) as mallory:
        mallory.handshake()
        mallory.say(hello(), Reveal(nonce))
        outcome = target.fate_of(mallory)
    assert nonce != NONCE
    assert isinstance(outcome, errors.ProtocolViolation)


# Memory -------------------------------------------------------------------------------------------

MIB = 1024 * 1024


def peak_bytes(program: Receiver) -> int:
    """The most memory that the process has had resident so far."""
    status = Path(f"/proc/{program.process.pid}/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) * 1024


def raw_sender(program: Receiver) -> Attacker:
    mallory = Attacker(connected(Address.parse(program.target)), MALLORY, Role.SENDER)
    mallory.greet()
    return mallory


needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@needs_proc
def test_a_name_of_5_mb_and_frames_of_4_gib_take_no_memory(tmp_path: Path) -> None:
    """Syncthing CVE-2022-46165, croc 2026: refused by the header, at whatever it claims."""
    long_name = msgspec.msgpack.encode({"entries": [[TOP, "x" * 5_000_000, 0]]})
    fits = msgspec.msgpack.encode({"entries": [[TOP, "x" * 500_000, 0]]})
    with Receiver(tmp_path, "--accept", "everyone") as program:
        with raw_sender(program) as mallory:  # everything is loaded
            mallory.say(OfferStart(bytes(16), 1, 0))
        before = peak_bytes(program)
        for words in (
            HEADER.pack(FrameType.MANIFEST_PAGE, len(long_name)) + long_name,
            HEADER.pack(FrameType.MANIFEST_PAGE, 2**32 - 1) + long_name,
            frame(FrameType.MANIFEST_PAGE, fits) + encode(ManifestEnd(blake3(fits).digest())),
        ):
            for _ in range(5):
                with raw_sender(program) as mallory:
                    mallory.say(OfferStart(bytes(16), 1, 0), words)
                    assert isinstance(mallory.last_words(), errors.DesktopxferError)
        grown = peak_bytes(program) - before
        program.stop()
    assert grown < 32 * MIB


@needs_proc
@pytest.mark.slow
def test_a_million_entries_take_bounded_memory(tmp_path: Path) -> None:
    """The longest list that there may be, from a stranger, before anyone has accepted anything.

    300 bytes an entry: the entry itself, and for a moment its place among the names seen so far.
    """
    entries = [folder("d"), *(file(f"{number:020}", 0, 0) for number in range(1_000_000 - 1))]
    words = b"".join(encode(message) for message in offer(*entries))
    del entries
    with Receiver(tmp_path, "--accept", "ask") as program:
        with raw_sender(program) as mallory:
            mallory.say(OfferStart(bytes(16), 1, 0))
        before = peak_bytes(program)
        with raw_sender(program) as mallory:
            sending = threading.Thread(target=mallory.channel.send, args=(words,))
            sending.start()
            sending.join(DEADLINE_S)
            program.event("offer", files=999_999)
            grown = peak_bytes(program) - before
        program.stop()
    print(f"a million entries, {len(words) / 1e6:.0f} MB on the wire: {grown / MIB:.0f} MiB more")
    assert grown < 512 * MIB
