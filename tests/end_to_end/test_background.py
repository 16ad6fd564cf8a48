"""Tries the program without its window: real screen, real D-Bus, each kind of tray, and none."""

import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("D-Bus and X", allow_module_level=True)

from desktopxfer.device import Address, Peer
from desktopxfer.identity import certificate
from desktopxfer.identity.known_devices import KnownDevices
from desktopxfer.settings import Profile, Settings, WhenClosed
from desktopxfer.ui.arming import ARMING_MS
from tests import needs
from tests.end_to_end.desktop import START_TIMEOUT_S, Box, Desktop, Program, Window, wait_until
from tests.end_to_end.tray_watcher import TrayWatcher
from tests.notification_services import NotificationService

pytestmark = [pytest.mark.screen, pytest.mark.slow]

TITLE = "^desktopxfer$"
CLASS = "^desktopxfer$"
PLAIN = {0x2068: None, 0x2069: None}


class Home:
    """Alice's profile for the command line, Bob's for the window; on a desktop of their own."""

    def __init__(self, folder: Path, desktop: Desktop) -> None:
        self.desktop = desktop
        self._folder = folder
        token = secrets.token_hex(3)  # other tests on this computer are heard as well
        self.alice_name, self.bob_name = f"Alice {token}", f"Bob {token}"
        self.downloads = folder / "downloads"
        self.letter = folder / "letter.txt"
        self.letter.write_text("hello")
        self.alice = self._profile(self.alice_name)
        self.bob = self._profile(self.bob_name)

    def _profile(self, name: str) -> Profile:
        profile = Profile(self._folder / name)
        settings = Settings(
            device_name=name,
            download_folder=str(self.downloads),
            listen_host="127.0.0.1",
            port=0,
            when_closed=WhenClosed.HIDE,
        )
        profile.save_settings(settings)
        return profile

    @property
    def bus(self) -> str:
        return self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"]

    def trust_alice(self) -> None:
        device_id = certificate.load_or_create(self.alice).device_id
        alice = Peer(device_id, self.alice_name, "Linux", Address("127.0.0.1"))
        KnownDevices(self.bob).trust(alice)

    def start_bob(self, *words: str) -> Window:
        window = self.desktop.start_window("--profile", str(self.bob.root), *words)
        window.ask("reset")  # answered as soon as it runs; says why when it does not start
        return window

    def send(self, *words: str) -> Program:
        command = [sys.executable, "-m", "desktopxfer", "--profile", str(self.alice.root), "send"]
        return self.desktop.start([*command, str(self.letter), "--to", self.bob_name, *words])

    def windows(self) -> dict[str, str]:
        """All that are called as the program, however hidden, and what the window manager says."""
        found = self.desktop._xdotool("search", "--name", TITLE, check=False).stdout.split()
        return {window: self._state(window) for window in found}

    def _state(self, window: str) -> str:
        """`Normal`, `Iconic`, `Withdrawn`, or "" for what it does not look after."""
        said = subprocess.run(
            ["xprop", "-id", window, "WM_STATE"],
            env=self.desktop.environment,
            capture_output=True,
            text=True,
        ).stdout
        return next((line.split()[-1] for line in said.splitlines() if "window state" in line), "")

    def is_shown(self) -> bool:
        return "Normal" in self.windows().values()

    def is_minimised(self) -> bool:
        return "Iconic" in self.windows().values()

    def wait_until_shown(self) -> None:
        wait_until(self.is_shown, "the window is shown", START_TIMEOUT_S)

    def wait_until_hidden(self) -> None:
        wait_until(lambda: not self.is_shown(), "the window is hidden", START_TIMEOUT_S)

    def wait_until_minimised(self) -> None:
        wait_until(self.is_minimised, "the window is minimised", START_TIMEOUT_S)

    def press_close(self) -> None:
        """With the window manager's key, until it is gone: it may not have the focus yet."""
        (window,) = (each for each, state in self.windows().items() if state == "Normal")

        def is_gone() -> bool:
            self.desktop._xdotool("windowactivate", window, check=False)
            self.desktop.key("alt+F4")
            return self.windows().get(window) != "Normal"

        wait_until(is_gone, "the window is closed")

    def icons(self) -> list[Box]:
        """Small windows of the program in a panel: no window manager looks after them."""
        found = self.desktop._xdotool("search", "--onlyvisible", "--class", CLASS, check=False)
        boxes = [self.desktop.geometry(each) for each in found.stdout.split()]
        return [box for box in boxes if 8 <= box.width <= 64]


@pytest.fixture
def home(tmp_path: Path, private_screen: None) -> Iterator[Home]:
    needs.programs(xprop="x11-utils")
    with Desktop(tmp_path / "desktop") as desktop:
        yield Home(tmp_path, desktop)


def wait_for_exit(program: Program) -> int:
    return program.process.wait(START_TIMEOUT_S)


