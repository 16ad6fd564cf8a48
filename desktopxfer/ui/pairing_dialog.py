"""Owns the question whether both screens show the same code, and what became of the pairing."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktopxfer.device import short_id
from desktopxfer.errors import CodesDiffer, DesktopxferError, IdentityChanged, NotReceiving
from desktopxfer.ui import rows, text, theme
from desktopxfer.ui.arming import Arming
from desktopxfer.ui.fitting import fit
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.peer_line import PeerLine
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.workers.state import Pairing

WIDTH = 440


class _Step(Enum):
    CONNECTING = auto()
    COMPARING = auto()  # the code is there
    WAITING = auto()  # for the other person
    PAIRED = auto()
    FAILED = auto()

    @property
    def ended(self) -> bool:
        return self in {_Step.PAIRED, _Step.FAILED}


class PairingDialog(QDialog):
    """Asks whether the codes are the same, without standing in the way of anything else.

    No button is the default, so that Return and the space bar answer nothing before somebody has
    gone to one on purpose. Escape and closing give no answer: they leave the pairing.
    """

    answered = Signal(bool)  # whether the codes are the same
    cancelled = Signal()
    block_wanted = Signal()  # the person here does not want to hear of that device again

    def __init__(self, pairing: Pairing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairing = pairing
        self._step = _Step.CONNECTING
        self._arming = Arming(self)
        self._arming.changed.connect(self._update_buttons)
        # Whoever started it here waits for it; what somebody else started takes no focus away.
        without_focus = Qt.WidgetAttribute.WA_ShowWithoutActivating
        self.setAttribute(without_focus, not pairing.started_here)
        self._make_widgets()
        self._lay_out()
        self.show_pairing(pairing)
        self.setFixedWidth(max(theme.roomy(WIDTH), self._width_of_answers()))

    def _width_of_answers(self) -> int:
        """One width for every step too: this one has the most buttons."""
        buttons = (self._block, self._differ, self._same)
        needed = sum(button.sizeHint().width() for button in buttons)
        return needed + 2 * Space.L + len(buttons) * Space.S

    @property
    def pairing(self) -> Pairing:
        return self._pairing

    def show_pairing(self, pairing: Pairing) -> None:
        """Takes over how far the pairing is."""
        self._pairing = pairing
        step, before = _step(pairing), self._step
        self._step = step
        if step is not before and self.isVisible():
            self._arming.start()  # also for who clicks twice: there may be another button now
        self._show_words()
        self._show_ground()
        self._update_buttons()
        fit(self, WIDTH)
        if step is not before:
            self._move_focus()

    # How it is laid out ---------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self._who = PeerLine("shield")
        self._question = theme.plain_label(self.tr("Do both screens show this code?"), bold=True)
        self._digits = _make_digits()
        self._words = theme.plain_label(wrap=True)
        self._words.setObjectName("words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._block = IconButton("blocked", self.tr("Block this device"), kind="flat")
        self._block.setObjectName("block")
        self._block.clicked.connect(self._want_block)
        self._differ = IconButton("close", self.tr("They differ"))
        self._differ.setObjectName("differ")
        self._differ.clicked.connect(self._deny)
        self._same = IconButton("check", self.tr("They are the same"))
        self._same.setObjectName("same")
        self._same.clicked.connect(self._confirm)
        self._leave = IconButton("", self.tr("Cancel"))
        self._leave.setObjectName("leave")
        self._leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self._panel = QFrame()
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        inside.setSpacing(Space.XS)
        inside.addStretch(1)
        for label in (self._question, self._digits):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(label)
        inside.addWidget(self._words)
        inside.addStretch(1)
        # One size for every step: nothing may move away under the pointer. Four lines and the code.
        lines = 4 * rows.line_height(theme.font()) + self._digits.sizeHint().height()
        self._panel.setMinimumHeight(lines + 2 * Space.L + 4 * Space.XS)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._block)
        buttons.addStretch(1)
        for button in (self._differ, self._same, self._leave):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self._who)
        layout.addWidget(self._panel, 1)
        layout.addLayout(buttons)

    # What it says ---------------------------------------------------------------------------------

    def _show_words(self) -> None:
        pairing = self._pairing
        self.setWindowTitle(self._named(self.tr("Pair with {name}")))
        device_id = self.tr("Device {id}").format(id=short_id(pairing.device_id))
        self._who.say(self._heading(), device_id if pairing.device_id else "")
        digits = text.code(pairing.code)
        self._digits.setText(digits)
        self._digits.setAccessibleName(self.tr("Do both screens show {code}?").format(code=digits))
        self._digits.setVisible(self._step in {_Step.COMPARING, _Step.WAITING})
        self._question.setVisible(self._step is _Step.COMPARING)
        self._words.setText(self._advice())

    def _named(self, words: str) -> str:
        return words.format(name=text.isolated(self._pairing.name))

    def _heading(self) -> str:
        match self._step:
            case _Step.CONNECTING:
                return self._named(self.tr("Connecting to {name}…"))
            case _Step.COMPARING if self._pairing.started_here:
                return self._named(self.tr("Pair with {name}"))
            case _Step.COMPARING:
                return self._named(self.tr("{name} wants to pair"))
            case _Step.WAITING:
                return self._named(self.tr("Waiting for {name} to confirm…"))
            case _Step.PAIRED:
                return self._named(self.tr("{name} is trusted now"))
            case _Step.FAILED:
                return self._named(self.tr("Not paired with {name}"))

    def _advice(self) -> str:
        match self._step:
            case _Step.CONNECTING:
                return self.tr("Then both screens show a code, for the two of you to compare.")
            case _Step.COMPARING:
                return self.tr(
                    "Look at the other screen, or have its code read out to you. "
                    "Only if they are the same is nobody between the two devices."
                )
            case _Step.WAITING:
                return self.tr("The other screen shows the same code and asks the same question.")
            case _Step.PAIRED:
                return self.tr(
                    "desktopxfer knows this device from now on, by whatever name it goes, and "
                    "warns you if another one takes its name."
                )
            case _Step.FAILED if isinstance(self._pairing.error, NotReceiving):
                return self._named(
                    self.tr(
                        "{name} does not let new devices ask at the moment. Make it visible to "
                        "everyone there, then pair again."
                    )
                )
            case _Step.FAILED:
                return text.sentence(self._pairing.error or DesktopxferError())

    def _show_ground(self) -> None:
        """Calm while it may go well; loud where somebody may have interfered."""
        ground, badge, tone = "info", "shield", "accent"
        match self._step:
            case _Step.PAIRED:
                badge, tone = "shield-check", "good"
            case _Step.FAILED:
                is_attack = isinstance(self._pairing.error, CodesDiffer | IdentityChanged)
                ground = tone = "bad" if is_attack else "warn"
                badge = "warning"
        self._who.badge.show_icon(badge, tone)
        if self._panel.property("notice") != ground:
            self._panel.setProperty("notice", ground)
            self.style().unpolish(self._panel)  # or the style sheet does not look again
            self.style().polish(self._panel)

    # Buttons --------------------------------------------------------------------------------------

    @Slot()
    def _update_buttons(self) -> None:
        comparing = self._step is _Step.COMPARING
        self._block.setVisible(comparing and not self._pairing.started_here)
        self._block.setEnabled(self._arming.done)
        self._differ.setVisible(comparing)
        self._same.setVisible(comparing)
        self._same.setEnabled(comparing and self._arming.done)
        self._leave.setVisible(not comparing)
        self._leave.setEnabled(self._arming.done or self._step is _Step.CONNECTING)
        self._leave.setText(self.tr("Close") if self._step.ended else self.tr("Cancel"))
        if self._arming.done and self._step.ended:
            self._move_focus()

    def _move_focus(self) -> None:
        """To where no key does anything, as long as there is something to answer or to wait for."""
        asks = self._step in {_Step.COMPARING, _Step.WAITING}
        (self._digits if asks else self._leave).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _confirm(self) -> None:
        self.answered.emit(True)

    @Slot()
    def _deny(self) -> None:
        self.answered.emit(False)

    @Slot()
    def _want_block(self) -> None:
        self.reject()
        self.block_wanted.emit()

    def reject(self) -> None:
        """Escape, the button and the window's frame end up here."""
        if not self._step.ended:
            self.cancelled.emit()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, and no other.

        Qt would make one of several "auto default" buttons the default, focused or not.
        """
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, IconButton) and not event.isAutoRepeat():
            focused.click()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arming.start()
        self._move_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._arming.stop()


def _step(pairing: Pairing) -> _Step:
    if pairing.paired:
        return _Step.PAIRED
    if pairing.error is not None:
        return _Step.FAILED
    if not pairing.code:
        return _Step.CONNECTING
    return _Step.WAITING if pairing.confirmed else _Step.COMPARING


def _make_digits() -> QLabel:
    digits = theme.plain_label(size=TypeSize.DISPLAY, bold=True)
    font = digits.font()
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    digits.setFont(font)
    digits.setObjectName("code")
    digits.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # screen readers read it out on arrival
    return digits
