"""Owns what every question about an offer has: who asks, the code, the two answers."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktopxfer.device import Trust
from desktopxfer.offer import Decision, Offer
from desktopxfer.ui import icons, text, theme
from desktopxfer.ui.arming import Arming
from desktopxfer.ui.fitting import fit
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.peer_line import PeerLine
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.tick import TickBox
from desktopxfer.workers.state import Transfer

WIDTH = 560


class OfferQuestion(QDialog):
    """Asks about one offer without standing in the way of anything else: open it with show().

    Escape and closing answer nothing, so that a stray key declines nothing: `finished` comes
    without `decided`, and the same or a new dialog may ask again.
    """

    decided = Signal(object)  # Decision; the dialog has closed itself
    trusted = Signal()  # right before decided: accepted, and the codes are the same
    block_wanted = Signal()  # declines and more; the dialog has closed itself

    def __init__(self, transfer: Transfer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert transfer.offer is not None
        self._transfer = transfer
        self._offer: Offer = transfer.offer
        self._is_withdrawn = False
        self._arming = Arming(self)
        self._arming.changed.connect(self._update)
        self._make_answers()

    @property
    def transfer(self) -> Transfer:
        return self._transfer

    @property
    def remembers_conflicts(self) -> bool:
        """Whether what was chosen for taken names is to hold for this device from now on."""
        return False

    def withdraw(self) -> None:
        """The sender cancelled or vanished: there is nothing to decide any more."""
        self._is_withdrawn = True
        self._same.setEnabled(False)
        self._accept.hide()
        self._block.hide()
        self._decline.setText(self.tr("Close"))
        self._update()

    # For each kind of offer -----------------------------------------------------------------------

    def _decision(self) -> Decision:
        """What accepting means."""
        raise NotImplementedError

    def _problem(self) -> str:
        """Why this cannot be accepted as it is; empty when it can."""
        if not self._is_withdrawn:
            return ""
        withdrawn = self.tr("{name} withdrew this offer.")
        return withdrawn.format(name=text.isolated(self._transfer.peer_name))

    @Slot()
    def _update(self) -> None:
        """Something is no longer what it was."""
        self._accept.setEnabled(self._arming.done and not self._problem())
        self._block.setEnabled(self._arming.done)

    # How it is laid out ---------------------------------------------------------------------------

    def _lay_out(self, title: str, says: str, *middle: QLayout | QWidget) -> None:
        """`title` and `says` have a place for the {name}; the first part of the middle grows."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        sender = text.isolated(self._transfer.peer_name)
        self.setWindowTitle(title.format(name=sender))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self._who(says.format(name=sender)))
        if self._transfer.code and not self._is_trusted:
            layout.addWidget(self._code())
        for number, part in enumerate(middle):
            grows = 1 if number == 0 else 0
            if isinstance(part, QLayout):
                layout.addLayout(part, grows)
            else:
                layout.addWidget(part, grows)
        layout.addLayout(self._answers())
        fit(self, WIDTH)
        self._decline.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_trusted(self) -> bool:
        return self._transfer.trust is Trust.TRUSTED

    def _make_answers(self) -> None:
        self._same = TickBox(self.tr("The codes are the same: trust this device from now on"))
        self._same.setObjectName("same")
        self._block = IconButton("blocked", self.tr("Block this device"), kind="flat")
        self._block.setObjectName("block")
        self._block.setAutoDefault(True)
        self._block.setVisible(not self._is_trusted)
        self._block.clicked.connect(self._want_block)
        self._decline = IconButton("", self.tr("Decline"))
        self._decline.setObjectName("decline")
        self._decline.setAutoDefault(True)
        self._decline.setDefault(True)
        self._decline.clicked.connect(self._decline_offer)
        self._accept = IconButton("check", self.tr("Accept"), kind="primary")
        self._accept.setObjectName("accept")
        self._accept.setAutoDefault(True)  # or Return on it would press the default, Decline
        self._accept.clicked.connect(self._accept_offer)

    def _who(self, says: str) -> PeerLine:
        peer = self._offer.peer
        device = self.tr("Device {id}").format(id=peer.short_id)
        line = PeerLine(icons.device_icon(peer.platform))
        line.say(
            says,
            device,
            text.isolated(peer.platform) if peer.platform else "",
        )
        line.mark(self._transfer.trust)
        return line

    def _code(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("notice", "info")
        digits = theme.plain_label(text.code(self._transfer.code), size=TypeSize.TITLE, bold=True)
        font = digits.font()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        digits.setFont(font)
        digits.setObjectName("code")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(theme.plain_label(self.tr("New device"), bold=True))
        words.addWidget(
            theme.plain_label(
                self.tr("Both screens show this code. Decline if they differ."),
                size=TypeSize.SMALL,
                wrap=True,
            )
        )
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        line.addWidget(digits)
        line.addLayout(words, 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(line)
        column.addWidget(self._same, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _answers(self) -> QLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._block)
        line.addStretch(1)
        line.addWidget(self._decline)
        line.addWidget(self._accept)
        return line

    # The answer -----------------------------------------------------------------------------------

    @Slot()
    def _accept_offer(self) -> None:
        self.accept()
        if self._same.isChecked():
            self.trusted.emit()
        self.decided.emit(self._decision())

    @Slot()
    def _decline_offer(self) -> None:
        self.reject()
        if not self._is_withdrawn:
            self.decided.emit(Decision(None))

    @Slot()
    def _want_block(self) -> None:
        self.reject()
        self.block_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arming.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._arming.stop()
