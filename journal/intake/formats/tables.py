"""Reader of any table of calls or messages as CSV: a telephone bill, a list of calls, somebody's own log, iMazing's.

What the columns mean is known by their names, or asked; a row without a date or a direction is told, never guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.entry.origin import OriginNote
from journal.intake.formats.table_layout import TableRow, layout_of, rows
from journal.intake.formats.table_values import PairUnit, dated, is_pair, number_of, pair_unit, seconds_of, when
from journal.intake.formats.table_words import WITHHELD, channel_of, direction_of, meaning_of, result_of
from journal.intake.model.columns import Columns, ColumnsOpen, Meaning
from journal.intake.model.day_order import DayOrder, day_order
from journal.intake.model.found import CallResult, Channel, Found, FoundFile, Place, Problem, SentBy, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journal.intake.formats.table_layout import TableLayout
    from journal.intake.model.columns import Header
    from journal.intake.model.source import Source

_OF_ONE_LINE = frozenset(Meaning) - {Meaning.WORDS, Meaning.FILES, Meaning.NOTHING}


def recognises(source: Source) -> bool:
    """Test whether a file is a table with dates whose columns are known by their names."""
    layout = layout_of(source)
    return layout is not None and _named(layout).whole


def may_be(source: Source) -> bool:
    """Test whether a file is a table with dates, of which the columns can be asked."""
    return layout_of(source) is not None


def read(
    source: Source, order: DayOrder | None = None, assigned: Mapping[Header, Columns] | None = None
) -> Iterator[Found | Trouble]:
    """Yield every row as a call or message, in the order of the file; rows that are not understood as trouble.

    Raises ColumnsOpen where names do not tell what is needed and `assigned` neither; then as `day_order`.
    """
    layout = layout_of(source)
    if layout is None:
        return
    columns = (assigned or {}).get(layout.header) or _named(layout)
    if not columns.whole or columns.sent_by is SentBy.UNKNOWN:
        raise ColumnsOpen(source, layout.header, layout.first, columns)
    order = order or day_order(one for row in rows(source, layout) if (one := dated(_day(row, columns), row.line)))
    pair = _pair_unit(layout.header, (row.cells for row in rows(source, layout)), columns)
    for row in rows(source, layout):
        found = _item(source, row, columns, order, pair)
        yield found or Trouble(Problem.NOT_UNDERSTOOD, row.line, layout.delimiter.join(row.cells)[:200])


def previewed(asked: ColumnsOpen, columns: Columns) -> Iterator[tuple[str, Found | None]]:
    """Yield of each first row its date and time as written, and the item that it becomes; None where it becomes none.

    The order of day and month is not known yet, so that the time of the item means nothing.
    """
    pair = _pair_unit(asked.header, asked.rows, columns)
    for cells in asked.rows:
        row = TableRow(cells, 0, 0, 0)
        written = (_day(row, columns), _one(cells, columns, Meaning.CLOCK))
        yield " ".join(filter(None, written)), _item(asked.source, row, columns, DayOrder.DAY_FIRST, pair)


def attachment(source: Source, found: Found, index: int) -> bytes:
    """Read a file that the table names; raises OSError or KeyError where it is not there."""
    return source.beside(found.attachments[index].name)


def _named(layout: TableLayout) -> Columns:
    """Return the columns by their names; `sent_by` is UNKNOWN where neither they nor the first rows tell it."""
    columns = Columns(tuple(map(meaning_of, layout.header)))
    if columns.has(Meaning.CALLED):
        return Columns(columns.meanings, SentBy.SENT)
    told = any(direction_of(_said(cells, columns, Meaning.KIND)) for cells in layout.first)
    return Columns(columns.meanings, None if told else SentBy.UNKNOWN)


def _all(cells: Sequence[str], columns: Columns, *meanings: Meaning) -> list[str]:
    return [cell for cell, meaning in zip(cells, columns.meanings, strict=False) if meaning in meanings and cell]


def _said(cells: Sequence[str], columns: Columns, meaning: Meaning) -> str:
    return "|".join(_all(cells, columns, meaning)).casefold()


def _one(cells: Sequence[str], columns: Columns, *meanings: Meaning) -> str:
    return next(iter(_all(cells, columns, *meanings)), "")


def _day(row: TableRow, columns: Columns) -> str:
    return _one(row.cells, columns, Meaning.DAY, Meaning.WHEN)


def _pair_unit(header: Header, cells: Iterable[Sequence[str]], columns: Columns) -> PairUnit | None:
    """Return what two figures mean in the column of durations; None where that stays open or there is none."""
    if not columns.has(Meaning.DURATION):
        return None
    at = columns.meanings.index(Meaning.DURATION)
    return pair_unit(header[at], (row[at] for row in cells if len(row) > at))


def _item(source: Source, row: TableRow, columns: Columns, order: DayOrder, pair: PairUnit | None) -> Found | None:
    """Return the item of a row; None where it has another number of cells, no date, or nothing tells who it was."""
    cells, kind = row.cells, _said(row.cells, columns, Meaning.KIND)
    direction = direction_of(kind) or columns.sent_by
    if _is_broken(cells, columns) or direction is None or dated(_day(row, columns), 0) is None:
        return None
    words = "\n".join(_all(cells, columns, Meaning.WORDS))
    channel = channel_of(kind) or (Channel.OTHER if columns.has(Meaning.WORDS) else Channel.CALL)
    seconds, in_doubt = _seconds(cells, columns, pair)
    chat, name = _one(cells, columns, Meaning.CHAT), _one(cells, columns, Meaning.NAME)
    number = _one(cells, columns, Meaning.NUMBER, Meaning.CALLED)
    if direction is SentBy.SENT and chat:
        # Name and number of a message are its writer's, here her own.
        name, number = chat, ""
    party = number_of(number)
    files = _files(source, _one(cells, columns, Meaning.FILES))
    return Found(
        place=Place(row.start, row.length, row.line),
        channel=channel,
        direction=direction,
        when=when(_day(row, columns), _one(cells, columns, Meaning.CLOCK), order),
        party=party,
        name=name or ("" if party else number) or chat,
        withheld=bool(not party and WITHHELD.search(number.casefold())),
        conversation=chat,
        text=words,
        call=_result(kind, direction, talked=bool(seconds) or in_doubt) if channel is Channel.CALL else None,
        seconds=seconds if channel is Channel.CALL else None,
        attachments=files,
        notes=(
            *((OriginNote.FILE_MISSING,) if any(one.missing for one in files) else ()),
            *((OriginNote.DURATION_IN_DOUBT,) if in_doubt and channel is Channel.CALL else ()),
        ),
    )


def _is_broken(cells: Sequence[str], columns: Columns) -> bool:
    """Test whether a row has another number of cells, or lines in a cell without words: a quote was never closed."""
    lines = any("\n" in cell for cell, meaning in zip(cells, columns.meanings, strict=False) if meaning in _OF_ONE_LINE)
    return lines or len(cells) != len(columns.meanings)


def _seconds(cells: Sequence[str], columns: Columns, pair: PairUnit | None) -> tuple[int | None, bool]:
    """Return the duration, and whether one stands there that can be read in two ways."""
    counted = _one(cells, columns, Meaning.SECONDS)
    said = counted or _one(cells, columns, Meaning.DURATION)
    return seconds_of(said, bare=bool(counted), pair=pair), is_pair(said) and pair is None


def _result(kind: str, direction: SentBy, *, talked: bool) -> CallResult:
    result = result_of(kind)
    answered = result is CallResult.UNKNOWN and direction is SentBy.RECEIVED and talked
    return CallResult.ANSWERED if answered else result


def _files(source: Source, said: str) -> tuple[FoundFile, ...]:
    names = [name.strip() for name in said.split(" | ") if name.strip()]
    return tuple(FoundFile(name, index=at, missing=not source.has_beside(name)) for at, name in enumerate(names))
