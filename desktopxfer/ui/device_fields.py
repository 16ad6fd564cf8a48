"""Owns the fields in which people say what this device is called, where it saves, who sees it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from desktopxfer.settings import Settings, Visibility, host_name
from desktopxfer.text_safety import DEVICE_NAME_LIMIT, device_name
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Space


class NameField(QLineEdit):
    """This device's name; left empty it is the computer's."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setPlaceholderText(host_name())
        self.setMaxLength(DEVICE_NAME_LIMIT)

    @property
    def name(self) -> str:
        return device_name(self.text().strip() or host_name())


class FolderField(QHBoxLayout):
    """A line for the download folder and a button that chooses one; left empty it is the usual one.

    Looks at no disk: a folder may be on a network drive that is away.
    """

    changed = Signal()

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.line = QLineEdit(folder)
        self.line.setPlaceholderText(Settings().download_folder)
        self.line.textChanged.connect(self.changed)
        choose = IconButton("folder", kind="", name=self.tr("Choose the folder"))
        choose.clicked.connect(self._choose)
        self.setSpacing(Space.XS)
        self.addWidget(self.line, 1)
        self.addWidget(choose)

    @property
    def folder(self) -> str:
        return self.line.text().strip() or Settings().download_folder

    @property
    def wrong(self) -> str:
        """What is wrong with it, as a sentence, or ""."""
        if Path(self.folder).is_absolute():
            return ""
        advice = self.tr("Write the whole path of the folder, such as {example}.")
        return advice.format(example=Settings().download_folder)

    @Slot()
    def _choose(self) -> None:
        chooser = QFileDialog(self.line.window(), self.tr("Save to"), self.line.text())
        chooser.setObjectName("chooser")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.line.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


class VisibilityField(QHBoxLayout):
    """Who may offer files: one of three."""

    def __init__(self, visibility: Visibility) -> None:
        super().__init__()
        self.choices = {
            Visibility.EVERYONE: QRadioButton(self.tr("&Everyone nearby")),
            Visibility.TRUSTED: QRadioButton(self.tr("&Trusted devices only")),
            Visibility.NOBODY: QRadioButton(self.tr("N&obody")),
        }
        self.setSpacing(Space.L)
        for choice in self.choices.values():
            self.addWidget(choice)
        self.addStretch(1)
        self.choices[visibility].setChecked(True)

    @property
    def chosen(self) -> Visibility | None:
        """None while another choice beside these is the chosen one."""
        chosen = (which for which, choice in self.choices.items() if choice.isChecked())
        return next(chosen, None)
