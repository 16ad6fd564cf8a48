"""Two sessions joined in memory: every move, every rule, whole transfers, and noise."""

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec
import pytest
from blake3 import blake3
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.offer import MAX_ENTRIES, MAX_TEXT_BYTES, TOP, Entry, EntryKind, Kind
from desktopxfer.protocol import session as session_module
from desktopxfer.protocol.framing import HEADER, encode
from desktopxfer.protocol.messages import (
    FRAMES,
    MAX_DATA,
    MAX_RESUME_POINTS,
    Accept,
    Cancel,
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
    Receipt,
    Result,
    Resume,
    ResumePoint,
    ResumePoints,
    Resuming,
    Reveal,
)
from desktopxfer.protocol.session import (
    PAGE_ENTRIES,
    TRANSITIONS,
    LocalProtocolError,
    RemoteProtocolError,
    Role,
    Session,
    State,
    common_version,
    entries_in,
    entry_bits,
    manifest_pages,
    wanted_bits,
)
from tests.protocol.link import (
    DIGEST,
    FIRST_SAY,
    GREETING,
    HELLO,
    SAMPLES,
    TRANSFER_ID,
    WAY_TO,
    Heard,
    Link,
    R,
    S,
    acceptance,
    accepted,
    add,
    as_frame,
    data_frame,
    file,
    folder,
    hear,
    manifest_digest,
    offer,
    offered,
    other,
)

T = FrameType
ROLES = pytest.mark.parametrize("role", Role, ids=lambda role: f"in-{role.name}")


def refused(link: Link, who: Role, said: Message | bytes, reason: str) -> None:
    """Neither may one side say this now, nor the other side hear it."""
    with pytest.raises(LocalProtocolError, match=reason):
        link.say(who, said)
    with pytest.raises(RemoteProtocolError, match=reason):
        link.hear(other(who), as_frame(said))


# A whole transfer ---------------------------------------------------------------------------------

VANISHES = None  # in place of a content: the file cannot even be opened
CUT = b"cut short"  # a content that the sender cannot finish


def deliver(
    link: Link,
    entries: Sequence[Entry],
    contents: Mapping[int, bytes | None],
    unwanted: Iterable[int] = (),
    *,
    saved: Collection[int] = (),
    parts: Mapping[int, bytes] = MappingProxyType({}),
) -> tuple[dict[int, bytes], int]:
    """Sends everything as two honest sides do; returns what arrived and the receipt.

    What is `saved` and the `parts` of files are there from an earlier connection.
    """
    for who, what in (*GREETING, *offer(entries)):
        assert link.say(who, what) == [what]
    assert link.sides[R].entries == list(entries)
    for index, part in parts.items():  # a page for each
        link.say(R, ResumePoints((ResumePoint(index, len(part), blake3(part).digest()),)))
    link.say(R, acceptance(len(entries), unwanted, saved))
    wanted = link.sides[S].wanted_files
    assert link.sides[R].wanted_files == wanted
    assert [side.saved_files for side in link.sides.values()] == [sorted(saved)] * 2
    arrived: dict[int, bytes] = {}
    unreported: list[Result] = []
    for index in wanted:
        heard = deliver_file(link, index, entries[index].size, contents[index])
        if isinstance(heard[-1], FileEnd):
            assert isinstance(heard[0], FileStart)
            kept = parts[index] if heard[0].offset else b""
            arrived[index] = kept + b"".join(what for what in heard if isinstance(what, bytes))
            assert heard[-1].digest == blake3(arrived[index]).digest()
            unreported.append(Result(index))
        if len(unreported) == 3:  # in the middle of what the sender says
            link.say(R, FileResults(tuple(unreported)))
            unreported.clear()
    link.say(S, End())
    if unreported:
        link.say(R, FileResults(tuple(unreported)))
    [receipt] = link.say(R, Receipt(len(arrived)))
    assert isinstance(receipt, Receipt)
    return arrived, receipt.saved


def deliver_file(link: Link, index: int, size: int, content: bytes | None) -> list[Heard]:
    if content is VANISHES:
        return link.say(S, FileFailed(index, "vanished"))
    offset, digest = link.sides[S].resume.get(index, (0, b""))
    if blake3(content[:offset]).digest() != digest:
        offset = 0
    pieces = [content[at : at + 1000] for at in range(offset, len(content), 1000)]
    heard = link.say(S, FileStart(index, offset), *pieces)
    if len(content) < size:
        return link.say(S, FileFailed(index, "changed_while_sending"))
    return heard + link.say(S, FileEnd(blake3(content).digest(), 7))


def test_a_whole_transfer_fed_one_byte_at_a_time() -> None:
    entries = [
        folder("photos"),
        folder("empty folder", 0),
        file("large.jpg", 5000, 0),
        file("empty.txt", 0, 0),
        file("unwanted.mp4", 10**15, 0),
        file("vanished.txt", 4, 0),
        file("cut short.txt", 100, 0),
        file("last of the few", 1, TOP),
        folder("many"),
        *(file(f"{number:04}.txt", number % 3, 8) for number in range(2 * PAGE_ENTRIES)),
        folder("unwanted folder"),
    ]
    contents: dict[int, bytes | None] = {
        index: bytes(entry.size) for index, entry in enumerate(entries) if index != 4
    }
    contents |= {2: bytes(range(250)) * 20, 5: VANISHES, 6: CUT}
    link = Link(step=1)
    arrived, saved = deliver(link, entries, contents, unwanted=[4, len(entries) - 1])
    expected = {index for index, entry in enumerate(entries) if entry.kind is EntryKind.FILE}
    assert set(arrived) == expected - {4, 5, 6}
    assert arrived == {index: contents[index] for index in arrived}
    assert saved == len(arrived)
    assert link.states == {State.DONE}


