"""Question of `journal import` about the columns of a table: each with its first values, then who called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from journal.commands.line_answers import agreed, line
from journal.commands.output import in_a_terminal, tell, tell_numbered
from journal.domain.text.words import N_, _, labelled, quoted, spoken
from journal.intake.formats.tables import previewed
from journal.intake.model.columns import Meaning
from journal.intake.model.found import SentBy
from journal.intake.triage.telling import row_in_words
from journal.ui.frame.masking import harmless

if TYPE_CHECKING:
    from journal.intake.model.columns import Columns, ColumnsOpen

_SENT_BY_HELP = N_("It holds for every line of the table. Nothing is brought in before the last question.")
_COLUMN_HELP = N_("Type the number of what these values are. Enter alone leaves the column out.")
_AGAIN_HELP = N_("Yes reads each column as it is told above. No asks what is in each of them.")
_CHOICES = tuple(one for one in Meaning if one)


def asked_columns(asked: ColumnsOpen, before: Columns | None) -> Columns:
    """Return the columns as answered; raises what was asked where they still do not tell all that is needed.

    `before` is what they held in the last table with the same names, and is taken again unless somebody says no.
    """
    if before and _as_before(asked, before):
        return before
    columns = asked.columns
    if not columns.whole:
        tell(_("What is in these columns? Type the number of the answer, or enter for none of these."))
        tell_numbered(_(meaning.label) for meaning in _CHOICES)
        columns = columns.with_meanings(one or _meaning_of(asked, at) for at, one in enumerate(columns.meanings))
    if columns.sent_by is SentBy.UNKNOWN:
        tell(_("The table does not say who called or wrote."))
        tell("1: " + _("the other person"))
        tell("2: " + _("you yourself"))
        answers = {"1": SentBy.RECEIVED, "2": SentBy.SENT}
        columns = replace(columns, sent_by=answers.get(line(_("Type 1 or 2."), _(_SENT_BY_HELP)) or "", SentBy.UNKNOWN))
    if not columns.whole or columns.sent_by is SentBy.UNKNOWN:
        raise asked
    _tell_rows(asked, columns)
    return columns


def _as_before(asked: ColumnsOpen, before: Columns) -> bool:
    tell(
        harmless(
            _("The columns of “{name}” are read as those of the last table with the same names:").format(
                name=asked.source.name
            )
        )
    )
    told = [
        labelled(quoted(name), _(one.label)) for name, one in zip(asked.header, before.meanings, strict=True) if one
    ]
    tell(harmless(" · ".join(told)))
    _tell_rows(asked, before)
    return not in_a_terminal() or bool(agreed(_("Read them so again? Type yes or no."), _(_AGAIN_HELP)))


def _tell_rows(asked: ColumnsOpen, columns: Columns) -> None:
    for time, found in previewed(asked, columns):
        tell(harmless(row_in_words(time, found, spoken())))


def _meaning_of(asked: ColumnsOpen, at: int) -> Meaning:
    values = " · ".join(row[at] or "-" for row in asked.rows)
    tell(harmless(labelled(quoted(asked.header[at]), values)))
    answer = line(_("Number, or enter."), _(_COLUMN_HELP)) or ""
    known = answer.isdecimal() and len(answer) < 3 and 1 <= int(answer) <= len(_CHOICES)
    return _CHOICES[int(answer) - 1] if known else Meaning.NOTHING
