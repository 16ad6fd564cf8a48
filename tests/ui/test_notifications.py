from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktopxfer.desktop.notification import CLICK, Kind, Notification, Press
from desktopxfer.device import Trust
from desktopxfer.errors import (
    Cancelled,
    CancelledThere,
    ConnectionLost,
    Declined,
    Paused,
    Stopped,
    Unreachable,
)
from desktopxfer.offer import TOP, Conflicts, Decision, Entry, EntryKind
from desktopxfer.offer import Kind as Content
from desktopxfer.settings import Settings
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import notifications as notifications_module
from desktopxfer.ui.notifications import Notifications
from desktopxfer.workers.state import Transfer
from tests.ui.fake_manager import FakeManager, folder_of, moving, offer, receiving, sending

PLAIN = {0x2068: None, 0x2069: None}
PROGRAM = Entry(TOP, "setup.exe", EntryKind.FILE, 7)


class FakeNotifier(QObject):
    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.capabilities = frozenset({"actions"})
        self.open: dict[str, Notification] = {}
        self.count = 0

    def show(self, notification: Notification) -> None:
        self.open[notification.key] = notification
        self.count += 1

    def withdraw(self, key: str) -> None:
        self.open.pop(key, None)

    def press(self, transfer: Transfer, button: str = CLICK, token: str = "") -> None:
        self.pressed.emit(Press(transfer.key, button, token))

    @property
    def words(self) -> list[tuple[str, str]]:
        return [(n.title.translate(PLAIN), n.body.translate(PLAIN)) for n in self.open.values()]

    def buttons(self, transfer: Transfer) -> list[str]:
        return [words for _, words in self.open[transfer.key].buttons]


@pytest.fixture
def manager(tmp_path: Path) -> FakeManager:
    return FakeManager(Settings(download_folder=str(tmp_path)))


@pytest.fixture
def notifier(monkeypatch: pytest.MonkeyPatch) -> FakeNotifier:
    # The invisible screen leaves a closed window active. Here nobody looks at any.
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    return FakeNotifier()


@pytest.fixture
def wanted(
    qtbot: QtBot, manager: FakeManager, notifier: FakeNotifier, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[object, ...]]:
    """What the notifications ask of the window; they are kept alive by the manager."""
    monkeypatch.setattr(notifications_module, "ARMING_MS", 0)
    monkeypatch.setattr(notifications_module, "PAUSE_MS", 0)
    notifications = Notifications(manager.as_manager(), notifier, manager)  # type: ignore[arg-type]
    asked: list[tuple[object, ...]] = []

    def note(kind: str) -> Callable[..., None]:
        return lambda *arguments: asked.append((kind, *arguments))

    notifications.row_wanted.connect(note("row"))
    notifications.answer_wanted.connect(note("answer"))
    notifications.text_wanted.connect(note("text"))
    notifications.decided.connect(note("decided"))
    return asked


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    folders: list[str] = []

    def open_url(url: QUrl) -> bool:
        folders.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return folders


def trusted(*entries: Entry) -> Transfer:
    return receiving(offer("Bob", entries or folder_of(3)), trust=Trust.TRUSTED)


def a_text(into: Path, *, trust: Trust = Trust.TRUSTED) -> Transfer:
    entry = Entry(TOP, "secret.sh", EntryKind.FILE, 46)
    asked = receiving(offer("Bob", [entry], Content.TEXT), trust=trust)
    asked.kind, asked.into = Content.TEXT, into
    return asked


def ended(transfer: Transfer, stage: Stage, error: Exception | None = None) -> Transfer:
    transfer.stage, transfer.error = stage, error  # type: ignore[assignment]
    return transfer


# What is said -------------------------------------------------------------------------------------


