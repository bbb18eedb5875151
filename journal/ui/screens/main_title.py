"""What the first line of the main screen says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain import telling
from journal.domain.moment import exactly
from journal.domain.numbers import in_figures
from journal.domain.words import _, many, spoken
from journal.ui.widgets.title_line import Title

if TYPE_CHECKING:
    from journal.logbook import Logbook

DEFAULT_NAME = "journal"


def title(logbook: Logbook, number: int, found: int | None) -> Title:
    """Return name, place and age of a journal; `found` is how many entries a search left, None without a search."""
    stem = logbook.path.stem
    name = _("Journal") if stem == DEFAULT_NAME else _("Journal: {name}").format(name=stem)
    parts = filter(None, [_place(logbook, number, found), _last_record(logbook)])
    return Title(name, tuple(parts), _warning(logbook))


def _place(logbook: Logbook, number: int, found: int | None) -> str:
    count = len(logbook.state.entries)
    if found is not None:
        return _("{found} of {count} entries found").format(found=_figures(found), count=_figures(count))
    if not number:
        return ""
    return _("entry {number} of {count}").format(number=_figures(number), count=_figures(count))


def _last_record(logbook: Logbook) -> str:
    last = logbook.last
    if last is None:
        return ""
    now = logbook.now()
    written = last.written.astimezone(logbook.zone)
    when = telling.ago(exactly(written), now, spoken())
    if written.date() != now.date():
        when = f"{when} {written:%H:%M}"
    return _("last record {number}, {when}").format(number=_figures(last.seq), when=when)


def _warning(logbook: Logbook) -> str:
    if logbook.read_only:
        return _("read only: nothing can be added")
    count = len(logbook.drafts)
    if count:
        return many("{count} draft waits (d)", "{count} drafts wait (d)", count).format(count=count)
    return ""


def _figures(number: int) -> str:
    return in_figures(number, spoken())
