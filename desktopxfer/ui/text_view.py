"""Owns the window that shows a text which has arrived: to read, to copy, to save."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktopxfer.errors import DesktopxferError
from desktopxfer.ui import text
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.peer_line import PeerLine
from desktopxfer.ui.plain_text import MOST_LINES, PlainTextView
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.theme import Space
from desktopxfer.workers.texts import ReadText, read_text, save_text

COPIED_MS = 2_000  # as long as the button says so


class TextView(QDialog):
    """Stands in nobody's way: open it with show(). It is empty until the disk has answered."""

    failed = Signal(object)  # DesktopxferError: there is nothing to show; it has closed itself

    def __init__(
        self, file: Path, sender: str, parent: QWidget | None = None, *, when: float | None = None
    ) -> None:
        """`when` it arrived, in seconds since 1970; None for just now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file = file
        self._text = ""
        name = text.isolated(sender)
        self.setWindowTitle(self.tr("Text from {name}").format(name=name))
        self._who = PeerLine("text")
        self._who.say(
            self.tr("{name} sent you a text").format(name=name),
            text.moment(when) if when is not None else "",
            self.tr("kept for a week"),
        )
        self._view = PlainTextView()
        self._view.setObjectName("text")
        self._view.setAccessibleName(self.tr("Text"))
        self._remark = Remark()
        self._remark.hide()
        self._save = IconButton("arrow-down", self.tr("Save as…"))
        self._save.clicked.connect(self._choose_file)
        self._close = IconButton("", self.tr("Close"))
        self._close.clicked.connect(self.close)
        self._copy = IconButton("clipboard", kind="primary", text=self.tr("Copy"))
        self._copy.setObjectName("copy")
        self._copy.clicked.connect(self._copy_all)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self._ready_to_copy)
        self._lay_out()
        self._enable(False)
        read_text(file, self._show_text)

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(Space.S)
        answers.addWidget(self._save)
        answers.addStretch(1)
        answers.addWidget(self._close)
        answers.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._who)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._remark)
        layout.addLayout(answers)
        self.resize(560, 420)

    def _enable(self, can: bool) -> None:
        for button in (self._save, self._copy):
            button.setEnabled(can)

    @Slot(object)
    def _show_text(self, read: ReadText) -> None:
        if read.error is not None:
            self.failed.emit(read.error)
            self.close()
            return
        self._text = read.text
        remarks = []
        if not self._view.show_text(read.text):
            words = self.tr("Only the first {count} lines are shown. Copy and save take all.")
            remarks.append(words.format(count=text.number(MOST_LINES)))
        if read.is_changed:
            remarks.append(
                self.tr(
                    "Characters that hide something or steer a program are shown, and copied, "
                    "as �. A saved file has them as they came."
                )
            )
        self._remark.say(" ".join(remarks), "warn" if remarks else "")
        self._remark.setVisible(bool(remarks))
        self._enable(True)
        self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.set_icon("check")
        self._copy.setText(self.tr("Copied"))
        self._copied.start()

    @Slot()
    def _ready_to_copy(self) -> None:
        self._copy.set_icon("clipboard")
        self._copy.setText(self.tr("Copy"))

    @Slot()
    def _choose_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Save text as"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.selectFile(self.file.name)
        chooser.fileSelected.connect(self._save_as)
        chooser.open()

    @Slot(str)
    def _save_as(self, file: str) -> None:
        save_text(self.file, Path(file), self._note_saved)

    @Slot(object)
    def _note_saved(self, error: DesktopxferError | None) -> None:
        said = self.tr("Saved.") if error is None else text.sentence(error)
        self._remark.say(said, "" if error is None else "bad")
        self._remark.show()
