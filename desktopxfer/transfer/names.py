"""Owns what entries may be called: which names are refused, and which ones reach the disk."""

import re
import sys
import unicodedata
from array import array
from collections.abc import Callable, Sequence
from enum import Enum

import msgspec

from desktopxfer.errors import ProtocolViolation, UnsafeName
from desktopxfer.offer import MAX_ENTRIES, TOP, Entry, EntryKind
from desktopxfer.text_safety import printable, visible

STAGING_PREFIX = ".desktopxfer-"  # of everything unfinished; nothing a peer sends may look like it

# A component of 255 UTF-16 units, the most that NTFS and HFS+ hold, has up to 765 bytes in UTF-8.
NAME_LIMIT = 1024  # bytes
# The deepest real trees have some dozens of levels. To build the path of an entry, or to walk to it
# folder by folder, takes a step a level: the limit keeps both cheap for any manifest.
DEPTH_LIMIT = 256
# Linux's PATH_MAX: a longer path could be made, but most programs could neither open nor delete it.
PATH_LIMIT = 4096  # bytes
# What travels as a signed 64 bit number, and what file systems and os.utime can hold.
SIZE_LIMIT = 2**63 - 1  # bytes, of one file and of all together
MTIME_MIN_NS, MTIME_MAX_NS = -(2**63), 2**63 - 1  # the years 1677 to 2262

_COMPONENT_LIMIT = 255  # bytes on Linux and macOS, UTF-16 units on Windows
_NUMBER_ROOM = len(f" ({MAX_ENTRIES})")

_FORBIDDEN = re.compile(r"\A\.{0,2}\Z|\A[A-Za-z]:|[/\\\0]")  # would climb, or be an absolute path
_DEVICE = re.compile(  # what Windows opens instead of a file, in any folder and with any extension
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|\Z)", re.IGNORECASE
)
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]')  # `:` would name a stream within a file
_UNENCODABLE = re.compile(r"[\ud800-\udfff]")  # how Python carries bytes that are not UTF-8
# Each character that makes a name _FORBIDDEN.
_UNSENDABLE = re.compile(r"[/\\\0]|(?<=\A[A-Za-z]):|\A\.(?=\.?\Z)|(?<=\A\.)\.\Z")
_EXTENSION = re.compile(r"(?<=[^.])(?:\.tar)?\.[^\s.]{1,16}\Z", re.IGNORECASE)


class System(Enum):
    """What decides which names a file system takes and which it takes for the same."""

    LINUX = "linux"  # and every other Unix: bytes are compared
    MACOS = "darwin"
    WINDOWS = "win32"


THIS_SYSTEM = {"darwin": System.MACOS, "win32": System.WINDOWS}.get(sys.platform, System.LINUX)

# Names that plainly need no second look, which saves most of the time for nearly all of them.
_PLAIN = re.compile(r"(?!\.|.:)[ -.0-\[\]-~]{1,255}")
_PLAIN_ON_WINDOWS = re.compile(
    rf"(?!{_DEVICE.pattern})[ !#-)+-.0-9;=@-\[\]-{{}}~]{{1,255}}(?<![ .])", re.IGNORECASE
)


# Refusing -----------------------------------------------------------------------------------------


