"""Owns `make screenshots`: a picture of every scene, light and dark, at two scales, both ways.

The pictures are drawn without a screen, so that they come out alike everywhere, with the font that
is named here. The README shows some of them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))  # `tests` is no installed package

from desktopxfer.ui import language, theme
from tests.gallery.scenes import SCENES, close_all

FONT = "Noto Sans"
SCALES = (1, 2)
LANGUAGES = ("en", "ar")  # of each direction one
SCREEN = {"name": "paper", "x": 0, "y": 0, "width": 3840, "height": 2400}
TURNS = 20  # of the event loop, until everything has found its place


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Makes pictures of every window and dialog.")
    parser.add_argument("into", type=Path, help="the folder for them")
    parser.add_argument("--only", metavar="SCENE", help="just this one")
    parser.add_argument("--language", action="append", help="instead of English and Arabic")
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    if "QT_SCALE_FACTOR" in os.environ:
        _draw(options.into, options.only, options.language or LANGUAGES)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        for scale in SCALES:  # which Qt takes only at the start of a program
            chosen = {
                "QT_SCALE_FACTOR": str(scale),
                "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
                "QT_LOGGING_RULES": "qt.qpa.*=false",
            }
            ended = subprocess.run(
                [sys.executable, *sys.argv], env=os.environ | chosen, check=False
            )
            if ended.returncode != 0:
                return ended.returncode
    return 0


def _draw(into: Path, only: str | None, languages: Sequence[str]) -> None:
    app = QApplication(sys.argv[:1])
    app.setFont(QFont(FONT, 10))
    look = theme.Theme(app)
    scale = os.environ["QT_SCALE_FACTOR"]
    for scheme, colours in {"light": theme.LIGHT, "dark": theme.DARK}.items():
        look.use(colours)
        for code in languages:
            language.speak(app, code)
            for name, scene in SCENES.items():
                if only in {None, name}:
                    picture = _picture(app, scene)
                    picture.save(str(into / f"{name}-{scheme}-{scale}x-{code}.png"))


def _picture(app: QApplication, scene: Callable[[], QWidget]) -> QPixmap:
    widget = scene()
    widget.show()
    for _ in range(TURNS):
        app.processEvents()
    picture = widget.grab()
    close_all()
    return picture


if __name__ == "__main__":
    sys.exit(main())
