"""Small journals, and what a part of the dossier says of them as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.domain.entry.entry import Entry
from journal.domain.text.words import Words
from journal.domain.time.moment import Certainty, Moment
from journal.handover.model.document import Bars, Facts, Heading, Link, Paragraph, Table
from tests.store.journals import a_logbook

if TYPE_CHECKING:
    from pathlib import Path

    from journal.handover.model.document import Block, Cell, Section
    from journal.logbook import Logbook

ENGLISH = Words("en")
IN_2026 = Moment(Certainty.BETWEEN, start="2026-01-01", end="2026-12-31")
IN_OCTOBER = Moment(Certainty.BETWEEN, start="2026-10-01", end="2026-10-31")


def at(local: str, offset: str = "+02:00") -> Moment:
    """A time that is known exactly."""
    return Moment(Certainty.EXACT, start=local, offset=offset)


def on(day: str) -> Moment:
    """A day of which no hour is known."""
    return Moment(Certainty.DAY, start=day, offset="+02:00")


def a_call(happened: Moment, times: int = 1, **said: Any) -> Entry:
    """So many missed calls."""
    return Entry(happened=happened, times=times, **({"kind": "call_missed"} | said))


def a_no(happened: Moment) -> Entry:
    """The person said no."""
    return Entry(happened=happened, kind="said_no")


def a_log(folder: Path, *entries: Entry) -> Logbook:
    """A journal of these entries."""
    logbook = a_logbook(folder / "journal.json")
    for entry in entries:
        logbook.record(entry)
    return logbook


def plain(cell: Cell) -> str:
    """The words of a cell."""
    return cell.text if isinstance(cell, Link) else cell


def rows_of(section: Section) -> dict[str, list[str]]:
    """What stands beside each label, in the order of the page."""
    found: dict[str, list[str]] = {}
    for block in section.blocks:
        for label, said in block.rows if isinstance(block, Facts) else ():
            found.setdefault(label, []).append(plain(said))
    return found


def tables_of(section: Section) -> list[list[tuple[str, ...]]]:
    """The rows of each table."""
    return [[tuple(map(plain, row)) for row in block.rows] for block in section.blocks if isinstance(block, Table)]


def bars_of(section: Section) -> list[Bars]:
    """The bars, in the order of the page."""
    return [block for block in section.blocks if isinstance(block, Bars)]


def texts_of(section: Section) -> list[str]:
    """The headings and paragraphs."""
    return [block.text for block in section.blocks if isinstance(block, Heading | Paragraph)]


def blocks_after(section: Section, heading: str) -> list[Block]:
    """What follows a heading, up to the next."""
    texts = [block.text if isinstance(block, Heading) else "" for block in section.blocks]
    start = texts.index(heading) + 1
    end = next((at for at in range(start, len(texts)) if texts[at]), len(texts))
    return list(section.blocks[start:end])
