"""Owns the question whether to accept files: who, what, how much, and where to."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.offer import TOP, Conflicts, Decision
from desktopxfer.settings import Settings
from desktopxfer.ui import text, theme
from desktopxfer.ui.conflict_choice import ConflictChoice
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.entry_tree import EntryModel, EntryView
from desktopxfer.ui.fitting import fit
from desktopxfer.ui.folder_box import FolderBox
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.offer_question import WIDTH, OfferQuestion
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.theme import Space
from desktopxfer.workers.free_space import FreeSpace, Room
from desktopxfer.workers.state import Transfer
from desktopxfer.workers.taken_names import FilesTaken, Taken, TakenFiles, TakenNames

LOOK_AGAIN_MS = 5_000  # other programs fill the disk too
PATIENCE_MS = 1_500  # a sleeping disk takes longer, a dead network folder never answers
MOST_NAMES = 2_000  # that are looked for in the folder, again and again


class OfferDialog(OfferQuestion):
    """Asks about an offer of files and folders."""

    def __init__(
        self, transfer: Transfer, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(transfer, parent)
        self._default_folder = Path(settings.download_folder)
        self._room: Room | None = None  # what the chosen folder has answered
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
        self._looking_again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._looking_again.timeout.connect(self._look)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._update)
        self._build(settings)
        self._patience.start()
        self._update()

    @property
    def remembers_conflicts(self) -> bool:
        """Whether what was chosen for taken names is to hold for this device from now on."""
        return self._conflicts.remembered

    def withdraw(self) -> None:
        for widget in (self._tree, self._folder, self._browse, self._conflicts):
            widget.setEnabled(False)
        super().withdraw()

    # How it is laid out ---------------------------------------------------------------------------

    def _build(self, settings: Settings) -> None:
        self._make_widgets(settings)
        self._lay_out(
            self.tr("{name} wants to send files"),
            self.tr("{name} wants to send you files"),
            self._what(),
            self._where(),
        )

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

    def _what(self) -> QWidget:
        heading = QHBoxLayout()
        heading.setSpacing(Space.L)
        heading.addWidget(ElidedLabel(text.isolated(self._offer.title), bold=True), 1)
        heading.addWidget(self._amount)
        panel = QFrame()
        panel.setProperty("panel", True)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        inside.addWidget(self._tree)
        what = _Yielding()
        column = QVBoxLayout(what)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(heading)
        column.addWidget(panel, 1)
        column.addWidget(self._risk)
        risky = self._model.risky_files()
        self._risk.setVisible(risky > 0)
        if risky:
            words = self.tr("%Ln of the files can run as program(s).", "", risky)
            self._risk.say(words, "warn")
        return what

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
        if self._height_of_question() > height_before:
            fit(self, WIDTH)

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
        super()._update()
        self._accept.setEnabled(self._accept.isEnabled() and self._room is not None)

    def _problem(self) -> str:
        """Empty also while the folder is asked."""
        if self._is_withdrawn:
            return super()._problem()
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
            files_text = text.files(offer.files) if offer.files else ""
            return text.listed(files_text, self._folders_text(), total)
        words = self.tr("{count} of %Ln file(s), {size} of {total}", "", offer.files)
        return words.format(
            count=text.number(files),
            size=text.size(self._model.wanted_bytes()),
            total=total,
        )

    def _folders_text(self) -> str:
        folders = self._offer.folders
        return self.tr("%Ln folder(s)", "", folders) if folders else ""

    def _decision(self) -> Decision:
        return Decision(
            self._folder.folder,
            self._model.unwanted() | self._conflicts.skipped,
            conflicts=self._conflicts.choice,
            replaced=self._conflicts.replaced,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looking_again.start()
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking_again.stop()


class _Yielding(QWidget):
    """Gives its room to others: of what wraps, Qt takes the height that it likes for its least."""

    def hasHeightForWidth(self) -> bool:
        return False