# Notifications ------------------------------------------------------------------------------------


def test_hidden_in_the_tray_it_receives_from_a_notification(home: Home) -> None:
    home.trust_alice()
    with TrayWatcher(home.bus) as panel, NotificationService(home.bus) as service:
        home.start_bob("--hidden")
        item = panel.item()
        sender = home.send()
        offered = service.next()
        assert offered.title.translate(PLAIN) == f"{home.alice_name} wants to send you files"
        assert offered.body.translate(PLAIN) == "letter.txt · 1 file, 5 B"
        wait_until(lambda: home.alice_name in item.tooltip(), "the tray says so too")
        time.sleep(ARMING_MS / 1000)  # a hand takes longer than that, or means something else
        service.click(offered.number, offered.button("Accept"))
        assert wait_for_exit(sender) == 0
        assert (home.downloads / "letter.txt").read_text() == "hello"
        arrived = service.next()
        assert arrived.title.translate(PLAIN) == "letter.txt has arrived"
        assert arrived.hints["category"] == ("s", "transfer.complete")
        assert not home.is_shown()
        assert service.wrong == []


def test_a_strangers_offer_is_answered_in_its_dialog(home: Home) -> None:
    with TrayWatcher(home.bus) as panel, NotificationService(home.bus) as service:
        bob = home.start_bob("--hidden")
        panel.item()
        sender = home.send()
        offered = service.next()
        assert "Accept" not in offered.actions
        assert not bob.widgets("accept")  # no dialog out of nowhere
        service.click(offered.number)
        home.wait_until_shown()
        home.desktop.press(bob, "accept")
        assert wait_for_exit(sender) == 0
        assert service.wrong == []


def test_an_offer_that_is_withdrawn_takes_its_notification_along(home: Home) -> None:
    with TrayWatcher(home.bus) as panel, NotificationService(home.bus) as service:
        home.start_bob("--hidden")
        panel.item()
        sender = home.send()
        number = service.next().number
        sender.process.send_signal(signal.SIGINT)
        assert service.closed.get(timeout=START_TIMEOUT_S) == number
        assert service.wrong == []


def test_quitting_takes_notifications_along(home: Home) -> None:
    with TrayWatcher(home.bus) as panel, NotificationService(home.bus) as service:
        bob = home.start_bob("--hidden")
        item = panel.item()
        home.send()
        number = service.next().number
        item.choose("Quit")
        home.desktop.press(bob, "Quit")
        assert service.closed.get(timeout=START_TIMEOUT_S) == number
        assert wait_for_exit(bob) == 0


def test_without_buttons_or_without_a_service_the_dialog_asks(home: Home) -> None:
    with TrayWatcher(home.bus) as panel:
        bob = home.start_bob("--hidden")
        panel.item()
        with NotificationService(home.bus, ["body"]) as service:
            sender = home.send()
            assert service.next().actions == ()
            home.desktop.press(bob, "decline")
            wait_for_exit(sender)
            assert service.wrong == []


# Trays --------------------------------------------------------------------------------------------


def test_closed_into_the_tray_and_back_and_quit(home: Home) -> None:
    with TrayWatcher(home.bus) as panel:
        bob = home.start_bob()
        item = panel.item()
        home.wait_until_shown()
        home.press_close()
        home.wait_until_hidden()
        assert bob.running
        item.activate()
        home.wait_until_shown()
        item.choose("Quit")
        assert wait_for_exit(bob) == 0


def test_a_tray_that_vanishes_leaves_the_window_where_it_can_be_found(home: Home) -> None:
    with TrayWatcher(home.bus) as panel:
        bob = home.start_bob("--hidden")
        panel.item()
        assert not home.is_shown()
    home.wait_until_minimised()
    with TrayWatcher(home.bus) as panel:
        item = panel.item()  # it registers itself with the next panel
        wait_until(lambda: not home.is_minimised(), "it is hidden again", START_TIMEOUT_S)
        item.activate()
        home.wait_until_shown()
    assert bob.running


def test_without_any_tray_it_begins_minimised_and_closing_quits(home: Home) -> None:
    bob = home.start_bob("--hidden")
    home.wait_until_minimised()
    (window,) = (each for each, state in home.windows().items() if state)
    home.desktop._xdotool("windowmap", window)
    home.wait_until_shown()
    home.press_close()
    assert wait_for_exit(bob) == 0


def test_a_click_into_an_old_tray_shows_the_window(home: Home) -> None:
    needs.programs(trayer="trayer")
    home.desktop.start(["trayer", "--edge", "top", "--widthtype", "pixel", "--width", "99"])
    home.start_bob()
    home.wait_until_shown()
    wait_until(home.icons, "the icon is in the panel", START_TIMEOUT_S)
    home.press_close()
    home.wait_until_hidden()
    home.desktop.click(home.icons()[0])
    home.wait_until_shown()
