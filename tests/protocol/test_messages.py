"""What the codec lets in, for every field of every message."""

import copy
import tracemalloc
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect

from desktopxfer.errors import ProtocolViolation
from desktopxfer.offer import Entry, EntryKind
from desktopxfer.protocol.framing import decode, encode
from desktopxfer.protocol.messages import (
    FRAMES,
    MAX_CODE_CHARS,
    MAX_KIND_CHARS,
    MAX_NAME_CHARS,
    MAX_PAGE_ENTRIES,
    MAX_RESULTS,
    MAX_RESUME_POINTS,
    MAX_VERSIONS,
    TYPE_OF,
    Accept,
    Cancel,
    Check,
    Decline,
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
    ResumePoints,
    Reveal,
    Welcome,
)
from tests.protocol.link import DIGEST, SAMPLES

T = FrameType
Path = tuple[str | int, ...]  # to a value in a message, such as ("entries", 0, 3)

MESSAGES = [message for message in SAMPLES.values() if not isinstance(message, bytes)]
kinds = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)


class Range(NamedTuple):
    """The integers that a field may hold."""

    kind: type[Message]
    path: Path
    lowest: int
    highest: int


INDEX = (0, 2**31 - 1)
COUNT = (0, 2**63 - 1)
TIME = (-(2**63), 2**63 - 1)
INTEGERS = [
    Range(kind, path, *limits)
    for kind, path, limits in (
        (Hello, ("versions", 0), INDEX),
        (Welcome, ("version",), INDEX),
        (OfferStart, ("entries",), INDEX),
        (OfferStart, ("total_bytes",), COUNT),
        (ManifestPage, ("entries", 0, 0), (-1, 2**31 - 1)),
        (ManifestPage, ("entries", 0, 2), (0, 1)),
        (ManifestPage, ("entries", 0, 3), COUNT),
        (ManifestPage, ("entries", 0, 4), TIME),
        (ResumePoints, ("points", 0, 0), INDEX),
        (ResumePoints, ("points", 0, 1), COUNT),
        (FileStart, ("entry",), INDEX),
        (FileStart, ("offset",), COUNT),
        (FileEnd, ("mtime_ns",), TIME),
        (FileFailed, ("entry",), INDEX),
        (FileResults, ("results", 0, 0), INDEX),
        (Receipt, ("saved",), INDEX),
        (Check, ("port",), (1024, 65535)),
    )
]
integers = pytest.mark.parametrize(
    "field", INTEGERS, ids=lambda field: f"{field.kind.__name__}-{field.path}"
)

NOT_A_NUMBER = [True, 0.0, 1.0, float("nan"), float("inf"), "1", b"1", None, [], [1], {}, {"a": 1}]
ODD_INTEGERS = [-(2**63), -(2**31), -2, -1, 2, 2**31 - 1, 2**31, 2**63 - 1, 2**63, 2**64 - 1]
OF_EVERY_TYPE = [1, -1, True, 1.5, "text", b"bytes", None, [], {}, msgspec.msgpack.Ext(5, b"x")]


def sample(kind: type[Message]) -> Message:
    return next(message for message in MESSAGES if type(message) is kind)


def fields_of(message: Message) -> dict[str, Any]:
    """The message as msgpack has it, with rows as lists."""
    fields: dict[str, Any] = msgspec.to_builtins(message, builtin_types=[bytes])
    return fields


def changed(message: Message, path: Path, value: object) -> dict[str, Any]:
    fields = copy.deepcopy(fields_of(message))
    place: Any = fields
    for step in path[:-1]:
        place[step] = list(place[step]) if isinstance(place[step], tuple) else place[step]
        place = place[step]
    place[path[-1]] = value
    return fields


def at(message: object, path: Path) -> object:
    for step in path:
        if isinstance(step, str):
            message = getattr(message, step)
        elif isinstance(message, msgspec.Struct):
            message = getattr(message, message.__struct_fields__[step])
        else:
            message = message[step]  # type: ignore[index]
    return message


def read(kind: type[Message], fields: object) -> Message:
    return decode(TYPE_OF[kind], msgspec.msgpack.encode(fields))


def refuse(kind: type[Message], fields: object) -> None:
    with pytest.raises(ProtocolViolation, match="broken"):
        read(kind, fields)


# Numbers ------------------------------------------------------------------------------------------


