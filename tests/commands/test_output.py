"""Results on standard output: written as they come, and whole also where what yields them fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.commands.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_a_screen_full_of_lines_stands_there_before_the_rest_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who pages through a long list waits for its first lines only."""
    there: list[str] = []

    def lines() -> Iterator[str]:
        for number in range(1000):
            there.append(capsys.readouterr().out)
            yield str(number)

    say(lines())
    there.append(capsys.readouterr().out)
    assert "".join(there).splitlines() == [*map(str, range(1000))]
    assert len("".join(there[:101]).splitlines()) > 50
    assert max(len(some.splitlines()) for some in there) < 100


@pytest.mark.parametrize("before", [0, 1, 63, 64, 65, 200])
def test_the_lines_before_an_error_are_written(before: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A list breaks off where the file can be read no further, and not earlier."""

    def lines() -> Iterator[str]:
        yield from map(str, range(before))
        raise LookupError

    with pytest.raises(LookupError):
        say(lines())
    assert capsys.readouterr().out.splitlines() == [*map(str, range(before))]
