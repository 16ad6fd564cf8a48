"""Owns how everything looks: colours in light and dark, spacing, type sizes, plain-text labels."""

import html
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktopxfer.resources import resource_path


class Space(IntEnum):
    """Distances in device independent pixels; nothing stands at any other distance."""

    XS = 4  # between things that belong to one line
    S = 8  # between controls of one group
    M = 12  # inside a panel
    L = 16  # between groups; around a dialog
    XL = 24  # around an empty state


RADIUS = 8  # of panels and rows
CONTROL_RADIUS = 6  # of buttons and fields
ICON = 18  # of the line icons in buttons
CONTROL_HEIGHT = 32  # of buttons and fields; large enough for a finger's width beside another


USUAL_LINE = 18  # the height of a line where nobody has chosen larger letters


class TypeSize(Enum):
    """Sizes relative to the system's font, so that a user's larger font enlarges everything."""

    SMALL = 0.9
    BODY = 1.0
    HEADING = 1.15
    TITLE = 1.35
    DISPLAY = 2.8  # the code that two people compare across a table


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme. Text colours have a contrast of at least 4.5 on the grounds they are used on."""

    window: str  # ground of the window and of dialogs
    surface: str  # ground of panels, lists and fields
    hover: str  # a row or flat button under the pointer
    selected: str  # ground of the selected row
    line: str  # separators and borders
    text: str
    muted: str  # second lines, captions
    accent: str  # primary buttons, progress, links, drop targets
    accent_hover: str
    on_accent: str  # text on accent
    accent_soft: str  # ground of a drop target
    good: str
    bad: str
    bad_soft: str  # ground of an error banner
    warn: str
    warn_soft: str  # ground of a notice


LIGHT = Colours(
    window="#f4f5f8",
    surface="#ffffff",
    hover="#f0f1f6",
    selected="#e9ebfb",
    line="#dfe2ea",
    text="#1b1e27",
    muted="#5b6272",
    accent="#4c57d0",
    accent_hover="#3f49b8",
    on_accent="#ffffff",
    accent_soft="#e9ebfb",
    good="#187541",
    bad="#b9312a",
    bad_soft="#fcebe9",
    warn="#8a5800",
    warn_soft="#fcf3dd",
)

DARK = Colours(
    window="#15171c",
    surface="#1d2027",
    hover="#272b34",
    selected="#2b3050",
    line="#323743",
    text="#e8eaf0",
    muted="#a0a7b6",
    accent="#8d97ff",
    accent_hover="#a3abff",
    on_accent="#12142b",
    accent_soft="#2b3050",
    good="#5bcb8d",
    bad="#ff8f86",
    bad_soft="#3b2325",
    warn="#f0bd63",
    warn_soft="#372e1d",
)


def colours(palette: QPalette) -> Colours:
    """The scheme a palette belongs to; a delegate asks with `option.palette`."""
    # Not by Window or Base: a style sheet's transparent ground makes those of its widget black.
    return DARK if _is_dark(palette, QPalette.ColorRole.ToolTipBase) else LIGHT


def _is_dark(palette: QPalette, role: QPalette.ColorRole) -> bool:
    return palette.color(role).lightness() < 128


def font(size: TypeSize = TypeSize.BODY, *, bold: bool = False) -> QFont:
    """The system's font in one of our sizes."""
    font = QApplication.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * size.value)
    else:
        font.setPixelSize(round(font.pixelSize() * size.value))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def roomy(pixels: int) -> int:
    """A size of a window that is made for the usual letters, for those that the user has."""
    line = QFontMetrics(QApplication.font()).height()
    return round(pixels * max(1.0, line / USUAL_LINE))


def plain_label(
    text: str = "",
    *,
    size: TypeSize = TypeSize.BODY,
    bold: bool = False,
    muted: bool = False,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that shows its text and never interprets it: what peers say may contain markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)  # before the text, which would be guessed as rich
    label.setText(text)
    label.setFont(font(size, bold=bold))
    label.setWordWrap(wrap)
    label.setProperty("muted", muted)
    return label


def set_tooltip(widget: QWidget, text: str) -> None:
    """Shows it plainly; a screen reader, which would read the tooltip's markup aloud, says it."""
    widget.setToolTip(plain_tooltip(text))
    widget.setAccessibleDescription(text)


def plain_tooltip(text: str) -> str:
    """For ToolTipRole and the like: tooltips guess rich text, and have no plain format."""
    lines = html.escape(text.strip()).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if lines else ""


def plain_button_text(text: str) -> str:
    """For buttons and menus, where a single `&` would vanish and make a shortcut."""
    return text.replace("&", "&&")


