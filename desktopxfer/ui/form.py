"""Owns how a form is laid out: rows of a label, a field, and what the field means."""

from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QLayout, QWidget

from desktopxfer.ui import theme
from desktopxfer.ui.theme import Space, TypeSize


class Form(QGridLayout):
    """Labels on one side, fields on the other, each explained below; said to screen readers too."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(Space.L)
        self.setVerticalSpacing(Space.XS)
        self.setColumnStretch(1, 1)

    def add_row(
        self, words: str, field: QWidget, advice: str, *, row: QLayout | None = None
    ) -> None:
        """A `&` in `words` underlines. `row` is what `field` stands in, unless it stands alone."""
        label = QLabel(words)
        label.setBuddy(field)
        if not isinstance(field, QAbstractButton):  # which says its own words
            field.setAccessibleName(words.replace("&", ""))
        field.setAccessibleDescription(advice)
        at = self.rowCount()
        self.addWidget(label, at, 0)
        if row is not None:
            self.addLayout(row, at, 1)
        else:
            self.addWidget(field, at, 1)
        below = theme.plain_label(advice, size=TypeSize.SMALL, muted=True, wrap=True)
        self.addWidget(below, at + 1, 1)
        self.setRowMinimumHeight(at + 2, Space.S)
