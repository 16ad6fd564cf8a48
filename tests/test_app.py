import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from desktopxfer.app import Signals
from desktopxfer.errors import DamagedIdentity, ProfileUnusable
from desktopxfer.settings import Profile, Settings
from desktopxfer.ui import text

# Runs the program, and once its event loop runs, looks into it: prints a line for each question.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from desktopxfer.app import main

def look():
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            print("box", box.text(), flush=True)
            box.close()
    for label in QApplication.allWidgets():
        if isinstance(label, QLabel) and label.isVisible() and label.text():
            print("label", label.text(), flush=True)
    print("running", flush=True)

QTimer.singleShot(0, look)
sys.exit(main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]]))
"""
SILENT = """
from desktopxfer.workers.manager import TransferManager
TransferManager.start = lambda manager: None
"""
TIMEOUT_S = 60.0  # a cold start of Python and Qt on a busy machine


class Running:
    """The program in a process of its own, up to its first turn of the event loop."""

    def __init__(self, profile: Path, *paths: str, silent: bool = False) -> None:
        """`silent` keeps one without settings, which would listen everywhere, off the network."""
        program = SILENT + PROGRAM if silent else PROGRAM
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, str(profile), *paths],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))
            if line == "running\n":
                break

    def end(self) -> tuple[int, str]:
        """The exit code and what was said on stderr."""
        _, errors = self.process.communicate(timeout=TIMEOUT_S)
        return self.process.returncode, errors


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile that stays on this computer."""
    settings = Settings(
        device_name="MyLaptop", download_folder=str(tmp_path), listen_host="127.0.0.1", port=0
    )
    profile = Profile(tmp_path / "profile")
    profile.save_settings(settings)
    return profile.root


@pytest.fixture
def run(profile: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def run(*paths: str) -> Running:
        started.append(Running(profile, *paths))
        return started[-1]

    yield run
    for each in started:
        each.process.kill()
        each.process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_ends_it_cleanly(run: Callable[..., Running], name: str) -> None:
    running = run()
    assert "label MyLaptop" in running.said
    running.process.send_signal(signal.Signals[name])
    assert running.end() == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_what_nohup_ignores_stays_ignored(qapp: QApplication) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        signals = Signals()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        signals.close()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def test_it_listens_before_the_window_is_shown(run: Callable[..., Running]) -> None:
    assert any(said.startswith("label Reachable at 127.0.0.1:") for said in run().said)


def test_the_very_first_start_asks_for_a_name(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile").root
    first = Running(profile, silent=True)
    first.process.terminate()
    code, _ = first.end()
    assert code == 0
    assert "label Welcome to desktopxfer" in first.said
    assert not (profile / "settings.json").exists()  # it was ended before it was answered


def test_what_was_chosen_once_is_not_asked_again(run: Callable[..., Running]) -> None:
    assert "label Welcome to desktopxfer" not in run().said


def test_paths_wait_for_a_device(run: Callable[..., Running]) -> None:
    said = run("/tmp/report.pdf", "/tmp/Photos").said
    assert "label report.pdf and 1 more: choose a device" in said


def test_damaged_settings_are_set_aside_and_said(
    run: Callable[..., Running], profile: Path
) -> None:
    (profile / "known_devices.json").write_text("{")
    said = run().said
    assert any("known_devices.json.damaged" in each for each in said)
    assert (profile / "known_devices.json.damaged").exists()


def test_a_damaged_identity_is_said_and_kept(run: Callable[..., Running], profile: Path) -> None:
    file = profile / "identity.pem"
    file.write_text("nonsense")
    running = run()
    code, errors = running.end()
    problem = DamagedIdentity(str(file), "it is not a key with a certificate")
    expected = str(problem)
    assert f"box {text.sentence(problem)}" in running.said
    assert f"{expected}\n" in errors
    assert code == DamagedIdentity.exit_code
    assert file.read_text() == "nonsense"


def test_an_unusable_profile_is_said(run: Callable[..., Running], tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()
    running = Running(file / "profile")
    code, errors = running.end()
    assert code == ProfileUnusable.exit_code
    assert any(said.startswith("box The profile") for said in running.said)
    assert str(file) in errors


def test_the_settings_outlive_the_program(run: Callable[..., Running], profile: Path) -> None:
    running = run()
    running.process.terminate()
    running.end()
    settings = msgspec.json.decode((profile / "settings.json").read_bytes(), type=Settings)
    assert settings.device_name == "MyLaptop"
    if os.name == "posix":
        assert (profile / "identity.pem").stat().st_mode & 0o777 == 0o600
