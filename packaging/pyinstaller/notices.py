"""Owns the list of what others wrote and the bundle carries, with their licences."""

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

HEAD = """desktopxfer carries these programs and libraries of others, each followed by its licence.
Qt, PySide6, shiboken6 and zeroconf are under the LGPL. They are files of their own beside this one:
you may replace them by other versions that work with desktopxfer. Their sources are where each of
them is at home, under the version that stands here.
"""
HERE = Path(__file__).parent
QT_HOME = "https://code.qt.io"
RULE = "=" * 78


def text(distributions: Iterable[str], libraries: Iterable[Path]) -> str:
    """The list for these distributions, all that they require, and libraries of the system."""
    components = [_python(), *map(_distribution, _required(distributions))]
    return f"\n\n{RULE}\n".join([HEAD.strip(), *components, *_of_debian(libraries)]) + "\n"


def _python() -> str:
    licence = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    head = f"Python {sysconfig.get_python_version()}\nLicence: PSF-2.0"
    return f"{head}\n\n{licence.read_text().strip()}" if licence.is_file() else head


def _required(distributions: Iterable[str]) -> list[metadata.Distribution]:
    found: dict[str, metadata.Distribution] = {}
    ahead = [*distributions]
    while ahead:
        name = ahead.pop()
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # required by other systems only
            continue
        if found.setdefault(distribution.name.lower(), distribution) is not distribution:
            continue
        required = distribution.requires or ()
        ahead += [re.split(r"[^\w.-]", words)[0] for words in required if "extra ==" not in words]
    return [found[name] for name in sorted(found)]


def _distribution(distribution: metadata.Distribution) -> str:
    about = distribution.metadata
    licence = about["License-Expression"] or about["License"] or "see below"
    lines = [f"{distribution.name} {distribution.version}", f"Licence: {licence}"]
    author = about["Author"] or about["Author-email"]
    lines += [f"Copyright: {author}"] if author else []
    own = [file for file in distribution.files or () if _is_licence(Path(file))]
    texts = [Path(str(file.locate())).read_text(errors="replace").strip() for file in own]
    if "LGPL-3.0" in licence:  # the wheels of PySide6 carry no text
        lines += [f"Home: {QT_HOME}"]
        texts = [file.read_text().strip() for file in sorted((HERE / "licenses").iterdir())]
        texts.reverse()  # the LGPL refers to the GPL that follows it
    return "\n\n".join(["\n".join(lines), *texts])


def _is_licence(file: Path) -> bool:
    is_metadata = any(part.endswith(".dist-info") for part in file.parts)
    return is_metadata and bool(re.match("licen[cs]e|copying|notice", file.name, re.IGNORECASE))


def _of_debian(libraries: Iterable[Path]) -> list[str]:
    """What Debian says of the packages from which these libraries are; nothing elsewhere."""
    if shutil.which("dpkg-query") is None:
        return []
    paths = {str(path.resolve()) for path in libraries}
    paths |= {path.removeprefix("/usr") for path in paths}  # as Debian called it before the merge
    owners = subprocess.run(
        ["dpkg-query", "--search", *sorted(paths)], capture_output=True, text=True, check=False
    ).stdout
    packages = {line.partition(":")[0] for line in owners.splitlines()}
    return [_debian_package(package) for package in sorted(packages)]


def _debian_package(package: str) -> str:
    shown = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", package],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()[0]
    licence = Path("/usr/share/doc", package, "copyright").read_text(errors="replace").strip()
    return f"{shown}, as Debian distributes it\n\n{licence}"
