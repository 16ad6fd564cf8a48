"""Owns how the catalogues of translations are made: what is to be said, and what the window loads.

    python packaging/translations.py

brings every `resources/translations/*.ts` up to the sources and compiles it to the `.qm` beside it.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from desktopxfer import errors
from desktopxfer.diagnosis.finding import Kind
from desktopxfer.ui.language import LANGUAGES, SOURCE

CHECKOUT = Path(__file__).parent.parent
FOLDER = CHECKOUT / "resources" / "translations"


def catalogue(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"desktopxfer_{language}.ts"


def update(language: str, folder: Path = FOLDER) -> Path:
    """Adds what is new in the sources to a catalogue, and drops what is gone."""
    file = catalogue(language, folder)
    options = ["-no-obsolete", "-sort-messages", "-locations", "none", "-silent"]
    if language == SOURCE:
        options.append("-pluralonly")
    with tempfile.TemporaryDirectory() as own:
        sentences = Path(own) / "errors.py"
        said = (*error_sentences(), *findings())
        sentences.write_text("\n".join(said), encoding="utf-8")
        sources = [str(source) for part in ("app.py", "ui", "workers") for source in python(part)]
        _run("lupdate", *options, str(sentences), *sources, "-ts", str(file))
    return file


def python(part: str) -> list[Path]:
    path = CHECKOUT / "desktopxfer" / part
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def error_sentences() -> Iterable[str]:
    """Of `errors.py`, which knows no Qt, as lupdate understands them."""
    yield f'translate("errors", {json.dumps(errors.DesktopxferError.nobody)})'
    for name, kind in vars(errors).items():
        if isinstance(kind, type) and "sentence" in vars(kind):
            assert issubclass(kind, errors.DesktopxferError)
            yield f"#: {name}"
            yield f'translate("errors", {json.dumps(kind.sentence, ensure_ascii=False)})'


def findings() -> Iterable[str]:
    """What the connection check may find, likewise: the sentence, and what to do."""
    for kind in Kind:
        for words in filter(None, (kind.sentence, kind.advice)):
            yield f"#: {kind.name}"
            yield f'translate("findings", {json.dumps(words, ensure_ascii=False)})'


def release(file: Path) -> Path:
    """Compiles a catalogue. Only what a translator called finished is in it."""
    compiled = file.with_suffix(".qm")
    _run("lrelease", "-silent", "-nounfinished", str(file), "-qm", str(compiled))
    return compiled


def _run(tool: str, *arguments: str) -> None:
    start = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    subprocess.run([sys.executable, "-c", start, *arguments], check=True)


if __name__ == "__main__":
    for code in LANGUAGES:
        release(update(code))
