"""Walks through every window and dialog: nothing is without a name, nothing is cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktopxfer.ui import language, theme
from desktopxfer.ui.elided_label import ElidedLabel
from tests.gallery.scenes import SCENES, close_all

HEARD = QAccessible.Text.Name, QAccessible.Text.Description
TURNS = 5  # of the event loop, until everything has found its place


@pytest.fixture(scope="module", autouse=True)
def look(qapp: QApplication) -> theme.Theme:
    """Its style sheet takes room too."""
    return theme.Theme(qapp)


@pytest.fixture(params=SCENES.values(), ids=list(SCENES))
def scene(
    qapp: QApplication, request: pytest.FixtureRequest, code: str, points: int
) -> Iterator[QWidget]:
    font = qapp.font()
    if points:
        larger = QFont(font)
        larger.setPointSize(points)
        qapp.setFont(larger)
    language.speak(qapp, code)
    widget = request.param()
    widget.show()
    for _ in range(TURNS):
        qapp.processEvents()
    yield widget
    close_all()
    language.speak(qapp, language.SOURCE)
    qapp.setFont(font)


@pytest.fixture
def points() -> int:
    """How large the system's letters are; 0: as they are."""
    return 0


@pytest.fixture
def code() -> str:
    return language.SOURCE


def shown(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]


def told(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(what) if interface else ""


def test_whatever_takes_the_focus_has_a_name(scene: QWidget) -> None:
    nameless = [
        repr(each)
        for each in shown(scene)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not told(each)
    ]
    assert not nameless


def test_no_markup_is_read_aloud(scene: QWidget) -> None:
    """Qt takes the tooltip for a description where there is none."""
    said = [told(each, what) for each in shown(scene) for what in HEARD]
    assert not [each for each in said if each.startswith("<qt>")]


def test_whoever_has_no_mouse_gets_everywhere(scene: QWidget) -> None:
    """Each button, field and list is in the chain of the tab key, where Qt puts them by itself."""
    out_of_reach = [
        told(each) or repr(each)
        for each in shown(scene)
        if isinstance(each, QAbstractButton | QLineEdit | QAbstractItemView | QPlainTextEdit)
        and each.isEnabledTo(scene)
        and not each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_part_of_another(each)
    ]
    assert not out_of_reach


def test_a_window_says_what_it_is(scene: QWidget) -> None:
    assert scene.window().windowTitle()
    if isinstance(scene, QDialog):
        assert scene.windowTitle() != "desktopxfer"


LARGE = 16  # points: what people take who see badly; Qt's own are 9 or 10


@pytest.mark.parametrize(
    ("code", "points"),
    [*((code, 0) for code in language.LANGUAGES), ("de", LARGE), ("ar", LARGE)],
)
def test_no_words_are_cut_off(scene: QWidget) -> None:
    cut = [
        f"{_words(each)!r}: {each.size()} of {_needed(each)} x {_height_needed(each)}"
        for each in shown(scene)
        if isinstance(each, QAbstractButton | QLabel)
        and not isinstance(each, ElidedLabel)
        and _words(each)
        and (each.width() < _needed(each) or each.height() < _height_needed(each))
    ]
    assert not cut


def _words(widget: QAbstractButton | QLabel) -> str:
    return widget.text()


def _needed(widget: QWidget) -> int:
    """Its width in one line, or that of its longest word where it may wrap."""
    return widget.minimumSizeHint().width()


def _height_needed(widget: QWidget) -> int:
    """That of one line, and of those that it wraps into."""
    wraps = isinstance(widget, QLabel) and widget.wordWrap()
    return widget.heightForWidth(widget.width()) if wraps else widget.minimumSizeHint().height()


def _is_part_of_another(widget: QWidget) -> bool:
    """As the buttons that Qt puts into its own fields and headers."""
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractButton) and (group := widget.group()):
        # Qt lets the tab key stop at one of them, and the arrow keys go to the others.
        return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in group.buttons())
    return isinstance(parent, QAbstractScrollArea | QLineEdit) or widget.objectName().startswith(
        "qt_"
    )
