"""Owns where the files of `resources/` are found at run time."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_resources"  # a wheel and a frozen bundle carry a copy (pyproject.toml)
_CHECKOUT = _PACKAGE.parent / "resources"  # a checkout and an editable install use the originals


def resource_path(name: str) -> Path:
    """The file or folder `name` of `resources/`, such as `icons/folder.svg`.

    Raises FileNotFoundError: Qt would take a missing icon for an empty one and say nothing.
    """
    path = (_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT) / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path
