"""Filters in words: distinct, in three languages, without a word that acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.case.case_event import CaseEvent
from journal.domain.case.people import Person
from journal.domain.entry.entry import Targeted
from journal.domain.filters.describing import CaseNames, describe
from journal.domain.filters.values import (
    EVERYTHING,
    AimedAt,
    Has,
    InEvent,
    InPeriod,
    NamesPerson,
    OfGroup,
    OfKind,
    RecordedLater,
    Tagged,
    Trait,
)
from journal.domain.kinds.catalogue import Group
from journal.domain.text.words import Words
from tests.domain.filters.some_filters import FILTERS

if TYPE_CHECKING:
    from journal.domain.filters.values import AnyFilter

NAMES = CaseNames(
    {number: Person(number=number, name=name) for number, name in enumerate(("An", "Bo", "Bo"), 1)},
    {number: CaseEvent(number=number, name=name) for number, name in enumerate(("Attic", "Night", "Night"), 1)},
)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (EVERYTHING, "all entries"),
        (OfKind("call_silent") | OfKind("sms"), "Silent call or Text message (SMS)"),
        (OfGroup(Group.PHYSICAL) & InPeriod("2026-11-01", "2026-11-30"), "group Physical, November 2026"),
        (InPeriod("2026-01-01", "2026-12-31"), "2026"),
        (InPeriod("2026-10-01"), "from 1 October 2026 on"),
        (InPeriod(last="2026-10-01", surely=True), "surely until 1 October 2026"),
        (InPeriod("2026-10-01", "2026-10-15"), "from 1 October 2026 to 15 October 2026"),
        (NamesPerson(1) & ~Has(Trait.EVIDENCE), "about An, without evidence"),
        (NamesPerson(2), "about Bo (person 2)"),
        (NamesPerson(9), "about person 9"),
        (InEvent(1) | InEvent(2), "event “Attic” or event 2 “Night”"),
        (~InEvent(9), "not event 9"),
        (~(Tagged("work") | Has(Trait.REPORTED)), "not (tag “work” or reported)"),
        (RecordedLater(48), "recorded 2 days later or more"),
        (RecordedLater(1, 24), "recorded 1 hour to 1 day later"),
        (AimedAt(Targeted.CHILD), "aimed at: child"),
        (Tagged("\x1b[2J"), "tag “␛[2J”"),
    ],
)
def test_a_filter_is_described_in_plain_words(wanted: AnyFilter, words: str) -> None:
    assert describe(wanted, Words(), NAMES) == words


@given(FILTERS, FILTERS, st.sampled_from(("en", "nl", "fr")))
def test_different_filters_have_different_descriptions(one: AnyFilter, other: AnyFilter, language: str) -> None:
    told = [describe(wanted, Words(language), NAMES) for wanted in (one, other)]

    assert all(told)
    assert (told[0] == told[1]) == (one == other)
