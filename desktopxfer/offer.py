"""Owns the values both sides talk about: what is offered and what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import msgspec

from desktopxfer.device import Peer

# A receiver holds the whole list, about 200 bytes an entry, before anyone has accepted anything.
MAX_ENTRIES = 1_000_000

# What a text is held in at once, here and there: some hundred pages. More is a file.
MAX_TEXT_BYTES = 1024 * 1024

TOP = -1  # the parent of an entry that the user dropped itself

# The ranges that the codec lets in: what every language holds in a signed number of 64 or 32 bits.
Count: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
TimeNs: TypeAlias = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
Index: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
Parent: TypeAlias = Annotated[int, msgspec.Meta(ge=TOP, le=2**31 - 1)]


class Kind(StrEnum):
    """What an offer is, as it travels. What a newer version may call it is FILES to this one."""

    FILES = "files"
    TEXT = "text"  # its one entry is a file of UTF-8, to be shown rather than saved

    @classmethod
    def _missing_(cls, _value: object) -> "Kind":
        return cls.FILES


class EntryKind(IntEnum):
    FILE = 0
    FOLDER = 1


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file or folder of an offer; its index in the manifest is its identity.

    A folder stands before everything in it, so a path is never written out and nothing can climb:
    `parent` is the index of an earlier FOLDER entry or TOP, `name` a single path component.
    """

    parent: Parent
    name: str
    kind: EntryKind
    size: Count = 0  # bytes; 0 for a folder
    mtime_ns: TimeNs = 0  # since 1970, UTC
    executable: bool = False


def is_text(entries: Sequence[Entry]) -> bool:
    """Whether these can be the entries of an offer of TEXT."""
    if len(entries) != 1:
        return False
    [entry] = entries
    return entry.kind is EntryKind.FILE and 0 < entry.size <= MAX_TEXT_BYTES


def path_of(entries: Sequence[Entry], index: int) -> str:
    """The entry's path below the transfer, with `/` between components on every system."""
    parts = []
    while index != TOP:
        entry = entries[index]
        parts.append(entry.name)
        index = entry.parent
    return "/".join(reversed(parts))


@dataclass(frozen=True, slots=True)
class Offer:
    """What one side wants to send. On the receiving side the names are the final ones."""

    transfer_id: str  # 32 hex digits, random, chosen by the sender
    peer: Peer
    entries: Sequence[Entry]
    kind: Kind = Kind.FILES
    files: int = field(init=False)
    folders: int = field(init=False)
    total_bytes: int = field(init=False)

    def __post_init__(self) -> None:
        files = sum(entry.kind is EntryKind.FILE for entry in self.entries)
        object.__setattr__(self, "files", files)
        object.__setattr__(self, "folders", len(self.entries) - files)
        object.__setattr__(self, "total_bytes", sum(entry.size for entry in self.entries))

    @property
    def title(self) -> str:
        """The first dropped thing, and how many more there are: `Photos` or `Photos +3`."""
        tops = [entry.name for entry in self.entries if entry.parent == TOP]
        return tops[0] if len(tops) == 1 else f"{tops[0]} +{len(tops) - 1}"


class Conflicts(StrEnum):
    """What happens with a name that is taken in the folder where things are saved."""

    KEEP_BOTH = "keep_both"  # what arrives gets another name
    SKIP_IDENTICAL = "skip_identical"  # same size and content is not sent; the rest keeps both
    REPLACE = "replace"  # file by file; never a folder
    ASK = "ask"  # as the person says for each file that is not identical; unasked, keeps both


@dataclass(frozen=True, slots=True)
class Decision:
    """The receiving side's answer to an offer."""

    into: Path | None  # the folder to save in; None declines
    unwanted: frozenset[int] = frozenset()  # not to be sent; a folder's entries are listed too
    error: str = "declined"  # the short name of the reason when declining (errors.py)
    conflicts: Conflicts = Conflicts.KEEP_BOTH
    replaced: frozenset[int] = frozenset()  # with ASK: files that replace what has their name

    @property
    def accepted(self) -> bool:
        return self.into is not None
