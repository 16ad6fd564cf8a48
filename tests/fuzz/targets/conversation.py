"""Owns the fuzzing of two joined sessions: what one may say is exactly what the other one takes.

The bytes are decisions: from which state, then who says what, with fields mostly honest.
"""

from collections.abc import Callable, Iterator

from desktopxfer.offer import MAX_ENTRIES, TOP, Entry, EntryKind, Kind, is_text
from desktopxfer.protocol.framing import HEADER, encode_payload
from desktopxfer.protocol.messages import (
    FRAMES,
    TYPE_OF,
    Accept,
    Cancel,
    Check,
    Checked,
    Confirm,
    Decline,
    End,
    FileEnd,
    FileFailed,
    FileResults,
    FileStart,
    FrameType,
    Hello,
    ManifestEnd,
    ManifestPage,
    Message,
    OfferStart,
    Pair,
    Receipt,
    Result,
    Resume,
    ResumePoint,
    ResumePoints,
    Resuming,
    Reveal,
    Welcome,
)
from desktopxfer.protocol.session import (
    TRANSITIONS,
    LocalProtocolError,
    RemoteProtocolError,
    Role,
    Session,
    State,
    entry_bits,
    wanted_bits,
)
from tests.fuzz.choices import Choices
from tests.protocol.link import DIGEST, NONCE, TRANSFER_ID, WAY_TO, Heard, Link, hear, other

AFTER_DECISION = {State.FILES, State.FILE, State.RECEIPT, State.DONE}
LONGEST_KEPT = HEADER.size + max(limit for _, limit in FRAMES.values())
SAME_ON_BOTH_SIDES = (
    *("state", "entries", "wanted_files", "saved_files", "resume", "current", "data_left"),
    *("_declared_entries", "_declared_bytes", "_next_wanted", "_unreported", "_saved"),
)


def target(data: bytes) -> None:
    choices = Choices(data)
    link = Link(*WAY_TO[choices.one_of(tuple(State))], step=0)
    plan = tuple(an_entry(choices, index) for index in range(choices.byte() % 5))
    while choices.left:
        who = choices.one_of(tuple(Role))
        code = choices.one_of(tuple(FrameType))
        step = choices.byte()
        speaker, listener = link.sides[who], link.sides[other(who)]
        said = MAKE[code](choices, speaker, plan) if code in MAKE else choices.number(3)
        if not say(speaker, listener, said, step):
            return
        for attribute in SAME_ON_BOTH_SIDES:
            assert getattr(speaker, attribute) == getattr(listener, attribute), attribute
        check_invariants(speaker)
        check_invariants(listener)


def say(speaker: Session, listener: Session, said: Message | int, step: int) -> bool:
    """Whether both sides agreed that it may be said; an int is the length of a Data frame."""
    before = listener.state
    allowed = True
    try:
        if isinstance(said, int):
            frame = speaker.send_data(said) + bytes(said)
        else:
            frame = speaker.send(said)
    except LocalProtocolError:
        allowed = False
        try:
            frame = unchecked(said)
        except (ValueError, OverflowError):  # not even msgpack can say it
            return False
    try:
        heard = hear(listener, frame, step)
    except RemoteProtocolError:
        assert not allowed, f"{said} was refused in {before.name}"
        return False
    if before is State.CANCELLED:  # was on its way before the other side knew
        assert not heard
        assert not allowed
        return False
    assert allowed, f"{said} was taken in {before.name}"
    expected: Heard = bytes(said) if isinstance(said, int) else said
    assert heard == [expected]
    return True


def unchecked(said: Message | int) -> bytes:
    if isinstance(said, int):
        return HEADER.pack(FrameType.DATA, said % 2**32) + b"as much as is read of it, if any"
    payload = encode_payload(said)
    return HEADER.pack(TYPE_OF[type(said)], len(payload)) + payload


def check_invariants(session: Session) -> None:
    """What holds between any two messages."""
    assert len(session._frames._start) <= LONGEST_KEPT
    assert session.data_left >= 0
    assert (session.current is not None) == (session.state is State.FILE) or session.state.final
    assert len(session.entries) <= session._declared_entries <= MAX_ENTRIES
    assert session._next_wanted <= len(session.wanted_files)
    if session.kind is Kind.TEXT and session.state in {State.DECISION, *AFTER_DECISION}:
        assert is_text(session.entries)
    if session.state in AFTER_DECISION:
        assert set(session.resume) <= set(session.wanted_files)
    assert not set(session.wanted_files) & set(session.saved_files)
    assert all(session.entries[entry].kind is EntryKind.FILE for entry in session.saved_files)
    for entry, (offset, _) in session.resume.items():
        assert 0 < offset <= session.entries[entry].size
    if session.state in {State.RECEIPT, State.DONE}:
        assert session._next_wanted == len(session.wanted_files)
        assert session._saved + len(session._unreported) <= session._next_wanted
    if session.state is State.DONE:
        assert not session._unreported


# Messages, with what is true in the session at that moment wherever the bytes ask for nothing else


def an_entry(choices: Choices, index: int) -> Entry:
    kind = choices.one_of(tuple(EntryKind))
    size = choices.number(2 if kind is EntryKind.FILE else 0)
    return Entry(choices.number(TOP), f"{index}", kind, size, choices.number())


def a_digest(choices: Choices, honest: bytes = DIGEST) -> bytes:
    return choices.blob() if choices.yes() else honest


def a_code(choices: Choices) -> str:
    return choices.text() if choices.yes() else "cancelled_there"


