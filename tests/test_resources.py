import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import desktopxfer
from desktopxfer.resources import resource_path

CHECKOUT = Path(__file__).parent.parent
RESOURCES = CHECKOUT / "resources"

PROGRAM = """
import sys
from pathlib import Path
import desktopxfer
from desktopxfer.resources import resource_path
print(Path(desktopxfer.__file__).parent)
print(*(resource_path(name) for name in sys.argv[1:]), sep="\\n")
"""


def resource_names() -> list[str]:
    return sorted(
        path.relative_to(RESOURCES).as_posix() for path in RESOURCES.rglob("*") if path.is_file()
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with the hatchling that is installed: without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import hatchling.build, sys; hatchling.build.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, folder], cwd=CHECKOUT, check=True)
    (path,) = folder.glob("*.whl")
    return path


def test_there_are_resources() -> None:
    assert resource_names()


def test_a_checkout_uses_its_own_resources() -> None:
    for name in resource_names():
        assert resource_path(name) == RESOURCES / name


def test_a_missing_resource_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        resource_path("icons/nonesuch.svg")


def test_the_wheel_carries_every_resource_and_finds_it(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{PROGRAM}"
    found = subprocess.run(
        [sys.executable, "-I", "-c", program, *resource_names()],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    package = tmp_path / "desktopxfer"
    assert found == [
        str(package),
        *(str(package / "_resources" / name) for name in resource_names()),
    ]
    for name in resource_names():
        shipped = package / "_resources" / name
        assert shipped.read_bytes() == (RESOURCES / name).read_bytes()


def test_the_wheel_carries_every_module_and_the_protocol(wheel: Path) -> None:
    package = CHECKOUT / "desktopxfer"
    modules = {
        path.relative_to(CHECKOUT).as_posix()
        for pattern in ("*.py", "*.md")
        for path in package.rglob(pattern)
    }
    with zipfile.ZipFile(wheel) as archive:
        assert modules <= set(archive.namelist())
    assert wheel.name.startswith(f"desktopxfer-{desktopxfer.__version__}-")
