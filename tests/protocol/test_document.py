"""PROTOCOL.md says what the program does: its tables, its vector and its example are tried."""

import re
from pathlib import Path

import msgspec
import pytest
from msgspec import inspect

from desktopxfer.errors import (
    CHECK_ERRORS,
    ENTRY_ERRORS,
    PEER_ERRORS,
    EntryFailed,
    FailedThere,
    code_of,
)
from desktopxfer.identity.verification import EXPORTER_LABEL, commitment, short_code
from desktopxfer.network import announcement, channel
from desktopxfer.offer import MAX_ENTRIES, MAX_TEXT_BYTES, Entry, EntryKind
from desktopxfer.protocol import messages, session
from desktopxfer.protocol.framing import HEADER
from desktopxfer.protocol.messages import FRAMES, MAX_DATA, FrameType, Result, ResumePoint
from desktopxfer.protocol.session import TRANSITIONS, Role, Session, State
from desktopxfer.settings import DEFAULT_PORT
from desktopxfer.transfer import arrival, checking, conversation, delivery, names, pairing, receiver
from tests.protocol.link import Heard, add

TEXT = (Path(session.__file__).parent / "PROTOCOL.md").read_text(encoding="utf-8")
Table = list[list[str]]


def after(heading: str) -> str:
    """The part of the document under a heading, up to the next one."""
    [_, rest] = re.split(rf"^#+ {re.escape(heading)}$", TEXT, flags=re.MULTILINE)
    return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def tables(text: str) -> list[Table]:
    """Every table in a text, without its heading; code marks removed."""
    found = re.findall(r"^\|.*\n\|[-|]+\n((?:\|.*\n)*)", text, flags=re.MULTILINE)
    return [[cells(row) for row in rows.splitlines()] for rows in found]


def cells(row: str) -> list[str]:
    return [cell.strip().replace("`", "") for cell in row.split("|")[1:-1]]


def table(heading: str) -> Table:
    [only] = tables(after(heading))
    return only


def number(text: str) -> int:
    return int(text.replace(" ", ""))


