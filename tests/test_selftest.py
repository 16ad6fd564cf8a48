import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktopxfer import __version__, screen, selftest
from tests import needs

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def libraries() -> None:
    """What Qt's plugins link to and leave to the system."""
    if sys.platform == "linux":
        needs.libraries(screen.ALWAYS | screen.XCB | screen.WAYLAND)


def test_this_copy_is_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    environment = {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home)}
    run = subprocess.run(
        [sys.executable, "-m", "desktopxfer", "--selftest"],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    *parts, verdict = run.stdout.splitlines()
    assert [part[:2] for part in parts] == ["ok"] * len(selftest.PARTS)
    assert f"desktopxfer {__version__}, Python " in parts[0]
    assert f"{selftest.FILE_SIZE} bytes sent and received" in parts[-1]
    assert verdict == "This copy of desktopxfer is whole."
    assert not home.exists()  # nobody's profile was touched


def test_it_knows_every_dependency() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    required = {re.split(r"[<>=!; ]", words)[0] for words in project["dependencies"]}
    assert required - {"jeepney"} == set(selftest.DEPENDENCIES) - {"jeepney"}
    assert ("jeepney" in selftest.DEPENDENCIES) == (sys.platform == "linux")


@pytest.mark.parametrize(
    ("table", "key", "missing", "said"),
    [
        ("DEPENDENCIES", "blake3", "blake3_lost", "No module named 'blake3_lost'"),
        ("PLUGINS", sys.platform, ("platforms/lost*",), "no platforms/lost*"),
    ],
)
def test_what_is_missing_fails_alone_and_is_named(
    table: str,
    key: str,
    missing: object,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(getattr(selftest, table), key, missing)
    quick = {title: selftest.PARTS[title] for title in ("dependencies", "plugins")}
    monkeypatch.setattr(selftest, "PARTS", quick)
    assert selftest.main() == 1
    *parts, verdict = capsys.readouterr().out.splitlines()
    [failed] = [part for part in parts if part.startswith("FAILED")]
    assert said in failed
    assert len(parts) == len(quick)
    assert verdict == "This copy does not work."
