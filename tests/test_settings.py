import errno
import os
import platform
import stat
from pathlib import Path

import pytest

from desktopxfer.errors import ProfileUnusable
from desktopxfer.settings import (
    DEFAULT_PORT,
    RECENT_FOLDERS,
    Profile,
    Settings,
    Visibility,
    host_name,
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path)


@pytest.fixture
def settings_file(profile: Profile) -> Path:
    return profile.root / "settings.json"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# Settings -----------------------------------------------------------------------------------------


def test_a_new_device_is_called_like_its_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "node", lambda: "desk-pc.example.org")
    assert host_name() == "desk-pc"
    assert Settings().device_name == "desk-pc"
    monkeypatch.setattr(platform, "node", lambda: "")
    assert Settings().device_name == "computer"


def test_a_new_device_is_seen_by_everyone_at_the_usual_port(profile: Profile) -> None:
    fresh = profile.load_settings()
    assert (fresh.port, fresh.visibility, fresh.listen_host) == (
        DEFAULT_PORT,
        Visibility.EVERYONE,
        "",
    )
    assert fresh.download_folder
    assert names(profile.root) == []


def test_what_was_chosen_is_there_after_a_restart(profile: Profile) -> None:
    chosen = Settings(
        device_name="Ännchens 💻 <b>",
        download_folder="/home/ann/Отчёты за год",
        port=0,
        listen_host="127.0.0.1",
        visibility=Visibility.NOBODY,
        recent_folders=("/a", "/b"),
        send_limit=1_500_000,
        receive_limit=20_000,
    )
    profile.save_settings(chosen)
    assert Profile(profile.root).load_settings() == chosen


def test_recent_folders_are_few_and_the_latest_stands_first() -> None:
    recent = Settings()
    for number in range(2 * RECENT_FOLDERS):
        recent = recent.with_recent_folder(Path(f"/folder {number}"))
    recent = recent.with_recent_folder(Path(f"/folder {2 * RECENT_FOLDERS - 2}"))
    assert len(recent.recent_folders) == RECENT_FOLDERS
    last = 2 * RECENT_FOLDERS - 1
    assert recent.recent_folders[:3] == tuple(
        str(Path(f"/folder {number}")) for number in (last - 1, last, last - 2)
    )


def test_settings_of_a_newer_version_keep_what_this_one_knows(
    profile: Profile, settings_file: Path
) -> None:
    settings_file.write_text('{"device_name": "Bob", "invented_tomorrow": 7}')
    assert profile.load_settings() == Settings(device_name="Bob")
    assert not profile.warnings


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"device_name": "\xff"}',
        b'{"port": "26710"}',
        b'{"port": 70000}',
        b'{"port": -1}',
        b'{"send_limit": -1}',
        b'{"visibility": "martians"}',
        b'{"x": ' + b"[" * 100_000,
    ],
)
def test_damaged_settings_are_set_aside_and_said(
    profile: Profile, settings_file: Path, content: bytes
) -> None:
    settings_file.write_bytes(content)
    assert profile.load_settings() == Settings()
    assert names(profile.root) == ["settings.json.damaged"]
    assert (profile.root / "settings.json.damaged").read_bytes() == content
    (warning,) = profile.warnings
    assert "settings.json" in str(warning)
    profile.save_settings(Settings(device_name="Bob"))
    assert profile.load_settings().device_name == "Bob"


# The folder ---------------------------------------------------------------------------------------


def test_without_a_choice_it_is_the_systems_place_for_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "d"))
    assert Profile().root == tmp_path / "d"


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    assert Profile(tmp_path / "a" / "b").root.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
def test_what_is_saved_is_for_this_user_only(profile: Profile, settings_file: Path) -> None:
    profile.save_settings(Settings())
    assert stat.S_IMODE(settings_file.stat().st_mode) == 0o600


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("")
    for root in (tmp_path / "profile", tmp_path / "profile" / "below"):
        with pytest.raises(ProfileUnusable, match="profile"):
            Profile(root)


def test_a_folder_in_the_place_of_a_file_is_said(profile: Profile, settings_file: Path) -> None:
    settings_file.mkdir()
    with pytest.raises(ProfileUnusable):
        profile.load_settings()
    with pytest.raises(ProfileUnusable):
        profile.save_settings(Settings())
    assert names(profile.root) == ["settings.json"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_or_failing_disk_leaves_the_old_settings_and_nothing_else(
    profile: Profile, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Settings(device_name="before")
    profile.save_settings(before)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, call, fail)
        with pytest.raises(ProfileUnusable, match="No space left on device"):
            profile.save_settings(Settings(device_name="after"))
    assert profile.load_settings() == before
    assert names(profile.root) == ["settings.json"]


def test_damaged_settings_in_a_read_only_folder_are_said(
    profile: Profile, settings_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_file.write_text("{")

    def fail(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ProfileUnusable, match="Read-only file system"):
        profile.load_settings()
