"""The published flaws of other programs of this kind, replayed on the real listening engine."""

import argparse
import ast
import contextlib
import os
import queue
import re
import socket
import stat
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import msgspec
import pytest
from blake3 import blake3
from OpenSSL import SSL

from desktopxfer import cli, errors
from desktopxfer.device import Address, Device, Trust
from desktopxfer.network import interfaces
from desktopxfer.network.announcement import Found
from desktopxfer.network.channel import tls_context
from desktopxfer.offer import TOP, Decision, Entry, EntryKind
from desktopxfer.protocol.framing import HEADER, encode, frame
from desktopxfer.protocol.messages import (
    Cancel,
    Check,
    Confirm,
    End,
    FileEnd,
    FileStart,
    FrameType,
    ManifestEnd,
    Pair,
    Resume,
    Reveal,
)
from desktopxfer.protocol.session import TRANSITIONS, State
from desktopxfer.transfer.devices import devices_around
from desktopxfer.transfer.progress import Finished
from tests.hostile.harness import (
    ALICE,
    FILE,
    FOLDER,
    NONCE,
    Attacker,
    Target,
    attacker,
    closed_port,
    connected,
    data,
    file,
    folder,
    greeted,
    hello,
    offer,
    offered_and_accepted,
    picture,
)
from tests.network.peers import (
    TLS_RECORD_ALERT,
    TLS_RECORD_HANDSHAKE,
    ForeignTls,
    Server,
    foreign_context,
    forged,
    tcp_pair,
)
from tests.protocol.link import SAMPLES
from tests.transfer.engine import DEADLINE_S, new_device, send

# Quick Share CVE-2024-38272, -10668: an accept dialog that a peer can do without ------------------


def to_hello(_mallory: Attacker, _target: Target) -> None: ...


def to_welcome(mallory: Attacker, _target: Target) -> None:
    mallory.say(hello())  # and does not wait for the answer


def to_reveal(mallory: Attacker, target: Target) -> None:
    to_welcome(mallory, target)
    mallory.conversation.session.state = State.WELCOME
    mallory.conversation.next()


def to_offer(mallory: Attacker, target: Target) -> None:
    to_reveal(mallory, target)
    mallory.say(Reveal(NONCE))


def to_manifest(mallory: Attacker, target: Target) -> None:
    to_offer(mallory, target)
    mallory.say(offer(file("a", 2), file("b", 3))[0])


def to_decision(mallory: Attacker, target: Target) -> None:
    to_offer(mallory, target)
    mallory.say(*offer(file("a", 2), file("b", 3)))
    target.bob.offers.get(timeout=DEADLINE_S)


def to_pairing(mallory: Attacker, target: Target) -> None:
    to_offer(mallory, target)
    mallory.say(Pair())
    target.bob.codes.get(timeout=DEADLINE_S)


def to_sender_confirmed(mallory: Attacker, target: Target) -> None:
    to_pairing(mallory, target)
    mallory.say(Confirm())


def to_receiver_confirmed(mallory: Attacker, target: Target) -> None:
    to_offer(mallory, target)
    mallory.say(Pair())
    _, _, control = target.bob.codes.get(timeout=DEADLINE_S)
    control.confirm(True)
    mallory.conversation.session.state = State.PAIRING
    mallory.conversation.expect(Confirm)


def to_check(mallory: Attacker, target: Target) -> None:
    to_offer(mallory, target)
    mallory.say(Check(closed_port()))


def to_resumption(mallory: Attacker, target: Target) -> None:
    to_offer(mallory, target)
    mallory.say(Resume(bytes(16)))


WAYS = {
    State.HELLO: to_hello,
    State.WELCOME: to_welcome,
    State.REVEAL: to_reveal,
    State.OFFER: to_offer,
    State.MANIFEST: to_manifest,
    State.DECISION: to_decision,
    State.PAIRING: to_pairing,
    State.SENDER_CONFIRMED: to_sender_confirmed,
    State.RECEIVER_CONFIRMED: to_receiver_confirmed,
    State.RESUMPTION: to_resumption,
    State.CHECK: to_check,
}
AFTER_ACCEPTANCE = {State.FILES, State.FILE, State.RECEIPT}


def test_every_state_before_acceptance_is_tried() -> None:
    assert {state for state in TRANSITIONS if not state.final} - WAYS.keys() == AFTER_ACCEPTANCE


