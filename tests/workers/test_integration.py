import shutil
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.integration import Integrated
from desktopxfer.errors import DesktopxferError, ForeignFile
from desktopxfer.workers.integration import Integration

if not sys.platform.startswith("linux"):
    pytest.skip("tests/desktop has the other systems", allow_module_level=True)

NOTHING = Integrated(starts_at_login=False, is_in_menus=False)
ALL = Integrated(starts_at_login=True, is_in_menus=True)


@pytest.fixture
def integration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Integration:
    for variable in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / variable.lower()))
    monkeypatch.setattr(shutil, "which", lambda _program: None)
    return Integration(tmp_path / "a profile")


def now(qtbot: QtBot, integration: Integration) -> Integrated:
    with qtbot.waitSignal(integration.known) as known:
        integration.look()
    (integrated,) = known.args
    assert isinstance(integrated, Integrated)
    return integrated


def test_it_is_as_it_was_chosen(qtbot: QtBot, integration: Integration, tmp_path: Path) -> None:
    assert now(qtbot, integration) == NOTHING
    for wanted in (ALL, Integrated(starts_at_login=True, is_in_menus=False), NOTHING):
        with (
            qtbot.waitSignal(integration.known) as known,
            qtbot.assertNotEmitted(integration.refused),
        ):
            integration.choose(wanted)
        assert known.args == [wanted]
        assert now(qtbot, integration) == wanted
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_is_started_has_this_profile(
    qtbot: QtBot, integration: Integration, tmp_path: Path
) -> None:
    with qtbot.waitSignal(integration.known):
        integration.choose(ALL)
    for file in tmp_path.rglob("*.desktop"):
        assert f'--profile "{tmp_path}/a profile"' in file.read_text()


def test_what_cannot_be_done_is_said_and_what_can_is_done(
    qtbot: QtBot, integration: Integration, tmp_path: Path
) -> None:
    theirs = tmp_path / "config/autostart/desktopxfer.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.touch()
    errors: list[DesktopxferError] = []
    integration.refused.connect(errors.append)
    with qtbot.waitSignal(integration.known) as known:
        integration.choose(ALL)
    assert known.args == [Integrated(starts_at_login=False, is_in_menus=True)]
    assert [type(error) for error in errors] == [ForeignFile]
