import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("tests/desktop has the other systems", allow_module_level=True)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / "home" / variable.lower()))
    return tmp_path / "home"


def integrate(profile: Path, *words: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the events."""
    run = subprocess.run(
        [sys.executable, "-m", "desktopxfer", "--profile", profile, "integrate", "--json", *words],
        stdout=subprocess.PIPE,
        text=True,
    )
    return run.returncode, [json.loads(line) for line in run.stdout.splitlines()]


def integrated(*, menus: bool, autostart: bool) -> dict[str, Any]:
    return {"event": "integrated", "menus": menus, "autostart": autostart}


def test_an_installer_puts_it_there_and_takes_it_away(home: Path, tmp_path: Path) -> None:
    profile = tmp_path / "p"
    assert integrate(profile) == (0, [integrated(menus=True, autostart=False)])
    assert integrate(profile, "--autostart") == (0, [integrated(menus=True, autostart=True)])
    assert integrate(profile) == (0, [integrated(menus=True, autostart=True)])
    assert (home / "config/autostart/desktopxfer.desktop").exists()
    assert integrate(profile, "--remove") == (0, [integrated(menus=False, autostart=False)])
    assert integrate(profile, "--autostart", "--remove")[0] == 2


def test_what_cannot_be_done_is_said(home: Path, tmp_path: Path) -> None:
    theirs = home / "config/autostart/desktopxfer.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.touch()
    code, (failed, now) = integrate(tmp_path / "p", "--autostart")
    assert code == 1
    assert failed["error"] == "foreign_file"
    assert str(theirs) in failed["message"]
    assert now == integrated(menus=True, autostart=False)
