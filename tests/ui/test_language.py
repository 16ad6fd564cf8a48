"""The catalogues: complete, true to the sources, harmless; and the choice of one."""

import re
import runpy
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktopxfer.errors import DiskFull, Unreachable
from desktopxfer.resources import resource_path
from desktopxfer.ui import language, text
from desktopxfer.ui.language import LANGUAGES, SOURCE

CHECKOUT = Path(__file__).parents[2]
TOOL: dict[str, Any] = runpy.run_path(str(CHECKOUT / "packaging" / "translations.py"))
FOLDER = CHECKOUT / "resources" / "translations"

# Those in which nothing may be missing. Until a translator is done, only what is there is checked.
COMPLETE = (SOURCE, "ar", "de", "es", "fr", "zh_CN")

# Forms that stand for one number only, so that it may be a word of theirs: "One of the files".
SAID_IN_WORDS = {"ar": {0, 1, 2}, "de": {0}, "en": {0}, "es": {0}}
PLACEHOLDER = re.compile(r"\{\w*\}|%L?n")


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str
    counts: bool
    finished: bool
    forms: tuple[str, ...]  # one, unless it counts

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


def messages(file: Path) -> list[Message]:
    return [
        _message(context.findtext("name", ""), message)
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ET.Element) -> Message:
    (translation,) = message.iter("translation")
    counts = message.get("numerus") == "yes"
    return Message(
        context,
        message.findtext("source", ""),
        message.findtext("comment", ""),
        counts,
        translation.get("type") is None,
        tuple(
            each.text or ""
            for each in (translation.iter("numerusform") if counts else [translation])
        ),
    )


def finished(code: str) -> list[Message]:
    return [each for each in messages(FOLDER / f"desktopxfer_{code}.ts") if each.finished]


# The catalogues ----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", COMPLETE)
def test_nothing_is_missing(code: str, tmp_path: Path) -> None:
    """If this fails: `make translations`, then translate what is unfinished."""
    ours = FOLDER / f"desktopxfer_{code}.ts"
    shutil.copy(ours, tmp_path)
    updated = TOOL["update"](code, tmp_path)
    assert [str(each) for each in messages(updated) if not each.finished] == []
    assert {str(each) for each in messages(ours)} == {str(each) for each in messages(updated)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_says_the_same_things(code: str) -> None:
    for message in finished(code):
        for number, form in enumerate(message.forms):
            wanted = sorted(PLACEHOLDER.findall(message.source))
            given = sorted(PLACEHOLDER.findall(form))
            if number in SAID_IN_WORDS.get(code, set()) and message.counts:
                wanted, given = (
                    [each for each in found if not each.endswith("n")] for found in (wanted, given)
                )
            assert form.strip(), message
            assert set(given) == set(wanted), message
            assert ("&" in form) == ("&" in message.source), message
            assert form.count("&") <= 1, message
            assert (form[-1] == "…") == (message.source[-1] == "…"), message


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_loaded_is_what_was_translated(code: str, qapp: QApplication) -> None:
    """If this fails: `make translations`."""
    loaded = QTranslator()
    assert loaded.load(str(FOLDER / f"desktopxfer_{code}.qm"))
    for each in messages(FOLDER / f"desktopxfer_{code}.ts"):
        numbers = range(103) if each.counts else [-1]
        said = {loaded.translate(each.context, each.source, each.comment, n) for n in numbers}
        assert said == (set(each.forms) if each.finished else {""}), each


def test_each_language_has_a_catalogue_and_each_catalogue_a_language() -> None:
    for kind in ("ts", "qm"):
        assert {path.name for path in FOLDER.glob(f"*.{kind}")} == {
            f"desktopxfer_{code}.{kind}" for code in LANGUAGES
        }
    assert resource_path("translations").is_dir()


# The choice --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of_the_system", "spoken"),
    [
        (["de-Latn-DE", "de-DE", "de-Latn", "de"], "de"),
        (["de-AT"], "de"),
        (["nl-NL", "nl", "fr-FR", "fr"], "fr"),  # the first one that we know
        (["zh-Hans-SG"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["zh-TW", "zh-Hant", "es-MX"], "es"),  # another script
        (["ar-SA"], "ar"),
        (["en-GB", "de-DE"], "en"),
        (["nl-NL"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_chooses_the_language(of_the_system: list[str], spoken: str) -> None:
    assert language.chosen("", of_the_system) == spoken
    assert language.chosen("a newer version's", of_the_system) == spoken


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_wish_comes_before_the_system(code: str) -> None:
    assert language.chosen(code, ["fr"]) == code


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not ask the environment")
@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LC_ALL": "fr_FR.UTF-8"}, "fr 8\u202f213 LeftToRight"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "nl:de"}, "de 8.213 LeftToRight"),
        ({"LC_ALL": "ar_EG.UTF-8"}, "ar ٨٬٢١٣ RightToLeft"),
        ({"LANG": "C"}, "en 8,213 LeftToRight"),
    ],
)
def test_the_environment_is_asked(environment: dict[str, str], spoken: str) -> None:
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from desktopxfer.ui import language, text\n"
        "app = QApplication([])\n"
        "said = language.speak(app), text.number(8213), app.layoutDirection().name\n"
        "import sys; sys.stdout.buffer.write(' '.join(said).encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"QT_QPA_PLATFORM": "offscreen", **environment},
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    assert run.stdout.decode() == spoken


def test_another_language_takes_the_place_of_the_former(
    qapp: QApplication, speak: Callable[[str], str]
) -> None:
    for code, right_to_left in (("ar", True), ("de", False)):
        assert speak(code) == code
        assert qapp.isRightToLeft() is right_to_left
        assert QLocale().language() == QLocale(code).language()
        catalogues = {Path(each.filePath()).name for each in qapp.findChildren(QTranslator)}
        assert f"desktopxfer_{code}.qm" in catalogues
        assert len(catalogues) == 4


def test_what_qt_says_is_translated_too(qapp: QApplication, speak: Callable[[str], str]) -> None:
    speak("de")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Abbrechen"


# How numbers and errors are said -----------------------------------------------------------------


def test_one_is_not_said_as_many_in_english() -> None:
    assert [text.files(count) for count in (0, 1, 2, 8213)] == [
        "0 files",
        "1 file",
        "2 files",
        "8,213 files",
    ]


@pytest.mark.parametrize(
    ("code", "said"),
    [("de", "4,2 GB"), ("fr", "4,2 Go"), ("ar", "٤٫٢ غ.ب"), ("zh_CN", "4.2 GB")],
)
def test_sizes_are_written_as_people_write_them(
    speak: Callable[[str], str], code: str, said: str
) -> None:
    speak(code)
    assert text.size(4_200_000_000).replace("\xa0", " ") == said


def test_every_sentence_of_an_error_is_for_the_translators() -> None:
    sources = {
        each.source for each in messages(FOLDER / "desktopxfer_de.ts") if each.context == "errors"
    }
    assert {DiskFull.sentence, Unreachable.sentence, Unreachable.nobody} <= sources
