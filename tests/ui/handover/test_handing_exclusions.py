"""Taking a field, an exhibit or an entry out of what leaves with one key, and putting it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.evidence.exhibit import Exhibit, Target
from journal.handover.selection.choice import Exclusion, ObjectRef
from tests.ui.evidence_screens import press, settled, type_over
from tests.ui.handing_screens import a_case, a_stick, look, open_form, said, the_form, write_to
from tests.ui.looking import NARROW, WIDE, lines, opened

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from journal.logbook import Logbook


def with_exhibit(folder: Path) -> Logbook:
    """The case with a letter as a thing that belongs to the second entry."""
    logbook = a_case(folder)
    logbook.exhibits.add(Exhibit(number=0, title="Paperletter"), Target(entry=2))
    return logbook


async def take_out(pilot: Pilot[None], *words: str) -> None:
    """Find a line of the preview and press the key on it."""
    await type_over(pilot, " ".join(words))
    await press(pilot, "f6")
    await settled(pilot)


async def test_a_field_and_an_exhibit_are_taken_out_the_counts_follow_and_no_word_of_them_is_written(
    tmp_path: Path,
) -> None:
    logbook, stick = with_exhibit(tmp_path / "home"), a_stick(tmp_path)

    async with opened(logbook, NARROW) as pilot:
        await open_form(pilot, "text", "json", "html")
        await look(pilot)
        assert "3 entries, 1 exhibit," in said(pilot)
        await take_out(pilot, "at home")
        await take_out(pilot, "exhibit 1 why")
        assert "proof of entry 2" in said(pilot)
        assert "3 entries, 0 exhibits," in said(pilot)
        assert "stays here" in said(pilot)
        await press(pilot, "escape")
        await look(pilot)
        assert "3 entries, 0 exhibits," in said(pilot)
        await write_to(pilot, stick)
        assert "Written and recorded" in said(pilot)
        await press(pilot, "escape")
        await pilot.app.screen.run_action("show_given")
        await settled(pilot)
        assert "Taken out by hand “Where” of entry 3, exhibit 1" in said(pilot)

    (given,) = logbook.handing_over.given()
    assert given.without == (Exclusion(ObjectRef("entry", 3), "place"), Exclusion(ObjectRef("exhibit", 1)))
    written = "".join(path.read_text() for path in stick.iterdir())
    assert "It rang in autumn." in written
    assert "at home" not in written
    assert "Paperletter" not in written


async def test_a_whole_entry_is_taken_out_with_what_hangs_on_it_and_the_same_key_puts_all_of_it_back(
    tmp_path: Path,
) -> None:
    async with opened(with_exhibit(tmp_path), WIDE) as pilot:
        await open_form(pilot)
        await look(pilot)
        await take_out(pilot, "entry 2 why")
        assert "2 entries, 0 exhibits," in said(pilot)
        await take_out(pilot, "paperletter")
        assert "what it depends on was taken out" in said(pilot)
        await press(pilot, "f4")
        assert "Paperletter" in said(pilot)

        await press(pilot, "f4")
        await take_out(pilot, "entry 2 why")

        assert "3 entries, 1 exhibit," in said(pilot)
        await press(pilot, "escape")
        assert the_form(pilot).taken_out == ()


async def test_what_cannot_be_taken_out_says_why_and_an_empty_list_does_nothing(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), WIDE) as pilot:
        await open_form(pilot)
        await look(pilot)
        await take_out(pilot, "entry 2 kind")
        assert "entry 2 would say something else" in said(pilot)
        await take_out(pilot, "nothing-has-these-words")

        assert "0 of " in lines(pilot.app)[0]
        assert "3 entries," in said(pilot)


async def test_whose_field_it_is_stands_there_whole_or_ends_with_a_sign_of_being_cut(tmp_path: Path) -> None:
    async with opened(a_case(tmp_path), NARROW) as pilot:
        await open_form(pilot)
        await press(pilot, "tab", *"Inspector", "tab", *"Els")
        await look(pilot)

        assert "who hands it over Name" in said(pilot)


async def test_what_was_taken_out_can_be_put_back_from_what_stays(tmp_path: Path) -> None:
    async with opened(with_exhibit(tmp_path), WIDE) as pilot:
        await open_form(pilot)
        await look(pilot)
        await take_out(pilot, "letter came")
        await press(pilot, "f4")
        await take_out(pilot, "private")
        assert "because of what was chosen in the form" in said(pilot)

        await take_out(pilot, "letter came")

        assert "Nothing matches these words." in said(pilot)
        await press(pilot, "f4")
        assert "A letter came." in said(pilot)
        assert "stays here" not in said(pilot)
