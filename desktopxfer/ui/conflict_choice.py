"""Owns the question what happens with names that are taken in the folder where things are saved."""

from collections.abc import Collection

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from desktopxfer.offer import Conflicts
from desktopxfer.ui import text, theme
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.tick import TickBox


class ConflictChoice(QWidget):
    """Hidden while no name is taken; what was chosen holds then too."""

    def __init__(self, peer_name: str, chosen: Conflicts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Remark()
        self._choices = {
            Conflicts.KEEP_BOTH: QRadioButton(self.tr("Keep &both")),
            Conflicts.SKIP_IDENTICAL: QRadioButton(self.tr("&Skip identical")),
            Conflicts.REPLACE: QRadioButton(self.tr("&Replace")),
        }
        self._advice = theme.plain_label(size=TypeSize.SMALL, muted=True, wrap=True)
        words = self.tr("Remember this for {name}").format(name=text.isolated(peer_name))
        self._remember = TickBox(words)
        self._remember.setObjectName("remember conflicts")
        # A long name is shortened and does not widen the window.
        self._remember.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._remember.setToolTip(theme.plain_tooltip(words))
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for which, choice in self._choices.items():
            choice.setAccessibleDescription(self._advice_for(which))
            choice.toggled.connect(self._advise)
            row.addWidget(choice)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for part in (self._what, row, self._advice, self._remember):
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        self._choices[chosen].setChecked(True)
        self.hide()

    @property
    def choice(self) -> Conflicts:
        return next(which for which, choice in self._choices.items() if choice.isChecked())

    @property
    def remembered(self) -> bool:
        """Whether the same holds for what this device sends from now on."""
        return not self.isHidden() and self._remember.isChecked()

    def ask_about(self, names: Collection[str]) -> None:
        """Shows the question if a name is taken."""
        if names:
            self._what.say(self._taken(names), "warn")
        self.setVisible(bool(names))

    def _taken(self, names: Collection[str]) -> str:
        first = text.isolated(min(names))
        if len(names) == 1:
            return self.tr("“{name}” is in this folder already.").format(name=first)
        words = self.tr("“{name}” and %Ln more are in this folder already.", "", len(names) - 1)
        return words.format(name=first)

    @Slot()
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
