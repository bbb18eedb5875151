"""One value, one sequence of bytes, whoever writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.base.canonical import LARGEST_INTEGER, canonical, has_doubled_names, keepable
from tests.domain.values import VALUES

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def rfc_8785(value: Any) -> str:
    """A small writer of RFC 8785, for values without floats, written from the text of the standard alone."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + "".join(SHORT.get(sign) or (f"\\u{ord(sign):04x}" if sign < " " else sign) for sign in value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(rfc_8785, value)) + "]"
    assert isinstance(value, dict)
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(f"{rfc_8785(name)}:{rfc_8785(value[name])}" for name in names) + "}"


@given(VALUES)
def test_the_standard_library_gives_the_same_bytes(value: Any) -> None:
    expected = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert canonical(value) == expected.encode()


@given(VALUES)
def test_a_writer_after_rfc_8785_gives_the_same_bytes(value: Any) -> None:
    assert canonical(value) == rfc_8785(value).encode()


@given(VALUES)
def test_what_is_read_back_is_what_was_written(value: Any) -> None:
    assert json.loads(canonical(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        LARGEST_INTEGER + 1,
        -LARGEST_INTEGER - 1,
        {"é": 1},
        {1: 1},
        b"bytes",
        {"a set"},
        "half \ud800 a sign",
        {"deep": [{"in": ["side \udfff"]}]},
        {"half \ud800": 1},
    ],
)
def test_what_other_writers_would_write_differently_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        canonical(value)


@given(st.text(st.characters(exclude_categories=())))
def test_any_typed_text_can_be_kept(text: str) -> None:
    kept = keepable(text)

    assert json.loads(canonical(kept)) == kept


@given(VALUES)
def test_what_can_be_kept_already_stays_as_it_is(value: Any) -> None:
    assert keepable(value) == value


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a \ud800 b", "a \ufffd b"),
        ("\udc00\ud83d", "\ufffd\ufffd"),
        ("\ud83d\ude00", "\N{GRINNING FACE}"),
        ({"a": ["\ud800", 1, None]}, {"a": ["\ufffd", 1, None]}),
    ],
)
def test_halves_of_signs_are_joined_or_replaced(typed: Any, kept: Any) -> None:
    assert keepable(typed) == kept


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ('{"a": 1, "b": {"a": 2}}', False),
        ('{"a": 1, "a": 1}', True),
        ('{"a": 1, "\\u0061": 1}', True),
        ('{"b": [{"c": {"d": 1, "d": 2}}]}', True),
        ('[{"a": 1}, {"a": 1}]', False),
        ("1", False),
    ],
)
def test_a_name_that_stands_twice_in_one_object_is_found(text: str, *, doubled: bool) -> None:
    look: Callable[[bytes], bool] = has_doubled_names

    assert look(text.encode()) is doubled
