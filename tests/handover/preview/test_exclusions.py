"""Lines of the preview after something was taken out: all of them stay in sight, and each can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journal.domain.text.words import Words
from journal.handover.preview.exclusions import PreviewLine, lines, put_back, toggled
from journal.handover.selection.choice import FILE_ITSELF, Exclusion, Format, HandoverChoice, ObjectRef
from journal.handover.selection.selection import PreviewField
from tests.handover.cases import a_case

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = Words("en")
ENTRY = ObjectRef("entry", 2)
WHY = PreviewField("entry 2", "Why it is shared", "it was chosen", ENTRY)
PLACE = PreviewField("entry 2", "Where", "at the gate", ENTRY, "place")
SEEN_BY = PreviewField("entry 2", "Witnesses", "An Invented", ENTRY, "witnesses")
NAME = PreviewField("person 1", "Name", "An Invented", ObjectRef("person", 1), "name")
BEFORE = (WHY, PLACE, SEEN_BY, NAME)


def test_what_was_taken_out_stays_in_its_place_and_what_now_reads_otherwise_is_told_so() -> None:
    called = PreviewField("entry 2", "Witnesses", "person 1", ENTRY, "witnesses")
    new = PreviewField("record 3", "Reason", "Why", ENTRY, "reason")

    shown = list(lines(BEFORE, (WHY, called, new)))

    assert shown == [
        PreviewLine(WHY, True),
        PreviewLine(PLACE, False),
        PreviewLine(called, True),
        PreviewLine(NAME, False),
        PreviewLine(new, True),
    ]
    assert list(lines(BEFORE, BEFORE)) == [PreviewLine(one, True) for one in BEFORE]


def test_the_same_key_takes_out_and_puts_back() -> None:
    out = toggled(PreviewLine(PLACE, leaves=True), (), ENGLISH)

    assert out == (Exclusion(ENTRY, "place"),)
    assert toggled(PreviewLine(WHY, leaves=True), out, ENGLISH) == (*out, Exclusion(ENTRY))
    assert toggled(PreviewLine(PLACE, leaves=False), (*out, Exclusion(ENTRY)), ENGLISH) == (Exclusion(ENTRY),)
    assert put_back(PreviewLine(PLACE, leaves=False), out, ENGLISH) == ()


@pytest.mark.parametrize(
    ("line", "without", "said"),
    [
        (PreviewLine(PreviewField("who", "Name", "An Invented"), True), (), "typed in the form"),
        (PreviewLine(PreviewField("record 2", "Name", "x", None, "name"), True), (), "belongs to the journal itself"),
        (
            PreviewLine(PreviewField("entry 2", "Kind", "call", ENTRY, "kind"), True),
            (),
            "entry 2 would say something else",
        ),
        (PreviewLine(PLACE, False), (Exclusion(ENTRY),), "All of entry 2 was taken out"),
        (PreviewLine(NAME, False), (Exclusion(ENTRY),), "what it depends on was taken out"),
    ],
)
def test_what_can_be_neither_taken_out_nor_put_back_says_why(
    line: PreviewLine, without: tuple[Exclusion, ...], said: str
) -> None:
    assert said in toggled(line, without, ENGLISH)
    assert "because of what was chosen" in put_back(line, without, ENGLISH)


def test_a_file_that_is_taken_out_is_told_and_counted_among_what_stays(tmp_path: Path) -> None:
    logbook, out = a_case(tmp_path), Exclusion(ObjectRef("exhibit", 1), FILE_ITSELF)

    shown = {
        taken: logbook.handing_over.preview(
            logbook.handing_over.chosen(HandoverChoice(formats=(Format.BUNDLE,), without=(out,) * taken))
        )
        for taken in (False, True)
    }
    logbook.close()

    files = [
        {one.field: one for one in side if one.thing == out.thing} for side in (shown[True].leaves, shown[True].stays)
    ]
    assert FILE_ITSELF not in files[0]
    assert files[1][FILE_ITSELF].said == "gate.jpg"
    assert put_back(PreviewLine(files[1][FILE_ITSELF], leaves=False), (out,), ENGLISH) == ()
    assert len(shown[True].stays) == len(shown[False].stays) + 1
