"""Owns which shared libraries the bundle leaves to the system, and the packages that have them."""

import re
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

# Left to the system is what the system's own libraries, its graphics drivers above all, load too:
# two versions of one library in a process do not agree. Each with the Debian package that has it.
SYSTEM = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcrypto.so.3": "libssl3t64 | libssl3",
    "libdbus-1.so.3": "libdbus-1-3",
    "libffi.so.8": "libffi8",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libssl.so.3": "libssl3t64 | libssl3",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# What is read at run time and is no library: keyboard layouts, and the folders of icons.
BESIDES = ("hicolor-icon-theme", "xkb-data")

# The first GCC whose libstdc++ has these symbols.
LIBSTDCXX = {(3, 4, 29): 11, (3, 4, 30): 12, (3, 4, 32): 13, (3, 4, 33): 14, (3, 4, 34): 15}

NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)
NEEDED_VERSION = re.compile(r"^ +0x[0-9a-f]+ 0x[0-9a-f]+ \d+ (\w+)_([\d.]+)$", re.MULTILINE)


class BundleWrong(Exception):
    """What the bundle links to is not what is written here."""


@dataclass(frozen=True, slots=True)
class Links:
    """What one program or library needs of others."""

    sonames: frozenset[str]
    versions: frozenset[tuple[str, tuple[int, ...]]]  # such as ("GLIBC", (2, 35))


def links(file: Path) -> Links:
    listing = subprocess.run(
        ["objdump", "--private-headers", file], capture_output=True, text=True, check=True
    ).stdout
    versions = (
        (name, tuple(map(int, number.split("."))))
        for name, number in NEEDED_VERSION.findall(listing)
    )
    return Links(frozenset(NEEDED.findall(listing)), frozenset(versions))


def is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def reachable(roots: Iterable[Path], libraries: Collection[Path]) -> set[Path]:
    """Those of `libraries` that the roots need, and that those need, but for the system's."""
    by_soname = {library.name: library for library in libraries if library.name not in SYSTEM}
    found: set[Path] = set()
    ahead = list(roots)
    while ahead:
        for soname in links(ahead.pop()).sonames & by_soname.keys():
            if by_soname[soname] not in found:
                found.add(by_soname[soname])
                ahead.append(by_soname[soname])
    return found


@dataclass(frozen=True, slots=True)
class Needs:
    """What a bundle needs of the system."""

    sonames: frozenset[str]
    glibc: tuple[int, ...]
    libstdcxx: int  # as the version of its GCC

    @property
    def debian(self) -> list[str]:
        """The relations of a Depends field."""
        floors = {"libc6": ".".join(map(str, self.glibc)), "libstdc++6": str(self.libstdcxx)}
        packages = {SYSTEM[soname] for soname in self.sonames} | {*BESIDES}
        return sorted(
            f"{package} (>= {floors[package]})" if package in floors else package
            for package in packages
        )

    @property
    def rpm(self) -> list[str]:
        """The relations of Requires fields: sonames, which mean the same in all distributions."""
        glibc = f"libc.so.6(GLIBC_{'.'.join(map(str, self.glibc))})(64bit)"
        loader = re.compile("ld-linux")
        libraries = [f"{name}()(64bit)" for name in self.sonames if not loader.match(name)]
        return sorted([*libraries, glibc, "hicolor-icon-theme", "xkeyboard-config"])


def needs(bundle: Path) -> Needs:
    """Looks at every program and library of a bundle.

    Raises BundleWrong when it needs a library that it neither has nor may leave to the system, has
    one that it should leave, or one that nothing needs.
    """
    files = [file for file in bundle.rglob("*") if file.is_file() and not file.is_symlink()]
    binaries = {file: links(file) for file in files if is_elf(file)}
    sonames = frozenset().union(*(found.sonames for found in binaries.values()))
    external = sonames - {file.name for file in binaries}
    problems = {
        "neither in the bundle nor known to be the system's": external - SYSTEM.keys(),
        "in the bundle, and should be the system's": {file.name for file in binaries}
        & SYSTEM.keys(),
    }
    wrong = [f"{what}: {', '.join(sorted(names))}" for what, names in problems.items() if names]
    if wrong:
        raise BundleWrong("; ".join(wrong))
    versions: dict[str, tuple[int, ...]] = {}
    for found in binaries.values():
        for name, version in found.versions:
            versions[name] = max(versions.get(name, ()), version)
    gcc = min(gcc for symbols, gcc in LIBSTDCXX.items() if symbols >= versions["GLIBCXX"])
    return Needs(external, versions["GLIBC"], gcc)
