"""Who may ask, for good or for some minutes."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktopxfer import errors
from desktopxfer.settings import Profile, Visibility
from desktopxfer.workers import visibility
from desktopxfer.workers.state import Visible
from tests.workers.side import Side, typed, until


@pytest.fixture(autouse=True)
def quick_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visibility, "STEP_MS", 10)


def test_everyone_may_ask_for_a_while(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob", visibility=Visibility.NOBODY)
    bob.manager.visibility.open_to_everyone(600)
    assert bob.visible[-1] == Visible(Visibility.EVERYONE, 600)
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    bob.manager.visibility.open_to_everyone(0.02)
    until(qtbot, lambda: bob.visible[-1] == Visible(Visibility.TRUSTED))
    late = new_side("Late").manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: late.stage.ended)
    assert isinstance(late.error, errors.NotReceiving)


def test_after_a_restart_only_trusted_devices_may_ask(
    tmp_path: Path, new_side: Callable[..., Side]
) -> None:
    bob = new_side("Bob")
    bob.manager.visibility.open_to_everyone(600)
    assert Profile(tmp_path / "Bob").load_settings().visibility is Visibility.TRUSTED


def test_other_settings_and_answers_leave_the_while_alone(
    tmp_path: Path, qtbot: QtBot, new_side: Callable[..., Side]
) -> None:
    (tmp_path / "file").touch()
    alice, bob = new_side("Alice"), new_side("Bob")
    bob.manager.visibility.open_to_everyone(600)
    bob.manager.preferences.apply(replace(bob.manager.preferences.current, device_name="Robert"))
    alice.manager.sending.send([tmp_path / "file"], typed(bob))
    until(qtbot, lambda: bob.offers)
    bob.accept(bob.offers[0])
    assert bob.manager.visibility.visible.to is Visibility.EVERYONE


@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_choice_ends_the_while(
    new_side: Callable[..., Side], tmp_path: Path, visibility: Visibility
) -> None:
    bob = new_side("Bob")
    bob.manager.visibility.open_to_everyone(600)
    bob.manager.visibility.choose(visibility)
    assert bob.visible[-1] == bob.manager.visibility.visible == Visible(visibility)
    assert Profile(tmp_path / "Bob").load_settings().visibility is visibility


@pytest.mark.parametrize("clock", ["monotonic", "time"])
def test_the_while_ends_though_one_clock_stands_still(
    qtbot: QtBot, new_side: Callable[..., Side], monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    bob = new_side("Bob")
    bob.manager.visibility.open_to_everyone(600)
    later = getattr(time, clock)() + 601
    with monkeypatch.context() as patched:
        patched.setattr(time, clock, lambda: later)
        bob.manager.visibility._check()
    assert bob.visible[-1] == Visible(Visibility.TRUSTED)