@pytest.mark.parametrize("unwanted", [[0, 1], [1]], ids=["nothing wanted", "only a folder wanted"])
def test_a_transfer_without_a_file_also_ends_with_a_receipt(unwanted: list[int]) -> None:
    link = Link()
    assert deliver(link, [folder("a"), file("b", 3)], {}, unwanted) == ({}, 0)
    assert link.states == {State.DONE}


def test_an_interrupted_transfer_goes_on_one_byte_at_a_time() -> None:
    """Over a second connection: what is complete stays, what is half there goes on if it can."""
    entries = [
        folder("photos"),
        file("complete.jpg", 3000, 0),
        file("half there.jpg", 3000, 0),
        file("changed meanwhile.jpg", 3000, 0),
        file("all there.jpg", 3000, 0),
        file("not begun.jpg", 10, 0),
        file("vanished meanwhile.jpg", 10, 0),
        file("unwanted.jpg", 10**15, 0),
    ]
    content = bytes(range(250)) * 12
    first = Link(*GREETING, *offer(entries), (R, acceptance(8, [7])))
    first.say(S, FileStart(1), *(content[at : at + 1000] for at in (0, 1000, 2000)))
    first.say(S, FileEnd(blake3(content).digest(), 7))
    first.say(R, FileResults((Result(1),)))
    assert first.say(S, FileStart(2), content[:1234]) == [FileStart(2), content[:1234]]

    contents = dict.fromkeys(range(1, 5), content) | {5: bytes(10), 6: VANISHES}
    parts = {4: content, 2: content[:1234], 3: b"x" * 1234, 6: b"x"}
    link = Link(step=1)
    arrived, saved = deliver(link, entries, contents, [7], saved=[1], parts=parts)
    assert arrived == {2: content, 3: content, 4: content, 5: bytes(10)}
    assert (saved, link.states) == (4, {State.DONE})


sizes = st.integers(0, 2500)
contents_of_a_transfer = st.lists(
    st.one_of(st.just(VANISHES), st.just(CUT), sizes.map(bytes)), min_size=1, max_size=12
)


@given(contents_of_a_transfer, st.sets(st.integers(0, 11)), st.integers(1, 700))
def test_any_transfer_ends_whole_whatever_the_chunks(
    contents: list[bytes | None], unwanted: set[int], step: int
) -> None:
    entries = [
        file(f"{index}", len(content or b"") + 7 * (content is CUT))
        for index, content in enumerate(contents)
    ]
    unwanted &= set(range(len(entries)))
    link = Link(step=step)
    arrived, saved = deliver(link, entries, dict(enumerate(contents)), unwanted)
    whole = {
        index: content
        for index, content in enumerate(contents)
        if content is not VANISHES and content is not CUT and index not in unwanted
    }
    assert (arrived, saved, link.states) == (whole, len(whole), {State.DONE})


beginnings = st.sampled_from(["refused", "saved", "complete", "half", "changed", "nothing"])


