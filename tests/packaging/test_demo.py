import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


@pytest.mark.slow
def test_the_demo_is_two_devices_that_end_with_one_ctrl_c(tmp_path: Path) -> None:
    eve = Profile(tmp_path / "eve")
    eve.save_settings(Settings(device_name="Eve", listen_host="127.0.0.1"))
    demo = subprocess.Popen(
        [sys.executable, CHECKOUT / "packaging" / "demo.py", tmp_path / "demo"],
        start_new_session=True,  # a group of its own, as the terminal gives to a command
    )
    try:
        deadline = time.monotonic() + START_TIMEOUT_S
        while not names_seen_by(eve) >= {"Alice", "Bob"}:
            assert demo.poll() is None
            assert time.monotonic() < deadline, "Alice and Bob are not to be seen"
        os.killpg(demo.pid, signal.SIGINT)
        assert demo.wait(END_TIMEOUT_S) == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(demo.pid, 0)  # nobody of the group is left
    finally:
        if demo.poll() is None:
            os.killpg(demo.pid, signal.SIGKILL)
            demo.wait()
