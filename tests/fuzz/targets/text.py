"""Owns the fuzzing of a stranger's text on its way to a screen."""

import unicodedata
from collections.abc import Iterator

from desktopxfer.device import name_key
from desktopxfer.text_safety import (
    DEVICE_NAME_LIMIT,
    device_name,
    printable,
    visible,
    visible_lines,
)
from tests.fuzz.choices import as_text
from tests.fuzz.targets.names import NAMES

HARMFUL = {"Cc", "Cs", "Zl", "Zp"}
REORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def target(data: bytes) -> None:
    text = as_text(data)
    for substitute in ("_", "\N{REPLACEMENT CHARACTER}"):
        shown = visible(text, substitute)
        check_line(shown)
        assert len(shown) <= len(text)
        assert visible(shown, substitute) == shown
    assert len(visible(text, "_").encode()) <= len(text.encode("utf-8", "surrogatepass"))
    for limit in (3, 80, 200):
        line = printable(text, limit)
        check_line(line)
        assert len(line) <= limit
    lines = visible_lines(text)
    for part in lines.replace("\t", "\n").split("\n"):
        check_line(part)
    assert len(lines) <= len(text)
    assert visible_lines(lines) == lines
    name = device_name(text)
    check_line(name)
    assert 1 <= len(name) <= DEVICE_NAME_LIMIT
    assert name == name.strip()
    assert device_name(name) == name
    assert name_key(name_key(text)) == name_key(text)


def check_line(text: str) -> None:
    """By what Unicode's own tables say of each character."""
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        assert category not in HARMFUL, ascii(char)
        assert unicodedata.bidirectional(char) not in REORDERING, ascii(char)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        assert marks <= 8
    text.encode()


def seeds() -> Iterator[bytes]:
    for name in NAMES:
        yield name.encode("utf-8", "surrogateescape")
    yield b" Anna's \tlaptop "
    yield ("👩\u200d👩\u200d👧 \u200f\u2066abc\u2069 \u180b\ufe0f\U000e0100" * 3).encode()