@integers
def test_an_integer_has_a_lowest_and_a_highest_value(field: Range) -> None:
    message = sample(field.kind)
    for value in {field.lowest, field.highest}:
        read_back = read(field.kind, changed(message, field.path, value))
        assert at(read_back, field.path) == value
    for value in ODD_INTEGERS:
        if not field.lowest <= value <= field.highest:
            refuse(field.kind, changed(message, field.path, value))


@integers
@pytest.mark.parametrize("value", NOT_A_NUMBER, ids=repr)
def test_nothing_else_passes_for_an_integer(field: Range, value: object) -> None:
    refuse(field.kind, changed(sample(field.kind), field.path, value))


# Everything has a type and a limit ----------------------------------------------------------------


def leaves(kind: inspect.Type, path: Path = ()) -> Iterator[tuple[Path, inspect.Type]]:
    """Every value that a message holds, with its type; lists with their first element."""
    match kind:
        case inspect.StructType(fields=fields, array_like=is_row):
            for index, field in enumerate(fields):
                yield from leaves(field.type, (*path, index if is_row else field.name))
        case inspect.VarTupleType(item_type=item):
            yield path, kind
            yield from leaves(item, (*path, 0))
        case _:
            yield path, kind


LEAVES = [
    (type(message), path, kind)
    for message in MESSAGES
    for path, kind in leaves(inspect.type_info(type(message)))
]
# What the limit of the frame alone bounds, and Session or transfer/names.py then checks.
ONLY_BY_THE_FRAME = {
    (Accept, ("wanted",)),
    (Accept, ("saved",)),
    (ManifestPage, ("entries", 0, 1)),
}


def test_the_ranges_tested_here_are_those_of_every_integer() -> None:
    all_integers = {
        (kind, path)
        for kind, path, value in LEAVES
        if isinstance(value, (inspect.IntType, inspect.EnumType))
    }
    assert {(field.kind, field.path) for field in INTEGERS} == all_integers


@pytest.mark.parametrize(("kind", "path", "value"), LEAVES)
def test_every_value_has_a_limit(kind: type[Message], path: Path, value: inspect.Type) -> None:
    match value:
        case inspect.IntType(ge=lowest, le=highest):
            assert lowest is not None
            assert highest is not None
        case inspect.StrType(max_length=limit) | inspect.BytesType(max_length=limit):
            assert limit is not None or (kind, path) in ONLY_BY_THE_FRAME
        case inspect.VarTupleType(max_length=limit):
            assert limit is not None
        case inspect.EnumType() | inspect.BoolType():
            pass
        case _:
            pytest.fail(f"{value} has no limit that this test knows")


@pytest.mark.parametrize(("kind", "path", "value"), LEAVES)
def test_every_value_has_one_type(kind: type[Message], path: Path, value: inspect.Type) -> None:
    fits: dict[type[inspect.Type], tuple[type, ...]] = {
        inspect.IntType: (int,),
        inspect.EnumType: (int,),
        inspect.BoolType: (bool,),
        inspect.StrType: (str,),
        inspect.BytesType: (bytes,),
        inspect.VarTupleType: (list,),
    }
    for odd in OF_EVERY_TYPE:
        if type(odd) not in fits[type(value)]:
            refuse(kind, changed(sample(kind), path, odd))


# Lengths ------------------------------------------------------------------------------------------

EXACT = [(Hello, "commitment", 32), (Welcome, "nonce", 32), (Reveal, "nonce", 32)]
EXACT += [(OfferStart, "transfer_id", 16), (Resume, "transfer_id", 16)]
EXACT += [(ManifestEnd, "digest", 32), (FileEnd, "digest", 32)]


@pytest.mark.parametrize(("kind", "name", "length"), EXACT)
def test_digests_nonces_and_ids_have_a_fixed_length(
    kind: type[Message], name: str, length: int
) -> None:
    message = sample(kind)
    heard = read(kind, changed(message, (name,), bytes(length)))
    assert getattr(heard, name) == bytes(length)
    for wrong in (0, 1, length - 1, length + 1, 2 * length):
        refuse(kind, changed(message, (name,), bytes(wrong)))


def test_the_digest_of_a_resume_point_has_one_length() -> None:
    for wrong in (0, 31, 33):
        refuse(ResumePoints, {"points": [[0, 1, bytes(wrong)]]})