@given(st.lists(st.tuples(sizes, beginnings), min_size=1, max_size=12), st.integers(1, 700))
def test_any_interrupted_transfer_ends_whole(files: list[tuple[int, str]], step: int) -> None:
    contents: dict[int, bytes | None] = {}
    parts: dict[int, bytes] = {}
    done: dict[str, set[int]] = {"refused": set(), "saved": set()}
    for index, (size, beginning) in enumerate(files):
        contents[index] = content = bytes([index]) * size
        lengths = {"complete": size, "half": size // 2, "changed": size // 2}
        if part := content[: lengths.get(beginning, 0)]:
            parts[index] = part if beginning != "changed" else b"x" * len(part)
        if beginning in done:
            done[beginning].add(index)
    entries = [file(f"{index}", size) for index, (size, _) in enumerate(files)]
    link = Link(step=step)
    arrived, count = deliver(
        link, entries, contents, done["refused"], saved=done["saved"], parts=parts
    )
    rest = set(contents) - done["refused"] - done["saved"]
    assert arrived == {index: contents[index] for index in rest}
    assert (count, link.states) == (len(rest), {State.DONE})


def test_results_come_at_any_time_after_a_file_has_ended() -> None:
    """The receiving side lags behind: its results arrive inside a later file, or after End."""
    link = accepted(file("a", 1), file("b", 1), file("c", 1))
    link.say(S, FileStart(0), b"a", FileEnd(DIGEST, 0), FileStart(1), b"b")
    link.say(R, FileResults((Result(0),)))
    link.say(S, FileEnd(DIGEST, 0), FileStart(2), b"c", FileEnd(DIGEST, 0), End())
    link.say(R, FileResults((Result(2),)))
    link.say(R, FileResults((Result(1, "disk_full"),)))
    link.say(R, Receipt(2))
    assert link.states == {State.DONE}


# The table ----------------------------------------------------------------------------------------

MOVES = [
    (state, who, code, TRANSITIONS[state].get((who, code)))
    for state in State
    for who in Role
    for code in T
]
move = pytest.mark.parametrize(
    ("state", "who", "code", "then"),
    MOVES,
    ids=lambda value: value.name if isinstance(value, (State, Role, T)) else "",
)


@pytest.mark.parametrize("state", State)
def test_there_is_an_honest_way_to_every_state(state: State) -> None:
    assert Link(*WAY_TO[state]).states == {state}


@ROLES
@move
def test_every_move(
    role: Role, state: State, who: Role, code: FrameType, then: State | None
) -> None:
    """As the table has it, seen from the side that speaks (`role` is `who`) and from the other."""
    link = Link(*WAY_TO[state], *(FIRST_SAY.get((state, code), ()) if then else ()), step=0)
    session, what = link.sides[role], SAMPLES[code]
    if then and role is who:
        link.say(who, what)
    elif then:
        assert hear(session, as_frame(what)) == [what]
    elif role is who:
        with pytest.raises(LocalProtocolError, match=f"{code.name} .*{state.name}"):
            link.say(who, what)
    elif state is State.CANCELLED:  # it was on its way before the other side knew
        assert hear(session, as_frame(what)) == []
    else:
        with pytest.raises(RemoteProtocolError, match=f"{code.name} while in {state.name}"):
            hear(session, as_frame(what))
    assert session.state is (then or state)


def test_both_people_confirm_in_any_order_or_at_once() -> None:
    for order in ((S, R), (R, S)):
        link = Link(*WAY_TO[State.PAIRING], *((who, Confirm()) for who in order))
        assert link.states == {State.DONE}
    link = Link(*WAY_TO[State.PAIRING])
    on_their_way = {who: link.sides[who].send(Confirm()) for who in Role}
    for who, frame in on_their_way.items():
        link.hear(other(who), frame)
    assert link.states == {State.DONE}


def test_the_table_has_every_state_and_no_way_out_of_a_final_one() -> None:
    assert set(TRANSITIONS) == set(State)
    for state, moves in TRANSITIONS.items():
        assert state.final == (not moves)
        for who in Role:
            assert moves.get((who, T.CANCEL)) is (None if state.final else State.CANCELLED)


@pytest.mark.parametrize("code", [code for code in T if code is not T.DATA])
def test_what_may_not_be_said_now_is_not_even_decoded(code: FrameType) -> None:
    for role in Role:
        session = Link(*WAY_TO[State.DONE], step=0).sides[role]
        with pytest.raises(RemoteProtocolError, match="while in DONE"):
            hear(session, HEADER.pack(code, 1) + b"\xc1")


# Cancel -------------------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("state", [state for state in State if not state.final])
def test_after_a_cancel_nothing_counts(state: State, role: Role) -> None:
    link = Link(*WAY_TO[state], step=0)
    rest = encode(End()) + encode(HELLO) + HEADER.pack(99, 0xFFFFFFFF) + b"noise"
    assert link.hear(role, encode(Cancel("declined")) + rest) == [Cancel("declined")]
    assert link.hear(role, rest) == []
    assert link.sides[role].state is State.CANCELLED
    with pytest.raises(LocalProtocolError):
        link.sides[role].send(Cancel("declined"))


def test_after_our_own_cancel_the_rest_of_what_was_read_is_ignored() -> None:
    receiver = accepted(file("a", 3)).sides[R]
    stream = as_frame(FileStart(0)) + data_frame(b"abc") + encode(FileEnd(DIGEST, 0))
    heard = receiver.receive(memoryview(stream))
    assert next(heard) == FileStart(0)
    receiver.send(Cancel("cancelled_there"))
    assert list(heard) == []
    assert list(receiver.receive(memoryview(stream))) == []


# The manifest -------------------------------------------------------------------------------------


def greeted() -> Link:
    return Link(*GREETING, step=0)


def listing(declared: int, *entries: Entry, total: int = 0) -> Link:
    """Two sessions in the middle of a list of entries."""
    link = greeted()
    link.say(S, OfferStart(TRANSFER_ID, declared, total))
    if entries:
        link.say(S, ManifestPage(entries))
    return link


def test_an_offer_has_from_one_to_a_million_entries() -> None:
    for count in (0, MAX_ENTRIES + 1, 2**31 - 1):
        refused(greeted(), S, OfferStart(TRANSFER_ID, count, 0), "too many or no entries")
    for count in (1, MAX_ENTRIES):
        assert listing(count).states == {State.MANIFEST}


def test_no_more_entries_than_announced() -> None:
    assert listing(2, file("a"), file("b")).states == {State.MANIFEST}
    refused(listing(1), S, ManifestPage((file("a"), file("b"))), "more entries than announced")
    refused(listing(2, file("a"), file("b")), S, ManifestPage((file("c"),)), "more entries")


def test_no_fewer_entries_than_announced() -> None:
    entries = (file("a"), file("b"))
    end = ManifestEnd(manifest_digest([ManifestPage(entries)]))
    refused(listing(3, *entries), S, end, "fewer entries than announced")
    refused(listing(1), S, ManifestEnd(blake3().digest()), "fewer entries than announced")
    listing(2, *entries).say(S, end)


@pytest.mark.parametrize("wrong_by", [-1, 1])
def test_the_total_is_the_sum_of_the_sizes(wrong_by: int) -> None:
    entries = (file("a", 2), folder("b"), file("c", 2**62))
    end = ManifestEnd(manifest_digest([ManifestPage(entries)]))
    listing(3, *entries, total=2**62 + 2).say(S, end)
    refused(listing(3, *entries, total=2**62 + 2 + wrong_by), S, end, "not the sum")


def test_no_negative_size_makes_a_total_right() -> None:
    page = ManifestPage((file("a", 2**40), file("b", 5 - 2**40)))
    refused(listing(2, total=5), S, page, "broken MANIFEST_PAGE")


def test_sizes_may_not_add_up_to_more_than_63_bits() -> None:
    largest = 2**63 - 1
    entries = (file("a", largest), file("b", 1))
    end = ManifestEnd(manifest_digest([ManifestPage(entries)]))
    refused(listing(2, *entries, total=largest), S, end, "not the sum")
    refused(greeted(), S, OfferStart(TRANSFER_ID, 2, largest + 1), "broken OFFER")


SMALLEST, LARGEST = file("a.txt", 1), file("a.txt", MAX_TEXT_BYTES)


@pytest.mark.parametrize("entry", [SMALLEST, LARGEST])
def test_a_text_is_one_small_file(entry: Entry) -> None:
    link = text_offer(entry)
    link.say(S, ManifestEnd(manifest_digest([ManifestPage((entry,))])))
    assert {side.kind for side in link.sides.values()} == {Kind.TEXT}


@pytest.mark.parametrize(
    "entries",
    [
        (file("a.txt", 0),),
        (file("a.txt", MAX_TEXT_BYTES + 1),),
        (folder("a"),),
        (SMALLEST, SMALLEST),
        (folder("a"), SMALLEST),
    ],
)
def test_nothing_else_is_a_text(entries: tuple[Entry, ...]) -> None:
    end = ManifestEnd(manifest_digest([ManifestPage(entries)]))
    refused(text_offer(*entries), S, end, "a text that is not one small file")


def test_what_a_newer_version_calls_otherwise_is_files() -> None:
    link = greeted()
    link.say(S, OfferStart(TRANSFER_ID, 1, 0, "poem"))
    assert {side.kind for side in link.sides.values()} == {Kind.FILES}


def text_offer(*entries: Entry) -> Link:
    link = greeted()
    total = sum(entry.size for entry in entries)
    link.say(S, OfferStart(TRANSFER_ID, len(entries), total, "text"))
    link.say(S, ManifestPage(entries))
    return link


def test_the_list_arrives_as_it_was_sent() -> None:
    digest = manifest_digest([ManifestPage((file("a"),))])
    refused(listing(1, file("b")), S, ManifestEnd(digest), "a damaged list")
    listing(1, file("a")).say(S, ManifestEnd(digest))


def test_the_digest_is_that_of_the_bytes_however_they_encode_the_list() -> None:
    """Another implementation may write the same page in more bytes."""
    entry = b"\x93\xff" + b"\xd9\x01a" + b"\0"  # a text with a longer header than needed
    payload = b"\xde\0\x01" + b"\xa7entries" + b"\xdc\0\x01" + entry
    receiver = listing(1).sides[R]
    hear(receiver, HEADER.pack(T.MANIFEST_PAGE, len(payload)) + payload)
    hear(receiver, encode(ManifestEnd(blake3(payload).digest())))
    assert receiver.entries == [file("a")]
    assert receiver.state is State.DECISION


def test_pages_are_hashed_in_order() -> None:
    first, second = ManifestPage((file("a"),)), ManifestPage((file("b"),))
    link = listing(2, file("b"))
    link.say(S, first)
    refused(link, S, ManifestEnd(manifest_digest([first, second])), "a damaged list")


def test_the_list_has_a_limit_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = ManifestPage((file("a" * 100),))
    length = len(encode(page)) - HEADER.size
    monkeypatch.setattr(session_module, "MAX_MANIFEST_BYTES", 3 * length)
    link = listing(MAX_ENTRIES)
    link.say(S, page, page, page)
    assert link.states == {State.MANIFEST}
    refused(link, S, ManifestPage((file("b"),)), "too long")


def test_our_pages_hold_every_entry_once_and_in_order() -> None:
    for count in (1, PAGE_ENTRIES - 1, PAGE_ENTRIES, PAGE_ENTRIES + 1, 3 * PAGE_ENTRIES):
        entries = [file(str(number)) for number in range(count)]
        pages = list(manifest_pages(entries))
        assert [entry for page in pages for entry in page.entries] == entries
        assert all(len(page.entries) == PAGE_ENTRIES for page in pages[:-1])


# The acceptance -----------------------------------------------------------------------------------

FILES_AND_FOLDERS = [file("a", 1), folder("b"), file("c", 5, 1), file("empty"), file("e", 9)]


@pytest.mark.parametrize("count", [1, 7, 8, 9, 16, 17])
def test_there_is_one_bit_for_each_entry(count: int) -> None:
    def link() -> Link:
        return offered(*(file(str(number)) for number in range(count)))

    bits = wanted_bits(count, frozenset())
    assert link().say(R, Accept(bits))
    for wrong in (b"", bits[:-1], bits + b"\0"):
        refused(link(), R, Accept(wrong), "an acceptance of other entries")


@pytest.mark.parametrize("count", [1, 5, 7, 9, 15])
def test_the_spare_bits_are_zero(count: int) -> None:
    for bit in range(count % 8, 8):
        bits = bytearray((count + 7) // 8)
        bits[-1] = 1 << bit
        link = offered(*(file(str(number)) for number in range(count)))
        refused(link, R, Accept(bytes(bits)), "an acceptance of other entries")


def test_only_files_are_sent_and_only_wanted_ones() -> None:
    link = accepted(*FILES_AND_FOLDERS, unwanted=[0])
    assert [side.wanted_files for side in link.sides.values()] == [[2, 3, 4]] * 2


@given(st.integers(1, 100), st.sets(st.integers(0, 99)))
def test_the_bits_say_what_is_wanted(count: int, unwanted: set[int]) -> None:
    unwanted &= set(range(count))
    bits = wanted_bits(count, frozenset(unwanted))
    assert len(bits) == (count + 7) // 8
    assert entries_in(bits) == sorted(set(range(count)) - unwanted)
    assert entries_in(entry_bits(count, unwanted)) == sorted(unwanted)


def test_the_first_entry_is_the_lowest_bit() -> None:
    assert wanted_bits(10, {1, 8}) == b"\xfd\x02"
    assert entry_bits(10, {1, 8}) == b"\x02\x01"
    assert entry_bits(9, ()) == b"\0\0"


def test_what_was_saved_earlier_is_neither_sent_again_nor_refused() -> None:
    link = accepted(*FILES_AND_FOLDERS, unwanted=[0], saved=[3, 4])
    for session in link.sides.values():
        assert session.wanted_files == [2]
        assert session.saved_files == [3, 4]
    for saved in (3, 4):
        refused(link, S, FileStart(saved), "not accepted or is out of order")
        refused(link, S, FileFailed(saved, "vanished"), "not accepted or is out of order")
    link.say(S, FileStart(2), b"ccccc", FileEnd(DIGEST, 0), End())
    refused(link, R, FileResults((Result(4),)), "a result for another file")
    link.say(R, FileResults((Result(2),)), Receipt(1))
    assert link.states == {State.DONE}


def test_a_transfer_whose_receipt_was_lost_ends_without_a_file() -> None:
    link = accepted(*FILES_AND_FOLDERS, saved=[0, 2, 3, 4])
    link.say(S, End())
    refused(link, R, Receipt(4), "another count")
    link.say(R, Receipt(0))
    assert link.states == {State.DONE}


def test_without_saved_bits_nothing_was_saved() -> None:
    wanted = wanted_bits(5, ())
    for saved in (b"", b"\0"):
        link = offered(*FILES_AND_FOLDERS)
        link.say(R, Accept(wanted, saved))
        for session in link.sides.values():
            assert (session.wanted_files, session.saved_files) == ([0, 2, 3, 4], [])


@pytest.mark.parametrize("count", [1, 7, 8, 9, 16, 17])
def test_the_saved_bits_are_none_or_one_for_each_entry(count: int) -> None:
    def link() -> Link:
        return offered(*(file(str(number)) for number in range(count)))

    none, everything = entry_bits(count, ()), entry_bits(count, range(count))
    assert link().say(R, Accept(none, everything))
    for wrong in (everything[:-1], everything + b"\0", b"\0" + none, bytes(1000)):
        if wrong:
            refused(link(), R, Accept(none, wrong), "an acceptance of other entries")
    for bit in range(count % 8 or 8, 8):
        spare = none[:-1] + bytes([1 << bit])
        refused(link(), R, Accept(none, spare), "an acceptance of other entries")


def test_the_wanted_bits_are_one_for_each_entry_also_beside_saved_ones() -> None:
    for wrong in (b"", b"\0\0", b"\x20", b"\x80"):
        link = offered(*FILES_AND_FOLDERS)
        refused(link, R, Accept(wrong, entry_bits(5, [0])), "an acceptance of other entries")


def test_no_file_is_both_wanted_and_saved() -> None:
    for both in (0, 2, 3, 4):
        bits = entry_bits(5, [both])
        for wanted, saved in ((bits, bits), (wanted_bits(5, ()), bits), (bits, b"\x1d")):
            refused(offered(*FILES_AND_FOLDERS), R, Accept(wanted, saved), "both wanted and saved")
    far = [file(str(number)) for number in range(20)]
    refused(
        offered(*far), R, Accept(entry_bits(20, [3, 17]), entry_bits(20, [2, 17])), "both wanted"
    )


def test_only_files_are_saved() -> None:
    for saved in ([1], [0, 1], [1, 4]):
        message = Accept(entry_bits(5, [2]), entry_bits(5, saved))
        refused(offered(*FILES_AND_FOLDERS), R, message, "a saved folder")


# Resume points ------------------------------------------------------------------------------------


def points(*places: tuple[int, int]) -> ResumePoints:
    """One page: entries with offsets."""
    return ResumePoints(tuple(ResumePoint(entry, offset, DIGEST) for entry, offset in places))


def test_a_resume_point_may_be_anywhere_up_to_the_end_of_a_wanted_file() -> None:
    link = offered(*FILES_AND_FOLDERS)
    link.say(R, points((2, 1), (4, 9)), acceptance(5))
    for session in link.sides.values():
        assert session.resume == {2: (1, DIGEST), 4: (9, DIGEST)}
        assert session.state is State.FILES


def test_resume_points_come_in_pages_and_in_any_order() -> None:
    link = offered(*FILES_AND_FOLDERS)
    for page, known in ((points((4, 3)), {4}), (points((0, 1), (2, 5)), {0, 2, 4})):
        assert link.say(R, page) == [page]
        for session in link.sides.values():
            assert set(session.resume) == known
            assert session.state is State.DECISION
    link.say(R, acceptance(5))
    assert link.states == {State.FILES}


@pytest.mark.parametrize(
    "places",
    [
        [(1, 1)],  # a folder
        [(3, 1)],  # an empty file
        [(5, 1)],  # not there
        [(2**31 - 1, 1)],
        [(2, 0)],  # nothing to resume
        [(2, 6)],  # beyond the end
        [(2, 2**63 - 1)],
        [(2, 1), (2, 1)],
        [(2, 1), (4, 1), (2, 2)],
    ],
)
def test_other_resume_points_are_refused(places: list[tuple[int, int]]) -> None:
    link = offered(*FILES_AND_FOLDERS)
    refused(link, R, points(*places), "a resume point for something else")


def test_a_folder_has_no_resume_point_whatever_size_it_claims() -> None:
    """That a folder has no size is for the names to check, which the engine does later."""
    link = offered(Entry(TOP, "d", EntryKind.FOLDER, 5))
    refused(link, R, points((0, 1)), "a resume point for something else")


def test_no_page_repeats_an_entry_of_an_earlier_one() -> None:
    """So pages come to an end: there are at most as many as entries."""
    for again in (points((2, 1)), points((2, 2)), points((0, 1), (2, 1)), points((4, 1))):
        link = offered(*FILES_AND_FOLDERS)
        link.say(R, points((2, 1)), points((4, 1)))
        refused(link, R, again, "a resume point for something else")


def test_whatever_has_a_resume_point_is_wanted() -> None:
    def link() -> Link:
        link = offered(*FILES_AND_FOLDERS)
        link.say(R, points((2, 1)), points((4, 9)))
        return link

    for unwanted, saved in (([2], []), ([4], []), ([2, 4], []), ([], [2]), ([], [4])):
        message = acceptance(5, unwanted, saved)
        refused(link(), R, message, "a resume point for an unwanted file")
    link().say(R, acceptance(5, [0], [3]))


def test_who_has_parts_may_still_decline() -> None:
    link = offered(*FILES_AND_FOLDERS)
    link.say(R, points((2, 1)), Decline("declined"))
    assert link.states == {State.DECLINED}


def test_no_resume_point_comes_after_the_acceptance() -> None:
    refused(accepted(*FILES_AND_FOLDERS), R, points((2, 1)), "RESUME_POINTS .*FILES")


def test_a_resume_point_has_a_whole_digest() -> None:
    link = offered(*FILES_AND_FOLDERS)
    page = ResumePoints((ResumePoint(2, 1, b"short"),))
    refused(link, R, page, "broken RESUME_POINTS")


def test_a_page_of_resume_points_is_not_empty() -> None:
    refused(offered(*FILES_AND_FOLDERS), R, ResumePoints(()), "broken RESUME_POINTS")


def test_the_largest_page_of_resume_points_is_within_its_limit() -> None:
    most = 2**63 - 1
    page = ResumePoints((ResumePoint(2**31 - 1, most, DIGEST),) * MAX_RESUME_POINTS)
    assert len(encode(page)) - HEADER.size <= FRAMES[T.RESUME_POINTS][1]
    with pytest.raises(LocalProtocolError, match="broken RESUME_POINTS"):
        offered(*FILES_AND_FOLDERS).say(R, ResumePoints((*page.points, page.points[0])))


def test_the_largest_acceptance_is_within_its_limit() -> None:
    bits = entry_bits(MAX_ENTRIES, range(0, MAX_ENTRIES, 2))
    message = Accept(bits, wanted_bits(MAX_ENTRIES, entries_in(bits)))
    assert len(encode(message)) - HEADER.size <= FRAMES[T.ACCEPT][1]
    assert len(entries_in(message.wanted)) == len(entries_in(message.saved)) == MAX_ENTRIES // 2


# Asking to go on ----------------------------------------------------------------------------------


def test_the_device_that_was_sending_goes_on_or_declines() -> None:
    answers: dict[Message, State] = {
        Resuming(): State.DONE,
        Decline("unknown_transfer"): State.DECLINED,
        Cancel("not_receiving"): State.CANCELLED,
    }
    for answer, end in answers.items():
        link = Link(*GREETING)
        assert link.say(S, Resume(TRANSFER_ID)) == [Resume(TRANSFER_ID)]
        assert link.states == {State.RESUMPTION}
        assert link.say(R, answer) == [answer]
        assert link.states == {end}


def test_a_request_to_go_on_is_made_once() -> None:
    link = Link(*GREETING, (S, Resume(TRANSFER_ID)), step=0)
    refused(link, S, Resume(TRANSFER_ID), "RESUME .*RESUMPTION")
    refused(link, S, offer([file("a")])[0][1], "OFFER .*RESUMPTION")


# Files --------------------------------------------------------------------------------------------


def test_files_come_in_order_and_each_once() -> None:
    def link() -> Link:
        link = accepted(*FILES_AND_FOLDERS, unwanted=[0])
        link.say(S, FileStart(2), b"ccccc", FileEnd(DIGEST, 0))
        return link

    for wrong in (0, 1, 2, 4, 5, 2**31 - 1):  # unwanted, folder, over, too early, not there
        refused(link(), S, FileStart(wrong), "not accepted or is out of order")
        refused(link(), S, FileFailed(wrong, "vanished"), "not accepted or is out of order")
    for right in (FileStart(3), FileFailed(3, "vanished")):
        link().say(S, right)


def test_after_the_last_file_there_is_none() -> None:
    link = accepted(file("a"))
    link.say(S, FileFailed(0, "vanished"))
    refused(link, S, FileStart(0), "not accepted or is out of order")
    refused(link, S, FileFailed(0, "vanished"), "not accepted or is out of order")


@pytest.mark.parametrize("pieces", [[b"abc"], [b"a", b"b", b"c"], [b"ab", b"c"]])
def test_a_file_is_as_long_as_announced(pieces: list[bytes]) -> None:
    link = accepted(file("a", 3))
    link.say(S, FileStart(0), *pieces)
    refused(link, S, b"d", "a file longer than announced")
    link.say(S, FileEnd(DIGEST, 0))


@pytest.mark.parametrize("pieces", [[], [b"ab"], [b"a", b"b"]])
def test_a_file_is_no_shorter_than_announced(pieces: list[bytes]) -> None:
    link = accepted(file("a", 3))
    link.say(S, FileStart(0), *pieces)
    refused(link, S, FileEnd(DIGEST, 0), "a file shorter than announced")


def test_an_empty_file_has_no_data() -> None:
    link = accepted(file("a"), file("b"))
    link.say(S, FileStart(0), FileEnd(DIGEST, 0), FileStart(1))
    refused(link, S, b"x", "a file longer than announced")


@pytest.mark.parametrize("step", [0, 1, 7])
def test_nothing_of_a_piece_that_is_too_long_gets_through(step: int) -> None:
    link = accepted(file("a", 10))
    link.say(S, FileStart(0), b"abcd")
    stream = data_frame(bytes(7))
    chunks = [stream] if not step else [stream[at : at + step] for at in range(0, 12, step)]
    assert listen(link.sides[R], chunks) == ([], "a file longer than announced", State.FILE)


@pytest.mark.parametrize("length", [-(2**63), -1, 0, MAX_DATA + 1, 2**32])
def test_no_header_is_made_for_data_of_an_impossible_length(length: int) -> None:
    sender = accepted(file("a", 2**40)).sides[S]
    sender.send(FileStart(0))
    with pytest.raises(LocalProtocolError, match="DATA of"):
        sender.send_data(length)
    assert sender.data_left == 2**40
    assert sender.send_data(MAX_DATA) == HEADER.pack(T.DATA, MAX_DATA)


def test_a_file_starts_at_its_beginning_or_where_it_was_asked_to() -> None:
    def link() -> Link:
        return accepted(*FILES_AND_FOLDERS, unwanted=[0], resume=[ResumePoint(2, 3, DIGEST)])

    for offset, left in ((0, 5), (3, 2)):
        started = link()
        started.say(S, FileStart(2, offset))
        assert {side.data_left for side in started.sides.values()} == {left}
    for wrong in (1, 2, 4, 5, 6, 2**63 - 1):
        refused(link(), S, FileStart(2, wrong), "an offset nobody asked for")
    no_point = link()
    no_point.say(S, FileFailed(2, "vanished"))
    refused(no_point, S, FileStart(3, 3), "an offset nobody asked for")


def test_a_file_that_is_all_there_needs_no_data() -> None:
    link = accepted(file("a", 5), resume=[ResumePoint(0, 5, DIGEST)])
    link.say(S, FileStart(0, 5), FileEnd(DIGEST, 0), End())
    link.say(R, FileResults((Result(0),)), Receipt(1))
    assert link.states == {State.DONE}


def test_a_failure_inside_a_file_is_that_of_this_file() -> None:
    def link() -> Link:
        link = accepted(file("a", 3), file("b", 5))
        link.say(S, FileStart(0), b"a")
        return link

    for wrong in (1, 2):
        refused(link(), S, FileFailed(wrong, "unreadable"), "a failure of another file")
    goes_on = link()
    goes_on.say(S, FileFailed(0, "unreadable"))
    assert {side.data_left for side in goes_on.sides.values()} == {2}  # what will never come
    goes_on.say(S, FileFailed(1, "vanished"))
    assert {side.data_left for side in goes_on.sides.values()} == {5}
    goes_on.say(S, End())


def test_no_end_before_every_file_has_ended() -> None:
    link = accepted(file("a"), file("b"))
    refused(link, S, End(), "an early end")
    link.say(S, FileFailed(0, "vanished"))
    refused(link, S, End(), "an early end")
    link.say(S, FileStart(1), FileEnd(DIGEST, 0), End())


# Results and receipt ------------------------------------------------------------------------------


def delivered() -> Link:
    """Files 0 and 2 have ended, 1 has failed at the sender, 3 is on its way, 4 is unwanted."""
    link = accepted(*(file(str(number)) for number in range(5)), unwanted=[4])
    link.say(S, FileStart(0), FileEnd(DIGEST, 0), FileFailed(1, "vanished"))
    link.say(S, FileStart(2), FileEnd(DIGEST, 0), FileStart(3))
    return link


@pytest.mark.parametrize("wrong", [1, 3, 4, 5, 2**31 - 1])
def test_there_are_results_only_for_files_that_have_ended(wrong: int) -> None:
    for error in ("", "disk_full"):
        results = FileResults((Result(0), Result(wrong, error)))
        refused(delivered(), R, results, "a result for another file")
    delivered().say(R, FileResults((Result(2), Result(0))))


def test_there_is_one_result_for_each_file() -> None:
    refused(delivered(), R, FileResults((Result(0), Result(0))), "a result for another file")
    link = delivered()
    link.say(R, FileResults((Result(0, "damaged"),)))
    refused(link, R, FileResults((Result(0),)), "a result for another file")


def ended() -> Link:
    link = delivered()
    link.say(S, FileEnd(DIGEST, 0), End())
    return link


def test_no_receipt_before_every_result() -> None:
    link = ended()
    for results in ((Result(0),), (Result(2), Result(3, "damaged"))):
        refused(link, R, Receipt(3), "a receipt before the results")
        link.say(R, FileResults(results))
    link.say(R, Receipt(2))


@pytest.mark.parametrize("wrong", [0, 1, 3, 4, 2**31 - 1])
def test_the_receipt_counts_what_was_saved(wrong: int) -> None:
    link = ended()
    link.say(R, FileResults((Result(0), Result(2, "disk_full"), Result(3))))
    refused(link, R, Receipt(wrong), "another count")
    link.say(R, Receipt(2))


# What this side may say ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "message",
    [
        Hello((1,), "x" * 257, "Linux", DIGEST),
        Hello((1,), "x" * 100_000, "Linux", DIGEST),
        Hello((1,), "lone \ud800 surrogate", "Linux", DIGEST),
        Hello((), "Anna", "Linux", DIGEST),
        Hello((1,), "Anna", "Linux", b"short"),
        Hello((-1,), "Anna", "Linux", DIGEST),
        Hello((2**64,), "Anna", "Linux", DIGEST),
        Cancel("x" * 65),
    ],
    ids=range(8),
)
def test_what_the_other_side_would_not_understand_is_a_defect_of_ours(message: Message) -> None:
    session = Session(S)
    with pytest.raises(LocalProtocolError):
        session.send(message)
    assert session.state is State.HELLO


def test_a_page_that_is_too_long_is_a_defect_of_ours() -> None:
    with pytest.raises(LocalProtocolError, match="over its limit"):
        listing(3).say(S, ManifestPage((file("x" * 300_000), file("y" * 300_000))))


# Versions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offered_versions", "spoken", "chosen"),
    [
        ((1,), (1,), 1),
        ((1, 2, 3), (1,), 1),
        ((3, 2, 1), (1, 2), 2),
        ((1,), (1, 2), 1),
        ((1, 1, 1), (1,), 1),
        ((2,), (1,), None),
        ((1,), (2, 3), None),
        ((0, 2**31 - 1), (1,), None),
    ],
)
def test_both_speak_the_highest_version_that_both_know(
    offered_versions: tuple[int, ...], spoken: tuple[int, ...], chosen: int | None
) -> None:
    assert common_version(offered_versions, spoken) == chosen


