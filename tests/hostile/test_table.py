"""The table in README.md: every test that it names exists, and every hostile test is in it."""

import ast
import functools
import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = (TESTS / "hostile" / "README.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", TABLE)))
ROWS = [line for line in TABLE.splitlines() if line.startswith("| ")]
# What shows that these tests themselves are right, and replays nothing.
OWN = {"test_without_a_man_in_the_middle_they_are_equal"}


@functools.cache
def functions_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_is_named_exists() -> None:
    assert len(NAMED) > 100
    missing = [
        f"{file}::{name}"
        for file, name in NAMED
        if not (TESTS / file).is_file() or name not in functions_in(TESTS / file)
    ]
    assert missing == []


def test_every_row_names_a_test_or_says_why_not() -> None:
    headings = {"| source |", "| attack |", "| name |", "| event |", "| lie |", "|---|"}
    rows = [row for row in ROWS if not any(row.startswith(heading) for heading in headings)]
    assert len(rows) > 80
    assert [row for row in rows if "::test_" not in row and "Does not apply" not in row] == []


def test_every_hostile_test_is_in_the_table() -> None:
    named = {name for file, name in NAMED if file.startswith("hostile/")}
    there = {
        name
        for file in (TESTS / "hostile").glob("test_*.py")
        if file != Path(__file__)
        for name in functions_in(file)
        if name.startswith("test_")
    }
    assert there - named - OWN == set()
