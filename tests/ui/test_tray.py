from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QIcon, QImage
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.notification import Notification
from desktopxfer.offer import Decision
from desktopxfer.settings import Settings
from desktopxfer.transfer.progress import Stage
from desktopxfer.ui.tray import LONGEST_NAME, SIZES, Tray
from tests.ui.fake_manager import FakeManager, moving, offer, receiving, sending

# The invisible screen knows no trays; whether one is there is what each test says.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

PLAIN = {0x2068: None, 0x2069: None}


@pytest.fixture
def manager() -> FakeManager:
    return FakeManager(Settings())


@pytest.fixture
def appear(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Lets the desktop have a tray, or none."""

    def appear(is_there: bool) -> None:
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: is_there)

    appear(True)
    return appear


@pytest.fixture
def tray(qtbot: QtBot, manager: FakeManager, appear: Callable[[bool], None]) -> Tray:
    tray = Tray(manager.as_manager(), [QAction("Everyone", manager)], manager)
    tray.start()
    return tray


def icon(tray: Tray) -> QSystemTrayIcon:
    (icon,) = tray.findChildren(QSystemTrayIcon)
    return icon


def tip(tray: Tray) -> str:
    return icon(tray).toolTip().translate(PLAIN)


def picture(icon: QIcon) -> QImage:
    return icon.pixmap(22, 22).toImage()


def test_it_comes_and_goes_with_the_panel(
    qtbot: QtBot, tray: Tray, manager: FakeManager, appear: Callable[[bool], None]
) -> None:
    first = icon(tray)
    assert first.isVisible()
    appear(False)
    with qtbot.waitSignal(tray.looked) as looked:
        tray.look()
    assert looked.args == [False]
    assert not first.isVisible()
    manager.add(moving(sending("NAS"), 1, 2))  # nothing to show it in
    appear(True)
    with qtbot.waitSignal(tray.looked, timeout=10_000) as looked:  # it looks by itself
        pass
    assert looked.args == [True]
    assert tip(tray).startswith("Sending to NAS")
    tray.close()
    qtbot.waitUntil(lambda: not tray.findChildren(QSystemTrayIcon))


def test_without_a_tray_there_is_nothing(
    qtbot: QtBot, manager: FakeManager, appear: Callable[[bool], None]
) -> None:
    appear(False)
    tray = Tray(manager.as_manager(), [], manager)
    assert not tray.look()
    tray.show_message(Notification("t1", "Photos has arrived", ""))
    assert not tray.findChildren(QSystemTrayIcon)
    tray.close()


def test_the_menu_and_a_click(qtbot: QtBot, tray: Tray) -> None:
    menu = icon(tray).contextMenu()
    opens, who, _, quits = menu.actions()
    with qtbot.waitSignal(tray.opened):
        opens.trigger()
    with qtbot.waitSignal(tray.quit_wanted):
        quits.trigger()
    assert [each.text() for each in who.menu().actions()] == ["Everyone"]  # type: ignore[attr-defined]
    for reason in (
        QSystemTrayIcon.ActivationReason.Trigger,
        QSystemTrayIcon.ActivationReason.DoubleClick,
    ):
        with qtbot.waitSignal(tray.opened):
            icon(tray).activated.emit(reason)
    with qtbot.assertNotEmitted(tray.opened):
        icon(tray).activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_it_says_how_far_transfers_are(tray: Tray, manager: FakeManager) -> None:
    assert tip(tray) == "desktopxfer"
    sent = manager.add(moving(sending("NAS"), 450, 1000, speed=3.05))
    assert tip(tray) == "Sending to NAS: 45 %, 3 min"
    manager.change(moving(sent, 1000, 1000))
    assert tip(tray) == "Sending to NAS: 99 %"  # nothing is complete before its receipt
    came = receiving(offer("Bob"), Stage.MOVING)
    came.decision = Decision(None)
    manager.add(moving(came, 0, 3000, speed=0))
    assert tip(tray).startswith("2 transfers: 25 %")
    manager.change(sent, Stage.FINISHED)
    assert tip(tray) == "Receiving from Bob: 0 %"
    manager.transfers.remove([came])
    assert tip(tray) == "desktopxfer"


def test_it_says_who_waits_for_an_answer(tray: Tray, manager: FakeManager) -> None:
    first, second = manager.add(receiving(offer("Bob"))), manager.add(receiving(offer("Eve")))
    assert tip(tray) == "2 offers wait for your answer"
    manager.offers.answer(first, Decision(None))
    assert tip(tray) == "Eve wants to send you files"
    manager.withdraw(second)
    assert tip(tray) == "desktopxfer"


def test_names_are_short_and_no_markup(tray: Tray, manager: FakeManager) -> None:
    manager.add(receiving(offer("<img src='x'>\n" * 100)))
    said = tip(tray)
    assert "<" not in said
    assert "\n" not in said
    assert len(said) < LONGEST_NAME + 40


def test_the_picture_shows_what_happens_without_words(tray: Tray, manager: FakeManager) -> None:
    seen = [picture(icon(tray).icon())]

    def look() -> None:
        now = picture(icon(tray).icon())
        assert now not in seen
        seen.append(now)

    sent = manager.add(moving(sending("NAS"), 0, 1000))
    look()
    manager.change(moving(sent, 500, 1000))
    look()
    asked = manager.add(receiving(offer("Bob")))
    look()
    manager.change(sent, Stage.FINISHED)
    look()
    manager.withdraw(asked)
    assert picture(icon(tray).icon()) == seen[0]
    assert {size.width() for size in icon(tray).icon().availableSizes()} == set(SIZES)


def test_the_bar_grows_from_the_left(tray: Tray, manager: FakeManager) -> None:
    sent = manager.add(moving(sending("NAS"), 500, 1000))
    image = picture(icon(tray).icon())
    low = image.height() - 3
    assert image.pixelColor(4, low).lightness() > image.pixelColor(18, low).lightness() + 60
    manager.change(moving(sent, 990, 1000))
    image = picture(icon(tray).icon())
    assert image.pixelColor(18, low) == image.pixelColor(4, low)


def test_docks_are_told_as_well_with_a_tray_or_without(
    tray: Tray, manager: FakeManager, appear: Callable[[bool], None]
) -> None:
    told: list[float | None] = []
    tray.progressed.connect(told.append)
    sent = manager.add(moving(sending("NAS"), 0, 1000))
    appear(False)
    tray.look()
    manager.change(moving(sent, 500, 1000))
    manager.change(moving(sent, 501, 1000))
    manager.change(sent, Stage.FINISHED)
    assert told == [0.0, 0.48, None]


def test_small_steps_draw_nothing_new(
    tray: Tray, manager: FakeManager, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = manager.add(moving(sending("NAS"), 0, 100_000))
    drawn: list[QIcon] = []
    monkeypatch.setattr(icon(tray), "setIcon", drawn.append)
    for done in range(0, 100_000, 100):
        manager.change(moving(sent, done, 100_000))
    assert len(drawn) <= 25


def test_where_qt_shows_messages_a_click_comes_back(
    qtbot: QtBot, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr(icon(tray), "showMessage", lambda *what: shown.append(what[:2]))
    tray.show_message(Notification("t1", "A & <b>", "body"))
    assert shown == [("A & ‹b>", "body")]
    with qtbot.waitSignal(tray.message_clicked):
        icon(tray).messageClicked.emit()
