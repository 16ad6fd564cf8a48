"""Owns the clipboard in place of another program, and reads what is on it.

Run as `clipboard.py text WORDS`, `clipboard.py picture FILE` or `clipboard.py files PROGRAM
PATH...` to own it: prints `{"event": "ready"}`, and stays, for what was copied goes with who copied
it. Run as `clipboard.py read` it prints the text that is there, as JSON, and ends.
"""

import json
import sys

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

GNOME = "x-special/gnome-copied-files"


def files(program: str, paths: list[str]) -> dict[str, str]:
    """Copied files as they are offered by a program, by format."""
    urls = [
        QUrl.fromLocalFile(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)
        for path in paths
    ]
    listed = {"text/uri-list": "".join(f"{url}\r\n" for url in urls)}
    match program:
        case "Nautilus":
            return {GNOME: "\n".join(["copy", *urls]), "text/plain": "\n".join(paths), **listed}
        case "Nautilus 3.38":  # and all before it since 3.30: its text is not what was copied
            words = "\n".join(["x-special/nautilus-clipboard", "copy", *urls, ""])
            return {**listed, "text/plain": words}
        case "Dolphin":
            cut = "application/x-kde-cutselection"
            return {**listed, cut: "0", "text/plain": "\n".join(paths)}
        case "script":  # which has only the files of GNOME's file managers in mind
            return {GNOME: "\n".join(["copy", *urls])}
    raise ValueError(program)


def copy(kind: str, what: list[str]) -> QMimeData:
    data = QMimeData()
    match kind:
        case "text":
            data.setText(what[0])
        case "picture":
            data.setImageData(QImage(what[0]))
        case "files":
            for format_, content in files(what[0], what[1:]).items():
                data.setData(format_, content.encode())
    return data


def main() -> None:
    kind, *what = sys.argv[1:]
    application = QGuiApplication(sys.argv[:1])
    clipboard = application.clipboard()
    if kind == "read":
        print(json.dumps(clipboard.text()))
        return
    clipboard.setMimeData(copy(kind, what))
    print(json.dumps({"event": "ready" if clipboard.ownsClipboard() else "failed"}), flush=True)
    application.exec()


if __name__ == "__main__":
    main()
