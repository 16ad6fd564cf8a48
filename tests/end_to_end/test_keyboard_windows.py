"""Does the main jobs in two real windows with the keyboard alone, from the very first start."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktopxfer.settings import Profile, Settings, Visibility
from tests.end_to_end.desktop import CHECKOUT, START_TIMEOUT_S, Window, wait_until
from tests.end_to_end.namespaces import Network, needed
from tests.end_to_end.two_windows import TwoWindows

pytestmark = [pytest.mark.screen, pytest.mark.netns, pytest.mark.slow]

MB = 1_000_000
WELCOME = "Welcome to desktopxfer"
AT_LOGIN = "Start with the computer, in the background"


@pytest.fixture
def windows(
    private_screen: None, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[TwoWindows]:
    """Not yet open. Without settings they listen everywhere: in a network of their own."""
    needed()
    with Network("alice", "bob") as network:
        name = request.node.name.removeprefix("test_")
        yield TwoWindows(tmp_path, name=name, computers=(network["alice"], network["bob"]))


def welcome(windows: TwoWindows, window: Window) -> None:
    """Looks at the page of the very first start, where the name can be written at once."""
    windows.desktop.activate(windows.desktop.window("^Welcome", window))
    windows.wait_for_focus(window, "Name")


def introduce(windows: TwoWindows, window: Window, name: str) -> None:
    """Says there what the device is called and where its files go, and no more."""
    welcome(windows, window)
    windows.desktop.type(name)
    windows.go_to(window, "Save to")
    windows.desktop.type(str(windows.downloads(name)))
    windows.shot("welcome")
    windows.go_to(window, "Start")
    windows.desktop.key("Return")
    window.widget(name)
    assert not window.widgets(WELCOME)


def quit_with_the_keyboard(windows: TwoWindows, window: Window) -> None:
    windows.focus(window)
    windows.desktop.key("ctrl+q")
    wait_until(lambda: not window.running, "the window is closed", START_TIMEOUT_S)


def settings_of(tmp_path: Path, name: str) -> Settings:
    return Profile(tmp_path / name).load_settings()


def test_all_of_it_without_a_mouse(windows: TwoWindows, tmp_path: Path) -> None:
    photos = tmp_path / "Photos"
    photos.mkdir()
    (photos / "film.mkv").write_bytes(bytes(30 * MB))
    (photos / "run me.sh").write_text("true")
    with windows:
        desktop, alice, bob = windows.desktop, windows.alice, windows.bob
        introduce(windows, alice, windows.alice_name)
        introduce(windows, bob, windows.bob_name)
        windows.wait_until_met()

        # The limit leaves 15 seconds for the pause.
        windows.focus(alice)
        windows.go_to(alice, "Settings")
        desktop.key("space")
        windows.go_to(alice, "General")
        for key, page in (("Right", "Network"), ("Right", "This computer"), ("Left", "Network")):
            desktop.key(key)
            windows.wait_for_focus(alice, page)
        windows.go_to(alice, "Send at most")
        desktop.type("2")
        windows.shot("settings")
        desktop.key("Return")
        wait_until(lambda: not alice.widgets("Send at most"), "the settings are closed")

        taken = windows.downloads(windows.bob_name) / "Photos"
        taken.mkdir(parents=True)
        (taken / "film.mkv").write_text("another")
        command = [sys.executable, "-m", "desktopxfer", "--profile"]
        start = subprocess.run(
            [*command, str(tmp_path / windows.alice_name), str(photos)],
            env=desktop.environment,
            cwd=CHECKOUT,
            timeout=START_TIMEOUT_S,
            check=False,
        )
        assert start.returncode == 0
        alice.widget("Choose devices…")
        wait_until(lambda: desktop.active() == alice.id, "Alice's window is in front")
        windows.go_to(alice, "Devices")
        windows.go_to_row(alice, windows.bob_name)
        windows.shot("device")
        desktop.key("Return")
        windows.wait_for_stage(alice, "waiting")
        windows.go_to(alice, "Transfers")

        bob.widget("accept")
        desktop.activate(desktop.window("wants to send files"))
        windows.go_to(bob, "What is offered")
        desktop.key("End", "space")
        wait_until(lambda: bob.widgets("1 of 2 files, 30.0 MB of 30.0 MB"), "one is unticked")
        bob.widget("Keep both")
        windows.go_to(bob, "Keep both")
        desktop.key("Right")
        windows.wait_for_focus(bob, "Skip identical")
        windows.shot("offer")
        windows.go_to(bob, "Accept")
        desktop.key("Return")

        windows.wait_for_bytes(alice, MB)
        windows.focus(alice)
        desktop.key("space")
        windows.wait_for_stage(alice, "interrupted")
        windows.shot("paused")
        desktop.key("space")
        windows.wait_for_stage(alice, "moving")
        desktop.key("Right")
        windows.go_to(alice, "Files of the transfer")
        windows.go_to_row(alice, "film.mkv")
        windows.shot("entries")
        windows.go_to(alice, "Hide the files")
        desktop.key("space")

        windows.wait_for_stage(alice, "finished", timeout_s=60)
        windows.go_to(alice, "History")
        desktop.key("space")
        windows.go_to(alice, "Past transfers")
        windows.go_to_row(alice, "Photos")
        windows.shot("history")
        desktop.key("Escape")
        wait_until(lambda: not alice.widgets("Past transfers"), "the history is closed")
        quit_with_the_keyboard(windows, alice)

        assert sorted(file.name for file in taken.iterdir()) == ["film (2).mkv", "film.mkv"]
        windows.reopen_alice()
        assert windows.alice.widgets(windows.alice_name)
        assert not windows.alice.widgets(WELCOME)


def test_the_first_page_takes_every_answer_and_comes_once(
    windows: TwoWindows, tmp_path: Path
) -> None:
    with windows:
        desktop, alice = windows.desktop, windows.alice
        welcome(windows, alice)
        desktop.type(windows.alice_name)
        windows.go_to(alice, "Save to")
        desktop.type(str(windows.downloads(windows.alice_name)))
        windows.go_to(alice, "Choose the folder")
        windows.go_to(alice, "Everyone nearby")
        desktop.key("Right")
        windows.wait_for_focus(alice, "Trusted devices only")
        alice.widget(AT_LOGIN)
        windows.go_to(alice, AT_LOGIN)
        desktop.key("space")
        windows.shot("filled in")
        windows.go_to(alice, "Start")
        desktop.key("space")
        alice.widget(windows.alice_name)
        wait_until(
            lambda: list((tmp_path / "desktop" / "config" / "autostart").glob("*.desktop")),
            "it starts with the computer",
        )
        windows.shot("afterwards")
        settings = settings_of(tmp_path, windows.alice_name)
        assert settings.device_name == windows.alice_name
        assert settings.download_folder == str(windows.downloads(windows.alice_name))
        assert settings.visibility is Visibility.TRUSTED
        quit_with_the_keyboard(windows, alice)
        windows.reopen_alice()
        assert windows.alice.widgets(windows.alice_name)
        assert not windows.alice.widgets(WELCOME)


def test_the_first_page_can_be_skipped_and_comes_once(windows: TwoWindows, tmp_path: Path) -> None:
    with windows:
        desktop, alice = windows.desktop, windows.alice
        welcome(windows, alice)
        desktop.type("Anna")
        windows.go_to(alice, "Skip")
        desktop.key("space")
        wait_until(lambda: not alice.widgets(WELCOME), "the page is gone")
        assert settings_of(tmp_path, windows.alice_name) == Settings()
        quit_with_the_keyboard(windows, alice)
        windows.reopen_alice()
        assert not windows.alice.widgets(WELCOME)
