"""The form: what is typed and the entry it means, there and back without a loss."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import kinds
from journal.domain.entry import typed_details
from journal.domain.entry.entry import Entry, Targeted
from journal.domain.forms.entries import KIND_NOT_CHOSEN, NO_TIME, to_entry, typed_from
from journal.domain.forms.filling import filled, meant
from journal.domain.forms.form_input import FormInput, TypedTime, Unfinished, editable
from journal.domain.forms.form_question import of_field
from journal.domain.text.words import Words
from journal.domain.time.moment import UNKNOWN, Certainty, Moment, exactly
from journal.domain.time.reading.answer import WRONG_ORDER
from tests.domain.entries import WORDS, entries

if TYPE_CHECKING:
    from journal.domain.kinds.catalogue import Detail

ENGLISH = Words()
EVENING = exactly(datetime(2026, 11, 21, 21, 14, tzinfo=UTC), "gisteren 22u14")
A_TIME = TypedTime("gisteren 22u14", moment=EVENING)


def a_form(words: dict[str, str] | None = None, **times: TypedTime) -> FormInput:
    """A form with these words, in which the time is settled unless other times are given."""
    return FormInput(words or {}, times or {"happened": A_TIME})


def an_entry_of(typed: FormInput, base: Entry | None = None, before: FormInput | None = None) -> Entry:
    entry = to_entry(typed, base, before)
    assert isinstance(entry, Entry), entry
    return entry


def complaints_of(typed: FormInput) -> dict[str, str]:
    unfinished = to_entry(typed)
    assert isinstance(unfinished, Unfinished), unfinished
    return unfinished.complaints


@given(entry=entries())
def test_an_entry_that_is_opened_and_saved_unchanged_is_the_same(entry: Entry) -> None:
    before = typed_from(entry, ENGLISH)

    again = to_entry(before, entry, before)

    assert again == entry


@given(entry=entries())
def test_a_form_means_its_entry_also_for_somebody_who_never_saw_the_entry(entry: Entry) -> None:
    typed = typed_from(entry, ENGLISH)

    again = to_entry(typed)

    assert again == entry


@given(entry=entries())
def test_a_form_that_went_through_a_draft_is_the_same(entry: Entry) -> None:
    typed = typed_from(entry, ENGLISH)

    kept = msgspec.json.decode(msgspec.json.encode(typed.kept()))

    assert FormInput.restored(kept) == typed


@given(words=st.dictionaries(WORDS, WORDS), texts=st.dictionaries(WORDS, WORDS))
def test_anything_at_all_that_was_typed_comes_back_from_a_draft(words: dict[str, str], texts: dict[str, str]) -> None:
    typed = FormInput(words, {name: TypedTime(text) for name, text in texts.items()})

    assert FormInput.restored(typed.kept()) == typed


@given(entry=entries(), other=entries())
def test_changing_one_field_leaves_every_other_one_as_it_was(entry: Entry, other: Entry) -> None:
    before = typed_from(entry, ENGLISH)

    again = an_entry_of(before.with_words("place", other.place), entry, before)

    assert again == msgspec.structs.replace(entry, place=other.place)


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"words": None, "times": 7},
        {"words": {"account": ["no text"], "place": "kept"}, "times": {"happened": {"text": 3}}},
        {"words": {"place": "kept"}, "times": {"happened": {"text": "x", "at": "never"}}},
        {"times": {"happened": {"text": "x", "moment": {"certainty": "exact", "start": "soon"}}}},
    ],
)
def test_a_draft_that_can_be_read_only_in_part_gives_the_rest_back(kept: dict[str, object]) -> None:
    restored = FormInput.restored(kept)

    assert restored.words == ({"place": "kept"} if kept.get("words") else {})
    assert restored.times == {}


def test_nothing_is_required_but_a_time() -> None:
    assert complaints_of(FormInput()) == {"happened": NO_TIME}
    assert an_entry_of(a_form()) == Entry(happened=EVENING, kind="other")


def test_the_time_may_be_unknown() -> None:
    typed = a_form(happened=TypedTime("unknown", moment=UNKNOWN))

    assert an_entry_of(typed).happened == UNKNOWN


def test_a_time_that_was_not_settled_is_complained_of_at_its_field() -> None:
    typed = a_form(happened=TypedTime("8 uur"), noticed=TypedTime("blurgh"))

    assert list(complaints_of(typed)) == ["happened", "noticed"]


def test_an_end_before_the_beginning_is_complained_of() -> None:
    earlier = exactly(datetime(2026, 11, 21, 20, 0, tzinfo=UTC))

    typed = a_form(happened=A_TIME, until=TypedTime("21:00", moment=earlier))

    assert complaints_of(typed) == {"until": WRONG_ORDER}


def test_an_end_named_with_the_beginning_counts_unless_another_one_is_typed() -> None:
    end = exactly(datetime(2026, 11, 21, 22, 10, tzinfo=UTC))
    later = exactly(datetime(2026, 11, 21, 23, 10, tzinfo=UTC))
    span = TypedTime("22:14-23:10", moment=EVENING, until=end)

    one = an_entry_of(a_form(happened=span))
    other = an_entry_of(a_form(happened=span, until=TypedTime("0:10", moment=later)))

    assert one.until == end
    assert other.until == later


def test_letters_that_found_no_kind_are_complained_of() -> None:
    assert complaints_of(a_form({"kind_typed": "xyzzy"})) == {"kind": KIND_NOT_CHOSEN}


@pytest.mark.parametrize("typed", ["0", "-3", "many", "1.5", "1_000", "9" * 40])
def test_how_many_must_be_a_whole_number_from_one_on(typed: str) -> None:
    assert complaints_of(a_form({"kind": "call_missed", "times": typed})) == {"times": typed_details.NOT_ONE_OR_MORE}


def test_how_many_counts_only_for_kinds_that_can_be_counted() -> None:
    assert an_entry_of(a_form({"kind": "call_missed", "times": "37"})).times == 37
    assert an_entry_of(a_form({"kind": "followed", "times": "37"})).times == 1


def test_a_changed_kind_loses_nothing_that_was_typed_for_the_first() -> None:
    typed = a_form({"kind": "followed", "call.rings": "9"})

    assert an_entry_of(typed).details == {"call.rings": 9}


def test_words_that_do_not_fit_a_field_are_complained_of_only_while_it_shows() -> None:
    words = {"call.rings": "nine", "call.duration": "45"}

    shown = complaints_of(a_form({"kind": "call_silent"} | words))
    hidden = an_entry_of(a_form({"kind": "followed"} | words))

    assert shown == {"call.rings": typed_details.NOT_A_NUMBER, "call.duration": typed_details.SECONDS_OR_MINUTES}
    assert hidden.details == {}


def test_a_field_that_is_emptied_is_taken_from_the_entry() -> None:
    entry = Entry(
        happened=EVENING, kind="call_silent", place="at home", details={"call.rings": 9, "call.answered": True}
    )
    before = typed_from(entry, ENGLISH)

    again = an_entry_of(before.with_words("place", "").with_words("call.rings", ""), entry, before)

    assert again == Entry(happened=EVENING, kind="call_silent", details={"call.answered": True})


def test_a_value_that_a_newer_version_wrote_stays_as_it_is() -> None:
    odd: dict[str, Detail] = {
        "call.rings": "about nine",
        "delivery.sort_unknown_here": True,
        "no.received_on": "spring",
    }
    entry = Entry(happened=EVENING, kind="call_silent", details=odd)
    before = typed_from(entry, ENGLISH)

    assert an_entry_of(before, entry, before) == entry


def test_tags_are_separated_by_commas_and_named_once() -> None:
    assert an_entry_of(a_form({"tags": " work,bus stop , work,,"})).tags == ("work", "bus stop")


def test_ids_that_are_chosen_become_the_values_they_stand_for() -> None:
    chosen = {"targeted": "me, child", "witnesses": "3, 12", "person": "2"}

    entry = an_entry_of(a_form(chosen | {"identified_by": "voice", "threat_felt": "somewhat"}))

    assert entry.targeted == (Targeted.ME, Targeted.CHILD)
    assert (entry.witnesses, entry.person) == ((3, 12), 2)
    assert (entry.identified_by, entry.threat_felt) == ("voice", "somewhat")


def test_a_day_of_a_kind_is_kept_once_it_is_settled() -> None:
    settled = TypedTime("3/11", moment=Moment(Certainty.DAY, start="2026-11-03"))

    said_no = a_form({"kind": "said_no"})

    kept = an_entry_of(said_no.with_time("no.received_on", settled))
    unsettled = complaints_of(said_no.with_time("no.received_on", TypedTime("soon")))

    assert kept.details == {"no.received_on": "2026-11-03"}
    assert unsettled == {"no.received_on": typed_details.NOT_A_DAY}


def test_an_exact_time_stands_in_the_form_with_its_date_and_without_a_weekday_that_would_have_to_follow() -> None:
    assert editable(EVENING, ENGLISH) == "21 November 2026 21:14"
    assert editable(Moment(Certainty.DAY, start="2026-11-21"), Words("nl")) == "21 november 2026"
    assert editable(UNKNOWN, ENGLISH) == "unknown"


@given(seconds=st.integers(0, 4_000_000))
def test_a_duration_reads_back_as_it_is_shown(seconds: int) -> None:
    asked = [of_field(field) for field in kinds.kind("call_silent").fields if field.id == "call.duration"]

    assert meant(filled({"call.duration": seconds}, asked, ENGLISH), asked, FormInput(), {}) == {
        "call.duration": seconds
    }


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3:20", timedelta(minutes=3, seconds=20)),
        ("1:05:00", timedelta(hours=1, minutes=5)),
        ("45 s", timedelta(seconds=45)),
        ("45sec", timedelta(seconds=45)),
        ("3 min", timedelta(minutes=3)),
        ("2 minuten 5 seconden", timedelta(minutes=2, seconds=5)),
        ("1 u 30 min", timedelta(hours=1, minutes=30)),
        ("2 heures", timedelta(hours=2)),
    ],
)
def test_durations_are_read_as_people_type_them(typed: str, expected: timedelta) -> None:
    assert typed_details.seconds(typed) == expected.total_seconds()


@pytest.mark.parametrize("typed", ["45", "a while", "3:2", "min", "1:2:3:4"])
def test_a_duration_that_may_mean_two_things_or_nothing_is_asked(typed: str) -> None:
    with pytest.raises(typed_details.NotReadable):
        typed_details.seconds(typed)
