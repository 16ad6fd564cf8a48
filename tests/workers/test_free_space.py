"""Free space: what a folder answers, and that a dead one blocks nobody."""

import os
import shutil
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktopxfer.errors import FolderMissing, FolderUnusable, ReadOnlyFolder
from desktopxfer.workers import free_space
from desktopxfer.workers.free_space import FreeSpace, Room, room_in


class Dead:
    """A disk that answers when `revive` is set, and then with 7 bytes."""

    def __init__(self) -> None:
        self.revive = threading.Event()

    def __call__(self, folder: Path, *, may_create: bool = False) -> Room:
        assert self.revive.wait(60)
        return Room(folder, 7)


def test_a_folder_says_what_is_free(tmp_path: Path) -> None:
    room = room_in(tmp_path)
    assert room.error is None
    assert 0 < room.free_bytes <= shutil.disk_usage(tmp_path).total


def test_a_missing_folder_is_an_error_unless_it_will_be_made(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert isinstance(room_in(folder).error, FolderMissing)
    assert room_in(folder, may_create=True).error is None
    assert not folder.exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for may_create in (False, True):
        assert room_in(file, may_create=may_create).error is not None
        assert room_in(file / "below", may_create=may_create).error is not None


def test_a_folder_that_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    assert isinstance(room_in(tmp_path).error, ReadOnlyFolder)


def test_a_disk_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stale(_path: Path) -> None:
        raise OSError(116, "Stale file handle")

    monkeypatch.setattr(shutil, "disk_usage", stale)
    error = room_in(tmp_path).error
    assert isinstance(error, FolderUnusable)
    assert "Stale file handle" in str(error)


def test_a_path_that_no_system_takes() -> None:
    assert room_in(Path("/a\0b")).error is not None


def test_answers_in_the_gui_thread(qtbot: QtBot, tmp_path: Path) -> None:
    free = FreeSpace()
    threads = []
    free.answered.connect(lambda _room: threads.append(threading.current_thread()))
    with qtbot.waitSignal(free.answered) as answered:
        free.ask(tmp_path)
    assert answered.args[0].folder == tmp_path
    assert threads == [threading.main_thread()]


def test_a_dead_folder_does_not_delay_another(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = Dead()
    free = FreeSpace()
    answers: list[Room] = []
    free.answered.connect(answers.append)
    monkeypatch.setattr(free_space, "room_in", dead)
    free.ask(Path("/dead"))
    free.ask(Path("/dead"))
    monkeypatch.undo()
    free.ask(tmp_path)
    qtbot.waitUntil(lambda: [room.folder for room in answers] == [tmp_path])
    dead.revive.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1] == Room(Path("/dead"), 7)  # once, though asked twice


def test_who_asked_may_be_gone_when_the_answer_comes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = Dead()
    monkeypatch.setattr(free_space, "room_in", dead)
    before = set(threading.enumerate())
    free = FreeSpace()
    free.ask(Path("/dead"))
    assert set(threading.enumerate()) > before
    with qtbot.waitSignal(free.destroyed):
        free.deleteLater()
    dead.revive.set()
    qtbot.waitUntil(lambda: set(threading.enumerate()) <= before)
