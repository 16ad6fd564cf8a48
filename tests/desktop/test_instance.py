import os
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktopxfer.desktop import instance
from desktopxfer.desktop.instance import LENGTH, MOST_BYTES, MOST_PATHS, Wish
from desktopxfer.errors import TooManyEntries, WindowSilent
from desktopxfer.settings import Profile

if sys.platform == "win32":
    pytest.skip("the named pipe of Windows has no path", allow_module_level=True)


# The message --------------------------------------------------------------------------------------

NAMES = st.binary(min_size=1).filter(lambda name: b"\0" not in name).map(lambda name: b"/" + name)


@given(st.lists(NAMES), st.booleans(), st.text("abc+/=-_", max_size=40), st.booleans())
def test_a_wish_arrives_as_it_was(
    names: list[bytes], hidden: bool, token: str, quits: bool
) -> None:
    wish = Wish(tuple(names), hidden, token, quits)
    message = instance.encode(wish)
    assert instance.length_of(message[: LENGTH.size]) == len(message) - LENGTH.size
    arrived = instance.decode(message[LENGTH.size :])
    assert arrived == wish
    assert [os.fsencode(path) for path in arrived.paths] == [
        os.fsencode(Path(os.fsdecode(name))) for name in names
    ]


@given(st.binary(max_size=200))
def test_nothing_but_a_wish_is_understood(garbage: bytes) -> None:
    try:
        wish = instance.decode(garbage)
    except ValueError:
        return
    assert all(path.is_absolute() for path in wish.paths)


@pytest.mark.parametrize(
    "said",
    [
        [["a.txt"], False, ""],
        {"names": [b"a.txt"]},
        {"names": [b""]},
        {"names": [b"/a\0b"]},
        {"names": ["/text"]},
        {"names": b"/a"},
        {"hidden": 1},
        {"token": "two words"},
        {"token": "NUL\0"},
        {"token": "end\n"},
        {"token": "x" * 1025},
        {"names": [b"/a"] * (MOST_PATHS + 1)},
        None,
    ],
)
def test_what_no_start_says_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match=r"absolute|Expected|match|max_length|length"):
        instance.decode(msgspec.msgpack.encode(said))


def test_the_length_is_bounded_before_anything_is_read() -> None:
    assert instance.length_of(LENGTH.pack(MOST_BYTES)) == MOST_BYTES
    with pytest.raises(ValueError, match="4194305 bytes"):
        instance.length_of(LENGTH.pack(MOST_BYTES + 1))


def test_too_many_paths_are_said_before_they_are_sent() -> None:
    with pytest.raises(TooManyEntries, match="100001 paths"):
        instance.encode(Wish((b"/a",) * (MOST_PATHS + 1)))
    with pytest.raises(TooManyEntries):
        instance.encode(Wish((b"/" + b"a" * MOST_BYTES,)))