def check(entries: Sequence[Entry]) -> None:
    """Raises UnsafeName or ProtocolViolation for a manifest that nobody should even be asked about.

    What climbs, points elsewhere or cannot be a name is refused and never rewritten, so that a
    hostile offer does not become a harmless-looking one; no desktopxfer sends it (see `sendable`).
    A silly but representable mtime is kept: real files have them, and a file system that cannot
    store one rounds it. What lies outside 64 bits is refused: senders clamp.
    """
    count = len(entries)
    if not 0 < count <= MAX_ENTRIES:
        raise ProtocolViolation(detail="an offer with too many or no entries")
    # By entry: how deep its contents lie (0: a file, it has none), and how long its path is. The
    # slot after the last one stands for TOP, which is index -1.
    depths, lengths = array("i", bytes(4 * (count + 1))), array("i", bytes(4 * (count + 1)))
    depths[TOP] = 1
    seen: set[tuple[int, str]] = set()
    total = 0
    for index, entry in enumerate(entries):
        parent = entry.parent
        if not (TOP <= parent < index and depths[parent]):
            raise ProtocolViolation(detail="an entry outside of any folder")
        lengths[index] = lengths[parent] + _checked_length(entry.name) + 1
        if depths[parent] > DEPTH_LIMIT or lengths[index] > PATH_LIMIT:
            raise ProtocolViolation(detail="folders that lie too deep within each other")
        if entry.kind is EntryKind.FOLDER:
            depths[index] = depths[parent] + 1
        seen.add((parent, entry.name))
        total += _checked_size(entry)
    if total > SIZE_LIMIT:
        raise ProtocolViolation(detail="more bytes than any disk has")
    if len(seen) < count:
        raise ProtocolViolation(detail="two entries of the same name")


def _checked_length(name: str) -> int:
    """The length of a name in bytes. Raises UnsafeName."""
    if _PLAIN.fullmatch(name):
        return len(name)
    try:
        length = len(name.encode())
    except UnicodeEncodeError:  # a lone surrogate
        length = NAME_LIMIT + 1
    if length > NAME_LIMIT or _FORBIDDEN.search(name) or _is_ours(name):
        raise UnsafeName(printable(repr(name), 80))
    return length


def _checked_size(entry: Entry) -> int:
    if not 0 <= entry.size <= (SIZE_LIMIT if entry.kind is EntryKind.FILE else 0):
        raise ProtocolViolation(detail="an impossible size")
    if not MTIME_MIN_NS <= entry.mtime_ns <= MTIME_MAX_NS:
        raise ProtocolViolation(detail="an impossible time")
    return entry.size


def _is_ours(name: str) -> bool:
    """Whether some file system might take the name for one of our unfinished things."""
    return name.startswith(".") and folded(name).startswith(STAGING_PREFIX)


def sendable(name: str) -> str:
    """The name under which something of ours travels, so that one odd name refuses no whole offer.

    Bytes that are not UTF-8 become U+FFFD, and what `check` refuses becomes `_`.
    """
    if _PLAIN.fullmatch(name):
        return name
    name = _UNENCODABLE.sub("\N{REPLACEMENT CHARACTER}", name)
    name = _UNSENDABLE.sub("_", name) or "_"
    if _is_ours(name):
        name = f"_{name[1:]}"
    return _shortened(name, NAME_LIMIT)


# On the disk --------------------------------------------------------------------------------------


def with_final_names(entries: Sequence[Entry]) -> list[Entry]:
    """The entries as the person here is shown them, and as they are called on the disk."""
    return [
        entry if entry.name == name else msgspec.structs.replace(entry, name=name)
        for entry, name in zip(entries, final_names(entries), strict=True)
    ]


def final_names(entries: Sequence[Entry], system: System = THIS_SYSTEM) -> list[str]:
    """The name that each entry gets on the disk, unless something there has it already.

    `entries` have passed `check`. Invisible, reordering and control characters become `_`, names
    too long lose the end of their stem, and what the system takes for the same name as an earlier
    sibling's gets a number. Windows' own rules, and taking `A` and `a` or two spellings of `é` for
    the same, apply where the destination needs them and nowhere else: a source tree with `aux.c`,
    or with `Makefile` beside `makefile`, has to arrive on Linux as it was. Should the volume know
    other rules than its system, nothing is lost: files are created only where there is none.
    """
    plain = _PLAIN_ON_WINDOWS if system is System.WINDOWS else _PLAIN
    names = [
        entry.name if plain.fullmatch(entry.name) else _fitted(entry.name, system)
        for entry in entries
    ]
    if system is System.LINUX and all(map(str.__eq__, names, (entry.name for entry in entries))):
        return names  # different before, so different now
    siblings = Siblings(system)
    return [
        siblings.claim(entry.parent, name, entry.kind)
        for entry, name in zip(entries, names, strict=True)
    ]


