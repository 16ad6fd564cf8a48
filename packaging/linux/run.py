"""Owns the archive that installs itself for one user, without root."""

import platform
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
    return Path(shutil.move(work / archive.name, archive))
