"""Walks through every window and dialog: nothing is without a name, nothing is cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
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

from desktopxfer.ui import language
from desktopxfer.ui.elided_label import ElidedLabel
from tests.gallery.scenes import SCENES

TURNS = 5  # of the event loop, until everything has found its place


@pytest.fixture(params=SCENES.values(), ids=list(SCENES))
def scene(qapp: QApplication, request: pytest.FixtureRequest, code: str) -> Iterator[QWidget]:
    language.speak(qapp, code)
    widget = request.param()
    widget.show()
    for _ in range(TURNS):
        qapp.processEvents()
    yield widget
    for window in qapp.topLevelWidgets():
        window.hide()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language.speak(qapp, language.SOURCE)


@pytest.fixture
def code() -> str:
    return language.SOURCE


def shown(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]


def told(widget: QWidget) -> str:
    """What a screen reader says of it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_whatever_takes_the_focus_has_a_name(scene: QWidget) -> None:
    nameless = [
        repr(each)
        for each in shown(scene)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not told(each)
    ]
    assert not nameless


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


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_no_words_are_cut_off(scene: QWidget) -> None:
    cut = [
        f"{_words(each)!r}: {each.width()} of {_needed(each)}"
        for each in shown(scene)
        if isinstance(each, QAbstractButton | QLabel)
        and not isinstance(each, ElidedLabel)
        and _words(each)
        and each.width() < _needed(each)
    ]
    assert not cut


def _words(widget: QAbstractButton | QLabel) -> str:
    return widget.text()


def _needed(widget: QWidget) -> int:
    """Its width in one line, or that of its longest word where it may wrap."""
    return widget.minimumSizeHint().width()


def _is_part_of_another(widget: QWidget) -> bool:
    """As the buttons that Qt puts into its own fields and headers."""
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractButton) and (group := widget.group()):
        # Qt lets the tab key stop at one of them, and the arrow keys go to the others.
        return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in group.buttons())
    return isinstance(parent, QAbstractScrollArea | QLineEdit) or widget.objectName().startswith(
        "qt_"
    )