def a_hello(choices: Choices, _session: Session, _plan: tuple[Entry, ...]) -> Hello:
    versions = tuple(choices.number(1) for _ in range(1 + choices.byte() % 20))
    return Hello(versions, choices.text() * 2, choices.text(), a_digest(choices))


def a_welcome(choices: Choices, _session: Session, _plan: tuple[Entry, ...]) -> Welcome:
    return Welcome(choices.number(1), choices.text(), choices.text() * 2, a_digest(choices, NONCE))


def an_offer(choices: Choices, _session: Session, plan: tuple[Entry, ...]) -> OfferStart:
    transfer_id = choices.blob() if choices.yes() else TRANSFER_ID
    total = sum(entry.size for entry in plan)
    numbers = choices.number(len(plan)), choices.number(total)
    return OfferStart(transfer_id, *numbers, "text" if choices.yes() else "files")


def a_page(choices: Choices, session: Session, plan: tuple[Entry, ...]) -> ManifestPage:
    until = choices.number(len(plan))
    return ManifestPage(plan[len(session.entries) : until])


def a_manifest_end(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> ManifestEnd:
    return ManifestEnd(a_digest(choices, session._manifest.digest()))


def an_acceptance(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> Accept:
    count = len(session.entries)
    unwanted = frozenset(index for index in range(count) if choices.yes())
    saved = frozenset(index for index in unwanted if choices.yes())
    return Accept(
        choices.blob() if choices.yes() else wanted_bits(count, unwanted),
        choices.blob() if choices.yes() else entry_bits(count, saved) if saved else b"",
    )


def a_page_of_points(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> ResumePoints:
    """Of the entries that have not been mentioned yet."""
    rest = [index for index in range(len(session.entries)) if index not in session.resume]
    return ResumePoints(
        tuple(
            ResumePoint(choices.number(index), choices.number(1), a_digest(choices))
            for index in rest[: choices.byte() % 3]
        )
    )


def next_file(session: Session) -> int:
    if session.current is not None:
        return session.current
    following = session.wanted_files[session._next_wanted :]
    return following[0] if following else 0


def a_start(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> FileStart:
    entry = next_file(session)
    resume_at, _ = session.resume.get(entry, (0, b""))
    return FileStart(choices.number(entry), choices.number(resume_at))


def an_end_of_file(choices: Choices, _session: Session, _plan: tuple[Entry, ...]) -> FileEnd:
    return FileEnd(a_digest(choices), choices.number())


def a_failure(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> FileFailed:
    return FileFailed(choices.number(next_file(session)), a_code(choices))


def results(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> FileResults:
    return FileResults(
        tuple(
            Result(choices.number(entry), a_code(choices) if choices.yes() else "")
            for entry in sorted(session._unreported)
        )
    )


def a_receipt(choices: Choices, session: Session, _plan: tuple[Entry, ...]) -> Receipt:
    return Receipt(choices.number(session._saved))


Make = Callable[[Choices, Session, tuple[Entry, ...]], Message]

MAKE: dict[FrameType, Make] = {
    FrameType.HELLO: a_hello,
    FrameType.WELCOME: a_welcome,
    FrameType.REVEAL: lambda choices, *_: Reveal(a_digest(choices, NONCE)),
    FrameType.OFFER: an_offer,
    FrameType.MANIFEST_PAGE: a_page,
    FrameType.MANIFEST_END: a_manifest_end,
    FrameType.ACCEPT: an_acceptance,
    FrameType.DECLINE: lambda choices, *_: Decline(a_code(choices)),
    FrameType.FILE_START: a_start,
    FrameType.FILE_END: an_end_of_file,
    FrameType.FILE_FAILED: a_failure,
    FrameType.FILE_RESULTS: results,
    FrameType.END: lambda *_: End(),
    FrameType.RECEIPT: a_receipt,
    FrameType.CANCEL: lambda choices, *_: Cancel(a_code(choices)),
    FrameType.PAIR: lambda *_: Pair(),
    FrameType.CONFIRM: lambda *_: Confirm(),
    FrameType.RESUME_POINTS: a_page_of_points,
    FrameType.RESUME: lambda choices, *_: Resume(choices.blob() if choices.yes() else TRANSFER_ID),
    FrameType.RESUMING: lambda *_: Resuming(),
    FrameType.CHECK: lambda choices, *_: Check(choices.number(26710)),
    FrameType.CHECKED: lambda choices, *_: Checked(a_code(choices)),
}


def seeds() -> Iterator[bytes]:
    """From each state, all that may be said there; every field is the honest one."""
    states, roles, codes = tuple(State), tuple(Role), tuple(FrameType)
    for state, moves in TRANSITIONS.items():
        for who, code in moves:
            yield bytes([states.index(state), 0, roles.index(who), codes.index(code), 0])
    decision = bytes([states.index(State.DECISION), 0])
    points = bytes([roles.index(Role.RECEIVER), codes.index(FrameType.RESUME_POINTS), 0])
    accept = bytes([roles.index(Role.RECEIVER), codes.index(FrameType.ACCEPT), 0])
    for entry, offset in ((0, 0), (159, 0), (0, 159), (0, 164)):  # 160 is the honest one
        page = bytes([1, entry, offset, 0])
        yield decision + points + page + accept + bytes([0, 0, 0, 0])
        yield decision + points + page + points + page
    for unwanted, saved in ((1, 1), (1, 0), (0, 0)):  # of the first file, which has a point
        yield decision + points + bytes([1, 0, 0, 0]) + accept + bytes([unwanted, 0, saved, 0, 0])
    yield decision + accept + bytes([1, 0, 1, 0, 0])  # saved, and not wanted again
    yield decision + accept + bytes([0, 0, 0, 1, 1, 1])  # both wanted and saved
