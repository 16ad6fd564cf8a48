"""Owns the dialog in which the settings are changed."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QLocale, QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIntValidator, QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktopxfer.desktop.integration import Integrated
from desktopxfer.device import short_id
from desktopxfer.network.rate_limit import SLOWEST
from desktopxfer.settings import DEFAULT_PORT, Settings, Visibility, WhenClosed
from desktopxfer.ui import text, theme
from desktopxfer.ui.device_fields import FolderField, NameField, VisibilityField
from desktopxfer.ui.fitting import Scrolling, fit
from desktopxfer.ui.form import Form
from desktopxfer.ui.icons import IconButton
from desktopxfer.ui.integration_field import IntegrationField
from desktopxfer.ui.language import LANGUAGES
from desktopxfer.ui.leftover_list import LeftoverList
from desktopxfer.ui.pages import Pages
from desktopxfer.ui.theme import Space, TypeSize
from desktopxfer.ui.tick import TickBox
from desktopxfer.workers.state import Leftover, Visible

MEGABYTE = 1_000_000
RATE = QRegularExpression(r"\d{0,6}([.,]\d{0,6})?")
RATE_WIDTH = 80
WIDTH = 580
MOST_MINUTES = 10_000  # a week


class SettingsDialog(QDialog):
    """Edits a copy of the settings.

    While everyone may ask for some minutes, that is one of the choices and the chosen one. Leaving
    it chosen neither ends nor prolongs them.
    """

    chosen = Signal(object)  # Settings
    visibility_chosen = Signal(object)  # Visibility; only when it shall end those minutes
    integration_chosen = Signal(object)  # Integrated; only when it shall be another
    discard_wanted = Signal(object)  # Transfer whose part files are not wanted any more

    def __init__(self, settings: Settings, device_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._device_id = device_id
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = NameField(settings.device_name)
        self._folder = FolderField(settings.download_folder)
        self._folder.changed.connect(self._check)
        self._port = self._make_port()
        self._send_limit = self._make_limit(settings.send_limit)
        self._receive_limit = self._make_limit(settings.receive_limit)
        self._retry = self._make_retry()
        self._language = self._make_language()
        self._notifications = TickBox(self.tr("Show notifications"))
        self._notifications.setChecked(settings.notifications)
        self._when_closed = self._make_when_closed()
        self._integration = IntegrationField()
        self._leftovers = LeftoverList()
        self._leftovers.discard_wanted.connect(self.discard_wanted)
        self._visibility = VisibilityField(settings.visibility)
        self._for_a_while = QRadioButton(self.tr("Everyone for a while"))
        self._for_a_while.hide()
        self._wrong = theme.plain_label(size=TypeSize.SMALL, wrap=True)
        self._wrong.setProperty("invalid", True)
        self._save = IconButton("check", self.tr("Save"), kind="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self.accept)
        self._lay_out()
        self._check()

    def _make_port(self) -> QLineEdit:
        line = QLineEdit(str(self._settings.port))
        line.setValidator(_whole_number(65535, line))
        line.setPlaceholderText(str(DEFAULT_PORT))
        line.textEdited.connect(self._check)
        return line

    def _make_when_closed(self) -> QComboBox:
        box = QComboBox()
        for choice, words in (
            (WhenClosed.ASK, self.tr("Ask")),
            (WhenClosed.HIDE, self.tr("Keep running in the tray")),
            (WhenClosed.QUIT, self.tr("Quit")),
        ):
            box.addItem(words, choice)
        box.setCurrentIndex(box.findData(self._settings.when_closed))
        return box

    def _make_limit(self, rate: int) -> QLineEdit:
        """In MB/s; what was set with another precision comes out as it went in."""
        written = f"{rate / MEGABYTE:.6f}".rstrip("0").rstrip(".") if rate else ""
        line = QLineEdit(written.replace(".", _decimal_point()))
        line.setValidator(QRegularExpressionValidator(RATE, line))
        line.setPlaceholderText(self.tr("no limit"))
        line.setFixedWidth(RATE_WIDTH)
        line.textEdited.connect(self._check)
        return line

    def _make_retry(self) -> QLineEdit:
        line = QLineEdit(str(self._settings.retry_minutes))
        line.setValidator(_whole_number(MOST_MINUTES, line))
        line.setPlaceholderText(str(Settings().retry_minutes))
        line.setFixedWidth(RATE_WIDTH)
        line.textEdited.connect(self._check)
        return line

    def _make_language(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(0, box.findData(self._settings.language)))
        return box

    @Slot(object)
    def show_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        """Says which part files lie around."""
        self._leftovers.show_leftovers(leftovers)
        self._check()

    @Slot(object)
    def show_integrated(self, integrated: Integrated) -> None:
        """Says what this computer does by itself at the moment."""
        self._integration.show_integrated(integrated)

    @Slot(object)
    def show_visible(self, visible: Visible) -> None:
        """Says who may ask at the moment, for as long as that is limited."""
        limited = bool(visible.seconds_left)
        if limited:
            words = self.tr("Everyone for {duration}, then trusted devices only")
            self._for_a_while.setText(words.format(duration=text.duration(visible.seconds_left)))
        if limited != self._for_a_while.isHidden():
            return
        if limited:
            self._for_a_while.setChecked(True)
        elif self._for_a_while.isChecked():
            self._visibility.choices[visible.to].setChecked(True)
        self._for_a_while.setVisible(limited)
        self._check()

    def _lay_out(self) -> None:
        pages = Pages()
        pages.add_page(self.tr("General"), Scrolling(_page(self._make_general())))
        pages.add_page(self.tr("Network"), Scrolling(_page(self._make_network())))
        computer = _page(self._make_computer(), self._leftovers)
        pages.add_page(self.tr("This computer"), Scrolling(computer))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(pages, 1)
        layout.addWidget(self._wrong)
        layout.addLayout(self._make_bottom())

    def _make_general(self) -> Form:
        visibilities = QVBoxLayout()
        visibilities.setSpacing(Space.XS)
        visibilities.addWidget(self._for_a_while)
        visibilities.addLayout(self._visibility)
        form = Form()
        form.add_row(self.tr("&Name"), self._name, self.tr("What others see."))
        form.add_row(
            self.tr("&Save to"),
            self._folder.line,
            self.tr("Where files go unless you choose another folder when you accept them."),
            row=self._folder,
        )
        form.add_row(
            self.tr("&Visible to"),
            self._visibility.choices[Visibility.EVERYONE],
            self.tr(
                "Who may offer files. You are asked first, unless you accept automatically what a "
                "trusted device sends."
            ),
            row=visibilities,
        )
        advice = self.tr("Another language is spoken from the next start on.")
        form.add_row(self.tr("&Language"), self._language, advice)
        return form

    def _make_network(self) -> Form:
        form = Form()
        form.add_row(
            self.tr("Send at &most"),
            self._send_limit,
            self.tr("All transfers together. Empty is no limit."),
            row=self._make_limits(),
        )
        form.add_row(
            self.tr("Try a&gain for"),
            self._retry,
            self.tr(
                "How long a lost connection is made again by itself. After that, or with 0, a "
                "transfer waits until you resume it."
            ),
            row=self._make_minutes(),
        )
        port_advice = self.tr(
            "{port} is the usual one, 0 takes any free one. Others find this device with any port, "
            "but who types its address has to add it, as in 192.168.1.20:{other}."
        ).format(port=DEFAULT_PORT, other=DEFAULT_PORT + 1)
        form.add_row(self.tr("&Port"), self._port, port_advice)
        return form

    def _make_computer(self) -> Form:
        form = Form()
        form.add_row(
            self.tr("Not&ifications"),
            self._notifications,
            self.tr("Of offers, and of what has arrived or failed while you look elsewhere."),
        )
        form.add_row(
            self.tr("&When closed"),
            self._when_closed,
            self.tr("What the window's close button does. Where there is no tray, it quits."),
        )
        form.add_row(
            self.tr("By itself"),
            self._integration.starts_at_login,
            self._integration.advice,
            row=self._integration,
        )
        return form

    def _make_minutes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._retry)
        row.addWidget(QLabel(self.tr("minutes")))
        row.addStretch(1)
        return row

    def _make_limits(self) -> QHBoxLayout:
        receive = QLabel(self.tr("MB/s, &receive at most"))
        receive.setBuddy(self._receive_limit)
        self._receive_limit.setAccessibleName(self.tr("Receive at most"))
        self._receive_limit.setAccessibleDescription(self.tr("In MB/s. Empty is no limit."))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._send_limit)
        row.addWidget(receive)
        row.addWidget(self._receive_limit)
        row.addWidget(QLabel(self.tr("MB/s")))
        row.addStretch(1)
        return row

    def _make_bottom(self) -> QHBoxLayout:
        known = self.tr("Device id {id}").format(id=short_id(self._device_id))
        copy = IconButton("copy", kind="flat", name=self.tr("Copy the whole device id"))
        copy.clicked.connect(self._copy_id)
        cancel = IconButton("", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.setSpacing(Space.S)
        bottom.addWidget(theme.plain_label(known, size=TypeSize.SMALL, muted=True))
        bottom.addWidget(copy)
        bottom.addStretch(1)
        bottom.addWidget(cancel)
        bottom.addWidget(self._save)
        return bottom

    def accept(self) -> None:
        """Tells the settings as they are now in the fields; an empty field means its default."""
        visibility = self._visibility.chosen or self._settings.visibility
        self.chosen.emit(
            msgspec.structs.replace(
                self._settings,
                device_name=self._name.name,
                download_folder=self._folder.folder,
                port=int(self._port.text() or DEFAULT_PORT),
                visibility=visibility,
                send_limit=_rate(self._send_limit),
                receive_limit=_rate(self._receive_limit),
                retry_minutes=_minutes(self._retry),
                language=self._language.currentData(),
                notifications=self._notifications.isChecked(),
                when_closed=WhenClosed(self._when_closed.currentData()),
            )
        )
        if not self._for_a_while.isHidden() and not self._for_a_while.isChecked():
            self.visibility_chosen.emit(visibility)
        if (integrated := self._integration.chosen) is not None:
            self.integration_chosen.emit(integrated)
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._check()  # only now the words know how they wrap

    @Slot()
    def _check(self) -> None:
        """Only what can be told without the disk, which may be a network drive that is away."""
        wrong = self._what_is_wrong()
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._save.setEnabled(not wrong)
        fit(self, WIDTH)

    def _what_is_wrong(self) -> str:
        if wrong := self._folder.wrong:
            return wrong
        if self._port.text() and not self._port.hasAcceptableInput():
            return self.tr("Write a port from 0 to 65535.")
        if self._retry.text() and not self._retry.hasAcceptableInput():
            return self.tr("Try again for %Ln minute(s) at most.", "", MOST_MINUTES)
        if any(0 < _rate(line) < SLOWEST for line in (self._send_limit, self._receive_limit)):
            advice = self.tr("Limit the speed to {slowest} MB/s or more, or leave it empty.")
            return advice.format(slowest=QLocale().toString(SLOWEST / MEGABYTE))
        return ""

    @Slot()
    def _copy_id(self) -> None:
        QGuiApplication.clipboard().setText(self._device_id)


def _whole_number(most: int, line: QLineEdit) -> QIntValidator:
    """Without the separators that a language puts between thousands: `int` knows none."""
    plain = QLocale.c()
    plain.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
    validator = QIntValidator(0, most, line)
    validator.setLocale(plain)
    return validator


def _decimal_point() -> str:
    return "," if QLocale().decimalPoint() == "," else "."


def _rate(line: QLineEdit) -> int:
    """Bytes a second; the comma of other languages is read as well."""
    written = line.text().replace(",", ".").strip(".")
    return round(float(written or 0) * MEGABYTE)


def _minutes(line: QLineEdit) -> int:
    return int(line.text() or line.placeholderText())


def _page(form: Form, *below: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.M)
    layout.addLayout(form)
    for part in below:
        layout.addWidget(part)
    layout.addStretch(1)
    return page
