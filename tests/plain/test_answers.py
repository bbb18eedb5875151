"""Answers of plain mode after a no at the last question: each stays, and one is changed at a time."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from journal.domain.evidence.exhibit import Exhibit
from journal.logbook import Logbook
from tests.plain.plain_builders import SMS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Said = tuple[str, str]
    Talk = Callable[..., Said]


@pytest.mark.parametrize(
    ("changed", "what"), [(("3", "1"), "no"), (("1", "2", "Another Office", ""), ""), (("4", "x", "1"), "")]
)
def test_after_a_no_one_answer_is_changed_and_the_others_stay(
    path: Path, conversation: Talk, changed: tuple[str, ...], what: str
) -> None:
    out = path.parent / "out"
    out.mkdir()

    said, told = conversation("h", "1", "", "", "", "3", "", str(out), what, "An Office", "", "no", *changed, "yes")

    assert told.count("For whom? Type the figure.") == 1 + (changed[0] == "1")
    assert told.count("To which folder?") == 1
    assert "Recorded as record" in said
    assert len([*out.iterdir()]) == 1


def test_a_choice_that_holds_nothing_loses_no_answer(path: Path, conversation: Talk) -> None:
    out = path.parent / "out"
    out.mkdir()

    said, told = conversation(
        *("h", "1", "1 May 1999", "2 May 1999", "", "3", "", str(out), "", "An Office", "", "2", "", "", "yes")
    )

    assert told.count("To which folder?") == 1
    assert "Recorded as record" in said


def test_after_a_no_the_files_are_named_already_and_whose_is_asked_again(path: Path, conversation: Talk) -> None:
    export = path.parent / "sms.xml"
    export.write_text(SMS, encoding="utf-8")

    said, told = conversation("i", str(export), "", "", "", "all", "no", "4", "all", "yes")

    assert "Nothing was brought in." in told
    assert told.count("Which file?") == 1
    assert "was brought in as entry 3" in said


def test_after_a_no_the_file_is_named_already_and_its_title_is_changed(path: Path, conversation: Talk) -> None:
    file = path.parent / "door.txt"
    file.write_text("Invented words.\n", encoding="utf-8")

    _said, told = conversation("e", "", str(file), "The dor", "no", "3", "The door", "yes", "")

    assert told.count("Which file?") == 1
    with closing(Logbook(path, read_only=True)) as logbook:
        assert [one.title for one in logbook.state.of(Exhibit).standing] == ["The door"]
