"""The keys: changed by pressing another one, kept in the journal, named wherever keys are named, given back."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

import journal.ui
from journal.domain.text.words import Words
from journal.logbook import Logbook
from journal.store.file.mutable_state import Settings
from journal.ui.app import JournalApp
from journal.ui.frame.command import Command, keys_in, worded
from journal.ui.frame.everywhere import Leave
from journal.ui.frame.keymap import follow_keys, is_typed, with_key
from journal.ui.maintenance.choose_keys import AskKey, KeyList
from journal.ui.maintenance.key_rules import all_commands, clash, why_not
from journal.ui.opening.opening_keys import opening_footer
from journal.ui.terminal.leaving_keys import LEAVE, LEAVE_TOO
from tests.ui.builders import Clock, a_logbook, an_entry, salts
from tests.ui.looking import NARROW, line_with, lines, main_screen, opened, text, toasts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


TO_KEYS = ("comma", "f6")
TO_NEW_ENTRY = (*TO_KEYS, *"new entry", "enter")


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    yield
    follow_keys({})


def with_keys(folder: Path, **keys: str) -> Logbook:
    logbook = a_logbook(folder, an_entry())
    logbook.choose(replace(logbook.settings, keys=keys))
    return logbook


async def test_a_key_is_changed_by_pressing_another_and_works_at_once(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press(*TO_NEW_ENTRY)
        assert "Press the new key. Now it is: n." in text(pilot.app)
        await pilot.press("Z")
        assert toasts(pilot.app) == ["“New entry”: Z, from now on."]
        await pilot.press("escape")

        assert pilot.app.screen is main_screen(pilot)
        assert lines(pilot.app)[-1].strip().startswith("Z new")
        await pilot.press("n")
        assert pilot.app.screen is main_screen(pilot)
        await pilot.press("ctrl+p", *"new entry")
        assert line_with(pilot.app, "▌New entry").rstrip().endswith("Z")
        await pilot.press("escape", "escape", "Z")
        assert lines(pilot.app)[0].strip().startswith("New entry")
    assert logbook.settings.keys == {"new_entry": "Z"}


async def test_keys_of_the_file_stand_in_the_first_content_and_are_obeyed(tmp_path: Path) -> None:
    logbook = with_keys(tmp_path, new_entry="Z", leave="f10")

    async with opened(logbook, NARROW) as pilot:
        shown = [(one.shown, one.word) for one in opening_footer(read_only=False)]
        assert ("Z", "new") in shown
        assert ("^q", "quick exit") in shown
        await pilot.press("f10")

        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.left


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("m", "m is the key for “"),
        ("ctrl+q", ""),
        ("enter", "enter moves, confirms or deletes on every screen."),
        ("ctrl+u", "^u edits words where you type."),
        ("f2", "F2 is the key for “"),
    ],
)
async def test_a_key_that_cannot_be_is_refused_in_one_sentence(tmp_path: Path, key: str, said: str) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press(*TO_NEW_ENTRY, key)

        if said:
            assert isinstance(pilot.app.screen, AskKey)
            assert said in " ".join(text(pilot.app).replace("│", "").split())
    assert logbook.settings.keys == {}


async def test_where_only_reading_is_possible_no_key_is_said_to_be_another_one(tmp_path: Path) -> None:
    a_logbook(tmp_path, an_entry()).close()

    async with opened(Logbook(tmp_path / "journal.json", clock=Clock(), salts=salts, read_only=True), NARROW) as pilot:
        await pilot.press(*TO_NEW_ENTRY, "Z")

        assert [one.partition(".")[0] for one in toasts(pilot.app)] == ["This journal was opened for reading only"]
        assert Command.rebound == {}


async def test_one_key_is_given_back_and_so_are_all(tmp_path: Path) -> None:
    logbook = with_keys(tmp_path, new_entry="Z", missed_call_now="X")

    async with opened(logbook, NARROW) as pilot:
        await pilot.press(*TO_NEW_ENTRY, "delete")
        assert logbook.settings.keys == {"missed_call_now": "X"}
        assert isinstance(pilot.app.screen, KeyList)

        await pilot.press("f6", "f2")
        assert logbook.settings.keys == {}
        await pilot.press("escape")
        assert lines(pilot.app)[-1].strip().startswith("n new")


async def test_an_own_key_that_another_command_has_now_is_not_given_back(tmp_path: Path) -> None:
    logbook = with_keys(tmp_path, new_entry="Z", missed_call_now="n")

    async with opened(logbook, NARROW) as pilot:
        await pilot.press(*TO_NEW_ENTRY, "delete")

        assert toasts(pilot.app)[0].startswith("n is the key for “")
    assert logbook.settings.keys == {"new_entry": "Z", "missed_call_now": "n"}


async def test_nothing_in_a_file_takes_a_leaving_key_away(tmp_path: Path) -> None:
    logbook = with_keys(tmp_path, show_help_lines="ctrl+q,f12", leave="f10", new_entry="\x1b[2J,f11")

    async with opened(logbook, NARROW) as pilot:
        assert Leave.keys_now() == ("ctrl+q", "f12", "f10")
        assert Command.known["show_help_lines"].keys_now() == ("f8",)
        assert Command.known["new_entry"].keys_now() == ("f11",)
        await pilot.press("f12")

        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.left


async def test_nothing_in_a_file_takes_a_key_that_moves_or_types(tmp_path: Path) -> None:
    logbook = with_keys(
        tmp_path, leave="enter,a,f10", mask_names="x,down", new_entry="escape,Z", keep_found="f11,enter"
    )

    async with opened(logbook, NARROW) as pilot:
        assert Leave.keys_now() == ("ctrl+q", "f12", "f10")
        assert Command.known["mask_names"].keys_now() == ("ctrl+n",)
        assert Command.known["new_entry"].keys_now() == ("Z",)
        assert Command.known["keep_found"].keys_now() == ("f11", "enter")
        await pilot.press("slash", "x", "a", "escape")

        assert isinstance(pilot.app, JournalApp)
        assert not pilot.app.left


def test_every_other_key_of_a_command_goes_on_working() -> None:
    for command in all_commands():
        kept = {one for one in keys_in(command.keys) if not is_typed(one)}
        assert kept <= {*keys_in(with_key(command, "f10"))}
    assert keys_in(with_key(Leave, "f10")) == (*keys_in(Leave.keys), "f10")


def test_the_own_keys_stand_together_and_a_free_key_can_be_given_to_every_command() -> None:
    assert clash({}) == ""
    for command in all_commands():
        assert why_not(command, "f10") == ""
        assert clash({command.id: with_key(command, "f10")}) == ""


def test_a_letter_is_refused_where_letters_are_typed() -> None:
    assert why_not(Leave, "Z").startswith("This also works where you type")


@pytest.mark.parametrize("key", ["ctrl+j", "ctrl+g", "ctrl+@", "ctrl+f3", "alt+shift+o"])
def test_what_may_come_without_being_pressed_is_no_leaving_key(key: str) -> None:
    assert "without being pressed" in why_not(Leave, key)


async def test_the_driver_hears_the_added_keys_of_a_file_but_none_that_may_come_by_itself(tmp_path: Path) -> None:
    logbook = with_keys(tmp_path, leave="ctrl+q,ctrl+j,ctrl+f3,f10,alt+q")

    async with opened(logbook, NARROW) as pilot:
        assert Leave.keys_now() == ("ctrl+q", "f12", "f10", "alt+q")
        assert isinstance(pilot.app, JournalApp)
        assert pilot.app.leaving_keys.sent == {LEAVE, LEAVE_TOO, "\x1b[21~", "\x1bq"}

        await pilot.press(*TO_KEYS, *"quick exit", "enter", "delete")

        assert pilot.app.leaving_keys.sent == {LEAVE, LEAVE_TOO}


def test_settings_without_keys_change_none() -> None:
    follow_keys(Settings().keys)

    assert Command.rebound == {}


async def test_the_help_of_a_place_names_the_keys_in_force(tmp_path: Path) -> None:
    logbook = with_keys(tmp_path, show_in_timeline="Z", add_one="Y")

    async with opened(logbook) as pilot:
        await pilot.press("c", "5")
        assert "Y adds one" in " ".join(text(pilot.app).replace("│", "").replace("┃", "").split())
        await pilot.press("escape", "p", "enter", "question_mark")
        assert "Z shows it in the timeline" in " ".join(text(pilot.app).replace("┃", "").split())


def test_every_command_that_a_sentence_names_is_there() -> None:
    for module in walk_packages(journal.ui.__path__, "journal.ui."):
        for name, one in vars(import_module(module.name)).items():
            if isinstance(one, type) and name[0].isupper() and isinstance(sentence := getattr(one, "HELP", None), str):
                assert "{" not in worded(sentence)


def test_every_command_is_listed_whatever_was_imported_before() -> None:
    listing = "from journal.ui.maintenance.key_rules import all_commands; print(*(one.id for one in all_commands()))"
    listed = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout.split()
    for module in walk_packages(journal.ui.__path__, f"{journal.ui.__name__}."):
        import_module(module.name)

    every = {one.id for one in Command.known.values() if one.keys and one.__module__.startswith("journal.")}

    assert set(listed) == every


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_no_two_lines_of_the_list_of_keys_are_alike(language: str) -> None:
    words = Words(language)
    titles = [words(one.title) for one in all_commands()]

    assert [title for title, count in Counter(titles).items() if count > 1] == []
