"""Owns the installer for Windows: compiles it around a bundle, on any system that has NSIS.

The bundle is made on Windows, for PyInstaller makes none for other systems.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / folder) for folder in ("linux", "pyinstaller")]

import icons
import tree
from PySide6.QtGui import QImage, QPainter

from desktopxfer import __version__

SIDE = (164, 314)  # pixels, as NSIS wants it
ICON_SIZE = 96


def build(bundle: Path, dist: Path, work: Path, version: str) -> Path:
    """Returns the installer. Raises CalledProcessError, after NSIS has said why."""
    made = dist / f"desktopxfer-{version}-windows-x64.exe"
    icon = work / "desktopxfer.ico"
    icon.write_bytes(icons.ico())
    size = sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file())
    picture = work / "side.bmp"
    _draw_side(picture)
    names = {
        "VERSION": version,
        "BUNDLE": bundle,
        "ICON": icon,
        "PICTURE": picture,
        "KIB": size // 1024,
        "OUT": made,
    }
    options = ("-V2", "-WX", "-INPUTCHARSET", "UTF8")
    defined = [f"-D{name}={value}" for name, value in names.items()]
    subprocess.run(["makensis", *options, *defined, HERE / "installer.nsi"], check=True)
    return made


def _draw_side(file: Path) -> None:
    """The icon on white."""
    icon = file.with_suffix(".png")
    tree.draw(ICON_SIZE, icon)
    side = QImage(*SIDE, QImage.Format.Format_RGB32)
    side.fill("white")
    painter = QPainter(side)
    painter.drawImage((SIDE[0] - ICON_SIZE) // 2, ICON_SIZE // 2, QImage(str(icon)))
    painter.end()
    if not side.convertToFormat(QImage.Format.Format_RGB888).save(str(file)):
        raise OSError(f"{file} cannot be written")


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the installer for Windows.")
    parser.add_argument(
        "bundle",
        type=Path,
        nargs="?",
        help="the folder that PyInstaller made on Windows; without it only the script is checked",
    )
    parser.add_argument("--dist", type=Path, default=HERE.parents[1] / "dist")
    parser.add_argument("--work", type=Path, default=HERE.parents[1] / "build")
    arguments = parser.parse_args()
    if shutil.which("makensis") is None:
        print("The script of the installer for Windows: not checked. sudo apt-get install nsis")
        return int(arguments.bundle is not None)
    try:
        if arguments.bundle is None:
            _check()
        else:
            _make(arguments)
    except subprocess.CalledProcessError as error:
        print(f"That did not work: {error}", file=sys.stderr)
        return 1
    return 0


def _check() -> None:
    """Compiles the script around a bundle that stands in for one of Windows."""
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder, "bundle")
        (bundle / "_internal").mkdir(parents=True)
        for name in ("desktopxfer.exe", "desktopxferw.exe", "_internal/python.dll"):
            (bundle / name).touch()
        build(bundle, Path(folder), Path(folder), __version__)
    print("The script of the installer for Windows compiles; its bundle is made on Windows.")


def _make(arguments: argparse.Namespace) -> None:
    for folder in (dist := arguments.dist.resolve(), work := arguments.work.resolve()):
        folder.mkdir(parents=True, exist_ok=True)
    print(build(arguments.bundle.resolve(strict=True), dist, work, __version__))


if __name__ == "__main__":
    sys.exit(main())
