"""What only goes wrong where one reads from right to left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSplitter
from pytestqt.qtbot import QtBot

from desktopxfer.device import Address
from desktopxfer.ui import text, theme
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.mirror import RIGHT_TO_LEFT, margins
from desktopxfer.ui.remark import Remark
from tests.ui.fake_manager import offer, receiving


@pytest.fixture(autouse=True)
def arabic(speak: Callable[[str], str]) -> None:
    speak("ar")


def place(line: str, part: str) -> float:
    """Where the first character of a part is drawn, from the left."""
    layout = QTextLayout(line, QFont())
    direction = QTextOption()
    direction.setTextDirection(RIGHT_TO_LEFT)
    layout.setTextOption(direction)
    layout.beginLayout()
    drawn = layout.createLine()
    layout.endLayout()
    where: tuple[float, int] = drawn.cursorToX(line.index(part))  # type: ignore[assignment]
    return where[0]


def test_the_groups_of_a_code_keep_their_places() -> None:
    """Both sides compare them, and the other one may read from left to right."""
    said = text.status(receiving(offer()))
    assert place(said, "123") < place(said, "456")


def test_an_address_keeps_its_port_behind_it() -> None:
    said = text.addresses((Address("192.168.1.20"), Address("fe80::1%eth0", 26711)))
    assert place(said, "fe80") < place(said, "26711")
    assert place(said, "fe80") < place(said, "192")  # and the list goes on to the left


def test_a_list_has_the_comma_of_the_script() -> None:
    assert text.listed("أ", "", "ب") == "أ، ب"


def test_margins_are_mirrored() -> None:
    assert margins(1, 2, 3, 4) == QMargins(3, 2, 1, 4)


def test_a_mark_stands_beside_its_sentence(qtbot: QtBot) -> None:
    remark = Remark()
    qtbot.addWidget(remark)
    remark.resize(400, 40)
    remark.show()
    remark.say("تحذير", "warn")
    (words,) = remark.findChildren(QLabel)
    mark = QRect(remark.width() - theme.ICON, 0, theme.ICON, remark.height())
    qtbot.waitUntil(lambda: words.width() > 0 and not words.geometry().intersects(mark))


def test_no_panel_is_cut_off(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    (both,) = (
        each
        for each in window.findChildren(QSplitter)
        if each.orientation() is Qt.Orientation.Horizontal
    )
    panels = [each for each in both.findChildren(QFrame) if each.property("panel")]
    assert len(panels) == 2
    qtbot.waitUntil(lambda: all(both.rect().contains(each.geometry()) for each in panels))