# Noise --------------------------------------------------------------------------------------------

Turn = tuple[State, Role]
TURNS = [(state, role) for state in State for role in Role]


def listen(session: Session, chunks: Iterable[bytes]) -> tuple[list[Heard], str, State]:
    """What a session makes of a stream; the reason if it refuses to go on."""
    heard: list[Heard] = []
    try:
        for chunk in chunks:
            for what in session.receive(memoryview(chunk)):
                add(heard, what)
    except RemoteProtocolError as error:
        return heard, error.detail, session.state
    return heard, "", session.state


def cut(stream: bytes, data: st.DataObject) -> list[bytes]:
    places = data.draw(st.lists(st.integers(0, len(stream))).map(sorted))
    return [stream[start:end] for start, end in itertools.pairwise([0, *places, len(stream)])]


small = st.integers(-1, 6)
plausible: dict[FrameType, Callable[[st.DrawFn], Message | bytes]] = {
    T.FILE_START: lambda draw: FileStart(draw(st.integers(0, 3)), draw(st.integers(0, 4))),
    T.DATA: lambda draw: bytes(draw(st.integers(1, 5))),
    T.FILE_END: lambda draw: FileEnd(DIGEST, draw(small)),
    T.FILE_FAILED: lambda draw: FileFailed(draw(st.integers(0, 3)), ""),
    T.FILE_RESULTS: lambda draw: FileResults(
        tuple(draw(st.lists(st.builds(Result, st.integers(0, 3)), min_size=1, max_size=3)))
    ),
    T.RECEIPT: lambda draw: Receipt(draw(st.integers(0, 3))),
    T.ACCEPT: lambda draw: Accept(
        entry_bits(2, draw(st.sets(st.integers(0, 1)))),
        draw(st.sets(st.integers(0, 1)).map(lambda saved: (saved and entry_bits(2, saved)) or b"")),
    ),
    T.RESUME_POINTS: lambda draw: ResumePoints(
        tuple(draw(st.lists(st.builds(
            ResumePoint, st.integers(0, 2), st.integers(0, 4), st.just(DIGEST)),
            min_size=1, max_size=2)))
    ),
    T.OFFER: lambda draw: OfferStart(TRANSFER_ID, draw(st.integers(0, 3)), draw(st.integers(0, 9))),
}  # fmt: skip


