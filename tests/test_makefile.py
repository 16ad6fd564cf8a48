"""`make` in a fresh clone: each target installs what its program imports.

A developer's environment has every group, so only a new contributor would see what is missing.
"""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests import needs
from tests.command_line import CHECKOUT

IMPORTS = """
import os, runpy, sys
program, *absent = sys.argv[1:]
sys.path[0] = os.path.dirname(program)
sys.modules.update(dict.fromkeys(absent))  # importing one of them fails
runpy.run_path(program, run_name="imported")
"""


@pytest.mark.parametrize("target", ["demo", "bench", "fuzz", "translations", "package"])
def test_a_target_installs_what_its_program_imports(target: str) -> None:
    needs.programs(make="make")
    recipe = subprocess.run(
        ["make", "--always-make", "--dry-run", target],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    programs = re.findall(r"/bin/python ((?:packaging|tests)/\S+\.py)", recipe)
    assert programs
    absent = _modules_of_other_groups(set(re.findall(r"--group (\w+)", recipe)))
    for program in programs:
        run = subprocess.run(
            [sys.executable, "-c", IMPORTS, program, *absent],
            cwd=CHECKOUT,
            check=False,
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stderr


def _modules_of_other_groups(installed: set[str]) -> list[str]:
    groups = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    absent = {
        re.split("[^\\w-]", requirement)[0].lower()
        for name, requirements in groups.items()
        if name not in installed
        for requirement in requirements
    }
    return [
        module
        for module, distributions in packages_distributions().items()
        if absent.intersection(name.lower() for name in distributions)
    ]
