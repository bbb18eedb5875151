"""Acts on picked entries while the disk fails: what was typed for them stands in the question that is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.filters.values import OfKind
from journal.ui.dialogs.ask_words import AskWords
from journal.ui.fields.text_fields import TypedLine
from journal.ui.timeline.bulk_flows import CROSS_OUT, TAG, TO_EVENT
from tests.store.faults import Saboteur, all_from
from tests.ui.builders import a_logbook, an_entry, evenings
from tests.ui.looking import NARROW, opened, text, toasts
from tests.ui.timeline.test_picking import down_to

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "keys",
    [
        ["f4", "f4", "f2", *down_to(TAG), "enter"],
        ["f4", "f4", "f2", *down_to(TO_EVENT), "enter"],
        ["f4", "f4", "f2", *down_to(CROSS_OUT), "enter"],
        ["w"],
    ],
)
async def test_words_typed_for_an_act_are_asked_again_where_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    saboteur, logbook = Saboteur(monkeypatch), a_logbook(tmp_path, *evenings(3))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press(*keys, *"so it was")
        before = logbook.last
        with saboteur.failing(all_from(0)):
            await pilot.press("enter")
            await pilot.pause()

        assert logbook.last == before
        assert "The disk did not take the journal" in toasts(pilot.app)[-1]
        assert isinstance(pilot.app.screen, AskWords)
        assert pilot.app.screen.query_one(TypedLine).words == "so it was"
        await pilot.press("enter")
        await pilot.pause()
        assert logbook.last != before


async def test_the_name_of_a_filter_is_asked_again_where_it_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saboteur, logbook = Saboteur(monkeypatch), a_logbook(tmp_path, an_entry("It lay there.", kind="letter"))
    async with opened(logbook, NARROW) as pilot:
        await pilot.press("f", *"letter", "f7", *"n" * 41, "enter")
        await pilot.pause()
        assert "at most 40 can be kept" in text(pilot.app)

        await pilot.press("end", "backspace")
        with saboteur.failing(all_from(0)):
            await pilot.press("enter")
            await pilot.pause()
        assert "The disk did not take the journal" in text(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert dict(logbook.filters.named) == {"n" * 40: OfKind("letter")}
