"""Owns the process in which atheris feeds one target: drive.py TARGET [libFuzzer's arguments]."""

import random
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))  # `tests` is no installed package

from tests.fuzz.target import load


def main() -> None:
    _, name, *arguments = sys.argv
    with atheris.instrument_imports(include=["desktopxfer", "ipaddress", "tests.fuzz"]):
        target = load(name)
    mutators = {}
    if own := target.mutate:

        def mutate(data: bytes, max_size: int, seed: int) -> bytes:
            if random.Random(seed).random() < 0.25:
                return bytes(atheris.Mutate(data, max_size))
            changed = own(data, max_size, seed, atheris.Mutate)
            return changed if len(changed) <= max_size else data  # more would end the run

        mutators["custom_mutator"] = mutate
    atheris.Setup([__file__, *arguments], target.run, **mutators)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
