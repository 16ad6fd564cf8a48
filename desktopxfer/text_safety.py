"""Owns how a stranger's text becomes fit for a window, a terminal or a log."""

import re
import unicodedata

# Controls (ESC among them), line and paragraph separators, bidi controls, lone surrogates, and what
# Unicode calls Default_Ignorable: characters that show nothing or change how their neighbours show.
# Left out are joiners and variation selectors, which have a meaning in the right place: see below.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)

REPLACED = "\N{REPLACEMENT CHARACTER}"  # what stands for such a character

_UNSAFE_IN_LINES = re.compile(rf"(?![\n\t]){_UNSAFE.pattern}")

# No script puts more marks on one letter than about five; dozens paint over the lines around it.
_MARKS_LIMIT = 8
_MANY_MARKS = re.compile(
    rf"[^\w\x00-\x7f]{{{_MARKS_LIMIT + 1},}}"
)  # a mark is neither \w nor ASCII
_MARK_CATEGORIES = frozenset({"Mn", "Me"})
_JOINERS = "\u200c\u200d"

# Variation selectors choose between forms of an emoji, of a Chinese or of a Mongolian character. Of
# ASCII only digits, # and * have such forms (keycaps).
_STRAY_SELECTORS = re.compile(
    r'(?:\A|(?<=[\x00-"$-)+-/:-\x7f\u200c\u200d]))'
    r"[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)

# ZWNJ and ZWJ belong between two characters of a script that joins (Arabic, Syriac, the scripts of
# India) and between emoji. Latin, Greek, Cyrillic and Hebrew have no use for them.
# Here is what does not join: the rest is so much that its pattern takes milliseconds to compile.
_ALONE = r"\x00-\u05ff\u1d00-\u20ff\ufff0-\uffff"
_STRAY_JOINERS = re.compile(rf"(?<![^{_ALONE}])[{_JOINERS}]|[{_JOINERS}](?![^{_ALONE}])")

DEVICE_NAME_LIMIT = 64  # characters: what a row in the list of devices has room for


def visible(text: str, substitute: str) -> str:
    """`text` with `substitute` for every character that hides, reorders or breaks lines.

    Kept are ZWNJ and ZWJ between characters of scripts that need them and between emoji, variation
    selectors where a form can be chosen, and up to 8 marks in a row; more of them are dropped.
    `substitute` is one visible character. Never longer than before, neither in characters nor (with
    "_") in bytes, and unchanged when applied again.
    """
    return _visible(text, substitute, _UNSAFE)


def visible_lines(text: str) -> str:
    """The same for a text of many lines: tabs and line ends stay, and U+FFFD marks the rest.

    However a line ended, it ends with a line feed now.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _visible(text, REPLACED, _UNSAFE_IN_LINES)


def _visible(text: str, substitute: str, unsafe: re.Pattern[str]) -> str:
    if text.isascii():
        return text if text.isprintable() else unsafe.sub(substitute, text)
    # Each step leaves nothing for the ones before it.
    text = unsafe.sub(substitute, text)
    text = _MANY_MARKS.sub(_capped, text)
    text = _STRAY_SELECTORS.sub(substitute, text)
    return _STRAY_JOINERS.sub(substitute, text)


def _capped(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in match[0]:
        is_mark = unicodedata.category(char) in _MARK_CATEGORIES or char in _JOINERS
        marks = marks + 1 if is_mark else 0
        if marks <= _MARKS_LIMIT:
            kept.append(char)
    return "".join(kept)


def printable(text: str, limit: int = 200) -> str:
    """`text` as at most `limit` (3 or more) characters on one line that cannot steer what shows it.

    What is too long loses its middle: the end of a path, and the extension in it, says most.
    """
    if len(text) > limit:
        head = limit // 2
        text = f"{text[:head]}…{text[head + 1 - limit :]}"
    return visible(text, REPLACED)


def device_name(text: str) -> str:
    """What a device calls itself, for display: 1 to 64 characters without spaces around them.

    `Bob` and `Bob ` thus show as one name. That is harmless, because a name identifies nobody: the
    device id does, and wherever devices are told apart its short form stands beside the name.
    """
    return printable(" ".join(text.split()), DEVICE_NAME_LIMIT) or "?"
