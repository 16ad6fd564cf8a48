"""Owns the archive that installs itself for one user, without root."""

import platform
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import libraries
import tree


def build(bundle: Path, dist: Path, work: Path, version: str, epoch: int, *, fast: bool) -> Path:
    """Returns the archive. `fast` compresses less. Raises BundleWrong."""
    libraries.needs(bundle)
    root = work / "run"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "bundle", symlinks=True)
    tree.share(root / "share", version, epoch)
    shutil.copyfile(tree.ROOT / "LICENSE", root / "bundle" / "LICENSE")
    for script in ("install.sh", "uninstall.sh"):
        shutil.copyfile(tree.HERE / script, root / script)
    tree.settle(root, epoch)
    archive = dist / f"desktopxfer-{version}-{platform.machine()}.run"
    same = f"--sort=name --mtime=@{epoch} --owner=0 --group=0 --numeric-owner"
    subprocess.run(
        [
            *("makeself", "--quiet", "--nox11", "--noprogress", "--sha256"),
            *("--xz", "--complevel", "1" if fast else "6", "--tar-extra", same),
            *("--packaging-date", str(datetime.fromtimestamp(epoch, UTC))),
            *(root.name, archive.name, f"desktopxfer {version}"),
            *("sh", "./install.sh"),  # also where nothing in /tmp may be executed
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=work,  # these words stand in the archive: no path of this computer
    )
    return _with_size(Path(shutil.move(work / archive.name, archive)), root)


def _with_size(archive: Path, root: Path) -> Path:
    """Says in the head of the archive how much room it needs.

    makeself says what its own file took on this disk at that moment, which differs from one build
    to the next.
    """
    files = [file.stat().st_size for file in root.rglob("*") if file.is_file()]
    needed = b"%d" % sum((size + 4095) // 4096 * 4 for size in files)
    head, xz, content = archive.read_bytes().partition(b"\xfd7zXZ\0")
    said = re.findall(rb"Uncompressed size: (\d+) KB", head)
    if len(said) != 1 or not xz:
        raise ValueError("makeself writes another head than it did")
    archive.write_bytes(re.sub(rb"\b%s\b" % said[0], needed, head) + xz + content)
    return archive
