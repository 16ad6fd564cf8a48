"""Owns how one finding of the connection check is shown: its sign, its sentence, what to do."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktopxfer.diagnosis.finding import Finding, Level
from desktopxfer.ui import icons, text, theme
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.theme import Colours, Space, TypeSize

translate = QCoreApplication.translate

# Told apart by their forms; the colours only help.
ICONS = {
    Level.GOOD: "check",
    Level.NOTE: "info",
    Level.WARNING: "warning",
    Level.PROBLEM: "blocked",
}


def level_word(level: Level) -> str:
    match level:
        case Level.GOOD:
            return translate("FindingRow", "In order")
        case Level.NOTE:
            return translate("FindingRow", "Note")
        case Level.WARNING:
            return translate("FindingRow", "Warning")
        case Level.PROBLEM:
            return translate("FindingRow", "Problem")


def sentence(finding: Finding) -> str:
    return _said(finding, finding.kind.sentence)


def advice(finding: Finding) -> str:
    """What to do; empty where nothing has to be done."""
    return _said(finding, finding.kind.advice)


def _said(finding: Finding, template: str) -> str:
    if not template:
        return ""
    error = text.sentence(finding.error) if finding.error is not None else ""
    return finding.words(translate("findings", template), text.isolated, error)


class FindingRow(QFrame):
    """One finding. Everything in it can be copied."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        word, said, advised = level_word(finding.level), sentence(finding), advice(finding)
        command = text.name(finding.command)
        self.setAccessibleName(" ".join(filter(None, (f"{word}:", said, advised, command))))
        self._sign = QLabel()
        self._sign.setAccessibleName(word)
        theme.set_tooltip(self._sign, word)
        self._sign.setFixedWidth(theme.ICON)
        serious = finding.level in {Level.WARNING, Level.PROBLEM}
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(_label(said, bold=serious))
        if advised:
            words.addWidget(_label(advised, muted=True))
        if command:
            words.addLayout(self._command_line(command))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.M)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._tint()

    @property
    def weight(self) -> int:
        """More for what matters more."""
        return list(Level).index(self.finding.level)

    def _command_line(self, command: str) -> QHBoxLayout:
        label = _label(command)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.font(TypeSize.SMALL).pointSizeF())
        label.setFont(font)
        label.setObjectName("command")
        label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # in every language
        copy = IconButton("copy", kind="flat", name=self.tr("Copy the command"))
        copy.clicked.connect(self._copy_command)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(label, 1)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return line

    @Slot()
    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(text.name(self.finding.command))

    def _tint(self) -> None:
        colour = _colour(self.finding.level, theme.colours(self.palette()))
        icon = ICONS[self.finding.level]
        self._sign.setPixmap(icons.pixmap(icon, colour, theme.ICON, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)


def _label(words: str, *, bold: bool = False, muted: bool = False) -> QLabel:
    label = theme.plain_label(words, bold=bold, muted=muted, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _colour(level: Level, colours: Colours) -> str:
    match level:
        case Level.GOOD:
            return colours.good
        case Level.NOTE:
            return colours.muted
        case Level.WARNING:
            return colours.warn
        case Level.PROBLEM:
            return colours.bad
