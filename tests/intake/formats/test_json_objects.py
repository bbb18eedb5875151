from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.intake.formats import json_objects
from journal.intake.formats.json_objects import Value, Visit, lines, values
from journal.intake.formats.json_values import decoded
from journal.intake.model.found import Problem, Trouble
from tests.intake.formats.reading import torn

ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def messages_only(path: tuple[str, ...]) -> Visit:
    if path in {(), ("messages",)}:
        return Visit.ENTER
    return Visit.TAKE if path in {("messages", ""), ("title",)} else Visit.SKIP


def taken(data: bytes) -> list[Value]:
    return [one for one in values(io.BytesIO(data), messages_only) if isinstance(one, Value)]


def told(data: bytes) -> list[Problem]:
    return [one.problem for one in values(io.BytesIO(data), messages_only) if isinstance(one, Trouble)]


@pytest.fixture(params=[1, 7, 64, json_objects.BLOCK])
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(json_objects, "BLOCK", request.param)
    return int(request.param)


DOCUMENT = {
    "about": {"list": [{"messages": [1, 2]}, "]}"]},
    "messages": [{"text": 'a "quoted" \\ [word] }'}, [], "plain", {"deep": [[[[[[{"a": []}]]]]]]}, 12, None, "café 😀"],
    "title": "the chat",
}


@pytest.mark.parametrize("indent", [None, 1])
def test_elements_are_cut_out_of_a_document_however_small_the_blocks_are(block: int, indent: int | None) -> None:
    data = json.dumps(DOCUMENT, indent=indent, ensure_ascii=False).encode()

    found = taken(data)

    assert [decoded(one.data)[0] for one in found] == [*DOCUMENT["messages"], "the chat"]
    assert not told(data)


def test_each_value_lies_where_its_place_says(block: int) -> None:
    data = json.dumps(DOCUMENT, indent=1).encode()

    for one in taken(data):
        assert data[one.place.start : one.place.start + one.place.length] == one.data
        assert data[: one.place.start].count(b"\n") + 1 == one.place.line


@given(st.lists(ANY, max_size=6), st.integers(1, 40))
def test_any_elements_come_out_as_they_went_in(elements: list[object], size: int) -> None:
    data = json.dumps({"messages": elements}).encode()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_objects, "BLOCK", size)
        found = taken(data)

    assert [decoded(one.data)[0] for one in found] == elements


@given(st.lists(ANY, min_size=1, max_size=6), st.data())
def test_a_document_that_is_cut_off_gives_what_is_whole_and_says_so(
    elements: list[object], data: st.DataObject
) -> None:
    whole = json.dumps({"messages": elements}).encode()
    size = data.draw(st.integers(1, len(whole) - 1))

    found = taken(whole[:size])

    assert [decoded(one.data)[0] for one in found] == elements[: len(found)]
    assert told(whole[:size]) == [Problem.END_MISSING]


def test_a_text_that_is_cut_off_inside_an_escape_is_not_whole() -> None:
    assert told(b'{"messages": ["one", "two\\') == [Problem.END_MISSING]


@given(torn(json.dumps(DOCUMENT).encode()) | st.binary(max_size=200))
def test_any_bytes_are_read_to_their_end(data: bytes) -> None:
    for one in values(io.BytesIO(data), messages_only):
        if isinstance(one, Value):
            assert data[one.place.start : one.place.start + one.place.length] == one.data


@pytest.mark.parametrize("lost", [b'"two"', b'two"', b'"text": "two"'])
def test_a_quote_that_was_lost_harms_only_its_own_message_where_each_field_has_its_line(lost: bytes) -> None:
    whole = json.dumps({"messages": [{"text": one} for one in ("one", "two", "three")]}, indent=1).encode()
    data = whole.replace(lost, lost[1:] if lost.startswith(b'"') else lost[:-1])

    first, damaged, last = taken(data)

    assert [decoded(one.data)[0] for one in (first, last)] == [{"text": "one"}, {"text": "three"}]
    with pytest.raises(ValueError, match=r".+"):
        decoded(damaged.data)


def test_what_is_too_long_is_skipped_and_told_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_objects, "BLOCK", 16)
    monkeypatch.setattr(json_objects, "LONGEST", 100)
    data = json.dumps({"messages": [{"text": "x" * 1000}, {"text": "short"}, "y" * 1000]}).encode()

    assert [one.data for one in taken(data)] == [b'{"text": "short"}']
    assert told(data) == [Problem.TOO_LARGE, Problem.TOO_LARGE]


def test_a_hundred_thousand_brackets_are_told_and_not_followed() -> None:
    data = b'{"messages": [' + b"[" * 100_000 + b"]" * 100_000 + b', {"text": "next"}]}'

    found = taken(data)

    assert found[1].data == b'{"text": "next"}'
    with pytest.raises(ValueError, match="deep"):
        decoded(found[0].data)


def test_lines_keep_their_places_and_one_that_is_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_objects, "LONGEST", 20)
    monkeypatch.setattr(json_objects, "BLOCK", 8)
    data = b'{"a": 1}\n\n' + b"x" * 50 + b"\n" + b'{"b": 2}'

    found = list(lines(io.BytesIO(data)))

    assert [one.problem if isinstance(one, Trouble) else one.data for one in found] == [
        b'{"a": 1}\n',
        Problem.TOO_LARGE,
        b'{"b": 2}',
    ]
    assert [one.place.line for one in found if isinstance(one, Value)] == [1, 4]
    assert [data[one.place.start :][:8] for one in found if isinstance(one, Value)] == [b'{"a": 1}', b'{"b": 2}']