def test_a_kind_is_short_and_files_need_none() -> None:
    offer = sample(OfferStart)
    assert b"kind" not in encode(offer)  # as ever, for who does not know it
    read(OfferStart, changed(offer, ("kind",), "x" * MAX_KIND_CHARS))
    refuse(OfferStart, changed(offer, ("kind",), "x" * (MAX_KIND_CHARS + 1)))
    refuse(OfferStart, changed(offer, ("kind",), 1))


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (Decline, ("error",)),
        (FileFailed, ("error",)),
        (Cancel, ("error",)),
        (FileResults, ("results", 0, 1)),
    ],
)
def test_a_short_name_is_short(kind: type[Message], path: Path) -> None:
    message = FileResults((Result(0, "vanished"),)) if kind is FileResults else sample(kind)
    longest = "x" * MAX_CODE_CHARS
    assert at(read(kind, changed(message, path, longest)), path) == longest
    refuse(kind, changed(message, path, longest + "x"))


@pytest.mark.parametrize("kind", [Hello, Welcome])
@pytest.mark.parametrize("name", ["name", "platform"])
def test_a_display_name_has_a_limit_in_characters(kind: type[Message], name: str) -> None:
    longest = "\N{HUNDRED POINTS SYMBOL}" * MAX_NAME_CHARS
    assert getattr(read(kind, changed(sample(kind), (name,), longest)), name) == longest
    refuse(kind, changed(sample(kind), (name,), longest + "x"))


@pytest.mark.parametrize(
    ("kind", "name", "row", "longest"),
    [
        (Hello, "versions", 1, MAX_VERSIONS),
        (ManifestPage, "entries", [0, "", 0], MAX_PAGE_ENTRIES),
        (ResumePoints, "points", [2**31 - 1, 2**63 - 1, DIGEST], MAX_RESUME_POINTS),
        (FileResults, "results", [0], MAX_RESULTS),
    ],
)
def test_a_list_has_a_shortest_and_a_longest_length(
    kind: type[Message], name: str, row: object, longest: int
) -> None:
    code = TYPE_OF[kind]
    _, limit = FRAMES[code]
    fields = fields_of(sample(kind))
    for count in (1, longest):
        payload = msgspec.msgpack.encode(fields | {name: [row] * count})
        assert len(payload) <= limit
        assert len(getattr(decode(code, payload), name)) == count
    refuse(kind, fields | {name: [row] * (longest + 1)})
    refuse(kind, fields | {name: []})


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Hello, "versions"),
        (ManifestPage, "entries"),
        (ResumePoints, "points"),
        (FileResults, "results"),
    ],
)
def test_a_list_that_claims_4_billion_elements_allocates_nothing(
    kind: type[Message], name: str
) -> None:
    fields = fields_of(sample(kind))
    fields.pop(name)
    head = msgspec.msgpack.encode(fields)  # a map, to which one more field is added by hand
    payload = bytes([head[0] + 1]) + head[1:] + msgspec.msgpack.encode(name) + b"\xdd" + b"\xff" * 4
    tracemalloc.start()
    with pytest.raises(ProtocolViolation):
        decode(TYPE_OF[kind], payload)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 * 1024


# Fields -------------------------------------------------------------------------------------------


@kinds
def test_no_field_without_a_default_may_be_missing(message: Message) -> None:
    optional = {(Accept, "saved"), (FileStart, "offset")}
    for name in fields_of(message):
        fields = fields_of(message)
        del fields[name]
        if (type(message), name) in optional:
            assert not getattr(read(type(message), fields), name)
        else:
            refuse(type(message), fields)


@kinds
@pytest.mark.parametrize("extra", [0, "text", b"bytes", None, 1.5, [1, [2]], {"a": {"b": None}}])
def test_a_field_of_a_later_version_is_ignored(message: Message, extra: object) -> None:
    assert read(type(message), fields_of(message) | {"from the future": extra}) == message
    assert read(type(message), {"from the future": extra} | fields_of(message)) == message


@pytest.mark.parametrize(
    ("kind", "name"),
    [(ManifestPage, "entries"), (ResumePoints, "points"), (FileResults, "results")],
)
def test_an_element_of_a_later_version_at_the_end_of_a_row_is_ignored(
    kind: type[Message], name: str
) -> None:
    message = sample(kind)
    fields = fields_of(message)
    rows = [list(msgspec.structs.astuple(row)) for row in getattr(message, name)]
    fields[name] = [[*row, "new", [1], {"a": 2}] for row in rows]
    assert read(type(message), fields) == message


