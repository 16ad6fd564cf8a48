"""Names over the wire: into the manifest, onto the disk, in front of the person."""

import contextlib
import os
import re
import unicodedata
from collections.abc import Sequence

import msgspec
import pytest
from blake3 import blake3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktopxfer import errors
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.protocol.framing import frame
from desktopxfer.protocol.messages import (
    End,
    FileEnd,
    FileFailed,
    FileStart,
    FrameType,
    Hello,
    ManifestEnd,
    OfferStart,
    Reveal,
)
from desktopxfer.transfer.names import DEPTH_LIMIT
from desktopxfer.transfer.progress import EntriesEnded, Finished
from tests.hostile.harness import (
    FILE,
    FOLDER,
    NONCE,
    Target,
    attacker,
    file,
    folder,
    greeted,
    hello,
    offer,
    offered_and_accepted,
)
from tests.transfer.engine import DEADLINE_S
from tests.transfer.test_names import CLIMBING, HARMLESS

EMPTY = blake3(b"").digest()
# What must reach neither disk nor screen: controls, bidi controls, what is invisible.
HARMFUL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

# hostile.md's list, beyond what tests/transfer/test_names.py has.
SANITISED = [
    "\x1b]0;owned\x07",
    "\x1b[2J",
    "two\nlines",
    "\r",
    "tab\tbed",
    "\x9b31m",
    "<img src=x width=99999 height=99999>",
    "<b>bold",
    "&amp;",
    "invoice\u202efdp.exe",
    "\u2066isolated",
    "zero\u200bwidth",
    "\ufeffmark",
    "NUL.txt",
    "COM\u00b9",
    "CONIN$",
    "trailing.",
    "trailing ",
    "file:stream",
    "e\u0301",
    "\u00e9",
    "stra\u00dfe",
    "STRASSE",
    "\u212a",
    "K",
    "k",
    "a" + "\u0301" * 300,
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian needs its ZWNJ
    "\U0001f469\u200d\U0001f4bb",  # and this emoji its ZWJ
    "x" * 300 + ".tar.gz",
    ".bashrc",
    "authorized_keys",
    "a.desktop",
]


def packed(name: str) -> bytes:
    """A text as msgpack, lone surrogates and all, which no honest encoder writes."""
    content = name.encode("utf-8", "surrogatepass")
    return b"\xdb" + len(content).to_bytes(4) + content


def raw_offer(rows: Sequence[tuple[int, str, EntryKind]]) -> bytes:
    """The frames that offer entries with any names."""
    page = b"\x81" + msgspec.msgpack.encode("entries") + b"\xdd" + len(rows).to_bytes(4)
    for parent, name, kind in rows:
        page += b"\x93" + msgspec.msgpack.encode(parent) + packed(name) + bytes([kind])
    start = OfferStart(bytes(16), len(rows), 0)
    end = ManifestEnd(blake3(page).digest())
    return b"".join(
        (
            frame(FrameType.OFFER, msgspec.msgpack.encode(start)),
            frame(FrameType.MANIFEST_PAGE, page),
            frame(FrameType.MANIFEST_END, msgspec.msgpack.encode(end)),
        )
    )


@pytest.mark.parametrize("name", CLIMBING)
@pytest.mark.parametrize("kind", EntryKind, ids=lambda kind: kind.name.lower())
@pytest.mark.parametrize("parent", [TOP, 0], ids=["top", "within"])
def test_a_climbing_name_refuses_the_whole_offer(
    target: Target, name: str, kind: EntryKind, parent: int
) -> None:
    """LocalSend CVE-2025-27142, NearDrop: never rewritten into something that looks harmless."""
    with greeted(target) as mallory:
        mallory.say(raw_offer([(TOP, "honest", FOLDER), (parent, name, kind)]))
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, errors.UnsafeName | errors.ProtocolViolation)
    assert not HARMFUL.search(str(outcome))
    assert not target.was_asked
    assert target.saved == []


