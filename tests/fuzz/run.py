"""Owns the runs of the fuzz targets: how long, what they measured, what they found.

    run.py --seconds 600                    every target for 10 minutes, two at a time
    run.py --seconds 60 --target names      one of them
    run.py --target names --replay FILE     a crash again, as a plain function call
    run.py --refresh                        the corpus anew: seeds, what the runs added, and no more

A run fails when a target raises, hangs, or grows by more than MOST_GROWTH_MIB after it has seen its
corpus. What broke it stays in the folder `.fuzz`, with the command that does it again.
"""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))  # `tests` is no installed package

from tests.fuzz.target import Target, file_name, load, names

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".fuzz"
RAM_DISK = Path("/dev/shm")  # the profile's files need no real disk
MOST_GROWTH_MIB = 64  # the fuzzer's own list of inputs is in it
MOST_MIB = 1024  # of a single input, at once
MOST_SECONDS = 60  # for one input that takes milliseconds: machines may be busy
AT_A_TIME = 2
LONGEST_INPUT = 4096  # bytes

HEADER = ("target", "executions", "cov", "ft", "inputs", "peak memory", "")
WIDTHS = (12, 6, 6, 6, 14)

_LINE = re.compile(
    r"^#(\d+)\s+(\w+)\s+cov: (\d+) ft: (\d+) corp: (\d+)/.* rss: (\d+)Mb", re.MULTILINE
)
_ARTIFACT = re.compile(r"Test unit written to (\S+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one target's process said of itself."""

    name: str
    ended_well: bool
    log: str
    artifact: str = ""  # the input that broke it

    @property
    def lines(self) -> list[tuple[str, ...]]:
        return [match.groups() for match in _LINE.finditer(self.log)]

    @property
    def growth_mib(self) -> int:
        """From when the whole corpus had been seen to the highest of all."""
        memory = [int(rss) for *_, rss in self.lines]
        initial = [int(rss) for _, event, *_, rss in self.lines if event == "INITED"]
        return max(memory) - initial[0] if initial else 0

    @property
    def good(self) -> bool:
        return self.ended_well and bool(self.lines) and self.growth_mib <= MOST_GROWTH_MIB

    def cells(self) -> tuple[str, ...]:
        if not self.lines:
            return (self.name, *"-----", "FAILED")
        executions, _, covered, features, inputs, _ = self.lines[-1]
        peak = max(int(rss) for *_, rss in self.lines)
        memory = f"{peak} MiB (+{self.growth_mib})"
        verdict = "good" if self.good else "FAILED"
        return self.name, f"{int(executions):,}", covered, features, inputs, memory, verdict


def main() -> int:
    options = _options()
    targets = options.target or names()
    if options.replay:
        for file in options.replay:
            load(targets[0]).run(file.read_bytes())
        return 0
    if options.refresh:
        for name in targets:
            refresh(load(name))
        return 0
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        print(_row(HEADER), flush=True)
        all_good = True
        for outcome in pool.map(lambda name: fuzz(name, options.seconds), targets):
            say(outcome)
            all_good &= outcome.good
    return 0 if all_good else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--target", action="append", choices=names(), help="instead of all")
    parser.add_argument("--replay", type=Path, nargs="+", metavar="FILE", help="run these once")
    parser.add_argument("--refresh", action="store_true", help="write the corpus anew")
    options = parser.parse_args()
    if options.replay and len(options.target or ()) != 1:
        parser.error("--replay needs one --target")
    return options


# Running ------------------------------------------------------------------------------------------


def fuzz(name: str, seconds: int) -> Outcome:
    """One target in a process of its own. What it finds worth keeping adds up in `.fuzz`."""
    found, artifacts = WORK / name / "found", WORK / name / "broken"
    for folder in (found, artifacts):
        folder.mkdir(parents=True, exist_ok=True)
    command = [
        *(sys.executable, str(ROOT / "tests/fuzz/drive.py"), name),
        *(str(found), str(ROOT / "tests/fuzz/corpus" / name)),
        *(f"-max_total_time={seconds}", f"-timeout={MOST_SECONDS}", f"-max_len={LONGEST_INPUT}"),
        *(f"-rss_limit_mb={MOST_MIB}", f"-artifact_prefix={artifacts}/"),
    ]
    environment = dict(os.environ)
    if RAM_DISK.is_dir():
        environment["TMPDIR"] = str(RAM_DISK)
    done = subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        env=environment,
        encoding="utf-8",
        errors="replace",
    )
    artifact = _ARTIFACT.search(done.stdout)
    return Outcome(name, done.returncode == 0, done.stdout, artifact[1] if artifact else "")


def say(outcome: Outcome) -> None:
    print(_row(outcome.cells()), flush=True)
    if outcome.good:
        return
    print("\n".join(outcome.log.splitlines()[-40:]))
    if outcome.growth_mib > MOST_GROWTH_MIB:
        print(f"It grew by {outcome.growth_mib} MiB; {MOST_GROWTH_MIB} are allowed.")
    if outcome.artifact:
        script, file = (Path(path).relative_to(ROOT) for path in (__file__, outcome.artifact))
        print(f"Again: python {script} --target {outcome.name} --replay {file}")


def _row(cells: Sequence[str]) -> str:
    name, *numbers, verdict = cells
    columns = (cell.rjust(width) for cell, width in zip(numbers, WIDTHS, strict=True))
    return "  ".join((name.ljust(12), *columns, verdict)).rstrip()


# The corpus ---------------------------------------------------------------------------------------


def refresh(target: Target) -> None:
    """The seeds, the cases with a name of their own, and the smallest inputs that reach more."""
    target.corpus.mkdir(parents=True, exist_ok=True)
    old = {file.name: file.read_bytes() for file in target.corpus.iterdir()}
    found = WORK / target.name / "found"
    new = [file.read_bytes() for file in found.iterdir()] if found.is_dir() else []
    kept = {name: data for name, data in old.items() if not re.fullmatch("[0-9a-f]{16}", name)}
    kept |= {file_name(seed): seed for seed in target.seeds()}
    reached = set().union(*(reach(target, data) for data in kept.values()))
    for data in sorted({*old.values(), *new}, key=lambda data: (len(data), data)):
        more = reach(target, data) - reached
        if more:
            reached |= more
            kept[file_name(data)] = data
    for name in old.keys() - kept.keys():
        (target.corpus / name).unlink()
    for name, data in kept.items():
        (target.corpus / name).write_bytes(data)
    size = sum(map(len, kept.values()))
    print(f"{target.name}: {len(kept)} inputs, {size:,} bytes, {len(reached):,} steps of the code")


Step = tuple[str, int, int]  # file, from line, to line


def reach(target: Target, data: bytes) -> set[Step]:
    """Which steps from line to line within our own code an input takes."""
    steps: set[Step] = set()
    ours = (str(ROOT / "desktopxfer"), str(ROOT / "tests" / "fuzz" / "targets"))
    last: dict[object, int] = {}

    def trace(frame: object, event: str, _argument: object) -> object:
        file, line = frame.f_code.co_filename, frame.f_lineno  # type: ignore[attr-defined]
        if not file.startswith(ours):
            return None
        steps.add((file, last.get(frame, 0), line))
        last[frame] = line
        if event == "return":
            del last[frame]
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        target.run(data)
    finally:
        sys.settrace(before)
    return steps


if __name__ == "__main__":
    sys.exit(main())
