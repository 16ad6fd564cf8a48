import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("D-Bus", allow_module_level=True)

from jeepney import DBusAddress, HeaderFields, MatchRule, message_bus, new_signal
from jeepney.io.blocking import open_dbus_connection

from desktopxfer.desktop import notification_service
from desktopxfer.desktop.notification import CLICK, Kind, LauncherProgress, Notification, Press
from desktopxfer.desktop.notification_service import NotificationService as Client
from tests import needs
from tests.notification_services import DEADLINE_S, NAME, PATH, NotificationService
from tests.sleep_services import running_bus

OFFER = Notification(
    "t1",
    "Bob wants to send you files",
    "Photos & <b>more</b>",
    buttons=((CLICK, "Open"), ("accept", "Accept"), ("decline", "Decline")),
    stays=True,
)


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
def client(bus: str) -> Iterator[Client]:
    client = Client("file:///icon.svg")
    yield client
    client.close()


def pressed(client: Client) -> list[Press]:
    """What is clicked next; a call on the service's own connection comes after its signals."""
    client.capabilities()
    return client.presses()


def test_everything_is_shown_with_the_right_types(
    client: Client, service: NotificationService
) -> None:
    assert client.show(OFFER) == {"actions", "body", "body-markup"}
    shown = service.next()
    assert shown.title == OFFER.title
    assert shown.body == "Photos &amp; &lt;b&gt;more&lt;/b&gt;"
    assert shown.actions == ("default", "Open", "accept", "Accept", "decline", "Decline")
    assert shown.hints["category"] == ("s", "transfer")
    assert shown.hints["urgency"] == ("y", 1)
    assert shown.icon == "file:///icon.svg"
    assert shown.timeout_ms == 0


def test_a_service_that_can_do_little_gets_plain_words_alone(client: Client, bus: str) -> None:
    with NotificationService(bus, ["body"]) as service:
        assert client.show(OFFER) == {"body"}
        shown = service.next()
        assert shown.body == "Photos & <b>more</b>"
        assert shown.actions == ()
        assert service.wrong == []


def test_the_same_key_replaces_and_another_one_does_not(
    client: Client, service: NotificationService
) -> None:
    client.show(OFFER)
    client.show(Notification("t2", "Other", ""))
    client.show(Notification("t1", "Photos has arrived", "From Bob", Kind.COMPLETE))
    first, other, again = (service.next() for _ in range(3))
    assert (other.replaces, again.replaces) == (0, first.number)
    assert again.timeout_ms == -1


def test_a_click_says_on_what_it_was(client: Client, service: NotificationService) -> None:
    client.show(OFFER)
    service.click(service.next().number, "accept", token="let me")
    assert pressed(client) == [Press("t1", "accept", "let me")]
    client.show(OFFER)
    assert service.next().replaces == 0  # it was closed by the click
    assert pressed(client) == []


def test_what_is_withdrawn_is_closed_once(client: Client, service: NotificationService) -> None:
    client.show(OFFER)
    client.withdraw("t1")
    client.withdraw("t1")
    client.withdraw("never shown")
    number = service.next().number
    assert service.closed.get(timeout=DEADLINE_S) == number
    client.capabilities()
    assert service.closed.empty()
    service.click(number)  # of which somebody else has the number by now
    assert pressed(client) == []


def test_what_was_dismissed_is_not_replaced(client: Client, service: NotificationService) -> None:
    client.show(OFFER)
    for _ in range(2):  # whether the signal was read before, or comes with the next answer
        service.dismiss(service.next().number)
        client.show(OFFER)
    assert service.next().replaces == 0
    assert pressed(client) == []
    client.withdraw("t1")
    client.capabilities()
    assert service.closed.qsize() == 1


def test_nobody_but_the_service_can_click(
    client: Client, service: NotificationService, bus: str
) -> None:
    client.show(OFFER)
    number = service.next().number
    with open_dbus_connection(bus) as stranger:
        for to_us_alone in (True, False):
            emitter = DBusAddress(PATH, interface=NAME)
            forged = new_signal(emitter, "ActionInvoked", "us", (number, "accept"))
            if to_us_alone:
                forged.header.fields[HeaderFields.destination] = client._bus.unique_name
            stranger.send(forged)
        stranger.bus_proxy.GetNameOwner(NAME, _timeout=DEADLINE_S)  # the bus has passed them on
    assert pressed(client) == []
    service._signal("ActionInvoked", "uu", (number, 7))
    service._signal("Else", "us", (number, "accept"))
    assert pressed(client) == []
    service.click(number, "accept")
    assert pressed(client) == [Press("t1", "accept")]


def test_clicks_on_what_others_show_are_not_ours(
    client: Client, service: NotificationService
) -> None:
    service.click(42, "accept", token="theirs")
    assert pressed(client) == []
    assert client._tokens == {}


def test_a_service_that_was_started_anew_replaces_nothing(client: Client, bus: str) -> None:
    for _ in range(2):
        with NotificationService(bus) as service:
            client.show(OFFER)
            assert service.next().replaces == 0
            assert service.wrong == []


def test_docks_hear_of_progress_with_the_right_types(
    client: Client, service: NotificationService, bus: str
) -> None:
    with open_dbus_connection(bus) as dock:
        rule = MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")
        dock.send_and_get_reply(message_bus.AddMatch(rule), timeout=DEADLINE_S)
        with dock.filter(rule, bufsize=2) as heard:
            client.show_progress(LauncherProgress(0.44))
            client.show_progress(LauncherProgress(None))
            for shown in (
                {"progress": ("d", 0.44), "progress-visible": ("b", True)},
                {"progress": ("d", 0.0), "progress-visible": ("b", False)},
            ):
                signal = dock.recv_until_filtered(heard, timeout=DEADLINE_S)
                assert signal.header.fields[HeaderFields.signature] == "sa{sv}"
                assert signal.header.fields[HeaderFields.member] == "Update"
                assert signal.body == ("application://desktopxfer.desktop", shown)


def test_without_a_service_it_raises(client: Client) -> None:
    with pytest.raises(Exception, match="ServiceUnknown"):
        client.show(OFFER)


def test_a_service_that_hangs_is_not_waited_for_long(
    client: Client, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notification_service, "CALL_TIMEOUT_S", 0.2)
    with NotificationService(bus, answers=False), pytest.raises(TimeoutError):
        client.show(OFFER)
