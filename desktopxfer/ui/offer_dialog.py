"""Owns the question whether to accept an offer: who, what, how much, and where to."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.device import Trust
from desktopxfer.offer import TOP, Conflicts, Decision, Offer
from desktopxfer.settings import Settings
from desktopxfer.ui import icons, text, theme
from desktopxfer.ui.arming import Arming
from desktopxfer.ui.conflict_choice import ConflictChoice
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.entry_tree import EntryModel, EntryView
from desktopxfer.ui.folder_box import FolderBox
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.peer_line import PeerLine
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.tick import TickBox
from desktopxfer.workers.free_space import FreeSpace, Room
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.taken_names import FilesTaken, Taken, TakenFiles, TakenNames

LOOK_AGAIN_MS = 5_000  # other programs fill the disk too
PATIENCE_MS = 1_500  # a sleeping disk takes longer, a dead network folder never answers
MOST_NAMES = 2_000  # that are looked for in the folder, again and again
WIDTH = 560


class OfferDialog(QDialog):
    """Asks about one offer without standing in the way of anything else: open it with show().

    Escape and closing answer nothing, so that a stray key declines nothing: `finished` comes
    without `decided`, and the same or a new dialog may ask again.
    """

    decided = Signal(object)  # Decision; the dialog has closed itself
    trusted = Signal()  # right before decided: accepted, and the codes are the same
    block_wanted = Signal()  # declines and more; the dialog has closed itself

    def __init__(
        self, transfer: Transfer, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert transfer.offer is not None
        self._transfer = transfer
        self._offer: Offer = transfer.offer
        self._default_folder = Path(settings.download_folder)
        self._room: Room | None = None  # what the chosen folder has answered
        self._is_withdrawn = False
        self._model = EntryModel(self._offer.entries, checkable=True, parent=self)
        self._model.ticks_changed.connect(self._update)
        self._free_space = FreeSpace(self)
        self._free_space.answered.connect(self._take_answer)
        self._tops = {
            entry.name: index
            for index, entry in enumerate(self._offer.entries)
            if entry.parent == TOP
        }
        self._taken: frozenset[str] = frozenset()
        self._taken_names = TakenNames(tuple(self._tops)[:MOST_NAMES], self)
        self._taken_names.answered.connect(self._take_taken)
        self._listed: TakenFiles | None = None  # what the chosen folder has answered, once asked
        self._files_taken = FilesTaken(self._offer.entries, self)
        self._files_taken.answered.connect(self._take_list)
        self._conflicts = ConflictChoice(
            transfer.peer_name, transfer.conflicts, self._offer.entries
        )
        self._conflicts.changed.connect(self._update)
        self._arming = Arming(self)
        self._arming.changed.connect(self._update)
        self._looking_again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._looking_again.timeout.connect(self._look)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._update)
        self._build(settings)
        self._patience.start()
        self._update()

    @property
    def transfer(self) -> Transfer:
        return self._transfer

    @property
    def remembers_conflicts(self) -> bool:
        """Whether what was chosen for taken names is to hold for this device from now on."""
        return self._conflicts.remembered

    def withdraw(self) -> None:
        """The sender cancelled or vanished: there is nothing to decide any more."""
        self._is_withdrawn = True
        for widget in (self._tree, self._folder, self._browse, self._same, self._conflicts):
            widget.setEnabled(False)
        self._accept.hide()
        self._block.hide()
        self._decline.setText(self.tr("Close"))
        self._update()

    # How it is laid out ---------------------------------------------------------------------------

    def _build(self, settings: Settings) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        sender = text.isolated(self._transfer.peer_name)
        self.setWindowTitle(self.tr("{name} wants to send files").format(name=sender))
        self._make_widgets(settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self._who())
        if self._transfer.code and not self._is_trusted:
            layout.addWidget(self._code())
        layout.addLayout(self._what(), 1)
        layout.addLayout(self._where())
        layout.addLayout(self._answers())
        self.resize(WIDTH, self.sizeHint().height())
        self._decline.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _is_trusted(self) -> bool:
        return self._transfer.trust is Trust.TRUSTED

    def _make_widgets(self, settings: Settings) -> None:
        self._tree = EntryView(self._model)
        self._tree.setAccessibleName(self.tr("What is offered"))
        self._amount = theme.plain_label(muted=True)
        self._amount.setObjectName("amount")
        self._risk = Remark()
        self._folder = FolderBox([self._default_folder, *map(Path, settings.recent_folders)])
        self._folder.setAccessibleName(self.tr("Save in"))
        self._folder.folder_chosen.connect(self._choose_folder)
        self._browse = IconButton("folder", self.tr("Browse…"))
        self._browse.setAutoDefault(True)
        self._browse.clicked.connect(self._open_browser)
        self._space = Remark()
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

    def _who(self) -> PeerLine:
        peer = self._offer.peer
        says = self.tr("{name} wants to send you files")
        device = self.tr("Device {id}").format(id=peer.short_id)
        line = PeerLine(icons.device_icon(peer.platform))
        line.say(
            says.format(name=text.isolated(self._transfer.peer_name)),
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

    def _what(self) -> QLayout:
        heading = QHBoxLayout()
        heading.setSpacing(Space.L)
        heading.addWidget(ElidedLabel(text.isolated(self._offer.title), bold=True), 1)
        heading.addWidget(self._amount)
        panel = QFrame()
        panel.setProperty("panel", True)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        inside.addWidget(self._tree)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addLayout(heading)
        column.addWidget(panel, 1)
        column.addWidget(self._risk)
        risky = self._model.risky_files()
        self._risk.setVisible(risky > 0)
        if risky:
            words = self.tr("%Ln of the files can run as program(s).", "", risky)
            self._risk.say(words, "warn")
        return column

    def _where(self) -> QLayout:
        label = theme.plain_label(self.tr("Save in"))
        label.setBuddy(self._folder)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(label)
        line.addWidget(self._folder, 1)
        line.addWidget(self._browse)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addLayout(line)
        column.addWidget(self._space)
        column.addWidget(self._conflicts)
        return column

    def _answers(self) -> QLayout:
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._block)
        line.addStretch(1)
        line.addWidget(self._decline)
        line.addWidget(self._accept)
        return line

    # Where to save --------------------------------------------------------------------------------

    @Slot(object)
    def _choose_folder(self, _folder: Path) -> None:
        self._room = None
        self._taken = frozenset()
        self._listed = None
        self._patience.start()
        self._look()
        self._update()

    @Slot()
    def _open_browser(self) -> None:
        browser = QFileDialog(self, self.tr("Choose where to save"))
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.setFileMode(QFileDialog.FileMode.Directory)
        browser.setOption(QFileDialog.Option.ShowDirsOnly)
        # Not into a folder that does not answer: the browser would wait for it, and we with it.
        there = self._room is not None and self._room.error is None
        browser.setDirectory(str(self._folder.folder if there else Path.home()))
        browser.fileSelected.connect(self._take_folder)
        browser.open()

    @Slot(str)
    def _take_folder(self, folder: str) -> None:
        self._folder.choose(Path(folder))

    @Slot()
    def _look(self) -> None:
        folder = self._folder.folder
        # Of all folders only the one from the settings is made when it is missing: below the
        # others a drive may be unplugged, and its files would land on another disk.
        self._free_space.ask(folder, may_create=folder == self._default_folder)
        self._taken_names.ask(folder)

    @Slot(object)
    def _take_answer(self, room: Room) -> None:
        if room.folder == self._folder.folder:
            self._patience.stop()
            self._room = room
            self._update()

    @Slot(object)
    def _take_taken(self, taken: Taken) -> None:
        if taken.folder == self._folder.folder:
            self._taken = taken.names
            self._update()

    @Slot(object)
    def _take_list(self, taken: TakenFiles) -> None:
        if taken.folder == self._folder.folder:
            self._listed = taken
            self._update()

    def _ask_about_conflicts(self) -> None:
        """About what is ticked. Accepting without the answer is as it was remembered."""
        unticked = Qt.CheckState.Unchecked
        height_before = self._height_of_question()
        self._conflicts.ask_about(
            [name for name in self._taken if self._model.check_state(self._tops[name]) != unticked]
        )
        if self._conflicts.choice is Conflicts.ASK and not self._conflicts.isHidden():
            self._ask_about_files()
        if (more := self._height_of_question() - height_before) > 0 and self.isVisible():
            # Qt does not make a window higher for what comes later, it squeezes the others.
            most = self.screen().availableSize().height() * 9 // 10
            self.resize(self.width(), max(self.height(), min(self.height() + more, most)))

    def _ask_about_files(self) -> None:
        """Once for a folder: a large tree takes a while, and the list must not change meanwhile."""
        if self._listed is None:
            self._files_taken.ask(self._folder.folder)
        files = self._listed.files if self._listed else ()
        unticked = Qt.CheckState.Unchecked
        self._conflicts.show_files(
            tuple(file for file in files if self._model.check_state(file) != unticked)
        )

    def _height_of_question(self) -> int:
        if self._conflicts.isHidden():
            return 0
        return self._conflicts.heightForWidth(self._space.width()) + Space.S

    # What the answer can be -----------------------------------------------------------------------

    @Slot()
    def _update(self) -> None:
        self._amount.setText(self._amount_text())
        problem = self._problem()
        if problem:
            self._space.say(problem, "warn" if self._is_withdrawn else "bad")
        elif self._room:
            after = self._room.free_bytes - self._model.wanted_bytes()
            words = self.tr("{free} free, {after} after this")
            free = text.size(self._room.free_bytes)
            self._space.say(words.format(free=free, after=text.size(after)))
        else:
            self._space.say("")
        self._ask_about_conflicts()
        can_accept = self._arming.done and self._room is not None and not problem
        self._accept.setEnabled(can_accept and not self._is_withdrawn)
        self._block.setEnabled(self._arming.done)

    def _problem(self) -> str:
        """Why this cannot be accepted as it is; empty when it can, or while the folder is asked."""
        if self._is_withdrawn:
            withdrawn = self.tr("{name} withdrew this offer.")
            return withdrawn.format(name=text.isolated(self._transfer.peer_name))
        if self._model.check_state(TOP) is Qt.CheckState.Unchecked:
            return self.tr("Tick what you want to have.")
        if self._room is None:
            waited = not self._patience.isActive()
            return self.tr("This folder does not answer. Choose another one.") if waited else ""
        if self._room.error:
            return text.sentence(self._room.error)
        wanted = self._model.wanted_bytes()
        if wanted > self._room.free_bytes:
            words = self.tr(
                "Not enough space: {wanted} needed, {free} free. "
                "Choose another folder, or untick something."
            )
            return words.format(wanted=text.size(wanted), free=text.size(self._room.free_bytes))
        return ""

    def _amount_text(self) -> str:
        """`1 204 files, 12 folders, 3.4 GB`, or how much of that is ticked."""
        offer, files = self._offer, self._model.wanted_files()
        total = text.size(offer.total_bytes)
        if self._model.check_state(TOP) is Qt.CheckState.Checked:
            parts = (text.files(offer.files) if offer.files else "", self._folders_text(), total)
            return ", ".join(filter(None, parts))
        words = self.tr("{count} of %Ln file(s), {size} of {total}", "", offer.files)
        return words.format(
            count=text.number(files),
            size=text.size(self._model.wanted_bytes()),
            total=total,
        )

    def _folders_text(self) -> str:
        folders = self._offer.folders
        return self.tr("%Ln folder(s)", "", folders) if folders else ""

    @Slot()
    def _accept_offer(self) -> None:
        self.accept()
        if self._same.isChecked():
            self.trusted.emit()
        decision = Decision(
            self._folder.folder,
            self._model.unwanted() | self._conflicts.skipped,
            conflicts=self._conflicts.choice,
            replaced=self._conflicts.replaced,
        )
        self.decided.emit(decision)

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
        self._looking_again.start()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._arming.stop()
        self._looking_again.stop()
