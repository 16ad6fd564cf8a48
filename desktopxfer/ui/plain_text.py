"""Owns the field for a text of many lines, which shows everything as plain text at any length."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktopxfer.ui import theme
from desktopxfer.ui.drop import local_paths

# Qt lays a line out as a whole: one of 1 MiB without a space stops the window for minutes, and each
# line costs some microseconds even where nobody looks.
LONGEST_LINE = 4_096  # characters; a longer one goes on in the next, and is copied as one
MOST_LINES = 50_000  # some thousand pages, 0.2 s

_CONTINUES = 1  # the user state of a block whose line goes on in the next one


class PlainTextView(QPlainTextEdit):
    """Shows a text to be read and selected. Nothing in it can be clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFont(theme.font())

    def show_text(self, text: str) -> bool:
        """Whether all of it is shown, and not only its first MOST_LINES lines."""
        lines = text.split("\n", MOST_LINES)
        pieces: list[str] = []
        continued: list[int] = []
        for line in lines[:MOST_LINES]:
            starts = range(0, max(1, len(line)), LONGEST_LINE)
            pieces += [line[start : start + LONGEST_LINE] for start in starts]
            continued += range(len(pieces) - len(starts), len(pieces) - 1)
        self.setPlainText("\n".join(pieces))
        for number in continued:
            self.document().findBlockByNumber(number).setUserState(_CONTINUES)
        return len(lines) <= MOST_LINES

    def createMimeDataFromSelection(self) -> QMimeData:
        """Only text, and lines as they were."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        parts = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            words = block.text()
            first = max(0, _in_python(block, start - block.position()))
            parts.append(words[first : _in_python(block, end - block.position())])
            if block.position() + block.length() <= end and block.userState() != _CONTINUES:
                parts.append("\n")
            block = block.next()
        data = QMimeData()
        data.setText("".join(parts))
        return data


def _in_python(block: QTextBlock, units: int) -> int:
    """Qt counts UTF-16 units, Python characters."""
    if units <= 0:
        return 0
    return len(block.text().encode("utf-16-le")[: 2 * units].decode("utf-16-le", "replace"))


class PlainTextField(QPlainTextEdit):
    """Takes a text that is typed or pasted; styles, links and pictures stay behind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFont(theme.font())
        self.textChanged.connect(self._choose_wrapping)

    @property
    def words(self) -> str:
        """As it was typed: toPlainText() would make spaces of those that do not break a line."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def canInsertFromMimeData(self, data: QMimeData) -> bool:
        """For what is dragged here. Files are no text: their names would help nobody."""
        return data.hasText() and not local_paths(data)

    def insertFromMimeData(self, data: QMimeData) -> None:
        if not self.canInsertFromMimeData(data):
            return
        text = data.text()
        if any(len(line) > LONGEST_LINE for line in text.splitlines()):
            self._wrap_anywhere()  # before: where to break such a line is searched for minutes
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def _choose_wrapping(self) -> None:
        if self.textCursor().block().length() > LONGEST_LINE:
            self._wrap_anywhere()

    def _wrap_anywhere(self) -> None:
        if self.wordWrapMode() is not QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