@pytest.mark.parametrize("state", WAYS, ids=lambda state: state.name)
@pytest.mark.parametrize("kind", FrameType, ids=lambda kind: kind.name)
def test_nothing_is_written_before_acceptance(
    target: Target, state: State, kind: FrameType
) -> None:
    """Quick Share CVE-2024-38272, -10668: any frame in any state before the person has said yes."""
    sample = SAMPLES[kind]
    said = data(sample) if isinstance(sample, bytes) else encode(sample)
    target.decide = target.unanswered
    with attacker(target) as mallory:
        WAYS[state](mallory, target)
        mallory.say(said, data(b"bytes that nobody wanted"))
        outcome = target.fate_of(mallory)
    if state in {State.RESUMPTION, State.CHECK}:  # answered before all this: "no", and it is over
        assert isinstance(outcome, errors.DesktopxferError | None)
    elif kind is FrameType.CANCEL:
        assert isinstance(outcome, errors.CancelledThere)
    elif (state, kind) == (State.RECEIVER_CONFIRMED, FrameType.CONFIRM):
        assert outcome is None  # paired, and over
    elif (state, kind) in {(State.OFFER, FrameType.RESUME), (State.OFFER, FrameType.CHECK)}:
        assert outcome is None  # nothing is on the way to Mallory, nor does she listen
    else:
        assert isinstance(outcome, errors.ProtocolViolation)
    assert target.saved == []


def test_an_id_that_was_used_ends_the_transfer_and_leaves_nothing(target: Target) -> None:
    """Quick Share CVE-2024-10668: a second payload with the id of the first."""
    content = b"first"
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("a", 5), file("b", 5))
        mallory.say(FileStart(0), data(content), FileEnd(blake3(content).digest(), 0))
        mallory.say(FileStart(0), data(b"other"))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert target.saved == []


# croc CVE-2023-43616, scp CVE-2019-6111, Warpinator, NearDrop: files nobody asked for, files that
# are there already, and links on the way ----------------------------------------------------------


@pytest.mark.parametrize("unasked", [1, 2, 3, 2**31 - 1])
def test_only_what_was_accepted_is_taken(target: Target, unasked: int) -> None:
    """scp CVE-2019-6111: the other side sends what was unticked, a folder, or what never was."""
    target.decide = lambda _offer: Decision(target.into, unwanted=frozenset({1}))
    with greeted(target) as mallory:
        offered_and_accepted(mallory, file("a", 5), file("unticked", 5), folder("folder"))
        mallory.say(FileStart(unasked), data(b"12345"))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert target.saved == []


@pytest.mark.parametrize("kinds", [(FILE, FILE), (FILE, FOLDER), (FOLDER, FOLDER)])
def test_two_entries_of_one_name_are_refused(
    target: Target, kinds: tuple[EntryKind, EntryKind]
) -> None:
    """croc CVE-2023-43616: a second archive entry replaces the first, or goes through it."""
    with greeted(target) as mallory:
        mallory.say(*offer(*(Entry(TOP, "authorized_keys", kind) for kind in kinds)))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert not target.was_asked
    assert target.saved == []


def test_what_is_there_is_never_overwritten_nor_followed(target: Target) -> None:
    """croc CVE-2023-43616, Warpinator CVE-2022-42725: files, links and folders under a name."""
    (target.into / "file").write_text("mine")
    (target.into / "to-file").symlink_to(target.canary / "file")
    (target.into / "to-nowhere").symlink_to(target.canary / "new")
    (target.into / "nested").symlink_to(target.canary, target_is_directory=True)
    with greeted(target) as mallory:
        entries = [file("file", 3), file("to-file", 3), file("to-nowhere", 3), folder("nested")]
        offered_and_accepted(mallory, *entries, file("inside", 3, parent=3))
        for index in (0, 1, 2, 4):
            mallory.say(FileStart(index), data(b"new"), FileEnd(blake3(b"new").digest(), 0))
        mallory.say(End())
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, Finished)
    assert [path.name for path in outcome.paths] == [
        *("file (2)", "to-file (2)", "to-nowhere (2)", "nested (2)")
    ]
    assert (target.into / "file").read_text() == "mine"
    assert (target.into / "nested (2)" / "inside").read_text() == "new"
    assert (target.into / "nested").is_symlink()


