"""Which names a folder has already, and that a dead one blocks nobody."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktopxfer.workers import taken_names
from desktopxfer.workers.taken_names import Taken, TakenNames, taken_in


def test_files_folders_and_broken_links_take_their_names(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    names = ("file", "folder", "link", "free")
    assert taken_in(tmp_path, names) == Taken(tmp_path, frozenset(names[:3]))


def test_a_folder_that_is_not_there_or_a_name_that_no_system_takes_has_none(
    tmp_path: Path,
) -> None:
    assert not taken_in(tmp_path / "unplugged", ("a",)).names
    assert not taken_in(tmp_path, ("a\0b", "x" * 5000)).names


def test_it_answers_in_the_gui_thread_and_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").touch()
    revive, alive = threading.Event(), taken_names.taken_in

    def slow(folder: Path, names: tuple[str, ...]) -> Taken:
        assert revive.wait(60)
        return alive(folder, names)

    monkeypatch.setattr(taken_names, "taken_in", slow)
    asking = TakenNames(("a", "b"))
    answers: list[tuple[Taken, threading.Thread]] = []
    asking.answered.connect(lambda taken: answers.append((taken, threading.current_thread())))
    asking.ask(tmp_path)
    asking.ask(tmp_path)
    revive.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(Taken(tmp_path, frozenset("a")), threading.main_thread())]