def test_odd_names_arrive_as_the_person_was_shown_them(target: Target) -> None:
    """What is not refused is sanitised before anybody is asked: the dialog shows the final name."""
    odd = list(dict.fromkeys([*HARMLESS, *SANITISED]))
    entries = [folder("folder"), *(file(name, 0, 0) for name in odd)]
    with greeted(target) as mallory:
        offered_and_accepted(mallory, *entries)
        shown, _, _ = target.bob.offers.get(timeout=DEADLINE_S)
        for index in range(1, len(entries)):
            mallory.say(FileStart(index), FileEnd(EMPTY, 0))
        mallory.say(End())
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, Finished)
    assert (outcome.files, outcome.failed) == (len(odd), 0)
    on_disk = os.listdir(target.into / "folder")
    assert sorted(on_disk) == sorted(entry.name for entry in shown.entries[1:])
    assert [name for name in on_disk if HARMFUL.search(name) or len(name.encode()) > 255] == []
    assert "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645" in on_disk


@pytest.mark.parametrize(
    "entries",
    [
        [folder("d", parent=index - 1) for index in range(DEPTH_LIMIT + 1)],
        [folder("x" * 255, parent=index - 1) for index in range(17)],
        [file("a", parent=5)],
        [file("a", parent=0)],
        [file("a"), file("within a file", parent=0)],
        [file("same"), folder("same")],
    ],
    ids=["depth", "length", "later parent", "own parent", "file as folder", "both"],
)
def test_an_impossible_tree_is_refused(target: Target, entries: list[Entry]) -> None:
    with greeted(target) as mallory:
        mallory.say(*offer(*entries))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert not target.was_asked


anything = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    [name for name in (*CLIMBING, *HARMLESS, *SANITISED) if name.isprintable()]
)
rows = st.lists(
    st.tuples(st.integers(-1, 4), anything, st.sampled_from(EntryKind)), min_size=1, max_size=6
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_no_tree_leaves_the_destination(
    target: Target, tree: list[tuple[int, str, EntryKind]]
) -> None:
    """Any names and parents at all: refused, or saved below the destination and nowhere else."""
    with greeted(target) as mallory:
        mallory.say(raw_offer(tree))
        with contextlib.suppress(errors.DesktopxferError):
            for index, (_, _, kind) in enumerate(tree):
                if kind is FILE:
                    mallory.say(FileStart(index), FileEnd(EMPTY, 0))
            mallory.say(End())
        outcome = target.fate_of(mallory)
    if isinstance(outcome, Finished):
        assert outcome.failed == 0
        assert all(path.parent == target.into for path in outcome.paths)
        assert len(target.saved) >= len(tree)
    else:
        assert isinstance(outcome, errors.UnsafeName | errors.ProtocolViolation)
    assert [name for name in target.saved if HARMFUL.search(name)] == []
    target.clear()
    target.was_asked  # noqa: B018 - forgets


# The name of the device itself --------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in SANITISED if len(name) <= 256] + ["", " "])
def test_the_name_of_a_device_is_one_plain_line(target: Target, name: str) -> None:
    """Syncthing CVE-2022-46165: markup in the name of a device."""
    target.decide = target.unanswered
    with attacker(target) as mallory:
        introduction = hello(name)
        platform = Hello(introduction.versions, name, name, introduction.commitment)
        mallory.say(platform, Reveal(NONCE), *offer(file("a")))
        shown, _, _ = target.bob.offers.get(timeout=DEADLINE_S)
    target.outcome()
    for text in (shown.peer.name, shown.peer.platform):
        assert not HARMFUL.search(text)
        assert len(text) <= 64
    assert shown.peer.name.strip()
    assert all(unicodedata.category(char) != "Cs" for char in shown.peer.name)


def test_a_reason_names_what_the_person_was_shown(target: Target) -> None:
    """Why an entry failed is told with its final name, not with what the sender called it."""
    with greeted(target) as mallory:
        offered_and_accepted(mallory, folder("\u202egpj.\x1b[2J"), file("\u202egpj.\x1b[2J", 0, 0))
        mallory.say(FileFailed(1, "vanished"), End())
        assert isinstance(target.fate_of(mallory), Finished)
    (reason,) = [
        error
        for event in target.bob.events
        if isinstance(event, EntriesEnded)
        for _, error in event.results
    ]
    assert "gpj._[2J is no longer there." in str(reason)
    assert not HARMFUL.search(str(reason))