def _fitted(name: str, system: System) -> str:
    """The name by the rules of the system, all of which hold for the result."""
    fitted = visible(name, "_")
    if system is System.WINDOWS:
        fitted = _NOT_ON_WINDOWS.sub("_", fitted).rstrip(". ") or "_"
        if _DEVICE.match(fitted):
            fitted = f"_{fitted}"
    fitted = _shortened(fitted, _COMPONENT_LIMIT, system)
    # A cut can bring forth what an earlier rule is about, such as a space at the end.
    return name if fitted == name else _fitted(fitted, system)


def folded(name: str) -> str:
    """Equal for names that a file system may hold for one (canonical caseless, Unicode D145)."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


class Siblings:
    """The names given so far in every folder; tells apart what would be the same.

    One folder's names count as the same by the rules of `system`. Folders are told by any number.
    """

    def __init__(self, system: System = THIS_SYSTEM) -> None:
        self._system = system
        self._key: Callable[[str], str] = str if system is System.LINUX else folded
        self._taken: set[tuple[int, str]] = set()
        # Where to go on counting. Without it a million times the same name would take days.
        self._next: dict[tuple[int, str], int] = {}

    def claim(self, folder: int, name: str, kind: EntryKind) -> str:
        """The name itself, or its first numbered form that is free; taken from now on."""
        key = (folder, self._key(name))
        if key in self._taken:
            # Names that are cut to the same stem also count together.
            wanted, counter = name, (folder, self._key(numbered(name, 0, kind, self._system)))
            number = self._next.get(counter, 2)
            while key in self._taken:
                name = numbered(wanted, number, kind, self._system)
                key = (folder, self._key(name))
                number += 1
            self._next[counter] = number
        self._taken.add(key)
        return name


def numbered(
    name: str, number: int, kind: EntryKind = EntryKind.FILE, system: System = THIS_SYSTEM
) -> str:
    """`photo.jpg` -> `photo (2).jpg`, `a.tar.gz` -> `a (2).tar.gz`, `.bashrc` -> `.bashrc (2)`.

    A folder's number stands at the end. Short enough for the system when `name` is, whatever the
    number up to MAX_ENTRIES; and cut alike for each of them.
    """
    stem, extension = _split(name) if kind is EntryKind.FILE else (name, "")
    room = _COMPONENT_LIMIT - _width(extension, system) - _NUMBER_ROOM
    return f"{_cut(stem, room, system)} ({number}){extension}"


def _split(name: str) -> tuple[str, str]:
    """Stem and extension. Not an extension is what starts a dotfile or reads like a sentence."""
    match = _EXTENSION.search(name)
    at = match.start() if match else len(name)
    return name[:at], name[at:]


def _shortened(name: str, limit: int, system: System = System.LINUX) -> str:
    """The name with its stem cut so that the whole fits; its extension is kept."""
    if _width(name, system) <= limit:
        return name
    stem, extension = _split(name)
    return _cut(stem, limit - _width(extension, system), system) + extension


def _cut(text: str, room: int, system: System) -> str:
    """As much from the start as has room, ended at a whole character."""
    if _width(text, system) <= room:
        return text
    encoding, unit = ("utf-16-le", 2) if system is System.WINDOWS else ("utf-8", 1)
    kept = text.encode(encoding)[: room * unit].decode(encoding, errors="ignore")
    return visible(kept, "_")  # the last character may have joined to what is gone


def _width(text: str, system: System) -> int:
    """How much of the system's limit a text takes."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le")) // 2 if system is System.WINDOWS else len(text.encode())
