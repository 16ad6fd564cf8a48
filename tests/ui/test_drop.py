import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.ui.drop import DropZone, PathChooser, local_paths
from tests.ui.fake_manager import device


def dragged(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def test_local_files_and_folders_are_taken() -> None:
    names = ["/tmp/a b.txt", "/tmp/100% #1?.txt", "/tmp/Fotos/ü 写真"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    assert local_paths(data) == tuple(map(Path, names))


def test_what_lies_elsewhere_is_left_out() -> None:
    data = dragged("https://example.net/a", "file:///tmp/a", "smb://nas/b", "file:")
    assert local_paths(data) == (Path("/tmp/a"),)
    assert local_paths(dragged("https://example.net/a")) == ()


def test_text_is_no_file() -> None:
    data = QMimeData()
    data.setText("/tmp/a")
    assert local_paths(data) == ()


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_what_a_script_copied_for_gnome_is_taken(end: str) -> None:
    data = QMimeData()
    copied = f"cut\nfile:///tmp/a%20b\nhttps://example.net/c\nfile:///tmp/d{end}"
    data.setData("x-special/gnome-copied-files", QByteArray(copied.encode()))
    assert local_paths(data) == (Path("/tmp/a b"), Path("/tmp/d"))


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
def test_a_name_that_is_not_utf8_keeps_its_bytes() -> None:
    data = QMimeData()
    data.setData("text/uri-list", QByteArray(b"file:///tmp/caf%E9.txt\r\n"))
    (path,) = local_paths(data)
    assert os.fsencode(path) == b"/tmp/caf\xe9.txt"


def test_the_disk_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a dead network drive would stop the window here")

    for call in ("stat", "lstat", "scandir", "listdir", "access"):
        monkeypatch.setattr(os, call, fail)
    assert local_paths(dragged("file:///dead/mount/a")) == (Path("/dead/mount/a"),)


def test_the_zone_says_what_to_do(qtbot: QtBot) -> None:
    zone = DropZone()
    qtbot.addWidget(zone)
    assert "Drop files or folders on a device" in zone.words
    zone.set_waiting("a.txt and 2 more")
    assert zone.words == "a.txt and 2 more: choose a device"
    zone.set_hovered(True)
    assert zone.words == "Drop here to choose the devices"
    zone.set_hovered(False)
    zone.set_waiting("")
    assert "Drop files or folders on a device" in zone.words


def test_a_chooser_remembers_for_whom_it_chooses(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for for_whom in (device("Desk-PC"), None):
        chooser = PathChooser(parent, for_whom, folder=False)
        qtbot.addWidget(chooser)
        with qtbot.waitSignal(chooser.chosen) as chosen:
            chooser.filesSelected.emit([str(tmp_path / "a"), str(tmp_path / "b")])
        assert chosen.args == [(tmp_path / "a", tmp_path / "b"), for_whom]
