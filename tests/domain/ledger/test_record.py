"""A line of the bound book: what is in it cannot be changed unseen, and can be blackened field by field."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from msgspec.structs import replace

from journal.domain.base.canonical import canonical
from journal.domain.ledger.record import Record, are_utc_seconds, blacken, faults, groups_of_four, is_utc_second, seal
from tests.domain.values import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

A_TIME = "2026-11-21T21:16:03Z"
NEARLY = ("2026-11-21T24:00:00Z", "2026-02-29T21:16:03Z", "2026-11-21T21:60:03Z", "2026-11-21", "", A_TIME * 2)
TIMES = (
    A_TIME,
    "2024-02-29T00:00:59Z",
    *NEARLY,
    "2026-11-21T21:16:0\N{ARABIC-INDIC DIGIT THREE}Z",
    "2026-11-21t21:16:03Z",
)
AT = datetime(2026, 11, 21, 22, 16, 3, 999, tzinfo=timezone(timedelta(hours=1)))


def sealed(fields: dict[str, Any]) -> Record:
    grains = iter(range(1, 100))
    return seal(7, fields, recorded_at=AT, previous="ab" * 32, salts=lambda: bytes([next(grains)]) * 16)


def a_record(**fields: Any) -> Record:
    return sealed(fields)


def as_plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(msgspec.json.encode(record))
    return plain


def from_plain(plain: dict[str, Any]) -> Record:
    return msgspec.json.decode(json.dumps(plain), type=Record)


@given(FIELDS)
def test_a_sealed_record_agrees_with_itself_and_gives_its_fields_back(fields: dict[str, Any]) -> None:
    record = sealed(fields)

    assert list(faults(record)) == []
    assert record.fields() == fields


def test_the_digests_can_be_made_again_with_the_standard_library_alone() -> None:
    record = as_plain(a_record(action="entry.recorded", account="It rang."))

    def canonical(value: Any) -> bytes:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    digests = {
        name: hashlib.sha256(b64decode(record["salts"][name]) + canonical([name, value])).hexdigest()
        for name, value in record["body"].items()
    }
    header = {name: record[name] for name in ("seq", "recorded_at", "body_sha256", "previous")}

    assert record["body_sha256"] == hashlib.sha256(canonical(digests)).hexdigest()
    assert record["digest"] == hashlib.sha256(canonical(header)).hexdigest()


def test_the_time_of_writing_is_kept_in_utc_to_the_second() -> None:
    record = a_record()

    assert record.recorded_at == "2026-11-21T21:16:03Z"
    assert record.written == datetime(2026, 11, 21, 21, 16, 3, tzinfo=UTC)


def test_each_field_has_a_salt_of_its_own() -> None:
    salts = as_plain(a_record(a=1, b=1, c=1))["salts"]

    assert len(set(salts.values())) == 3


@pytest.mark.parametrize(
    ("part", "value", "fault"),
    [
        ("body", {"a": 2, "b": "x"}, "body"),
        ("body", {"a": True, "b": "x"}, "body"),
        ("body", {"a": "1", "b": "x"}, "body"),
        ("body", {"a": 1}, "fields"),
        ("body", {"a": 1, "c": "x"}, "fields"),
        ("body", {"a": 1, "b": "x", "c": 1}, "fields"),
        ("body", {"a": 1.0, "b": "x"}, "fields"),
        ("body", {"a": 2**60, "b": "x"}, "fields"),
        ("body", [], "fields"),
        ("body", None, "fields"),
        ("salts", {"a": "AAAAAAAAAAAAAAAAAAAAAA==", "b": "AgICAgICAgICAgICAgICAg=="}, "body"),
        ("salts", {"a": "AQEBAQEBAQEBAQEBAQEBAR==", "b": "AgICAgICAgICAgICAgICAg=="}, "fields"),
        ("salts", {"a": "AQEB", "b": "AgICAgICAgICAgICAgICAg=="}, "fields"),
        ("salts", {"a": "not base64", "b": "AgICAgICAgICAgICAgICAg=="}, "fields"),
        ("salts", {"a": 1, "b": "AgICAgICAgICAgICAgICAg=="}, "fields"),
        ("salts", {}, "fields"),
        ("blackened", {"c": "00" * 32}, "body"),
        ("blackened", {"é": "00" * 32}, "body"),
        ("blackened", {"a": "00" * 32}, "fields"),
        ("body_sha256", "00" * 32, "body"),
        ("body_sha256", "00" * 32, "header"),
        ("previous", "00" * 32, "header"),
        ("digest", "00" * 32, "header"),
        ("seq", 8, "header"),
        ("recorded_at", "2026-11-21T21:16:04Z", "header"),
    ],
)
def test_whatever_is_changed_by_hand_is_found(part: str, value: Any, fault: str) -> None:
    plain = as_plain(a_record(a=1, b="x"))

    changed = from_plain({**plain, part: value})

    assert fault in list(faults(changed))


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("seq", 0),
        ("seq", 2**53),
        ("seq", "7"),
        ("seq", None),
        ("recorded_at", "yesterday"),
        ("recorded_at", "2026-13-21T21:16:03Z"),
        ("recorded_at", "2026-11-21T21:16:03+00:00"),
        ("recorded_at", "2026-11-21 21:16:03Z"),
        ("recorded_at", "2026-W47-6T21:16:03Z"),
        ("recorded_at", "2026-11-21T21:16:03.5Z"),
        *(("recorded_at", text) for text in NEARLY),
        ("digest", 5),
        ("blackened", {"a": 1}),
        ("another", "field"),
    ],
)
def test_a_row_that_is_no_record_is_not_taken_for_one(part: str, value: Any) -> None:
    plain = as_plain(a_record(a=1))

    with pytest.raises(ValueError, match=r".+"):
        from_plain({**plain, part: value})


@given(FIELDS.filter(bool), st.data())
def test_blackened_fields_are_gone_and_the_record_still_agrees(fields: dict[str, Any], data: st.DataObject) -> None:
    record = sealed(fields)
    names = data.draw(st.frozensets(st.sampled_from(sorted(fields))))

    black = blacken(record, names)

    assert list(faults(black)) == []
    assert black.digest == record.digest
    assert black.fields() == {name: value for name, value in fields.items() if name not in names}
    assert set(black.blackened) == names
    assert set(as_plain(black)["salts"]) == fields.keys() - names


def test_a_blackened_field_cannot_be_passed_off_as_another() -> None:
    black = blacken(a_record(account="It rang.", place="at home"), frozenset({"account"}))

    renamed = replace(black, blackened={"private_note": black.blackened["account"]})

    assert list(faults(renamed)) == ["body"]


def test_blackening_twice_keeps_the_first_digest() -> None:
    once = blacken(a_record(a=1, b=2), frozenset({"a"}))

    twice = blacken(once, frozenset({"a", "b", "c"}))

    assert twice.blackened["a"] == once.blackened["a"]
    assert list(faults(twice)) == []


def test_a_body_that_cannot_be_read_is_a_fault_and_no_crash() -> None:
    record = a_record(a=1)
    half = replace(record, body=Raw(b'{"a":"\\ud800"}'))

    assert list(faults(half)) == ["fields"]


def test_a_digest_is_handed_out_in_sixteen_groups_of_four() -> None:
    groups = groups_of_four("0123456789abcdef" * 4).split(" ")

    assert len(groups) == 16
    assert groups[:2] == ["0123", "4567"]


@pytest.mark.parametrize(
    "stored",
    [b'"\\u0041"', b'"\\/"', b"-0", b"1.0", b"1e2", b'"\xff"', b"9007199254740993", b'{"b":1,"a":2}', b"[1, 2]", b"01"],
)
def test_a_value_that_does_not_stand_in_its_canonical_form_is_a_fault_whatever_its_digest_says(stored: bytes) -> None:
    salt = b64encode(bytes(16)).decode()
    digest = hashlib.sha256(bytes(16) + b'["a",' + stored + b"]").hexdigest()
    sound = seal(1, {"a": "x"}, recorded_at=AT, salts=lambda: bytes(16))
    body_sha256 = hashlib.sha256(canonical({"a": digest})).hexdigest()
    header = {"seq": 1, "recorded_at": sound.recorded_at, "body_sha256": body_sha256, "previous": sound.previous}
    forged = replace(
        sound,
        body=Raw(b'{"a":' + stored + b"}"),
        salts=Raw(canonical({"a": salt})),
        body_sha256=body_sha256,
        digest=hashlib.sha256(canonical(header)).hexdigest(),
    )

    assert list(faults(forged))


@given(FIELDS.filter(bool), st.data())
def test_a_record_that_another_program_laid_out_is_blackened_to_the_same_digests(
    fields: dict[str, Any], data: st.DataObject
) -> None:
    record = sealed(fields)
    spaced = replace(record, body=Raw(msgspec.json.format(bytes(record.body))))
    names = data.draw(st.frozensets(st.sampled_from(sorted(fields))))

    assert bytes(spaced.body) != bytes(record.body)
    assert blacken(spaced, names) == blacken(record, names)


def judged(judge: Callable[[Any], bool], said: object) -> bool:
    try:
        return judge(said)
    except ValueError:
        return False


@given(st.lists(st.sampled_from(TIMES) | st.from_regex(r"[0-9T:Z-]{0,24}", fullmatch=True), max_size=4))
def test_many_times_of_writing_are_judged_together_as_each_by_itself(texts: list[str]) -> None:
    assert judged(are_utc_seconds, texts) == all(judged(is_utc_second, text) for text in texts)


@pytest.mark.parametrize("text", TIMES)
def test_a_time_of_writing_between_others_is_judged_as_by_itself(text: str) -> None:
    assert judged(are_utc_seconds, [A_TIME, text, A_TIME]) == judged(is_utc_second, text)
