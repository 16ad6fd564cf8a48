"""Owns the box that shows where to save and offers the recent folders."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktopxfer.text_safety import printable
from desktopxfer.ui import icons, rows, text, theme

# U+2066 and U+2069: in a right-to-left window the first `/` of a path would jump to its end.
LEFT_TO_RIGHT = "\u2066{}\u2069"


def path_text(path: Path, longest: int = text.LONGEST) -> str:
    """A path to be shown in at most so many characters, with `~` for the home folder."""
    if path != Path.home() and path.is_relative_to(Path.home()):
        path = Path("~") / path.relative_to(Path.home())
    return LEFT_TO_RIGHT.format(printable(str(path), longest))


class FolderBox(QComboBox):
    """One of some folders. Looks at no disk: whether a folder is there, others find out."""

    folder_chosen = Signal(object)  # Path, also when the same one is chosen again

    def __init__(self, folders: Iterable[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for folder in dict.fromkeys(folders):
            self._add(folder)
        self.currentIndexChanged.connect(self._pass_on)
        self._show_whole_path()

    @property
    def folder(self) -> Path:
        path: Path = self.currentData()
        return path

    def choose(self, folder: Path) -> None:
        """Makes a folder the current one, and puts a new one above the others."""
        known = [self.itemData(row) for row in range(self.count())]
        if folder not in known:
            self._add(folder, 0)
            known.insert(0, folder)
        self.setCurrentIndex(known.index(folder))

    def _add(self, folder: Path, row: int = -1) -> None:
        row = self.count() if row < 0 else row
        self.insertItem(row, path_text(folder), folder)
        self.setItemData(row, theme.plain_tooltip(str(folder)), Qt.ItemDataRole.ToolTipRole)

    @Slot()
    def _pass_on(self) -> None:
        self._show_whole_path()
        self.folder_chosen.emit(self.folder)

    def _show_whole_path(self) -> None:
        theme.set_tooltip(self, text.name(str(self.folder)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt does, but shortens the path in the middle: its end tells folders apart."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        arrow = QRect(0, 0, theme.ICON, theme.ICON)
        arrow.moveCenter(self.rect().center())
        arrow.moveRight(self.rect().right() - theme.Space.S)
        arrow = QStyle.visualRect(self.layoutDirection(), self.rect(), arrow)
        colours = theme.colours(self.palette())
        icons.paint(painter, "chevron-down", colours.muted, QRectF(arrow))
        left, right = theme.Space.M, theme.ICON + 2 * theme.Space.S
        words = QStyle.visualRect(
            self.layoutDirection(), self.rect(), self.rect().adjusted(left, 0, -right, 0)
        )
        colour = colours.text if self.isEnabled() else colours.muted
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        rows.paint_text(painter, words, self.currentText(), self.font(), colour, align=align)
