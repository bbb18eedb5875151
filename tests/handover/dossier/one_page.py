"""The page that says it all, made of a small log: its section, and what stands beside each label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from journal.handover.dossier.summary import summary
from journal.handover.selection.choice import HandoverChoice
from tests.handover.cases import chosen_of
from tests.handover.dossier.said import ENGLISH, a_call, a_log, at, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from journal.domain.entry.entry import Entry
    from journal.handover.model.document import Section
    from journal.logbook import Logbook

TWO_DAYS = (a_call(at("2026-10-18T22:14"), 2), a_call(at("2026-10-21T08:00"), 3))


def told(logbook: Logbook, **choice: Any) -> Section:
    """The page."""
    section = summary(chosen_of(logbook, HandoverChoice(**choice)), ENGLISH)
    logbook.close()
    return section


def said(folder: Path, *entries: Entry, **choice: Any) -> dict[str, str]:
    """What stands beside each label of the page."""
    return {label: values[0] for label, values in rows_of(told(a_log(folder, *entries), **choice)).items()}
