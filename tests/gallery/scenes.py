"""Owns what the pictures show: every window and dialog, filled with what makes a layout hard."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QButtonGroup, QDialog, QPushButton, QWidget

from desktopxfer.device import Address, Trust
from desktopxfer.diagnosis.finding import Finding, Kind
from desktopxfer.errors import (
    Cancelled,
    ConnectionLost,
    DamagedFile,
    Declined,
    DiskFull,
    IdentityChanged,
    Paused,
    PortReplaced,
    Unreachable,
    Unreadable,
)
from desktopxfer.offer import TOP, Conflicts, Decision, Entry, EntryKind
from desktopxfer.offer import Kind as OfferKind
from desktopxfer.settings import Settings
from desktopxfer.transfer.progress import Direction, Progress, Stage
from desktopxfer.transfer.resumption import Inside
from desktopxfer.transfer.store import Record
from desktopxfer.ui.check_dialog import CheckDialog
from desktopxfer.ui.close_choice import CloseChoice
from desktopxfer.ui.device_picker import DevicePicker
from desktopxfer.ui.entry_tree import EntryView
from desktopxfer.ui.main_window import MainWindow
from desktopxfer.ui.pages import Pages
from desktopxfer.ui.settings_dialog import SettingsDialog
from desktopxfer.ui.taken_list import Column, TakenView
from desktopxfer.ui.text_editor import TextEditor
from desktopxfer.ui.text_view import TextView
from desktopxfer.ui.transfer_actions import Action
from desktopxfer.ui.transfer_list import TransferList
from desktopxfer.ui.transfer_model import Filter
from desktopxfer.workers.state import Leftover, Transfer
from desktopxfer.workers.taken_names import FilesTaken, Taken, TakenFiles, TakenNames
from tests.ui.fake_manager import (
    FakeManager,
    device,
    folder_of,
    moving,
    offer,
    receiving,
    sending,
)

OWN_ID = "3f2a91bc" * 8
DOWNLOADS = Path("/home/anna/Downloads")
LONG_NAME = "The big workstation under the window of the laboratory on the third floor"
LONG_TITLE = "Minutes of the meeting of everybody who was there and of some who were not (2nd).odt"
STRANGE_NAME = "مختبر الفيزياء 3"
WHEN = 1_790_000_000.0  # seconds since 1970
NOTE = Path(__file__).with_name("note.txt")
WAIT_MS = 10_000
SOME, MANY = 1000, 100_000


# Else the collector would take a window away, perhaps while it is painted: Python owns it, and what
# is made of a scene may be only a dialog over it.
_open: list[MainWindow] = []


def close_all() -> None:
    """Takes all windows away."""
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _open.clear()


class Scene:
    """A main window with a stand-in for the manager behind it."""

    def __init__(self, name: str = "Anna’s laptop") -> None:
        self.manager = FakeManager(Settings(device_name=name, download_folder=str(DOWNLOADS)))
        self.window = MainWindow(self.manager.as_manager(), OWN_ID)
        self.manager.setParent(self.window)
        _open.append(self.window)
        self.manager.listen(Address("192.168.1.20"), Address("fe80::1c2f:9aff:fe21:7b0%eth0"))
        self.window.show()

    def with_devices(self) -> "Scene":
        self.manager.show_devices(*DEVICES)
        return self

    def with_transfers(self) -> "Scene":
        for transfer in transfers():
            self.manager.add(transfer)
        return self

    def dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        """The dialog that is open over the window."""
        QApplication.processEvents()
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found[-1]


def _wait_until(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(WAIT_MS)
    while not (condition() or deadline.hasExpired()):
        QTest.qWait(10)


DEVICES = (
    device("Desk-PC", 1, trust=Trust.TRUSTED),
    device("Office NAS", 2, trust=Trust.TRUSTED, online=False),
    replace(device(LONG_NAME, 3), platform="Windows"),
    device(STRANGE_NAME, 4),
    device("192.168.1.77", 5, typed=True, online=False),
    device("Noisy neighbour", 6, trust=Trust.BLOCKED),
)


def transfers() -> list[Transfer]:
    """A row of every kind, the newest last."""
    done = sending("Desk-PC", title="Photos +3", stage=Stage.FINISHED)
    done.progress, done.seconds = Progress(4_831_838_208, 4_831_838_208, 0.0), 51.2
    got = receiving(offer("Desk-PC", folder_of(412, "Holiday")), Stage.FINISHED)
    got.progress, got.seconds = Progress(1_200_000_000, 1_200_000_000, 0.0), 14.0
    got.into, got.saved_paths = DOWNLOADS, (DOWNLOADS / "Holiday",)
    partly = receiving(offer("Desk-PC", folder_of(30, "Scans")), Stage.FINISHED)
    partly.into, partly.failed, partly.agreed = DOWNLOADS, 2, True
    partly.entry_errors = {3: Unreadable("Scans/IMG_000002.jpg", "Permission denied")}
    partly.progress = Progress(28_000, 30_000, 0.0)
    lost = _ended(
        sending(LONG_NAME, title=LONG_TITLE), Stage.INTERRUPTED, ConnectionLost(LONG_NAME)
    )
    lost.progress, lost.agreed = Progress(710, 1000, 0.0), True
    full = _ended(
        receiving(offer("Bob", folder_of(9, "Film"))), Stage.INTERRUPTED, DiskFull("Film")
    )
    full.progress, full.agreed, full.into = Progress(640, 1000, 0.0), True, DOWNLOADS
    return [
        done,
        got,
        partly,
        _ended(sending("Bob", title="notes.txt"), Stage.DECLINED, Declined("Bob")),
        _ended(sending("Bob", title="film.mkv"), Stage.CANCELLED, Cancelled()),
        _ended(sending("10.0.0.9", title="backup.tar"), Stage.FAILED, Unreachable("10.0.0.9")),
        lost,
        full,
        _ended(sending("Office NAS", title="Archive 2025"), Stage.QUEUED),
        sending("Bob", title="presentation.odp", stage=Stage.WAITING),
        moving(sending("Desk-PC", title="Photos"), 2_960_000_000, 4_831_838_208),
        moving(receiving(offer(STRANGE_NAME, folder_of(40, "نتائج التجارب"))), 310, 1000, 1_200),
    ]


def _ended(transfer: Transfer, stage: Stage, error: Exception | None = None) -> Transfer:
    transfer.stage, transfer.error = stage, error  # type: ignore[assignment]
    return transfer


# The scenes ---------------------------------------------------------------------------------------


def empty() -> QWidget:
    return Scene().window


def main_window() -> QWidget:
    return Scene().with_devices().with_transfers().window


def small_window() -> QWidget:
    window = Scene(LONG_NAME).with_devices().with_transfers().window
    window.resize(window.minimumSize())
    return window


def long_names() -> QWidget:
    scene = Scene(LONG_NAME)
    scene.manager.show_devices(*(device(f"{LONG_NAME} {number}", number) for number in range(30)))
    for number in range(30):
        title = f"{number} {LONG_TITLE}"
        scene.manager.add(moving(sending(LONG_NAME, title=title), 10**17 + number, 10**18))
    scene.window.offer_paths([Path("/home/anna") / LONG_TITLE])
    return scene.window


def trouble() -> QWidget:
    scene = Scene().with_devices()
    scene.manager.listen(Address("192.168.1.20", 26711), note=PortReplaced("26710", "26711"))
    scene.manager.alarmed.emit(IdentityChanged("Desk-PC"))
    aside = Path("/home/anna/.config/desktopxfer/known_devices.json.damaged")
    scene.manager.alarmed.emit(DamagedFile(str(aside), "JSON is malformed"))
    return scene.window


def thousand_transfers() -> QWidget:
    scene = Scene().with_devices()
    for number in range(SOME):
        scene.manager.add(moving(sending("Desk-PC", title=f"part {number}"), number, SOME))
    return scene.window


def unfolded() -> QWidget:
    scene = Scene().with_devices()
    transfer = receiving(offer("Desk-PC", _tree(MANY)))
    transfer.into = DOWNLOADS
    scene.manager.add(moving(transfer, 310_000, 1_000_000))
    transfer.ended_entries = list(range(1, 40))
    transfer.entry_errors = {7: Unreadable("Photos/IMG_000006.jpg", "Permission denied")}
    (rows,) = scene.window.findChildren(TransferList)
    rows.requested.emit(transfer, Action.UNFOLD)
    return scene.window


def failed() -> QWidget:
    """The rows with the most buttons, where there is the least room."""
    scene = Scene().with_devices().with_transfers()
    lost = _ended(sending("Desk-PC", title=LONG_TITLE), Stage.FAILED, ConnectionLost("Desk-PC"))
    lost.code = "482913"
    scene.manager.add(lost)
    scene.window._filters.button(list(Filter).index(Filter.FAILED)).click()
    scene.window.resize(scene.window.minimumSize())
    return scene.window


def unfolded_after_a_restart() -> QWidget:
    scene = Scene().with_devices()
    transfer = receiving(offer("Desk-PC", _tree(9)), Stage.INTERRUPTED)
    transfer.offer, transfer.agreed, transfer.decision = None, True, Decision(DOWNLOADS)
    transfer.error, transfer.progress = Paused(), Progress(310, 1000, 0.0)
    failed = Unreadable("Photos/IMG_000003.jpg", "Permission denied")
    saved = ((entry, None) for entry in range(7, 10))
    transfer.look_into(Inside(_tree(9), frozenset({4, 5}), (*saved, (10, failed))))
    scene.manager.add(transfer)
    (rows,) = scene.window.findChildren(TransferList)
    rows.requested.emit(transfer, Action.UNFOLD)
    scene.window.findChildren(EntryView)[0].expandAll()
    return scene.window


def offered() -> QWidget:
    scene = Scene().with_devices()
    scene.manager.add(receiving(offer("Desk-PC", _tree(400)), trust=Trust.TRUSTED))
    dialog = scene.dialog()
    accept = dialog.findChild(QPushButton, "accept")
    assert isinstance(accept, QPushButton)
    _wait_until(accept.isEnabled)  # as whoever has read it sees it
    return dialog


def offered_by_a_stranger() -> QWidget:
    scene = Scene().with_devices()
    scene.manager.add(receiving(offer(LONG_NAME, _tree(40))))
    return scene.dialog()


def offered_much() -> QWidget:
    scene = Scene().with_devices()
    scene.manager.add(receiving(offer(STRANGE_NAME, _tree(MANY))))
    return scene.dialog()


def offered_again() -> QWidget:
    scene = Scene().with_devices()
    transfer = receiving(offer("Desk-PC", _tree(400)), trust=Trust.TRUSTED)
    transfer.conflicts = Conflicts.ASK
    scene.manager.add(transfer)
    dialog = scene.dialog()
    answers = (
        (TakenNames, Taken(DOWNLOADS, frozenset({"Photos"}))),
        (FilesTaken, TakenFiles(DOWNLOADS, tuple(range(2, 300)))),
    )
    for kind, answer in answers:
        (question,) = dialog.findChildren(kind)
        QSignalSpy(question.answered).wait(1000)  # what the disk says itself
        question.answered.emit(answer)
    (view,) = dialog.findChildren(TakenView)
    for row, column in enumerate((Column.KEEP_BOTH, Column.REPLACE, Column.SKIP)):
        view.clicked.emit(view.model().index(row, column))
    view.setCurrentIndex(view.model().index(1, 0))
    return dialog


def pairing() -> QWidget:
    scene = Scene()
    scene.manager.ask_to_pair("Desk-PC")
    return scene.dialog()


def paired() -> QWidget:
    scene = Scene()
    asked = scene.manager.ask_to_pair("Desk-PC")
    dialog = scene.dialog()
    scene.manager.change_pairing(asked, confirmed=True, paired=True)
    return dialog


def choosing_devices() -> QWidget:
    scene = Scene().with_devices().with_transfers()
    picker = DevicePicker(DEVICES, f"{LONG_TITLE} +2", scene.window)
    picker.open()
    return picker


def welcome() -> QWidget:
    scene = Scene()
    scene.window.welcome()
    return scene.dialog()


def settings() -> QWidget:
    scene = Scene()
    interrupted = _ended(receiving(offer("Bob", folder_of(9, "Film"))), Stage.INTERRUPTED)
    scene.manager.leftovers.found = (Leftover(interrupted, DOWNLOADS, 640_000_000),)
    scene.window._open_settings()
    return scene.dialog(SettingsDialog)


def network_settings() -> QWidget:
    return _turned(settings(), 1)


def computer_settings() -> QWidget:
    return _turned(settings(), 2)


def _turned(dialog: QWidget, page: int) -> QWidget:
    (buttons,) = dialog.findChildren(Pages)[0].findChildren(QButtonGroup)
    buttons.button(page).click()
    return dialog


def history() -> QWidget:
    scene = Scene().with_devices()
    titles = ("Photos +3", LONG_TITLE, "نتائج التجارب", "notes.txt")
    scene.manager.history.records = [
        Record(
            key=f"{number:016x}",
            direction=list(Direction)[number % 2],
            stage=(Stage.FINISHED, Stage.FAILED, Stage.DECLINED)[number % 3],
            error="connection_lost" if number % 3 == 1 else "",
            peer_name=(DEVICES[number % len(DEVICES)]).name,
            title=titles[number % len(titles)],
            files=number,
            total_bytes=10 ** (number % 12),
            paths=(str(DOWNLOADS / titles[number % len(titles)]),),
            changed=WHEN - 80_000 * number,
        )
        for number in range(40)
    ]
    scene.window._open_history()
    return scene.dialog()


def connection_in_order() -> QWidget:
    scene = Scene().with_devices()
    scene.window._check_control.check(DEVICES[0])
    facts = {"name": "Desk-PC", "address": "192.168.1.30:26710", "port": "26710"}
    scene.manager.checks.find(
        Finding(Kind.ADDRESSES, {"addresses": "192.168.1.20 (wlp2s0), fe80::7b0 (wlp2s0)"}),
        Finding(Kind.LISTENING, facts),
        Finding(Kind.FIREWALL_OPEN, {"firewall": "ufw", "port": "26710"}),
        Finding(Kind.MDNS_HEARD, {"interface": "wlp2s0"}),
        Finding(Kind.REACHED, facts),
        Finding(Kind.REACHED_BACK, facts),
    )
    scene.manager.checks.end()
    return scene.dialog(CheckDialog)


def connection_blocked() -> QWidget:
    scene = Scene().with_devices()
    scene.window._check_control.check(DEVICES[2])
    facts = {"name": LONG_NAME, "address": "192.168.1.30:26710", "port": "26710"}
    opening = (
        "sudo firewall-cmd --add-port=26710/tcp && "
        "sudo firewall-cmd --permanent --add-port=26710/tcp"
    )
    scene.manager.checks.find(
        Finding(Kind.ADDRESSES, {"addresses": "192.168.1.20 (wlp2s0)"}),
        Finding(Kind.LISTENING_ELSEWHERE, {"wanted": "26710", "port": "26711"}),
        Finding(Kind.FIREWALL_ON, {"firewall": "firewalld", "port": "26710"}, command=opening),
        Finding(Kind.VPN_OWNS_ROUTE, {"interface": "tun0", "local": "wlp2s0"}),
        Finding(Kind.MDNS_DEAF, {"interface": "wlp2s0"}, command=opening),
        Finding(Kind.REACHED, facts),
        Finding(Kind.BLOCKED_HERE, facts, command=opening),
    )
    scene.manager.checks.end()
    return scene.dialog(CheckDialog)


def connection_checking() -> QWidget:
    scene = Scene().with_devices()
    scene.window._check_control.check(DEVICES[3])
    scene.manager.checks.find(Finding(Kind.NO_ADDRESS, {"interface": "enp3s0"}))
    return scene.dialog(CheckDialog)


def writing_a_text() -> QWidget:
    editor = TextEditor(Scene().with_devices().window)
    editor.write(DEVICES[2], NOTE.read_text(encoding="utf-8"))
    return editor


def offered_a_text() -> QWidget:
    scene = Scene().with_devices()
    entry = Entry(TOP, "Text 2026-11-22 19.30.txt", EntryKind.FILE, 212)
    asked = receiving(offer(LONG_NAME, [entry], OfferKind.TEXT))
    asked.kind = OfferKind.TEXT
    scene.manager.add(asked)
    return scene.dialog()


def reading_a_text() -> QWidget:
    view = TextView(NOTE, STRANGE_NAME, Scene().with_devices().window, when=WHEN)
    view.show()
    (copy,) = view.findChildren(QPushButton, "copy")
    _wait_until(copy.isEnabled)  # a thread reads it
    return view


def closing_for_the_first_time() -> QWidget:
    choice = CloseChoice(Scene().window)
    choice.open()
    return choice


def quitting() -> QWidget:
    scene = Scene().with_devices().with_transfers()
    scene.window.close()
    return scene.dialog()


def _tree(count: int) -> list[Entry]:
    strange = (STRANGE_NAME, LONG_TITLE, "run me.sh", ".hidden", "100% & <b>bold</b>.txt")
    files = (Entry(1, name, EntryKind.FILE, 10**number) for number, name in enumerate(strange))
    return [
        Entry(TOP, "Photos", EntryKind.FOLDER),
        Entry(0, "Strange names", EntryKind.FOLDER),
        *files,
        *(Entry(0, f"IMG_{n:06}.jpg", EntryKind.FILE, 1000 + n) for n in range(count)),
    ]


SCENES: Mapping[str, Callable[[], QWidget]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        empty,
        main_window,
        small_window,
        long_names,
        trouble,
        thousand_transfers,
        unfolded,
        failed,
        unfolded_after_a_restart,
        offered,
        offered_by_a_stranger,
        offered_much,
        offered_again,
        pairing,
        paired,
        choosing_devices,
        welcome,
        settings,
        network_settings,
        computer_settings,
        history,
        connection_in_order,
        connection_blocked,
        connection_checking,
        writing_a_text,
        offered_a_text,
        reading_a_text,
        closing_for_the_first_time,
        quitting,
    )
}
