"""What calls and messages of chat programs become: an account is never a number, and what is open stays open."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from journal.domain.entry.origin import OriginNote
from journal.intake.model.found import CallResult, Channel, Doubt, Found, Place, SentBy, SourceTime
from journal.intake.triage.entries import entry_of

ZONE = ZoneInfo("Europe/Brussels")


def found(**content: object) -> Found:
    about = {"channel": Channel.TELEGRAM, "direction": SentBy.RECEIVED, "when": SourceTime(instant=1_792_891_800_000)}
    return Found(**{"place": Place(), "party": "user22", "name": "Bram"} | about | content)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("result", "kind", "notes"),
    [
        (CallResult.MISSED, "call_missed", ()),
        (CallResult.NOT_ANSWERED, "call_missed", (OriginNote.NOT_ANSWERED,)),
        (CallResult.BUSY, "call_missed", (OriginNote.BUSY,)),
        (CallResult.ANSWERED, "call_answered", ()),
    ],
)
def test_a_call_through_a_program_names_an_account_and_no_number(
    result: CallResult, kind: str, notes: tuple[OriginNote, ...]
) -> None:
    entry = entry_of([found(call=result)], "result.json", "", ZONE)

    assert entry.kind == kind
    assert entry.details == {"message.sender": "Bram <user22>", "message.channel": "Telegram"}
    assert entry.taken_from is not None
    assert entry.taken_from.notes == notes


def test_every_way_in_which_a_call_ends_has_a_kind() -> None:
    for result in CallResult:
        assert entry_of([found(call=result)], "result.json", "", ZONE).kind


def test_a_time_without_a_zone_says_so_and_is_not_called_wrong() -> None:
    when = SourceTime(local="2026-07-01T12:00:00", doubt=Doubt.ZONE_NOT_TOLD)

    entry = entry_of([found(when=when, channel=Channel.TIKTOK)], "user_data.json", "", ZONE)

    assert entry.taken_from is not None
    assert entry.taken_from.notes == (OriginNote.ZONE_NOT_TOLD,)
    assert entry.happened.known
