"""Owns which language the window speaks, which way its lines run and how it writes numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktopxfer.resources import resource_path

# Those that have a catalogue, each by the name that its speakers look for.
LANGUAGES = {
    "en": "English",
    "ar": "العربية",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "zh_CN": "简体中文",
}
SOURCE = "en"  # what the code is written in; its catalogue has only the plural forms


def chosen(wish: str, of_the_system: Sequence[str]) -> str:
    """The language to speak: the wished one, else the first of the system's that we know.

    A script counts: who reads Traditional Chinese gets the next language, not the Simplified one.
    """
    if wish in LANGUAGES:
        return wish
    known = {_written(QLocale(code)): code for code in LANGUAGES}
    found = (known.get(_written(QLocale(code))) for code in of_the_system)
    return next(filter(None, found), SOURCE)


def _written(locale: QLocale) -> tuple[QLocale.Language, QLocale.Script]:
    return locale.language(), locale.script()


def speak(app: QApplication, wish: str = "") -> str:
    """Lets all that is made from now on speak a language, and returns which one it is.

    `wish` is one of LANGUAGES, or "" for the system's. What Qt says by itself, as in its file
    chooser, comes from Qt's own catalogues.
    """
    system = QLocale.system()
    language = chosen(wish, system.uiLanguages())
    locale = QLocale(language)
    # People write numbers and dates as their region does; but not in a language they did not get.
    QLocale.setDefault(system if system.language() == locale.language() else locale)
    for former in app.findChildren(QTranslator):
        QCoreApplication.removeTranslator(former)
        former.setParent(None)
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource_path("translations"))
    # The later one is asked first; what it lacks is said in English.
    for catalogue, folder in (("qtbase", qt), ("desktopxfer", ours)):
        for each in dict.fromkeys((SOURCE, language)):
            _load(app, f"{catalogue}_{each}", folder)
    app.setLayoutDirection(locale.textDirection())
    return language


def _load(app: QApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