def test_an_offer_says_who_wants_to_send_what(
    wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    asked = manager.add(trusted())
    assert notifier.words == [("Bob wants to send you files", "Photos · 3 files, 3.0 kB")]
    assert notifier.buttons(asked) == ["Open", "Accept", "Decline"]
    assert notifier.open[asked.key].stays


def test_an_offer_that_is_settled_elsewhere_is_withdrawn(
    wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    answered, withdrawn = manager.add(trusted()), manager.add(trusted())
    assert len(notifier.open) == 2
    manager.offers.answer(answered, Decision(Path("/tmp")))
    assert list(notifier.open) == [withdrawn.key]
    withdrawn.error = CancelledThere("Bob")
    manager.withdraw(withdrawn)
    manager.change(withdrawn)
    assert notifier.open == {}
    assert notifier.count == 2  # and nothing is said to have failed


def test_what_arrived_is_said_and_its_folder_opened(
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    opened: list[str],
    tmp_path: Path,
) -> None:
    came = trusted()
    came.decision = Decision(tmp_path)
    manager.add(moving(came, 1, 3003))
    assert notifier.open == {}
    came.saved_paths = (tmp_path / "Photos",)
    manager.change(came, Stage.FINISHED)
    manager.change(came)
    assert notifier.words == [("Photos has arrived", "← Bob · 3 files, 3.0 kB")]
    assert notifier.open[came.key].kind is Kind.COMPLETE
    assert notifier.count == 1
    notifier.press(came)
    assert opened == [str(tmp_path)]
    assert wanted == []


def test_what_arrived_in_part_leads_to_its_row(
    wanted: list[object], manager: FakeManager, notifier: FakeNotifier, opened: list[str]
) -> None:
    came = trusted()
    came.decision, came.failed = Decision(Path("/tmp")), 2
    came.saved_paths = (Path("/tmp/Photos"),)
    manager.add(moving(came, 1, 3003))
    manager.change(came, Stage.FINISHED)
    assert notifier.words == [
        ("Photos has arrived", "← Bob · 3 files, 3.0 kB · 2 of 3 failed"),
    ]
    notifier.press(came, token="let me")
    assert wanted == [("row", came, "let me")]
    assert opened == []


@pytest.mark.parametrize(
    ("stage", "error", "title"),
    [
        (Stage.FAILED, Unreachable("NAS"), "Photos did not arrive"),
        (Stage.DECLINED, Declined("NAS"), "Photos did not arrive"),
        (Stage.CANCELLED, CancelledThere("NAS"), "Photos did not arrive"),
        (Stage.INTERRUPTED, ConnectionLost("NAS"), "Photos was interrupted"),
    ],
)
def test_what_went_wrong_is_said_and_leads_to_the_row(
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    stage: Stage,
    error: Exception,
    title: str,
) -> None:
    sent = manager.add(sending("NAS"))
    manager.change(ended(sent, stage, error))
    ((said, body),) = notifier.words
    assert said == title
    assert body.startswith("→ NAS · ")
    assert len(body) > len("→ NAS · ") + 5
    assert notifier.open[sent.key].kind is Kind.FAILED
    notifier.press(sent)
    assert wanted == [("row", sent, "")]


@pytest.mark.parametrize(
    ("stage", "error"),
    [
        (Stage.CANCELLED, Cancelled()),
        (Stage.INTERRUPTED, Paused()),
        (Stage.INTERRUPTED, Stopped()),
        (Stage.DECLINED, None),
        (Stage.QUEUED, Unreachable("NAS")),
        (Stage.RECONNECTING, ConnectionLost("NAS")),
    ],
)
def test_what_was_wanted_or_mends_itself_is_no_news(
    wanted: object, manager: FakeManager, notifier: FakeNotifier, stage: Stage, error: Exception
) -> None:
    manager.change(ended(manager.add(sending("NAS")), stage, error))
    assert notifier.count == 0


def test_what_goes_on_is_not_said_to_be_interrupted_any_more(
    wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    sent = manager.add(sending("NAS"))
    manager.change(ended(sent, Stage.INTERRUPTED, ConnectionLost("NAS")))
    assert len(notifier.open) == 1
    manager.change(ended(sent, Stage.CONNECTING))
    assert notifier.open == {}
    manager.change(ended(sent, Stage.FINISHED))
    assert notifier.words[0][0] == "Photos has arrived"
    manager.transfers.remove([sent])
    assert notifier.open == {}


def test_what_was_interrupted_in_an_earlier_run_is_no_news(
    wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    old = manager.add(ended(sending("NAS"), Stage.INTERRUPTED, ConnectionLost("NAS")))
    manager.change(old)
    assert notifier.count == 0


def test_what_a_peer_says_is_one_harmless_line(
    wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    evil = "\u202e<b>x</b>\nAccepted\x1b[31m"
    asked = receiving(offer(evil, folder_of(3, name=evil)), trust=Trust.TRUSTED)
    manager.add(asked)
    shown = notifier.open[asked.key]
    for words in (shown.title, shown.body):
        assert not {"\n", "\x1b", "\u202e"} & set(words)
        assert "<b>x</b>" in words  # plain text: whoever shows it knows whether to escape it


# When it is said ----------------------------------------------------------------------------------


def test_nothing_is_said_to_who_looks_at_the_window(
    qtbot: QtBot,
    wanted: object,
    manager: FakeManager,
    notifier: FakeNotifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)
    manager.add(trusted())
    sent = manager.add(sending("NAS"))
    manager.change(sent, Stage.FINISHED)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    manager.change(sent)  # nor later, when it is old
    assert notifier.count == 0


def test_nothing_is_said_where_it_is_not_wanted(
    wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    manager.preferences.apply(replace(manager.preferences.current, notifications=False))
    manager.add(trusted())
    manager.change(manager.add(sending("NAS")), Stage.FINISHED)
    assert notifier.count == 0


def test_strangers_are_shown_one_at_a_time(
    qtbot: QtBot, wanted: object, manager: FakeManager, notifier: FakeNotifier
) -> None:
    offers = [manager.add(receiving(offer(f"Stranger {n}"))) for n in range(4)]
    friend = manager.add(trusted())
    assert list(notifier.open) == [offers[0].key, friend.key]
    manager.withdraw(offers[1])
    manager.offers.answer(offers[0], Decision(None))
    qtbot.waitUntil(lambda: list(notifier.open) == [friend.key, offers[2].key])


def test_who_asks_and_withdraws_again_and_again_does_not_flash(
    qtbot: QtBot,
    manager: FakeManager,
    notifier: FakeNotifier,
) -> None:
    Notifications(manager.as_manager(), notifier, manager)  # type: ignore[arg-type]
    for _ in range(50):
        manager.withdraw(manager.add(receiving(offer("Stranger"))))
    assert notifier.count == 1


# What is answered ---------------------------------------------------------------------------------


def test_a_trusted_offer_is_accepted_as_the_dialog_suggests_it(
    qtbot: QtBot,
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    tmp_path: Path,
) -> None:
    asked = trusted()
    asked.conflicts = Conflicts.SKIP_IDENTICAL
    manager.add(asked)
    notifier.press(asked, "accept")
    qtbot.waitUntil(lambda: bool(wanted))
    decision = Decision(tmp_path, conflicts=Conflicts.SKIP_IDENTICAL)
    assert wanted == [("decided", asked, decision)]


def test_a_text_is_accepted_into_its_own_place_and_shown_by_a_click(
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    opened: list[str],
    tmp_path: Path,
) -> None:
    kept = tmp_path / "clippings" / "1"
    asked = manager.add(a_text(kept))
    assert notifier.words == [("Bob wants to send you a text", "46 B")]
    assert notifier.buttons(asked) == ["Open", "Accept", "Decline"]
    notifier.press(asked, "accept")
    assert wanted == [("decided", asked, Decision(kept))]
    asked.decision, asked.saved_paths = Decision(kept), (kept / "secret.sh",)
    asked.preview = "the password"
    manager.change(asked, Stage.FINISHED)
    assert notifier.words == [("Bob sent you a text", "46 B")]
    assert notifier.buttons(asked) == ["Show text"]
    notifier.press(asked, token="let me")
    assert wanted[1:] == [("text", asked, "let me")]
    assert opened == []


def test_a_strangers_text_gets_its_dialog(
    wanted: list[object], manager: FakeManager, notifier: FakeNotifier, tmp_path: Path
) -> None:
    asked = manager.add(a_text(tmp_path, trust=Trust.NEW))
    assert notifier.words == [("Bob wants to send you a text", "46 B · New device")]
    notifier.press(asked, "accept")
    assert wanted == [("answer", asked, "")]


@pytest.mark.parametrize(
    ("stage", "error", "title"),
    [
        (Stage.FINISHED, None, "Text has arrived"),
        (Stage.FAILED, Unreachable("NAS"), "Text did not arrive"),
        (Stage.INTERRUPTED, ConnectionLost("NAS"), "Text was interrupted"),
    ],
)
def test_nothing_is_said_of_what_a_text_says(
    wanted: object,
    manager: FakeManager,
    notifier: FakeNotifier,
    stage: Stage,
    error: Exception | None,
    title: str,
) -> None:
    sent = manager.add(sending("NAS", title="Text 2026-11-22 19.30.txt"))
    sent.kind, sent.preview = Content.TEXT, "the password"
    manager.change(ended(sent, stage, error))
    ((said, body),) = notifier.words
    assert said == title
    assert "password" not in body


def test_it_is_declined_at_once(
    wanted: list[object], manager: FakeManager, notifier: FakeNotifier
) -> None:
    asked = manager.add(trusted())
    notifier.press(asked, "decline")
    assert wanted == [("decided", asked, Decision(None))]


def test_a_click_beside_the_buttons_opens_the_dialog(
    wanted: list[object], manager: FakeManager, notifier: FakeNotifier
) -> None:
    asked = manager.add(trusted())
    notifier.press(asked, token="let me")
    assert wanted == [("answer", asked, "let me")]


@pytest.mark.parametrize(
    "asked",
    [
        receiving(offer("Stranger")),
        trusted(PROGRAM),
        trusted(*folder_of(notifications_module.MOST_ENTRIES + 1)),
    ],
    ids=["a stranger, whose code is compared", "a program, of which it warns", "many files"],
)
def test_what_the_dialog_must_show_is_not_accepted_without_it(
    wanted: list[object], manager: FakeManager, notifier: FakeNotifier, asked: Transfer
) -> None:
    manager.add(asked)
    assert notifier.buttons(asked) == ["Open", "Answer…", "Decline"]
    for button in ("answer", "accept"):  # whatever a service makes of the names
        notifier.press(asked, button)
    assert wanted == [("answer", asked, "")] * 2


def test_a_click_that_was_meant_for_something_else_accepts_nothing(
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notifications_module, "ARMING_MS", 60_000)
    asked = manager.add(trusted())
    notifier.press(asked, "accept")
    assert wanted == [("answer", asked, "")]


def test_what_does_not_fit_is_asked_about(
    qtbot: QtBot, wanted: list[object], manager: FakeManager, notifier: FakeNotifier
) -> None:
    asked = manager.add(trusted(Entry(TOP, "huge.iso", EntryKind.FILE, 10**18)))
    notifier.press(asked, "accept", token="let me")
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [("answer", asked, "let me")]


def test_where_nothing_can_be_saved_is_asked_about(
    qtbot: QtBot,
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    folder = str(tmp_path / "file" / "Downloads")
    manager.preferences.apply(replace(manager.preferences.current, download_folder=folder))
    asked = manager.add(trusted())
    notifier.press(asked, "accept")
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [("answer", asked, "")]


def test_a_folder_that_never_answers_is_asked_about(
    qtbot: QtBot,
    wanted: list[object],
    manager: FakeManager,
    notifier: FakeNotifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (notifications,) = manager.findChildren(Notifications)
    monkeypatch.setattr(notifications._free_space, "ask", lambda folder, may_create: None)
    notifications._patience.setInterval(1)
    asked = manager.add(trusted())
    notifier.press(asked, "accept")
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [("answer", asked, "")]


def test_a_click_that_comes_too_late_does_nothing(
    wanted: list[object], manager: FakeManager, notifier: FakeNotifier
) -> None:
    asked = manager.add(trusted())
    manager.offers.answer(asked, Decision(None))
    for button in (CLICK, "accept", "decline"):
        notifier.press(asked, button)
    assert wanted == []
    assert asked.direction is Direction.RECEIVING