@pytest.mark.parametrize("end", ["cancel", "hang up", "wrong digest", "violation"])
def test_an_end_removes_only_what_is_ours(target: Target, end: str) -> None:
    """Warpinator CVE-2023-29380, LocalSend: a transfer that ends early deletes a remote folder."""
    (target.into / "tree" / "empty").mkdir(parents=True)
    (target.into / "tree" / "file").write_text("mine")
    (target.into / ".desktopxfer-000000000000").mkdir()  # of another transfer, or of a crash
    before = picture(target.into / "tree")
    with greeted(target) as mallory:
        offered_and_accepted(mallory, folder("tree"), folder("empty", 0), file("file", 4, 0))
        mallory.say(FileStart(2), data(b"new"))
        match end:
            case "cancel":
                mallory.say(Cancel("cancelled_there"))
            case "hang up":
                mallory.channel.close()
            case "wrong digest":
                mallory.say(data(b"!"), FileEnd(bytes(32), 0), End())
            case _:
                mallory.say(Reveal(NONCE))
        outcome = target.outcome() if end == "hang up" else target.fate_of(mallory)
    assert isinstance(outcome, Finished | errors.DesktopxferError)
    assert picture(target.into / "tree") == before
    (target.into / ".desktopxfer-000000000000").rmdir()


# croc CVE-2023-43619, magic-wormhole CVE-2026-32116, -42448: what may run later -------------------


def test_no_mode_of_a_stranger_reaches_the_disk(target: Target) -> None:
    """setuid, group and the rest do not travel: an element more in a row is ignored."""
    row = [TOP, "tool", 0, 3, 0, True, 0o7777]
    page = msgspec.msgpack.encode({"entries": [row], "mode": 0o7777})
    start, _, _ = offer(file("tool", 3))
    with greeted(target) as mallory:
        mallory.say(start, frame(FrameType.MANIFEST_PAGE, page))
        mallory.say(ManifestEnd(blake3(page).digest()))
        assert target.bob.offers.get(timeout=DEADLINE_S)
        mallory.channel.receive()  # Accept; its own session knows nothing of what it said
        mallory.say(FileStart(0), data(b"run"), FileEnd(blake3(b"run").digest(), 0), End())
        assert isinstance(target.fate_of(mallory), Finished)
    umask = os.umask(0o022)
    os.umask(umask)
    assert stat.S_IMODE((target.into / "tool").stat().st_mode) == 0o777 & ~umask


# croc CVE-2023-43618, LocalSend CVE-2025-54792: what is said before it is known to whom -----------


def records(stream: bytes) -> Iterator[int]:
    """The types of the TLS records that a stream consists of, and of nothing else."""
    while stream:
        kind, major, length = stream[0], stream[1], int.from_bytes(stream[3:5])
        assert major == 3, "not a TLS record"
        yield kind
        stream = stream[5 + length :]


def private_words() -> list[bytes]:
    """What must not travel in clear: this computer's name and addresses, and the device's name."""
    own = [str(address.ip) for address in interfaces.reachable_at("")]
    words = (*own, socket.gethostname(), "Alice", "secret-plan")
    # Shorter ones, such as a computer called `vm`, turn up in random bytes by themselves.
    return [word.encode() for word in words if len(word) >= 5]


def test_before_the_handshake_only_tls_records_leave(tmp_path: Path) -> None:
    """croc CVE-2023-43618: the local addresses went to anybody, in clear."""
    (tmp_path / "secret-plan").touch()
    heard = b""

    def listen(sock: socket.socket) -> None:
        nonlocal heard
        heard += sock.recv(65536)
        sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while piece := sock.recv(65536):
            heard += piece

    with Server(listen) as server:
        device = Device("", "Bob", "", (server.address,), online=False)
        with pytest.raises(errors.NotDesktopxfer):
            send([tmp_path / "secret-plan"], device, local=ALICE)
    assert set(records(heard)) <= {TLS_RECORD_HANDSHAKE, TLS_RECORD_ALERT}
    assert [word for word in private_words() if word in heard] == []


