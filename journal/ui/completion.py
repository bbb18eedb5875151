"""What a line offers, in grey, to go on with; the right arrow takes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.suggester import Suggester

from journal.ui.aside import aside
from journal.ui.widgets.stand_ins import given_back, held

if TYPE_CHECKING:
    from collections.abc import Callable


class Completion(Suggester):
    """Asks a function, in a thread, how typed words go on; "" offers nothing."""

    def __init__(self, complete: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed words as a line holds them."""
        return held(await aside(partial(self._complete, given_back(value)))) or None