class Theme(QObject):
    """Gives the application our palette and style sheet, and follows the system's colour scheme."""

    changed = Signal()  # icons that were tinted for the old scheme are stale

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        # Where the system does not tell its scheme, the palette it started us with does.
        self._system_is_dark = _is_dark(app.palette(), QPalette.ColorRole.Window)
        self._app = app
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._follow_system()

    def _follow_system(self) -> None:
        scheme = self._app.styleHints().colorScheme()
        dark = scheme is Qt.ColorScheme.Dark or (
            scheme is Qt.ColorScheme.Unknown and self._system_is_dark
        )
        self.use(DARK if dark else LIGHT)

    def use(self, scheme: Colours) -> None:
        self._app.setPalette(palette(scheme))
        self._app.setStyleSheet(style_sheet(scheme))
        self.changed.emit()


def palette(scheme: Colours) -> QPalette:
    """A complete palette, so that what the style sheet does not reach matches too."""
    role = QPalette.ColorRole
    chosen = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.surface,
        role.AlternateBase: scheme.window,
        role.ToolTipBase: scheme.surface,
        role.ToolTipText: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Text: scheme.text,
        role.Button: scheme.surface,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.bad,
        role.Light: scheme.surface,
        role.Midlight: scheme.hover,
        role.Mid: scheme.line,
        role.Dark: scheme.muted,
        role.Shadow: scheme.line,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Accent: scheme.accent,
    }
    palette = QPalette()
    for which, colour in chosen.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(scheme.muted)
        faded.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return palette


def style_sheet(scheme: Colours) -> str:
    """What Fusion draws differently from us. No fonts: a sheet's font would defeat setFont()."""
    c = scheme
    arrow = resource_path("icons/combo-arrow.svg").as_posix()  # of a grey that suits both schemes
    return f"""
QLabel[muted="true"] {{ color: {c.muted}; }}
QToolTip {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.line}; padding: 4px; }}
QBalloonTip QLabel {{ color: {LIGHT.text}; }} /* its ground is pale in both schemes */
QBalloonTip QPushButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}

QFrame[panel="true"] {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
}}
QFrame#files {{ border-top: 1px solid {c.line}; }}
QFrame[notice="warn"] {{ background: {c.warn_soft}; border-radius: {RADIUS}px; }}
QFrame[notice="bad"] {{ background: {c.bad_soft}; border-radius: {RADIUS}px; }}
QFrame[notice="info"] {{ background: {c.accent_soft}; border-radius: {RADIUS}px; }}

QPushButton {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
    border-radius: {CONTROL_RADIUS}px; padding: 0 12px; min-height: {CONTROL_HEIGHT - 2}px;
}}
QPushButton[square="true"] {{
    padding: 0; min-width: {CONTROL_HEIGHT - 2}px; max-width: {CONTROL_HEIGHT - 2}px;
}}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.selected}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 11px;
    min-height: {CONTROL_HEIGHT - 4}px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
QPushButton[kind="primary"] {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
}}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[kind="primary"]:disabled {{
    background: {c.line}; color: {c.muted}; border-color: {c.line};
}}
QPushButton[kind="flat"] {{
    background: transparent; border-color: transparent; padding: 0 8px;
}}
QPushButton[kind="flat"]:hover {{ background: {c.hover}; }}
QPushButton[kind="flat"]:focus {{
    border: 2px solid {c.accent}; padding: 0 7px;
}}
QPushButton[kind="segment"] {{
    background: transparent; border-color: transparent; color: {c.muted};
    min-height: {CONTROL_HEIGHT - 8}px; padding: 0 10px;
}}
QPushButton[kind="segment"]:hover {{ color: {c.text}; background: {c.hover}; }}
QPushButton[kind="segment"]:checked {{ background: {c.selected}; color: {c.text}; }}
QPushButton[kind="segment"]:focus {{
    border: 2px solid {c.accent}; padding: 0 9px; min-height: {CONTROL_HEIGHT - 10}px;
}}

QLineEdit, QComboBox {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
    border-radius: {CONTROL_RADIUS}px; padding: 0 8px; min-height: {CONTROL_HEIGHT - 2}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit:focus, QComboBox:focus {{
    border: 2px solid {c.accent}; padding: 0 7px; min-height: {CONTROL_HEIGHT - 4}px;
}}
QPlainTextEdit {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
    border-radius: {CONTROL_RADIUS}px; padding: 5px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: 4px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 14px; height: 14px; }}
QRadioButton {{
    spacing: 8px; border: 2px solid transparent; border-radius: 4px; padding-right: 2px;
}}
QRadioButton:focus {{ border-color: {c.accent}; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {c.muted}; border-radius: 8px;
    background: {c.surface};
}}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent}; }}
QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
QLineEdit[invalid="true"] {{ border-color: {c.bad}; }}
QLabel[invalid="true"] {{ color: {c.bad}; }}

QAbstractItemView {{ background: {c.surface}; border: none; outline: none;
    selection-background-color: {c.selected}; selection-color: {c.text}; }}
QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: none;
    border-bottom: 1px solid {c.line}; padding: 4px 8px; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {RADIUS // 2}px; }}
QMenu::item:selected {{ background: {c.selected}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QStatusBar::item {{ border: none; }}
"""
