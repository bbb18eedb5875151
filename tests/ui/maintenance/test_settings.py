"""What can be set: typed, checked, kept in the journal, and followed at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.logbook import Logbook
from journal.store.file.mutable_state import Settings
from journal.ui.app import JournalApp
from journal.ui.frame.theme import THEMES
from journal.ui.maintenance.setting_rows import SETTINGS, seconds_in
from tests.ui.builders import a_logbook, an_entry
from tests.ui.looking import NARROW, main_screen, opened, text, to_setting

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

ELSEWHERE = {"backup_folder", "keys", "masked"}
"""What is kept with the settings and chosen somewhere else."""


async def test_they_are_kept_and_followed_at_once(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", *to_setting("lock_after"), *"1,5", "enter", "y")
        await pilot.press(*to_setting("zone", after="hide_without_focus"), *"new_york", "f2")

        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.screen is main_screen(pilot)
        assert pilot.app.locking.watch.limit_seconds == 90
        assert pilot.app.locking.curtain
        assert "22 Nov" not in text(pilot.app).splitlines()[0]
    assert logbook.settings == Settings(zone="America/New_York", lock_after=90, hide_without_focus=True)


async def test_never_is_told_honestly_and_taken_the_second_time(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", *to_setting("lock_after"), "0")
        assert "This journal has no passphrase, so that the lock only hides the screen" in _said(pilot.app)

        await pilot.press("f2")
        assert "everything stays on the screen until you lock it yourself with ^l" in _said(pilot.app)
        assert logbook.settings.lock_after == 180

        await pilot.press("f2")

    assert logbook.settings.lock_after == 0


def _said(app: App[None]) -> str:
    """What stands on the screen, across the ends of lines, without borders and scroll bar."""
    return " ".join(re.sub("[│▁-█]", "", text(app)).split())


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ([*to_setting("lock_after"), *"soon", "f2"], "How many minutes?"),
        ([*to_setting("zone"), *"nowhere", "f2"], "There is no time zone nowhere."),
        ([*to_setting("late_after"), *"week", "f2"], "How many days?"),
        ([*to_setting("largest_file"), *"large", "f2"], "How many megabytes?"),
    ],
)
async def test_what_cannot_be_taken_is_said_and_nothing_is_changed(tmp_path: Path, keys: list[str], said: str) -> None:
    logbook = a_logbook(tmp_path)
    before = logbook.settings

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", *keys)
        assert said in text(pilot.app)

        await pilot.press("escape")

    assert logbook.settings == before


@given(st.integers(0, 24 * 60 * 2))
def test_every_half_minute_of_a_day_is_understood_as_it_is_shown(halves: int) -> None:
    assert seconds_in(f"{halves * 30 / 60:g}") == halves * 30


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_number_of_seconds_or_refused(typed: str) -> None:
    seconds = seconds_in(typed)

    assert seconds is None or 0 <= seconds <= 24 * 3600


@pytest.mark.parametrize("typed", ["", "-1", "1441", "1e3", "٣", "1.2.3", "nan"])
def test_what_is_no_number_of_minutes_of_a_day_is_refused(typed: str) -> None:
    assert seconds_in(typed) is None


async def test_another_language_is_kept_and_the_journal_opens_again_in_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", "n", "f2")
        app = pilot.app
        assert isinstance(app, JournalApp)
        await pilot.pause()

    assert logbook.settings.language == "nl"
    assert app.open_next
    assert app.open_next.path == logbook.path


async def test_a_journal_opens_in_its_own_language(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    logbook.choose(replace(logbook.settings, language="nl"))

    async with opened(logbook, NARROW) as pilot:
        assert "Gemiste oproep" in text(pilot.app)


def test_every_setting_has_a_label_one_line_and_a_place_in_the_file() -> None:
    kept = Settings.__struct_fields__

    assert len({one.slot.field for one in SETTINGS}) == len(SETTINGS)
    assert {one.slot.field for one in SETTINGS} | ELSEWHERE == {*kept}
    assert all(one.slot.label and one.slot.note for one in SETTINGS)


async def test_what_is_taken_as_it_stands_changes_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    before = Settings(
        language="en", country="NL", lock_after=90, hide_without_focus=True, zone="Europe/Paris", late_after=3
    )
    logbook.choose(before)

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", "f2")

        assert pilot.app.screen is main_screen(pilot)
    assert logbook.settings == before


async def test_a_theme_is_tried_as_it_is_chosen_and_forgotten_where_it_is_not_taken(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", *to_setting("theme"), "h")
        tried = pilot.app.theme

        await pilot.press("escape")
        assert (tried, pilot.app.theme, logbook.settings.theme) == ("contrast", "dark", "")


async def test_a_theme_that_is_taken_is_kept_and_worn_from_the_first_frame(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", *to_setting("theme"), "l", "f2")
        assert pilot.app.theme == logbook.settings.theme == "light"
    logbook.close()
    again = JournalApp(Logbook(logbook.path))

    assert again.theme == "light"
    assert again.theme_variables["background"] == THEMES["light"].background
    assert "-light-mode" in again.classes


async def test_where_no_theme_is_set_the_environment_says_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_THEME", "contrast")
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        assert pilot.app.theme == "contrast"
        await pilot.press("comma", *to_setting("theme"), "d", "f2")

        assert pilot.app.theme == logbook.settings.theme == "dark"


async def test_a_theme_of_another_version_is_kept_and_the_usual_one_worn(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path)
    logbook.choose(Settings(theme="sepia"))

    async with opened(logbook, NARROW) as pilot:
        assert pilot.app.theme == "dark"
        await pilot.press("comma", "f2")
    assert logbook.settings.theme == "sepia"


async def test_a_wrong_figure_leads_to_no_keys_later(tmp_path: Path) -> None:
    async with opened(a_logbook(tmp_path), NARROW) as pilot:
        await pilot.press("comma", *to_setting("lock_after"), *"much", "f6")
        await pilot.press("ctrl+u", *"2", "f2")
        await pilot.pause()

        assert pilot.app.screen is main_screen(pilot)
