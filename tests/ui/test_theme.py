import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktopxfer.ui import icons, theme
from desktopxfer.ui.theme import DARK, LIGHT, Colours


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    rgb = QColor(colour)
    red, green, blue = map(linear, (rgb.redF(), rgb.greenF(), rgb.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(scheme: Colours) -> None:
    grounds = (scheme.window, scheme.surface, scheme.hover, scheme.selected, scheme.accent_soft)
    for text in (scheme.text, scheme.muted, scheme.good, scheme.bad, scheme.warn, scheme.accent):
        for ground in grounds:
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent_hover) >= 4.5
    assert contrast(scheme.text, scheme.warn_soft) >= 4.5
    assert contrast(scheme.text, scheme.bad_soft) >= 4.5
    assert contrast(scheme.bad, scheme.bad_soft) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_belongs_to_its_scheme(scheme: Colours) -> None:
    assert theme.colours(theme.palette(scheme)) is scheme


def test_icons_follow_the_scheme(qtbot: QtBot, look: theme.Theme) -> None:
    flat = icons.IconButton("settings", kind="flat", name="Settings")
    qtbot.addWidget(flat)
    flat.show()
    qtbot.waitExposed(flat)

    def ink() -> QColor:
        image = flat.icon().pixmap(theme.ICON, theme.ICON).toImage()
        colours = (
            image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
        )
        return max(colours, key=lambda colour: colour.alpha())

    try:
        look.use(DARK)
        assert ink().lightness() > 128
        look.use(LIGHT)
        assert ink().lightness() < 128
    finally:
        look.use(LIGHT)


def test_it_follows_the_system(qapp: QApplication, look: theme.Theme) -> None:
    look.use(DARK)
    look._follow_system()  # the invisible screen does not tell its scheme and started light
    assert theme.colours(qapp.palette()) is LIGHT


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = theme.plain_label("<b>Bob</b> & Co")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Bob</b> & Co"
    assert theme.plain_tooltip("<b>a</b>\nb") == "<qt>&lt;b&gt;a&lt;/b&gt;<br>b</qt>"
    assert theme.plain_tooltip("") == ""
    assert theme.plain_button_text("Q & A") == "Q && A"


def test_disabled_words_are_fainter(qapp: QApplication) -> None:
    palette = theme.palette(LIGHT)
    usual = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faint.lightness() > usual.lightness()
