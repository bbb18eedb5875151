from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.intake.formats.json_values import clock, decoded, epoch, identity, seconds, whole_number, written_utc
from journal.intake.model.found import Doubt, SourceTime
from tests.intake.formats.reading import JUNK, torn


@pytest.mark.parametrize(
    ("data", "text", "replaced"),
    [
        (rb'"a\x1Fb"', "a\x1fb", False),
        (rb'"a\\x1Fb"', r"a\x1Fb", False),
        (rb'"\\\x07"', "\\\x07", False),
        (rb'"\ud83d\ude00"', "😀", False),
        (rb'"\ud83d!"', "\ufffd!", True),
        (rb'"\ude00\ud83d"', "\ufffd\ufffd", True),
        (rb'"\\ud83d"', r"\ud83d", False),
        (b'"\xff\xfe"', "\ufffd\ufffd", True),
        (b'"\xed\xa0\xbd"', "\ufffd\ufffd\ufffd", True),
        (b'"a\x01\tb"', "a\x01\tb", False),
        ('"\ufffd"'.encode(), "\ufffd", False),
    ],
)
def test_what_json_forbids_is_repaired_and_only_what_is_lost_is_noted(data: bytes, text: str, replaced: bool) -> None:
    assert decoded(data) == (text, replaced)


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    assert decoded(b'{"text": "one", "text": "two"}')[0] == {"text": "two"}


@given(st.binary(max_size=60) | torn(b'{"text": "\\x1F\\ud83d", "n": [1.5e3, -2, null, true]}'))
def test_any_bytes_are_decoded_into_text_that_can_be_written_again_or_refused(data: bytes) -> None:
    try:
        value, _replaced = decoded(data)
    except ValueError:
        return

    json.dumps(value, ensure_ascii=False).encode()


@pytest.mark.parametrize("value", ["1700000000000", 1700000000000, 1700000000000.0])
def test_a_count_since_1970_may_be_a_number_or_a_text(value: object) -> None:
    assert epoch(value) == SourceTime(instant=1_700_000_000_000)


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        (None, Doubt.MISSING),
        ("", Doubt.MISSING),
        (0, Doubt.ROUND_START),
        ("soon", Doubt.MALFORMED),
        (True, Doubt.MALFORMED),
        ([1], Doubt.MALFORMED),
        (10**30, Doubt.MALFORMED),
        (1.5, Doubt.MALFORMED),
    ],
)
def test_what_is_no_count_is_in_doubt_and_never_a_time(value: object, doubt: Doubt) -> None:
    assert epoch(value).doubt is doubt


def test_a_written_time_of_utc_is_an_instant_and_nothing_else_is() -> None:
    assert written_utc("2026-05-01 21:14:07 UTC") == SourceTime(instant=1_777_670_047_000)
    assert written_utc("2026-02-30 21:14:07 UTC").doubt is Doubt.MALFORMED
    assert written_utc(None).doubt is Doubt.MISSING
    assert clock("20260501T211407") is None


@given(JUNK)
def test_any_value_can_be_asked_for_a_number_an_id_or_a_time(value: object) -> None:
    number = whole_number(value)
    assert number is None or isinstance(number, int)
    assert isinstance(identity(value), str)
    assert seconds(value) is None or 0 <= (seconds(value) or 0) < 10_000_000
    assert epoch(value).instant is None or epoch(value).doubt in {None, Doubt.ROUND_START}
