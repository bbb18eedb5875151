"""Where a terminal cannot show Unicode's signs, everything is drawn in ASCII, in the same places, and stays apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from textual.widgets import Input, TextArea

from journal.ui.app import JournalApp
from journal.ui.frame.ascii_signs import SIGNS, in_ascii
from journal.ui.overview.figure_table import FULL, bar_of
from tests.ui.builders import a_logbook, an_entry
from tests.ui.case_builders import a_case
from tests.ui.looking import NARROW, cursor_line, lines, opened, text, to_setting
from tests.ui.screen_walks import WALKS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "sign",
    [
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",
        "\u2764\ufe0f",
        "\U0001f44d\U0001f3fd",
        "\U0001f1e7\U0001f1ea",
        "e\u0301",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_a_sign_of_several_letters_is_as_wide_as_it_was(sign: str, encoding: str) -> None:
    text = f"\x1b[1ma {sign} b\r\n"

    drawn = in_ascii(text, encoding)

    assert cell_len(drawn) == cell_len(text)
    assert drawn.startswith("\x1b[1ma ")
    assert drawn.endswith(" b\r\n")


@pytest.mark.parametrize("name", WALKS)
async def test_every_sign_of_a_screen_is_ascii_and_nothing_blinks(tmp_path: Path, name: str) -> None:
    logbook = a_case(tmp_path)
    logbook.choose(replace(logbook.settings, signs="ascii"))

    async with opened(logbook, NARROW) as pilot:
        await pilot.press(*WALKS[name])
        drawn = lines(pilot.app)

        assert {one for one in "".join(drawn) if not one.isascii() and not one.isalpha()} == set()
        assert {cell_len(one) for one in drawn} == {NARROW[0]}
        assert not [one for one in pilot.app.screen.query(Input) if one.cursor_blink]
        assert not [one for one in pilot.app.screen.query(TextArea) if one.cursor_blink]


@given(st.text(max_size=20))
def test_whatever_is_drawn_keeps_its_width(words: str) -> None:
    for encoding in ("utf-8", "latin-1", "ascii"):
        told = in_ascii(words, encoding)

        assert cell_len(told) == cell_len(words)
        told.encode(encoding)


def test_every_sign_is_one_cell_of_ascii() -> None:
    assert all(len(sign) == 1 and sign.isascii() for sign in SIGNS.values())
    assert all(cell_len(one) == 1 for one in SIGNS)


def test_signs_that_say_something_else_beside_each_other_stay_apart() -> None:
    assert len({*in_ascii("▁▂▃▄▅▆▇█")}) == 8
    assert len({*in_ascii("▌✓✗·")}) == 4
    assert len({*in_ascii("▲■")}) == 2
    assert in_ascii("┏━┓┃╭─╮│") == "+-+|+-+|"
    assert in_ascii("(•) ( )") == "(*) ( )"


@pytest.mark.parametrize("count", [1, 3, 8])
def test_a_longer_bar_is_longer_in_ascii(count: int) -> None:
    shorter, longer = (in_ascii(bar_of(one, 9, 20)) for one in (count, count + 1))

    assert (longer.count("#"), len(longer)) > (shorter.count("#"), len(shorter))
    assert in_ascii(FULL) == "#"


def test_letters_stay_where_they_can_be_written() -> None:
    assert in_ascii("café ▌", "utf-8") == "café >"
    assert in_ascii("café ▌", "latin-1") == "café >"
    assert in_ascii("café ▌", "ascii") == "cafe >"


async def test_on_the_console_of_linux_everything_is_ascii_by_itself_unless_it_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        assert text(pilot.app).isascii()
    logbook.choose(replace(logbook.settings, signs="unicode"))
    async with opened(logbook, NARROW) as pilot:
        assert cursor_line(pilot.app)


async def test_it_is_tried_as_it_is_chosen_and_kept(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())

    async with opened(logbook, NARROW) as pilot:
        await pilot.press("comma", *to_setting("signs"), "a")
        assert text(pilot.app).replace("ç", "").isascii()
        await pilot.press("escape")
        assert "▌" in text(pilot.app)

        await pilot.press("comma", *to_setting("signs"), "a", "f2")
        assert not {"▌", "─"} & {*text(pilot.app)}
    assert logbook.settings.signs == "ascii"


async def test_nothing_moves_where_that_is_set(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, an_entry())
    app = JournalApp(logbook)
    app._moving = "full"

    async with app.run_test(size=NARROW) as pilot:
        app.keep_still(still=False)
        before = app.animation_level
        await pilot.press("comma", *to_setting("still"), "y", "f2")
        assert (before, app.animation_level) == ("full", "none")
    assert logbook.settings.still
