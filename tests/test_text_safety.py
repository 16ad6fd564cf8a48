import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.text_safety import DEVICE_NAME_LIMIT, device_name, printable, visible

# What a hostile name is made of: hypothesis alone seldom puts two of them side by side.
AWKWARD = "\x00\n\x1b\x7f\x9b\xad\u034f\u061c\u115f\u180b\u200b\u200c\u200d\u2028\u202e\u2066\u3164"
AWKWARD += "\ufe0f\ufeff\uffa0\ufffb\U0001f3f4\U000e0067\U000e0100\u0301\u0489\u0915\u094d❤🔥a1#. "
awkward_text = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=60)

WRITTEN_BY_PEOPLE = [
    "plain.txt",
    "Mr. & Mrs. O'Neill <draft> 100%.doc",
    "naïve café",
    "nai\u0308ve cafe\u0301",
    "写真",
    "สวัสดี",
    "ברוך הבא",
    "שָׁלוֹם",
    "Việt Nam",
    "\u0646\u0627\u0645\u0647\u200c\u0647\u0627",  # Persian: ZWNJ
    "\u0915\u094d\u200d\u0937",  # Devanagari: ZWJ keeps the half form
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",  # a family: emoji with ZWJ
    "\u2764\ufe0f\u200d\U0001f525",  # heart on fire
    "1\ufe0f\u20e3",  # keycap
    "\u845b\U000e0100",  # a variant of a Chinese character, as in Japanese names
    "Screenshot 2026-11-22 at 9.41.00\u202fAM.png",  # as macOS names them
]


@pytest.mark.parametrize("text", WRITTEN_BY_PEOPLE)
def test_what_people_write_stays(text: str) -> None:
    assert visible(text, "_") == text
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;owned\x07", "_]0;owned_"),
        ("\x9b31m", "_31m"),
        ("two\nlines\r\n", "two_lines__"),
        ("two\u2028lines\u2029", "two_lines_"),
        ("photo\u202egpj.exe", "photo_gpj.exe"),
        ("\u2067isolated\u2069", "_isolated_"),
        ("in\u200bvisible", "in_visible"),
        ("\ufeffmark", "_mark"),
        ("soft\xadhyphen", "soft_hyphen"),
        ("lat\u200din", "lat_in"),
        ("\u200d", "_"),
        ("at the end \u0915\u200c", "at the end \u0915_"),
        ("\u0915\u200c\u200d\u0915", "\u0915__\u0915"),
        ("a\ufe0f", "a_"),
        ("\U000e0061\U000e0062", "__"),  # tags: text that nobody sees
        ("\u3164", "_"),  # a letter that is blank
        ("lone \ud800", "lone _"),
    ],
)
def test_what_hides_or_steers_is_replaced(text: str, shown: str) -> None:
    assert visible(text, "_") == shown


def test_a_tower_of_marks_is_cut() -> None:
    assert visible("e" + "\u0301" * 5000 + "x", "_") == "e" + "\u0301" * 8 + "x"
    assert visible("\u0301\u200d" * 5000, "_").count("\u0301") <= 8


@given(awkward_text)
def test_visible_holds_for_any_text(text: str) -> None:
    shown = visible(text, "_")
    assert visible(shown, "_") == shown
    assert len(shown) <= len(text)
    assert len(shown.encode()) <= len(text.encode(errors="surrogatepass"))
    hidden = {
        char for char in shown if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    }
    # Cf has also visible signs, such as the Arabic number sign.
    assert not hidden & set(AWKWARD) - {"\u200c", "\u200d"}
    assert visible(visible(text, "\ufffd"), "\ufffd") == visible(text, "\ufffd")


@given(awkward_text, st.integers(3, 70))
def test_printable_fits_on_one_line(text: str, limit: int) -> None:
    shown = printable(text, limit)
    assert len(shown) <= limit
    assert len(shown.splitlines()) <= 1
    shown.encode()
    assert printable(shown, limit) == shown


def test_a_long_text_loses_its_middle() -> None:
    assert printable("/home/anna/" + "x" * 5_000_000 + "/photo.jpg", 21) == "/home/anna…/photo.jpg"
    assert printable("x" * 200) == "x" * 200
    assert printable("abcd", 3) == "a…d"


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Bob", "Bob"),
        ("Bob ", "Bob"),
        ("\u3000Bob\n", "Bob"),
        ("Bob\nBuilder", "Bob Builder"),
        ("Bob\u200b", "Bob\ufffd"),
        ("\x1b[2JBob", "\ufffd[2JBob"),
        ("", "?"),
        (" \t\n", "?"),
    ],
)
def test_device_name(told: str, shown: str) -> None:
    assert device_name(told) == shown


@given(awkward_text.map(lambda text: text * 3))
def test_a_device_name_is_short_and_never_empty(text: str) -> None:
    name = device_name(text)
    assert 1 <= len(name) <= DEVICE_NAME_LIMIT
    assert name == name.strip()
    assert device_name(name) == name