def code_block(kind: str) -> str:
    match = re.search(rf"^```{kind}\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
    assert match
    return match[1]


# Frames and messages ------------------------------------------------------------------------------


def test_the_frames_and_their_limits() -> None:
    [_, rows] = tables(after("3. Frames"))
    documented = {
        (int(code), name, message, number(limit)) for code, name, _, message, limit, _ in rows
    }
    assert documented == {
        (code.value, code.name, kind.__name__, limit) for code, (kind, limit) in FRAMES.items()
    } | {(FrameType.DATA.value, "DATA", "file content", MAX_DATA)}


def test_who_says_which_frame() -> None:
    [_, rows] = tables(after("3. Frames"))
    speakers: dict[str, set[str]] = {}
    for moves in TRANSITIONS.values():
        for who, code in moves:
            speakers.setdefault(code.name, set()).add(who.name.lower())
    for _, name, speaker, *_ in rows:
        assert speakers[name] == ({"sender", "receiver"} if speaker == "either" else {speaker})


INTEGERS = {
    (0, 2**31 - 1): "index",
    (0, 2**63 - 1): "count",
    (-(2**63), 2**63 - 1): "time",
    (1024, 65_535): "port",
    (-1, 2**31 - 1): "integer from -1 to 2^31-1",
}


def described(kind: inspect.Type) -> str:
    """A type as the document writes it."""
    match kind:
        case inspect.IntType(ge=int() as lowest, le=int() as highest):
            return INTEGERS[lowest, highest]
        case inspect.EnumType(cls=cls):
            return " or ".join(str(choice.value) for choice in cls)
        case inspect.BoolType():
            return "bool"
        case inspect.StrType(max_length=limit):
            return "text" + (f" of at most {limit} characters" if limit else "")
        case inspect.BytesType(min_length=length):
            return f"{length} bytes" if length else "bytes"
        case inspect.VarTupleType(item_type=item, min_length=shortest, max_length=longest):
            inner = item.cls.__name__ if isinstance(item, inspect.StructType) else described(item)
            return f"list of {shortest or 0} to {longest:,} {inner}".replace(",", " ")
        case _:
            raise AssertionError(kind)


def fields(kind: type[msgspec.Struct]) -> list[tuple[str, str]]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return [(field.name, described(field.type) + default(field)) for field in info.fields]


def default(field: inspect.Field) -> str:
    if field.required:
        return ""
    shown = {"'files'": '"files"', "()": "[]", "False": "false", "''": '""', "b''": "empty"}
    value = "()" if isinstance(field.type, inspect.VarTupleType) else repr(field.default)
    return f" = {shown.get(value, value)}"


@pytest.mark.parametrize("kind", [kind for kind, _ in FRAMES.values()])
def test_the_fields_of_a_message(kind: type[msgspec.Struct]) -> None:
    name = kind.__name__
    if not kind.__struct_fields__:
        assert after(name).strip().startswith("No fields.")
        return
    of_fields, *_ = tables(after(name))
    assert [(field, text) for field, text, _ in of_fields] == fields(kind)


@pytest.mark.parametrize("kind", [Entry, ResumePoint, Result])
def test_the_places_in_a_row(kind: type[msgspec.Struct]) -> None:
    rows = table(kind.__name__)
    assert [int(place) for place, *_ in rows] == list(range(len(rows)))
    assert [(field, text) for _, field, text, _ in rows] == fields(kind)


def test_the_kinds_of_an_entry() -> None:
    [explained] = [text for _, field, _, text in table("Entry") if field == "kind"]
    assert explained == f"{EntryKind.FILE}: a file, {EntryKind.FOLDER}: a folder"


# The state table ----------------------------------------------------------------------------------


def test_the_state_table() -> None:
    *rows, for_all = table("11. Who may say what, and when")
    roles = {"S": Role.SENDER, "R": Role.RECEIVER}
    documented: dict[State, dict[tuple[Role, FrameType], State]] = {state: {} for state in State}
    for state, who, code, then in rows:
        assert (roles[who], FrameType[code]) not in documented[State[state]]
        documented[State[state]][roles[who], FrameType[code]] = State[then]
    assert for_all == ["every state that is not final", "S, R", "CANCEL", "CANCELLED"]
    for before in State:
        if not before.final:
            documented[before] |= {(who, FrameType.CANCEL): State.CANCELLED for who in Role}
    assert documented == TRANSITIONS


def test_the_final_states() -> None:
    final = [state.name for state in State if state.final]
    assert f"Final are {', '.join(final[:-1])} and {final[-1]}." in after(
        "11. Who may say what, and when"
    )


# Limits, deadlines, short names -------------------------------------------------------------------


def test_the_limits() -> None:
    limits, deadlines = tables(after("12. Limits and deadlines"))
    assert [(name, number(value)) for name, value, _ in limits] == [
        ("entries of an offer", MAX_ENTRIES),
        ("bytes of all manifest pages", session.MAX_MANIFEST_BYTES),
        ("bytes of a text", MAX_TEXT_BYTES),
        ("entries of a page", messages.MAX_PAGE_ENTRIES),
        ("resume points of a page", messages.MAX_RESUME_POINTS),
        ("results in one message", messages.MAX_RESULTS),
        ("versions in Hello", messages.MAX_VERSIONS),
        ("bytes of a name", names.NAME_LIMIT),
        ("depth of folders", names.DEPTH_LIMIT),
        ("bytes of a path", names.PATH_LIMIT),
    ]
    assert [(name, number(seconds)) for name, seconds, *_ in deadlines] == [
        ("TLS handshake", channel.HANDSHAKE_TIMEOUT_S),
        ("greeting", conversation.HELLO_TIMEOUT_S),
        ("manifest", receiver.MANIFEST_TIMEOUT_S),
        ("decision", receiver.DECISION_TIMEOUT_S),
        ("comparing codes", pairing.COMPARE_TIMEOUT_S),
        ("connecting back", checking.ANSWER_TIMEOUT_S),
        ("idle", arrival.IDLE_TIMEOUT_S),
        ("receipt", delivery.RECEIPT_TIMEOUT_S),
    ]
    assert delivery.IDLE_TIMEOUT_S == arrival.IDLE_TIMEOUT_S


def test_the_short_names() -> None:
    [_, for_checks] = tables(after("Checked"))
    assert {name for name, _ in for_checks} == {*CHECK_ERRORS, code_of(FailedThere)}
    _, for_all, for_entries = tables(after("Cancel"))
    assert {name for name, _ in for_all} == {*PEER_ERRORS, code_of(FailedThere)}
    assert {name for name, _ in for_entries} == {*ENTRY_ERRORS, code_of(EntryFailed)}


def test_the_connection_and_the_announcement() -> None:
    assert f"default port is **{DEFAULT_PORT}**" in TEXT
    assert f"ALPN **`{channel.ALPN.decode()}`**" in TEXT
    assert f"`{announcement.SERVICE_TYPE}`" in TEXT


# The short code -----------------------------------------------------------------------------------


def test_the_vector_of_the_short_code() -> None:
    vector = dict(re.findall(r"^(.+?) {2,}(\w+)$", code_block("vector"), flags=re.MULTILINE))
    sender_nonce = bytes.fromhex(vector["sender's nonce"])
    assert commitment(sender_nonce).hex() == vector["commitment"]
    assert f'label "{EXPORTER_LABEL.decode()}"' in TEXT
    code = short_code(
        sender_id=vector["sender's device id"],
        receiver_id=vector["receiver's device id"],
        sender_nonce=sender_nonce,
        receiver_nonce=bytes.fromhex(vector["receiver's nonce"]),
        exporter=bytes.fromhex(vector["exporter"]),
    )
    assert code == vector["code"]


# The example --------------------------------------------------------------------------------------


def example() -> list[tuple[Role, str, bytes]]:
    """Who says what in which bytes."""
    frames = []
    for block in code_block("frames").split("\n\n"):
        lines = [line.partition(";") for line in block.splitlines()]
        speaker, _, message = lines[0][2].strip().partition(": ")
        frame = bytes.fromhex("".join(code for code, _, _ in lines))
        frames.append((Role[speaker.upper()], message, frame))
    return frames


def test_the_example_is_what_two_sessions_understand_and_say() -> None:
    sides = {role: Session(role) for role in Role}
    for who, name, frame in example():
        [hearing] = [session for role, session in sides.items() if role is not who]
        heard: list[Heard] = []
        for what in hearing.receive(memoryview(frame)):
            add(heard, what)
        [message] = heard
        assert name == ("Data" if isinstance(message, bytes) else type(message).__name__)
        if isinstance(message, bytes):
            assert sides[who].send_data(len(message)) + message == frame
        else:
            assert sides[who].send(message) == frame
    assert {session.state for session in sides.values()} == {State.DONE}


def test_the_example_has_lengths_in_its_first_lines() -> None:
    for _, name, frame in example():
        code, length = HEADER.unpack_from(frame)
        assert length == len(frame) - HEADER.size, name
        assert code in set(FrameType)


def test_the_words_beside_the_example_are_true() -> None:
    for line in code_block("frames").splitlines():
        code, _, words = line.partition(";")
        if match := re.search(r"(?:^ |: )(\[.*\]|\".*\"|-?\d+)$", words):
            value = msgspec.json.decode(match[1])
            said = bytes.fromhex(code)
            assert said.endswith(msgspec.msgpack.encode(value)) or said == value.encode()
