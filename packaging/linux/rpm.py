"""Owns the package for distributions with RPM."""

import platform
import shutil
import subprocess
from pathlib import Path

import libraries
import tree

SPEC = """Name: desktopxfer
Version: {version}
Release: 1
Summary: Sends files from one computer to another
License: MIT
AutoReqProv: no
{requires}

%define _build_id_links none
%define __os_install_post %{{nil}}
%define _buildhost reproducible
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _binary_payload w{level}.xzdio

%description
Drop files or folders on a device in the same network, the other person accepts,
and they arrive: whole, encrypted, checked, with their dates and their tree.
No account, no server, no cable, no setting up.

%install
cp --archive {root}/. %{{buildroot}}/

%files
%defattr(-,root,root)
{files}
"""
# Of the folders only our own, so that nothing of others goes with the package.
OWN = ("opt/desktopxfer", "usr/share/licenses/desktopxfer")


def build(bundle: Path, dist: Path, work: Path, version: str, epoch: int, *, fast: bool) -> Path:
    """Returns the package. `fast` compresses less. Raises BundleWrong."""
    top, root = work / "rpm", work / "rpm-tree"
    for folder in (top, root):
        shutil.rmtree(folder, ignore_errors=True)
    tree.system(root, bundle, version, epoch)
    licence = root / "usr/share/licenses/desktopxfer/LICENSE"
    licence.parent.mkdir(parents=True)
    shutil.copyfile(tree.ROOT / "LICENSE", licence)
    vendor = root / "usr/share/zsh/vendor-completions"  # as only Debian calls it
    if vendor.exists():
        vendor.rename(vendor.with_name("site-functions"))
    command = root / "usr/bin/desktopxfer"  # absolute as Debian wants it, which RPM warns of
    command.unlink()
    command.symlink_to(f"../../{tree.BUNDLE}/desktopxfer")
    tree.settle(root, epoch)
    top.mkdir()
    spec = top / "desktopxfer.spec"
    spec.write_text(
        SPEC.format(
            version=version,
            requires="\n".join(f"Requires: {need}" for need in libraries.needs(bundle).rpm),
            level=1 if fast else 6,
            root=root,
            files="\n".join(_listed(root)),
        )
    )
    subprocess.run(
        ["rpmbuild", "--quiet", "-bb", "--define", f"_topdir {top}", spec],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    [built] = top.glob("RPMS/*/*.rpm")
    package = dist / f"desktopxfer-{version}-1.{platform.machine()}.rpm"
    shutil.move(built, package)
    return package


def _listed(root: Path) -> list[str]:
    lines = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() or path.is_file():
            lines.append(f'"/{name}"')
        elif name.startswith(OWN):
            lines.append(f'%dir "/{name}"')
    return lines
