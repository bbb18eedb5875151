"""Question of `journal import` about the columns of a table: each with its first values, then who called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.output import tell
from journal.commands.prompts import line
from journal.domain.text.harmless import harmless
from journal.domain.text.words import N_, _
from journal.intake.model.columns import Meaning
from journal.intake.model.found import SentBy

if TYPE_CHECKING:
    from journal.intake.model.columns import Columns, ColumnsOpen

_CHOICES = (
    (Meaning.DAY, N_("date")),
    (Meaning.CLOCK, N_("time")),
    (Meaning.WHEN, N_("date and time")),
    (Meaning.NUMBER, N_("number of the other side")),
    (Meaning.NAME, N_("name of the other side")),
    (Meaning.KIND, N_("kind, or whether it came in or went out")),
    (Meaning.DURATION, N_("duration")),
    (Meaning.WORDS, N_("words of the message")),
)


def asked_columns(asked: ColumnsOpen) -> Columns:
    """Return the columns as answered; raises what was asked where they still do not tell all that is needed."""
    columns = asked.columns
    if not columns.whole:
        tell(_("What is in these columns? Type the number of the answer, or enter for none of these."))
        for at, (_meaning, words) in enumerate(_CHOICES, 1):
            tell(f"{at}  {_(words)}")
        meanings = [one or _meaning_of(asked, at) for at, one in enumerate(columns.meanings)]
        told = Meaning.KIND in meanings and not columns.has(Meaning.KIND)
        columns = replace(columns, meanings=tuple(meanings), sent_by=None if told else columns.sent_by)
    if columns.sent_by is SentBy.UNKNOWN:
        tell(_("The table does not say who called or wrote."))
        tell(f"1  {_('the other side')}")
        tell(f"2  {_('you yourself')}")
        answers = {"1": SentBy.RECEIVED, "2": SentBy.SENT}
        columns = replace(columns, sent_by=answers.get(line(_("Type 1 or 2: ")) or "", SentBy.UNKNOWN))
    if not columns.whole or columns.sent_by is SentBy.UNKNOWN:
        raise asked
    return columns


def _meaning_of(asked: ColumnsOpen, at: int) -> Meaning:
    values = " · ".join(row[at] or "-" for row in asked.rows)
    tell(harmless(f"“{asked.header[at]}”: {values}"))
    answer = line(_("Number, or enter: ")) or ""
    known = answer.isdecimal() and len(answer) < 3 and 1 <= int(answer) <= len(_CHOICES)
    return _CHOICES[int(answer) - 1][0] if known else Meaning.NOTHING
