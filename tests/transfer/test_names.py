import os
import sys
import tempfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.errors import ProtocolViolation, UnsafeName
from desktopxfer.offer import MAX_ENTRIES, TOP, Entry, EntryKind
from desktopxfer.transfer import names
from desktopxfer.transfer.names import System, check, final_names, folded, numbered, sendable

FILE, FOLDER = EntryKind

AWKWARD = './\\:*?"<>|~ \0\n\x1b\x7f\u202e\u200b\u200d\ufe0f\u0301\u0345ßſKİıé\u00b9🔥nulcoxNUL-1()'
awkward_names = st.text(
    st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=["Cs"])), max_size=300
)
awkward_names |= st.sampled_from(
    ["CON", "nul.txt", "...", "A", "a", "a (2)", "é", "e\u0301", "x" * 255, "x" * 256, "é" * 200]
)


def file(name: str, parent: int = TOP, size: int = 0, mtime_ns: int = 0) -> Entry:
    return Entry(parent, name, FILE, size, mtime_ns)


def folder(name: str, parent: int = TOP) -> Entry:
    return Entry(parent, name, FOLDER)


def final(name: str, system: System = System.LINUX) -> str:
    return final_names([file(name)], system)[0]


@st.composite
def trees(draw: st.DrawFn) -> list[Entry]:
    """Manifests that `check` passes."""
    entries: list[Entry] = []
    folders, seen = [TOP], set()
    for name in draw(st.lists(awkward_names.map(sendable), max_size=20)):
        parent = draw(st.sampled_from(folders))
        if (parent, name) in seen:
            continue
        seen.add((parent, name))
        kind = draw(st.sampled_from(EntryKind))
        if kind is FOLDER:
            folders.append(len(entries))
        entries.append(Entry(parent, name, kind))
    return entries or [file("x")]


# Refusing -----------------------------------------------------------------------------------------

CLIMBING = [
    "",
    ".",
    "..",
    "../x",
    "a/../../b",
    "a/b",
    "/etc/passwd",
    "//h/s",
    "\\\\?\\C:\\x",
    "..\\x",
    "a\\b",
    "C:x",
    "c:",
    "Z:\\x",
    "nul\0.txt",
    "\0",
    "lone \ud800 surrogate",
    "\udcff",
    "x" * 1025,
    "é" * 513,
    ".desktopxfer-",
    ".desktopxfer-0123",
    ".DESKTOPXFER-0123",
    ".de\u017fktopxfer-0123",  # a long s is an s where case is folded
    ".des\u212atopxfer-0123",  # and the Kelvin sign a k
]
HARMLESS = [
    "...",
    "....",
    "..x",
    ". .",
    " ",
    "~",
    "~root",
    "-rf",
    "--",
    "%2e%2e%2f",  # nobody decodes it
    "$HOME",
    "`id`",
    "ab:c:",
    "1:2",
    ".bashrc",
    ".desktopxfer",
    "desktopxfer-1",
    "authorized_keys",
    "CON",
    "\uff0e\uff0e",  # full-width dots are not dots
    "\u2215etc",
    "x" * 1024,
]


@pytest.mark.parametrize("name", CLIMBING)
def test_a_name_that_could_do_harm_refuses_the_offer(name: str) -> None:
    with pytest.raises(UnsafeName) as caught:
        check([folder("d"), file("honest", 0), file(name, 0)])
    assert caught.value.subject.isprintable()
    assert 0 < len(caught.value.subject) <= 80


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_name_is_no_reason_to_refuse(name: str) -> None:
    check([file(name)])


@pytest.mark.parametrize("name", CLIMBING)
def test_what_is_refused_is_never_sent(name: str) -> None:
    check([file(sendable(name))])


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [file("a", parent=0)],
        [file("a", parent=1), folder("b")],
        [folder("b"), file("a", parent=1)],
        [file("a", parent=-2)],
        [folder("b"), file("a", parent=-(2**63))],
        [folder("b"), file("a", parent=2**63)],
        [file("a"), file("b", parent=0)],
        [file("a"), file("a")],
        [file("a"), folder("a")],
        [folder("a"), folder("a")],
        [folder("a"), file("b", 0), file("b", 0)],
        [file("a", size=-1)],
        [file("a", size=2**63)],
        [file("a", size=2**64)],
        [file("a", size=2**63 - 1), file("b", size=1)],
        [Entry(TOP, "a", FOLDER, size=1)],
        [file("a", mtime_ns=2**63)],
        [file("a", mtime_ns=-(2**63) - 1)],
    ],
)
def test_a_manifest_that_cannot_be_is_refused(entries: Sequence[Entry]) -> None:
    with pytest.raises(ProtocolViolation) as caught:
        check(entries)
    assert caught.value.detail


