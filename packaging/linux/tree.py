"""Owns what an installed desktopxfer is made of, whatever it comes in, and where each file lies."""

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import completion
import manual
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUNDLE = "opt/desktopxfer"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
METAINFO = HERE / "org.desktopxfer.desktopxfer.metainfo.xml"
ICON = ROOT / "resources" / "icons" / "desktopxfer.svg"
# Files of this checkout with their places below /usr/share, or ~/.local/share.
SHARED = {
    "resources/linux/desktopxfer.desktop": "applications/desktopxfer.desktop",
    "resources/icons/desktopxfer.svg": "icons/hicolor/scalable/apps/desktopxfer.svg",
}
# The menus of file managers, for everybody. For one user the program's settings write them.
SEND_TO = {
    "resources/linux/dolphin.desktop": "kio/servicemenus/desktopxfer.desktop",
    "resources/linux/desktopxfer.nemo_action": "nemo/actions/desktopxfer.nemo_action",
}
# What is written for the command line, with its place there.
COMPLETIONS = {
    "bash-completion/completions/desktopxfer": completion.bash,
    "fish/vendor_completions.d/desktopxfer.fish": completion.fish,
    "zsh/vendor-completions/_desktopxfer": completion.zsh,
}
MANUAL = "man/man1/desktopxfer.1"


def system(root: Path, bundle: Path, version: str, epoch: int) -> None:
    """Lays out below `root` what is installed for everybody."""
    shutil.copytree(bundle, root / BUNDLE, symlinks=True)
    share(root / "usr" / "share", version, epoch)
    _copy(SEND_TO, root / "usr" / "share")
    command = root / "usr" / "bin" / "desktopxfer"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/{BUNDLE}/desktopxfer")


def share(folder: Path, version: str, epoch: int) -> None:
    """Lays out what lies below /usr/share, or below ~/.local/share."""
    _copy(SHARED, folder)
    for size in ICON_SIZES:
        draw(size, folder / f"icons/hicolor/{size}x{size}/apps/desktopxfer.png")
    for place, write in COMPLETIONS.items():
        written = folder / place
        written.parent.mkdir(parents=True)
        written.write_text(write())
    page = folder / MANUAL
    page.parent.mkdir(parents=True)
    compress(page, manual.page(version, epoch).encode())
    metainfo = folder / "metainfo" / METAINFO.name
    metainfo.parent.mkdir(parents=True)
    date = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d")
    filled = METAINFO.read_text().replace("@VERSION@", version).replace("@DATE@", date)
    metainfo.write_text(filled)


def _copy(files: dict[str, str], folder: Path) -> None:
    for name, place in files.items():
        copied = folder / place
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copied)


def compress(file: Path, content: bytes) -> None:
    """Writes `content` into FILE.gz, always the same bytes."""
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, mtime=0))


def draw(size: int, file: Path) -> None:
    """The program's icon as a picture of so many pixels; the name says of which kind."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written")


def settle(root: Path, epoch: int) -> None:
    """Gives everything below `root` one date and plain rights, whoever builds it and when."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path.suffix == ".sh" or path.with_name("_internal").is_dir()
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
