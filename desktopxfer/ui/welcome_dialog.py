"""Owns the page of the very first start: what this device is called and where files go."""

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktopxfer.desktop.integration import Integrated
from desktopxfer.settings import Settings, Visibility
from desktopxfer.ui import icons, theme
from desktopxfer.ui.device_fields import FolderField, NameField, VisibilityField
from desktopxfer.ui.fitting import fit
from desktopxfer.ui.form import Form
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.integration_field import IntegrationField
from desktopxfer.ui.theme import Space, TypeSize

MARK = 56
WIDTH = 520


class WelcomeDialog(QDialog):
    """Every field has a good answer already, so that Return, Escape and closing all will do."""

    chosen = Signal(object)  # Settings: what was written, or what was there if it was skipped
    integration_chosen = Signal(object)  # Integrated; only when it shall be another

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Welcome"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = NameField(settings.device_name)
        self._folder = FolderField(settings.download_folder)
        self._folder.changed.connect(self._check)
        self._visibility = VisibilityField(settings.visibility)
        self._integration = IntegrationField()
        self._wrong = theme.plain_label(size=TypeSize.SMALL, wrap=True)
        self._wrong.setProperty("invalid", True)
        self._start = IconButton("check", self.tr("Start"), kind="primary")
        self._start.setDefault(True)
        self._start.clicked.connect(self.accept)
        self._lay_out()
        self._name.selectAll()
        self._check()

    def _lay_out(self) -> None:
        form = Form()
        form.add_row(
            self.tr("&Name"),
            self._name,
            self.tr("What the people around you see. Choose one that they recognise."),
        )
        form.add_row(
            self.tr("&Save to"),
            self._folder.line,
            self.tr("Where files go unless you choose another folder when you accept them."),
            row=self._folder,
        )
        form.add_row(
            self.tr("&Visible to"),
            self._visibility.choices[Visibility.EVERYONE],
            self.tr("Who may offer files. You are asked each time before anything is saved."),
            row=self._visibility,
        )
        form.add_row(
            self.tr("By itself"),
            self._integration.starts_at_login,
            self._integration.advice,
            row=self._integration,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.L)
        layout.addLayout(self._make_top())
        layout.addLayout(form)
        layout.addWidget(self._wrong)
        layout.addStretch(1)
        layout.addLayout(self._make_bottom())

    def _make_top(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(MARK, MARK))
        heading = theme.plain_label(
            self.tr("Welcome to desktopxfer"), size=TypeSize.TITLE, bold=True
        )
        said = self.tr(
            "Drop files on a computer in the list, and they go there. "
            "It has to run desktopxfer too, in the same network."
        )
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(heading)
        words.addWidget(theme.plain_label(said, muted=True, wrap=True))
        top = QHBoxLayout()
        top.setSpacing(Space.L)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        return top

    def _make_bottom(self) -> QHBoxLayout:
        later = self.tr("All of this is in the settings too.")
        skip = IconButton("", self.tr("Skip"))
        skip.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.setSpacing(Space.S)
        bottom.addWidget(theme.plain_label(later, size=TypeSize.SMALL, muted=True), 1)
        bottom.addWidget(skip)
        bottom.addWidget(self._start)
        return bottom

    @Slot(object)
    def show_integrated(self, integrated: Integrated) -> None:
        """Says what this computer does by itself at the moment."""
        self._integration.show_integrated(integrated)

    @Slot()
    def _check(self) -> None:
        self._wrong.setText(self._folder.wrong)
        self._wrong.setVisible(bool(self._folder.wrong))
        self._start.setEnabled(not self._folder.wrong)
        fit(self, WIDTH)

    def accept(self) -> None:
        """Tells the settings as they are in the fields."""
        self.chosen.emit(
            msgspec.structs.replace(
                self._settings,
                device_name=self._name.name,
                download_folder=self._folder.folder,
                visibility=self._visibility.chosen or self._settings.visibility,
            )
        )
        if (wanted := self._integration.chosen) is not None:
            self.integration_chosen.emit(wanted)
        super().accept()

    def reject(self) -> None:
        """Tells the settings as they were: saved, they keep this page from coming again."""
        self.chosen.emit(self._settings)
        super().reject()
