"""Owns what a fuzz target is: a function of bytes, the corpus it starts from, and its seeds."""

import hashlib
import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

FOLDER = Path(__file__).parent
CORPUS = FOLDER / "corpus"

# Changes bytes at random to at most so many: what the fuzzer would do by itself.
Mutate: TypeAlias = Callable[[bytes, int], bytes]


@dataclass(frozen=True, slots=True)
class Target:
    """One module in `targets/`: its `target`, its `seeds` and, where it has one, its `mutate`.

    `run` returns for every input that is handled as it should be, and raises for all others.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]  # honest inputs, the same at every call
    mutate: Callable[[bytes, int, int, Mutate], bytes] | None  # (data, most bytes, seed, blindly)

    @property
    def corpus(self) -> Path:
        return CORPUS / self.name


def names() -> list[str]:
    return sorted(file.stem for file in (FOLDER / "targets").glob("*.py"))


def load(name: str) -> Target:
    module = importlib.import_module(f"tests.fuzz.targets.{name}")
    return Target(name, module.target, module.seeds, getattr(module, "mutate", None))


def file_name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
