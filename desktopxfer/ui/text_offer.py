"""Owns the question whether to accept a text: nothing is seen of it before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktopxfer.offer import Decision
from desktopxfer.ui import text, theme
from desktopxfer.ui.fitting import fit
from desktopxfer.ui.offer_question import WIDTH, OfferQuestion
from desktopxfer.ui.remark import Remark
from desktopxfer.ui.theme import Space
from desktopxfer.workers.state import Transfer


class TextOffer(OfferQuestion):
    """Asks about a text. There is no folder to choose: it is shown, and kept for a week."""

    def __init__(self, transfer: Transfer, parent: QWidget | None = None) -> None:
        super().__init__(transfer, parent)
        size = text.size(self._offer.total_bytes)
        words = self.tr("A text of {size}. You see it when you have accepted it.")
        self._words = theme.plain_label(words.format(size=size), wrap=True)
        self._remark = Remark()
        self._remark.hide()
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(self._words)
        column.addWidget(self._remark)
        column.addStretch(1)
        self._lay_out(
            self.tr("{name} wants to send a text"),
            self.tr("{name} wants to send you a text"),
            column,
        )
        self._update()

    def withdraw(self) -> None:
        super().withdraw()
        self._remark.say(self._problem(), "warn")
        self._remark.show()
        fit(self, WIDTH)

    def _decision(self) -> Decision:
        return Decision(self._transfer.into)
