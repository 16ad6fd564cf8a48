"""Owns what the window says about this device: who it is, who sees it, where it can be reached."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktopxfer.device import short_id
from desktopxfer.settings import Settings, Visibility
from desktopxfer.ui import icons, text, theme
from desktopxfer.ui.elided_label import ElidedLabel
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.mirror import margins
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.workers.state import Listening, Visible

MARK = 36
OPENING_S = 600  # long enough to send something to somebody who has just come in
FOR_A_WHILE = "for a while"  # beside the visibilities, which are for good


class Header(QWidget):
    """The top of the window."""

    visibility_chosen = Signal(object)  # Visibility
    opening_chosen = Signal(int)  # for how many seconds everyone may ask
    settings_wanted = Signal()

    def __init__(self, device_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(MARK, MARK))
        self._name = ElidedLabel(size=TypeSize.TITLE, bold=True)
        self._name.setObjectName("own name")
        self._id = ElidedLabel(
            self.tr("This device · {id}").format(id=short_id(device_id)),
            size=TypeSize.SMALL,
            muted=True,
        )
        self._visibility = IconButton("visible", "…")
        self._visibility.setMenu(self._make_menu())
        self._settings = IconButton("settings", kind="flat", name=self.tr("Settings"))
        self._settings.clicked.connect(self.settings_wanted)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._id)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins(Space.XS, 0, 0, 0))
        layout.setSpacing(Space.S)
        layout.addWidget(mark)
        layout.addSpacing(Space.XS)
        layout.addLayout(names, 1)
        layout.addWidget(self._visibility)
        layout.addWidget(self._settings)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._choices = QActionGroup(menu)
        for_a_while = self.tr(
            "Everyone for %Ln minute(s), then trusted devices only", "", OPENING_S // 60
        )
        for choice, words in (
            (Visibility.EVERYONE, self.tr("Everyone nearby can see it and offer files")),
            (FOR_A_WHILE, for_a_while),
            (Visibility.TRUSTED, self.tr("Only trusted devices can offer files")),
            (Visibility.NOBODY, self.tr("Nobody can see it or offer files")),
        ):
            action = self._choices.addAction(words)
            action.setCheckable(True)
            action.setData(choice)
        menu.addActions(self._choices.actions())
        self._choices.triggered.connect(self._choose)
        return menu

    @property
    def choices(self) -> Sequence[QAction]:
        """Who may offer files."""
        return self._choices.actions()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.data() == FOR_A_WHILE:
            self.opening_chosen.emit(OPENING_S)
        else:
            self.visibility_chosen.emit(Visibility(action.data()))

    def show_settings(self, settings: Settings) -> None:
        self._name.setText(text.name(settings.device_name))

    @Slot(object)
    def show_visible(self, visible: Visible) -> None:
        """Comes every second while the time is limited."""
        icon, words, choice = self._said(visible)
        if words != self._visibility.text():
            self._visibility.setText(words)
            self._visibility.set_icon(icon)
        for action in self._choices.actions():
            action.setChecked(action.data() == choice)

    def _said(self, visible: Visible) -> tuple[str, str, str]:
        """The icon, the words and the choice in the menu."""
        match visible.to:
            case Visibility.TRUSTED:
                return "shield-check", self.tr("Trusted devices only"), visible.to
            case Visibility.NOBODY:
                return "hidden", self.tr("Visible to nobody"), visible.to
            case _ if visible.seconds_left:
                words = self.tr("Visible to everyone for {duration}")
                left = text.duration(visible.seconds_left)
                return "clock", words.format(duration=left), FOR_A_WHILE
            case _:
                return "visible", self.tr("Visible to everyone"), visible.to


class StatusLine(QWidget):
    """The bottom of the window: the addresses to type elsewhere, or why there are none."""

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._addresses = ""
        self._icon = QLabel()
        self._reachable = ElidedLabel(
            self.tr("Starting…"),
            size=TypeSize.SMALL,
            muted=True,
            elide=Qt.TextElideMode.ElideRight,
        )
        self._reachable.setObjectName("reachable")
        self._trouble = theme.plain_label(size=TypeSize.SMALL, muted=True, wrap=True)
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._trouble.hide()
        self._copy = IconButton("copy", kind="flat", name=self.tr("Copy the addresses"))
        self._copy.clicked.connect(self._copy_addresses)
        self._check = IconButton("diagnose", self.tr("Diagnose"), kind="flat")
        why = self.tr("Finds out why devices do not find or reach each other")
        theme.set_tooltip(self._check, why)
        self._check.clicked.connect(self.check_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margins(Space.XS, 0, 0, 0))
        layout.setSpacing(Space.S)
        layout.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._reachable)
        words.addWidget(self._trouble)
        layout.addLayout(words, 1)
        layout.addWidget(self._copy)
        layout.addWidget(self._check)
        self._failed = False
        self._tint()

    @property
    def words(self) -> str:
        return " · ".join(filter(None, (self._reachable.text(), self._trouble.text())))

    def show_listening(self, listening: Listening) -> None:
        self._addresses = "\n".join(map(str, listening.addresses))
        self._failed = listening.error is not None or not listening.addresses
        reachable = trouble = ""
        if listening.addresses:
            words = self.tr("Reachable at {addresses}")
            reachable = words.format(addresses=text.addresses(listening.addresses))
        elif listening.error is None:
            trouble = self.tr("This computer is not in a network. Connect it to one.")
        if (problem := listening.error or listening.note) is not None:
            trouble = text.sentence(problem)
        self._reachable.setText(reachable)
        theme.set_tooltip(self._reachable, self._addresses)
        self._reachable.setVisible(bool(reachable))
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self._copy.setVisible(bool(listening.addresses))
        self._tint()

    @Slot()
    def _copy_addresses(self) -> None:
        QGuiApplication.clipboard().setText(self._addresses)

    def _tint(self) -> None:
        colours = theme.colours(self.palette())
        icon, colour = ("warning", colours.bad) if self._failed else ("address", colours.muted)
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(icon, colour, theme.ICON, scale))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)
