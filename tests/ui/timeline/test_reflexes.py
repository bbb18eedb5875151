"""What a reflex must not do: save what is empty, or save what lies under a question that was just closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from journal.domain.case.order import Order
from journal.domain.case.people import Person, Role
from journal.store.file.mutable_state import Draft
from journal.ui.evidence.movement_form import Doing, movement_form
from journal.ui.forms.form_ref import FORM_KEY, told_words
from journal.ui.forms.form_screen import CaseFormScreen
from journal.ui.forms.people_picker import PeoplePicker
from journal.ui.timeline.main import MainScreen
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.evidence_screens import press
from tests.ui.looking import NARROW, opened, text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ("n", "only a suggestion"),
        ("c 3 n", "only a suggestion"),
        ("c 4 n", "What does the order forbid?"),
        ("c 2 s", "Type a name"),
    ],
)
async def test_nothing_empty_is_recorded_by_one_key(tmp_path: Path, keys: str, missing: str) -> None:
    logbook = a_case(tmp_path)
    before = logbook.last

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, *keys.split(), "f2")

        assert missing in " ".join(text(pilot.app).split())
        assert logbook.last == before


@pytest.mark.parametrize("doing", Doing)
async def test_a_movement_of_which_nothing_was_said_is_asked_about_once_more(tmp_path: Path, doing: Doing) -> None:
    logbook = a_case(tmp_path)
    before = logbook.last

    async with opened(logbook, NARROW) as pilot:
        await pilot.app.push_screen(CaseFormScreen(logbook, movement_form(logbook, 1, doing=doing)))
        await press(pilot, "f2")

        assert isinstance(pilot.app.screen, CaseFormScreen)
        assert logbook.last == before


async def test_what_was_said_to_be_missing_may_be_recorded_all_the_same(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook) as pilot:
        await press(pilot, "c", "4", "n", "f2", "f2")

    assert logbook.state.of(Order).now[2].parts == ()


async def test_a_doubt_stays_in_sight_until_something_else_is_typed(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await press(pilot, "c", "4", "n", "tab", "tab", *"Court", "f2")
        form = pilot.app.screen
        assert isinstance(form, CaseFormScreen)
        form._keep_draft()
        assert "What does the order forbid?" in text(pilot.app)

        await press(pilot, *" of Nowhere")
        form._keep_draft()
        assert "What does the order forbid?" not in text(pilot.app)


async def test_what_somebody_new_is_to_the_case_is_asked_and_never_assumed(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)

    async with opened(logbook) as pilot:
        await press(pilot, "c", "2", "n", *"A Name", "f2")
        assert "What is this person's role?" in text(pilot.app)
        assert len(logbook.state.of(Person).now) == 1
        await press(pilot, "f", "f2")

    assert logbook.state.people[2].role is Role.FAMILY


async def test_the_first_arrow_makes_nobody_around_the_person_who_does_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)

    async with opened(logbook) as pilot:
        await press(pilot, "c", "2", "n", *"A Name", "tab", "right", "f2")

    assert logbook.state.people[2].role is Role.WITNESS


async def test_a_key_that_records_waits_until_what_lay_under_a_question_is_seen_again(tmp_path: Path) -> None:
    logbook = a_case(tmp_path)

    async with opened(logbook) as pilot:
        await press(pilot, "c", "4", "n", "space", "tab", "space")
        assert isinstance(pilot.app.screen, PeoplePicker)
        for _ in range(3):
            pilot.app.post_message(Key("f2", None))
        await pilot.pause()
        assert isinstance(pilot.app.screen, CaseFormScreen)
        assert list(logbook.state.of(Order).now) == [1]

        await press(pilot, "f2")
    assert list(logbook.state.of(Order).now) == [1, 2]


async def test_a_key_that_records_at_once_does_nothing_on_a_timeline_not_yet_seen_again(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook) as pilot:
        await press(pilot, "c")
        pilot.app.post_message(Key("escape", None))
        pilot.app.post_message(Key("plus", "+"))
        await pilot.pause()
        assert isinstance(pilot.app.screen, MainScreen)
        assert list(logbook.state.entries) == [1]

        await press(pilot, "plus")
    assert list(logbook.state.entries) == [1, 2]


@pytest.mark.parametrize(
    ("about", "words", "told"),
    [
        ({"of": "movement", "exhibit": 1}, {"copy": "1", "holder": "police", "place": "drawer"}, "drawer"),
        ({"of": "movement", "exhibit": 1}, {"copy": "1", "holder": "police"}, ""),
        ({"of": "report"}, {"receiver": "police", "entries": "1-3", "office": "Nowhere"}, "Nowhere"),
        ({"of": "order"}, {"person": "2", "by": "Court of Nowhere"}, "Court of Nowhere"),
        ({"of": "person", "role": "witness"}, {"role": "witness", "name": "A Name"}, "A Name"),
        ({"of": "step", "step": "said_no"}, {"state": "done", "note": "by letter"}, "by letter"),
        ({"of": "of tomorrow"}, {"x": "1"}, ""),
    ],
)
def test_a_draft_is_known_by_words_and_not_by_numbers_or_ids(
    about: dict[str, object], words: dict[str, str], told: str
) -> None:
    draft = Draft(id="1", kept_at="2026-11-22T14:00:00Z", typed={FORM_KEY: about, "words": words})

    assert told_words(draft) == told