@st.composite
def frames(draw: st.DrawFn) -> bytes:
    """Mostly plausible: what fits nowhere is refused at once and teaches little."""
    code = draw(st.sampled_from(T))
    if draw(st.integers(0, 9)):
        make = plausible.get(code)
        return as_frame(make(draw) if make else SAMPLES[code])
    payload = draw(st.binary(max_size=20))
    length = draw(st.just(len(payload)) | st.integers(0, 99))
    return HEADER.pack(draw(st.integers(0, len(T) + 2)), length) + payload


conversations = st.lists(frames(), max_size=12).map(b"".join)


@given(st.sampled_from(TURNS), st.one_of(conversations, st.binary()), st.data())
def test_whatever_arrives_is_understood_or_refused_and_the_same_in_any_chunks(
    turn: Turn, stream: bytes, data: st.DataObject
) -> None:
    state, role = turn
    in_one, in_chunks, in_bytes = (Link(*WAY_TO[state], step=0).sides[role] for _ in range(3))
    outcome = listen(in_one, [stream])
    assert listen(in_chunks, cut(stream, data)) == outcome
    assert listen(in_bytes, (stream[at : at + 1] for at in range(len(stream)))) == outcome


@given(st.data())
def test_a_damaged_conversation_is_refused_or_still_follows_the_rules(data: st.DataObject) -> None:
    """One byte of an honest stream changes: what then gets through is a whole transfer or none."""
    stream = bytearray(b"".join(as_frame(what) for who, what in WAY_TO[State.RECEIPT] if who is S))
    greeting = len(encode(HELLO) + encode(Reveal(DIGEST)))
    stream[data.draw(st.integers(greeting, len(stream) - 1))] = data.draw(st.integers(0, 255))
    receiver = Link(*GREETING, step=0).sides[R]
    endings = 0
    try:
        for what in receiver.receive(memoryview(bytes(stream[greeting:]))):
            endings += isinstance(what, (FileEnd, FileFailed))
            if isinstance(what, ManifestEnd):
                receiver.send(acceptance(len(receiver.entries)))
    except RemoteProtocolError:
        return
    if receiver.state is State.RECEIPT:
        assert endings == len(receiver.wanted_files) == 2
        assert sum(entry.size for entry in receiver.entries) == 5


def test_the_samples_say_what_msgpack_says() -> None:
    """The link speaks through the same codec that is tested; this is the one outside look."""
    assert msgspec.msgpack.decode(encode(Reveal(DIGEST))[HEADER.size :]) == {"nonce": DIGEST}
    assert msgspec.msgpack.decode(encode(Decline("declined"))[5:]) == {"error": "declined"}
