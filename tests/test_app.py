import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from desktopxfer.app import Signals
from desktopxfer.errors import DamagedIdentity, ProfileUnusable
from desktopxfer.settings import Profile, Settings
from desktopxfer.ui import text

# Runs the program and looks into it while its event loop runs: prints what is new, line by line.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from desktopxfer.app import main

seen = set()

def look():
    shown = [("label", each) for each in QApplication.allWidgets() if isinstance(each, QLabel)]
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    for kind, each in [*shown, *(("box", box) for box in boxes)]:
        if each.isVisible() and each.text() and (kind, each.text()) not in seen:
            seen.add((kind, each.text()))
            print(kind, each.text(), flush=True)
        if kind == "box":
            each.close()
    if "running" not in seen:
        seen.add("running")
        print("running", flush=True)
    QTimer.singleShot(20, look)

QTimer.singleShot(0, look)
sys.exit(main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]]))
"""
SILENT = """
from desktopxfer.workers.manager import TransferManager
TransferManager.start = lambda manager: None
"""
TIMEOUT_S = 60.0  # a cold start of Python and Qt on a busy machine


class Running:
    """The program in a process of its own."""

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

    def wait_for(self, sentence: str) -> None:
        """Returns when it has said this; everything up to then is in `said`."""
        while sentence not in self.said:
            self.listen()

    def listen(self) -> None:
        """Returns when it has said one thing more."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.said
        self.said.append(line.rstrip("\n"))

    def end(self) -> tuple[int, str]:
        """The exit code and what was said on stderr, but for what an invisible screen cannot do."""
        _, errors = self.process.communicate(timeout=TIMEOUT_S)
        said = errors.splitlines(keepends=True)
        ours = (line for line in said if not line.startswith("This plugin does not support "))
        return self.process.returncode, "".join(ours)


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
        """Up to the first turn of its event loop."""
        started.append(Running(profile, *paths))
        started[-1].wait_for("running")
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


def quit_it(profile: Path) -> tuple[int, str]:
    """What an installer does before it takes the files away."""
    command = [sys.executable, "-m", "desktopxfer", "--profile", str(profile), "--quit"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S)
    return done.returncode, done.stderr


def test_a_command_ends_it_cleanly(run: Callable[..., Running], profile: Path) -> None:
    running = run()
    code, said = quit_it(profile)
    assert code == 0
    assert said.startswith("desktopxfer is closed.")
    assert running.end() == (0, "")
    assert quit_it(profile) == (0, "")


def test_a_command_ends_it_with_a_dialog_before_it(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile").root
    first = Running(profile, silent=True)
    first.wait_for("label Welcome to desktopxfer")
    assert quit_it(profile)[0] == 0
    assert first.end() == (0, "")


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
    (said,) = (each for each in run().said if each.startswith("label Reachable at "))
    assert "127.0.0.1:" in said


def test_the_very_first_start_asks_for_a_name(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile").root
    first = Running(profile, silent=True)
    first.wait_for("running")
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
    running.wait_for("running")
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


# Another start in the same profile ----------------------------------------------------------------


def start(profile: Path, *words: str, cwd: Path | None = None) -> int:
    """The exit code of a start as a person or a file manager does it."""
    command = [sys.executable, "-m", "desktopxfer", "--profile", str(profile), *words]
    return subprocess.run(command, timeout=TIMEOUT_S, cwd=cwd).returncode


def test_a_second_start_hands_its_paths_over(
    run: Callable[..., Running], profile: Path, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).touch()
    running = run()
    assert start(profile, "a.txt", "./b.txt", str(tmp_path / "c.txt"), cwd=tmp_path) == 0
    running.wait_for("label a.txt and 2 more: choose a device")
    assert start(profile, str(tmp_path / "a.txt"), cwd=tmp_path) == 0  # which is there already
    assert running.process.poll() is None
    assert not any("3 more" in each for each in running.said)


def test_of_eight_that_start_at_once_one_opens_and_has_all_paths(
    profile: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(8)]
    for file in files:
        file.touch()
    started = [Running(profile, str(file)) for file in files]
    try:
        deadline = time.monotonic() + TIMEOUT_S
        while sum(each.process.poll() is None for each in started) > 1:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        (open_one,) = (each for each in started if each.process.poll() is None)
        own = files[started.index(open_one)].name
        open_one.wait_for(f"label {own} and 7 more: choose a device")
        assert [each.process.returncode for each in started if each is not open_one] == [0] * 7
    finally:
        for each in started:
            each.process.kill()
            each.process.communicate()


@pytest.mark.slow
def test_a_hundred_starts_at_once_hand_over_to_the_window_that_is_open(
    run: Callable[..., Running], profile: Path, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(100)]
    for file in files:
        file.touch()
    running = run()
    command = [sys.executable, "-m", "desktopxfer", "--profile", str(profile)]
    starts = [subprocess.Popen([*command, str(file)]) for file in files]
    try:
        assert [each.wait(TIMEOUT_S) for each in starts] == [0] * 100
    finally:
        for each in starts:
            each.kill()
            each.wait()
    while not any(each.endswith(" and 99 more: choose a device") for each in running.said):
        running.listen()
    assert running.process.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_one_that_was_killed_is_in_nobodys_way(
    run: Callable[..., Running], profile: Path, tmp_path: Path
) -> None:
    killed = run()
    killed.process.kill()
    killed.process.wait()
    assert (profile / "window.socket").is_socket()
    running = run("/tmp/report.pdf")
    assert "label report.pdf: choose a device" in running.said
    assert start(profile, str(tmp_path)) == 0
    running.wait_for("label report.pdf and 1 more: choose a device")


def test_one_with_another_profile_opens(run: Callable[..., Running], tmp_path: Path) -> None:
    run()
    other = Profile(tmp_path / "other")
    other.save_settings(Settings(device_name="Other", listen_host="127.0.0.1", port=0))
    second = Running(other.root)
    second.wait_for("label Other")
    second.process.terminate()
    second.end()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_the_place_is_free_after_the_end(run: Callable[..., Running], profile: Path) -> None:
    running = run()
    running.process.terminate()
    running.end()
    assert not (profile / "window.socket").exists()
    assert "label MyLaptop" in run().said
