"""Owns how a second start of the program hands what it wants to the window that is open already."""

import contextlib
import hashlib
import os
import re
import socket
import stat
import struct
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Self

import msgspec

from desktopxfer.errors import ProfileBusy, TooManyEntries, WindowSilent
from desktopxfer.settings import Profile

# A command line of Linux has at most 2 MiB, that of the other systems less.
MOST_BYTES = 4 << 20
MOST_PATHS = 100_000
LENGTH = struct.Struct(">I")  # of the message, in front of it
PRINTABLE = r"^[!-~]{0,1024}\Z"
TOKEN_VARIABLES = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
TAKEN = b"\x06"  # the answer, or there is none

ANSWER_TIMEOUT_S = 20.0  # for a window that has a lot to do
START_TIMEOUT_S = 30.0  # for a window that is about to open: a cold start from a slow disk
QUIT_TIMEOUT_S = 30.0  # for one that interrupts its transfers first
POLL_S = 0.05


class Wish(msgspec.Struct, frozen=True):
    """What a start of the program wants. The paths are bytes, for not every name is text."""

    names: Annotated[tuple[bytes, ...], msgspec.Meta(max_length=MOST_PATHS)] = ()
    hidden: bool = False  # nobody wants to see the window
    # The desktop's permission to come to the front; it goes into the environment, for Qt.
    token: Annotated[str, msgspec.Meta(pattern=PRINTABLE)] = ""
    quits: bool = False  # the window shall close, without a question

    @classmethod
    def of(cls, paths: Sequence[Path], *, hidden: bool = False) -> Self:
        """Of this process: relative paths begin in its folder, and the token is the one it has."""
        names = tuple(os.fsencode(path.absolute()) for path in paths)
        token = next(filter(None, map(os.environ.get, TOKEN_VARIABLES)), "")
        return cls(names, hidden, token if re.search(PRINTABLE, token) else "")

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(Path(os.fsdecode(name)) for name in self.names)


def encode(wish: Wish) -> bytes:
    """The whole message. Raises TooManyEntries."""
    try:
        message = msgspec.msgpack.encode(wish)
        decode(message)
    except ValueError as error:
        raise TooManyEntries(detail=f"{len(wish.names)} paths at once") from error
    return LENGTH.pack(len(message)) + message


def length_of(head: bytes) -> int:
    """Of the message behind these LENGTH.size bytes. Raises ValueError: it is too long."""
    (length,) = LENGTH.unpack(head)
    if length > MOST_BYTES:
        raise ValueError(f"a message of {length} bytes")
    return int(length)


def decode(message: bytes) -> Wish:
    """Raises ValueError for everything that no start of this program says."""
    if len(message) > MOST_BYTES:
        raise ValueError(f"a message of {len(message)} bytes")
    wish = msgspec.msgpack.decode(message, type=Wish)
    for name in wish.names:
        if b"\0" in name or not os.path.isabs(os.fsdecode(name)):
            raise ValueError(f"no absolute path: {name!r}")
    return wish


# Where the window listens ------------------------------------------------------------------------


def places(root: Path) -> Iterator[str]:
    """The names of the socket of the profile in `root`, the best one first.

    A socket lies in the profile. Where the name gets too long for one (108 bytes on Linux), or the
    disk knows no sockets, it lies in a folder for temporary files that nobody else can use.
    """
    key = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]
    if sys.platform == "win32":
        yield rf"\\.\pipe\desktopxfer-{key}"
        return
    yield str(root / "window.socket")
    folder = Path(tempfile.gettempdir(), f"desktopxfer-{os.getuid()}")
    with contextlib.suppress(OSError):
        folder.mkdir(0o700, exist_ok=True)
        state = folder.lstat()
        if (
            stat.S_ISDIR(state.st_mode)
            and state.st_uid == os.getuid()
            and not state.st_mode & 0o077
        ):
            yield str(folder / key)


# The second start --------------------------------------------------------------------------------


def hand_over(root: Path, wish: Wish) -> bool:
    """Whether a window is open with the profile in `root`, and has taken the wish. Blocks.

    Raises TooManyEntries, and WindowSilent when it is open but hangs.
    """
    message = encode(wish)
    for place in places(root):
        with contextlib.suppress(OSError):  # nobody is there, or it is just about to close
            return _deliver(place, message)
    return False


@contextlib.contextmanager
def only_one(profile: Profile, wish: Wish) -> Iterator[bool]:
    """Whether this is the only window of the profile, for as long as this is entered.

    If it is not, the other one has taken the wish. Of several that start at the same time one gets
    the lock, and the others wait until it listens. Raises TooManyEntries, WindowSilent and
    ProfileUnusable.
    """
    deadline = time.monotonic() + START_TIMEOUT_S
    with contextlib.ExitStack() as held:
        while not (taken := hand_over(profile.root, wish)):
            try:
                held.enter_context(profile.locked("window", timeout_s=0))
                break
            except ProfileBusy:
                if time.monotonic() > deadline:
                    raise WindowSilent(str(profile.root)) from None
                time.sleep(POLL_S)
        yield not taken


def quit_open(root: Path) -> bool:
    """Lets the window end that is open with the profile in `root`, if there is one, and waits.

    It interrupts its transfers. Whether there was one. Raises WindowSilent when it does not end,
    and ProfileUnusable.
    """
    if not root.is_dir():
        return False
    profile = Profile(root)
    with only_one(profile, Wish(quits=True)) as is_only_one:
        if is_only_one:
            return False
    try:
        with profile.locked("window", QUIT_TIMEOUT_S):
            return True
    except ProfileBusy:
        raise WindowSilent(str(root)) from None


def _deliver(place: str, message: bytes) -> bool:
    """Raises OSError when nobody listens there, WindowSilent when nobody answers."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - for this only

        # Else Windows lets the other process blink in the taskbar only. -1 is any process.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
        with open(place, "r+b", buffering=0) as pipe:
            pipe.write(message)
            return pipe.read(1) == TAKEN
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(ANSWER_TIMEOUT_S)
        connection.connect(place)
        try:
            connection.sendall(message)
            return connection.recv(1) == TAKEN
        except TimeoutError:
            raise WindowSilent(os.path.dirname(place)) from None