def test_the_limits_themselves_are_allowed(tmp_path: os.PathLike[str]) -> None:
    check([file("a", size=2**63 - 1), folder("b"), file("a", parent=1)])
    for mtime_ns in (names.MTIME_MIN_NS, names.MTIME_MAX_NS):
        check([file("a", mtime_ns=mtime_ns)])
        os.utime(tmp_path, ns=(mtime_ns, mtime_ns))  # and no system call stumbles over them


def test_too_many_entries_are_refused() -> None:
    one = file("a")
    with pytest.raises(ProtocolViolation):
        check([one] * (MAX_ENTRIES + 1))


def chain(levels: int, name: str = "d") -> list[Entry]:
    return [folder(name, parent=index - 1) for index in range(levels)]


def test_nesting_is_limited() -> None:
    check(chain(names.DEPTH_LIMIT))
    for entries in (
        chain(names.DEPTH_LIMIT + 1),
        [*chain(names.DEPTH_LIMIT), file("f", names.DEPTH_LIMIT - 1)],
        chain(100_000),
    ):
        with pytest.raises(ProtocolViolation):
            check(entries)


def test_the_length_of_a_path_is_limited_in_bytes() -> None:
    check(chain(names.PATH_LIMIT // 256, "x" * 255))
    check(chain(names.PATH_LIMIT // 256, "é" * 127 + "x"))
    for name in ("x" * 255, "é" * 127 + "x"):
        with pytest.raises(ProtocolViolation):
            check(chain(names.PATH_LIMIT // 256 + 1, name))


# Sending ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("plain.txt", "plain.txt"),
        ("写真.jpg", "写真.jpg"),
        ("e\u0301", "e\u0301"),
        ("two\nlines", "two\nlines"),  # harmless on the wire; the other side decides
        ("caf\udce9.txt", "caf\ufffd.txt"),
        ("a\\b", "a_b"),
        ("C: drive", "C_ drive"),
        ("1:2", "1:2"),
        (".desktopxfer-x", "_desktopxfer-x"),
        ("..", "__"),
        ("", "_"),
        ("x" * 2000 + ".tar.gz", "x" * 1017 + ".tar.gz"),
    ],
)
def test_sendable(name: str, sent: str) -> None:
    assert sendable(name) == sent


@given(st.text(max_size=300) | st.binary(max_size=255).map(os.fsdecode))
def test_what_is_sendable_passes_the_check(name: str) -> None:
    sent = sendable(name)
    check([file(sent)])
    assert sendable(sent) == sent


# On the disk --------------------------------------------------------------------------------------

AS_THEY_ARE_ON_LINUX = [
    "aux.c",
    "CON",
    "a:b",
    'what?*<>|"',
    "ends. ",
    "...",
    "e\u0301",
    "\u212a",
    " ",
]


def test_linux_keeps_what_only_others_mind() -> None:
    entries = [*map(file, AS_THEY_ARE_ON_LINUX), file("Makefile"), file("makefile"), file("\u00e9")]
    assert final_names(entries, System.LINUX) == [entry.name for entry in entries]


@pytest.mark.parametrize(
    ("name", "on_windows"),
    [
        ("CON", "_CON"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("aux .c", "_aux .c"),
        ("PRN:x", "PRN_x"),
        ("COM\u00b9", "_COM\u00b9"),
        ("lpt9.", "_lpt9"),
        ("CONIN$", "_CONIN$"),
        ("conout$.log", "_conout$.log"),
        ("console", "console"),
        ("COM10", "COM10"),
        ("ends. .", "ends"),
        ("...", "_"),
        (" ", "_"),
        ("f:stream", "f_stream"),
        ("f::$DATA", "f__$DATA"),
        ('<>:"|?*', "_______"),
        ("CON" + " " * 300 + "x", "_CON"),
        ("a" * 255 + ".txt", "a" * 251 + ".txt"),
        ("🔥" * 128, "🔥" * 127),
        ("é" * 255, "é" * 255),
    ],
)
def test_windows(name: str, on_windows: str) -> None:
    assert final(name, System.WINDOWS) == on_windows


@pytest.mark.parametrize("system", System)
@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("esc\x1b[31m", "esc_[31m"),
        ("two\nlines", "two_lines"),
        ("del\x7f", "del_"),
        ("photo\u202egpj.exe", "photo_gpj.exe"),
        ("in\u200bvisible", "in_visible"),
        (".\u200b", "._"),  # replaced, because dropping it would leave a name that climbs
        (".\u200bdesktopxfer-", "._desktopxfer-"),
        ("zalgo" + "\u0301" * 90, "zalgo" + "\u0301" * 8),
        (
            "\u0646\u0627\u0645\u0647\u200c\u0647\u0627.pdf",
            "\u0646\u0627\u0645\u0647\u200c\u0647\u0627.pdf",
        ),
        ("x" * 300 + ".jpeg", "x" * 250 + ".jpeg"),
        ("x" * 300 + ".tar.xz", "x" * 248 + ".tar.xz"),
        ("x" * 300, "x" * 255),
        ("x" * 200 + ". " + "y" * 200, "x" * 200 + ". " + "y" * 53),
    ],
)
def test_everywhere(system: System, name: str, saved: str) -> None:
    assert final(name, system) == saved


def test_a_long_name_is_cut_at_a_whole_character() -> None:
    assert final("é" * 200 + ".png") == "é" * 125 + ".png"
    assert final("\u0915\u200d" * 100) == "\u0915\u200d" * 42 + "\u0915"
    assert final("a" * 251 + "\u0915\u200d\u0915") == "a" * 251 + "\u0915"


@pytest.mark.parametrize("system", [System.MACOS, System.WINDOWS])
@pytest.mark.parametrize(
    ("first", "second", "saved"),
    [
        ("Makefile", "makefile", "makefile (2)"),
        ("\u00e9.txt", "e\u0301.txt", "e\u0301 (2).txt"),
        ("\u00c9.txt", "e\u0301.txt", "e\u0301 (2).txt"),
        ("Stra\u00dfe", "STRASSE", "STRASSE (2)"),
        ("K", "\u212a", "\u212a (2)"),
        ("\u017f", "s", "s (2)"),
        ("\u1f80", "\u03b1\u0345\u0313", "\u03b1\u0345\u0313 (2)"),  # marks in another order
    ],
)
def test_one_name_to_the_system_gets_a_number(
    system: System, first: str, second: str, saved: str
) -> None:
    assert final_names([file(first), file(second)], system) == [first, saved]
    assert final_names([file(first), folder("d"), file(second, 1)], system)[2] == second


def test_names_that_become_the_same_get_numbers() -> None:
    entries = [
        file("a\x01.c"),
        file("a\x02.c"),
        file("a_ (2).c"),
        file("a\x03.c"),
        folder("a\x04.c"),
    ]
    saved = ["a_.c", "a_ (2).c", "a_ (2) (2).c", "a_ (3).c", "a_.c (2)"]
    assert final_names(entries, System.LINUX) == saved


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("photo.jpg", "photo (2).jpg"),
        ("archive.tar.gz", "archive (2).tar.gz"),
        ("Archive.TAR.GZ", "Archive (2).TAR.GZ"),
        ("README", "README (2)"),
        (".bashrc", ".bashrc (2)"),
        (".config.json", ".config (2).json"),
        ("...", "... (2)"),
        ("ends.", "ends. (2)"),
        ("photo (2).jpg", "photo (2) (2).jpg"),
        ("Mr. Smith and the others", "Mr. Smith and the others (2)"),
    ],
)
def test_numbered(name: str, second: str) -> None:
    assert numbered(name, 2) == second
    assert numbered(name, 2, FOLDER) == f"{name} (2)"


@given(awkward_names.map(sendable), st.integers(2, MAX_ENTRIES), st.sampled_from(EntryKind))
def test_a_numbered_name_still_fits(name: str, number: int, kind: EntryKind) -> None:
    for system in System:
        saved = numbered(final(name, system), number, kind, system)
        check([file(saved)])
        assert final(saved, system) == saved


@pytest.mark.timeout(60)
def test_a_hostile_manifest_of_equal_names_takes_no_quadratic_time() -> None:
    same = [
        file("".join(chr(1 + (index >> 4 * k & 15)) for k in range(5))) for index in range(50_000)
    ]
    cut = [file(f"{'x' * 240}{index:06}{'y' * 20}.jpg") for index in range(50_000)]
    saved = final_names(same + cut, System.LINUX)
    assert len(set(saved)) == len(saved)


# Any tree -----------------------------------------------------------------------------------------


@given(trees())
def test_no_tree_climbs_or_has_a_name_twice(entries: list[Entry]) -> None:
    check(entries)
    for system in System:
        saved = final_names(entries, system)
        renamed = [
            Entry(entry.parent, name, entry.kind)
            for entry, name in zip(entries, saved, strict=True)
        ]
        check(renamed)
        assert final_names(renamed, system) == saved
        key = str if system is System.LINUX else folded
        keys = {(entry.parent, key(entry.name)) for entry in renamed}
        assert len(keys) == len(entries)
        encoding, room = ("utf-16-le", 510) if system is System.WINDOWS else ("utf-8", 255)
        assert all(0 < len(name.encode(encoding)) <= room for name in saved)
        assert system is not System.WINDOWS or not any(
            name.endswith((" ", ".")) or set(name) & set('<>:"|?*') for name in saved
        )


@pytest.mark.skipif(sys.platform != "linux", reason="makes the files of a Linux destination")
@given(trees())
def test_linux_makes_any_tree(entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as destination:
        paths: list[str] = []
        for entry, name in zip(entries, final_names(entries, System.LINUX), strict=True):
            above = destination if entry.parent == TOP else paths[entry.parent]
            path = os.path.join(above, name)
            paths.append(path)
            if len(path) > 1000:
                continue
            if entry.kind is FOLDER:
                os.mkdir(path)
            else:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            assert os.path.dirname(os.path.realpath(path)) == os.path.realpath(above)
            assert name in os.listdir(above)
