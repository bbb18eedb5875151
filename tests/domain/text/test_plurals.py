"""No message that is translated as it stands counts several things: a count has a plural of its own (`many`)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from journal.domain.text.words import Words

HOUSE = Path(__file__).parents[3] / "journal"
COUNTED = re.compile(r"\{count\} (?!is\b|was\b|perhaps\b)(?:[a-z]+ ){0,2}?[a-z]{3,}s\b(?<!ss)")
"""A figure with a word in the plural behind it."""


def messages() -> list[tuple[str, int, str]]:
    """Every message of a call of `_`: file, line, words; those of `many` and the marked pairs of `N_` are none."""
    found = []
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
            if called and isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                found.append((str(path.relative_to(HOUSE)), node.lineno, str(node.args[0].value)))
    return found


def test_no_count_stands_in_a_message_without_a_plural() -> None:
    said = messages()

    assert len(said) > 500
    assert [one for one in said if COUNTED.search(one[2])] == []


def test_a_message_that_counts_is_noticed() -> None:
    assert COUNTED.search("{count} files that came with them")
    assert COUNTED.search("{found} of {count} entries found")
    assert not COUNTED.search("entry {number} of {count} is here")
    assert not COUNTED.search("{count} found")


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "{count} line "),
        ("nl", 1, "{count} regel "),
        ("nl", 0, "{count} regels "),
        ("fr", 0, "{count} ligne "),
        ("fr", 2, "{count} lignes "),
    ],
)
def test_a_pair_that_is_marked_one_by_one_is_translated_too(language: str, count: int, said: str) -> None:
    one, more = "{count} line was not understood: {lines}.", "{count} lines were not understood: {lines}."

    assert Words(language).many(one, more, count).startswith(said)
