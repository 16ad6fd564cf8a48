"""Owns the list of part files in the settings: of what, how large, and the button that discards."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktopxfer.ui import text, theme
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.workers.state import Leftover

MOST_ROWS = 3  # in sight; more scroll


class LeftoverList(QWidget):
    """What interrupted receives have on the disk, the largest first; hidden without any."""

    discard_wanted = Signal(object)  # Transfer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = self.tr("Part files of interrupted transfers, kept so that they can go on")
        self._heading = theme.plain_label(heading, size=TypeSize.SMALL, muted=True, wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._area)
        self.hide()

    def show_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(margins(0, 0, Space.S, 0))
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, each in enumerate(sorted(leftovers, key=lambda each: -each.size)):
            self._add_row(grid, row, each)
        self._area.setWidget(rows)
        shown = min(len(leftovers), MOST_ROWS) * theme.CONTROL_HEIGHT
        # Of the whole, not of the area in it: the dialog around measures before Qt has told it.
        self.setFixedHeight(self._heading.sizeHint().height() + shown)
        self.setVisible(bool(leftovers))

    def _add_row(self, grid: QGridLayout, row: int, leftover: Leftover) -> None:
        transfer = leftover.transfer
        what = ElidedLabel(f"{text.title(transfer)}  {text.counterpart(transfer)}")
        theme.set_tooltip(what, f"{what.text()}\n{text.name(str(leftover.folder))}")
        size = theme.plain_label(text.size(leftover.size), size=TypeSize.SMALL, muted=True)
        words = self.tr("Discard the part files of {name}")
        name = words.format(name=text.isolated(transfer.title))
        discard = IconButton("discard", kind="flat", name=name)
        discard.clicked.connect(partial(self.discard_wanted.emit, transfer))
        grid.addWidget(what, row, 0)
        grid.addWidget(size, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(discard, row, 2)
        grid.setRowMinimumHeight(row, theme.CONTROL_HEIGHT)
