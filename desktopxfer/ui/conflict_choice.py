"""Owns the question what happens with names that are taken in the folder where things are saved."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.offer import Conflicts, Entry
from desktopxfer.ui import text, theme
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.taken_list import Column, TakenModel, TakenView
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.tick import TickBox


class ConflictChoice(QWidget):
    """Hidden while no name is taken; what was chosen holds then too.

    Who asks for each file is shown a list of those that show_files() was told.
    """

    changed = Signal()  # another choice

    def __init__(
        self,
        peer_name: str,
        chosen: Conflicts,
        entries: Sequence[Entry],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._what = Remark()
        self._choices = {
            Conflicts.KEEP_BOTH: QRadioButton(self.tr("Keep &both")),
            Conflicts.SKIP_IDENTICAL: QRadioButton(self.tr("&Skip identical")),
            Conflicts.REPLACE: QRadioButton(self.tr("&Replace")),
            Conflicts.ASK: QRadioButton(self.tr("Ask for &each")),
        }
        self._files = TakenModel(entries, self)
        self._list = QFrame()
        self._list.setProperty("panel", True)
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
        inside.addWidget(TakenView(self._files))
        self._list.hide()
        self._advice = theme.plain_label(size=TypeSize.SMALL, muted=True, wrap=True)
        words = self.tr("Remember this for {name}").format(name=text.isolated(peer_name))
        self._remember = TickBox(words)
        self._remember.setObjectName("remember conflicts")
        # A long name is shortened and does not widen the window.
        self._remember.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.set_tooltip(self._remember, words)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for which, choice in self._choices.items():
            choice.setAccessibleDescription(self._advice_for(which))
            row.addWidget(choice)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for part in (self._what, row, self._advice, self._list, self._remember):
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        self._choices[chosen].setChecked(True)
        self._advise()
        for choice in self._choices.values():
            choice.toggled.connect(self._choose)
        self.hide()

    @property
    def choice(self) -> Conflicts:
        return next(which for which, choice in self._choices.items() if choice.isChecked())

    @property
    def replaced(self) -> frozenset[int]:
        """Files that replace what is there, where each was asked for."""
        return self._chosen(Column.REPLACE)

    @property
    def skipped(self) -> frozenset[int]:
        return self._chosen(Column.SKIP)

    def _chosen(self, column: Column) -> frozenset[int]:
        asked = self.choice is Conflicts.ASK and not self.isHidden()
        return self._files.chosen(column) if asked else frozenset()

    @property
    def remembered(self) -> bool:
        """Whether the same holds for what this device sends from now on."""
        return not self.isHidden() and self._remember.isChecked()

    def ask_about(self, names: Collection[str]) -> None:
        """Shows the question if a name is taken."""
        if names:
            self._what.say(self._taken(names), "warn")
        self.setVisible(bool(names))

    def show_files(self, files: Sequence[int]) -> None:
        """The files that would meet one of their name, as entries."""
        self._files.show_files(files)
        self._list.setVisible(bool(files) and self.choice is Conflicts.ASK)
        self._advise()

    def _taken(self, names: Collection[str]) -> str:
        first = text.isolated(min(names))
        if len(names) == 1:
            return self.tr("“{name}” is in this folder already.").format(name=first)
        words = self.tr("“{name}” and %Ln more are in this folder already.", "", len(names) - 1)
        return words.format(name=first)

    @Slot()
    def _choose(self) -> None:
        if self.sender() is self._choices[self.choice]:  # and not the one that was chosen before
            self._list.setVisible(bool(self._files.rowCount()) and self.choice is Conflicts.ASK)
            self._advise()
            self.changed.emit()

    def _advise(self) -> None:
        self._advice.setText(self._advice_for(self.choice))

    def _advice_for(self, which: Conflicts) -> str:
        match which:
            case Conflicts.KEEP_BOTH:
                return self.tr("What arrives gets another name, with (2) behind it.")
            case Conflicts.SKIP_IDENTICAL:
                return self.tr(
                    "Files that are there with the same content are not sent again; of the others "
                    "both are kept. Folders are merged."
                )
            case Conflicts.REPLACE:
                return self.tr(
                    "Each file that is there is replaced by the one that arrives. Folders are "
                    "merged, and nothing else in them is touched."
                )
            case Conflicts.ASK:
                return self.tr(
                    "What is chosen for a file holds if it differs from the one that is there. "
                    "Folders are merged."
                )
