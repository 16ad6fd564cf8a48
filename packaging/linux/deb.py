"""Owns the Debian package."""

import hashlib
import shutil
import subprocess
from email.utils import formatdate
from pathlib import Path

import libraries
import tree

DISPLAYED = "desktopxfer authors <desktopxfer@packages.invalid>"  # there is no address to write to
CONTROL = """Package: desktopxfer
Version: {version}
Section: net
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {installed_kib}
Depends: {depends}
Description: sends files from one computer to another
 Drop files or folders on a device in the same network, the other person
 accepts, and they arrive: whole, encrypted, checked, with their dates and
 their tree. No account, no server, no cable, no setting up.
 .
 What is interrupted goes on where it stopped. A command line does the same
 without a window, for servers and scripts.
"""
CHANGELOG = """desktopxfer ({version}) unstable; urgency=medium

  * What has changed stands in CHANGELOG.md of the sources.

 -- {maintainer}  {date}
"""
COPYRIGHT = """desktopxfer {version}

{licence}
The folder /opt/desktopxfer carries Python, Qt and libraries of others. Each is
named with its version, its copyright and its licence in
/opt/desktopxfer/_internal/third-party-licenses.txt. Debian has the texts of
the GNU General Public License, the GNU Lesser General Public License, the
Apache License 2.0 and the Mozilla Public License 2.0 in
/usr/share/common-licenses/GPL-3, LGPL-2.1, LGPL-3, Apache-2.0 and MPL-2.0.
"""


def build(bundle: Path, dist: Path, work: Path, version: str, epoch: int, *, fast: bool) -> Path:
    """Returns the package. `fast` compresses less. Raises BundleWrong."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    tree.system(root, bundle, version, epoch)
    documents = root / "usr/share/doc/desktopxfer"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(
        COPYRIGHT.format(version=version, licence=(tree.ROOT / "LICENSE").read_text())
    )
    date = formatdate(epoch)
    changelog = CHANGELOG.format(version=version, maintainer=DISPLAYED, date=date)
    tree.compress(documents / "changelog", changelog.encode())
    overrides = root / "usr/share/lintian/overrides/desktopxfer"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(tree.HERE / "lintian-overrides", overrides)
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = root / "DEBIAN"
    control.mkdir()
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    (control / "control").write_text(
        CONTROL.format(
            version=version,
            architecture=architecture,
            maintainer=DISPLAYED,
            installed_kib=sum(file.stat().st_size + 1023 for file in files) // 1024,
            depends=", ".join(libraries.needs(bundle).debian),
        )
    )
    (control / "md5sums").write_text("".join(_md5(file, root) for file in files))
    tree.settle(root, epoch)
    package = dist / f"desktopxfer_{version}_{architecture}.deb"
    level = 1 if fast else 6
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", root, package],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return package


def _md5(file: Path, root: Path) -> str:
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "md5").hexdigest()
    return f"{digest}  {file.relative_to(root)}\n"
