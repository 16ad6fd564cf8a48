import json
import os
import re
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktopxfer.errors import NoScreen
from desktopxfer.settings import Profile, Settings

CHECKOUT = Path(__file__).parents[2]
START_TIMEOUT_S = 60.0
END_TIMEOUT_S = 30.0

if sys.platform == "win32":
    pytest.skip("make and process groups are not there", allow_module_level=True)


def names_seen_by(profile: Profile) -> set[str]:
    """The devices that are online for somebody else on this computer."""
    command = [sys.executable, "-m", "desktopxfer", "--profile", str(profile.root), "devices"]
    lines = subprocess.check_output([*command, "--wait", "1", "--json"], text=True).splitlines()
    return {device["name"] for device in map(json.loads, lines) if device["online"]}


def demo(folder: Path, **options: Any) -> "subprocess.Popen[str]":
    command = [sys.executable, str(CHECKOUT / "packaging" / "demo.py"), str(folder)]
    return subprocess.Popen(command, text=True, **options)


def test_without_a_screen_it_names_a_command_that_is_there(tmp_path: Path) -> None:
    if not Path(sys.executable).with_name("desktopxfer").exists():
        pytest.skip("needs: pip install -e .")
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["PATH"] = os.defpath
    with demo(tmp_path / "demo", env=environment, stderr=subprocess.PIPE) as running:
        _, said = running.communicate(timeout=START_TIMEOUT_S)
    assert running.returncode == NoScreen.exit_code
    assert str(NoScreen()) in said
    advice = re.search("In this clone that is: (.*)", said)
    assert advice
    help_ = subprocess.run(advice[1], shell=True, env=environment, capture_output=True, text=True)
    assert help_.stdout.startswith("usage: desktopxfer")


def test_each_demo_starts_with_new_devices_and_keeps_what_arrived(tmp_path: Path) -> None:
    prepare = runpy.run_path(str(CHECKOUT / "packaging" / "demo.py"))["prepare"]
    bob = Profile(prepare(tmp_path, "Bob", 26711))
    bob.save_settings(Settings(device_name="Robert"))
    for name in ("known_devices.json", "identity.pem", "settings.json.damaged"):
        (bob.root / name).write_text("[]")
    folder = tmp_path / "bob" / "received"
    (folder / "letter.txt").write_text("Dear Bob")
    again = Profile(prepare(tmp_path, "Bob", 26711))
    settings = again.load_settings()
    assert (settings.device_name, settings.download_folder) == ("Bob", str(folder))
    assert [file.name for file in again.root.iterdir()] == ["settings.json"]
    assert (folder / "letter.txt").read_text() == "Dear Bob"


@pytest.mark.slow
def test_the_demo_is_two_devices_that_end_with_one_ctrl_c(tmp_path: Path) -> None:
    eve = Profile(tmp_path / "eve")
    eve.save_settings(Settings(device_name="Eve", listen_host="127.0.0.1"))
    # A group of its own, as the terminal gives to a command.
    running = demo(tmp_path / "demo", start_new_session=True)
    try:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not names_seen_by(eve) >= {"Alice", "Bob"}:
            assert running.poll() is None
            assert time.monotonic() < deadline, "Alice and Bob are not to be seen"
        os.killpg(running.pid, signal.SIGINT)
        assert running.wait(END_TIMEOUT_S) == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(running.pid, 0)  # nobody of the group is left
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
