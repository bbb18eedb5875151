"""Writer of tables as CSV and XLSX, in which no stored word is ever a formula."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from journal.domain.text.harmless import harmless
from journal.domain.text.languages import LANGUAGES, known_language
from journal.domain.text.words import N_
from journal.handover.dossier.tables import Own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from journal.domain.text.words import Words
    from journal.handover.dossier.tables import Sheet, Value

LONGEST = 32_767
"""Maximum length of a cell, in UTF-16 code units, as spreadsheets count."""
_FORMULA = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
"""Prefixes that make a cell a formula, leading spaces aside."""
_NO_TAB = re.compile(r"[\[\]:*?/\\']")
"""What the name of a sheet must not hold."""
_LONGEST_TAB = 31
_NO_XML = {0xFFFE: "\N{REPLACEMENT CHARACTER}", 0xFFFF: "\N{REPLACEMENT CHARACTER}"}
_CUT = N_(" [cut off here: a cell holds no more; the whole text stands in the other documents]")


def csv_sheet(sheet: Sheet) -> bytes:
    """Return a sheet as CSV: UTF-8 with a mark at its beginning, every text quoted where it has to be.

    Between cells stands what a spreadsheet in the language of the sheet expects: a semicolon where the decimal sign is
    a comma, else a comma. A line `sep=` would help one program, and make it take the letters for another encoding.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=LANGUAGES[known_language(sheet.language)].separator)
    writer.writerow(sheet.heads)
    writer.writerows([_guarded(value) for value in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx(sheets: Sequence[Sheet], words: Words, made: datetime) -> bytes:
    """Return the sheets as one XLSX file; numbers as numbers, all else as text."""
    import xlsxwriter

    out = BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(out, safe) as book:
        book.set_properties({"created": made.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet, name in zip(sheets, _tabs(sheets), strict=True):
            page = book.add_worksheet(name)
            page.freeze_panes(1, 1)
            page.set_column(0, len(sheet.heads), 18)
            page.write_row(0, 0, sheet.heads, head)
            for at, row in enumerate(sheet.rows, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, int):
                        page.write_number(at, column, value, plain)
                    elif value:  # nine of ten cells are empty: a column for every field of every kind
                        page.write_string(at, column, _fitting(value, words), plain)
            page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    return out.getvalue()


def _tabs(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield a name for each sheet that such programs take: short, and each only once."""
    taken: set[str] = set()
    for at, sheet in enumerate(sheets, start=1):
        plain = _NO_TAB.sub(" ", sheet.title).strip()
        name = plain[:_LONGEST_TAB].strip()
        if not name or name.casefold() in taken:
            name = f"{at} {plain}"[:_LONGEST_TAB].strip()
        taken.add(name.casefold())
        yield name


def _guarded(value: Value) -> Value:
    """Return a value that no spreadsheet takes for a formula: such a text gets an apostrophe before it."""
    if isinstance(value, int | Own):
        return value
    shown = harmless(value, lines=True)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _fitting(value: str, words: Words) -> str:
    shown = harmless(value, lines=True).translate(_NO_XML)
    if len(shown) * 2 <= LONGEST or _size(shown) <= LONGEST:
        return shown
    cut = words(_CUT)
    kept = shown.encode("utf-16-le")[: (LONGEST - _size(cut)) * 2].decode("utf-16-le", "ignore")
    return kept + cut


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