def test_paths_begin_where_this_process_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    wish = Wish.of([Path("a b"), Path(), Path("../x"), Path("/etc/hosts"), Path("\udcff")])
    here = str(tmp_path)
    assert [*map(str, wish.paths)] == [
        f"{here}/a b",
        here,
        f"{here}/../x",
        "/etc/hosts",
        f"{here}/\udcff",
    ]
    assert instance.decode(instance.encode(wish)[LENGTH.size :]) == wish


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        ({}, ""),
        ({"XDG_ACTIVATION_TOKEN": "gnome-1"}, "gnome-1"),
        ({"DESKTOP_STARTUP_ID": "kwin_TIME7"}, "kwin_TIME7"),
        ({"XDG_ACTIVATION_TOKEN": "a", "DESKTOP_STARTUP_ID": "b"}, "a"),
        ({"XDG_ACTIVATION_TOKEN": "not plain"}, ""),
        ({"XDG_ACTIVATION_TOKEN": "x" * 5000}, ""),
    ],
)
def test_the_desktops_permission_to_come_forward_goes_along(
    environment: dict[str, str], token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in instance.TOKEN_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Wish.of([]).token == token


# Its place ----------------------------------------------------------------------------------------


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_socket_lies_in_the_profile_or_where_nobody_else_can_use_it(
    tmp_path: Path, temporary: Path
) -> None:
    first, second = instance.places(tmp_path)
    assert first == str(tmp_path / "window.socket")
    assert Path(second).parent.parent == temporary
    assert stat.S_IMODE(Path(second).parent.stat().st_mode) == 0o700
    assert [*instance.places(tmp_path / "other")][1] != second


@pytest.mark.parametrize("trap", ["open to others", "a link", "a file"])
def test_a_folder_that_others_may_have_made_is_not_used(
    tmp_path: Path, temporary: Path, trap: str
) -> None:
    folder = temporary / f"desktopxfer-{os.getuid()}"
    match trap:
        case "open to others":
            folder.mkdir()
            folder.chmod(0o777)
        case "a link":
            folder.symlink_to(tmp_path)
        case _:
            folder.touch()
    assert [*instance.places(tmp_path)] == [str(tmp_path / "window.socket")]


# The second start ---------------------------------------------------------------------------------


@pytest.fixture
def profile(tmp_path: Path, temporary: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
def hung(profile: Profile) -> Iterator[socket.socket]:
    """A window that is open and does not come round."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(next(instance.places(profile.root)))
        listening.listen()
        yield listening


def test_without_a_window_nobody_takes_it(profile: Profile) -> None:
    assert not instance.hand_over(profile.root, Wish())
    with instance.only_one(profile, Wish()) as is_only_one:
        assert is_only_one
    assert not instance.hand_over(profile.root / "which does not exist", Wish())


def test_a_window_that_hangs_is_said(
    profile: Profile, hung: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "ANSWER_TIMEOUT_S", 0.1)
    with pytest.raises(WindowSilent, match="does not answer"):
        instance.hand_over(profile.root, Wish())


def test_one_that_has_the_lock_and_never_listens_is_said(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "START_TIMEOUT_S", 0.1)
    with profile.locked("window"):
        with pytest.raises(WindowSilent, match=str(profile.root)):
            with instance.only_one(profile, Wish()):
                pass


def test_a_window_that_closes_meanwhile_makes_room(profile: Profile, hung: socket.socket) -> None:
    held = profile.locked("window")
    held.__enter__()

    def close() -> None:
        connection, _ = hung.accept()
        hung.close()
        connection.close()

    closing = threading.Thread(target=close)
    closing.start()
    taken = instance.hand_over(profile.root, Wish())
    closing.join()
    assert not taken
    held.__exit__(None, None, None)
    with instance.only_one(profile, Wish()) as is_only_one:
        assert is_only_one


# The end that somebody else wants -----------------------------------------------------------------


def test_where_no_window_is_open_none_is_ended(profile: Profile) -> None:
    assert not instance.quit_open(profile.root)
    nowhere = profile.root / "which does not exist"
    assert not instance.quit_open(nowhere)
    assert not nowhere.exists()


def test_who_ends_a_window_waits_until_it_has_ended(profile: Profile, hung: socket.socket) -> None:
    """The other one's files may be taken away then."""
    open_now = threading.Event()
    order = []

    def be_a_window() -> None:
        with profile.locked("window"):
            open_now.set()
            connection, _ = hung.accept()
            with connection:
                head = connection.recv(LENGTH.size)
                assert instance.decode(connection.recv(instance.length_of(head))).quits
                connection.sendall(instance.TAKEN)
            order.append("ended")

    window = threading.Thread(target=be_a_window)
    window.start()
    open_now.wait()
    assert instance.quit_open(profile.root)
    order.append("known")
    window.join()
    assert order == ["ended", "known"]


def test_one_that_takes_the_wish_and_does_not_end_is_said(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "QUIT_TIMEOUT_S", 0.1)
    monkeypatch.setattr(instance, "hand_over", lambda _root, _wish: True)
    with profile.locked("window"):
        with pytest.raises(WindowSilent, match="does not answer"):
            instance.quit_open(profile.root)
