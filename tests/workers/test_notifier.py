import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("D-Bus", allow_module_level=True)

from desktopxfer.desktop import notification_service
from desktopxfer.desktop.notification import CLICK, Notification, Press
from desktopxfer.workers import notifier as notifier_module
from desktopxfer.workers.notifier import Notifier
from tests import needs
from tests.notification_services import DEADLINE_S, NotificationService
from tests.sleep_services import running_bus

HELLO = Notification("t1", "Photos has arrived", "From Bob", buttons=((CLICK, "Open"),))
TIMEOUT_MS = DEADLINE_S * 1000


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    needs.programs(dbus_daemon="dbus-daemon")
    with running_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def service(bus: str) -> Iterator[NotificationService]:
    with NotificationService(bus) as service:
        yield service
        assert service.wrong == []


@pytest.fixture
def notifier(bus: str, qtbot: QtBot) -> Iterator[Notifier]:
    notifier = Notifier()
    yield notifier
    notifier.close()


def test_what_the_service_can_do_is_known_before_anything_is_shown(
    service: NotificationService, qtbot: QtBot
) -> None:
    notifier = Notifier()
    with qtbot.waitSignal(notifier.changed, timeout=TIMEOUT_MS):
        pass
    assert "actions" in notifier.capabilities
    notifier.close()


def test_it_is_shown_and_a_click_is_told(
    service: NotificationService, notifier: Notifier, qtbot: QtBot
) -> None:
    notifier.show(HELLO)
    shown = service.next()
    with qtbot.waitSignal(notifier.pressed, timeout=TIMEOUT_MS) as pressed:
        service.click(shown.number)
    assert pressed.args == [Press("t1")]


def test_a_click_right_after_it_was_replaced_is_not_lost(
    service: NotificationService, notifier: Notifier, qtbot: QtBot
) -> None:
    for _ in range(20):
        notifier.show(HELLO)
        with qtbot.waitSignal(notifier.pressed, timeout=TIMEOUT_MS):
            service.click(service.next().number)  # while the answer to the call is on its way


def test_what_is_withdrawn_is_closed(service: NotificationService, notifier: Notifier) -> None:
    notifier.show(HELLO)
    notifier.withdraw("t1")
    assert service.closed.get(timeout=DEADLINE_S) == service.next().number


def test_closing_takes_everything_back(service: NotificationService, notifier: Notifier) -> None:
    numbers = set()
    for key in ("t1", "t2", "t3"):
        notifier.show(Notification(key, "", ""))
        numbers.add(service.next().number)
    notifier.close()
    assert {service.closed.get(timeout=DEADLINE_S) for _ in numbers} == numbers


def test_without_a_service_it_is_refused_and_later_shown(
    bus: str, notifier: Notifier, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(notifier.refused, timeout=TIMEOUT_MS) as refused:
        notifier.show(HELLO)
    assert refused.args == [HELLO]
    with NotificationService(bus) as service:
        # An attempt that began before the service did may refuse this one too.
        again = notifier.refused.connect(notifier.show)
        with qtbot.waitSignal(notifier.changed, timeout=TIMEOUT_MS):
            notifier.show(HELLO)
        assert service.next().title == HELLO.title
        assert notifier.capabilities
        notifier.refused.disconnect(again)
    with qtbot.waitSignal(notifier.refused, timeout=TIMEOUT_MS):  # it has gone again
        notifier.show(HELLO)
    qtbot.waitUntil(lambda: not notifier.capabilities)


@pytest.mark.parametrize("address", ["unix:path=/nowhere", "nonsense", ""])
def test_without_a_bus_it_is_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifier = Notifier()
    for _ in range(3):
        with qtbot.waitSignal(notifier.refused, timeout=TIMEOUT_MS):
            notifier.show(HELLO)
    notifier.close()


def test_a_service_that_hangs_keeps_nobody_from_ending(
    bus: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notification_service, "CALL_TIMEOUT_S", 2.0)
    monkeypatch.setattr(notifier_module, "CLOSING_TIMEOUT_S", 0.01)
    with NotificationService(bus, answers=False):
        notifier = Notifier()
        notifier.show(HELLO)
        with qtbot.assertNotEmitted(notifier.refused):
            notifier.close()
            assert notifier._thread is not None
            notifier._thread.join(DEADLINE_S)


def test_systems_without_such_a_service_are_left_to_qt(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    notifier = Notifier()
    with qtbot.waitSignal(notifier.refused) as refused:
        notifier.show(HELLO)
    assert refused.args == [HELLO]
    notifier.withdraw("t1")
    notifier.close()
