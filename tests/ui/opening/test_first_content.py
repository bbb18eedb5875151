"""What is drawn before the library of the screen is loaded is what the first screen shows after it."""

from __future__ import annotations

import re
from asyncio import Event
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from journal.ui.app import JournalApp
from journal.ui.opening.arrival import Arrival, arriving
from journal.ui.opening.door import Door
from journal.ui.opening.first_content import first_content
from journal.ui.opening.first_lock import first_lock
from journal.ui.opening.opening import OpeningScreen
from journal.ui.terminal.first_frame import Paper
from journal.ui.timeline.main_sizes import SHARE, SHARE_OF_THE_SIDE, WIDE, timeline_width
from tests.store.protected import a_protected_journal
from tests.ui.builders import HOSTILE_TOGETHER, Clock, a_logbook, an_entry, evenings
from tests.ui.looking import lines
from tests.ui.one_screen import until

if TYPE_CHECKING:
    from pathlib import Path

    from rich.color import Color
    from rich.style import Style
    from textual.app import App
    from textual.strip import Strip

    from journal.logbook import Logbook

SIZES = [(34, 10), (80, 24), (99, 17), (100, 18), (113, 30), (120, 40), (201, 55)]
WIDE_SIGNS, LONG_WORD = "電話が鳴った、夜中に。" * 9, "Ferdinandusstraatweg" * 20
NOTHING_ELSE = re.compile(r"(\x1b\[\d+;1H(\x1b\[[\d;]+m[^\x00-\x1f\x7f-\x9f]*)+)+")
"""Where a row begins, and then words, each in its style."""


class Sign(NamedTuple):
    """One sign on the screen, and how it looks."""

    sign: str
    colour: str
    behind: str
    bold: bool
    underlined: bool
    struck: bool


class NeverRead(Arrival):
    """A journal whose rest is not read, so that the first screen stays."""

    async def logbook(self) -> Logbook:
        await Event().wait()
        raise AssertionError


def a_case(folder: Path, *said: str, count: int = 45, read_only: bool = False, **chosen: str) -> Arrival:
    logbook = a_logbook(folder, *evenings(count), *(an_entry(words, witnesses=(1,)) for words in said))
    logbook.choose(replace(logbook.settings, **chosen))
    logbook.close()
    found = arriving(logbook.path, read_only=read_only)
    assert found
    return NeverRead(found.path, found.entries, found.last, found.settings, read_only=read_only)


def signs_written(written: str) -> list[list[Sign]]:
    """The signs of each row that is written."""
    assert NOTHING_ELSE.fullmatch(written.removesuffix("\x1b[0m"))
    return [
        [sign for codes, words in re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)", row) for sign in _signs(codes, words)]
        for row in re.split(r"\x1b\[\d+;1H", written)[1:]
    ]


def _signs(codes: str, words: str) -> list[Sign]:
    colours = (re.search(rf"{which};2;(\d+);(\d+);(\d+)", codes) for which in ("38", "48"))
    colour, behind = (f"#{int(one[1]):02x}{int(one[2]):02x}{int(one[3]):02x}" if one else "" for one in colours)
    attributes = codes.partition("38;")[0].split(";")
    return [Sign(one, colour, behind, "1" in attributes, "4" in attributes, "9" in attributes) for one in words]


def signs_shown(app: App[Any]) -> list[list[Sign]]:
    """The signs of each row of the screen."""
    lines(app)
    return [_of(strip) for strip in app.screen._compositor.render_strips(app.size)]


def _of(strip: Strip) -> list[Sign]:
    return [_sign(sign, style) for words, style, _control in strip if style for sign in words]


def _sign(sign: str, style: Style) -> Sign:
    colours = [_hex(style.color), _hex(style.bgcolor)]
    colour, behind = reversed(colours) if style.reverse else colours
    return Sign(sign, colour, behind, bool(style.bold), bool(style.underline), bool(style.strike))


def _hex(colour: Color | None) -> str:
    return colour.triplet.hex if colour and colour.triplet else ""


def compared(row: list[Sign], upto: int) -> list[Sign | tuple[str, str]]:
    """The first cells of a row; of a space only what is behind it is seen."""
    ends = accumulate(cell_len(one.sign) for one in row)
    return [
        (one.sign, one.behind) if one.sign == " " else one for one, end in zip(row, ends, strict=True) if end <= upto
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("read_only", "theme", "signs"), [(False, "", ""), (True, "light", ""), (False, "contrast", "ascii")]
)
async def test_the_first_screen_shows_the_same_at_the_same_places(
    tmp_path: Path, size: tuple[int, int], theme: str, signs: str, *, read_only: bool
) -> None:
    said = (WIDE_SIGNS, LONG_WORD, *HOSTILE_TOGETHER, "Last.")
    arrival = a_case(tmp_path, *(one for one in said if one.strip()), read_only=read_only, theme=theme, signs=signs)
    (columns, height), app = size, JournalApp(arrival)

    plain = signs_written(first_content(arrival, Paper(columns, height, 24)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = signs_shown(app)

        assert isinstance(app.screen, OpeningScreen)
        pane = app.screen.timeline.region

    assert len(plain) == height
    for y, (written, drawn) in enumerate(zip(plain, shown, strict=True)):
        inside = pane.y < y < pane.bottom - 1
        # What stands beside the timeline follows with the screen, and so does the scroll bar.
        upto = pane.width - 2 if inside else pane.width if pane.y <= y < pane.bottom else columns
        assert compared(written, upto) == compared(drawn, upto), f"row {y}"


@pytest.mark.parametrize(
    ("size", "theme"), [*((one, "") for one in SIZES), ((61, 8), "light"), ((119, 41), "contrast")]
)
async def test_the_lock_is_the_same_before_and_after(
    tmp_path: Path, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNAL_THEME", theme)
    a_protected_journal(tmp_path / "journal.json")
    door = Door(tmp_path / "journal.json", clock=Clock())

    plain = signs_written(first_lock(Paper(*size, 24)))
    async with door.run_test(size=size) as pilot:
        await pilot.pause()
        shown = signs_shown(door)

    assert [compared(row, size[0]) for row in plain] == [compared(row, size[0]) for row in shown]


async def test_the_timeline_takes_the_width_that_textual_gives_it(tmp_path: Path) -> None:
    app = JournalApp(a_case(tmp_path, count=1))
    async with app.run_test() as pilot:
        for columns in range(WIDE - 1, WIDE + SHARE + SHARE_OF_THE_SIDE):
            await pilot.resize_terminal(columns, 24)

            assert isinstance(app.screen, OpeningScreen)
            timeline = app.screen.timeline
            await until(pilot, lambda: timeline.region.width == timeline_width(columns))  # noqa: B023 - called at once
