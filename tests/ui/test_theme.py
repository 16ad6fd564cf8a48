import dataclasses

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


# Every colour of a scheme is in one of these, and each text can be read on each ground.
TEXTS = {"text", "muted", "good", "bad", "warn", "accent"}
GROUNDS = {"window", "surface", "hover", "selected", "accent_soft", "warn_soft", "bad_soft"}
ON_ACCENT = {"accent", "accent_hover"}  # grounds of `on_accent` alone
DRAWN = {"line"}  # neither text nor its ground, but for a button that cannot be pressed


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(scheme: Colours) -> None:
    names = {field.name for field in dataclasses.fields(Colours)}
    assert names == TEXTS | GROUNDS | ON_ACCENT | DRAWN | {"on_accent"}
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [("on_accent", ground) for ground in ON_ACCENT]
    faint = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(*(getattr(scheme, name) for name in pair))) < 4.5
    }
    assert not faint


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_of_the_focus_can_be_seen(scheme: Colours) -> None:
    """WCAG 2.2, 1.4.11: three to one for what is no text."""
    for ground in GROUNDS:
        assert contrast(scheme.accent, getattr(scheme, ground)) >= 3
    # A button of that colour has a ring in the colour of texts, on the ground around it.
    assert contrast(scheme.text, scheme.window) >= 3


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
