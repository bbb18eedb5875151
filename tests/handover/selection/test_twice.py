"""Two calls in the hour that comes twice are told apart wherever a time is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.text.country import tell_by
from journal.domain.time.moment import Certainty, Moment
from journal.handover.dossier.dossier import dossier
from journal.handover.dossier.tables import sheets
from journal.handover.requests.ombudsman import ombudsman
from journal.handover.requests.operator import operator
from journal.handover.selection.choice import For, HandoverChoice
from journal.handover.writers.calendar import calendar
from journal.handover.writers.html import html
from journal.handover.writers.spreadsheet import csv_sheet
from journal.handover.writers.text import text
from journal.ui.timeline.timeline_line import Look, entry_line
from tests.commands.cli_builders import run
from tests.ui.builders import ZONE, a_logbook, an_entry

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
SIDES = {
    "nl": ("zomertijd", "wintertijd"),
    "fr": (f"heure d{APOSTROPHE}été", f"heure d{APOSTROPHE}hiver"),
    "en": ("summer time", "winter time"),
}


def two_calls(folder: Path) -> Logbook:
    sides = (Moment(Certainty.EXACT, "2026-10-25T02:30", offset=offset) for offset in ("+02:00", "+01:00"))
    return a_logbook(folder, *(an_entry("It rang.", happened=one) for one in sides))


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_document_tells_the_two_hours_apart_in_its_language(tmp_path: Path, language: str) -> None:
    logbook = two_calls(tmp_path)
    first, second = (f"02:30 ({side})" for side in SIDES[language])

    chosen = logbook.handing_over.chosen(HandoverChoice(language=language))
    request = logbook.handing_over.chosen(HandoverChoice(language=language, to=For.OMBUDSMAN))
    documents = (dossier(chosen, chosen.words), ombudsman(request, request.words), operator(request, request.words))
    for said in [one(document).decode() for document in documents for one in (text, html)]:
        assert first in said
        assert second in said
    rows = csv_sheet(sheets(chosen, chosen.words)[1]).decode("utf-8-sig")
    assert first in rows
    assert second in rows
    events = calendar(chosen, chosen.words, "id").decode().replace("\r\n ", "")
    assert first in events
    assert second in events
    logbook.close()


def test_list_and_show_and_the_timeline_tell_the_two_hours_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logbook = two_calls(tmp_path)
    logbook.close()

    run("list", "--file", logbook.path)
    run("show", "1", "--file", logbook.path)
    run("show", "2", "--file", logbook.path)

    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("    1  2026-10-25 02:30 (summer time)  Missed call")
    assert said[1].startswith("    2  2026-10-25 02:30 (winter time)  Missed call")
    assert "When: Sunday 25 October 2026, 02:30 (summer time)" in "\n".join(said)
    assert "When: Sunday 25 October 2026, 02:30 (winter time)" in "\n".join(said)
    tell_by(ZONE)
    lines = ["".join(piece for piece, _style in entry_line(one, Look(60))) for one in logbook.state.chronological()]
    assert "02:30  (summer time) Missed call" in lines[0]
    assert "02:30  (winter time) Missed call" in lines[1]
