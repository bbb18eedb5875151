"""Times that were once read wrong without a word, or not at all: the rows of a list of traps."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.domain.time.reading import read
from tests.domain.reading_notation import SPOKEN_FIRST, told
from tests.domain.time.reading.test_reading_open_cases import AFTERNOON

_LINES = Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
TRAPS = [line.split(" | ", 2) for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize(("language", "typed", "expected"), TRAPS)
def test_a_trap_is_read_as_it_was_meant_or_asked(language: str, typed: str, expected: str) -> None:
    reading = read(typed, now=AFTERNOON, languages=SPOKEN_FIRST[language], region="BE")

    assert told(reading) == expected
