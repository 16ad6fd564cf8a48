"""Tries the benchmarks on very little, so that they work when somebody wants to measure."""

import pytest

from tests import needs
from tests.benchmarks import bench, peers
from tests.end_to_end import desktop

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.mark.parametrize(
    ("case", "programs"),
    [
        ("big", peers.PROGRAMS),
        ("small", peers.PROGRAMS),
        ("memory", {}),
        pytest.param("window", desktop.PROGRAMS, marks=pytest.mark.screen),
    ],
)
def test_benchmark_measures(
    case: str, programs: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    needs.programs(**programs)
    assert bench.main(["--tiny", "--runs", "1", "--case", case]) == 0, capsys.readouterr().err
    header, *rows = capsys.readouterr().out.splitlines()
    assert header.split()[:2] == ["case", "who"]
    assert rows
    assert all(row.startswith(case) for row in rows)
