"""Values of options that name a kind, a day or a time, read as the screens read them; a doubtful one is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.commands.error_reporting import WrongUsage
from journal.domain import kinds
from journal.domain.text.harmless import harmless
from journal.domain.text.normalisation import normalise
from journal.domain.text.words import _, spoken

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from journal.domain.kinds.catalogue import Kind
    from journal.domain.time.reading import Direction, Understood

MOST_NAMED = 9
"""How many kinds are named where several fit."""


def kinds_called(text: str) -> tuple[Kind, ...]:
    """Return the kind with this id or label, or else the kinds that the letters find, best match first."""
    exact = (one for one in kinds.KINDS if one.id == text.strip() or normalise(_(one.label)) == normalise(text))
    return tuple(exact) or kinds.find(text, spoken())


def kind_called(text: str) -> Kind:
    """Return the one kind that is meant; raises WrongUsage where none or several fit."""
    found = kinds_called(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise WrongUsage(_("No kind is called “{text}”. Nothing was done.").format(text=harmless(text)))
    named = ", ".join(_(one.label) for one in found[:MOST_NAMED])
    more = _(" and others") if len(found) > MOST_NAMED else ""
    raise WrongUsage(
        _("“{text}” fits several kinds: {named}{more}. Nothing was done; please write it out.").format(
            text=harmless(text), named=named, more=more
        )
    )


def time_meant(text: str, now: Callable[[], datetime], direction: Direction | None = None) -> Understood:
    """Return the one time that is meant, as the editor reads it; raises WrongUsage for none or a doubtful one."""
    from journal.domain.forms.time_reader import TimeReader
    from journal.domain.time.reading import Direction, Question, Understood

    reader = TimeReader(now, direction or Direction.PAST)
    reading = reader.read(text, now())
    if isinstance(reading, Understood):
        return reading
    told = harmless(reader.told(reading))
    if isinstance(reading, Question):
        said = _("“{text}” can be read in more than one way ({options}). Nothing was done; please write it out.")
        raise WrongUsage(said.format(text=harmless(text), options=told))
    raise WrongUsage(_("“{text}” is no time: {why} Nothing was done.").format(text=harmless(text), why=told))


def day_meant(text: str, now: Callable[[], datetime], *, first: bool) -> date | None:
    """Return the first or the last day of the time that is meant, None for none; raises WrongUsage as `time_meant`."""
    if not text.strip():
        return None
    from journal.domain.time.reading import Direction

    meant = time_meant(text, now, Direction.INTERVAL)
    day = meant.moment.first_day if first else (meant.until or meant.moment).last_day
    if day is None:
        raise WrongUsage(_("“{text}” is no day. Nothing was done.").format(text=harmless(text)))
    return day
