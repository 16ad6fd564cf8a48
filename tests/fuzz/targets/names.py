"""Owns the fuzzing of the rules for names, with a manifest of entries under hostile names.

Entries are divided by 0xFF, which no UTF-8 has. The first byte of each says where it lies and
whether it is a folder, the rest is its name.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from desktopxfer.errors import ProtocolViolation, UnsafeName
from desktopxfer.offer import TOP, Entry, EntryKind
from desktopxfer.text_safety import visible
from desktopxfer.transfer.names import (
    NAME_LIMIT,
    STAGING_PREFIX,
    System,
    check,
    final_names,
    folded,
    numbered,
    sendable,
)
from tests.fuzz.choices import as_text

DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}


def target(data: bytes) -> None:
    entries = read(data)
    judge(entries)
    honest = distinct(
        Entry(entry.parent if entry.parent < index else TOP, sendable(entry.name), entry.kind)
        for index, entry in enumerate(entries)
    )
    for entry in entries:
        sent = sendable(entry.name)
        assert sendable(sent) == sent
        assert len(sent.encode()) <= NAME_LIMIT
        check([Entry(TOP, sent, EntryKind.FILE)])
    if honest and judge(honest):
        for system in System:
            check_final(honest, system)


def read(data: bytes) -> list[Entry]:
    entries = []
    for number, record in enumerate(data.split(b"\xff")[:32]):
        flags, name = record[:1], as_text(record[1:])
        flag = flags[0] if flags else 0
        parent = TOP if flag & 0x38 else number - 1 - (flag & 7)
        entries.append(Entry(parent, name, EntryKind(flag >> 6 & 1), size=flag >> 7))
    return entries


def judge(entries: Sequence[Entry]) -> bool:
    """Whether the offer may be shown to somebody."""
    try:
        check(entries)
    except (UnsafeName, ProtocolViolation) as refusal:
        assert str(refusal).isprintable()
        return False
    return True


def distinct(entries: Iterator[Entry]) -> list[Entry]:
    """Those that lie in a folder and are called like no sibling; their parents stay their own."""
    kept: list[Entry] = []
    places: dict[int, int] = {TOP: TOP}
    seen = set()
    for index, entry in enumerate(entries):
        parent = places.get(entry.parent, TOP)
        if parent != TOP and kept[parent].kind is not EntryKind.FOLDER:
            parent = TOP
        if (parent, entry.name) not in seen:
            seen.add((parent, entry.name))
            places[index] = len(kept)
            kept.append(Entry(parent, entry.name, entry.kind))
    return kept


def check_final(entries: Sequence[Entry], system: System) -> None:
    finals = final_names(entries, system)
    assert len(finals) == len(entries)
    key = str if system is System.LINUX else folded
    taken = {(entry.parent, key(name)) for entry, name in zip(entries, finals, strict=True)}
    assert len(taken) == len(entries), "two entries for one file"
    for name in finals:
        check_component(name, system)
    check_component(numbered(finals[-1], 1_000_000, entries[-1].kind, system), system)
    renamed = [
        Entry(entry.parent, name, entry.kind) for entry, name in zip(entries, finals, strict=True)
    ]
    assert final_names(renamed, system) == finals, "not the same when done again"


def check_component(name: str, system: System) -> None:
    """By rules written down a second time."""
    assert name not in {"", ".", ".."}
    assert not set(name) & set("/\\\0")
    assert not re.match("[a-zA-Z]:", name)
    assert not unicodedata.normalize("NFKC", name).casefold().startswith(STAGING_PREFIX)
    assert visible(name, "_") == name
    assert len(name.encode("utf-16-le")) <= 510 if system is System.WINDOWS else True
    assert len(name.encode()) <= 255 or system is System.WINDOWS
    if system is System.WINDOWS:
        assert not set(name) & set('<>:"|?*')
        assert name[-1] not in ". "
        assert name.split(".", maxsplit=1)[0].rstrip(" ").casefold() not in DEVICES


NAMES = (
    *(
        "a",
        "A",
        "a (2)",
        "photo.jpg",
        "é",
        "e\u0301",
        "ß",
        "SS",
        "\u212a",
        "k",
        "写真.tar.gz",
        "🔥",
    ),
    *(
        "CON",
        "nul.txt",
        "COM¹",
        "aux .c",
        "CONIN$",
        "conout$.x",
        "ends. .",
        "f:stream",
        "C:x",
        "...",
        " ",
        "~",
        ".bashrc",
    ),
    *(
        ".desktopxfer-1",
        ".de\u017fktopxfer-",
        "photo\u202egpj.exe",
        "a\u200db",
        ".\u200d",
        "CON" + " " * 300 + "x",
        "esc\x1b[0m",
        "\n",
    ),
    *(
        "\u0646\u0627\u0645\u0647\u200c\u0647\u0627.pdf",
        "zalgo" + "\u0301" * 12,
        "❤\ufe0f",
        "1\ufe0f",
    ),
    *(
        "x" * 255,
        "x" * 300 + ".tar.xz",
        "é" * 200 + ".png",
        "🔥" * 130,
        "a\\b",
        "..",
        "a/b",
        "\udcff",
    ),
)


def seeds() -> Iterator[bytes]:
    records = [name.encode("utf-8", "surrogateescape") for name in NAMES]
    for record in records:
        yield b"\x08" + record
    yield b"\xff".join(b"\x08" + record for record in records)  # all side by side
    yield b"\xff".join(b"\x40" + record for record in records)  # each within the one before
    yield b"\xff".join(b"\x48" + record for record in records if len(record) < 20)
