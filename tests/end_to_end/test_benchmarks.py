"""Tries the benchmarks on very little, so that they work when somebody wants to measure."""

import pytest

from tests import needs
from tests.benchmarks import bench, peers

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.mark.parametrize("case", ["big", "small"])
def test_race_measures_everyone(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    needs.programs(**peers.PROGRAMS)
    rows = measured(case, capsys)
    for who in ("desktopxfer", "scp", "rsync over ssh", "tar | socat TLS"):
        assert any(row.startswith(f"{case:<6}  {who} ") for row in rows), who


def test_memory_measures_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    rows = measured("memory", capsys)
    assert [row.split()[1] for row in rows] == 2 * ["sender,", "receiver,"]


@pytest.mark.screen
def test_window_measures_both_windows(
    private_screen: None, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = measured("window", capsys)
    assert [row.split()[1] for row in rows] == 2 * ["sender,", "receiver,"]


def measured(case: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The rows of the table that one benchmark prints."""
    assert bench.main(["--tiny", "--runs", "1", "--case", case]) == 0, capsys.readouterr().err
    _header, *rows = capsys.readouterr().out.splitlines()
    return rows
