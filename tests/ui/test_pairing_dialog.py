"""The question whether both screens show the same code."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.errors import (
    CancelledThere,
    CodesDiffer,
    DesktopxferError,
    NotReceiving,
    Unreachable,
)
from desktopxfer.ui import arming
from desktopxfer.ui.pairing_dialog import PairingDialog
from desktopxfer.workers.state import Pairing

DEVICE_ID = "3f2a91bc" * 8
CONNECTING = Pairing("1", "Bob")
CODE = Pairing("1", "Bob", DEVICE_ID, code="482913")
LEFT = Qt.MouseButton.LeftButton


class Asked:
    """A dialog as a person meets it, and what it said."""

    def __init__(self, dialog: PairingDialog) -> None:
        self.dialog = dialog
        self.said: list[object] = []
        dialog.answered.connect(self.said.append)
        dialog.cancelled.connect(self._cancelled)
        dialog.block_wanted.connect(self._block)

    def _cancelled(self) -> None:
        self.said.append("cancelled")

    def _block(self) -> None:
        self.said.append("block")

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    @property
    def buttons(self) -> set[str]:
        return {
            button.text() for button in self.dialog.findChildren(QPushButton) if button.isVisible()
        }

    @property
    def words(self) -> str:
        labels = self.dialog.findChildren(QLabel)
        words = "\n".join(label.text() for label in labels if label.isVisible())
        return words.translate({0x2068: None, 0x2069: None})


Ask: TypeAlias = Callable[[Pairing], Asked]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    def ask(pairing: Pairing) -> Asked:
        dialog = PairingDialog(pairing)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return Asked(dialog)

    return ask


@pytest.fixture
def armed(qtbot: QtBot, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.setattr(arming, "ARMING_MS", 0)
    asked = ask(replace(CODE))
    qtbot.waitUntil(asked.button("same").isEnabled)
    return asked


def test_it_asks_about_the_code_and_says_whose_it_is(ask: Ask) -> None:
    asked = ask(CODE)
    assert "Do both screens show this code?" in asked.words
    code = asked.dialog.findChild(QLabel, "code")
    assert isinstance(code, QLabel)
    assert code.text().split() == ["482", "913"]
    assert code.font().pointSizeF() > 2 * asked.dialog.font().pointSizeF()
    assert code.accessibleName().split() == ["Do", "both", "screens", "show", "482", "913?"]
    assert "Bob" in asked.words
    assert "3F2A-91BC" in asked.words


def test_the_same(armed: Asked) -> None:
    QTest.mouseClick(armed.button("same"), LEFT)
    assert armed.said == [True]


def test_they_differ(armed: Asked) -> None:
    QTest.mouseClick(armed.button("differ"), LEFT)
    assert armed.said == [False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_no_key_answers_before_a_button_was_gone_to(armed: Asked, key: Qt.Key) -> None:
    armed.dialog.activateWindow()
    focused = armed.dialog.focusWidget()
    assert not isinstance(focused, QPushButton)
    assert not any(button.isDefault() for button in armed.dialog.findChildren(QPushButton))
    QTest.keyClick(focused or armed.dialog, key)
    QTest.keyClick(armed.dialog, key)
    assert armed.said == []
    assert armed.dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(("name", "answer"), [("same", True), ("differ", False)])
def test_the_keyboard_reaches_both_answers(
    armed: Asked, key: Qt.Key, name: str, answer: bool
) -> None:
    armed.dialog.activateWindow()
    for _ in range(10):
        QTest.keyClick(armed.dialog, Qt.Key.Key_Tab)
        if armed.dialog.focusWidget() is armed.button(name):
            break
    QTest.keyClick(armed.button(name), key)
    assert armed.said == [answer]


@pytest.mark.parametrize("close", ["escape", "close"])
@pytest.mark.parametrize("pairing", [CONNECTING, CODE, replace(CODE, confirmed=True)])
def test_leaving_is_no_answer(ask: Ask, pairing: Pairing, close: str) -> None:
    asked = ask(pairing)
    if close == "escape":
        QTest.keyClick(asked.dialog, Qt.Key.Key_Escape)
    else:
        asked.dialog.close()
    assert asked.said == ["cancelled"]
    assert not asked.dialog.isVisible()


def test_it_can_be_confirmed_half_a_second_after_the_code_appeared(qtbot: QtBot, ask: Ask) -> None:
    pairing = replace(CONNECTING)
    asked = ask(pairing)
    qtbot.waitUntil(lambda: asked.dialog._arming.done)
    since = QElapsedTimer()
    since.start()
    pairing.code = "482913"
    asked.dialog.show_pairing(pairing)
    assert asked.button("differ").isEnabled()
    QTest.mouseClick(asked.button("same"), LEFT)
    assert asked.said == []
    qtbot.waitUntil(asked.button("same").isEnabled)
    assert since.elapsed() >= arming.ARMING_MS * 0.95  # a coarse timer may be early by a twentieth


def test_a_second_click_does_not_take_the_answer_back(qtbot: QtBot, ask: Ask) -> None:
    pairing = replace(CODE)
    asked = ask(pairing)
    qtbot.waitUntil(asked.button("same").isEnabled)
    pairing.confirmed = True
    asked.dialog.show_pairing(pairing)
    QTest.mouseClick(asked.button("leave"), LEFT)
    QTest.keyClick(asked.dialog, Qt.Key.Key_Return)
    assert asked.said == []
    qtbot.waitUntil(asked.button("leave").isEnabled)
    QTest.mouseClick(asked.button("leave"), LEFT)
    assert asked.said == ["cancelled"]


def test_before_the_code_there_is_only_cancel(ask: Ask) -> None:
    asked = ask(CONNECTING)
    assert "Connecting to Bob…" in asked.words
    assert asked.buttons == {"Cancel"}


def test_a_confirmed_code_waits_for_the_other_person(ask: Ask) -> None:
    asked = ask(replace(CODE, confirmed=True))
    assert "Waiting for Bob to confirm…" in asked.words
    assert "482" in asked.words  # the other one may still want to hear it
    assert asked.buttons == {"Cancel"}


def test_it_says_that_the_device_is_trusted(qtbot: QtBot, ask: Ask) -> None:
    asked = ask(replace(CODE, confirmed=True, paired=True))
    assert "Bob is trusted now" in asked.words
    assert asked.buttons == {"Close"}
    qtbot.waitUntil(asked.button("leave").isEnabled)
    QTest.mouseClick(asked.button("leave"), LEFT)
    assert asked.said == []
    assert not asked.dialog.isVisible()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (CodesDiffer("Bob"), "Somebody may sit between the two devices"),
        (CancelledThere("Bob"), "Bob cancelled."),
        (Unreachable("Bob"), "cannot be reached"),
        (NotReceiving("Bob"), "does not let new devices ask"),
    ],
)
def test_it_says_why_there_is_no_pairing(ask: Ask, error: DesktopxferError, words: str) -> None:
    asked = ask(replace(CODE, error=error))
    assert "Not paired with Bob" in asked.words
    assert words in asked.words
    assert "482" not in asked.words
    assert asked.buttons == {"Close"}


def test_every_step_has_the_same_size(ask: Ask) -> None:
    pairing = replace(CONNECTING, name="B" * 200, started_here=False)
    asked = ask(pairing)
    sizes = set()
    for change in ({"code": "482913"}, {"confirmed": True}, {"error": CodesDiffer("B" * 60)}):
        for field, value in change.items():
            setattr(pairing, field, value)
        asked.dialog.show_pairing(pairing)
        asked.dialog.adjustSize()
        sizes.add(asked.dialog.size().toTuple())
    assert len(sizes) == 1


def test_who_did_not_start_it_can_block_the_device(qtbot: QtBot, ask: Ask) -> None:
    assert "Block this device" not in ask(CODE).buttons
    asked = ask(replace(CODE, started_here=False))
    assert "Bob wants to pair" in asked.words
    qtbot.waitUntil(asked.button("block").isEnabled)
    QTest.mouseClick(asked.button("block"), LEFT)
    assert asked.said == ["cancelled", "block"]
    assert not asked.dialog.isVisible()


def test_only_what_was_started_here_takes_the_focus(ask: Ask) -> None:
    without_focus = Qt.WidgetAttribute.WA_ShowWithoutActivating
    assert not ask(CODE).dialog.testAttribute(without_focus)
    stranger = ask(replace(CODE, started_here=False)).dialog
    assert stranger.testAttribute(without_focus)
    assert not stranger.isModal()


HOSTILE = "<h1>A</h1> {name} & B\n\u202eevil\x1b[31m"


@pytest.mark.parametrize(
    "pairing",
    [
        Pairing("1", HOSTILE, DEVICE_ID, code="482913"),
        Pairing("1", HOSTILE, DEVICE_ID, code="482913", confirmed=True),
        Pairing("1", HOSTILE, DEVICE_ID, code="482913", error=CodesDiffer(HOSTILE)),
        Pairing("1", HOSTILE, DEVICE_ID, error=NotReceiving(HOSTILE)),
    ],
)
def test_hostile_words_are_shown_as_they_are(ask: Ask, pairing: Pairing) -> None:
    asked = ask(pairing)
    assert "<h1>A</h1> {name} & B\ufffd\ufffdevil\ufffd[31m" in asked.words
    assert "\u202e" not in asked.words + asked.dialog.windowTitle()
    plain = Qt.TextFormat.PlainText
    labels = asked.dialog.findChildren(QLabel)
    assert all(label.textFormat() is plain for label in labels if label.text())


def test_every_control_has_a_name(ask: Ask) -> None:
    asked = ask(replace(CODE, started_here=False))
    for widget in asked.dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            words = widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()
            assert words, widget
