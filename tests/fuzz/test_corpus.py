"""Owns the replay of the whole corpus: what a fuzzer once found stays mended, without a fuzzer."""

from pathlib import Path

import pytest

from tests.fuzz import target as fuzzing

TARGETS = fuzzing.names()


@pytest.mark.parametrize("name", TARGETS)
def test_every_input_of_the_corpus_is_handled(name: str) -> None:
    target = fuzzing.load(name)
    inputs = sorted(target.corpus.iterdir())
    assert inputs
    for file in inputs:
        try:
            target.run(file.read_bytes())
        except Exception as error:
            error.add_note(f"replay: {file.relative_to(Path.cwd())}")
            raise