def test_a_listener_says_nothing_of_its_own_accord(target: Target) -> None:
    """The other way round: whoever knocks learns neither the name nor the certificate."""
    with connected(target.address) as mallory:
        mallory.settimeout(0.2)
        with pytest.raises(TimeoutError):
            mallory.recv(1)
        mallory.settimeout(DEADLINE_S)
        mallory.sendall(b"GET /secret-plan HTTP/1.1\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            assert set(records(mallory.recv(65536))) <= {TLS_RECORD_ALERT}


def test_an_impostor_gets_no_request_byte(tmp_path: Path) -> None:
    """LocalSend CVE-2025-54792: a second responder announces Bob's id at its own address.

    It completes the handshake, with its own certificate; then no byte for the application comes.
    """
    (tmp_path / "secret-plan").touch()
    heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    fake = forged()

    def impersonate(sock: socket.socket) -> None:
        with ForeignTls(sock, foreign_context(fake), server=True) as tls:
            tls.handshake()
            heard.put(tls.receive_all())

    with Server(impersonate) as server:
        bob = Device("b" * 64, "Bob", "", (server.address,), online=True)
        with pytest.raises(errors.WrongDevice):
            send([tmp_path / "secret-plan"], bob, local=ALICE)
        assert heard.get(timeout=DEADLINE_S) == b""
        trusted = replace(bob, trust=Trust.TRUSTED)
        with pytest.raises(errors.IdentityChanged):
            send([tmp_path / "secret-plan"], trusted, local=ALICE)
        assert heard.get(timeout=DEADLINE_S) == b""


# KDE Connect CVE-2025-32898 to -32901, -66270: trust and names from a packet ----------------------


def test_an_announcement_changes_no_trust_and_no_nickname(target: Target) -> None:
    """KDE Connect CVE-2025-32899, -32900, -32901: one UDP packet unpaired, renamed or crashed."""
    known = target.bob.known
    alice = known.get(ALICE.identity.device_id)
    known.remember(alice, nickname="My Alice")
    before = known.all()
    rogue = Found(alice.device_id, "Mallory", "", (Address("127.0.0.9", 1),))
    namesake = Found("d" * 64, "my  ALICE", "", (Address("127.0.0.9", 2),))
    rows = {row.device_id: row for row in devices_around([rogue, namesake], known, "0" * 64)}
    assert known.all() == before
    assert (rows[alice.device_id].name, rows[alice.device_id].trust) == ("My Alice", Trust.TRUSTED)
    assert rows["d" * 64].trust is Trust.NEW
    assert rows["d" * 64].impostor


def test_another_certificate_than_the_announced_one_ends_it(target: Target, tmp_path: Path) -> None:
    """KDE Connect CVE-2025-66270: the discovery packet's id was still believed."""
    (tmp_path / "secret-plan").touch()
    with pytest.raises(errors.WrongDevice):
        send([tmp_path / "secret-plan"], replace(target.device, device_id="c" * 64), local=ALICE)
    assert not target.was_asked


def test_a_connection_has_one_code(target: Target) -> None:
    """KDE Connect CVE-2025-32898: a short code that may be tried again and again."""
    with greeted(target) as mallory:
        mallory.say(Pair(), Pair())
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)


# OnionShare CVE-2022-21696: a name that only looks like another one -------------------------------


@pytest.mark.parametrize("name", ["Alice", "Alice ", " alice", "ALICE", "Ａｌｉｃｅ", "A l i c e"])
def test_a_trusted_name_in_other_clothes_is_told_apart(target: Target, name: str) -> None:
    with greeted(target, new_device(name), source="127.0.0.2") as mallory:
        mallory.say(*offer(file("a")))
        assert isinstance(target.fate_of(mallory), errors.IdentityChanged)
    assert not target.was_asked


# croc CVE-2023-43621, NearDrop, CPython's tarfile and zipfile: what is not there cannot be abused -

SOURCES = sorted((Path(__file__).parents[2] / "desktopxfer").rglob("*.py"))
STARTS_PROGRAMS = {"subprocess", "pty", "webbrowser"}
UNPACKS = {"tarfile", "zipfile", "gzip", "zlib", "bz2", "lzma", "shelve", "pickle", "marshal"}


