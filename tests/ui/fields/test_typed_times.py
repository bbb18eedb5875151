"""A time that is typed: the parser of times runs once for each key, however much is shown of what it found."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from journal.domain.time.reading import read
from journal.ui.editor.editor import EditorScreen
from journal.ui.editor.entry_form import EntryForm
from tests.ui.builders import a_logbook
from tests.ui.one_screen import OneScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType


@contextmanager
def counted_readings() -> Iterator[list[str]]:
    """The texts that the parser of times was called with meanwhile."""
    texts: list[str] = []

    def watch(frame: FrameType, event: str, _arg: Any) -> None:
        if event == "call" and frame.f_code is read.__code__:
            texts.append(frame.f_locals["text"])

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield texts
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize("field", ["happened", "noticed"])
@pytest.mark.parametrize("words", ["22u14", "8 uur", "mum"])
async def test_one_key_parses_once_whether_it_is_settled_asked_or_not_understood(
    tmp_path: Path, field: str, words: str
) -> None:
    app = OneScreen(EditorScreen(a_logbook(tmp_path)))
    async with app.run_test(size=(120, 40)) as pilot:
        form = app.shown.query_one(EntryForm)
        form.go_to_field(field)
        await pilot.press("ctrl+u")
        await pilot.pause()

        for position, letter in enumerate(words, 1):
            with counted_readings() as texts:
                await pilot.press("space" if letter == " " else letter)
                await pilot.pause()
                app.shown.keep_draft_now()

            assert texts == [words[:position]]
