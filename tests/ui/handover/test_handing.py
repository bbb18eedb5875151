"""Handing over on the screen: chosen, looked at field by field, written and recorded, or nothing at all."""

from __future__ import annotations

import resource
from contextlib import contextmanager
from typing import TYPE_CHECKING

from journal.domain.ledger.record import groups_of_four
from journal.ui.dialogs.dialog import Confirm
from journal.ui.handover.folder import BundlePassphrase, HandFolder
from journal.ui.handover.hand_over import HandOverScreen
from tests.ui.builders import HOSTILE, a_logbook, an_entry
from tests.ui.evidence_screens import ACTS_ON_A_TERMINAL, press, settled, type_over
from tests.ui.handing_screens import (
    PRIVATE,
    a_case,
    a_stick,
    choose,
    fill,
    look,
    open_form,
    row,
    said,
    the_form,
    write_to,
)
from tests.ui.looking import NARROW, lines, main_screen, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def no_room_for_files() -> Iterator[None]:
    """Let the system refuse every file of more than a few hundred bytes, as a full stick does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_what_was_chosen_is_shown_written_and_recorded(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot, "text", "csv")
        await fill(pilot, "receiver", "An Invented Office")
        await look(pilot)
        assert "3 entries, 0 exhibits" in said(pilot)
        assert "It rang in spring." in said(pilot)
        await write_to(pilot, stick)

        (given,) = logbook.handing_over.given()
        assert "Written and recorded" in said(pilot)
        assert f"Recorded as record {given.record}" in said(pilot)
        assert groups_of_four(given.head) in said(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is main_screen(pilot)

    assert sorted(path.name for path in stick.iterdir()) == [name for name, _digest in sorted(given.files)]
    assert "An Invented Office" in (stick / "2026-11-22-a.txt").read_text()
    assert PRIVATE not in "".join(path.read_text() for path in stick.iterdir())


async def test_going_back_from_every_place_writes_nothing_and_keeps_the_form(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)
    assert logbook.last
    before = logbook.last.seq

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await fill(pilot, "receiver", "An Invented Office")
        await look(pilot)
        await press(pilot, "f2", "escape")
        await press(pilot, "escape")
        assert the_form(pilot).typed.words["receiver"] == "An Invented Office"
        await press(pilot, "escape")
        assert pilot.app.screen is main_screen(pilot)

    assert logbook.last.seq == before
    assert not logbook.handing_over.remembered
    assert not [*stick.iterdir()]


async def test_a_folder_that_is_gone_is_said_and_another_one_can_be_typed(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        await write_to(pilot, tmp_path / "gone")
        assert isinstance(pilot.app.screen, HandFolder)
        assert "There is no folder" in said(pilot)

        await fill(pilot, "folder", str(stick))
        await press(pilot, "f2")

        assert "Written and recorded" in said(pilot)
    assert [path.name for path in stick.iterdir()] == ["2026-11-22-a.txt"]


async def test_a_stick_without_room_is_said_nothing_is_left_and_the_form_stays(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        with no_room_for_files():
            await write_to(pilot, stick)
        assert "does not take a file of this size" in said(pilot)
        assert not [*stick.iterdir()]
        assert not logbook.handing_over.given()

        await press(pilot, "f2")
        assert "Written and recorded" in said(pilot)

    assert len(logbook.handing_over.given()) == 1


async def test_where_another_file_lies_in_the_journals_place_it_is_written_from_a_new_one_beside(
    tmp_path: Path,
) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)
    other = a_logbook(tmp_path / "other", an_entry("Another journal."))
    other.close()

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        other.path.replace(logbook.path)
        await write_to(pilot, stick)
        assert "Another file has replaced the journal" in said(pilot)
        assert not [*stick.iterdir()]

        await press(pilot, "f2")
        assert "The journal goes on in a new file. Nothing was handed over yet" in said(pilot)
        await press(pilot, "f2")
        assert "Written and recorded" in said(pilot)

    assert [path.name for path in stick.iterdir()] == ["2026-11-22-a.txt"]
    assert len(logbook.handing_over.given()) == 1


async def test_what_stays_is_on_the_other_side_and_both_can_be_searched(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        await type_over(pilot, PRIVATE.lower())
        assert "0 of " in lines(pilot.app)[0]
        assert "Nothing matches these words." in said(pilot)

        await press(pilot, "f4")

        assert "Will not be shared" in lines(pilot.app)[0]
        assert f"Private note {PRIVATE}" in said(pilot)


async def test_all_words_of_a_long_field_can_be_read(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry("begins " + "and goes on " * 60 + "until here"))

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        await type_over(pilot, "begins")
        assert "until here" not in said(pilot)

        await press(pilot, "tab", "end")
        assert "until here" in said(pilot)
        await press(pilot, "tab", "pagedown", "pageup")
        assert "begins and goes on" in said(pilot)


async def test_stored_words_act_nowhere_in_the_preview(tmp_path: Path) -> None:
    hostile = [words for words in HOSTILE if words.strip()]
    logbook = a_logbook(tmp_path, *(an_entry(words, place=words, tags=(words,)) for words in hostile))

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        await look(pilot)
        for _line in range(6 * len(hostile)):
            await pilot.press("down")
            await pilot.pause()
            assert not ACTS_ON_A_TERMINAL.search("".join(lines(pilot.app)))
        await type_over(pilot, "@click")
        assert "[@click=app.quit]x[/]" in said(pilot)


async def test_the_ombudsman_is_asked_only_after_the_caution_was_read(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot)
        assert not row(pilot, "sender_customer_number").display
        await choose(pilot, "to", "ombudsman")
        await choose(pilot, "formats", "text")
        assert row(pilot, "sender_customer_number").display
        for name in ("name", "address", "telephone"):
            await fill(pilot, f"sender_{name}", "An Invented")
        await fill(pilot, "sender_customer_number", "INV-0142")
        await look(pilot)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, Confirm)
        assert "Talk about it with the police or victim support first" in said(pilot)
        await press(pilot, "escape", "f2", "f2")
        await fill(pilot, "folder", str(stick))
        await press(pilot, "f2")

    assert "INV-0142" in (stick / "2026-11-22-a.txt").read_text()


async def test_a_bundle_is_locked_to_a_key_that_is_one_or_under_a_passphrase(tmp_path: Path) -> None:
    logbook, stick = a_case(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot, "bundle")
        await look(pilot)
        await press(pilot, "f2")
        assert not row(pilot, "key").display
        await choose(pilot, "lock", "key")
        await fill(pilot, "folder", str(stick))
        await fill(pilot, "key", "age1nothing")
        await press(pilot, "f2")
        assert "This is no public key" in said(pilot)

        await choose(pilot, "lock", "passphrase")
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, BundlePassphrase)
        await type_over(pilot, "four invented plain words")
        await press(pilot, "tab")
        await type_over(pilot, "four invented plain words")
        await press(pilot, "f2")
        assert "Written and recorded" in said(pilot)

    assert [path.name for path in stick.iterdir()] == ["2026-11-22-a.zip.age"]


async def test_a_journal_that_is_only_read_hands_nothing_over_but_tells_what_was(tmp_path: Path) -> None:
    a_case(tmp_path).close()

    async with opened(a_logbook(tmp_path, read_only=True), NARROW) as pilot:
        await press(pilot, "x")
        assert not isinstance(pilot.app.screen, HandOverScreen)

        await pilot.app.screen.run_action("show_given")
        await settled(pilot)
        assert "Nothing was handed over yet." in said(pilot)