def imports(source: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


# No word of a peer is among what these modules start; store.py unpacks what it has itself packed.
HARMLESS = {
    *(
        (module, "subprocess")
        for module in ("autostart.py", "awake.py", "firewall.py", "send_to.py")
    ),
    ("store.py", "zlib"),
}


def test_nothing_is_unpacked_and_no_program_started() -> None:
    """CPython's tarfile and zipfile series, croc's bombs; NearDrop, GSConnect #2163: auto-open."""
    found = {(source.name, module) for source in SOURCES for module in imports(source)}
    guilty = {each for each in found if each[1] in STARTS_PROGRAMS | UNPACKS}
    assert guilty <= HARMLESS


def test_only_a_click_opens_something_and_only_a_folder() -> None:
    """NearDrop, GSConnect #2163: whatever came was opened. Ours opens the folder around it.

    tests/ui/test_window_transfers.py shows which one.
    """
    words = re.compile(r"openUrl|startDetached|QProcess|os\.(system|startfile|exec|spawn|popen)")
    uses = [
        (source.name, word)
        for source in SOURCES
        for word in words.findall(source.read_text(encoding="utf-8"))
    ]
    assert len(uses) <= 1
    assert {name for name, _ in uses} <= {"surroundings.py"}


def test_no_secret_fits_in_a_command_line() -> None:
    """croc CVE-2023-43621: every user of the computer can read the arguments of every program."""
    parser = cli._parser()
    words = [parser.format_help()]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            words += [choice.format_help() for choice in action.choices.values()]
    options = {option for text in words for option in re.findall(r"--[a-z-]+", text)}
    assert not {
        option for option in options if re.search(r"code|pin|pass|secret|key|token", option)
    }


# Libraries with known flaws -----------------------------------------------------------------------


@pytest.mark.parametrize(("package", "fixed"), [("zeroconf", (0, 150)), ("pyOpenSSL", (26, 1))])
def test_no_library_with_a_known_flaw(package: str, fixed: tuple[int, int]) -> None:
    """zeroconf CVE-2026-47180..48487 (memory), pyOpenSSL CVE-2026-27448 (swallowed exception)."""
    version = metadata.version(package).split(".")
    assert (int(version[0]), int(version[1])) >= fixed
    project = tomllib.loads((SOURCES[0].parents[1] / "pyproject.toml").read_text())["project"]
    (wanted,) = [each for each in project["dependencies"] if each.startswith(package)]
    assert wanted == f"{package}>={fixed[0]}.{fixed[1]}"


def test_a_verify_callback_that_fails_lets_nobody_in() -> None:
    """pyOpenSSL CVE-2026-27448: an exception in a callback let the handshake succeed."""
    ours = tls_context(ALICE.identity)

    def defect(*_: object) -> bool:
        raise RuntimeError("a defect of ours")

    ours.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, defect)
    near, far = tcp_pair()
    with (
        ForeignTls(near, ours, server=True) as victim,
        ForeignTls(far, foreign_context(forged())) as mallory,
    ):
        outcomes: list[BaseException] = []

        def attack() -> None:
            try:
                mallory.handshake()
                mallory.receive()
            except (SSL.Error, EOFError, ConnectionError) as error:
                outcomes.append(error)

        thread = threading.Thread(target=attack)
        thread.start()
        with pytest.raises((SSL.Error, RuntimeError)):
            victim.handshake()
        victim.sock.close()
        thread.join(DEADLINE_S)


# croc 2026: unbounded frames ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", FrameType, ids=lambda kind: kind.name)
def test_a_frame_of_4_gib_is_refused_at_its_header(target: Target, kind: FrameType) -> None:
    """croc 2026: the length of a frame was allocated before it was looked at."""
    with greeted(target) as mallory:
        mallory.say(HEADER.pack(kind, 0xFFFFFFFF))
        outcome = target.fate_of(mallory)
    assert isinstance(outcome, errors.ProtocolViolation)
    assert outcome.detail == "a message that is too long"


INTEGERS = [-1, -(2**31), 2**31, 2**32 - 1, 2**63, 2**64 - 1]


@pytest.mark.parametrize("number", INTEGERS)
@pytest.mark.parametrize("place", ["parent", "size", "mtime", "entries", "total"])
def test_no_integer_out_of_range_crashes(target: Target, number: int, place: str) -> None:
    """Syncthing CVE-2021-21404: a negative length crashed it."""
    if (place, number) in {("parent", -1), ("mtime", -1), ("mtime", -(2**31))}:
        number = -(2**63) - 1 if place == "mtime" else -2  # those are honest values
    if place == "mtime" and 0 < number < 2**63:
        number = 2**63
    try:
        msgspec.msgpack.encode(number)
    except OverflowError:
        return  # no such number can be written
    row = [TOP, "a", 0, 0, 0, False]
    start = {"transfer_id": bytes(16), "entries": 1, "total_bytes": 0}
    match place:
        case "entries":
            start["entries"] = number
        case "total":
            start["total_bytes"] = number
        case _:
            row[{"parent": 0, "size": 3, "mtime": 4}[place]] = number
    page = msgspec.msgpack.encode({"entries": [row]})
    with greeted(target) as mallory:
        mallory.say(frame(FrameType.OFFER, msgspec.msgpack.encode(start)))
        mallory.say(frame(FrameType.MANIFEST_PAGE, page), ManifestEnd(blake3(page).digest()))
        assert isinstance(target.fate_of(mallory), errors.ProtocolViolation)
    assert not target.was_asked
    assert target.saved == []
