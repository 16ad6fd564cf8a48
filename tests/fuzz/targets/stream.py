"""Owns the fuzzing of a session with raw bytes, in either role and from every state.

Three bytes say which role, which state, and in pieces of which size the rest arrives.
"""

from collections.abc import Iterator

from desktopxfer.protocol.messages import FrameType
from desktopxfer.protocol.session import RemoteProtocolError, Role, Session, State
from tests.fuzz.targets.conversation import check_invariants
from tests.protocol import link
from tests.protocol.link import WAY_TO, Heard, Link

ROLES, STATES = tuple(Role), tuple(State)


def target(data: bytes) -> None:
    if len(data) < 3:
        return
    role, state, step = ROLES[data[0] % len(ROLES)], STATES[data[1] % len(STATES)], 1 + data[2]
    stream = data[3:]
    at_once, in_pieces = session_in(state, role), session_in(state, role)
    assert listen(at_once, stream, max(1, len(stream))) == listen(in_pieces, stream, step)


def session_in(state: State, role: Role) -> Session:
    return Link(*WAY_TO[state], step=0).sides[role]


def listen(session: Session, stream: bytes, step: int) -> tuple[list[Heard], str, State]:
    """What was heard, why the rest was refused ("": it was not), and the state at the end."""
    heard: list[Heard] = []
    try:
        for at in range(0, len(stream), step):
            for what in session.receive(memoryview(stream[at : at + step])):
                link.add(heard, what)
            check_invariants(session)
    except RemoteProtocolError as violation:
        return heard, violation.detail, session.state
    return heard, "", session.state


def seeds() -> Iterator[bytes]:
    for number, state in enumerate(STATES):
        for index, role in enumerate(ROLES):
            # Only what that side hears: both conversations are in step at any time.
            rest = (
                link.as_frame(what) for who, what in conversation_after(state) if who is not role
            )
            yield bytes([index, number, 6]) + b"".join(rest)
    for step in (0, 63):
        too_long = link.data_frame(bytes(4))  # for a file of 3 bytes
        yield bytes([ROLES.index(Role.RECEIVER), STATES.index(State.FILE), step]) + too_long


def conversation_after(state: State) -> tuple[link.Said, ...]:
    """An honest continuation."""
    for whole in (WAY_TO[State.DONE], WAY_TO[State.CANCELLED], WAY_TO[State.DECLINED]):
        said = len(WAY_TO[state])
        if whole[:said] == WAY_TO[state]:
            return whole[said:]
    return ((Role.SENDER, link.SAMPLES[FrameType.CANCEL]),)