def test_a_row_may_end_early_where_there_is_a_default() -> None:
    page = read(ManifestPage, {"entries": [[-1, "a", 0], [-1, "b", 0, 5], [-1, "c", 0, 5, 7]]})
    assert page == ManifestPage(
        (
            Entry(-1, "a", EntryKind.FILE),
            Entry(-1, "b", EntryKind.FILE, 5),
            Entry(-1, "c", EntryKind.FILE, 5, 7),
        )
    )
    refuse(ManifestPage, {"entries": [[-1, "a"]]})
    refuse(ManifestPage, {"entries": [[]]})
    refuse(ResumePoints, {"points": [[0, 1]]})


@kinds
@pytest.mark.parametrize("payload", [[], [1], 1, "x", b"x", None, True])
def test_a_message_is_a_map(message: Message, payload: object) -> None:
    refuse(type(message), payload)


@kinds
def test_nothing_may_follow_a_message_within_its_frame(message: Message) -> None:
    payload = msgspec.msgpack.encode(message)
    for more in (b"\0", b"\xc0", payload):
        with pytest.raises(ProtocolViolation, match="broken"):
            decode(TYPE_OF[type(message)], payload + more)


@kinds
def test_no_part_of_a_message_is_one(message: Message) -> None:
    payload = msgspec.msgpack.encode(message)
    for length in range(len(payload)):
        with pytest.raises(ProtocolViolation, match="broken"):
            decode(TYPE_OF[type(message)], payload[:length])


def test_a_name_of_a_field_is_text() -> None:
    refuse(Receipt, {1: 1, "saved": 1})
    refuse(Receipt, {b"saved": 1})


# Odd msgpack --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        b"\xa1\xff",
        b"\xa2\xc0\x80",  # NUL in two bytes
        b"\xa2\xc3\x28",
        b"\xa3\xed\xa0\x80",  # a lone surrogate
        b"\xa4\xf4\x90\x80\x80",  # beyond the last code point
    ],
)
def test_text_that_is_not_utf_8_is_refused(text: bytes) -> None:
    with pytest.raises(ProtocolViolation, match="broken"):
        decode(T.CANCEL, b"\x81\xa5error" + text)
    with pytest.raises(ProtocolViolation, match="broken"):
        decode(T.MANIFEST_PAGE, b"\x81\xa7entries\x91\x93\xff" + text + b"\0")


@pytest.mark.parametrize("nesting", [b"\x91", b"\x81\xa0"], ids=["lists", "maps"])
@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_nesting_is_refused(nesting: bytes, depth: int) -> None:
    deep = nesting * depth + b"\xc0"
    with pytest.raises(ProtocolViolation, match="broken"):
        decode(T.HELLO, b"\x81\xa8versions" + deep)
    whole = msgspec.msgpack.encode(Cancel("declined"))
    with pytest.raises(ProtocolViolation, match="broken"):
        decode(T.CANCEL, b"\x82" + whole[1:] + b"\xa1x" + nesting * 100_000 + b"\xc0")


@pytest.mark.parametrize(
    "encoded", [b"\x05", b"\xcc\x05", b"\xcd\0\x05", b"\xce\0\0\0\x05", b"\xcf" + bytes(7) + b"\5"]
)
def test_a_number_may_be_written_in_any_width(encoded: bytes) -> None:
    assert decode(T.RECEIPT, b"\x81\xa5saved" + encoded) == Receipt(5)


@pytest.mark.parametrize("encoded", [b"\xcb\x40\x14" + bytes(6), b"\xca\x40\xa0\0\0"])
def test_a_whole_number_as_a_float_is_refused(encoded: bytes) -> None:
    with pytest.raises(ProtocolViolation, match="broken"):
        decode(T.RECEIPT, b"\x81\xa5saved" + encoded)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from(MESSAGES), st.data())
def test_a_value_replaced_by_anything_gives_the_message_or_a_violation(
    message: Message, data: st.DataObject
) -> None:
    kind = type(message)
    path = data.draw(st.sampled_from([path for owner, path, _ in LEAVES if owner is kind] or [()]))
    value = data.draw(anything)
    fields = changed(message, path, value) if path else {"x": value}
    try:
        heard = read(kind, fields)
    except ProtocolViolation:
        return
    if path and not isinstance(value, list):
        assert at(heard, path) == value


def test_the_samples_cover_every_message() -> None:
    assert {type(message) for message in MESSAGES} == {kind for kind, _ in FRAMES.values()}
