"""Tries the benchmarks on very little, so that they work when somebody wants to measure."""

import re

import pytest

from tests import needs
from tests.benchmarks import bench, peers

pytestmark = pytest.mark.slow

SIDES = ["sender", "receiver"]


@pytest.mark.parametrize("case", ["big", "small"])
def test_race_measures_everyone(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    needs.programs(**peers.PROGRAMS)
    everyone = measured(case, capsys)
    assert everyone[0] == "desktopxfer"
    assert {"scp", "rsync over ssh", "tar | socat TLS"} < set(everyone)


def test_memory_measures_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    assert [who.partition(",")[0] for who in measured("memory", capsys)] == 2 * SIDES


def test_resume_measures_a_tree_and_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    measures = [who.partition(", ")[2] for who in measured("resume", capsys)]
    assert measures == 2 * ["sent again", "wait"]


@pytest.mark.screen
def test_window_measures_both_windows(
    private_screen: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [who.partition(",")[0] for who in measured("window", capsys)] == 2 * SIDES


@pytest.mark.screen
def test_unfolded_measures_the_receiver(
    private_screen: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measured("unfolded", capsys) == ["receiver, 99 of 100"]


def measured(case: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Who is in the table that one benchmark prints."""
    code = bench.main(["--tiny", "--runs", "1", "--case", case])
    printed = capsys.readouterr()
    assert code == 0, printed.err
    _header, *lines = printed.out.splitlines()
    return [re.split(r"\s{2,}", line)[1] for line in lines]
