"""Owns the icon in the desktop's tray, where there is one: what it shows, and its menu."""

import sys
from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktopxfer.desktop.notification import Notification
from desktopxfer.text_safety import printable
from desktopxfer.transfer.progress import Direction, Stage
from desktopxfer.ui import icons, text, theme
from desktopxfer.workers.manager import TransferManager
from desktopxfer.workers.state import Transfer

LOOK_MS = 2_000  # a panel comes and goes at any time, and nobody tells
SIZES = (16, 22, 24, 32, 48, 64)  # in pixels: what panels ask for
STEPS = 25  # of the bar, each of which is a new picture; more would not be seen
LONGEST_NAME = 40  # characters; Windows cuts the whole after 127
MOVING = {Stage.MOVING, Stage.FINISHING}


class Tray(QObject):
    """Shows itself whenever there is a place for it. Lives in the GUI thread."""

    looked = Signal(bool)  # whether it is there; after every look
    opened = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()
    progressed = Signal(object)  # float | None: how much of what runs is there; also without a tray

    def __init__(
        self,
        manager: TransferManager,
        visibility: Sequence[QAction],
        parent: QObject | None = None,
    ) -> None:
        """`visibility` are the choices of who may offer files, as the window has them."""
        super().__init__(parent)
        self._moving: dict[str, Transfer] = {}
        self._asking: dict[str, Transfer] = {}
        self._menu = self._make_menu(visibility)
        self._icon: QSystemTrayIcon | None = None
        self._share: float | None = None
        self._picture: tuple[float | None, bool] = (None, False)  # drawn: that, and a question
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)
        manager.transfers.added.connect(self._follow)
        manager.transfers.changed.connect(self._follow)
        manager.transfers.removed.connect(self._forget)
        manager.offers.withdrawn.connect(self._follow)

    def _make_menu(self, visibility: Sequence[QAction]) -> QMenu:
        menu = QMenu()
        menu.addAction(self.tr("Open desktopxfer")).triggered.connect(self.opened)
        who = menu.addMenu(self.tr("Who may send to me"))
        who.addActions(visibility)
        menu.addSeparator()
        menu.addAction(self.tr("Quit")).triggered.connect(self.quit_wanted)
        return menu

    # Whether it is there --------------------------------------------------------------------------

    def start(self) -> None:
        """Looks now and from now on."""
        self._looking.start()
        self.look()

    @Slot()
    def look(self) -> bool:
        """Whether it is there at this moment. Asks the desktop, which takes some milliseconds."""
        # The only one of Qt's answers that is true: isVisible() and supportsMessages() always are.
        is_there = QSystemTrayIcon.isSystemTrayAvailable()
        if is_there and self._icon is None:
            self._appear()
        elif not is_there and self._icon is not None:
            self._vanish()
        self.looked.emit(is_there)
        return is_there

    def _appear(self) -> None:
        """A new one each time: the next tray may be of another kind."""
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._take_click)
        self._icon.messageClicked.connect(self.message_clicked)
        self._draw()
        self._icon.show()

    def _vanish(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def close(self) -> None:
        self._looking.stop()
        self._vanish()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _take_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A Mac opens the menu with the same click.
        if reason is not QSystemTrayIcon.ActivationReason.Context and sys.platform != "darwin":
            self.opened.emit()

    def show_message(self, notification: Notification) -> None:
        """For where nothing else shows notifications; without a tray nobody is told."""
        if self._icon is not None:
            title, body = _unmarked(notification.title), _unmarked(notification.body)
            self._icon.showMessage(title, body, icons.app_icon())

    # What it shows --------------------------------------------------------------------------------

    @Slot(object)
    def _follow(self, transfer: Transfer) -> None:
        receives = transfer.direction is Direction.RECEIVING
        asks = receives and transfer.stage is Stage.WAITING and transfer.decision is None
        for which, belongs in (
            (self._moving, transfer.stage in MOVING),
            (self._asking, asks),
        ):
            if belongs:
                which[transfer.key] = transfer
            else:
                which.pop(transfer.key, None)
        self._show()

    @Slot(object)
    def _forget(self, transfers: Collection[Transfer]) -> None:
        for transfer in transfers:
            self._moving.pop(transfer.key, None)
            self._asking.pop(transfer.key, None)
        self._show()

    def _show(self) -> None:
        done, total = self._amounts()
        steps = done * STEPS // total if total else 0
        share = steps / STEPS if self._moving else None
        if share != self._share:
            self._share = share
            self.progressed.emit(share)
        if self._icon is not None:
            self._draw()

    def _draw(self) -> None:
        assert self._icon is not None
        picture = (self._share, bool(self._asking))
        if picture != self._picture or self._icon.icon().isNull():
            self._picture = picture
            self._icon.setIcon(_drawn(self._share, is_asked=bool(self._asking)))
        if (said := self._said()) != self._icon.toolTip():
            self._icon.setToolTip(said)

    def _amounts(self) -> tuple[int, int]:
        """Bytes that are there, and all of them."""
        found = [each.progress for each in self._moving.values() if each.progress is not None]
        return sum(each.done_bytes for each in found), sum(each.total_bytes for each in found)

    def _said(self) -> str:
        lines = [*self._asked_lines(), *self._moving_lines()]
        return "\n".join(lines or ["desktopxfer"])

    def _asked_lines(self) -> list[str]:
        if len(self._asking) > 1:
            return [self.tr("%Ln offer(s) wait for your answer", "", len(self._asking))]
        words = self.tr("{name} wants to send you files")
        return [words.format(name=_name(each)) for each in self._asking.values()]

    def _moving_lines(self) -> list[str]:
        """`Sending to NAS: 45 %, 3 min`."""
        if not self._moving:
            return []
        transfers = list(self._moving.values())
        if len(transfers) > 1:
            what = self.tr("%Ln transfer(s)", "", len(transfers))
        elif transfers[0].direction is Direction.SENDING:
            what = self.tr("Sending to {name}").format(name=_name(transfers[0]))
        else:
            what = self.tr("Receiving from {name}").format(name=_name(transfers[0]))
        done, total = self._amounts()
        percent = text.number(min(99, done * 100 // max(total, 1)))
        how_far = [self.tr("{percent} %").format(percent=percent)]
        pace = sum(each.progress.bytes_per_second for each in transfers if each.progress)
        if pace > 0 and done < total:
            how_far.append(text.duration((total - done) / pace))
        return [f"{what}: {', '.join(how_far)}"]


def _name(transfer: Transfer) -> str:
    name = _unmarked(printable(transfer.peer_name, LONGEST_NAME))
    return text.ISOLATED.format(name)


def _unmarked(words: str) -> str:
    """Without the character that every markup begins with: some trays read it, others do not."""
    return words.replace("<", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}")


# How it is drawn ----------------------------------------------------------------------------------


def _drawn(share: float | None, *, is_asked: bool) -> QIcon:
    """The program's icon, with a bar for how far its transfers are and a dot for a question.

    They bring their own ground, as nobody knows whether the panel is light or dark.
    """
    icon = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, icons.app_icon().pixmap(size, size))
        painter.setPen(Qt.PenStyle.NoPen)
        if share is not None:
            _draw_bar(painter, size, share)
        if is_asked:
            _draw_dot(painter, size)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _draw_bar(painter: QPainter, size: int, share: float) -> None:
    height = max(5, round(size * 0.28))
    bar = QRectF(0, size - height, size, height)
    full = bar.adjusted(1, 1, -1, -1)
    done = QRectF(full.topLeft(), QSizeF(full.width() * share, full.height()))
    for colour, part in (
        (theme.DARK.muted, bar),
        (theme.DARK.window, full),
        (theme.DARK.good, done),
    ):
        painter.fillRect(part, QColor(colour))


def _draw_dot(painter: QPainter, size: int) -> None:
    radius = size * 0.22
    for colour, by in ((theme.DARK.window, radius), (theme.DARK.warn, radius - max(1, size / 20))):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(size - radius - by, radius - by, 2 * by, 2 * by))
