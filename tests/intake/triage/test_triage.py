"""What was found is held against the journal: twice is once, the doubtful is asked, and bursts are counted."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from journal.domain import kinds
from journal.domain.case.identifiers import marks_of
from journal.domain.case.people import Person, Role
from journal.domain.entry.origin import OriginNote
from journal.domain.text.words import spoken
from journal.domain.time.moment import Certainty
from journal.intake.model.found import CallResult, Channel, Doubt, Found, Place, SentBy, SourceTime
from journal.intake.model.times import moment
from journal.intake.triage.entries import entry_of, kind_of
from journal.intake.triage.telling import never_held
from journal.intake.triage.triage import (
    Here,
    Presence,
    Triage,
    TriageItem,
    as_own,
    bursts,
    chosen_beforehand,
    open_writers,
)
from tests.intake.exports import NUMBER, SISTER

ZONE = ZoneInfo("Europe/Brussels")
AT = 1_790_000_000_000
ONE, OTHER = "a" * 64, "b" * 64
STALKER = Person(number=7, name="Unknown caller", role=Role.STALKER, telephone_numbers=("0470 55 51 23",))


def a_message(text: str = "Where are you?", at: int = AT, start: int = 0, **more: Any) -> Found:
    said: dict[str, Any] = {
        "channel": Channel.SMS,
        "direction": SentBy.RECEIVED,
        "when": SourceTime(instant=at),
        "party": NUMBER,
        "text": text,
    }
    return Found(place=Place(start, 10), **said | more)


def a_call(result: CallResult, at: int = AT, start: int = 0) -> Found:
    return a_message("", at, start, channel=Channel.CALL, call=result, seconds=0)


def presences(here: Here, sha256: str, *found: Found) -> list[Presence]:
    return [here.presence_of(one, sha256)[0] for one in found]


def here_with(*groups: list[Found], sha256: str = ONE) -> Here:
    here = Here("BE", ZONE)
    for group in groups:
        here.add_entry(entry_of(group, "export.xml", sha256, ZONE))
    return here


def test_the_same_file_again_is_here() -> None:
    first, second = a_message(start=5), a_message("Answer me", AT + 60_000, start=90)

    assert presences(here_with([first], [second]), ONE, first, second) == [Presence.HERE, Presence.HERE]


def test_a_newer_backup_brings_only_what_is_new() -> None:
    old, new = a_message(start=5), a_message("Answer me", AT + 60_000, start=300)

    found = presences(here_with([old]), OTHER, replace(old, place=Place(77, 10)), new)

    assert found == [Presence.HERE, Presence.NEW]


def test_the_same_number_in_another_spelling_is_the_same() -> None:
    again = a_message(party="0470/55.51.23", start=400)

    assert presences(here_with([a_message(start=5)]), OTHER, again) == [Presence.HERE]


def test_what_a_burst_counted_is_here() -> None:
    calls = [a_call(CallResult.MISSED, AT + 60_000 * minute, start=minute * 50) for minute in range(4)]
    here = here_with(calls)
    again = [replace(one, place=Place(one.place.start + 7, 10)) for one in calls]

    assert presences(here, OTHER, *again) == [Presence.HERE] * 4
    assert presences(here, OTHER, a_call(CallResult.MISSED, AT + 600_000, start=900)) == [Presence.NEW]


def test_the_same_words_from_another_telephone_a_minute_apart_are_doubtful() -> None:
    ours = a_message(channel=Channel.WHATSAPP, party="", name="Jan")
    theirs = a_message(channel=Channel.WHATSAPP, party="", name="Johnny", at=AT + 60_000)

    assert presences(here_with([ours]), OTHER, theirs) == [Presence.DOUBTFUL]
    assert presences(here_with([ours]), OTHER, replace(theirs, when=SourceTime(instant=AT + 91_000))) == [Presence.NEW]
    assert presences(here_with([ours]), OTHER, replace(theirs, text="Something else")) == [Presence.NEW]


def test_two_equal_messages_of_one_minute_are_two_and_of_one_instant_doubtful() -> None:
    minute: dict[str, Any] = {"when": SourceTime(local="2026-09-21T16:13"), "channel": Channel.WHATSAPP}
    two = [a_message("?", start=start, **minute) for start in (1, 50)]
    newer = [replace(one, place=Place(one.place.start + 7, 10)) for one in two]

    assert presences(here_with(), ONE, *two) == [Presence.NEW] * 2
    assert presences(here_with(two[:1], two[1:]), OTHER, *newer, a_message("?", start=99, **minute)) == [
        *[Presence.HERE] * 2,
        Presence.DOUBTFUL,
    ]
    assert presences(here_with(), ONE, a_message("?", start=1), a_message("?", start=50)) == [
        Presence.NEW,
        Presence.DOUBTFUL,
    ]
    assert (
        presences(here_with(), ONE, a_message("!", start=60), a_message("!", AT + 1_000, start=70))
        == [Presence.NEW] * 2
    )


def test_what_comes_from_the_known_number_is_chosen_beforehand() -> None:
    triage = Triage(Here("BE", ZONE), marks_of([STALKER], "BE"), ZONE)
    known = triage.item(a_message(start=1), 0, ONE)
    again = triage.item(a_message(start=1), 0, ONE)
    stranger = triage.item(a_message(party=SISTER, start=2), 0, ONE)
    own = triage.item(a_message(direction=SentBy.SENT, start=3), 0, ONE)

    chosen = [chosen_beforehand(one, frozenset({7})) for one in (known, again, stranger, own)]

    assert known.person == 7
    assert chosen == [True, False, False, False]


def test_what_the_user_wrote_is_own_once_she_said_who_she_is() -> None:
    chat = [a_message(direction=SentBy.UNKNOWN, party="", name=name) for name in ("Jan", "Els")]
    items = [TriageItem(found, 0, Presence.NEW) for found in chat]

    assert [one.found.direction for one in as_own(items, frozenset({"Els"}))] == [
        SentBy.RECEIVED,
        SentBy.SENT,
    ]


def test_a_stranger_under_the_name_of_the_user_is_not_taken_for_her() -> None:
    mails = [
        replace(
            a_message(direction=SentBy.UNKNOWN, party=party, name="Els"), channel=Channel.MAIL, recipient="to@x.org"
        )
        for party in ("els@example.com", "els@example.org")
    ]

    items = [TriageItem(one, 0, Presence.NEW) for one in mails]
    assert [one.name for one in open_writers(items)] == ["Els els@example.com", "Els els@example.org"]
    own, other = as_own(items, frozenset({"els@example.com"}))

    assert (own.found.direction, own.found.party, own.found.own) == (SentBy.SENT, "to@x.org", "els@example.com")
    assert (other.found.direction, other.found.party) == (SentBy.RECEIVED, "els@example.org")


def test_an_address_to_which_mails_were_delivered_is_asked_about_first() -> None:
    mails = [
        *[a_message(direction=SentBy.UNKNOWN, party="bram@example.org", name="")] * 3,
        a_message(direction=SentBy.UNKNOWN, party="Els@example.com", name="Els"),
        replace(a_message(party="mum@example.org", name=""), own="els@example.com"),
    ]

    writers = open_writers([TriageItem(one, 0, Presence.NEW) for one in mails])

    assert [(one.id, one.messages, one.has_inbox) for one in writers] == [
        ("Els@example.com", 1, True),
        ("bram@example.org", 3, False),
    ]


@pytest.mark.parametrize(("silence", "sizes"), [(0, [1, 1, 1, 1]), (30, [3, 1]), (600, [4])])
def test_a_burst_ends_after_the_silence_that_was_set(silence: int, sizes: list[int]) -> None:
    minutes = (0, 10, 40, 100)
    calls = [a_call(CallResult.MISSED, AT + 60_000 * at, start=at) for at in minutes]

    groups = bursts([TriageItem(one, 0, Presence.NEW) for one in calls], silence, ZONE)

    assert [len(group) for group in groups] == sizes


@given(st.permutations(range(5)))
def test_bursts_are_those_of_time_whatever_the_order_of_the_file(order: list[int]) -> None:
    calls = [a_call(CallResult.MISSED, AT + 600_000 * at, start=at) for at in order]

    groups = bursts([TriageItem(one, 0, Presence.NEW) for one in calls], 15, ZONE)

    assert [[one.found.place.start for one in group] for group in groups] == [[0, 1, 2, 3, 4]]


def test_local_times_of_the_repeated_hour_stay_in_the_order_of_the_file() -> None:
    clocks = ("01:58", "02:50", "02:10", "02:55", "03:01")
    texts = [replace(a_message(start=at), when=SourceTime(local=f"2026-10-25T{one}")) for at, one in enumerate(clocks)]

    groups = bursts([TriageItem(one, 0, Presence.NEW) for one in texts], 0, ZONE)

    assert [one.found.place.start for (one,) in groups] == [0, 1, 2, 3, 4]


def test_a_burst_holds_one_sender_and_one_kind() -> None:
    items = [
        a_call(CallResult.MISSED, AT, 1),
        a_call(CallResult.ANSWERED, AT + 1_000, 2),
        replace(a_call(CallResult.MISSED, AT + 2_000, 3), party=SISTER),
        a_call(CallResult.MISSED, AT + 3_000, 4),
    ]

    groups = bursts([TriageItem(one, 0, Presence.NEW) for one in items], 30, ZONE)

    assert [[one.found.place.start for one in group] for group in groups] == [[1, 4], [2], [3]]


def test_an_entry_says_what_the_export_says_and_no_more() -> None:
    entry = entry_of([a_call(CallResult.MISSED)], "calls.xml", ONE, ZONE, person=7)

    assert (entry.kind, entry.times, entry.person, entry.account) == ("call_missed", 1, 7, "")
    assert entry.details == {"call.number": NUMBER}
    assert (entry.happened.start, entry.happened.offset) == ("2026-09-21T16:13:20", "+02:00")
    assert entry.until is None
    assert entry.taken_from is not None
    assert (entry.taken_from.file, entry.taken_from.sha256) == ("calls.xml", ONE)


def test_an_entry_of_a_burst_counts_and_spans_it() -> None:
    texts = [a_message(f"message {at}", AT + 60_000 * at, at) for at in range(3)]

    entry = entry_of(texts, "sms.xml", ONE, ZONE)

    assert (entry.times, entry.kind) == (3, "sms")
    assert entry.quoted_words == "16:13:20 message 0\n16:14:20 message 1\n16:15:20 message 2"
    assert entry.until is not None
    assert entry.until.start == "2026-09-21T16:15:20"
    assert entry.taken_from is not None
    assert [place.start for place in entry.taken_from.places] == [0, 1, 2]


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (a_call(CallResult.ANSWERED), "call_answered"),
        (a_call(CallResult.REJECTED), "call_missed"),
        (a_call(CallResult.VOICEMAIL), "voicemail"),
        (a_message(), "sms"),
        (a_message(channel=Channel.WHATSAPP), "chat"),
        (a_message(channel=Channel.MAIL), "email"),
        (a_message(direction=SentBy.SENT), "other_step"),
    ],
)
def test_each_becomes_the_kind_that_it_is(found: Found, kind: str) -> None:
    assert kind_of(found) == kind


def test_what_the_user_sent_counts_as_no_act_and_says_so() -> None:
    entry = entry_of([a_message(direction=SentBy.SENT)], "sms.xml", ONE, ZONE)

    assert entry.acts == 0
    assert entry.taken_from is not None
    assert entry.taken_from.notes == (OriginNote.OWN,)


def test_a_notice_of_the_program_counts_as_no_act_and_is_counted_beforehand() -> None:
    notice = a_message("You blocked this contact. Tap to unblock.", direction=SentBy.NEITHER, party="", name="")

    entry = entry_of([notice], "chat.txt", ONE, ZONE)

    assert kinds.kind(entry.kind).own_step
    assert entry.taken_from
    assert entry.taken_from.notes == (OriginNote.NOTICE,)
    items = [TriageItem(found=one, source=0, presence=Presence.NEW) for one in (notice, a_message(), notice)]
    (told, *_others) = never_held(items, spoken())
    assert told.startswith("2 lines are notices of the program, for example of a changed number")


def test_an_hour_that_there_was_twice_keeps_both_readings() -> None:
    twice = moment(SourceTime(local="2026-10-25T02:30"), ZONE)

    assert (twice.certainty, twice.offset, twice.end_offset) == (Certainty.BETWEEN, "+02:00", "+01:00")
    assert (twice.start, twice.end) == ("2026-10-25T02:30", "2026-10-25T02:30")
    assert moment(SourceTime(local="2026-10-25T03:30"), ZONE).certainty is Certainty.EXACT


def test_a_time_in_doubt_is_unknown_and_told() -> None:
    entry = entry_of([a_message(when=SourceTime(instant=0, doubt=Doubt.ROUND_START))], "sms.xml", ONE, ZONE)

    assert not entry.happened.known
    assert entry.taken_from is not None
    assert entry.taken_from.notes == (OriginNote.TIME_IN_DOUBT,)
